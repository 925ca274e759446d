"""What the guard knows of deeds, all rules together, and those for what a session does now.

Data only, as `danger_rule` says.
"""

from orchestrator_tray.core.danger_barriers import CHECKS, PERMISSIONS
from orchestrator_tray.core.danger_losses import DESTRUCTIVE, MACHINE
from orchestrator_tray.core.danger_objects import CODE, REBUILT, SHAPES
from orchestrator_tray.core.danger_outgoing import MESSAGES, MONEY, PUBLISHING, SECRET
from orchestrator_tray.core.danger_rule import Rule, rule

RULES: tuple[Rule, ...] = (
    *DESTRUCTIVE,
    *SECRET,
    *MONEY,
    *PUBLISHING,
    *PERMISSIONS,
    *CHECKS,
    *MESSAGES,
    *MACHINE,
)
"""What is dangerous wherever a session could mean to do it."""

_WORKED_ON = (
    CODE
    + REBUILT
    + """
    form field counter timer outlier
    support syntax filter focus search selection state layout title name word plan task phase draft text
    idea scope goal requirement limit cap hint whitespace console listener warning output query middleware
    pin slash note slide carousel translation export average score shader token polyfill bundle theme font
    redo matrix
    """
)
"""What a session takes away from what it writes; it stays in the history."""
NOW_RULES: tuple[Rule, ...] = (
    *RULES,
    rule(
        "destructive",
        "remove reset drop clear discard revert undo purge prune cancel trim abandon",
        unless=_WORKED_ON,
        named=True,
    ),
    rule(
        "destructive",
        "clean tidy",
        unless=_WORKED_ON + "install slate cut separation boundary first",
        named=True,
    ),
    rule("destructive", "drop discard lose overwrite", "yours ours theirs mine"),
    rule("destructive", "delete erase", "item entry step lock", unless=SHAPES, named=True),
    rule("production", "route shift move send", "traffic revision"),
    rule("production", "update change edit apply switch set restart", "live"),
    rule(
        "publishing",
        "merge",
        unless=CODE
        + """
        local json yaml toml lockfile
        file doc document dictionary dict list array cell row column table duplicate entry idea topic task
        phase feature config option setting story chapter chart graph diagram helper model into-one
        """,
    ),
    rule("secrets", "log print echo dump show", "authorization header environment env"),
    rule(
        "publishing",
        "push send",
        unless=CODE + "pop stack array list queue item element value poll top bottom front",
        named=True,
    ),
    rule("publishing", "commit", "main master trunk"),
    rule(
        "publishing",
        "launch",
        unless="server dev local browser emulator simulator debugger storybook container process script repl",
    ),
    rule("destructive", "upgrade downgrade migrate", "database cluster production server"),
    rule("destructive", "run apply execute", "migration backfill"),
    rule("production", "apply", "terraform tofu pulumi cloudformation"),
    rule("destructive", "rewrite", "history author commit"),
    rule("production", "bounce cycle restart", "database db pool shop store site"),
    rule("money", "order", "price sensor laptop hardware license device"),
    rule("money", "grab register take get reserve secure", "domain"),
    rule(
        "messages",
        "run start trigger execute fire",
        "reminder newsletter campaign mailing broadcast",
    ),
    rule(
        "system paths",
        "switch change set install upgrade replace update remove uninstall",
        "laptop computer workstation glibc libc openssl",
    ),
    rule(
        "security",
        "allow permit trust",
        unless="""
        empty null optional multiple more duplicate value input string argument parameter undefined none name
        space negative zero trailing custom override nested user keyboard both either
        """,
        named=True,
    ),
    rule("money", "switch move change upgrade", "enterprise pro premium paid business"),
    rule("money", "start run try call take use get begin", "paid trial"),
    rule("security", "suppress bypass circumvent", unless="column row output", named=True),
)
"""What is dangerous in a question that certainly is about what the session does now."""
