"""The tray alone in a process: views come as JSON lines on stdin, what is chosen goes out on stdout.

`{"view": {...}}` shows a view, `{"stop": true}` ends; an event is any JSON value.
"""

import json
import logging
import signal
import sys
import threading

from orchestrator_tray.adapters.tray.painter import Tray
from orchestrator_tray.core.view import MenuItem, TrayView


def view(data):
    return TrayView(**data | {"items": tuple(map(item, data["items"]))})


def item(data):
    return MenuItem(**data | {"children": tuple(map(item, data.get("children", ())))})


def say(**data: object):
    sys.stdout.write(json.dumps(data) + "\n")
    sys.stdout.flush()


def obey(tray):
    for line in sys.stdin:
        order = json.loads(line)
        if "view" in order:
            tray.show(view(order["view"]))
        else:
            tray.stop()


def main():
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    thread = threading.current_thread()
    post = lambda event: say(event=event, main_thread=threading.current_thread() is thread)  # noqa: E731
    tray = Tray("orchestrator-tray", view(json.loads(sys.stdin.readline())["view"]), post)
    say(unavailable=tray.unavailable)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: tray.stop())
    threading.Thread(target=obey, args=[tray], daemon=True).start()
    tray.run()
    say(ended=True, threads=[t.name for t in threading.enumerate() if not t.daemon])


if __name__ == "__main__":
    main()
