"""Runs the server: alone, as the child of a laptop's app, or as several processes that share one door."""

from __future__ import annotations

import gc
import json
import logging
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from types import FrameType

import uvicorn

from engage_server.app import make_app
from engage_server.errors import ServerProblem
from engage_server.place import Place, alone, opened
from engage_server.tls import Certificate
from engage_wire.clock import SystemClock

BACKLOG = 512
STOP_SECONDS = 5
CHILD_STOP_SECONDS = 1  # the app waits for it before it locks
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """Where to listen, and whether a parent process listens for us to be ready."""

    host: str
    port: int
    embedded: bool = False
    inherited: int | None = None  # the number of a listening socket a parent opened

    def listen(self) -> socket.socket:
        """Open the door."""
        if self.inherited is not None:
            return socket.socket(fileno=self.inherited)
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        # the protocol is named because asyncio sends at once only on sockets that say they are TCP
        door = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if sys.platform != "win32":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((self.host, self.port))
        except OSError as error:
            raise ServerProblem(f"cannot listen at {self.host}:{self.port}: {error.strerror}") from None
        door.listen(BACKLOG)
        return door


def serve(place: Place, door: Door) -> None:
    """Serve until a signal, or, as a child, until standard input closes."""
    certificate = place.certificate(SystemClock())
    with _sole(place), opened(place) as server, door.listen() as listening:
        config = uvicorn.Config(
            make_app(server),
            ssl_certfile=certificate.certificate,
            ssl_keyfile=certificate.key,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="off",
            timeout_graceful_shutdown=CHILD_STOP_SECONDS if door.embedded else STOP_SECONDS,
            limit_concurrency=1000,
        )
        runner = uvicorn.Server(config)
        if door.embedded:
            _announce(listening, certificate)
            threading.Thread(target=_end_with_parent, args=(runner,), daemon=True).start()
        _calm_the_collector()
        runner.run(sockets=[listening])


def _calm_the_collector() -> None:
    """Look for rings of garbage less often: a push makes a hundred thousand objects, and no ring among them."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _sole(place: Place) -> AbstractContextManager[None]:
    """SQLite has one serving process; PostgreSQL as many as one likes."""
    return alone(place) if place.url is None else nullcontext()


def _announce(listening: socket.socket, certificate: Certificate) -> None:
    port = listening.getsockname()[1]
    print(json.dumps({"port": port, "fingerprint": certificate.fingerprint.hex()}), flush=True)


def _end_with_parent(runner: uvicorn.Server) -> None:
    """Read standard input until the parent is gone."""
    while sys.stdin.readline():
        pass
    runner.should_exit = True


def serve_many(place: Place, door: Door, processes: int, command: Sequence[str]) -> None:
    """Serve with several processes that accept from one socket; one that dies is replaced."""
    if place.url is None:
        raise ServerProblem("several processes need PostgreSQL")
    if sys.platform == "win32":
        raise ServerProblem("several processes need a Unix")
    place.certificate(SystemClock())
    place.open().close()
    place.blob_key()  # made here, before several processes ask for it
    with door.listen() as listening:
        _Herd(listening, processes, command).run()


class _Herd:
    """The child processes of one door."""

    def __init__(self, listening: socket.socket, count: int, command: Sequence[str]) -> None:
        self._listening = listening
        self._command = [*command, "serve", "--inherited", str(listening.fileno())]
        self._count = count
        self._stopping = threading.Event()

    def run(self) -> None:
        """Keep all processes alive until a signal, then end and reap them."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        children = [self._start() for _ in range(self._count)]
        while not self._stopping.is_set():
            children = [child if child.poll() is None else self._replace(child) for child in children]
            self._stopping.wait(0.5)
        for child in children:
            child.terminate()
        for child in children:
            self._reap(child)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping.set()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, pass_fds=[self._listening.fileno()], stdin=subprocess.DEVNULL)

    def _replace(self, gone: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        log.warning("process %d ended with %d; another one takes its place", gone.pid, gone.returncode)
        return self._start()

    def _reap(self, child: subprocess.Popen[bytes]) -> None:
        try:
            child.wait(STOP_SECONDS + 5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
