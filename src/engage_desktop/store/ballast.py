"""Room kept in reserve: a file that can be given up when the disk is full, so that work can be saved and closed."""

from __future__ import annotations

import os
from pathlib import Path

from engage_desktop.store.place import free_bytes, place_errors, sync_folder

NAME = "ballast"
BYTES = 16 << 20
SPARE = 2 * BYTES
CHUNK = 1 << 20


def held(folder: Path) -> bool:
    """Say whether the reserve is complete."""
    path = folder / NAME
    return path.exists() and path.stat().st_size == BYTES


def hold(folder: Path) -> bool:
    """Make the reserve when there is plenty of room; say whether it is there."""
    if held(folder):
        return True
    with place_errors():
        release(folder)
        if free_bytes(folder) < BYTES + SPARE:
            return False
        fresh = folder / (NAME + ".new")
        with fresh.open("wb") as file:
            for _ in range(BYTES // CHUNK):
                file.write(os.urandom(CHUNK))  # zeros could be stored as a hole, which reserves nothing
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / NAME)
        sync_folder(folder)
    return True


def release(folder: Path) -> bool:
    """Give up the reserve; say whether there was any."""
    with place_errors():
        (folder / (NAME + ".new")).unlink(missing_ok=True)
        there = (folder / NAME).exists()
        (folder / NAME).unlink(missing_ok=True)
    return there
