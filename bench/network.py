"""A wire on this machine between a client and a server: it counts the bytes both ways and can make the way long.

It runs in a process of its own, so that it takes no turn of the interpreter from the client that is measured. Bytes
are what TCP carries: HTTP headers and TLS are in, TCP's and IP's own headers are not.
"""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Carried:
    """What went over a wire: bytes to the server and back, new connections, and how often the client began to speak."""

    up: int
    down: int
    connections: int
    turns: int


class Wire:
    """A wire to a port of this machine; `port` is its near end, each byte arrives `one_way_ms` later."""

    def __init__(self, target_port: int, one_way_ms: float = 0.0) -> None:
        command = [sys.executable, "-m", "bench.network", str(target_port), str(one_way_ms)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.port = int(self._hear())

    def count(self) -> Carried:
        """Return what was carried since the last count."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return Carried(**json.loads(self._hear()))

    def close(self) -> None:
        """Take the wire away."""
        self._process.terminate()
        self._process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _hear(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the wire's process ended"
        return line


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of a conversation cost: its seconds, its bytes both ways, and how many requests it took."""

    seconds: float = 0.0
    up: int = 0
    down: int = 0
    requests: int = 0

    @property
    def kilobytes(self) -> float:
        """Return the bytes of both ways in KB."""
        return (self.up + self.down) / 1000

    def then(self, other: Step) -> Step:
        """Return this step and another after it as one."""
        return Step(
            self.seconds + other.seconds,
            self.up + other.up,
            self.down + other.down,
            self.requests + other.requests,
        )


class Watch:
    """Measures a step from here."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        wire.count()
        self._start = time.perf_counter()

    def step(self, requests: int) -> Step:
        """Return the step up to here."""
        seconds = time.perf_counter() - self._start
        carried = self._wire.count()
        return Step(seconds, carried.up, carried.down, requests)


def free_port() -> int:
    """Return a port nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


# in the wire's own process


@dataclass(slots=True)
class _Relay:
    target: int
    seconds: float
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Carried.__slots__, 0))

    async def carry(self, near: asyncio.StreamReader, to_near: asyncio.StreamWriter) -> None:
        self.counts["connections"] += 1
        try:
            far, to_far = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            to_near.close()
            return
        ways = {"up": (near, to_far), "down": (far, to_near)}
        speaking = [""]
        await asyncio.gather(*(self._one_way(name, *ends, speaking) for name, ends in ways.items()))
        to_near.close()
        to_far.close()

    async def _one_way(
        self, name: str, source: asyncio.StreamReader, target: asyncio.StreamWriter, speaking: list[str]
    ) -> None:
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivery = asyncio.create_task(self._deliver(under_way, target))
        loop = asyncio.get_running_loop()
        while data := await _read(source):
            self.counts[name] += len(data)
            self.counts["turns"] += name == "up" != speaking[0]
            speaking[0] = name
            under_way.put_nowait((loop.time() + self.seconds, data))
        under_way.put_nowait((loop.time() + self.seconds, b""))
        await delivery

    async def _deliver(
        self, under_way: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter
    ) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due, data = await under_way.get()
            if due > loop.time():
                await asyncio.sleep(due - loop.time())
            try:
                if not data:
                    target.write_eof()
                    return
                target.write(data)
                await target.drain()
            except OSError:
                return


async def _read(source: asyncio.StreamReader) -> bytes:
    try:
        return await source.read(PIECE)
    except OSError:
        return b""


async def _answer(relay: _Relay, asked: Callable[[], Awaitable[bytes]]) -> None:
    while await asked():
        print(json.dumps(relay.counts), flush=True)
        relay.counts |= dict.fromkeys(Carried.__slots__, 0)


async def _serve(target: int, one_way_ms: float) -> None:
    relay = _Relay(target, one_way_ms / 1000)
    server = await asyncio.start_server(relay.carry, "127.0.0.1", 0, limit=4 * PIECE)
    print(server.sockets[0].getsockname()[1], flush=True)
    asked = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(asked), sys.stdin)
    await _answer(relay, asked.readline)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), float(sys.argv[2])))
