"""What a session is doing, by what the server says: when it takes input, and when nobody can be sure.

The phases as a table, with what moves a session from one to the next:

    resting     session_update busy, any line of a run -> running
    running     session_update idle or error -> resting
    (connect)   listed idle or error -> resting; listed busy -> unverified
    unverified  any line or busy update -> running; idle or error -> resting; 10 s of silence -> stale
    stale       as unverified: a server that was restarted in mid-run reports `thinking` for ever

`waiting` moves nothing: it comes before the process exits, and again long after, when the server replays its
hook log.
"""

from dataclasses import replace

from orchestrator_tray.core import channel, delivery
from orchestrator_tray.core.actions import Recover, SearchTranscript, StartTimer, WarmUp
from orchestrator_tray.core.closing import closing_question
from orchestrator_tray.core.decision import CloseReason
from orchestrator_tray.core.events import RunEnded, RunStarted, SessionInfo, TextSaid, Verdict
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.state import Card, Session
from orchestrator_tray.core.step import Step

VERIFY_SECONDS = 10.0
RESTING = frozenset({"idle", "error"})
BUSY = frozenset({"working", "thinking"})
SAID_KEPT = 20_000
"""Characters of a run's last text that are kept: the question stands at its end."""


def known(step: Step, slug: str) -> Session:
    """Return the session; one that was never listed counts as running."""
    return step.state.sessions.get(slug) or Session(slug)


def listed(step: Step, infos: tuple[SessionInfo, ...]) -> None:
    """Compare the server's list, the first frame of a connection, with what was known before."""
    slugs = {info.slug for info in infos}
    for slug in [slug for slug in step.state.sessions if slug not in slugs]:
        deleted(step, slug)
    for card in step.state.cards.values():
        question = card.question
        is_terminal = question.via == "hook"  # and so none of the server's sessions
        if question.slug not in slugs and not is_terminal:
            delivery.withdraw(step, card, "session_deleted")
            step.drop_flight(question.slug)
    step.state = replace(step.state, deleted=frozenset())
    for info in infos:
        _compare(step, info)


def _compare(step: Step, info: SessionInfo) -> None:
    before = step.state.sessions.get(info.slug)
    session = _updated(before or Session(info.slug), info)
    is_resting = info.state in RESTING
    session = step.put_session(replace(session, phase="resting" if is_resting else "unverified"))
    cards = step.state.cards_of(info.slug)
    if info.slug in step.state.flights:
        pass  # the transcript is being asked whether it arrived
    elif before is not None and before.phase == "resting" and info.state in BUSY:
        _close_all(step, info.slug)  # a run began while nobody listened
    elif cards and (before is None or before.message_count != info.message_count):
        _catch_up(step, session, cards)
    elif not cards and is_resting and session.project and session.session_id:
        step.do(Recover(info.slug, session.project, session.session_id))
    if step.state.sessions[info.slug].phase == "unverified":
        step.do(StartTimer("verify", info.slug, VERIFY_SECONDS))
    delivery.send_ready(step, info.slug)


def _catch_up(step: Step, session: Session, cards: tuple[Card, ...]) -> None:
    """Something happened in the session while nobody listened: perhaps the answer."""
    for card in cards:
        held = delivery.hold_back(step, card, "it may have been answered while the link was down")
        step.put_card(replace(held, is_uncertain=True))
    since = min(card.question.asked_at for card in cards)
    session_id = session.session_id or cards[0].question.session_id
    if session.project and session_id:
        step.put_session(replace(session, phase="unverified"))
        step.do(SearchTranscript(session.slug, "catch-up", session.project, session_id, since))


def caught_up(step: Step, slug: str, verdict: Verdict) -> None:
    """The transcript was searched for prompts that came while nobody listened."""
    if verdict == "other":
        _close_all(step, slug)
    session = step.state.sessions.get(slug)
    if session is not None and session.phase == "unverified" and session.state in RESTING:
        step.put_session(replace(session, phase="resting"))
    delivery.send_ready(step, slug)


def verify(step: Step, slug: str) -> None:
    """Nothing confirmed in time what the list said."""
    session = step.state.sessions.get(slug)
    if session is not None and session.phase == "unverified":
        step.put_session(replace(session, phase="resting" if session.state in RESTING else "stale"))
        delivery.send_ready(step, slug)


def created(step: Step, info: SessionInfo) -> None:
    """A slug that was deleted in mid-run shows `idle` when it is made again, and refuses input silently."""
    session = _updated(Session(info.slug), info)
    if info.slug in step.state.deleted:
        step.state = replace(step.state, deleted=step.state.deleted - {info.slug})
        step.put_session(replace(session, phase="unverified"))
        step.do(StartTimer("verify", info.slug, VERIFY_SECONDS))
    else:
        step.put_session(replace(session, phase="resting" if info.state in RESTING else "running"))


def changed(step: Step, info: SessionInfo) -> None:
    """A session_update."""
    session = _updated(known(step, info.slug), info)
    if info.state in RESTING:
        step.put_session(replace(session, phase="resting"))
        _came_to_rest(step, info.slug)
    elif info.state in BUSY:
        if session.phase != "running":
            step.do(WarmUp())
            channel.overtake(step, info.slug)
        step.put_session(replace(session, phase="running"))
        delivery.acknowledge(step, info.slug)
    else:
        step.put_session(session)


def _came_to_rest(step: Step, slug: str) -> None:
    flight = step.state.flights.get(slug)
    if flight is not None and flight.phase == "acknowledged":
        delivery.search(step, flight)  # it ended before it began: Claude could not be started
    delivery.send_ready(step, slug)


def deleted(step: Step, slug: str) -> None:
    session = step.state.sessions.get(slug)
    for card in step.state.cards_of(slug):
        delivery.withdraw(step, card, "session_deleted")
    step.drop_flight(slug)
    if session is not None and session.phase != "resting":
        step.state = replace(step.state, deleted=step.state.deleted | {slug})
    step.drop_session(slug)


def heard(step: Step, slug: str) -> Session:
    """A line of the session's run came: a process runs."""
    session = known(step, slug)
    return session if session.phase == "running" else step.put_session(replace(session, phase="running"))


def run_started(step: Step, event: RunStarted) -> None:
    """Claude began with a prompt: ours, or somebody's that answers what was open."""
    session = heard(step, event.slug)
    step.put_session(
        replace(
            session,
            session_id=session.session_id or event.session_id,
            has_asked=False,
            said="",
            is_spoken=False,
        )
    )
    step.do(WarmUp())
    if not delivery.begin(step, event.slug):
        _close_all(step, event.slug)


def _close_all(step: Step, slug: str) -> None:
    for card in step.state.cards_of(slug):
        if card.seat is None and not card.is_replied:  # else Claude Code waits inside the call, or just did
            reason: CloseReason = "moved_on" if card.has_moved_on else "answered_elsewhere"
            delivery.withdraw(step, card, reason)


def text_said(step: Step, event: TextSaid) -> None:
    """Keep the run's last text; a bare terminal line only where Claude has said nothing."""
    session = heard(step, event.slug)
    if event.is_spoken or not session.is_spoken:
        step.put_session(replace(session, said=event.text[-SAID_KEPT:], is_spoken=event.is_spoken))


def tool_used(step: Step, slug: str) -> None:
    """The session goes on without the answers to what it asked in this run."""
    heard(step, slug)
    for card in step.state.cards_of(slug):
        if card.seat is None and not step.state.is_under_way(card):
            held = delivery.hold_back(step, card, "the session went on without the answer")
            step.put_card(replace(held, has_moved_on=True))


def tool_returned(step: Step, slug: str, succeeded: tuple[str, ...]) -> None:
    """A result that is no error answers the question inside the call; an error leaves it open."""
    session = heard(step, slug)
    answered = [card for card in step.state.cards_of(slug) if card.question.tool_use_id in succeeded]
    for card in answered:
        if card.is_replied:
            channel.confirm(step, card)
        elif card.question.tool_use_id:
            delivery.withdraw(step, card, "answered_elsewhere")
    if answered:
        open_calls = any(card.question.source == "tool" for card in step.state.cards_of(slug))
        step.put_session(replace(session, has_asked=open_calls))


def run_ended(step: Step, event: RunEnded) -> Part | None:
    """Return the question of the closing text, if the turn ended well and asks only there."""
    session = heard(step, event.slug)
    said = event.text or session.said
    return closing_question(said[-SAID_KEPT:]) if event.succeeded and not session.has_asked and said else None


def _updated(session: Session, info: SessionInfo) -> Session:
    return replace(
        session,
        state=info.state,
        project=info.project or session.project,
        session_id=info.session_id or session.session_id,
        message_count=info.message_count,
    )
