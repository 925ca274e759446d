"""What deeds destroy, force, or do to machines, as rules.

Data only, as `danger_rule` says.
"""

from orchestrator_tray.core.danger_objects import (
    CODE,
    DATA,
    FILES,
    PRONOUNS,
    REBUILT,
    SHAPES,
    UNSAVED,
)
from orchestrator_tray.core.danger_rule import rule

DESTRUCTIVE = (
    rule(
        "destructive",
        "delete drop wipe purge erase destroy truncate nuke shred obliterate expunge unlink bin trash",
        DATA + FILES,
    ),
    rule(
        "destructive",
        "delete wipe purge erase destroy truncate nuke shred expunge obliterate unlink bin trash scrap",
        PRONOUNS,
        unless=CODE,
    ),
    rule("destructive", "delete erase destroy obliterate", unless=CODE + SHAPES),
    rule("destructive", "wipe purge nuke shred flush uninstall invalidate expunge repartition"),
    rule(
        "destructive",
        """
        remove removal clear clean reset empty discard prune kill terminate uninstall reinitialize recreate
        trim abandon evict
        """,
        DATA
        + "branch release-branch clone dir directory everything folder image log trash worktree "
        + UNSAVED,
        unless="code import comment compile" + REBUILT,
    ),
    rule("destructive", "remove", "file original photo upload message attachment"),
    rule(
        "destructive",
        "remove clear",
        "database backup bucket customer volume",
        told=True,
    ),
    rule(
        "destructive",
        "delete drop wipe purge erase destroy truncate",
        """
        data database db backup bucket table customer everything file volume row record branch
        worktree commit anything whatever target
        """,
        told=True,
    ),
    rule("destructive", "overwrite clobber", unless=CODE),
    rule("destructive", "overwrite", "file config configuration work change existing copy original"),
    rule("destructive", "vanish disappear", unless=CODE),
    rule("destructive", "overwrite clobber", "original everything", told=True),
    rule("destructive", "truncate", "user order invoice", told=True),
    rule(
        "destructive",
        "vanish disappear",
        "everything anything whatever data record row backup file",
        told=True,
    ),
    rule("destructive", "replace save", "modification original edit"),
    rule(
        "destructive",
        "kill terminate",
        "process port pid whatever anything everything it them",
        unless="mutant",
    ),
    rule("destructive", "replace", "instance database disk volume cluster production"),
    rule(
        "destructive",
        "rollback revert cancel",
        """
        database migration deployment deploy release production server order subscription everything all
        commit
        """,
    ),
    rule("destructive", "lose", DATA + FILES + UNSAVED + "everything"),
    rule("destructive", "format reformat", "disk drive partition volume card stick usb"),
    rule("destructive", "shrink grow resize extend", "disk partition sda sdb sda2"),
    rule("destructive", "discard throw lose", UNSAVED, told=True),
    rule("destructive", "undo revert abandon", UNSAVED),
    rule("destructive", "dedupe", "record row customer account automatically entry data database user"),
    rule("destructive", "merge", "account customer tenant user database"),
    rule("destructive", "disable", "server cluster instance machine vm host node"),
    rule(
        "destructive",
        "shut shutdown stop terminate kill reboot restart drain cordon",
        "server cluster instance machine vm host node system service daemon",
        unless="dev development language typescript mock",
    ),
    rule("irreversible", "burn blow", "fuse efuse otp"),
    rule("irreversible", "finalize close lock sign submit", "ledger book period contract agreement tax"),
    rule("force", "override overrule", PRONOUNS, unless=CODE),
    rule("force", "break steal seize", "lock lease checkout"),
    rule("force", "force", unless=CODE + "layout evaluation render rerender update light dark refresh"),
)

MACHINE = (
    rule("production", "point switch repoint redirect change update", "dns nameserver traffic load-balancer"),
    rule(
        "system paths",
        "replace upgrade modify change install load update flash patch edit swap alter remove reinstall",
        "kernel bootloader driver firmware bios os crontab hosts sudoers",
    ),
    rule("system paths", "upgrade update", "system server machine host"),
)
