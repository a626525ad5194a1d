"""What a tour plays on: laptops as real processes, the agency server, and a cable between them that can be cut."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engage_desktop.app.embedded import server_command
from engage_desktop.app.stepper import MARKER, SOCKET

PROGRAM = "ENGAGE_PROGRAM"
PATIENCE = 30.0
PAUSE = 0.05
Said = dict[str, Any]


class TourFailed(Exception):
    """A step of the tour did not come out as it must."""


def app_command(env: dict[str, str]) -> list[str]:
    """Return how to start the application: a named program, this executable when frozen, else the module."""
    if program := env.get(PROGRAM):
        return [program]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "engage_desktop.app.main"]


class Cable:
    """A TCP relay on loopback that carries bytes both ways until it is cut, and counts them."""

    def __init__(self, target_port: int) -> None:
        self._target = target_port
        self._plugged = True
        self._open: set[socket.socket] = set()
        self.carried = {"up": 0, "down": 0}
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, name="cable", daemon=True).start()

    def cut(self) -> None:
        """Break every connection and refuse new ones, as a church hall does."""
        self._plugged = False
        for end in list(self._open):
            _hang_up(end)

    def plug(self) -> None:
        """Let connections through again."""
        self._plugged = True

    def close(self) -> None:
        """Take the cable away."""
        self.cut()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), name="wire", daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        if not self._plugged:
            near.close()
            return
        try:
            far = socket.create_connection(("127.0.0.1", self._target))
        except OSError:
            near.close()
            return
        ends = {near: (far, "up"), far: (near, "down")}
        self._open |= set(ends)
        try:
            self._pump(ends)
        except (OSError, ValueError):
            pass
        finally:
            self._open -= set(ends)
            near.close()
            far.close()

    def _pump(self, ends: dict[socket.socket, tuple[socket.socket, str]]) -> None:
        while self._plugged:
            ready, _, _ = select.select(list(ends), [], [], 0.2)
            for end in ready:
                data = end.recv(65536)
                if not data:
                    return
                other, way = ends[end]
                other.sendall(data)
                self.carried[way] += len(data)


def _hang_up(end: socket.socket) -> None:
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


class AgencyServer:
    """The real server in a folder of its own."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self._folder = folder
        self._env = env
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()

    def command(self, *words: str) -> str:
        """Run one administrative command and return what it printed."""
        done = subprocess.run(
            [*server_command(), "--data", str(self._folder), *words],
            env=self._env,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise TourFailed(f"engage-server {' '.join(words)}: {done.stderr[-400:]}")
        return done.stdout

    def start(self) -> None:
        """Serve, and wait until the port answers."""
        self._process = subprocess.Popen(
            [
                *server_command(),
                "--data",
                str(self._folder),
                "serve",
                "--host",
                "127.0.0.1",
                "--port",
                str(self.port),
            ],
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        wait_until("the agency server answers", lambda: _answers(self.port))

    @property
    def pid(self) -> int:
        """The server's process."""
        assert self._process is not None
        return self._process.pid

    def stop(self) -> None:
        """End the server."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)


@dataclass(slots=True)
class Laptop:
    """One worker's laptop: a profile of the tour's own and the application running in it."""

    name: str
    folder: Path
    env: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    _line: socket.socket | None = None
    _rest: bytes = b""

    @property
    def is_running(self) -> bool:
        """Whether there is somebody to talk to."""
        return self.process is not None and self.process.poll() is None

    def start(self, *arguments: str) -> None:
        """Start the application and wait until its window answers."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self.folder / MARKER).touch()
        if self._line is not None:
            self._line.close()
        ours, theirs = socket.socketpair()
        env = {**self.env, SOCKET: str(theirs.fileno())}
        self.process = subprocess.Popen(
            [*app_command(self.env), "--profile", str(self.folder), *arguments],
            env=env,
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        ours.settimeout(PATIENCE)
        self._line, self._rest = ours, b""
        self.say("hello")

    def say(self, do: str, **words: object) -> Said:
        """Give one command and return its answer; TourFailed when the application is gone or refuses."""
        assert self._line is not None
        try:
            self._line.sendall(json.dumps({"do": do, **words}).encode() + b"\n")
            while b"\n" not in self._rest:
                data = self._line.recv(1 << 20)
                if not data:
                    raise ConnectionResetError
                self._rest += data
        except TimeoutError:
            raise TourFailed(f"{self.name}: no answer to {do} {words}") from None
        except ConnectionError:
            raise TourFailed(f"{self.name}: the application {self._end()} at {do} {words}") from None
        line, self._rest = self._rest.split(b"\n", 1)
        answer: Said = json.loads(line)
        if "error" in answer:
            raise LookupError(f"{self.name}: {answer['error']}")
        return answer

    def patiently(self, do: str, **words: object) -> Said:
        """Give a command again and again until what it needs is on the screen."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self.say(do, **words)
            except LookupError as error:
                if time.monotonic() > end:
                    raise TourFailed(f"{error}; the screen says {self.texts()[:80]}") from None
                time.sleep(PAUSE)

    def click(self, name: str, nth: int = 0, under: str = "") -> None:
        """Click the control called `name`, once it is there."""
        self.patiently("click", name=name, nth=nth, under=under)

    def pick(self, text: str, *, double: bool = False, at: tuple[float, float] | None = None) -> None:
        """Click the row of a list that says `text`; `at` is a place inside it, as shares of its size."""
        self.patiently("pick", text=text, double=double, at=at)

    def choose(self, name: str, text: str) -> None:
        """Open the menu of the control called `name` and take the entry `text`."""
        self.click(name)
        self.patiently("menu", text=text)

    def sign(self, says: str, by: tuple[int, int] | None = None, *, go: bool = False) -> None:
        """Press the sign of a drawing that says so, drag it by so many pixels, or only go to it."""
        self.patiently("sign", says=says, by=by, go=go)

    def stroke(self, name: str, points: list[tuple[float, float]]) -> None:
        """Draw a line on the pad called `name`; points are shares of its size."""
        self.patiently("stroke", name=name, points=points)

    def write(self, name: str, text: str) -> None:
        """Go to the field called `name` and type."""
        self.patiently("focus", name=name)
        self.say("type", text=text)

    def key(self, combination: str) -> None:
        """Press a key combination such as Ctrl+K."""
        self.say("key", key=combination)

    def deaf_ms(self) -> int:
        """Return for how long the window was deaf at most, in milliseconds, since this was last asked."""
        return round(1000 * float(self.say("stall")["seconds"]))

    def texts(self) -> list[str]:
        """Return every text on the screen."""
        return list(self.say("texts")["texts"])

    def sees(self, words: str) -> bool:
        """Say whether `words` stand on the screen."""
        return bool(self.say("sees", words=words)["sees"])

    def wait_for(self, words: str, patience: float = PATIENCE) -> None:
        """Wait until `words` stand on the screen."""
        wait_until(
            f"{self.name} shows “{words}”",
            lambda: self.sees(words),
            patience,
            lambda: str(self.texts()[:120]),
        )

    def wait_gone(self, words: str) -> None:
        """Wait until `words` stand nowhere on the screen."""
        wait_until(f"{self.name} no longer shows “{words}”", lambda: not self.sees(words))

    def _end(self) -> str:
        """Say how the application ended, or that it only hung up."""
        assert self.process is not None
        try:
            return f"ended with {self.process.wait(2)}"
        except subprocess.TimeoutExpired:
            return "hung up"

    def kill(self) -> None:
        """Kill the application without a word of warning."""
        assert self.process is not None
        assert self._line is not None
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._line.close()

    def quit(self) -> int:
        """Let the application close as at log-out, hang up, and return its exit code."""
        if self.process is None:
            return 0
        process, self.process = self.process, None
        if process.poll() is None:
            process.terminate()
        try:
            code = process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        if self._line is not None:
            self._line.close()
        return code


def wait_until(
    what: str, true: Callable[[], bool], patience: float = PATIENCE, tell: Callable[[], str] = str
) -> None:
    """Wait for something to become true; TourFailed with what was waited for when it does not."""
    end = time.monotonic() + patience
    while not true():
        if time.monotonic() > end:
            raise TourFailed(f"waited {patience:.0f} s in vain: {what}. {tell()}")
        time.sleep(PAUSE)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.5).close()
    except OSError:
        return False
    return True
