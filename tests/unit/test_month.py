"""A month of visits is counted as the statute and the agency count it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engage_desktop.store.policy import built_in
from engage_domain.month import (
    Child,
    Meeting,
    Month,
    Parent,
    Stay,
    Tile,
    Took,
    both_parents_contacted,
    child_month,
    reached,
    tally,
    wants_time_alone,
)

NOVEMBER = Month(2026, 11)
COUNTING = built_in().counting
MATEO = Child("mateo")
VISIT = Meeting(
    "c1",
    "f1",
    date(2026, 11, 12),
    "face_to_face",
    location="child_residence",
    worker_role="caseworker",
    focus=frozenset({"mateo"}),
    people=(Took("mateo", "present", "yes"),),
)


def tile(*meetings: Meeting, child: Child = MATEO) -> Tile:
    return child_month(child, NOVEMBER, meetings, COUNTING).tile


def test_a_child_seen_where_it_lives_is_seen() -> None:
    assert tile(VISIT) is Tile.SEEN


def test_a_child_seen_at_school_is_seen_elsewhere() -> None:
    assert tile(replace(VISIT, location="school")) is Tile.AWAY


def test_nobody_visited_means_due() -> None:
    assert tile() is Tile.DUE


@pytest.mark.parametrize("method", ["phone", "video", "text", "email", "letter", "attempted_face_to_face"])
def test_only_a_visit_in_person_counts(method: str) -> None:
    assert tile(replace(VISIT, method=method)) is Tile.DUE


def test_an_attempt_never_counts() -> None:
    assert tile(replace(VISIT, attempted=True)) is Tile.DUE


def test_a_visit_by_somebody_who_does_not_qualify_does_not_count() -> None:
    assert tile(replace(VISIT, worker_role="facilitator")) is Tile.DUE
    assert tile(replace(VISIT, worker_role="")) is Tile.DUE


@pytest.mark.parametrize("presence", ["absent", "refused", ""])
def test_a_child_who_was_not_there_was_not_seen(presence: str) -> None:
    assert tile(replace(VISIT, people=(Took("mateo", presence),))) is Tile.DUE


def test_a_child_who_left_early_was_seen() -> None:
    assert tile(replace(VISIT, people=(Took("mateo", "left"),))) is Tile.SEEN


def test_a_visit_of_another_month_does_not_count() -> None:
    assert tile(replace(VISIT, day=date(2026, 10, 31))) is Tile.DUE
    assert tile(replace(VISIT, day=date(2026, 12, 1))) is Tile.DUE


def test_one_visit_in_the_residence_outweighs_later_ones_elsewhere() -> None:
    assert tile(VISIT, replace(VISIT, day=date(2026, 11, 20), location="school")) is Tile.SEEN


def test_a_relatives_home_is_the_residence_of_a_child_placed_with_relatives() -> None:
    at_grandmas = replace(VISIT, location="relative_home")
    with_kin = Child("mateo", (Stay("relative", date(2026, 3, 1)),))
    assert tile(at_grandmas) is Tile.AWAY
    assert tile(at_grandmas, child=with_kin) is Tile.SEEN


def test_the_placement_in_force_on_the_day_of_the_visit_decides() -> None:
    moved = Child(
        "mateo",
        (Stay("relative", date(2026, 3, 1), date(2026, 11, 10)), Stay("foster", date(2026, 11, 11))),
    )
    at_grandmas = replace(VISIT, location="relative_home")
    assert tile(replace(at_grandmas, day=date(2026, 11, 10)), child=moved) is Tile.SEEN
    assert tile(replace(at_grandmas, day=date(2026, 11, 11)), child=moved) is Tile.AWAY


def test_of_overlapping_placements_the_one_begun_last_is_in_force() -> None:
    child = Child("mateo", (Stay("relative", date(2026, 3, 1)), Stay("foster", date(2026, 11, 1))))
    assert child.placement_on(date(2026, 11, 12)) == "foster"
    assert child.placement_on(date(2026, 10, 12)) == "relative"
    assert child.placement_on(date(2026, 1, 1)) is None


def test_a_parents_home_is_no_residence_for_a_child_in_foster_care() -> None:
    fostered = Child("mateo", (Stay("foster", date(2026, 3, 1)),))
    assert tile(replace(VISIT, location="parent_home"), child=fostered) is Tile.AWAY


def test_a_missed_visit_keeps_its_reason() -> None:
    missed = replace(
        VISIT,
        attempted=True,
        missed_reason="child_away",
        missed_note="at camp",
        people=(Took("mateo", "absent"),),
    )
    found = child_month(MATEO, NOVEMBER, (missed,), COUNTING)
    assert (found.tile, found.reason, found.reason_note) == (Tile.MISSED, "child_away", "at camp")


def test_a_visit_after_a_missed_one_counts() -> None:
    missed = replace(VISIT, missed_reason="illness", people=(Took("mateo", "absent"),))
    assert tile(missed, replace(VISIT, day=date(2026, 11, 20))) is Tile.SEEN


def test_a_missed_visit_to_somebody_else_says_nothing_about_this_child() -> None:
    other = replace(VISIT, missed_reason="illness", focus=frozenset({"elena"}), people=())
    assert tile(other) is Tile.DUE


def test_a_protected_visit_counts_and_does_not_say_where() -> None:
    found = child_month(MATEO, NOVEMBER, (replace(VISIT, location="school", is_hidden=True),), COUNTING)
    assert (found.tile, found.location) == (Tile.AWAY, "")


def test_seen_alone_once_in_the_month_is_seen_alone() -> None:
    not_alone = replace(VISIT, day=date(2026, 11, 20), people=(Took("mateo", "present", "no"),))
    assert child_month(MATEO, NOVEMBER, (VISIT, not_alone), COUNTING).seen_alone == "yes"
    only = child_month(MATEO, NOVEMBER, (not_alone,), COUNTING)
    assert only.seen_alone == "no"
    assert wants_time_alone(only, 8)


def test_a_baby_is_not_asked_to_talk_alone() -> None:
    due = child_month(MATEO, NOVEMBER, (), COUNTING)
    assert wants_time_alone(due, 8)
    assert wants_time_alone(due, None)
    assert not wants_time_alone(due, 1)


def test_days_left_count_from_tomorrow() -> None:
    assert NOVEMBER.days_left(date(2026, 11, 23)) == 7
    assert NOVEMBER.days_left(date(2026, 12, 2)) == 0
    assert Month(2028, 2).last == date(2028, 2, 29)


CALL = Meeting("c2", "f1", date(2026, 11, 3), "phone", people=(Took("mother", "present"),))
MOTHER = Parent("mother", frozenset({"mateo"}))
FATHER = Parent("father", frozenset({"mateo"}))


def test_a_parent_is_reached_when_both_could_speak() -> None:
    assert reached("mother", NOVEMBER, [CALL])
    assert not reached("mother", NOVEMBER, [replace(CALL, method="letter")])
    assert not reached("mother", NOVEMBER, [replace(CALL, attempted=True)])
    assert not reached("mother", NOVEMBER, [replace(CALL, people=(Took("mother", "refused"),))])


def test_both_parents_count_only_when_each_was_reached() -> None:
    both = (MOTHER, FATHER)
    assert not both_parents_contacted("mateo", both, NOVEMBER, [CALL])
    other = replace(CALL, people=(Took("father", "present"),))
    assert both_parents_contacted("mateo", both, NOVEMBER, [CALL, other])


def test_an_excused_parent_is_not_waited_for() -> None:
    excused = replace(FATHER, excused=True)
    assert both_parents_contacted("mateo", (MOTHER, excused), NOVEMBER, [CALL])
    assert not both_parents_contacted("mateo", (replace(MOTHER, excused=True), excused), NOVEMBER, [CALL])


def test_a_parent_nobody_wrote_down_is_a_gap() -> None:
    assert not both_parents_contacted("mateo", (MOTHER,), NOVEMBER, [CALL])


def test_the_tally_counts_children() -> None:
    months = [
        child_month(MATEO, NOVEMBER, (VISIT,), COUNTING),
        child_month(Child("sam"), NOVEMBER, (), COUNTING),
    ]
    found = tally(months, {"mateo": True})
    assert (found.children, found.seen, found.in_residence, found.both_parents) == (2, 1, 1, 1)
