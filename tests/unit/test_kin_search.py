from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engage_domain.kin_search import Due, Effort, Sought, due, due_on, in_order, newest_first, not_looked

TODAY = date(2026, 11, 23)
BAO = Sought("bao", "m", "Bao", "father", "unknown_search_open", "")


def looked(on: date, source: str = "kin", **more: object) -> Effort:
    return replace(Effort(f"{on}{source}", source, searched_on=on, written_at=f"{on}"), **more)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("efforts", "wanted"),
    [
        ((), Due.NEVER),
        ((looked(date(2026, 9, 24)),), Due.NOTHING),
        ((looked(date(2026, 9, 23)),), Due.STALE),
        ((looked(TODAY, next_on=date(2026, 11, 24)),), Due.NOTHING),
        ((looked(date(2026, 11, 1), next_on=TODAY),), Due.NEXT_STEP),
        ((looked(date(2026, 11, 2)), looked(date(2026, 11, 1), next_on=date(2026, 11, 5))), Due.NOTHING),
        ((Effort("r", "", dv_review="pending", searched_on=TODAY),), Due.NEVER),
    ],
)
def test_a_search_wants_the_worker_after_sixty_days_or_when_its_next_step_is_due(
    efforts: tuple[Effort, ...], wanted: Due
) -> None:
    assert due(replace(BAO, efforts=efforts), TODAY, 60) is wanted


def test_whoever_is_known_wants_no_search() -> None:
    assert due(replace(BAO, whereabouts="known"), TODAY, 60) is Due.NOTHING
    assert due_on(replace(BAO, whereabouts="out_of_state", efforts=(looked(TODAY),)), 60) is None


def test_a_contact_written_down_as_a_search_counts_too() -> None:
    one = replace(BAO, last_contact_search=date(2026, 11, 1))
    assert due(one, TODAY, 60) is Due.NOTHING
    assert due_on(one, 60) == date(2026, 12, 31)


def test_while_the_review_is_open_ways_that_reach_out_rest() -> None:
    paused = replace(BAO, efforts=(looked(TODAY), Effort("r", "", dv_review="paused", written_at="2")))
    assert paused.is_paused
    ideas = {
        idea.source: idea.rests for idea in not_looked(paused, ("kin", "letter", "court_records", "other"))
    }
    assert ideas == {"letter": True, "court_records": False}


def test_of_two_words_about_the_review_the_stricter_holds() -> None:
    paused = Effort("a", "", dv_review="paused", written_at="2026-11-01T10:00:00Z")
    cleared = Effort("b", "", dv_review="cleared", written_at="2026-11-01T11:00:00Z")
    for efforts in ((paused, cleared), (cleared, looked(TODAY), paused)):
        assert replace(BAO, efforts=efforts).review == "paused"
    assert not replace(BAO, efforts=(cleared, looked(TODAY))).is_paused
    assert not replace(BAO, efforts=(looked(TODAY),)).review


def test_those_nobody_can_find_come_first_and_the_latest_search_on_top() -> None:
    known = replace(BAO, person_id="k", whereabouts="known")
    assert [one.person_id for one in in_order((known, BAO))] == ["bao", "k"]
    days = [e.searched_on for e in newest_first((looked(date(2026, 1, 1)), looked(TODAY)))]
    assert days == [TODAY, date(2026, 1, 1)]


def test_somebody_found_is_known_to_be_found_until_the_next_search() -> None:
    found = replace(BAO, efforts=(looked(TODAY, result="found"),))
    assert found.was_found
    assert not replace(BAO, efforts=(looked(TODAY), looked(date(2026, 1, 1), result="found"))).was_found
