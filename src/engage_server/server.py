"""The server without its network: what HTTP, the command line, simulations and tests all call."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from engage_server import meta
from engage_server.accept import Accept
from engage_server.accounts import Accounts, Hasher
from engage_server.blobs import Blobs
from engage_server.database import Database
from engage_server.devices import Devices
from engage_server.errors import ServerProblem
from engage_server.history import differing, revisions
from engage_server.pull import Pull
from engage_server.scope import is_zone
from engage_server.tables import records
from engage_server.write import Change, Writer
from engage_wire.clock import Clock, instant, to_ms
from engage_wire.codec import Json
from engage_wire.ids import RandomBits, new_id
from engage_wire.registry import SCHEMA


@dataclass(frozen=True, slots=True)
class Staffer:
    """A person to be made known to the server."""

    user_id: str
    login: str
    display_name: str
    role: str
    team_id: str | None = None


class Server:
    """One agency's server over one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        bits: RandomBits = secrets.randbits,
        hasher: Callable[[], Hasher] = Hasher,
        blob_key: bytes | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self._bits = bits
        with database.snapshot() as connection:
            self.agency = meta.agency_of(connection)
        self.accounts = Accounts(database, self.agency, clock, hasher)
        self.devices = Devices(database, self.agency, clock, self.new_id, self.accounts)
        self._accept = Accept(database, self.agency, clock, self.new_id)
        self._pull = Pull(database, self.agency, clock)
        self._writer = Writer(database, self.agency, clock, self.new_id, bits)
        # Without a key of the place, files live no longer than this process: simulations and tests.
        key = blob_key or secrets.token_bytes(32)
        self.blobs = Blobs(database, self.agency, clock, self.new_id, key)

    @classmethod
    def set_up(
        cls,
        database: Database,
        clock: Clock,
        *,
        name: str,
        time_zone: str,
        bits: RandomBits = secrets.randbits,
        hasher: Callable[[], Hasher] = Hasher,
        agency: str | None = None,
    ) -> Server:
        """Make an empty database, its tables already there, the database of an agency.

        ServerProblem when it is an agency's already, or the zone is none; what was broken off is finished.
        """
        if not is_zone(time_zone):
            raise ServerProblem(f"there is no time zone {time_zone}; write one like America/New_York")
        with database.write() as connection:
            database.lock_scope(connection)  # of two who set up at once, one is told
            agency_id = meta.begun(connection) or agency or new_id(clock, bits)
            if meta.begun(connection) is None:
                meta.begin(connection, agency_id, new_id(clock, bits), instant(clock.now()))
        server = cls(database, clock, bits, hasher)
        row = records["agency"].c
        with database.snapshot() as connection:
            if connection.scalar(select(row.id).where(row.agency_id == agency_id, row.id == agency_id)):
                raise ServerProblem("this database serves an agency already")
        server.write(
            [Change("agency", agency_id, {"name": name, "time_zone": time_zone})], cmd="agency.set_up"
        )
        return server

    def new_id(self) -> str:
        """Mint an identifier."""
        return new_id(self.clock, self._bits)

    def push(self, device_id: str, lines: Sequence[Json]) -> list[Json]:
        """Take a push body and return the lines of the answer; Refused for protocol reasons."""
        return self._accept(device_id, lines)

    def pull(self, device_id: str, request: Json) -> Generator[Json]:
        """Return the lines of the answer to a pull; close the iterator when you stop early."""
        return self._pull(device_id, request)

    def verify(self, device_id: str, said: Mapping[str, object]) -> list[str]:
        """Return the buckets in the device's scope that differ from {bucket: [cur, digest, live]}."""
        return differing(self.database, self.agency, self.clock, device_id, said)

    def revisions(self, device_id: str, entity: str, row_id: str, before: int | None = None) -> list[Json]:
        """Return a row's history, newest first, if the device's user may see the row; Refused 404 otherwise."""
        return revisions(self.database, self.agency, self.clock, device_id, entity, row_id, before)

    def write(
        self,
        changes: Sequence[Change],
        *,
        cmd: str,
        actor: str | None = None,
        at: datetime | None = None,
        whole: bool = False,
    ) -> None:
        """Write rows as the server itself: an import, a sample, an administrator.

        ServerProblem when a row breaks a rule; then nothing of its chunk is written, with `whole` nothing at all.
        """
        self._writer.write(changes, cmd=cmd, actor=actor, at=at, whole=whole)

    def add_user(self, person: Staffer, password: str | None = None) -> None:
        """Make a person of the agency known, with a password when they may sign in here."""
        doc = {
            "login": person.login,
            "display_name": person.display_name,
            "role": person.role,
            "team_id": person.team_id,
            "active": 1,
        }
        self.write([Change("user", person.user_id, doc)], cmd="user.add")
        if password is not None:
            self.accounts.set_password(person.user_id, person.login, password)

    def raise_epoch(self) -> int:
        """Begin a new epoch after the database was put back from a backup; return it."""
        with self.database.write() as connection:
            return meta.raise_epoch(connection, instant(self.clock.now()))

    def hello(self) -> Json:
        """Return what anybody may know of this server."""
        with self.database.snapshot() as connection:
            epoch = meta.epoch_of(connection, self.agency)
        return {
            "proto": [1, 1],
            "schema": SCHEMA,
            "min_schema": meta.MIN_SCHEMA,
            "epoch": epoch,
            "now": to_ms(self.clock.now()),
            "server_keys": self.devices.public_keys(),
            "nonce": self.devices.nonce(),
        }
