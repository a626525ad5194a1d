"""Words inside settled, unprotected notes: the newest first, or the best match on demand. Odd input finds nothing."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, bindparam, select, text

from engage_desktop.store.reading import moment
from engage_desktop.store.tables import records
from engage_domain.families import Hit
from engage_domain.names import initials
from engage_domain.snippets import Wanted, snippet
from engage_wire.entities import BODY_SECTIONS

contact_body, addendum, family = records["contact_body"], records["addendum"], records["family"]
NEWEST_CONSIDERED = 4000
"""Best match ranks the newest so many hits: ranking costs time for each, and a common word has tens of thousands."""

NEWEST = text(
    "SELECT d.entity, d.row_id, d.family_id, d.at FROM search_index i JOIN search_doc d ON d.docid = i.rowid "
    "WHERE search_index MATCH :match ORDER BY i.rowid DESC LIMIT :most"
)
BEST = text(
    "SELECT d.entity, d.row_id, d.family_id, d.at FROM ("
    "SELECT rowid AS docid, bm25(search_index) AS score FROM search_index WHERE search_index MATCH :match "
    "ORDER BY rowid DESC LIMIT :considered) h JOIN search_doc d ON d.docid = h.docid "
    "ORDER BY h.score, h.docid DESC LIMIT :most"
)
FAMILIES = text(
    "SELECT DISTINCT d.family_id FROM search_index i JOIN search_doc d ON d.docid = i.rowid WHERE search_index MATCH :match"
)
ADDENDUM_OF = select(addendum.c.contact_id, addendum.c.text).where(addendum.c.id == bindparam("row_id"))
BODY_OF = select(contact_body.c.contact_id, *(contact_body.c[s] for s in BODY_SECTIONS)).where(
    contact_body.c.id == bindparam("row_id")
)


def notes(
    conn: Connection, asked: Wanted, zone: ZoneInfo, *, best: bool = False, most: int = 40
) -> tuple[Hit, ...]:
    """Return the notes that hold everything asked for, the newest first or the best match first."""
    if not asked:
        return ()
    given: dict[str, str | int] = {"match": asked.match, "most": most}
    if best:
        given["considered"] = NEWEST_CONSIDERED
    rows = conn.execute(BEST if best else NEWEST, given).all()
    names = _names(conn, {row.family_id for row in rows})
    return tuple(_hit(conn, row, asked, names, zone) for row in rows if row.family_id in names)


def families_talking(conn: Connection, asked: Wanted) -> frozenset[str]:
    """Return the families whose notes hold everything asked for."""
    if not asked:
        return frozenset()
    return frozenset(str(found) for found in conn.execute(FAMILIES, {"match": asked.match}).scalars())


def _hit(
    conn: Connection, row: Row[tuple[str, ...]], asked: Wanted, names: dict[str, str], zone: ZoneInfo
) -> Hit:
    contact_id, words = _source(conn, row.entity, row.row_id)
    at = moment(row.at)
    return Hit(
        contact_id,
        row.family_id,
        names[row.family_id],
        initials(names[row.family_id]),
        at.astimezone(zone).date() if at else None,
        snippet(words, asked),
        row.entity == "addendum",
    )


def _source(conn: Connection, entity: str, row_id: str) -> tuple[str, str]:
    found = conn.execute(ADDENDUM_OF if entity == "addendum" else BODY_OF, {"row_id": row_id}).one()
    return found[0], "\n".join(part for part in found[1:] if part)


def _names(conn: Connection, ids: set[str]) -> dict[str, str]:
    rows = conn.execute(select(family.c.id, family.c.name).where(family.c.id.in_(ids)))
    return {row.id: str(row.name or "") for row in rows}
