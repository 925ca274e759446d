"""What the guard knows of deeds: verbs with the objects that make them dangerous.

Data only, in lower case and base forms; `deeds` folds the endings. Two words that are one object are joined
by "-".
"""

from typing import NamedTuple

from orchestrator_tray.core.danger_objects import (
    CODE,
    DATA,
    FILES,
    PEOPLE,
    PRONOUNS,
    REGISTRIES,
    RELEASES,
    RIGHTS,
    SECRETS,
    SECURITY,
    UNSAVED,
)


class Rule(NamedTuple):
    """A verb that acts on one of the objects near it."""

    kind: str
    verbs: frozenset[str]
    objects: frozenset[str]
    """Empty where the verb alone is enough."""
    unless: frozenset[str]
    """Objects that make it harmless, such as the import that is deleted."""
    told: bool
    """Whether it holds for the descriptions of a design, too: they say much that nobody asks to do."""
    named: bool
    """Whether something has to be named, whatever it is: "reset the simulator", not a button "Reset"."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _rule(
    kind: str, verbs: str, objects: str = "", *, unless: str = "", told: bool = False, named: bool = False
) -> Rule:
    return Rule(kind, _words(verbs), _words(objects), _words(unless), told, named)


_DESTRUCTIVE = (
    _rule(
        "destructive",
        "delete drop wipe purge erase destroy truncate nuke shred obliterate expunge unlink bin trash",
        DATA + FILES,
    ),
    _rule(
        "destructive",
        "delete wipe purge erase destroy truncate nuke shred expunge obliterate unlink bin trash scrap",
        PRONOUNS,
        unless=CODE,
    ),
    _rule("destructive", "delete erase destroy obliterate", unless=CODE),
    _rule("destructive", "wipe purge nuke shred flush uninstall invalidate expunge repartition"),
    _rule(
        "destructive",
        """
        remove removal clear clean reset empty discard prune kill terminate uninstall reinitialize recreate
        trim abandon evict
        """,
        DATA + "branch release-branch clone dir directory everything folder log trash worktree " + UNSAVED,
        unless="code import comment",
    ),
    _rule("destructive", "remove", "file original photo upload message attachment"),
    _rule(
        "destructive",
        "remove clear",
        "database backup bucket customer volume",
        told=True,
    ),
    _rule(
        "destructive",
        "delete drop wipe purge erase destroy truncate",
        """
        data database db backup bucket table customer everything file volume row record branch
        worktree commit
        """,
        told=True,
    ),
    _rule("destructive", "overwrite clobber", unless=CODE),
    _rule("destructive", "overwrite", "file config configuration work change existing copy original"),
    _rule("destructive", "vanish disappear", unless=CODE),
    _rule("destructive", "overwrite clobber", "original everything", told=True),
    _rule("destructive", "vanish disappear", "everything data record row backup file", told=True),
    _rule("destructive", "replace save", "modification original edit"),
    _rule("destructive", "kill terminate", "process port pid whatever anything everything it them"),
    _rule("destructive", "replace", "instance database disk volume cluster production"),
    _rule(
        "destructive",
        "rollback revert cancel",
        """
        database migration deployment deploy release production server order subscription everything all
        commit
        """,
    ),
    _rule("destructive", "lose", DATA + FILES + UNSAVED + "everything"),
    _rule("destructive", "format reformat", "disk drive partition volume card stick usb"),
    _rule("destructive", "shrink grow resize extend", "disk partition sda sdb sda2"),
    _rule("destructive", "discard throw lose", UNSAVED, told=True),
    _rule("destructive", "undo revert abandon", UNSAVED),
    _rule("destructive", "dedupe", "record row customer account automatically entry data database user"),
    _rule("destructive", "merge", "account customer tenant user database"),
    _rule("destructive", "disable", "server cluster instance machine vm host node"),
    _rule(
        "destructive",
        "shut shutdown stop terminate kill reboot restart drain cordon",
        "server cluster instance machine vm host node system service daemon",
    ),
    _rule("irreversible", "burn blow", "fuse efuse otp"),
    _rule("irreversible", "finalize close lock sign submit", "ledger book period contract agreement tax"),
    _rule("force", "override overrule", PRONOUNS, unless=CODE),
    _rule("force", "force", unless=CODE + "layout evaluation render rerender update light dark refresh"),
)

_SECRET = (
    _rule(
        "secrets",
        """
        print show share send commit paste upload log copy export rotate read expose put add enter provide
        give include embed hardcode generate revoke reset change delete use write get fetch dump display
        push save reuse type store check need replace set pass echo tell see update modify keep hand reveal
        decode decrypt regenerate roll login move take grab extract borrow bake
        """,
        SECRETS,
        unless="field form label placeholder input column",
    ),
    _rule(
        "secrets",
        """
        hardcode commit paste print echo show share send leak expose rotate revoke upload give pass use
        regenerate reuse
        """,
        "token pat",
        unless="parser tokenizer lexer limit",
    ),
    _rule("secrets", "rotate revoke regenerate expose leak deactivate", "key certificate"),
    _rule("secrets", "export dump print copy unseal", "vault keyring wallet keychain"),
    _rule("secrets", "print share send commit paste upload log expose leak", SECRETS, told=True),
)

_MONEY = (
    _rule("money", "buy purchase refund donate reimburse"),
    _rule(
        "money",
        "pay invoice",
        """
        for invoice bill supplier vendor provider customer client fee subscription amount license plan
        domain by with it them
        """,
    ),
    _rule(
        "money",
        "enable activate order reserve extend prolong lift uncap exceed raise",
        """
        billing pay-as-you-go overage auto-recharge subscription spend spending budget quota paid-plan
        paid-tier paid reserved-instance premium contract
        """,
    ),
    _rule("money", "book", "flight hotel room ticket trip train seat"),
    _rule("money", "place approve confirm make submit authorize", "order payment purchase transfer refund"),
    _rule(
        "money",
        "spin-up provision rent scale-up launch",
        "gpu instance node cluster vm server machine h100 a100",
    ),
    _rule(
        "money",
        "top-up topup add buy raise increase",
        "credit spending spend-limit balance budget bid funds quota",
    ),
    _rule("money", "send issue release trigger process execute", "payout payroll payment refund credit-note"),
    _rule(
        "money",
        "transfer wire spend charge bill debit withdraw subscribe upgrade renew order cost",
        """
        money fund eur usd gbp euro dollar credit subscription paid-plan billing budget credit-card
        premium paid-tier seat customer card balance amount pro plan tier
        """,
    ),
)

_PUBLISHING = (
    _rule("publishing", "publish opensource unpublish yank deploy", unless="subscribe"),
    _rule("publishing", "announce"),
    _rule("publishing", "ship", unless=CODE),
    _rule(
        "publishing",
        "do start trigger run cut create draft make finish continue resume complete",
        "release rollout canary",
        unless="note notes mode build profile",
    ),
    _rule("publishing", "cut tag", "release version it"),
    _rule("publishing", "mark set", "latest stable prerelease"),
    _rule("publishing", "submit", "extension app package store web-store build paper"),
    _rule("publishing", "release ship launch promote", RELEASES + "release-candidate candidate revision"),
    _rule("publishing", "publish upload submit push release deploy", REGISTRIES, told=True),
    _rule(
        "publishing",
        "push",
        """
        origin upstream remote main master commit branch tag change github it them code now site image
        production and
        """,
        unless="pop stack array list queue item element value",
    ),
    _rule(
        "publishing",
        "open create raise submit",
        "pr pull-request merge-request upstream",
        unless="script tool function list",
    ),
    _rule(
        "publishing",
        "merge land",
        "pr prs pull-request merge-request main master trunk production release-branch anyway upstream",
    ),
    _rule(
        "publishing", "post publish announce upload share release push", "blog article news publicly public"
    ),
    _rule("publishing", "upload", unless="form button component handler endpoint widget page icon"),
    _rule("publishing", "go", "live"),
)

_PERMISSIONS = (
    _rule("permissions", "chmod chown sudo setuid", told=True),
    _rule("permissions", "grant revoke elevate invite admin-right owner-right root-access"),
    _rule(
        "permissions",
        "give add make assign remove promote set change get receive grant open",
        RIGHTS,
        unless="keyboard shortcut check test page form table column endpoint component",
    ),
    _rule("permissions", "allow have need", "admin administrator root superuser permission full-access iam"),
    _rule(
        "permissions",
        "allow approve permit trust let accept",
        """
        session always tool command full-access everything workspace host permission scope invitation
        terms license agreement access request bash shell
        """,
    ),
    _rule(
        "permissions",
        "share",
        "folder drive document doc screen dashboard link account domain organization org" + PEOPLE,
    ),
    _rule("permissions", "run start execute", "root administrator superuser"),
    _rule("permissions", "lift unlock relax", "rule ban restriction protection protected guard embargo"),
    _rule("permissions", "lift unlock open", "ip account allow-list allowlist whitelist access"),
)

_CHECKS = (
    _rule("security", "accept trust", "certificate cert host key"),
    _rule("security", "allow open permit expose", "origin anonymous internet world anyone everybody"),
    _rule(
        "security",
        "drop lift raise remove disable release",
        "quarantine rate-limit scanner scan alarm monitor",
    ),
    _rule(
        "security",
        "disable skip bypass ignore deactivate circumvent suppress weaken override dismiss evade unmask",
        SECURITY + "masking redaction moderation consent audit-log audit rls lockout",
    ),
    _rule(
        "security", "accept trust allow install use", "self-signed selfsigned insecure untrusted unverified"
    ),
    _rule(
        "security",
        "lower relax loosen weaken reduce soften",
        "security protection password requirement policy csp",
    ),
    _rule(
        "security",
        "ignore dismiss suppress silence accept mute",
        "vulnerability cve advisory audit risk alert finding",
    ),
    _rule(
        "security",
        "remove drop omit",
        """
        auth authentication authorization login encryption firewall mfa 2fa two-factor protection
        branch-protection sandbox sanitizer sanitization verification signature csrf captcha
        """,
        told=True,
    ),
    _rule("security", "concatenate interpolate eval splice", "input sql query"),
    _rule("security", "mark", "scan finding vulnerability alert false-positive"),
    _rule("security", "commit merge push", "unsigned unreviewed unverified"),
    _rule("security", "open expose", "port internet public-internet world"),
)

_MESSAGES = (
    _rule(
        "messages",
        "send",
        """
        channel slack discord telegram whatsapp email mail message newsletter announcement invitation
        reminder
        """
        + PEOPLE,
        told=True,
    ),
    _rule(
        "messages",
        "send",
        """
        it them now link summary report update note reply answer file document text invoice form notification
        """,
        unless="""
        request packet header signal event payload byte response query frame datagram command value batch
        token prop metric field prompt
        """,
    ),
    _rule("messages", "tweet dm"),
    _rule("messages", "text mail phone mention", PEOPLE + "reminder", unless=CODE),
    _rule(
        "messages",
        "call write",
        "customer patient parent vendor supplier manager press journalist maintainer boss landlord",
        unless=CODE,
    ),
    _rule("messages", "forward attach", "log dump file report email mail it them ticket issue" + PEOPLE),
    _rule("messages", "email mail text", "report invoice letter document file launch it about" + PEOPLE),
    _rule("messages", "message invite cc", PEOPLE),
    _rule(
        "messages",
        "open file create report",
        "upstream ticket jira linear issue",
        unless="template list page tracker type",
    ),
    _rule(
        "messages",
        "post reply comment write announce answer respond",
        """
        slack discord twitter linkedin channel thread pr pull-request maintainer reviewer author customer
        upstream mailing-list forum board vendor supplier partner issue
        reddit community comment zendesk ticket email mail
        """,
        unless="code language",
    ),
    _rule("messages", "close reopen lock resolve", "issue pr ticket thread", unless="tab modal dialog"),
    _rule("messages", "request ask", "review reviewer maintainer customer client colleague vendor"),
    _rule("messages", "accept decline book schedule", "meeting invitation call appointment calendar"),
    _rule(
        "messages",
        "notify inform contact tell ping alert",
        """
        team engineer customer reviewer maintainer author manager on-call oncall colleague client
        stakeholder everyone channel company tester reporter
        """,
    ),
    _rule("messages", "ping"),
    _rule("messages", "assign reassign", "team colleague reviewer maintainer"),
)

_MACHINE = (
    _rule(
        "production", "point switch repoint redirect change update", "dns nameserver traffic load-balancer"
    ),
    _rule(
        "system paths",
        "replace upgrade modify change install load update flash patch edit",
        "kernel bootloader driver firmware bios os crontab hosts sudoers",
    ),
    _rule("system paths", "upgrade update", "system server machine host"),
)

RULES: tuple[Rule, ...] = (
    *_DESTRUCTIVE,
    *_SECRET,
    *_MONEY,
    *_PUBLISHING,
    *_PERMISSIONS,
    *_CHECKS,
    *_MESSAGES,
    *_MACHINE,
)
"""What is dangerous wherever a session could mean to do it."""

NOW_RULES: tuple[Rule, ...] = (
    *RULES,
    _rule(
        "destructive",
        "remove reset drop clear discard revert undo purge clean prune cancel trim abandon tidy",
        unless=CODE
        + """
        support syntax filter focus search selection state layout title name word plan task phase draft text
        idea scope goal requirement limit cap hint whitespace console listener warning output query middleware
        pin slash note slide carousel translation export average score shader token polyfill bundle theme font
        """,
        named=True,
    ),
    _rule("destructive", "drop discard lose overwrite", "yours ours theirs mine"),
    _rule("destructive", "delete erase", "item entry step lock", named=True),
    _rule("production", "route shift move send", "traffic revision"),
    _rule("production", "update change edit apply switch set restart", "live"),
    _rule(
        "publishing",
        "merge",
        unless=CODE
        + """
        file doc document dictionary dict list array cell row column table duplicate entry idea topic task
        phase feature config option setting story chapter chart graph diagram helper model into-one
        """,
    ),
    _rule("secrets", "log print echo dump show", "authorization header environment env"),
    _rule(
        "publishing", "push send", unless=CODE + "pop stack array list queue item element value", named=True
    ),
    _rule("publishing", "commit", "main master trunk"),
    _rule("destructive", "upgrade downgrade migrate", "database cluster production server"),
    _rule("destructive", "run apply execute", "migration backfill"),
    _rule("destructive", "rewrite", "history author commit"),
    _rule("production", "bounce cycle restart", "database db pool shop store site"),
    _rule("money", "grab register take get reserve secure", "domain"),
    _rule(
        "messages",
        "run start trigger execute fire",
        "reminder newsletter campaign mailing broadcast",
    ),
    _rule(
        "system paths",
        "switch change set install upgrade replace update remove uninstall",
        "laptop computer workstation glibc libc openssl",
    ),
    _rule(
        "security",
        "allow permit trust",
        unless="""
        empty null optional multiple more duplicate value input string argument parameter undefined none name
        space negative zero trailing custom override nested user keyboard both either
        """,
        named=True,
    ),
    _rule("money", "switch move change upgrade", "enterprise pro premium paid business"),
    _rule("money", "start run try call take use get begin", "paid trial"),
    _rule("security", "suppress bypass circumvent", unless="column row output", named=True),
)
"""What is dangerous in a question that certainly is about what the session does now."""
