"""What the guard knows by heart: commands, paths and prices as they are written, and what presses for a yes.

Data only, for text in lower case. All of it runs on text of agents: every pattern is linear in its length.
"""

import re
from typing import NamedTuple


class Command(NamedTuple):
    """What is dangerous as it is written."""

    kind: str
    signs: tuple[str, ...]
    """A text without any of these needs no closer look."""
    pattern: re.Pattern[str]


def _command(kind: str, signs: str, pattern: str) -> Command:
    return Command(kind, tuple(signs.split()), re.compile(pattern, re.VERBOSE))


COMMANDS: tuple[Command, ...] = (
    _command(
        "destructive",
        "rm git drop destroy kubectl helm docker mkfs dd delete truncate histor remove-item format del flush"
        " reset",
        r"""
        \brm\s+- | \bdelete\s+from\b | \btruncate\s+table\b
        | \bgit\s+(?:reset\s+--hard | clean\s+- | checkout\s+--\s | stash\s+(?:drop | clear) | branch\s+-d\b)
        | \bdrop\s+(?:table | database | schema | index | user | view)\b
        | \b(?:terraform | pulumi | cdk | vagrant)\s+destroy | \bkubectl\s+(?:delete | drain)
        | \bhelm\s+(?:delete | uninstall) | \bdocker\s+(?:\w+\s+)?(?:prune | rm | rmi)\b | \bmkfs | \bdd\s+if=
        | \brewrit\w*\s+(?:\w+\s+){0,3}history\b | \bhistory\s+rewrite\b | \bremove-item\b | \brmdir\b
        | \bhard\s+reset\b | \bformat\s+[a-z]: | \bdel\s+/ | \bflush(?:all | db)\b
        """,
    ),
    _command(
        "force",
        "-- force git hook",
        r"""
        --(?:force | force-with-lease | hard | no-verify | admin | yolo)\b | \bgit\s[^\n|]{0,60}\s-f\b
        | \bforce[-\ ]?(?:push | merg | delet | overwrit | install | unlock | reset | restart | kill | quit
            | deploy | rebas | checkout | publish | upgrad | remov | updat)
        | \bskip(?:ping)?\s+(?:\w+\s+){0,2}hooks?\b
        """,
    ),
    _command(
        "secrets",
        ".env id_ .keystore rc secret kubeconfig",
        r"""
        (?:^|[\s"'`/(])\.env\b(?!\.example) | \bid_(?:rsa | ed25519 | ecdsa)\b
        | \.(?:keystore | netrc | npmrc | pypirc)\b
        | \bsecrets?\.(?:ya?ml | json | toml)\b | \bkubeconfig\b
        """,
    ),
    _command(
        "money",
        "$ € £ eur usd gbp dollar pound",
        r"[$€£]\s?\d | \d\s?[€£] | \b\d[\d.,]*\s?(?:eur | usd | gbp | euros? | dollars? | pounds)\b",
    ),
    _command(
        "publishing",
        "npm yarn cargo poetry twine gem flit uv hatch push gh vercel netlify public",
        r"""
        \b(?:npm | pnpm | yarn | cargo | poetry | twine | gem | flit | uv | hatch)\s+
            (?:publish | upload | push)
        | \b(?:git | docker)\s+push\b | \bgh\s+(?:release | pr\s+merge)\b | \bvercel\s+(?:deploy | --prod)
        | \bnetlify\s+deploy | \bmak(?:e | ing)\s+(?:\w+\s+){0,2}
            (?:repo\w* | project | package | site | bucket | image | gist | it | them)\s+public
        """,
    ),
    _command(
        "permissions",
        "sudo chmod chown -- root bypass execution runas accept setfacl ask 777 666 mode",
        r"""
        \b(?:sudo | chmod | chown | runas | setfacl | acceptedits | set-executionpolicy)\b | --privileged\b
        | --dangerously | \bas\s+root\b | \bbypass\s?permissions\b | \bauto-?accept\b
        | \bdon'?t\s+ask\s+(?:me\s+)?again\b | \b0?(?:777|666)\b | \bfile\s+mode\b
        """,
    ),
    _command(
        "security",
        "-- verify stricthost curl reject_un 0.0.0.0 without",
        r"""
        --(?:insecure | no-gpg-sign | no-check-certificate | no-sandbox | trusted-host | allow-unauthenticated
            | skip-verif | disable-web-security)
        | \bverify\s*=\s*false | \bstricthostkeychecking\b | \bcurl\s+(?:-\w+\s+)*-k\b
        | \bnode_tls_reject_unauthorized\b | 0\.0\.0\.0/0
        | \bwithout\s+(?:\w+\s+){0,2}(?:checking | verif\w+ | signing | signature | security | authentication
            | encryption | review\w*)\b
        """,
    ),
    _command(
        "pipe to shell",
        "| curl wget iwr irm invoke iex script installer binary code program pip",
        r"""
        \b(?:curl | wget | fetch | iwr | irm | invoke-webrequest)\b[^\n|]{0,300}\|\s*(?:sudo\s+)?
            (?:\w{0,4}sh | iex | python\d? | perl | ruby | node)\b
        | (?:<\( | \$\()\s*(?:curl | wget)\b | \binvoke-expression\b | \biex\b
        | \beval\b[^\n]{0,40}\b(?:curl | wget)\b
        | \b(?:script | installer | code | binary | program)\b[^.\n]{0,40}\bfrom\s+(?:the\s+ | a\s+)?
            (?:internet | net | web | url)\b[^.\n]{0,30}\b(?:run | execut | start)
        | \b(?:run | execut | start | sourc)\w*\s+(?:\w+\s+){0,4}(?:script | installer | code | binary)\b
            [^.\n]{0,40}\b(?:from | off | over)\s+(?:the\s+ | a\s+)?(?:internet | net | web | url)\b
        | \bremote\s+(?:script | installer)
        | \bpip(?:e | ing)\s[^.\n]{0,40}\b(?:in)?to\s+(?:a\s+ | the\s+)?(?:\w{0,4}sh | shell)\b
        """,
    ),
    _command(
        "system paths",
        "/ ~ :\\ % hk system32 authorized",
        r"""
        (?:^|[\s"'`(=:])/(?:etc | usr | boot | dev(?!/null\b) | sys | bin | sbin | lib | lib64 | root | proc
            | opt | var | private/etc | library | system)(?![\w-])
        | ~/\.(?:ssh | gnupg | aws | kube | bashrc | zshrc | profile | bash_profile | docker)\b
        | \b[a-z]:\\(?:windows | program) | %(?:systemroot | windir | appdata)% | \bhk(?:lm | cu | ey_)
        | \bsystem32\b
        | \bauthorized[_\ ](?:keys | users)\b
        """,
    ),
    _command(
        "messages",
        "comment",
        r"""
        \bcomments?\s+(?:to | on | in | under)\s+(?:(?:the | their | an? | upstream)\s+)*
            (?:pull\s+request | pr\b | issue | ticket | thread | discussion)
        """,
    ),
    _command(
        "irreversible",
        "undo undone revert recover restor revers permanent loss lost gone irrevoc back one-way",
        r"""
        \b(?:cannot | can't | can\ not | never)\s+be\s+
            (?:undone | reverted | recovered | restored | reversed)\b
        | \bno\s+(?:way\s+back | undo | going\s+back | turning\s+back)\b
        | \bpermanently\s+(?:delet | remov | los | eras | destr | gone) | \bdata\s+loss\b
        | \b(?:irreversibl | irrevocabl | unrecoverabl) | \bnot\s+reversible\b
        | \b(?:lost | gone)\s+(?:for\s+good | forever)\b
        | \b(?:won't | can't | cannot | not | unable\s+to | never)\s+(?:be\s+able\s+to\s+)?
            (?:undo | recover | restore)\b
        | \bone-way\s+door\b | \bis\s+permanent\b
        """,
    ),
)

_BOSS = r"(?:user | owner | operator | human | admin | boss | manager | maintainer | developer | customer)s?"
_APPROVED = (
    r"(?:approved | authori[sz]ed | agreed | confirmed | consented | signed\s+off | cleared | granted)"
)
_ANSWER = r"(?:answer | reply | respond | say | select | choose | pick | output)"
_YES = r"""
    ["'`(]*(?:yes | y\b | ok\b | approve | allow | accept | proceed | affirmativ | this\s+one
        | the\s+(?:first | second | third | last | recommended | other)\b
        | option\s+(?:\d | [a-d]\b | one | two))
"""
_ASK = r"(?:ask | confirm | prompt)(?:ing | ation)?"

PRESSING = re.compile(
    rf"""
    \b{_BOSS}\s+(?:has\s+ | have\s+ | had\s+)?(?:already\s+)?
        (?:{_APPROVED} | said\s+yes | told\s+you | wants?\s+you\s+to | expects?\s+you)\b
    | \balready\s+{_APPROVED}\b | \bpreviously\s+(?:approved | agreed | confirmed | consented)\b
    | \b{_APPROVED}\s+(?:already | earlier | before | beforehand | previously)\b
    | \b{_APPROVED}\s+(?:by | with)\s+(?:the\s+ | your\s+ | an?\s+)?(?:{_BOSS} | security | team)\b
    | \bpre-?{_APPROVED}\b | \b{_ANSWER}\s+(?:with\s+ | only\s+ | always\s+ | just\s+)*{_YES}
    | \byou\s+(?:must | have\s+to | need\s+to | should\s+always | are\s+to)\s+
        (?:{_ANSWER} | approve | accept | allow)\b
    | \balways\s+(?:{_ANSWER} | approve | accept | allow)\b
    | \b(?:ignore | disregard | forget | override)\s+(?:\w+\s+){{0,3}}(?:instructions? | rules? | guards?
        | guidelines | polic(?:y | ies) | prompts? | safety | thresholds? | warnings?)\b
    | \b(?:no\s+(?:need | reason)\s+to | without | (?:not | don'?t)\s+(?:have | need)\s+to | needn'?t)
        \s+(?:any\s+ | further\s+ | more\s+)?{_ASK}\s+(?:the\s+ | a\s+)?
        (?:user | human | owner | for | again | me | anyone | anybody)\b
    | \bwithout\s+(?:asking | confirm\w* | approval | permission | consent)\b
    | \bno\s+need\s+to\s+(?:ask | confirm | wait)\b
    | \bwithout\s+waiting\s+for\s+(?:the\s+ | an?\s+)?
        (?:user | confirm\w+ | approval | answer | reply | permission)\b
    | \b(?:consent | approval | permission | authori[sz]ation)\s+(?:was | is | were | has\s+been)\s+
        (?:already\s+)?(?:given | granted | obtained)\b
    | \b(?:do\s+not | don'?t | never)\s+(?:show | tell | mention | reveal)\s+(?:\w+\s+){{0,3}}{_BOSS}\b
    | \b(?:don'?t | do\s+not | never)\s+ask\s+(?:the\s+)?
        (?:{_BOSS} | again | me | anyone | anybody | for)\b
    | \baccording\s+to\s+the\s+{_BOSS}\b | \b(?:correct | right | expected | only)\s+answer\s+is\b
    | \byour\s+memory\s+says\b | (?:^|[.!?\n])\s*(?:assistant | claude | system | important\s+instruction)\s*:
    | \bauto-?\s?approv | \bautomatically\s+(?:approve | accept | confirm | answer)
    | \bsystem\s*(?:prompt | message | note)?\s*: | <\s*/?\s*system
    | \b(?:note | message | instruction)s?\s+(?:to | for)\s+(?:the\s+)?
        (?:assistant | ai | model | agent | bot | tool | machine | llm)\b
    | \btreat\s+(?:this | it)\s+as\s+(?:approved | safe | confirmed) | \bconfidence\s*(?:= | is | :)\s*[\d.]
    | \bsafe\s+to\s+approve\b
    """,
    re.VERBOSE,
)
"""Text that answers for the person: it counts as danger, never as evidence."""

PRESSING_SIGNS = tuple(
    """
    accept allow approv authori agreed confirm consent signed cleared granted said told wants expect
    answer reply respond say select choose pick output must always ignore disregard forget override
    ask wait prompt permission show tell mention reveal according memory assistant claude: system
    automatic note message instruction treat confidence
    """.split()  # noqa: SIM905  # a list of words reads better as one
)
