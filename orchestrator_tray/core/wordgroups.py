"""Groups of words: those that can stand for one another, those that exclude each other, those of one kind.

Data only, in lower case and in base forms, one group a line. To mend a wrong judgement, look here first:
words that were taken for different things belong on one line of SYNONYMS, words that were taken for the
same thing in OPPOSITES or EXCLUSIVE. A phrase must be folded into one word by `wordlists.PHRASES` before it
can stand here.
"""


def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in text.strip().splitlines())


SYNONYMS = _groups("""
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
log record trace
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
thread worker
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
""")
"""Each line: words that can stand for one another in a question. A word may stand on several lines."""

OPPOSITES = _groups("""
dense sparse
cheap expensive
warm cold
warm clear
rich poor
near far
thick thin
successful failed
succeed fail
single double
win lose
gain lose
buy sell
borrow lend
teach learn
attach detach
load unload
assemble disassemble
server browser
native web
author reviewer
author moderator
sender recipient
buyer seller
teacher student
rename document
test document
test profile
editable read-only
foreground background
north south
east west
daytime night
day night
odd even
summer winter
enable disable
activate deactivate
on off
add remove
include exclude
include omit
add skip
run skip
keep remove
keep replace
keep change
keep discard
keep drop
keep ignore
create remove
create reuse
start stop
start finish
continue stop
continue abort
open close
show hide
visible hidden
expand collapse
lock unlock
allow block
accept reject
approve reject
grant revoke
increase decrease
raise lower
raise swallow
raise suppress
upgrade downgrade
up down
before after
first last
first second
earlier later
early late
now later
old new
legacy new
oldest newest
top bottom
left right
above below
over under
inside outside
for against
within beyond
since until
in out
minimum maximum
lowest highest
least most
more less
more fewer
all none
all some
always never
sometimes always
everyone nobody
ascending descending
alphabetical chronological
strict lenient
strict loose
eager lazy
manual automatic
public private
internal external
shared separate
shared private
global local
local remote
sync async
synchronous asynchronous
serial parallel
sequential parallel
blocking asynchronous
client server
frontend backend
read write
import export
upload download
encrypt decrypt
encode decode
compress decompress
serialize deserialize
push pull
merge split
merge rebase
merge squash
squash rebase
commit revert
install uninstall
save discard
mount unmount
subscribe unsubscribe
connect disconnect
pause resume
login logout
input output
request response
source target
source destination
parent child
sender receiver
producer consumer
success failure
pass fail
optional required
may must
can must
could must
mutable immutable
static dynamic
stateful stateless
online offline
hard soft
major minor
single multiple
single several
one many
one several
one two
horizontal vertical
row column
wide narrow
long short
big small
large small
light dark
fast slow
simple complex
high low
hot cold
warn ignore
warn fail
log ignore
retry fail
wait fail
wrap truncate
append overwrite
append prepend
merge overwrite
skip overwrite
copy move
inline extract
replace extend
nullable required
unique duplicate
positive negative
true false
empty filled
draft final
present absent
same different
full partial
full incremental
whole part
temporary permanent
default custom
standard custom
generic specific
abstract concrete
relative absolute
encrypted plain
even odd
odd even
forward backward
upstream downstream
inbound outbound
incoming outgoing
weekday weekend
tabs spaces
hard-delete archive
remove archive
remove deprecate
remove hide
fix ignore
fix skip
fix remove
opt-in opt-out
whitelist blacklist
allowlist denylist
singular plural
uppercase lowercase
camelcase snakecase
signed unsigned
""")
"""Each line: two words that exclude each other. Inflections and synonyms of them count, too."""

EXCLUSIVE = _groups("""
second minute hour day week month quarter year millisecond
hourly daily nightly weekly monthly yearly
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
byte kb mb gb tb kib mib gib
mm cm km meter metre mile foot yard inch
gram kg pound ounce
celsius fahrenheit kelvin
px em rem percent pt
red green blue yellow orange purple pink black white gray brown
critical high medium low
error warning info debug trace
alpha beta rc stable
small medium large
json yaml toml xml csv ini markdown html pdf protobuf parquet sql text
postgres postgresql mysql mariadb sqlite mongodb redis dynamodb cassandra elasticsearch oracle
aws azure gcp heroku vercel netlify cloudflare
linux windows macos android ios
x86 arm amd64 arm64
python javascript typescript java kotlin swift go rust ruby php scala elixir perl bash c c++ c#
react vue angular svelte solid preact
django flask fastapi rails laravel spring express
npm pnpm yarn bun pip poetry uv conda cargo gradle maven
jest vitest mocha pytest unittest cypress playwright selenium
docker podman kubernetes nomad
get post put patch delete head
rest graphql grpc soap websocket
unit integration e2e smoke regression load performance acceptance
test doc fixture benchmark example script type comment
header footer sidebar body navbar
admin guest owner member editor viewer anonymous customer employee manager
frontend backend infrastructure mobile
api ui cli sdk
list map set tuple array dict dictionary queue stack tree
string integer float boolean date
class function module package interface enum struct
debit credit
merge squash rebase cherry-pick
main master develop release hotfix
chrome firefox safari edge
lan vpn wan
login logout signup
import export
staging production development
label placeholder tooltip icon badge
title description slug body tag category author
email phone address nickname username password avatar
english german french spanish italian dutch portuguese japanese chinese korean
north south east west
morning noon afternoon evening night
spring summer autumn winter
""")
"""Each line: things of one kind of which a question means one. Two of a line on two sides: two questions."""
