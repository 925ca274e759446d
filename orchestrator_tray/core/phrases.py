"""Phrases that stand for one word, abbreviations among them.

Data only, in lower case, with every inflection written out.
"""


def _phrases(text: str) -> dict[tuple[str, ...], str]:
    """Read entries like "word: a phrase, another phrase;"."""
    folded: dict[tuple[str, ...], str] = {}
    for entry in text.split(";")[:-1]:
        word, _, phrases = entry.partition(":")
        folded |= {tuple(phrase.split()): word.strip() for phrase in phrases.split(",")}
    return folded


PHRASES = _phrases("""
when: at what time, at which time;
activate: turn on, turned on, turning on, switch on, switched on, switching on, flip on, power on, powers
    on, powered on, powering on, power up, powers up, powered up, powering up;
deactivate: turn off, turned off, turning off, switch off, switched off, switching off, shut off, shuts
    off, shutting off, power off, powers off, powered off, powering off, power down, powers down, powered
    down, powering down, flip off, flips off, flipped off, flipping off;
remove: get rid of, getting rid of, take out, taken out, rip out, ripped out, strip out, throw away, throw
    out, do away with, does away with, did away with, done away with, doing away with, weed out, weeds
    out, weeded out, weeding out, cut out, cuts out, cutting out, clear away, clears away, cleared away,
    clearing away, take away, takes away, took away, taken away, taking away, strip away, strips away,
    stripped away, stripping away;
exclude: leave out, left out, leaving out, keep out, kept out, filter out, filters out, filtered out,
    filtering out, screen out, screens out, screened out, screening out, ruled out, ruling out;
instead-of: rather than, in place of, instead of, as opposed to, in lieu of, as a substitute for, as a
    replacement for, as an alternative to;
before: prior to, ahead of, in advance of;
after: subsequent to;
handle: deal with, dealt with, dealing with, take care of, taken care of, cope with, care for, attend to,
    attends to, attended to, attending to, look after, looks after, looked after, looking after, take
    charge of, takes charge of, took charge of, taken charge of, taking charge of;
run: carry out, carried out;
migrate: carry over, carried over, carrying over, take over, taken over, port over, move over, moves over,
    moved over, moving over, move over to, moves over to, moved over to, moving over to, cut over, cuts
    over, cutting over, port across, ports across, ported across, porting across;
begin: kick off, kicked off, start off, set about, sets about, setting about, embark on, embarks on,
    embarked on, embarking on, get underway, gets underway, got underway, gotten underway, getting
    underway;
continue: go ahead, going ahead, move on, moving on, go on, going on, carry on, press on, move ahead, move
    forward, keep going, keeps going, kept going, keeping going, press ahead, presses ahead, pressed
    ahead, pressing ahead, push ahead, pushes ahead, pushed ahead, pushing ahead, carry on with, carries
    on with, carried on with, carrying on with;
use: go with, going with, make use of, opt for, opting for, settle on, rely on, go for, take up, stick
    with, take advantage of, takes advantage of, took advantage of, taken advantage of, taking advantage
    of, resort to, resorts to, resorted to, resorting to, put to use, puts to use, putting to use;
configure: set up, setting up;
maximum: at most, no more than, not more than, upper bound, upper limit;
minimum: at least, no less than, not less than, lower bound, lower limit;
pr: pull request, pull requests, merge request, merge requests;
e2e: end to end;
frontend: front end, client side;
backend: back end, server side;
database: data base, data store;
how-often: how often, how many times, how frequently, what interval, which interval, what frequency, at
    what intervals;
how-many: how many, what number of, which number of;
how-long: how long, for what duration;
how-big: how big, how large, what size, which size;
daily: every day, once a day, once per day, each day, per day, a day;
weekly: every week, once a week, once per week, each week, per week, a week;
monthly: every month, once a month, once per month, each month, per month, a month;
hourly: every hour, once an hour, once per hour, each hour, per hour, an hour;
yearly: every year, once a year, each year, per year;
nightly: every night, each night;
everyone: all users, every user, all people, all customers, all of the users;
shortcut: key combination, key combinations, key binding, key bindings, keyboard shortcut, keyboard
    shortcuts, hot key, hot keys;
immediately: right away, straight away, at once, without delay;
parallel: at the same time;
summary: sum up, sums up;
also: as well, in addition, on top of that, while i am at it, while i'm at it, while we are at it, along
    with, over and above that, apart from that, while at it, into the bargain, as an extra;
now: right now, at this point, at the moment, for the moment, for now, for the time being, at present, at
    this time, at this moment, as of now;
please: if you like, if you want, your view, your view on, in your view, in your eyes, in your experience,
    in your judgment, from your perspective, from your point of view, from where you stand, what is your
    stance on, what are your thoughts on, what are your views on, any thoughts on, any strong feelings
    about, do you have strong feelings about, what do you say to, what would you say to, what is your gut
    feeling on, are you comfortable with, are you on board with, are you open to, are you leaning towards,
    are you inclined to, are you willing to, would you be open to, would you be comfortable with, would
    you be willing to, would you advise, would you lean towards, would you consider, do you consider it,
    do you agree, do you agree that, do you agree with, do you approve of, do you reckon, do you suppose,
    should i go ahead and, should we go ahead and, shall i go ahead and, can i go ahead and, may i go
    ahead and, go ahead and, go ahead with, proceed with, proceed to, proceed by, move forward with, move
    ahead with, should i consider, should we consider, is it worth, would it be worth, is it worth it to,
    is it worthwhile to, is it sensible to, would it be sensible to, would it be wise to, is it wise to,
    is it acceptable to, is it acceptable for, is it acceptable if, is it alright to, is it alright if,
    would it be acceptable to, are there grounds for, i'm curious, i'm unsure, i am unsure, i'm unsure
    whether, i'm undecided, i need your input on, i need your input, i need clarification on, i need
    guidance on, i could use your input on, i'd appreciate your input on, could you clarify, can you
    clarify, could you confirm, can you confirm, please confirm, please clarify, please advise, please
    specify, please indicate, please state, please select, just to confirm, just to be clear, just to be
    safe, just to clarify, just checking, just a quick check, to be clear, to be on the safe side, for the
    record, for your consideration, for your information, as a side note, side note, one more thing, one
    more question, one last thing, one last question, one quick question, quick question, a question
    about, the question is, my question is, the open question is, here's the question, that said, that
    being said, having said that, with that said, given the above, given all that, based on the above,
    based on this, based on that, as mentioned above, as mentioned, as discussed, as described above, as
    noted above, as stated above, as you can see, as far as you are concerned, as far as i can tell, as
    far as i can see, as far as i know, to my knowledge, it seems that, it appears that, i see that, i see
    two options, i noticed that, i have noticed that, i found that, i propose, before i proceed, before i
    continue, before i start, before i begin, before i go ahead, before i go on, before i go any further,
    before i move on, before i get started, before i implement this, before we proceed, before we
    continue, before we start, before we begin, before we go ahead, before we go any further, before we
    move on, before going ahead, before going any further, before proceeding, before continuing, before
    moving on, going forward, moving forward, way forward, path forward, best way forward, best course,
    course of action, best course of action, line of action, plan of action, in this regard, in this
    respect, in this context, in the first place, in principle, in either case, at all, of course, for
    example, for instance, and so forth, or something similar, or similar, if at all possible, if you
    agree, if you don't mind, if you have a moment, is that alright, is that acceptable, is that
    agreeable, is this acceptable, is that right, is this right, does that sound right, does that seem
    reasonable, does that look right, does this look right, all right with you, your call, it's your call,
    at your discretion, which of the following, which of the two, one of the following, of the following
    options, of the following approaches, among the following, from the following, from the list below,
    from the options below, the options below, the following options, the following, there are several
    ways to, there are a few ways to, there are two ways to, i can see two ways to, what is the right way
    to, what is the best course for, feel free to, on your end, on your side, on your part, from your
    side, your guidance, your judgment, your verdict, your thoughts, your thoughts on, at your end, thanks
    in advance, sorry to bother you, sorry for the interruption, heads up, so to speak, more specifically,
    specifically speaking, generally speaking, strictly speaking, needless to say, to be honest, to be
    precise, to put it differently, in other words, that is to say, it goes without saying, long story
    short;
follow: stick to, adhere to, comply with, in line with, according to, keep to, keeps to, kept to, keeping
    to, abide by, abides by, abided by, abiding by, go along with, goes along with, went along with, gone
    along with, going along with, conform to, conforms to, conformed to, conforming to;
divide: break up, break down, break apart, broken up, broken down, split up, cut up, cuts up, cutting up,
    chop up, chops up, chopped up, chopping up, carve up, carves up, carved up, carving up;
extract: pull out, factor out, break out, pull up, lift out, lifts out, lifted out, lifting out, pulls
    out, pulled out, pulling out, factors out, factored out, factoring out, breaks out, broke out, broken
    out, breaking out;
login: log in, sign in, signing in, logging in;
logout: log out, sign out, signing out, logging out;
signup: sign up, signing up;
rollback: roll back, rolled back, rolling back;
deploy: roll out, rolled out, rolling out, push live, pushes live, pushed live, pushing live, push out,
    pushes out, pushed out, pushing out, put live, puts live, putting live;
cleanup: clean up, cleaning up, cleaned up, tidy up, tidying up;
finish: wrap up, finish up, finish off, finishes off, finished off, finishing off;
start: spin up, bring up, boot up, fire up, start up, starts up, started up, starting up, get started
    with, gets started with, got started with, gotten started with, getting started with, get started,
    gets started, got started, gotten started, getting started, get going, gets going, got going, gotten
    going, getting going, start out, starts out, started out, starting out;
stop: shut down, shutting down, call a halt to, calls a halt to, called a halt to, calling a halt to, put
    a stop to, puts a stop to, putting a stop to, put an end to, puts an end to, putting an end to, bring
    to a halt, brings to a halt, brought to a halt, bringing to a halt, come to a halt, comes to a halt,
    came to a halt, coming to a halt;
return: give back, send back, hand back;
retry: try again, tried again;
expire: run out, time out, times out, go out of date, goes out of date, went out of date, gone out of
    date, going out of date;
automatic: by itself, on its own;
exceed: go over, goes over, went over, go beyond, goes beyond, went beyond, gone beyond, going beyond, go
    past, goes past, went past, gone past, going past, rise above, rises above, rose above, risen above,
    rising above;
happen: take place, takes place, come about, comes about, came about, coming about;
equal: the same as;
respond: react to;
examine: look at, look into, look over, go over, look through, looks through, looked through, looking
    through, take a look at, takes a look at, took a look at, taken a look at, taking a look at, have a
    look at, has a look at, had a look at, having a look at, take a look, takes a look, took a look, taken
    a look, taking a look, take a closer look at, takes a closer look at, took a closer look at, taken a
    closer look at, taking a closer look at, look closely at, looks closely at, looked closely at, looking
    closely at;
commit: check in, checked in, checking in, make a commit, makes a commit, made a commit, making a commit,
    create a commit, creates a commit, created a commit, creating a commit, do a commit, does a commit,
    did a commit, done a commit, doing a commit, git commit, git commits;
cli: command line, command line tool, terminal tool;
beside: next to;
api: programming interface;
midway: half way, part way;
together: side by side;
background: behind the scenes;
whole: from start to finish;
why-not: why not, why don't we, why don't i;
yes-no: or not, whether or not;
know-whether: do you know, do you remember, do you recall, do you happen to know, are you aware;
not: do you mind, would you mind, you mind if, do you object, would you object, you object to, any
    objection, any objections, have anything against, anything against, are you against, are you opposed;
discard: toss out, tosses out, tossed out, tossing out, toss away, tosses away, tossed away, tossing away,
    chuck out, chucks out, chucked out, chucking out;
erase: wipe out, wipes out, wiped out, wiping out, blank out, blanks out, blanked out, blanking out;
introduce: bring in, brings in, brought in, bringing in;
include: fold in, folds in, folded in, folding in;
append: tack on, tacks on, tacked on, tacking on, bolt on, bolts on, bolted on, bolting on;
assemble: put together, puts together, putting together, piece together, pieces together, pieced together,
    piecing together;
create: come up with, comes up with, came up with, coming up with;
record: write down, writes down, wrote down, written down, writing down;
note: jot down, jots down, jotted down, jotting down, note down, notes down, noted down, noting down;
fill: fill in, fills in, filled in, filling in, fill out, fills out, filled out, filling out, fill up,
    fills up, filled up, filling up;
cancel: call off, calls off, called off, calling off;
abort: break off, breaks off, broke off, broken off, breaking off, bail out, bails out, bailed out,
    bailing out, give up, gives up, gave up, given up, giving up, cut short, cuts short, cutting short;
fail: go wrong, goes wrong, went wrong, gone wrong, going wrong, fall through, falls through, fell
    through, fallen through, falling through;
crash: fall over, falls over, fell over, fallen over, falling over, blow up, blows up, blew up, blown up,
    blowing up;
postpone: put off, puts off, putting off, hold over, holds over, held over, holding over, leave for later,
    leaves for later, left for later, leaving for later, leave until later, leaves until later, left until
    later, leaving until later;
wait: hold off, holds off, held off, holding off, hold on, holds on, held on, holding on, stand by, stands
    by, stood by, standing by, hold off on, holds off on, held off on, holding off on;
pause: put on hold, puts on hold, putting on hold, put on ice, puts on ice, putting on ice;
reduce: cut down, cuts down, cutting down, cut down on, cuts down on, cutting down on, cut back, cuts
    back, cutting back, cut back on, cuts back on, cutting back on, pare down, pares down, pared down,
    paring down, trim down, trims down, trimmed down, trimming down, slim down, slims down, slimmed down,
    slimming down, scale back, scales back, scaled back, scaling back, whittle down, whittles down,
    whittled down, whittling down, dial back, dials back, dialed back, dialled back, dialing back,
    dialling back, dial down, dials down, dialed down, dialled down, dialing down, dialling down, tone
    down, tones down, toned down, toning down;
increase: ramp up, ramps up, ramped up, ramping up, dial up, dials up, dialed up, dialled up, dialing up,
    dialling up, crank up, cranks up, cranked up, cranking up, bump up, bumps up, bumped up, bumping up;
accelerate: speed up, speeds up, sped up, speeded up, speeding up, make faster, makes faster, made faster,
    making faster, make quicker, makes quicker, made quicker, making quicker;
decelerate: slow down, slows down, slowed down, slowing down, make slower, makes slower, made slower,
    making slower;
separate: split off, splits off, splitting off, spin off, spins off, spun off, spinning off, split out,
    splits out, splitting out, carve out, carves out, carved out, carving out, keep apart, keeps apart,
    kept apart, keeping apart, set apart, sets apart, setting apart, pull apart, pulls apart, pulled
    apart, pulling apart;
combine: bring together, brings together, brought together, bringing together, join together, joins
    together, joined together, joining together, pull together, pulls together, pulled together, pulling
    together, fold together, folds together, folded together, folding together, roll into one, rolls into
    one, rolled into one, rolling into one, merge together, merges together, merged together, merging
    together;
group: group together, groups together, grouped together, grouping together, lump together, lumps
    together, lumped together, lumping together, cluster together, clusters together, clustered together,
    clustering together;
connect: hook up, hooks up, hooked up, hooking up, wire up, wires up, wired up, wiring up, link up, links
    up, linked up, linking up, tie into, ties into, tied into, tying into, plug into, plugs into, plugged
    into, plugging into, wire in, wires in, wired in, wiring in;
list: make a list of, makes a list of, made a list of, making a list of, draw up a list of, draws up a
    list of, drew up a list of, drawn up a list of, drawing up a list of, list out, lists out, listed out,
    listing out;
specify: spell out, spells out, spelled out, spelt out, spelling out, pin down, pins down, pinned down,
    pinning down, nail down, nails down, nailed down, nailing down;
elaborate: flesh out, fleshes out, fleshed out, fleshing out, expand on, expands on, expanded on,
    expanding on, expand upon, expands upon, expanded upon, expanding upon, go into detail, goes into
    detail, went into detail, gone into detail, going into detail, go into more detail, goes into more
    detail, went into more detail, gone into more detail, going into more detail;
appear: show up, shows up, showed up, shown up, showing up;
print: print out, prints out, printed out, printing out;
output: write out, writes out, wrote out, written out, writing out, spit out, spits out, spat out,
    spitting out;
keep: hold on to, holds on to, held on to, holding on to, hold onto, holds onto, held onto, holding onto,
    hang on to, hangs on to, hung on to, hanging on to, hang onto, hangs onto, hung onto, hanging onto,
    keep around, keeps around, kept around, keeping around, leave in place, leaves in place, left in
    place, leaving in place, leave in, leaves in, left in, leaving in, keep in place, keeps in place, kept
    in place, keeping in place;
unchanged: as is, as it is, as they are, the way it is, the way they are, leave alone, leaves alone, left
    alone, leaving alone, leave untouched, leaves untouched, left untouched, leaving untouched, leave
    unchanged, leaves unchanged, left unchanged, leaving unchanged, leave as is, leaves as is, left as is,
    leaving as is, keep as is, keeps as is, kept as is, keeping as is, keep unchanged, keeps unchanged,
    kept unchanged, keeping unchanged;
store: store away, stores away, stored away, storing away, put away, puts away, putting away, file away,
    files away, filed away, filing away, stash away, stashes away, stashed away, stashing away, stow away,
    stows away, stowed away, stowing away;
load: load up, loads up, loaded up, loading up, load in, loads in, loaded in, loading in;
fetch: pull down, pulls down, pulled down, pulling down, pull in, pulls in, pulled in, pulling in;
send: send out, sends out, sent out, sending out, send off, sends off, sent off, sending off, send over,
    sends over, sent over, sending over, send across, sends across, sent across, sending across, fire off,
    fires off, fired off, firing off, mail out, mails out, mailed out, mailing out;
transfer: hand over, hands over, handed over, handing over, hand off, hands off, handed off, handing off,
    move across, moves across, moved across, moving across, carry across, carries across, carried across,
    carrying across;
pass: pass on, passes on, passed on, passing on, pass along, passes along, passed along, passing along;
distribute: hand out, hands out, handed out, handing out, give out, gives out, gave out, given out, giving
    out;
notify: let them know, letting them know, lets them know;
log: write to the log, writes to the log, wrote to the log, written to the log, writing to the log, write
    to the logs, writes to the logs, wrote to the logs, written to the logs, writing to the logs, write a
    log entry, writes a log entry, wrote a log entry, written a log entry, writing a log entry, log file,
    log files;
check: check up on, checks up on, checked up on, checking up on, check on, checks on, checked on, checking
    on, check over, checks over, checked over, checking over, double check, doubles check, doubled check,
    doubling check, cross check, crosses check, crossed check, crossing check, do a check, does a check,
    did a check, done a check, doing a check;
ensure: make sure, makes sure, made sure, making sure, make certain, makes certain, made certain, making
    certain, see to it that, sees to it that, saw to it that, seen to it that, seeing to it that;
read: read through, reads through, reading through, read over, reads over, reading over;
investigate: dig into, digs into, dug into, digging into, get to the bottom of, gets to the bottom of, got
    to the bottom of, gotten to the bottom of, getting to the bottom of;
test: test out, tests out, tested out, testing out, put to the test, puts to the test, putting to the
    test, test case, test cases;
try: try out, tries out, tried out, trying out, give it a try, gives it a try, gave it a try, given it a
    try, giving it a try, give a try, gives a try, gave a try, given a try, giving a try, give it a go,
    gives it a go, gave it a go, given it a go, giving it a go, have a go at, has a go at, had a go at,
    having a go at;
determine: find out, finds out, found out, finding out, figure out, figures out, figured out, figuring
    out, work out, works out, worked out, working out;
find: track down, tracks down, tracked down, tracking down, hunt down, hunts down, hunted down, hunting
    down, come across, comes across, came across, coming across, dig up, digs up, dug up, digging up, dig
    out, digs out, dug out, digging out;
select: pick out, picks out, picked out, picking out, single out, singles out, singled out, singling out;
decide: make a decision, makes a decision, made a decision, making a decision, make a decision on, makes a
    decision on, made a decision on, making a decision on, make a choice, makes a choice, made a choice,
    making a choice, come to a decision, comes to a decision, came to a decision, coming to a decision,
    reach a decision, reaches a decision, reached a decision, reaching a decision, make up your mind,
    makes up your mind, made up your mind, making up your mind, settle the question;
understand: make sense of, makes sense of, made sense of, making sense of;
fix: sort out, sorts out, sorted out, sorting out, iron out, irons out, ironed out, ironing out, patch up,
    patches up, patched up, patching up, straighten out, straightens out, straightened out, straightening
    out;
bypass: get around, gets around, got around, gotten around, getting around, route around, routes around,
    routed around, routing around, go around, goes around, went around, gone around, going around, get
    round, gets round, got round, gotten round, getting round;
workaround: work around, works around, worked around, working around;
ignore: pay no attention to, pays no attention to, paid no attention to, paying no attention to, take no
    notice of, takes no notice of, took no notice of, taken no notice of, taking no notice of, turn a
    blind eye to, turns a blind eye to, turned a blind eye to, turning a blind eye to, brush aside,
    brushes aside, brushed aside, brushing aside;
consider: take into account, takes into account, took into account, taken into account, taking into
    account, take into consideration, takes into consideration, took into consideration, taken into
    consideration, taking into consideration, bear in mind, bears in mind, bore in mind, bearing in mind,
    keep in mind, keeps in mind, kept in mind, keeping in mind, allow for, allows for, allowed for,
    allowing for, account for, accounts for, accounted for, accounting for;
fallback: fall back, falls back, fell back, fallen back, falling back, fall back on, falls back on, fell
    back on, fallen back on, falling back on, fall back to, falls back to, fell back to, fallen back to,
    falling back to;
switch: switch over, switches over, switched over, switching over, change over, changes over, changed
    over, changing over, swap over, swaps over, swapped over, swapping over, switch over to, switches over
    to, switched over to, switching over to;
replace: swap out, swaps out, swapped out, swapping out, switch out, switches out, switched out, switching
    out, change out, changes out, changed out, changing out;
update: bring up to date, brings up to date, brought up to date, bringing up to date, keep up to date,
    keeps up to date, kept up to date, keeping up to date, get up to date, gets up to date, got up to
    date, gotten up to date, getting up to date, bring up to speed, brings up to speed, brought up to
    speed, bringing up to speed;
restore: put back, puts back, putting back, bring back, brings back, brought back, bringing back;
revert: change back, changes back, changed back, changing back, switch back, switches back, switched back,
    switching back, turn back, turns back, turned back, turning back, move back to, moves back to, moved
    back to, moving back to, back out, backs out, backed out, backing out, change back to, changes back
    to, changed back to, changing back to, switch back to, switches back to, switched back to, switching
    back to;
reenable: re enable, re enabled, re enabling, turn back on, turns back on, turned back on, turning back
    on, switch back on, switches back on, switched back on, switching back on;
restart: start over, starts over, started over, starting over, start afresh, starts afresh, started
    afresh, starting afresh, start again, starts again, started again, starting again, start anew, starts
    anew, started anew, starting anew, re start, re started, re starting;
rerun: re run, re running, re runs, re execute, re executed, re executing;
rebuild: re build, re built, re building, re builds;
recreate: re create, re created, re creating;
reopen: re open, re opened, re opening;
reuse: re use, re used, re using;
resend: re send, re sent, re sending;
reinstall: re install, re installed, re installing;
rename: re name, re named, re naming, give a new name, gives a new name, gave a new name, given a new
    name, giving a new name, give a new name to, gives a new name to, gave a new name to, given a new name
    to, giving a new name to, change the name of, changes the name of, changed the name of, changing the
    name of;
rewrite: re write, re written, re writing;
redeploy: re deploy, re deployed, re deploying;
recheck: re check, re checked, re checking;
retest: re test, re tested, re testing;
reload: re load, re loaded, re loading;
reimport: re import, re imported, re importing;
reindex: re index, re indexed, re indexing;
recalculate: re calculate, re calculated, re calculating;
recompute: re compute, re computed, re computing;
reconnect: re connect, re connected, re connecting;
redesign: re design, re designed, re designing;
reformat: re format, re formatted, re formatting;
regenerate: re generate, re generated, re generating;
rerender: re render, re rendered, re rendering;
resubmit: re submit, re submitted, re submitting;
revalidate: re validate, re validated, re validating;
retrain: re train, re trained, re training;
reorder: re order, re ordered, re ordering;
reorganize: re organize, re organise, re organized, re organised;
restructure: re structure, re structured, re structuring;
reassign: re assign, re assigned, re assigning;
reevaluate: re evaluate, re evaluated, re evaluating;
readd: re add, re added, re adding, add back, adds back, added back, adding back, add back in, adds back
    in, added back in, adding back in;
reimplement: re implement, re implemented, re implementing;
reexport: re export, re exported, re exporting;
reconfigure: re configure, re configured, re configuring;
reprocess: re process, re processed, re processing;
reset: re set;
resize: re size, re sized, re sizing, change the size of, changes the size of, changed the size of,
    changing the size of;
resync: re sync, re synced, re syncing;
preload: pre load, pre loaded, pre loading;
prefetch: pre fetch, pre fetched, pre fetching;
prefill: pre fill, pre filled, pre filling;
precompute: pre compute, pre computed, pre computing, compute in advance, computes in advance, computed in
    advance, computing in advance;
preselect: pre select, pre selected, pre selecting;
precommit: pre commit;
prerelease: pre release, pre releases;
preprocess: pre process, pre processed, pre processing;
prerender: pre render, pre rendered, pre rendering;
prebuild: pre build, pre built;
preproduction: pre production, pre prod;
postprocess: post process, post processed, post processing;
subfolder: sub folder, sub folders, sub directory, sub directories;
subagent: sub agent, sub agents;
subdomain: sub domain, sub domains;
submodule: sub module, sub modules, git submodule, git submodules;
subtask: sub task, sub tasks;
subcommand: sub command, sub commands;
subclass: sub class, sub classes;
subpage: sub page, sub pages;
subproject: sub project, sub projects;
multilingual: multi language, multi lingual, in several languages, in multiple languages;
multitenant: multi tenant, multi tenancy;
multithreaded: multi threaded, multi threading;
multiselect: multi select, multiple select, multiple selection;
microservice: micro service, micro services;
microfrontend: micro frontend, micro frontends, micro front end, micro front ends;
webhook: web hook, web hooks;
websocket: web socket, web sockets;
website: web site, web sites;
webpage: web page, web pages;
homepage: home page, home pages;
browser: web browser, web browsers, internet browser, internet browsers;
timezone: time zone, time zones;
timestamp: time stamp, time stamps;
timeout: time limit, time limits;
runtime: run time;
realtime: real time;
lifecycle: life cycle, life cycles;
workflow: work flow, work flows;
workspace: work space, work spaces;
namespace: name space, name spaces;
whitespace: white space, white spaces;
username: user name, user names, login name, login names;
hostname: host name, host names;
filename: file name, file names, name of the file, names of the files;
filesystem: file system, file systems;
filepath: file path, file paths;
codebase: code base, code bases;
dataset: data set, data sets;
metadata: meta data;
sitemap: site map, site maps;
toolchain: tool chain, tool chains;
toolbar: tool bar, tool bars;
sidebar: side bar, side bars, side panel, side panels;
navbar: nav bar, nav bars, navigation bar, navigation bars;
checkbox: check box, check boxes, tick box, tick boxes;
dropdown: drop down, drop downs, drop down menu, drop down menus, drop down list, drop down lists,
    dropdown menu, dropdown menus, dropdown list, dropdown lists, pull down menu, pull down menus;
combobox: combo box, combo boxes;
textfield: text field, text fields, text box, text boxes, input box, input boxes, input field, input
    fields, text input, text inputs;
textarea: text area, text areas;
slideshow: slide show, slide shows;
tooltip: tool tip, tool tips;
placeholder: place holder, place holders, placeholder text;
popup: pop up, pop ups;
popover: pop over, pop overs;
fullscreen: full screen;
scrollbar: scroll bar, scroll bars;
breakpoint: break point, break points;
smartphone: smart phone, smart phones, cell phone, cell phones, mobile phone, mobile phones;
inline: in line;
changelog: change log, change logs;
checklist: check list, check lists;
lookup: look up, looks up, looked up, looking up;
callback: call back, call backs;
feedback: feed back;
layout: lay out, laid out, laying out;
checkout: check out, checks out, checked out, checking out;
backup: back up, backs up, backed up, backing up;
opt-in: opt in, opts in, opted in, opting in;
opt-out: opt out, opts out, opted out, opting out;
lockfile: lock file, lock files;
dockerfile: docker file, docker files;
readme: read me;
gitignore: git ignore;
subtitle: sub title, sub titles, sub heading, sub headings;
email: e mail, e mails, e mailed, e mailing, electronic mail;
standalone: stand alone;
handwritten: hand written, written by hand, hand coded;
manual: by hand;
lightweight: light weight;
outdated: out of date, behind the times;
latest: most recent, most up to date, up to date;
modern: state of the art, cutting edge;
unused: no longer used, no longer in use, not in use, nothing uses, nobody uses, nobody calls, no one uses,
    never used, never called, is never used, is never called, are never used, are never called, is not used,
    isn't used, are not used, aren't used, was not used, wasn't used, were not used, weren't used;
unneeded: is not needed, isn't needed, are not needed, aren't needed, was not needed, wasn't needed, were
    not needed, weren't needed;
unnecessary: is not necessary, isn't necessary, are not necessary, aren't necessary, was not necessary,
    wasn't necessary, were not necessary, weren't necessary;
invalid: is not valid, isn't valid, are not valid, aren't valid, was not valid, wasn't valid, were not
    valid, weren't valid;
unavailable: is not available, isn't available, are not available, aren't available, was not available,
    wasn't available, were not available, weren't available;
unsupported: is not supported, isn't supported, are not supported, aren't supported, was not supported,
    wasn't supported, were not supported, weren't supported, not yet supported, is not yet supported, isn't
    yet supported, are not yet supported, aren't yet supported;
untested: is not tested, isn't tested, are not tested, aren't tested, was not tested, wasn't tested, were
    not tested, weren't tested, not yet tested, is not yet tested, isn't yet tested, are not yet tested,
    aren't yet tested;
undocumented: is not documented, isn't documented, are not documented, aren't documented, was not
    documented, wasn't documented, were not documented, weren't documented, not yet documented, is not yet
    documented, isn't yet documented, are not yet documented, aren't yet documented;
unformatted: is not formatted, isn't formatted, are not formatted, aren't formatted, was not formatted,
    wasn't formatted, were not formatted, weren't formatted;
unencrypted: is not encrypted, isn't encrypted, are not encrypted, aren't encrypted, was not encrypted,
    wasn't encrypted, were not encrypted, weren't encrypted;
unauthenticated: is not authenticated, isn't authenticated, are not authenticated, aren't authenticated, was
    not authenticated, wasn't authenticated, were not authenticated, weren't authenticated;
unhandled: is not handled, isn't handled, are not handled, aren't handled, was not handled, wasn't handled,
    were not handled, weren't handled, not yet handled, is not yet handled, isn't yet handled, are not yet
    handled, aren't yet handled;
untranslated: is not translated, isn't translated, are not translated, aren't translated, was not
    translated, wasn't translated, were not translated, weren't translated, not yet translated, is not yet
    translated, isn't yet translated, are not yet translated, aren't yet translated;
unassigned: is not assigned, isn't assigned, are not assigned, aren't assigned, was not assigned, wasn't
    assigned, were not assigned, weren't assigned, not yet assigned, is not yet assigned, isn't yet
    assigned, are not yet assigned, aren't yet assigned;
unresolved: is not resolved, isn't resolved, are not resolved, aren't resolved, was not resolved, wasn't
    resolved, were not resolved, weren't resolved, not yet resolved, is not yet resolved, isn't yet
    resolved, are not yet resolved, aren't yet resolved;
unreachable: is not reachable, isn't reachable, are not reachable, aren't reachable, was not reachable,
    wasn't reachable, were not reachable, weren't reachable;
unsafe: is not safe, isn't safe, are not safe, aren't safe, was not safe, wasn't safe, were not safe,
    weren't safe;
unverified: is not verified, isn't verified, are not verified, aren't verified, was not verified, wasn't
    verified, were not verified, weren't verified, not yet verified, is not yet verified, isn't yet
    verified, are not yet verified, aren't yet verified;
untracked: is not tracked, isn't tracked, are not tracked, aren't tracked, was not tracked, wasn't tracked,
    were not tracked, weren't tracked;
unreferenced: is not referenced, isn't referenced, are not referenced, aren't referenced, was not
    referenced, wasn't referenced, were not referenced, weren't referenced;
unreviewed: is not reviewed, isn't reviewed, are not reviewed, aren't reviewed, was not reviewed, wasn't
    reviewed, were not reviewed, weren't reviewed, not yet reviewed, is not yet reviewed, isn't yet
    reviewed, are not yet reviewed, aren't yet reviewed;
unmerged: is not merged, isn't merged, are not merged, aren't merged, was not merged, wasn't merged, were
    not merged, weren't merged, not yet merged, is not yet merged, isn't yet merged, are not yet merged,
    aren't yet merged;
unsaved: is not saved, isn't saved, are not saved, aren't saved, was not saved, wasn't saved, were not
    saved, weren't saved, not yet saved, is not yet saved, isn't yet saved, are not yet saved, aren't yet
    saved;
unchanged: is not changed, isn't changed, are not changed, aren't changed, was not changed, wasn't changed,
    were not changed, weren't changed;
unfinished: is not finished, isn't finished, are not finished, aren't finished, was not finished, wasn't
    finished, were not finished, weren't finished;
unclear: is not clear, isn't clear, are not clear, aren't clear, was not clear, wasn't clear, were not
    clear, weren't clear;
unresponsive: is not responding, isn't responding, are not responding, aren't responding, was not
    responding, wasn't responding, were not responding, weren't responding;
unnecessary: no longer needed, no longer necessary, no longer required;
broken: no longer working;
available: at hand, on hand;
tackle: take on, takes on, took on, taken on, taking on, get to grips with, gets to grips with, got to
    grips with, gotten to grips with, getting to grips with;
focus: concentrate on, concentrates on, concentrated on, concentrating on, zero in on, zeros in on, zeroed
    in on, zeroing in on, home in on, homes in on, homed in on, homing in on, focus on, focuss on, focused
    on, focusing on;
depend: hinge on, hinges on, hinged on, hinging on, depend on, depends on, depended on, depending on,
    depend upon, depends upon, depended upon, depending upon, be contingent on;
cause: give rise to, gives rise to, gave rise to, given rise to, giving rise to, bring about, brings
    about, brought about, bringing about, lead to, leads to, led to, leading to, resulting in, resulted
    in;
prevent: guard against, guards against, guarded against, guarding against, protect against, protects
    against, protected against, protecting against, ward off, wards off, warded off, warding off;
avoid: steer clear of, steers clear of, steered clear of, steering clear of, stay away from, stays away
    from, stayed away from, staying away from, keep away from, keeps away from, kept away from, keeping
    away from, refrain from;
distinguish: tell apart, tells apart, told apart, telling apart, draw a distinction between, draws a
    distinction between, drew a distinction between, drawn a distinction between, drawing a distinction
    between, make a distinction between, makes a distinction between, made a distinction between, making a
    distinction between;
total: add up, adds up, added up, adding up, tot up;
contact: get in touch with, gets in touch with, got in touch with, gotten in touch with, getting in touch
    with, reach out to, reaches out to, reached out to, reaching out to, get hold of, gets hold of, got
    hold of, gotten hold of, getting hold of;
discuss: talk about, talks about, talked about, talking about, talk over, talks over, talked over, talking
    over, talk through, talks through, talked through, talking through, chat about, chats about, chatted
    about, chatting about;
type: type in, types in, typed in, typing in;
click: click on, clicks on, clicked on, clicking on, tap on, taps on, tapped on, tapping on;
hover: hover over, hovers over, hovered over, hovering over, mouse over, mouses over, moused over, mousing
    over;
open: open up, opens up, opened up, opening up;
close: close down, closes down, closed down, closing down, close off, closes off, closed off, closing off;
lock: lock up, locks up, locked up, locking up;
harden: lock down, locks down, locked down, locking down;
hide: tuck away, tucks away, tucked away, tucking away, hide away, hides away, hid away, hidden away,
    hiding away;
collapse: fold up, folds up, folded up, folding up, fold away, folds away, folded away, folding away, fold
    down, folds down, folded down, folding down;
expand: fold out, folds out, folded out, folding out, open out, opens out, opened out, opening out;
shorten: make shorter, makes shorter, made shorter, making shorter;
lengthen: make longer, makes longer, made longer, making longer, draw out, draws out, drew out, drawn out,
    drawing out, drag out, drags out, dragged out, dragging out;
enlarge: make bigger, makes bigger, made bigger, making bigger, make larger, makes larger, made larger,
    making larger;
shrink: make smaller, makes smaller, made smaller, making smaller;
widen: make wider, makes wider, made wider, making wider;
narrow: narrow down, narrows down, narrowed down, narrowing down, make narrower, makes narrower, made
    narrower, making narrower;
simplify: make simpler, makes simpler, made simpler, making simpler, make easier, makes easier, made
    easier, making easier, make it simpler, makes it simpler, made it simpler, making it simpler;
clarify: make clear, makes clear, made clear, making clear, make clearer, makes clearer, made clearer,
    making clearer, clear up, clears up, cleared up, clearing up;
strengthen: beef up, beefs up, beefed up, beefing up, shore up, shores up, shored up, shoring up, make
    stronger, makes stronger, made stronger, making stronger;
improve: make better, makes better, made better, making better, make improvements to, makes improvements
    to, made improvements to, making improvements to;
publish: make public, makes public, made public, making public, bring out, brings out, brought out,
    bringing out;
provide: make available, makes available, made available, making available, come with, comes with, came
    with, coming with;
launch: go live, goes live, went live, gone live, going live;
release: cut a release, cuts a release, cutting a release, cut a new release, cuts a new release, cutting
    a new release, make a release, makes a release, made a release, making a release, ship out, ships out,
    shipped out, shipping out;
push: push up, pushes up, pushed up, pushing up;
branch: branch off, branches off, branched off, branching off, git branch, git branches;
implement: put into effect, puts into effect, putting into effect, put into practice, puts into practice,
    putting into practice, put in place, puts in place, putting in place, put into place, puts into place,
    putting into place;
plan: map out, maps out, mapped out, mapping out, plan out, plans out, planned out, planning out, plan
    ahead, plans ahead, planned ahead, planning ahead;
draft: draw up, draws up, drew up, drawn up, drawing up, rough out, roughs out, roughed out, roughing out;
sketch: sketch out, sketches out, sketched out, sketching out;
highlight: draw attention to, draws attention to, drew attention to, drawn attention to, drawing attention
    to;
mention: point out, points out, pointed out, pointing out, touch on, touches on, touched on, touching on,
    touch upon, touches upon, touched upon, touching upon, make mention of, makes mention of, made mention
    of, making mention of;
monitor: keep track of, keeps track of, kept track of, keeping track of, keep tabs on, keeps tabs on, kept
    tabs on, keeping tabs on, keep an eye on, keeps an eye on, kept an eye on, keeping an eye on, keep
    watch on, keeps watch on, kept watch on, keeping watch on, keep watch over, keeps watch over, kept
    watch over, keeping watch over;
represent: stand for, stands for, stood for, standing for;
responsible: in charge, in charge of;
participate: take part, takes part, took part, taken part, taking part, take part in, takes part in, took
    part in, taken part in, taking part in;
hang: get stuck, gets stuck, got stuck, gotten stuck, getting stuck, freeze up, freezes up, froze up,
    frozen up, freezing up;
require: insist on, insists on, insisted on, insisting on;
request: ask for, asks for, asked for, asking for, put in a request for, puts in a request for, putting in
    a request for, api request, api requests, api call, api calls;
contain: made up of, composed of, consist of, consists of, consisted of, consisting of;
alphabetical: in alphabetical order;
chronological: in chronological order;
ascending: in ascending order, lowest first, smallest first, from low to high;
descending: in descending order, highest first, largest first, biggest first, from high to low;
oldest: oldest first, earliest first;
newest: newest first, latest first, most recent first;
reverse: the other way around, the other way round, other way around, other way round, in reverse;
stepwise: step by step, one step at a time, bit by bit, little by little, piece by piece, in small steps,
    in stages;
atonce: all at once, in one go, in one shot, in a single pass, in one fell swoop;
scratch: from scratch, from the ground up, from zero;
inplace: in place;
dynamic: on the fly;
beforehand: up front, in advance, ahead of time;
later: later on, at a later time, at a later point, at a later date, down the road, down the line, some
    other time;
again: once more, once again, one more time, over again;
always: at all times, every time, every single time, each time, in every case, in all cases;
never: under no circumstances, at no time, in no case;
sometimes: from time to time, now and then, every now and then, once in a while, at times, on occasion;
rarely: hardly ever, almost never, once in a blue moon;
all: each and every, every single, every one of;
many: a lot of, lots of, plenty of, a great deal of, a large number of, a great number of, a great many;
few: a handful of, a small number of;
several: a number of;
most: the majority of, the bulk of, a majority of;
approximately: more or less, give or take, roughly speaking;
because: due to, owing to, on account of, as a result of, thanks to, on the grounds that;
despite: in spite of;
regardless: irrespective of, no matter;
if: in the event that, in the event of, in case of, provided that, on condition that;
during: in the course of, over the course of;
about: with regard to, with respect to, in regard to, in terms of, in relation to, when it comes to, as
    regards, on the subject of, on the topic of;
via: by means of, by way of, with the help of, with the aid of;
to: in order to, so as to;
except: apart from, aside from, with the exception of, except for;
without: in the absence of;
near: in the vicinity of, not far from;
between: in between;
within: inside of;
until: up until;
external: third party;
internal: in house;
avatar: profile picture, profile pictures, profile image, profile images, profile photo, profile photos,
    user picture, user pictures;
screenshot: screen shot, screen shots, screen capture, screen captures, screen grab, screen grabs;
annotation: type hint, type hints, type annotation, type annotations;
typecheck: type check, type checks, type checked, type checking;
hardcode: hard code, hard codes, hard coded, hard coding;
featureflag: feature flag, feature flags, feature toggle, feature toggles, feature switch, feature
    switches;
envvar: environment variable, environment variables, env variable, env variables, env var, env vars;
cron: cron job, cron jobs, cron task, cron tasks;
edgecase: edge case, edge cases, corner case, corner cases;
happypath: happy path, happy paths, golden path, golden paths, happy flow;
styleguide: style guide, style guides, coding standard, coding standards, coding guideline, coding
    guidelines, coding convention, coding conventions, code convention, code conventions;
codestyle: code style, coding style;
techdebt: technical debt, tech debt;
techstack: tech stack, technology stack, technical stack;
statuscode: status code, status codes, response code, response codes, http status code, http status codes,
    http status;
errorcode: error code, error codes;
exitcode: exit code, exit codes, return code, return codes, exit status;
entrypoint: entry point, entry points;
endpoint: end point, end points, api endpoint, api endpoints, api route, api routes, rest endpoint, rest
    endpoints;
apikey: api key, api keys;
loglevel: log level, log levels, logging level, logging levels, log verbosity, logging verbosity;
coverage: test coverage, code coverage;
review: code review, code reviews, peer review, peer reviews;
repo: git repository, git repositories, git repo, git repos, code repository, code repositories, source
    repository, github repository, github repo;
linter: linting tool, linting tools, lint tool, lint tools;
formatter: formatting tool, formatting tools, code formatter, code formatters;
history: git history, commit history;
schema: database schema, database schemas, db schema, db schemas;
query: database query, database queries, db query, db queries;
latency: response time, response times;
account: user account, user accounts;
profile: user profile, user profiles;
user: end user, end users, app user, app users;
field: form field, form fields;
palette: color palette, color palettes, colour palette, colour palettes;
alttext: alt text, alt texts, alternative text, alternative texts, alternate text;
stacktrace: stack trace, stack traces;
code: source code, program code;
snippet: code snippet, code snippets, code block, code blocks;
build: build process, build step, build steps;
ci: ci cd, ci pipeline, ci pipelines, ci workflow, ci workflows, ci build, ci builds, ci job, ci jobs;
userguide: user guide, user guides, user manual, user manuals, user handbook, user handbooks;
quickstart: quick start, quick start guide, getting started guide;
issuetracker: issue tracker, issue trackers, bug tracker, bug trackers, ticket system, ticketing system;
datacenter: data center, data centers, data centre, data centres;
loadbalancer: load balancer, load balancers, load balancing;
autoscale: auto scale, auto scales, auto scaled, auto scaling;
worktree: work tree, work trees, working tree, working trees;
dryrun: dry run, dry runs;
oncall: on call;
followup: follow up, follows up, followed up, following up, follow ups;
sideeffect: side effect, side effects;
roundtrip: round trip, round trips;
roadmap: road map, road maps;
deadline: due date, due dates, target date, target dates;
throttle: rate limit, rate limits, rate limited, rate limiting;
progressbar: progress bar, progress bars, progress indicator, progress indicators;
spinner: loading indicator, loading indicators, loading spinner, loading spinners, loading animation,
    loading animations;
dragndrop: drag and drop, drag n drop, dragging and dropping;
autocomplete: auto complete, auto completion, type ahead, auto suggest;
newline: line break, line breaks, new line, new lines, line feed, line feeds;
brace: curly brace, curly braces, curly bracket, curly brackets;
camelcase: camel case, camel cased;
snakecase: snake case, snake cased;
kebabcase: kebab case, kebab cased;
pascalcase: pascal case, pascal cased;
uppercase: upper case, capital letters, in all caps, all caps;
lowercase: lower case, small letters;
postcode: zip code, zip codes, postal code, postal codes, post code, post codes;
surname: last name, last names, family name, family names;
forename: first name, first names, given name, given names;
birthdate: date of birth, birth date, birth dates;
sms: text message, text messages;
trash: recycle bin, trash can;
tradeoff: trade off, trade offs;
tone: tone of voice;
integer: whole number, whole numbers;
decimalplace: decimal place, decimal places, decimal digit, decimal digits;
linelength: line length, line lengths, line width, line widths;
walkthrough: walk through, walk throughs;
deeplink: deep link, deep links, deep linking;
crossplatform: cross platform, multi platform;
granular: fine grained;
plugin: add ons, plug in, plug ins;
finetune: fine tune, fine tunes, fine tuned, fine tuning;
spellcheck: spell check, spell checks, spell checker, spell checking;
destroy: tear down, tears down, tore down, torn down, tearing down;
asap: as soon as possible, as early as possible;
nobody: no one;
vulnerability: security hole, security holes, security flaw, security flaws, security vulnerability,
    security vulnerabilities;
emphasize: bring to the fore, brings to the fore, brought to the fore, bringing to the fore, put emphasis
    on, puts emphasis on, putting emphasis on, lay stress on, lays stress on, laid stress on, laying
    stress on;
overwrite: write over, writes over, wrote over, written over, writing over;
uncomment: comment in, comments in, commented in, commenting in;
explain: give an explanation of, gives an explanation of, gave an explanation of, given an explanation of,
    giving an explanation of, give reasons for, gives reasons for, gave reasons for, given reasons for,
    giving reasons for;
answer: give an answer to, gives an answer to, gave an answer to, given an answer to, giving an answer to;
summarize: boil down, boils down, boiled down, boiling down;
standardize: make consistent, makes consistent, made consistent, making consistent, make uniform, makes
    uniform, made uniform, making uniform;
compare: draw a comparison between, draws a comparison between, drew a comparison between, drawn a
    comparison between, drawing a comparison between, make a comparison of, makes a comparison of, made a
    comparison of, making a comparison of;
analyze: do an analysis of, does an analysis of, did an analysis of, done an analysis of, doing an
    analysis of;
await: wait for, waits for, waited for, waiting for;
content: what's in, what is in, what's inside, what is inside;
""")
"""Longer ones are read first. What only asks, and says nothing of the subject, is "please"."""

ABBREVIATIONS = _phrases("""
adr: architecture decision record, architecture decision records, architectural decision record,
    architectural decision records;
api: application programming interface, application programming interfaces;
ast: abstract syntax tree, abstract syntax trees;
acl: access control list, access control lists;
abac: attribute based access control;
aka: also known as;
apm: application performance monitoring;
asg: auto scaling group, auto scaling groups;
asr: automatic speech recognition;
auc: area under the curve;
ai: artificial intelligence;
ar: augmented reality;
bdd: behavior driven development, behaviour driven development;
bff: backend for frontend, back end for front end, backends for frontends;
bi: business intelligence;
bom: byte order mark;
sbom: software bill of materials;
cdc: change data capture;
cdn: content delivery network, content delivery networks;
cla: contributor license agreement, contributor license agreements, contributor licence agreement,
    contributor licence agreements;
cls: cumulative layout shift;
cms: content management system, content management systems;
cnn: convolutional neural network, convolutional neural networks;
cors: cross origin resource sharing;
cot: chain of thought;
cpu: central processing unit, central processing units;
crm: customer relationship management;
crud: create read update delete, create read update and delete;
csp: content security policy;
csrf: cross site request forgery;
css: cascading style sheet, cascading style sheets;
csv: comma separated value, comma separated values;
ci: continuous integration;
cta: call to action, calls to action;
ctr: click through rate, click through rates;
cve: common vulnerabilities and exposures;
dag: directed acyclic graph, directed acyclic graphs;
dao: data access object, data access objects;
dast: dynamic application security testing;
dau: daily active users;
mau: monthly active users;
dbms: database management system, database management systems;
dco: developer certificate of origin;
ddd: domain driven design;
ddl: data definition language;
ddos: distributed denial of service;
dos: denial of service;
di: dependency injection;
dlq: dead letter queue, dead letter queues;
dns: domain name system;
dod: definition of done;
dom: document object model;
dpi: dots per inch;
dr: disaster recovery;
drm: digital rights management;
dsl: domain specific language, domain specific languages;
dto: data transfer object, data transfer objects;
dx: developer experience;
e2ee: end to end encryption, end to end encrypted;
ehr: electronic health record, electronic health records;
eod: end of day;
eof: end of file;
erd: entity relationship diagram, entity relationship diagrams, er diagram, er diagrams;
erp: enterprise resource planning;
esm: es module, es modules, ecmascript module, ecmascript modules;
eta: estimated time of arrival;
etl: extract transform load, extract transform and load;
faq: frequently asked question, frequently asked questions;
fifo: first in first out;
fk: foreign key, foreign keys;
fps: frames per second;
fsm: finite state machine, finite state machines;
ftp: file transfer protocol;
fts: full text search;
gc: garbage collection, garbage collector;
gdpr: general data protection regulation;
gpu: graphics processing unit, graphics processing units;
gui: graphical user interface, graphical user interfaces;
ha: high availability, highly available;
hdd: hard disk drive, hard disk drives, hard drive, hard drives;
hmr: hot module replacement, hot module reload, hot module reloading;
hpa: horizontal pod autoscaler, horizontal pod autoscaling;
hr: human resources;
hsts: http strict transport security;
html: hypertext markup language;
iac: infrastructure as code;
iam: identity and access management;
ide: integrated development environment, integrated development environments;
idp: identity provider, identity providers;
iot: internet of things;
ip: internet protocol;
isp: internet service provider, internet service providers;
isr: incremental static regeneration;
jit: just in time;
jwt: json web token, json web tokens;
kpi: key performance indicator, key performance indicators;
kyc: know your customer;
lcp: largest contentful paint;
lifo: last in first out;
llm: large language model, large language models;
lms: learning management system, learning management systems;
loc: lines of code;
lru: least recently used;
lfu: least frequently used;
lsp: language server protocol;
ltr: left to right;
lts: long term support;
mcp: model context protocol;
mfa: multi factor authentication, multifactor authentication, multi factor auth;
2fa: two factor authentication, two factor auth, two factor login, two step verification, 2 factor
    authentication;
ml: machine learning;
mpa: multi page application, multi page applications, multi page app, multi page apps;
mse: mean squared error;
rmse: root mean squared error, root mean square error;
mttr: mean time to recovery, mean time to repair;
mvc: model view controller;
mvp: minimum viable product, minimum viable products;
mvvm: model view viewmodel;
nda: non disclosure agreement, non disclosure agreements;
ner: named entity recognition;
nfr: non functional requirement, non functional requirements;
nlp: natural language processing;
nps: net promoter score, net promoter scores;
ocr: optical character recognition;
oidc: openid connect;
okr: objectives and key results;
oom: out of memory;
oop: object oriented programming;
orm: object relational mapper, object relational mappers, object relational mapping;
os: operating system, operating systems;
oss: open source software;
ota: over the air;
otp: one time password, one time passwords, one time passcode, one time passcodes, one time code, one time
    codes;
pca: principal component analysis;
pii: personally identifiable information, personal identifiable information;
pk: primary key, primary keys;
pki: public key infrastructure;
poc: proof of concept, proofs of concept;
pos: point of sale;
psp: payment service provider, payment service providers;
pwa: progressive web app, progressive web apps, progressive web application, progressive web applications;
qps: queries per second;
rag: retrieval augmented generation;
ram: random access memory;
rbac: role based access control;
rdbms: relational database management system, relational database management systems;
regex: regular expression, regular expressions;
rfc: request for comments, requests for comments;
rl: reinforcement learning;
rls: row level security;
rnn: recurrent neural network, recurrent neural networks;
roi: return on investment;
rpc: remote procedure call, remote procedure calls;
rpo: recovery point objective, recovery point objectives;
rps: requests per second;
rtl: right to left;
rto: recovery time objective, recovery time objectives;
rum: real user monitoring;
saas: software as a service;
sast: static application security testing;
sdk: software development kit, software development kits;
sdlc: software development life cycle, software development lifecycle;
seo: search engine optimization, search engine optimisation;
sgd: stochastic gradient descent;
sku: stock keeping unit, stock keeping units;
sla: service level agreement, service level agreements;
sli: service level indicator, service level indicators;
slo: service level objective, service level objectives;
soa: service oriented architecture;
spa: single page application, single page applications, single page app, single page apps;
sql: structured query language;
sre: site reliability engineering, site reliability engineer, site reliability engineers;
srp: single responsibility principle;
ssd: solid state drive, solid state drives, solid state disk, solid state disks;
sse: server sent event, server sent events;
ssg: static site generation, static site generator, static site generators;
ssl: secure sockets layer;
sso: single sign on, single sign in;
ssot: single source of truth;
ssr: server side rendering, server side rendered;
stdlib: standard library, standard libraries;
stt: speech to text;
tts: text to speech;
tco: total cost of ownership;
tdd: test driven development;
tls: transport layer security;
toc: table of contents;
tos: terms of service, terms of use;
tps: transactions per second;
ttfb: time to first byte;
tti: time to interactive;
ttl: time to live;
tui: terminal user interface, terminal user interfaces, text user interface, text user interfaces, text
    based user interface;
ui: user interface, user interfaces;
url: uniform resource locator, uniform resource locators;
utc: coordinated universal time;
ux: user experience;
uuid: universally unique identifier, universally unique identifiers, universally unique id, universally
    unique ids;
vat: value added tax;
vcs: version control system, version control systems, version control, source control;
vm: virtual machine, virtual machines;
vpc: virtual private cloud, virtual private clouds;
vpn: virtual private network, virtual private networks;
vps: virtual private server, virtual private servers;
vr: virtual reality;
waf: web application firewall, web application firewalls;
wal: write ahead log, write ahead logging;
wcag: web content accessibility guidelines;
wip: work in progress;
wsl: windows subsystem for linux;
wysiwyg: what you see is what you get;
xss: cross site scripting;
""")
"""What is written out here is the same as the short form."""
