"""What a brief reads: one page about a family, for the minutes before a visit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, or_, select

from engage_desktop.errors import NotFound
from engage_desktop.store import workspace
from engage_desktop.store.caseload import Folk, Kin, kin_of, with_protected
from engage_desktop.store.people import people
from engage_desktop.store.reading import day, moment, open_rows, standing, text
from engage_desktop.store.tables import records
from engage_desktop.store.today import Stance, months_of, quotes, stops_of, to_see
from engage_domain.month import REACHING_METHODS, THERE, ChildMonth, Tile
from engage_domain.names import initials
from engage_domain.persons import PersonCard
from engage_domain.today import (
    Alert,
    AlertKind,
    Brief,
    Household,
    LastContact,
    PromiseLine,
    Resident,
    See,
    Stop,
)

family, case_period, contact = records["family"], records["case_period"], records["contact"]
body, participant, conflict = records["contact_body"], records["contact_participant"], records["conflict"]
household, household_member = records["household"], records["household_member"]
placement = records["placement"]
SEARCHING = frozenset({"unknown_search_open"})
COURT_DAYS = 14
QUOTES = 3
Pairs = tuple[tuple[Folk, ChildMonth], ...]


def brief(conn: Connection, family_id: str, stance: Stance, appointment_id: str = "") -> Brief:
    """Return one page about a family; NotFound when it is not on this laptop."""
    row = conn.execute(select(family).where(family.c.id == family_id, standing(family))).first()
    if row is None:
        raise NotFound("family")
    cards = people(conn, family_id, stance.today).cards
    stops = stops_of(conn, stance, appointment_id) if appointment_id else ()
    stop = stops[0] if stops else None
    pairs = months_of(conn, stance, only={family_id}).of(family_id)
    kin = kin_of(conn, [family_id], stance.today).get(family_id, Kin())
    return Brief(
        family_id=family_id,
        family=text(row.name),
        initials=initials(text(row.name)),
        language=text(row.home_language),
        interpreters=tuple(
            (card.short_name, card.interpreter_need) for card in cards if card.interpreter_need
        ),
        has_protected=family_id in with_protected(conn),
        homes=_homes(conn, family_id, stance.today, cards),
        elsewhere=_elsewhere(conn, family_id, stance.today, cards),
        contacts=(
            *(_child(conn, one, its, stance) for one, its in pairs),
            *(_parent(conn, one, stance) for one in kin.parents),
        ),
        said=quotes(conn, family_id, stance.zone, QUOTES),
        promises=_promises(conn, family_id, stance),
        alerts=_alerts(conn, family_id, stance, pairs, kin),
        see=_see(conn, family_id, stop, row, stance, pairs),
        stop=stop,
    )


def _see(
    conn: Connection, family_id: str, stop: Stop | None, row: Any, stance: Stance, pairs: Pairs
) -> tuple[See, ...]:
    if stop is not None and stop.see:
        return stop.see
    return to_see(conn, family_id, text(row.home_language), stance, pairs)


def _homes(
    conn: Connection, family_id: str, today: date, cards: tuple[PersonCard, ...]
) -> tuple[Household, ...]:
    known = {card.person_id: card for card in cards}
    rows = conn.execute(
        select(household.c.id, household.c.name, household_member.c.person_id)
        .join_from(household_member, household, household.c.id == household_member.c.household_id)
        .where(
            household.c.family_id == family_id,
            open_rows(household),
            open_rows(household_member),
            func.coalesce(household_member.c.to_on, "9999") >= today.isoformat(),
            func.coalesce(household.c.to_on, "9999") >= today.isoformat(),
        )
        .order_by(household.c.from_on, household.c.id)
    )
    found: dict[str, tuple[str, list[Resident]]] = {}
    for row in rows:
        card = known.get(row.person_id)
        if card is not None:
            home = found.setdefault(row.id, (text(row.name), []))
            home[1].append(Resident(card.short_name, card.age, card.role))
    order = {card.short_name: place for place, card in enumerate(cards)}
    homes = [
        Household(name, tuple(sorted(residents, key=lambda r: order[r.name])))
        for name, residents in found.values()
    ]
    return tuple(sorted(homes, key=lambda home: -sum(r.role == "child" for r in home.people)))


def _elsewhere(
    conn: Connection, family_id: str, today: date, cards: tuple[PersonCard, ...]
) -> tuple[tuple[str, str, str], ...]:
    known = {card.person_id: card.short_name for card in cards}
    rows = conn.execute(
        select(placement)
        .where(
            placement.c.family_id == family_id,
            func.coalesce(placement.c.to_on, "9999") >= today.isoformat(),
            open_rows(placement),
        )
        .order_by(placement.c.from_on, placement.c.id)
    )
    return tuple(
        (known[row.person_id], text(row.kind), text(row.with_whom)) for row in rows if row.person_id in known
    )


def _child(conn: Connection, one: Folk, its: ChildMonth, stance: Stance) -> LastContact:
    last = _last(conn, one.person_id, ("face_to_face",))
    return _line(one, last, stance, its)


def _parent(conn: Connection, one: Folk, stance: Stance) -> LastContact:
    return _line(one, _last(conn, one.person_id, tuple(REACHING_METHODS)), stance, None)


def _line(one: Folk, last: Any, stance: Stance, its: ChildMonth | None) -> LastContact:
    at = stance.local(last.event_start) if last else None
    hidden = bool(last.hidden) if last else False
    return LastContact(
        one.person_id,
        one.name,
        one.age,
        one.role,
        at.date() if at else None,
        (stance.today - at.date()).days if at else None,
        text(last.method) if last and not hidden else "",
        text(last.location) if last and not hidden else "",
        text(last.seen_alone) if last else "",
        one.whereabouts,
        one.note,
        its,
    )


def _last(conn: Connection, person_id: str, methods: tuple[str, ...]) -> Any:
    hidden = or_(*(func.coalesce(t.c.labels, "[]") != "[]" for t in (contact, body)))
    return conn.execute(
        select(contact.c.event_start, contact.c.method, contact.c.location, participant.c.seen_alone, hidden.label("hidden"))
        .select_from(
            participant.join(contact, contact.c.id == participant.c.contact_id).outerjoin(
                body, body.c.id == contact.c.id
            )
        )
        .where(
            participant.c.person_id == person_id,
            participant.c.presence.in_(THERE),
            standing(participant),
            standing(contact),
            contact.c.method.in_(methods),
            func.coalesce(contact.c.attempted, 0) == 0,
            func.length(func.coalesce(contact.c.missed_reason, "")) == 0,
            contact.c.event_start.is_not(None),
        )
        .order_by(contact.c.event_start.desc())
        .limit(1)
    ).first()  # fmt: skip


def _promises(conn: Connection, family_id: str, stance: Stance) -> tuple[PromiseLine, ...]:
    return tuple(
        PromiseLine(p.step_id, p.what, p.who, p.by_when, p.side, p.kept.status)
        for p in workspace.promises(conn, family_id, stance.me.user_id)
        if p.is_open
    )


def _alerts(conn: Connection, family_id: str, stance: Stance, pairs: Pairs, kin: Kin) -> tuple[Alert, ...]:
    found = [Alert(AlertKind.CHILD_DUE, one.name) for one, its in pairs if its.tile is Tile.DUE]
    court = _court(conn, family_id, stance)
    if court is not None:
        found.append(Alert(AlertKind.COURT_SOON, on=court))
    found.extend(
        Alert(AlertKind.SEARCH_OPEN, one.name) for one in kin.parents if one.whereabouts in SEARCHING
    )
    versions = _count(conn, conflict, family_id, conflict.c.state.in_(("open", "review")))
    if versions:
        found.append(Alert(AlertKind.TWO_VERSIONS, count=versions))
    notes = _count(conn, contact, family_id, contact.c.status == "draft")
    if notes:
        found.append(Alert(AlertKind.NOTE_UNFINISHED, count=notes))
    return tuple(found)


def _count(conn: Connection, table: Any, family_id: str, what: Any) -> int:
    query = (
        select(func.count()).select_from(table).where(table.c.family_id == family_id, what, open_rows(table))
    )
    return int(conn.execute(query).scalar_one())


def _court(conn: Connection, family_id: str, stance: Stance) -> date | None:
    """Return the next day in court, from the case or from the calendar, if it is near."""
    until = (stance.today + timedelta(days=COURT_DAYS)).isoformat()
    appointment = records["appointment"]
    listed = conn.execute(
        select(func.min(case_period.c.next_court_on)).where(
            case_period.c.family_id == family_id,
            case_period.c.next_court_on >= stance.today.isoformat(),
            case_period.c.next_court_on <= until,
            open_rows(case_period),
        )
    ).scalar()
    planned = conn.execute(
        select(func.min(appointment.c.starts_at)).where(
            appointment.c.family_id == family_id,
            appointment.c.kind == "court",
            func.coalesce(appointment.c.status, "planned") == "planned",
            appointment.c.starts_at <= f"{until}T99",
            open_rows(appointment),
        )
    ).scalar()
    at = moment(planned)
    days = [
        d for d in (day(listed), at.astimezone(stance.zone).date() if at else None) if d and d >= stance.today
    ]
    return min(days, default=None)
