"""Texts that answer for the person: they count as danger, never as evidence.

Data only, for text in lower case. All of it runs on text of agents: every pattern is linear in its length.
"""

import re

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
    | \b(?:treated | taken | counts?)\s+as\s+(?:a\s+)?(?:yes | approv\w+ | consent | confirmed)\b
    | \b(?:skip | omit | suppress)\w*\s+(?:\w+\s+){{0,2}}(?:confirmation | approval | consent)s?\b
    | \bauthori[sz]ed\s+to\s+(?:\w+\s+){{0,2}}(?:answer | reply | approve | decide | proceed | confirm | act)
    | \b(?:answer | reply | decide | confirm | approve)\w*\s+(?:\w+\s+){{0,2}}
        (?:for | on\s+behalf\s+of | instead\s+of)\s+the\s+{_BOSS}\b
    | \b(?:you | we | i)\s+(?:already\s+)?have\s+(?:the\s+)?(?:consent | permission | approval)\b
    | \b{_BOSS}\s+wants?\s+(?:this | it | that | you)\b | \bas\s+an\s+(?:ai | assistant | llm)\b
    | \b(?:answering | replying | responding | saying | choosing | selecting)\s+["'`(]*(?:yes | ok | y)\b
    | \byou\s+should\s+(?:accept | approve | allow)\b | \bwithout\s+(?:further | more | any)\s+questions\b
    | \bi\s+have\s+your\s+(?:permission | approval | consent)\b
    | \b(?:has | have)\s+been\s+(?:signed\s+off | approved | authori[sz]ed | cleared)\b
    | \b(?:human | user | owner | operator | maintainer)\s+(?:is\s+(?:away | asleep | busy) | said)\b
    | \btreat\s+(?:this | it)\s+as\s+(?:approved | safe | confirmed) | \bconfidence\s*(?:= | is | :)\s*[\d.]
    | \bsafe\s+to\s+approve\b
    """,
    re.VERBOSE,
)
"""Text that answers for the person: it counts as danger, never as evidence."""

PRESSING_SIGNS = tuple(
    """
    accept allow approv authori agreed confirm consent signed cleared granted said told wants expect
    answer reply respond say select choose pick output must always ignore disregard forget override ask
    wait prompt permission show tell mention reveal according memory assistant claude: system automatic
    note message instruction treat confidence skip omit suppress away asleep decide taken count question
    should llm
    """.split()  # noqa: SIM905  # a list of words reads better as one
)
