"""What belongs to understanding, plan and solutions is called by its words in the sync centre; protected things never are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from tests.support import families
from tests.support.clashes import clash, newest, sent
from tests.support.entity_values import ENTITIES, fields
from tests.support.workspaces import Room

from engage_desktop.services import conflicts, sync_centre
from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.text import Text
from engage_desktop.views.sync_centre.family_words import FamilyWords
from engage_desktop.views.sync_centre.view import SyncCentreView
from engage_desktop.views.sync_centre.words_flow import WordsFlow
from engage_domain.conflicts import Piece
from engage_wire.registry import Doc, Policy

MATEO: Doc = {"person_id": families.MATEO}
WRITTEN: tuple[tuple[str, Doc, str], ...] = (
    ("statement", {"kind": "worry", "text": "The bus comes too early"}, "Worry: The bus comes too early"),
    ("scale_answer", MATEO | {"question": "safe", "value": 6}, "A number on the scale: Mateo"),
    ("support", {"kind": "faith", "name": "St. Mark’s"}, "Support: St. Mark’s"),
    ("timeline_entry", MATEO | {"kind": "home", "what": "With Lucía"}, "In a child’s life: Mateo, With Lucía"),
    ("search_effort", {"person_id": families.ANDRE, "source": "phone"}, "Search: Andre"),
    ("plan", {"kind": "safety", "status": "draft"}, "Safety plan"),
    ("plan", {"kind": "service", "for_person_id": families.MARISOL}, "Family plan: Marisol"),
    ("service_referral", {"what": "Rides on Thursdays"}, "Service: Rides on Thursdays"),
    ("attachment", {"kind": "ink", "name": "Our house"}, "Ink: Our house"),
)  # fmt: skip


def write(desk: Desk, entity: str, values: Doc) -> str:
    row_id = desk.new_id()
    with desk.write(f"{entity}.add") as conn:
        own: Doc = {"family_id": families.ALVAREZ, **values}
        records.insert(conn, entity, row_id, own, by=families.DANA, at=desk.now())
    return row_id


def pieces(desk: Desk) -> dict[tuple[str, str], Piece]:
    return {(item.piece.kind, item.piece.row_id): item.piece for item in sync_centre.AllMyWork(desk)()}


def says(page: SyncCentreView) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


@pytest.mark.parametrize(("entity", "values", "called"), WRITTEN)
def test_a_piece_is_called_by_its_words(
    room: Room, desk: Desk, entity: str, values: Doc, called: str
) -> None:
    row_id = write(desk, entity, values)
    assert room.sync()._told.piece(pieces(desk)[entity, row_id]) == called


def test_a_goal_is_called_by_the_familys_words_or_else_the_agencys(room: Room, desk: Desk) -> None:
    plan = write(desk, "plan", {"kind": "service"})
    goal = write(desk, "goal", {"plan_id": plan, "words": "One house", "agency_words": "Stable housing"})
    told = room.sync()._told
    assert told.piece(pieces(desk)["goal", goal]) == "Goal: One house"
    other = write(desk, "goal", {"plan_id": plan, "agency_words": "Stable housing"})
    assert told.piece(pieces(desk)["goal", other]) == "Goal: Stable housing"


def test_what_somebody_says_to_a_plan_is_part_of_the_plan(desk: Desk) -> None:
    plan = write(desk, "plan", {"kind": "service"})
    write(desk, "plan_position", {"plan_id": plan, "person_id": families.MARISOL, "position": "agree"})
    assert ("plan", plan) in pieces(desk)
    assert not [kind for kind, _ in pieces(desk) if kind == "plan_position"]


def test_a_childs_own_words_are_never_named(room: Room, desk: Desk) -> None:
    areas = write(desk, "child_areas", MATEO)
    words: Doc = {"areas_id": areas, "area": "worries", "text": "When they shout"}
    write(desk, "child_words", words)
    piece = pieces(desk)["child_areas", areas]
    assert (piece.is_protected, piece.words) == (True, "")
    page = room.sync()
    assert page._told.piece(piece) == "Something kept under Safety"
    assert "shout" not in " ".join(says(page))


@pytest.mark.parametrize(("entity", "values", "_called"), WRITTEN)
def test_what_is_kept_under_safety_is_never_named(desk: Desk, entity: str, values: Doc, _called: str) -> None:
    hidden: Doc = {"labels": records.member_text(("dv_protected",))}
    row_id = write(desk, entity, values | hidden)
    piece = pieces(desk)[entity, row_id]
    assert (piece.is_protected, piece.words, piece.codes) == (True, "", ())


def test_somebody_kept_under_safety_does_not_name_what_is_about_them(desk: Desk) -> None:
    row_id = write(desk, "scale_answer", MATEO | {"question": "safe", "value": 6})
    with desk.write("test") as conn:
        records.update(conn, "person", families.MATEO, {"labels": records.member_text(("dv_protected",))})
    assert not pieces(desk)["scale_answer", row_id].words


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_field_that_may_have_two_versions_has_a_name(room: Room, entity: str) -> None:
    known = room.sync()._told
    names = FamilyWords(QObject()).fields() | known._fields()
    asked = [f.name for f in fields(entity) if f.policy is not Policy.QUIET and f.policy is not Policy.ONCE]
    assert [name for name in asked if not names.get(name)] == []


def test_two_versions_of_a_childs_words_are_covered_until_one_is_alone(room: Room, desk: Desk) -> None:
    areas = write(desk, "child_areas", MATEO)
    words = write(desk, "child_words", {"areas_id": areas, "area": "worries", "text": "When they shout"})
    conflict = clash(desk, "child_words", words, {"text": "amber"}, {"text": "birch"}, kind="text_overlap")
    page = room.sync()
    page.open_conflict(conflict)
    room.settle()
    assert "Two versions of one child’s words" in says(page)
    assert not page.findChildren(WordsFlow)
    assert audit(page) == []


def test_two_versions_name_the_goal_they_point_to(room: Room, desk: Desk) -> None:
    plan = write(desk, "plan", {"kind": "service"})
    goals = [
        write(desk, "goal", {"plan_id": plan, "words": words}) for words in ("One house", "Good mornings")
    ]
    step = write(desk, "action_step", {"what": "Call the school", "goal_id": goals[0]})
    clash(desk, "action_step", step, {"goal_id": goals[0]}, {"goal_id": goals[1]})
    found = next(c for c in conflicts.AllConflicts(desk)().open if c.row_id == step)
    told = room.sync()._told
    assert (told.text(found, "theirs"), told.text(found, "mine")) == ("One house", "Good mornings")


def test_an_id_is_never_shown_as_it_is(room: Room, desk: Desk) -> None:
    step = write(desk, "action_step", {"what": "Call the school"})
    clash(desk, "action_step", step, {"plan_id": "a" * 32}, {"plan_id": "b" * 32})
    found = next(c for c in conflicts.AllConflicts(desk)().open if c.row_id == step)
    assert room.sync()._told.text(found, "mine") == "something written elsewhere"


@pytest.mark.parametrize(
    ("entity", "values", "why"),
    [
        ("plan", {"kind": "safety", "status": "offered"}, "A safety plan that is offered needs a last day."),
        ("scale_answer", MATEO | {"value": 11}, "A number on the scale lies between 0 and 10."),
        (
            "action_step",
            {"what": "Call", "who_person_id": families.MARISOL, "who_user_id": families.DANA},
            "One person answers for a step: somebody of the family or one of us.",
        ),
    ],
)
def test_why_the_agency_could_not_take_something_is_said(
    room: Room, desk: Desk, entity: str, values: Doc, why: str
) -> None:
    since = newest(desk)
    row_id = write(desk, entity, values)
    sent(desk, "parked:invalid", since=since)
    page = room.sync()
    assert why in says(page)
    clash(desk, entity, row_id, {}, values, kind="invalid", winner="incoming")
    found = next(c for c in conflicts.AllConflicts(desk)().open if c.row_id == row_id)
    page.open_conflict(found.conflict_id)
    room.settle()
    assert why in says(page)
    assert audit(page) == []
