"""Judges operations in memory, transaction by transaction, with the shared merge rules (`sync.md` A6, A7).

Nothing is refused here. What may not be applied gets an outcome that says so, and a conflict row or a notice that
shows it; a transaction that breaks an invariant is parked whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import starmap

import orjson

from engage_domain.access import MANAGING_ROLES, may_write
from engage_domain.invariants import broken
from engage_server.facts import FACTS, Facts, Key
from engage_server.heads import Head, Heads, Own, Revision
from engage_server.scope import Reach
from engage_wire.merge import WHOLE_ROW, Clash, Meta, Verdict, apply, next_rev, seal
from engage_wire.op import INSERT, Op, Outcome
from engage_wire.registry import Doc, Home, Lock

NO_VALUES = "{}"
TAKEN = {Outcome.APPLIED, Outcome.NOOP}


@dataclass(frozen=True, slots=True)
class Incoming:
    """An operation with its effective time and its values as they were sent."""

    op: Op
    hlc: str
    new: str = NO_VALUES


@dataclass(frozen=True, slots=True)
class Author:
    """Who sends: a person by a laptop, or the server itself."""

    user_id: str
    role: str
    device_id: str
    incarnation: int = 0
    is_server: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A clash to be shown: in which operation, and between which values."""

    incoming: Incoming
    clash: Clash


@dataclass(slots=True)
class Judged:
    """What a push led to, beside the rows themselves."""

    outcomes: dict[str, tuple[Outcome, int]] = field(default_factory=dict)  # by op uid: outcome, row revision
    clashes: list[Found] = field(default_factory=list)
    resolved: list[tuple[str, Op]] = field(default_factory=list)  # conflict id, the operation that closes it
    new_families: list[Incoming] = field(default_factory=list)
    reassigned: set[str] = field(default_factory=set)  # families whose assignments changed
    released: list[Incoming] = field(default_factory=list)  # held before, approved now
    staff_changed: bool = False

    def marks(self) -> tuple[int, int, int]:
        """Return how long the lists are, for `cut`."""
        return len(self.clashes), len(self.resolved), len(self.new_families)

    def cut(self, marks: tuple[int, int, int]) -> None:
        """Forget what was added since `marks`."""
        del self.clashes[marks[0] :], self.resolved[marks[1] :], self.new_families[marks[2] :]


class Judge:
    """Judges the operations of one push against the heads that were loaded for it."""

    def __init__(self, heads: Heads, author: Author, reach: Reach, agency: str, epoch: int) -> None:
        self._heads = heads
        self._author = author
        self._reach = reach
        self._agency = agency
        self._epoch = epoch
        self._approved: set[str] = set()
        self.judged = Judged()

    def transaction(self, ops: Sequence[Incoming]) -> None:
        """Judge one transaction: all of it, unless it breaks an invariant, then nothing of it."""
        forced: dict[str, Outcome] = {}
        while True:
            self._heads.begin()
            marks = self.judged.marks()
            for incoming in ops:
                self._judge(incoming, forced.get(incoming.op.uid))
            problem = self._problem(ops, forced)
            if not problem:
                self._lock_finals()
                return
            forced |= problem
            self._heads.undo()
            self.judged.cut(marks)

    def approve(self, by: Incoming, held: Sequence[Incoming]) -> None:
        """Apply operations that were held, when `by` was accepted and its author manages families."""
        allowed = self._author.is_server or self._author.role in MANAGING_ROLES
        if not allowed or self._outcome(by).is_parked:
            return
        released = [i for i in held if i.op.bucket == by.op.bucket and self._is_open(by.op, i.op)]
        self._approved |= {i.op.uid for i in released}
        self.transaction(released)
        self.judged.released += released

    def _is_open(self, by: Op, held: Op) -> bool:
        """Say whether one of the conflicts that `by` names is about `held` and still open."""
        found = (self._heads.rows.get(("conflict", conflict)) for conflict in by.resolves)
        return any(
            head and (head.doc["incoming_op"], head.doc["state"]) == (held.uid, "open") for head in found
        )

    # one operation

    def _judge(self, incoming: Incoming, forced: Outcome | None) -> None:
        op = incoming.op
        facts = FACTS.get(op.entity)
        outcome = forced or self._objection(facts, incoming)
        if outcome or facts is None:
            self._park(incoming, outcome or Outcome.PARKED_INVALID)
            return
        key = (op.entity, op.row_id)
        head = self._heads.rows.get(key)
        locked = self._is_fixed(facts, op, head)
        if head is None and locked:
            self._park(incoming, Outcome.PARKED_IMMUTABLE)
            return
        verdict = apply(
            facts.entity,
            head.doc if head else None,
            head.meta if head else Meta(),
            self._without_server_fields(facts, op, head),
            hlc=incoming.hlc,
            epoch=self._epoch,
            locked=locked,
        )
        own = self._own(op, head, verdict)
        if head is None:
            self._heads.put(key, Head(verdict.doc, verdict.meta, op.bucket, said_by=own))
        else:
            self._heads.put(key, replace(head, doc=verdict.doc, meta=verdict.meta, said_by=own))
        self._note(incoming, verdict.outcome, verdict.meta.rev, verdict.before)
        self.judged.clashes.extend(Found(incoming, clash) for clash in verdict.clashes)
        if not verdict.outcome.is_parked:
            self._follow(facts, incoming, head, verdict.doc)

    def _note(self, incoming: Incoming, outcome: Outcome, rev: int, before: Mapping[str, object]) -> None:
        op = incoming.op
        self.judged.outcomes[op.uid] = (outcome, rev)
        said = orjson.dumps(before).decode() if before else NO_VALUES
        self._heads.revisions.append(Revision((op.entity, op.row_id), rev, op.uid, None, said, outcome.value))

    def _own(self, op: Op, head: Head | None, verdict: Verdict) -> Own | None:
        """Return the sender's claim to a row: every value stands as its laptop shows it; None when one may not."""
        base = self._base(op, head)
        taken = verdict.outcome in TAKEN and not verdict.clashes and op.new.items() <= verdict.doc.items()
        if base is None or not taken or self._author.is_server or op.uid in self._approved:
            return None
        return Own(self._author.device_id, self._author.incarnation, op.seq, base, verdict.meta.rev)

    def _base(self, op: Op, head: Head | None) -> int | None:
        """Return the revision the sender built on, if all that came after it is the sender's own; else None."""
        if head is None:
            return 0
        if op.kind == INSERT:
            return None
        if op.base_rev == head.meta.rev:
            return op.base_rev
        own, author = head.own, self._author
        if own is None or (own.device, own.incarnation) != (author.device_id, author.incarnation):
            return None
        return own.base if op.base_rev == own.base else None

    def _without_server_fields(self, facts: Facts, op: Op, head: Head | None) -> Op:
        if head or self._author.is_server or facts.server_fields.isdisjoint(op.new):
            return op
        return replace(op, new={n: v for n, v in op.new.items() if n not in facts.server_fields})

    def _follow(self, facts: Facts, incoming: Incoming, head: Head | None, doc: Doc) -> None:
        """Note what else an accepted operation brings about."""
        op = incoming.op
        self.judged.resolved.extend((conflict, op) for conflict in op.resolves)
        name = facts.entity.name
        if name == "family" and head is None:
            self._reach.open(op.bucket)
            self.judged.new_families.append(incoming)
        elif name == "assignment":
            self.judged.reassigned.add(str(doc["family_id"]))
        elif name == "user":
            self.judged.staff_changed = True

    # what stands against it

    def _objection(self, facts: Facts | None, incoming: Incoming) -> Outcome | None:
        """Return why an operation may not be applied, or None; who may is asked before what."""
        op = incoming.op
        if not self._author.is_server and op.uid not in self._approved:
            if op.actor != self._author.user_id:
                return Outcome.PARKED_ROLE
            if facts and not self._may(facts, op):
                return Outcome.PARKED_ROLE
            if not self._is_new_family(op) and not self._reach.writable(op.bucket, incoming.hlc):
                return Outcome.HELD
        if facts is None or facts.ill_formed(op.new) or facts.ill_formed(op.old):
            return Outcome.PARKED_INVALID
        return self._misplaced(facts, op)

    def _may(self, facts: Facts, op: Op) -> bool:
        if facts.entity.from_server and op.kind == INSERT:
            return False
        return may_write(self._author.role, facts.entity.name)

    def _is_new_family(self, op: Op) -> bool:
        return (
            op.entity == "family"
            and op.kind == INSERT
            and op.bucket == f"{Home.FAMILY}:{op.row_id}"
            and self._heads.home_of(("family", op.row_id)) is None
        )

    def _misplaced(self, facts: Facts, op: Op) -> Outcome | None:
        head = self._heads.rows.get((op.entity, op.row_id))
        if head:
            return None if head.home == op.bucket else Outcome.PARKED_INVALID
        if op.kind != INSERT:
            return Outcome.PARKED_INVALID
        try:
            home = facts.entity.bucket(op.row_id, op.new, self._agency)
        except KeyError:
            return Outcome.PARKED_INVALID
        return None if home == op.bucket else Outcome.PARKED_INVALID

    def _is_fixed(self, facts: Facts, op: Op, head: Head | None) -> bool:
        locked_by = facts.entity.locked_by
        if locked_by is None:
            return False
        parent = (head.doc if head else op.new).get(locked_by[1])
        above = self._heads.rows.get((locked_by[0], str(parent)))
        return above is not None and above.meta.locked_rev is not None

    # what a whole transaction must keep

    def _problem(self, ops: Sequence[Incoming], forced: Mapping[str, Outcome]) -> dict[str, Outcome]:
        """Return which operations have to be judged otherwise, or nothing when all is well."""
        touched = [
            (key, self._heads.rows[key]) for key in self._heads.touched() if self._heads.is_rewritten(key)
        ]
        if any(starmap(self._is_broken, touched)):
            return {i.op.uid: Outcome.PARKED_INVALID for i in ops if not self._outcome(i).is_parked}
        stale = [key for key, head in touched if self._is_stale(key, head)]
        return {
            i.op.uid: Outcome.PARKED_STALE
            for i in ops
            if (i.op.entity, i.op.row_id) in stale and i.op.uid not in forced and _sets_lock(i.op)
        }

    def _outcome(self, incoming: Incoming) -> Outcome:
        return self.judged.outcomes[incoming.op.uid][0]

    def _is_broken(self, key: Key, head: Head) -> bool:
        facts = FACTS[key[0]]
        if facts.lacks(head.doc) or broken(key[0], head.doc):
            return True
        was = self._heads.before(key)
        return any(
            self._heads.home_of((entity, str(target))) != head.home
            for name, entity in facts.refs
            if (target := head.doc[name]) is not None and (was is None or was.doc[name] != target)
        )

    # finalising

    def _is_stale(self, key: Key, head: Head) -> bool:
        lock = FACTS[key[0]].entity.lock
        if lock is None or not _is_final(lock, head):
            return False
        return self._seal(key, lock) != head.doc.get(lock.seal)

    def _seal(self, key: Key, lock: Lock) -> str:
        bodies = sorted(
            i for i in self._heads.children[lock.body, key[1]] if (lock.body, i) in self._heads.rows
        )
        doc = self._heads.rows[lock.body, bodies[0]].doc if bodies else {}
        return seal(doc, FACTS[lock.body].entity)

    def _lock_finals(self) -> None:
        for key in list(self._heads.touched()):
            lock = FACTS[key[0]].entity.lock
            if lock and _is_final(lock, self._heads.rows[key]):
                self._heads.lock(key)
                for child in lock.children:
                    for row_id in sorted(self._heads.children[child, key[1]]):
                        self._heads.lock((child, row_id))

    # what is not applied

    def _sees(self, incoming: Incoming) -> bool:
        """Say whether the author may know how a row stands: nobody else moves it, not even by a refusal."""
        bucket = incoming.op.bucket
        return bucket in self._reach.visible or self._reach.writable(bucket, incoming.hlc)

    def _park(self, incoming: Incoming, outcome: Outcome) -> None:
        """Keep an operation without applying it; its row gets a new revision so that its author fetches the head."""
        op = incoming.op
        key = (op.entity, op.row_id)
        head = self._heads.rows.get(key)
        rev = 0
        if head and head.home == op.bucket and outcome is not Outcome.HELD and self._sees(incoming):
            rev = next_rev(head.meta.rev, self._epoch)
            self._heads.put(key, replace(head, meta=replace(head.meta, rev=rev)))
            self._note(incoming, outcome, rev, {})
        self.judged.outcomes[op.uid] = (outcome, rev)
        self.judged.clashes.append(Found(incoming, _parked_clash(op, outcome, head)))


def _sets_lock(op: Op) -> bool:
    lock = FACTS[op.entity].entity.lock
    return lock is not None and op.new.get(lock.field) == lock.value


def _is_final(lock: Lock, head: Head) -> bool:
    return head.meta.locked_rev is None and head.doc.get(lock.field) == lock.value


def _parked_clash(op: Op, outcome: Outcome, head: Head | None) -> Clash:
    there: Doc = {name: head.doc.get(name) for name in op.new} if head and head.home == op.bucket else {}
    stamp = head.meta.stamp(WHOLE_ROW) if head else (0, "", "")
    kind = PARKED_KINDS.get(outcome, "invalid")
    return Clash(WHOLE_ROW, kind, "open", "open", "head", op.old, there, op.new, None, stamp[2], stamp[0])


PARKED_KINDS: dict[Outcome, str] = {
    Outcome.HELD: "held",
    Outcome.PARKED_ROLE: "role",
    Outcome.PARKED_IMMUTABLE: "immutable",
    Outcome.PARKED_STALE: "sign_stale",
}
