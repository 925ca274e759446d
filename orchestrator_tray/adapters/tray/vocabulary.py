"""pystray's words without its choice of a backend: that choice raises where there is no screen."""

import os

_wanted = os.environ.get("PYSTRAY_BACKEND")
os.environ["PYSTRAY_BACKEND"] = "dummy"
try:
    from pystray._base import Icon, Menu, MenuItem
finally:
    del os.environ["PYSTRAY_BACKEND"]
    if _wanted is not None:
        os.environ["PYSTRAY_BACKEND"] = _wanted

__all__ = ["Icon", "Menu", "MenuItem"]
