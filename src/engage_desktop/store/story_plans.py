"""What plans, goals, court dates and services tell in a family's story."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select

from engage_desktop.store.reading import day, moment, open_rows, standing, text
from engage_desktop.store.records import members
from engage_desktop.store.story_parts import Names, known_person, named, names_somebody, place_of
from engage_desktop.store.tables import records
from engage_domain.story import SERVICE_EVENTS, StoryEntry, StoryFilter, StoryKind

plan, position, goal, step = (records[n] for n in ("plan", "plan_position", "goal", "action_step"))
case_period, referral = records["case_period"], records["service_referral"]
HAS_A_NUMBER_FROM = 2


def court_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for the court dates that are set."""
    query = place_of(StoryKind.COURT, case_period, case_period.c.next_court_on).where(
        case_period.c.family_id == family_id, open_rows(case_period), case_period.c.next_court_on.is_not(None)
    )
    return query.where(case_period.c.id.is_(None)) if wanted.person_id else query


def plan_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for the plans that were offered; one that is still being written is nobody's story yet."""
    query = place_of(StoryKind.PLAN, plan, plan.c.offered_at).where(
        plan.c.family_id == family_id, open_rows(plan), plan.c.offered_at.is_not(None),
        known_person(plan.c.for_person_id),
    )  # fmt: skip
    return query.where(_for_somebody(wanted.person_id)) if wanted.person_id else query


def position_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for where each person stands on a plan."""
    query = (
        place_of(StoryKind.POSITION, position, func.coalesce(position.c.said_on, position.c.created_at))
        .select_from(position.join(plan, plan.c.id == position.c.plan_id))
        .where(
            position.c.family_id == family_id, open_rows(position), open_rows(plan), position.c.position.is_not(None),
            known_person(position.c.person_id), known_person(plan.c.for_person_id),
        )
    )  # fmt: skip
    return query.where(position.c.person_id == wanted.person_id) if wanted.person_id else query


def goal_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for the goals that were reached, on the day of their last step."""
    last = (
        select(func.max(step.c.closed_on))
        .where(step.c.goal_id == goal.c.id, standing(step))
        .scalar_subquery()
    )
    query = (
        place_of(StoryKind.GOAL, goal, func.coalesce(last, goal.c.created_at))
        .select_from(goal.join(plan, plan.c.id == goal.c.plan_id))
        .where(
            goal.c.family_id == family_id, open_rows(goal), open_rows(plan), goal.c.status == "reached",
            known_person(plan.c.for_person_id),
        )
    )  # fmt: skip
    if wanted.person_id:
        query = query.where(or_(goal.c.words_by == wanted.person_id, _for_somebody(wanted.person_id)))
    return query


def _for_somebody(person_id: str) -> Any:
    stands = exists().where(
        position.c.plan_id == plan.c.id, position.c.person_id == person_id, standing(position)
    )
    return or_(plan.c.for_person_id == person_id, names_somebody(plan.c.adult_ids, person_id), stands)


def _service_keys(event: str, family_id: str, wanted: StoryFilter) -> Select[Any]:
    column = referral.c[SERVICE_EVENTS[event]]
    query = place_of(StoryKind.SERVICE, referral, column, event).where(
        referral.c.family_id == family_id,
        open_rows(referral),
        column.is_not(None),
        known_person(referral.c.asked_by),
    )
    return query.where(referral.c.asked_by == wanted.person_id) if wanted.person_id else query


SERVICE_KEYS: tuple[Callable[[str, StoryFilter], Select[Any]], ...] = tuple(
    partial(_service_keys, event) for event in SERVICE_EVENTS
)


def courts(conn: Connection, ids: list[str], _names: Names) -> list[StoryEntry]:
    """Return court dates."""
    rows = conn.execute(select(case_period).where(case_period.c.id.in_(ids), open_rows(case_period)))
    return [StoryEntry(StoryKind.COURT, row.id, "", None, None, (text(row.program),)) for row in rows]


def plans(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return plans: for whom, what for, and what became of them."""
    rows = conn.execute(select(plan).where(plan.c.id.in_(ids), open_rows(plan)))
    return [
        StoryEntry(
            StoryKind.PLAN, row.id, "", moment(row.offered_at), None, (text(row.kind),),
            status=text(row.status), names=named(names, row.for_person_id, *members(row.adult_ids)),
            words="\n".join(filter(None, (text(row.concern), text(row.closed_note)))),
            number=row.number if (row.number or 1) >= HAS_A_NUMBER_FROM else 0, until=day(row.review_on),
        )
        for row in rows
    ]  # fmt: skip


def positions(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return where people stand, with their own words."""
    rows = conn.execute(
        select(position, plan.c.kind.label("plan_kind"), plan.c.number)
        .join(plan, plan.c.id == position.c.plan_id)
        .where(position.c.id.in_(ids), open_rows(position))
    )
    return [
        StoryEntry(
            StoryKind.POSITION, row.id, "", None, None, (text(row.plan_kind),), status=text(row.position),
            names=named(names, row.person_id), words=text(row.words), person_id=text(row.person_id),
            number=row.number if (row.number or 1) >= HAS_A_NUMBER_FROM else 0, about_id=text(row.plan_id),
        )
        for row in rows
    ]  # fmt: skip


def goals(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return goals that were reached, in the family's wording."""
    rows = conn.execute(select(goal).where(goal.c.id.in_(ids), open_rows(goal)))
    return [
        StoryEntry(
            StoryKind.GOAL, row.id, "", None, None, (), status=text(row.status),
            names=named(names, row.words_by), words=text(row.words) or text(row.agency_words),
            about_id=text(row.plan_id),
        )
        for row in rows
    ]  # fmt: skip


def services(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return what was asked for and what became of it, once for each thing that happened."""
    rows = conn.execute(select(referral).where(referral.c.id.in_(ids), open_rows(referral))).all()
    return [
        StoryEntry(
            StoryKind.SERVICE, row.id, "", None, None, (), event=event, status=text(row.status),
            names=named(names, row.asked_by), words=text(row.what), location_note=text(row.provider),
            reason_note=text(row.answer if event == "asked" else row.barrier),
        )
        for row in rows
        for event, column in SERVICE_EVENTS.items()
        if getattr(row, column)
    ]  # fmt: skip
