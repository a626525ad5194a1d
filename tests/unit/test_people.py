"""Writing down the people of a family, over a real vault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from sqlalchemy import select
from tests.support import families

from engage_desktop.errors import BadInput, NotAllowed, NotFound
from engage_desktop.services import genogram, kin, people, workspace
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import KeepDraft
from engage_desktop.services.genogram import Bond, NewKin
from engage_desktop.services.notes import SetCodes
from engage_desktop.services.plans import EditPlan
from engage_desktop.services.steps import TakeStepBack
from engage_desktop.services.understanding import EditStatement
from engage_desktop.services.workspace import Arranged
from engage_desktop.store.records import insert, member_text, members, update
from engage_desktop.store.tables import records, sync_outbox
from engage_domain.persons import PersonCard, SafeContact

NOTHING_ASKED = SafeContact()


def card(desk: Desk, person_id: str) -> PersonCard:
    return people.FileOf(desk)(person_id).card


def captured(desk: Desk, entity: str) -> int:
    with desk.read() as conn:
        return len(conn.execute(select(sync_outbox.c.oid).where(sync_outbox.c.entity == entity)).all())


def test_children_come_first_then_mothers_and_fathers(desk: Desk) -> None:
    roles = [c.role for c in people.PeopleOf(desk)(families.ALVAREZ).cards]
    assert roles == ["child", "child", "child", "child", "mother", "father", "father", "kin"]


def test_a_person_is_added_with_a_role_in_one_go(desk: Desk) -> None:
    made = genogram.AddKin(desk)(NewKin(families.ALVAREZ, "  Inés ", "Álvarez", role="kin"))
    found = card(desk, made.about)
    assert (found.full_name, found.role, found.from_on) == ("Inés Álvarez", "kin", date(2026, 11, 23))
    assert made.touches("person", "case_member")


def test_a_person_needs_a_name(desk: Desk) -> None:
    with pytest.raises(BadInput) as refused:
        genogram.AddKin(desk)(NewKin(families.ALVAREZ, " ", role="kin"))
    assert (refused.value.field, refused.value.code) == ("first_name", "empty")
    with pytest.raises(BadInput):
        people.EditPerson(desk)(families.ELENA, {"first_name": "", "last_name": ""})
    assert card(desk, families.ELENA).first_name == "Elena"


def test_a_field_is_kept_and_goes_to_the_agency(desk: Desk) -> None:
    before = captured(desk, "person")
    people.EditPerson(desk)(families.ELENA, {"preferred_name": "Nena", "languages": ("es",)})
    found = card(desk, families.ELENA)
    assert (found.short_name, found.full_name, found.languages) == ("Nena", "Nena Alvarez Greene", ("es",))
    assert captured(desk, "person") == before + 1


def test_nobody_is_born_tomorrow(desk: Desk) -> None:
    with pytest.raises(BadInput) as refused:
        people.EditPerson(desk)(families.ELENA, {"birth_date": date(2026, 11, 24)})
    assert refused.value.code == "in_future"


def test_somebody_who_died_keeps_the_age_reached(desk: Desk) -> None:
    with pytest.raises(BadInput, match="not_yet"):
        people.EditPerson(desk)(families.LUCIA, {"deceased_on": date(2026, 11, 24)})
    people.EditPerson(desk)(families.LUCIA, {"deceased_on": date(2024, 1, 1)})
    assert card(desk, families.LUCIA).age == 59


def test_an_age_stands_for_a_birthday_nobody_knows(desk: Desk) -> None:
    people.EstimateAge(desk)(families.BAO, " 41 ")
    assert (card(desk, families.BAO).age, card(desk, families.BAO).birth_estimated) == (41, True)
    with pytest.raises(BadInput, match="not_an_age"):
        people.EstimateAge(desk)(families.BAO, "young")
    people.EstimateAge(desk)(families.BAO, "")
    assert card(desk, families.BAO).age is None


def test_a_known_birthday_replaces_an_estimate(desk: Desk) -> None:
    people.EstimateAge(desk)(families.BAO, "41")
    people.EditPerson(desk)(families.BAO, {"birth_date": date(1984, 2, 1)})
    assert not card(desk, families.BAO).birth_estimated


def test_a_role_cannot_end_before_it_begins(desk: Desk) -> None:
    member = card(desk, families.LUCIA).member_id
    with pytest.raises(BadInput) as refused:
        people.EditMember(desk)(member, {"to_on": date(2026, 1, 1)})
    assert refused.value.code == "before_start"
    people.EditMember(desk)(member, {"to_on": date(2026, 11, 1), "whereabouts": "out_of_state"})
    found = card(desk, families.LUCIA)
    assert (found.to_on, found.whereabouts) == (date(2026, 11, 1), "out_of_state")


def test_fields_that_are_not_meant_to_be_written_are_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        people.EditPerson(desk)(families.ELENA, {"tribe_status": "unknown"})
    with pytest.raises(NotFound):
        people.Remove(desk)("contact", families.FRIDAY_VISIT, "x")


def test_removing_needs_a_reason_and_can_be_undone(desk: Desk) -> None:
    with pytest.raises(BadInput):
        people.Remove(desk)("person", families.LUCIA, " ")
    people.Remove(desk)("person", families.LUCIA, "mistake")
    assert families.LUCIA not in {c.person_id for c in people.PeopleOf(desk)(families.ALVAREZ).cards}
    with pytest.raises(NotFound):
        people.FileOf(desk)(families.LUCIA)
    people.BringBack(desk)("person", families.LUCIA)
    assert card(desk, families.LUCIA).first_name == "Lucía"


def test_an_unsafe_tie_is_protected_from_the_first_moment_and_does_not_show(desk: Desk) -> None:
    bond = Bond("separated", "unsafe")
    ((_, made_id),) = genogram.Connect(desk)(families.ALVAREZ, families.MARISOL, families.DWAYNE, bond).made
    shown = people.FileOf(desk)(families.MARISOL)
    assert made_id not in {tie.relationship_id for tie in shown.ties}
    assert shown.has_protected
    with desk.read() as conn:
        row = conn.execute(
            select(records["relationship"]).where(records["relationship"].c.id == made_id)
        ).one()
    assert row.labels == '["dv_protected"]'
    assert workspace.HeaderOf(desk)(families.ALVAREZ).shield


def test_a_tie_that_becomes_unsafe_goes_under_safety_and_stays_there(desk: Desk) -> None:
    bond = Bond("other", "close")
    ((_, made_id),) = genogram.Connect(desk)(families.ALVAREZ, families.MARISOL, families.LUCIA, bond).made
    genogram.ChangeBond(desk)(made_id, Bond("other", "unsafe"))
    genogram.ChangeBond(desk)(made_id, bond)
    assert made_id not in {t.relationship_id for t in people.FileOf(desk)(families.MARISOL).ties}


def test_taking_it_back_that_a_tie_is_unsafe_does_not_show_it_again(desk: Desk) -> None:
    bond = Bond("other", "close")
    ((_, made_id),) = genogram.Connect(desk)(families.ALVAREZ, families.MARISOL, families.LUCIA, bond).made
    step = genogram.ChangeBond(desk)(made_id, Bond("other", "unsafe"))
    TakeStepBack(desk)(step)
    assert made_id not in {t.relationship_id for t in people.FileOf(desk)(families.MARISOL).ties}
    drawn = genogram.DrawFamily(desk)(genogram.Ask(families.ALVAREZ))
    assert made_id not in {tie.id for tie in drawn.chart.family.ties}


def test_nobody_is_tied_to_themselves(desk: Desk) -> None:
    with pytest.raises(BadInput, match="same_person"):
        genogram.Connect(desk)(families.ALVAREZ, families.ELENA, families.ELENA, Bond("sibling"))


def test_protected_facts_show_as_a_shield_and_nothing_more(desk: Desk) -> None:
    file = people.FileOf(desk)(families.RENEE)
    assert file.has_protected
    assert not file.points
    assert all(tie.other_id != families.CURTIS for tie in file.ties)
    assert workspace.HeaderOf(desk)(families.DOBBS).shield
    assert not workspace.HeaderOf(desk)(families.ALVAREZ).shield


def test_a_withheld_number_is_not_read_out_of_the_store(desk: Desk) -> None:
    made = kin.KeepPoint(desk)(
        families.ALVAREZ,
        families.MARISOL,
        "",
        "phone",
        "555-0199",
        "withheld",
        SafeContact(voicemail_ok=False),
    )
    point = people.FileOf(desk)(families.MARISOL).points[0]
    assert (point.value, point.is_masked, point.safe.voicemail_ok, point.safe.text_ok) == (
        "",
        True,
        False,
        None,
    )
    kin.KeepPoint(desk)(families.ALVAREZ, families.MARISOL, made.made_id, "phone", None, "", NOTHING_ASKED)
    assert people.FileOf(desk)(families.MARISOL).points[0].value == "555-0199"


def test_what_is_safe_stays_unasked_until_somebody_asks(desk: Desk) -> None:
    kin.KeepPoint(desk)(families.ALVAREZ, families.MARISOL, "", "phone", "555-0101", "", NOTHING_ASKED)
    assert people.FileOf(desk)(families.MARISOL).points[0].safe.is_unasked


def test_with_a_substitute_address_no_actual_one_can_be_written(desk: Desk) -> None:
    keep = kin.KeepPoint(desk)
    keep(families.ALVAREZ, families.MARISOL, "", "address", "PO Box 1110", "substitute_acp", NOTHING_ASKED)
    with pytest.raises(NotAllowed, match="I-21"):
        keep(families.ALVAREZ, families.MARISOL, "", "address", "12 Elm Street", "actual", NOTHING_ASKED)
    assert {p.value for p in people.FileOf(desk)(families.MARISOL).points} == {"PO Box 1110"}


def test_a_substitute_address_takes_the_place_of_the_actual_one(desk: Desk) -> None:
    keep = kin.KeepPoint(desk)
    made = keep(families.ALVAREZ, families.MARISOL, "", "address", "12 Elm Street", "actual", NOTHING_ASKED)
    with pytest.raises(NotAllowed):
        keep(
            families.ALVAREZ, families.MARISOL, "", "address", "PO Box 1110", "substitute_acp", NOTHING_ASKED
        )
    kin.PutSubstitute(desk)(families.ALVAREZ, families.MARISOL, "PO Box 1110", NOTHING_ASKED)
    assert [p.value for p in people.FileOf(desk)(families.MARISOL).points] == ["PO Box 1110"]
    point = records["contact_point"]
    with desk.read() as conn:
        assert conn.execute(select(point.c.value).where(point.c.id == made.made_id)).scalar() is None


def test_a_new_placement_ends_the_one_before_on_the_same_day(desk: Desk) -> None:
    kin.AddPlacement(desk)(families.BAPTISTE, families.NOE, "relative", "Aunt Mona", date(2026, 11, 20))
    placements = people.FileOf(desk)(families.NOE).placements
    assert [(p.kind, p.from_on, p.to_on) for p in placements] == [
        ("relative", date(2026, 11, 20), None),
        ("foster", date(2026, 8, 14), date(2026, 11, 20)),
    ]


def test_a_placement_cannot_end_before_it_begins(desk: Desk) -> None:
    placement = people.FileOf(desk)(families.NOE).placements[0]
    with pytest.raises(BadInput, match="before_start"):
        kin.EndStay(desk)("placement", placement.placement_id, date(2026, 8, 1))


def test_somebody_joins_a_household_that_is_named_now(desk: Desk) -> None:
    kin.JoinHousehold(desk)(families.ALVAREZ, families.DWAYNE, "", "Dwayne’s place", date(2026, 10, 1))
    homes = people.FileOf(desk)(families.DWAYNE).homes
    assert [(home.name, home.from_on) for home in homes] == [("Dwayne’s place", date(2026, 10, 1))]
    assert "Dwayne’s place" in {home.name for home in people.PeopleOf(desk)(families.ALVAREZ).households}


def test_typing_that_was_cut_short_comes_back(desk: Desk) -> None:
    KeepDraft(desk)("person", families.ELENA, "gender", families.ALVAREZ, "gir", "")
    assert ("gender", "gir") in people.FileOf(desk)(families.ELENA).drafts


SETS: dict[str, tuple[str, Callable[[Desk, str], object]]] = {
    "person_ids": ("appointment", lambda desk, row_id: workspace.Arrange(desk)(
        families.ALVAREZ, Arranged("home_visit", date(2026, 11, 24), time(9), person_ids=(families.ELENA,)), row_id
    )),
    "focus_children": ("contact", lambda desk, row_id: SetCodes(desk)(row_id, "focus_children", (families.ELENA,))),
    "said_by": ("statement", lambda desk, row_id: EditStatement(desk)(row_id, {"said_by": (families.ELENA,)})),
    "about": ("statement", lambda desk, row_id: EditStatement(desk)(row_id, {"about": (families.ELENA,)})),
    "adult_ids": ("plan", lambda desk, row_id: EditPlan(desk)(row_id, {"adult_ids": (families.ELENA,)})),
}  # fmt: skip


@pytest.mark.parametrize("name", SETS)
def test_whoever_cannot_be_seen_stays_where_somebody_else_is_chosen(desk: Desk, name: str) -> None:
    entity, choose = SETS[name]
    row_id, now = desk.new_id(), desk.now()
    both = member_text((families.MATEO, families.DWAYNE))
    values = {"family_id": families.ALVAREZ, name: both, "status": "draft"}
    with desk.write("person.edit") as conn:
        update(conn, "person", families.DWAYNE, {"labels": member_text(("dv_protected",))})
        insert(conn, entity, row_id, values, by=families.DANA, at=now)
    choose(desk, row_id)
    column = records[entity].c[name]
    with desk.read() as conn:
        kept = conn.execute(select(column).where(records[entity].c.id == row_id)).scalar_one()
    assert set(members(kept)) == {families.ELENA, families.DWAYNE}
