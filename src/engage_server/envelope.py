"""Reads and proves what a push body says of itself: its form, its limits, its hash chain and its signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engage_server.errors import BadRequest, Refused
from engage_server.signing import is_signed
from engage_wire.codec import Json, Malformed, chain
from engage_wire.op import Op, read_op
from engage_wire.registry import SCHEMA

MAX_OPS = 2000
MAX_BYTES = 4 << 20
MAX_NUMBER = 1 << 53
MAX_INCARNATION = 1 << 63


@dataclass(frozen=True, slots=True)
class Batch:
    """A push as it was sent, its chain proven."""

    device_id: str
    incarnation: int
    epoch: int
    first: int
    last: int
    prev: str
    hash: str
    now_ms: int
    schema: int
    sig: str
    ops: tuple[Op, ...]

    def signed_text(self) -> bytes:
        """Return what the device's key signed."""
        return signed_text(self.incarnation, self.epoch, self.first, self.last, self.prev, self.hash)

    def tip_at(self, seq: int) -> str:
        """Return the chain hash after operation `seq` of this batch; `prev` before the first."""
        return self.prev if seq < self.first else self.ops[seq - self.first].hash


def signed_text(incarnation: int, epoch: int, first: int, last: int, prev: str, tip: str) -> bytes:
    """Return the text a batch's signature stands over."""
    return f"{incarnation}|{epoch}|{first}|{last}|{prev}|{tip}".encode()


def read_batch(lines: Sequence[Json], pubkey: str, device_id: str) -> Batch:
    """Read a push body; BadRequest when it is none, Refused `too_large` or `token` for limits and signature."""
    if not lines or lines[0].get("t") != "push":
        raise BadRequest("the first line is not a push header")
    if len(lines) - 1 > MAX_OPS:
        raise Refused(413, "too_large", limit_ops=MAX_OPS, limit_bytes=MAX_BYTES)
    batch = _header(lines[0], _ops(_chained(text(lines[0], "prev"), lines[1:])))
    if batch.device_id != device_id:
        raise Refused(401, "token", detail="another device")
    _prove_order(batch)
    if batch.tip_at(batch.last) != batch.hash:
        raise BadRequest("the last hash is another one")
    if not is_signed(pubkey, batch.sig, batch.signed_text()):
        raise Refused(401, "token", detail="signature")
    if batch.schema > SCHEMA or any(op.schema > SCHEMA for op in batch.ops):
        raise Refused(409, "schema_ahead", schema=SCHEMA)
    return batch


def _header(doc: Json, ops: tuple[Op, ...]) -> Batch:
    return Batch(
        device_id=text(doc, "dev"),
        incarnation=number(doc, "inc", MAX_INCARNATION),
        epoch=number(doc, "epoch"),
        first=number(doc, "first"),
        last=number(doc, "last"),
        prev=text(doc, "prev"),
        hash=text(doc, "hash"),
        now_ms=number(doc, "now"),
        schema=number(doc, "schema"),
        sig=text(doc, "sig"),
        ops=ops,
    )


def _ops(lines: Sequence[Json]) -> tuple[Op, ...]:
    try:
        ops = tuple(read_op(line) for line in lines)
    except Malformed as error:
        raise BadRequest(str(error)) from None
    for op in ops:
        if "\0" in f"{op.entity}{op.bucket}{op.wall}{op.cmd}" or max(op.base_rev, op.schema) >= MAX_NUMBER:
            raise BadRequest("an operation is not of the described form")
    return ops


def _prove_order(batch: Batch) -> None:
    if batch.first < 1 or batch.last != batch.first + len(batch.ops) - 1:
        raise BadRequest("first and last do not count the operations")
    if any(op.seq != batch.first + place for place, op in enumerate(batch.ops)):
        raise BadRequest("the operations are not in order")
    if batch.ops and not batch.ops[-1].last_in_txn:
        raise BadRequest("a transaction is cut")


def _chained(prev: str, lines: Sequence[Json]) -> Sequence[Json]:
    """Give the operations their hashes; a sender leaves them out, because the last one proves them all."""
    tip = prev
    for line in lines:
        try:
            tip = chain(tip, line)
        except Malformed as error:
            raise BadRequest(str(error)) from None
        if line.get("g", tip) != tip:
            raise BadRequest("the hash chain does not hold")
        line["g"] = tip
    return lines


def text(doc: Json, name: str) -> str:
    """Return a text of a document; BadRequest when there is none."""
    value = doc.get(name)
    if not isinstance(value, str) or "\0" in value:
        raise BadRequest(f"{name} is not text")
    return value


def number(doc: Json, name: str, limit: int = MAX_NUMBER, default: int | None = None) -> int:
    """Return a whole number from 0 of a document; BadRequest when there is none."""
    value: Any = doc.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < limit:
        raise BadRequest(f"{name} is not a number")
    return value
