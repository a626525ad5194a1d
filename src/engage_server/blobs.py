"""The bytes of attachments: sent in pieces by their SHA-256, kept sealed, handed out to whoever may see the record.

A file is known here only through an attachment record that names it. Each piece of 1 MiB is sealed with AES-256-GCM
under a key derived from the server's file key and the file's address; the address and the number of the piece are
bound to it. The file key lies outside the database (`Place.blob_key`), so a copy of the database alone shows nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection, delete, func, insert, select, union, update

from engage_server import scope
from engage_server.apply import Applier
from engage_server.database import Database
from engage_server.devices import require_active
from engage_server.errors import BadRequest, Refused
from engage_server.meta import epoch_of
from engage_server.tables import blob, blob_chunk, records
from engage_wire.clock import Clock, instant
from engage_wire.codec import Json

PIECE = 1 << 20
MOST_BYTES = 50 << 20
MOST_FAMILY_BYTES = 4 << 30
MOST_ASKED = 200
UNFINISHED = timedelta(days=30)
LOADING, STORED = "loading", "stored"
HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Named:
    """An attachment that names a file, and its family."""

    row_id: str
    family_id: str
    sha256: str
    is_told: bool  # its record says already that the file is here


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file: from one byte up to, and without, another or the end."""

    start: int = 0
    end: int | None = None


WHOLE = Part()


class Blobs:
    """Takes, keeps and hands out files."""

    def __init__(
        self, database: Database, agency: str, clock: Clock, new_id: Callable[[], str], key: bytes
    ) -> None:
        self._database, self._agency, self._clock, self._new_id = database, agency, clock, new_id
        self._key = key

    def check(self, device_id: str, said: Mapping[str, object]) -> list[Json]:
        """Return for each file asked about: stored, which pieces are here, or that it cannot be taken yet."""
        items = said.get("items")
        if not isinstance(items, list) or len(items) > MOST_ASKED:
            raise BadRequest("items")
        answers, named = self._database.run(partial(self._check, device_id=device_id, items=items))
        self._tell(named)
        return answers

    def put(self, device_id: str, sha256: str, number: int, data: bytes) -> bool:
        """Keep one piece; say whether it was new. Refused 404 when the file is not expected, 422 for a wrong size."""
        return self._database.run(
            partial(self._put, device_id=device_id, sha256=sha256, number=number, data=data)
        )

    def complete(self, device_id: str, sha256: str) -> None:
        """Prove the whole and tell everybody that it is here; Refused 409 `incomplete` or 422 `digest`."""
        named, whole = self._database.run(partial(self._complete, device_id=device_id, sha256=sha256))
        if not whole:
            raise Refused(422, "digest")
        self._tell([one for one in named if one.sha256 == sha256])

    def read(self, device_id: str, sha256: str, part: Part = WHOLE) -> tuple[bytes, int]:
        """Return a part of a file, opened only where it is asked for, and the size of the whole.

        Refused 404 when it is not here or not for this device's user, 416 when the part lies beyond its end.
        """
        with self._database.snapshot() as connection:
            row = self._row(connection, sha256)
            named = self._named(connection, device_id, [sha256]).get(sha256)
            if row is None or not named or row.state != STORED:
                raise Refused(404, "not_found")
            end = min(row.size if part.end is None else part.end, row.size)
            if part.start >= end:
                raise Refused(416, "range")
            first = part.start // PIECE
            pieces = b"".join(self._pieces(connection, row, range(first, _pieces(end))))
            return pieces[part.start - first * PIECE : end - first * PIECE], row.size

    def _tell(self, named: Sequence[Named]) -> None:
        """Write into the records that their files are here, so that every laptop hears of it."""
        ids = sorted(one.row_id for one in named if not one.is_told)
        if ids:
            self._database.run(partial(self._write_told, ids=ids))

    def _write_told(self, connection: Connection, ids: Sequence[str]) -> None:
        applier = Applier(self._database, self._agency, epoch_of(connection, self._agency), self._new_id)
        applier.tell(connection, "attachment", ids, {"blob_state": STORED}, self._clock.now())

    # within one transaction

    def _check(
        self, connection: Connection, device_id: str, items: Sequence[Any]
    ) -> tuple[list[Json], list[Named]]:
        self._forget_unfinished(connection)
        asked = {_address(item): _size(item) for item in items}
        named = self._named(connection, device_id, list(asked))
        answers = [self._standing(connection, sha, size, named.get(sha, [])) for sha, size in asked.items()]
        stored = {answer["sha256"] for answer in answers if answer["state"] == STORED}
        return answers, [one for sha in stored for one in named[sha] if one.sha256 == sha]

    def _standing(self, connection: Connection, sha256: str, size: int, named: Sequence[Named]) -> Json:
        if not named:
            return {"sha256": sha256, "state": "unknown"}
        row = self._row(connection, sha256, lock=True)
        if row is not None and row.state == STORED:
            return {"sha256": sha256, "state": STORED}
        if row is not None and row.size != size:  # one of two is wrong about it; the hash will tell
            self._forget(connection, sha256)
            row = None
        if row is None:
            if not self._has_room(connection, named[0].family_id, size):
                return {"sha256": sha256, "state": "quota"}
            connection.execute(
                insert(blob).values(
                    agency_id=self._agency,
                    sha256=sha256,
                    size=size,
                    state=LOADING,
                    began_at=instant(self._clock.now()),
                )
            )
        have = connection.execute(
            select(blob_chunk.c.n)
            .where(blob_chunk.c.agency_id == self._agency, blob_chunk.c.sha256 == sha256)
            .order_by(blob_chunk.c.n)
        ).scalars()
        return {"sha256": sha256, "state": LOADING, "have": list(have)}

    def _put(self, connection: Connection, device_id: str, sha256: str, number: int, data: bytes) -> bool:
        row = self._row(connection, sha256, lock=True)
        if row is None or not self._named(connection, device_id, [sha256]).get(sha256):
            raise Refused(404, "not_found")
        if row.state == STORED:
            return False
        if len(data) != _expected(row.size, number):
            raise Refused(422, "size")
        at = (
            blob_chunk.c.agency_id == self._agency,
            blob_chunk.c.sha256 == sha256,
            blob_chunk.c.n == number,
        )
        there = connection.execute(delete(blob_chunk).where(*at)).rowcount
        sealed = self._seal(sha256, number, data)
        values = {"agency_id": self._agency, "sha256": sha256, "n": number, "sealed": sealed}
        connection.execute(insert(blob_chunk).values(values))
        return not there

    def _complete(self, connection: Connection, device_id: str, sha256: str) -> tuple[list[Named], bool]:
        row = self._row(connection, sha256, lock=True)
        named = self._named(connection, device_id, [sha256]).get(sha256, [])
        if row is None or not named:
            raise Refused(404, "not_found")
        chunks = blob_chunk.c
        mine = (chunks.agency_id == self._agency, chunks.sha256 == sha256)
        if row.state != STORED:
            have = set(connection.execute(select(chunks.n).where(*mine)).scalars())
            missing = [n for n in range(_pieces(row.size)) if n not in have]
            if missing:
                raise Refused(409, "incomplete", missing=missing)
            if not self._is_proved(connection, row):
                connection.execute(delete(blob_chunk).where(*mine))
                return [], False
            connection.execute(
                update(blob)
                .where(blob.c.agency_id == self._agency, blob.c.sha256 == sha256)
                .values(state=STORED, stored_at=instant(self._clock.now()))
            )
        return named, True

    def _is_proved(self, connection: Connection, row: Any) -> bool:
        proof = hashlib.sha256()
        for piece in self._pieces(connection, row, range(_pieces(row.size))):
            proof.update(piece)
        return proof.hexdigest() == str(row.sha256)

    def _pieces(self, connection: Connection, row: Any, numbers: range) -> Iterator[bytes]:
        """Yield some pieces of a file, opened one after the other; Refused 500 when one of them is gone."""
        chunks = blob_chunk.c
        for number in numbers:
            sealed = connection.scalar(
                select(chunks.sealed).where(
                    chunks.agency_id == self._agency, chunks.sha256 == row.sha256, chunks.n == number
                )
            )
            if sealed is None:
                raise Refused(500, "damaged")
            yield self._unseal(row.sha256, number, bytes(sealed))

    def _row(self, connection: Connection, sha256: str, *, lock: bool = False) -> Any:
        query = select(blob).where(blob.c.agency_id == self._agency, blob.c.sha256 == sha256)
        return connection.execute(query.with_for_update() if lock else query).one_or_none()

    def _named(
        self, connection: Connection, device_id: str, addresses: Sequence[str]
    ) -> dict[str, list[Named]]:
        """Return the attachments that name these files, of families the device's user may see now."""
        device = require_active(connection, self._agency, device_id)
        person = scope.staff(connection, self._agency, device.user_id)
        if person is None or not person.active:
            raise Refused(403, "device_suspended")
        granted = {
            bucket for bucket, _ in scope.scope_of(connection, self._agency, person, self._clock.now())
        }
        a = records["attachment"].c
        columns = (a.id, a.family_id, a.sha256, a.thumb_sha256, a.blob_state)
        rows = connection.execute(
            union(  # each half has its index
                *(
                    select(*columns).where(
                        a.agency_id == self._agency, self._database.among(named, addresses)
                    )
                    for named in (a.sha256, a.thumb_sha256)
                )
            )
        )
        found: dict[str, list[Named]] = {}
        for row in rows:
            if f"f:{row.family_id}" in granted:
                for address in {row.sha256, row.thumb_sha256} & set(addresses):
                    found.setdefault(address, []).append(
                        Named(row.id, row.family_id, row.sha256, row.blob_state == STORED)
                    )
        return found

    def _has_room(self, connection: Connection, family_id: str, size: int) -> bool:
        a = records["attachment"].c
        held = connection.scalar(
            select(func.coalesce(func.sum(blob.c.size), 0)).where(
                blob.c.agency_id == self._agency,
                blob.c.sha256.in_(
                    select(a.sha256).where(a.agency_id == self._agency, a.family_id == family_id)
                ),
            )
        )
        return int(held or 0) + size <= MOST_FAMILY_BYTES

    def _forget_unfinished(self, connection: Connection) -> None:
        before = instant(self._clock.now() - UNFINISHED)
        old = select(blob.c.sha256).where(
            blob.c.agency_id == self._agency, blob.c.state == LOADING, blob.c.began_at < before
        )
        for sha256 in list(connection.execute(old).scalars()):
            self._forget(connection, sha256)

    def _forget(self, connection: Connection, sha256: str) -> None:
        for table in (blob_chunk, blob):
            connection.execute(
                delete(table).where(table.c.agency_id == self._agency, table.c.sha256 == sha256)
            )

    # sealing

    def _seal(self, sha256: str, number: int, data: bytes) -> bytes:
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self._file_key(sha256)).encrypt(nonce, data, _bound(sha256, number))

    def _unseal(self, sha256: str, number: int, sealed: bytes) -> bytes:
        try:
            return AESGCM(self._file_key(sha256)).decrypt(sealed[:12], sealed[12:], _bound(sha256, number))
        except InvalidTag:
            raise Refused(500, "damaged") from None

    def _file_key(self, sha256: str) -> bytes:
        return HKDF(hashes.SHA256(), 32, salt=bytes.fromhex(sha256), info=b"engage/v1/server-blob").derive(
            self._key
        )


def is_address(text: str) -> bool:
    """Say whether a text is the address of a file: 64 hex digits."""
    return len(text) == 64 and set(text) <= HEX


def _address(item: Any) -> str:
    sha256 = item.get("sha256") if isinstance(item, dict) else None
    if not isinstance(sha256, str) or not is_address(sha256):
        raise BadRequest("sha256")
    return sha256


def _size(item: Mapping[str, object]) -> int:
    size = item.get("size")
    if not isinstance(size, int) or isinstance(size, bool) or not 0 < size <= MOST_BYTES:
        raise Refused(413, "too_large", limit_bytes=MOST_BYTES)
    return size


def _pieces(size: int) -> int:
    return -(-size // PIECE)


def _expected(size: int, number: int) -> int:
    last = _pieces(size) - 1
    if not 0 <= number <= last:
        return -1
    return PIECE if number < last else size - last * PIECE


def _bound(sha256: str, number: int) -> bytes:
    return bytes.fromhex(sha256) + number.to_bytes(4, "big")
