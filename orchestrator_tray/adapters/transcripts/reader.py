"""What the listener asks the transcripts; each question waits a moment for a line that is being written."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TypeVar

from orchestrator_tray.adapters.transcripts.live import find_prompt, human_answer, open_questions
from orchestrator_tray.adapters.transcripts.places import transcript_path
from orchestrator_tray.core.actions import FindAnswer, Recover, SearchTranscript
from orchestrator_tray.core.events import Verdict
from orchestrator_tray.core.pending import UNANSWERED, HumanAnswer
from orchestrator_tray.core.question import Question

PATIENCE = 2.0
"""Seconds: Claude Code writes a prompt down about when its run begins."""
_PAUSE = 0.1
_EARLIER = timedelta(minutes=1)

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class Transcripts:
    """Reads below one folder of Claude Code; never raises, never writes. Any thread, each call for itself."""

    def __init__(self, claude_dir: Path) -> None:
        self._claude_dir = claude_dir
        self._ended = Event()

    def stop(self) -> None:
        """Have nobody wait for a line any more: what is found at once is the answer."""
        self._ended.set()

    def search(self, search: SearchTranscript) -> Verdict:
        """Tell whether a prompt arrived in a session."""
        path = self._path(search.project, search.session_id)
        if path is None:
            return "unreadable"
        patience = PATIENCE if search.text else 0.0
        return self._awaited(
            lambda: find_prompt(path, search.text, since=search.since),
            lambda verdict: verdict != "absent",
            patience,
        )

    def answer(self, lookup: FindAnswer) -> HumanAnswer:
        """Return what a person answered to a question, as far as that is beyond doubt."""
        question = lookup.question
        path = self._path(question.project, question.session_id)
        if path is None:
            _log.debug("%s: no transcript to learn the answer from", question.id)
            return HumanAnswer(None, "there is no transcript")
        found = self._awaited(
            lambda: human_answer(
                path, question, since=question.asked_at - _EARLIER, until=None, sent_texts=lookup.sent_texts
            ),
            _is_settled,
            PATIENCE,
        )
        if found.answers is None:
            _log.debug("%s: nothing learned: %s", question.id, found.reason)
        return found

    def open_questions(self, recovery: Recover) -> tuple[Question, ...]:
        """Return what a session that rests still asks."""
        path = self._path(recovery.project, recovery.session_id)
        return open_questions(path, recovery.slug) if path is not None else ()

    def _awaited(self, look: Callable[[], _T], is_enough: Callable[[_T], bool], patience: float) -> _T:
        """Look again and again until it is enough or the patience is over."""
        deadline = time.monotonic() + patience
        while not is_enough(found := look()) and time.monotonic() < deadline:
            if self._ended.wait(_PAUSE):
                break
        return found

    def _path(self, project: str, session_id: str) -> Path | None:
        try:
            return transcript_path(self._claude_dir, project, session_id)
        except OSError:
            return None


def _is_settled(found: HumanAnswer) -> bool:
    return found.reason != UNANSWERED
