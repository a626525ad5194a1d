"""What is said to the agency: each request as bytes, ready to be sent, and as safe to repeat as the protocol makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engage_desktop.store.outbox import Ack, Batch
from engage_desktop.store.state import Standing
from engage_wire.codec import Json, Malformed, dumps, pack, pack_written
from engage_wire.registry import SCHEMA

LINES, JSON = "application/x-engage-lines", "application/json"
MAX_PULL = 8 * 1024 * 1024
CAP_PULL, CAP_SMALL = 64 * 1024 * 1024, 8 * 1024 * 1024


class Kind(StrEnum):
    """What a request is for."""

    TOKEN = "token"  # noqa: S105 - a kind of request
    PUSH = "push"
    PULL = "pull"
    VERIFY = "verify"


PATHS = {
    Kind.TOKEN: "/v1/devices/token",
    Kind.PUSH: "/v1/sync/push",
    Kind.PULL: "/v1/sync/pull",
    Kind.VERIFY: "/v1/sync/verify",
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request: its number says which answers still count, `cap` how many bytes its answer may unpack to."""

    number: int
    kind: Kind
    body: bytes
    content_type: str
    token: str = ""
    cap: int = CAP_SMALL

    @property
    def path(self) -> str:
        """Where it goes."""
        return PATHS[self.kind]

    @property
    def streams(self) -> bool:
        """Whether the answer is a stream of lines instead of one document."""
        return self.content_type == LINES


def signed_text(batch: Batch, standing: Standing) -> bytes:
    """Return what the device signs of a batch."""
    return f"{standing.incarnation}|{standing.epoch}|{batch.first}|{batch.last}|{batch.previous}|{batch.hash}".encode()


def push_body(batch: Batch, standing: Standing, now_ms: int, signature: str) -> bytes:
    """Return a push: its header line, then the operations."""
    header: Json = {
        "t": "push",
        "dev": standing.device,
        "inc": standing.incarnation,
        "epoch": standing.epoch,
        "first": batch.first,
        "prev": batch.previous,
        "last": batch.last,
        "hash": batch.hash,
        "now": now_ms,
        "schema": SCHEMA,
        "sig": signature,
    }
    return pack_written([dumps(header), *batch.lines])


def pull_body(standing: Standing, cursors: Mapping[str, int], order: list[str], acked: int) -> bytes:
    """Return a pull: up to where each bucket is here, and in which order the rest is wanted.

    What the agency has exactly as this laptop's operations up to `acked` wrote it need not come back whole.
    """
    return pack(
        [
            {
                "dev": standing.device,
                "inc": standing.incarnation,
                "epoch": standing.epoch,
                "schema": SCHEMA,
                "schema_synced": standing.schema_synced or SCHEMA,
                "scope_ver": standing.scope_version,
                "acked": acked,
                "cursors": dict(cursors),
                "order": order,
                "max_bytes": MAX_PULL,
            }
        ]
    )


def assertion_text(device: str, at_ms: int, nonce: str) -> bytes:
    """Return what the device signs to be let in."""
    return f"{device}|{at_ms}|{nonce}".encode()


def token_body(device: str, at_ms: int, nonce: str, signature: str) -> bytes:
    """Return the request for an access token."""
    return dumps({"dev": device, "at": at_ms, "nonce": nonce, "sig": signature})


def read_ack(line: Json, answered: int) -> Ack:
    """Read the acknowledgement of a batch that ends with number `answered`; Malformed when it is none."""
    try:
        return Ack(
            acked=int(line["acked"]),
            hash=str(line["hash"]),
            heads={str(bucket): int(head) for bucket, head in line["heads"].items()},
            outcomes={int(result["s"]): str(result["outcome"]) for result in line.get("results") or ()},
            receipt=line.get("receipt") or {},
            answered=answered,
            durable_seq=int(line.get("durable_seq") or 0),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Malformed(f"an acknowledgement lacks {error}") from None
