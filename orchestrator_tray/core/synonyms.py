"""Groups of words that can stand for one another in a question.

Data only, in lower case and in base forms, one group a line; a word may stand on several. Words that exclude
each other are in `rivals`, phrases that stand for one word in `phrases`. A false group makes a machine answer
wrongly, a missing one only makes it ask.
"""

SYNONYMS = tuple(
    tuple(line.split())
    for line in """
add include introduce insert append
add write create author compose draft
add have want need
add put place attach
remove delete drop eliminate discard erase strip purge cut
update refresh regenerate renew
update change modify edit alter adjust amend revise tweak adapt
update upgrade bump
update sync
fix repair resolve correct address mend solve
refactor restructure rework rewrite reorganize cleanup tidy
create make build generate produce construct craft
create open start
create configure establish scaffold bootstrap initialize init
implement build develop code create write program
run execute perform invoke launch start
run drive power
start begin launch initiate commence
continue proceed resume advance
finish complete end finalize conclude
stop halt end terminate
cancel abort
show display present render surface reveal visualize expose print
show see view visible
show tell report surface indicate communicate present
hide conceal
store save persist keep hold record write
store put place live reside sit locate go belong position keep save host location
read load fetch get retrieve pull obtain
send deliver dispatch emit transmit
notify tell inform alert warn notification
check verify validate ensure confirm examine
check test
handle treat process manage approach address respond react do
respond return reply answer
return yield give produce output
name call title label entitle naming
sort order rank arrange sequence
split divide separate decompose
merge combine join unify consolidate
keep retain preserve maintain leave stay remain
keep live
allow permit let accept
enable activate allow
enable activate on enabled
disable deactivate off disabled
block forbid deny prevent disallow prohibit reject refuse
support cover handle
cover test
cover for
log record
limit cap restrict bound maximum ceiling
wait delay pause
retry reattempt
skip omit bypass
follow respect honor obey match use
follow guide
format prettify layout style
document describe explain
install add
configure set setup config
connect link attach hook
publish release ship
deploy release ship launch
submit file open raise
examine review inspect audit check
compute calculate determine derive
convert transform translate turn change
convert parse
migrate move port transition switch convert
replace swap substitute exchange switch
duplicate copy clone replicate
extract separate
group cluster categorize bundle organize
highlight emphasize mark
happen occur do
exceed surpass pass
fail break error
look appear appearance style
schedule plan time
offer provide give supply have
offer support
target aim for
track monitor watch observe follow
tackle address handle do start pick begin
pick choose select use
test spec testing suite
framework library tool toolkit package
library package dependency module set
component widget element
tool utility program software
tool service
repo repository codebase project
app application
db database datastore storage
config configuration setting preference option
env environment
dir directory folder place location path
doc documentation docs manual guide
auth authentication login
param parameter argument arg
func function method routine
var variable
const constant
msg message
err error failure exception fault
id identifier
image picture photo
btn button
nav navigation
dep dependency
pr
ticket issue
bug defect issue problem fault
task todo job item work ticket
feature functionality capability
endpoint route
url link address
user people visitor
everyone everybody
admin administrator
page screen view
small mobile
dialog modal popup
layout structure arrangement organize
structure organize architecture design
color colour
font typeface
approach strategy way method technique solution
place location spot position directory where
format form type
order sequence sorting
interval frequency period cadence how-often
count number amount quantity how-many
many often times how-often how-many
often how-often
size dimension big how-big large
max maximum limit highest most largest
min minimum lowest least smallest
default standard
speed performance
memory ram
part section chapter
entry item record
entry note
result outcome output
reply response
level layer tier
detail depth thorough
provider service vendor platform
license licence
language lang
runtime engine platform
developer dev engineer programmer
mail email
site website webpage
phone mobile smartphone
metric measurement measure
pipeline workflow
comment remark annotation note
shortcut hotkey keybinding
toggle switch
flag switch option
hint tip
state status
loading load
search find lookup query
chart graph plot
table grid
card tile
plan proposal
summary overview recap
example sample
wording text copy phrasing
template boilerplate
legacy old deprecated outdated obsolete
big large huge
small little tiny
short brief concise
fast quick rapid
simple easy plain
clear readable obvious
separate own dedicated different
whole entire full complete all
also too additionally
automatic automatically auto
manual manually hand
initial first
initial start
final last
main primary principal
broken failing failed
unused dead
missing absent
same identical equal
empty blank
random arbitrary
hidden invisible
required mandatory needed must
each per every
allow permit may can
early soon
late later
everywhere globally
pretty nice
precise exact accurate
cheap inexpensive
thorough comprehensive extensive exhaustive full
minor small
ask prompt question
press click tap hit
choose select
type kind sort style
style look theme
library pack
lint linter linting
format formatter formatting
log logger logging
bundle bundler bundling
run runner running
build builder
test tester
parse parser
cache caching
rule convention guideline standard
convention style
message text
release version
commit save
person owner people
reviewer review
responsible own owner
client consumer caller
tab
rebuild regenerate recreate reindex
recalculate recompute
restart reboot relaunch
history log
back return
retain store
clean tidy
zip compress
mobile phone
unify standardize
translate localize
price cost
prettier formatter
wide broad
strategy scheme policy
policy rule
bucket container
finish done
placeholder hint
concurrency parallelism
parallel concurrent
worker thread
pause suspend
tackle work
next follow
stay remain
gradual incremental stepwise
draft write
kick start
mention note
introduce adopt
adopt use
row record
column field
field property attribute
key name
guide tutorial
walkthrough tutorial
diagram drawing figure
banner notice
sketch mockup wireframe
permanent forever
temporary temp
shape form
javascript js
typescript ts
python py
kubernetes k8s
postgresql postgres
github gh
database sql
deep depth
long length duration how-long
wide width
high height
strong strength
rename name
happen handle do
break split divide separate
theme skin
convention format style scheme
first start begin
almost nearly
api interface
provider service platform host
where platform
halfway midway
audience reader public
locale language
generate generator
generator tool
enough suffice sufficient adequate
favorite best prefer
trigger fire raise start
hang stuck block freeze
responsive adaptive
choice option alternative
alternative instead
hold contain
contain include have
represent show
expose publish
need require want
mode state
progress status
verbose detailed
logo brand
sign mark
invite invitation
cover include
fallback default
precision accuracy
boundary border edge
sidebar panel
popup tooltip
stylesheet css style
nickname alias
bottleneck slow
speed fast
crash fail
guest visitor
purchase buy order
pay payment
shop store
cart basket
trash bin
immediately instantly promptly directly
approximately about roughly around
additionally also too furthermore
frequently often
rarely seldom
simultaneously concurrently parallel
afterwards later subsequently
beforehand earlier previously
mainly mostly largely primarily
everywhere throughout globally
permanent forever lasting
occasionally sometimes
statistics stats statistic
information info
specification spec
performance perf
synchronize sync
library lib
package pkg
approximate estimate guess
laptop notebook computer pc machine
machine host server computer
website site webpage homepage
attempt try effort
obtain get acquire receive fetch
assist help support
cease stop halt
believe think
locate find discover detect
enter type input insert
grow increase expand rise
shrink reduce decrease lessen
accelerate speed
improve enhance optimize better
extend enlarge broaden widen lengthen
shorten trim cut abbreviate
compare contrast
guide lead
capture record grab
render draw paint
interpret parse
measure gauge benchmark profile
restore recover
join combine unite connect
emphasize highlight stress
annotate comment note
enumerate list
enclose wrap surround
attach append add
register enroll signup
decline reject refuse deny
warn alert caution
emit fire dispatch trigger send
poll check query
preload prefetch
reload refresh
silence mute
collapse fold
expand unfold
employee worker staff
company organization firm business
writer author
video clip movie film
sound audio
word term
letter character char
heading title headline caption
total sum amount
ratio rate share percentage
date day
moment time
period interval span duration
calendar schedule timetable
conversation chat thread discussion
handbook manual guide tutorial
middle center
segment section part portion chunk piece
margin spacing padding gap
outline border edge frame
stage phase step
revision version
modification change edit
function feature
right permission
profile account
zip archive
procedure routine function method
condition check
request call
lag latency delay
drive disk storage
screen display monitor
picker selector chooser
filter narrow
accent diacritic
sender author
accidental unintended
old previous former earlier
new fresh latest
wrong incorrect
missing absent lacking
available present
optional voluntary
huge enormous big
minimal small slight
detailed thorough extensive
complicated complex
duplicate double repeated
visible shown displayed
bold strong heavy
plain simple bare
neat clean tidy
initial first starting
closing final last
spare extra additional
further additional more extra
several multiple many various
single one
numerous many
adjacent neighboring nearby beside next
incoming inbound
outgoing outbound
offline disconnected
backward reverse
mandatory required must compulsory
forbidden prohibited disallowed
permitted allowed
spelling orthography
typo misspelling
dropdown select combobox
checkbox tick
scrollbar scroll
pager pagination paging
thumbnail preview
sign symbol
wizard assistant
onboarding introduction
greeting welcome
reminder prompt
roadmap plan
sprint iteration
stakeholder owner
trip journey travel
shipment delivery
stock inventory
voucher coupon
receipt confirmation
supplier vendor
fail failure
crash panic
ditch drop remove
wipe erase clear delete
nuke delete wipe
prune purge delete
destroy delete erase
eradicate eliminate remove
dispose discard
dispose disposal
remove removal
delete removal
elimination removal
revert undo rollback
revert reversal
redo repeat rerun
repeat repetition
postpone defer delay
suppress silence mute
vet check review
scrutinize examine inspect
investigate examine explore research
diagnose troubleshoot debug investigate
diagnose diagnosis diagnostic
reproduce recreate
encapsulate wrap
wrap wrapper
define declare
outline sketch describe
elaborate explain
clarify explain
clarify clarification
explain explanation
describe description
illustrate depict show
demonstrate show demo
demo example sample
exhibit show display
relay forward
transfer move
relocate move
shift move
reposition move
reorder rearrange
centralize consolidate
central centralized
decouple separate
decouple detach
detach disconnect
disconnect unlink
bind attach tie
associate link relate tie
associate relationship
relation relationship
relationship link
assign allocate
allot allocate
dedicate devote
recognize identify detect
recognize recognition
identify identification
identify find
spot notice detect
notice spot recognize
distinguish differentiate discriminate
differ vary
differ difference
differ different
difference diff delta
discrepancy mismatch difference
inconsistency discrepancy mismatch
match correspond
conform comply adhere follow
comply compliance
violate breach break
guard protect shield
safeguard protect
protect secure
secure harden
secure security
safe safety
obscure hide conceal
sanitize clean cleanse
scrub clean
harmonize unify align
streamline simplify
simplify ease
simplify simplification
condense shorten
summarize recap
summarize condense
minify minification
minify minimize
minimize reduce
reduce reduction
raise increase bump
boost increase
boost improve
increase extend
elevate raise
lower reduce decrease
diminish reduce decrease
prolong extend lengthen
extend extension
expand expansion
growth grow
augment extend enhance supplement
supplement complement
enrich enhance augment
refine improve polish
tune optimize tweak adjust
calibrate adjust tune
remedy resolve
patch fix
overhaul rework redesign revamp
redesign revamp restyle
rewrite redo
rework redo
rephrase reword paraphrase
rename retitle relabel
mark flag
denote represent indicate
signal indicate
announce communicate inform
announce publicize
advertise promote
enqueue queue
download fetch
ingest import
dump export
scrape scraper
crawl crawler
collect gather
gather accumulate
aggregate combine
accumulate collect
assemble build
assemble assembly
compile build
transpile compile
pack bundle
package bundle
wire hook connect
plug connect
integrate incorporate include
interact communicate
communicate talk
converse talk chat
discuss talk
request demand
solicit request
authorize permit allow
authz authorization
authn authentication
consent agree
permit permission
permission authorization
permission privilege
perm permission
acknowledge ack
acknowledge confirm
dismiss close
dismiss dismissible
disregard ignore
exclude omit skip
exclude exclusion
include inclusion
omit omission
circumvent bypass sidestep
tolerate accept allow
tolerate tolerance
demand require
necessitate require
mandate require enforce
enforce impose
compel force
oblige force
entail involve
comprise contain include
encompass include cover
span cover
serve deliver
serve host
accommodate support
infer deduce derive
deduce conclude
predict forecast
predict anticipate
evaluate assess judge
appraise evaluate assess
score grade rate
weigh consider
consider contemplate ponder
count tally
subtract deduct
truncate cut shorten
clip truncate
segment divide split
throttle limit
constrain restrict limit
constraint restriction limitation
constrain constraint
confine restrict limit
curb limit reduce
tighten restrict
loosen relax
relax ease
dedupe deduplicate
overlap intersect
conflict clash collide
contradict conflict
collide collision
cooperate collaborate
participate join
recruit hire
educate teach
teach instruct
imitate mimic
repurpose reuse
reuse recycle
usage consumption
consume consumption
traverse walk
iterate loop
invert reverse flip
reverse reversal
mirror replicate
plot draw render
plot visualize
draw sketch
illustration figure drawing
illustration image picture
graphic image picture
photo photograph
pic picture photo
img image
screenshot screengrab
icon glyph
icon symbol
emoji emoticon
hue tint shade
hue color
luminosity brightness
brightness bright
opacity transparency
transparent transparency
binary executable
exe executable
payload body
payload data
outage downtime interruption
interrupt abort stop
glitch bug
flaw defect bug
flaw weakness
mistake error
inaccuracy error
stacktrace traceback backtrace
risk danger
risk risky
dangerous risky unsafe hazardous
danger dangerous
vulnerability weakness
attacker hacker intruder
adversary attacker
cred credential
certificate cert
passcode password
pwd password
passwd password
buyer purchaser shopper
attendee participant
peer colleague
sysadmin administrator
beginner novice newcomer
newbie beginner
expert specialist
individual person human
individual separate
somebody someone
anybody anyone
department division
country nation
region area
zone area
timezone tz
city town
street road
postcode zipcode
surname lastname
forename firstname
birthday birthdate
inbox mailbox
spam junk
subject topic
article post
blogpost article
paragraph passage
terminology vocabulary
cite citation reference
cite quote
refer reference
ref reference
appendix annex
preface foreword
intro introduction
introduce introduction
synopsis summary
summarize summary
conclude conclusion
howto guide
howto tutorial
runbook playbook
prototype poc
prerequisite precondition
prerequisite requirement
criterion condition requirement
req request
req requirement
goal objective aim
goal target
goal purpose
objective target
reservation booking
textbox textfield
textfield input
popover popup
lightbox modal
pane panel
toast snackbar
carousel slideshow
divider separator
delimiter separator
cursor pointer caret
keystroke keypress
checkmark tick
asterisk star
walkthrough tour
leaderboard ranking
dataset data
dataset corpus
schema structure
characteristic trait property
populate seed fill
prefill prepopulate
subset part portion
fraction portion share
majority most
checksum hash digest
uri url
hyperlink link
href link
hostname host
handler listener
invoke call
invocation call
quota limit allowance
threshold cutoff
threshold limit
lifetime lifespan
ttl lifetime
ttl expiry
expire expiry lapse
retain retention
keep retention
maintain maintenance upkeep
maintain maintainability
maintainable maintainability
persist persistence
persistent persistence
persistent lasting durable
submit submission
transmit transmission
convert converter
divide division
subscribe subscription
transcribe transcript
approve approval
accept approve
retrieve retrieval
renew renewal
refuse refusal
arrive arrival
withdraw withdrawal
deny denial
exist existence
occur occurrence
depend dependent
assist assistance
guide guidance
assure assurance
reliable dependable
reliable reliability
available availability
accessible accessibility
a11y accessibility
usable usability
readable readability
legible readable
scalable scalability
stable stability
testable testability
portable portability
flexible flexibility
compatible compatibility
visible visibility
responsible responsibility
accountable responsible
complex complexity
simple simplicity
similar similarity
equal equality
dense density
severe severity
serious severe
valid validity
sensitive sensitivity
modular modularity
granular granularity
extensible extensibility
durable durability
consistent consistency
consistent uniform
efficient efficiency
frequent frequency
urgent urgency
concurrent concurrency
parallel parallelism
parallel parallelize
absent absence
present presence
relevant relevance
redundant redundancy
lenient leniency
resilient resilience
robust resilient
robust sturdy
broad breadth
thin slim
lean slim lightweight
expose exposure
sign signature
analyze analysis
analyze examine
study analyze
synthesize synthesis
emphasize emphasis
behave behavior
act behave
lose loss
sell sale
prove proof
store storage
cover coverage
deliver delivery
discover discovery
recover recovery
advise advice
respond response
compare comparison
verify verification
modify modification
classify classification
classify categorize
classify group
justify justification
unify unification
acquire acquisition
register registration
registration signup
automate automatic
import importer
export exporter
schedule scheduler
scan scanner
validate validator
track tracker
install installer
internationalize i18n
localize l10n
observability o11y
e2e endtoend
2fa twofactor
refund reimburse
fee charge
bill charge
salary wage
affordable cheap
useful helpful handy beneficial
benefit advantage
drawback disadvantage downside
advantage upside
pro advantage
con disadvantage
harm damage hurt
harmful damaging
swift fast speedy
instantaneous immediate
slow sluggish
slow slowness
terse concise succinct brief
succinct short
brevity short
verbose wordy chatty
long lengthy
sizable large
massive huge
vast huge
minuscule tiny
tall high
round circular
smooth seamless
coarse rough
vague unclear ambiguous
ambiguity ambiguous
unambiguous clear
clarity clear
obvious evident apparent
implicit implied
strange weird unusual
abnormal unusual anomalous
anomaly irregularity
common shared
joint shared
unique distinct
distinct separate
various diverse
similar alike comparable
resemble similar
equivalent equal
equivalent counterpart
relevant pertinent
unrelated irrelevant
excessive undue
excess surplus
superfluous unnecessary unneeded needless
redundant superfluous
unused orphaned unreferenced
stale outdated
unmaintained abandoned
ancient old
modern new
recent latest
recent new
upcoming forthcoming future
upcoming next
prior previous
past previous former
historical past
historic historical
pending outstanding
pending open
incomplete partial unfinished
continuous ongoing
recurring repeating periodic
periodic regular
intermittent sporadic occasional
flaky unstable unreliable
flaky flakiness
flaky intermittent
brittle fragile
faulty broken defective
corrupt damaged
malformed invalid
erroneous incorrect wrong
inaccurate incorrect
inaccurate imprecise
unknown unrecognized
unexpected unforeseen surprising
unhandled uncaught
unresolved unsolved
null nil
raw unprocessed
unchanged untouched intact unmodified unaltered
custom bespoke tailored
customize tailor
customize adapt
customize adjust
custom customized
upper top
topmost top
middle central
essential crucial vital
important essential crucial
important significant
important importance
significance importance
auxiliary helper
helper utility util
misc miscellaneous
misc various
ample enough
plenty enough
rare uncommon infrequent
seldom infrequent
popular widespread
widespread common
attractive appealing beautiful
pretty beautiful
messy cluttered untidy
confusing unclear
confusing puzzling
difficult hard tough tricky
challenging difficult
difficulty problem
difficult difficulty
complicated convoluted intricate
cumbersome awkward clumsy
strict rigorous stringent
strict strictness
lenient permissive forgiving
loose lenient permissive
cautious careful
careful care
inactive idle dormant
reachable accessible
unreachable inaccessible
unavailable unreachable
editable modifiable changeable
readonly read-only
configurable customizable adjustable
configurable configure
customizable customize
adjustable adjust
collapsible foldable
collapse collapsible
expand expandable
search searchable
edit editable
click clickable
resize resizable
reuse reusable
print printable
drag draggable
remove removable
delete deletable
extend extensible
filter filterable
scroll scrollable
select selectable
share shareable
download downloadable
cache cacheable
translate translatable
close closable
undo undoable
repeat repeatable
retry retryable
trace traceable
theme themeable
embed embeddable
swap swappable
toggle toggleable
skip skippable
change changeable
plugin addon extension
plugin pluggable
subfolder subdirectory subdir
filepath path
spreadsheet worksheet
suffix postfix
newline linebreak
paren parenthesis parentheses
uppercase capital
capitalize uppercase
polyrepo multirepo
cfg config conf
cfg configuration
mgr manager
manager management
mgmt management
calc calculate
gen generate
exec execute
cmd command
ctx context
obj object
str string
int integer
bool boolean
num number
attr attribute
prop property
elem element
idx index
len length
val value
tmp temp temporary
src source
dest destination
dst destination
prev previous
asc ascending
ascending increasing
descending decreasing
impl implementation
intl international
org organization
dept department
acct account
addr address
telephone phone
cellphone mobile phone
qty quantity
amt amount
avg average
approx approximately
vid video
thumb thumbnail
bg background
txt text
proc process
prefs settings
mem memory
program application app
ver version
regex regexp
cronjob cron
snippet excerpt
dummy placeholder
principle guideline
norm standard
assert verify
bot robot
chatbot bot
rollout deploy
alongside beside
overnight nightly
annual yearly
fortnightly biweekly
everyday daily
midday noon
original initial
silent quiet
standalone independent
standalone separate
independent separate
jointly together
solely exclusively only
merely only
fully completely entirely wholly totally
total overall
overall entire whole
slightly somewhat
significantly considerably substantially
drastically radically
alarm alert
cutover switchover
retro retrospective
leftover remaining residual
mixture mix
mix combine blend
blend merge
fuse merge combine
amalgamate merge
swap interchange
trade swap exchange
supersede replace
successor replacement
retire decommission
sunset retire
discontinue stop
terminate kill
kill stop end
crash die
boot launch
boot start
startup start launch boot
shutdown stop
recheck reverify revalidate
revisit reconsider rethink
refetch reload
phrase word formulate
redirect reroute
mistake oversight
whereabouts location
provenance origin source
author creator
throw raise
catch handle
swallow suppress
propagate spread
logfile log
timeframe period
timespan period duration
linger stay
hover mouseover
concentrate focus
priority precedence
prioritize priority
slogan tagline
subtitle subheading
moniker nickname
guarantee ensure assure
strive aim
refer mention
colorize color
stretch extend
scale resize
open launch
shut close
remind reminder
assign assignee
approve approver
land merge
async asynchronous
sync synchronous
memoize cache
sitewide global
worldwide global
basic fundamental elementary
basic simple
rudimentary basic
advanced sophisticated
minimal minimalist
flush clear empty
bust invalidate
shuffle randomize
random randomize
autocomplete typeahead autosuggest
infinite endless
unlimited unbounded infinite
sticky pinned
signin login logon
signout logout logoff
percent percentage
counter count
undelete restore
student pupil
teacher instructor
ship deliver
courier carrier
tradeoff compromise
reason rationale motivation
cause reason
consequence effect impact
consequence implication
affect influence impact
circumstance situation
assume presume suppose
assumption assume
evidence proof
gadget device
casual informal
polite courteous
piecemeal gradual stepwise
asap immediately
accelerate fast
accelerate optimize
page webpage
bypass workaround
annotation typehint
elaborate detail
homogeneous uniform
whitespace blank
wifi wireless
timeout timelimit
docstring docblock
tracer trace
profiler profile
debugger debug
minifier minify
compressor compress
encoder encode
decoder decode
uploader upload
downloader download
watcher watch
migrator migrate
notifier notify
serializer serialize
renderer render
compiler compile
reporter report
checker check
cleaner clean
resolver resolve
subscriber subscribe
publisher publish
inheritance inherit
convergence converge
divergence diverge
resemblance resemble
destruction destroy
destruction delete
inversion invert
suspension suspend
concept notion
resumption resume
staleness stale
uniqueness unique
robustness robust
responsiveness responsive
thoroughness thorough
effectiveness effective
emptiness empty
darkness dark
sharpness sharp
sharp crisp
smoothness smooth
conciseness concise
verbosity verbose
opacity opaque
necessity necessary
periodicity periodic
atomicity atomic
diversity diverse
certainty certain
variety various
immutable immutability
mutable mutability
nullable nullability
traceable traceability
searchable searchability
discoverable discoverability
discoverable findable
editable editability
reproducible reproducibility
reproduce reproducible
configurable configurability
customizable customizability
capable capability
probable likely
likely likelihood
interoperable interoperability
deterministic determinism
idempotent idempotency
accurate accuracy
adequate adequacy
cyclic cyclical circular
historic history
symmetric symmetrical
numeric numerical
additional addition
textual text
sequential serial
logical logic
hierarchy tree
hierarchical hierarchy
nested hierarchical
alphabetical alphabetic
statistic statistical
likelihood probability
beautify prettify
tidy neaten
untangle disentangle decouple
modularize modular
generalize generic
parametrize parameterize
typecheck typechecker
stringify serialize
marshal serialize
unmarshal deserialize
unzip decompress unpack
unpack extract
decrypt decipher
vanish disappear
revoke rescind withdraw
ban forbid prohibit
ban block
performant fast efficient
snappy fast responsive
inefficient wasteful
gigantic huge
miniature tiny
oversized large
recall remember
locate pinpoint
foundation base basis
overview outline
guidebook handbook
manual guidebook
pic image
crowded cluttered
narrow slim
compact dense
supplementary additional
supplementary extra
complete exhaustive
thorough rigorous
meticulous thorough careful
superficial shallow
cursory superficial
hasty rushed
expensive pricey
coworker colleague
rectify fix remedy
advertisement advert
trivial simple straightforward
effortless simple
normal regular
ditch discard
abandon drop
deviate diverge
failure crash breakage malfunction
specify define
bulk mass
bulk batch
decelerate slow
purge wipe
purge clear
impute fill
avoid prevent avert
inhibit prevent
deter discourage
hamper hinder impede
facilitate ease
facilitate simplify
govern control
oversee supervise
administer manage
arise occur
arise happen
remember retain
earmark reserve
concat concatenate
stitch join
stitch combine
prepend prefix
superimpose overlay
feed supply
give grant award
greenlight approve
veto reject
quit exit
surge spike
drift deviate
degrade deteriorate worsen
worsen aggravate exacerbate
mitigate alleviate relieve
compensate counteract
practice rehearse
pilot trial
probe investigate
probe examine
critique review
quantify measure
gauge assess
gauge estimate
imply entail
uncover discover
uncover find
uncover detect
disclose reveal divulge
debate discuss
shelve defer
expedite accelerate hasten
prune trim
strip trim
clamp cap
clamp limit
attain achieve reach
accomplish achieve
accomplish complete
satisfy fulfill meet
devise design
devise create
emulate mimic
emulate imitate
disturb disrupt
disturb interrupt
disrupt interrupt
overwhelm overload swamp
deplete exhaust
reconstruct rebuild
reconstruct recreate
dismantle disassemble
declutter tidy
declutter clean
modernize revamp
modernize overhaul
tailor adapt
tailor adjust
retake redo
redraw repaint
echo print
emit output
emit generate
emit produce
spawn launch
spawn start
spawn create
instantiate create
instantiate construct
orchestrate coordinate
prep prepare
shoot fire
expel eject
neglect overlook
flip mirror
shake wobble jiggle
vibrate rumble
vibrate buzz
blink flash
dim darken
brighten lighten
compact condense
unhide show unveil
reveal unveil
unhide reveal
flatten unnest
rely depend
gate guard
predefined preset
showcase demonstrate
showcase demo
lowercase downcase
uppercase upcase
typecast cast
pinpoint identify
offload move
precalculate precompute
gain obtain
gain earn
increment bump
tween interpolate
embrace adopt
deprovision decommission
strengthen reinforce fortify
outlying outlier
shuffle permute
synthetic artificial
closest nearest
farthest furthest
altitude elevation
longitude lon lng
survey questionnaire
paper manuscript
motion movement
perpendicular orthogonal
vertex vertices
axis axes
guardrail safeguard
tldr summary
handset phone
gamepad controller joypad
joystick thumbstick
trackpad touchpad
stylus pen
microcontroller mcu
loudspeaker speaker
volume loudness
tempo bpm
cutscene cinematic
achievement trophy
crosshair reticle
spectator viewer
backdrop background
blurry blurred
deselect unselect
uncheck untick
crawler spider
grayscale greyscale
ingress inbound
ingress incoming
egress outbound
egress outgoing
uptime availability
vuln vulnerability
setter mutator
enum enumeration
hack kludge
dangling orphaned
admonition callout
sanitizer sanitize
sortable sort
movable move
overridable override
writeable writable
shareable sharable
expense expenditure spending
recipient addressee receiver
blocker impediment obstacle
roadblock obstacle barrier
showstopper blocker
contractor freelancer
gotcha pitfall
variant variation
pace speed
optimal ideal
optimal best
normal typical
usual common
common frequent
traditional conventional classic
provisional preliminary tentative
temporary provisional interim
irreversible irrevocable
obligatory mandatory
negligible insignificant
considerable substantial
noticeable perceptible
subtle unobtrusive
deliberate intentional
popular popularity
quicker faster
easier simpler
closer nearer
sooner earlier
newest latest
oldest earliest
fastest quickest
simplest easiest
behaviour behavior
alias aliases
override overridden overrode
undo undone undid
redo redone redid
forbid forbidden
hang hung
analogue analog
fibre fiber
disc disk
enquiry inquiry
rotate spin
whitelist allowlist safelist
blacklist denylist blocklist
backfill populate
rescale resize
upscale enlarge
downscale shrink
infra infrastructure
fn function
coord coordinate
freq frequency
notif notification
resp response
svc service
lvl level
dup duplicate
bench benchmark
conn connection
fav favorite
ext extension
fg foreground
vs versus
repro reproduction
vanilla plain
reoccur recur
reappear resurface
fabricate hallucinate
trap intercept
pollute clutter
overwrite clobber
algorithm algo
callback cb
multiplier factor
transaction txn
pixel px
nonexistent missing
unresponsive hung
proportion percentage
proportion share
dict dictionary
await wait
""".strip().splitlines()
)
