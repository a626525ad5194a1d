"""What must hold before a vault is made or opened: a place to write, room to work, a passphrase that is right."""

from __future__ import annotations

from pathlib import Path

from engage_desktop.errors import DiskFull, VaultExists, WrongPassphrase
from engage_desktop.store import ballast, keyfile
from engage_desktop.store.keyfile import KeyFile
from engage_desktop.store.place import free_bytes, place_errors, require_writable
from engage_desktop.store.tries import Tries

DATABASE = "engage.db"
LEAST_FREE = 4 << 20


def require_place(folder: Path) -> None:
    """Raise `ReadOnlyFolder`; on a full disk give up the reserve first, and raise `DiskFull` if that is not enough."""
    try:
        require_writable(folder)
        if free_bytes(folder) >= LEAST_FREE:
            return
    except DiskFull:
        pass
    ballast.release(folder)
    require_writable(folder)
    require_room(folder)


def require_empty(folder: Path) -> None:
    """Raise `VaultExists` where a new vault would stand on an old one."""
    if keyfile.present(folder) or (folder / DATABASE).exists():
        raise VaultExists("the folder holds a vault")


def require_room(folder: Path) -> None:
    """Raise `DiskFull` unless there is room for a session's work."""
    with place_errors():
        if free_bytes(folder) < LEAST_FREE:
            raise DiskFull("too little room to work")


def opened_keys(folder: Path, passphrase: str, tries: Tries) -> tuple[KeyFile, bytearray]:
    """Judge the passphrase, and make both key files whole again when one was not."""
    copies, whole = keyfile.load(folder)
    tries.begin()
    try:
        keys, master = keyfile.unlock(copies, passphrase)
    except WrongPassphrase:
        raise WrongPassphrase(tries.wait_seconds()) from None
    tries.forgive()
    if not whole or keys != copies[0]:
        keyfile.save(keys, folder)
    return keys, master
