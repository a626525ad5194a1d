"""Writing down what a family says about itself: kept while typing, undone, and never shown before its time."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.fakes import FrozenClock
from tests.support import families
from tests.support.understanding import AREAS, INK, plant_understanding, quote_id

from engage_desktop.errors import BadInput, NotAllowed, NotFound
from engage_desktop.services import child_areas, drafts, people, understanding
from engage_desktop.services.desk import Desk
from engage_desktop.services.understanding import Asked, Begun
from engage_desktop.store import records
from engage_desktop.store.people import row_of
from engage_domain.child_areas import PRIVATE, ChildArea, Share, Way
from engage_domain.understanding import StatementStatus, Understanding

ALVAREZ = families.ALVAREZ
ELENAS_WORDS = quote_id("friday", 1)


def read(desk: Desk) -> Understanding:
    return understanding.UnderstandingOf(desk)(ALVAREZ)


def begun(desk: Desk, kind: str = "worry") -> str:
    statement_id = desk.new_id()
    understanding.BeginStatement(desk)(ALVAREZ, Begun(statement_id, kind, (families.ELENA,), "child"))
    return statement_id


def type_words(desk: Desk, statement_id: str, words: str) -> None:
    drafts.KeepDraft(desk)("statement", statement_id, "text", ALVAREZ, words, "")


def test_a_statement_begun_shows_once_it_has_words(desk: Desk) -> None:
    statement_id = begun(desk)
    assert read(desk).is_empty is False  # quotes are there
    assert not read(desk).statements
    type_words(desk, statement_id, "They whis")
    (one,) = read(desk).statements
    assert (one.words, one.draft, one.said_by) == ("They whis", "They whis", (families.ELENA,))
    understanding.LeaveStatement(desk)(statement_id)
    (one,) = read(desk).statements
    assert (one.text, one.draft, one.said_on) == ("They whis", None, date(2026, 11, 23))


def test_a_statement_left_without_words_is_taken_back(desk: Desk) -> None:
    statement_id = begun(desk)
    understanding.LeaveStatement(desk)(statement_id)
    with desk.read() as conn:
        row = conn.exec_driver_sql("SELECT deleted_at FROM statement WHERE id = ?", (statement_id,)).scalar()
    assert row is not None


def test_a_speaker_who_cannot_be_seen_stays_when_another_one_is_chosen(desk: Desk) -> None:
    statement_id = begun(desk)
    type_words(desk, statement_id, "They whisper")
    with desk.write("test") as conn:
        records.update(conn, "person", families.ELENA, {"labels": '["address_confidential"]'})
    understanding.EditStatement(desk)(statement_id, {"said_by": (families.MATEO,)})
    with desk.read() as conn:
        said_by = records.members(row_of(conn, "statement", statement_id)["said_by"])
    assert set(said_by) == {families.ELENA, families.MATEO}


def test_typing_survives_a_restart(desk: Desk, monday: FrozenClock) -> None:
    type_words(desk, begun(desk), "Half a sent")
    again = Desk(desk.vault, monday, desk.me, desk.zone)
    assert [one.words for one in read(again).statements] == ["Half a sent"]


def test_whose_words_and_about_what_can_be_amended(desk: Desk) -> None:
    statement_id = begun(desk)
    type_words(desk, statement_id, "They whisper")
    understanding.EditStatement(desk)(
        statement_id,
        {
            "said_by": (families.ELENA, families.MATEO),
            "exact_words": True,
            "domain": "relationships",
            "about": (families.MARISOL,),
            "priority": 3,
            "said_on": date(2026, 11, 20),
            "language": "es",
        },
    )
    (one,) = read(desk).statements
    assert set(one.said_by) == {families.ELENA, families.MATEO}
    assert (one.exact_words, one.domain, one.priority, one.language) == (True, "relationships", 3, "es")
    assert one.said_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "value"),
    [("priority", 4), ("said_on", date(2027, 1, 1)), ("text", " "), ("family_id", "x"), ("about", "x")],
)
def test_what_cannot_be_is_refused(desk: Desk, name: str, value: object) -> None:
    with pytest.raises(BadInput):
        understanding.EditStatement(desk)(begun(desk), {name: value})  # type: ignore[dict-item]  # a text, as the field is


def test_a_quote_becomes_a_worry_with_its_speaker_and_day_and_only_once(desk: Desk) -> None:
    take = understanding.TakeWords(desk)
    first = take(ELENAS_WORDS, "worry")
    assert take(ELENAS_WORDS, "worry").made_id == first.made_id
    take(ELENAS_WORDS, "next")
    found = read(desk)
    (worry,) = found.of_kind("worry")
    saying = next(s for s in found.sayings if s.mark_id == ELENAS_WORDS)
    assert (worry.text, worry.said_by) == (saying.words, (saying.speaker_id,))
    assert (worry.said_on, worry.exact_words, worry.source) == (date(2026, 11, 20), True, "child")
    assert set(saying.went) == {"worry", "next"}


def test_a_quote_taken_off_the_map_can_go_there_again(desk: Desk) -> None:
    take = understanding.TakeWords(desk)
    first = take(ELENAS_WORDS, "worry").made_id
    people.Remove(desk)("statement", first, "mistake")
    assert not read(desk).of_kind("worry")
    assert take(ELENAS_WORDS, "worry").made_id != first
    people.BringBack(desk)("statement", first)
    assert len(read(desk).of_kind("worry")) == 2


def test_protected_words_never_reach_the_map(desk: Desk) -> None:
    with desk.vault.applying() as conn:
        records.update(conn, "mark", ELENAS_WORDS, {"labels": '["dv_protected"]'})
    with pytest.raises(NotFound):
        understanding.TakeWords(desk)(ELENAS_WORDS, "worry")
    assert ELENAS_WORDS not in {s.mark_id for s in read(desk).sayings}


def test_done_with_has_a_day_and_can_be_taken_back(desk: Desk) -> None:
    plant_understanding(desk)
    one = read(desk).of_kind("worry")[0]
    close = understanding.CloseStatement(desk)
    close(one.statement_id, StatementStatus.RESOLVED)
    gone = next(s for s in read(desk).of_kind("worry", done=True) if s.statement_id == one.statement_id)
    assert gone.closed_on == date(2026, 11, 23)
    close(one.statement_id, StatementStatus.CURRENT)
    assert read(desk).of_kind("worry")[0].closed_on is None


def test_a_goal_in_the_familys_words_shows_with_its_need(desk: Desk) -> None:
    plant_understanding(desk)
    need = read(desk).of_kind("need")[0]
    with desk.vault.applying() as conn:
        by, at = families.DANA, desk.now()
        records.insert(conn, "plan", "p" * 32, {"family_id": ALVAREZ}, by=by, at=at)
        values = {
            "family_id": ALVAREZ,
            "plan_id": "p" * 32,
            "words": "Mateo plays",
            "statement_id": need.statement_id,
        }
        records.insert(conn, "goal", "g" * 32, values, by=by, at=at)
    assert read(desk).of_kind("need")[0].goal == "Mateo plays"


def test_a_number_is_kept_with_its_words_and_corrected(desk: Desk) -> None:
    asked = Asked(desk.new_id(), families.ELENA, "safe", date(2026, 11, 23), 4, alone=True)
    keep = understanding.KeepAnswer(desk)
    keep(ALVAREZ, asked)
    drafts.KeepDraft(desk)("scale_answer", asked.answer_id, "words", ALVAREZ, "They whisper", "")
    understanding.LeaveAnswer(desk)(asked.answer_id)
    keep(ALVAREZ, Asked(asked.answer_id, families.ELENA, "safe", date(2026, 11, 22), 5, alone=True))
    (one,) = read(desk).answers
    assert (one.value, one.said, one.said_on, one.alone) == (5, "They whisper", date(2026, 11, 22), True)


@pytest.mark.parametrize("value", [-1, 11])
def test_a_number_lies_between_nought_and_ten(desk: Desk, value: int) -> None:
    asked = Asked(desk.new_id(), families.ELENA, "safe", date(2026, 11, 23), value)
    with pytest.raises(BadInput):
        understanding.KeepAnswer(desk)(ALVAREZ, asked)


def test_a_number_never_given_leaves_nothing(desk: Desk) -> None:
    asked = Asked(desk.new_id(), families.ELENA, "safe", date(2026, 11, 23))
    understanding.KeepAnswer(desk)(ALVAREZ, asked)
    understanding.LeaveAnswer(desk)(asked.answer_id)
    assert not read(desk).answers


def test_a_childs_pages_are_private_from_the_first_moment(desk: Desk) -> None:
    areas_id = child_areas.BeginAreas(desk)(ALVAREZ, families.MATEO).made_id
    found = child_areas.AreasOf(desk)(areas_id)
    assert {piece.area for piece in found.pieces} == set(ChildArea)
    assert found.share == Share.NOT_DECIDED
    with desk.read() as conn:
        labels = conn.exec_driver_sql(
            "SELECT labels FROM child_words WHERE areas_id = ? UNION SELECT labels FROM child_areas WHERE id = ?",
            (areas_id, areas_id),
        )
        assert {row[0] for row in labels} == {f'["{PRIVATE}"]'}


def test_what_a_child_says_and_draws_is_kept_exactly(desk: Desk) -> None:
    areas_id = child_areas.BeginAreas(desk)(ALVAREZ, families.MATEO).made_id
    piece = child_areas.AreasOf(desk)(areas_id).piece(ChildArea.DREAMS)
    assert piece is not None
    child_areas.EditAreas(desk)(areas_id, {"order": ("dreams",)})
    child_areas.KeepInk(desk)(piece.words_id, INK)
    drafts.KeepDraft(desk)("child_words", piece.words_id, "text", ALVAREZ, "a dog an  a door", "")
    child_areas.SayWay(desk)(piece.words_id, Way.DICTATED)
    child_areas.LeaveAreas(desk)(areas_id)
    found = child_areas.AreasOf(desk)(areas_id)
    kept = found.piece(ChildArea.DREAMS)
    assert kept is not None
    assert (kept.text, kept.ink, kept.way) == ("a dog an  a door", INK, "dictated")
    assert found.order == ("dreams",)
    assert read(desk).areas[0].filled == 1


def test_a_drawing_that_meets_another_laptops_is_taken_whole_from_what_its_hand_saw(desk: Desk) -> None:
    areas_id = child_areas.BeginAreas(desk)(ALVAREZ, families.MATEO).made_id
    piece = child_areas.AreasOf(desk)(areas_id).piece(ChildArea.DREAMS)
    assert piece is not None
    child_areas.KeepInk(desk)(piece.words_id, INK)
    theirs = INK.replace("[", "[ ", 1)
    with desk.vault.applying() as conn:  # theirs came while this one was being drawn
        records.update(conn, "child_words", piece.words_id, {"ink": theirs})
    child_areas.SettleAreas(desk)(areas_id)
    found = child_areas.AreasOf(desk)(areas_id).piece(ChildArea.DREAMS)
    assert found is not None
    assert found.ink == INK
    with desk.read() as conn:
        drawn = "SELECT old FROM sync_outbox WHERE row_id = ? AND new ->> 'ink' = ? ORDER BY oid DESC LIMIT 1"
        old = conn.exec_driver_sql(drawn, (piece.words_id, INK)).scalar()
    assert not json.loads(str(old))["ink"]  # not theirs, which this hand never saw
    child_areas.KeepInk(desk)(piece.words_id, "")
    child_areas.SettleAreas(desk)(areas_id)
    with desk.read() as conn:
        wiped = conn.exec_driver_sql("SELECT ink FROM child_words WHERE id = ?", (piece.words_id,)).scalar()
    assert wiped is None


def test_sharing_waits_until_the_words_were_read_back(desk: Desk) -> None:
    plant_understanding(desk)
    child_areas.EditAreas(desk)(AREAS, {"read_back": False})
    decide = child_areas.DecideShare(desk)
    with pytest.raises(NotAllowed) as refused:
        decide(AREAS, Share.EVERYONE)
    assert refused.value.code == "I-22"
    child_areas.EditAreas(desk)(AREAS, {"read_back": True})
    with pytest.raises(BadInput):
        decide(AREAS, Share.SOME)
    decide(AREAS, Share.SOME, (families.MARISOL,), "Only the dreams page")
    found = child_areas.AreasOf(desk)(AREAS)
    assert (found.share, found.share_with, found.share_words) == (
        "some",
        (families.MARISOL,),
        "Only the dreams page",
    )
    decide(AREAS, Share.NOBODY)
    assert not child_areas.AreasOf(desk)(AREAS).share_with


@pytest.mark.parametrize("ink", ["nonsense", "[]", '{"s":' + "1" * 70_000 + "}"])
def test_what_is_no_ink_or_too_much_is_refused(desk: Desk, ink: str) -> None:
    plant_understanding(desk)
    piece = child_areas.AreasOf(desk)(AREAS).pieces[0]
    with pytest.raises(BadInput):
        child_areas.KeepInk(desk)(piece.words_id, ink)


def test_clean_pages_are_taken_back(desk: Desk) -> None:
    areas_id = child_areas.BeginAreas(desk)(ALVAREZ, families.LUZ).made_id
    child_areas.LeaveAreas(desk)(areas_id)
    assert not read(desk).areas
    with pytest.raises(NotFound):
        child_areas.AreasOf(desk)(areas_id)


def test_a_talk_under_another_label_stays_out_of_sight(desk: Desk) -> None:
    plant_understanding(desk)
    with desk.vault.applying() as conn:
        records.update(conn, "child_areas", AREAS, {"labels": f'["{PRIVATE}","dv_protected"]'})
    assert not read(desk).areas
    with pytest.raises(NotFound):
        child_areas.AreasOf(desk)(AREAS)


def test_no_word_of_it_can_be_searched(desk: Desk) -> None:
    plant_understanding(desk)
    with desk.read() as conn:
        hits = conn.exec_driver_sql(
            "SELECT count(*) FROM search_index WHERE search_index MATCH ?", ('"only we can open"',)
        ).scalar()
    assert hits == 0
