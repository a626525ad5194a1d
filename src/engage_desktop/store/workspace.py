"""What the Overview of a family reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, and_, func, literal, literal_column, or_, select

from engage_desktop.errors import NotFound
from engage_desktop.store.buckets import read_only_families
from engage_desktop.store.caseload import Kin, kin_of, last_spoken, meetings
from engage_desktop.store.people import has_protected
from engage_desktop.store.policy import policy
from engage_desktop.store.reading import day, moment, open_rows, short_name, standing, text
from engage_desktop.store.records import members
from engage_desktop.store.search_days import last_search, resting
from engage_desktop.store.tables import KEPT, records
from engage_domain.families import ChildOnCard
from engage_domain.month import Child, Month, Stay, child_month
from engage_domain.people import Me
from engage_domain.persons import PARENT_ROLES
from engage_domain.workspace import (
    Appointment,
    FamilyHeader,
    Kept,
    OpenNote,
    ParentLine,
    Promise,
    Quote,
    by_need,
)
from engage_wire.clock import instant

family, case_period, person, member = (records[n] for n in ("family", "case_period", "person", "case_member"))
contact, body, mark, participant = (
    records[n] for n in ("contact", "contact_body", "mark", "contact_participant")
)
appointment, step, user = records["appointment"], records["action_step"], records["user"]
placement = records["placement"]
MOST_CLOSED_PROMISES = 30


def header(conn: Connection, family_id: str) -> FamilyHeader:
    """Return what stands above every tab; NotFound when the family is not on this laptop."""
    row = conn.execute(select(family).where(family.c.id == family_id, standing(family))).first()
    if row is None:
        raise NotFound("family")
    program = conn.execute(
        select(case_period.c.program)
        .where(case_period.c.family_id == family_id, standing(case_period), case_period.c.closed_on.is_(None))
        .order_by(case_period.c.opened_on.desc())
    ).scalar()
    return FamilyHeader(
        family_id,
        text(row.name),
        text(row.home_language),
        text(row.interpreter_need),
        text(program),
        has_protected(conn, family_id),
        family_id in read_only_families(conn),
    )


def quotes(conn: Connection, family_id: str, most: int = 2) -> tuple[Quote, ...]:
    """Return the newest words the family said, from contacts that may be seen."""
    rows = conn.execute(
        select(mark, short_name(person).label("name"))
        .select_from(mark.join(contact, contact.c.id == mark.c.contact_id).outerjoin(person, person.c.id == mark.c.person_id))
        .where(
            mark.c.family_id == family_id,
            mark.c.kind == "said",
            func.length(func.trim(func.coalesce(mark.c.text, ""))) > 0,
            open_rows(mark),
            may_be_seen(),
        )
        .order_by(mark.c.at.desc(), mark.c.id.desc())
        .limit(most)
    )  # fmt: skip
    return tuple(
        Quote(
            row.id,
            text(row.text).strip(),
            text(row.person_id),
            text(row.name) or text(row.speaker),
            moment(row.at),
            row.contact_id,
        )
        for row in rows
    )


def may_be_seen() -> Any:
    """Ask for contacts that stand, and that neither themselves nor their note are kept under Safety."""
    # Spelled as the partial index is, so that notes need not be read to find the few that are kept.
    kept = select(body.c.contact_id).where(literal_column(f"({KEPT})"))
    return and_(open_rows(contact), contact.c.id.not_in(kept))


def promises(conn: Connection, family_id: str, me: str) -> tuple[Promise, ...]:
    """Return what both sides promised, what is owed first, with what became of the rest."""
    rows = conn.execute(
        select(step, short_name(person).label("person"), user.c.display_name.label("colleague"))
        .select_from(
            step.outerjoin(person, person.c.id == step.c.who_person_id).outerjoin(
                user, user.c.id == step.c.who_user_id
            )
        )
        .where(
            step.c.family_id == family_id, step.c.goal_id.is_(None), step.c.plan_id.is_(None), open_rows(step)
        )
        .order_by(step.c.closed_on.desc(), step.c.id.desc())
    ).all()
    found = [_promise(row, me) for row in rows]
    owed = [p for p in found if p.is_open]
    return by_need([*owed, *[p for p in found if not p.is_open][:MOST_CLOSED_PROMISES]])


def promise(conn: Connection, step_id: str) -> Kept:
    """Return how one promise stands now; NotFound when it is not here."""
    row = conn.execute(select(step).where(step.c.id == step_id, standing(step))).first()
    if row is None:
        raise NotFound("action_step")
    return Kept(text(row.status), text(row.outcome_note), day(row.closed_on))


def parents(conn: Connection, family_id: str, now: datetime, zone: ZoneInfo) -> tuple[ParentLine, ...]:
    """Return every parent, near or far, with the last contact, try and search, and what comes next."""
    rows = conn.execute(
        select(member, short_name(person).label("name"))
        .join_from(member, person, person.c.id == member.c.person_id)
        .where(
            member.c.family_id == family_id,
            member.c.role.in_(PARENT_ROLES),
            member.c.to_on.is_(None),
            open_rows(member),
            open_rows(person),
        )
        .order_by(member.c.role.desc(), person.c.birth_date, person.c.id)
    ).all()
    ahead = appointments(conn, family_id, "", since=now)
    ids = {row.person_id: family_id for row in rows}
    spoken = last_spoken(conn, ids, zone, now.astimezone(zone).date())
    paused = resting(conn, family_id)
    found: dict[str, ParentLine] = {}
    for row in rows:
        made = _parent(conn, row, spoken.get(row.person_id), ahead, zone)
        found.setdefault(row.person_id, replace(made, rests=row.person_id in paused))
    return tuple(found.values())


def children(
    conn: Connection, family_id: str, me: Me, today: date, zone: ZoneInfo
) -> tuple[ChildOnCard, ...]:
    """Return the children of a family with their month."""
    span = Month.of(today)
    held = meetings(conn, [family_id], me, zone, span.first, span.last).get(family_id, ())
    counting = policy(conn).counting
    stays = _stays(conn, family_id)
    return tuple(
        ChildOnCard(
            one.person_id,
            one.name,
            one.age,
            child_month(Child(one.person_id, stays.get(one.person_id, ())), span, held, counting),
        )
        for one in kin_of(conn, [family_id], today).get(family_id, Kin()).children
    )


def _stays(conn: Connection, family_id: str) -> dict[str, tuple[Stay, ...]]:
    found: dict[str, tuple[Stay, ...]] = {}
    query = select(placement).where(placement.c.family_id == family_id, standing(placement))
    for row in conn.execute(query):
        stay = Stay(text(row.kind), day(row.from_on), day(row.to_on))
        found[row.person_id] = (*found.get(row.person_id, ()), stay)
    return found


def appointments(conn: Connection, family_id: str, me: str, *, since: datetime) -> tuple[Appointment, ...]:
    """Return what is arranged from a moment on, soonest first."""
    rows = conn.execute(
        select(appointment, user.c.display_name)
        .select_from(appointment.outerjoin(user, user.c.id == appointment.c.user_id))
        .where(
            appointment.c.family_id == family_id,
            appointment.c.status == "planned",
            appointment.c.starts_at >= instant(since),
            open_rows(appointment),
        )
        .order_by(appointment.c.starts_at, appointment.c.id)
    ).all()
    names = person_names(conn, family_id)
    return tuple(_appointment(row, names, me) for row in rows)


def appointment_of(conn: Connection, appointment_id: str, me: str) -> Appointment:
    """Return one appointment; NotFound when it is not here."""
    row = conn.execute(
        select(appointment, user.c.display_name)
        .select_from(appointment.outerjoin(user, user.c.id == appointment.c.user_id))
        .where(appointment.c.id == appointment_id)
    ).first()
    if row is None:
        raise NotFound("appointment")
    return _appointment(row, person_names(conn, row.family_id), me)


def open_notes(conn: Connection, family_id: str) -> tuple[OpenNote, ...]:
    """Return the visits and notes that wait to be finished, newest first."""
    rows = conn.execute(
        select(contact.c.id, contact.c.event_start, contact.c.types)
        .where(contact.c.family_id == family_id, contact.c.status == "draft", may_be_seen())
        .order_by(contact.c.event_start.desc())
    )
    return tuple(OpenNote(row.id, moment(row.event_start), members(row.types)) for row in rows)


def has_contacts(conn: Connection, family_id: str) -> bool:
    """Say whether anybody ever had contact with the family."""
    look = select(literal(1)).where(contact.c.family_id == family_id, standing(contact)).limit(1)
    return conn.execute(look).first() is not None


def person_names(conn: Connection, family_id: str) -> dict[str, str]:
    """Return the name people say of everybody in a family who may be seen."""
    rows = conn.execute(
        select(person.c.id, short_name(person).label("name")).where(
            person.c.family_id == family_id, open_rows(person)
        )
    )
    return {row.id: row.name for row in rows}


def _promise(row: Any, me: str) -> Promise:
    return Promise(
        step_id=row.id,
        what=text(row.what),
        side=text(row.side),
        who=text(row.person) or text(row.colleague),
        is_mine=row.who_user_id == me,
        by_when=day(row.by_when),
        kept=Kept(text(row.status), text(row.outcome_note), day(row.closed_on)),
    )


def _parent(
    conn: Connection, row: Any, spoken: date | None, ahead: tuple[Appointment, ...], zone: ZoneInfo
) -> ParentLine:
    there = participant.c.presence.in_(("present", "left"))
    tried = or_(func.coalesce(contact.c.attempted, 0) == 1, ~there)
    next_on = next((a.starts_at for a in ahead if not a.person_ids or row.person_id in a.person_ids), None)
    return ParentLine(
        person_id=row.person_id,
        name=text(row.name),
        role=text(row.role),
        whereabouts=text(row.whereabouts),
        whereabouts_note=text(row.whereabouts_note),
        not_applicable=text(row.na_reason),
        last_contact=spoken,
        last_try=_last(conn, _with(row.person_id).where(tried), zone),
        last_search=_later(_last(conn, _searches(row), zone), last_search(conn, row.person_id)),
        next_on=next_on,
    )


def _with(person_id: str) -> Select[tuple[str]]:
    return (
        select(contact.c.event_start)
        .join_from(contact, participant, participant.c.contact_id == contact.c.id)
        .where(participant.c.person_id == person_id, standing(participant), may_be_seen())
    )


def _searches(row: Any) -> Select[tuple[str]]:
    searching = func.coalesce(contact.c.types, "").like('%"diligent_search"%')
    return select(contact.c.event_start).where(contact.c.family_id == row.family_id, searching, may_be_seen())


def _last(conn: Connection, query: Select[tuple[str]], zone: ZoneInfo) -> date | None:
    found = moment(conn.execute(query.order_by(contact.c.event_start.desc()).limit(1)).scalar())
    return found.astimezone(zone).date() if found else None


def _later(one: date | None, other: date | None) -> date | None:
    return max((day_ for day_ in (one, other) if day_ is not None), default=None)


def _appointment(row: Any, names: dict[str, str], me: str) -> Appointment:
    ids = members(row.person_ids)
    return Appointment(
        appointment_id=row.id,
        kind=text(row.kind),
        starts_at=moment(row.starts_at),
        ends_at=moment(row.ends_at),
        place=text(row.place),
        purpose=text(row.purpose),
        person_ids=ids,
        names=tuple(names[i] for i in ids if i in names),
        with_whom="" if row.user_id in {me, None} else text(row.display_name),
        status=text(row.status),
    )
