"""Writing down what stands round a family, over a real vault."""

from __future__ import annotations

from datetime import date

import pytest
from tests.support import families
from tests.support.clashes import last_op, newest
from tests.support.supports import LUCIA, SCHOOL, plant_supports

from engage_desktop.errors import BadInput, NotFound
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import KeepDraft, SettleDraft
from engage_desktop.services.people import BringBack, Remove
from engage_desktop.services.steps import TakeStepAgain, TakeStepBack
from engage_desktop.services.supports import (
    AddSupport,
    EditSupport,
    Given,
    PlaceSupports,
    SupportsOf,
)
from engage_desktop.store import records
from engage_desktop.store.people import row_of
from engage_domain.supports import Support, Supports


def known(desk: Desk, family_id: str = families.ALVAREZ) -> Supports:
    return SupportsOf(desk)(family_id)


def one(desk: Desk, support_id: str) -> Support:
    found = known(desk).one(support_id)
    assert found is not None
    return found


@pytest.fixture
def school(desk: Desk) -> str:
    return plant_supports(desk)[SCHOOL]


def test_a_name_is_enough(desk: Desk) -> None:
    made = AddSupport(desk)(families.ALVAREZ, "  The   bakery ")
    assert one(desk, made.about) == Support(made.about, "The bakery")


def test_somebody_of_the_family_needs_no_other_name(desk: Desk) -> None:
    made = AddSupport(desk)(families.ALVAREZ, "", {"person_id": families.LUCIA, "kind": "kin"})
    assert one(desk, made.about).name == "Lucía Álvarez Muñoz"


def test_nothing_at_all_is_not_a_support(desk: Desk, school: str) -> None:
    with pytest.raises(BadInput):
        AddSupport(desk)(families.ALVAREZ, "  ")
    with pytest.raises(BadInput):
        EditSupport(desk)(school, {"name": ""})
    with pytest.raises(BadInput):
        AddSupport(desk)(families.ALVAREZ, "x" * 201)


def test_everything_about_it_is_kept(desk: Desk) -> None:
    said: dict[str, Given] = {
        "kind": "faith", "formal": False, "strength": "strong", "stressful": False, "flow": "to_family", "circle": 2,
        "said_by": (families.MARISOL, families.ELENA), "from_on": date(2025, 5, 1), "to_on": date(2026, 5, 1),
    }  # fmt: skip
    made = AddSupport(desk)(families.ALVAREZ, "St. Mark’s", said)
    found = one(desk, made.about)
    assert (found.kind, found.formal, found.stressful, found.circle) == ("faith", False, False, 2)
    assert found.said_by == tuple(sorted((families.MARISOL, families.ELENA)))
    assert (found.from_on, found.to_on) == (date(2025, 5, 1), date(2026, 5, 1))


@pytest.mark.parametrize(
    "given",
    [{"circle": 5}, {"circle": "2"}, {"stressful": "yes"}, {"said_by": "Marisol"}, {"from_on": "today"}, {"labels": ()}],
)  # fmt: skip
def test_what_cannot_be_is_not_taken(desk: Desk, school: str, given: dict[str, Given]) -> None:
    with pytest.raises(BadInput):
        EditSupport(desk)(school, given)


def test_an_end_lies_after_its_beginning(desk: Desk, school: str) -> None:
    EditSupport(desk)(school, {"from_on": date(2026, 3, 1)})
    with pytest.raises(BadInput) as bad:
        EditSupport(desk)(school, {"to_on": date(2026, 2, 1)})
    assert bad.value.field == "to_on"


def test_a_change_says_how_it_is_undone_and_done_again(desk: Desk, school: str) -> None:
    before = one(desk, school)
    changed = EditSupport(desk)(school, {"circle": 3, "strength": "strong"})
    after = one(desk, school)
    TakeStepBack(desk)(changed)
    assert one(desk, school) == before
    TakeStepAgain(desk)(changed)
    assert one(desk, school) == after


def test_what_somebody_else_changed_since_is_not_undone(desk: Desk, school: str) -> None:
    mine = EditSupport(desk)(school, {"circle": 3})
    EditSupport(desk)(school, {"circle": 1})
    TakeStepBack(desk)(mine)
    assert one(desk, school).circle == 1


def test_what_somebody_kept_under_safety_said_is_not_lost_when_others_are_chosen(
    desk: Desk, school: str
) -> None:
    EditSupport(desk)(school, {"said_by": (families.MARISOL, families.LUCIA)})
    with desk.write("person.edit") as conn:
        hidden = {"labels": records.member_text(("dv_protected",))}
        records.update(conn, "person", families.LUCIA, hidden)
    assert one(desk, school).said_by == (families.MARISOL,)
    EditSupport(desk)(school, {"said_by": (families.ELENA,)})
    with desk.read() as conn:
        assert set(records.members(row_of(conn, "support", school)["said_by"])) == {
            families.ELENA,
            families.LUCIA,
        }


def test_places_are_remembered_and_forgotten(desk: Desk, school: str) -> None:
    PlaceSupports(desk)(families.ALVAREZ, {school: (-40, 300)})
    assert one(desk, school).place == (-40, 300)
    assert last_op(desk)["cmd"] == "support.place"
    PlaceSupports(desk)(families.ALVAREZ, {school: None})
    assert one(desk, school).place is None
    with pytest.raises(BadInput):
        PlaceSupports(desk)(families.ALVAREZ, {school: (10**9, 0)})


def test_dragging_many_is_one_transaction(desk: Desk) -> None:
    made = plant_supports(desk)
    before = newest(desk)
    PlaceSupports(desk)(families.ALVAREZ, dict.fromkeys(made.values(), (1, 2)))
    assert newest(desk) == before + len(made)


def test_what_is_taken_back_can_be_brought_back(desk: Desk, school: str) -> None:
    Remove(desk)("support", school, "mistake")
    assert known(desk).one(school) is None
    BringBack(desk)("support", school)
    assert one(desk, school).name == SCHOOL


def test_a_note_being_written_is_kept_and_settles_as_one_change(desk: Desk, school: str) -> None:
    KeepDraft(desk)("support", school, "note", families.ALVAREZ, "Ms. Park walks him", "")
    assert known(desk).draft(school, "note") == "Ms. Park walks him"
    assert not one(desk, school).note
    SettleDraft(desk)("support", school, "note")
    assert (one(desk, school).note, known(desk).draft(school, "note")) == ("Ms. Park walks him", None)


def test_whatever_is_kept_under_safety_does_not_show(desk: Desk) -> None:
    made = plant_supports(desk)
    hidden = {"labels": records.member_text(("dv_protected",))}
    with desk.write("test") as conn:
        records.update(conn, "support", made[SCHOOL], hidden)
        records.update(conn, "person", families.LUCIA, hidden)
    shown = known(desk)
    assert shown.one(made[SCHOOL]) is None
    assert shown.one(made[LUCIA]) is None
    assert not shown.name_of(families.LUCIA)


def test_who_said_it_is_not_named_when_kept_under_safety(desk: Desk, school: str) -> None:
    with desk.write("test") as conn:
        records.update(
            conn, "person", families.MARISOL, {"hide_from": records.member_text((families.DWAYNE,))}
        )
    assert one(desk, school).said_by == ()


def test_a_family_that_is_gone_says_so(desk: Desk) -> None:
    with pytest.raises(NotFound):
        SupportsOf(desk)("0" * 32)


def test_children_are_known_with_everybody_else(desk: Desk) -> None:
    people = known(desk).people
    assert {p.person_id for p in people if p.is_child} == {
        families.ELENA, families.MATEO, families.LUZ, families.SAM,
    }  # fmt: skip
