"""Two laptops write about the same family offline: what each record of understanding becomes afterwards."""

from __future__ import annotations

import json

import pytest
from tests.sync.pair import Pair

from engage_wire.merge import write_members

WORDS = "They whisper.\n\nIt is like that every week.\n\nNobody comes on Thursdays."
PRIVATE = '["child_private_words"]'
HERE = json.dumps(
    {"h": 2560, "s": [{"c": "blue", "f": 50, "p": [10, 10, 5, 5], "w": 16}], "v": 1}, sort_keys=True
)
THERE = json.dumps(
    {"h": 2560, "s": [{"c": "red", "f": 50, "p": [90, 90, 5, 5], "w": 16}], "v": 1}, sort_keys=True
)


@pytest.fixture
def pair() -> Pair:
    made = Pair.make()
    made.sync()
    return made


def person(pair: Pair, family: str) -> str:
    return pair.insert("person", family_id=family, first_name="Elena")


def statement(pair: Pair) -> tuple[str, str]:
    family = pair.family()
    row_id = pair.insert(
        "statement", family_id=family, kind="worry", text=WORDS,
        said_by=write_members({"e" * 32}), status="current",
    )  # fmt: skip
    pair.sync()
    return family, row_id


def value(pair: Pair, entity: str, row_id: str, column: str) -> object:
    return pair.rows(f"SELECT {column} FROM {entity} WHERE id = ?", row_id)[0][0]


def there(pair: Pair, entity: str, row_id: str, column: str) -> object:
    return pair.there(f"SELECT {column} FROM {entity} WHERE id = ?", row_id)[0][0]


def conflicts(pair: Pair, entity: str, row_id: str) -> list[tuple[object, ...]]:
    return pair.rows(
        "SELECT grp, state FROM conflict WHERE entity = ? AND row_id = ? AND state = 'open'", entity, row_id
    )


def test_words_changed_in_two_places_are_joined(pair: Pair) -> None:
    family, row_id = statement(pair)
    pair.change("statement", row_id, text=WORDS.replace("whisper", "whisper at night"))
    pair.elsewhere("statement", row_id, family, text=WORDS.replace("Thursdays", "Thursdays but grandma"))
    pair.sync()
    joined = WORDS.replace("whisper", "whisper at night").replace("Thursdays", "Thursdays but grandma")
    assert value(pair, "statement", row_id, "text") == joined
    assert there(pair, "statement", row_id, "text") == joined


def test_the_same_words_changed_twice_are_shown_side_by_side(pair: Pair) -> None:
    family, row_id = statement(pair)
    pair.change("statement", row_id, text=WORDS.replace("whisper", "shout"))
    pair.elsewhere("statement", row_id, family, text=WORDS.replace("whisper", "are silent"))
    pair.sync()
    assert conflicts(pair, "statement", row_id)


def test_who_said_it_keeps_everybody_whom_either_side_named(pair: Pair) -> None:
    family, row_id = statement(pair)
    pair.change("statement", row_id, said_by=write_members({"e" * 32, "a" * 32}))
    pair.elsewhere("statement", row_id, family, said_by=write_members({"e" * 32, "b" * 32}))
    pair.sync()
    assert value(pair, "statement", row_id, "said_by") == write_members({"a" * 32, "b" * 32, "e" * 32})


def test_done_with_here_and_words_changed_there_both_stand(pair: Pair) -> None:
    family, row_id = statement(pair)
    pair.change("statement", row_id, status="resolved", closed_on="2026-11-20")
    pair.elsewhere("statement", row_id, family, priority=3, domain="safety")
    pair.sync()
    found = pair.rows("SELECT status, closed_on, priority, domain FROM statement WHERE id = ?", row_id)
    assert found == [("resolved", "2026-11-20", 3, "safety")]


def test_two_numbers_of_one_person_on_one_day_are_never_decided_by_the_clock(pair: Pair) -> None:
    family = pair.family()
    row_id = pair.insert(
        "scale_answer",
        family_id=family,
        person_id=person(pair, family),
        question="safe",
        value=4,
        said_on="2026-11-20",
    )
    pair.sync()
    pair.change("scale_answer", row_id, value=6)
    pair.elsewhere("scale_answer", row_id, family, value=3)
    pair.sync()
    assert conflicts(pair, "scale_answer", row_id)


def areas(pair: Pair) -> tuple[str, str, str]:
    family = pair.family()
    child = person(pair, family)
    talk = pair.insert(
        "child_areas",
        family_id=family,
        person_id=child,
        held_on="2026-11-20",
        share="not_decided",
        labels=PRIVATE,
    )
    page = pair.insert("child_words", family_id=family, areas_id=talk, area="dreams", labels=PRIVATE)
    pair.sync()
    return family, talk, page


def test_two_decisions_about_sharing_are_asked_about(pair: Pair) -> None:
    family, talk, _ = areas(pair)
    pair.change("child_areas", talk, share="nobody")
    pair.elsewhere("child_areas", talk, family, share="everyone")
    pair.sync()
    assert conflicts(pair, "child_areas", talk)


def test_one_decision_and_another_day_both_stand(pair: Pair) -> None:
    family, talk, _ = areas(pair)
    pair.change("child_areas", talk, share="nobody", read_back=1)
    pair.elsewhere("child_areas", talk, family, area_order="dreams")
    pair.sync()
    found = pair.rows("SELECT share, read_back, area_order FROM child_areas WHERE id = ?", talk)
    assert found == [("nobody", 1, "dreams")]


def test_a_drawing_is_taken_whole_never_half_of_two(pair: Pair) -> None:
    family, _, page = areas(pair)
    pair.change("child_words", page, ink=HERE)
    pair.elsewhere("child_words", page, family, ink=THERE)
    pair.sync()
    assert value(pair, "child_words", page, "ink") in {HERE, THERE}
    assert there(pair, "child_words", page, "ink") == value(pair, "child_words", page, "ink")


def test_a_childs_label_is_never_lost(pair: Pair) -> None:
    family, talk, page = areas(pair)
    pair.change("child_words", page, text="A dog")
    pair.elsewhere("child_words", page, family, labels=write_members({"child_private_words", "health"}))
    pair.change("child_areas", talk, labels="[]")
    pair.sync()
    assert value(pair, "child_words", page, "labels") == write_members({"child_private_words", "health"})
    assert "child_private_words" in str(there(pair, "child_areas", talk, "labels"))
