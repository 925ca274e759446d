"""Views as the tray's test process reads them: plain JSON."""


def item(key, label, kind="action", **more: object):
    return {"key": key, "label": label, "kind": kind} | more


def view(*items: object, icon="connected", count=0, tooltip="Connected, 4 sessions"):
    return {
        "icon": icon,
        "count": count,
        "title": "Orchestrator Tray",
        "tooltip": tooltip,
        "items": [*items],
    }


STATUS = item("status", "Connected, 4 sessions", "info")
LINE = item("line", "", "separator")
QUIT = item("quit", "Quit", event="quit")


def question(key, *options: str):
    rows = [item(option, option, event=[key, option]) for option in options]
    return item(key, f"Question {key}", "submenu", children=rows)


def auto(checked):
    return item("auto", "Auto_answer & more", "check", checked=checked, event="auto")


def threshold(chosen):
    rows = [item(str(n), f"{n} %", "radio", checked=n == chosen, event=n) for n in (80, 90, 95)]
    return item("threshold", "Answer from", "submenu", children=rows)


ALL = view(STATUS, LINE, question("q1", "JWT", "Sessions"), auto(checked=True), threshold(95), QUIT)
