"""What the guard knows of deeds: verbs with the objects that make them dangerous, and what makes a verb.

Data only, in lower case and base forms; `guard` folds the endings. Two words that are one object are
joined by "-".
"""

from typing import NamedTuple


class Rule(NamedTuple):
    """A verb that acts on one of the objects near it."""

    kind: str
    verbs: frozenset[str]
    objects: frozenset[str]
    """Empty where the verb alone is enough."""
    told: bool
    """Whether it holds for descriptions, too: they say much that nobody asks to do."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _rule(kind: str, verbs: str, objects: str = "", *, told: bool = False) -> Rule:
    return Rule(kind, _words(verbs), _words(objects), told)


_DATA = """
    account backup bucket cluster collection commit customer data database db deployment disk drive dump
    environment history index instance namespace partition production project record repo repository row
    schema server snapshot stack stash storage table tablespace tenant user vault vm volume workspace
"""
_FILES = """
    branch clone column container dir directory document everything file folder image log package tag work
    worktree
"""
_PRONOUNS = "it them all both everything these those this that"
_SECRETS = """
    secret credential password passphrase api-key private-key ssh-key secret-key access-key signing-key
    access-token api-token auth-token bearer-token personal-token keychain seed-phrase github-token
    gitlab-token npm-token bot-token deploy-token deploy-key oauth-token slack-token
"""
_SECURITY = """
    security tls ssl certificate verification signature signing sign firewall mfa 2fa two-factor antivirus
    sandbox sandboxing csrf protection branch-protection check hook auth authentication authorization
    encryption review
"""
_PEOPLE = """
    customer client user everyone team colleague people member reviewer maintainer author boss manager
    engineer stakeholder subscriber them him her
"""
_RIGHTS = """
    admin administrator owner-right admin-right write-access read-access full-access access-right
    collaborator disk-access root superuser permission privilege public-read public-write world-readable
"""
_RELEASES = """
    package version it this now release app site website article post blog update build image library docs
    documentation module extension plugin gem crate wheel binary them service change hotfix fix
"""
_REGISTRIES = """
    npm pypi crates registry app-store play-store marketplace docker-hub dockerhub maven rubygems cdn
"""

_DESTRUCTIVE = (
    _rule(
        "destructive",
        "delete drop wipe purge erase destroy truncate nuke shred obliterate",
        _DATA + _FILES,
    ),
    _rule("destructive", "delete wipe purge erase destroy truncate nuke shred", _PRONOUNS),
    _rule("destructive", "wipe purge nuke shred flush uninstall invalidate"),
    _rule(
        "destructive",
        """
        remove clear clean reset empty overwrite discard prune kill terminate uninstall reinitialize
        recreate
        """,
        _DATA + "branch release-branch clone dir directory everything folder log trash uncommitted",
    ),
    _rule(
        "destructive",
        "remove clear",
        "database backup bucket production customer volume",
        told=True,
    ),
    _rule(
        "destructive",
        "delete drop wipe purge erase destroy truncate",
        "data database db backup bucket table production customer everything file volume",
        told=True,
    ),
    _rule("destructive", "overwrite", "file config configuration work change existing"),
    _rule(
        "destructive",
        "rollback revert cancel",
        "database migration deployment deploy release production server order subscription",
    ),
    _rule("destructive", "lose", "work change data history everything edit"),
    _rule("destructive", "format reformat", "disk drive partition volume card stick"),
    _rule("destructive", "discard throw lose undo revert", "uncommitted unsaved unpushed local-change"),
    _rule("destructive", "disable", "server cluster instance machine vm host node"),
    _rule(
        "destructive", "shut shutdown stop terminate kill reboot", "server cluster instance machine vm host"
    ),
)

_SECRET = (
    _rule(
        "secrets",
        """
        print show share send commit paste upload log copy export rotate read expose put add enter provide
        give include embed hardcode generate revoke reset change delete use write get fetch dump display
        push save reuse type store check need replace set pass echo tell see update modify
        """,
        _SECRETS,
    ),
    _rule(
        "secrets",
        "hardcode commit paste print echo show share send leak expose rotate revoke upload",
        "token",
    ),
    _rule("secrets", "print share send commit paste upload log expose leak", _SECRETS, told=True),
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
    _rule("money", "book", "flight hotel room ticket trip train seat"),
    _rule("money", "place approve confirm make submit authorize", "order payment purchase transfer refund"),
    _rule("money", "spin-up provision rent scale-up", "gpu instance node cluster vm server machine"),
    _rule("money", "top-up topup add buy raise increase", "credit spending spend-limit balance budget"),
    _rule(
        "money",
        "transfer wire spend charge bill debit withdraw subscribe upgrade renew order cost",
        """
        money fund eur usd gbp euro dollar credit subscription paid-plan billing budget credit-card
        premium paid-tier seat customer card
        """,
    ),
)

_PUBLISHING = (
    _rule("publishing", "publish opensource unpublish yank deploy"),
    _rule("publishing", "do start trigger run cut create tag draft make finish", "release rollout"),
    _rule("publishing", "submit", "extension app package store web-store build paper"),
    _rule("publishing", "release ship launch", _RELEASES),
    _rule("publishing", "publish upload submit push release deploy", _REGISTRIES, told=True),
    _rule(
        "publishing",
        "push",
        "origin upstream remote main master commit branch tag change github it them code",
    ),
    _rule("publishing", "merge", "pr pull-request merge-request main master trunk production release-branch"),
    _rule("publishing", "post publish announce", "blog article announcement news publicly"),
    _rule("publishing", "go", "live"),
)

_PERMISSIONS = (
    _rule("permissions", "chmod chown sudo setuid", told=True),
    _rule("permissions", "grant revoke elevate admin-right owner-right root-access"),
    _rule(
        "permissions",
        "give allow add make assign remove extend raise promote set change get have receive need",
        _RIGHTS,
    ),
    _rule(
        "permissions",
        "allow approve permit trust let accept",
        """
        session always tool command full-access everything folder workspace host invitation terms license
        agreement access request bash shell
        """,
    ),
    _rule("permissions", "share", "folder drive document screen" + _PEOPLE),
    _rule("permissions", "run start execute", "root administrator superuser"),
)

_CHECKS = (
    _rule("security", "accept trust", "certificate cert host key"),
    _rule("security", "allow open permit", "origin cors anonymous internet"),
    _rule("security", "drop lift raise remove disable", "rate-limit scanner scan alarm monitor"),
    _rule("security", "disable skip bypass ignore deactivate circumvent suppress weaken override", _SECURITY),
    _rule(
        "security", "accept trust allow install use", "self-signed selfsigned insecure untrusted unverified"
    ),
    _rule(
        "security",
        "lower relax loosen weaken reduce soften",
        "security protection password requirement policy csp cors",
    ),
    _rule("security", "ignore dismiss suppress silence accept", "vulnerability cve advisory audit risk"),
    _rule(
        "security",
        "remove drop omit",
        """
        auth authentication authorization login encryption firewall mfa 2fa two-factor protection branch-
        protection sandbox
        """,
    ),
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
        + _PEOPLE,
    ),
    _rule("messages", "tweet dm"),
    _rule("messages", "email mail", "report invoice letter document file launch it about" + _PEOPLE),
    _rule("messages", "message invite", _PEOPLE),
    _rule("messages", "open file create report", "upstream"),
    _rule(
        "messages",
        "post reply comment write announce",
        """
        slack discord twitter linkedin channel thread pr pull-request maintainer reviewer author customer
        upstream mailing-list forum issue reddit community
        """,
    ),
    _rule(
        "messages",
        "notify inform contact tell ping page alert",
        """
        team engineer customer reviewer maintainer author manager on-call oncall colleague client
        stakeholder everyone channel
        """,
    ),
    _rule("messages", "ping"),
)

RULES: tuple[Rule, ...] = (
    *_DESTRUCTIVE,
    *_SECRET,
    *_MONEY,
    *_PUBLISHING,
    *_PERMISSIONS,
    *_CHECKS,
    *_MESSAGES,
)

PAIRS = _words(
    """
    api-key private-key ssh-key secret-key access-key signing-key access-token api-token auth-token
    bearer-token personal-token seed-phrase app-store play-store docker-hub branch-protection two-factor
    write-access read-access full-access paid-plan paid-tier credit-card mailing-list on-call owner-right
    access-right public-internet local-change release-branch github-token gitlab-token npm-token bot-token
    deploy-token deploy-key oauth-token slack-token spend-limit web-store pull-request merge-request
    admin-right public-read rate-limit spin-up scale-up root-access disk-access public-write world-
    readable self-signed top-up
    """
)
"""Two words that are one object."""

PHRASES = {
    "get rid of": "delete",
    "getting rid of": "delete",
    "throw away": "delete",
    "throw out": "delete",
    "blow away": "delete",
    "tear down": "destroy",
    "take down": "destroy",
    "turn off": "disable",
    "turned off": "disable",
    "switch off": "disable",
    "switched off": "disable",
    "roll out": "deploy",
    "roll back": "rollback",
    "rolled back": "rollback",
    "shut down": "shutdown",
    "set up": "setup",
    "work around": "bypass",
    "push out": "publish",
    "top up": "top-up",
    "open-source": "opensource",
    "open source it": "opensource",
}

BEFORE_VERBS = _words(
    """
    also always and automatically be been being by can command could did do does don't fully get gets
    going help i i'd i'll immediately is are it just lets let's may me must never not now of or
    permanently please ready script shall should simply so start that then they to us want was we
    were which will would you
    """
)
"""What may stand right before a word for it to be a verb: "should I publish", not "the publish endpoint"."""
ALWAYS_VERBS = _words(
    "delete erase destroy truncate nuke shred overwrite admin-right owner-right root-access"
)
"""Words that are hardly ever nouns, or that name the deed themselves."""
PASSIVE = _words("be been being get gets got is are was were")
"""Behind one of these a word in -ed says what is done; elsewhere it is an adjective: "deleted rows"."""

OPERATING = _words(
    """
    deploy run apply migrate restart push change update delete write connect touch affect modify switch
    roll release execute reset stop start seed wipe drop alter point send load restore
    """
)
"""What makes production dangerous in a description, too."""
PRODUCTION = _words("production prod")
BESIDE_THE_POINT = _words(
    "ready readiness build builds quality grade code like mode dependency dependencies bundle use usage style"
)
"""Behind "production" they mean no place: production-ready, a production build."""
LIVE_PLACES = _words(
    """
    server servers database databases db system systems site website environment cluster instance traffic
    data customers users service services host hosts deployment account accounts
    """
)

ASKING = _words("how what which where when why who whose")
CHOOSING = _words("which what whose")
AGENTS = _words("i me my we us")
"""Who asks whether to do something; a question without them may be about a product."""
MODALS = _words("should can may could must do does will would shall")
PERSONS = _words("users people customers visitors guests members recipients user recipient anyone app")
NO_DEED = _words("be get is are account accounts data table tables record records profile profiles")
