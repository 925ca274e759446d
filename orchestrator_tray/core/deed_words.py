"""What makes a word a verb, and a question one about what the session may do now.

Data only, in lower case and base forms; `deeds` folds the endings. Two words that are one object are joined
by "-".
"""

from orchestrator_tray.core.word_set import word_set

PAIRS = word_set(
    """
    api-key private-key ssh-key secret-key access-key signing-key access-token api-token auth-token
    bearer-token personal-token seed-phrase app-store play-store docker-hub branch-protection two-factor
    write-access read-access full-access paid-plan paid-tier credit-card mailing-list on-call owner-right
    access-right public-internet local-change release-branch github-token gitlab-token npm-token bot-token
    deploy-token deploy-key oauth-token slack-token spend-limit web-store pull-request merge-request
    auto-renew auto-renewal auto-recharge admin-right public-read rate-limit spin-up scale-up root-access
    disk-access public-write world-readable self-signed saved-login customer-data reserved-instance
    live-mode registry-key top-up client-secret session-cookie credit-note status-page review-comment
    service-account main-database webhook-url allow-list service-role drop-shadow drop-down drop-zone
    drop-cap kill-switch maintenance-mode force-unwrap into-one protected-branch public-key token-bucket
    avl-tree binary-tree search-tree linked-list alarm-code door-code door-pin identity-file master-phrase
    recovery-word recovery-phrase recovery-code backup-code refresh-token google-play group-chat host-key
    load-balancer hugging-face release-candidate saved-session encryption-key session-token service-worker
    push-notification invoice-number customer-number order-number
    """
)
"""Two words that are one object."""

PHRASES = {
    r"g[eo]t(?:s|ting)? rid of": "delete",
    r"thr[oe]w(?:s|n|ing)? (?:away|out)": "delete",
    r"bl[oe]w(?:s|n|ing)? away": "delete",
    r"(?:tear|tears|tearing|tore|torn) down": "destroy",
    r"(?:take|takes|taking|taken|took) down": "destroy",
    r"(?:turn|switch)(?:ed|s|es|ing)? off": "disable",
    r"roll(?:ed|s|ing)? out": "deploy",
    r"roll(?:ed|s|ing)? back": "rollback",
    r"(?:cut|cuts|cutting) over": "deploy",
    r"fail(?:ed|s|ing)? over": "deploy",
    r"shut(?:s|ting)? down": "shutdown",
    r"set(?:s|ting)? up": "setup",
    r"work(?:ed|s|ing)? around": "bypass",
    r"push(?:ed|es|ing)? out": "publish",
    r"put(?:s|ting)? (?:it|them|this) out": "publish",
    r"top(?:ped|s|ping)? up": "top-up",
    r"hard-cod(?:e|ed|es|ing)": "hardcode",
    r"open-sourc(?:e|ed|es|ing)": "opensource",
    r"open source it": "opensource",
    r"de-?dup(?:e|es|ed|ing|licate|licates|licated|licating)": "dedupe",
    r"comment(?:ed|s|ing)? out": "disable",
    r"re-partition": "repartition",
    r"sign(?:s|ed|ing)? off": "approve",
    r"reach(?:es|ed|ing)? out": "message",
    r"two-factor auth\w*": "2fa",
    r"start(?:s|ed|ing)? (?:over|afresh|anew|from scratch|all over)": "recreate",
    r"go(?:es|ing)? away": "vanish",
    r"(?:sweep|sweeps|sweeping|swept) out": "delete",
    r"(?:left|leave|leaves|leaving) out": "skip",
    r"begin(?:s|ning)? again": "recreate",
    r"tak(?:e|es|en|ing) (?:\w+ )?for granted": "assume",
    r"drag(?:ging)?(?:-| )and(?:-| )drop(?:ping)?": "drag",
}
"""Several words that are one verb, as patterns of their forms."""
PARTICLES = (
    " away",
    " down",
    " off",
    " out",
    " over",
    " up",
    " rid ",
    " around",
    "-",
    " source",
    " again",
    " afresh",
    " anew",
    " scratch",
    " and drop",
    " for granted",
)
"""A text without any of these has no such verb."""

BEFORE_VERBS = word_set(
    """
    actually afterwards also always and automatically be been being but by can command completely could did
    directly do does don't first fully get gets going help i i'd i'll immediately instead is are it just
    lets let's may me must next not now of ok okay only or permanently please quietly ready really
    script shall should silently simply so start still temporarily then they to us want was we
    were which will would yes you you'll
    """
)
"""What may stand right before a word for it to be a verb: "should I publish", not "the publish endpoint"."""
PROGRAMS = word_set(
    """
    script job importer migration command installer cleanup tool hook step run deploy deployment suite
    pipeline workflow task cron which merge upgrade rebase playbook makefile target
    """
)
"""What a session would start; a word in -s behind one says what that does: "the job empties the table"."""
BEFORE_GERUNDS = word_set(
    """
    . about after before by for from instead me of than when while with without is are was were be am i'm
    we're you're start and or also keep just not
    """
)
"""What may stand before a verb in -ing."""
BEFORE_NOUNS = word_set("a an each every no the any its your our their soft hard")
"""What stands before nouns that look like verbs: "the delete branch"."""
GOING_ON = word_set("proceed continue confirm approve go ahead start run do perform execute carry allow")
"""What makes a deed of the noun that names it: "proceed with deletion"."""
ALWAYS_VERBS = word_set(
    "delete erase destroy truncate nuke shred overwrite expunge vanish disappear lose "
    "admin-right owner-right root-access"
)
"""Words that are hardly ever nouns, or that name the deed themselves."""
COPULAS = word_set("is are was were")
PASSIVE = word_set("be been being get gets got is are was were")
"""Behind one of these a word in -ed says what is done; elsewhere it is an adjective: "deleted rows"."""
ADVERBS = word_set(
    """
    anyway again already immediately today tonight tomorrow right directly completely entirely permanently
    forever everywhere away force manually automatically quickly full fully straight
    """
)
"""What may stand behind a verb without being its object, beside the words of grammar."""

LATER = word_set("merge push publish release ship open tag deploy")
"""Said to come later, these are not what is asked about: "squash the commits before we merge"."""
LABELS = word_set("email mail text message book phone")
"""As a label they name something where nothing stands behind them: "E-mail only", "Books"."""
LEAKING = word_set("hardcode commit print paste echo expose bake inline")
"""What gives away a secret, wherever it is put."""
OPERATING = word_set(
    """
    deploy run apply migrate restart push change update delete write connect touch affect modify switch
    roll release execute reset stop start seed wipe drop remove clear
    purge erase destroy replace alter turn enable activate attach point send load restore
    """
)
"""What makes production dangerous in a description, too."""
PRODUCTION = word_set("production prod")
INDUSTRY = word_set(
    "oil gas solar wind power energy film movie theatre theater music food milk crop steel factory industrial"
)
"""Before "production" they tell that something is made."""
BESIDE_THE_POINT = word_set(
    """
    ready readiness build builds bundle bundles quality grade code like mode dependency dependencies use
    usage style rule rules line lines schedule planner plan planning of per
    """
)
"""Behind "production" they mean no place: production-ready, a production build."""
LIVE_PLACES = word_set(
    """
    server servers database databases db table tables rows shop store primary replica
    system systems site website config configuration worker workers process processes terminal environment
    cluster instance traffic
    data customers users service services host hosts deployment account accounts
    """
)

ASKING = word_set("how what which where when why who whose what's how's where's who's")
CHOOSING = word_set("which what whose")
AGENTS = word_set("i me my we us")
"""Who asks whether to do something; a question without them may be about a product."""
VAGUE = word_set("a an the next now one step first resolve finish them it")
"""With the words that frame a question: what says nothing about what is asked."""
MODALS = word_set("should can may could must do does will would shall")
PERSONS = word_set(
    """
    users people customers visitors guests members recipients user recipient anyone app admins owner
    owners player players reader readers author authors dialog form button page table list view screen
    menu field sidebar header footer modal toolbar tooltip panel component class method module parser
    lexer tokenizer endpoint api tests library schema model notification notifications spec docs readme
    changelog tutorial guide toggle column icon tab badge
    """
)
"""Persons and parts of a product: what they do is designed."""
STATING = word_set("is are was were do does did has have")
NAMING = word_set("call name title label phrase word")
NO_DEED = word_set("be get is are account accounts data table tables record records profile profiles")
