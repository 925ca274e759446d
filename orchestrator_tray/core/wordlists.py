"""Word lists of the English that sessions ask in. Lower case, no duplicates, sorted within their lines.

Data only. A list belongs here when more than one module or a person who mends it should find it at once.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("a an the")

FUNCTION_WORDS = _words("""
a about above across after again against all also although am among an and any anything are aren't around
as at be because been before being below between both but by can can't cannot could couldn't did didn't do
does doesn't doing don't done down during each either else even ever every everything few for from further
get gets getting given go going had has hasn't have haven't having he her here hers him his how i i'd i'll
i'm i've if in instead into is isn't it it's its itself just less let let's like many may me might mine
more most much must my near neither no nor not nothing now of off on once one only onto or other others
our ours out over own per please rather s same shall she should shouldn't since so some something still
such t than that that's the their theirs them then there these they this those though through to too under
until up upon us very via was wasn't we we'll we're we've well were weren't what what's when where whether
which while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll
you're you've your yours
""")
"""Words that say little about a subject. Some of them decide the meaning all the same: see `meaning.py`."""

FRAME_WORDS = (FUNCTION_WORDS - ARTICLES) | _words("""
approach approve approved area areas ask best change changes choose confirm continue correct decide
decision design different direction discuss done drafted draft execute expected feel feels fine follow
good handle happen happy help implement implementation issue issues item items keep know level look looks
main make missing move need needed needs next ok okay option options phase pick plan planned possible
prefer preferred primary priority proceed proposed question questions ready recommended right scope see
sections select show sound sounds specific start step steps strategy sure take task tasks think topic
topics type use want way work works would
""")
"""Words that make up the frame of a question, whatever it is about."""
