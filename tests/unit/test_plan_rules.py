"""What a plan must have, how long it may run, and what its next version carries over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engage_domain.plan_hints import Said, fitting, times_in, wishes
from engage_domain.plan_lacks import Lack, missing, missing_to_agree
from engage_domain.plans import (
    Due,
    Goal,
    Limits,
    Plan,
    PlanStand,
    Step,
    carried_over,
    current,
    due,
    moved,
    versions,
)
from engage_domain.solutions import Answered, Referral, SaidAndDone, answered, kept_of
from engage_domain.workspace import Kept

MONDAY = date(2026, 11, 23)
LIMITS = Limits(60, is_voluntary=True)
READS = Step(
    "s1", "g1", 0, what="reads with Luz", who_person_id="lucia", who="Lucía", when_words="every night"
)
GOAL = Goal("g1", 0, words="One house where nobody whispers.", words_by="elena", steps=(READS,))
PLAN = Plan("p1", "service", goals=(GOAL,))
SAFETY = Plan(
    "p2", "safety", concern="Mateo is alone after school.", adults=(("lucia", "Lucía"),),
    start_on=MONDAY, review_on=date(2026, 11, 30), end_on=date(2026, 12, 21),
    steps=(replace(READS, goal_id=""),),
)  # fmt: skip


def lacks(plan: Plan) -> list[Lack]:
    return [one.lack for one in missing(plan, LIMITS)]


def with_step(**values: object) -> Plan:
    return replace(PLAN, goals=(replace(GOAL, steps=(replace(READS, **values),)),))  # type: ignore[arg-type]  # fields by name


def test_a_plan_in_the_familys_words_with_one_person_a_step_lacks_nothing() -> None:
    assert lacks(PLAN) == []


def test_a_goal_needs_the_familys_words_or_the_agencys_say_so() -> None:
    silent = replace(GOAL, words=" ", agency_words="Parent completes class")
    assert lacks(replace(PLAN, goals=(silent,))) == [Lack.GOAL_WORDS]
    assert lacks(replace(PLAN, goals=(replace(silent, is_required=True),))) == []
    assert lacks(replace(PLAN, goals=(replace(silent, agency_words="", is_required=True),))) == [
        Lack.GOAL_WORDS
    ]


@pytest.mark.parametrize("who", [{"who_person_id": ""}, {"who_user_id": "dana"}])
def test_a_step_has_exactly_one_person(who: dict[str, str]) -> None:
    assert lacks(with_step(**who)) == [Lack.STEP_WHO]


def test_a_step_of_the_agency_counts_like_one_of_the_family() -> None:
    assert lacks(with_step(who_person_id="", who_user_id="dana", side="agency")) == []
    assert lacks(with_step(who_person_id="", side="agency")) == [Lack.STEP_WHO]


def test_what_is_closed_or_left_aside_is_not_asked_about() -> None:
    assert lacks(with_step(who_person_id="", kept=Kept("done"))) == []
    left = replace(GOAL, goal_id="g2", words="", status="dropped")
    assert lacks(replace(PLAN, goals=(GOAL, left))) == []


def test_an_empty_plan_asks_for_a_goal_and_a_goal_for_a_step() -> None:
    assert lacks(Plan("p", "service")) == [Lack.NO_GOALS]
    assert lacks(replace(PLAN, goals=(replace(GOAL, steps=()),))) == [Lack.NO_STEPS]


def test_a_safety_plan_is_never_open_ended() -> None:
    assert lacks(SAFETY) == []
    assert lacks(replace(SAFETY, end_on=None)) == [Lack.END]
    assert lacks(replace(SAFETY, end_on=date(2027, 1, 23))) == [Lack.END_TOO_LATE]
    assert lacks(replace(SAFETY, end_on=date(2027, 1, 22))) == []
    assert lacks(replace(SAFETY, review_on=date(2026, 12, 22))) == [Lack.REVIEW_OUTSIDE]
    assert lacks(replace(SAFETY, end_on=date(2026, 11, 22), review_on=None)) == [
        Lack.REVIEW,
        Lack.END_BEFORE_START,
    ]


def test_a_safety_plan_names_its_worry_its_adults_and_its_steps() -> None:
    bare = Plan("p", "safety")
    assert lacks(bare) == [Lack.CONCERN, Lack.ADULTS, Lack.NO_STEPS, Lack.START, Lack.REVIEW, Lack.END]


def test_without_a_court_the_shorter_limit_holds() -> None:
    assert Limits.of(90, 60, "preventive", in_court=False).days == 60
    assert Limits.of(90, 60, "foster_care", in_court=False).days == 90
    assert Limits.of(90, 60, "preventive", in_court=True).days == 90


def test_a_plan_is_agreed_by_those_it_is_for() -> None:
    offered = replace(PLAN, status="offered")
    assert [m.lack for m in missing_to_agree(offered, LIMITS)] == [Lack.NOBODY_AGREED]
    yes = PlanStand("r", "lucia", "Lucía", "with_reservations", "Not on Sundays.")
    assert missing_to_agree(replace(offered, stands=(yes,)), LIMITS) == ()
    marisols = replace(offered, stands=(yes,), for_person_id="marisol", for_name="Marisol")
    assert [m.lack for m in missing_to_agree(marisols, LIMITS)] == [Lack.THEIR_ANSWER]
    no = replace(yes, stand="disagree")
    assert [m.lack for m in missing_to_agree(replace(offered, stands=(no,)), LIMITS)] == [Lack.NOBODY_AGREED]


@pytest.mark.parametrize(
    ("review", "end", "found"),
    [
        (None, None, None),
        (date(2026, 12, 1), None, None),
        (date(2026, 11, 30), None, Due.REVIEW_SOON),
        (date(2026, 11, 22), date(2026, 12, 21), Due.REVIEW_PAST),
        (date(2026, 11, 22), date(2026, 11, 22), Due.END_PAST),
        (None, date(2026, 11, 28), Due.END_SOON),
        (date(2026, 11, 25), date(2026, 11, 28), Due.REVIEW_SOON),
    ],
)
def test_a_plan_asks_for_its_review_and_tells_of_its_end(
    review: date | None, end: date | None, found: Due | None
) -> None:
    waits = due("agreed", review, end, MONDAY)
    assert (waits[0] if waits else None) == found
    assert due("draft", review, end, MONDAY) is None


def test_the_next_version_carries_over_what_somebody_still_works_on() -> None:
    done = replace(GOAL, goal_id="g2", status="reached")
    goals, _ = carried_over(replace(PLAN, goals=(GOAL, done)))
    assert [g.goal_id for g in goals] == ["g1"]


def test_versions_follow_one_another_and_the_newest_is_current() -> None:
    second = Plan("p3", "service", number=2, replaces_id="p1")
    plans = (PLAN, SAFETY, second)
    assert [p.plan_id for p in current(plans)] == ["p2", "p3"]
    assert [p.plan_id for p in versions(plans, "p3")] == ["p3", "p1"]
    circle = (Plan("a", "service", replaces_id="b"), Plan("b", "service", replaces_id="a"))
    assert [p.plan_id for p in versions(circle, "a")] == ["a", "b"]


def test_an_order_moves_one_place_and_stops_at_its_ends() -> None:
    assert moved(("a", "b", "c"), "b", -1) == ("b", "a", "c")
    assert moved(("a", "b", "c"), "c", 1) == ("a", "b", "c")
    assert moved(("a",), "x", 1) == ("a",)


def test_the_open_places_of_a_step_are_counted() -> None:
    assert Step("s", "", 0).open_places() == 4
    assert READS.open_places() == 1
    assert replace(READS, how_we_know="Luz asks for more").open_places() == 0


SAID = (
    Said("m1", "Thursdays nobody comes after school.", "mateo", "Mateo", "worry"),
    Said("m2", "He never came home hungry.", "marisol", "Marisol"),
    Said("m3", "I want my own bed.", "elena", "Elena", "need"),
)


def test_hints_are_words_that_were_said_and_never_others() -> None:
    assert [s.row_id for s in fitting(SAID, "is at the house after school")] == ["m1"]
    assert fitting(SAID, "plays the piano") == ()
    assert times_in(SAID[0]) == ("Thursdays", "after school")
    assert times_in(Said("x", "Los jueves nadie viene después de clases")) == (
        "Los jueves",
        "después de clases",
    )


def test_wishes_begin_with_what_is_needed_and_leave_out_what_is_a_goal_already() -> None:
    assert [s.row_id for s in wishes(SAID, ())] == ["m3", "m1", "m2"]
    assert [s.row_id for s in wishes(SAID, ("m3",))] == ["m1", "m2"]


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (Referral("r", "a ride"), Answered.WAITING),
        (Referral("r", "a ride", status="waitlisted"), Answered.COMING),
        (Referral("r", "a ride", status="active"), Answered.KEPT),
        (Referral("r", "a ride", status="unsuitable"), Answered.NOT_YET),
        (Referral("r", "a ride", status="offered", barrier="no bus at night"), Answered.NOT_YET),
        (Referral("r", "a ride", status="declined"), Answered.NO_THANKS),
    ],
)
def test_what_became_of_what_was_asked_for(one: Referral, state: Answered) -> None:
    assert answered(one) is state


def test_a_no_from_the_family_is_not_counted_against_anybody() -> None:
    def entry(state: Answered) -> SaidAndDone:
        return SaidAndDone("r", "a ride", "", "", state)

    states = (Answered.KEPT, Answered.NOT_YET, Answered.COMING, Answered.NO_THANKS)
    assert kept_of([entry(s) for s in states]) == (1, 3)


def test_a_plan_of_a_kind_that_is_not_written_here_stands_last() -> None:
    assert [p.plan_id for p in current((Plan("v", "visiting"), PLAN, SAFETY))] == ["p2", "p1", "v"]
