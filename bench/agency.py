"""Our own side of the measurements: the agency's server as a process, and laptops as they are, without their windows."""

from __future__ import annotations

import asyncio
import gc
import random
import secrets
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from bench.network import ROOT, Step, Watch, Wire, free_port
from engage_desktop.app import steady
from engage_desktop.store import state
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.shadow import write_rows
from engage_desktop.store.tables import records
from engage_desktop.store.vault import Vault
from engage_desktop.sync.device_key import DeviceKey
from engage_desktop.sync.engine import Engine
from engage_desktop.sync.messages import Kind, Request
from engage_desktop.sync.transport import Address, Transport
from engage_domain.access import UserRole
from engage_server import staff
from engage_server.place import Place, opened
from engage_server.server import Server
from engage_server.write import Change
from engage_wire.clock import SystemClock, instant
from engage_wire.entities import REGISTRY
from engage_wire.ids import new_id
from engage_wire.registry import Doc

T = TypeVar("T")
FAMILIES = 40
IN_ONE_WRITE = 100
FEW = 3
PASSPHRASE = "lantern orchard quiet maple seven"
WORDS = (ROOT / "bench" / "words.txt").read_text(encoding="ascii").split()
KINDS = ("visit_due", "finish_note", "search_due", "plan_review", "court_report", "prepare_meeting")
STATUS = ("open", "done", "dropped")
CLOCK = SystemClock()


class Agency:
    """The real server in a process of its own, on SQLite or PostgreSQL, with one worker of forty families."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self._place = Place(folder, url)
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        database = self._place.open(new=True)
        server = Server.set_up(database, CLOCK, name="Hudson County", time_zone="America/New_York")
        self.agency = server.agency
        self.certificate = _der(self._place.certificate(CLOCK).certificate)
        self.worker = staff.add_user(
            server, "amina", "Amina Yusuf", UserRole.CASEWORKER, "Unit 1", secrets.token_hex(8)
        )
        self.families = tuple(server.new_id() for _ in range(FAMILIES))
        server.write([change for family in self.families for change in self._family(server, family)], cmd="a")
        database.close()

    def admit(self, key: DeviceKey) -> str:
        """Let a laptop in and return its device id."""
        with opened(self._place) as server:
            return server.devices.admit(self.worker, key.public())

    def start(self, processes: int = 1) -> None:
        """Serve until `stop`."""
        command = [sys.executable, "-m", "engage_server.cli", "--data", str(self._place.folder)]
        command += ["--database", self._place.url] if self._place.url else []
        command += ["serve", "--port", str(self.port), "--processes", str(processes)]
        with (self._place.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stderr=log)
        wait_for_port(self.port)

    def stop(self) -> None:
        """End the server's process."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()

    def address(self, port: int) -> Address:
        """Return where a laptop reaches the server when it goes through `port`."""
        return Address("127.0.0.1", port, self.certificate)

    def _family(self, server: Server, family: str) -> list[Change]:
        assignment = {"family_id": family, "user_id": self.worker, "role": "worker"}
        return [
            Change("family", family, {"name": f"Family {family[-4:]}", "status": "open"}),
            Change("assignment", server.new_id(), assignment),
        ]


class VaultStore:
    """A vault as the engine wants it."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def write(self, job: Callable[[Connection], T]) -> T:
        """Run `job` in one write transaction of the synchronisation."""
        with self._vault.applying() as connection:
            return job(connection)

    def read(self, job: Callable[[Connection], T]) -> T:
        """Run `job` over one snapshot."""
        with self._vault.read() as connection:
            return job(connection)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a laptop: sending what is new here, and fetching what is new there."""

    push: Step
    pull: Step
    kinds: tuple[Kind, ...]

    @property
    def whole(self) -> Step:
        """Return both together."""
        return self.push.then(self.pull)


class Laptop:
    """One worker's laptop: a real vault on disk, the real engine, the real way over TLS."""

    def __init__(self, folder: Path, agency: Agency) -> None:
        self._agency = agency
        gc.disable()  # garbage is looked for as in the program: between two requests, when there is enough
        steady.keep_for_good()
        self._loop = asyncio.new_event_loop()
        self._transport: Transport | None = None
        self._failures = 0
        self.vault = Vault.create(folder, PASSPHRASE, CLOCK, Kdf())
        key = DeviceKey.make()
        known: dict[str, str | int] = {
            state.DEVICE: agency.admit(key),
            state.USER: agency.worker,
            state.AGENCY: agency.agency,
            state.INCARNATION: secrets.randbits(40),
            state.EPOCH: 1,
            state.JOINED: 1,
        }
        with self.vault.applying() as connection:
            for name, value in known.items():
                state.put(connection, name, value)
        self.engine = Engine(VaultStore(self.vault), CLOCK, random.SystemRandom(), key, lambda _lease: True)

    def join(self, wire: Wire) -> Round:
        """Reach the server over this wire from now on, and fetch what there is."""
        self._unplug()
        self._transport = Transport(self._agency.address(wire.port))
        return self.sync(wire)

    def sync(self, wire: Wire) -> Round:
        """Go through one whole round over this wire, as fast as it goes."""
        return self._loop.run_until_complete(self._round(wire))

    def insert(self, count: int, dice: random.Random) -> list[str]:
        """Write new records as people's writes do, a hundred in a transaction; return their ids."""
        made: list[str] = []
        for _ in range(0, count, IN_ONE_WRITE):
            with self.vault.write(self._agency.worker, "task.add") as connection:
                rows = [self._task(dice) for _ in range(min(IN_ONE_WRITE, count - len(made)))]
                connection.execute(records["task"].insert(), rows)
            made += [str(row["id"]) for row in rows]
        return made

    def edit(self, ids: list[str]) -> None:
        """Amend two fields of each record, one transaction for each, as a person does."""
        task = records["task"]
        for number, row_id in enumerate(ids):
            with self.vault.write(self._agency.worker, "task.edit") as connection:
                connection.execute(
                    task.update()
                    .where(task.c.id == row_id)
                    .values(title=task.c.title + f" edit {number} {secrets.token_hex(2)}", status="dropped")
                )

    def bare(self, count: int, dice: random.Random) -> float:
        """Return the seconds that records and their revisions take when nothing but writing them is to be done."""
        docs: list[tuple[str, Doc]] = [
            (str(row["id"]), {**row}) for row in (self._task(dice) for _ in range(count))
        ]
        rows = [("task", row_id, 1, f"f:{doc['family_id']}") for row_id, doc in docs]
        start = time.perf_counter()
        with self.vault.applying() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            write_rows(connection, REGISTRY["task"], docs)
            connection.exec_driver_sql(
                "INSERT INTO sync_row(entity, row_id, rev, home) VALUES (?, ?, ?, ?)", rows
            )
        return time.perf_counter() - start

    def count(self) -> int:
        """Return how many records are here."""
        with self.vault.read() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM task").scalar_one())

    def close(self) -> None:
        """Lock the vault and hang up."""
        self._unplug()
        self._loop.close()
        self.vault.close()

    async def _round(self, wire: Wire) -> Round:
        kinds: list[Kind] = []
        push, watch = Step(), Watch(wire)
        self.engine.try_now()
        while request := self.engine.next_request():
            if request.kind is not Kind.PUSH and kinds and kinds[-1] is Kind.PUSH:
                push, watch = watch.step(len(kinds)), Watch(wire)
            await self._carry(request)
            steady.look()
            kinds.append(request.kind)
        return Round(push, watch.step(len(kinds) - push.requests), tuple(kinds))

    async def _carry(self, request: Request) -> None:
        assert self._transport is not None
        await self._transport.carry(self.engine, request)
        if self.engine.error:  # the network hiccups on a busy machine; a laptop tries again, so does this one
            self._failures += 1
            assert self._failures <= FEW, self.engine.error
            self.engine.try_now()

    def _task(self, dice: random.Random) -> dict[str, str]:
        return {
            "id": new_id(CLOCK),
            "family_id": dice.choice(self._agency.families),
            "kind": dice.choice(KINDS),
            "due_on": (date(2026, 1, 1) + timedelta(days=dice.randrange(365))).isoformat(),
            "user_id": self._agency.worker,
            "status": dice.choice(STATUS),
            "about_entity": "contact",
            "title": " ".join(dice.choice(WORDS) for _ in range(30)),
            "created_by": self._agency.worker,
            "created_at": instant(CLOCK.now()),
        }

    def _unplug(self) -> None:
        if self._transport is not None:
            self._loop.run_until_complete(self._transport.close())
            self._transport = None


@contextmanager
def serving(
    folder: Path, url: str | None, laptops: int, processes: int = 1
) -> Generator[tuple[Agency, list[Laptop]]]:
    """Set up an agency with some laptops, serve it, and clear everything away."""
    agency = Agency(folder / "server", url)
    held = [Laptop(folder / f"laptop{number}", agency) for number in range(laptops)]
    try:
        agency.start(processes)
        yield agency, held
    finally:
        for laptop in held:
            laptop.close()
        agency.stop()


def wait_for_port(port: int, seconds: float = 60.0) -> None:
    """Wait until something listens."""
    end = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 0.5).close()
        except OSError:
            assert time.monotonic() < end, f"nothing listens at {port}"
            time.sleep(0.05)
        else:
            return


def _der(pem: Path) -> bytes:
    return ssl.PEM_cert_to_DER_cert(pem.read_text(encoding="ascii"))
