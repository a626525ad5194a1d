"""When somebody was last looked for, and who is not to be reached out to."""

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


def resting(conn: Connection, family_id: str) -> frozenset[str]:
    """Return whom a safety review keeps everybody from reaching out to; the strictest word holds."""
    query = select(effort.c.person_id).where(
        effort.c.family_id == family_id, effort.c.dv_review.in_(STOPPING), open_rows(effort)
    )
    return frozenset(conn.execute(query).scalars())
