"""When somebody was last looked for, and whether that rests."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from engage_desktop.store.reading import day, open_rows
from engage_desktop.store.tables import records
from engage_domain.kin_search import STOPPING

effort = records["search_effort"]
NOWHERE = ""


def last_search(conn: Connection, person_id: str) -> date | None:
    """Return the last day on which somebody looked for a person."""
    query = select(func.max(effort.c.searched_on)).where(
        effort.c.person_id == person_id,
        effort.c.source.is_not(None),
        effort.c.source != NOWHERE,
        open_rows(effort),
    )
    return day(conn.execute(query).scalar())


def rests(conn: Connection, person_id: str) -> bool:
    """Say whether a safety review keeps everybody from reaching out to a person; the strictest word holds."""
    query = select(effort.c.id).where(
        effort.c.person_id == person_id, effort.c.dv_review.in_(STOPPING), open_rows(effort)
    )
    return conn.execute(query.limit(1)).first() is not None
