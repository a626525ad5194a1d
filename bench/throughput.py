"""How much the server takes when many laptops push at once: small batches, one after the other, without a pause."""

from __future__ import annotations

import asyncio
import json
import random
import secrets
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from functools import partial

import httpx

from bench.agency import CLOCK, KINDS, WORDS, Agency
from bench.measure import median, percentile
from bench.network import ROOT
from engage_desktop.store.outbox import Batch
from engage_desktop.store.state import Standing
from engage_desktop.sync import messages
from engage_desktop.sync.device_key import DeviceKey, from_text, to_text
from engage_desktop.sync.messages import LINES, PATHS, Kind
from engage_desktop.sync.transport import Address, client
from engage_wire.clock import Hlc, instant, to_ms
from engage_wire.codec import CHAIN_START, Json, chain, dumps, unpack
from engage_wire.ids import new_id
from engage_wire.op import INSERT, Op
from engage_wire.registry import SCHEMA

CLIENTS, OPS, SECONDS = 8, 10, 6.0


@dataclass(frozen=True, slots=True)
class Throughput:
    """What came of it: operations a second, and how long one push took."""

    ops_a_second: float
    p50_ms: float
    p99_ms: float


def measure(agency: Agency, clients: int = CLIENTS, seconds: float = SECONDS) -> Throughput:
    """Let some laptops, each a process of its own with a family of its own, push as fast as they are answered."""
    processes = []
    for number in range(clients):
        key = DeviceKey.make()
        told = {
            "port": agency.port,
            "certificate": to_text(agency.certificate),
            "device": agency.admit(key),
            "key": key.kept(),
            "user": agency.worker,
            "family": agency.families[number % len(agency.families)],
            "seconds": seconds,
        }
        processes.append((_start(), told))
    for process, _told in processes:
        assert process.stdout is not None
        process.stdout.readline()  # everything is imported
    for process, told in processes:
        assert process.stdin is not None
        process.stdin.write(json.dumps(told) + "\n")
        process.stdin.flush()
    answers = [process.communicate()[0] for process, _told in processes]
    taken = sorted(float(ms) for answer in answers for ms in json.loads(answer))
    return Throughput(len(taken) * OPS / seconds, median(taken), percentile(taken, 0.99))


def _start() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "bench.throughput"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


# in a laptop's own process


class _Laptop:
    """The least a laptop does: it seals, signs and pushes."""

    def __init__(self, told: Json) -> None:
        self._key = DeviceKey.read(told["key"])
        self._user, self._family = told["user"], told["family"]
        self._standing = Standing(
            told["device"], self._user, "", secrets.randbits(40), 1, 1, CHAIN_START, 0, 0, SCHEMA, joined=True
        )
        self._seq, self._tip = 0, CHAIN_START
        self._dice = random.Random(told["family"])

    def token_body(self, nonce: str) -> bytes:
        """Return the request to be let in."""
        at = to_ms(CLOCK.now())
        signature = self._key(messages.assertion_text(self._standing.device, at, nonce))
        return messages.token_body(self._standing.device, at, nonce, signature)

    def push_body(self) -> bytes:
        """Return a push of new records, one transaction."""
        first, before = self._seq + 1, self._tip
        txn, now = new_id(CLOCK), CLOCK.now()
        ops = tuple(self._op(txn, Hlc(to_ms(now), 0).text(), instant(now), n == OPS - 1) for n in range(OPS))
        batch = Batch(first, self._seq, before, self._tip, ops, tuple(map(dumps, ops)), 1)
        signature = self._key(messages.signed_text(batch, self._standing))
        return messages.push_body(batch, self._standing, to_ms(CLOCK.now()), signature)

    def _op(self, txn: str, hlc: str, wall: str, last: bool) -> Json:  # noqa: FBT001 - a fact of the wire form
        row_id = new_id(CLOCK)
        new = {
            "family_id": self._family,
            "kind": self._dice.choice(KINDS),
            "status": "open",
            "user_id": self._user,
            "title": " ".join(self._dice.choice(WORDS) for _ in range(30)),
            "created_by": self._user,
            "created_at": wall,
        }
        self._seq += 1
        op = Op(
            new_id(CLOCK), txn, "task", row_id, f"f:{self._family}", INSERT, 0, new, {}, hlc, wall, self._user,
            "task.add", SCHEMA, self._seq, last_in_txn=last,
        )  # fmt: skip
        self._tip = chain(self._tip, op.document())
        return replace(op, hash=self._tip).document() | {"g": self._tip}


async def _push_on(told: Json) -> list[float]:
    laptop = _Laptop(told)
    async with client(Address("127.0.0.1", told["port"], from_text(told["certificate"]))) as http:
        access = await _let_in(http, laptop)
        headers = {"Authorization": f"Bearer {access}", "Content-Type": LINES}
        send = partial(http.post, PATHS[Kind.PUSH], headers=headers)
        taken: list[float] = []
        end = time.perf_counter() + told["seconds"]
        while (start := time.perf_counter()) < end:
            answer = await send(content=laptop.push_body())
            taken.append(1000 * (time.perf_counter() - start))
            assert answer.status_code == httpx.codes.OK, answer.text
        assert not unpack(answer.content, 1 << 20)[0]["results"], "an operation was not applied"
    return taken


async def _let_in(http: httpx.AsyncClient, laptop: _Laptop) -> str:
    nonce = (await http.get("/v1/hello")).json()["nonce"]
    answer = await http.post(PATHS[Kind.TOKEN], content=laptop.token_body(nonce))
    assert answer.status_code == httpx.codes.OK, answer.text
    return str(answer.json()["access"])


def _main() -> None:
    print("ready", flush=True)
    print(json.dumps(asyncio.run(_push_on(json.loads(sys.stdin.readline())))), flush=True)


if __name__ == "__main__":
    _main()
