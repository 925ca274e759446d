"""The remembered answers in a real database file: stored, found again, counted, forgotten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.errors import StoreError
from tests.support.embedding import HashEmbedder

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
AUTH = "Which authentication method should we use?"
EMBEDDER = HashEmbedder()
KEYS = count()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "patterns.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with Database.open(path) as database:
        database.use_model(EMBEDDER.name, EMBEDDER.dimension)
        yield database


def pattern(question: str = AUTH, answer: str = "JWT", *, minutes: int = 0, **fields: Any) -> DecisionPattern:
    return DecisionPattern(question, answer, timestamp=NOON + timedelta(minutes=minutes), **fields)


def remember(db: Database, *patterns: DecisionPattern, embedded: bool = True) -> list[str]:
    return db.remember(
        [
            Remembered(one, f"k{next(KEYS)}", EMBEDDER.vector(one.question_text) if embedded else None)
            for one in patterns
        ]
    )


def found(neighbours: Any) -> list[str]:
    return [neighbour.pattern.id for neighbour in neighbours]


class TestRemembering:
    def test_a_pattern_comes_back_as_it_was_given(self, db):
        given_ = DecisionPattern(
            question_text=AUTH,
            user_answer="JWT, Sessions",
            question_header="Auth",
            options=(Option("JWT", "signed tokens"), Option("Sessions")),
            multi_select=True,
            project="/home/ada/shop",
            session_id="s-1",
            tool_use_id="toolu_1",
            context_before="I looked at the login code.",
            is_selected_option=True,
            timestamp=datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2))),
            origin="transcript",
            confirmations=2,
            corrections=1,
        )
        (identifier,) = db.remember([Remembered(given_, "toolu_1:0")])

        (back,) = db.get([identifier])
        assert back.id == identifier
        assert back == DecisionPattern(
            **{name: getattr(given_, name) for name in given_.__slots__} | {"id": back.id}
        )
        assert back.timestamp.utcoffset() == timedelta(0)

    def test_ids_come_in_order_and_are_not_used_again(self, db):
        first, second = remember(db, pattern(), pattern("Which database?"))
        db.forget([second])
        (third,) = remember(db, pattern("Which port?"))

        assert len({first, second, third}) == 3
        assert [one.id for one in db.get([third, first])] == [third, first]

    def test_a_known_key_keeps_the_old_answer(self, db):
        (first,) = db.remember([Remembered(pattern(answer="JWT"), "toolu_1:0")])
        again, other = db.remember(
            [
                Remembered(pattern(answer="Sessions"), "toolu_1:0"),
                Remembered(pattern(answer="Keys"), "toolu_1:1"),
            ]
        )

        assert again == first != other
        assert [one.user_answer for one in db.get([first, other])] == ["JWT", "Keys"]

    def test_all_are_remembered_or_none(self, db):
        with pytest.raises(StoreError, match="does not fit the dimension"):
            db.remember([Remembered(pattern(), "a"), Remembered(pattern(), "b", b"too short")])

        assert db.count() == 0
        assert db.search("authentication") == []

    @pytest.mark.parametrize("numbers", [b"\0" * 1536, b"\0\0\xc0\x7f" * 384])
    def test_a_vector_without_direction_is_refused(self, db, numbers):
        with pytest.raises(StoreError, match="without a direction"):
            db.remember([Remembered(pattern(), "a", numbers)])

    def test_text_that_cannot_be_stored_is_made_storable(self, db):
        odd = "half \ud83d an emoji, a \0 and \udfff"
        options = (Option(odd, odd),)
        (identifier,) = remember(db, DecisionPattern(odd, odd, odd, options, project=odd, context_before=odd))

        plain = "half \ufffd an emoji, a \ufffd and \ufffd"
        assert db.get([identifier]) == [
            DecisionPattern(
                plain,
                plain,
                plain,
                (Option(plain, plain),),
                project=plain,
                context_before=plain,
                id=identifier,
            )
        ]
        assert db.count() == len(db.recall(Part(odd), project=odd, vector=None).neighbours)

    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50))
    def test_any_other_text_is_kept_letter_by_letter(self, db, text):
        (identifier,) = remember(db, DecisionPattern(text, text, text, (Option(text, text),), project=text))

        (back,) = db.get([identifier])
        assert {back.question_text, back.user_answer, back.options[0].description, back.project} == {text}

    def test_unknown_ids_are_passed_over(self, db):
        (known,) = remember(db, pattern())

        odd = ["", "p", "p0", "p-1", "p1x", "1", "p" + "9" * 30, "p²", "'; DROP TABLE patterns", "\ud800"]
        assert [one.id for one in db.get([*odd, known])] == [known]
        assert db.forget(odd) == []
        db.confirm(odd)
        assert db.count() == 1

    def test_export_gives_everything_with_its_key(self, db):
        db.remember([Remembered(pattern(f"Question {number}?"), f"k{number}") for number in range(1200)])

        exported = list(db.export())
        assert [key for key, _ in exported] == [f"k{number}" for number in range(1200)]
        assert exported[7][1].question_text == "Question 7?"

    def test_patterns_may_be_forgotten_while_they_are_exported(self, db):
        remember(db, *(pattern() for _ in range(600)))

        for _, one in db.export():
            db.forget([one.id])
        assert db.count() == 0


class TestRecall:
    def ask(
        self, db: Database, text: str = AUTH, *, project: str = "", limit: int = 50
    ) -> list[tuple[str, float]]:
        recalled = db.recall(Part(text), project=project, vector=EMBEDDER.vector(text), limit=limit)
        return [(one.pattern.user_answer, round(one.similarity, 4)) for one in recalled.neighbours]

    def test_the_same_text_is_as_near_as_can_be_however_it_is_written(self, db):
        remember(db, pattern("which  authentication method should WE use"), embedded=False)

        assert self.ask(db) == [("JWT", 1.0)]

    def test_the_nearest_come_first_and_the_newer_before_the_older(self, db):
        remember(
            db,
            pattern("Which authentication method do we use?", "near"),
            pattern("Where do logs go?", "far"),
            pattern(answer="old"),
            pattern(answer="new", minutes=1),
        )

        answers = self.ask(db)
        assert [answer for answer, _ in answers] == ["new", "old", "near", "far"]
        assert [near for _, near in answers[:2]] == [1.0, 1.0]
        assert 1.0 > answers[2][1] > answers[3][1]

    def test_the_same_family_of_questions_comes_back_without_any_vector(self, db):
        remember(
            db,
            pattern("Should I delete build.log?", "family"),
            pattern("Which port?", "other"),
            embedded=False,
        )

        recalled = db.recall(Part("Should I delete cache.tmp?"), project="", vector=None)
        assert [(one.pattern.user_answer, one.similarity) for one in recalled.neighbours] == [("family", 0.0)]

    def test_the_family_has_its_similarity_even_when_it_is_far(self, db):
        remember(db, *(pattern(f"{AUTH} {number}", "near") for number in range(5)))
        remember(db, pattern("Should I delete build.log?", "family"))

        answers = dict(self.ask(db, "Should I delete cache.tmp?", limit=1))
        expected = EMBEDDER.embed(["Should I delete cache.tmp?", "Should I delete build.log?"])
        assert answers["family"] == pytest.approx(cosine(*expected), abs=1e-3)

    def test_no_pattern_comes_twice(self, db):
        remember(db, *(pattern(answer=f"{number}", minutes=number) for number in range(10)))

        assert [answer for answer, _ in self.ask(db)] == [f"{number}" for number in reversed(range(10))]

    def test_each_way_of_finding_keeps_to_the_limit_and_takes_the_latest(self, db):
        remember(db, *(pattern(answer=f"{number}", minutes=number) for number in range(30)), embedded=False)

        assert [answer for answer, _ in self.ask(db, limit=3)] == ["29", "28", "27"]

    def test_the_own_project_is_not_crowded_out(self, db):
        remember(db, pattern(answer="here", project="/shop"), embedded=False)
        remember(db, *(pattern(minutes=number + 1, project="/else") for number in range(60)), embedded=False)

        assert "here" in dict(self.ask(db, project="/shop"))
        assert "here" not in dict(self.ask(db, project="/other"))

    def test_corrected_patterns_come_back_with_their_counts(self, db):
        ids = remember(db, pattern())
        db.demote(ids)
        db.confirm([*ids, *ids])

        (neighbour,) = db.recall(Part(AUTH), project="", vector=None).neighbours
        assert (neighbour.pattern.confirmations, neighbour.pattern.corrections) == (1, 1)

    def test_choices_are_the_outlines_of_the_latest_answers_newest_first(self, db):
        options = (Option("JWT"), Option("Sessions (Recommended)"))
        remember(db, *(pattern("Go on?", "Yes", minutes=number) for number in range(505)))
        remember(
            db,
            pattern(answer="sessions", minutes=600, options=options, question_header="Auth", project="/shop"),
            DecisionPattern("Without a time?", "Yes"),
        )

        choices = db.recall(Part("Anything?"), project="", vector=None).choices.latest
        assert len(choices) == 500
        assert (choices[0].option_count, choices[0].position, choices[0].recommended) == (2, 1, 1)
        assert (choices[0].header, choices[0].project) == ("Auth", "/shop")
        assert choices[1].timestamp == NOON + timedelta(minutes=504)
        assert None not in [choice.timestamp for choice in choices]

    def test_choices_follow_every_change_of_the_patterns(self, db, path):
        def headers() -> list[str]:
            choices = db.recall(Part("Anything?"), project="", vector=None).choices
            return [choice.header for choice in choices.latest]

        (first,) = remember(db, pattern(question_header="First"))
        assert headers() == ["First"]
        remember(db, pattern(minutes=1, question_header="Second"))
        assert headers() == ["Second", "First"]
        with Database.open(path) as other:
            remember(other, pattern(minutes=2, question_header="Third"))
        assert headers() == ["Third", "Second", "First"]
        db.forget([first])
        assert headers() == ["Third", "Second"]

    def test_an_empty_store_recalls_nothing(self, db):
        recalled = db.recall(Part(AUTH), project="/shop", vector=EMBEDDER.vector(AUTH))

        assert (recalled.neighbours, recalled.choices.latest) == ((), ())


def cosine(one: bytes, other: bytes) -> float:
    return sum(a * b for a, b in zip(memoryview(one).cast("f"), memoryview(other).cast("f"), strict=True))


class TestNearest:
    def test_threshold_and_limit_hold(self, db):
        ids = remember(
            db, pattern(), pattern("Which authentication method do we use?"), pattern("Where do logs go?")
        )
        vector = EMBEDDER.vector(AUTH)

        assert found(db.nearest(vector)) == ids
        assert found(db.nearest(vector, limit=2)) == ids[:2]
        assert found(db.nearest(vector, threshold=0.99)) == ids[:1]
        assert found(db.nearest(vector, limit=0)) == []
        assert found(db.nearest(vector, limit=1_000_000)) == ids

    def test_a_project_is_its_folder_and_what_lies_below(self, db):
        own, below, windows, *_ = remember(
            db,
            *(
                pattern(project=project)
                for project in ("/a/b", "/a/b/c", "/a/b\\c", "/a/bc", "/a", "/a/b_", "")
            ),
        )

        assert found(db.nearest(EMBEDDER.vector(AUTH), project="/a/b")) == [windows, below, own]
        assert found(db.nearest(EMBEDDER.vector(AUTH), project="/a/b/")) == [windows, below, own]

    def test_the_nearest_of_a_project_are_found_behind_nearer_ones_of_others(self, db):
        remember(db, *(pattern(project="/else") for _ in range(20)))
        (own,) = remember(db, pattern("Where do logs go?", project="/shop"))

        assert found(db.nearest(EMBEDDER.vector(AUTH), project="/shop", limit=1, threshold=-1)) == [own]


class TestSearching:
    @pytest.fixture
    def ids(self, db):
        options = (Option("JSON Web Token", "signed"), Option("Session cookie"))
        return remember(
            db,
            pattern(answer="Session cookie", question_header="Security", options=options),
            pattern("Welche Größe?", "naïve"),
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("authentication", [0]),
            ("AUTHENT method", [0]),
            ("secur", [0]),
            ("web token", [0]),
            ("cookie which", [0]),
            ("signed", []),  # a description is no word of the person's
            ("cookie naive", []),
            ("groß", [1]),
            ("grosse", []),
            ("NAIVE", [1]),
            ("nai\u0308ve", [1]),
            ("use?", [0]),
            ('"method" (should)', [0]),
            ("", []),
            ("  \n", []),
            ("?!", []),
        ],
    )
    def test_words_are_found_wherever_they_stand(self, db, ids, text, expected):
        assert [one.id for one in db.search(text)] == [ids[index] for index in expected]

    @pytest.mark.parametrize(
        "text", ["AND", "a OR b", "NEAR(a b)", "user_answer : x", "-a", "^a", "a*", "a + b", '"', "''", "{x}"]
    )
    def test_no_text_is_a_syntax_error(self, db, ids, text):
        assert isinstance(db.search(text), list)

    @settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(text=st.text(max_size=40) | st.text('"*^(){}:+-,;ANDORTE \0\ud800', max_size=12))
    def test_any_text_can_be_looked_for(self, db, text):
        db.search(text)

    def test_a_very_long_text_can_be_looked_for(self, db, ids):
        assert db.search("word " * 50_000) == []

    def test_the_limit_holds(self, db, ids):
        remember(db, *(pattern() for _ in range(20)))

        assert len(db.search("method", limit=5)) == 5


class TestForgetting:
    def test_forgotten_patterns_are_found_in_no_way(self, db):
        gone, kept = remember(db, pattern(), pattern("Which database?"))

        assert db.forget([gone, "p77", gone]) == [gone]
        assert db.get([gone, kept])[0].id == kept
        assert db.search("authentication") == []
        assert found(db.nearest(EMBEDDER.vector(AUTH), threshold=-1)) == [kept]
        assert found(db.recall(Part(AUTH), project="", vector=EMBEDDER.vector(AUTH)).neighbours) == [kept]
        assert (db.stats()["patterns"], db.stats()["vectors"]) == (1, 1)
        assert db.forget([gone]) == []

    def test_nothing_of_them_stays_in_the_files(self, db, path):
        secret = "Hush-5417-cucumber"
        vector = EMBEDDER.vector(secret)
        ids = remember(
            db,
            *(pattern(f"Is {number} right?", f"answer {number}") for number in range(300)),
            pattern(secret, secret, options=(Option(secret, secret),), context_before=secret),
        )
        assert leftovers(path, secret, vector) == {"text", "word", "vector"}

        db.forget(ids[-1:])
        assert leftovers(path, secret, vector) == set()

    def test_a_forgotten_key_is_known_again_without_being_kept(self, db, path):
        (gone,) = db.remember([Remembered(pattern(), "toolu_cucumber:0")])
        assert not db.is_new("toolu_cucumber:0")
        assert db.are_forgotten(["toolu_cucumber:0"]) == set()
        db.forget([gone])
        db.vacuum()

        assert db.are_forgotten(["toolu_1:0", "toolu_cucumber:0"]) == {"toolu_cucumber:0"}
        assert [db.is_new(key) for key in ("toolu_cucumber:0", "toolu_1:0")] == [False, True]
        assert leftovers(path, "toolu_cucumber", b"\0no vector") == set()

    def test_what_is_dropped_may_come_again(self, db):
        entry = Remembered(pattern(), "toolu_1:0")
        db.drop(db.remember([entry]))

        assert db.count() == 0
        assert db.is_new("toolu_1:0")

    def test_vacuum_gives_the_room_back(self, db):
        ids = remember(db, *(pattern("word " * 300, context_before="x" * 3000) for _ in range(500)))
        db.forget(ids)
        before = db.stats()["file_bytes"]
        db.vacuum()

        assert db.stats()["file_bytes"] < before / 4


def leftovers(path: Path, secret: str, vector: bytes) -> set[str]:
    data = b"".join(file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm"))
    signs = {"text": secret.encode(), "word": b"cucumber", "vector": vector[:1024]}
    return {name for name, sign in signs.items() if sign in data}


class TestModels:
    def test_patterns_without_a_vector_are_told_and_filled_in(self, db):
        first, second = remember(db, pattern(), pattern("Which database?"), embedded=False)
        db.forget([first])
        (third,) = remember(db, pattern("Which port?"), embedded=False)

        assert db.unembedded(10) == [(third, "Which port?"), (second, "Which database?")]
        assert db.unembedded(1) == [(third, "Which port?")]
        db.set_vectors([(one, EMBEDDER.vector(text)) for one, text in [*db.unembedded(10), (first, AUTH)]])
        assert db.unembedded(10) == []
        assert found(db.nearest(EMBEDDER.vector("Which port?"))) == [third, second]

    def test_a_vector_can_be_replaced(self, db):
        (only,) = remember(db, pattern())
        db.set_vectors([(only, EMBEDDER.vector("Which port?"))])

        (neighbour,) = db.nearest(EMBEDDER.vector("Which port?"))
        assert neighbour.similarity == pytest.approx(1.0)
        assert db.stats()["vectors"] == 1

    def test_another_model_drops_the_vectors_and_keeps_the_patterns(self, db):
        remember(db, pattern())

        assert db.use_model(EMBEDDER.name, 384) == 0
        assert db.use_model("wider", 512) == 1
        assert db.nearest(HashEmbedder(dimension=512).vector(AUTH)) == []
        assert [text for _, text in db.unembedded(5)] == [AUTH]
        assert db.use_model("another of the same dimension", 512) == 1
        assert db.stats()["model"] == "another of the same dimension"

    def test_the_model_is_known_after_reopening(self, db, path):
        remember(db, pattern())

        with Database.open(path) as again:
            assert len(again.nearest(EMBEDDER.vector(AUTH))) == 1
            assert again.use_model(EMBEDDER.name, EMBEDDER.dimension) == 0

    def test_vectors_of_a_model_that_another_process_replaced_are_not_mixed_in(self, db, path):
        remember(db, pattern())
        with Database.open(path) as other:
            other.use_model("same dimension", EMBEDDER.dimension)

        (late,) = remember(db, pattern("Which port?"))
        db.set_vectors([(late, EMBEDDER.vector("Which port?"))])
        assert len(db.unembedded(5)) == 2
        assert db.nearest(EMBEDDER.vector(AUTH), threshold=-1) == []
        assert len(db.recall(Part(AUTH), project="", vector=EMBEDDER.vector(AUTH)).neighbours) == 1

    def test_without_a_model_patterns_are_kept_and_found_by_text(self, path):
        with Database.open(path) as bare:
            remember(bare, pattern())

            assert found(bare.recall(Part(AUTH), project="", vector=EMBEDDER.vector(AUTH)).neighbours) == [
                "p1"
            ]
            assert bare.nearest(EMBEDDER.vector(AUTH)) == []
            assert bare.unembedded(5) == [("p1", AUTH)]


class TestCounting:
    def test_stats_tell_what_is_there(self, db, path):
        remember(
            db,
            pattern(project="/a", question_header="Auth", origin="transcript"),
            pattern(project="/a", question_header="Auth", minutes=5),
            DecisionPattern("Which port?", "80", project="/b"),
        )
        remember(db, pattern(project="/b", minutes=-5), embedded=False)

        stats = db.stats()
        assert stats["file_bytes"] >= path.stat().st_size > 0
        del stats["file_bytes"]
        assert stats == {
            "patterns": 4,
            "vectors": 3,
            "by_project": {"/a": 2, "/b": 2},
            "by_header": {"": 2, "Auth": 2},
            "by_origin": {"taught": 3, "transcript": 1},
            "oldest": "2026-03-01T11:55:00.000Z",
            "newest": "2026-03-01T12:05:00.000Z",
            "model": "hashed-words",
        }

    def test_stats_of_an_empty_store(self, path):
        with Database.open(path) as empty:
            stats = empty.stats()

        assert (stats["patterns"], stats["by_project"], stats["oldest"], stats["model"]) == (
            0,
            {},
            None,
            None,
        )

    def test_small_values_are_kept_by_key(self, db, path):
        assert db.get_meta("offered_import") is None
        db.set_meta("offered_import", "yes")
        db.set_meta("offered_import", "no")

        with Database.open(path) as again:
            assert again.get_meta("offered_import") == "no"
