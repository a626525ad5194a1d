"""Says whether a history went right, from its own log: it shares no rule with the merge, the server or the laptop.

It knows what each author saw and wrote, and in which order the server judged; from that alone it works out which
values stand, which changes crossed, and what everybody must see in the end (`sync.md` A19).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from tests.sync.sim.people import Log, Logged
from tests.sync.sim.world import Laptop, World

from engage_desktop.store import buckets, state
from engage_server import scope
from engage_wire.entities import BODY_SECTIONS, REGISTRY
from engage_wire.registry import Entity, Home

Values = dict[str, Any]
Key = tuple[str, str]
APART = ("parked:role", "parked:invalid", "parked:immutable", "parked:sign_stale", "held")
SIDES = {"set", "grow"}
NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Judged:
    """One stored operation, in the order of judgement."""

    uid: str
    txn: str
    entity: str
    row_id: str
    kind: str
    device: str
    hlc: str
    new: Values
    old: Values
    outcome: str
    rev: int
    resolves: tuple[str, ...]


@dataclass(slots=True)
class Oracle:
    """Watches one history."""

    world: World
    log: Log
    _moments: dict[tuple[int, str, int], dict[Key, Values]] = field(default_factory=dict)

    def summary(self) -> list[str]:
        """Return what the history led to, for the hash of its log."""
        rows = self._rows("SELECT entity, row_id, rev, home FROM sync_row ORDER BY entity, row_id")
        ops = self._rows("SELECT op_uid, outcome FROM sync_op ORDER BY op_uid")
        return [repr(row) for row in (*rows, *ops)]

    # at any moment

    def at_any_moment(self) -> list[str]:
        """I10: return which unsent changes have lost their record or their place on the screen."""
        found = []
        for laptop in self.world.laptops:
            written: dict[tuple[str, str, str], Any] = {}
            unsent = laptop.store.raw.execute(
                "SELECT entity, row_id, new FROM sync_outbox WHERE state = 0 AND acked_at IS NULL ORDER BY oid"
            )
            for entity, row_id, new in unsent.fetchall():
                written |= {(entity, row_id, name): value for name, value in json.loads(new).items()}
            for (entity, row_id, name), value in written.items():
                row = laptop.store.raw.execute(
                    f"SELECT {name} FROM {entity} WHERE id = ?", (row_id,)
                ).fetchone()
                if row is None:
                    found.append(f"I10 {laptop.name} lost the record of an unsent change: {entity} {row_id}")
                elif row[0] != value and REGISTRY[entity].field(name).policy.value in {"lww", "manual"}:
                    found.append(f"I10 {laptop.name} {entity} {row_id} shows {row[0]!r}, unsent is {value!r}")
        return found

    # one moment of the server

    def remember(self, epoch: int, bucket: str, to: int) -> None:
        """Remember what a bucket holds at the moment at which the server says it sent all of it."""
        keys = self._rows("SELECT entity, row_id FROM sync_row WHERE home = ?", bucket)
        rows = {key: self._server_row(*key) for key in keys}
        self._moments[epoch, bucket, to] = {key: _bare(row) for key, row in rows.items()}

    def same_moment(self, laptop: Laptop) -> list[str]:
        """I7: a promoted bucket is what the server held at one moment, with what is unsent laid over it."""
        epoch = laptop.store.read(partial(state.number, key=state.EPOCH))
        found = []
        for bucket in laptop.store.read(lambda c: buckets.all_of(c, buckets.BucketState.ACTIVE)):
            moment = self._moments.get((epoch, bucket.name, bucket.cur))
            if moment is not None and (here := self._clean(laptop, bucket.name)) != moment:
                wrong = [key for key in here.keys() | moment.keys() if here.get(key) != moment.get(key)]
                found.append(f"I7 {laptop.name} {bucket.name} at {bucket.cur}: {wrong[:3]}")
        return found

    def _clean(self, laptop: Laptop, bucket: str) -> dict[Key, Values]:
        raw = laptop.store.raw
        shadows = {
            (entity, row_id): json.loads(doc)
            for entity, row_id, doc in raw.execute("SELECT entity, row_id, doc FROM sync_shadow").fetchall()
        }
        keys = raw.execute("SELECT entity, row_id FROM sync_row WHERE home = ?", (bucket,)).fetchall()
        found: dict[Key, Values] = {}
        for entity, row_id in keys:
            cursor = raw.execute(f"SELECT * FROM {entity} WHERE id = ?", (row_id,))
            row = dict(zip([c[0] for c in cursor.description or ()], cursor.fetchone() or (), strict=False))
            found[entity, row_id] = _bare(shadows.get((entity, row_id), row))
        return found

    # at rest

    def at_rest(self) -> list[str]:
        """Return everything that is wrong when nothing moves any more."""
        ops = self._judged()
        found = self._exactly_once(ops)
        if found:
            return found
        found += self._heads_and_conflicts(ops)
        found += self._deletions()
        found += self._sealed()
        for laptop in self.world.laptops:
            found += self._same_view(laptop)
            found += self._outbox(laptop)
        return found

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.world.database.raw.execute(query, values).fetchall()

    def _judged(self) -> list[Judged]:
        rows = self._rows(
            "SELECT op_uid, txn, entity, row_id, kind, device_id, hlc_eff, new, old, outcome, outcome_rev, resolves "
            "FROM sync_op ORDER BY outcome_rev, seq"
        )
        judged = []
        for uid, txn, entity, row_id, kind, device, hlc, new, old, outcome, rev, resolves in rows:
            values = json.loads(new), json.loads(old), outcome, rev, tuple(json.loads(resolves))
            judged.append(Judged(uid, txn, entity, row_id, kind, device, hlc, *values))
        return judged

    def _exactly_once(self, ops: list[Judged]) -> list[str]:
        """I1, I2: everything written is stored, once."""
        devices = {laptop.device_id for laptop in self.world.laptops}
        stored = Counter((op.txn, op.entity, op.row_id, op.kind) for op in ops if op.device in devices)
        wanted = Counter((e.txn, e.entity, e.row_id, e.kind) for e in self.log.entries)
        found = [
            f"LOST {key}"
            for key, count in (wanted - stored).items()
            if count and key[0] not in self.log.destroyed
        ]
        found += [f"TWICE {key} {count}" for key, count in (stored - wanted).items()]
        return found

    # who wins, and who hears of it

    def _heads_and_conflicts(self, ops: list[Judged]) -> list[str]:
        """I4, I5: the head of each field follows from the log, and each crossing has its conflict."""
        conflicts = self._conflicts()
        found: list[str] = []
        ranks = {(o.txn, o.entity, o.row_id, o.kind): o.rev for o in ops if o.rev and o.outcome not in APART}
        seen = _what_was_known(self.log, ranks)
        by_row: dict[Key, list[Judged]] = defaultdict(list)
        for op in ops:
            if op.rev and op.outcome not in APART and op.entity not in {"conflict", "op_notice"}:
                by_row[op.entity, op.row_id].append(op)
        for key, row_ops in by_row.items():
            walk = _Walk(REGISTRY[key[0]], key, conflicts)
            for op in row_ops:
                walk.take(op, seen.get((op.txn, op.entity, op.row_id, op.kind)))
            found += walk.found
            found += self._head(key, walk)
        kept = {uid for (uid,) in self._rows("SELECT op_uid FROM sync_revision")}
        found += [f"I4 no revision of {op.uid}" for op in ops if op.rev and op.uid not in kept]
        return found

    def _conflicts(self) -> dict[tuple[str, str], Values]:
        cursor = self.world.database.raw.execute("SELECT * FROM conflict")
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return {(row["incoming_op"], row["grp"]): row for row in rows}

    def _head(self, key: Key, walk: _Walk) -> list[str]:
        stands = self._server_row(*key)
        return [
            f"HEAD {key} {name}: {stands.get(name)!r} stands, {value!r} expected"
            for name, value in walk.now.items()
            if name not in {"deleted_at", "void_reason"} and stands.get(name) != value
        ]

    def _server_row(self, entity: str, row_id: str) -> Values:
        cursor = self.world.database.raw.execute(f"SELECT * FROM {entity} WHERE id = ?", (row_id,))
        row = cursor.fetchone()
        return {} if row is None else dict(zip([c[0] for c in cursor.description or ()], row, strict=True))

    def _deletions(self) -> list[str]:
        """Writing beats deleting: a deleted row holds no text whose writer and deleter did not see each other."""
        found = []
        edits: dict[Key, list[Logged]] = defaultdict(list)
        for entry in self.log.entries:
            if entry.kind == "u":
                edits[entry.entity, entry.row_id].append(entry)
        told = {
            (e, r)
            for e, r, k in self._rows("SELECT entity, row_id, kind FROM conflict")
            if k == "edit_delete"
        }
        for key, entries in edits.items():
            row = self._server_row(*key)
            if not row or row["deleted_at"] is None or key in told:
                continue
            deletes = [e for e in entries if e.new.get("deleted_at")]
            for edit in entries:
                blind = edit.seen.get("deleted_at") is None and "deleted_at" not in edit.new
                unseen = all(d.seen.get(n) != v for d in deletes for n, v in edit.new.items())
                others = any(d.laptop != edit.laptop for d in deletes)
                if blind and unseen and others and self._was_applied(edit):
                    found.append(f"DELETED OVER {key} {edit.new}")
        return found

    def _was_applied(self, edit: Logged) -> bool:
        rows = self._rows(
            "SELECT outcome FROM sync_op WHERE txn = ? AND entity = ? AND row_id = ? AND kind = 'u'",
            edit.txn, edit.entity, edit.row_id,
        )  # fmt: skip
        return any(outcome in {"applied", "merged"} for (outcome,) in rows)

    def _sealed(self) -> list[str]:
        """I9: a final note's text is the text whose hash was sealed."""
        found = []
        for row_id, final_hash in self._rows("SELECT id, final_hash FROM contact WHERE status = 'final'"):
            body = self._server_row("contact_body", row_id)
            text = json.dumps(
                {s: body.get(s) or "" for s in BODY_SECTIONS},
                sort_keys=True,
                separators=(",", ":"),
                ensure_ascii=False,
            )
            if hashlib.blake2b(text.encode(), digest_size=32).hexdigest() != final_hash:
                found.append(f"I9 {row_id}")
        return found

    # what everybody sees

    def _scope(self, laptop: Laptop) -> dict[str, str]:
        with self.world.database.snapshot() as connection:
            person = scope.staff(connection, self.world.agency, laptop.user_id)
            assert person is not None
            return dict(scope.scope_of(connection, self.world.agency, person, self.world.time.now()))

    def _held(self, laptop: Laptop) -> tuple[set[str], set[Key]]:
        rows = laptop.store.raw.execute(
            "SELECT bucket, entity, row_id FROM sync_outbox WHERE outcome = 'held'"
        ).fetchall()
        return {row[0] for row in rows}, {(row[1], row[2]) for row in rows}

    def _same_view(self, laptop: Laptop) -> list[str]:
        """I3, I15: in scope everything is equal, out of scope nothing is left, but what is held for its author."""
        granted, (held_buckets, held_rows) = self._scope(laptop), self._held(laptop)
        found = []
        for bucket in granted:
            here = laptop.store.read(partial(buckets.read, bucket=bucket))
            if here is None or here.state is not buckets.BucketState.ACTIVE:
                found.append(f"I3 {laptop.name} {bucket} is {here and here.state}")
        said = laptop.store.read(buckets.digests)
        if differing := self.world.server.verify(laptop.device_id, said):
            found.append(f"I15 {laptop.name} {differing}")
        for entity in REGISTRY.entities:
            there = self._rows_of(entity, set(granted))
            mine = self._local_rows(laptop, entity)
            for row_id in there.keys() | mine.keys():
                if (entity.name, row_id) in held_rows or mine.get(row_id) == there.get(row_id):
                    continue
                if row_id not in there and self._bucket(entity, mine[row_id]) in held_buckets - set(granted):
                    continue
                found.append(
                    f"I3 {laptop.name} {entity.name} {row_id}: {_difference(mine.get(row_id), there.get(row_id))}"
                )
        return found

    def _rows_of(self, entity: Entity, granted: set[str]) -> dict[str, Values]:
        homes = dict(self._rows("SELECT row_id, home FROM sync_row WHERE entity = ?", entity.name))
        cursor = self.world.database.raw.execute(f"SELECT * FROM {entity.name}")
        names = [c[0] for c in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        for row in rows:
            row.pop("agency_id")
        return {row["id"]: row for row in rows if homes.get(row["id"]) in granted}

    def _local_rows(self, laptop: Laptop, entity: Entity) -> dict[str, Values]:
        cursor = laptop.store.raw.execute(f"SELECT * FROM {entity.name}")
        names = [c[0] for c in cursor.description or ()]
        return {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}

    def _bucket(self, entity: Entity, row: Values) -> str:
        if entity.home is Home.FAMILY:
            return f"f:{row['id'] if entity.name == 'family' else row['family_id']}"
        return f"u:{row['user_id']}" if entity.home is Home.USER else f"a:{self.world.agency}"

    def _outbox(self, laptop: Laptop) -> list[str]:
        """I2: what the laptop was told is what the server decided, and nothing still waits."""
        outcomes = dict(self._rows("SELECT op_uid, outcome FROM sync_op"))
        found = []
        rows = laptop.store.raw.execute("SELECT op_uid, state, outcome FROM sync_outbox").fetchall()
        for uid, stage, outcome in rows:
            if stage < 2 and outcome != "held":
                found.append(f"STUCK {laptop.name} {uid} in state {stage} ({outcome})")
            elif outcome not in {outcomes.get(uid), "duplicate", "decided"} and stage > 0:
                found.append(f"I2 {laptop.name} {uid}: told {outcome}, decided {outcomes.get(uid)}")
        shadows = laptop.store.raw.execute(
            "SELECT entity, row_id FROM sync_shadow s WHERE NOT EXISTS "
            "(SELECT 1 FROM sync_outbox o WHERE o.entity = s.entity AND o.row_id = s.row_id AND o.state < 2)"
        ).fetchall()
        return found + [f"SHADOW {laptop.name} {key}" for key in shadows]


Written = tuple[str, str, str, str]  # transaction, entity, row, kind


def _what_was_known(log: Log, ranks: dict[Written, int]) -> dict[Written, Logged]:
    """Return what the server could know that each author knew.

    What an author saw of their own before it was taken in, and what a restored server lost and took in again later,
    stands on what its own author saw before it. `ranks` says in which order what was taken in was taken in.
    """
    before: dict[tuple[str, str, str, Any], tuple[int, Any]] = {}
    known: dict[Written, Logged] = {}
    for e in log.entries:
        place, key = (e.entity, e.row_id), (e.txn, e.entity, e.row_id, e.kind)
        rank = ranks.get(key, NEVER)
        corrected = dict(e.seen)
        for name, value in e.seen.items():
            chased: set[Any] = set()
            while value not in chased and before.get((*place, name, value), (0, None))[0] >= rank:
                chased.add(value)
                value = before[*place, name, value][1]  # noqa: PLW2901 - followed down to what others wrote
            corrected[name] = value
        known[key] = replace(e, seen=corrected, screen=e.seen)
        before |= {(*place, n, v): (rank, e.seen.get(n)) for n, v in e.new.items()}
    return known


def _bare(row: Values) -> Values:
    return {k: v for k, v in row.items() if v is not None and k not in {"id", "agency_id"}}


def _difference(mine: Values | None, there: Values | None) -> str:
    if mine is None or there is None:
        return "not here" if mine is None else "not there"
    return str(
        {k: (mine.get(k), there.get(k)) for k in mine.keys() | there.keys() if mine.get(k) != there.get(k)}
    )


@dataclass(slots=True)
class _Walk:
    """Walks the operations of one row in the order of judgement, by the rules as a person would tell them."""

    entity: Entity
    key: Key
    conflicts: dict[tuple[str, str], Values]
    now: Values = field(default_factory=dict)
    stamps: dict[str, tuple[str, str]] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)
    begun: bool = False

    def take(self, op: Judged, logged: Logged | None) -> None:
        if not self.begun:
            self.begun = True
            self.now = {name: op.new.get(name) for name in self.entity.columns}
            self.stamps = dict.fromkeys((f.group or f.name for f in self.entity.fields), (op.hlc, op.uid))
            return
        groups: dict[str, list[str]] = defaultdict(list)
        for f in self.entity.fields:
            if f.name in op.new:
                groups[f.group or f.name].append(f.name)
        for group, names in groups.items():
            if group != "void":
                self._group(op, logged, group, names)

    def _group(self, op: Judged, logged: Logged | None, group: str, names: list[str]) -> None:
        policy = next(f.policy.value for f in self.entity.fields if f.name == names[0])
        mine = {n: op.new[n] for n in names}
        stands = {n: self.now.get(n) for n in names}
        seen = stands if logged is None else {n: logged.seen.get(n) for n in names}
        if policy == "server" or mine == stands:
            return
        if policy in SIDES:
            was = {n: op.old.get(n) if logged else stands[n] for n in names}
            self.now |= {n: _sides(policy, was[n], stands[n], mine[n]) for n in names}
        elif policy == "once" and any(v is not None for v in stands.values()):
            self._told(op, group)
        elif logged is None or self._knew(op, logged, group, stands):
            self._win(op, group, mine)
        else:
            self._crossed(op, group, mine, seen, policy)

    def _knew(self, op: Judged, logged: Logged, group: str, stands: Values) -> bool:
        """Say whether the author had what stands on the screen, or before an own change that was not taken in yet.

        In the second case the server may ask a person all the same.
        """
        if all(logged.screen.get(n) == v for n, v in stands.items()):
            return True
        knew = all(logged.seen.get(n) == v for n, v in stands.items())
        return knew and (op.uid, group) not in self.conflicts

    def _crossed(self, op: Judged, group: str, mine: Values, seen: Values, policy: str) -> None:
        conflict = self._told(op, group)
        if policy in {"lww", "once"} and (op.hlc, op.uid) > self.stamps[group]:
            self._win(op, group, mine)
        elif policy == "text3" and conflict and conflict["kind"] == "text_merged":
            merged = json.loads(conflict["merged"])
            for name, text in mine.items():
                # What is typed settles into what came meanwhile: neither was written just then.
                before = f"{seen[name]} {op.old.get(name)}"
                if any(part not in str(merged[name]) for part in _fresh(text, before)):
                    self.found.append(f"TEXT {self.key} {name}: a sentence is missing in {merged[name]!r}")
            self._win(op, group, merged)

    def _win(self, op: Judged, group: str, values: Values) -> None:
        self.now |= values
        self.stamps[group] = (op.hlc, op.uid)

    def _told(self, op: Judged, group: str) -> Values | None:
        conflict = self.conflicts.get((op.uid, group))
        if conflict is None:
            self.found.append(f"I5 SILENT {self.key} {group}: {op.new} over {self.now}")
        return conflict


def _fresh(mine: object, seen: object) -> set[str]:
    """Return the sentences that were written just then."""
    return {p.strip() for p in str(mine or "").split(". ") if p.strip() not in str(seen or "")}


def _sides(policy: str, seen: Any, stands: Any, mine: Any) -> str:
    was, there, wanted = (set(json.loads(v or "[]")) for v in (seen, stands, mine))
    members = there | wanted if policy == "grow" else (there | (wanted - was)) - (was - wanted)
    return json.dumps(sorted(members), separators=(",", ":"))
