"""An agency with a few people, and laptops of a few lines: they seal, sign, push and pull as the protocol says."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, derive_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.fakes import FrozenClock, SeededBits

from engage_server.accounts import Hasher
from engage_server.database import Database, open_memory
from engage_server.server import Server, Staffer
from engage_server.write import Change
from engage_wire.clock import Clock, Hlc, instant, to_ms
from engage_wire.codec import CHAIN_START, chain, digest_part
from engage_wire.entities import REGISTRY
from engage_wire.ids import RandomBits, new_id
from engage_wire.merge import seal
from engage_wire.op import INSERT, UPDATE, Op
from engage_wire.registry import SCHEMA, Value

Json = dict[str, Any]
PASSWORD = "correct horse battery staple"


def cheap_hasher() -> Hasher:
    """Return password hashing that costs next to nothing."""
    return Hasher(memory_kib=64, iterations=1, lanes=1)


@dataclass(slots=True)
class Office:
    """A server in this process, its clock, and chance: what laptops of a few lines stand on."""

    server: Server
    clock: Clock
    bits: RandomBits

    def new_id(self) -> str:
        """Mint an identifier."""
        return new_id(self.clock, self.bits)


@dataclass(slots=True)
class Agency(Office):
    """An agency in this process with its people; its clock stands still."""

    clock: FrozenClock
    team: str
    other_team: str
    amina: Staffer  # a caseworker
    ben: Staffer  # a caseworker of the same team
    carla: Staffer  # their supervisor
    dora: Staffer  # a caseworker of another team
    erik: Staffer  # a facilitator
    root: Staffer  # the administrator
    keys: int = field(default=1)

    def laptop(self, person: Staffer) -> Laptop:
        """Enrol a laptop for somebody."""
        self.keys += 1
        key = derive_private_key(self.keys, SECP256R1())
        pubkey = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        device = self.server.devices.admit(person.user_id, text64(pubkey))
        return Laptop(self, person.user_id, device, lambda said: text64(key.sign(said, ECDSA(SHA256()))))


def text64(raw: bytes) -> str:
    """Write bytes as the wire does."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def found_agency(database: Database | None = None) -> Agency:
    """Set up an agency with two teams and six people."""
    clock, bits = FrozenClock(), SeededBits()
    server = Server.set_up(
        database or open_memory(),
        clock,
        name="Hudson County",
        time_zone="America/New_York",
        bits=bits,
        hasher=cheap_hasher,
    )
    teams = [new_id(clock, bits), new_id(clock, bits)]
    server.write(
        [Change("team", team, {"name": f"Unit {n}"}) for n, team in enumerate(teams, 1)], cmd="team.add"
    )
    cast = [
        ("amina", "caseworker", teams[0]),
        ("ben", "caseworker", teams[0]),
        ("carla", "supervisor", teams[0]),
        ("dora", "caseworker", teams[1]),
        ("erik", "facilitator", None),
        ("root", "administrator", None),
    ]
    people = [Staffer(new_id(clock, bits), name, name.title(), role, team) for name, role, team in cast]
    for person in people:
        server.add_user(person)
    amina, ben, carla, dora, erik, root = people
    return Agency(server, clock, bits, teams[0], teams[1], amina, ben, carla, dora, erik, root)


@dataclass(slots=True)
class Laptop:
    """The least a laptop does: operations in order, chained and signed; rows as they were pulled."""

    agency: Office
    user: str
    device: str
    sign: Callable[[bytes], str]
    epoch: int = 1
    incarnation: int = 7
    seq: int = 0
    tip: str = CHAIN_START
    skew_ms: int = 0
    hlc: Hlc = field(default_factory=lambda: Hlc(0, 0))
    ops: list[Op] = field(default_factory=list)  # sealed, in order; never forgotten
    acked: int = 0
    rows: dict[tuple[str, str], Json] = field(default_factory=dict)  # v (rev), d, b
    cursors: dict[str, int] = field(default_factory=dict)
    scope: dict[str, str] = field(default_factory=dict)
    written: dict[tuple[str, str], dict[str, Value]] = field(default_factory=dict)  # over the rows as pulled

    # writing

    def op(self, entity: str, row_id: str, new: Mapping[str, Value], **more: Any) -> Op:
        """Make an unsealed operation; `kind`, `base_rev`, `old`, `bucket`, `txn`, `resolves`, … may be said."""
        now = to_ms(self.agency.clock.now()) + self.skew_ms
        self.hlc = self.hlc.tick(now)
        known = self.rows.get((entity, row_id))
        kind = more.pop("kind", UPDATE if known else INSERT)
        mine = self.written.setdefault((entity, row_id), {})
        shown = {**(known["d"] if known else {}), **mine}
        doc: dict[str, Value] = {**shown, **new}
        mine.update(new)
        bucket = more.pop("bucket", None)
        if bucket is None:
            bucket = REGISTRY[entity].bucket(row_id, doc, self.agency.server.agency)
        base = Op(
            uid=self.agency.new_id(),
            txn=self.agency.new_id(),
            entity=entity,
            row_id=row_id,
            bucket=bucket,
            kind=kind,
            base_rev=known["v"] if known and kind == UPDATE else 0,
            new=dict(new),
            old={n: shown.get(n) for n in new} if known and kind == UPDATE else {},
            hlc=self.hlc.text(),
            wall=instant(self.agency.clock.now()),
            actor=self.user,
            cmd="test",
            schema=SCHEMA,
        )
        return replace(base, **more)

    def seal(self, *ops: Op) -> list[Op]:
        """Seal operations as one transaction."""
        txn = self.agency.new_id()
        sealed = []
        for op in ops:
            self.seq += 1
            numbered = replace(op, txn=txn, seq=self.seq, last_in_txn=op is ops[-1])
            self.tip = chain(self.tip, numbered.document())
            sealed.append(replace(numbered, hash=self.tip))
        self.ops += sealed
        return sealed

    def write(self, entity: str, row_id: str, new: Mapping[str, Value], **more: Any) -> Op:
        """Seal one operation as a transaction of its own."""
        return self.seal(self.op(entity, row_id, new, **more))[0]

    # pushing

    def body(self, ops: Sequence[Op] | None = None, prev: str | None = None, **header: Any) -> list[Json]:
        """Return a push body of these operations, or of all that are not acked."""
        sent = list(self.ops[self.acked :] if ops is None else ops)
        first = sent[0].seq if sent else self.acked + 1
        before = self.ops[first - 2].hash if first > 1 else CHAIN_START
        head: Json = {
            "t": "push",
            "dev": self.device,
            "inc": self.incarnation,
            "epoch": self.epoch,
            "first": first,
            "prev": prev or before,
            "last": first + len(sent) - 1,
            "hash": sent[-1].hash if sent else before,
            "now": to_ms(self.agency.clock.now()) + self.skew_ms,
            "schema": SCHEMA,
        } | header
        said = "|".join(str(head[n]) for n in ("inc", "epoch", "first", "last", "prev", "hash"))
        head.setdefault("sig", self.sign(said.encode()))
        return [head, *({**op.document(), "g": op.hash} for op in sent)]

    def push(self, lines: list[Json] | None = None) -> Json:
        """Push a body, or all that is not acked; return the acknowledgement."""
        ack, end = self.agency.server.push(self.device, lines or self.body())
        assert end == {"t": "end", "lines": 2}
        self.acked = ack["acked"]
        return ack

    # pulling

    def request(self, **more: Any) -> Json:
        """Return a pull request from where this laptop stands."""
        return {
            "dev": self.device,
            "inc": self.incarnation,
            "epoch": self.epoch,
            "schema": SCHEMA,
            "schema_synced": SCHEMA,
            "scope_ver": 0,
            "cursors": self.cursors,
            "order": [],
            "max_bytes": 8 << 20,
        } | more

    def pull(self, **more: Any) -> list[Json]:
        """Pull until there is no more; check counts and digests; return all lines."""
        every: list[Json] = []
        while True:
            lines = list(self.agency.server.pull(self.device, self.request(**more)))
            assert lines[-1]["t"] == "end"
            assert lines[-1]["lines"] == len(lines)
            every += lines
            self.take(lines)
            if not lines[-1]["more"]:
                return every

    def take(self, lines: Sequence[Json]) -> None:
        """Apply the lines of an answer."""
        self.scope = dict(lines[0]["scope"])
        bucket = ""
        for line in lines[1:]:
            if line["t"] == "b":
                bucket = line["b"]
            elif line["t"] == "row":
                self.written.pop((line["e"], line["i"]), None)
                self.rows[line["e"], line["i"]] = {"v": line["v"], "d": line["d"], "b": line["hb"]}
                self.cursors[bucket] = line["q"]
            elif line["t"] == "be":
                self.cursors[bucket] = line["to"]
                assert self.digest(bucket) == (line["digest"], line["live"])

    def digest(self, bucket: str) -> tuple[str, int]:
        """Return digest and count of this laptop's copy of a bucket."""
        held = [(key, row) for key, row in self.rows.items() if row["b"] == bucket]
        total = sum(digest_part(*key, row["v"]) for key, row in held) % (1 << 64)
        return f"{total:016x}", len(held)

    # what tests write most

    def family(self, name: str = "Alvarez") -> str:
        """Write a new family; return its id."""
        family = self.agency.new_id()
        self.write("family", family, {"name": name, "status": "open"})
        return family

    def person(self, family: str, first: str = "Maya", **more: Value) -> str:
        """Write a new person of a family; return the id."""
        person = self.agency.new_id()
        self.write("person", person, {"family_id": family, "first_name": first, **more})
        return person

    def contact(self, family: str, said: str = "", **more: Value) -> tuple[str, str]:
        """Write a draft contact with its body; return both ids."""
        contact, body = self.agency.new_id(), self.agency.new_id()
        start = instant(self.agency.clock.now())
        self.seal(
            self.op(
                "contact", contact, {"family_id": family, "event_start": start, "status": "draft", **more}
            ),
            self.op("contact_body", body, {"family_id": family, "contact_id": contact, "family_said": said}),
        )
        return contact, body


def sealed(**sections: str) -> str:
    """Return the hash a writer signs for these sections of a note."""
    return seal(sections, REGISTRY["contact_body"])
