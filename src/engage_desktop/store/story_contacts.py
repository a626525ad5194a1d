"""What contacts, addenda, appointments, promises and placements tell in a family's story."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select

from engage_desktop.store.reading import day, moment, open_rows, short_name, standing, text
from engage_desktop.store.records import members
from engage_desktop.store.story_parts import Names, known_person, place_of
from engage_desktop.store.tables import records
from engage_desktop.store.workspace import may_be_seen
from engage_domain.story import StoryEntry, StoryFilter, StoryKind
from engage_wire.entities import BODY_SECTIONS

contact, body, participant, mark = (
    records[n] for n in ("contact", "contact_body", "contact_participant", "mark")
)
addendum, appointment, step, placement = (
    records[n] for n in ("addendum", "appointment", "action_step", "placement")
)
person, user = records["person"], records["user"]
MOST_WORDS = 4_000


def contact_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for the contacts."""
    query = place_of(StoryKind.CONTACT, contact, contact.c.event_start)
    return _of_contact(query.where(contact.c.family_id == family_id, may_be_seen()), wanted)


def addendum_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for what was added to notes."""
    query = place_of(StoryKind.ADDENDUM, addendum, addendum.c.written_at).join_from(
        addendum, contact, contact.c.id == addendum.c.contact_id
    )
    return _of_contact(
        query.where(addendum.c.family_id == family_id, open_rows(addendum), may_be_seen()), wanted
    )


def _of_contact(query: Select[Any], wanted: StoryFilter) -> Select[Any]:
    if wanted.person_id:
        took_part = exists().where(
            participant.c.contact_id == contact.c.id,
            participant.c.person_id == wanted.person_id,
            standing(participant),
        )
        focus = func.coalesce(contact.c.focus_children, "").contains(wanted.person_id, autoescape=True)
        query = query.where(or_(took_part, focus))
    if wanted.element:
        told = func.coalesce(contact.c.elements, "").contains(f'"{wanted.element}"', autoescape=True)
        tapped = exists().where(
            mark.c.contact_id == contact.c.id,
            mark.c.kind == "element",
            mark.c.code == wanted.element,
            standing(mark),
        )
        query = query.where(or_(told, tapped))
    return query


def appointment_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for appointments that no contact came of."""
    query = place_of(StoryKind.APPOINTMENT, appointment, appointment.c.starts_at).where(
        appointment.c.family_id == family_id, appointment.c.contact_id.is_(None), open_rows(appointment)
    )
    if wanted.person_id:
        invited = func.coalesce(appointment.c.person_ids, "").contains(wanted.person_id, autoescape=True)
        query = query.where(invited)
    return query


def promise_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for promises, on the day they were made."""
    made_at = func.coalesce(contact.c.event_start, step.c.created_at)
    query = (
        place_of(StoryKind.PROMISE, step, made_at)
        .select_from(step.outerjoin(contact, contact.c.id == step.c.contact_id))
        .where(
            step.c.family_id == family_id, step.c.goal_id.is_(None), step.c.plan_id.is_(None), open_rows(step)
        )
    )
    return query.where(step.c.who_person_id == wanted.person_id) if wanted.person_id else query


def placement_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for placements."""
    query = place_of(StoryKind.PLACEMENT, placement, placement.c.from_on).where(
        placement.c.family_id == family_id, open_rows(placement), known_person(placement.c.person_id)
    )
    return query.where(placement.c.person_id == wanted.person_id) if wanted.person_id else query


def contacts(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return contacts: who was there, and the words of their notes."""
    sections = [func.substr(body.c[section], 1, MOST_WORDS).label(section) for section in BODY_SECTIONS]
    rows = conn.execute(
        select(contact, user.c.display_name, *sections)
        .select_from(
            contact.outerjoin(body, body.c.contact_id == contact.c.id).outerjoin(
                user, user.c.id == contact.c.author_id
            )
        )
        .where(contact.c.id.in_(ids), may_be_seen())
    ).all()
    there, missing = _who_was_there(conn, ids, names)
    return [_contact(row, there.get(row.id, ()), missing.get(row.id, ())) for row in rows]


def _contact(row: Any, there: tuple[str, ...], missing: tuple[str, ...]) -> StoryEntry:
    said = [text(getattr(row, section)).strip() for section in BODY_SECTIONS]
    return StoryEntry(
        StoryKind.CONTACT,
        row.id,
        row.id,
        moment(row.event_start),
        moment(row.event_end),
        members(row.types),
        method=text(row.method),
        location=text(row.location),
        location_note=text(row.location_note),
        status=text(row.status),
        is_attempted=bool(row.attempted),
        reason=text(row.missed_reason),
        reason_note=text(row.missed_note),
        names=there,
        missing=missing,
        elements=members(row.elements),
        words="\n".join(part for part in said if part),
        author=text(row.display_name),
    )


def _who_was_there(
    conn: Connection, ids: list[str], names: Names
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    rows = conn.execute(
        select(participant.c.contact_id, participant.c.person_id, participant.c.other_name, participant.c.presence)
        .where(participant.c.contact_id.in_(ids), open_rows(participant))
        .order_by(participant.c.id)
    )  # fmt: skip
    there: dict[str, tuple[str, ...]] = {}
    missing: dict[str, tuple[str, ...]] = {}
    for row in rows:
        name = names.get(text(row.person_id)) or text(row.other_name)
        side = missing if row.presence in {"absent", "refused"} else there
        if name:
            side[row.contact_id] = (*side.get(row.contact_id, ()), name)
    return there, missing


def addenda(conn: Connection, ids: list[str], _names: Names) -> list[StoryEntry]:
    """Return what was added to notes."""
    rows = conn.execute(
        select(addendum, user.c.display_name)
        .select_from(addendum.outerjoin(user, user.c.id == addendum.c.author_id))
        .where(addendum.c.id.in_(ids), open_rows(addendum))
    )
    return [
        StoryEntry(
            StoryKind.ADDENDUM,
            row.id,
            row.contact_id,
            moment(row.written_at),
            None,
            (),
            words=text(row.text)[:MOST_WORDS],
            author=text(row.display_name),
        )
        for row in rows
    ]


def appointments(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return appointments."""
    rows = conn.execute(select(appointment).where(appointment.c.id.in_(ids), open_rows(appointment)))
    return [
        StoryEntry(
            StoryKind.APPOINTMENT,
            row.id,
            "",
            moment(row.starts_at),
            moment(row.ends_at),
            (text(row.kind),),
            location_note=text(row.place),
            status=text(row.status),
            reason_note=text(row.void_reason),
            names=tuple(names[i] for i in members(row.person_ids) if i in names),
            words=text(row.purpose),
        )
        for row in rows
    ]


def promises(conn: Connection, ids: list[str], _names: Names) -> list[StoryEntry]:
    """Return promises, with what became of them."""
    rows = conn.execute(
        select(step, short_name(person).label("name"), user.c.display_name, contact.c.event_start)
        .select_from(
            step.outerjoin(person, person.c.id == step.c.who_person_id)
            .outerjoin(user, user.c.id == step.c.who_user_id)
            .outerjoin(contact, contact.c.id == step.c.contact_id)
        )
        .where(step.c.id.in_(ids), open_rows(step))
    )
    return [
        StoryEntry(
            StoryKind.PROMISE,
            row.id,
            text(row.contact_id),
            moment(row.event_start) or moment(row.created_at),
            None,
            (text(row.side),),
            status=text(row.status),
            reason_note=text(row.outcome_note),
            names=tuple(name for name in (text(row.name) or text(row.display_name),) if name),
            words=text(row.what),
            until=day(row.by_when),
        )
        for row in rows
    ]


def placements(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return placements."""
    rows = conn.execute(select(placement).where(placement.c.id.in_(ids), open_rows(placement)))
    return [
        StoryEntry(
            StoryKind.PLACEMENT,
            row.id,
            "",
            None,
            None,
            (text(row.kind),),
            names=tuple(name for name in (names.get(text(row.person_id), ""),) if name),
            words=text(row.with_whom),
            until=day(row.to_on),
            person_id=text(row.person_id),
        )
        for row in rows
    ]
