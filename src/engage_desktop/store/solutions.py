"""What the Solutions part reads: the family's own ideas, and the services asked for with what became of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select

from engage_desktop.store.plans import Typed, typed
from engage_desktop.store.reading import day, open_rows, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_desktop.store.workspace import person_names
from engage_domain.plan_hints import Said
from engage_domain.solutions import Referral

statement, referral = records["statement"], records["service_referral"]


def ideas(conn: Connection, family_id: str) -> tuple[Said, ...]:
    """Return the family's own ideas that nobody has taken up or left aside yet, newest first."""
    names, typing = person_names(conn, family_id), typed(conn, family_id)
    rows = conn.execute(
        select(statement)
        .where(
            statement.c.family_id == family_id,
            statement.c.kind == "idea",
            func.coalesce(statement.c.status, "current") == "current",
            open_rows(statement),
        )
        .order_by(statement.c.created_at.desc(), statement.c.id.desc())
    )
    return tuple(_idea(row, names, typing) for row in rows)


def referrals(conn: Connection, family_id: str) -> tuple[Referral, ...]:
    """Return every service asked for, newest first."""
    names, typing = person_names(conn, family_id), typed(conn, family_id)
    rows = conn.execute(
        select(referral)
        .where(referral.c.family_id == family_id, open_rows(referral))
        .order_by(referral.c.asked_on.desc(), referral.c.created_at.desc(), referral.c.id.desc())
    )
    return tuple(_referral(row, names, typing) for row in rows)


def _idea(row: Row[Any], names: dict[str, str], typing: Typed) -> Said:
    by = next((i for i in members(row.said_by) if i in names), "")
    words = typing.get(("statement", row.id, "text"), text(row.text)).strip()
    return Said(row.id, words, by, names.get(by, ""), "idea", day(row.said_on))


def _referral(row: Row[Any], names: dict[str, str], typing: Typed) -> Referral:
    def now(field: str) -> str:
        return typing.get(("service_referral", row.id, field), text(getattr(row, field)))

    by = text(row.asked_by)
    return Referral(
        referral_id=row.id,
        what=now("what"),
        asked_by=by,
        asked_name=names.get(by, ""),
        asked_on=day(row.asked_on),
        status=text(row.status) or "asked",
        provider=now("provider"),
        answer=now("answer"),
        barrier=now("barrier"),
        consent=None if row.consent is None else bool(row.consent),
        referred_on=day(row.referred_on),
        started_on=day(row.started_on),
        ended_on=day(row.ended_on),
        next_on=day(row.next_on),
        statement_id=text(row.statement_id),
        goal_id=text(row.goal_id),
    )
