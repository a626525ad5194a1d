"""What this laptop remembers for itself; encrypted like everything else, never sent."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from engage_desktop.store.tables import local_setting


def get(conn: Connection, key: str) -> str:
    """Return what was kept under `key`, or nothing."""
    return str(conn.execute(select(local_setting.c.v).where(local_setting.c.k == key)).scalar() or "")


def put(conn: Connection, key: str, value: str) -> None:
    """Keep `value` under `key`."""
    statement = insert(local_setting).values(k=key, v=value)
    conn.execute(statement.on_conflict_do_update(index_elements=["k"], set_={"v": value}))


def forget(conn: Connection, key: str) -> None:
    """Forget what was kept under `key`."""
    conn.execute(delete(local_setting).where(local_setting.c.k == key))


def starting_with(conn: Connection, prefix: str) -> dict[str, str]:
    """Return everything kept under keys that begin with `prefix`, the prefix cut off."""
    rows = conn.execute(
        select(local_setting.c.k, local_setting.c.v).where(local_setting.c.k.startswith(prefix))
    )
    return {key[len(prefix) :]: value for key, value in rows}
