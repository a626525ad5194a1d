"""One process at a time: an operating system lock on the vault's folder that ends with the process, or its exec."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from engage_desktop.errors import InUse
from engage_desktop.store.place import place_errors

NAME = "vault.lock"
PAUSE = 0.05


class FolderLock:
    """Holds the folder until released; the descriptor is close-on-exec, so a restarted program can take it."""

    def __init__(self, folder: Path, wait_seconds: float = 0.0) -> None:
        with place_errors():
            self._descriptor: int | None = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + wait_seconds
        while not _taken(self._descriptor):
            if time.monotonic() >= until:
                self.release()
                raise InUse("another program holds this vault")
            time.sleep(PAUSE)

    def release(self) -> None:
        """Let others have the folder; the lock file itself stays, because deleting it would race."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
