"""What to do when this laptop and the agency remember their conversation differently (`sync.md` A13).

Either side may have come back from a copy of itself. Nothing is thrown away: what the agency does not have is sent
again, by the same identifiers, and what this laptop holds is fetched anew and compared.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from engage_desktop.store import blob_traffic, buckets, outbox, state
from engage_desktop.sync.status import Session
from engage_wire.codec import Json

INCARNATION_BITS = 63


@dataclass(frozen=True, slots=True)
class Memory:
    """How far the agency remembers this device."""

    epoch: int
    last_seq: int
    last_hash: str

    @classmethod
    def of(cls, problem: Json) -> Memory | None:
        """Read it from a problem document; None when it is not there."""
        epoch, seq, chained = problem.get("epoch"), problem.get("last_seq"), problem.get("last_hash")
        if not isinstance(epoch, int) or not isinstance(seq, int):
            return None
        return cls(epoch, seq, str(chained or ""))


def recover(conn: Connection, code: str, memory: Memory, new_incarnation: int) -> Session:
    """Bring both memories together again; return what it turned out to be."""
    standing = state.standing(conn)
    if memory.epoch != standing.epoch:
        state.put(conn, state.EPOCH, memory.epoch)
        buckets.reset_all(conn)
        outbox.forget_heads(conn)
        blob_traffic.doubt(conn)
    if code == "fork" or not _is_ours(conn, memory, standing.next_seq):
        return fork(conn, new_incarnation)
    if not outbox.send_again_after(conn, memory.last_seq):
        return fork(conn, new_incarnation)
    return Session.REBUILDING


def _is_ours(conn: Connection, memory: Memory, next_seq: int) -> bool:
    if memory.last_seq == 0:
        return True
    return memory.last_seq < next_seq and outbox.hash_at(conn, memory.last_seq) == memory.last_hash


def fork(conn: Connection, new_incarnation: int) -> Session:
    """Begin a new incarnation: somebody else used these numbers, perhaps an older copy of this laptop."""
    outbox.renumber(conn, new_incarnation)
    buckets.reset_all(conn)
    return Session.FORKING
