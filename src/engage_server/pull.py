"""Pull: everything in scope that lies after the device's cursors, from one snapshot (`sync.md` A9)."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from engage_server import scope
from engage_server.accept import last_known
from engage_server.database import Database
from engage_server.devices import require_active
from engage_server.envelope import MAX_INCARNATION, number
from engage_server.errors import BadRequest, Refused
from engage_server.facts import added_since, projection
from engage_server.meta import MIN_SCHEMA, epoch_of
from engage_server.scope import Mode, scope_version
from engage_server.stream import Asker, Reader, Stream
from engage_wire.clock import Clock, to_ms
from engage_wire.codec import Json
from engage_wire.registry import SCHEMA

MAX_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Request:
    """A pull request, read."""

    epoch: int
    incarnation: int
    schema: int
    schema_synced: int
    scope_ver: int
    acked: int
    cursors: Mapping[str, int]
    order: tuple[str, ...]
    max_bytes: int


def read_request(doc: Json) -> Request:
    """Read a pull request; BadRequest when it is none."""
    cursors, order = doc.get("cursors", {}), doc.get("order", [])
    if not isinstance(cursors, dict) or not isinstance(order, list):
        raise BadRequest("cursors and order are of another form")
    return Request(
        number(doc, "epoch"),
        number(doc, "inc", MAX_INCARNATION),
        number(doc, "schema", default=SCHEMA),
        number(doc, "schema_synced", default=SCHEMA),
        number(doc, "scope_ver", default=0),
        number(doc, "acked", default=0),
        {str(bucket): number(cursors, bucket) for bucket in cursors},
        tuple(str(bucket) for bucket in order),
        number(doc, "max_bytes", default=MAX_BYTES),
    )


@dataclass(frozen=True, slots=True)
class Pull:
    """Answers pulls."""

    database: Database
    agency: str
    clock: Clock

    def __call__(self, device_id: str, doc: Json) -> Generator[Json]:
        """Yield the answer's lines; the snapshot lasts until the last one is taken.

        Refused (409 `epoch`, 426 `upgrade_required`, 401, 403) is raised in place of the first line.
        """
        request = read_request(doc)
        lines = self._lines(device_id, request)
        if self.database.shared:
            return _each(list(lines))
        return lines

    def _lines(self, device_id: str, request: Request) -> Generator[Json]:
        now = self.clock.now()
        with self.database.snapshot() as connection:
            device = require_active(connection, self.agency, device_id)
            person = scope.staff(connection, self.agency, device.user_id)
            assert person is not None  # enrolment knew the user
            self._prove(connection, device_id, request)
            if (
                not person.active
            ):  # what such a person still pushes is kept and shown; nothing more is handed out
                raise Refused(403, "device_suspended")
            granted = scope.scope_of(connection, self.agency, person, now)
            known = frozenset(bucket for bucket, cursor in request.cursors.items() if cursor)
            asker = Asker(device_id, request.incarnation, request.acked, known)
            reader = Reader(self.database, connection, self.agency, projection(request.schema), asker)
            stream = Stream(reader, request.max_bytes)
            yield from stream.counted(self._header(connection, device_id, request, granted, now))
            buckets = _ordered([bucket for bucket, _mode in granted], request.order)
            yield from stream.buckets(list(reader.news(buckets, request.cursors)))
            yield {"t": "end", "more": stream.is_cut, "replica": False, "lines": stream.lines + 1}

    def _prove(self, connection: Connection, device_id: str, request: Request) -> None:
        epoch = epoch_of(connection, self.agency)
        if request.schema < MIN_SCHEMA:
            raise Refused(426, "upgrade_required", min_schema=MIN_SCHEMA)
        if request.epoch != epoch:
            last_seq, last_hash, _durable = last_known(
                connection, self.agency, device_id, request.incarnation
            )
            facts = {"last_seq": last_seq, "last_hash": last_hash, "incarnation": request.incarnation}
            raise Refused(409, "epoch", epoch=epoch, **facts)

    def _header(
        self, connection: Connection, device_id: str, request: Request, granted: Sequence[Mode], now: datetime
    ) -> Json:
        known = last_known(connection, self.agency, device_id, request.incarnation)
        version = scope_version(granted)
        scope_news = {} if version == request.scope_ver else {"scope": [list(mode) for mode in granted]}
        return {
            "t": "hdr",
            "epoch": request.epoch,
            "now": to_ms(now),
            "scope_ver": version,
            **scope_news,
            "schema": SCHEMA,
            "durable_seq": known[2],
            "backfill": added_since(request.schema_synced),
        }


def _each(lines: Sequence[Json]) -> Generator[Json]:
    yield from lines


def _ordered(buckets: Sequence[str], order: Sequence[str]) -> list[str]:
    """Return the buckets the device wants first before the others."""
    wish = {bucket: place for place, bucket in enumerate(order)}
    return sorted(buckets, key=lambda bucket: wish.get(bucket, len(wish)))
