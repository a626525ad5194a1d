"""Who may see and write which bucket: derived from assignments, with its history (`sync.md` A5, A6, A10)."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, delete, or_, select, update

from engage_domain.access import UserRole
from engage_server.database import Database
from engage_server.limits import limits_of
from engage_server.tables import records, sync_scope
from engage_wire.clock import COUNTER_BITS, instant, parse_instant, to_ms
from engage_wire.registry import Home

READ, WRITE = "r", "rw"
Mode = tuple[str, str]  # bucket, mode


@dataclass(slots=True)
class Reach:
    """What one author may write, and until when; and what lies in view now."""

    always: frozenset[str] = frozenset()
    until_ms: dict[str, int | None] = field(default_factory=dict)  # last writable moment; None: no end
    visible: set[str] = field(default_factory=set)

    def writable(self, bucket: str, hlc: str) -> bool:
        """Say whether the author could write to `bucket` at that time, days of grace included."""
        if bucket in self.always:
            return True
        if bucket not in self.until_ms:
            return False
        until = self.until_ms[bucket]
        return until is None or int(hlc, 16) >> COUNTER_BITS <= until

    def open(self, bucket: str) -> None:
        """Give the author a bucket that came into being just now."""
        self.until_ms[bucket] = None
        self.visible.add(bucket)


@dataclass(frozen=True, slots=True)
class Staff:
    """A person of the agency, as access rules see them."""

    user_id: str
    role: str
    team_id: str | None
    active: bool
    display_name: str


def staff(connection: Connection, agency: str, user_id: str) -> Staff | None:
    """Return a person of the agency, or None."""
    user = records["user"].c
    row = connection.execute(
        select(user.id, user.role, user.team_id, user.active, user.display_name, user.deleted_at).where(
            user.agency_id == agency, user.id == user_id
        )
    ).one_or_none()
    if row is None:
        return None
    return Staff(
        row.id,
        row.role or "",
        row.team_id,
        bool(row.active) and row.deleted_at is None,
        row.display_name or "",
    )


def own_buckets(agency: str, person: Staff) -> list[Mode]:
    """Return the buckets everybody has: the agency's, and their own."""
    agency_mode = WRITE if person.role == UserRole.ADMINISTRATOR else READ
    return [(f"a:{agency}", agency_mode), (f"u:{person.user_id}", WRITE)]


def scope_of(connection: Connection, agency: str, person: Staff, now: datetime) -> list[Mode]:
    """Return the buckets a person has now, with their modes, in a stable order."""
    at = instant(now)
    c = sync_scope.c
    rows = connection.execute(
        select(c.bucket, c.mode)
        .where(c.agency_id == agency, c.user_id == person.user_id, c.valid_from <= at)
        .where(or_(c.valid_to.is_(None), c.valid_to > at))
    )
    found: dict[str, str] = {}
    for bucket, mode in rows:
        found[bucket] = WRITE if WRITE in {mode, found.get(bucket)} else mode
    return [*own_buckets(agency, person), *sorted(found.items())]


def scope_version(scope: Sequence[Mode]) -> int:
    """Return a number that differs when the scope differs."""
    raw = "\n".join(f"{bucket} {mode}" for bucket, mode in scope).encode()
    return int.from_bytes(hashlib.blake2b(raw, digest_size=6).digest(), "big")


def reach(
    database: Database,
    connection: Connection,
    agency: str,
    person: Staff,
    buckets: Iterable[str],
    now: datetime,
) -> Reach:
    """Return what a person may write among `buckets`."""
    own = own_buckets(agency, person)
    found = Reach(frozenset(b for b, mode in own if mode == WRITE), visible={b for b, _ in own})
    at, c = instant(now), sync_scope.c
    grace = limits_of(connection, agency).grace
    rows = connection.execute(
        select(c.bucket, c.mode, c.valid_to)
        .where(c.agency_id == agency, c.user_id == person.user_id, c.valid_from <= at)
        .where(database.among(c.bucket, sorted(set(buckets))))
    )
    for bucket, mode, valid_to in rows:
        if valid_to is None or valid_to > at:
            found.visible.add(bucket)
        if mode == WRITE:
            end = None if valid_to is None else to_ms(parse_instant(valid_to) + grace)
            known = found.until_ms.get(bucket, 0)
            found.until_ms[bucket] = None if end is None or known is None else max(known, end)
    return found


@dataclass(frozen=True, slots=True)
class _Wanted:
    mode: str
    valid_from: str
    valid_to: str | None


_Place = tuple[str, str, str]  # user, bucket, source


def refresh(
    database: Database,
    connection: Connection,
    agency: str,
    now: datetime,
    families: Iterable[str] | None = None,
) -> None:
    """Derive the scope anew from assignments: of some families, or of all when people changed."""
    database.lock_scope(connection)
    only = None if families is None else sorted(families)
    at = instant(now)
    current = _current(database, connection, agency, at, only)
    wanted = _wanted(database, connection, agency, now, only)
    kept: set[_Place] = set()
    for place, row in current.items():
        there = wanted.get(place)
        if there is None or (there.mode, there.valid_from) != (row.mode, max(row.valid_from, at)):
            _end(connection, agency, place, row.valid_from, at)
            continue
        kept.add(place)
        if there.valid_to != row.valid_to:
            _end(connection, agency, place, row.valid_from, there.valid_to)
    fresh = [
        (agency, *place, row.valid_from, row.mode, row.valid_to)
        for place, row in wanted.items()
        if place not in kept
    ]
    database.upsert(connection, sync_scope, fresh)


def _current(
    database: Database, connection: Connection, agency: str, at: str, families: Sequence[str] | None
) -> dict[_Place, _Wanted]:
    c = sync_scope.c
    query = select(c.user_id, c.bucket, c.source, c.mode, c.valid_from, c.valid_to).where(
        c.agency_id == agency, or_(c.valid_to.is_(None), c.valid_to > at)
    )
    if families is not None:
        query = query.where(database.among(c.bucket, [f"f:{family}" for family in families]))
    return {
        (user, bucket, source): _Wanted(mode, valid_from, valid_to)
        for user, bucket, source, mode, valid_from, valid_to in connection.execute(query)
    }


def _wanted(
    database: Database, connection: Connection, agency: str, now: datetime, families: Sequence[str] | None
) -> dict[_Place, _Wanted]:
    crew = _crew(connection, agency)
    found: dict[_Place, _Wanted] = {}
    for family, assignments in _assignments(database, connection, agency, now, families).items():
        bucket = f"{Home.FAMILY}:{family}"
        live = [a for a in assignments if a.until is None or a.until > instant(now)]
        last = _last_end(live)
        for a in live:
            if a.user_id in crew.active:
                found[a.user_id, bucket, a.row_id] = _Wanted(WRITE, a.since, a.until)
            until = None if a.until == last else a.until
            for supervisor in crew.over(a.user_id):
                found[supervisor, bucket, f"team:{a.row_id}"] = _Wanted(WRITE, a.since, until)
        if not live:  # nobody's family is its last unit's, or nobody would see what is held there
            for supervisor in crew.over(assignments[-1].user_id):
                found[supervisor, bucket, f"last:{assignments[-1].row_id}"] = _Wanted(
                    WRITE, instant(now), None
                )
    return found


@dataclass(frozen=True, slots=True)
class _Assignment:
    row_id: str
    user_id: str
    since: str
    until: str | None


def _last_end(live: Sequence[_Assignment]) -> str | None:
    """Return the day after which a family would be nobody's, or None when there is no such day."""
    ends = [a.until for a in live]
    return None if None in ends or not ends else max(end for end in ends if end)


def _assignments(
    database: Database, connection: Connection, agency: str, now: datetime, families: Sequence[str] | None
) -> dict[str, list[_Assignment]]:
    """Return each family's assignments, ended ones included, in the order in which they were made."""
    zone = zone_of(connection, agency)
    a = records["assignment"].c
    query = select(a.id, a.family_id, a.user_id, a.from_on, a.to_on, a.deleted_at).where(
        a.agency_id == agency
    )
    if families is not None:
        query = query.where(database.among(a.family_id, families))
    found: dict[str, list[_Assignment]] = defaultdict(list)
    for row_id, family, user, from_on, to_on, deleted_at in connection.execute(query.order_by(a.id)):
        since = max(instant(now), _midnight(from_on, zone, 0) or "")
        until = instant(now) if deleted_at is not None else _midnight(to_on, zone, 1)
        found[family].append(_Assignment(row_id, user, since, until))
    return found


@dataclass(frozen=True, slots=True)
class _Crew:
    """Who works here, in which team, and who supervises it."""

    active: frozenset[str]
    teams: dict[str, str]
    supervisors: dict[str, list[str]]

    def over(self, user_id: str) -> list[str]:
        """Return the supervisors of a person's team, the person apart."""
        found = self.supervisors.get(self.teams.get(user_id, ""), [])
        return [supervisor for supervisor in found if supervisor != user_id]


def _crew(connection: Connection, agency: str) -> _Crew:
    user = records["user"].c
    rows = connection.execute(
        select(user.id, user.team_id, user.role, user.active, user.deleted_at)
        .where(user.agency_id == agency)
        .order_by(user.id)
    )
    active: set[str] = set()
    teams: dict[str, str] = {}
    supervisors: dict[str, list[str]] = defaultdict(list)
    for user_id, team_id, role, is_active, deleted_at in rows:
        teams[user_id] = team_id or ""
        if is_active and deleted_at is None:
            active.add(user_id)
            if role == UserRole.SUPERVISOR and team_id:
                supervisors[team_id].append(user_id)
    return _Crew(frozenset(active), teams, supervisors)


def _end(connection: Connection, agency: str, place: _Place, valid_from: str, valid_to: str | None) -> None:
    """End what a person has at a moment; what had not begun by then is forgotten, or it would leave days of grace."""
    c = sync_scope.c
    user, bucket, source = place
    here = (c.agency_id == agency, c.user_id == user, c.bucket == bucket, c.source == source)
    never = valid_to is not None and valid_from > valid_to
    changed = delete(sync_scope) if never else update(sync_scope).values(valid_to=valid_to)
    connection.execute(changed.where(*here, c.valid_from == valid_from))


def is_zone(name: str) -> bool:
    """Say whether there is a time zone of this name."""
    return _named_zone(name) is not None


def zone_of(connection: Connection, agency: str) -> ZoneInfo:
    """Return the zone in which the agency's days begin; UTC where it names none there is."""
    table = records["agency"].c
    name = connection.scalar(select(table.time_zone).where(table.agency_id == agency, table.id == agency))
    return _named_zone(name or "") or ZoneInfo("UTC")


def _named_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones is no zone
        return None


def _midnight(day: str | None, zone: ZoneInfo, days: int) -> str | None:
    """Return the instant at which a day begins in the agency's zone, some days on."""
    if day is None:
        return None
    try:
        return instant(datetime.combine(date.fromisoformat(day) + timedelta(days=days), time(), zone))
    except OverflowError:  # the year 9999 means "no end"
        return None
