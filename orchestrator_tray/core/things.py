"""Things that no machine may decide about, whatever is done to them: credentials, money, other people...

It is for questions about what the session does now, where the verbs are without number. A thing that only
describes another is none: "the password field", "the customer table's test".
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from orchestrator_tray.core.danger_objects import SECRETS
from orchestrator_tray.core.deeds import Word
from orchestrator_tray.core.word_class import stems
from orchestrator_tray.core.word_set import word_set
from orchestrator_tray.core.wordlists import FUNCTION_WORDS

_THINGS = {
    kind: stems(word_set(words))
    for kind, words in {
        "destructive": """
            backup bucket disk trash original stash customer-data uncommitted unpushed
            unmerged
        """,
        "production": """
            main-database live-mode maintenance maintenance-mode tenant dns nameserver failover canary cutover
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
            upstream origin remote trunk public release-candidate hotfix gist pastebin
        """,
        "permissions": """
            sudo superuser permission privilege allowlist whitelist collaborator maintainer admin owner
            allow-list iam service-role
        """,
        "security": """
            firewall antivirus mfa 2fa csrf csp certificate selinux sandbox vulnerability cve
            gatekeeper rate-limit captcha alert
        """,
        "messages": """
            customer stakeholder reviewer newsletter mailing-list status-page linkedin twitter slack discord
            reddit colleague on-call announcement tweet invitation review-comment community
            reporter tester
        """,
        "system paths": """
            kernel bootloader firmware daemon registry-key crontab machine-wide fstab
            sudoers systemd launchd glibc
        """,
    }.items()
}
_KIND_OF = {word: kind for kind, words in reversed(_THINGS.items()) for word in words}
_DESCRIBED = stems(
    word_set(
        """
        field form page input column table test class module parser format helper component button label
        icon function hook middleware docs documentation example screen endpoint schema type model view
        dialog tab list section chapter text message error check lookup calculation validation layer mock
        fake stub fixture style tokenizer code name header footer card menu api interface enum handler
        hash renderer template feature story flow service logic object value variable constant parameter
        prop dependency attribute spec diagram heading paragraph title colour color property reducer
        action event strength store state provider sidebar area chapter preview region reload result demo
        mock-up mockup banner skeleton loader sheet panel console folder directory branch block id quota
        description login agent
        spinner placeholder document archive record pdf report package library generator builder import route
        controller line row mode level amount total rounding
        """
    )
)
"""Behind a thing they are what is meant: the password field is a field."""
_HARMLESS_VERBS = stems(
    word_set(
        """
        document describe explain name rename mention test mock stub fake implement refactor design discuss
        parse draw write rewrite review squash sketch outline draft format lint summarize brainstorm plan
        investigate research analyze read compare model memoize cover start continue
        """
    )
)


def thing(texts: Iterable[Sequence[Word]], *, mended: bool = False) -> str | None:
    """Name the kind of the first thing in the texts, each of which says what would be done.

    Where they are `mended`, the weak points of the code are no danger: "it has a CVE. Upgrade it?".
    """
    leave_out = _WEAK_POINTS if mended else frozenset()
    return next(filter(None, (_in_text(words, leave_out) for words in texts)), None)


def is_harmless(words: Sequence[Word]) -> bool:
    """Tell whether a text begins with a deed that leaves no trace outside the code: "shall I document"."""
    return _begins_with(words, _HARMLESS_VERBS)


def is_mending(words: Sequence[Word]) -> bool:
    """Tell whether a text begins with what takes a weak point away: "should I upgrade"."""
    return _begins_with(words, _MENDING_VERBS)


def _begins_with(words: Sequence[Word], verbs: frozenset[str]) -> bool:
    keys = [word.key for word in words[:6]]
    return next((key in verbs for key in keys if key not in _OPENING), False)


_MENDING_VERBS = stems(word_set("upgrade update bump fix patch repair mend address"))
_WEAK_POINTS = stems(word_set("vulnerability cve alert"))


_OPENING = stems(
    word_set(
        """
        should shall can may could i you want me to do would like let's us now yes no please go ahead and
        """
    )
) | {"."}


def _in_text(words: Sequence[Word], leave_out: frozenset[str]) -> str | None:
    if is_harmless(words):
        return None
    keys = [word.key for word in words]
    for index, key in enumerate(keys):
        kind = None if key in leave_out else _KIND_OF.get(key)
        if kind and not (_is_beside_the_point(keys, index) or _is_named(keys[max(0, index - 3) : index])):
            return kind
    return None


def _is_beside_the_point(keys: Sequence[str], index: int) -> bool:
    """Tell whether a thing only describes another, is made up, or is only where something lies."""
    before, compound = keys[max(0, index - 1) : index], keys[index + 1 : index + 3]
    if _is_only_told(keys, index):
        return True
    if compound and (
        compound[0] in _DESCRIBED or (compound[-1] in _DESCRIBED and compound[0] not in _GRAMMAR)
    ):
        return True
    if before and before[0] in (_LEFT if keys[index] in _UNSAVED else _MADE_UP):
        return True
    if keys[index] == "origin":
        return not _BY_ORIGIN.isdisjoint(before)
    if keys[index] == "sandbox":
        return not _SANDBOXED.isdisjoint(compound[:1])
    if keys[index] == "public":
        return not _PUBLIC_BY_DESIGN.isdisjoint((*before, *compound[:1]))
    if keys[index] in _BUILT:
        return not _WITHIN.isdisjoint(keys[max(0, index - 2) : index])
    return keys[index] in _PLACES and (
        _is_where(keys[max(0, index - 2) : index]) or "before" in keys[max(0, index - 3) : index]
    )


_BY_ORIGIN = frozenset(("by", "its", "their"))
"""Behind these the origin is where something comes from, and no remote."""


def _is_only_told(keys: Sequence[str], index: int) -> bool:
    """Tell what is only known or counted from what something is done to: "customers want it", "one PR?"."""
    key, behind = keys[index], keys[index + 1 : index + 7]
    begins = index == 0 or keys[index - 1] == "."
    if key in _PULL_REQUESTS:
        is_told = not _STATING.isdisjoint(behind) and _DONE_WITH.isdisjoint(behind)
        return is_told if begins else keys[index - 1] in _COUNTING
    if key in _PEOPLE:
        return not _WISHING.isdisjoint(behind[:1])
    return key == "stash" and begins  # a verb: what is stashed is kept


def _is_named(before: Sequence[str]) -> bool:
    """Tell whether only a name is looked for: "a name for the daemon"."""
    return any(word in _NAMES and then in _FOR for word, then in pairwise(before))


def _is_where(before: Sequence[str]) -> bool:
    """Tell whether a place is only where something is done: "fix it in this PR", "cache it on disk"."""
    return before[-1:] != [] and (before[-1] in _WHERE or (before[-1] in _POINTING and before[0] in _WHERE))


_GRAMMAR = FUNCTION_WORDS | {"."}
_MADE_UP = stems(frozenset({"sample", "fake", "dummy", "mock", "stub", "example"}))
_UNSAVED = stems(frozenset({"uncommitted", "unpushed", "unmerged"}))
_LEFT = stems(frozenset({"leave", "keep", "stay", "remain"}))
"""Before what is unsaved they tell that nothing becomes of it: "leave uncommitted"."""
_PUBLIC_BY_DESIGN = stems(
    word_set(
        """
        signature method function class constructor member property field type interface api img asset
        static folder directory holiday transport
        """
    )
)
_SANDBOXED = stems(frozenset({"database", "db", "tenant", "api"}))
"""Such a sandbox is a place to try things, no barrier."""
_PLACES = stems(frozenset({"disk", "bucket", "pr", "prs", "pull-request", "merge-request", "hotfix"}))
_PULL_REQUESTS = stems(frozenset({"pr", "prs", "pull-request", "merge-request"}))
_COUNTING = stems(word_set("one two three four several single separate own same each per split small which"))
"""Before pull requests they ask how work is parted, and open none: "one PR or two?"."""
_STATING = stems(word_set("open brings adds touches"))
_DONE_WITH = stems(word_set("approved green ready reviewed mergeable"))
"""What is said of a pull request that is in work, and of one that would be merged."""
_PEOPLE = stems(word_set("customer tester reporter stakeholder colleague community"))
_WISHING = stems(word_set("want use need wish dislike complain expect"))
"""Behind people they tell what is known of them; nobody hears of it."""
_BUILT = stems(frozenset({"bootloader", "firmware", "kernel"}))
"""What a session builds: "the watchdog in the firmware"."""
_WITHIN = frozenset({"in", "of", "for"})
_NAMES = stems(frozenset({"name", "icon", "logo", "title", "rename"}))
_FOR = frozenset({"for", "of"})
_WHERE = frozenset({"on", "in", "to", "into", "from", "for", "of", "before", "local", "s3"})
_POINTING = frozenset(
    {"the", "a", "an", "this", "that", "my", "your", "our", "its", "s3", "same", "separate", "local"}
)
"""Before a place they tell that it is none: what is done there is done to something else."""
