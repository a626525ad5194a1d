"""What would hurt if forgotten: children not seen, notes unfinished, two versions, promises and tasks whose day has come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, func, or_, select

from engage_desktop.store.caseload import Folk
from engage_desktop.store.plan_needs import in_force, plans_due
from engage_desktop.store.reading import day, moment, open_rows, short_name, standing, text
from engage_desktop.store.tables import records
from engage_domain.compose import is_laid
from engage_domain.contact_codes import KEPT_WORDS
from engage_domain.month import Month
from engage_domain.people import Me
from engage_domain.today import CLOSED_STEPS, SOON_DAYS, VISIT_KINDS, Need, NeedKind
from engage_wire.clock import instant
from engage_wire.entities import BODY_SECTIONS

family, appointment, contact = records["family"], records["appointment"], records["contact"]
body, mark, step, task = (records[n] for n in ("contact_body", "mark", "action_step", "task"))
conflict, user, person = records["conflict"], records["user"], records["person"]
DUPLICATE = "possible_duplicate"
NOTE, DEBRIEF = "note", "debrief"
"""Where finishing begins: with the questions while nothing is written, in the note once there is text."""


def due_children(
    conn: Connection, now: datetime, month: Month, today: date, due: Sequence[tuple[Folk, str]]
) -> tuple[Need, ...]:
    """Return the children not yet seen, late in the month, for whose family no visit is planned any more."""
    if month.days_left(today) > SOON_DAYS:
        return ()
    planned = _with_visit_planned(conn, now, month, {one.family_id for one, _ in due})
    return tuple(
        Need(
            NeedKind.CHILD_DUE,
            one.family_id,
            name,
            one.person_id,
            subject=one.name,
            due=month.last,
        )
        for one, name in due
        if one.family_id not in planned
    )


def others(conn: Connection, me: Me, now: datetime, zone: ZoneInfo) -> tuple[Need, ...]:
    """Return everything else that wants the worker today."""
    today = now.astimezone(zone).date()
    return (
        *_unfinished(conn, me, today, zone),
        *_two_versions(conn, me),
        *_promises(conn, me, today),
        *_tasks(conn, me, today),
        *plans_due(conn, me, today),
    )


def _with_visit_planned(
    conn: Connection, now: datetime, month: Month, ids: Collection[str]
) -> frozenset[str]:
    ends = func.coalesce(appointment.c.ends_at, appointment.c.starts_at)
    rows = conn.execute(
        select(appointment.c.family_id, appointment.c.starts_at).where(
            appointment.c.family_id.in_(ids),
            appointment.c.kind.in_(VISIT_KINDS),
            func.coalesce(appointment.c.status, "planned") == "planned",
            ends >= instant(now),
            open_rows(appointment),
        )
    )
    zone = now.tzinfo
    return frozenset(
        row.family_id
        for row in rows
        if (at := moment(row.starts_at)) is not None and at.astimezone(zone).date() <= month.last
    )


def _unfinished(conn: Connection, me: Me, today: date, zone: ZoneInfo) -> list[Need]:
    rows = conn.execute(
        select(contact.c.id, contact.c.family_id, contact.c.event_start, contact.c.event_end, family.c.name)
        .join_from(contact, family, family.c.id == contact.c.family_id)
        .where(
            contact.c.status == "draft",
            or_(contact.c.author_id == me.user_id, contact.c.enterer_id == me.user_id),
            standing(contact),
            family.c.deleted_at.is_(None),
        )
        .order_by(contact.c.event_start)
    ).all()
    return [_note(conn, row, zone) for row in rows if _is_over(row, today, zone)]


def _is_over(row: Any, today: date, zone: ZoneInfo) -> bool:
    """Say whether a contact is behind the worker; a visit going on is not unfinished."""
    began = moment(row.event_start)
    return bool(row.event_end) or began is None or began.astimezone(zone).date() < today


def _note(conn: Connection, row: Any, zone: ZoneInfo) -> Need:
    kinds = tuple(KEPT_WORDS)
    marks = conn.execute(
        select(mark.c.used_in).where(mark.c.contact_id == row.id, mark.c.kind.in_(kinds), standing(mark))
    ).scalars()
    sections = (func.length(func.coalesce(body.c[section], "")) for section in BODY_SECTIONS)
    written = conn.execute(select(sum(sections, start=func.length(""))).where(body.c.id == row.id)).scalar()
    began = moment(row.event_start)
    return Need(
        NeedKind.NOTE_UNFINISHED,
        row.family_id,
        text(row.name),
        row.id,
        count=sum(not is_laid(text(used)) for used in marks),
        code=NOTE if written else DEBRIEF,
        at=began.astimezone(zone) if began else None,
    )


def _two_versions(conn: Connection, me: Me) -> list[Need]:
    mine = or_(conflict.c.head_author == me.user_id, conflict.c.incoming_author == me.user_id)
    rows = conn.execute(
        select(conflict, family.c.name)
        .join_from(conflict, family, family.c.id == conflict.c.family_id)
        .where(
            conflict.c.state.in_(("open", "review")), mine, standing(conflict), family.c.deleted_at.is_(None)
        )
        .order_by(conflict.c.incoming_at)
    ).all()
    return [
        Need(
            NeedKind.TWO_VERSIONS,
            row.family_id,
            text(row.name),
            row.id,
            subject=_colleague(conn, row.head_author, row.incoming_author, me),
            code=text(row.entity),
        )
        for row in rows
    ]


def _colleague(conn: Connection, head: object, incoming: object, me: Me) -> str:
    other = incoming if head == me.user_id else head
    if not other or other == me.user_id:
        return ""
    return text(conn.execute(select(user.c.display_name).where(user.c.id == other)).scalar())


def _promises(conn: Connection, me: Me, today: date) -> list[Need]:
    ours = and_(step.c.side == "agency", step.c.who_user_id == me.user_id)
    theirs = and_(step.c.side == "family", step.c.created_by == me.user_id)
    rows = conn.execute(
        select(step, family.c.name, short_name(person).label("who"))
        .select_from(
            step.join(family, family.c.id == step.c.family_id).outerjoin(
                person, and_(person.c.id == step.c.who_person_id, open_rows(person))
            )
        )
        .where(
            or_(ours, theirs),
            func.coalesce(step.c.status, "not_started").not_in(CLOSED_STEPS),
            step.c.by_when <= today.isoformat(),
            or_(step.c.plan_id.is_(None), step.c.plan_id.in_(in_force())),
            open_rows(step),
            family.c.deleted_at.is_(None),
        )
        .order_by(step.c.by_when)
    ).all()
    return [
        Need(
            NeedKind.PROMISE_DUE,
            row.family_id,
            text(row.name),
            row.id,
            subject=text(row.what),
            due=day(row.by_when),
            code=text(row.side),
            who=text(row.who),
            status=text(row.status),
        )
        for row in rows
    ]


def _tasks(conn: Connection, me: Me, today: date) -> list[Need]:
    rows = conn.execute(
        select(task, family.c.name)
        .join_from(task, family, family.c.id == task.c.family_id)
        .where(
            task.c.user_id == me.user_id,
            func.coalesce(task.c.status, "open") == "open",
            or_(task.c.due_on <= today.isoformat(), task.c.kind == DUPLICATE),
            open_rows(task),
            family.c.deleted_at.is_(None),
        )
        .order_by(task.c.due_on)
    ).all()
    return [
        Need(
            NeedKind.POSSIBLE_DUPLICATE if row.kind == DUPLICATE else NeedKind.TASK_DUE,
            row.family_id,
            text(row.name),
            row.id,
            subject=text(row.title),
            due=day(row.due_on),
            code=text(row.kind),
            about_id=text(row.about_id),
            status=text(row.status),
        )
        for row in rows
    ]
