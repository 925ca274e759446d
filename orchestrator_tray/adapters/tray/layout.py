"""A menu as com.canonical.dbusmenu sees it: a tree of numbered rows with properties; values, no D-Bus."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from orchestrator_tray.adapters.tray.vocabulary import Menu, MenuItem

Property = str | int | bool
Path = tuple[str, ...]

ROOT = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row and what is below it; the root is the menu itself."""

    number: int
    properties: dict[str, Property]
    item: MenuItem | None = None
    """What is called when the row is chosen."""
    rows: tuple["Row", ...] = ()

    def __iter__(self) -> Iterator["Row"]:
        """Yield this row and all below it."""
        yield self
        for row in self.rows:
            yield from row


EMPTY = Row(ROOT, {"children-display": "submenu"})


@dataclass(slots=True)
class Numbers:
    """Gives each row a number that it keeps as long as it stays, and that no other row ever gets."""

    _of: dict[Path, int] = field(default_factory=dict)
    _last: int = ROOT

    def tree(self, menu: Menu | None) -> Row:
        """Return the menu's rows, with the numbers they had in the tree before."""
        kept: dict[Path, int] = {}
        root = Row(ROOT, EMPTY.properties, None, self._rows(menu, (), kept))
        self._of = kept
        return root

    def _rows(self, menu: Menu | None, above: Path, kept: dict[Path, int]) -> tuple[Row, ...]:
        rows: list[Row] = []
        before = ""
        for item in menu or ():
            before = key = _key(item, before)
            path = (*above, key)
            while path in kept:  # two rows of the same name: told apart by their order
                path = (*path[:-1], path[-1] + "'")
            number = kept[path] = self._of.get(path) or self._next()
            rows.append(Row(number, _properties(item), item, self._rows(item.submenu, path, kept)))
        return tuple(rows)

    def _next(self) -> int:
        self._last += 1
        return self._last


@dataclass(frozen=True, slots=True)
class Change:
    """What a host must hear to follow from one tree to the next."""

    parents: frozenset[int]
    """Rows whose rows came, went or moved."""
    set: dict[int, dict[str, Property]]
    """Properties that are new or have another value, of rows that stayed."""
    unset: dict[int, list[str]]
    """Properties that are gone, of rows that stayed."""

    @property
    def parent(self) -> int | None:
        """The row whose rows must be fetched anew; None if none must be."""
        if not self.parents:
            return None
        return next(iter(self.parents)) if len(self.parents) == 1 else ROOT


def change(old: Row, new: Row) -> Change:
    before = {row.number: row for row in old}
    stayed = [(before[row.number], row) for row in new if row.number in before]
    return Change(
        parents=frozenset(b.number for a, b in stayed if _numbers(a) != _numbers(b)),
        set={b.number: changed for a, b in stayed if (changed := _changed(a.properties, b.properties))},
        unset={b.number: gone for a, b in stayed if (gone := [*(a.properties.keys() - b.properties.keys())])},
    )


def _changed(old: dict[str, Property], new: dict[str, Property]) -> dict[str, Property]:
    return {name: value for name, value in new.items() if old.get(name) != value}


def _numbers(row: Row) -> list[int]:
    return [below.number for below in row.rows]


def _key(item: MenuItem, before: str) -> str:
    """Return the name of a row among its siblings; a separator is known by the row above it."""
    if item is Menu.SEPARATOR:
        return f"{before}|"
    return str(getattr(item, "key", None) or item.text)


def _properties(item: MenuItem) -> dict[str, Property]:
    if item is Menu.SEPARATOR:
        return {"type": "separator", "enabled": True, "visible": True}
    properties: dict[str, Property] = {
        "label": str(item.text).replace("_", "__"),  # one alone would underline the next letter
        "enabled": bool(item.enabled),
        "visible": True,
    }
    if item.checked is not None:
        properties["toggle-type"] = "radio" if item.radio else "checkmark"
        properties["toggle-state"] = int(item.checked)
    if item.submenu is not None:
        properties["children-display"] = "submenu"
    return properties
