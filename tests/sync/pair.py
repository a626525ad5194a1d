"""One laptop and one server in this process, and what a test asks of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection
from tests.sync.sim import world
from tests.sync.sim.world import Laptop, World

from engage_desktop.store import records, state
from engage_desktop.store.buckets import digests
from engage_desktop.sync.messages import Kind, Request
from engage_server.errors import Refused
from engage_server.write import Change
from engage_wire.codec import Json, unpack

T = TypeVar("T")
CAP = 64 << 20


@dataclass(slots=True)
class Pair:
    """A world with its first laptop at hand; the true time is the server's."""

    world: World
    laptop: Laptop

    @classmethod
    def make(cls, seed: int = 1, *, skew: float = 0) -> Pair:
        """Return a pair whose laptop has not been in touch yet."""
        made = world.make(seed)
        laptop = made.laptops[0]
        laptop.clock = world.SkewedClock(made.time, skew)
        laptop.start()
        return cls(made, laptop)

    def serve(self, request: Request, **asked: Any) -> list[Json]:
        """Return the server's answer to a request; raises Refused."""
        server, device = self.world.server, self.laptop.device_id
        if request.kind is Kind.TOKEN:
            now = int(self.world.time.now().timestamp() * 1000)
            return [{"access": "token", "expires_in": 600, "nonce": "n", "now": now}]
        if request.kind is Kind.VERIFY:
            return [{"differ": server.verify(device, self.read(digests))}]
        lines = unpack(request.body, CAP)
        if request.kind is Kind.PUSH:
            return server.push(device, lines)
        return list(server.pull(device, lines[0] | asked))

    def next(self) -> Request:
        """Return the next request, which must be due."""
        request = self.laptop.engine.next_request()
        assert request is not None
        return request

    def answer(self, request: Request, lines: list[Json]) -> None:
        """Bring an answer back, whole."""
        self.laptop.engine.receive(request, lines)
        self.laptop.engine.finish(request)

    def sync(self) -> list[Kind]:
        """Do one whole round; return what was asked."""
        self.laptop.engine.try_now()
        asked = []
        while (request := self.laptop.engine.next_request()) is not None:
            asked.append(request.kind)
            assert len(asked) < 50, "the round does not end"
            try:
                self.answer(request, self.serve(request))
            except Refused as refused:
                self.laptop.engine.refuse(request, refused.status, refused.problem())
        return asked

    def until(self, kind: Kind) -> Request:
        """Go on until the next request is of a kind, and return it unanswered."""
        self.laptop.engine.try_now()
        request = self.next()
        while request.kind is not kind:
            self.answer(request, self.serve(request))
            request = self.next()
        return request

    def read(self, job: Callable[[Connection], T]) -> T:
        """Look into the laptop's store."""
        return self.laptop.store.read(job)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return rows of the laptop's store."""
        return self.laptop.store.raw.execute(query, values).fetchall()

    def there(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return rows of the server's database."""
        return self.world.database.raw.execute(query, values).fetchall()

    def family(self) -> str:
        """Return a family that is here."""
        return str(self.rows("SELECT id FROM family ORDER BY id")[0][0])

    def change(self, entity: str, row_id: str, **values: Any) -> None:
        """Write at the laptop."""
        lap = self.laptop
        with lap.store.people(lap.clock, self.world.new_id(), lap.user_id, "test.edit") as conn:
            records.update(conn, entity, row_id, values)

    def insert(self, entity: str, **values: Any) -> str:
        """Write a new record at the laptop."""
        lap, row_id = self.laptop, self.world.new_id()
        with lap.store.people(lap.clock, self.world.new_id(), lap.user_id, "test.add") as conn:
            records.insert(conn, entity, row_id, values, by=lap.user_id, at=lap.clock.now())
        return row_id

    def elsewhere(self, entity: str, row_id: str, family: str, **values: Any) -> None:
        """Let somebody else change a record at the agency."""
        self.world.server.write(
            [Change(entity, row_id, values, update=True, family_id=family)], cmd="elsewhere"
        )

    def state(self, key: str) -> str:
        """Return what sync knows under a key."""
        return self.read(lambda conn: state.get(conn, key))
