"""The server's session records, as it shows and keeps them."""

from typing import Any

from orchestrator_tray.demo.scenario import Json, now


class Sessions:
    """Records by slug, in the order of creation. Nothing about them is checked, as in the real server."""

    def __init__(self) -> None:
        self._records: dict[Any, Json] = {}

    def all(self) -> list[Json]:
        return list(self._records.values())

    def get(self, slug: Any) -> Json | None:
        return self._records.get(slug)

    def create(self, given: Json) -> Json | None:
        """Record a session with `slug` and `path` where they are given; None if the slug is taken."""
        slug, moment = given.get("slug"), now()
        if slug in self._records:
            return None
        named = {key: given[key] for key in ("slug", "path") if key in given}
        record = named | {"state": "idle", "createdAt": moment, "lastActivity": moment, "messageCount": 0}
        self._records[slug] = record
        return record

    def update(self, slug: Any, **changes: Any) -> Json | None:
        """Change a record and its time of activity; None if there is no such session."""
        record = self._records.get(slug)
        if record is not None:
            record.update(changes, lastActivity=now())
        return record

    def link(self, slug: Any, claude_session_id: str) -> None:
        """Remember Claude's session id, once: a later one is ignored."""
        record = self._records.get(slug)
        if record is not None and "claudeSessionId" not in record:
            self.update(slug, claudeSessionId=claude_session_id)

    def reload(self) -> None:
        """Keep what a restarted server can read of its own file: records whose slug and path are strings."""
        self._records = {
            slug: record
            for slug, record in self._records.items()
            if isinstance(record.get("slug"), str) and isinstance(record.get("path"), str)
        }

    def delete(self, slug: Any) -> bool:
        return self._records.pop(slug, None) is not None
