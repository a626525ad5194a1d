"""Pull: everything in scope that lies after the device's cursors, from one snapshot (`sync.md` A9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import starmap

from sqlalchemy import Connection, select

from engage_server import scope
from engage_server.accept import last_known
from engage_server.apply import digest_text
from engage_server.database import Database
from engage_server.devices import require_active
from engage_server.envelope import MAX_INCARNATION, number
from engage_server.errors import BadRequest, Refused
from engage_server.facts import FACTS, added_since, projection
from engage_server.meta import MIN_SCHEMA, epoch_of
from engage_server.scope import Mode, scope_version
from engage_server.tables import sync_bucket, sync_bucket_row, sync_row
from engage_wire.clock import Clock, to_ms
from engage_wire.codec import Json, dumps
from engage_wire.registry import SCHEMA

PAGE = 1000
MAX_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Request:
    """A pull request, read."""

    epoch: int
    incarnation: int
    schema: int
    schema_synced: int
    scope_ver: int
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
            stream = _Stream(self, connection, request)
            yield from stream.counted(self._header(connection, device_id, request, granted, now))
            yield from stream.buckets(granted)
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


@dataclass(frozen=True, slots=True)
class _Place:
    """One row's place in a bucket."""

    seq: int
    entity: str
    row_id: str
    live: bool
    why: str | None
    rev: int
    home: str


class _Stream:
    """The lines of one answer, counted, and cut when there are enough."""

    def __init__(self, pull: Pull, connection: Connection, request: Request) -> None:
        self._database = pull.database
        self._agency = pull.agency
        self._connection = connection
        self._request = request
        self._columns = projection(request.schema)
        self._sent = 0
        self._got_on = False
        self.lines = 0
        self.is_cut = False

    def counted(self, line: Json) -> Iterator[Json]:
        """Yield a line, and remember its size."""
        self._sent += len(dumps(line)) + 1
        self.lines += 1
        yield line

    def buckets(self, granted: Sequence[Mode]) -> Iterator[Json]:
        """Yield what is new in each bucket in scope, in the order the device asked for."""
        stands = self._stands([bucket for bucket, _mode in granted])
        for bucket in self._ordered([bucket for bucket, _mode in granted]):
            head, digest, live = stands.get(bucket, (0, 0, 0))
            cursor = self._request.cursors.get(bucket)
            if cursor is not None and cursor == head:
                continue
            if self.is_cut or self._is_full():
                self.is_cut = True
                return
            yield from self.counted({"t": "b", "b": bucket, "from": cursor or 0, "head": head})
            if (cursor or 0) > head:
                continue  # the device is ahead: it will see that, and say so
            yield from self._rows(bucket, cursor or 0)
            if not self.is_cut:
                self._got_on = True
                done = {"t": "be", "b": bucket, "to": head, "digest": digest_text(digest), "live": live}
                yield from self.counted(done)

    def _stands(self, buckets: Sequence[str]) -> dict[str, tuple[int, int, int]]:
        c = sync_bucket.c
        query = select(c.bucket, c.head, c.digest, c.live).where(
            c.agency_id == self._agency, self._database.among(c.bucket, buckets)
        )
        return {
            bucket: (head, digest, live) for bucket, head, digest, live in self._connection.execute(query)
        }

    def _ordered(self, buckets: Sequence[str]) -> list[str]:
        wish = {bucket: place for place, bucket in enumerate(self._request.order)}
        return sorted(buckets, key=lambda bucket: wish.get(bucket, len(wish)))

    def _rows(self, bucket: str, cursor: int) -> Iterator[Json]:
        while True:
            places = self._page(bucket, cursor)
            docs = self._docs(places)
            for place in places:
                if self._is_full():
                    self.is_cut = True
                    return
                yield from self._line(place, docs)
            if len(places) < PAGE:
                return
            cursor = places[-1].seq

    def _page(self, bucket: str, cursor: int) -> list[_Place]:
        b, r = sync_bucket_row.c, sync_row.c
        query = (
            select(b.seq, b.entity, b.row_id, b.live, b.why, r.rev, r.home)
            .join_from(
                sync_bucket_row,
                sync_row,
                (r.agency_id == b.agency_id) & (r.entity == b.entity) & (r.row_id == b.row_id),
            )
            .where(b.agency_id == self._agency, b.bucket == bucket, b.seq > cursor)
            .order_by(b.seq)
            .limit(PAGE)
        )
        return list(starmap(_Place, self._connection.execute(query)))

    def _docs(self, places: Sequence[_Place]) -> dict[tuple[str, str], Json]:
        wanted: dict[str, list[str]] = defaultdict(list)
        for place in places:
            if place.live and place.entity in self._columns:
                wanted[place.entity].append(place.row_id)
        docs: dict[tuple[str, str], Json] = {}
        for entity, ids in wanted.items():
            table, columns = FACTS[entity].table, self._columns[entity]
            query = select(table.c.id, *(table.c[name] for name in columns)).where(
                table.c.agency_id == self._agency, self._database.among(table.c.id, ids)
            )
            for row_id, *values in self._connection.execute(query):
                docs[entity, row_id] = {n: v for n, v in zip(columns, values, strict=True) if v is not None}
        return docs

    def _is_full(self) -> bool:
        """Say whether the answer is long enough; it always brings the device on by at least one row."""
        return self._got_on and self._sent >= self._request.max_bytes

    def _line(self, place: _Place, docs: Mapping[tuple[str, str], Json]) -> Iterator[Json]:
        self._got_on = True
        where = {"q": place.seq, "e": place.entity, "i": place.row_id, "v": place.rev}
        if not place.live:
            yield from self.counted({"t": "del", **where, "why": place.why or "moved"})
            return
        doc = docs.get((place.entity, place.row_id))
        if doc is not None:
            yield from self.counted({"t": "row", **where, "hb": place.home, "d": doc})
