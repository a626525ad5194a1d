"""The wire that measurements go over: what it counts, and how long it makes the way."""

from __future__ import annotations

import socket
import time
from collections.abc import Generator
from contextlib import contextmanager
from threading import Thread

import pytest
from bench.network import Step, Watch, Wire

pytestmark = pytest.mark.enable_socket
DELAY_MS = 40.0


def _echo(door: socket.socket) -> None:
    while True:
        try:
            end, _ = door.accept()
        except OSError:
            return
        with end:
            while data := end.recv(65536):
                end.sendall(data * 2)


@contextmanager
def spoken_over(one_way_ms: float = 0.0) -> Generator[tuple[Wire, socket.socket]]:
    with (
        doubling_server() as port,
        Wire(port, one_way_ms) as wire,
        socket.create_connection(("127.0.0.1", wire.port)) as end,
    ):
        yield wire, end


@contextmanager
def doubling_server() -> Generator[int]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        worker = Thread(target=_echo, args=(door,), daemon=True)
        worker.start()
        try:
            yield door.getsockname()[1]
        finally:
            door.shutdown(socket.SHUT_RDWR)
            worker.join(5)


def ask(end: socket.socket, said: bytes) -> bytes:
    end.sendall(said)
    heard = b""
    while len(heard) < 2 * len(said):
        heard += end.recv(65536)
    return heard


def test_a_wire_carries_everything_and_counts_it_both_ways() -> None:
    with spoken_over() as (wire, end):
        assert ask(end, b"ab") == b"abab"
        assert ask(end, b"cde") == b"cdecde"
        carried = wire.count()
        assert (carried.up, carried.down, carried.connections, carried.turns) == (5, 10, 1, 2)


def test_counting_begins_anew_after_each_count() -> None:
    with spoken_over() as (wire, end):
        ask(end, b"ab")
        wire.count()
        assert wire.count().up == 0
        ask(end, b"xyz")
        assert wire.count().up == 3


def test_a_long_way_takes_its_time_there_and_back() -> None:
    with spoken_over(DELAY_MS) as (_wire, end):
        start = time.perf_counter()
        ask(end, b"ab")
        assert time.perf_counter() - start >= 2 * DELAY_MS / 1000


def test_bytes_sent_while_others_are_under_way_arrive_together_after_one_delay() -> None:
    said = b"x" * 1000
    with spoken_over(DELAY_MS) as (_wire, end):
        start = time.perf_counter()
        for _ in range(50):
            end.sendall(said)
        heard = 0
        while heard < 100 * len(said):
            heard += len(end.recv(65536))
        assert time.perf_counter() - start < 50 * DELAY_MS / 1000  # one after the other would take 4 s


def test_a_wire_to_nobody_hangs_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with Wire(port) as wire, socket.create_connection(("127.0.0.1", wire.port)) as end:
        end.settimeout(10)
        assert end.recv(1) == b""


def test_a_watch_measures_what_happens_after_it_began() -> None:
    with spoken_over() as (wire, end):
        ask(end, b"before")
        watch = Watch(wire)
        ask(end, b"after")
        step = watch.step(requests=1)
    assert (step.up, step.down, step.requests) == (5, 10, 1)
    assert step.seconds > 0


def test_two_steps_after_one_another_add_up() -> None:
    both = Step(1.0, 600, 400, 2).then(Step(0.5, 100, 900, 1))
    assert both == Step(1.5, 700, 1300, 3)
    assert both.kilobytes == 2.0
