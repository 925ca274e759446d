"""Which processes stand above another. Imports next to nothing, since the hook command has to start fast."""

_GENERATIONS = 32


def parent_of(pid: int) -> int:
    """Return the parent of that process, as /proc tells. Raises OSError where it does not, or no more."""
    with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123  # pathlib costs time
        return int(file.read().rpartition(b")")[2].split()[1])


def ancestors(pid: int) -> list[int]:
    """Return that process and those above it, the nearest first, as far as this system tells."""
    found = [pid]
    try:
        while len(found) < _GENERATIONS and found[-1] > 1:
            found.append(parent_of(found[-1]))
    except OSError:  # a system without /proc, or a process that has just ended
        pass
    return found
