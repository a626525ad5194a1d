"""Everything that happened stands in one line, on its day, and nothing that is kept under Safety."""

from __future__ import annotations

from datetime import date

import pytest
from tests.support import families, storied
from tests.support.planting import key

from engage_desktop.services import story
from engage_desktop.services.desk import Desk
from engage_desktop.services.kin_search import SetReview
from engage_desktop.store import records
from engage_desktop.views.family.story_leads import Lead, lead_of
from engage_domain.story import StoryEntry, StoryFilter, StoryGroup, StoryKind, groups_of


@pytest.fixture
def told(desk: Desk) -> Desk:
    storied.tell_more(desk)
    return desk


def entries(desk: Desk, wanted: StoryFilter | None = None) -> dict[tuple[str, str], StoryEntry]:
    keys = story.StoryKeys(desk)(families.ALVAREZ, wanted or StoryFilter())
    return {(e.row_id, e.event): e for e in story.StoryPage(desk)(families.ALVAREZ, keys)}


def days(desk: Desk, wanted: StoryFilter | None = None) -> dict[tuple[str, str], date]:
    return {
        (k.row_id, k.event): k.on for k in story.StoryKeys(desk)(families.ALVAREZ, wanted or StoryFilter())
    }


@pytest.mark.parametrize(
    ("row_id", "event", "on"),
    [
        (storied.STATEMENT, "", date(2026, 11, 10)),
        (storied.SCALE, "", date(2026, 11, 9)),
        (storied.PLAN, "", date(2026, 11, 5)),
        (storied.POSITION, "", date(2026, 11, 6)),
        (storied.GOAL, "", date(2026, 11, 18)),
        (storied.SERVICE, "asked", date(2026, 10, 30)),
        (storied.SERVICE, "started", date(2026, 11, 12)),
        (storied.LIFE, "", date(2022, 9, 1)),
        (storied.SEARCH, "", date(2026, 11, 3)),
        (storied.PAPER, "", date(2026, 11, 20)),
    ],
)
def test_everything_stands_on_its_day(told: Desk, row_id: str, event: str, on: date) -> None:
    assert days(told)[row_id, event] == on
    assert (row_id, event) in entries(told)


def test_what_did_not_happen_to_a_service_is_no_entry(told: Desk) -> None:
    assert (storied.SERVICE, "ended") not in days(told)


def test_a_safety_review_is_told_nowhere_as_a_search(told: Desk) -> None:
    before = days(told)
    SetReview(told)(families.ALVAREZ, families.MARISOL, "pending")
    assert days(told) == before


def test_words_kept_under_safety_are_not_in_it(told: Desk) -> None:
    assert (storied.HIDDEN, "") not in days(told)
    assert all("corner" not in entry.words for entry in entries(told).values())


def test_what_is_about_somebody_kept_under_safety_is_not_in_it(told: Desk) -> None:
    with told.write("person.hide") as conn:
        records.update(conn, "person", families.DWAYNE, {"labels": '["dv_protected"]'})
    assert (storied.SEARCH, "") not in days(told)


def test_a_plan_that_is_still_being_written_is_nobodys_story(told: Desk) -> None:
    with told.write("plan.draft") as conn:
        records.update(conn, "plan", storied.PLAN, {"offered_at": None, "status": "draft"})
    assert (storied.PLAN, "") not in days(told)


def test_the_court_date_is_there_but_not_when_one_looks_for_a_person(told: Desk) -> None:
    with told.write("case.court") as conn:
        values = {"family_id": families.ALVAREZ, "next_court_on": "2026-12-01", "opened_on": "2026-01-01"}
        records.insert(
            conn, "case_period", key("case_period", "court"), values, by=families.DANA, at=told.now()
        )
    assert days(told)[key("case_period", "court"), ""] == date(2026, 12, 1)
    mine = days(told, StoryFilter(person_id=families.MARISOL))
    assert (key("case_period", "court"), "") not in mine


def test_one_person_has_their_own_story(told: Desk) -> None:
    mine = set(days(told, StoryFilter(person_id=families.MARISOL)))
    ours = {storied.STATEMENT, storied.SCALE, storied.PLAN, storied.POSITION, storied.GOAL, storied.SERVICE}
    assert ours <= {row_id for row_id, _event in mine}
    assert not {storied.LIFE, storied.SEARCH, storied.PAPER} & {row_id for row_id, _event in mine}


def test_an_element_gathers_what_belongs_to_it(told: Desk) -> None:
    def kinds(element: str) -> set[StoryKind]:
        return {e.kind for e in entries(told, StoryFilter(element=element)).values()}

    assert {StoryKind.STATEMENT, StoryKind.SCALE, StoryKind.SEARCH} <= kinds("understand")
    assert {StoryKind.PLAN, StoryKind.POSITION, StoryKind.GOAL} <= kinds("plan")
    assert StoryKind.SERVICE in kinds("solutions")
    assert StoryKind.PLAN not in kinds("solutions")


def test_each_group_finds_its_kinds_and_only_those(told: Desk) -> None:
    there = groups_of(story.StoryKeys(told)(families.ALVAREZ, StoryFilter()))
    assert {StoryGroup.WORDS, StoryGroup.PLANS, StoryGroup.SERVICES, StoryGroup.PAPERS} <= there
    for group in there:
        found = {e.kind for e in entries(told, StoryFilter(kinds=group.kinds)).values()}
        assert found
        assert found <= group.kinds
    assert {kind for group in StoryGroup for kind in group.kinds} == set(StoryKind)


def test_entries_lead_to_their_place_and_never_nowhere(told: Desk) -> None:
    found = entries(told)
    plan, search = found[storied.PLAN, ""], found[storied.SEARCH, ""]
    assert lead_of(plan, {"plan"}) == Lead("plan", storied.PLAN)
    assert lead_of(found[storied.GOAL, ""], {"plan"}) == Lead("plan", storied.PLAN)
    assert lead_of(plan, {"overview"}) is None
    assert lead_of(search, {"overview"}) == Lead("person", families.DWAYNE)
    assert lead_of(search, {"people"}) == Lead("people.search", families.DWAYNE)
    assert lead_of(found[storied.LIFE, ""], {"people"}) == Lead("people.years", families.ELENA)
    visit = next(e for e in found.values() if e.kind is StoryKind.CONTACT)
    assert lead_of(visit, ()) == Lead("note", visit.row_id)
