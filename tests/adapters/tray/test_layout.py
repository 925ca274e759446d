from hypothesis import given
from hypothesis import strategies as st

from orchestrator_tray.adapters.tray.layout import EMPTY, ROOT, Numbers, change
from orchestrator_tray.adapters.tray.vocabulary import Menu, MenuItem


def action(*_: object):
    """Do nothing."""


def menu(*texts: str):
    return Menu(*(MenuItem(text, action) for text in texts))


def labels(root):
    return {row.properties["label"]: row.number for row in root if "label" in row.properties}


def test_an_empty_menu_has_a_root_only():
    assert Numbers().tree(None) == EMPTY


def test_rows_keep_their_numbers_when_others_come_and_go():
    numbers = Numbers()
    first = labels(numbers.tree(menu("a", "b", "c")))

    second = labels(numbers.tree(menu("x", "c", "a")))

    assert (second["a"], second["c"]) == (first["a"], first["c"])
    assert second["x"] not in first.values()


def test_a_row_that_went_and_came_back_has_a_new_number():
    numbers = Numbers()
    first = labels(numbers.tree(menu("a", "b")))
    numbers.tree(menu("b"))

    assert labels(numbers.tree(menu("a", "b")))["a"] not in first.values()


def test_a_row_of_another_submenu_is_another_row():
    numbers = Numbers()
    first = numbers.tree(Menu(MenuItem("one", menu("Accept")), MenuItem("two", menu("Accept"))))

    one, two = first.rows
    assert one.rows[0].number != two.rows[0].number
    second = numbers.tree(Menu(MenuItem("two", menu("Accept"))))
    assert second.rows[0].rows[0].number == two.rows[0].number


def test_rows_of_the_same_name_are_told_apart():
    rows = Numbers().tree(menu("same", "same", "same")).rows

    assert len({row.number for row in rows}) == 3


def test_separators_are_known_by_the_row_above():
    numbers = Numbers()
    a, b, c = (MenuItem(text, action) for text in "abc")
    first = numbers.tree(Menu(a, Menu.SEPARATOR, b, Menu.SEPARATOR, c))

    second = numbers.tree(Menu(b, Menu.SEPARATOR, c))

    assert [row.number for row in second.rows] == [row.number for row in first.rows[2:]]


def test_nothing_changes_between_equal_menus():
    numbers = Numbers()

    difference = change(numbers.tree(menu("a", "b")), numbers.tree(menu("a", "b")))

    assert (difference.parent, difference.set, difference.unset) == (None, {}, {})


def test_a_mark_that_goes_is_unset():
    numbers = Numbers()
    marked = numbers.tree(Menu(MenuItem("a", action, checked=lambda _: True)))

    difference = change(marked, numbers.tree(menu("a")))

    assert difference.parent is None
    assert {*difference.unset[marked.rows[0].number]} == {"toggle-type", "toggle-state"}


def test_changes_below_two_rows_are_told_with_the_root():
    numbers = Numbers()
    before = numbers.tree(Menu(MenuItem("one", menu("a")), MenuItem("two", menu("b"))))
    after = numbers.tree(Menu(MenuItem("one", menu("a", "c")), MenuItem("two", menu("d"))))

    assert change(before, after).parent == ROOT


names = st.lists(st.sampled_from("abcdef"), max_size=6)


@given(st.lists(names, min_size=1, max_size=6))
def test_no_number_ever_means_two_rows(menus):
    numbers, meanings = Numbers(), {}
    for texts in menus:
        for row in numbers.tree(menu(*texts)).rows:
            meaning = row.properties["label"]
            assert meanings.setdefault(row.number, meaning) == meaning


@given(names, names)
def test_the_parents_that_are_told_are_those_whose_rows_differ(old, new):
    numbers = Numbers()
    before, after = numbers.tree(menu(*old)), numbers.tree(menu(*new))

    assert (change(before, after).parent is None) == (old == new)
