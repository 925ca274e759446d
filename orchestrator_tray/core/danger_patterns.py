"""What the guard knows by heart: commands, paths and prices as they are written.

Data only, for text in lower case. All of it runs on text of agents: every pattern is linear in its length.
"""

import re
from typing import NamedTuple

from orchestrator_tray.core.word_set import word_set


class Command(NamedTuple):
    """What is dangerous as it is written."""

    kind: str
    signs: frozenset[str]
    """A text without any of these needs no closer look."""
    pattern: re.Pattern[str]
    """Where it is long, what begins at a word's boundary is grouped: `re` then looks for that only once."""
    told: bool
    """Whether it holds for the descriptions of a design, too: they say much that nobody asks to do."""
    given: bool
    """Whether it holds for the description of the option that would be given, of a design, too."""


def command(kind: str, signs: str, pattern: str, *, told: bool = True, given: bool = True) -> Command:
    return Command(kind, word_set(signs), re.compile(pattern, re.VERBOSE), told, given)


COMMANDS: tuple[Command, ...] = (
    command(
        "destructive",
        """
        rm git drop destroy kubectl helm docker mkfs dd delete truncate histor remove-item format del
        flush reset theirs unmerged parted fdisk wipefs fresh purge prune schedul
        """,
        r"""
        (?:
        \brm\s+- | \brm\s[^\n|]{0,40}--recursive\b
        | \bdelete\s+from\s+(?!(?:an? | the | this | that | each | every)\b) | \btruncate\s+table\b
        | \bgit\s+(?:reset\s+--hard | clean\s+- | checkout\s+--\s | stash\s+(?:drop | clear)
            | branch\s+-d\b)
        | \bdrop\s+(?:table | database | schema | index | user | view)\b
        | \b(?:terraform | pulumi | cdk | vagrant)\s+destroy | \bkubectl\s+(?:delete | drain)
        | \bhelm\s+(?:delete | uninstall) | \bdocker\s+(?:\w+\s+)?(?:prune | rm | rmi)\b | \bmkfs
        | \bdd\s+if=
        | \brewrit\w*\s+(?:\w+\s+){0,3}history\b | \bhistory\s+rewrite\b | \bremove-item\b | \brmdir\b
        | \bgit\s+(?:filter-\w+ | update-ref | worktree\s+remove | reflog\s+expire | rebase\s+--abort
            | push\s[^\n|]{0,40}(?:--delete | --mirror) | merge\s+--abort | restore\s)
        | \bcheckout\s+--(?:theirs | ours)\b | \buse\s+theirs\b
        | \b(?:parted | fdisk | sfdisk | wipefs | dropdb | lvremove)\b
        | \b(?:docker[\ -]compose | compose)\s+down\s+(?:-v\b | --volumes) | \bmigrate:(?:fresh | reset)
        | \b(?:db:(?:drop | reset) | migrate\s+reset | db\s+reset)\b | \b[1-9]\d*\s+to\s+destroy\b
        | \bschedul\w*\s+(?:\w+\s+)?(?:destruction | deletion)\b
        | \bhard\s+reset\b | \bformat\s+[a-z]: | \bdel\s+/ | \bflush(?:all | db)\b
        ) | (?:\s|^)-{1,2}(?:delete | purge | prune)\b
        """,
    ),
    command(
        "force",
        "-- force git hook kill commit without refspec override same",
        r"""
        (?<!unless\ )--(?:force(?:-[a-z-]+)? | hard | no-verify | admin | yolo | allow-dirty
            | ignore-\w+-checks
            | skip-checks | ignore-installed | no-deps | overwrite | clobber | yes | assume-yes)\b
                | \bcommit\s+(?:with\s+)?-n\b | \bcommit\w*\s+without\s+(?:it | them)\b
        | \bwithout\s+(?:waiting\s+for\s+ | any\s+(?:of\s+)?)?(?:the\s+)?(?:ci | tests? | checks?)\b
        | \bforce[\s:=]+true\b | \bplus\s+refspec | \bpush\s[^\n|]{0,40}\s\+[a-z]
        | \badmin\s+override\b | \boverride\s+merge\b | \ball\s+the\s+same\s*\?
        | \bkill\s+-(?:9 | kill | sigkill)\b | \bkillall\b | \bpkill\b | \bsigkill\b
        | \bgit\s[^\n|]{0,60}\s-f\b
        | \bforce[-\ ]?(?:push | merg | delet | overwrit | install | unlock | reset | restart | kill | quit
            | deploy | rebas | checkout | publish | upgrad | remov | updat)
        | \bskip(?:ping)?\s+(?:\w+\s+){0,2}hooks?\b
        """,
    ),
    command(
        "secrets",
        """
        .env id_ key .keystore rc secret kubeconfig token vault login cookie printenv aws gpg password
        saved your
        """,
        r"""
        (?:^|[\s"'`/(])\.env\b
            (?!\.example | \s+from\s+(?:the\s+ | an?\s+)?(?:example | template | sample))
        | \bid_(?:rsa | ed25519 | ecdsa)\b
        | \.(?:keystore | netrc | npmrc | pypirc)\b
        | \bsecrets?\.(?:ya?ml | json | toml)\b | \bkubeconfig\b | \bprintenv\b
        | \bgh\s+auth\b | \bvault\s+(?:kv | read | write | login)\b | \b(?:npm | docker | gcloud)\s+login\b
        | \baws\s+(?:iam | configure | secretsmanager | ssm)\b | \bgpg\s+--export-secret
        | \b(?:your | my)\s+(?!public)(?:\w+\s+)?key\b
            (?!\s+(?:take | insight | point | idea | concern | goal | question | message))
        | \byour\s+[`"']?~/\.\w
        | \bfind-generic-password\b | \byour\s+(?:own\s+)?(?:username\s+and\s+)?password\b
        | \b(?:your | my | the\s+user's)\s+(?:\w+\s+){0,3}(?:cookies? | credentials?
            | saved\s+session)\b
        """,
        told=False,
    ),
    command(
        "money",
        "$ € £ eur usd gbp dollar pound eth btc chf",
        r"""
        [$€£]\s?\d | \d\s?[€£$]
        | \b\d[\d.,]*\s?(?:eur | usd | gbp | chf | eth | btc | euros? | dollars? | pounds)\b
        """,
        told=False,
    ),
    command(
        "publishing",
        """
        --live --prod vsce ovsx jsr gradle mvn sbt lerna changeset npm yarn cargo poetry twine gem flit
        uv hatch push gh vercel netlify public deploy goreleaser semantic- fastlane wrangler submit
        pages apply kubectl terraform pulumi helm ansible heroku upload merge automatic review
        live customers users everyone subscribers relicens .sh .py .js .ts .rb .ps1
        """,
        r"""
        (?:
        \b(?:goreleaser | semantic-release | fastlane | ansible-playbook)\b
        | \b(?:firebase | fly | flyctl | wrangler | serverless | sls | cdk | pulumi | gcloud | eas
            | kamal)\s+
            (?:\w+\s+)?(?:deploy | publish | submit | up)\b
        | \b(?:kubectl | terraform | tofu)\s+(?:apply | scale | rollout | patch | edit | set)\b
        | \bhelm\s+(?:upgrade | install | rollback)\b | \bheroku\s+\w+
        | \b(?:vsce | ovsx | jsr | lerna | gradle | mvn | sbt | changeset | nx\s+release
            | changesets)\s+publish\b | \bnuget\s+push\b | \bmvn\s+(?:\w+\s+)?deploy
        | \bmaven\s+central\b | \bsonatype\b
        | \bgh[-\ ]pages\b | \b(?:enabl | turn | activat | us | set | with
            | allow)\w*\s+(?:\w+\s+){0,2}auto-?merge\b | \bautomatic(?:ally)?\s+releas
        | \bsubmit\w*\s+(?:\S+\s+){0,4}(?:for | to)\s+(?:\w+\s+){0,2}(?:review | store | stores)\b |
        \b(?:npm | pnpm | yarn | cargo | poetry | twine | gem | flit | uv | hatch)\s+
            (?:publish | upload | push)
        | \b(?:git | docker)\s+push\b
        | \bgh\s+(?:release | gist | (?:pr | issue | repo | workflow)\s+
            (?:merge | create | close | comment | review | edit | delete | run | archive | transfer))\b
                | \bvercel\s+(?:deploy | --prod)
        | \bnetlify\s+deploy
        | \b(?:mak(?:e | es | ing) | turn(?:s | ing)? | set(?:s | ting)? | switch(?:es | ing)?
            | flip(?:s | ping)?)\s+
            (?:\w+\s+){0,5}(?:repo\w* | project | package | site | bucket | image | gist | it | them | page
            | logs? | dataset | board | files? | folder | results | artifacts?
            | everything)\s+public(?:ly)?\b
        | \brelicens\w*
        | \b(?:run | execute | start | bash | sh | python\d?)\s+(?:the\s+)?[\w./-]{0,60}
            (?:deploy | publish | release)[\w-]{0,30}\.(?:sh | py | js | ts | rb | ps1)\b
        | \bgo(?:es | ing)?\s+(?:live | out\s+to\s+(?:\w+\s+){0,2}(?:customers | users | everyone
            | subscribers))\b
        ) | --(?:live | prod | production)\b
        """,
    ),
    command(
        "permissions",
        """
        administratora whole entire allusers visible editable sudo chmod chown -- root bypass execution
        runas accept setfacl ask 777 666 mode roles/ owner prompt anyone everyone (* world public
        service admin write: delete manage: privileged docker.sock docker available accessible readable grant
        full write lock resource
        """,
        r"""
        (?:
        \b(?:sudo | chmod | chown | runas | setfacl | acceptedits | set-executionpolicy)\b
        | \bas\s+root\b | \bbypass\s?permissions\b | \bauto-?accept\b
        | \ball(?:authenticated)?users\b | \b(?:visible | editable | readable | writable | accessible
            | available)\s+
            (?:to | for | by)\s+(?:anyone | everyone | everybody | all | the\s+public)\b
        | \baction\W{1,3}\*\s+on\s+resource\W{1,3}\*
        | \broles/\w+ | \bservice[-_\ ]role\s+key\b | \b\w+\(\*\) | \bno\s+(?:more\s+)?prompts\b
        | \badministratoraccess\b | \b(?:admin | write | delete | manage):\w+ | \bdelete_repo\b
        | \bdocker[ .]sock(?:et)?\b
        | \b(?:whole | entire)\s+(?:domain | organi[sz]ation | company | world)\b
        | \b(?:anyone | everyone | everybody)\s+(?:with\s+the\s+link | on\s+the\s+internet)\b
        | \b(?:full | cluster)[-\ ]admin\b | \bpublic(?:ly)?[-\ ]read\w*\b
        | \bopen(?:ed | s)?\s+(?:up\s+)?to\s+(?:the\s+)?(?:world | everyone | everybody | anyone
            | public | internet)\b
        | \bgrant\s+(?:all | select | insert | update | delete | usage | execute)
            \b[^\n]{0,40}\b(?:on | to)\b
        | \b(?:anyone | everyone | everybody)\s+with\s+an?\s+(?:login | account)\b | \bfull\s+rights\b
        | \bwrite\s+everywhere\b
        | \bdon'?t\s+ask\s+(?:me\s+)?again\b | \b0?(?:777|666)\b | \bfile\s+mode\b
        ) | --privileged\b | --dangerously | (?<!-)\bprivileged\b(?!\s+(?:users? | roles?))
        """,
    ),
    command(
        "security",
        """
        -- verify stricthost curl reject_un 0.0.0.0 without setenforce cors ufw plain unsandbox sandbox auth
        iptables netsh unsafe quarantine ignore gpgcheck origin won't check unprotected audit-level
        accepted door
        """,
        r"""
        (?:
        \bsetenforce\b | \bufw\s+(?:disable | reset | allow) | \biptables\b | \bnetsh\b | \bunsandboxed\b
        | \bout(?:side)?\s+(?:of\s+)?(?:the\s+)?sandbox\b | \bno[-\ ]?sandbox\b
        | \bpasswords?\s+(?:\w+\s+)?in\s+(?:plain | clear)\s?-?text\b | \bno\s+auth(?:entication)?\b
        | \b(?:unauthenticated | anonymous)\s+access\b
        | \b(?:disabl | turn | relax | loosen | bypass | skip | remov | open)\w*\s+(?:\w+\s+){0,3}cors\b
        | \bunsafe-(?:inline | eval)\b | \b(?:any | every | all)\s+origins?\b | \bunprotected\b
        | \bno\s+(?:signature | certificate | token | origin | permission | auth\w* | access
            | identity | ownership
            | integrity | checksum | password)\s+(?:check | verification | validation)s?\b
        | \b(?:no | without\s+any)\s+(?:\w+\s+)?checks?\s+(?:of | on | at\s+all | who | whether)\b
        | \bfrom\s+(?:the\s+)?required\s+(?:\w+\s+)?checks?\b | \baudit-level\b | \bback-?door\b
        | \bany\s+(?:code | password | certificate | token | signature)\s+is\s+accepted\b
        | \bcom\.apple\.quarantine\b | \bignore\s?-?list\b | \ballow-origin:?\s*\*
        | \bmark\w*\s+(?:\w+\s+){0,2}(?:as\s+)?(?:a\s+)?(?:false\s+positive | won'?t\s+fix)
        | \bverify\s*=\s*false | \bstricthostkeychecking\b | \bcurl\s+(?:-\w+\s+)*-k\b
        | \bnode_tls_reject_unauthorized\b
        | \bwithout\s+(?:\w+\s+){0,2}(?:checking | verif\w+ | signing | signature | security
            | authentication
            | encryption | review\w*)\b
        ) | --(?:insecure | no-gpg-\w+ | no-check-certificate | no-sandbox | trusted-host
            | allow-unauthenticated
            | skip-verif | disable-web-security)
        | 0\.0\.0\.0/0
        """,
    ),
    command(
        "security",
        "accept",
        r"""
        \baccept\w*\s+(?:any | every | all)\s+
            (?:codes? | passwords? | certificates? | tokens? | signatures? | logins?)\b
        """,
    ),
    command(
        "messages",
        "comment know @ # their once notification mail message sms letter invitation",
        r"""
        (?:^|\s)@mention | \b(?:tag | ping | cc | ask | assign | add | notify)\w*\s+@\w |
        \blet(?:ting)?\s+(?!me\b | us\b | you\b | it\b)(?:\w+\s+){1,4}know\b | (?:^|\s)@(?:channel
            | here | everyone | all)\b |
        \b(?:post | send | write | share | announce | tell | say | put)\w*\s[^\n]{0,120}\s(?:in | to | on
            | into)\s+\#[a-z] |
        \b(?:notification | e?-?mail | message | sms | letter)s?\s+to\s+(?:all | every | the\s+whole)\b |
        \b(?:e?-?mail | message | newsletter | letter | invitation)s?\s+go(?:es)?\s+out\b |
        \bgets?\s+an?\s+\w+\s+(?:on\s+their | at\s+once)\b |
        \bcomments?\s+(?:to | on | in | under)\s+(?:(?:the | their | an? | upstream | \w+s'?s?')\s+)*
            (?:pull\s+request | pr\b | issue | ticket | thread | discussion)
        """,
    ),
)
