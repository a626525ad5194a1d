"""What the Story of a family reads: first only where every entry stands, then the entries of one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, select, union_all

from engage_desktop.store import story_contacts, story_plans, story_understood
from engage_desktop.store.reading import day, moment, text
from engage_desktop.store.story_parts import Names
from engage_desktop.store.workspace import person_names
from engage_domain.story import StoryEntry, StoryFilter, StoryKey, StoryKind

Keys = Callable[[str, StoryFilter], Select[Any]]
Entries = Callable[[Connection, list[str], Names], list[StoryEntry]]
KEYS: tuple[tuple[StoryKind, Keys], ...] = (
    (StoryKind.CONTACT, story_contacts.contact_keys),
    (StoryKind.ADDENDUM, story_contacts.addendum_keys),
    (StoryKind.APPOINTMENT, story_contacts.appointment_keys),
    (StoryKind.PROMISE, story_contacts.promise_keys),
    (StoryKind.PLACEMENT, story_contacts.placement_keys),
    (StoryKind.COURT, story_plans.court_keys),
    (StoryKind.PLAN, story_plans.plan_keys),
    (StoryKind.POSITION, story_plans.position_keys),
    (StoryKind.GOAL, story_plans.goal_keys),
    *((StoryKind.SERVICE, keys) for keys in story_plans.SERVICE_KEYS),
    (StoryKind.STATEMENT, story_understood.statement_keys),
    (StoryKind.SCALE, story_understood.scale_keys),
    (StoryKind.LIFE, story_understood.life_keys),
    (StoryKind.SEARCH, story_understood.search_keys),
    (StoryKind.PAPER, story_understood.paper_keys),
)
ENTRIES: dict[StoryKind, Entries] = {
    StoryKind.CONTACT: story_contacts.contacts,
    StoryKind.ADDENDUM: story_contacts.addenda,
    StoryKind.APPOINTMENT: story_contacts.appointments,
    StoryKind.PROMISE: story_contacts.promises,
    StoryKind.PLACEMENT: story_contacts.placements,
    StoryKind.COURT: story_plans.courts,
    StoryKind.PLAN: story_plans.plans,
    StoryKind.POSITION: story_plans.positions,
    StoryKind.GOAL: story_plans.goals,
    StoryKind.SERVICE: story_plans.services,
    StoryKind.STATEMENT: story_understood.statements,
    StoryKind.SCALE: story_understood.scales,
    StoryKind.LIFE: story_understood.lives,
    StoryKind.SEARCH: story_understood.searches,
    StoryKind.PAPER: story_understood.papers,
}


def keys(conn: Connection, family_id: str, wanted: StoryFilter, zone: ZoneInfo) -> tuple[StoryKey, ...]:
    """Return where every entry stands, newest first; thousands are read in a few milliseconds."""
    parts = [make(family_id, wanted) for kind, make in KEYS if wanted.asks_for(kind)]
    if not parts:
        return ()
    found = union_all(*parts).subquery()
    rows = conn.execute(select(found).order_by(found.c.at.desc(), found.c.id.desc(), found.c.event.desc()))
    return tuple(StoryKey(_day_of(row.at, zone), StoryKind(row.kind), row.id, row.event) for row in rows)


def entries(conn: Connection, family_id: str, page: Iterable[StoryKey]) -> tuple[StoryEntry, ...]:
    """Return the entries of one page, in its order; one that is gone meanwhile is left out."""
    wanted: dict[StoryKind, dict[str, None]] = {}
    asked = tuple(page)
    for key in asked:
        wanted.setdefault(key.kind, {})[key.row_id] = None
    names = person_names(conn, family_id)
    found = {
        entry.key: entry for kind, ids in wanted.items() for entry in ENTRIES[kind](conn, list(ids), names)
    }
    return tuple(found[key.key] for key in asked if key.key in found)


def _day_of(at: object, zone: ZoneInfo) -> date:
    value = text(at)
    if "T" in value and (found := moment(value)) is not None:
        return found.astimezone(zone).date()
    return day(value) or date.min
