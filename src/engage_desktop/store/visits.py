"""What is read of one contact: its facts, who took part, its marks and promises, with typing laid over them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, and_, select

from engage_desktop.errors import NotFound
from engage_desktop.store import drafts
from engage_desktop.store.people import people
from engage_desktop.store.reading import day, moment, open_rows, standing, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_domain.contact_codes import MarkKind
from engage_domain.persons import PersonCard
from engage_domain.visit import HOUR, Attendee, Contact, Mark, NextVisit, Promise, is_child
from engage_domain.workspace import AppointmentKind

contact, participant, mark = records["contact"], records["contact_participant"], records["mark"]
step, appointment, family, user = (
    records["action_step"],
    records["appointment"],
    records["family"],
    records["user"],
)
household_member, member = records["household_member"], records["case_member"]
Typed = dict[tuple[str, str, str], str]


def contact_row(conn: Connection, contact_id: str) -> RowMapping:
    """Return the row of a contact that was not taken back, or raise NotFound."""
    found = (
        conn.execute(select(contact).where(contact.c.id == contact_id, standing(contact))).mappings().first()
    )
    if found is None:
        raise NotFound("contact")
    return found


def contact_of(conn: Connection, contact_id: str, today: date) -> Contact:
    """Return everything known of a contact except its narrative."""
    row = contact_row(conn, contact_id)
    family_id = str(row["family_id"])
    about = conn.execute(select(family.c.name, family.c.home_language).where(family.c.id == family_id)).one()
    typed = _typed(conn, family_id)
    folk = people(conn, family_id, today)
    names = {card.person_id: card.short_name for card in folk.cards}
    marks = _marks(conn, contact_id, names, typed)
    start, end = moment(row["event_start"]), moment(row["event_end"])
    return Contact(
        id=contact_id,
        family_id=family_id,
        family=text(about.name),
        status=text(row["status"]),
        start=start,
        end=end,
        method=text(row["method"]),
        types=members(row["types"]),
        purposes=members(row["purposes"]),
        location=text(row["location"]),
        location_note=typed.get(("contact", contact_id, "location_note"), text(row["location_note"])),
        attempted=bool(row["attempted"]),
        missed_reason=text(row["missed_reason"]),
        missed_note=typed.get(("contact", contact_id, "missed_note"), text(row["missed_note"])),
        focus_children=members(row["focus_children"]),
        topics=members(row["topics"]),
        elements=members(row["elements"]),
        language=typed.get(("contact", contact_id, "language"), text(row["language"])),
        entered_at=moment(row["entered_at"]),
        finalised_at=moment(row["finalised_at"]),
        author_id=text(row["author_id"]),
        author=_user(conn, row["author_id"]),
        enterer_id=text(row["enterer_id"]),
        enterer=_user(conn, row["enterer_id"]),
        appointment_id=text(row["appointment_id"]),
        people=_attendees(conn, contact_id, family_id, folk.cards, typed),
        marks=marks,
        promises=_promises(conn, marks, names, typed),
        next_visit=next_visit(conn, row),
        shield=folk.has_protected,
        family_languages=tuple(filter(None, (text(about.home_language),))),
    )


def running_contact(conn: Connection, family_id: str, me: str) -> str:
    """Return the visit to a family that this worker began and has not left, if there is one."""
    mine = and_(contact.c.family_id == family_id, contact.c.author_id == me, contact.c.status == "draft")
    on = and_(contact.c.event_end.is_(None), contact.c.event_start.is_not(None), standing(contact))
    there = and_(
        contact.c.method == "face_to_face",
        contact.c.attempted.is_not(True),
        contact.c.missed_reason.is_(None),
    )
    query = select(contact.c.id).where(mine, on, there).order_by(contact.c.event_start.desc())
    return text(conn.execute(query).scalar())


def participant_of(conn: Connection, contact_id: str, person_id: str) -> str:
    """Return the standing row of one person in a contact, if there is one."""
    query = select(participant.c.id).where(
        participant.c.contact_id == contact_id, participant.c.person_id == person_id, standing(participant)
    )
    return text(conn.execute(query.order_by(participant.c.id)).scalar())


def participant_row(conn: Connection, participant_id: str) -> RowMapping:
    """Return one standing row of who took part, or raise NotFound."""
    query = select(participant).where(participant.c.id == participant_id, standing(participant))
    found = conn.execute(query).mappings().first()
    if found is None:
        raise NotFound("participant")
    return found


def mark_row(conn: Connection, mark_id: str) -> RowMapping:
    """Return one mark, standing or taken back, or raise NotFound."""
    found = conn.execute(select(mark).where(mark.c.id == mark_id)).mappings().first()
    if found is None:
        raise NotFound("mark")
    return found


def marks_of(
    conn: Connection, contact_id: str, kind: str, code: str = "", person_id: str = ""
) -> tuple[str, ...]:
    """Return the standing marks of one kind, and of one code or person when given."""
    query = select(mark.c.id).where(mark.c.contact_id == contact_id, mark.c.kind == kind, standing(mark))
    if code:
        query = query.where(mark.c.code == code)
    if person_id:
        query = query.where(mark.c.person_id == person_id)
    return tuple(conn.execute(query.order_by(mark.c.id)).scalars())


def _typed(conn: Connection, family_id: str) -> Typed:
    return {(d.entity, d.row_id, d.field): d.text for d in drafts.list_open(conn, family_id)}


def _user(conn: Connection, user_id: object) -> str:
    return text(conn.execute(select(user.c.display_name).where(user.c.id == text(user_id))).scalar())


def _attendees(
    conn: Connection, contact_id: str, family_id: str, cards: tuple[PersonCard, ...], typed: Typed
) -> tuple[Attendee, ...]:
    query = select(participant).where(participant.c.contact_id == contact_id, standing(participant))
    rows = conn.execute(query.order_by(participant.c.id)).all()
    by_person: dict[str, Row[Any]] = {row.person_id: row for row in rows if row.person_id}
    near = _nearby(conn, family_id)
    family_folk = [
        _attendee(by_person.get(c.person_id), typed, c, near)
        for c in cards
        if c.person_id in by_person or (c.to_on is None and c.deceased_on is None)
    ]
    others = [_attendee(row, typed, None, near) for row in rows if not row.person_id]
    return (*family_folk, *others)


def _nearby(conn: Connection, family_id: str) -> frozenset[str]:
    """Return who lives with a child of the family; everybody while no household is written down."""
    of_family = and_(household_member.c.family_id == family_id, household_member.c.to_on.is_(None))
    lives = select(household_member.c.household_id, household_member.c.person_id).where(
        of_family, open_rows(household_member)
    )
    minors = select(member.c.person_id).where(
        member.c.family_id == family_id, member.c.role.in_(("child", "sibling")), standing(member)
    )
    children = set(conn.execute(minors).scalars())
    rows = conn.execute(lives).all()
    homes = {row.household_id for row in rows if row.person_id in children}
    return frozenset(row.person_id for row in rows if row.household_id in homes)


def _attendee(row: Row[Any] | None, typed: Typed, card: PersonCard | None, near: frozenset[str]) -> Attendee:
    known: dict[str, Any] = {}
    if card is not None:
        known = {
            "person_id": card.person_id,
            "name": card.short_name,
            "role": card.role,
            "age": card.age,
            "child": is_child(card.role, card.age),
            "nearby": not near or card.person_id in near or is_child(card.role, card.age),
        }
    if row is None:
        return Attendee(**known)
    return Attendee(
        **{"name": text(row.other_name), **known},
        participant_id=row.id,
        presence=text(row.presence),
        arrived_at=moment(row.arrived_at),
        left_at=moment(row.left_at),
        seen_alone=text(row.seen_alone),
        seen_how=typed.get(("contact_participant", row.id, "seen_how"), text(row.seen_how)),
    )


def _marks(conn: Connection, contact_id: str, names: dict[str, str], typed: Typed) -> tuple[Mark, ...]:
    query = select(mark).where(mark.c.contact_id == contact_id, open_rows(mark))
    rows = conn.execute(query.order_by(mark.c.at.desc(), mark.c.id.desc())).all()
    return tuple(
        Mark(
            id=row.id,
            at=at,
            kind=text(row.kind),
            person_id=text(row.person_id),
            who=names.get(row.person_id or "", "") or text(row.speaker),
            code=text(row.code),
            text=typed.get(("mark", row.id, "text"), text(row.text)),
            used_in=text(row.used_in),
        )
        for row in rows
        if (at := moment(row.at)) is not None
    )


def _promises(
    conn: Connection, marks: tuple[Mark, ...], names: dict[str, str], typed: Typed
) -> tuple[Promise, ...]:
    by_step = {m.code: m for m in marks if m.kind == MarkKind.PROMISE}
    rows = conn.execute(select(step).where(step.c.id.in_(by_step), standing(step))).all()
    found = [
        Promise(
            step_id=row.id,
            mark_id=by_step[row.id].id,
            side=text(row.side),
            who_person_id=text(row.who_person_id),
            who=names.get(row.who_person_id or "", "") or by_step[row.id].who,
            what=typed.get(("action_step", row.id, "what"), text(row.what)),
            by_when=day(row.by_when),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda p: by_step[p.step_id].at))


def planned_visits(conn: Connection, family_id: str, worker: object, after: str) -> Sequence[Row[Any]]:
    """Return the home visits a worker still has to make to a family from some instant on, in order.

    A court date, a meeting or a colleague's visit is none: nobody moves it by saying when they come again.
    """
    query = select(appointment).where(
        appointment.c.family_id == family_id,
        appointment.c.user_id == worker,
        appointment.c.kind == AppointmentKind.HOME_VISIT,
        appointment.c.status == "planned",
        appointment.c.contact_id.is_(None),
        appointment.c.starts_at >= after,
        open_rows(appointment),
    )
    return conn.execute(query.order_by(appointment.c.starts_at, appointment.c.id)).all()


def next_visit(conn: Connection, about: RowMapping) -> NextVisit | None:
    """Return the home visit that whoever wrote the contact `about` makes next."""
    rows = planned_visits(conn, about["family_id"], about["author_id"], text(about["event_start"]))
    for row in rows:
        start, end = moment(row.starts_at), moment(row.ends_at)
        if start is not None:
            return NextVisit(row.id, start, end - start if end else HOUR)
    return None
