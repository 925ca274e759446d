"""Things that no machine may decide about, whatever is done to them: credentials, money, other people...

It is for questions about what the session does now, where the verbs are without number. A thing that only
describes another is none: "the password field", "the customer table's test".
"""

from collections.abc import Iterable, Sequence

from orchestrator_tray.core.danger_objects import SECRETS
from orchestrator_tray.core.deeds import Word, stems

_THINGS = {
    kind: stems(frozenset(words.split()))
    for kind, words in {
        "destructive": """
            backup bucket disk trash original stash customer-data uncommitted unpushed
            unmerged
        """,
        "production": """
            production prod main-database live-mode maintenance tenant dns nameserver failover canary cutover
            load-balancer rollout
        """,
        "force": "override bypass branch-protection",
        "secrets": SECRETS + "cookies saved-login vault pat 1password keyring service-account webhook-url",
        "money": """
            subscription invoice bill escrow payment payout refund payroll discount trade credit-card
            paid budget purchase salary donation paid-plan paid-tier credit-note reserved-instance
        """,
        "publishing": """
            pr prs pull-request merge-request release-branch app-store play-store testflight pypi marketplace
            upstream origin remote trunk public release-candidate hotfix
        """,
        "permissions": """
            sudo superuser permission privilege allowlist whitelist collaborator maintainer admin owner
            allow-list iam service-role
        """,
        "security": """
            firewall antivirus mfa 2fa csrf csp certificate selinux sandbox vulnerability cve scanner
            gatekeeper quarantine rate-limit captcha alert
        """,
        "messages": """
            customer stakeholder reviewer newsletter mailing-list status-page linkedin twitter slack discord
            reddit board vendor colleague on-call announcement tweet invitation review-comment community
            reporter tester
        """,
        "system paths": "kernel bootloader firmware daemon registry-key crontab machine-wide fstab sudoers",
    }.items()
}
_DESCRIBED = stems(
    frozenset(
        """
        field form page input column table test class module parser format helper component button label
        icon function hook middleware docs documentation example screen endpoint schema type model view
        dialog tab list section chapter text message error check lookup calculation validation layer mock
        fake stub fixture style tokenizer code name header footer card menu api interface enum handler
        hash renderer template feature story flow service logic object value variable constant parameter
        prop attribute spec diagram heading paragraph title colour color property rule policy reducer
        action event strength store state provider sidebar area chapter preview region reload result demo
        mock-up mockup document archive record pdf report package library generator builder import route
        controller line row mode level
        """.split()  # noqa: SIM905  # a list of words reads better as one
    )
)
"""Behind a thing they are what is meant: the password field is a field."""
_HARMLESS_VERBS = stems(
    frozenset(
        """
        document describe explain name rename mention test mock stub fake implement refactor design discuss
        parse draw write rewrite review sketch outline draft format lint summarize brainstorm plan investigate
        research analyze read compare model memoize cover start continue
        """.split()  # noqa: SIM905  # a list of words reads better as one
    )
)


def thing(texts: Iterable[Sequence[Word]]) -> str | None:
    """Name the kind of the first thing in the texts, each of which says what would be done."""
    return next(filter(None, (_in_text(words) for words in texts)), None)


def is_harmless(words: Sequence[Word]) -> bool:
    """Tell whether a text begins with a deed that leaves no trace outside the code: "shall I document"."""
    keys = [word.key for word in words[:6]]
    return next((key in _HARMLESS_VERBS for key in keys if key not in _OPENING), False)


_OPENING = stems(
    frozenset(
        """
        should shall can may could i you want me to do would like let's us now yes no please go ahead and
        """.split()  # noqa: SIM905  # a list of words reads better as one
    )
) | {"."}


def _in_text(words: Sequence[Word]) -> str | None:
    if is_harmless(words):
        return None
    for index, word in enumerate(words):
        behind = words[index + 1].key if index + 1 < len(words) else "."
        if behind in _DESCRIBED:
            continue
        for kind, things in _THINGS.items():
            if word.key in things:
                return kind
    return None
