"""The rows of a pull: read in pages that may span many small buckets, counted, and cut when there are enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, starmap
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from engage_server.apply import digest_text
from engage_server.database import Database
from engage_server.facts import FACTS, Key
from engage_server.tables import sync_bucket, sync_bucket_row, sync_row
from engage_wire.codec import Json, dumps

PAGE = 1000
OWN_IN_LINE = 200


@dataclass(frozen=True, slots=True)
class News:
    """A bucket that a device has not seen the end of: from which place, and how it stands."""

    bucket: str
    cursor: int
    head: int
    digest: int
    live: int

    @property
    def size(self) -> int:
        """Return how many rows there are to send, at most."""
        return max(0, min(self.head - self.cursor, self.live))


@dataclass(frozen=True, slots=True)
class Place:
    """One row's place in a bucket."""

    bucket: str
    seq: int
    entity: str
    row_id: str
    live: bool
    why: str | None
    rev: int
    home: str
    by_device: str | None
    by_incarnation: int | None
    by_seq: int | None


@dataclass(frozen=True, slots=True)
class Asker:
    """The laptop that pulls: it knows that its operations up to `acked` arrived, and has some buckets already."""

    device: str
    incarnation: int
    acked: int
    known: frozenset[str]

    def wrote(self, place: Place) -> bool:
        """Say whether a row is as this laptop wrote it, so that its document need not travel back."""
        mine = place.by_device == self.device and place.by_incarnation == self.incarnation
        return mine and (place.by_seq or 0) <= self.acked and place.live and place.bucket in self.known


@dataclass(frozen=True, slots=True)
class Page:
    """Places, in order, with the documents that lie there."""

    places: Sequence[Place]
    docs: Mapping[Key, Json]


class Reader:
    """Reads pages inside one snapshot, projected to what a client's schema knows."""

    def __init__(
        self,
        database: Database,
        connection: Connection,
        agency: str,
        columns: Mapping[str, tuple[str, ...]],
        asker: Asker,
    ) -> None:
        self._database = database
        self._connection = connection
        self._agency = agency
        self._columns = columns
        self.asker = asker

    def news(self, buckets: Sequence[str], cursors: Mapping[str, int]) -> Iterator[News]:
        """Yield the buckets that stand elsewhere than the device's cursors, and those it does not know."""
        c = sync_bucket.c
        query = select(c.bucket, c.head, c.digest, c.live).where(
            c.agency_id == self._agency, self._database.among(c.bucket, buckets)
        )
        stands = {row.bucket: tuple(row)[1:] for row in self._connection.execute(query)}
        for bucket in buckets:
            head, digest, live = stands.get(bucket, (0, 0, 0))
            if cursors.get(bucket) != head:
                yield News(bucket, cursors.get(bucket, 0), head, digest, live)

    def groups(self, every: Sequence[News]) -> Iterator[list[News]]:
        """Yield neighbouring buckets that are worth reading together: as many as fill a page.

        SQLite asks nobody over a network and plans joins with lists badly, so it reads them one by one.
        """
        group: list[News] = []
        for news in every:
            room = PAGE if self._database.is_postgres else 0
            if group and (not room or sum(each.size for each in group) + news.size > room):
                yield group
                group = []
            group.append(news)
        if group:
            yield group

    def together(self, group: Sequence[News]) -> dict[str, Page]:
        """Read several small buckets at once."""
        wanted = self._database.pairs([news.bucket for news in group], [news.cursor for news in group])
        b = sync_bucket_row.c
        query = self._places().join(wanted, (b.bucket == wanted.c.name) & (b.seq > wanted.c.number))
        places = list(starmap(Place, self._connection.execute(query.order_by(b.bucket, b.seq))))
        docs, apart = self._docs(places), defaultdict[str, list[Place]](list)
        for place in places:
            apart[place.bucket].append(place)
        return {news.bucket: Page(apart[news.bucket], docs) for news in group}

    def pages(self, news: News) -> Iterator[Page]:
        """Read one bucket page by page."""
        cursor, b = news.cursor, sync_bucket_row.c
        while True:
            query = self._places().where(b.bucket == news.bucket, b.seq > cursor).order_by(b.seq).limit(PAGE)
            places = list(starmap(Place, self._connection.execute(query)))
            yield Page(places, self._docs(places))
            if len(places) < PAGE:
                return
            cursor = places[-1].seq

    def _places(self) -> Select[*tuple[Any, ...]]:
        b, r = sync_bucket_row.c, sync_row.c
        same = (r.agency_id == b.agency_id) & (r.entity == b.entity) & (r.row_id == b.row_id)
        columns: tuple[ColumnElement[Any], ...] = (b.bucket, b.seq, b.entity, b.row_id, b.live, b.why)
        return (
            select(*columns, r.rev, r.home, r.by_device, r.by_incarnation, r.by_seq)
            .select_from(sync_bucket_row)
            .join(sync_row, same)
            .where(b.agency_id == self._agency)
        )

    def _docs(self, places: Sequence[Place]) -> dict[Key, Json]:
        wanted: dict[str, list[str]] = defaultdict(list)
        for place in places:
            if place.live and place.entity in self._columns and not self.asker.wrote(place):
                wanted[place.entity].append(place.row_id)
        docs: dict[Key, Json] = {}
        for entity, ids in wanted.items():
            table, columns = FACTS[entity].table, self._columns[entity]
            query = select(table.c.id, *(table.c[name] for name in columns)).where(
                table.c.agency_id == self._agency, self._database.among(table.c.id, ids)
            )
            for row_id, *values in self._connection.execute(query):
                docs[entity, row_id] = {n: v for n, v in zip(columns, values, strict=True) if v is not None}
        return docs


class Stream:
    """The lines of one answer."""

    def __init__(self, reader: Reader, max_bytes: int) -> None:
        self._reader = reader
        self._max_bytes = max_bytes
        self._sent = 0
        self._got_on = False
        self.lines = 0
        self.is_cut = False

    def counted(self, line: Json) -> Iterator[Json]:
        """Yield a line, and remember its size."""
        self._sent += len(dumps(line)) + 1
        self.lines += 1
        yield line

    def buckets(self, every: Sequence[News]) -> Iterator[Json]:
        """Yield what is new in each bucket, in this order."""
        for group in self._reader.groups(every):
            ready = self._reader.together(group) if len(group) > 1 else {}
            for news in group:
                if self.is_cut or self._is_full():
                    self.is_cut = True
                    return
                page = ready.get(news.bucket)
                yield from self._bucket(news, iter([page]) if page else self._reader.pages(news))

    def _bucket(self, news: News, pages: Iterator[Page]) -> Iterator[Json]:
        yield from self.counted({"t": "b", "b": news.bucket, "from": news.cursor, "head": news.head})
        if news.cursor > news.head:
            return  # the device is ahead: it will see that, and say so
        for page in pages:
            for mine, places in groupby(page.places, self._reader.asker.wrote):
                for line in _own(places) if mine else _lines(places, page.docs):
                    if self._is_full():
                        self.is_cut = True
                        return
                    self._got_on = True
                    yield from self.counted(line)
        self._got_on = True
        digest = digest_text(news.digest)
        yield from self.counted(
            {"t": "be", "b": news.bucket, "to": news.head, "digest": digest, "live": news.live}
        )

    def _is_full(self) -> bool:
        """Say whether the answer is long enough; it always brings the device on by at least one row."""
        return self._got_on and self._sent >= self._max_bytes


def _own(places: Iterable[Place]) -> Iterator[Json]:
    """Yield lines that name rows by what their reader sent of them: place, revision, number of the operation."""
    every = [[place.seq, place.rev, place.by_seq] for place in places]
    for start in range(0, len(every), OWN_IN_LINE):
        yield {"t": "own", "r": every[start : start + OWN_IN_LINE]}


def _lines(places: Iterable[Place], docs: Mapping[Key, Json]) -> Iterator[Json]:
    """Yield a line for each row, with its document or with the news that it is gone."""
    for place in places:
        where = {"q": place.seq, "e": place.entity, "i": place.row_id, "v": place.rev}
        doc = docs.get((place.entity, place.row_id))
        if not place.live:
            yield {"t": "del", **where, "why": place.why or "moved"}
        elif doc is not None:
            yield {"t": "row", **where, "hb": place.home, "d": doc}
