"""What the sample families work on: plans, services and ideas that could be theirs."""

from __future__ import annotations

from datetime import date
from functools import cache

from engage_domain.plans import Limits
from engage_domain.reading_level import language_of
from engage_domain.solutions import ReferralStatus
from engage_server.sample.generate import Wish, generate
from engage_server.sample.rows import Row

WISH = Wish(families=24, seed=7, start=date(2026, 11, 23), notes=240)


@cache
def families() -> tuple[tuple[Row, ...], ...]:
    return tuple(batch.rows for batch in generate(WISH) if batch.family_id)


def of(rows: tuple[Row, ...], entity: str) -> list[Row]:
    return [row for row in rows if row.entity == entity]


def test_most_families_have_a_plan_in_their_own_words() -> None:
    planned = [rows for rows in families() if of(rows, "plan")]
    assert len(planned) > len(families()) * 2 // 3
    for rows in planned:
        for goal in of(rows, "goal"):
            assert goal.doc["words"]
            assert goal.doc["words_by"] in {person.row_id for person in of(rows, "person")}


def test_each_step_of_a_plan_has_one_person_who_is_there() -> None:
    for rows in families():
        people = {person.row_id for person in of(rows, "person")}
        plans = {plan.row_id for plan in of(rows, "plan")}
        for step in of(rows, "action_step"):
            if step.doc.get("plan_id") in plans:
                who = step.doc.get("who_person_id")
                assert bool(who) is not bool(step.doc.get("who_user_id"))
                assert who is None or who in people


def test_safety_plans_end_within_what_the_agency_allows() -> None:
    limits = Limits.of(90, 60, "preventive", in_court=False)
    plans = [plan for rows in families() for plan in of(rows, "plan") if plan.doc["kind"] == "safety"]
    assert plans
    for plan in plans:
        start, end = (date.fromisoformat(str(plan.doc[name])) for name in ("start_on", "end_on"))
        assert start <= date.fromisoformat(str(plan.doc["review_on"])) <= end <= limits.latest_end(start)
        assert plan.doc["concern"]
        assert plan.doc["adult_ids"]


def test_services_are_asked_for_and_answered_in_every_way_there_is() -> None:
    found = {str(r.doc["status"]) for rows in families() for r in of(rows, "service_referral")}
    assert {"asked", "active", "not_available"} <= found <= set(ReferralStatus)


def test_spanish_speaking_families_speak_spanish() -> None:
    spanish = [g for rows in families() for g in of(rows, "goal") if g.doc["language"] == "es"]
    assert spanish
    assert all(
        language_of(str(goal.doc["words"])) == "es" for goal in spanish if len(str(goal.doc["words"])) > 45
    )


def test_the_same_seed_plans_the_same() -> None:
    again = tuple(batch.rows for batch in generate(WISH) if batch.family_id)
    assert [of(rows, "goal") for rows in again] == [of(rows, "goal") for rows in families()]
