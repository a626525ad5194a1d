"""What the Supports part reads: supports with the names that may be seen, and what is being typed about them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from engage_desktop.errors import NotFound
from engage_desktop.store import drafts
from engage_desktop.store.reading import day, is_born, open_rows, short_name, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_domain.persons import CHILD_ROLES
from engage_domain.supports import Somebody, Support, Supports

support, person, member, family = (
    records["support"], records["person"], records["case_member"], records["family"],
)  # fmt: skip


def supports(conn: Connection, family_id: str) -> Supports:
    """Return what stands round a family; NotFound when the family is not on this laptop.

    A support that is somebody kept under Safety, or about somebody kept there, does not show on a general screen.
    """
    name = conn.execute(select(family.c.name).where(family.c.id == family_id)).scalar()
    if name is None:
        raise NotFound("family")
    people = _people(conn, family_id)
    rows = conn.execute(
        select(support).where(support.c.family_id == family_id, open_rows(support)).order_by(support.c.id)
    )
    known = {p.person_id: p for p in people}
    found = (_support(row, known) for row in rows if _may_be_seen(row, known))
    typing = (d for d in drafts.list_open(conn, family_id) if d.entity == "support")
    return Supports(text(name), people, tuple(found), tuple((d.row_id, d.field, d.text) for d in typing))


def _may_be_seen(row: Row[Any], known: dict[str, Somebody]) -> bool:
    return all(not one or one in known for one in (row.person_id, row.about_id))


def _support(row: Row[Any], known: dict[str, Somebody]) -> Support:
    dragged = row.drawn_x is not None and row.drawn_y is not None
    return Support(
        support_id=row.id,
        name=text(row.name) or (known[row.person_id].full_name if row.person_id else ""),
        about_id=text(row.about_id),
        person_id=text(row.person_id),
        kind=text(row.kind),
        formal=_asked(row.formal),
        strength=text(row.strength),
        stressful=_asked(row.stressful),
        flow=text(row.flow),
        circle=row.circle,
        note=text(row.note),
        said_by=tuple(one for one in members(row.said_by) if one in known),
        from_on=day(row.from_on),
        to_on=day(row.to_on),
        place=(row.drawn_x, row.drawn_y) if dragged else None,
    )


def _asked(value: object) -> bool | None:
    return None if value is None else bool(value)


def _people(conn: Connection, family_id: str) -> tuple[Somebody, ...]:
    rows = conn.execute(
        select(person.c.id, person.c.last_name, short_name(person).label("short"), member.c.role)
        .select_from(person.outerjoin(member, (member.c.person_id == person.c.id) & open_rows(member)))
        .where(person.c.family_id == family_id, is_born(person), open_rows(person))
        .order_by(person.c.birth_date.is_(None), person.c.birth_date, person.c.id, member.c.id)
    )
    found: dict[str, Somebody] = {}
    for row in rows:
        short, last = text(row.short), text(row.last_name)
        full = short if short == last else " ".join(part for part in (short, last) if part)
        found.setdefault(row.id, Somebody(row.id, short, full, row.role in CHILD_ROLES))
    return tuple(found.values())
