"""Words that exclude each other: contraries, and things of one kind of which a question means one.

Data only, in lower case and in base forms, one group a line. Words that can mean the same must not stand
here together. A phrase must be folded into one word by `phrases` before it can.
"""


def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in text.strip().splitlines())


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
before once
until once
until after
increase lower
raise reduce
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
symmetric asymmetric
typical atypical
cyclic acyclic
periodic aperiodic
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
success error
matches differs
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
accept decline
accept refuse
accept ignore
accept discard
admit reject
advance retreat
agree refuse
american british
amateur professional
analog digital
ancient modern
announce conceal
append truncate
append replace
append remove
apply revert
apply discard
apply reject
apply skip
arrive depart
arrival departure
assign revoke
atomic partial
attack defend
attack defense
attacker victim
authentication authorization
ban reinstate
batch stream
batch realtime
beginner expert
beginner advanced
benign malicious
big-endian little-endian
birth death
blacklist allowlist
whitelist denylist
blocklist allowlist
blur sharpen
bounded infinite
breadth depth
bright dark
bright dim
broaden narrow
broken intact
bullish bearish
busy idle
buyer vendor
buyer supplier
cancel resume
cancel reschedule
cancel postpone
ceil floor
centralized distributed
cleartext encrypted
plaintext encrypted
plaintext hashed
plaintext rich
clear fill
clear retain
clockwise counterclockwise
cloud on-prem
cloud on-premise
cloud on-premises
coarse granular
commit abort
commit discard
commit rollback
compact verbose
compact spacious
compact expanded
compile interpret
complete partial
concatenate split
concise verbose
terse verbose
short verbose
conditional always
confidential public
consistent random
console gui
constructor destructor
consume produce
consumer provider
continuous discrete
continuous intermittent
convex concave
cooperative preemptive
cqrs crud
create destroy
crlf lf
cursor offset
cut paste
dangerous safe
dead alive
debug release
declarative imperative
decrease expand
decrement increment
defeat victory
defer immediate
delay accelerate
delete restore
remove restore
delete rename
demote promote
deny grant
deny permit
deposit withdraw
destroy restore
destructive reversible
detailed brief
detailed rough
deterministic random
deterministic stochastic
difficult easy
difficult trivial
discard retain
discard restore
discount surcharge
divide multiply
domestic foreign
domestic international
downscale upscale
downvote upvote
dynamic hardcoded
configurable hardcoded
embed extract
embed detach
embedded standalone
empty populated
enemy ally
encourage forbid
encourage prevent
enqueue dequeue
enter exit
ephemeral persistent
etl elt
every none
exact approximate
exact fuzzy
precise approximate
exclusive inclusive
exclusive shared
expire renew
explicit implicit
export ingest
expose conceal
expose hide
extend shorten
extend shrink
exterior interior
fake real
fatal recoverable
fatal harmless
female male
few many
final initial
finish abort
flat nested
flat hierarchical
flat metered
flatten nest
flexible rigid
flexible strict
float dock
follower leader
foreign native
foreign primary
forget remember
formal casual
forward reverse
forward reply
fragile robust
free paid
free premium
free occupied
freeze thaw
fresh stale
front rear
full empty
full minimal
full abridged
fullscreen windowed
gain loss
getter setter
gitflow trunk
graceful forced
gradual abrupt
gradual immediate
gradual sudden
greedy lazy
gross net
grow shrink
harmful harmless
head tail
headed headless
header trailer
heavy light
heavy lightweight
heavyweight lightweight
heterogeneous homogeneous
hide reveal
hide highlight
highlight dim
hollow solid
honor ignore
respect ignore
human bot
human automated
idle active
ignore enforce
ignore throw
ignore escalate
incremental complete
indent outdent
indoor outdoor
infinite paginated
ingress egress
inherit override
inheritance composition
inject hardcode
inner outer
innermost outermost
insert delete
insource outsource
instance static
interactive batch
interactive unattended
interactive static
internal public
international local
interrupt poll
intro outro
invite expel
join split
junior senior
keep purge
keep overwrite
keep strip
keep destroy
keyword positional
landscape portrait
latest oldest
latest pinned
latest earliest
lazy immediate
leader replica
leading trailing
lengthen shorten
length width
lenient rigid
liberal conservative
limited infinite
linear recursive
linear nested
linear exponential
local cloud
locked editable
lossy lossless
loud quiet
loud silent
lowercase capitalized
lowercase titlecase
ltr rtl
magnify shrink
majority minority
malicious trusted
manual scheduled
manual scripted
manual automated
mandatory optional
master replica
master slave
mask reveal
maximize minimize
melee ranged
merge close
merge discard
merge replace
metric imperial
minify beautify
mock real
modal inline
modern legacy
modern outdated
modular monolithic
monochrome colored
monolith microservice
monorepo polyrepo
multiplayer singleplayer
narrow broad
natural surrogate
natural artificial
nearest farthest
negate affirm
new existing
newest earliest
noisy quiet
noisy silent
normal abnormal
normal exceptional
nullable mandatory
numerator denominator
obfuscated readable
objective subjective
occupied vacant
offense defense
old modern
oltp olap
omit show
omit keep
omit add
close reopen
opaque transparent
opaque translucent
optimistic pessimistic
original derived
orthographic perspective
ours theirs
outbound incoming
outgoing inbound
overestimate underestimate
overfit underfit
overflow underflow
override respect
oversample undersample
overwrite preserve
pad trim
pad truncate
paid unpaid
parametrized hardcoded
partial whole
partial entire
partly fully
partially fully
passive active
past future
persist discard
persist forget
persistent transient
persistent temporary
persistent volatile
permanent transient
permanent volatile
permissive restrictive
permissive strict
permit forbid
personal corporate
personal shared
physical virtual
physical digital
plaintext ciphertext
plain rich
plus minus
poll subscribe
poll push
portable stationary
postfix prefix
postpaid prepaid
postprocess preprocess
practical theoretical
preserve discard
preserve delete
pretrained untrained
prevent permit
primary secondary
primary replica
prefix suffix
producer subscriber
profit loss
prompt silent
proprietary free
provision decommission
public restricted
publish withdraw
publish retract
publish hide
qualitative quantitative
queue reject
quick thorough
quiet verbose
silent verbose
quit stay
raise ignore
random sequential
rare common
rare frequent
readable cryptic
reader writer
realtime delayed
real simulated
recent old
recursive iterative
redo undo
reject tolerate
reject sanitize
reject truncate
reject coerce
reject convert
reject escalate
relational hierarchical
release acquire
release reserve
stable volatile
remember discard
rent buy
replace preserve
replace augment
replace coexist
reserved available
retain delete
retain remove
retire keep
retire introduce
reuse rebuild
reuse rewrite
reuse recreate
reversible permanent
revoke renew
risky safe
rough polished
round truncate
rounded square
rounded sharp
sampled full
sampled exhaustive
scalar vector
scrollable paginated
secondary main
secret public
self-hosted cloud
senior intern
sensor actuator
separate joint
sequential concurrent
serial concurrent
serif sans-serif
setup teardown
severe harmless
severe mild
shallow deep
shallow full
sharded replicated
shared isolated
shared dedicated
shared individual
sharp blurred
sharp blunt
shrink expand
shrink enlarge
simplify complicate
simulated physical
singleton transient
skeleton spinner
skip abort
slowest fastest
smooth abrupt
source sink
space comma
spa mpa
spend earn
split combine
split consolidate
split unify
sql nosql
squash preserve
stable experimental
standard bespoke
standard proprietary
standalone integrated
standalone bundled
star snowflake
startswith endswith
startup shutdown
stay move
stop resume
straight curved
straight diagonal
stretch shrink
strict lax
strict relaxed
strip preserve
strong weak
strong eventual
stronger weaker
strengthen weaken
subclass superclass
subset superset
subscribe mute
subscript superscript
subtract add
succeed crash
succinct verbose
sunrise sunset
suppress show
suppress fix
surplus deficit
surplus shortage
swallow throw
swallow report
swallow propagate
swallow log
tall wide
tall short
technical business
tentative final
throw suppress
tight loose
tighten loosen
tighten relax
together alone
tolerate forbid
toplevel nested
total partial
train infer
training inference
transparent solid
tracked ignored
truncate expand
truncate scroll
unanimous majority
undo keep
unlimited capped
uplink downlink
upper lower
uppermost lowermost
upscale shrink
urgent optional
utc local
vague precise
vanilla modded
vertical diagonal
vital optional
voluntary mandatory
volatile durable
wake sleep
warn block
warn reject
waterfall agile
widen narrow
winner loser
wired wireless
withdraw submit
within outside
wrap scroll
writable readonly
yesterday tomorrow
yesterday today
additive destructive
additive multiplicative
soft hard-delete
single multi
fine coarse
compile runtime
built-in custom
asc desc
ascending desc
asc descending
lhs rhs
stdin stdout
ack nack
tx rx
keydown keyup
mousedown mouseup
leftmost rightmost
topmost bottommost
northbound southbound
maximal minimal
creditor debtor
employer employee
landlord tenant
mentor mentee
interviewer interviewee
seller customer
plaintiff defendant
doctor patient
speaker listener
publisher subscriber
encoder decoder
uploader downloader
importer exporter
sooner later
beforehand afterwards
prior subsequent
stereo mono
unary binary
unicast multicast
unicast broadcast
simplex duplex
ac dc
outlined filled
stroke fill
upright italic
read-only writable
read-only mutable
readonly editable
readonly mutable
frozen mutable
const mutable
webhook poll
eager deferred
precomputed lazy
materialized virtual
embedded referenced
serverless dedicated
leased purchased
instant delayed
immediate delayed
immediate scheduled
immediate postponed
immediate eventual
bulk individual
bulk single
batch individual
aggregate individual
gui cli
tui gui
cli web
uptime downtime
onshore offshore
onboarding offboarding
inflow outflow
income expense
asset liability
wholesale retail
taxable exempt
overpay underpay
overcharge undercharge
overprovision underprovision
inhale exhale
asleep awake
healthy degraded
healthy sick
approve decline
approve deny
converge diverge
inflate deflate
whitelist blocklist
trusted suspicious
genuine counterfeit
authentic forged
spam ham
attacker defender
binary text
binary textual
raster vector
bitmap vector
grayscale colored
matte glossy
treble bass
muted audible
vocal instrumental
competitive cooperative
offensive defensive
procedural handcrafted
respawn permadeath
kinematic dynamic
monomorphic polymorphic
convolutional recurrent
generative discriminative
frequentist bayesian
prior posterior
numeric categorical
nominal ordinal
inlier outlier
infix postfix
preorder postorder
bfs dfs
ancestor descendant
parent sibling
root leaf
predecessor successor
grandparent grandchild
root unprivileged
supertype subtype
caller callee
dependency dependent
inbox outbox
inbox spam
urban rural
onsite remote
onsite offsite
office remote
permanent freelance
workday weekend
workday holiday
daytime nighttime
proactive reactive
preventive corrective
predictive reactive
prescriptive descriptive
normative informative
preface epilogue
headline footnote
serif monospace
proportional monospace
hyphen underscore
slash backslash
www apex
subdomain subdirectory
tls plaintext
wss ws
semver calver
caret tilde
origin upstream
upstream fork
ahead behind
lightweight annotated
mock spy
stub spy
anode cathode
inductive deductive
scroll paginate
checkbox radio
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
list map set tuple array dict queue stack tree
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
checkout dashboard profile faq blog
cart wishlist catalog checkout
signup checkout onboarding
login dashboard checkout
faq changelog roadmap glossary imprint
splash onboarding dashboard
leaderboard lobby inventory quest
buyer seller courier
teacher student parent
doctor patient nurse
driver passenger pedestrian
organizer attendee speaker sponsor
author reviewer translator
designer developer tester copywriter
recruiter candidate interviewer
landlord tenant realtor
plaintiff defendant witness
payer payee guarantor
lender borrower guarantor
moderator guest member
supplier customer employee
cashier accountant auditor
librarian borrower publisher
chef waiter diner
pilot passenger steward
employee contractor intern
donor volunteer beneficiary
player coach referee spectator
reporter assignee watcher
issuer verifier holder
leader follower candidate
publisher subscriber broker
sender recipient courier
operator technician inspector
admin moderator guest
invoice receipt quote contract
invoice refund voucher
invoice payslip timesheet
invoice contract brochure
readme changelog license codeowners
tutorial cookbook glossary faq
thesis poster textbook
letter postcard parcel
memo agenda transcript
spreadsheet slideshow diagram
newsletter invitation receipt invoice
docstring readme wiki
screenshot video diagram
figure equation footnote
bullet paragraph table
chapter footnote appendix
glossary bibliography appendix
introduction conclusion appendix
installation troubleshooting faq
heading paragraph footnote
word sentence paragraph
refund chargeback payout discount
tax freight discount surcharge
deposit withdrawal transfer
visa mastercard amex paypal klarna
stripe paypal adyen braintree mollie paddle
cash card cheque
dollar euro pound yen franc rupee
usd eur gbp chf jpy inr
starter premium enterprise
salary bonus commission
asset liability equity
revenue profit expense cashflow
mrr arr churn ltv cac arpu
balance turnover overdraft
authorize capture refund
bond commodity derivative
account transaction budget
seat storage bandwidth
unauthorized conflict unprocessable timeout
forbidden conflict unprocessable
redirect rewrite proxy
cookie header querystring
cookie localstorage sessionstorage indexeddb
cors csp hsts etag
referer origin cookie
polling websocket webhook
sse websocket webhook
websocket webrtc webtransport
json multipart urlencoded
tcp udp quic sctp
ftp sftp scp rsync smb nfs webdav
smtp imap pop3 jmap
mqtt amqp stomp coap xmpp
dns dhcp ntp snmp ldap
bgp ospf eigrp
bluetooth wifi ethernet cellular nfc zigbee lorawan
usb hdmi displayport vga
uart spi i2c usb modbus canbus
jtag swd uart
ssh telnet rdp vnc
https ssh ftp smtp
ipsec wireguard openvpn
oauth saml ldap kerberos
oidc saml ldap kerberos
password passkey otp fingerprint
totp sms passkey
totp sms webauthn
access refresh csrf
salt pepper nonce
ssh gpg tls
rsa ecdsa ed25519 dsa
hmac rsa ecdsa
aes chacha20 blowfish twofish des rc4
gcm cbc ctr ecb ccm
sha1 sha256 sha512 md5 blake2 blake3 crc32 xxhash murmur
bcrypt scrypt argon2 pbkdf2
base64 hex base32 base58
gzip brotli zstd lz4 snappy bzip2 xz
tar 7z zip
ascii latin1 utf8 utf16 utf32
binary octal decimal hexadecimal
pem der pfx jks
rbac abac acl
sast dast fuzzing pentest
xss csrf ssrf clickjacking
phishing spoofing malware
trojan worm ransomware rootkit
firewall antivirus vpn
gdpr hipaa pci sox ccpa
mit apache gpl bsd agpl lgpl mpl
encrypt hash sign
encrypt hash mask
validate sanitize escape
anonymize pseudonymize encrypt
captcha honeypot otp
sso mfa captcha
certificate password fingerprint
okta cognito keycloak auth0
google facebook apple twitter linkedin
github google microsoft
png jpeg gif webp svg avif bmp tiff heic
png jpg gif webp svg avif bmp tiff heic
mp3 wav flac aac opus midi
mp4 webm mkv avi
h264 h265 vp9 av1
woff ttf otf eot
docx xlsx pptx pdf odt
excel powerpoint outlook
markdown asciidoc rst latex
markdown asciidoc restructuredtext latex
json bson msgpack cbor protobuf avro thrift flatbuffers
parquet orc avro hdf5 csv
jsonl csv parquet pickle
pickle onnx safetensors gguf
geojson shapefile kml gpx
fbx gltf stl collada
deb rpm msi dmg flatpak appimage
apk ipa aab
exe dll msi
wheel sdist conda
ics vcf csv
yaml toml hcl jsonnet
echarts highcharts plotly recharts d3 chartjs nivo apexcharts
matplotlib seaborn plotly bokeh altair
redux zustand mobx recoil jotai pinia vuex xstate
swr tanstack apollo urql
axios ky superagent undici
httpx aiohttp urllib3
retrofit ktor volley
prisma typeorm sequelize drizzle knex mikroorm
sqlalchemy peewee tortoise ponyorm
hibernate eclipselink jooq mybatis
gorm sqlx sqlc
diesel sqlx seaorm
alembic flyway liquibase prisma
zod yup joi ajv valibot
pydantic marshmallow cerberus attrs
namedtuple dataclass typeddict pydantic
momentjs luxon dayjs date-fns
pendulum dateutil pytz zoneinfo
webpack vite rollup esbuild parcel turbopack rspack
babel swc esbuild tsc
eslint biome oxlint jshint tslint
ruff flake8 pylint
prettier biome dprint
black ruff yapf autopep8
mypy pyright pyre pytype
rubocop sorbet brakeman
checkstyle spotbugs pmd errorprone
gcc clang msvc
cmake meson bazel scons autotools
nx turborepo lerna bazel
jest vitest mocha jasmine ava
junit testng spock kotest
nunit xunit mstest
rspec minitest cucumber
phpunit codeception behat
gtest catch2 doctest
xctest espresso detox maestro appium
playwright cypress selenium puppeteer testcafe
mockito easymock powermock
msw nock sinon
jmeter gatling locust artillery k6
rabbitmq kafka sqs nats activemq zeromq pulsar
celery rq dramatiq huey
sidekiq resque celery bullmq
kafka kinesis pulsar pubsub
spark flink hadoop dask
redis memcached hazelcast ehcache caffeine
winston pino bunyan log4js
logback log4j tinylog
loguru structlog eliot
zap logrus zerolog slog
serilog nlog log4net
mui chakra antd mantine shadcn
tailwind bootstrap bulma
vuetify quasar primevue
sass stylus tailwind
emotion tailwind sass linaria
flexbox float grid
gsap framer lottie animejs
nextjs nuxt remix gatsby astro sveltekit
hugo jekyll eleventy hexo gatsby
sphinx mkdocs docusaurus vitepress gitbook
javadoc jsdoc doxygen typedoc
jinja mako handlebars mustache ejs pug twig
wordpress drupal joomla strapi contentful
shopify magento woocommerce prestashop
flutter ionic xamarin cordova
swiftui uikit appkit
electron tauri qt gtk wxwidgets
tkinter pyqt kivy pyside wxpython
wpf winforms maui avalonia
unity unreal godot gamemaker cryengine
phaser pixi threejs babylon playcanvas
box2d physx havok matterjs
opengl vulkan directx metal webgl webgpu
hlsl glsl wgsl
pytorch tensorflow jax mxnet
pytorch keras jax sklearn
xgboost lightgbm catboost
cnn rnn transformer mlp
lstm gru transformer
gan vae diffusion
bert gpt llama
pandas polars dask vaex duckdb
mlflow wandb tensorboard neptune clearml
airflow dagster prefect luigi argo
openai anthropic gemini mistral cohere
chatgpt claude gemini copilot
langchain llamaindex haystack
pinecone weaviate qdrant milvus chroma pgvector faiss
adam sgd rmsprop adagrad
relu sigmoid tanh softmax gelu
mse mae crossentropy hinge huber
precision recall f1 auc
accuracy recall f1 auc
rmse mae r2
bleu rouge perplexity meteor
sensitivity specificity prevalence
mean median mode
average median percentile
sum average median
average minimum maximum
variance skewness kurtosis
correlation covariance entropy
gaussian poisson binomial
quartile decile percentile
histogram boxplot scatterplot heatmap
pie scatter heatmap treemap histogram sankey
bar pie scatter
bagging boosting stacking
classification regression clustering
stemming lemmatization tokenization
epoch batch fold
dropout momentum temperature
quantize prune distill
finetune distill rag
euclidean manhattan cosine
pca tsne umap
kmeans dbscan agglomerative
categorical numerical boolean
cohort funnel retention
click impression conversion
bounce churn conversion
session pageview click
dau mau wau
cpc cpm roas
latency throughput availability
sla slo sli
mttr mtbf rto rpo
lcp fid cls inp ttfb fcp
cpu ram bandwidth
cpu memory disk network
gpu cpu tpu npu
ram vram rom eeprom
sram dram flash eeprom
ssd hdd floppy
disk memory database
database cookie localstorage
filesystem database s3
jenkins circleci travis teamcity buildkite bamboo
github gitlab bitbucket gitea
terraform pulumi cloudformation ansible bicep
ansible puppet chef saltstack
argocd flux spinnaker
helm kustomize jsonnet
istio linkerd cilium
nginx apache caddy traefik haproxy envoy
gunicorn uwsgi waitress
uvicorn hypercorn daphne
tomcat jetty wildfly undertow
nodejs deno bun
datadog newrelic dynatrace splunk
prometheus graphite influxdb
sentry bugsnag rollbar honeybadger
mixpanel amplitude matomo posthog
launchdarkly unleash flagsmith optimizely
jaeger zipkin tempo
loki splunk graylog
pagerduty opsgenie victorops
slack discord telegram whatsapp
sms email slack
sendgrid mailgun postmark mailchimp
twilio vonage messagebird
mapbox leaflet openlayers cesium
elasticsearch solr algolia meilisearch typesense opensearch
cloudfront fastly akamai cloudflare
npmjs pypi nuget rubygems dockerhub
nvm volta fnm asdf
vscode vim emacs intellij pycharm sublime
zsh fish powershell bash
ubuntu debian fedora alpine centos
opera brave vivaldi chrome
virtualbox vmware qemu hyperv
arduino esp32 stm32 raspberry
freertos zephyr threadx
cron systemd launchd
lambda fargate ec2 ecs eks
s3 rds sqs sns kinesis
bigquery bigtable firestore spanner
snowflake bigquery redshift databricks clickhouse
firebase supabase appwrite amplify
heroku dokku railway
tableau powerbi looker metabase superset
neo4j arangodb neptune
influxdb timescaledb questdb
etcd consul zookeeper
leveldb rocksdb lmdb
mongodb couchdb firestore ravendb
hilt dagger koin
rxjava coroutine livedata
glide picasso coil fresco
cocoapods carthage swiftpm
realm sqlite coredata
playstore appstore testflight
inner outer cross
shard replica backup
commit rollback savepoint
btree gin gist brin
varchar jsonb bytea timestamp
uuid ulid nanoid cuid
uuid slug autoincrement
float decimal bigint
null undefined nan
cascade restrict nullify
seed migration fixture
seed truncate migrate
vacuum reindex backup
consistency availability durability
modal drawer toast banner
dropdown checkbox slider textarea datepicker
accordion carousel breadcrumb stepper
tab accordion carousel
spinner skeleton splash
avatar logo favicon
navbar breadcrumb footer
table card carousel
hover click drag scroll
hover click focus
keyboard mouse touchscreen gamepad stylus
swipe pinch shake
ctrl alt shift
escape backspace spacebar
magenta teal indigo beige maroon
gold silver bronze platinum
rgb hsl cmyk oklch
serif sans-serif monospace cursive
italic underline strikethrough bold
arial helvetica roboto verdana
left center justify
top bottom middle
portrait landscape square
desktop tablet smartphone smartwatch tv
desktop mobile tablet
android ios web
circle square triangle hexagon ellipse
solid dashed dotted
sticky absolute relative
fade slide zoom bounce
dark light sepia
bell gear pencil magnifier
emoji sticker gif
opacity color blur
brightness contrast saturation
background border shadow
shadow border gradient
haptic audible visual
iframe popup redirect
sitemap favicon manifest
ssr csr ssg isr
jsx pug ejs
above below beside
corner center edge
northeast northwest southeast southwest
latitude longitude altitude
continent country city street
street city country postcode
europe asia africa america australia antarctica
germany france italy spain poland austria switzerland netherlands
usa canada mexico brazil
china japan korea india
berlin munich hamburg frankfurt
london paris madrid rome dublin
russian turkish arabic hebrew hindi greek czech
swedish danish norwegian finnish
sun moon planet
global regional zonal
tomorrow yesterday tonight
decade century millennium
nanosecond microsecond millisecond
daily weekly monthly quarterly annual
dawn noon dusk midnight
sunrise sunset noon
breakfast lunch dinner
christmas easter halloween thanksgiving
toddler teenager adult
startup shutdown idle
utc cet pst
patch minor major
nightly alpha beta
draft publish archive
pending rejected expired
queued failed completed cancelled
queued paused cancelled
active archived banned
merge close reopen
unpaid refunded delivered
acknowledge snooze dismiss
assign escalate resolve
fatal warning debug
red amber green
audit access crash
stdout stderr stdin syslog
metric log alert
timeout permission conflict
deadlock livelock starvation
segfault deadlock leak
overflow underflow deadlock
syntax semantic lexical
controller model view presenter viewmodel
domain persistence transport
middleware controller serializer
middleware decorator controller
query mutation subscription
frontend middleware database
kernel firmware bootloader
loadbalancer firewall router
router modem repeater
snapshot fuzz mutation contract
visual usability accessibility
chaos stress fuzz
whitebox blackbox graybox
fixture factory mock
pass fail skip
stash revert cherry-pick
stash commit discard
clone fork submodule
tag branch commit
branch tag fork
amend squash rebase
submodule subtree monorepo
bisect blame reflog
gitignore gitattributes gitmodules
pre-commit pre-push post-merge
assignee milestone label
pr discussion wiki
pr commit tag
copy move symlink
copy rename delete
archive truncate rotate
symlink hardlink copy
chmod chown umask
read append truncate
compress encrypt sign
retry restart resume
debounce throttle batch
memoize debounce throttle
mute hide block
lint format typecheck
lint test deploy
restart redeploy rollback
redirect block rewrite
kill restart suspend
hibernate sleep shutdown
fork patch wrap
crop resize rotate flip
scale rotate skew
zoom pan rotate
blur sharpen crop
upvote bookmark share
invite ban promote
email download print
filterable editable resizable
create rename delete
relevance popularity recency price
alphabetical chronological random
date size rating popularity
fifo lifo random
lru lfu fifo
bubblesort quicksort mergesort heapsort
bfs dfs dijkstra
linear quadratic logarithmic exponential
linear exponential constant
linkedlist hashmap trie heap
stack queue deque heap
haskell clojure erlang ocaml lua julia matlab fortran
dart kotlin swift
coffeescript typescript javascript elm
monolith microservice serverless
mvc mvvm mvi
graphql trpc grpc
singleton factory observer decorator
thread coroutine subprocess
mutex semaphore spinlock
callback promise observable
covariant contravariant invariant
camel snake kebab pascal
camelcase snakecase kebabcase pascalcase
comma semicolon tab colon
comma dot semicolon hyphen underscore
regex glob prefix
prefix suffix infix
sine cosine tangent
vector scalar matrix tensor
x y z
radius diameter circumference
width height depth
length width height
weight volume height
horizontal vertical diagonal
row column diagonal
floor ceil truncate
terminal browser vscode
notebook script package
webhook cron manual
vm container lambda
pod node ingress
statefulset daemonset cronjob
clusterip nodeport loadbalancer
liveness readiness startup
cname mx soa
subnet vpc gateway
hot warm cold
beginner intermediate expert
epic story spike
epic milestone sprint
scrum kanban waterfall
standup retrospective refinement
kickoff retrospective demo
velocity burndown throughput
jira trello asana clickup
confluence notion sharepoint
figma photoshop illustrator
budget deadline headcount
roadmap backlog changelog
health mana stamina armor
player enemy npc boss
sword bow shield
warrior mage archer healer
sprite tilemap mesh shader
vertex texture shader mesh
rts rpg moba roguelike
jump crouch attack
coin gem heart
playstation xbox nintendo
gravity friction collision
soundtrack voiceover subtitle
music speech ambience
walk swim climb
pawn rook bishop knight queen
heart spade club diamond
dungeon castle village
volt ampere watt ohm
newton joule watt
hertz decibel lumen
solid liquid gas
proton neutron electron
dna rna protein
mass volume density temperature pressure
temperature humidity pressure
accelerometer gyroscope magnetometer barometer
lidar radar sonar camera
servo solenoid stepper
relay transistor capacitor resistor diode
pwm adc dac gpio
infrared ultraviolet xray
lesson exam lecture
song album playlist artist
movie episode trailer
flight hotel rental
hotel restaurant museum
recipe ingredient menu
patient appointment prescription diagnosis
house villa office garage
contact opportunity campaign
comment reaction bookmark
podcast audiobook playlist
photo video audio
image audio video
article podcast newsletter
venue speaker sponsor
dog cat bird horse
mother father sibling
firstname lastname middlename
vacation sickness overtime
camera microphone contacts bluetooth
seo accessibility security
start end duration
stash reset amend
rider driver dispatcher
nearest bilinear bicubic lanczos
msaa fxaa taa
unet resnet vgg yolo
noun verb adjective adverb
vowel consonant syllable
mercury venus mars jupiter saturn
helium hydrogen oxygen nitrogen carbon
copper steel plastic wood
cotton wool silk
gasoline diesel electric hybrid
tram ferry taxi bicycle
goalkeeper midfielder striker
football tennis basketball
vegan halal kosher
liter gallon pint
ebook paperback hardcover
matte glossy satin
ntfs fat32 exfat ext4 btrfs zfs xfs
gnome kde xfce
alsa pulseaudio pipewire
apt dnf pacman zypper
brew choco winget scoop
sbt maven gradle
hatch poetry pdm pipenv
setuptools hatchling flit
argparse typer docopt
yargs commander oclif
actix axum rocket warp
gin fiber chi
koa hapi fastify nestjs express
sinatra hanami rails
symfony laravel codeigniter yii
quarkus micronaut spring
flask bottle tornado starlette sanic
jquery ember backbone
storybook ladle histoire
chromatic percy applitools
codecov coveralls sonarqube
dependabot renovate snyk
husky lefthook pre-commit
minikube k3s microk8s
openshift rancher tanzu
calico flannel cilium
fluentd logstash filebeat
nagios zabbix icinga
kong tyk apigee
minio ceph s3
zendesk intercom freshdesk
hubspot salesforce pipedrive
recaptcha hcaptcha turnstile
fcm apns onesignal
hive trino impala
iceberg hudi deltalake
spacy nltk gensim stanza
opencv pillow imagemagick
tesseract easyocr textract
openmp mpi cuda
cuda rocm opencl
scrapy puppeteer beautifulsoup
reportlab weasyprint wkhtmltopdf
openpyxl xlsxwriter xlrd
psycopg asyncpg pymysql
threading multiprocessing asyncio
asyncio trio gevent
quill tiptap slate ckeditor tinymce
monaco codemirror ace
handsontable tabulator datatables
swiper slick flickity
i18next lingui formatjs
gettext icu fluent
""")
"""Each line: things of one kind of which a question means one. Two of a line on two sides: two questions."""
