"""A moment in the one form that leaves the program."""

from datetime import UTC, datetime


def iso(time: datetime) -> str:
    """Return it in ISO 8601, UTC, with milliseconds."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
