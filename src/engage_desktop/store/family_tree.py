"""A family's people and ties for a family tree file, and a tree's people and ties into the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, select

from engage_desktop.store import records
from engage_desktop.store.reading import day, open_rows, text
from engage_desktop.store.tables import records as tables
from engage_domain import persons
from engage_domain.gedcom.from_records import NAMELESS, PersonRecord
from engage_domain.gedcom.intake import NewTie, Plan, TreeLine
from engage_domain.gedcom.matching import Known
from engage_domain.genogram.kinship import Tie
from engage_wire.registry import Value

person, relationship = tables["person"], tables["relationship"]
KIN = "kin"
LOSSES = frozenset({"pregnancy", "miscarriage", "abortion"})
Written = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes, in which family, and how new rows are named."""

    family_id: str
    by: str
    at: datetime
    new_id: Callable[[], str]
    today: date


def known(conn: Connection, family_id: str) -> tuple[Known, ...]:
    """Return the people of a family who may be seen, for finding them again in a tree."""
    rows = conn.execute(select(person).where(person.c.family_id == family_id, open_rows(person)))
    return tuple(
        Known(
            row.id,
            text(row.first_name),
            text(row.last_name),
            text(row.preferred_name),
            text(row.former_names),
            day(row.birth_date),
            bool(row.birth_estimated),
        )
        for row in rows
    )


def people(conn: Connection, family_id: str) -> tuple[PersonRecord, ...]:
    """Return the people a tree may hold; nobody who is protected, no pregnancy and no loss but a stillbirth."""
    rows = conn.execute(
        select(person)
        .where(person.c.family_id == family_id, open_rows(person))
        .order_by(person.c.birth_date.is_(None), person.c.birth_date, person.c.id)
    )
    return tuple(
        PersonRecord(
            row.id,
            text(row.first_name),
            text(row.last_name),
            text(row.preferred_name),
            text(row.former_names),
            day(row.birth_date),
            bool(row.birth_estimated),
            text(row.sex),
            text(row.gender),
            day(row.deceased_on),
            bool(row.deceased) or row.deceased_on is not None,
            row.person_kind == "stillbirth",
        )
        for row in rows
        if row.person_kind not in LOSSES
    )


def ties(conn: Connection, family_id: str) -> tuple[Tie, ...]:
    """Return the ties that may be seen; an unsafe one never is. How close people are stays out of a tree."""
    rows = conn.execute(
        select(relationship)
        .where(
            and_(
                relationship.c.family_id == family_id,
                relationship.c.quality.is_distinct_from(persons.UNSAFE),
                open_rows(relationship),
            )
        )
        .order_by(relationship.c.from_on, relationship.c.id)
    )
    return tuple(
        Tie(row.id, row.a_id, row.b_id, text(row.type), "", day(row.from_on), day(row.to_on)) for row in rows
    )


def bring_in(conn: Connection, plan: Plan, hand: Hand, told: Callable[[int], object]) -> tuple[Written, ...]:
    """Write new people and ties, telling after each how many were written; return every row."""
    ids = dict(plan.same)
    rows: list[Written] = []
    for line in plan.people:
        ids[line.key] = hand.new_id()
        rows.append(_put(conn, hand, "person", ids[line.key], _person(line)))
        held: dict[str, Value] = {
            "person_id": ids[line.key],
            "role": KIN,
            "from_on": hand.today.isoformat(),
        }
        rows.append(_put(conn, hand, "case_member", hand.new_id(), held))
        told(len(rows))
    for tie in plan.ties:
        rows.append(_put(conn, hand, "relationship", hand.new_id(), _tie(tie, ids)))
        told(len(rows))
    return tuple(rows)


def take_back(conn: Connection, rows: Iterable[Written], reason: str, at: datetime) -> None:
    """Take every row back."""
    for entity, row_id in rows:
        records.void(conn, entity, row_id, reason, at)


def _put(conn: Connection, hand: Hand, entity: str, row_id: str, values: dict[str, Value]) -> Written:
    own: dict[str, Value] = {"family_id": hand.family_id, **values}
    records.insert(conn, entity, row_id, own, by=hand.by, at=hand.at)
    return entity, row_id


def _person(line: TreeLine) -> dict[str, Value]:
    one = line.person
    return {
        "first_name": one.first_name or (None if one.called else NAMELESS),
        "last_name": one.last_name or None,
        "preferred_name": one.preferred_name or None,
        "former_names": one.former_names or None,
        "birth_date": one.birth_date.isoformat() if one.birth_date else None,
        "birth_estimated": int(one.birth_estimated),
        "sex": one.sex or None,
        "gender": one.gender or None,
        "deceased": int(one.is_deceased),
        "deceased_on": one.deceased_on.isoformat() if one.deceased_on else None,
        "person_kind": "stillbirth" if line.is_stillborn else None,
    }


def _tie(tie: NewTie, ids: dict[str, str]) -> dict[str, Value]:
    return {
        "a_id": ids[tie.a_key],
        "b_id": ids[tie.b_key],
        "type": tie.type,
        "from_on": tie.from_on.isoformat() if tie.from_on else None,
        "to_on": tie.to_on.isoformat() if tie.to_on else None,
    }
