"""Clashes become conflict rows of the family they happened in; authors who lost sight of it get a notice instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from engage_server.facts import FACTS
from engage_server.heads import Head, Heads, Revision
from engage_server.judge import Author, Found, Judged
from engage_server.scope import Reach
from engage_wire.clock import Hlc, from_ms, instant
from engage_wire.codec import canonical
from engage_wire.merge import WHOLE_ROW, Clash, Meta, next_rev
from engage_wire.op import Op, Outcome
from engage_wire.registry import Doc, Home

CLOSED = {"auto": "resolved", "open": "resolved", "review": "resolved", "resolved": "reverted"}


@dataclass(frozen=True, slots=True)
class Past:
    """Who wrote an earlier operation, and when."""

    actor: str
    hlc: str


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes what only the server writes: conflict rows, notices, the first assignment of a new family."""

    heads: Heads
    judged: Judged
    author: Author
    reach: Reach
    epoch: int
    at: str
    new_id: Callable[[], str]

    def record(self, past: Mapping[str, Past]) -> dict[str, str]:
        """Write all of it; return the first conflict of each operation."""
        first: dict[str, str] = {}
        for found in self.judged.clashes:
            made = self._conflict(found, past)
            if made:
                first.setdefault(found.incoming.op.uid, made)
        for incoming in self.judged.released:
            outcome = self.judged.outcomes[incoming.op.uid][0]
            self._notice(incoming.op.actor, incoming.op, outcome, incoming.hlc)
        self._close()
        self._assign()
        return first

    def _conflict(self, found: Found, past: Mapping[str, Past]) -> str | None:
        op = found.incoming.op
        outcome = self.judged.outcomes[op.uid][0]
        family = self._family(op)
        if outcome.is_parked and not self.author.is_server and op.bucket not in self.reach.visible:
            self._notice(self.author.user_id, op, outcome, found.incoming.hlc)
        if family is None:
            return None
        doc = _conflict_doc(found, family, past.get(found.clash.head_op)) | {"created_at": self.at}
        return self._insert("conflict", doc, op.bucket, op.uid, found.incoming.hlc)

    def _family(self, op: Op) -> str | None:
        """Return the family an operation is about, or None when it is about none that exists."""
        family = op.bucket.removeprefix(f"{Home.FAMILY}:")
        return family if self.heads.home_of(("family", family)) == op.bucket else None

    def _notice(self, user: str, op: Op, outcome: Outcome, hlc: str) -> None:
        doc: Doc = {
            "user_id": user,
            "op_uid": op.uid,
            "family_id": self._family(op),
            "outcome": outcome.value,
            "at": self.at,
            "seen": 0,
            "created_at": self.at,
        }
        self._insert("op_notice", doc, f"{Home.USER}:{user}", op.uid, hlc)

    def _insert(self, entity: str, doc: Doc, bucket: str, op_uid: str, hlc: str) -> str:
        key = (entity, self.new_id())
        rev = next_rev(0, self.epoch)
        whole: Doc = {name: doc.get(name) for name in FACTS[entity].columns}
        self.heads.put(key, Head(whole, Meta(rev, {WHOLE_ROW: (rev, hlc, op_uid)}), bucket))
        self._history(key, rev, op_uid, doc, {})
        return key[1]

    def _history(self, key: tuple[str, str], rev: int, op_uid: str, patch: Doc, before: Doc) -> None:
        self.heads.revisions.append(
            Revision(key, rev, op_uid, _json(patch) or "{}", _json(before) or "{}", Outcome.APPLIED.value)
        )

    def _close(self) -> None:
        for conflict, op in self.judged.resolved:
            key = ("conflict", conflict)
            head = self.heads.rows.get(key)
            state = CLOSED.get(str(head.doc["state"])) if head and head.home == op.bucket else None
            if head is None or state is None:
                continue
            patch: Doc = {
                "state": state,
                "resolved_by": op.actor,
                "resolved_at": self.at,
                "resolution_op": op.uid,
            }
            rev = next_rev(head.meta.rev, self.epoch)
            self.heads.put(key, replace(head, doc=head.doc | patch, meta=replace(head.meta, rev=rev)))
            self._history(key, rev, op.uid, patch, {name: head.doc[name] for name in patch})

    def _assign(self) -> None:
        if self.author.is_server:
            return
        for incoming in self.judged.new_families:
            op = incoming.op
            doc: Doc = {
                "family_id": op.row_id,
                "user_id": self.author.user_id,
                "role": "facilitator" if self.author.role == "facilitator" else "worker",
                "created_by": self.author.user_id,
                "created_at": self.at,
            }
            self._insert("assignment", doc, op.bucket, op.uid, incoming.hlc)
            self.judged.reassigned.add(op.row_id)


def heads_asked(founds: Iterable[Found]) -> set[str]:
    """Return the earlier operations whose authors conflict rows will name."""
    return {found.clash.head_op for found in founds if found.clash.head_op}


def _conflict_doc(found: Found, family: str, past: Past | None) -> Doc:
    op, clash = found.incoming.op, found.clash
    return {
        "family_id": family,
        "entity": op.entity,
        "row_id": op.row_id,
        "grp": clash.group,
        "kind": clash.kind,
        "severity": clash.severity,
        "state": clash.state,
        **_versions(clash),
        "head_op": clash.head_op or None,
        "incoming_op": op.uid,
        "head_author": past.actor if past else None,
        "incoming_author": op.actor,
        "head_at": _moment(past.hlc) if past else None,
        "incoming_at": _moment(found.incoming.hlc),
        "winner": clash.winner,
    }


def _versions(clash: Clash) -> Doc:
    return {
        "base": _json(clash.base),
        "head": _json(clash.head),
        "incoming": _json(clash.incoming),
        "merged": _json(clash.merged),
    }


def _json(doc: Doc | None) -> str | None:
    return None if doc is None else canonical(doc).decode()


def _moment(hlc: str) -> str:
    return instant(from_ms(Hlc.parse(hlc).ms))
