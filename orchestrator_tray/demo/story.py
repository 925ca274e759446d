"""What the demonstration plays: four sessions that ask, and answers that their user gave before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.demo.scenario import Pause, Prompt, Step, ask, say, think, turn

_PROJECTS = "/home/you/projects"


@dataclass(frozen=True, slots=True)
class Scene:
    """One session: what it was told to do, what it says, and what it then asks."""

    slug: str
    folder: str
    prompt: str
    said: str
    part: Part


@dataclass(frozen=True, slots=True)
class Past:
    """One answer of the user, some days ago."""

    days: int
    folder: str
    part: Part
    answer: str

    def question(self, now: datetime) -> Question:
        return Question(
            id=f"{self.folder}-{self.days}",
            slug="",
            parts=(self.part,),
            asked_at=now - timedelta(days=self.days),
            tool_use_id=f"demo-{self.folder}-{self.days}",
            project=f"{_PROJECTS}/{self.folder}",
        )


def _part(text: str, header: str, *labels: str) -> Part:
    return Part(text, header, tuple(map(Option, labels)))


_METHODS = ("Use server-side sessions", "Use JWT with refresh tokens", "Use an identity provider")
_REFACTOR = _part(
    "Should I proceed with this refactor?",
    "Refactor",
    "Yes, proceed with the refactor",
    "No, leave the code as it is",
)
_DEPLOY = _part("Deploy this build to production now?", "Deploy", "No, wait", "Yes, deploy it")
_AUTH = _part("Which authentication method should we use?", "Auth", *_METHODS)
_DATABASE = _part("Which database should the user store have?", "Database", "SQLite", "PostgreSQL")
_TESTS = _part("Which tests should I add for this endpoint?", "Tests", "Unit only", "Unit and integration")
_CACHE = _part("Where should the cache live?", "Cache", "In memory", "Redis")
_TONE = _part("Which tone should the onboarding guide have?", "Tone", "Friendly and short", "Formal")

SCENES = (
    Scene("AUTH", "auth-service", "Add a login.", "The routes are ready; only the method is open.", _AUTH),
    Scene("BACKEND", "backend", "Split the module.", "I would split it into reading and writing.", _REFACTOR),
    Scene("DEPLOY", "web", "Prepare the release.", "The build is green and tagged.", _DEPLOY),
    Scene("DOCS", "handbook", "Write the guide.", "I have an outline of five pages.", _TONE),
)
HISTORY = (
    Past(30, "shop-api", _CACHE, "In memory"),
    Past(26, "backend", _DATABASE, "PostgreSQL"),
    Past(23, "portal", _AUTH, "Use JWT with refresh tokens"),
    Past(21, "backend", _REFACTOR, "Yes, proceed with the refactor"),
    Past(18, "web", _DEPLOY, "Yes, deploy it"),
    Past(15, "backend", _TESTS, "Unit and integration"),
    Past(12, "billing", _DATABASE, "PostgreSQL"),
    Past(9, "backend", _REFACTOR, "Yes, proceed with the refactor"),
    Past(8, "web", _DEPLOY, "Yes, deploy it"),
    Past(4, "backend", _REFACTOR, "Yes, proceed with the refactor"),
    Past(2, "web", _DEPLOY, "Yes, deploy it"),
    Past(1, "web", _TESTS, "Unit and integration"),
)
SESSIONS: Mapping[str, str] = {scene.slug: f"{_PROJECTS}/{scene.folder}" for scene in SCENES}
_BY_SLUG = {scene.slug: scene for scene in SCENES}


def turns(prompt: Prompt) -> Iterable[Step]:
    """Play the session's scene at its prompt; with whatever else it is told, the session just goes on."""
    scene = _BY_SLUG[prompt.slug]
    if prompt.text != scene.prompt:
        return turn(closing=f"All right, going on with: {prompt.text}")
    labels = scene.part.labels
    return turn(think(), Pause(0.1), say(scene.said), ask(scene.part.text, scene.part.header, labels))
