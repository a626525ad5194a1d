from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from engage_domain.child_timeline import (
    Facts,
    Lane,
    Moment,
    along_the_way,
    facts,
    in_order,
    only_named,
    rows,
    ticks,
)

TODAY = date(2026, 11, 23)
MOTHERS = Moment(
    "household_member", "h1", "home", "Marisol’s home", from_on=date(2018, 5, 1), household_id="m"
)
LUCIAS = Moment("placement", "p1", "home", "Lucía", from_on=date(2024, 3, 2), to_on=date(2024, 9, 1))
BACK = Moment("household_member", "h2", "home", "Marisol’s home", from_on=date(2024, 9, 1), household_id="m")
SCHOOL = Moment(
    "timeline_entry", "t1", "school", "Lincoln Elementary", from_on=date(2023, 1, 1), roughly=True
)
LEFT = Moment(
    "timeline_entry", "t2", "separation", "Andre moved to Ohio", with_whom="Andre Greene, Coach Bell"
)


def test_homes_moves_and_schools_are_counted_as_they_are() -> None:
    assert facts((MOTHERS, LUCIAS, BACK, SCHOOL, LEFT)) == Facts(2, 2, 1, 1, 0)


def test_a_placement_told_as_a_home_too_is_one_stay() -> None:
    told_twice = replace(LUCIAS, household_id="m")
    assert facts((MOTHERS, told_twice)) == Facts(1, 0, 0, 0, 0)


def test_a_home_without_a_day_is_no_move_but_is_told() -> None:
    assert facts((MOTHERS, replace(LUCIAS, from_on=None))) == Facts(2, 0, 0, 0, 1)


def test_everything_stands_on_one_of_four_lines() -> None:
    assert [one.lane for one in (MOTHERS, SCHOOL, LEFT)] == [Lane.HOME, Lane.SCHOOL, Lane.EVENTS]
    assert replace(LEFT, kind="person").lane is Lane.PEOPLE


def test_a_stay_without_an_end_goes_on_and_a_rough_one_lasts_to_the_end_of_what_is_known() -> None:
    assert MOTHERS.ends(TODAY) == TODAY
    assert replace(SCHOOL, to_on=date(2024, 1, 1)).ends(TODAY) == date(2024, 12, 31)
    assert LEFT.ends(TODAY) is None
    assert replace(LEFT, from_on=date(2020, 6, 21), roughly=True).ends(TODAY) == date(2020, 9, 20)


def test_years_run_from_birth_to_today_with_the_age_reached() -> None:
    years = ticks((MOTHERS,), date(2018, 2, 11), TODAY)
    assert [(t.on.year, t.age) for t in years][:2] == [(2018, 0), (2019, 1)]
    assert years[-1].on.year == 2027
    assert {t.age for t in ticks((SCHOOL,), None, TODAY)} == {None}


def test_the_years_end_with_the_calendar() -> None:
    beyond = replace(SCHOOL, to_on=date.max)
    assert ticks((beyond,), None, TODAY)[-1].on.year == date.max.year


def test_people_along_the_way_are_named_once_and_known_ones_are_known() -> None:
    met = along_the_way(
        (LEFT, replace(SCHOOL, with_ids=("a", "kid"))), {"a": "Andre Greene", "kid": "Mateo"}, {}, "kid"
    )
    assert [(one.name, one.person_id) for one in met] == [("Andre Greene", "a"), ("Coach Bell", "")]


def test_a_first_name_that_only_one_has_is_enough() -> None:
    one = replace(LEFT, with_whom="Andre, Ruth")
    names = {"a": "Andre Greene", "r": "Ruth Reed", "s": "Ruth Greene"}
    met = along_the_way((one,), names, {"a": "out_of_state"}, "kid")
    assert [(m.name, m.person_id, m.whereabouts) for m in met] == [
        ("Andre Greene", "a", "out_of_state"),
        ("Ruth", "", ""),
    ]


def test_whoever_is_a_person_of_the_family_is_not_named_twice() -> None:
    assert only_named(replace(LEFT, with_names=("andre greene",))) == ("Coach Bell",)


def test_what_has_no_day_stands_last() -> None:
    assert [one.row_id for one in in_order((LEFT, BACK, MOTHERS))] == ["h1", "h2", "t2"]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 80)), max_size=60))
def test_nothing_in_a_lane_lies_over_anything_else(drawn: list[tuple[int, int]]) -> None:
    spans = sorted((float(start), float(start + length)) for start, length in drawn)
    placed = rows(spans)
    for n, (one, row) in enumerate(zip(spans, placed, strict=True)):
        for other, other_row in list(zip(spans, placed, strict=True))[:n]:
            assert row != other_row or other[1] <= one[0]
