"""The driver: how one connection to an encrypted file is opened, and what its errors mean for the product.

No other module imports it, so that the engine can be exchanged. The key file has already proved the key, so "file
is not a database" means damage here, never a wrong passphrase.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from engage_desktop.errors import BackupFailed, Damaged, DiskFailed, DiskFull, EngageError, InUse
from engage_desktop.store.crypto import wipe
from engage_desktop.store.place import free_bytes, place_errors, require_writable, sync_file

__all__ = ["dbapi2"]

ENGINE_SERIES = "4."
TIGHT_BYTES = 1 << 20
HEX = b"0123456789abcdef"

SETTINGS: tuple[str, ...] = (
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

# Bound as it is, a None makes the driver raise and swallow two errors; asked of this, it costs nothing.
dbapi2.register_adapter(type(None), lambda nothing: nothing)

BUSY, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB = 5, 8, 9, 10, 11, 13, 14, 26
SAID = {  # the driver's backup raises without a code
    "database or disk is full": FULL,
    "database disk image is malformed": CORRUPT,
    "disk I/O error": IOERR,
    "database is locked": BUSY,
}


def raw_key(key: bytearray, salt: bytes) -> bytearray:
    """Spell key and salt as the driver takes them, in memory that can be wiped."""
    secret = (*key, *salt)
    spelt = bytearray(2 * len(secret) + 3)  # at once in its full size: growing would leave copies behind
    spelt[:2] = b"x'"
    for position, byte in enumerate(secret):
        spelt[2 * position + 2] = HEX[byte >> 4]
        spelt[2 * position + 3] = HEX[byte & 15]
    spelt[-1:] = b"'"
    return spelt


def open_raw(path: Path, key: bytearray, salt: bytes, *, query_only: bool = False) -> dbapi2.Connection:
    """Open one connection, fully set up; driver errors come out as they are."""
    fresh = not path.exists() or path.stat().st_size == 0
    if fresh:
        with suppress(OSError):  # the driver says it better
            path.touch(mode=0o600)
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
    with place_errors():
        shutil.copy(source, dest)
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
