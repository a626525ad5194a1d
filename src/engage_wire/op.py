"""An operation: one captured change of one row, as it is stored, sent and judged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from engage_wire.codec import Json, Malformed
from engage_wire.ids import is_id
from engage_wire.registry import Doc

INSERT, UPDATE = "i", "u"
TEXT, WHOLE, VALUES = {str}, {int}, {str, int, type(None)}  # what JSON is read into; yes and no are neither
HEX16 = re.compile(r"[0-9a-f]{16}")


class Outcome(StrEnum):
    """What became of an operation. Nothing is ever refused; what cannot be applied is parked, visibly."""

    APPLIED = "applied"
    MERGED = "merged"
    SUPERSEDED = "superseded"
    NOOP = "noop"
    DUPLICATE = "duplicate"
    HELD = "held"
    PARKED_CONFLICT = "parked:conflict"
    PARKED_IMMUTABLE = "parked:immutable"
    PARKED_STALE = "parked:sign_stale"
    PARKED_INVALID = "parked:invalid"
    PARKED_ROLE = "parked:role"

    @property
    def is_parked(self) -> bool:
        """Say whether a person has to look at it."""
        return self.value.startswith("parked") or self is Outcome.HELD


@dataclass(frozen=True, slots=True)
class Op:
    """One change of one row: what was written, what stood there before, and which version the writer saw."""

    uid: str
    txn: str
    entity: str
    row_id: str
    bucket: str
    kind: str
    base_rev: int
    new: Doc
    old: Doc
    hlc: str
    wall: str
    actor: str
    cmd: str
    schema: int
    seq: int = 0
    last_in_txn: bool = True
    hash: str = ""
    resolves: tuple[str, ...] = field(default=())

    def document(self) -> Json:
        """Return the wire form, without the chain hash."""
        doc: Json = {
            "s": self.seq,
            "u": self.uid,
            "x": self.txn,
            "z": 1 if self.last_in_txn else 0,
            "e": self.entity,
            "i": self.row_id,
            "b": self.bucket,
            "k": self.kind,
            "r": self.base_rev,
            "h": self.hlc,
            "w": self.wall,
            "a": self.actor,
            "c": self.cmd,
            "sv": self.schema,
            "f": self.new,
        }
        if self.old:
            doc["o"] = self.old
        if self.resolves:
            doc["res"] = list(self.resolves)
        return doc


def read_op(doc: Json) -> Op:
    """Read the wire form; unknown keys are ignored. Raises Malformed when it is no operation."""
    try:
        op = Op(
            uid=doc["u"],
            txn=doc["x"],
            entity=doc["e"],
            row_id=doc["i"],
            bucket=doc["b"],
            kind=doc["k"],
            base_rev=doc["r"],
            new=_values(doc["f"]),
            old=_values(doc.get("o") or {}),
            hlc=doc["h"],
            wall=doc["w"],
            actor=doc["a"],
            cmd=doc.get("c") or "",
            schema=doc["sv"],
            seq=doc["s"],
            last_in_txn=bool(doc["z"]),
            hash=doc["g"],
            resolves=tuple(doc.get("res") or ()),
        )
    except (KeyError, TypeError) as error:
        raise Malformed(f"an operation lacks {error}") from None
    _check(op)
    return op


def _values(value: Any) -> Doc:
    if not isinstance(value, dict) or not VALUES.issuperset(map(type, value.values())):
        raise Malformed("fields are text, whole numbers or nothing")
    return value


def _check(op: Op) -> None:
    ids_fine = is_id(op.uid) and is_id(op.txn) and is_id(op.row_id) and is_id(op.actor)
    texts_fine = TEXT.issuperset(map(type, (op.entity, op.bucket, op.wall, op.cmd, op.hash, *op.resolves)))
    numbers = (op.base_rev, op.schema, op.seq)
    numbers_fine = WHOLE.issuperset(map(type, numbers)) and min(numbers) >= 0
    if not (ids_fine and texts_fine and numbers_fine and op.kind in {INSERT, UPDATE} and _is_hlc(op.hlc)):
        raise Malformed("an operation is not of the described form")


def _is_hlc(text: object) -> bool:
    return isinstance(text, str) and HEX16.fullmatch(text) is not None
