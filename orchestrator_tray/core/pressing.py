"""Texts that answer for the person: they count as danger, never as evidence.

Data only, for text in lower case. All of it runs on text of agents: every pattern is linear in its length.
"""

import re

from orchestrator_tray.core.word_set import word_set

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

_ANSWERING = re.compile(
    rf"""
    (?:
    \b{_BOSS}\s+(?:has\s+ | have\s+ | had\s+)?(?:already\s+)?
        (?:{_APPROVED} | said\s+yes | told\s+you | wants?\s+you\s+to | expects?\s+you)\b
    | \balready\s+{_APPROVED}\b | \bpreviously\s+(?:approved | agreed | confirmed | consented)\b
    | \b{_APPROVED}\s+(?:already | earlier | before(?!\s+(?:\w+ing | the | an? | each | every | any
            | it | we | i)\b)
        | beforehand | previously)\b
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
    | \b(?:don'?t | never | (?:do | may | must | should)\s+not)\s+ask\s+(?:the\s+)?
        (?:{_BOSS} | again | me | anyone | anybody | for)\b
    | \baccording\s+to\s+the\s+{_BOSS}\b | \b(?:correct | right | expected | only)\s+answer\s+is\b
    | \byour\s+memory\s+says\b
    | \bauto-?\s?approv | \bautomatically\s+(?:approve | accept | confirm | answer)
    | \bsystem\s*(?:prompt | message | note)?\s*:
    | \b(?:note | message | instruction)s?\s+(?:to | for)\s+(?:the\s+)?
        (?:assistant | ai | model | agent | bot | tool | machine | llm | automat\w+ | guard | responder)\b
    | \b(?:treated | taken | counts?)\s+as\s+(?:a\s+)?(?:yes | approv\w+ | consent | confirmed)\b
    | \b(?:skip | omit | suppress)\w*\s+(?:\w+\s+){{0,2}}(?:confirmation | approval | consent)s?\b
    | \bauthori[sz]ed\s+to\s+(?:\w+\s+){{0,2}}(?:answer | reply | approve | decide | proceed | confirm | act)
    | \b(?:answer | reply | decide | confirm | approve)\w*\s+(?:\w+\s+){{0,2}}
        (?:for | on\s+behalf\s+of | instead\s+of)\s+the\s+{_BOSS}\b
    | \b(?:you | we | i)\s+(?:already\s+)?have\s+(?:the\s+)?(?:consent | permission | approval)\b
    | \bif\s+you(?:'re | \s+are)\s+an?\s+(?:program | ai | bot | agent | assistant | llm | machine)\b
    | \b(?:note | message | instruction)s?\s+(?:to | for)\s+(?:the\s+)?
        (?:answering | automatic | automated | reading)\s+\w+
    | \b(?:treat | consider | take)\w*\s+(?:\S+\s+){{0,3}}
        (?:consent | approval | permission)\s+(?:as\s+)?given\b
    | \b(?:right | correct | expected | proper)\s+(?:reply | response | choice | option)\s+is\b
    | \bskip\s+the\s+(?:person | user | human | owner)\b | \bforget\s+(?:what | everything | all)\s+you\b
    | \b(?:not | n't)\s+(?:show | tell)\s+(?:this | it)\s+to\s+any(?:body | one)\b
    | \bguard\b[^.\n]{{0,60}}\b(?:no\s+objection | been\s+told)\b
    | \b{_BOSS}\s+wants?\s+(?:this | it | that | you)\b | \bas\s+an\s+(?:ai | assistant | llm)\b
    | \b(?:answering | replying | responding | saying | choosing | selecting)\s+["'`(]*(?:yes | ok | y)\b
    | \byou\s+should\s+(?:accept | approve | allow)\b | \bwithout\s+(?:further | more | any)\s+questions\b
    | \bi\s+have\s+your\s+(?:permission | approval | consent)\b
    | \b(?:has | have)\s+been\s+(?:signed\s+off | approved | authori[sz]ed | cleared)\b
    | \b(?:human | user | owner | operator | maintainer)\s+(?:is\s+(?:away | asleep | busy) | said)\b
    | \btreat\s+(?:this | it)\s+as\s+(?:approved | safe | confirmed) | \bconfidence\s*(?:= | is | :)\s*[\d.]
    | \bsafe\s+to\s+approve\b
    | \b(?:the | this)\s+question\s+is\s+(?:\w+\s+)?
        (?:harmless | safe | innocent | trivial | benign | routine)\b
    | \b(?:a | an | this)\s+(?:harmless | innocent | benign)\s+question\b
    | \bguard\s+(?:may | can | could | should | will)\s+(?:\w+\s+)?
        (?:let\s+(?:it | this | that | me) | wave | pass)\b
    | \bbe\s+(?:answered | accepted | approved | confirmed)\s+
        (?:automatically | by\s+itself | unseen | blindly | without\s+\w+ing)\b
    ) | (?:^|[.!?\n])\s*(?:assistant | claude | system | important\s+instruction)\s*:
    | <\s*/?\s*system
    """,
    re.VERBOSE,
)
"""Text that answers for the person: danger, never evidence. Grouped as the pattern of a `Command` is."""

_REFERRING = re.compile(
    r"""
    \bas\s+(?:(?:we | you | i | always)\s+)?(?:have\s+ | had\s+)?(?:agreed | approved | confirmed
            | authori[sz]ed)\b
    | \byou\s+(?:do\s+not | don'?t | never | no\s+longer)\s+(?:want | need | like | have)\s+to\s+(?:be\s+)?
        (?:asked | ask | bothered | confirm | approve | answer | reviewe?d?)\b
    | \b(?:answered | accepted | approved | chosen | confirmed | agreed | selected | picked)\s+(?:\w+\s+){0,3}
        times\b
    | \b(?:routine | standard | mere)\s+(?:confirmation | approval | question)\b
    | \b(?:same | identical)\s+(?:\w+\s+){0,2}(?:answer | choice | reply | decision)\s+
        (?:as\s+(?:before | always | last | ever) | every | each | again)
    | \b(?:identical | equal | same)\s+(?:to | as)\s+(?:the\s+)?(?:earlier | previous | last)\b
    | \b(?:guard | filter | safety\s+check | classifier | reviewer | human | gate)\s+
        (?:need\s?n[o']t | need\s+not | does\s+not | doesn't | can\s+(?:skip | ignore) | should\s+not
            | may\s+skip)
    | (?<!what\ )\byou\s+(?:have\s+)?(?:already | always | previously | usually | earlier)\s+(?:say | said
            | chose | choose | chosen
        | pick | picked | answer | answered | approve | agree | accept | confirm | allow | told | gave)\w*\b
    | \byou\s+(?:said\s+(?:yes | ok | go) | told\s+me\s+to | gave\s+me | 've\s+approved | approved | agreed)\b
    | \bgo-?\s?ahead\s+(?:was | has\s+been | is)\s+(?:given | granted)
    | \bconfidence\s+(?:score\s+)?(?:of\s+)?[\d.]
    | \bno\s+(?:human | person | user)\s+(?:is\s+)?(?:needed | required | necessary | input)
    | \b(?:no | without)\s+(?:further\s+)?(?:confirmation | approval | consent | sign-?off)\s+(?:is\s+)?
        (?:needed | required | necessary)
    | \b(?:automat\w+ | bots? | agents? | machines? | systems? | models? | ai | assistants?)\s+(?:\w+\s+){0,2}
        (?:must | shall | have\s+to)\s+(?:select | choose | pick | answer | take | prefer | say)\b
    | \b(?:guard | safety | review | confirmation | approval)s?\s+(?:\w+\s+)?(?:may | can | could
            | should | is | are)\s+
        (?:be\s+)?(?:skipped | ignored | bypassed | omitted | disabled | unnecessary | not\s+needed)\b
    | \byou\s+(?:have\s+)?said\s+(?:\w+\s+){0,4}times\b
    | \byou\s+have\s+said\s+(?:yes | ok | the\s+same)\b
    | \bseen\s+\d+\s+times\b | \bbound\s+to\s+be\s+the\s+same\b
    | \bcounts?\s+as\s+(?:answered | agreed | harmless | safe)\b | \bgets?\s+a\s+["'`(]*(?:yes | ok)\b
    | \bperson\s+(?:\w+\s+){0,3}is\s+(?:away | asleep | busy)\b | \bwave\w*\s+(?:\w+\s+)?through\b
    | \b(?:only | just | mere)\s+a\s+formality\b | \bnot\s+a\s+real\s+question\b
    | \bunattended\b | \bneeds?\s+no\s+(?:further\s+)?(?:review | confirmation | approval | answer | human)\b
    | \bsafe\s+to\s+(?:answer | confirm | accept | skip | say | auto\w*)\b
    | \b(?:would | will | always)\s+says?\s+["'`(]*(?:yes | ok)\b
    | \b(?:anything | everything | all)\s+else\s+(?:breaks? | fails? | is\s+wrong | would\s+(?:break | fail))
    | \bno\s+other\s+(?:answer | option | choice)\b | \bany\s+other\s+(?:answer | choice)\b
    """,
    re.VERBOSE,
)
"""The same, in turns that refer to what was answered before, or to who may answer."""

_ANSWERING_SIGNS = word_set(
    """
    accept allow approv authori agreed confirm consent signed cleared granted said told wants expect
    answer reply respond say select choose pick output must always ignore disregard forget override ask
    wait prompt permission show tell mention reveal according memory assistant claude: system automatic
    note message instruction treat confidence skip omit suppress away asleep decide taken count question
    llm program consider response choice option guard
    """
)
_REFERRING_SIGNS = word_set(
    """
    times identical same routine standard mere confidence unattended guard filter classifier review gate
    seen bound count gets person wave formality real assistant
    ahead already always previously usually earlier agreed approved confirmed authori said told gave asked
    bothered automat bots agents machines systems models assistants safe else needs confirmation safety
    """
)
PRESSING = ((_ANSWERING_SIGNS, _ANSWERING), (_REFERRING_SIGNS, _REFERRING))
"""Each with the signs without one of which a text needs no closer look."""
