"""Where a server keeps its things: the data folder with database, keys and certificate, or PostgreSQL beside it."""

from __future__ import annotations

import hashlib
import secrets
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engage_server.database import Database, open_file, open_postgres
from engage_server.errors import ServerProblem
from engage_server.migrate import upgrade
from engage_server.server import Server
from engage_server.tls import Certificate, certificate_in, write_private
from engage_wire.clock import Clock, SystemClock

KEY_SIZE = 32


@dataclass(frozen=True, slots=True)
class Place:
    """A data folder, and the key of its database where that is not kept in the folder."""

    folder: Path
    url: str | None = None
    key: bytes | None = None

    @property
    def file(self) -> Path:
        """Return where the SQLite database lies."""
        return self.folder / "server.db"

    def certificate(self, clock: Clock, names: tuple[str, ...] = ()) -> Certificate:
        """Return the folder's certificate, made at first need."""
        self._make_folder()
        return certificate_in(self.folder, clock, names)

    def open(self, *, new: bool = False) -> Database:
        """Open the database in today's schema; ServerProblem when there is none and `new` is not said."""
        if self.url is not None:
            database = open_postgres(self.url)
        else:
            if not new and not self.file.exists():
                raise ServerProblem(f"no server in {self.folder}; run init")
            self._make_folder()
            key = self.database_key()
            if not self.file.exists():
                write_private(self.file, b"")
            database = open_file(self.file, key)
        upgrade(database)
        return database

    def _make_folder(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def database_key(self, *, made: bool = False) -> bytes:
        """Return the key of the SQLite database: as given, or from its file, made at first need unless it must be there."""
        if self.key is not None:
            return self.key
        path = self.folder / "server.key"
        if not path.exists():
            if made or self.file.exists():
                raise ServerProblem(f"the key {path} is missing; the database cannot be opened without it")
            write_private(path, secrets.token_hex(KEY_SIZE).encode())
        return read_key(path.read_text(encoding="ascii"))

    def blob_key(self) -> bytes:
        """Return the key of the files of attachments: from the database's key, or beside PostgreSQL from a file.

        Servers on several machines over one database need the same `blobs.key`; without it files cannot be read.
        """
        if self.url is None:
            return hashlib.blake2b(self.database_key(), digest_size=KEY_SIZE, person=b"engage-blobs").digest()
        self._make_folder()
        path = self.folder / "blobs.key"
        if not path.exists():
            write_private(path, secrets.token_hex(KEY_SIZE).encode())
        return read_key(path.read_text(encoding="ascii"))


def read_key(text: str) -> bytes:
    """Read a database key: 64 hex digits."""
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        raise ServerProblem("the key is not hexadecimal") from None
    if len(key) != KEY_SIZE:
        raise ServerProblem(f"the key is not {KEY_SIZE} bytes long")
    return key


def key_from_stdin() -> bytes:
    """Read the key from the first line of standard input."""
    return read_key(sys.stdin.readline())


@contextmanager
def alone(place: Place) -> Generator[None]:
    """Hold the data folder for one serving process; ServerProblem when another one has it."""
    place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (place.folder / "server.lock").open("ab") as held:
        try:
            _hold(held)
        except OSError:
            raise ServerProblem(f"a server is running in {place.folder}") from None
        yield


def _hold(held: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def opened(place: Place, clock: Clock | None = None) -> Generator[Server]:
    """Open the server of a place that was set up before, and close its database afterwards."""
    database = place.open()
    try:
        yield Server(database, clock or SystemClock(), blob_key=place.blob_key())
    finally:
        database.close()
