"""What the store's tests share: folders in memory, and the floor's passphrase cost."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, text
from tests.fakes import FrozenClock

from engage_desktop.store.crypto import Kdf
from engage_desktop.store.vault import Vault

PASSPHRASE = "crucial ivory stamp wobbly fender"
FLOOR = Kdf()
ACTOR = "a" * 32
MEMORY = Path("/dev/shm")  # noqa: S108 - for speed; each test makes its own folder there
ROOM = 2 << 30


@contextmanager
def memory_folder() -> Generator[Path]:
    """Lend a folder in memory where there is one: for tests in which no disk is on trial."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(dir=MEMORY if roomy else None) as name:
        yield Path(name)


def new_vault(folder: Path, clock: FrozenClock | None = None) -> Vault:
    return Vault.create(folder, PASSPHRASE, clock or FrozenClock(), FLOOR)


def unlock(folder: Path, clock: FrozenClock | None = None) -> Vault:
    return Vault.unlock(folder, PASSPHRASE, clock or FrozenClock())


def add_families(vault: Vault, count: int, start: int = 0, name: str = "Family") -> None:
    with vault.write(ACTOR, "family.create") as connection:
        connection.execute(
            text("INSERT INTO family(id, name, status) VALUES (:id, :name, 'open')"),
            [{"id": f"{n:032x}", "name": f"{name} {n}"} for n in range(start, start + count)],
        )


def count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def flip(path: Path, offset: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[offset] ^= 1 << bit
    path.write_bytes(data)
