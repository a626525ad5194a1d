"""Which files are to be sent to the agency, and which are to be fetched from it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection

from engage_desktop.store.blobs import HERE_ONLY, STORED, WANTED
from engage_desktop.store.outbox import ACKED

SMALL_BYTES = 1 << 20
NAMED = "(a.sha256 = b.sha256 OR a.thumb_sha256 = b.sha256)"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One file on its way: its address, its size where that is known, and the families it belongs to."""

    sha256: str
    size: int
    families: tuple[str, ...]


def to_send(conn: Connection, but: Collection[str] = (), most: int = 20) -> tuple[Parcel, ...]:
    """Return files that are only here and all of whose records the agency has acknowledged, the small ones first.

    `but` names files that are left alone for now.
    """
    rows = conn.exec_driver_sql(
        f"SELECT b.sha256, b.size, json_group_array(DISTINCT a.family_id) FROM sync_blob b "
        f"JOIN attachment a ON {NAMED} WHERE b.state = '{HERE_ONLY}' AND b.path IS NOT NULL "
        f"AND b.sha256 NOT IN (SELECT value FROM json_each(?)) GROUP BY b.sha256 HAVING NOT max(EXISTS "
        f"(SELECT 1 FROM sync_outbox o WHERE o.entity = 'attachment' AND o.row_id = a.id AND o.kind = 'i' "
        f"AND o.state < {ACKED})) ORDER BY b.size LIMIT ?",
        (_listed(but), most),
    )
    return tuple(_parcel(row) for row in rows)


def to_fetch(conn: Connection, since: str, but: Collection[str] = (), most: int = 20) -> tuple[Parcel, ...]:
    """Return files the agency has and this laptop has not: thumbnails and small new ones, and those asked for.

    `since` is the instant from which on a paper is new; `but` names files that are left alone for now.
    """
    rows = conn.exec_driver_sql(
        "WITH wish(sha256, size, family_id) AS ("
        "SELECT thumb_sha256, 0, family_id FROM attachment WHERE blob_state = 'stored' AND deleted_at IS NULL "
        "AND thumb_sha256 IS NOT NULL UNION ALL "
        f"SELECT sha256, size, family_id FROM attachment WHERE blob_state = 'stored' AND deleted_at IS NULL "
        f"AND size < {SMALL_BYTES} AND created_at >= ? UNION ALL "
        f"SELECT a.sha256, a.size, a.family_id FROM attachment a JOIN sync_blob b ON b.sha256 = a.sha256 "
        f"WHERE b.state = '{WANTED}') "
        "SELECT w.sha256, max(w.size), json_group_array(DISTINCT w.family_id) FROM wish w "
        "LEFT JOIN sync_blob b ON b.sha256 = w.sha256 WHERE b.path IS NULL "
        "AND w.sha256 NOT IN (SELECT value FROM json_each(?)) "
        "GROUP BY w.sha256 ORDER BY max(w.size) LIMIT ?",
        (since, _listed(but), most),
    )
    return tuple(_parcel(row) for row in rows)


def want(conn: Connection, sha256: str) -> None:
    """Ask for a file that is not here any more or never was; it is fetched when there is a connection."""
    conn.exec_driver_sql(
        f"INSERT INTO sync_blob(sha256, state) VALUES (?, '{WANTED}') ON CONFLICT(sha256) DO UPDATE "
        f"SET state = '{WANTED}', key = NULL, path = NULL WHERE state = '{STORED}'",
        (sha256,),
    )


def sent(conn: Connection, sha256: str) -> None:
    """Take note that the agency has a file."""
    conn.exec_driver_sql(f"UPDATE sync_blob SET state = '{STORED}' WHERE sha256 = ?", (sha256,))


def doubt(conn: Connection) -> None:
    """Offer every file again: the agency put a backup back, which may be older than what was sent."""
    conn.exec_driver_sql(
        f"UPDATE sync_blob SET state = '{HERE_ONLY}' WHERE state = '{STORED}' AND path IS NOT NULL"
    )


def _listed(addresses: Collection[str]) -> str:
    return orjson.dumps(list(addresses)).decode()


def _parcel(row: Sequence[Any]) -> Parcel:
    sha256, size, families = row
    return Parcel(str(sha256), int(size or 0), tuple(orjson.loads(families)))
