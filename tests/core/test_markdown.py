from orchestrator_tray.core.markdown import Block, Item, parse, plain


def test_paragraphs_lists_and_headings_come_in_order():
    text = "# Title #\nOne\ntwo\n\n- a\n- b\n\nEnd"
    assert parse(text) == [
        Block("heading", "Title"),
        Block("paragraph", "One two"),
        Block("list", items=(Item("a"), Item("b"))),
        Block("paragraph", "End"),
    ]


def test_code_quotes_tables_and_rules_are_opaque():
    assert parse("```py\n- a\n```\n> quoted\n| a | b |\n---\n<div>") == [Block("opaque")]


def test_an_unclosed_fence_lasts_to_the_end():
    assert parse("a\n~~~\n- b\n```\nc") == [Block("paragraph", "a"), Block("opaque")]


def test_code_inside_an_entry_leaves_the_list_whole():
    assert parse("1. a\n   ```\n   x\n   ```\n2. b") == [
        Block("list", items=(Item("a", "number", 1), Item("b", "number", 2)))
    ]


def test_another_marker_begins_another_list():
    assert parse("- a\n1. b\nA) c") == [
        Block("list", items=(Item("a"),)),
        Block("list", items=(Item("b", "number", 1),)),
        Block("list", items=(Item("c", "letter"),)),
    ]


def test_lines_after_nested_entries_belong_to_those():
    assert parse("- a\n  - b\n    more of b\n- c") == [
        Block("list", items=(Item("a", children=(Item("b"),)), Item("c")))
    ]


def test_numbers_go_on_after_paragraphs():
    assert parse("1. a\nrest\n\ntext\n\n2. b") == [
        Block("list", items=(Item("a", "number", 1, rest="rest text"), Item("b", "number", 2)))
    ]


def test_a_heading_ends_a_numbered_list():
    assert parse("1. a\n\n# T\n\n2. b") == [
        Block("list", items=(Item("a", "number", 1),)),
        Block("heading", "T"),
        Block("list", items=(Item("b", "number", 2),)),
    ]


def test_named_options_are_entries_wherever_a_line_begins_with_them():
    assert parse("## Option A: x\n**Option B** - y") == [
        Block("list", items=(Item("Option A: x", "key"), Item("**Option B** - y", "key")))
    ]


def test_a_named_option_inside_a_paragraph_is_just_text():
    assert parse("I like\nOption A: x\n\nOption B is worse.") == [
        Block("paragraph", "I like Option A: x"),
        Block("paragraph", "Option B is worse."),
    ]


def test_decorations_are_stripped_and_code_keeps_its_characters():
    assert (
        plain("**a** _b_ ~~c~~ `d_e*f`  [g](h) ![i](j) \\*k\\* l_m_n 2 * 3")
        == "a b c d_e*f g i *k* l_m_n 2 * 3"
    )
