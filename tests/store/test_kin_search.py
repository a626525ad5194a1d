"""Searches for kin and a child's years over a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.fakes import FrozenClock
from tests.support import families, roots

from engage_desktop.errors import BadInput
from engage_desktop.services import child_timeline, kin_search
from engage_desktop.services.desk import Desk
from engage_desktop.services.people import BringBack, EditMember, FileOf, PeopleOf, Remove
from engage_desktop.services.today import ReadToday
from engage_desktop.services.workspace import OverviewOf
from engage_desktop.store import records
from engage_domain.child_timeline import ChildYears, Moment
from engage_domain.kin_search import Sought
from engage_domain.today import Need, NeedKind

NGUYEN, BAO = families.NGUYEN, families.BAO
ALVAREZ, MATEO = families.ALVAREZ, families.MATEO


def bao(desk: Desk) -> Sought:
    found = kin_search.SearchOf(desk)(NGUYEN).of(BAO)
    assert found is not None
    return found


def searches_due(desk: Desk) -> list[Need]:
    return [need for need in ReadToday(desk)().needs if need.kind is NeedKind.SEARCH_DUE]


def years(desk: Desk) -> ChildYears:
    return child_timeline.YearsOf(desk)(MATEO)


def moment(desk: Desk, row_id: str) -> Moment:
    return next(one for one in years(desk).moments if one.row_id == row_id)


def test_a_father_nobody_looked_for_wants_the_worker_until_somebody_looks(desk: Desk) -> None:
    assert [(need.subject, need.code, need.row_id) for need in searches_due(desk)] == [("Bao", "never", BAO)]
    kin_search.AddEffort(desk)(NGUYEN, BAO, "kin")
    assert searches_due(desk) == []


def test_after_sixty_days_without_a_search_he_wants_the_worker_again(desk: Desk, monday: FrozenClock) -> None:
    kin_search.AddEffort(desk)(NGUYEN, BAO, "kin")
    monday.advance(60 * 86_400)
    assert "Bao" not in [need.subject for need in searches_due(desk)]
    monday.advance(86_400)
    found = [need for need in searches_due(desk) if need.subject == "Bao"]
    assert [(need.code, need.due) for need in found] == [("stale", date(2027, 1, 22))]


def test_a_next_step_whose_day_has_come_is_told_in_its_words(desk: Desk) -> None:
    made = kin_search.AddEffort(desk)(NGUYEN, BAO, "kin").made_id
    kin_search.EditEffort(desk)(made, {"next_step": "Call Linh", "next_on": date(2026, 11, 22)})
    assert [(need.code, need.who) for need in searches_due(desk)] == [("next_step", "Call Linh")]


def test_whoever_is_found_wants_no_search(desk: Desk) -> None:
    EditMember(desk)(bao(desk).member_id, {"whereabouts": "known"})
    assert searches_due(desk) == []


def test_a_search_says_who_looked_where_and_when(desk: Desk) -> None:
    roots.plant_search(desk)
    newest = bao(desk).efforts[0]
    assert (newest.source, newest.searched_by, newest.searched_on) == (
        "kin",
        "Dana Whitfield",
        date(2026, 10, 28),
    )
    parent = next(p for p in OverviewOf(desk)(NGUYEN).parents if p.person_id == BAO)
    assert parent.last_search == date(2026, 10, 28)


def test_a_protected_search_is_on_no_general_screen(desk: Desk) -> None:
    made = kin_search.AddEffort(desk)(NGUYEN, BAO, "kin").made_id
    with desk.write("search_effort.edit") as conn:
        records.update(conn, "search_effort", made, {"labels": records.member_text(("dv_protected",))})
    assert bao(desk).efforts == ()


def test_the_safety_review_pauses_and_clears_in_one_row(desk: Desk) -> None:
    review = kin_search.SetReview(desk)
    review(NGUYEN, BAO, "pending")
    assert bao(desk).is_paused
    assert [need.status for need in searches_due(desk)] == ["pending"]
    kin_search.AddEffort(desk)(NGUYEN, BAO, "court_records")
    review(NGUYEN, BAO, "cleared")
    assert not bao(desk).is_paused
    assert len([e for e in bao(desk).efforts if e.dv_review]) == 1


def test_a_review_paused_on_another_laptop_rests_until_somebody_clears_it_for_both(desk: Desk) -> None:
    kin_search.SetReview(desk)(NGUYEN, BAO, "cleared")
    with desk.write("search_effort.review") as conn:  # the other laptop's row, which came meanwhile
        values = {"family_id": NGUYEN, "person_id": BAO, "dv_review": "paused"}
        records.insert(conn, "search_effort", desk.new_id(), values, by=desk.me.user_id, at=desk.now())
    assert bao(desk).is_paused
    kin_search.SetReview(desk)(NGUYEN, BAO, "cleared")
    assert not bao(desk).is_paused


def test_a_search_is_taken_back_and_comes_back(desk: Desk) -> None:
    made = kin_search.AddEffort(desk)(NGUYEN, BAO, "kin").made_id
    Remove(desk)("search_effort", made, "mistake")
    assert bao(desk).efforts == ()
    BringBack(desk)("search_effort", made)
    assert [effort.effort_id for effort in bao(desk).efforts] == [made]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"searched_on": date(2026, 11, 24)}, "not_yet"),
        ({"found": "x" * 5000}, "too_long"),
        ({"labels": "x"}, ""),
    ],
)
def test_what_cannot_be_taken_is_refused(desk: Desk, given: dict[str, date | str], code: str) -> None:
    made = kin_search.AddEffort(desk)(NGUYEN, BAO, "kin").made_id
    with pytest.raises(BadInput) as refused:
        kin_search.EditEffort(desk)(made, given)
    assert not code or refused.value.code == code


def test_a_childs_years_are_told_from_every_record(desk: Desk) -> None:
    roots.plant_years(desk)
    found = years(desk)
    assert [one.entity for one in found.moments if one.lane == "home"] == [
        "timeline_entry", "timeline_entry", "placement", "household_member", "timeline_entry",
    ]  # fmt: skip
    assert (found.facts.homes, found.facts.moves, found.facts.schools) == (5, 3, 2)
    assert {"Walter Greene", "Ms. Park", "Coach Bell", "Aunt Ruth"} == {
        one.name for one in found.people if not one.person_id
    }
    assert {families.MARISOL, families.LUCIA} <= {one.person_id for one in found.people}


def test_days_are_kept_as_people_remember_them(desk: Desk) -> None:
    made = child_timeline.AddMoment(desk)(ALVAREZ, MATEO, "home").made_id
    edit = child_timeline.EditMoment(desk)
    edit(made, {"what": "Shelter", "from_on": "summer 2021", "to_on": "2022"})
    one = moment(desk, made)
    assert (one.from_on, one.to_on, one.roughly) == (date(2021, 6, 21), date(2022, 1, 1), True)
    edit(made, {"to_on": "3/14/2022"})
    assert moment(desk, made).roughly
    edit(made, {"from_on": "7/1/2021"})
    assert not moment(desk, made).roughly
    edit(made, {"to_on": ""})
    assert moment(desk, made).goes_on


@pytest.mark.parametrize(("typed", "code"), [("soon", "not_a_date"), ("2019", "before_start")])
def test_a_day_that_cannot_be_is_refused(desk: Desk, typed: str, code: str) -> None:
    made = child_timeline.AddMoment(desk)(ALVAREZ, MATEO, "home").made_id
    child_timeline.EditMoment(desk)(made, {"from_on": "summer 2021"})
    with pytest.raises(BadInput) as refused:
        child_timeline.EditMoment(desk)(made, {"to_on": typed})
    assert refused.value.code == code


def test_an_end_within_the_rough_beginning_is_possible(desk: Desk) -> None:
    made = child_timeline.AddMoment(desk)(ALVAREZ, MATEO, "home").made_id
    child_timeline.EditMoment(desk)(made, {"from_on": "summer 2021", "to_on": "2021"})
    assert moment(desk, made).to_on == date(2021, 1, 1)


def test_whoever_was_taken_back_is_there_again_in_the_years_after_coming_back(desk: Desk) -> None:
    made = child_timeline.AddMoment(desk)(ALVAREZ, MATEO, "home").made_id
    edit = child_timeline.EditMoment(desk)
    edit(made, {"with_ids": (families.LUCIA, families.MARISOL)})
    Remove(desk)("person", families.LUCIA, "mistake")
    edit(made, {"with_ids": (families.ELENA,)})
    assert moment(desk, made).with_ids == (families.ELENA,)
    BringBack(desk)("person", families.LUCIA)
    assert set(moment(desk, made).with_ids) == {families.ELENA, families.LUCIA}


def test_somebody_from_the_years_is_written_down_and_looked_for(desk: Desk) -> None:
    roots.plant_years(desk)
    made = child_timeline.AddFromTimeline(desk)(ALVAREZ, MATEO, "Aunt Ruth", looked_for=True).made_id
    card = FileOf(desk)(made).card
    assert (card.first_name, card.last_name, card.role) == ("Aunt", "Ruth", "kin")
    assert made in {one.person_id for one in kin_search.SearchOf(desk)(ALVAREZ).people}
    assert [one.person_id for one in years(desk).people if one.name == "Aunt Ruth"] == [made]
    Remove(desk)("person", made, "taken_back")
    assert [one.person_id for one in years(desk).people if one.name == "Aunt Ruth"] == [""]


def test_a_protected_placement_is_in_nobodys_years(desk: Desk) -> None:
    roots.plant_years(desk)
    placed = next(one for one in years(desk).moments if one.entity == "placement")
    with desk.write("placement.edit") as conn:
        records.update(conn, "placement", placed.row_id, {"labels": records.member_text(("dv_protected",))})
    assert placed.row_id not in {one.row_id for one in years(desk).moments}


def test_both_laptops_searches_stand_side_by_side(desk: Desk) -> None:
    """Two who look at the same time write two rows: nothing is lost, the newest stands on top."""
    kin_search.AddEffort(desk)(NGUYEN, BAO, "kin")
    other = replace(desk, me=replace(desk.me, user_id=families.PRIYA))
    kin_search.AddEffort(other)(NGUYEN, BAO, "court_records")
    assert {effort.searched_by for effort in bao(desk).efforts} == {"Dana Whitfield", "Priya Raman"}
    assert len(PeopleOf(desk)(NGUYEN).cards) == 5
