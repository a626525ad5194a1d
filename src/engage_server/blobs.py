"""The bytes of attachments: sent in pieces by their SHA-256, kept sealed, handed out to whoever may see the record.

A file is known here only through an attachment record that names it, and only as somebody sent it. A record opens what
its own writer sent, so knowing the address of a file, and writing it into a record, opens nothing: the writer has to
have the file. What somebody wrote before a family went to others may still be sent, though not fetched.

Each piece of 1 MiB is sealed with AES-256-GCM under a key derived from the server's file key and the file's address;
the address, the number of the piece and the sender are bound to it. The file key lies outside the database
(`Place.blob_key`), so a copy of the database alone shows nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, union, update

from engage_server import scope
from engage_server.apply import Applier
from engage_server.database import Database
from engage_server.devices import require_active
from engage_server.errors import BadRequest, Refused
from engage_server.meta import epoch_of
from engage_server.tables import blob, blob_chunk, records, sync_device, sync_op, sync_revision
from engage_wire.clock import Clock, instant
from engage_wire.codec import Json
from engage_wire.op import Outcome

PIECE = 1 << 20
MOST_BYTES = 50 << 20
MOST_FAMILY_BYTES = 4 << 30
MOST_ASKED = 200
UNFINISHED = timedelta(days=30)
LOADING, STORED = "loading", "stored"
HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Named:
    """An attachment that names a file: its family, and who wrote that name into it."""

    row_id: str
    family_id: str
    sha256: str
    is_told: bool  # its record says already that the file is here
    writers: frozenset[str]
    is_visible: bool  # to whom it was asked for; if not, it is what this person wrote


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
        """Return for each file asked about: stored, which pieces are here, or that it cannot be taken yet.

        Who wrote a record about a file sends it, even where others had sent it already: an answer never tells that.
        """
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
        self._tell(named)

    def read(self, device_id: str, sha256: str, part: Part = WHOLE) -> tuple[bytes, int]:
        """Return a part of a file, opened only where it is asked for, and the size of the whole.

        Refused 404 when it is not here or not for this device's user, 416 when the part lies beyond its end.
        """
        with self._database.snapshot() as connection:
            user = self._user(connection, device_id)
            row = self._open(connection, user, sha256, self._named(connection, user, [sha256])[sha256])
            if row is None:
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
        user = self._user(connection, device_id)
        named = self._named(connection, user, list(asked))
        answers = [self._standing(connection, user, sha, size, named[sha]) for sha, size in asked.items()]
        stored = {answer["sha256"] for answer in answers if answer["state"] == STORED}
        return answers, [one for sha in stored for one in _written_by(user, named[sha], sha)]

    def _standing(
        self, connection: Connection, user: str, sha256: str, size: int, named: Sequence[Named]
    ) -> Json:
        if not named:
            return {"sha256": sha256, "state": "unknown"}
        row = self._row(connection, sha256, user, lock=True)
        is_stored = row is not None and row.state == STORED
        wrote = any(user in one.writers for one in named)
        if is_stored or (not wrote and self._open(connection, user, sha256, named) is not None):
            return {"sha256": sha256, "state": STORED}
        if row is not None and row.size != size:  # one of two is wrong about it; the hash will tell
            self._forget(connection, sha256, user)
            row = None
        if row is None:
            if not self._has_room(connection, named[0].family_id, size):
                return {"sha256": sha256, "state": "quota"}
            connection.execute(
                insert(blob).values(
                    agency_id=self._agency,
                    sha256=sha256,
                    sent_by=user,
                    size=size,
                    state=LOADING,
                    began_at=instant(self._clock.now()),
                )
            )
        return {"sha256": sha256, "state": LOADING, "have": self._have(connection, sha256, user)}

    def _put(self, connection: Connection, device_id: str, sha256: str, number: int, data: bytes) -> bool:
        user = self._user(connection, device_id)
        row = self._row(connection, sha256, user, lock=True)
        if row is None or not self._named(connection, user, [sha256])[sha256]:
            raise Refused(404, "not_found")
        if row.state == STORED:
            return False
        if len(data) != _expected(row.size, number):
            raise Refused(422, "size")
        at = (*self._at(blob_chunk, sha256, user), blob_chunk.c.n == number)
        there = connection.execute(delete(blob_chunk).where(*at)).rowcount
        sealed = self._seal(_bound(sha256, number, user), sha256, data)
        values = {"agency_id": self._agency, "sha256": sha256, "sent_by": user, "n": number, "sealed": sealed}
        connection.execute(insert(blob_chunk).values(values))
        return not there

    def _complete(self, connection: Connection, device_id: str, sha256: str) -> tuple[list[Named], bool]:
        user = self._user(connection, device_id)
        row = self._row(connection, sha256, user, lock=True)
        named = self._named(connection, user, [sha256])[sha256]
        if row is None or not named:
            raise Refused(404, "not_found")
        if row.state != STORED:
            have = set(self._have(connection, sha256, user))
            missing = [n for n in range(_pieces(row.size)) if n not in have]
            if missing:
                raise Refused(409, "incomplete", missing=missing)
            if not self._is_proved(connection, row):
                connection.execute(delete(blob_chunk).where(*self._at(blob_chunk, sha256, user)))
                return [], False
            connection.execute(
                update(blob)
                .where(*self._at(blob, sha256, user))
                .values(state=STORED, stored_at=instant(self._clock.now()))
            )
        return _written_by(user, named, sha256), True

    def _is_proved(self, connection: Connection, row: Any) -> bool:
        proof = hashlib.sha256()
        for piece in self._pieces(connection, row, range(_pieces(row.size))):
            proof.update(piece)
        return proof.hexdigest() == str(row.sha256)

    def _pieces(self, connection: Connection, row: Any, numbers: range) -> Iterator[bytes]:
        """Yield some pieces of a file, opened one after the other; Refused 500 when one of them is gone."""
        for number in numbers:
            sealed = connection.scalar(
                select(blob_chunk.c.sealed).where(
                    *self._at(blob_chunk, row.sha256, row.sent_by), blob_chunk.c.n == number
                )
            )
            if sealed is None:
                raise Refused(500, "damaged")
            yield self._unseal(_bound(row.sha256, number, row.sent_by), row.sha256, bytes(sealed))

    def _at(self, table: Table, sha256: str, user: str) -> tuple[ColumnElement[bool], ...]:
        """Return the conditions for a file as one person sent it."""
        c = table.c
        return c.agency_id == self._agency, c.sha256 == sha256, c.sent_by == user

    def _row(self, connection: Connection, sha256: str, user: str, *, lock: bool = False) -> Any:
        query = select(blob).where(*self._at(blob, sha256, user))
        return connection.execute(query.with_for_update() if lock else query).one_or_none()

    def _have(self, connection: Connection, sha256: str, user: str) -> list[int]:
        query = select(blob_chunk.c.n).where(*self._at(blob_chunk, sha256, user))
        return list(connection.execute(query.order_by(blob_chunk.c.n)).scalars())

    def _open(self, connection: Connection, user: str, sha256: str, named: Sequence[Named]) -> Any:
        """Return a whole file that a record in view opens: as its writer sent it, or as the asking person did."""
        senders = {writer for one in named if one.is_visible for writer in (*one.writers, user)}
        query = select(blob).where(
            blob.c.agency_id == self._agency,
            blob.c.sha256 == sha256,
            blob.c.state == STORED,
            self._database.among(blob.c.sent_by, sorted(senders)),
        )
        return connection.execute(query.order_by(blob.c.sent_by).limit(1)).one_or_none()

    def _user(self, connection: Connection, device_id: str) -> str:
        device = require_active(connection, self._agency, device_id)
        person = scope.staff(connection, self._agency, device.user_id)
        if person is None or not person.active:
            raise Refused(403, "device_suspended")
        return person.user_id

    def _named(self, connection: Connection, user: str, addresses: Sequence[str]) -> dict[str, list[Named]]:
        """Return the attachments that name these files: what a person may see now, and what that person wrote."""
        found: dict[str, list[Named]] = {address: [] for address in addresses}
        person = scope.staff(connection, self._agency, user)
        assert person is not None  # `_user` found them
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
        ).all()
        writers = self._writers(connection, [row.id for row in rows])
        for row in rows:
            for address in {row.sha256, row.thumb_sha256} & found.keys():
                one = Named(
                    row.id, row.family_id, row.sha256, row.blob_state == STORED,
                    frozenset(writers[row.id, address]), f"f:{row.family_id}" in granted,
                )  # fmt: skip
                if one.is_visible or user in one.writers:
                    found[address].append(one)
        return found

    def _writers(self, connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], set[str]]:
        """Return whose laptops wrote which address into which attachment; what was parked was never written."""
        v, o, d = sync_revision.c, sync_op.c, sync_device.c
        query = (
            select(v.row_id, o.new, v.outcome, d.user_id)
            .join_from(sync_revision, sync_op, (o.agency_id == v.agency_id) & (o.op_uid == v.op_uid))
            .join(sync_device, (d.agency_id == o.agency_id) & (d.device_id == o.device_id))
            .where(v.agency_id == self._agency, v.entity == "attachment")
            .where(self._database.among(v.row_id, ids))
        )
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row_id, said, outcome, user in connection.execute(query) if ids else ():
            if not Outcome(outcome).is_parked:
                wrote = orjson.loads(said)
                for name in ("sha256", "thumb_sha256"):
                    found[row_id, str(wrote.get(name))].add(user)
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
        old = select(blob.c.sha256, blob.c.sent_by).where(
            blob.c.agency_id == self._agency, blob.c.state == LOADING, blob.c.began_at < before
        )
        for sha256, user in connection.execute(old).all():
            self._forget(connection, sha256, user)

    def _forget(self, connection: Connection, sha256: str, user: str) -> None:
        for table in (blob_chunk, blob):
            connection.execute(delete(table).where(*self._at(table, sha256, user)))

    # sealing

    def _seal(self, bound: bytes, sha256: str, data: bytes) -> bytes:
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self._file_key(sha256)).encrypt(nonce, data, bound)

    def _unseal(self, bound: bytes, sha256: str, sealed: bytes) -> bytes:
        try:
            return AESGCM(self._file_key(sha256)).decrypt(sealed[:12], sealed[12:], bound)
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


def _bound(sha256: str, number: int, user: str) -> bytes:
    return bytes.fromhex(sha256) + number.to_bytes(4, "big") + user.encode()


def _written_by(user: str, named: Sequence[Named], sha256: str) -> list[Named]:
    """Return the records whose file, not its thumbnail, this is by this person's writing."""
    return [one for one in named if one.sha256 == sha256 and user in one.writers]
