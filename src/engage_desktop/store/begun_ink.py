"""The ink page of a family that is being drawn: kept on this laptop only, until it becomes a paper or is wiped."""

from __future__ import annotations

import orjson
from sqlalchemy import Connection

from engage_desktop.store import local

KEY = "ink."


def read(conn: Connection, family_id: str) -> tuple[str, str]:
    """Return the strokes and the contact they belong to; both empty when nothing is being drawn."""
    kept = local.get(conn, KEY + family_id)
    page = orjson.loads(kept) if kept else {}
    return str(page.get("strokes", "")), str(page.get("contact_id", ""))


def keep(conn: Connection, family_id: str, strokes: str, contact_id: str) -> None:
    """Keep the strokes so far; without any, forget the page."""
    if strokes:
        page = orjson.dumps({"strokes": strokes, "contact_id": contact_id}).decode()
        local.put(conn, KEY + family_id, page)
    else:
        local.forget(conn, KEY + family_id)
