"""The encrypted store beside plain SQLite: the same library, the same pragmas, without a key."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from bench.measure import Row, median, percentile, timed
from engage_desktop.store import capture
from engage_desktop.store.tables import metadata

FAMILIES, NOTES = 300, 10_000
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "cache_size=-8000",
    "recursive_triggers=ON",
)
WORDS = [
    "la",
    "familia",
    "visit",
    "mother",
    "padre",
    "niño",
    "school",
    "home",
    "safety",
    "plan",
    "worker",
    "report",
    "court",
    "service",
    "appointment",
    "crib",
    "housing",
    "voucher",
    "grandmother",
    "kept",
    "promise",
]


def connect(path: Path, *, encrypted: bool) -> dbapi2.Connection:
    """Open a database of either kind with the store's own pragmas."""
    conn = dbapi2.connect(str(path), isolation_level=None)
    if encrypted:
        conn.execute(f"PRAGMA key=\"x'{os.urandom(32).hex()}'\"")
    for pragma in PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
    return conn


def fill(conn: dbapi2.Connection) -> None:
    """Make the real tables, triggers and index, and a caseload in them."""
    from sqlalchemy import create_engine

    engine = create_engine("sqlite+pysqlite://", module=dbapi2, creator=lambda: conn)
    metadata.create_all(engine)
    conn.execute(capture.SEARCH_TABLE)
    for trigger in capture.triggers():
        conn.execute(trigger.sql)
    conn.execute("INSERT INTO sync_ctx(one, applying) VALUES (1, 1)")
    dice = random.Random(4)
    conn.execute("BEGIN")
    for n in range(FAMILIES):
        conn.execute("INSERT INTO family(id, name) VALUES (?, ?)", (f"{n:032x}", f"Family {n}"))
    for n in range(NOTES):
        family, contact = f"{n % FAMILIES:032x}", f"{n + FAMILIES:032x}"
        at = f"2026-{dice.randint(1, 11):02d}-{dice.randint(1, 28):02d}T{dice.randint(8, 18):02d}:00:00.000Z"
        conn.execute(
            "INSERT INTO contact(id, family_id, event_start, status) VALUES (?, ?, ?, 'final')",
            (contact, family, at),
        )
        body = " ".join(dice.choice(WORDS) for _ in range(220))
        conn.execute(
            "INSERT INTO contact_body(id, family_id, contact_id, saw) VALUES (?, ?, ?, ?)",
            (contact, family, contact, body),
        )
    conn.execute("COMMIT")
    conn.execute("UPDATE sync_ctx SET applying=0, txn='t', actor='a', cmd='c', hlc='h', wall='w'")


def jobs(conn: dbapi2.Connection) -> dict[str, tuple[Callable[[], object], int]]:
    """Return what a day does to the store, with how often to do it."""
    dice = random.Random(5)

    def draft() -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(
            "INSERT OR REPLACE INTO draft(entity, row_id, field, text, at) VALUES ('contact_body', 'r', 'saw', ?, 'now')",
            ("x" * dice.randint(400, 1600),),
        )
        conn.execute("COMMIT")

    def settle() -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(
            "UPDATE contact_body SET saw = ? WHERE id = ?",
            (" ".join(dice.choice(WORDS) for _ in range(220)), f"{FAMILIES + dice.randrange(NOTES):032x}"),
        )
        conn.execute("COMMIT")

    def point() -> None:
        conn.execute(
            "SELECT * FROM contact WHERE id = ?", (f"{FAMILIES + dice.randrange(NOTES):032x}",)
        ).fetchall()

    def caseload() -> None:
        conn.execute(
            "SELECT f.id, f.name, count(c.id), max(c.event_start) FROM family f LEFT JOIN contact c ON c.family_id = f.id GROUP BY f.id"
        ).fetchall()

    def load() -> None:
        conn.execute("SELECT * FROM contact_body").fetchall()

    return {
        "keep a draft (commit)": (draft, 300),
        "settle a note: capture, index, commit": (settle, 200),
        "read one record": (point, 2000),
        "read the caseload of 300 families": (caseload, 20),
        "read 10,000 notes": (load, 5),
    }


def run() -> list[Row]:
    """Measure both kinds in turns and return the rows."""
    with tempfile.TemporaryDirectory(prefix="bench-store-") as folder:
        kinds = {
            name: connect(Path(folder) / f"{name}.db", encrypted=name == "ours") for name in ("ours", "plain")
        }
        for conn in kinds.values():
            fill(conn)
        taken: dict[tuple[str, str], list[float]] = {}
        for _ in range(3):
            for name, conn in kinds.items():
                for what, (job, times) in jobs(conn).items():
                    taken.setdefault((name, what), []).extend(timed(job, times))
        rows = [
            Row(
                what,
                1000 * median(taken["ours", what]),
                1000 * median(taken["plain", what]),
                "ms",
                "plain SQLite, same library",
                "store.md: 1.0-2.3x",
            )
            for what in jobs(kinds["ours"])
        ]
        what = "settle a note: capture, index, commit"
        rows.append(
            Row(
                f"{what}, p99",
                1000 * percentile(taken["ours", what], 0.99),
                1000 * percentile(taken["plain", what], 0.99),
                "ms",
                "plain SQLite, same library",
            )
        )
        for conn in kinds.values():
            conn.close()
    return rows
