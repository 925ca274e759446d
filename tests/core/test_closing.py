import pytest

from orchestrator_tray.core.closing import closing_question
from orchestrator_tray.core.question import Option, Part


def labels(text: str) -> tuple[str, ...]:
    part = closing_question(text)
    assert part is not None
    return part.labels


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Should I use PostgreSQL or SQLite?", "Should I use PostgreSQL or SQLite?"),
        ("I looked. Before I go on: should I use A or B?", "I looked. Before I go on: should I use A or B?"),
        ("I need your choice before I go on: A, B or C?", "I need your choice before I go on: A, B or C?"),
        ("Tests pass.\n\nShall I commit?\n\nAnything else?", "Shall I commit?"),
        ("**Should I go on?**", "Should I go on?"),
        ("### Which name should I use?", "Which name should I use?"),
        ("Should I delete `old.py` and [the docs](docs/a.md)?", "Should I delete old.py and the docs?"),
        ("Do you want\nthe long\nversion?", "Do you want the long version?"),
        ("Would you like me to commit", "Would you like me to commit"),
        ("Proceed? (y/n)", "Proceed? (y/n)"),
        ("Ready?", "Ready?"),
        (
            "Is this what you expected? If not, I can revert.",
            "Is this what you expected? If not, I can revert.",
        ),
        ("Soll ich fortfahren?", "Soll ich fortfahren?"),
        ("続けますか\uff1f", "続けますか\uff1f"),
        ("هل أتابع؟", "هل أتابع؟"),
        ("Tu veux continuer\u00a0?", "Tu veux continuer ?"),
        (
            "Done. Would you like me to commit? Let me know.",
            "Done. Would you like me to commit? Let me know.",
        ),
        ("Should I commit, or is there anything else?", "Should I commit, or is there anything else?"),
        ("Does this plan look good?", "Does this plan look good?"),
        ("Which port should it use?\n\nI left it at 8080 for now.", "Which port should it use?"),
    ],
)
def test_a_question_is_the_last_asking_paragraph_without_markdown(text: str, question: str):
    assert closing_question(text) == Part(question)


@pytest.mark.parametrize(
    "text",
    [
        "Let me know which one you prefer.",
        "Please confirm before I proceed.",
        "Tell me which file to change.",
        "Once you have decided, please let me know how to go on.",
        "Before I continue, confirm whether the tests may be skipped",
        "Let me know if I should proceed.",
        "Let me know if that works and I'll go ahead.",
        "I need your decision on the schema.",
        "Waiting for your approval.",
        "Choose one of these and I will start.",
        "Please provide the name of the branch.",
        "Your call.",
        "It\u2019s up to you.",
    ],
)
def test_a_request_for_a_decision_is_a_question(text: str):
    assert closing_question(f"The analysis is done.\n\n{text}") == Part(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "All done. The file list is complete.",
        "Anything else?",
        "Is there anything else you'd like me to change?",
        "Let me know if you need anything else!",
        "Let me know if you have any questions.",
        "Feel free to ask if something is unclear. Questions?",
        "If you want, I can also add tests.",
        "Does that help?",
        "Does this make sense?",
        "Shall I do anything more?",
        "What would you like me to work on next?",
        "What's next?",
        "How can I help?",
        "Let me know what you think.",
        "Let me know if you want more?",
        "I hope that answers your question. Any other questions?",
    ],
)
def test_courtesy_is_no_question(text: str):
    assert closing_question(f"I fixed the parser.\n\n{text}") is None


@pytest.mark.parametrize(
    "text",
    [
        "Why did the test fail? Because the path was wrong.",
        "Should we cache it? No, the file is small.",
        "**Can I use it on Windows?**\n\nYes, since version 2.",
        "What changed? The name of the file did. All tests pass.",
        "How does it work?\n\nThe parser reads the file line by line.",
        "So it runs twice as fast. Pretty neat, right?",
        "Why not?",
        "The prompt now says \u201cAre you sure?\u201d and waits.",
        'The dialog asks "Delete all files?" before it goes on.',
        "It calls `ready?` first.",
        "See https://example.org/search?q=a? for more.",
        "It is odd (why?) but it works.",
        "```\nShould I go on?\n```\nThat was the output.",
        "~~~\nShould I go on?",
        "> Should I go on?\n\nThat is what the log says.",
        "| Question | Answer |\n|---|---|\n| Should I? | no |",
        "- Why did it fail? The path was wrong.\n- Fixed now.",
        "The docs ask you to choose a file and to confirm.",
        "Which one you use is a matter of taste.",
    ],
)
def test_rhetoric_quotations_and_code_are_no_questions(text: str):
    assert closing_question(text) is None


def test_what_stands_far_up_is_part_of_the_report():
    report = "\n\n".join(f"Step {number} went well." for number in range(8))
    assert closing_question(f"Should I have waited?\n\n{report}") is None


def test_options_come_from_a_numbered_list_after_the_question():
    text = (
        "Which database should I use?\n\n1. **Postgres** - big\n2. **SQLite:** one file\n3. MySQL \u2014 old"
    )
    assert closing_question(text) == Part(
        "Which database should I use?",
        options=(Option("Postgres", "big"), Option("SQLite", "one file"), Option("MySQL", "old")),
    )


@pytest.mark.parametrize(
    "listed",
    [
        "A) Merge now\nB) Wait",
        "(a) Merge now\n(b) Wait",
        "a. Merge now\nb. Wait",
        "- Merge now\n- Wait",
        "\u2022 Merge now\n\u2022 Wait",
        "**1.** Merge now\n**2.** Wait",
        "**A) Merge now**\n**B) Wait**",
        "1\ufe0f\u20e3 Merge now\n2\ufe0f\u20e3 Wait",
        "(1) Merge now\n(2) Wait",
        "* [ ] Merge now\n* [ ] Wait",
        "1. Merge now;\n2. Wait?",
    ],
)
def test_labels_are_free_of_marks(listed: str):
    assert labels(f"How should I go on?\n{listed}") == ("Merge now", "Wait")


def test_the_entries_of_an_open_sentence_are_its_options():
    text = "Would you like me to:\n1. Fix the tests\n2. Refactor the module\n3. Something else?"
    assert closing_question(text) == Part(
        "Would you like me to:",
        options=(Option("Fix the tests"), Option("Refactor the module"), Option("Something else")),
    )


def test_every_entry_of_an_open_sentence_may_end_in_a_question_mark():
    assert labels("Would you like me to:\n- Fix the tests?\n- Stop here?") == ("Fix the tests", "Stop here")


def test_a_question_after_the_list_points_back_to_it():
    text = "Two ways:\n\n1. Rewrite it\n2. Patch it\n\nI recommend the patch.\n\nWhich one do you prefer?"
    assert closing_question(text) == Part(
        "Which one do you prefer?", options=(Option("Rewrite it"), Option("Patch it"))
    )


def test_a_list_that_is_introduced_as_options_is_offered():
    assert labels("I can do either:\n- Rewrite it\n- Patch it\n\nHow should I go on?") == (
        "Rewrite it",
        "Patch it",
    )


def test_a_request_takes_the_question_and_the_options_that_it_points_back_to():
    text = "Which database should I use?\n\n- PostgreSQL\n- SQLite\n\nLet me know which one you prefer."
    assert closing_question(text) == Part(
        "Which database should I use?", options=(Option("PostgreSQL"), Option("SQLite"))
    )


def test_a_request_after_a_list_takes_its_options():
    text = "I see these approaches:\n\n- Rewrite it\n- Patch it\n\nPlease tell me which one to take."
    assert closing_question(text) == Part(
        "Please tell me which one to take.", options=(Option("Rewrite it"), Option("Patch it"))
    )


def test_an_alternative_after_the_list_belongs_to_the_question_before_it():
    text = "Do you want me to also:\n\n1. Bump the version\n2. Tag it\n\nOr will you do that yourself?"
    assert closing_question(text) == Part(
        "Do you want me to also:", options=(Option("Bump the version"), Option("Tag it"))
    )


def test_an_alternative_with_nothing_before_it_stands_for_itself():
    assert closing_question("Or shall I stop?") == Part("Or shall I stop?")


def test_a_question_mark_after_the_list_ends_the_question_before_it():
    assert labels("Would you prefer:\n\n- SQLite\n- Postgres\n\n?") == ("SQLite", "Postgres")


def test_a_request_with_nothing_behind_it_stands_for_itself():
    text = "One.\n\n- a\n- b\n\n```\nx\n```\n\n- c\n- d\n\nPlease confirm."
    assert closing_question(text) == Part("Please confirm.")


def test_a_lead_in_may_stand_between_question_and_options():
    assert labels("Which one do you want?\n\nThe options are:\n\n1. Blue\n2. Green") == ("Blue", "Green")


def test_paragraphs_between_numbered_entries_describe_them():
    text = "1. **Rewrite**\n\nTakes long.\n\n2. **Patch**\n\nIs quick.\n\nWhich of these do you prefer?"
    part = closing_question(text)
    assert part is not None
    assert part.options == (Option("Rewrite", "Takes long."), Option("Patch"))


def test_nested_entries_and_further_lines_describe_an_option():
    text = (
        "Which way?\n\n- **Rewrite**: clean\n  - slow\n  - costly\n- **Patch**\n  is quick\n\n      and small"
    )
    part = closing_question(text)
    assert part is not None
    assert part.options == (Option("Rewrite", "clean slow costly"), Option("Patch", "is quick and small"))


@pytest.mark.parametrize(
    "text",
    [
        "### Option A: JWT\nNo state.\n\n### Option B: Sessions\nSimple.\n\nWhich do you prefer?",
        "**Option A: JWT** - no state\n**Option B: Sessions** - simple\n\nWhich do you prefer?",
        "- **Option A**: JWT - no state\n- **Option B**: Sessions - simple\n\nWhich do you prefer?",
        "### Option A: JWT\n\nNo state.\n\n```\ncode\n```\n\n### Option B: Sessions\n\nSimple.\n\nA or B?\n",
    ],
)
def test_named_options_keep_their_names(text: str):
    assert labels(text) == ("Option A: JWT", "Option B: Sessions")


@pytest.mark.parametrize(
    ("entry", "option"),
    [
        ("**SQLite** (recommended) - one file", Option("SQLite (recommended)", "one file")),
        ("**Wait** for the review", Option("Wait for the review")),
        ("See http://localhost:80", Option("See http://localhost:80")),
        ("A long name " * 9 + "- and more", Option("A long name " * 9 + "- and more")),
        ("Option 3", Option("Option 3")),
        ("**??**", Option("??")),
        ("*snake_case_name* \\*literal\\*", Option("snake_case_name *literal*")),
    ],
)
def test_an_entry_splits_into_label_and_description(entry: str, option: Option):
    part = closing_question(f"Which one?\n- {entry}\n- Other")
    assert part is not None
    assert part.options[0] == option


@pytest.mark.parametrize(
    "text",
    [
        "I've done:\n- Added tests\n- Fixed the bug\n\nShould I commit?",
        "Changes:\n- a.py\n- b.py\n\nWhich branch should I push to?",
        "Should I proceed with the following changes?\n- one\n- two",
        "Two things I noticed:\n\n1. Leak\n2. Race\n\nHow do you want to handle these?",
        "- [x] Parser\n- [x] Lexer\n\nWhich one next, do you think?",
        "Which one?\n- same\n- Same",
        "Which one?\n- only",
        "Which one?\n" + "\n".join(f"- entry {number}" for number in range(20)),
        "Which one?\n- short\n- " + "long " * 100,
    ],
)
def test_lists_that_offer_nothing_give_no_options(text: str):
    assert labels(text) == ()


def test_yes_and_no_are_offered_even_by_a_list_after_a_plain_question():
    assert labels("Should I proceed?\n- Yes, all of it\n- No") == ("Yes, all of it", "No")


def test_a_list_of_questions_is_one_text_without_options():
    text = "Two questions:\n1. Which database?\n2. Which language should I use?"
    assert closing_question(text) == Part("Two questions: 1. Which database? 2. Which language should I use?")


def test_a_list_of_questions_needs_no_introduction():
    assert closing_question("- Which database?\n- Which port?") == Part("1. Which database? 2. Which port?")


def test_one_question_in_a_list_takes_what_is_nested_under_it():
    assert closing_question("1. Which database?\n   - PostgreSQL\n   - SQLite") == Part(
        "Which database?", options=(Option("PostgreSQL"), Option("SQLite"))
    )


def test_an_open_question_with_choices_is_more_than_courtesy():
    assert labels("What would you like me to work on next?\n1. Tests\n2. Docs") == ("Tests", "Docs")


def test_several_may_be_chosen_where_the_words_say_so():
    part = closing_question("Which features do you want? Select all that apply:\n- Login\n- Search")
    assert part == Part(
        "Which features do you want? Select all that apply:",
        options=(Option("Login"), Option("Search")),
        multi_select=True,
    )


def test_the_end_of_a_huge_text_is_read():
    assert closing_question("word " * 300_000 + "\n\nShould I go on?") == Part("Should I go on?")


def test_a_code_block_that_reaches_into_the_end_stays_code():
    assert closing_question("```\n" + "a line\n" * 5_000 + "Should I go on?\n```\nDone.") is None


def test_one_endless_line_is_cut():
    part = closing_question("a" * 50_000 + " should I go on?")
    assert part is not None
    assert part.text.endswith("a should I go on?")
    assert len(part.text) < 2_000


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "a\n",
        "?",
        "`",
        "- a?\n",
        "**",
        '"',
        "a, ",
        "(",
        "before ",
        " ",
        "- ",
        "1. a\n\n",
        "[a](",
        "which ",
    ],
)
def test_a_megabyte_of_anything_is_read_in_linear_time(unit: str):
    closing_question(unit * (1_000_000 // len(unit)))
