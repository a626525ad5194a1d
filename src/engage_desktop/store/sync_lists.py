"""Where every piece of the worker's own work is: three lists that add up to all of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from sqlalchemy import text as text_of

from engage_desktop.store import pieces
from engage_desktop.store.pieces import ROW_ONLY, root_sql
from engage_desktop.store.reading import moment, text
from engage_domain.conflicts import Piece
from engage_domain.sync_lists import Counts, Item, Place

KIND, ROOT = root_sql("o.entity", "o.row_id")
NOT_WORK = ", ".join(f"'{name}'" for name in sorted(ROW_ONLY))
# A piece is where its least advanced change is: 0 here, 1 sent, 2 with the agency. A sealed change counts as sent
# only while sending goes on (`:pushing`); without a connection it is here and nowhere else.
PLACE = "min(CASE WHEN o.state > 0 THEN 2 WHEN o.seq IS NOT NULL AND :pushing THEN 1 ELSE 0 END)"
WHOLE = (
    f"SELECT {KIND} AS kind, {ROOT} AS root, {PLACE} AS place, max(o.wall) AS written, "
    "max(CASE WHEN o.state > 0 THEN o.acked_at END) AS acked, max(o.oid) AS newest "
    f"FROM sync_outbox o WHERE o.actor = :me AND o.entity NOT IN ({NOT_WORK}) GROUP BY 1, 2"
)
DRAFTED = (
    f"SELECT 1 FROM draft d WHERE {root_sql('d.entity', 'd.row_id')[0]} = w.kind "
    f"AND {root_sql('d.entity', 'd.row_id')[1]} = w.root"
)
PLACED = (
    f"SELECT w.kind, w.root, CASE WHEN EXISTS ({DRAFTED}) THEN 0 ELSE w.place END AS place, "
    f"w.written, w.acked, w.newest FROM ({WHOLE}) w"
)


def counts(conn: Connection, me: str, *, pushing: bool = False) -> Counts:
    """Return how many pieces are in each place; their sum is all the work of this laptop."""
    query = text_of(f"SELECT place, count(*) FROM ({PLACED}) GROUP BY place")
    found = {Place(row[0]): int(row[1]) for row in conn.execute(query, {"me": me, "pushing": int(pushing)})}
    return Counts(found.get(Place.HERE, 0), found.get(Place.SENT, 0), found.get(Place.AGENCY, 0))


def items(
    conn: Connection, me: str, place: Place | None, *, pushing: bool = False, most: int = -1
) -> tuple[Item, ...]:
    """Return the pieces in one place, or all of them, the newest first."""
    where = "" if place is None else "WHERE p.place = :place"
    query = text_of(
        f"SELECT p.*, o.seq, o.g FROM ({PLACED}) p JOIN sync_outbox o ON o.oid = p.newest "
        f"{where} ORDER BY p.newest DESC LIMIT :most"
    )
    values: dict[str, str | int] = {"me": me, "pushing": int(pushing), "most": most}
    if place is not None:
        values["place"] = place.value
    rows = conn.execute(query, values).all()
    named = pieces.pieces(conn, [(row.kind, row.root) for row in rows])
    return tuple(_item(row, named[row.kind, row.root]) for row in rows)


def _item(row: Any, piece: Piece) -> Item:
    place = Place(row.place)
    if place is not Place.AGENCY:
        return Item(piece, place, moment(row.written), None, 0, "")
    return Item(piece, place, moment(row.written), moment(row.acked), row.seq or 0, text(row.g))
