"""The vault: one folder with one key file and one encrypted database, open from the passphrase to the lock."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, text

from engage_desktop.errors import (
    Damaged,
    Locked,
    NoVault,
    SchemaDiffers,
    VaultError,
)
from engage_desktop.store import backup, ballast, crypto, entry, keyfile, migrate, pin
from engage_desktop.store.calibrate import calibrated
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.database import Database
from engage_desktop.store.driver import discard
from engage_desktop.store.entry import DATABASE
from engage_desktop.store.folder_lock import FolderLock
from engage_desktop.store.keyfile import KeyFile
from engage_desktop.store.place import place_errors, rename_durably, require_writable
from engage_desktop.store.tries import Tries
from engage_wire.clock import ZERO_HLC, Clock, Hlc, instant, to_ms
from engage_wire.ids import new_id

UNFINISHED = "engage.db.making"
PIN_KEY = "pin_hash"

FILL = text(
    "UPDATE sync_ctx SET applying = 0, txn = :txn, actor = :actor, cmd = :cmd, hlc = :hlc, wall = :wall, resolves = :resolves"
)
CLEAR = text(
    "UPDATE sync_ctx SET applying = 0, txn = NULL, actor = NULL, cmd = NULL, hlc = NULL, wall = NULL, resolves = NULL"
)
APPLY = text("UPDATE sync_ctx SET applying = 1")
HLC = text("SELECT v FROM sync_state WHERE k = 'hlc'")
OFFSET = text("SELECT v FROM sync_state WHERE k = 'clock_offset_ms'")
PUT_STATE = text("INSERT INTO sync_state(k, v) VALUES (:k, :v) ON CONFLICT(k) DO UPDATE SET v = excluded.v")
SETTING = text("SELECT v FROM local_setting WHERE k = :k")
PUT_SETTING = text(
    "INSERT INTO local_setting(k, v) VALUES (:k, :v) ON CONFLICT(k) DO UPDATE SET v = excluded.v"
)


class Vault:
    """An open vault. Closed means closed: every later use raises `Locked`."""

    def __init__(
        self, folder: Path, clock: Clock, lock: FolderLock, keys: KeyFile, master: bytearray
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = lock
        self._keys = keys
        self._master = master
        self._db_key = crypto.subkey(master, "db")
        self._database: Database | None = None

    @classmethod
    def create(cls, folder: Path, passphrase: str, clock: Clock, kdf: Kdf | None = None) -> Vault:
        """Make a vault in a folder and return it open.

        Raises `VaultExists`, `InUse`, `ReadOnlyFolder`, `DiskFull`. Whether the passphrase is good enough is
        asked of `passphrase.judged` before. The cost is calibrated unless given.
        """
        with place_errors():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        require_writable(folder)
        lock = FolderLock(folder)
        vault: Vault | None = None
        try:
            entry.require_empty(folder)
            entry.require_room(folder)
            keys, master = keyfile.new(passphrase, kdf or calibrated(clock))
            vault = cls(folder, clock, lock, keys, master)
            vault._make()
        except BaseException:
            _abandon(vault, lock)
            raise
        return vault

    @classmethod
    def unlock(
        cls,
        folder: Path,
        passphrase: str,
        clock: Clock,
        wait_seconds: float = 0.0,
        tries: Tries | None = None,
    ) -> Vault:
        """Open a vault and return it, upgraded to today's schema if it was older.

        `wait_seconds` is how long another program may take to let go of the folder; `tries` carries the wait
        after wrong passphrases from one attempt to the next. Raises `NoVault`, `InUse`, `TooSoon`,
        `WrongPassphrase`, `HeaderDamaged`, `Damaged`, `NewerThanApp`, `ReadOnlyFolder`, `DiskFull`.
        """
        if not keyfile.present(folder):
            raise NoVault("no key file here")
        entry.require_place(folder)
        lock = FolderLock(folder, wait_seconds)
        vault: Vault | None = None
        try:
            keys, master = entry.opened_keys(folder, passphrase, tries or Tries(folder, clock))
            vault = cls(folder, clock, lock, keys, master)
            vault._open()
        except BaseException:
            _abandon(vault, lock)
            raise
        return vault

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self._folder

    @property
    def vault_id(self) -> str:
        """The vault's own identifier, which is in no way secret."""
        return self._keys.vault_id

    @property
    def is_open(self) -> bool:
        """Whether the vault can be used."""
        return self._database is not None

    def read(self) -> AbstractContextManager[Connection]:
        """Open a snapshot that cannot write."""
        return self._opened_database().read()

    @contextmanager
    def write(self, actor: str, cmd: str, resolves: tuple[str, ...] = ()) -> Generator[Connection]:
        """Open a transaction in which every change of a record is captured as `actor` doing `cmd`.

        `resolves` names the conflicts that this change settles.
        """
        with self._opened_database().write() as connection:
            now = self._clock.now()
            context = {
                "txn": new_id(self._clock),
                "actor": actor,
                "cmd": cmd,
                "hlc": self._tick(connection).text(),
                "wall": instant(now),
                "resolves": json.dumps(resolves) if resolves else None,
            }
            _update_context(connection, context)
            yield connection  # noqa: RUF075 - when the block raises, the rollback takes the context with it
            connection.execute(CLEAR)

    @contextmanager
    def applying(self) -> Generator[Connection]:
        """Open a transaction of the synchronisation: nothing in it is captured."""
        with self._opened_database().write() as connection:
            if connection.execute(APPLY).rowcount != 1:
                raise SchemaDiffers("the writer's context is missing")
            yield connection  # noqa: RUF075 - when the block raises, the rollback takes the context with it
            connection.execute(CLEAR)

    def witness(self, connection: Connection, seen: str) -> None:
        """Move the logical clock past a reading that came from elsewhere; within a write transaction."""
        if seen > self._read_hlc(connection).text():
            connection.execute(PUT_STATE, {"k": "hlc", "v": seen})

    def subkey(self, purpose: str) -> bytearray:
        """Return the key for a purpose such as "attachments"; the caller wipes it."""
        self._opened_database()
        return crypto.subkey(self._master, purpose)

    def change_passphrase(self, old: str, new: str, kdf: Kdf | None = None) -> None:
        """Let the new passphrase open the vault and the old one no longer; the database is not rewritten.

        Raises `WrongPassphrase` when `old` is not the one.
        """
        self._opened_database()
        _, master = keyfile.unlock((self._keys,), old)
        changed = keyfile.with_passphrase(self._keys, master, new, kdf or calibrated(self._clock))
        crypto.wipe(master)
        keyfile.save(changed, self._folder)
        self._keys = changed

    def set_pin(self, new: str) -> None:
        """Keep the PIN that brings the program back from hiding; raise `BadInput` when it will not do."""
        key = self.subkey("pin")
        kept = pin.hashed(new, key)
        crypto.wipe(key)
        with self._opened_database().write() as connection:
            connection.execute(PUT_SETTING, {"k": PIN_KEY, "v": kept})

    def has_pin(self) -> bool:
        """Say whether a PIN was set."""
        with self.read() as connection:
            return connection.execute(SETTING, {"k": PIN_KEY}).scalar() is not None

    def check_pin(self, tried: str) -> bool:
        """Say whether this is the PIN; counting the failures is the session's business."""
        with self.read() as connection:
            kept = connection.execute(SETTING, {"k": PIN_KEY}).scalar()
        key = self.subkey("pin")
        right = kept is not None and pin.matches(tried, str(kept), key)
        crypto.wipe(key)
        return right

    def copy_daily(self) -> Path | None:
        """Make today's proved copy unless there is one; return its path when it was made."""
        return backup.daily(self._opened_database(), self._folder, self._clock.now().date())

    def faults(self) -> list[str]:
        """Return what a check of every page finds wrong; empty when the database is whole."""
        return self._opened_database().faults()

    def checkpoint(self) -> None:
        """Move everything committed into the main file; to be done when idle."""
        self._opened_database().checkpoint()

    def hold_ballast(self) -> bool:
        """Keep the reserve of disk space when there is room; say whether it is there."""
        return ballast.hold(self._folder)

    def release_ballast(self) -> bool:
        """Give up the reserve of disk space, so that work can be finished; say whether there was any."""
        return ballast.release(self._folder)

    def close(self) -> None:
        """Write everything back, close every connection, wipe the keys, let go of the folder."""
        database, self._database = self._database, None
        if database is not None:
            database.close()
        crypto.wipe(self._master, self._db_key)
        self._lock.release()

    # making and opening

    def _make(self) -> None:
        """Build the database under another name, then the key files, then move it into place."""
        fresh = self._folder / UNFINISHED
        discard(fresh)
        database = Database(fresh, self._db_key, self._keys.db_salt)
        try:
            migrate.upgrade(database)
            with database.write() as connection:
                connection.execute(PUT_STATE, {"k": "device_id", "v": new_id(self._clock)})
        finally:
            database.close()
        keyfile.save(self._keys, self._folder)
        rename_durably(fresh, self._folder / DATABASE)
        self._open()

    def _open(self) -> None:
        path = self._folder / DATABASE
        if not path.exists() and (self._folder / UNFINISHED).exists():
            rename_durably(self._folder / UNFINISHED, path)
        if not path.exists():
            raise NoVault("the database is missing")
        with place_errors():
            if path.stat().st_size == 0:
                raise Damaged("the database is empty")  # opening it would make a new one in its place
        self._database = Database(path, self._db_key, self._keys.db_salt)
        self._upgrade_if_older(self._database)
        with self._database.read() as connection:
            migrate.check(connection)
        ballast.hold(self._folder)

    def _upgrade_if_older(self, database: Database) -> None:
        with database.read() as connection:
            if migrate.is_current(connection):
                return
            schema = migrate.revision_of(connection)
        if schema is None:
            raise Damaged("the database holds no schema")
        backup.before_upgrade(database, self._folder, schema, self._clock.now().date())
        migrate.upgrade(database)

    def _opened_database(self) -> Database:
        if self._database is None:
            raise Locked("the vault is closed")
        return self._database

    def _read_hlc(self, connection: Connection) -> Hlc:
        kept = connection.execute(HLC).scalar()
        return Hlc.parse(str(kept)) if kept else ZERO_HLC

    def _tick(self, connection: Connection) -> Hlc:
        offset = int(connection.execute(OFFSET).scalar() or 0)  # what the agency's clock says of ours
        ticked = self._read_hlc(connection).tick(max(to_ms(self._clock.now()) + offset, 0))
        connection.execute(PUT_STATE, {"k": "hlc", "v": ticked.text()})
        return ticked


def _update_context(connection: Connection, context: dict[str, str | None]) -> None:
    if connection.execute(FILL, context).rowcount != 1:
        raise SchemaDiffers("the writer's context is missing")


def _abandon(vault: Vault | None, lock: FolderLock) -> None:
    if vault is None:
        lock.release()
        return
    try:
        vault.close()
    except VaultError:
        lock.release()
