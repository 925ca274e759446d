"""Forms of words that no rule of endings tells: data for `stems`, in lower case."""

from orchestrator_tray.core.word_set import word_set


def _spelled(text: str) -> dict[str, str]:
    """Read entries like "word: form form;"."""
    entries = (entry.partition(":") for entry in text.split(";")[:-1])
    return {form: word.strip() for word, _, forms in entries for form in forms.split()}


IRREGULAR = _spelled("""
begin: began begun; cpu: cpus; gpu: gpus; menu: menus; break: broke broken; bring: brought; build: built;
child: children; choose: chose chosen; criterion: criteria; draw: drawn drew; find: found; give: gave; go:
goes gone went; get: gotten got; hold: held; hide: hid hidden; index: indices; keep: kept; know: knew
known; lead: led; lose: lost; make: made; matrix: matrices; mean: meant; man: men; pay: paid; run: ran;
say: said; see: saw seen; send: sent; show: shown; sell: sold; spend: spent; speak: spoke spoken; take:
taken took; think: thought; throw: threw thrown; tell: told; understand: understood; write: written wrote;
center: centre; catalog: catalogue; dialog: dialogue; gray: grey; license: licence; program: programme;
artifact: artefact; analyze: analyse; judgment: judgement; aging: ageing; large: larger bigger; small:
smaller; long: longer; short: shorter; high: higher; low: lower; fast: faster; slow: slower; new: newer;
old: older; early: earlier; strict: stricter; loose: looser; wide: wider; narrow: narrower; dark: darker;
light: lighter; simple: simpler; clear: clearer; dense: denser; sparse: sparser; cheap: cheaper; maximum:
largest biggest highest longest greatest max; minimum: smallest lowest shortest least min;
freeze: froze frozen; withdraw: withdrew withdrawn; grow: grew grown; fall: fell fallen; drive: drove
driven; shrink: shrank shrunk; steal: stole stolen; forget: forgot forgotten; catch: caught; teach: taught;
buy: bought; meet: met; tear: tore torn; wake: woke woken; win: won; become: became; come: came; seek:
sought; sink: sank sunk; slide: slid; stand: stood; strike: struck; sweep: swept; lay: laid; spin: spun;
""")
"""Forms of a word that no rule of endings finds, and other spellings."""
NO_ENDING = word_set("""
always analysis apply argument assembly atlas bias canvas chaos comment cross css dns document early
element embed environment error even evening family fallback feed file format hundred implement increment
indeed js lens less locale moment news note pre previously process progress redis rds reply seed segment
series site speed status string suite supply theme tls various versus virus weed whereas https http aws
ios ids os
""")
"""Words that only look as if they had an ending."""
NO_ISE = word_set("""
raise rise arise wise exercise promise precise otherwise likewise noise expertise advise revise supervise
surprise enterprise premise concise comprise compromise devise disguise franchise merchandise praise
paradise televise excise
""")
"""Words in -ise that are not spelled with a z anywhere."""
