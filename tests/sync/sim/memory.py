"""A laptop's database and an agency's, in this process's memory: the real tables, triggers and cipher, no disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from engage_desktop.store import capture, tables
from engage_server.database import Database, open_memory
from engage_wire.clock import ZERO_HLC, Clock, Hlc, instant, to_ms

T = TypeVar("T")
Fault = Callable[[str], None]
KEY = b"x'" + b"5e" * 32 + b"'"


class Crash(Exception):
    """The process ends here; what was committed stays, everything else is gone."""


def no_fault(_point: str) -> None:
    """Let everything go well."""


def _raw() -> dbapi2.Connection:
    raw = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    raw.execute("PRAGMA cipher_log_level=NONE")
    raw.set_key(KEY)
    for setting in ("foreign_keys=ON", "recursive_triggers=ON", "temp_store=MEMORY", "trusted_schema=OFF"):
        raw.execute(f"PRAGMA {setting}")
    return raw


class MemoryStore:
    """What `VaultStore` is over a vault, over memory; `fault` may end the process at any transaction."""

    def __init__(self, raw: dbapi2.Connection) -> None:
        self.raw = raw
        self.fault: Fault = no_fault
        self._engine = create_engine(
            "sqlite+pysqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool
        )
        event.listen(self._engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))

    @classmethod
    def empty(cls) -> MemoryStore:
        """Return a new laptop's store."""
        if not _TEMPLATE:
            made = cls(_raw())
            with made._engine.begin() as conn:
                tables.metadata.create_all(conn)
                conn.exec_driver_sql(capture.SEARCH_TABLE)
                for trigger in capture.triggers():
                    conn.exec_driver_sql(trigger.sql)
                conn.exec_driver_sql("INSERT INTO sync_ctx(one, applying) VALUES (1, 0)")
            _TEMPLATE.append(made)
        return _TEMPLATE[0].copied()

    def copied(self) -> MemoryStore:
        """Return an image of this store, as a disk image would hold it."""
        target = _raw()
        self.raw.backup(target)
        return MemoryStore(target)

    def write(self, job: Callable[[Connection], T]) -> T:
        """Run a job of the synchronisation in one transaction."""
        with self._engine.begin() as conn:
            conn.exec_driver_sql("UPDATE sync_ctx SET applying = 1")
            done = job(conn)
            conn.exec_driver_sql("UPDATE sync_ctx SET applying = 0")
            self.fault("commit.before")
        self.fault("commit.after")
        return done

    def read(self, job: Callable[[Connection], T]) -> T:
        """Run a job over one snapshot."""
        with self._engine.connect() as conn:
            return job(conn)

    @contextmanager
    def people(
        self, clock: Clock, txn: str, actor: str, cmd: str, resolves: tuple[str, ...] = ()
    ) -> Generator[Connection]:
        """Open a captured transaction, as `Vault.write` does."""
        with self._engine.begin() as conn:
            kept = conn.exec_driver_sql("SELECT v FROM sync_state WHERE k = 'hlc'").scalar()
            before = Hlc.parse(kept) if kept else ZERO_HLC
            offset = conn.exec_driver_sql("SELECT v FROM sync_state WHERE k = 'clock_offset_ms'").scalar()
            hlc = before.tick(max(to_ms(clock.now()) + int(offset or 0), 0)).text()
            conn.exec_driver_sql("INSERT OR REPLACE INTO sync_state(k, v) VALUES ('hlc', ?)", (hlc,))
            conn.exec_driver_sql(
                "UPDATE sync_ctx SET txn = ?, actor = ?, cmd = ?, hlc = ?, wall = ?, resolves = ?",
                (txn, actor, cmd, hlc, instant(clock.now()), json.dumps(resolves) if resolves else None),
            )
            yield conn  # noqa: RUF075 - a failure rolls the context back with it
            conn.exec_driver_sql(
                "UPDATE sync_ctx SET txn = NULL, actor = NULL, cmd = NULL, hlc = NULL, wall = NULL, resolves = NULL"
            )


_TEMPLATE: list[MemoryStore] = []


class MemoryServer(Database):
    """The server's database in memory; `fault` may end its process at any transaction."""

    def __init__(self, source: dbapi2.Connection | None = None) -> None:
        opened = open_memory()
        super().__init__(opened.engine, shared=True)
        self.fault: Fault = no_fault
        if source is not None:
            source.backup(self.raw)

    @property
    def raw(self) -> dbapi2.Connection:
        """The driver's connection."""
        raw = self.engine.raw_connection().driver_connection
        assert isinstance(raw, dbapi2.Connection)
        return raw

    def image(self) -> dbapi2.Connection:
        """Return a backup."""
        target = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        self.raw.backup(target)
        return target

    @contextmanager
    def write(self) -> Generator[Connection]:
        """Open a write transaction that may end in a crash before or after it commits."""
        with super().write() as connection:
            yield connection  # noqa: RUF075 - a failure needs no crash point
            self.fault("commit.before")
        self.fault("commit.after")
