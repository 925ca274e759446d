"""The builders' lines against lines of the real Claude Code."""

import json
from pathlib import Path
from typing import Any

import pytest

from orchestrator_tray.demo.scenario import (
    Json,
    Prompt,
    Script,
    ask,
    init,
    result,
    say,
    tool_result,
    tool_use_id,
    turn,
    use_tool,
)

RECORDED = Path(__file__).parents[1] / "fixtures" / "cbos" / "real_claude"


def recorded_lines() -> list[Json]:
    frames = (json.loads(line)["frame"] for name in ("auq_330", "bash_330") for line in trace(name))
    return [frame["event"] for frame in frames if frame.get("type") == "claude_event"]


def trace(name: str) -> list[str]:
    return (RECORDED / f"{name}.jsonl").read_text().splitlines()


def kind(line: Json) -> tuple[Any, ...]:
    content = line.get("message", {}).get("content", [])
    return line["type"], *(block["type"] for block in content), *(block.get("name", "") for block in content)


BASH = use_tool("Bash", {"command": "ls"})


@pytest.mark.parametrize(
    "line",
    [init(), say("x"), ask("Which?", "H", ["a"]), BASH, tool_result(BASH, "ok"), result("x")],
    ids=kind,
)
def test_a_line_has_no_field_that_claude_does_not_write(line: Json) -> None:
    model = next(real for real in recorded_lines() if kind(real) == kind(line))

    assert line.keys() <= model.keys()
    assert line.get("message", {}).keys() <= model.get("message", {}).keys()


def test_a_question_has_the_fields_of_a_recorded_one() -> None:
    model = next(real for real in recorded_lines() if "AskUserQuestion" in kind(real))
    ours, theirs = (line["message"]["content"][0] for line in (ask("Which?", "H", ["a"]), model))

    assert ours.keys() == theirs.keys()
    assert ours["input"]["questions"][0].keys() == theirs["input"]["questions"][0].keys()
    assert (
        ours["input"]["questions"][0]["options"][0].keys()
        == theirs["input"]["questions"][0]["options"][0].keys()
    )


def test_a_refused_call_looks_like_claudes_own_refusal() -> None:
    call = ask("Which?")
    refusal = tool_result(call, "no such tool", is_error=True)

    assert refusal["message"]["content"][0]["tool_use_id"] == tool_use_id(call)
    assert refusal["tool_use_result"] == "Error: no such tool"


def test_no_two_lines_share_an_id() -> None:
    first, second = ask("Same?"), ask("Same?")

    assert first["uuid"] != second["uuid"]
    assert tool_use_id(first) != tool_use_id(second)


def test_a_script_gives_each_session_its_turns_in_order_and_then_just_ends() -> None:
    first, second = turn(say("1")), turn(say("2"))
    script = Script({"a": [first, second]})

    assert [script(Prompt("a", "x")), script(Prompt("a", "x"))] == [first, second]
    for slug in ("a", "b"):
        *_, last = script(Prompt(slug, "go"))
        assert isinstance(last, dict)
        assert last["result"] == "Done: go"
