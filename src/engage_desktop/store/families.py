"""What Families reads: a card for every family, and whether a new one may be here already."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from engage_desktop.store import standings
from engage_desktop.store.caseload import Caseload, FamilyRow, Folk, caseload, last_spoken, with_protected
from engage_desktop.store.names import NameIndex
from engage_desktop.store.policy import policy
from engage_desktop.store.reading import moment, open_rows, standing, text
from engage_desktop.store.standings import RecordState
from engage_desktop.store.tables import records
from engage_domain import month
from engage_domain.families import (
    ChildOnCard,
    FamilyCard,
    Kept,
    Likeness,
    NewFamily,
    NextEvent,
    ParentOnCard,
    Reach,
)
from engage_domain.month import Month
from engage_domain.names import case_key, initials
from engage_domain.people import Me
from engage_wire.clock import instant
from engage_wire.policy import Counting

appointment, case_period = records["appointment"], records["case_period"]
SEARCHING = frozenset({"unknown_search_open", "unknown_search_exhausted"})
KEPT = {RecordState.HERE_ONLY: Kept.HERE_ONLY, RecordState.NEEDS_YOU: Kept.NEEDS_YOU}


def cards(conn: Connection, me: Me, now: datetime, zone: ZoneInfo) -> tuple[FamilyCard, ...]:
    """Return a card for every open family, in no order."""
    today = now.astimezone(zone).date()
    month_ = Month.of(today)
    load = caseload(conn, me, today, month_, zone)
    spoken = last_spoken(
        conn, {p.person_id: p.family_id for kin in load.kin.values() for p in kin.parents}, zone, today
    )
    make = _Cards(load, month_, today, policy(conn).counting, spoken)
    ahead, numbers = next_events(conn, now, zone), case_numbers(conn)
    kept, protected = standings.family_states(conn), with_protected(conn)
    return tuple(
        FamilyCard(
            family_id=row.family_id,
            name=row.name,
            initials=initials(row.name),
            home_language=row.home_language,
            case_nos=numbers.get(row.family_id, ()),
            children=make.children(row),
            parents=make.parents(row),
            next=ahead.get(row.family_id),
            kept=KEPT.get(kept.get(row.family_id, RecordState.WITH_AGENCY), Kept.WITH_AGENCY),
            has_protected=row.family_id in protected,
            is_mine=row.is_mine,
        )
        for row in load.families
    )


def next_events(conn: Connection, now: datetime, zone: ZoneInfo) -> dict[str, NextEvent]:
    """Return the next planned appointment of each family; one that is going on counts as next."""
    still = func.coalesce(appointment.c.ends_at, appointment.c.starts_at) >= instant(now)
    rows = conn.execute(
        select(appointment)
        .where(open_rows(appointment), func.coalesce(appointment.c.status, "planned") == "planned", still)
        .order_by(appointment.c.starts_at.desc())
    )
    found: dict[str, NextEvent] = {}
    for row in rows:
        at = moment(row.starts_at)
        if at is not None:
            found[row.family_id] = NextEvent(row.id, text(row.kind), at.astimezone(zone))
    return found


def case_numbers(conn: Connection) -> dict[str, tuple[str, ...]]:
    """Return the case numbers of each family, the newest first."""
    rows = conn.execute(
        select(case_period.c.family_id, case_period.c.case_no)
        .where(standing(case_period), case_period.c.case_no.is_not(None))
        .order_by(case_period.c.opened_on.desc())
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row.family_id].append(row.case_no)
    return {family_id: tuple(numbers) for family_id, numbers in found.items()}


def likenesses(conn: Connection, new: NewFamily, most: int = 3) -> tuple[Likeness, ...]:
    """Return families here that a new one may be, the same case number first."""
    index = NameIndex.read(conn)
    found: dict[str, Likeness] = {}
    wanted = case_key(new.case_no)
    for family_id in index.with_case_no(wanted) if wanted else ():
        found[family_id] = Likeness(family_id, index.family_name(family_id), same_case_no=True)
    for family_id in index.named_like(new.name):
        found.setdefault(family_id, Likeness(family_id, index.family_name(family_id), same_case_no=False))
    for one in new.people:
        for family_id, name in index.people_named(one.first_name, one.last_name):
            found.setdefault(family_id, Likeness(family_id, index.family_name(family_id), False, name))
    return tuple(found.values())[:most]


class _Cards:
    """Makes the parts of cards out of one caseload."""

    def __init__(
        self, load: Caseload, month_: Month, today: date, counting: Counting, spoken: dict[str, date]
    ) -> None:
        self._load = load
        self._month = month_
        self._today = today
        self._counting = counting
        self._spoken = spoken

    def children(self, row: FamilyRow) -> tuple[ChildOnCard, ...]:
        """Return the children of a family with their month."""
        held = self._load.meetings.get(row.family_id, ())
        kin = self._load.kin.get(row.family_id)
        return tuple(
            ChildOnCard(
                one.person_id,
                one.name,
                one.age,
                month.child_month(self._load.child(one.person_id), self._month, held, self._counting),
            )
            for one in (kin.children if kin else ())
        )

    def parents(self, row: FamilyRow) -> tuple[ParentOnCard, ...]:
        """Return the parents of a family, each with the days since anybody spoke with them."""
        kin = self._load.kin.get(row.family_id)
        return tuple(self._parent(one) for one in (kin.parents if kin else ()))

    def _parent(self, one: Folk) -> ParentOnCard:
        last = self._spoken.get(one.person_id)
        if one.is_excused:
            reach = Reach.EXCUSED
        elif last is not None:
            reach = Reach.SPOKEN
        else:
            reach = Reach.SEARCHING if one.whereabouts in SEARCHING else Reach.NEVER
        return ParentOnCard(
            one.person_id,
            one.name,
            reach,
            (self._today - last).days if last else None,
            one.whereabouts,
            one.note,
            this_month=last is not None and last in self._month,
        )
