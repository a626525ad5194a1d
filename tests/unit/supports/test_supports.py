"""What a support is, and in which order supports stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engage_domain.supports import Somebody, Support, Supports, by_circle, in_order

TODAY = date(2026, 11, 23)
LUCIA = Support("01", "Abuela Lucía", kind="kin", circle=1, flow="both")
SCHOOL = Support("02", "Lincoln Elementary", kind="school", stressful=True, flow="from_family", circle=3)
CHURCH = Support("03", "St. Mark’s", kind="faith", flow="to_family")


def test_people_of_ones_own_come_before_services() -> None:
    assert in_order([SCHOOL, CHURCH, LUCIA]) == (LUCIA, CHURCH, SCHOOL)


def test_a_kind_tells_whether_it_is_a_service_until_somebody_says() -> None:
    assert SCHOOL.is_formal
    assert not CHURCH.is_formal
    assert replace(CHURCH, formal=True).is_formal
    assert not replace(SCHOOL, formal=False).is_formal


def test_what_flows_may_flow_both_ways() -> None:
    assert (LUCIA.gives, LUCIA.takes) == (True, True)
    assert (SCHOOL.gives, SCHOOL.takes) == (False, True)
    assert (Support("04", "x").gives, Support("04", "x").takes) == (False, False)


def test_a_support_is_there_from_its_first_to_its_last_day() -> None:
    summer = replace(CHURCH, from_on=date(2026, 6, 1), to_on=date(2026, 8, 31))
    assert summer.is_there(date(2026, 6, 1))
    assert summer.is_there(date(2026, 8, 31))
    assert not summer.is_there(date(2026, 5, 31))
    assert not summer.is_there(TODAY)
    assert LUCIA.is_there(date(1990, 1, 1))


def test_circles_hold_everybody_once_and_the_unplaced_come_last() -> None:
    found = dict(by_circle([SCHOOL, CHURCH, LUCIA]))
    assert list(found) == [1, 2, 3, 4, 0]
    assert (found[1], found[3], found[0]) == ((LUCIA,), (SCHOOL,), (CHURCH,))


def test_a_child_has_a_map_of_its_own() -> None:
    coach = Support("05", "Coach Bell", about_id="mateo")
    known = Supports("Alvarez", (Somebody("mateo", "Mateo", "Mateo Greene", True),), (LUCIA, coach))
    assert known.about("") == (LUCIA,)
    assert known.about("mateo") == (coach,)
    assert known.name_of("mateo") == "Mateo"
    assert not known.name_of("nobody")


def test_a_map_can_be_looked_at_as_of_a_day() -> None:
    gone = replace(LUCIA, to_on=date(2026, 1, 31))
    known = Supports("Alvarez", (), (gone, SCHOOL))
    assert known.about("", TODAY) == (SCHOOL,)
    assert known.about("", date(2026, 1, 1)) == (gone, SCHOOL)
