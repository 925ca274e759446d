"""What deeds are done to: words that the rules of `dangers` share.

Data only, in lower case and base forms. Two words that are one object are joined by "-".
"""

DATA = """
    account backup bucket cluster collection commit customer data database db deployment disk drive dump
    environment history index instance namespace project record repo repository row
    schema server snapshot stack stash storage table tablespace tenant user vault vm volume workspace keyspace
    topic pod pvc mailbox inbox archive dataset subscription entry
"""
FILES = """
    branch clone column container dir directory document everything file folder image log package tag work
    worktree stash local
"""
UNSAVED = "work change edit side modification uncommitted unsaved unpushed unmerged local-change commit"
REBUILT = " node_modules dist artifact artefact pycache rebuild "
"""What the next build makes again."""
PRONOUNS = "it them all both everything these those this that"
CODE = """
    import function method class variable constant line comment code parameter argument type interface
    component style css word character whitespace space sentence paragraph section heading option flag
    prop duplication duplicate step item bullet statement call wrapper alias widget icon label tooltip
    placeholder dependency annotation decorator typo suffix prefix todo assertion mock stub helper snippet
    example bracket semicolon comma newline blank whitespace button assert feature phrase test abstraction
    layer element
"""
SHAPES = "avl-tree binary-tree search-tree linked-list trie heap"
"""What exercises take apart."""
SECRETS = """
    secret credential password passphrase api-key private-key ssh-key secret-key access-key signing-key
    access-token api-token auth-token bearer-token personal-token keychain seed-phrase github-token
    gitlab-token npm-token bot-token deploy-token deploy-key oauth-token slack-token client-secret jwt
    alarm-code door-code door-pin identity-file master-phrase recovery-word recovery-phrase recovery-code
    backup-code refresh-token
    cookie cookies session-cookie saved-session session-token encryption-key kubeconfig keystore p12 pem
"""
SECURITY = """
    security tls ssl certificate verification signature signing sign firewall mfa 2fa two-factor antivirus
    sandbox sandboxing csrf protection branch-protection check hook auth authentication authorization
    encryption review scan scanning scanner selinux apparmor defender csp rls sanitizer sanitization
    captcha hashing host-key rate-limit approval safeguard guardrail vulnerability
"""
PEOPLE = """
    customer client user everyone team colleague people member reviewer maintainer author boss manager
    engineer stakeholder subscriber them him her tester reporter contributor contractor vendor supplier
    staff company partner owner lead channel recipient contact department patient parent student pupil
    guest attendee applicant candidate employee donor follower resident buyer seller guardian family
    audience participant fan press journalist whole-team
"""
RIGHTS = """
    admin administrator owner owner-right admin-right write-access read-access full-access access-right
    access collaborator disk-access root superuser permission privilege public-read public-write
    world-readable role editor maintainer iam scope service-role allow-list allowlist whitelist sudoers
"""
RELEASES = """
    package version it this now release app site website article post blog update build image library docs
    documentation module extension plugin gem crate wheel binary them service change hotfix fix
"""
REGISTRIES = """
    google-play npm pypi crates registry app-store play-store marketplace docker-hub dockerhub maven rubygems
    cdn
    hugging-face huggingface
"""
