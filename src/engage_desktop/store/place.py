"""Files written so that a power cut leaves the old or the new one, and the disk's answers in the product's terms."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from engage_desktop.errors import DiskFailed, DiskFull, EngageError, ReadOnlyFolder

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
PROBE_BYTES = 8192
READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def translated(error: OSError) -> EngageError:
    """Name what the operating system's refusal means for the product."""
    if error.errno in FULL:
        return DiskFull("no room left on the disk")
    if error.errno in READ_ONLY:
        return ReadOnlyFolder("the folder cannot be written")
    return DiskFailed(f"the disk answered with error {error.errno}")


@contextmanager
def place_errors() -> Generator[None]:
    """Turn operating system errors inside the block into expected failures."""
    try:
        yield
    except OSError as error:
        raise translated(error) from error


def sync_folder(folder: Path) -> None:
    """Make renames and deletions in a folder survive a power cut."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make a file's bytes survive a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file so that either the old or the new bytes are there, whatever happens."""
    fresh = path.with_name(path.name + ".new")
    with place_errors():
        try:
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
            sync_folder(path.parent)
        except OSError:
            with suppress(OSError):
                fresh.unlink()
            raise


def rename_durably(source: Path, target: Path) -> None:
    """Move a complete file into place and make the move survive a power cut."""
    with place_errors():
        source.replace(target)
        sync_folder(target.parent)


def free_bytes(folder: Path) -> int:
    """Return how many bytes this user may still write in the folder."""
    import shutil

    return shutil.disk_usage(folder).free


def require_writable(folder: Path) -> None:
    """Raise `ReadOnlyFolder` or `DiskFull` unless a little file can be written in the folder."""
    probe = folder / ".writable"
    with place_errors():
        try:
            probe.write_bytes(bytes(PROBE_BYTES))
        finally:
            probe.unlink(missing_ok=True)
