"""What is read about looking for people: who nobody can find, where one looked, and whose search is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, func, select

from engage_desktop.store import drafts
from engage_desktop.store.people import people
from engage_desktop.store.policy import policy
from engage_desktop.store.reading import day, moment, open_rows, short_name, text
from engage_desktop.store.tables import records
from engage_desktop.store.workspace import may_be_seen
from engage_domain import kin_search
from engage_domain.kin_search import Due, Effort, Search, Sought
from engage_domain.today import Need, NeedKind

effort, member, person = records["search_effort"], records["case_member"], records["person"]
user, contact = records["user"], records["contact"]
Typed = Mapping[str, tuple[tuple[str, str], ...]]
NOTHING_TYPED: Typed = {}


def search(conn: Connection, family_id: str, today: date, zone: ZoneInfo) -> Search:
    """Return everybody of a family who is looked for or was, and what was tried."""
    cards = [card for card in people(conn, family_id, today).cards if card.deceased_on is None]
    typed = drafts.by_row(conn, family_id, "search_effort")
    efforts = _efforts(conn, (family_id,), typed)
    held = _contact_searches(conn, (family_id,), zone).get(family_id)
    found = (
        Sought(
            card.person_id,
            card.member_id,
            card.full_name,
            card.role,
            card.whereabouts,
            card.whereabouts_note,
            kin_search.newest_first(efforts.get(card.person_id, ())),
            held,
        )
        for card in cards
    )
    everybody = tuple((card.person_id, card.full_name) for card in cards)
    wanted = tuple(one for one in found if one.is_missing or one.efforts)
    return Search(kin_search.in_order(wanted), repeat_days(conn), everybody)


def needs(conn: Connection, families: Mapping[str, str], today: date, zone: ZoneInfo) -> tuple[Need, ...]:
    """Return the searches that are due in some families, given with their names."""
    rows = conn.execute(
        select(member, short_name(person).label("name"))
        .join_from(member, person, person.c.id == member.c.person_id)
        .where(
            member.c.whereabouts.like(f"{kin_search.UNKNOWN}%"),
            member.c.to_on.is_(None),
            person.c.deceased_on.is_(None),
            func.coalesce(person.c.deceased, 0) == 0,
            open_rows(member),
            open_rows(person),
        )
        .order_by(member.c.id)
    ).all()
    mine = [row for row in rows if row.family_id in families]
    ids = tuple({row.family_id for row in mine})
    efforts, held, repeat = _efforts(conn, ids), _contact_searches(conn, ids, zone), repeat_days(conn)
    found: dict[str, Need] = {}
    for row in mine:
        sought = _sought(row, efforts.get(row.person_id, ()), held.get(row.family_id))
        why = kin_search.due(sought, today, repeat)
        if why is not Due.NOTHING:
            found.setdefault(
                row.person_id, _need(sought, why, row.family_id, families[row.family_id], repeat)
            )
    return tuple(found.values())


def repeat_days(conn: Connection) -> int:
    """Return after how many days a search is repeated."""
    return int(policy(conn).limit("work", "search_repeat_days"))


def _need(sought: Sought, why: Due, family_id: str, family: str, repeat: int) -> Need:
    step = sought.open_step
    by = step.next_on if step is not None and why is Due.NEXT_STEP else kin_search.due_on(sought, repeat)
    words = step.next_step if step is not None and why is Due.NEXT_STEP else ""
    return Need(
        NeedKind.SEARCH_DUE,
        family_id,
        family,
        sought.person_id,
        subject=sought.name,
        due=by,
        who=words,
        code=why.value,
        status=sought.review,
    )


def _sought(row: Any, efforts: tuple[Effort, ...], held: date | None) -> Sought:
    return Sought(
        row.person_id,
        row.id,
        text(row.name),
        text(row.role),
        text(row.whereabouts),
        text(row.whereabouts_note),
        kin_search.newest_first(efforts),
        held,
    )


def _efforts(
    conn: Connection, family_ids: tuple[str, ...], typed: Typed = NOTHING_TYPED
) -> dict[str, tuple[Effort, ...]]:
    rows = conn.execute(
        select(effort, user.c.display_name)
        .select_from(effort.outerjoin(user, user.c.id == effort.c.searched_by))
        .where(effort.c.family_id.in_(family_ids), open_rows(effort))
    )
    found: dict[str, tuple[Effort, ...]] = {}
    for row in rows:
        found[row.person_id] = (*found.get(row.person_id, ()), _effort(row, typed))
    return found


def _effort(row: Any, typed: Typed) -> Effort:
    return Effort(
        effort_id=row.id,
        source=text(row.source),
        source_note=text(row.source_note),
        searched_on=day(row.searched_on),
        searched_by=text(row.display_name),
        result=text(row.result),
        found=text(row.found),
        next_step=text(row.next_step),
        next_on=day(row.next_on),
        dv_review=text(row.dv_review),
        written_at=text(row.created_at),
        drafts=typed.get(row.id, ()),
    )


def _contact_searches(conn: Connection, family_ids: tuple[str, ...], zone: ZoneInfo) -> dict[str, date]:
    """Return for each family the day of the last contact that was written down as a search."""
    searching = func.coalesce(contact.c.types, "").like('%"diligent_search"%')
    rows = conn.execute(
        select(contact.c.family_id, func.max(contact.c.event_start).label("at"))
        .where(and_(contact.c.family_id.in_(family_ids), searching, may_be_seen()))
        .group_by(contact.c.family_id)
    )
    return {row.family_id: at.astimezone(zone).date() for row in rows if (at := moment(row.at)) is not None}
