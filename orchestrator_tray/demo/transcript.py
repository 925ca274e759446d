"""A session's transcript as Claude Code keeps it on disk, as far as a reader of questions needs it."""

import json
import re
from pathlib import Path
from uuid import uuid4

from orchestrator_tray.demo.scenario import CLAUDE_VERSION, Json, Prompt, now


class Transcript:
    """Appends to HOME/.claude/projects/<directory, non-alphanumerics as "-">/<session id>.jsonl."""

    def __init__(self, home: Path, prompt: Prompt, session_id: str) -> None:
        folder = re.sub(r"[^A-Za-z0-9]", "-", prompt.path)
        self.path = home / ".claude" / "projects" / folder / f"{session_id}.jsonl"
        self._prompt = prompt
        self._session_id = session_id
        self._parent: str | None = None
        self._prompt_id = str(uuid4())

    def write_prompt(self) -> None:
        """Note the prompt, marked as one that a program gave."""
        self._append(
            {
                "promptId": self._prompt_id,
                "type": "user",
                "message": {"role": "user", "content": self._prompt.text},
                "uuid": str(uuid4()),
                "timestamp": now(),
                "permissionMode": "bypassPermissions",
                "promptSource": "sdk",
                "turnOrigin": "sdk",
            }
        )

    def write_line(self, line: Json) -> None:
        """Note an assistant or user line of the output; other lines are not kept there."""
        if line.get("type") in ("assistant", "user"):
            kept: Json = {key: line[key] for key in ("type", "message", "uuid") if key in line}
            if "tool_use_result" in line:
                kept["toolUseResult"] = line["tool_use_result"]
            self._append(
                kept | {"timestamp": line.get("timestamp", now())},
                is_side=bool(line.get("parent_tool_use_id")),
            )

    def _append(self, line: Json, *, is_side: bool = False) -> None:
        whole = (
            {"parentUuid": self._parent, "isSidechain": is_side}
            | line
            | {
                "userType": "external",
                "entrypoint": "sdk-cli",
                "cwd": self._prompt.path,
                "sessionId": self._session_id,
                "version": CLAUDE_VERSION,
                "gitBranch": "HEAD",
            }
        )
        self._parent = line.get("uuid", self._parent)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(whole) + "\n")
