"""One history: people work, messages are lost, doubled, swapped and cut, processes end, copies come back.

Single-threaded, everything from one seed: the same seed gives the same history to the last byte.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from tests.sync.sim import people, world
from tests.sync.sim.memory import Crash
from tests.sync.sim.oracle import Oracle
from tests.sync.sim.people import Log
from tests.sync.sim.world import Laptop, World

from engage_desktop.store import buckets, drafts, leaving, state
from engage_desktop.sync.engine import Engine
from engage_desktop.sync.messages import Kind, Request
from engage_server.errors import Refused
from engage_wire.codec import Json, unpack

STEPS = 110
PULL_SIZES = (300, 2500, 8 << 20, 8 << 20)
CAP = 64 << 20
HEALING = 30
OFTEN_RESTORED = "often_restored"


@dataclass(slots=True)
class Message:
    """A request on its way to the server or, with an answer, on its way back."""

    laptop: Laptop
    engine: Engine
    request: Request
    answer: list[Json] | Refused | None = None


@dataclass(slots=True)
class Report:
    """What became of a history."""

    seed: int
    failures: list[str]
    ops: int
    conflicts: int
    parked: int
    destroyed: int
    log_hash: str


@dataclass(slots=True)
class History:
    """The scheduler of one history."""

    seed: int
    faults: frozenset[str] = frozenset()  # planted ones that lie between the two sides
    world: World = field(init=False)
    oracle: Oracle = field(init=False)
    log: Log = field(default_factory=Log)
    network: list[Message] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pushes: list[tuple[str, list[Json]]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    calm: bool = False
    approves: bool = False

    def __post_init__(self) -> None:
        self.world = world.make(self.seed)
        for laptop in self.world.laptops:
            self._arm(laptop)
        self.world.database.fault = self._fault
        self.oracle = Oracle(self.world, self.log)

    def run(self) -> Report:
        """Play the history, let everything heal, and ask the oracle."""
        events = (
            (30, self._work), (24, self._ask), (34, self._deliver), (2, self._crash_laptop), (1, self._crash_server),
            (4, self._reassign), (1.2, self._back_up), (0.9, self._restore_server), (1.6, self._image), (1.2, self._restore_laptop),
            (2, self._decide), (3, self._approve), (1, self._long_time), (1, self._agree),
        )  # fmt: skip
        often = {self._image, self._restore_laptop} if OFTEN_RESTORED in self.faults else set()
        chance, weights = self.world.chance, [8 * w if e in often else w for w, e in events]
        oracle = self.oracle
        self._begin()
        for _ in range(STEPS):
            self.world.time.at += timedelta(seconds=chance.choice((1, 5, 30, 300)))
            event = chance.choices([e for _, e in events], weights)[0]
            self._note(event.__name__, str(event()))
            if event in {self._deliver, self._restore_laptop, self._agree}:
                self.failures += oracle.at_any_moment()
            if self.failures:
                break
        if not self.failures:
            self._heal()
            self.failures += oracle.at_rest()
            self.failures += self._replay()
        return self._report(oracle)

    def _begin(self) -> None:
        """Most laptops have been in touch before the trouble begins."""
        self.calm = True
        for laptop in self.world.laptops:
            if self.world.chance.random() < 0.8:
                self._sync_once(laptop)
        self.calm = False

    # chance

    def _fault(self, point: str) -> None:
        if not self.calm and self.world.chance.random() < 0.006:
            self._note("crash", point)
            raise Crash(point)

    def _arm(self, laptop: Laptop) -> None:
        laptop.store.fault = self._fault

    def _note(self, *what: str) -> None:
        self.lines.append(" ".join(what))

    # events

    def _laptop(self) -> Laptop:
        return self.world.chance.choice(self.world.laptops)

    def _work(self) -> str:
        laptop = self._laptop()
        return f"{laptop.name} {people.act(self.world, laptop, self.log)}"

    def _decide(self) -> str:
        laptop = self._laptop()
        return f"{laptop.name} {people.resolve(self.world, laptop, self.log)}"

    def _approve(self) -> str:
        laptop = self._laptop()
        return f"{laptop.name} {people.approve(self.world, laptop, self.log)}"

    def _ask(self) -> str:
        """Let a laptop begin or go on; one that still waits for an answer may give up waiting."""
        laptop = self._laptop()
        waiting = [m for m in self.network if m.engine is laptop.engine]
        if laptop.asked is not None and (not waiting or self.world.chance.random() < 0.3):
            self._give_up(laptop, laptop.asked)
        request = self._request(laptop)
        if request is None:
            return f"{laptop.name} nothing"
        self.network.append(Message(laptop, laptop.engine, request))
        if request.number % 2:
            self._use_the_wait(laptop, request)
        return f"{laptop.name} {request.kind}"

    def _give_up(self, laptop: Laptop, request: Request) -> None:
        try:
            laptop.engine.fail(request, "offline")
        except Crash:
            self._restart(laptop)

    def _use_the_wait(self, laptop: Laptop, request: Request) -> None:
        try:
            laptop.engine.while_waiting(request)
        except Crash:
            self._restart(laptop)

    def _request(self, laptop: Laptop) -> Request | None:
        laptop.engine.try_now()
        try:
            request = laptop.engine.next_request()
        except Crash:
            self._restart(laptop)
            return None
        laptop.asked = request or laptop.asked
        return request

    def _deliver(self) -> str:
        """Let one message arrive, any of those on the way: lost, doubled, cut, or whole."""
        if not self.network:
            return "none"
        chance = self.world.chance
        message = self.network.pop(chance.randrange(len(self.network)))
        if message.answer is None:
            if chance.random() < 0.08:
                return f"{message.laptop.name} request lost"
            answer = self._serve(message)
            if chance.random() < 0.10:
                self.network.append(Message(message.laptop, message.engine, message.request))
            if answer is None or chance.random() < 0.08:
                return f"{message.laptop.name} answer lost"
            if chance.random() < 0.3:
                self.network.append(Message(message.laptop, message.engine, message.request, answer))
                return f"{message.laptop.name} answer later"
            message.answer = answer
        return self._arrive(message)

    def _serve(self, message: Message) -> list[Json] | Refused | None:
        if (
            "ack_before_store" in self.faults
            and message.request.kind is Kind.PUSH
            and self.world.chance.random() < 0.1
        ):
            header = unpack(message.request.body, CAP)[0]
            ack = {
                "t": "ack",
                "acked": header["last"],
                "hash": header["hash"],
                "epoch": header["epoch"],
                "heads": {},
            }
            return [ack, {"t": "end", "lines": 2}]
        try:
            return self._answer(message.laptop, message.request)
        except Refused as refused:
            return refused
        except Crash:
            self.world.start_server()
            return None

    def _answer(self, laptop: Laptop, request: Request) -> list[Json]:
        server, chance = self.world.server, self.world.chance
        if request.kind is Kind.TOKEN:
            now = int(self.world.time.now().timestamp() * 1000)
            return [{"access": "token", "expires_in": 10**9, "nonce": "", "now": now}]
        if request.kind is Kind.VERIFY:
            return [{"differ": []}]
        lines = unpack(request.body, CAP)
        if request.kind is Kind.PUSH:
            if not self.calm:
                self.pushes.append((laptop.device_id, lines))
            return server.push(laptop.device_id, lines)
        asked = lines[0] | {"max_bytes": 8 << 20 if self.calm else chance.choice(PULL_SIZES)}
        answer = list(server.pull(laptop.device_id, asked))
        if not self.calm and chance.random() < 0.3:
            for line in answer:
                if line["t"] == "be":
                    self.oracle.remember(answer[0]["epoch"], line["b"], line["to"])
        return answer

    def _arrive(self, message: Message) -> str:
        laptop, request, answer = message.laptop, message.request, message.answer
        if laptop.engine is not message.engine:
            return f"{laptop.name} too late"
        try:
            if isinstance(answer, Refused):
                laptop.engine.refuse(request, answer.status, answer.problem())
                return f"{laptop.name} {request.kind} refused {answer.code}"
            return self._hear(laptop, request, answer or [])
        except Crash:
            self._restart(laptop)
            return f"{laptop.name} ended"

    def _hear(self, laptop: Laptop, request: Request, answer: list[Json]) -> str:
        cut = (
            None
            if self.calm or self.world.chance.random() > 0.15
            else self.world.chance.randrange(len(answer))
        )
        for line in answer[:cut]:
            laptop.engine.receive(request, [line])
        if cut is None:
            laptop.engine.finish(request)
            self.failures += self.oracle.same_moment(laptop) if request.kind is Kind.PULL else []
            return f"{laptop.name} {request.kind} {len(answer)}"
        laptop.engine.fail(request, "offline")
        return f"{laptop.name} {request.kind} cut at {cut}"

    def _restart(self, laptop: Laptop) -> None:
        if "volatile_stage" in self.faults:
            laptop.store.raw.execute("DELETE FROM sync_stage")
        laptop.start()

    def _crash_laptop(self) -> str:
        laptop = self._laptop()
        self._restart(laptop)
        return laptop.name

    def _crash_server(self) -> str:
        self.world.start_server()
        return ""

    def _reassign(self) -> str:
        chance = self.world.chance
        family, to = chance.choice(self.world.families), chance.choice(self.world.workers)
        try:
            self.world.reassign(family, to)
        except Crash:
            self.world.start_server()
        return f"{family} {to}"

    def _back_up(self) -> str:
        self.world.take_backup()
        return ""

    def _restore_server(self) -> str:
        world_ = self.world
        if world_.backup is None or world_.server_was_restored or any(d.was_restored for d in world_.laptops):
            return "no"
        world_.restore_server()
        world_.database.fault = self._fault
        return "yes"

    def _image(self) -> str:
        laptop = self._laptop()
        laptop.image = laptop.store.copied()
        return laptop.name

    def _restore_laptop(self) -> str:
        laptop = self._laptop()
        if laptop.image is None or laptop.was_restored or self.world.server_was_restored:
            return "no"
        before = self._transactions(laptop)
        laptop.restore()
        self._arm(laptop)
        stored = {row[0] for row in self.world.database.raw.execute("SELECT txn FROM sync_op").fetchall()}
        self.log.destroyed |= before - self._transactions(laptop) - stored
        return laptop.name

    def _transactions(self, laptop: Laptop) -> set[str]:
        return {row[0] for row in laptop.store.raw.execute("SELECT txn FROM sync_outbox").fetchall()}

    def _long_time(self) -> str:
        self.world.time.at += timedelta(days=40)
        return ""

    def _agree(self) -> str:
        laptop = self._laptop()
        try:
            _say_yes(laptop)
        except Crash:
            self._restart(laptop)
        return laptop.name

    # the end

    def _heal(self) -> None:
        """Let the network be perfect and everybody sync until nothing moves any more."""
        self.calm = True
        self.approves = self.world.chance.random() < 0.5
        self.network.clear()
        for _ in range(HEALING):
            moved = False
            for laptop in self.world.laptops:
                self._settle_all(laptop)
                moved |= self._sync_once(laptop)
            if not moved:
                return
        self.failures.append("NEVER QUIET")

    def _settle_all(self, laptop: Laptop) -> None:
        def one(desk: people.Desk, _family: str) -> None:
            for draft in drafts.list_open(desk.conn):
                people.settle_one(desk, draft)

        people.act(self.world, laptop, self.log, one, anywhere=True)
        _say_yes(laptop)
        if self.approves and (said := people.approve(self.world, laptop, self.log)) == "approve 1":
            self._note("heal", laptop.name, said)

    def _sync_once(self, laptop: Laptop) -> bool:
        """Do one whole round; say whether anything changed here or there."""
        laptop.engine.fail_any()
        laptop.engine.try_now()
        before = self._fingerprint(laptop)
        for _ in range(60):
            request = laptop.engine.next_request()
            if request is None:
                break
            message = Message(laptop, laptop.engine, request)
            message.answer = self._serve(message)
            self._note("heal", self._arrive(message))
        else:
            self.failures.append(f"ENDLESS {laptop.name}")
        return self._fingerprint(laptop) != before

    def _fingerprint(self, laptop: Laptop) -> list[Any]:
        here = laptop.store.raw.execute("SELECT count(*), sum(state), max(oid) FROM sync_outbox").fetchone()
        far = laptop.store.raw.execute(
            "SELECT bucket, cur, scur, state FROM sync_bucket ORDER BY bucket"
        ).fetchall()
        there = self.world.database.raw.execute("SELECT sum(head) FROM sync_bucket").fetchone()
        asks = laptop.store.read(lambda c: (buckets.asking(c), state.get(c, leaving.UNASKED)))
        left = laptop.store.raw.execute("SELECT count(*) FROM sync_stage").fetchone()
        return [here, far, there, asks, left]

    def _replay(self) -> list[str]:
        """Every push that was ever sent arrives once more; nothing may come of it."""
        before = self._all_there()
        for device, lines in self.pushes[-12:]:
            try:
                self.world.server.push(device, lines)
            except Refused:
                continue
        return [] if self._all_there() == before else ["REPLAY changed something"]

    def _all_there(self) -> list[Any]:
        raw = self.world.database.raw
        queries = (
            "SELECT count(*) FROM sync_op",
            "SELECT count(*) FROM conflict",
            "SELECT bucket, head, digest FROM sync_bucket ORDER BY bucket",
        )
        return [raw.execute(query).fetchall() for query in queries]

    def _report(self, oracle: Oracle) -> Report:
        raw = self.world.database.raw
        conflicts = raw.execute("SELECT count(*) FROM conflict").fetchone()
        parked = raw.execute(
            "SELECT count(*) FROM sync_op WHERE outcome LIKE 'parked%' OR outcome = 'held'"
        ).fetchone()
        told = hashlib.blake2b(
            "\n".join([*self.lines, *oracle.summary()]).encode(), digest_size=16
        ).hexdigest()
        return Report(
            self.seed, self.failures, len(self.log.entries), conflicts[0] if conflicts else 0,
            parked[0] if parked else 0, len(self.log.destroyed), told,
        )  # fmt: skip


def _say_yes(laptop: Laptop) -> None:
    """Agree to whatever waits for a person's yes."""
    laptop.store.write(leaving.agree_to_leave)
    for bucket in laptop.store.read(buckets.asking):
        laptop.store.write(partial(buckets.agree, bucket=bucket))
