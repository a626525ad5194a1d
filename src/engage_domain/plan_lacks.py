"""What a plan still lacks before it is offered or agreed.

Two rules are hard. A safety plan never runs open-ended (I-8), and nothing is agreed whose goals are in nobody's words
but the agency's (I-9) or whose steps are nobody's, or two people's (I-10).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engage_domain.plans import YES, Limits, Plan


class Lack(StrEnum):
    """What a plan still lacks before it can be offered or agreed."""

    NO_GOALS = "no_goals"
    GOAL_WORDS = "goal_words"
    NO_STEPS = "no_steps"
    STEP_WHAT = "step_what"
    STEP_WHO = "step_who"
    CONCERN = "concern"
    ADULTS = "adults"
    START = "start"
    REVIEW = "review"
    END = "end"
    END_TOO_LATE = "end_too_late"
    REVIEW_OUTSIDE = "review_outside"
    END_BEFORE_START = "end_before_start"
    NOBODY_AGREED = "nobody_agreed"
    THEIR_ANSWER = "their_answer"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a plan lacks, and where: the goal or the step it is about."""

    lack: Lack
    row_id: str = ""
    words: str = ""


def missing(plan: Plan, limits: Limits) -> tuple[Missing, ...]:
    """Return what stands between a plan and its being offered, in the order in which it is written."""
    found = [*_safety(plan, limits)] if plan.is_safety else [*_goals(plan)]
    return (*found, *_steps(plan))


def missing_to_agree(plan: Plan, limits: Limits) -> tuple[Missing, ...]:
    """Return what stands between an offered plan and its being agreed: the same, and somebody's yes."""
    found = list(missing(plan, limits))
    yes = {s.person_id for s in plan.stands if s.stand in YES}
    if not yes:
        found.append(Missing(Lack.NOBODY_AGREED))
    elif plan.for_person_id and plan.for_person_id not in yes:
        found.append(Missing(Lack.THEIR_ANSWER, plan.for_person_id, plan.for_name))
    return tuple(found)


def _goals(plan: Plan) -> Iterable[Missing]:
    open_goals = [goal for goal in plan.goals if goal.is_open]
    if not open_goals:
        yield Missing(Lack.NO_GOALS)
    for goal in open_goals:
        if not goal.words.strip() and not (goal.is_required and goal.agency_words.strip()):
            yield Missing(Lack.GOAL_WORDS, goal.goal_id, goal.title)
        if not any(step.kept.status != "dropped" for step in goal.steps):
            yield Missing(Lack.NO_STEPS, goal.goal_id, goal.title)


def _steps(plan: Plan) -> Iterable[Missing]:
    open_goals = {goal.goal_id for goal in plan.goals if goal.is_open}
    for step in plan.all_steps():
        if not step.is_open or (step.goal_id and step.goal_id not in open_goals):
            continue
        if not step.what.strip():
            yield Missing(Lack.STEP_WHAT, step.step_id, step.who)
        if not step.has_one_person:
            yield Missing(Lack.STEP_WHO, step.step_id, step.what.strip())


def _safety(plan: Plan, limits: Limits) -> Iterable[Missing]:
    if not plan.concern.strip():
        yield Missing(Lack.CONCERN)
    if not plan.adults:
        yield Missing(Lack.ADULTS)
    if not any(step.is_open for step in plan.steps):
        yield Missing(Lack.NO_STEPS)
    yield from _dates(plan, limits)


def _dates(plan: Plan, limits: Limits) -> Iterable[Missing]:
    for day, lack in ((plan.start_on, Lack.START), (plan.review_on, Lack.REVIEW), (plan.end_on, Lack.END)):
        if day is None:
            yield Missing(lack)
    fault = dates_fault(plan.start_on, plan.review_on, plan.end_on, limits)
    if fault is not None:
        yield Missing(fault)


def dates_fault(start: date | None, review: date | None, end: date | None, limits: Limits) -> Lack | None:
    """Return what is wrong with the days of a safety plan, as far as they are known."""
    if start is not None and end is not None and end < start:
        return Lack.END_BEFORE_START
    if start is not None and end is not None and end > limits.latest_end(start):
        return Lack.END_TOO_LATE
    if review is not None and ((start is not None and review < start) or (end is not None and review > end)):
        return Lack.REVIEW_OUTSIDE
    return None
