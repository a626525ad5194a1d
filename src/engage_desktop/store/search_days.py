"""When somebody was last looked for."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from engage_desktop.store.reading import day, open_rows
from engage_desktop.store.tables import records

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
