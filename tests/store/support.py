"""What the store's tests share: a clock that is set by hand, folders in memory, and the floor's passphrase cost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, text

from engage_desktop.store.crypto import Kdf
from engage_desktop.store.vault import Vault

PASSPHRASE = "crucial ivory stamp wobbly fender"
FLOOR = Kdf()
ACTOR = "a" * 32
MEMORY = Path("/dev/shm")  # noqa: S108 - only for speed; each test makes its own folder there


@dataclass
class HandClock:
    """A clock that moves when it is told to; wall and monotonic time are set apart on purpose."""

    wall: datetime = field(default_factory=lambda: datetime(2026, 11, 21, 14, 0, tzinfo=UTC))
    ticks: float = 1000.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.ticks

    def advance(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ticks += seconds


@contextmanager
def memory_folder() -> Iterator[Path]:
    """Lend a folder in memory where there is one: for tests in which no disk is on trial."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)


def new_vault(folder: Path, clock: HandClock | None = None) -> Vault:
    return Vault.create(folder, PASSPHRASE, clock or HandClock(), FLOOR)


def unlock(folder: Path, clock: HandClock | None = None) -> Vault:
    return Vault.unlock(folder, PASSPHRASE, clock or HandClock())


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
