"""What a family's drawing is made of. Nothing kept under Safety is among it: no unsafe tie, no labelled row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, select

from engage_desktop.store.reading import day, open_rows, short_name, text
from engage_desktop.store.tables import records
from engage_domain.genogram.kinship import Tie
from engage_domain.genogram.model import Family, Home, Member, Residence, Spot, Stay, kind_of
from engage_domain.persons import UNSAFE

person, member, relationship = records["person"], records["case_member"], records["relationship"]
household, resident, placement = records["household"], records["household_member"], records["placement"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A family to draw: its people and ties, where they were put by hand, what each is to the family."""

    family: Family
    places: dict[str, Spot]
    roles: dict[str, str]


def chart(conn: Connection, family_id: str) -> Chart:
    """Return everything a general screen may draw of a family."""
    rows = conn.execute(
        select(person, short_name(person).label("called"))
        .where(person.c.family_id == family_id, open_rows(person))
        .order_by(person.c.created_at, person.c.id)
    ).all()
    family = Family(
        members=tuple(_member(row) for row in rows),
        ties=ties(conn, family_id),
        homes=_homes(conn, family_id),
        stays=_stays(conn, family_id),
    )
    return Chart(
        family=family,
        places={
            row.id: Spot(float(row.drawn_x), float(row.drawn_y))
            for row in rows
            if row.drawn_x is not None and row.drawn_y is not None
        },
        roles=_roles(conn, family_id),
    )


def ties(conn: Connection, family_id: str) -> tuple[Tie, ...]:
    """Return how people stand to each other, as far as a general screen may show it."""
    rows = conn.execute(
        select(relationship)
        .where(
            relationship.c.family_id == family_id,
            open_rows(relationship),
            relationship.c.quality.is_distinct_from(UNSAFE),
        )
        .order_by(relationship.c.created_at, relationship.c.id)
    )
    return tuple(
        Tie(row.id, row.a_id, row.b_id, text(row.type), text(row.quality), day(row.from_on), day(row.to_on))
        for row in rows
    )


def drawn_people(conn: Connection, family_id: str) -> dict[str, tuple[int, int]]:
    """Return where people were put by hand."""
    rows = conn.execute(
        select(person.c.id, person.c.drawn_x, person.c.drawn_y).where(
            person.c.family_id == family_id, person.c.drawn_x.is_not(None), person.c.drawn_y.is_not(None)
        )
    )
    return {row.id: (row.drawn_x, row.drawn_y) for row in rows}


def twins_of(conn: Connection, family_id: str, group: str) -> tuple[str, ...]:
    """Return those who were born together."""
    rows = conn.execute(
        select(person.c.id).where(
            person.c.family_id == family_id, person.c.twin_group == group, open_rows(person)
        )
    )
    return tuple(row.id for row in rows)


def has_role(conn: Connection, person_id: str) -> bool:
    """Say whether somebody has a role in the family."""
    look = select(member.c.id).where(member.c.person_id == person_id, member.c.deleted_at.is_(None))
    return conn.execute(look.limit(1)).first() is not None


def _member(row: Any) -> Member:
    died = day(row.deceased_on)
    return Member(
        id=row.id,
        name=text(row.called),
        sex=text(row.sex) or "unknown",
        gender=text(row.gender),
        birth=day(row.birth_date),
        birth_estimated=bool(row.birth_estimated),
        death=died,
        is_deceased=bool(row.deceased) or died is not None,
        kind=kind_of(row.person_kind),
        twin_group=text(row.twin_group),
        is_identical_twin=bool(row.identical_twin),
    )


def _roles(conn: Connection, family_id: str) -> dict[str, str]:
    rows = conn.execute(
        select(member.c.person_id, member.c.role)
        .where(member.c.family_id == family_id, open_rows(member))
        .order_by(member.c.to_on.is_(None), member.c.from_on, member.c.id)
    )
    return {row.person_id: text(row.role) for row in rows}


def _homes(conn: Connection, family_id: str) -> tuple[Home, ...]:
    inside = and_(resident.c.household_id == household.c.id, open_rows(resident))
    rows = conn.execute(
        select(household.c.id, household.c.name, resident.c.person_id, resident.c.from_on, resident.c.to_on)
        .select_from(household.join(resident, inside))
        .where(household.c.family_id == family_id, open_rows(household))
        .order_by(household.c.created_at, household.c.id, resident.c.created_at, resident.c.id)
    )
    names: dict[str, str] = {}
    people: dict[str, list[Residence]] = {}
    for row in rows:
        names[row.id] = text(row.name)
        people.setdefault(row.id, []).append(Residence(row.person_id, day(row.from_on), day(row.to_on)))
    return tuple(Home(home, name, tuple(people[home])) for home, name in names.items())


def _stays(conn: Connection, family_id: str) -> tuple[Stay, ...]:
    rows = conn.execute(
        select(placement)
        .where(placement.c.family_id == family_id, open_rows(placement))
        .order_by(placement.c.from_on, placement.c.id)
    )
    return tuple(
        Stay(
            row.person_id,
            text(row.kind),
            text(row.with_whom),
            text(row.household_id),
            day(row.from_on),
            day(row.to_on),
        )
        for row in rows
    )
