"""Three-way merge per field group: the pure rules both sides share (`sync.md` A1, A7).

A group clashes when the head changed it after the writer's base and the head's value is neither what the writer
wrote nor what the writer saw. Equal values are never a conflict. Whatever loses stays in the revision and in the
conflict, so nothing anybody wrote disappears.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from engage_wire.codec import canonical, text_hash
from engage_wire.op import INSERT, Op, Outcome
from engage_wire.registry import Doc, Entity, Field, Policy, Value
from engage_wire.text3 import merge_text

Stamp = tuple[int, str, str]  # rev, effective HLC, op uid
EPOCH_SIZE = 1 << 40
WHOLE_ROW = "*"


@dataclass(frozen=True, slots=True)
class Meta:
    """What the arbiter knows of a row beside its values."""

    rev: int = 0
    frev: Mapping[str, Stamp] = field(default_factory=dict)
    locked_rev: int | None = None

    def stamp(self, group: str) -> Stamp:
        """Return who last changed a group, and when."""
        return self.frev.get(group) or self.frev.get(WHOLE_ROW) or (0, "", "")


@dataclass(frozen=True, slots=True)
class Clash:
    """Two versions of one group, both kept. `state` is auto, review or open; `winner` is head, incoming or merged."""

    group: str
    kind: str
    severity: str
    state: str
    winner: str
    base: Doc
    head: Doc
    incoming: Doc
    merged: Doc | None
    head_op: str
    head_rev: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row after an operation, what became of the operation, and what a person may want to look at."""

    doc: Doc
    meta: Meta
    outcome: Outcome
    clashes: tuple[Clash, ...] = ()
    before: Doc = field(default_factory=dict)


def next_rev(rev: int, epoch: int) -> int:
    """Return the revision after `rev`; a newer epoch of the server starts above all older ones."""
    return max(rev, epoch * EPOCH_SIZE) + 1


def apply(
    entity: Entity, doc: Doc | None, meta: Meta, op: Op, *, hlc: str, epoch: int, locked: bool = False
) -> Verdict:
    """Judge one operation against the head of its row. Total and deterministic.

    `hlc` is the operation's effective time (16 hex digits); `locked` says that a parent row fixed this one.
    """
    rev = next_rev(meta.rev, epoch)
    stamp: Stamp = (rev, hlc, op.uid)
    if doc is None:
        whole: Doc = {name: op.new.get(name) for name in entity.columns}
        return Verdict(whole, Meta(rev, {WHOLE_ROW: stamp}), Outcome.APPLIED)
    new = {name: value for name, value in op.new.items() if entity.knows(name)}
    if locked or meta.locked_rev is not None:
        return _immutable(doc, meta, new, rev)
    state = _Judging(doc=dict(doc), frev=dict(meta.frev), stamp=stamp, before={})
    old: Doc = dict.fromkeys(new) if op.kind == INSERT else op.old
    base_rev = 0 if op.kind == INSERT else op.base_rev
    for group, fields in entity.groups().items():
        written = {f.name: new[f.name] for f in fields if f.name in new}
        if written:
            _judge_group(state, group, fields, written, {n: old.get(n) for n in written}, base_rev, meta)
    _edit_beats_delete(state, doc, op, meta)
    return Verdict(
        state.doc, Meta(rev, state.frev, meta.locked_rev), state.outcome(), tuple(state.clashes), state.before
    )


def _immutable(doc: Doc, meta: Meta, new: Doc, rev: int) -> Verdict:
    changed = {name: value for name, value in new.items() if doc.get(name) != value}
    if not changed:
        return Verdict(doc, replace(meta, rev=rev), Outcome.NOOP)
    head = {name: doc.get(name) for name in changed}
    clash = Clash(
        WHOLE_ROW,
        "immutable",
        "open",
        "open",
        "head",
        head,
        head,
        changed,
        None,
        meta.stamp(WHOLE_ROW)[2],
        meta.rev,
    )
    return Verdict(doc, replace(meta, rev=rev), Outcome.PARKED_IMMUTABLE, (clash,))


@dataclass(slots=True)
class _Judging:
    doc: Doc
    frev: dict[str, Stamp]
    stamp: Stamp
    before: Doc
    clashes: list[Clash] = field(default_factory=list)
    seen: set[Outcome] = field(default_factory=set)

    def take(self, group: str, values: Doc) -> None:
        self.before |= {name: self.doc.get(name) for name in values}
        self.doc |= values
        self.frev[group] = self.stamp

    def outcome(self) -> Outcome:
        order = (Outcome.PARKED_CONFLICT, Outcome.MERGED, Outcome.SUPERSEDED, Outcome.APPLIED)
        return next((o for o in order if o in self.seen), Outcome.NOOP)


@dataclass(frozen=True, slots=True)
class _Case:
    """One clash to be settled by its policy."""

    group: str
    fields: tuple[Field, ...]
    old: Doc
    head: Doc
    new: Doc
    head_stamp: Stamp

    def clash(self, kind: str, severity: str, state: str, winner: str, merged: Doc | None = None) -> Clash:
        return Clash(
            self.group,
            kind,
            severity,
            state,
            winner,
            self.old,
            self.head,
            self.new,
            merged,
            self.head_stamp[2],
            self.head_stamp[0],
        )


def _judge_group(
    state: _Judging, group: str, fields: tuple[Field, ...], new: Doc, old: Doc, base_rev: int, meta: Meta
) -> None:
    head = {name: state.doc.get(name) for name in new}
    policy = fields[0].policy
    if policy is Policy.SERVER or head == new:
        state.seen.add(Outcome.NOOP)
    elif policy in {Policy.GROW, Policy.SET}:
        state.take(group, {n: _members(policy, old.get(n), head[n], new[n]) for n in new})
        state.seen.add(Outcome.APPLIED)
    elif policy is Policy.ONCE and any(v is not None for v in head.values()):
        case = _Case(group, fields, old, head, new, meta.stamp(group))
        state.clashes.append(case.clash("concurrent", "review", "review", "head"))
        state.seen.add(Outcome.SUPERSEDED)
    elif meta.stamp(group)[0] > base_rev and head != old:
        SETTLE[policy](state, _Case(group, fields, old, head, new, meta.stamp(group)))
    else:
        state.take(group, new)
        state.seen.add(Outcome.APPLIED)


def _latest(state: _Judging, case: _Case) -> bool:
    incoming_wins = state.stamp[1:] > case.head_stamp[1:]
    if incoming_wins:
        state.take(case.group, case.new)
    state.seen.add(Outcome.APPLIED if incoming_wins else Outcome.SUPERSEDED)
    return incoming_wins


def _lww(state: _Judging, case: _Case) -> None:
    winner = "incoming" if _latest(state, case) else "head"
    state.clashes.append(case.clash("concurrent", "info", "auto", winner))


def _quiet(state: _Judging, case: _Case) -> None:
    _latest(state, case)


def _manual(state: _Judging, case: _Case) -> None:
    state.clashes.append(case.clash("concurrent", "open", "open", "head"))
    state.seen.add(Outcome.PARKED_CONFLICT)


def _text3(state: _Judging, case: _Case) -> None:
    merged: Doc = {}
    for name, incoming in case.new.items():
        joined = merge_text(
            str(case.old.get(name) or ""), str(case.head.get(name) or ""), str(incoming or "")
        )
        if joined is None:
            state.clashes.append(case.clash("text_overlap", "open", "open", "head"))
            state.seen.add(Outcome.PARKED_CONFLICT)
            return
        merged[name] = joined
    state.take(case.group, merged)
    state.clashes.append(case.clash("text_merged", "review", "review", "merged", merged))
    state.seen.add(Outcome.MERGED)


SETTLE: dict[Policy, Callable[[_Judging, _Case], None]] = {
    Policy.LWW: _lww,
    Policy.QUIET: _quiet,
    Policy.MANUAL: _manual,
    Policy.TEXT3: _text3,
    Policy.ONCE: _lww,
}


def _edit_beats_delete(state: _Judging, before: Doc, op: Op, meta: Meta) -> None:
    """Keep a row alive when one person deleted it while another went on writing in it."""
    deleting = "deleted_at" in op.new and op.new["deleted_at"] is not None
    gone = before.get("deleted_at") is not None
    if deleting and not gone and meta.rev > op.base_rev and _written_since(meta, op.base_rev):
        state.doc |= {"deleted_at": None, "void_reason": None}
        winner = "head"
    elif gone and not deleting and op.base_rev < meta.stamp("void")[0] and op.kind != INSERT:
        state.doc |= {"deleted_at": None, "void_reason": None}
        winner = "incoming"
    else:
        return
    state.frev["void"] = state.stamp
    head = {"deleted_at": before.get("deleted_at")}
    case = _Case("void", (), {}, head, {"deleted_at": op.new.get("deleted_at")}, meta.stamp("void"))
    state.clashes.append(case.clash("edit_delete", "review", "review", winner))
    state.seen.add(Outcome.MERGED)


def _written_since(meta: Meta, base_rev: int) -> bool:
    return any(stamp[0] > base_rev for group, stamp in meta.frev.items() if group not in {"void", WHOLE_ROW})


def read_members(value: Value) -> set[str]:
    """Read a set column: a canonical JSON list of text, or nothing."""
    if not value:
        return set()
    return {str(member) for member in json.loads(str(value))}


def write_members(members: set[str] | frozenset[str]) -> str:
    """Write a set column."""
    return canonical(sorted(members)).decode()


def _members(policy: Policy, old: Value, head: Value, new: Value) -> str:
    was, stands, wanted = read_members(old), read_members(head), read_members(new)
    if policy is Policy.GROW:
        return write_members(stands | wanted)
    return write_members((stands | (wanted - was)) - (was - wanted))


def seal(doc: Mapping[str, Value], body: Entity) -> str:
    """Return the hash of the narrative a person finalises: the long fields of `body`, empty ones as empty."""
    return text_hash({f.name: doc.get(f.name) or "" for f in body.fields if f.policy is Policy.TEXT3})


def overlay(entity: Entity, head: Doc, op: Op) -> Doc:
    """Return a pulled row with one unsent operation laid over it, as its writer should see it meanwhile.

    Sets join, narratives join where they can, everything else shows what was written here until the agency decides.
    """
    if op.kind == INSERT and not head:
        return {name: op.new.get(name) for name in entity.columns}
    shown = dict(head)
    for field_ in entity.fields:
        name = field_.name
        if name not in op.new or field_.policy is Policy.SERVER:
            continue
        new, old, there = op.new[name], op.old.get(name), head.get(name)
        if field_.policy in {Policy.GROW, Policy.SET}:
            shown[name] = _members(field_.policy, old, there, new)
        elif field_.policy is Policy.TEXT3:
            joined = merge_text(str(old or ""), str(there or ""), str(new or ""))
            shown[name] = new if joined is None else joined
        elif not (field_.policy is Policy.ONCE and there is not None):
            shown[name] = new
    return shown
