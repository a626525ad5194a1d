"""A family's plan: its goals and steps, who answers for them, its versions, and when it wants to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from engage_domain.workspace import CLOSED, Kept

SOON_DAYS = 7
"""So many days before its review or its end a plan wants the worker."""
COURT_PROGRAMS = frozenset({"foster_care", "adoption"})


class PlanKind(StrEnum):
    """The two plans that are written here."""

    SAFETY = "safety"
    SERVICE = "service"


class PlanStatus(StrEnum):
    """How far a plan has come."""

    DRAFT = "draft"
    OFFERED = "offered"
    AGREED = "agreed"
    APPROVED = "approved"
    DECLINED = "declined"
    EXPIRED = "expired"
    CLOSED = "closed"


IN_FORCE = frozenset({PlanStatus.AGREED, PlanStatus.APPROVED})
STANDING = IN_FORCE | {PlanStatus.OFFERED}
"""In these a plan is reviewed and runs out."""


class GoalStatus(StrEnum):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    CHANGED = "changed"
    DROPPED = "dropped"


class Stand(StrEnum):
    """Where somebody stands with a plan that was offered."""

    AGREE = "agree"
    WITH_RESERVATIONS = "with_reservations"
    DISAGREE = "disagree"
    ABSTAIN = "abstain"


YES = frozenset({Stand.AGREE, Stand.WITH_RESERVATIONS})
NOT_STARTED = Kept("not_started")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who does what by when, how one will know, and what if it gets hard."""

    step_id: str
    goal_id: str
    place: int
    what: str = ""
    side: str = "family"
    who_person_id: str = ""
    who_user_id: str = ""
    who: str = ""
    is_mine: bool = False
    by_when: date | None = None
    when_words: str = ""
    how_we_know: str = ""
    plan_b: str = ""
    kept: Kept = NOT_STARTED

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self.kept.status not in CLOSED

    @property
    def has_one_person(self) -> bool:
        """Whether exactly one person answers for it (I-10)."""
        return bool(self.who_person_id) is not bool(self.who_user_id)

    @property
    def has_when(self) -> bool:
        """Whether it says when, as a day or in words."""
        return self.by_when is not None or bool(self.when_words.strip())

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was written down yet."""
        words = (self.what, self.when_words, self.how_we_know, self.plan_b)
        return not any(w.strip() for w in words) and self.by_when is None

    def open_places(self) -> int:
        """Return how many places are still to be asked about."""
        return sum(
            not there
            for there in (
                self.what.strip(),
                self.has_one_person,
                self.has_when,
                self.how_we_know.strip(),
            )
        )

    def is_late(self, today: date) -> bool:
        """Say whether its day has passed while somebody still works on it."""
        return self.is_open and self.by_when is not None and self.by_when < today


@dataclass(frozen=True, slots=True)
class Goal:
    """What the family works on, in its own words, and the agency's words for it."""

    goal_id: str
    place: int
    words: str = ""
    words_by: str = ""
    by_name: str = ""
    agency_words: str = ""
    is_required: bool = False
    statement_id: str = ""
    status: str = GoalStatus.OPEN
    steps: tuple[Step, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the family still works on it."""
        return self.status in {GoalStatus.OPEN, ""}

    @property
    def title(self) -> str:
        """The family's words, or the agency's while there are none."""
        return self.words.strip() or self.agency_words.strip()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written down yet."""
        return not self.title and not self.steps


@dataclass(frozen=True, slots=True)
class PlanStand:
    """Where one person stands with a plan, in their own words."""

    row_id: str
    person_id: str
    name: str
    stand: str
    words: str = ""
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Words that were being written into a plan on this laptop while it was offered on another one."""

    row_id: str
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of one plan."""

    plan_id: str
    kind: str
    number: int = 1
    status: str = PlanStatus.DRAFT
    replaces_id: str = ""
    for_person_id: str = ""
    for_name: str = ""
    concern: str = ""
    adults: tuple[tuple[str, str], ...] = ()
    start_on: date | None = None
    review_on: date | None = None
    end_on: date | None = None
    language: str = ""
    offered_at: datetime | None = None
    closed_note: str = ""
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    stands: tuple[PlanStand, ...] = ()
    meanwhile: tuple[Meanwhile, ...] = ()

    @property
    def is_safety(self) -> bool:
        """Whether this is a safety plan."""
        return self.kind == PlanKind.SAFETY

    @property
    def is_draft(self) -> bool:
        """Whether its words may still change."""
        return self.status in {PlanStatus.DRAFT, ""}

    @property
    def stands_now(self) -> bool:
        """Whether it was offered or is in force: it is reviewed, and it ends."""
        return self.status in STANDING

    def all_steps(self) -> tuple[Step, ...]:
        """Return every step, those of the goals first."""
        return (*(step for goal in self.goals for step in goal.steps), *self.steps)

    def goal(self, goal_id: str) -> Goal | None:
        """Return one goal, if it is still there."""
        return next((g for g in self.goals if g.goal_id == goal_id), None)

    def open_places(self) -> int:
        """Return how many places of all steps are still to be asked about."""
        return sum(step.open_places() for step in self.all_steps() if step.is_open)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many days a safety plan may run, by the agency's policy."""

    days: int
    is_voluntary: bool

    @classmethod
    def of(cls, most: int, voluntary: int, program: str, *, in_court: bool) -> Limits:
        """Return the limit that holds: the shorter one wherever no court stands behind the plan."""
        is_voluntary = program not in COURT_PROGRAMS and not in_court
        return cls(min(most, voluntary) if is_voluntary else most, is_voluntary)

    def latest_end(self, start: date) -> date:
        """Return the last day a plan that starts then may have."""
        return start + timedelta(days=self.days)


class Due(StrEnum):
    """What a plan waits for by the calendar."""

    REVIEW_SOON = "review_soon"
    REVIEW_PAST = "review_past"
    END_SOON = "end_soon"
    END_PAST = "end_past"


def due(status: str, review: date | None, end: date | None, today: date) -> tuple[Due, date] | None:
    """Return what a plan that was offered or agreed waits for, and on which day; the end counts before the review."""
    if status not in STANDING:
        return None
    soon = today + timedelta(days=SOON_DAYS)
    if end is not None and end < today:
        return Due.END_PAST, end
    if review is not None and review < today:
        return Due.REVIEW_PAST, review
    if end is not None and end <= soon and (review is None or review >= end):
        return Due.END_SOON, end
    if review is not None and review <= soon:
        return Due.REVIEW_SOON, review
    return (Due.END_SOON, end) if end is not None and end <= soon else None


def current(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """Return the newest version of every plan, safety plans first: what nothing else replaces."""
    known = tuple(plans)
    replaced = {plan.replaces_id for plan in known if plan.replaces_id}
    newest = [plan for plan in known if plan.plan_id not in replaced]
    order: dict[str, int] = {PlanKind.SAFETY: 0, PlanKind.SERVICE: 1}
    return tuple(sorted(newest, key=lambda p: (_is_over(p), order.get(p.kind, 2), p.for_name, -p.number)))


def versions(plans: Iterable[Plan], plan_id: str) -> tuple[Plan, ...]:
    """Return a plan and every version before it, newest first."""
    known = {plan.plan_id: plan for plan in plans}
    found: list[Plan] = []
    here = known.get(plan_id)
    while here is not None and here not in found:
        found.append(here)
        here = known.get(here.replaces_id)
    return tuple(found)


def carried_over(plan: Plan) -> tuple[tuple[Goal, ...], tuple[Step, ...]]:
    """Return the goals and steps that the next version begins with: those somebody still works on."""
    goals = tuple(g for g in plan.goals if g.is_open)
    return goals, tuple(s for s in plan.steps if s.is_open)


def moved(order: tuple[str, ...], row_id: str, by: int) -> tuple[str, ...]:
    """Return an order with one row moved up (-1) or down (+1) as far as there is room."""
    if row_id not in order:
        return order
    here = order.index(row_id)
    there = min(max(here + by, 0), len(order) - 1)
    rest = [other for other in order if other != row_id]
    return (*rest[:there], row_id, *rest[there:])


def _is_over(plan: Plan) -> bool:
    return plan.status in {PlanStatus.CLOSED, PlanStatus.DECLINED, PlanStatus.EXPIRED}
