"""The one door to the encrypted database file: how a connection is made, used, copied and closed.

No other module imports the driver. One connection writes, serialised; a small pool reads and cannot write. The
key file has already proved the key, so "file is not a database" here means damage, never a wrong passphrase.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool
from sqlcipher3 import dbapi2

from engage_desktop.errors import BackupFailed, Damaged, DiskFailed, DiskFull, EngageError, InUse, Locked
from engage_desktop.store.crypto import wipe
from engage_desktop.store.place import free_bytes, place_errors, rename_durably, require_writable, sync_file

ENGINE_SERIES = "4."
READERS = 3
SPARE_READERS = 2
BACKUP_STEP_PAGES = 500
CLOSING_PATIENCE = 2.0
TIGHT_BYTES = 1 << 20
HEX = b"0123456789abcdef"

SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "recursive_triggers=ON",
    "cache_size=-8000",
    "busy_timeout=5000",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
)

BUSY, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB = 5, 8, 9, 10, 11, 13, 14, 26
SAID = {  # the driver's backup raises without a code
    "database or disk is full": FULL,
    "database disk image is malformed": CORRUPT,
    "disk I/O error": IOERR,
    "database is locked": BUSY,
}

logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)  # closing interrupts readers on purpose


def raw_key(key: bytearray, salt: bytes) -> bytearray:
    """Spell key and salt as the driver takes them, in memory that can be wiped."""
    spelt = bytearray(b"x'")
    for byte in (*key, *salt):
        spelt.append(HEX[byte >> 4])
        spelt.append(HEX[byte & 15])
    spelt += b"'"
    return spelt


def open_raw(path: Path, key: bytearray, salt: bytes, *, query_only: bool = False) -> dbapi2.Connection:
    """Open one connection, fully set up; driver errors come out as they are."""
    fresh = not path.exists() or path.stat().st_size == 0
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=5)
    spelt = raw_key(key, salt)
    try:
        _set_up(connection, spelt, fresh=fresh, query_only=query_only)
    except BaseException:
        connection.close()
        raise
    finally:
        wipe(spelt)
    return connection


def _set_up(connection: dbapi2.Connection, spelt: bytearray, *, fresh: bool, query_only: bool) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.set_key(spelt)
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if version is None or not str(version[0]).startswith(ENGINE_SERIES):
        raise RuntimeError("the driver does not encrypt")
    if fresh:  # in an old file it would need the write lock; after WAL has made the file it is not heeded
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    for setting in (*SETTINGS, *(("query_only=ON",) if query_only else ())):
        connection.execute(f"PRAGMA {setting}")
    if connection.execute("PRAGMA temp_store").fetchone() != (2,):
        raise RuntimeError("temporary tables would reach the disk")


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


class PatientReader:
    """Reads a damaged file: a failed query is answered by None, and the next one gets a clean connection."""

    def __init__(self, path: Path, key: bytearray, salt: bytes) -> None:
        self._path, self._key, self._salt = path, key, salt
        self._connection: dbapi2.Connection | None = None

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]] | None:
        """Return every row of a query, or None when any page it needs is damaged."""
        try:
            if self._connection is None:
                self._connection = open_raw(self._path, self._key, self._salt, query_only=True)
            return self._connection.execute(query, values).fetchall()
        except dbapi2.Error:
            self.close()
            return None

    def close(self) -> None:
        """Let go of the file."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(dbapi2.Error):
                connection.close()


def copy_file(source: Path, dest: Path, key: bytearray, salt: bytes) -> None:
    """Copy a closed database file and make the copy survive a power cut."""
    import shutil

    with place_errors():
        shutil.copyfile(source, dest)
        sync_file(dest)
    verify(dest, key, salt)


def verify(path: Path, key: bytearray, salt: bytes) -> None:
    """Prove that a copy opens, that each page is authentic and in its place; raise `BackupFailed` otherwise."""
    try:
        connection = open_raw(path, key, salt)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            faults += [row for row in connection.execute("PRAGMA quick_check").fetchall() if row != ("ok",)]
            tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            connection.close()
    except dbapi2.Error as error:
        raise BackupFailed(f"the copy does not open: {error.sqlite_errorname}") from None
    if faults or tables == (0,):
        raise BackupFailed(f"the copy has {len(faults)} faults")


def discard(path: Path) -> None:
    """Remove a database file and its companions."""
    with place_errors():
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def translated(error: dbapi2.Error, path: Path) -> EngageError | None:
    """Name what the driver's error means for the product; None for errors that are bugs."""
    code = getattr(error, "sqlite_errorcode", SAID.get(str(error), 0)) & 0xFF
    if code in {CORRUPT, NOTADB}:
        return Damaged("the database is damaged")
    if code == FULL:
        return DiskFull("no room left on the disk")
    if code == BUSY:
        return InUse("another program holds the database")
    if code in {IOERR, CANTOPEN, READONLY}:
        return _place_failure(path.parent)
    return None


def _place_failure(folder: Path) -> EngageError:
    """Tell a full disk and a read-only folder from a failing disk, which the driver does not."""
    try:
        with place_errors():
            if free_bytes(folder) < TIGHT_BYTES:
                return DiskFull("no room left on the disk")
        require_writable(folder)
    except EngageError as error:
        return error
    return DiskFailed("the disk answered with an error")
