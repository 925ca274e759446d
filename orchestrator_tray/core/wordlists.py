"""Word lists of the English that sessions ask in: what says nothing, and what decides.

Data only, in lower case and in base forms (`stems.stem` folds the endings). What means the same is in
`synonyms` and `phrases`, what excludes what in `rivals`.
"""

from orchestrator_tray.core.word_set import word_set

ARTICLES = word_set("a an the")

FUNCTION_WORDS = word_set("""
a about above across after again against all also although am among an and any anything are aren't around as
at be because been before being below between both but by can can't cannot could couldn't did didn't do does
doesn't doing don't done down during each either else even ever every everything few for from further get
gets getting given go going had has hasn't have haven't having he her here hers him his how i i'd i'll i'm
i've if in instead into is isn't it it's its itself just less let let's like many may me might mine more most
much must my near neither no nor not nothing now of off on once one only onto or other others our ours out
over own per please rather s same shall she should shouldn't since so some something still such t than that
that's the their theirs them then there these they this those though through to too under until up upon us
very via was wasn't we we'll we're we've well were weren't what what's when where whether which while who
whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your
yours
""")
"""Words of grammar. Some of them decide the meaning all the same: those of DECISIVE."""

FRAME_WORDS = (FUNCTION_WORDS - ARTICLES) | word_set("""
approach approve approved area areas ask best change changes choose confirm continue correct decide decision
design different direction discuss done drafted draft execute expected feel feels fine follow good handle
happen happy help implement implementation issue issues item items keep know level look looks main make
missing move need needed needs next ok okay option options phase pick plan planned possible prefer preferred
primary priority proceed proposed question questions ready recommended right scope see sections select show
sound sounds specific start step steps strategy sure take task tasks think topic topics type use want way
work works would
""")
"""Words that make up the frame of a question, whatever it is about."""

DECISIVE = word_set("""
again after all always before below above both each either every few first last less many more most
neither nobody none only other others same some still until
""")
"""Words of grammar that say what or how much is meant: they are compared like other words."""

FILLER = (FUNCTION_WORDS - DECISIVE) | word_set("""
able acceptable accordingly actual actually advisable agreeable alright amenable answer anyhow anyway
apologies appreciate approach appropriate arguably ask asked awesome basically best better btw case chance
choice choose come concerning convinced cool correct curious current currently decide decision deem deemed
definitely deliberate desirable desire desired direction does done easy employ envisage envision
especially exactly excellent excuse expect expected fancy favor favour feel feeling fine fit fits fyi
general give glad go gonna good gotta great guess gut happy help hence hey hi honestly hopefully hunch
hypothetically idea ideal iirc imagine imho imo inclination incline inclined instinct intend intention
kind know lemme leverage likewise look lot lovely make matter mean method mind need needed ok okay okey
opinion option ought particular perhaps permissible pick place please pls plz point possibility possible
potentially prefer preferable preferably preference preferred presumably proper proposal propose proposed
prudent quick quickly ready really reasonable reckon recommend recommendation regarding respectively sane
sense sensible should simply solution somehow sorry sort sound specific stage stance standpoint strategy
style suggest suggestion suit suitable supposed sure take tbh technique tell thankfully thereby therefore
thing think thought thoughts thus thx today truly try turn type typically ultimately uncertain undecided
understandably unsure use used using usual utilise utilize verdict viable viewpoint wanna want warranted
way whatever whichever willing wise wisest wish wonder work worthwhile would yeah yep
""")
"""Words that say nothing about what is asked, only that it is asked."""

LIGHT = (DECISIVE - word_set("all each every first last only")) | word_set("""
right allow allowed permitted achieve act aim almost already amount apart app appear application area arrive
aspect available away back base basis become begin behave behavior belong bit bring build carry catch
cause certain change clear close code codebase come common concern configure consist contain content
context count course create data deal default degree detail direct divide drive early easy effect
effective effort end enough enter entry exist existing extent fact factor fall far feature file fill find
fire follow form further gain goal ground grow halfway hang happen hear help hit hold however impact
implement implementation imply important include interest involve issue item job just land lead learn
level lie likely line list listen little live long look main make manage manner match matter means meet
mention mid much nature nearby nearly necessary new nice normal obtain obvious occur offer operate
organize outcome overall own part pattern perform piece place plain plan planned play point position
practical practice prepare present pretty previous primary problem process produce program project provide
purpose put quality raise range reach real realize receive recent refer regard relate relevant remain repo
repository represent require rest result rise role run scheme scope seem sense serious serve set settle
shape show side similar simple sit situation soon space special spot stand standard state stay stick
straight structure stuck stuff subject sufficient supply suppose system take talk target task team tend
term thing time together topic touch treat trouble typical understand upcoming user usual value variety
various visit watch wear well whole work world worry worth write yet
""")
"""Words that fit almost any question: one more or less of them seldom changes what is asked."""

ENVIRONMENTS = {
    "production": word_set("production prod prd"),
    "staging": word_set("staging stage stg preprod pre-production preproduction uat"),
    "development": word_set("development dev"),
    "test": word_set("qa"),
    "local": word_set("localhost local-dev"),
    "sandbox": word_set("sandbox"),
    "preview": word_set("preview"),
    "canary": word_set("canary"),
}
"""Words that name an environment wherever they stand."""

ENVIRONMENT_NOUNS = word_set("""
environment environments env cluster clusters server servers database databases site system systems instance
instances tenant account namespace stack host hosts machine machines deployment db dbs
""")
"""Before these, "live", "test", "stage", "local" and "customer" name an environment, too."""

LOOSE_ENVIRONMENTS = {"live": "production", "test": "test", "stage": "staging", "local": "local"}

FACT_AUXILIARIES = word_set("did didn't had hadn't has hasn't have haven't was wasn't were weren't")
"""What a question begins with that asks what was, or what has been done."""
PRESENT_AUXILIARIES = word_set("is are does do")
WISHES = word_set("""
should shall want prefer like would could may can must need needs ought supposed meant allowed best better
right ideal good ok okay fine sensible proper preferred preference choice opinion take plan call idea
acceptable reasonable appropriate suitable sense
""")
"""What makes a question of what is ask for what should be."""

NEGATIONS = word_set(
    "not no never unless regardless without neither nor cannot none nobody nothing non avoid lacks lacking"
)
"""Words that turn what follows into its contrary, as "n't" does."""

REVERSALS = word_set("""
skip omit exclude avoid ignore disable deactivate remove delete drop stop cancel abort reject deny block
forbid prevent revert undo rollback suppress discard hide uninstall downgrade revoke disallow postpone
defer delay pause unlock unpin unset deprecate archive abandon close freeze
""")
"""Verbs that make a question its contrary, or at least another one, where the other question lacks them."""

EVERY = word_set("all complete each entire every everybody everyone everything everywhere full whole")
PARTICULAR = word_set("current first last next one single that these this those")
ONLY = word_set("exclusively merely only solely")
"""Words of scope: what is asked about all is not what is asked about some."""

NUMBER_WORDS = {
    "zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100", "thousand": "1000",
    "million": "1000000", "twice": "2", "thrice": "3", "half": "0.5", "third": "#3", "fourth": "#4",
    "fifth": "#5", "dozen": "12", "double": "2", "triple": "3", "couple": "2", "pair": "2",
}  # fmt: skip

UNITS = {
    "ms": "millisecond", "s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute",
    "h": "hour", "hr": "hour", "hrs": "hour", "d": "day", "w": "week", "y": "year", "%": "percent",
    "pct": "percent",
}  # fmt: skip
"""Units as they are written behind a number, and the words for them."""

FRAMES = frozenset(
    phrase.strip()
    for phrase in """
should i, shall i, can i, could i, may i, should we, shall we, can we, do you want me, do you
want us, do you want, would you like me, would you like us, would you like, would you prefer, do you
prefer, want me, do you think i should, do you think we should, is it ok if i, is it okay if i, is it fine
if i, is it ok, is it okay, is it fine, are you ok, are you okay, are you fine, please
""".replace("\n", " ").split(",")
)
"""What one asks with, as far as it says nothing about who acts. Without "to", which is folded away."""

NEUTRAL = word_set("be its should their to which")
"""What may differ beside that where all else is the same."""

SUBORDINATING = word_set("""
after although as assuming because before given if in now once provided since though unless until when
whenever where whereas while with
""")
"""What a clause begins with that only leads up to the question."""
HANGING = SUBORDINATING - word_set("after as assuming before given in now provided where with")
"""What parts a clause from the one that it hangs on, wherever it stands."""

SLASHED_WORDS = word_set(
    "and/or read/write client/server ci/cd yes/no on/off input/output i/o tcp/ip ui/ux a/b undo/redo"
    " import/export upload/download push/pull start/stop open/close light/dark true/false pass/fail get/set"
)
"""Words with a slash that are no paths."""

OPEN_QUESTIONS = word_set("where when who whom why")
OPEN_WORDS = OPEN_QUESTIONS | word_set("what which how whose how-many how-often how-long how-big")
ALWAYS_QUESTIONS = word_set("how-many how-often how-long how-big whose")
"""What asks wherever it stands."""
AUXILIARIES = word_set(
    "am are can could did do does has have is may might must shall should was were will would"
)

DIRECTED = word_set("""
backport cast change connect convert copy downgrade export fold forward import link map merge migrate move
point port pull push rebase redirect rename replace substitute swap switch sync transfer transform transition
translate turn upgrade write
""")
"""Verbs that go from somewhere to somewhere; beside them "to", "from", "with" and "by" say which way."""
PASSED_OVER = word_set("be being been to it them is are")
"""Words of grammar that stand between a subject and its preposition: "the job to be run before"."""

ASKED_OTHERWISE = {
    "when": word_set(
        "time moment point after before how-long date day case occasion circumstance condition event"
    ),
    "who": word_set("person people user owner team role audience reader"),
    "why": word_set("reason cause"),
    "where": word_set("what which how place location directory folder path file module package region spot"),
}
"""Words by which a question without "when", "who", "why" or "where" may ask for that all the same.

Where something goes is often asked by "what", "which" or "how"; a question for a yes or no has none of them.
"""

ORDERING = word_set("first second then later before after over instead-of")
"""Words around which the order of things counts even where "and" stands between them."""
SYMMETRICAL = word_set("and or vs versus")
ASKING_WORDS = word_set("""
am are be been being can could did do does has have i is like may me might must shall should us want was we
were will would you
""")
"""Words by which a question is asked; they say nothing about how two things hang together."""
PREPOSITIONS = word_set("""
about above across after against along among around as at before behind below beneath beside between beyond by
during for from in inside into near of off on onto out outside over per since through toward under until upon
via with within without
""")
BEFORE_DEEDS = word_set("be been being get i please they us we you")
"""A word right behind one of these is most likely what is done."""
BEFORE_INFINITIVES = word_set("able going have it like me need ready them us want you")
"""Behind one of these "to" begins what is to be done: "want me to", not "from here to"."""
INFINITIVES = word_set("""
accept access add adjust adopt allow answer appear apply approve archive ask assign attach avoid back be
become begin block break bring build bump cache call cancel carry change check choose clean clear clone
close collapse collect combine come commit compare compress configure confirm connect contain continue
convert copy count cover create crop cut decide decrease define delete depend deploy describe detect
disable discard display do document download draft draw drop duplicate edit email embed enable encrypt end
enforce enter exclude execute expand explain export expose extend extract fail fall fetch fill filter find
finish fix focus follow force fork format generate get give go group handle happen have hide highlight
hold host ignore implement import improve include increase inherit initialize inline insert install
introduce invite keep launch leave let limit link list listen live load lock log look lower maintain make
map mark merge migrate minify mock move mute name navigate need notify offer open optimize order organize
override pack parse pass pause pay perform persist pick pin place play point poll port prefer prepare
present prevent print process produce profile provide prune publish pull push put raise read rebase
rebuild receive record recreate reduce refactor refresh regenerate register reject release reload remember
remind remove rename render reorder replace report require reset resize resolve respond restart restore
restrict retry return reuse review revert rewrite rotate run save scale scan scroll search see select send
separate serve set share show shorten shrink sign simplify skip sort specify split start stay stop store
stream structure submit subscribe suggest support suppress swap switch sync synchronize tag take tell test
throw toggle touch track transfer transform translate treat trigger trim truncate try turn type undo unify
unlock unmute unpin update upgrade upload use validate verify view wait warn watch work wrap write
""")
"""Words before which "to" begins what is to be done."""
ASKED_BY_NOUN = {
    "who": word_set("people person persons team"),
    "when": word_set("time moment day"),
    "where": word_set("place location directory folder spot region"),
}
"""What "which" or "what" asks for in front of these words."""
