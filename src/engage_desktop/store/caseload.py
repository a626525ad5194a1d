"""The caseload in bulk: families, children, parents, placements and contacts, read once for all cards and tiles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, and_, func, literal_column, or_, select, union_all

from engage_desktop.store.buckets import hidden_families
from engage_desktop.store.reading import day, moment, open_rows, short_name, standing, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import KEPT, PROTECTABLE, records
from engage_domain.month import REACHING_METHODS, THERE, Child, Meeting, Month, Parent, Stay, Took
from engage_domain.people import Me
from engage_domain.persons import ACP, PARENT_ROLES, UNSAFE, age_of
from engage_wire.clock import instant

family, assignment, person, member = (records[n] for n in ("family", "assignment", "person", "case_member"))
relationship, placement, contact = (records[n] for n in ("relationship", "placement", "contact"))
body, participant, user = records["contact_body"], records["contact_participant"], records["user"]
point = records["contact_point"]
PARENT_TYPES = ("birth", "adoptive", "putative", "acknowledged", "adjudicated")
RECENT = timedelta(days=70)
SEEN_OF_CONTACT = (
    "id", "family_id", "event_start", "method", "location", "location_note", "attempted", "missed_reason",
    "missed_note", "focus_children", "contactor_role", "author_id",
)  # fmt: skip
IN_ONE_GO = 900  # families in one statement


@dataclass(frozen=True, slots=True)
class Folk:
    """A child or parent of the caseload."""

    person_id: str
    family_id: str
    name: str
    role: str
    age: int | None
    whereabouts: str
    note: str
    is_excused: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """The children and parents of one family, eldest child first."""

    children: tuple[Folk, ...] = ()
    parents: tuple[Folk, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family, and whether it is this worker's own."""

    family_id: str
    name: str
    home_language: str
    interpreter: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Caseload:
    """Everything the cards and tiles are made from."""

    families: tuple[FamilyRow, ...]
    kin: Mapping[str, Kin]
    stays: Mapping[str, tuple[Stay, ...]]
    parents: Mapping[str, tuple[Parent, ...]]
    meetings: Mapping[str, tuple[Meeting, ...]] = field(default_factory=dict)

    def child(self, person_id: str) -> Child:
        """Return a child with its placements."""
        return Child(person_id, self.stays.get(person_id, ()))


def caseload(
    conn: Connection,
    me: Me,
    today: date,
    month_: Month,
    zone: ZoneInfo,
    *,
    mine: bool = False,
    only: Collection[str] | None = None,
) -> Caseload:
    """Return the open families with what their month is made of: all, the worker's own, or `only` some."""
    open_families = families(conn, me, today)
    rows = tuple(
        row for row in open_families if (row.is_mine or not mine) and (only is None or row.family_id in only)
    )
    ids = [row.family_id for row in rows]
    kin = kin_of(conn, ids, today)
    excused = {p.person_id for k in kin.values() for p in k.parents if p.is_excused}
    return Caseload(
        rows,
        kin,
        _stays(conn, ids),
        _parents(conn, kin, ids, excused),
        meetings(conn, ids, me, zone, month_.first, month_.last),
    )


def families(conn: Connection, me: Me, today: date) -> list[FamilyRow]:
    """Return every open family. Own is one assigned to this worker, or opened here and not yet assigned by anybody."""
    given = conn.execute(
        select(assignment.c.family_id, assignment.c.user_id, assignment.c.to_on).where(standing(assignment))
    ).all()
    anybodys, hidden = {row.family_id for row in given}, hidden_families(conn)
    now = today.isoformat()
    own = {row.family_id for row in given if row.user_id == me.user_id and (row.to_on or now) >= now}
    rows = conn.execute(
        select(family).where(standing(family), func.coalesce(family.c.status, "open") != "closed")
    )
    return [
        FamilyRow(
            row.id,
            text(row.name),
            text(row.home_language),
            text(row.interpreter_need),
            row.id in own or (row.id not in anybodys and row.created_by == me.user_id),
        )
        for row in rows
        if row.id not in hidden
    ]


def kin_of(conn: Connection, ids: Collection[str], today: date) -> dict[str, Kin]:
    """Return the children and parents of some families who may be shown and belong to it today."""
    roles = ("child", *PARENT_ROLES)
    current = or_(member.c.to_on.is_(None), member.c.to_on >= today.isoformat())
    query = (
        select(
            person.c.id,
            person.c.family_id,
            person.c.birth_date,
            person.c.deceased_on,
            short_name(person).label("name"),
            member.c.role,
            member.c.whereabouts,
            member.c.whereabouts_note,
            member.c.na_reason,
        )
        .join_from(member, person, person.c.id == member.c.person_id)
        .where(member.c.role.in_(roles), current, open_rows(member), open_rows(person))
        .order_by(member.c.from_on.desc(), member.c.id.desc())
    )
    found: dict[str, dict[str, Folk]] = defaultdict(dict)
    for row in _for_families(conn, query, member, ids):
        found[row.family_id].setdefault(row.id, _folk(row, today))
    return {family_id: _kin(people.values()) for family_id, people in found.items()}


def meetings(
    conn: Connection, ids: Collection[str], me: Me, zone: ZoneInfo, first: date, last: date
) -> dict[str, tuple[Meeting, ...]]:
    """Return the contacts of some days by family; of protected ones only that they were, never where or why."""
    since, until = _midnight(first, zone), _midnight(last + timedelta(days=1), zone)
    query = (
        select(
            *(contact.c[name] for name in SEEN_OF_CONTACT),
            user.c.role.label("author_role"),
            participant.c.person_id.label("who"),
            participant.c.presence,
            participant.c.seen_alone,
            _hidden().label("hidden"),
        )
        .select_from(
            contact.outerjoin(
                participant, and_(participant.c.contact_id == contact.c.id, standing(participant))
            )
            .outerjoin(user, user.c.id == contact.c.author_id)
            .outerjoin(body, body.c.id == contact.c.id)
        )
        .where(standing(contact), contact.c.event_start >= since, contact.c.event_start < until)
        .order_by(contact.c.event_start, contact.c.id)
    )
    heads: dict[str, Any] = {}
    took: dict[str, list[Took]] = defaultdict(list)
    for row in _for_families(conn, query, contact, ids):
        heads.setdefault(row.id, row)
        if row.who:
            took[row.id].append(Took(row.who, text(row.presence), text(row.seen_alone)))
    found: dict[str, list[Meeting]] = defaultdict(list)
    for row in heads.values():
        found[row.family_id].append(_meeting(row, tuple(took[row.id]), me, zone))
    return {family_id: tuple(rows) for family_id, rows in found.items()}


def last_spoken(conn: Connection, parents: Mapping[str, str], zone: ZoneInfo, today: date) -> dict[str, date]:
    """Return when each parent was last spoken with; `parents` gives each one's family.

    Nearly everybody is found in the last weeks; only the others cost a look through all their contacts.
    """
    since = contact.c.event_start >= _midnight(today - RECENT, zone)
    near = contact.c.family_id.in_(sorted(set(parents.values())))
    found = _spoken(conn, parents, zone, since, near)
    rest = [parent_id for parent_id in parents if parent_id not in found]
    return found | (_spoken(conn, rest, zone) if rest else {})


def with_protected(conn: Connection) -> frozenset[str]:
    """Return the families of which anything is kept under Safety; nothing of what it is."""
    # Spelled as the partial indexes are, with no bound value, so that they are used.
    kept: ColumnElement[bool] = literal_column(f"({KEPT})")
    looks = [
        select(table.c.family_id).where(standing(table), kept)
        for table in (records[name] for name in PROTECTABLE)
    ]
    unsafe = relationship.c.quality == UNSAFE
    withheld = point.c.confidentiality.in_((ACP, "withheld"))
    looks.extend(
        (
            select(relationship.c.family_id).where(standing(relationship), unsafe),
            select(point.c.family_id).where(standing(point), withheld),
        )
    )
    return frozenset(conn.execute(union_all(*looks)).scalars())


def _for_families(conn: Connection, query: Any, table: Any, ids: Collection[str]) -> Iterable[Row[Any]]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), IN_ONE_GO):
        yield from conn.execute(query.where(table.c.family_id.in_(wanted[start : start + IN_ONE_GO])))


def _folk(row: Row[Any], today: date) -> Folk:
    died = day(row.deceased_on)
    return Folk(
        row.id,
        row.family_id,
        text(row.name),
        text(row.role),
        age_of(day(row.birth_date), died, today),
        text(row.whereabouts),
        text(row.whereabouts_note),
        bool(row.na_reason) or died is not None,
    )


def _kin(people: Iterable[Folk]) -> Kin:
    folk = sorted(people, key=lambda p: (-(p.age if p.age is not None else -1), p.name))
    parents = sorted(
        (p for p in folk if p.role in PARENT_ROLES), key=lambda p: (PARENT_ROLES.index(p.role), p.name)
    )
    return Kin(tuple(p for p in folk if p.role == "child"), tuple(parents))


def _stays(conn: Connection, ids: Collection[str]) -> dict[str, tuple[Stay, ...]]:
    found: dict[str, list[Stay]] = defaultdict(list)
    for row in _for_families(conn, select(placement).where(standing(placement)), placement, ids):
        found[row.person_id].append(Stay(text(row.kind), day(row.from_on), day(row.to_on)))
    return {person_id: tuple(stays) for person_id, stays in found.items()}


def _parents(
    conn: Connection, kin: Mapping[str, Kin], ids: Collection[str], excused: Collection[str]
) -> dict[str, tuple[Parent, ...]]:
    query = select(relationship.c.a_id, relationship.c.b_id).where(
        standing(relationship), relationship.c.type.in_(PARENT_TYPES)
    )
    children: dict[str, set[str]] = defaultdict(set)
    for row in _for_families(conn, query, relationship, ids):
        children[row.a_id].add(row.b_id)
    return {
        family_id: tuple(
            Parent(p.person_id, frozenset(children[p.person_id]), p.person_id in excused)
            for p in both.parents
        )
        for family_id, both in kin.items()
    }


def _meeting(row: Any, took: tuple[Took, ...], me: Me, zone: ZoneInfo) -> Meeting:
    at = moment(row.event_start)
    assert at is not None  # the query asks for those with a time
    own_role = me.role if row.author_id == me.user_id else ""
    return Meeting(
        contact_id=row.id,
        family_id=row.family_id,
        day=at.astimezone(zone).date(),
        method=text(row.method),
        location=text(row.location),
        location_note="" if row.hidden else text(row.location_note),
        attempted=bool(row.attempted),
        missed_reason=text(row.missed_reason),
        missed_note="" if row.hidden else text(row.missed_note),
        worker_role=text(row.contactor_role) or text(row.author_role) or own_role,
        focus=frozenset(members(row.focus_children)),
        people=took,
        is_hidden=bool(row.hidden),
    )


def _spoken(
    conn: Connection, parents: Iterable[str], zone: ZoneInfo, *more: ColumnElement[bool]
) -> dict[str, date]:
    rows = conn.execute(
        select(participant.c.person_id, func.max(contact.c.event_start).label("latest"))
        .join_from(participant, contact, contact.c.id == participant.c.contact_id)
        .where(
            participant.c.person_id.in_(sorted(parents)),
            participant.c.presence.in_(THERE),
            standing(participant),
            standing(contact),
            contact.c.method.in_(REACHING_METHODS),
            func.coalesce(contact.c.attempted, 0) == 0,
            func.length(func.coalesce(contact.c.missed_reason, "")) == 0,
            *more,
        )
        .group_by(participant.c.person_id)
    )
    found = ((row.person_id, moment(row.latest)) for row in rows)
    return {person_id: at.astimezone(zone).date() for person_id, at in found if at is not None}


def _hidden() -> Any:
    return or_(*(getattr(t.c, name) != "[]" for t in (contact, body) for name in ("labels", "hide_from")))


def _midnight(on: date, zone: ZoneInfo) -> str:
    return instant(datetime.combine(on, time(), zone))
