"""Two laptops with real vaults and the agency between them: a worker and her supervisor over the same family."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import select
from tests.fakes import AGENCY_ZONE
from tests.support.http import Door, Installed
from tests.support.server import PASSWORD

from engage_desktop.services.desk import Desk
from engage_desktop.store import local, records
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.lane import WriteLane
from engage_desktop.store.tables import records as tables
from engage_desktop.store.tables import sync_outbox
from engage_desktop.store.vault import Vault
from engage_desktop.sync.device_key import DeviceKey, from_text
from engage_desktop.sync.engine import Engine
from engage_desktop.sync.enrol import DEVICE_KEY, SERVER_KEYS, enrol, lease_is_signed
from engage_desktop.sync.runner import LaneStore
from engage_desktop.sync.transport import Address, Transport
from engage_domain.people import Me
from engage_wire.clock import SystemClock
from engage_wire.codec import loads
from engage_wire.enrolment import read_enrolment
from engage_wire.registry import Doc, Value

CLOCK = SystemClock()
PASSPHRASE = "harbour violet lantern meadow seven"
TEAM = "North"
MOST = 40


@dataclass(frozen=True, slots=True)
class Laptop:
    """One laptop of the agency; it speaks with the server only when it is told to."""

    desk: Desk
    engine: Engine
    address: Address

    def sync(self) -> None:
        """Do whole rounds until there is nothing more to send or to fetch."""
        self.engine.try_now()
        asyncio.run(self._rounds())

    async def _rounds(self) -> None:
        way = Transport(self.address)
        try:
            for _ in range(MOST):
                request = self.engine.next_request()
                if request is None:
                    break
                await way.carry(self.engine, request)
        finally:
            await way.close()
        assert not self.engine.error
        assert self.engine.next_request() is None, "the rounds do not end"

    def insert(self, entity: str, values: Doc, row_id: str = "") -> str:
        """Write a record offline."""
        row_id = row_id or self.desk.new_id()
        with self.desk.write(f"{entity}.add") as conn:
            records.insert(conn, entity, row_id, values, by=self.desk.me.user_id, at=self.desk.now())
        return row_id

    def change(self, entity: str, row_id: str, values: Doc) -> None:
        """Amend a record offline."""
        with self.desk.write(f"{entity}.edit") as conn:
            records.update(conn, entity, row_id, values)

    def row(self, entity: str, row_id: str) -> Doc:
        """Return a record as this laptop shows it."""
        table = tables[entity]
        with self.desk.read() as conn:
            return dict(conn.execute(select(table).where(table.c.id == row_id)).mappings().one())

    def outcomes(self, row_id: str) -> list[str]:
        """Return what the agency said of everything written here about a record."""
        with self.desk.read() as conn:
            found = conn.execute(
                select(sync_outbox.c.outcome)
                .where(sync_outbox.c.row_id == row_id)
                .order_by(sync_outbox.c.oid)
            )
            return [str(outcome) for outcome in found.scalars()]

    def versions(self, row_id: str) -> list[tuple[str, str, Doc, Doc]]:
        """Return state, kind and both versions of what stands against something else about a record."""
        table = tables["conflict"]
        with self.desk.read() as conn:
            rows = conn.execute(select(table).where(table.c.row_id == row_id).order_by(table.c.id))
            return [
                (r.state, r.kind, json.loads(r.head or "{}"), json.loads(r.incoming or "{}")) for r in rows
            ]


@dataclass(frozen=True, slots=True)
class TwoLaptops:
    """A family that both laptops hold, and three of its people."""

    here: Laptop
    there: Laptop
    family: str
    people: tuple[str, str, str]

    def meet(self) -> None:
        """Let both laptops hand in what they wrote, this one first, and fetch what the other one wrote."""
        self.here.sync()
        self.there.sync()
        self.here.sync()

    def share(self, entity: str, values: dict[str, Value]) -> str:
        """Write a record here and have it on both laptops."""
        row_id = self.here.insert(entity, {"family_id": self.family, **values})
        self.here.sync()
        self.there.sync()
        return row_id


@contextmanager
def two_laptops(folder: Path) -> Generator[TwoLaptops]:
    """Set up an agency with its server in a process of its own, and two laptops that have joined it."""
    agency = Installed(folder / "agency")
    agency.command("init", "--name", "Hudson County")
    for login, role in (("amina", "caseworker"), ("carla", "supervisor")):
        words = ("user", "add", login, "--name", login.title(), "--role", role, "--team", TEAM)
        agency.command(*words, "--password-stdin", say=f"{PASSWORD}\n")
    with agency.serving() as door, _joined(agency, door, folder, "amina") as here:
        family = here.insert("family", {"name": "Alvarez", "status": "open"})
        names = ("Marisol", "Mateo", "Lucía")
        people = [here.insert("person", {"family_id": family, "first_name": name}) for name in names]
        here.sync()
        with _joined(agency, door, folder, "carla") as there:
            there.sync()
            yield TwoLaptops(here, there, family, (people[0], people[1], people[2]))


@contextmanager
def _joined(agency: Installed, door: Door, folder: Path, login: str) -> Generator[Laptop]:
    vault = Vault.create(folder / login, PASSPHRASE, CLOCK, Kdf())
    lane = WriteLane(f"{login}-writer")
    try:
        code = read_enrolment(agency.command("device", "code", login, "--address", f"127.0.0.1:{door.port}"))
        who = enrol(vault, code.code(), login, PASSWORD, random.getrandbits(40))
        me = Me(who.user_id, who.name, who.role, who.agency_id, who.team_id)
        yield Laptop(Desk(vault, CLOCK, me, AGENCY_ZONE), _engine(vault, lane), _address(vault))
    finally:
        lane.close()
        vault.close()


def _engine(vault: Vault, lane: WriteLane) -> Engine:
    with vault.read() as conn:
        key, keys = local.get(conn, DEVICE_KEY), loads(local.get(conn, SERVER_KEYS))
    signed: Callable[..., bool] = partial(lease_is_signed, server_keys=keys)
    return Engine(LaneStore(vault, lane), CLOCK, random.Random(3), DeviceKey.read(key), signed)


def _address(vault: Vault) -> Address:
    with vault.read() as conn:
        kept = local.starting_with(conn, "sync.")
    return Address(kept["host"], int(kept["port"]), from_text(kept["certificate"]))
