"""What Today reads: the stops of the day, the month so far, and from both what there is to see to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, or_, select, true

from engage_desktop.store import kin_search, needs, workspace
from engage_desktop.store.caseload import Caseload, Folk, caseload, with_protected
from engage_desktop.store.plan_needs import in_force
from engage_desktop.store.policy import policy
from engage_desktop.store.reading import day, moment, open_rows, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_domain import month
from engage_domain.month import ChildMonth, Month, Tile
from engage_domain.names import initials
from engage_domain.people import Me
from engage_domain.today import (
    CLOSED_STEPS,
    VISIT_KINDS,
    Day,
    LittleChild,
    MonthPicture,
    Quote,
    See,
    SeeKind,
    Stop,
    worst_first,
)
from engage_wire.clock import instant

appointment, step, family = records["appointment"], records["action_step"], records["family"]
OFFICE_LANGUAGE = "en"
PROMISES_SHOWN, PROMISE_DAYS = 3, 7
OFF = ("cancelled", "missed")
TILE_ORDER = (Tile.SEEN, Tile.AWAY, Tile.DUE, Tile.MISSED)


@dataclass(frozen=True, slots=True)
class Stance:
    """Who looks at the day, and when; `now` is in the agency's zone."""

    me: Me
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The date in the agency's zone."""
        return self.now.astimezone(self.zone).date()

    def local(self, value: object) -> datetime | None:
        """Read an instant column into the agency's zone."""
        at = moment(value)
        return at.astimezone(self.zone) if at else None


@dataclass(frozen=True, slots=True)
class Months:
    """The caseload with every child's month worked out."""

    load: Caseload
    month: Month
    by_child: Mapping[str, ChildMonth]
    both_parents: Mapping[str, bool]

    def of(self, family_id: str) -> tuple[tuple[Folk, ChildMonth], ...]:
        """Return the children of a family with their month."""
        kin = self.load.kin.get(family_id)
        return tuple((one, self.by_child[one.person_id]) for one in (kin.children if kin else ()))


def day_of(conn: Connection, stance: Stance) -> Day:
    """Return everything Today shows."""
    months = months_of(conn, stance)
    due = needs.due_children(conn, stance.now, months.month, stance.today, children_due(months))
    mine = {row.family_id: row.name for row in months.load.families}
    searches = kin_search.needs(conn, mine, stance.today, stance.zone)
    wanted = (*due, *searches, *needs.others(conn, stance.me, stance.now, stance.zone))
    return Day(
        stance.today,
        stops_of(conn, stance),
        worst_first(wanted, stance.today),
        _picture(months, stance.today),
        len(months.load.families),
    )


def months_of(conn: Connection, stance: Stance, only: Collection[str] | None = None) -> Months:
    """Return the worker's caseload with every child's month, or only some families, whosever they are."""
    span = Month.of(stance.today)
    load = caseload(conn, stance.me, stance.today, span, stance.zone, mine=only is None, only=only)
    counting = policy(conn).counting
    by_child: dict[str, ChildMonth] = {}
    both: dict[str, bool] = {}
    for family_id, kin in load.kin.items():
        held = load.meetings.get(family_id, ())
        for one in kin.children:
            child = load.child(one.person_id)
            by_child[one.person_id] = month.child_month(child, span, held, counting)
            both[one.person_id] = month.both_parents_contacted(
                one.person_id, load.parents.get(family_id, ()), span, held
            )
    return Months(load, span, by_child, both)


def children_due(months: Months) -> tuple[tuple[Folk, str], ...]:
    """Return the children not seen yet this month, with their family's name."""
    return tuple(
        (one, row.name)
        for row in months.load.families
        for one, its in months.of(row.family_id)
        if its.tile is Tile.DUE
    )


def stops_of(conn: Connection, stance: Stance, appointment_id: str = "") -> tuple[Stop, ...]:
    """Return the worker's appointments of today in order, or one; those called off or missed are left out."""
    midnight = datetime.combine(stance.today, time(), stance.zone)
    chosen = appointment.c.id == appointment_id if appointment_id else true()
    rows = conn.execute(
        select(appointment, family.c.name.label("family"), family.c.home_language, family.c.interpreter_need)
        .join_from(appointment, family, family.c.id == appointment.c.family_id)
        .where(
            chosen,
            appointment.c.starts_at >= instant(midnight),
            appointment.c.starts_at < instant(_next_midnight(stance)),
            appointment.c.user_id == stance.me.user_id,
            or_(appointment.c.status.is_(None), appointment.c.status.not_in(OFF)),
            open_rows(appointment),
            family.c.deleted_at.is_(None),
        )
        .order_by(appointment.c.starts_at, appointment.c.id)
    ).all()
    if not rows:
        return ()
    months = months_of(conn, stance, only={row.family_id for row in rows})
    protected = with_protected(conn)
    return tuple(_stop(conn, row, stance, months, is_protected=row.family_id in protected) for row in rows)


def to_see(
    conn: Connection,
    family_id: str,
    language: str,
    stance: Stance,
    children: tuple[tuple[Folk, ChildMonth], ...],
) -> tuple[See, ...]:
    """Return what there is to see to at a visit: children, promises of ours nearly due, the language."""
    found: list[See] = []
    for one, its in children:
        if month.wants_time_alone(its, one.age):
            found.append(See(SeeKind.CHILD_ALONE, one.name, one.person_id))
        elif its.tile is Tile.DUE:
            found.append(See(SeeKind.CHILD, one.name, one.person_id))
    found.extend(_promises(conn, family_id, stance))
    return (*found, *_language(language))


def newest_quote(conn: Connection, family_id: str, zone: ZoneInfo) -> Quote | None:
    """Return what the family said last."""
    said = quotes(conn, family_id, zone, 1)
    return said[0] if said else None


def quotes(conn: Connection, family_id: str, zone: ZoneInfo, most: int) -> tuple[Quote, ...]:
    """Return what the family said, the newest first."""
    return tuple(
        Quote(said.words, said.speaker, said.at.astimezone(zone).date())
        for said in workspace.quotes(conn, family_id, most)
        if said.at is not None
    )


def _next_midnight(stance: Stance) -> datetime:
    return datetime.combine(stance.today + timedelta(days=1), time(), stance.zone)


def _stop(conn: Connection, row: Row[Any], stance: Stance, months: Months, *, is_protected: bool) -> Stop:
    starts = stance.local(row.starts_at)
    assert starts is not None  # the query asks for those of today
    guests = members(row.person_ids)
    children = months.of(row.family_id)
    coming = tuple(pair for pair in children if pair[0].person_id in guests) or children
    is_visit = row.kind in VISIT_KINDS
    language = text(row.home_language)
    return Stop(
        appointment_id=row.id,
        family_id=row.family_id,
        family=text(row.family),
        initials=initials(text(row.family)),
        kind=text(row.kind),
        status=text(row.status),
        starts_at=starts,
        ends_at=stance.local(row.ends_at),
        place=text(row.place),
        purpose=text(row.purpose),
        contact_id=text(row.contact_id),
        children=tuple(LittleChild(one.name, one.age) for one, _ in coming),
        guests=len(guests),
        language=language,
        interpreter=text(row.interpreter_need),
        has_protected=is_protected,
        see=to_see(conn, row.family_id, language, stance, coming) if is_visit else _language(language),
        quote=newest_quote(conn, row.family_id, stance.zone) if is_visit else None,
    )


def _promises(conn: Connection, family_id: str, stance: Stance) -> list[See]:
    until = stance.today + timedelta(days=PROMISE_DAYS)
    rows = conn.execute(
        select(step.c.id, step.c.what, step.c.by_when)
        .where(
            step.c.family_id == family_id,
            step.c.side == "agency",
            or_(step.c.who_user_id.is_(None), step.c.who_user_id == stance.me.user_id),
            step.c.status.not_in(CLOSED_STEPS),
            step.c.by_when <= until.isoformat(),
            or_(step.c.plan_id.is_(None), step.c.plan_id.in_(in_force())),
            open_rows(step),
        )
        .order_by(step.c.by_when, step.c.id)
        .limit(PROMISES_SHOWN)
    )
    return [See(SeeKind.PROMISE, text(row.what), row.id) for row in rows if day(row.by_when)]


def _language(language: str) -> tuple[See, ...]:
    foreign = bool(language) and language != OFFICE_LANGUAGE
    return (See(SeeKind.LANGUAGE, language),) if foreign else ()


def _picture(months: Months, today: date) -> MonthPicture:
    pairs = [pair for row in months.load.families for pair in months.of(row.family_id)]
    pairs.sort(key=lambda pair: TILE_ORDER.index(pair[1].tile))
    return MonthPicture(
        months.month,
        months.month.days_left(today),
        tuple((LittleChild(one.name, one.age), its) for one, its in pairs),
        month.tally([its for _, its in pairs], months.both_parents),
    )
