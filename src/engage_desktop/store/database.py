"""The one door to the encrypted database: one connection writes, serialised; a small pool reads and cannot write."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from engage_desktop.errors import BackupFailed, Damaged, EngageError, Locked
from engage_desktop.store.driver import dbapi2, discard, open_raw, translated, verify
from engage_desktop.store.place import place_errors, rename_durably, sync_file

READERS = 3
SPARE_READERS = 2
BACKUP_STEP_PAGES = 500
CLOSING_PATIENCE = 2.0

logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)  # closing interrupts readers on purpose


class Database:
    """The open database: `write()` for one writer at a time, `read()` for a few readers."""

    def __init__(self, path: Path, key: bytearray, salt: bytes) -> None:
        self._path = path
        self._key = key
        self._salt = salt
        self._turn = threading.RLock()
        self._writing = False
        self._state = threading.Condition()
        self._reading = 0
        self._closed = False
        self._open: set[dbapi2.Connection] = set()
        self._writer = self._engine(
            "BEGIN IMMEDIATE", poolclass=StaticPool, creator=lambda: self._connect(query_only=False)
        )
        self._readers = self._engine(
            "BEGIN",
            poolclass=QueuePool,
            pool_size=READERS,
            max_overflow=SPARE_READERS,
            creator=lambda: self._connect(query_only=True),
        )
        try:
            with self._writer.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
        except EngageError:
            self._drop_connections()
            raise

    @property
    def path(self) -> Path:
        """Return where the database lies."""
        return self._path

    @contextmanager
    def write(self) -> Generator[Connection]:
        """Open the one write transaction; committed when the block ends, rolled back when it raises."""
        with self._turn:
            self._require_open()
            if self._writing:
                raise RuntimeError("a write transaction inside a write transaction")
            self._writing = True
            try:
                with self._writer.begin() as connection:
                    yield connection
            except Damaged:
                self._drop_connections()
                raise
            finally:
                self._writing = False

    @contextmanager
    def read(self) -> Generator[Connection]:
        """Open a read-only snapshot; it stays the same for the whole block."""
        with self._state:
            self._require_open()
            self._reading += 1
        try:
            with self._readers.connect() as connection:
                try:
                    yield connection
                except Damaged:
                    connection.invalidate()
                    raise
        except Damaged:
            self._readers.dispose()
            raise
        finally:
            with self._state:
                self._reading -= 1
                self._state.notify_all()

    @contextmanager
    def unguarded(self) -> Generator[Connection]:
        """Open a write transaction in which foreign keys are not enforced; for migrations and salvage only."""
        with self._turn:
            self._foreign_keys(on=False)
            try:
                with self.write() as connection:
                    yield connection
            finally:
                if not self._closed:
                    self._foreign_keys(on=True)

    def checkpoint(self) -> bool:
        """Move what is committed into the main file; say whether all of it could be moved.

        Readers of an older snapshot are not waited for, so a writer never is held up either.
        """
        with self._turn:
            self._require_open()
            _, pages, moved = self._raw_writer("PRAGMA wal_checkpoint(PASSIVE)")[0]
            return bool(pages == moved)

    def faults(self) -> list[str]:
        """Return what the page check finds wrong with the main file; empty when it is whole."""
        with self._turn:
            self.checkpoint()
            return [str(row[0]) for row in self._raw_writer("PRAGMA cipher_integrity_check")]

    def backup(self, dest: Path, key: bytearray | None = None, salt: bytes | None = None) -> None:
        """Copy the whole database into a new encrypted file and prove the copy before it gets its name.

        Writers are not held up: the copy is of one snapshot. Raises `BackupFailed`, `DiskFull`, `Damaged`.
        """
        self._require_open()
        fresh = dest.with_name(dest.name + ".new")
        discard(fresh)
        try:
            self._require_whole()
            self._copy_pages(fresh, key or self._key, salt or self._salt)
            verify(fresh, key or self._key, salt or self._salt)
            with place_errors():
                sync_file(fresh)
            rename_durably(fresh, dest)
        except BaseException:
            discard(fresh)
            raise

    def close(self) -> None:
        """Close every connection, the writer last, so that no journal file stays behind."""
        with self._turn:
            with self._state:
                if self._closed:
                    return
                self._closed = True
                self._stop_readers()
            try:
                writer = self._driver_of(self._writer)
                self._close_all(keep=writer)
                with suppress(dbapi2.Error):  # a full or failing disk must not keep the vault open
                    writer.execute("PRAGMA optimize")
                    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except EngageError:
                pass  # a damaged file cannot be opened for a last checkpoint; everything is closed below
            self._drop_connections()

    # connections

    def _engine(self, begin: str, **options: Any) -> Engine:
        engine = create_engine("sqlite+pysqlite://", module=dbapi2, hide_parameters=True, **options)

        def start(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        def forget(raw: Any, _entry: ConnectionPoolEntry) -> None:
            self._open.discard(raw)

        event.listen(engine, "begin", start)
        event.listen(engine, "handle_error", self._translate_error, retval=True)
        event.listen(engine.pool, "close", forget)
        return engine

    def _connect(self, *, query_only: bool) -> dbapi2.Connection:
        try:
            connection = open_raw(self._path, self._key, self._salt, query_only=query_only)
        except dbapi2.Error as error:
            raise translated(error, self._path) or error from None
        self._open.add(connection)
        return connection

    def _translate_error(self, context: ExceptionContext) -> BaseException | None:
        error = context.original_exception
        if self._closed and not isinstance(error, EngageError):
            return Locked("the vault was closed meanwhile")
        return translated(error, self._path) if isinstance(error, dbapi2.Error) else None

    def _driver_of(self, engine: Engine) -> dbapi2.Connection:
        pooled = engine.raw_connection()
        try:
            driver = pooled.driver_connection
            assert isinstance(driver, dbapi2.Connection)
            return driver
        finally:
            pooled.close()

    def _raw_writer(self, statement: str) -> list[tuple[Any, ...]]:
        try:
            return self._driver_of(self._writer).execute(statement).fetchall()
        except dbapi2.Error as error:
            raise translated(error, self._path) or error from None

    def _foreign_keys(self, *, on: bool) -> None:
        self._require_open()
        self._raw_writer(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")

    def _require_whole(self) -> None:
        """Refuse to copy damage: the driver would copy an unreadable page as an authentic empty one."""
        with self._turn:
            complete = self.checkpoint()
            if faults := self._raw_writer("PRAGMA cipher_integrity_check"):
                raise (
                    Damaged(f"{len(faults)} damaged pages")
                    if complete
                    else BackupFailed("readers held it up")
                )

    def _copy_pages(self, dest: Path, key: bytearray, salt: bytes) -> None:
        try:
            source = open_raw(self._path, self._key, self._salt, query_only=True)
            try:
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                target = open_raw(dest, key, salt)
                try:
                    source.backup(target, pages=BACKUP_STEP_PAGES, sleep=0)
                finally:
                    target.close()
            finally:
                source.close()
        except dbapi2.Error as error:
            raise translated(error, dest) or BackupFailed(str(error)) from None

    def _require_open(self) -> None:
        if self._closed:
            raise Locked("the vault is closed")

    def _stop_readers(self) -> None:
        """Interrupt running queries and wait a little for their threads to let go."""
        until = time.monotonic() + CLOSING_PATIENCE
        while self._reading and time.monotonic() < until:
            for connection in tuple(self._open):
                with suppress(dbapi2.Error):
                    connection.interrupt()
            self._state.wait(0.05)

    def _close_all(self, keep: dbapi2.Connection | None = None) -> None:
        for connection in tuple(self._open):
            if connection is not keep:
                with suppress(dbapi2.Error):
                    connection.close()
                self._open.discard(connection)

    def _drop_connections(self) -> None:
        """Forget every connection: after a damaged page none of them can be trusted."""
        self._readers.dispose()
        self._writer.dispose()
        self._close_all()
