"""What the guard knows by heart: turns that tell whom something reaches, be it the net, production or people.

Data only, for text in lower case. All of it runs on text of agents: every pattern is linear in its length.
"""

from orchestrator_tray.core.danger_patterns import Command, command

REACHING: tuple[Command, ...] = (
    command(
        "publishing",
        "ngrok cloudflared internet online tunnel reachable site blog homepage gist",
        r"""
        \bpublic\s+gists?\b |
        \bngrok\b | \bcloudflared\b | \b(?:public | open)\s+tunnel\b | \b(?:to | on)\s+the\s+(?:open
            | public)?\s*internet\b
        | \breachable\s+(?:for | to | from)\s+(?:(?:the | our)\s+)?
            (?:clients? | customers? | outside | public | everyone | everybody | anyone)\b
        | \b(?:put | bring | move)\w*\s+(?:it | them | (?:the\s+)?(?:docs | article | post | page))\s+
            on(?:to)?\s+(?:the | our)\s+(?:web\s?site | site | blog | homepage)\b
        | \bonline\s+(?:right\s+away | immediately | at\s+once | now)\b
        | \b(?:put | puts | bring | brings)\s+(?:\w+\s+){1,3}online\b
        """,
    ),
    command(
        "permissions",
        "group team role key every any all same whole entire",
        r"""
        \b(?:whole | entire)\s+(?:home | disk | drive | file\s?system | machine)\b |
        \bsame\s+(?:rights | permissions | access)\s+as\s+(?:me | you | (?:an? | the)\s+(?:admin | owner))\b |
        \b(?:to | into | in)\s+the\s+(?:docker | sudo | wheel | admin\w* | root | owners? | maintainers?)\s+
            (?:group | team | role)\b
        | \bkey\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:host | server | vm | machine | account | bastion)\b
        | \b(?:writ\w+ | push\w* | access | admin)\s+(?:access\s+)?(?:to\s+)?(?:all | every
            | any)\s+(?:\w+\s+)?
            (?:repo\w* | tools? | buckets? | accounts? | hosts? | projects?)\b
        | \b(?:use | allow | run | call)\s+(?:every | all | any)\s+(?:tools? | commands?)\b
        """,
    ),
    command(
        "production",
        """
        directly against flag paying running context cluster environment namespace workspace profile stage
        stack record nameserver into with
        """,
        r"""
        \bpaying\s+(?:customers? | users? | members?)\b | \brunning\s+(?:web\s+)?(?:shop | store | site)\b |
        \bdirectly\s+(?:on | in)\s+(?:the\s+)?(?:server | host | database | db | cluster | primary
            | instance)\b
        | \bagainst\s+(?:https?://)?[\w.-]+\.(?:com | org | net | io | dev | eu)\b
        | \bflag\b[^\n]{0,60}\b\d+\s?%
        | \b(?:context | cluster | environment | namespace | workspace | profile | stage | stack)s?\s+
            (?:(?:is | now | still | currently | named | called | points? | to | set | the)\s+){0,4}["'`(]*
            (?:[\w.-]*[_.-])?(?:prod | live)(?![a-z])
            (?!\s+(?:reload | preview | region | stream | update | demo | view | data\s+binding))
        | \b(?:switch | point | re-?point | chang | updat | set | mov | flip | cut | delet | remov | redirect)
            \w*\s[^.?\n]{0,40}\b(?:(?:the\s+a | aaaa | mx | ns | cname)[-\ ]records? | nameservers?)\b
        | \b(?:guests | customers | users | patients | nurses | people | visitors | drivers)\s+are\s+
            (?:\w+ing)\s+(?:with | into | from | on)\b
        """,
        told=False,
    ),
    command(
        "messages",
        """
        write gets get receive sms really actually whole entire installed sent send goes everyone everybody
        tester
        """,
        r"""
        \bwrite\s+to\s+(?:them | him | her)\b
        | \b(?:gets? | receives? | getting)\s+(?:an?\s+ | the\s+)?(?:\w+\s+)?
            (?:sms | e-?mails? | mails? | messages? | push | calls? | letters? | invitations?)\b
        | \b(?:really | actually)\s+(?:gets? | sees? | hears? | receives? | reads?)\s+
            (?:the | an? | it | them)\b
        | \b(?:whole | entire)\s+(?:department | team | class | school | staff | group | audience | floor)\s+
            (?:then\s+)?(?:gets? | sees? | hears? | receives? | reads?)\b
        | \b(?:every | each | all)\s+installed\s+(?:apps? | devices? | clients? | phones?)\b
        | \b(?:sent | sends? | goes | go)\s+(?:out\s+)?to\s+(?:all | every)\s+(?:[\d.,]+\s+)?
            (?:subscribers? | customers? | members? | users? | parents? | patients? | guests? | contacts?
                | testers?)\b
        | \bevery(?:one | body)\s+(?:on | in)\s+(?:the | our | this)\s+\w+\s+(?:gets? | receives?)\b
        """,
        told=False,
    ),
    command(
        "permissions",
        "rights access",
        r"""
        \b(?:owner | admin | write | root | maintainer)\s+(?:rights? | access)\s+(?:on | to | for | in)\s+
            (?:the | our)\s+(?:org | repo | account | server | cluster | bucket)\w*\b
        """,
    ),
    command("messages", "your", r"\bin\s+your\s+name\b", told=False),
    command(
        "messages",
        "answer reply respond",
        r"\bwhat\s+(?:shall | should | do | would)\s+i\s+(?:answer | reply | respond)\b",
    ),
)
"""Some of them only for what the session does, not for what a design is told to do."""
