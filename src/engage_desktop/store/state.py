"""What sync knows about itself, one value per key: who this device is, how far it has come, what the agency said."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from engage_wire.codec import CHAIN_START

DEVICE, INCARNATION, EPOCH = "device_id", "incarnation", "epoch"
USER, AGENCY = "user_id", "agency_id"
NEXT_SEQ, CHAIN_TIP = "next_seq", "chain_tip"
ACKED_SEQ, ACKED_HASH, DURABLE_SEQ = "last_ack_seq", "last_ack_hash", "durable_seq"
SCOPE_VERSION, SCHEMA_SYNCED = "scope_ver", "schema_synced"
CLOCK_OFFSET, HLC, LEASE, LAST_OK = "clock_offset_ms", "hlc", "lease", "last_ok"
VERIFIED_AT, JOINED = "verified_at", "joined"
ERASED = "erased"  # words were erased that the search index may still hold traces of


@dataclass(frozen=True, slots=True)
class Standing:
    """Where this device stands in its conversation with the agency; `joined` is false for a laptop on its own."""

    device: str
    user: str
    agency: str
    incarnation: int
    epoch: int
    next_seq: int
    chain_tip: str
    acked_seq: int
    scope_version: int
    schema_synced: int
    joined: bool


def get(conn: Connection, key: str, default: str = "") -> str:
    """Return the value under `key`, or `default`."""
    value = conn.exec_driver_sql("SELECT v FROM sync_state WHERE k = ?", (key,)).scalar()
    return default if value is None else str(value)


def number(conn: Connection, key: str, default: int = 0) -> int:
    """Return the whole number under `key`, or `default`."""
    return int(get(conn, key) or default)


def put(conn: Connection, key: str, value: str | int) -> None:
    """Keep `value` under `key`."""
    conn.exec_driver_sql(
        "INSERT INTO sync_state(k, v) VALUES (?, ?) ON CONFLICT(k) DO UPDATE SET v = excluded.v",
        (key, str(value)),
    )


def drop(conn: Connection, key: str) -> None:
    """Forget `key`."""
    conn.exec_driver_sql("DELETE FROM sync_state WHERE k = ?", (key,))


def starting_with(conn: Connection, prefix: str) -> dict[str, str]:
    """Return everything under keys that begin with `prefix`, the prefix cut off."""
    rows = conn.exec_driver_sql(
        "SELECT k, v FROM sync_state WHERE substr(k, 1, ?) = ?", (len(prefix), prefix)
    )
    return {str(key)[len(prefix) :]: str(value) for key, value in rows}


def standing(conn: Connection) -> Standing:
    """Return where this device stands."""
    kept = starting_with(conn, "")
    return Standing(
        device=kept.get(DEVICE, ""),
        user=kept.get(USER, ""),
        agency=kept.get(AGENCY, ""),
        incarnation=int(kept.get(INCARNATION) or 0),
        epoch=int(kept.get(EPOCH) or 0),
        next_seq=int(kept.get(NEXT_SEQ) or 1),
        chain_tip=kept.get(CHAIN_TIP) or CHAIN_START,
        acked_seq=int(kept.get(ACKED_SEQ) or 0),
        scope_version=int(kept.get(SCOPE_VERSION) or 0),
        schema_synced=int(kept.get(SCHEMA_SYNCED) or 0),
        joined=kept.get(JOINED) == "1",
    )
