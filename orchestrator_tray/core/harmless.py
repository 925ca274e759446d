"""What only looks dangerous: turns of speech that the guard leaves out before it reads on."""

import re
from collections.abc import Sequence

_IGNORING = re.compile(
    r"""
    \b(?:add | put | append | list | include)\b[^\n?]{0,60}\b(?:to | in | into)\s+(?:the\s+ | our\s+)?
        [`"']?\.?(?:git | docker | npm)ignore\b
    """,
    re.VERBOSE,
)
_IGNORED = re.compile(r"[`\"']?(?<!\w)(?:\.env[.\w]*|\*\.\w+)[`\"']?")
_FILLING = re.compile(r"\b(?:interpolat|imput|median|mean\b|(?:forward|back)[- ]?fill|fill\b|nan\b)")
_DROPPING = re.compile(
    r"(?:drop|skip|exclude)\s+(?:\w+\s+){0,3}(?:rows?|records?|samples?|values?|entries|them)\b"
)
_REVISING = re.compile(r"\W*(?:yes,\s+|no,\s+)?(?:change|add|remove|edit|adjust|clarify)\s+something\W*")
_KEEPING = re.compile(
    r"\W*(?:keep|leave)\s+(?:(?:the|our|a|an|this)\s+)?(?:existing|current|shared|old|simple|same)\s+\w+"
    r"(?:\s+(?:as\s+(?:it\s+)?is|for\s+now))?\W*"
)
_SOUNDING = re.compile(
    r"\W*(?:yes|no|change|add|remove|edit|adjust|clarify|keep|leave|drop|skip|exclude|cut|defer|discard)\b"
)
"""How each of the labels begins that may be no deed."""
_LATER = r"""
    (?:\s+(?:it | them | this | that | these | all))?
    (?:\s+(?:entirely | completely | altogether | for\s+now | for\s+good))?
"""
_PLANNING = (
    (
        re.compile(
            r"""
            \b(?:belongs?\s+(?:in(?:to)? | to) | (?:in | out\s+of | within)\s+scope | (?:be\s+)?part\s+of)\b
                [^?]{0,40}\b(?:phase | milestone | release | scope | version | sprint | v\d | iteration | mvp
                | wave)\b
            | \bscope\s*\?
            """,
            re.VERBOSE,
        ),
        re.compile(rf"(?x)\W*(?:drop | cut | defer | remove | skip | discard){_LATER}\W*"),
    ),
    (
        re.compile(
            r"\b(?:verify|check|review)\s+(?:the\s+)?(?:(?:work|results?|output|plans?)\s+of\s+)?(?:the\s+)?"
            r"(?:wave|phase|plan|milestone)s?\b"
        ),
        re.compile(r"\W*skip\s+(?:the\s+|this\s+)?(?:\w+\s+)?(?:verification|verifier|check|review)\W*"),
    ),
)
"""What is asked of a plan, and which labels then leave out no more than work."""
_WHERE = re.compile(
    r"""
    \b(?:in | within | as\s+part\s+of)\s+(?:this | the\s+same | that | a\s+separate | my)\s+
        (?:change | commit | pr | pull\s+request | branch | task | release | refactor\w*)\b
    """,
    re.VERBOSE,
)
_COMPARED = re.compile(
    r"""
    \bdevelopment\s+(?:and | or | vs\.? | from)\s+production\b(?!\s+(?:data | db | server))
    | \bproduction\s+(?:and | or | vs\.? | from)\s+development\b(?!\s+(?:data | db | server))
    | \b(?:close | similar)\s+to\s+production\b
    """,
    re.VERBOSE,
)

_LOOKS = r"(?:name | icon | colou?r | font | title | label | wording | emoji | symbol | logo)s?"
_LOOKING = re.compile(
    rf"""
    \W*(?:
        (?:(?:an? | the | any | which | what)\s+)?(?:\w+\s+){{0,2}}{_LOOKS}\s+for\s
        | (?:which | what)\s+(?:\w+\s+)?{_LOOKS}\s+(?:(?:should | shall | would | does | do)\s+[^?]*\b
            (?:have | get | be | bear | carry | use | show | wear)\b
            | (?:suits | fits)\b)
        | (?:what | how)\s+(?:should | shall | would | can | do)\s[^?]*\b(?:be\s+(?:called | named | titled
            | labell?ed | colou?red | drawn | painted | spelled | spelt) | look(?:\s+like)?)\b
        | in\s+(?:which | what)\s+order\s+(?:should | shall | do)\s+(?:i | we)\s+
            (?:do | build | implement | tackle | write)\s
            (?![^?]*\b(?:deploy | migrat | delet | releas | publish | restart | upgrad | updat | send | purg
                | wip | merg))
        | what\s+(?:should | shall | do | would)\s+(?:i | we | you)\s+(?:call | name | title | label)\b
        | (?:in\s+)?(?:which | what)\s+order\s+(?:should | shall | do)\s[^?]*\b
            (?:stand | appear | be\s+(?:listed | shown | sorted | written))\b
        | what\s+(?:do | should | shall | does)\s+(?:we | the\s+\w+ | it)\s+(?:show | display)\s+when\b
        | how\s+(?:do | should | shall | does)\s+(?:we | the\s+\w+ | it)\s+(?:show | display | indicate)\b
        | (?:the | an? | our | these | those | both)\s[^?]*:\s*(?:an?\s+)?
            (?:text | icon | tooltip | colou?r | word | symbol | checkbox | button)s?\s+or\s+
            (?:an?\s+)?\w+\s*\?
    )
    """,
    re.VERBOSE,
)
_DRAWING_SIGNS = ("need", "show", "depict", "draw", "sketch", "paint", "illustr")
_DRAWING = re.compile(
    rf"""
    \bneeds?\s+an?\s+(?:\w+\s+){{0,2}}{_LOOKS}\s*[.?!:]
    | \b(?:diagram | drawing | sketch | illustration | mock-?up | wireframe)s?\s+(?:show | depict)\b
    | \b(?:should | shall | do)\s+(?:we | i | you)\s+(?:draw | sketch | paint | depict | illustrate)\b
    """,
    re.VERBOSE,
)
_TALKING = re.compile(
    r"""
    \W*(?:
        (?:(?:any | are\s+there)\s+)?(?:more | further | other)\s+questions?\s+(?:about | on)\s
        | enough\s+(?:on | about)\s
        | (?:are\s+you\s+)?(?:happy | satisfied | content)\s+with\s+(?:it | this | that | them)\s*\?
        | (?:do(?:es)?\s+)?(?:it | this | that | these)\s+(?:(?:still | really)\s+)?
            (?:capture | reflect | cover | match(?:es)? | describe | look | sound | read)s?\s[^?]{0,60}
            (?:meant | mean | mind | right | good | fine | complete | intent\w* | said | agreed | everything)
        | approve\s+(?:the\s+ | these\s+ | this\s+)?(?:\d+\s+)?
            (?:plan | outline | requirement | context)s?\s*\?
        | (?:do\s+you\s+)?approve\s+the\s+(?:(?!(?:for | to | of | in | on | and)\b)\S+\s+){0,5}?
            (?:section | draft | chapter | wording | paragraph)s?
            (?:\s+as\s+(?:drafted | written | it\s+is))?\s*\?
        | do(?:es)?\s+the\s[^?]*\b
            (?:scope | summary | section | context | wording | outline | requirements)\s+
            (?:look | read | sound | seem)s?\s+(?:right | good | fine | complete)
    )
    """,
    re.VERBOSE,
)
_DOING = re.compile(
    r"""
    \bi\b(?!\s+(?:call | name | title | label | draw | sketch | paint | depict | illustrate | do | build
        | implement | tackle | write)\b)
    | \bi(?:'ll | 'm | 've | 'd)\b | \bme\b | \b(?:before | after | while | once | when)\s+(?:we | you)\s
    | \b(?:show | draw | depict | paint | display)\s[^?]{0,200}\b
        (?:real | actual | passwords? | secrets? | tokens?
        | credentials? | api\s+keys?)\b
    | (?:[,;:] | \band | \bthen | \bto | \bnow | \bplease)\s+(?:(?:also | then | please | now)\s+){0,3}
        (?:delet | remov | wip | purg | eras | destroy | drop | overwrit | deploy | publish | releas | merg
            | push | reset | forc | run | send | post | print | upload | appl | buy | pay | install | restart
            | disabl | grant | rotat | revok | kill | stop | truncat)\w*\s+
        (?:the | a | an | it | them | this | that | these | those | all | every\w* | our | my | your | to
            | on)\b
    """,
    re.VERBOSE,
)
"""What is done beside: then it is more than a question of looks."""


def is_only_words(sentence: str) -> bool:
    """Tell whether a sentence only asks how something is called, drawn or ordered.

    Whichever option is taken, nothing is done with what it names: "the icon for the delete button".
    """
    asks = _LOOKING.match(sentence) or (
        any(map(sentence.__contains__, _DRAWING_SIGNS)) and _DRAWING.search(sentence)
    )
    return bool(asks) and not _DOING.search(sentence)


def is_only_talk(sentence: str) -> bool:
    """Tell whether a sentence only asks whether to talk on, or whether a draft is right."""
    return _TALKING.match(sentence) is not None and not _DOING.search(sentence)


def without_ignored(text: str, asked: str) -> tuple[str, str]:
    """Leave out the files that a question would only keep out of the repository, in its text and in all."""
    if "ignore" not in text or "commit" in asked or not _IGNORING.search(text):
        return text, asked
    return _IGNORED.sub(" ", text), _IGNORED.sub(" ", asked)


def is_no_deed(label: str, labels: Sequence[str], asking: Sequence[str]) -> bool:
    """Tell whether a label that sounds like a deed is none, where it stands."""
    return _SOUNDING.match(label) is not None and (
        _REVISING.fullmatch(label) is not None
        or _KEEPING.fullmatch(label) is not None
        or _is_computed(label, labels)
        or _is_left_out(label, asking)
    )


def _is_computed(label: str, labels: Sequence[str]) -> bool:
    """Tell whether a label is a step of a computation: beside "Median", "Drop the rows" touches no data."""
    return bool(_DROPPING.match(label)) and any(map(_FILLING.search, labels))


def _is_left_out(label: str, asking: Sequence[str]) -> bool:
    """Tell whether a label leaves out what is only planned: a feature, or the check of a phase."""
    return any(labels.fullmatch(label) and any(map(asked.search, asking)) for asked, labels in _PLANNING)


def without_place(lower: str) -> str:
    """Leave out where in the work something is done: "remove it in this commit" removes no commit."""
    return _WHERE.sub(" ", lower)


def without_comparison(lower: str) -> str:
    """Leave out production where it is only compared with: "tell development and production apart"."""
    return _COMPARED.sub(" ", lower)
