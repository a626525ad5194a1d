"""A disk without room, made by the database itself: it may not grow, and every page it writes to is full."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager, suppress
from itertools import count

from engage_desktop.errors import DiskFull
from engage_desktop.services.desk import Desk

QUEUED = (
    "INSERT INTO sync_outbox(txn, entity, row_id, bucket, kind, base_rev, new, actor, cmd, hlc, wall, schema) "
    "VALUES (?, '', '', '', 'i', 0, ?, '', 'filler', '', '', 0)"
)
TYPED = "INSERT INTO draft(entity, row_id, field, text, at) VALUES ('filler', ?, '', ?, '')"
SIZES = (100_000, 4_000, 400, 0)
NO_LIMIT = 2**30


@contextmanager
def full_disk(desk: Desk) -> Generator[None]:
    """Let nothing more be written down at this desk, as when its disk is full: no record and no draft."""
    with desk.write("test") as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    for filler in (QUEUED, TYPED):
        for size in SIZES:
            _fill(desk, filler, "x" * size)
    try:
        yield
    finally:
        with desk.write("test") as conn:
            conn.exec_driver_sql(f"PRAGMA max_page_count = {NO_LIMIT}")
            conn.exec_driver_sql("DELETE FROM sync_outbox WHERE cmd = 'filler'")
            conn.exec_driver_sql("DELETE FROM draft WHERE entity = 'filler'")


def _fill(desk: Desk, filler: str, words: str) -> None:
    with suppress(DiskFull):
        for number in count():
            with desk.write("test") as conn:
                conn.exec_driver_sql(filler, (f"{len(words)}-{number}", words))
