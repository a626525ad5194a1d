"""Copies of the database beside it: three daily ones and one before each upgrade, each proved when it is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engage_desktop.errors import NotFound, VaultExists
from engage_desktop.store import driver
from engage_desktop.store.database import Database
from engage_desktop.store.place import place_errors, rename_durably

FOLDER = "copies"
DAILY_KEPT = 3
UPGRADES_KEPT = 2
DAILY = re.compile(r"day-(\d{4}-\d{2}-\d{2})\.db")
UPGRADE = re.compile(r"before-(\w+)-(\d{4}-\d{2}-\d{2})\.db")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its file, the day it was made, and the schema it was made ahead of, if it was."""

    path: Path
    made_on: date
    before_schema: str = ""


def copies(folder: Path) -> list[Copy]:
    """Return the copies of a vault's database, newest first."""
    found = [copy for path in (folder / FOLDER).glob("*.db") if (copy := _read(path)) is not None]
    return sorted(found, key=lambda c: (c.made_on, c.before_schema), reverse=True)


def daily(database: Database, folder: Path, today: date) -> Path | None:
    """Make today's copy unless it exists, and let go of the fourth; return the new copy's path."""
    path = _place(folder) / f"day-{today.isoformat()}.db"
    if path.exists():
        return None
    database.backup(path)
    _keep(folder, [c for c in copies(folder) if not c.before_schema], DAILY_KEPT)
    return path


def before_upgrade(database: Database, folder: Path, schema: str, today: date) -> Path:
    """Make the copy an upgrade may need; an upgrade never starts without it."""
    path = _place(folder) / f"before-{schema}-{today.isoformat()}.db"
    database.backup(path)
    _keep(folder, [c for c in copies(folder) if c.before_schema], UPGRADES_KEPT)
    return path


def restore(copy: Copy, target: Path, key: bytearray, salt: bytes, *, replace: bool = False) -> Path | None:
    """Put a proved copy in the database's place; what lay there is kept beside it, and its path returned.

    Raises `VaultExists` when a database is there and `replace` was not asked for, `BackupFailed` when the copy
    does not prove itself. The database must be closed.
    """
    if not copy.path.exists():
        raise NotFound("the copy is gone")
    if target.exists() and not replace:
        raise VaultExists("a database is in place")
    driver.verify(copy.path, key, salt)
    fresh = target.with_name(target.name + ".restored")
    driver.discard(fresh)
    driver.copy_file(copy.path, fresh, key, salt)
    aside = set_aside(target) if target.exists() else None
    rename_durably(fresh, target)
    return aside


def expire(folder: Path) -> int:
    """Delete every copy, because they hold what was purged; return how many there were."""
    found = copies(folder)
    _keep(folder, found, 0)
    return len(found)


def set_aside(target: Path) -> Path:
    """Move the database and its journal away under one new name; nothing is ever overwritten."""
    number = 1
    while (aside := target.with_name(f"{target.name}.aside-{number}")).exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        part = target.with_name(target.name + suffix)
        if part.exists():
            rename_durably(part, aside.with_name(aside.name + suffix))
    return aside


def _place(folder: Path) -> Path:
    place = folder / FOLDER
    with place_errors():
        place.mkdir(mode=0o700, exist_ok=True)
    return place


def _keep(folder: Path, newest_first: list[Copy], count: int) -> None:
    for old in newest_first[count:]:
        driver.discard(folder / FOLDER / old.path.name)


def _read(path: Path) -> Copy | None:
    if match := DAILY.fullmatch(path.name):
        return Copy(path, date.fromisoformat(match[1]))
    if match := UPGRADE.fullmatch(path.name):
        return Copy(path, date.fromisoformat(match[2]), match[1])
    return None
