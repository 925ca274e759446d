"""The tray icon and its menu, painted from `core.view.TrayView`.

`painter.Tray` is what the program holds; `backend` knows which tray this computer has. Nothing is imported
here: Pillow and D-Bus take 8 MB, and a headless run needs neither.
"""
