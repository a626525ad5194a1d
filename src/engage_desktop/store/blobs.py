"""The files of attachments, encrypted one by one beside the database.

Every file has its own random 256-bit key, kept only in `sync_blob`, and a random name. Its bytes are sealed as a
STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015, the nonce layout Tink and age use): AES-256-GCM over chunks of
64 KiB, each with the nonce `prefix (7) || number of the chunk (4) || 1 when it is the last, else 0 (1)`. The header
`magic || log2 of the chunk size || prefix` and the SHA-256 of the whole content are bound to every chunk as
associated data. So a chunk that is changed, moved, repeated, left out or added, an end that is cut off, and a file
put in another's place are all refused. Nothing is given out before all of it is proved.

A file is complete and on the disk before the row that holds its key is committed: a crash leaves a file without a
row, which nobody can read and `sweep` removes, never a row without a whole file.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from engage_desktop.errors import Damaged, NotFound
from engage_desktop.store import crypto
from engage_desktop.store.place import place_errors, sync_folder
from engage_desktop.store.tables import sync_blob

FOLDER = "files"
MAGIC = b"EGB1"
LOG2_CHUNK = 16
CHUNK = 1 << LOG2_CHUNK
PREFIX_BYTES = 7
HEADER_BYTES = len(MAGIC) + 1 + PREFIX_BYTES
SEALED_CHUNK = CHUNK + crypto.TAG_BYTES
HERE_ONLY, STORED, WANTED = "here", "stored", "wanted"


def seal(key: bytes, content: bytes, address: str) -> bytes:
    """Return the sealed form of a file's content; `address` is the SHA-256 of the content, in hex."""
    header = MAGIC + bytes([LOG2_CHUNK]) + secrets.token_bytes(PREFIX_BYTES)
    bound = header + bytes.fromhex(address)
    pieces = [content[at : at + CHUNK] for at in range(0, len(content), CHUNK)] or [b""]
    last = len(pieces) - 1
    sealed = [
        crypto.seal(key, _nonce(header, number, last=number == last), piece, bound)
        for number, piece in enumerate(pieces)
    ]
    return header + b"".join(sealed)


def unseal(key: bytes, sealed: bytes, address: str) -> bytes:
    """Return the content of a sealed file; raise `Refused` when anything about it is not as it was written."""
    header, body = sealed[:HEADER_BYTES], sealed[HEADER_BYTES:]
    if len(header) != HEADER_BYTES or header[: len(MAGIC) + 1] != MAGIC + bytes([LOG2_CHUNK]) or not body:
        raise crypto.Refused("no sealed file")
    bound = header + bytes.fromhex(address)
    starts = range(0, len(body), SEALED_CHUNK)
    content = b"".join(
        crypto.unseal(
            key,
            _nonce(header, number, last=number == len(starts) - 1),
            body[start : start + SEALED_CHUNK],
            bound,
        )
        for number, start in enumerate(starts)
    )
    if hashlib.sha256(content).hexdigest() != address:
        raise crypto.Refused("another content")
    return content


def _nonce(header: bytes, number: int, *, last: bool) -> bytes:
    return header[-PREFIX_BYTES:] + number.to_bytes(4, "big") + bytes([last])


def keep(
    conn: Connection, folder: Path, content: bytes, *, at: str, state: str = HERE_ONLY
) -> tuple[str, Path | None]:
    """Keep content beside the database, within a write transaction; return its address and the file written.

    Content that is here already is kept once, and offered to the agency again: it has to hear of the new record too.
    When the transaction does not commit, the file is an orphan; the caller may `drop` it before that, and `sweep`
    does so later. Raises `DiskFull`, `DiskFailed`, `ReadOnlyFolder`.
    """
    address = hashlib.sha256(content).hexdigest()
    if _is_whole(conn, folder, address):
        if state == HERE_ONLY:
            conn.execute(sync_blob.update().where(sync_blob.c.sha256 == address).values(state=state))
        return address, None
    key, name = secrets.token_bytes(crypto.KEY_BYTES), secrets.token_hex(16)
    path = _write(folder, name, seal(key, content, address))
    values = {"size": len(content), "key": key, "path": name, "state": state, "last_used": at}
    statement = insert(sync_blob).values(sha256=address, **values)
    conn.execute(statement.on_conflict_do_update(index_elements=["sha256"], set_=values))
    return address, path


def read(conn: Connection, folder: Path, address: str) -> bytes:
    """Return the content at an address; NotFound when it is not on this laptop, Damaged when it is not as written."""
    row = conn.execute(select(sync_blob).where(sync_blob.c.sha256 == address)).first()
    if row is None or not row.key or not row.path:
        raise NotFound("file")
    try:
        with place_errors():
            sealed = (folder / FOLDER / str(row.path)).read_bytes()
    except Exception as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise NotFound("file") from None
        raise
    try:
        return unseal(bytes(row.key), sealed, address)
    except crypto.Refused:
        raise Damaged("an attachment does not read back as it was written") from None


def _is_whole(conn: Connection, folder: Path, address: str) -> bool:
    try:
        read(conn, folder, address)
    except (NotFound, Damaged):
        return False
    return True


def drop(path: Path | None) -> None:
    """Remove a file whose row will not be committed; what cannot be removed now is swept later."""
    if path is not None:
        with suppress(OSError):
            path.unlink()


def forget_unnamed(conn: Connection) -> int:
    """Shred the keys of files that no attachment names any more; return how many there were."""
    gone = conn.exec_driver_sql(
        "DELETE FROM sync_blob WHERE sha256 NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL "
        "UNION SELECT thumb_sha256 FROM attachment WHERE thumb_sha256 IS NOT NULL)"
    )
    return gone.rowcount


def is_unnamed(conn: Connection) -> bool:
    """Say whether keys of files are here that no attachment names."""
    look = conn.exec_driver_sql(
        "SELECT 1 FROM sync_blob WHERE sha256 NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL "
        "UNION SELECT thumb_sha256 FROM attachment WHERE thumb_sha256 IS NOT NULL) LIMIT 1"
    )
    return look.first() is not None


def sweep(conn: Connection, folder: Path) -> int:
    """Remove files that no row holds the key of; return how many. To be run where writes are run, one after another.

    While a database lies set aside after damage, nothing is removed: its rows may hold the keys of such files.
    """
    place = folder / FOLDER
    if not place.exists() or any(folder.glob("*.aside-*")):
        return 0
    named = {str(name) for name in conn.execute(select(sync_blob.c.path)).scalars()}
    orphans = [file for file in place.iterdir() if file.name not in named]
    with place_errors():
        for file in orphans:
            file.unlink(missing_ok=True)
        if orphans:
            sync_folder(place)
    return len(orphans)


def _write(folder: Path, name: str, sealed: bytes) -> Path:
    place = folder / FOLDER
    path = place / name
    with place_errors():
        if not place.exists():
            place.mkdir(mode=0o700)
            sync_folder(folder)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            sync_folder(place)
        except OSError:
            drop(path)
            raise
    return path
