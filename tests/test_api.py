"""The library: the plan's names and calls, on real sockets and a real database with the real model."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterable

import pytest

import orchestrator_tray
from orchestrator_tray import DecisionPattern, OrchestratorListener, PatternStore, QuestionEvent
from orchestrator_tray.core.question import Option
from orchestrator_tray.demo.scenario import Prompt, Step, ask, ask_several, question, turn
from orchestrator_tray.demo.standin import StandIn
from orchestrator_tray.errors import TrayError

DEADLINE = 30.0
SHOP = "/home/me/shop"
REFACTOR = "Should I proceed with this refactor?"
LABELS = ("Yes, proceed", "No")


def known(text: str, answer: str, *labels: str, project: str = SHOP) -> DecisionPattern:
    return DecisionPattern(text, answer, options=tuple(map(Option, labels)), project=project)


def turns(prompt: Prompt) -> Iterable[Step]:
    asked = {
        "refactor": ask(REFACTOR, "Refactor", LABELS),
        "colour": ask("Which colour should the button have?", "Colour", ("Red", "Blue")),
        "both": ask_several(question("Which colour?", "C", ("Red",)), question("Which size?", "S", ("Big",))),
    }
    return turn(asked[prompt.text]) if prompt.text in asked else turn(closing="Done.")


def server() -> StandIn:
    return StandIn(turns=turns, sessions={"SHOP": SHOP})


@pytest.fixture
async def store(data_dir):
    store = PatternStore(data_dir)
    yield store
    store.close()


class Heard:
    """All that a listener's callbacks were called with."""

    def __init__(self, listener: OrchestratorListener) -> None:
        self.calls: asyncio.Queue[tuple[object, ...]] = asyncio.Queue()
        listener.on_question = self.take
        listener.on_suggestion = self.take
        listener.on_auto_answer = self.take

    async def take(self, *arguments: object) -> None:
        self.calls.put_nowait(arguments)

    async def next(self) -> tuple[object, ...]:
        async with asyncio.timeout(DEADLINE):
            return await self.calls.get()


async def until(is_true: Callable[[], bool]) -> None:
    async with asyncio.timeout(DEADLINE):
        while not is_true():
            await asyncio.sleep(0.02)


async def test_an_answer_is_given_and_told(store):
    await store.add(known(REFACTOR, "Yes, proceed", *LABELS))
    async with server() as standin:
        listener = OrchestratorListener(ws_url=standin.url, store=store, auto_answer=True, grace=0)
        heard = Heard(listener)
        await listener.connect()
        running = asyncio.get_running_loop().create_task(listener.listen())
        standin.send_input("SHOP", "refactor")

        (event,) = await heard.next()
        assert await heard.next() == ("SHOP", "Yes, proceed")
        await listener.close()
        await running

    assert isinstance(event, QuestionEvent)
    assert (event.slug, event.question_text, event.options) == ("SHOP", REFACTOR, [*LABELS])
    assert event.timestamp.endswith("Z")
    assert standin.received["SHOP"] == ["refactor", "Yes, proceed"]


async def test_without_auto_answer_it_is_a_suggestion_that_can_be_accepted(store):
    await store.add(known(REFACTOR, "Yes, proceed", *LABELS))
    async with server() as standin:
        listener = OrchestratorListener(standin.url, store)
        heard = Heard(listener)
        await listener.connect()
        standin.send_input("SHOP", "refactor")
        (event,) = await heard.next()
        slug, answer, confidence = await heard.next()
        assert (slug, answer) == ("SHOP", "Yes, proceed")
        assert 0.95 <= confidence <= 1
        listener.accept(event.question_id)
        await until(lambda: "Yes, proceed" in standin.received["SHOP"])
        await listener.close()


async def test_what_a_person_replies_is_remembered(store):
    async with server() as standin:
        listener = OrchestratorListener(standin.url, store)
        heard = Heard(listener)
        await listener.connect()
        standin.send_input("SHOP", "both")
        (event,) = await heard.next()
        assert (event.question_text, event.options) == ("Which colour? | Which size?", ["Red", "Big"])
        listener.reply(event.question_id, "Red", "Big")
        await until(lambda: len(standin.received["SHOP"]) == 2)
        await listener.close()

    (found, *_) = await store.query_similar_text("Which colour?", 0.9)
    assert found.pattern.user_answer == "Red"


async def test_a_listener_tells_what_it_was_made_with(store):
    listener = OrchestratorListener("ws://localhost:1", store, 0.9, suggestion_threshold=0.7)

    assert (listener.ws_url, listener.store) == ("ws://localhost:1", store)
    assert (listener.auto_answer_threshold, listener.suggestion_threshold) == (0.9, 0.7)
    assert listener.auto_answer is False


async def test_similar_texts_are_found_with_their_answers(store):
    await store.add(known("Which database should we use?", "SQLite", "SQLite", "MySQL"))
    await store.add(known("Shall I deploy now?", "No"))

    found = await store.query_similar_text("What database shall I take?", threshold=0.6, max_results=5)

    assert [each.pattern.user_answer for each in found] == ["SQLite"]
    assert 0.6 <= found[0].similarity <= 1
    assert len(await store.query_similar_text("Which?", 0.0, max_results=1)) == 1


async def test_the_same_call_is_remembered_once(store):
    pattern = DecisionPattern("Why?", "Because", tool_use_id="toolu_1")

    assert await store.add(pattern) == await store.add(pattern)


async def test_an_absent_server_is_waited_for(store):
    async with server() as standin:
        await standin.stop()
        listener = OrchestratorListener(standin.url, store)
        heard = Heard(listener)
        await listener.connect()
        await standin.start()
        async with asyncio.timeout(DEADLINE):
            while heard.calls.empty():
                standin.send_input("SHOP", "colour")
                await asyncio.sleep(0.1)
        await listener.close()


async def test_a_callback_that_fails_or_closes_stops_no_other(store, caplog):
    async with server() as standin:
        listener = OrchestratorListener(standin.url, store)

        async def fail(_: QuestionEvent) -> None:
            listener.on_question = close
            raise RuntimeError("theirs")

        async def close(_: QuestionEvent) -> None:
            await listener.close()

        listener.on_question = fail
        await listener.connect()
        standin.send_input("SHOP", "colour")
        await until(lambda: "a callback failed" in caplog.text and standin.state("SHOP") == "idle")
        standin.send_input("SHOP", "colour")
        async with asyncio.timeout(DEADLINE):
            await listener.listen()


async def test_two_listeners_on_one_folder_would_answer_twice_and_are_refused(store, data_dir):
    async with server() as standin:
        first = OrchestratorListener(standin.url, store)
        await first.connect()
        second = OrchestratorListener(standin.url, PatternStore(data_dir))
        with pytest.raises(TrayError, match="another tray or listener"):
            await second.connect()
        await first.close()
        await second.connect()
        await second.close()


async def test_closing_is_always_possible(data_dir):
    listener = OrchestratorListener(store=PatternStore(data_dir))
    await listener.close()
    await listener.close()


async def test_a_cancelled_listener_can_still_be_closed(store):
    async with server() as standin:
        listener = OrchestratorListener(standin.url, store)
        await listener.connect()
        running = asyncio.get_running_loop().create_task(listener.listen())
        await asyncio.sleep(0)
        running.cancel()
        await asyncio.wait([running])
        await listener.close()


def test_the_defaults_are_the_plans():
    listener = OrchestratorListener()
    settings = listener.settings

    assert (settings.url, settings.auto_answer) == ("ws://localhost:32205", False)
    assert (settings.auto_threshold, settings.suggest_threshold) == (0.95, 0.80)
    assert (listener.on_question, listener.on_suggestion, listener.on_auto_answer) == (None, None, None)


@pytest.mark.parametrize(
    "arguments",
    [
        {"ws_url": "http://localhost"},
        {"ws_url": "ws://example.com:32205"},
        {"auto_answer_threshold": 1.5},
        {"auto_answer_threshold": 0.5, "suggestion_threshold": 0.6},
    ],
)
def test_what_cannot_be_a_setting_is_refused(arguments):
    with pytest.raises(ValueError):
        OrchestratorListener(**arguments)


def test_the_package_offers_four_names_and_imports_nothing_for_them():
    assert {*orchestrator_tray.__all__} == {
        *("DecisionPattern", "OrchestratorListener", "PatternStore", "QuestionEvent")
    }
    assert not hasattr(orchestrator_tray, "Nonsense")
    script = (
        "import sys, orchestrator_tray; print(len([m for m in sys.modules if 'orchestrator_tray.' in m]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"0\n"
