import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from orchestrator_tray.adapters.transcripts import FileState, Filters, Scan
from orchestrator_tray.adapters.transcripts.lines import LONGEST
from orchestrator_tray.core.dialog import Dialog
from orchestrator_tray.core.pattern import Remembered
from orchestrator_tray.core.transcript_wire import read_entries
from tests.support.privilege import unprivileged

FIXTURES = Path(__file__).parents[1] / "fixtures" / "transcripts"
SHAPES = json.loads((FIXTURES / "shapes" / "expected.json").read_text(encoding="utf-8"))
ORPHANS = {name for name, outcomes in SHAPES.items() if any("dialog_only" in outcome for outcome in outcomes)}


def asked(number: int = 1, **line: Any) -> dict[str, Any]:
    options = [{"label": "Redis", "description": "a server"}, {"label": "Memory", "description": ""}]
    call = {
        "type": "tool_use",
        "id": f"toolu_{number}",
        "name": "AskUserQuestion",
        "input": {"questions": [{"question": "Which cache?", "header": "Cache", "options": options}]},
    }
    return assistant(call, **line)


def assistant(*blocks: dict[str, Any], **line: Any) -> dict[str, Any]:
    message = {"id": f"msg_{id(blocks)}", "role": "assistant", "content": list(blocks), "stop_reason": None}
    return {"isSidechain": False, "message": message, "type": "assistant", **place(), **line}


def said(text: str, **line: Any) -> dict[str, Any]:
    return assistant({"type": "text", "text": text}, **line)


def answered(
    number: int = 1, answer: str = "Memory", question: str = "Which cache?", **line: Any
) -> dict[str, Any]:
    told = f'User has answered your questions: "{question}"="{answer}".'
    block = {"tool_use_id": f"toolu_{number}", "type": "tool_result", "content": told}
    return user([block], toolUseResult={"answers": {question: answer}}, **line)


def user(content: Any, **line: Any) -> dict[str, Any]:
    return {"type": "user", "message": {"role": "user", "content": content}, **place(), **line}


def place() -> dict[str, Any]:
    return {
        "cwd": "/home/ann/shop",
        "sessionId": "c1",
        "timestamp": "2026-03-01T10:00:00Z",
        "entrypoint": "cli",
    }


def result(size: int, *, number: int = 0) -> dict[str, Any]:
    return user([{"tool_use_id": f"toolu_b{number}", "type": "tool_result", "content": "x" * size}])


def write(path: Path, *lines: object, end: str = "\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    texts = [line if isinstance(line, str) else json.dumps(line, separators=(",", ":")) for line in lines]
    path.write_text("\n".join(texts) + end, encoding="utf-8")
    return path


def scan(*paths: Path, **options: Any) -> tuple[list[Remembered], Scan]:
    scanned = Scan(paths, **options)
    return list(scanned), scanned


def answers(found: list[Remembered]) -> list[str]:
    return [remembered.pattern.user_answer for remembered in found]


# What is found


@pytest.mark.parametrize("folder", ["shapes", "recorded"])
def test_a_scan_finds_what_reading_every_line_finds(folder: str):
    wanted = []
    for path in sorted((FIXTURES / folder).glob("*.jsonl")):
        dialog = Dialog()
        for line in path.read_text(encoding="utf-8").splitlines():
            for entry in read_entries(json.loads(line or "null")):
                outcomes = list(dialog.feed(entry))
                wanted += [
                    each for each in outcomes if isinstance(each, Remembered) and path.stem not in ORPHANS
                ]

    assert scan(FIXTURES / folder)[0] == wanted
    assert wanted


@pytest.mark.parametrize("name", sorted(set(SHAPES) - ORPHANS))
def test_every_shape_is_counted_as_learned_or_with_the_reason(name: str):
    found, scanned = scan(FIXTURES / "shapes" / f"{name}.jsonl")

    skipped = [outcome.get("refused") or outcome.get("passed") for outcome in SHAPES[name]]
    assert len(found) == sum("key" in outcome for outcome in SHAPES[name])
    assert sorted(scanned.summary.skipped.elements()) == sorted(reason for reason in skipped if reason)
    assert scanned.summary.broken_lines == 0


def test_secrets_are_masked(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered(answer="password=hunter2"))

    assert answers(scan(tmp_path)[0]) == ["password=[secret]"]


def test_lines_far_apart_belong_together(tmp_path: Path):
    lines = [asked(), *(result(100_000, number=number) for number in range(30)), answered()]
    write(tmp_path / "a.jsonl", *lines)

    assert answers(scan(tmp_path)[0]) == ["Memory"]


def test_the_words_before_a_question_are_found_behind_other_lines(tmp_path: Path):
    lines = [said("I looked."), {"type": "progress", "data": "y" * 70_000}, result(9), asked(), answered()]
    write(tmp_path / "a.jsonl", *lines)

    assert scan(tmp_path)[0][0].pattern.context_before == "I looked."


def test_words_of_an_earlier_turn_do_not_belong_to_a_question(tmp_path: Path):
    earlier = [said("First."), asked(1), answered(1), said("Done."), user("next")]
    write(tmp_path / "a.jsonl", *earlier, *(result(50_000) for _ in range(9)), asked(2), answered(2))

    assert [each.pattern.context_before for each in scan(tmp_path)[0]] == ["First.", ""]


def test_results_of_other_tools_are_not_read(tmp_path: Path):
    write(tmp_path / "a.jsonl", *(result(50, number=number) for number in range(100)), asked(), answered())

    assert scan(tmp_path)[1].parsed == 2


@pytest.mark.parametrize("end", ["", "\r\n", "\n\n\n"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path, end: str):
    path = write(tmp_path / "a.jsonl", asked(), answered())
    text = path.read_text(encoding="utf-8").strip().replace("\n", end.replace("\n\n\n", "\n") or "\n") + end
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert answers(scan(path)[0]) == ["Memory"]


def test_a_session_s_project_is_the_folder_it_began_in(tmp_path: Path):
    folder = tmp_path / "-home-ann-my-shop"
    write(
        folder / "c1.jsonl",
        user("go", cwd="/home/ann/my.shop"),
        asked(cwd="/home/ann/my.shop/web"),
        answered(cwd="/home/ann/my.shop/web"),
    )

    assert scan(tmp_path)[0][0].pattern.project == "/home/ann/my.shop"


def test_elsewhere_the_project_is_the_line_s_own(tmp_path: Path):
    write(tmp_path / "odd" / "c1.jsonl", user("go", cwd="/a"), asked(cwd="/b"), answered(cwd="/b/../c"))

    assert scan(tmp_path)[0][0].pattern.project == "/c"


# Copies


def test_copies_are_learned_once(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered())
    write(tmp_path / "b.jsonl", asked(), answered())

    found, scanned = scan(tmp_path)
    assert answers(found) == ["Memory"]
    assert scanned.summary.skipped == {"a copy": 1}


@pytest.mark.parametrize("first", ["a", "z"])
def test_a_copy_that_was_cut_off_does_not_count_as_unanswered(tmp_path: Path, first: str):
    write(tmp_path / f"{first}.jsonl", asked())
    write(tmp_path / "m.jsonl", asked(), answered())

    found, scanned = scan(tmp_path)
    assert answers(found) == ["Memory"]
    assert scanned.summary.skipped == {}


# Filters


@pytest.mark.parametrize(
    ("filters", "reason"),
    [
        (Filters(after=datetime(2026, 3, 1, 10, 0, 1, tzinfo=UTC)), "outside the dates"),
        (Filters(before=datetime(2026, 3, 1, 10, tzinfo=UTC)), "outside the dates"),
        (Filters(projects=("/home/ann/shopping",)), "of another project"),
        (Filters(excluded=("/home/ann",)), "of an excluded project"),
    ],
)
def test_what_is_not_wanted_is_counted(tmp_path: Path, filters: Filters, reason: str):
    write(tmp_path / "a.jsonl", asked(), answered())

    found, scanned = scan(tmp_path, filters=filters)
    assert found == []
    assert scanned.summary.skipped == {reason: 1}


def test_what_is_wanted_passes(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered())
    filters = Filters(
        after=datetime(2026, 3, 1, tzinfo=UTC),
        before=datetime(2026, 3, 2, tzinfo=UTC),
        projects=("/home/ann",),
        excluded=("/home/bob",),
    )
    assert answers(scan(tmp_path, filters=filters)[0]) == ["Memory"]


def test_an_answer_without_a_time_passes_only_where_dates_do_not_matter(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered(timestamp="?"))
    filters = Filters(after=datetime(2026, 3, 1, tzinfo=UTC))

    assert answers(scan(tmp_path)[0]) == ["Memory"]
    assert scan(tmp_path, filters=filters)[1].summary.skipped == {"without a time": 1}


# Second scans


def test_an_unchanged_file_is_not_read_again(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered())
    first = scan(tmp_path)[1]

    found, second = scan(tmp_path, seen=first.seen)
    assert found == []
    assert (second.summary.unchanged, second.summary.files, second.summary.bytes) == (1, 0, 0)
    assert second.seen == first.seen


def test_a_grown_file_is_read_from_where_it_grew(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", asked(), answered(), result(100_000))
    seen = scan(tmp_path)[1].seen
    size = path.stat().st_size
    with path.open("a") as file:
        file.write("".join(json.dumps(line) + "\n" for line in (asked(2), answered(2, "Redis"))))

    found, second = scan(tmp_path, seen=seen)
    assert answers(found) == ["Redis"]
    assert second.summary.bytes == path.stat().st_size - size


def test_a_question_that_was_open_is_found_again_when_its_answer_comes(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", said("First:"), asked(), result(1000))
    found, first = scan(tmp_path)
    assert found == []
    with path.open("a") as file:
        file.write(json.dumps(answered()) + "\n")

    (remembered,) = scan(tmp_path, seen=first.seen)[0]
    assert (remembered.pattern.user_answer, remembered.pattern.context_before) == ("Memory", "First:")


def test_a_prompt_that_comes_later_finds_the_closing_text(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", said("Shall I commit?"))
    seen = scan(tmp_path)[1].seen
    with path.open("a") as file:
        file.write(json.dumps(user("yes")) + "\n")

    assert answers(scan(tmp_path, seen=seen)[0]) == ["yes"]


def test_a_prompt_that_comes_later_does_not_answer_across_an_interruption(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", said("Shall I commit?"), user("[Request interrupted by user]"))
    seen = scan(tmp_path)[1].seen
    with path.open("a") as file:
        file.write(json.dumps(user("yes")) + "\n")

    assert scan(tmp_path, seen=seen)[0] == []


def test_an_option_named_later_answers_a_refused_call(tmp_path: Path):
    block = {"tool_use_id": "toolu_1", "type": "tool_result", "content": "", "is_error": True}
    refused = user([block], toolUseResult="User rejected tool use")
    path = write(tmp_path / "a.jsonl", asked(), refused, user("[Request interrupted by user for tool use]"))
    seen = scan(tmp_path)[1].seen
    with path.open("a") as file:
        file.write(json.dumps(user("use Redis")) + "\n")

    (remembered,) = scan(tmp_path, seen=seen)[0]
    assert (remembered.key, remembered.pattern.user_answer) == ("toolu_1:0", "Redis")


def test_a_line_that_is_being_written_is_read_when_it_is_whole(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", asked(), end="\n" + json.dumps(answered())[:-30])
    found, first = scan(tmp_path)
    assert (found, first.summary.broken_lines) == ([], 0)
    with path.open("a") as file:
        file.write(json.dumps(answered())[-30:] + "\n")

    assert answers(scan(tmp_path, seen=first.seen)[0]) == ["Memory"]


@pytest.mark.parametrize("extra", [0, 1, 5])
def test_a_file_that_was_written_anew_is_read_from_its_beginning(tmp_path: Path, extra: int):
    path = write(tmp_path / "a.jsonl", result(5_000), asked(1), answered(1))
    first = scan(tmp_path)[1]
    old = path.stat()
    write(path, asked(2), answered(2), end="\n")
    path.write_text(path.read_text() + " " * (old.st_size - path.stat().st_size + extra))
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns + 10**9))

    assert [remembered.key for remembered in scan(tmp_path, seen=first.seen)[0]] == ["toolu_2:0"]


def test_a_file_that_shrank_is_read_from_its_beginning(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", result(5_000), asked(1), answered(1))
    seen = scan(tmp_path)[1].seen
    write(path, asked(2), answered(2))

    assert [remembered.key for remembered in scan(tmp_path, seen=seen)[0]] == ["toolu_2:0"]


def test_other_filters_read_everything_again(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered())
    first = scan(tmp_path, filters=Filters(excluded=("/home",)))[1]

    found, second = scan(tmp_path, seen=first.seen)
    assert answers(found) == ["Memory"]
    assert scan(tmp_path, seen=second.seen)[0] == []


def test_the_state_survives_json(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered())
    first = scan(tmp_path)[1]
    seen = {path: FileState(*state) for path, state in json.loads(json.dumps(first.seen)).items()}

    assert scan(tmp_path, seen=seen)[1].summary.unchanged == 1


def test_a_file_is_seen_only_when_all_of_it_was_handed_out(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", asked(1), answered(1), asked(2), answered(2))
    scanned = Scan([tmp_path])
    handed_out = iter(scanned)

    next(handed_out)
    next(handed_out)
    assert scanned.seen == {}
    assert list(handed_out) == []
    assert list(scanned.seen) == [str(path)]


# What cannot be read


def test_broken_lines_are_counted(tmp_path: Path):
    write(
        tmp_path / "a.jsonl",
        '{"type":"user","message":{',
        '"user"\0\0',
        '{"type":"user","n":' + "[" * 100_000,
        "\udcff".encode("utf-8", "surrogateescape").decode("latin-1") + '"user"',
        asked(),
        answered(),
    )
    found, scanned = scan(tmp_path)

    assert answers(found) == ["Memory"]
    assert scanned.summary.broken_lines == 4


def test_lone_surrogates_and_bad_utf8_end_nothing(tmp_path: Path):
    path = write(tmp_path / "a.jsonl", asked(), answered(answer="half \ud83d"))
    path.write_bytes(b'{"type":"assistant","message":"\xff\xfe AskUserQuestion"}\n' + path.read_bytes())

    found, scanned = scan(tmp_path)
    assert (len(found), scanned.summary.broken_lines) == (1, 1)


@pytest.mark.parametrize("relevant", [True, False])
def test_an_overlong_line_is_passed_over(tmp_path: Path, relevant: bool):
    text = "x" * (3 * LONGEST)
    overlong = user(text) if relevant else result(len(text))
    write(tmp_path / "a.jsonl", overlong, asked(), answered(), overlong)

    found, scanned = scan(tmp_path)
    assert answers(found) == ["Memory"]
    assert scanned.summary.overlong_lines == 2 * relevant


def test_a_line_that_just_fits_is_read(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered(padding="x" * (LONGEST - 1_000)))

    assert answers(scan(tmp_path)[0]) == ["Memory"]


def test_what_is_no_transcript_is_told(tmp_path: Path):
    write(tmp_path / "good.jsonl", asked(), answered())
    (tmp_path / "binary.jsonl").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "dangling.jsonl").symlink_to(tmp_path / "nowhere")
    (tmp_path / "notes.txt").write_text("no transcript")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.jsonl")

    found, scanned = scan(tmp_path, tmp_path / "missing")
    assert answers(found) == ["Memory"]
    assert scanned.summary.unreadable == len(scanned.summary.problems) == 4
    problems = {
        Path(path).name: reason for path, reason in (each.split(": ") for each in scanned.summary.problems)
    }
    assert problems == {
        "binary.jsonl": "no text file",
        "dangling.jsonl": "No such file or directory",
        "missing": "No such file or directory",
        "pipe.jsonl": "no regular file",
    }


def test_files_and_folders_without_permission_are_told(tmp_path: Path):
    write(tmp_path / "a.jsonl", asked(), answered()).chmod(0)
    write(tmp_path / "closed" / "b.jsonl", asked(), answered())
    (tmp_path / "closed").chmod(0)
    try:
        with unprivileged():
            assert scan(tmp_path)[1].summary.unreadable == 2
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_file_that_vanishes_meanwhile_is_told(tmp_path: Path):
    for name in ("a", "b"):
        write(tmp_path / f"{name}.jsonl", asked(1), answered(1))
    scanned = Scan([tmp_path], progress=lambda *_: (tmp_path / "b.jsonl").unlink(missing_ok=True))

    assert answers(list(scanned)) == ["Memory"]
    assert scanned.summary.unreadable == 1


def test_links_lead_to_each_file_once(tmp_path: Path):
    write(tmp_path / "real" / "a.jsonl", asked(), answered())
    (tmp_path / "real" / "loop").symlink_to(tmp_path)
    (tmp_path / "real" / "b.jsonl").symlink_to(tmp_path / "real" / "a.jsonl")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "linked").symlink_to(tmp_path / "real")

    found, scanned = scan(tmp_path, tmp_path / "linked", tmp_path / "real" / "a.jsonl")
    assert answers(found) == ["Memory"]
    assert (scanned.summary.files, scanned.summary.unreadable) == (1, 0)


def test_a_named_file_needs_no_ending(tmp_path: Path):
    assert answers(scan(write(tmp_path / "raw_transcript", asked(), answered()))[0]) == ["Memory"]


def test_an_empty_history_is_no_problem(tmp_path: Path):
    (tmp_path / "empty.jsonl").touch()
    found, scanned = scan(tmp_path)

    assert (found, scanned.summary.files, scanned.summary.unreadable) == ([], 1, 0)


# Progress


def test_progress_ends_at_the_size_of_the_history(tmp_path: Path):
    for name in ("a", "b", "c"):
        write(tmp_path / f"{name}.jsonl", *(result(50_000) for _ in range(10)))
    steps: list[tuple[int, int]] = []
    first = scan(tmp_path / "a.jsonl")[1]
    scan(tmp_path, seen=first.seen, progress=lambda done, total: steps.append((done, total)))

    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert steps[0] == (0, total)
    assert steps[-1] == (total, total)
    assert steps == sorted(steps)


def test_only_some_problems_are_kept_by_name(tmp_path: Path):
    shutil.copytree(FIXTURES / "shapes", tmp_path / "x")
    missing = [tmp_path / f"missing{number}" for number in range(50)]
    scanned = scan(*missing)[1]

    assert scanned.summary.unreadable == 50
    assert len(scanned.summary.problems) == 20
