"""What a round leaves to be tidied: operations that are merged by now, and rows whose erasure had to wait."""

from __future__ import annotations

from sqlalchemy import Connection

from engage_desktop.store import buckets, outbox, state
from engage_desktop.store.apply import LEFT_OVER, ORDER, erase, leave_over, resettle
from engage_desktop.store.buckets import BucketState, Staged
from engage_desktop.store.shadow import drop_shadow
from engage_wire.changed import Changed
from engage_wire.entities import REGISTRY


def settle_merged(conn: Connection) -> Changed:
    """Close operations whose bucket was already fetched past them, and show the agency's version of their rows."""
    changed = Changed()
    outbox.release_decided(conn)
    for name in outbox.acked_buckets(conn):
        bucket_here = buckets.read(conn, name)
        if bucket_here is None or bucket_here.state is BucketState.LEAVING:
            _close_unfetched(conn, name)
    for bucket in buckets.all_of(conn, BucketState.ACTIVE):
        merged = outbox.merge_up_to(conn, bucket.name, bucket.cur)
        if merged:
            changed |= resettle(conn, bucket, merged)
    return changed


def _close_unfetched(conn: Connection, bucket: str) -> None:
    """Close what the agency took in of a bucket of which nothing more will be fetched."""
    keys = outbox.merge_up_to(conn, bucket, outbox.ANY_HEAD)
    pending = outbox.pending_in(conn, bucket)
    for key in keys:
        if key not in pending:
            drop_shadow(conn, key)
    for entity, row_id in outbox.parked_inserts(conn, keys):
        leave_over(conn, bucket, Staged(LEFT_OVER, entity, row_id, 0, None, "parked"))


def sweep(conn: Connection) -> Changed:
    """Erase rows whose deletion had to wait, once nothing of them is unsent and nothing here names them."""
    waiting = conn.exec_driver_sql(
        f"SELECT bucket, entity, row_id FROM sync_stage s WHERE q = {LEFT_OVER} AND NOT EXISTS "
        "(SELECT 1 FROM sync_outbox o WHERE o.entity = s.entity AND o.row_id = s.row_id "
        f"AND o.state < {outbox.MERGED})"
    ).all()
    if not waiting:
        return Changed()
    conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    changed = Changed()
    for bucket, entity, row_id in sorted(waiting, key=lambda row: -ORDER.get(row[1], 0)):
        returned = conn.exec_driver_sql(
            "SELECT 1 FROM sync_row WHERE entity = ? AND row_id = ?", (entity, row_id)
        ).first()
        if returned is None and not _referenced(conn, entity, row_id):
            erase(conn, (entity, row_id))
            changed |= Changed.of(bucket, entity)
        elif returned is None:
            continue
        conn.exec_driver_sql(
            "DELETE FROM sync_stage WHERE bucket = ? AND entity = ? AND row_id = ?", (bucket, entity, row_id)
        )
    return changed


def _referenced(conn: Connection, name: str, row_id: str) -> bool:
    """Say whether another record here still names this one."""
    for entity in REGISTRY.entities:
        for ref in entity.fields:
            if ref.ref == name and ref.name != "user_id":
                found = conn.exec_driver_sql(
                    f"SELECT 1 FROM {entity.name} WHERE {ref.name} = ? LIMIT 1", (row_id,)
                )
                if found.first() is not None:
                    return True
    return False


def dangling(conn: Connection) -> list[str]:
    """Return the buckets in which a record names another that is not here; looked for once a day."""
    found: set[str] = set()
    for table, rowid, *_ in conn.exec_driver_sql("PRAGMA foreign_key_check").all():
        home = conn.exec_driver_sql(
            f"SELECT r.home FROM {table} t JOIN sync_row r ON r.entity = ? AND r.row_id = t.id WHERE t.rowid = ?",
            (table, rowid),
        ).scalar()
        found |= {str(home)} if home else set()
    return sorted(found)


def erased_words(conn: Connection) -> bool:
    """Say whether the search index may hold traces of erased words."""
    return bool(state.get(conn, state.ERASED))


def forget_words(conn: Connection) -> None:
    """Rewrite the search index, so that nothing of erased words stays in it."""
    conn.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('optimize')")
    state.drop(conn, state.ERASED)
