"""The people, laptops and families of a history, and the server they share."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.sync.sim.memory import MemoryServer, MemoryStore, no_fault

from engage_desktop.store import state
from engage_desktop.sync.device_key import DeviceKey
from engage_desktop.sync.engine import Engine
from engage_desktop.sync.messages import Request
from engage_server.accounts import Hasher
from engage_server.meta import raise_epoch
from engage_server.server import Server, Staffer
from engage_server.write import Change
from engage_wire.clock import instant
from engage_wire.ids import new_id

START = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
SKEWS = (0, 0, 0, -90, 5, 400, -3600, 10 * 365 * 86400, -10 * 365 * 86400)
CHEAP = Hasher(8, 1, 1)
NOTE = "He was at home. The door was open. School is fine. No marks seen. Food in the house. "


class Time:
    """The time of the world; everybody's clock is off by something of their own."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        """Return the true time."""
        return self.at

    def monotonic(self) -> float:
        """Return seconds since some moment."""
        return (self.at - START).total_seconds() + 1000.0


@dataclass(frozen=True, slots=True)
class SkewedClock:
    """A laptop's clock."""

    time: Time
    skew: float

    def now(self) -> datetime:
        """Return what the laptop believes."""
        return self.time.at + timedelta(seconds=self.skew)

    def monotonic(self) -> float:
        """Return seconds since some moment."""
        return self.time.monotonic()


@dataclass(slots=True)
class Laptop:
    """One device: its store outlives its process (`engine`)."""

    name: str
    device_id: str
    user_id: str
    key: DeviceKey
    clock: SkewedClock
    store: MemoryStore
    chance: random.Random
    engine: Engine = field(init=False)
    image: MemoryStore | None = None
    was_restored: bool = False
    asked: Request | None = None

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Start the process anew."""
        self.asked = None
        self.engine = Engine(self.store, self.clock, self.chance, self.key, lambda _lease: True)

    def restore(self) -> None:
        """Put the disk image back."""
        assert self.image is not None
        self.store = self.image.copied()
        self.was_restored = True
        self.start()


@dataclass(slots=True)
class World:
    """Everything there is in one history."""

    seed: int
    chance: random.Random
    time: Time
    database: MemoryServer
    server: Server
    agency: str
    team: str
    workers: list[str]
    supervisor: str
    families: list[str]
    laptops: list[Laptop]
    backup: MemoryServer | None = None
    server_was_restored: bool = False

    def new_id(self) -> str:
        """Mint an identifier."""
        return new_id(self.time, self.chance.getrandbits)

    def start_server(self) -> None:
        """Start the server's process anew over what it committed."""
        fault, self.database.fault = self.database.fault, no_fault
        self.server = Server(self.database, self.time, self.chance.getrandbits, lambda: CHEAP)
        self.database.fault = fault

    def take_backup(self) -> None:
        """Copy the server's database."""
        self.backup = MemoryServer(self.database.image())

    def restore_server(self) -> None:
        """Put the server's backup back; the restore tool begins a new epoch."""
        assert self.backup is not None
        self.database = MemoryServer(self.backup.image())
        with self.database.write() as connection:
            raise_epoch(connection, instant(self.time.now()))
        self.server_was_restored = True
        self.start_server()

    def reassign(self, family: str, to: str) -> None:
        """Give a family to another worker, as the administrator would."""
        held = self.database.raw.execute(
            "SELECT id FROM assignment WHERE family_id = ? AND deleted_at IS NULL", (family,)
        ).fetchall()
        now = instant(self.time.now())
        changes = [
            Change(
                "assignment",
                row_id,
                {"deleted_at": now, "void_reason": "moved"},
                update=True,
                family_id=family,
            )
            for (row_id,) in held
        ]
        changes.append(
            Change("assignment", self.new_id(), {"family_id": family, "user_id": to, "role": "worker"})
        )
        self.server.write(changes, cmd="assignment.change")


@dataclass(frozen=True, slots=True)
class _Base:
    """What every history begins with, made once."""

    raw: MemoryServer
    agency: str
    team: str
    workers: tuple[str, ...]
    supervisor: str
    families: tuple[str, ...]


_BASE: list[_Base] = []


def _base() -> _Base:
    if _BASE:
        return _BASE[0]
    chance, time = random.Random(0), Time()

    def mint() -> str:
        return new_id(time, chance.getrandbits)

    database = MemoryServer()
    server = Server.set_up(
        database, time, name="County", time_zone="UTC", bits=chance.getrandbits, hasher=lambda: CHEAP
    )
    team, supervisor, workers = mint(), mint(), (mint(), mint())
    server.write([Change("team", team, {"name": "North"})], cmd="team.add")
    for number, user in enumerate((*workers, supervisor)):
        role = "supervisor" if user == supervisor else "caseworker"
        server.add_user(Staffer(user, f"user{number}", f"User {number}", role, team))
    families = tuple(mint() for _ in range(3))
    for number, family in enumerate(families):
        note = mint()
        server.write(
            [
                Change("family", family, {"name": f"Family {number}", "status": "open"}),
                Change("case_period", mint(), {"family_id": family, "case_no": str(number)}),
                Change("person", mint(), {"family_id": family, "first_name": "Ana", "last_name": "R"}),
                Change("task", mint(), {"family_id": family, "title": "Call", "status": "open"}),
                Change(
                    "contact", note, {"family_id": family, "status": "draft", "event_start": instant(START)}
                ),
                Change("contact_body", note, {"family_id": family, "contact_id": note, "saw": NOTE}),
                Change(
                    "mark", mint(), {"family_id": family, "contact_id": note, "kind": "said", "text": "Yes."}
                ),
                *(
                    Change("assignment", mint(), {"family_id": family, "user_id": worker, "role": "worker"})
                    for worker in (workers if number == 0 else workers[number % 2 :][:1])
                ),
            ],
            cmd="sample",
        )
    _BASE.append(_Base(database, server.agency, team, workers, supervisor, families))
    return _BASE[0]


def make(seed: int) -> World:
    """Return the world of one history."""
    base, chance, time = _base(), random.Random(seed), Time()
    database = MemoryServer(base.raw.image())
    server = Server(database, time, chance.getrandbits, lambda: CHEAP)
    world = World(
        seed, chance, time, database, server, base.agency, base.team, list(base.workers), base.supervisor,
        list(base.families), [],
    )  # fmt: skip
    users = (base.workers[0], base.workers[1], base.supervisor, base.workers[0])
    for number, user in enumerate(users[: chance.choice((2, 3, 3, 4))]):
        world.laptops.append(_laptop(world, f"d{number}", user))
    return world


def _laptop(world: World, name: str, user: str) -> Laptop:
    key = DeviceKey.make()
    device = world.server.devices.admit(user, key.public())
    store = MemoryStore.empty()
    clock = SkewedClock(world.time, world.chance.choice(SKEWS))
    made = Laptop(name, device, user, key, clock, store, random.Random(world.chance.getrandbits(32)))
    values = {
        state.DEVICE: device,
        state.USER: user,
        state.AGENCY: world.agency,
        state.INCARNATION: world.chance.getrandbits(40),
        state.EPOCH: 1,
        state.JOINED: 1,
        state.VERIFIED_AT: 1 << 60,
    }
    with store.raw:
        for k, v in values.items():
            store.raw.execute("INSERT INTO sync_state(k, v) VALUES (?, ?)", (k, str(v)))
    return made
