"""What is read of a child's life: homes, placements, ties with a time, and everything written on the timeline."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, case, or_, select

from engage_desktop.errors import NotFound
from engage_desktop.store import drafts, people
from engage_desktop.store.reading import day, open_rows, short_name, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_domain import child_timeline, persons
from engage_domain.child_timeline import ENTRY, HOUSEHOLD, PLACEMENT, TIE, ChildYears, Moment

entry, placement, stay = records["timeline_entry"], records["placement"], records["household_member"]
household, relationship, person = records["household"], records["relationship"], records["person"]
Names = dict[str, str]
Typed = dict[str, tuple[tuple[str, str], ...]]


def years(conn: Connection, person_id: str, today: date) -> ChildYears:
    """Return a child's whole timeline; NotFound when there is no such person to be seen."""
    row = conn.execute(select(person).where(person.c.id == person_id, open_rows(person))).first()
    if row is None:
        raise NotFound("person")
    cards = people.people(conn, row.family_id, today).cards
    names = {card.person_id: card.full_name for card in cards}
    found = child_timeline.in_order(
        (
            *_entries(conn, person_id, names, drafts.by_row(conn, row.family_id, ENTRY)),
            *_placements(conn, person_id),
            *_homes(conn, person_id, names),
            *_ties(conn, person_id, names),
        )
    )
    where = {card.person_id: card.whereabouts for card in cards}
    own = text(row.preferred_name) or text(row.first_name) or text(row.last_name)
    return ChildYears(
        person_id,
        own,
        day(row.birth_date),
        bool(row.birth_estimated),
        found,
        child_timeline.along_the_way(found, names, where, person_id),
        tuple((one, name) for one, name in names.items() if one != person_id),
    )


def with_whom(conn: Connection, person_id: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return id, line of names and people of every entry in a child's timeline."""
    rows = conn.execute(
        select(entry.c.id, entry.c.with_whom, entry.c.with_ids).where(
            entry.c.person_id == person_id, open_rows(entry)
        )
    )
    return tuple((row.id, text(row.with_whom), members(row.with_ids)) for row in rows)


def _entries(conn: Connection, person_id: str, names: Names, typed: Typed) -> tuple[Moment, ...]:
    rows = conn.execute(select(entry).where(entry.c.person_id == person_id, open_rows(entry)))
    return tuple(
        Moment(
            ENTRY,
            row.id,
            text(row.kind),
            text(row.what),
            text(row.place),
            tuple(one for one in members(row.with_ids) if one in names),
            tuple(names[one] for one in members(row.with_ids) if one in names),
            text(row.with_whom),
            day(row.from_on),
            day(row.to_on),
            bool(row.roughly),
            text(row.words),
            drafts=typed.get(row.id, ()),
        )
        for row in rows
    )


def _placements(conn: Connection, person_id: str) -> tuple[Moment, ...]:
    rows = conn.execute(
        select(placement, household.c.name)
        .select_from(placement.outerjoin(household, household.c.id == placement.c.household_id))
        .where(placement.c.person_id == person_id, open_rows(placement))
    )
    return tuple(
        Moment(
            PLACEMENT,
            row.id,
            "home",
            text(row.with_whom) or text(row.name),
            text(row.kind),
            with_whom=text(row.with_whom),
            from_on=day(row.from_on),
            to_on=day(row.to_on),
            household_id=text(row.household_id),
        )
        for row in rows
    )


def _homes(conn: Connection, person_id: str, names: Names) -> tuple[Moment, ...]:
    rows = conn.execute(
        select(stay, household.c.name)
        .join_from(stay, household, household.c.id == stay.c.household_id)
        .where(stay.c.person_id == person_id, open_rows(stay), open_rows(household))
    ).all()
    return tuple(_home(conn, row, person_id, names) for row in rows)


def _home(conn: Connection, row: Any, person_id: str, names: Names) -> Moment:
    with_ids = _beside(conn, row, person_id, names)
    return Moment(
        HOUSEHOLD,
        row.id,
        "home",
        text(row.name),
        with_ids=with_ids,
        with_names=tuple(names[one] for one in with_ids),
        from_on=day(row.from_on),
        to_on=day(row.to_on),
        household_id=row.household_id,
    )


def _beside(conn: Connection, row: Any, person_id: str, names: Names) -> tuple[str, ...]:
    """Return who lived in the same household at the same time."""
    rows = conn.execute(
        select(stay.c.person_id).where(
            stay.c.household_id == row.household_id,
            stay.c.person_id != person_id,
            or_(stay.c.to_on.is_(None), stay.c.to_on >= (row.from_on or "")),
            or_(stay.c.from_on.is_(None), stay.c.from_on <= (row.to_on or "9999")),
            open_rows(stay),
        )
    )
    return tuple(dict.fromkeys(one.person_id for one in rows if one.person_id in names))


def _ties(conn: Connection, person_id: str, names: Names) -> tuple[Moment, ...]:
    """Return the people whose tie to the child has a time: they came, or they went."""
    other = case((relationship.c.a_id == person_id, relationship.c.b_id), else_=relationship.c.a_id)
    rows = conn.execute(
        select(relationship, person.c.id.label("other"), short_name(person).label("name"))
        .join_from(relationship, person, person.c.id == other)
        .where(
            or_(relationship.c.a_id == person_id, relationship.c.b_id == person_id),
            or_(relationship.c.from_on.is_not(None), relationship.c.to_on.is_not(None)),
            relationship.c.quality.is_distinct_from(persons.UNSAFE),
            open_rows(relationship),
            open_rows(person),
        )
    )
    return tuple(
        Moment(
            TIE,
            row.id,
            "person",
            text(row.name),
            text(row.type),
            (row.other,),
            (names.get(row.other, text(row.name)),),
            from_on=day(row.from_on),
            to_on=day(row.to_on),
        )
        for row in rows
    )
