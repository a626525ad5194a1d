"""Care for a vault that does not open: its keys do, and copies or salvage can take the database's place."""

from __future__ import annotations

from pathlib import Path

from engage_desktop.errors import Locked
from engage_desktop.store import backup, crypto
from engage_desktop.store.backup import Copy
from engage_desktop.store.database import Database
from engage_desktop.store.driver import discard
from engage_desktop.store.entry import DATABASE, opened_keys
from engage_desktop.store.folder_lock import FolderLock
from engage_desktop.store.place import rename_durably
from engage_desktop.store.salvage import Report, salvage
from engage_desktop.store.tries import Tries
from engage_desktop.store.vault import PUT_STATE
from engage_wire.clock import Clock

SALVAGED = "engage.db.salvaged"


class Care:
    """Holds a closed vault by its passphrase; nothing is ever deleted, only set aside."""

    def __init__(self, folder: Path, passphrase: str, clock: Clock, tries: Tries | None = None) -> None:
        self._folder = folder
        self._lock = FolderLock(folder)
        try:
            keys, master = opened_keys(folder, passphrase, tries or Tries(folder, clock))
        except BaseException:
            self._lock.release()
            raise
        self._salt = keys.db_salt
        self._key: bytearray | None = crypto.subkey(master, "db")
        crypto.wipe(master)

    def copies(self) -> list[Copy]:
        """Return the copies that could be restored, newest first."""
        return backup.copies(self._folder)

    def restore(self, copy: Copy) -> Path | None:
        """Put a copy in place; return where the damaged database was set aside, None if there was none."""
        aside = backup.restore(copy, self._folder / DATABASE, self._held_key(), self._salt, replace=True)
        self._tell_sync("restored")
        return aside

    def salvage(self) -> tuple[Report, Path]:
        """Put what can still be read in place; return the report and where the damaged database was set aside."""
        fresh = self._folder / SALVAGED
        database = self._folder / DATABASE
        report = salvage(database, fresh, self._held_key(), self._salt)
        aside = backup.set_aside(database)
        rename_durably(fresh, database)
        self._tell_sync("salvaged")
        return report, aside

    def close(self) -> None:
        """Wipe the keys and let go of the folder."""
        if self._key is not None:
            crypto.wipe(self._key)
            self._key = None
        discard(self._folder / SALVAGED)
        self._lock.release()

    def _tell_sync(self, how: str) -> None:
        """Note that this database is not the one the agency last spoke with: a new incarnation begins."""
        database = Database(self._folder / DATABASE, self._held_key(), self._salt)
        try:
            with database.write() as connection:
                connection.execute(PUT_STATE, {"k": "came_back", "v": how})
        finally:
            database.close()

    def _held_key(self) -> bytearray:
        if self._key is None:
            raise Locked("the vault was let go")
        return self._key
