"""Where Claude Code keeps a session's transcript."""

import re
from pathlib import Path

_PLAIN = re.compile(r"[^a-zA-Z0-9]")
_SESSION = re.compile(r"[A-Za-z0-9_-]{1,100}")


def folder_name(directory: str) -> str:
    """Give the name of the folder for a working directory: all but ASCII letters and digits becomes "-".

    A character beyond the Basic Multilingual Plane counts twice, as it does in JavaScript.
    """
    return _PLAIN.sub(lambda found: "-" * (1 + (found[0] > "\uffff")), directory)


def transcript_path(claude_dir: Path, project: str, session_id: str) -> Path | None:
    """Find a session's transcript below ~/.claude; None where none or several could be meant."""
    if not _SESSION.fullmatch(session_id):
        return None
    projects = claude_dir / "projects"
    name = f"{session_id}.jsonl"
    for directory in (project, str(Path(project).resolve())):
        expected = projects / folder_name(directory) / name
        if project and expected.is_file():
            return expected
    # Long paths are shortened in a way of their own, and links may be followed: the session's id is unique.
    found = list(projects.glob(f"*/{name}"))
    return found[0] if len(found) == 1 else None
