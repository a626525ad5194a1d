"""Whom this worker may see: families that come are fetched, families that go leave without a word left behind.

A family that leaves is read-only at once and erased as soon as nothing of it is here only, held, or being written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection

from engage_desktop.store import begun_ink, buckets, drafts, outbox, state
from engage_desktop.store.buckets import FAMILY, Bucket, BucketState
from engage_desktop.store.outbox import ACKED, MERGED
from engage_wire.entities import REGISTRY
from engage_wire.registry import Home

UNASKED = "scope_asks"
FEW_FAMILIES, PART_OF_FAMILIES = 2, 0.20


@dataclass(frozen=True, slots=True)
class ScopeChange:
    """What changed in whom this worker may see; `asks` when so many families end that somebody must agree."""

    new: tuple[str, ...]
    ending: tuple[str, ...]
    asks: bool


def set_scope(conn: Connection, scope: Iterable[tuple[str, str]]) -> ScopeChange:
    """Take over the buckets the agency names now; the others begin to leave."""
    wanted = dict(scope)
    held = {bucket.name: bucket for bucket in buckets.all_of(conn)}
    new = tuple(name for name in wanted if name not in held)
    for name in new:
        conn.exec_driver_sql(
            "INSERT INTO sync_bucket(bucket, mode, cur, scur, digest, state) VALUES (?, ?, 0, 0, '0', ?)",
            (name, wanted[name], _first_state(conn, name)),
        )
    if wanted:
        conn.exec_driver_sql(
            "UPDATE sync_bucket SET mode = ?, state = CASE state WHEN 'leaving' THEN 'suspect' ELSE state END WHERE bucket = ?",
            [(mode, name) for name, mode in wanted.items()],
        )
    returning = [b.name for b in held.values() if b.state is BucketState.LEAVING and b.name in wanted]
    for name in returning:
        buckets.reset(conn, name)
    ending = tuple(
        b.name for b in held.values() if b.name not in wanted and b.state is not BucketState.LEAVING
    )
    for name in ending:
        buckets.reset(conn, name)
        conn.exec_driver_sql("UPDATE sync_bucket SET state = 'leaving' WHERE bucket = ?", (name,))
    return ScopeChange(new, ending, _ask_for_families(conn, held, ending, wanted))


def _first_state(conn: Connection, bucket: str) -> str:
    """Return the state to begin in: a family made on this laptop is in view already and stays so."""
    if not bucket.startswith(FAMILY):
        return BucketState.LOADING.value
    here = conn.exec_driver_sql("SELECT 1 FROM family WHERE id = ?", (bucket[2:],)).first()
    return (BucketState.LOADING if here is None else BucketState.ACTIVE).value


def _ask_for_families(
    conn: Connection, held: dict[str, Bucket], ending: Sequence[str], wanted: dict[str, str]
) -> bool:
    """More than two families and more than a fifth leaving at once need somebody's yes."""
    waiting = set(waiting_to_leave(conn)) - set(wanted)
    families = [name for name in held if name.startswith(FAMILY)]
    gone = [name for name in ending if name.startswith(FAMILY)]
    if len(gone) > FEW_FAMILIES and len(gone) > PART_OF_FAMILIES * len(families):
        waiting |= set(gone)
    if waiting:
        state.put(conn, UNASKED, orjson.dumps(sorted(waiting)).decode())
    else:
        state.drop(conn, UNASKED)
    return bool(waiting)


def waiting_to_leave(conn: Connection) -> list[str]:
    """Return the families whose leaving needs somebody's yes."""
    found: list[str] = orjson.loads(state.get(conn, UNASKED) or "[]")
    return found


def agree_to_leave(conn: Connection) -> None:
    """Let every family that waits for it leave this laptop."""
    state.drop(conn, UNASKED)


def ready_to_leave(conn: Connection) -> tuple[str, ...]:
    """Return the buckets that can be dropped: nothing in them is here only, held, or being written."""
    waiting = waiting_to_leave(conn)
    return tuple(
        b.name
        for b in buckets.all_of(conn, BucketState.LEAVING)
        if b.name not in waiting
        and not outbox.blocks_leaving(conn, b.name)
        and not (b.name.startswith(FAMILY) and _busy(conn, b.name[2:]))
    )


def _busy(conn: Connection, family_id: str) -> bool:
    """Say whether something is being written about a family, or a file of it has not been sent."""
    unsent = conn.exec_driver_sql(
        "SELECT 1 FROM attachment a JOIN sync_blob b ON b.sha256 IN (a.sha256, a.thumb_sha256) WHERE a.family_id = ? AND b.state = 'here' LIMIT 1",
        (family_id,),
    )
    being_drawn = any(begun_ink.read(conn, family_id))
    return unsent.first() is not None or being_drawn or bool(drafts.list_open(conn, family_id))


def drafts_in_leaving(conn: Connection) -> tuple[drafts.Draft, ...]:
    """Return what was being written in families that are leaving; it has to be settled before they go."""
    leaving = buckets.all_of(conn, BucketState.LEAVING)
    return tuple(d for b in leaving if b.name.startswith(FAMILY) for d in drafts.list_open(conn, b.name[2:]))


def evict(conn: Connection, bucket: str) -> None:
    """Erase a bucket from this laptop: its records, and every word of them in the search index."""
    kind, _, owner = bucket.partition(":")
    conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    _shred_files(conn, owner)
    _secure_search(conn, on=True)
    for entity in reversed(REGISTRY.entities):
        if entity.home.value != kind:
            continue
        if entity.home is Home.FAMILY:
            key = "id" if entity.name == "family" else "family_id"
            conn.exec_driver_sql(f"DELETE FROM {entity.name} WHERE {key} = ?", (owner,))
        else:
            conn.exec_driver_sql(
                f"DELETE FROM {entity.name} WHERE id IN (SELECT row_id FROM sync_row WHERE entity = ? AND home = ?)",
                (entity.name, bucket),
            )
    _secure_search(conn, on=False)
    state.put(conn, state.ERASED, 1)
    _forget(conn, bucket)


def _shred_files(conn: Connection, family_id: str) -> None:
    """Shred the keys of a family's files and thumbnails, unless another family has the very same file."""
    named = (
        "SELECT sha256 FROM attachment WHERE family_id {0} ? AND sha256 IS NOT NULL "
        "UNION SELECT thumb_sha256 FROM attachment WHERE family_id {0} ? AND thumb_sha256 IS NOT NULL"
    )
    conn.exec_driver_sql(
        f"DELETE FROM sync_blob WHERE sha256 IN ({named.format('=')}) AND sha256 NOT IN ({named.format('<>')})",
        (family_id,) * 4,
    )


def _forget(conn: Connection, bucket: str) -> None:
    conn.exec_driver_sql(
        "DELETE FROM sync_shadow WHERE (entity, row_id) IN "
        "(SELECT entity, row_id FROM sync_row WHERE home = ? UNION SELECT entity, row_id FROM sync_outbox WHERE bucket = ?)",
        (bucket, bucket),
    )
    conn.exec_driver_sql("DELETE FROM sync_row WHERE home = ?", (bucket,))
    conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {MERGED} WHERE bucket = ? AND state = {ACKED}", (bucket,)
    )
    buckets.forget(conn, bucket)


def _secure_search(conn: Connection, *, on: bool) -> None:
    conn.exec_driver_sql(
        "INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', ?)", (1 if on else 0,)
    )
