"""Asks the child process about a file, with a deadline, and can be stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from engage_desktop.errors import Cancelled
from engage_desktop.papers.sniff import Refusal, Why

DEADLINE = 60.0
LONGEST_ANSWER = 120 << 20
PIECE = 1 << 20
KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "TEMP", "TMP")


@dataclass(slots=True)
class Stop:
    """Lets somebody stop a long job from another thread, and says how far it is."""

    _asked: threading.Event = field(default_factory=threading.Event)
    _child: subprocess.Popen[bytes] | None = None
    done: int = 0
    total: int = 0

    def ask(self) -> None:
        """Stop as soon as possible."""
        self._asked.set()
        child = self._child
        if child is not None:
            child.kill()

    @property
    def asked(self) -> bool:
        """Whether somebody asked to stop."""
        return self._asked.is_set()

    def check(self) -> None:
        """Raise `Cancelled` when somebody asked to stop."""
        if self._asked.is_set():
            raise Cancelled("stopped by the person")

    def hold(self, child: subprocess.Popen[bytes] | None) -> None:
        """Remember which child is to be ended when somebody asks to stop."""
        self._child = child
        if child is not None and self._asked.is_set():
            child.kill()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child said, and the pieces it made."""

    about: dict[str, Any]
    pieces: tuple[bytes, ...]


def child_command(*words: str) -> list[str]:
    """Return how to start the child: this very program when frozen, the module otherwise."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "look-into", *words]
    return [sys.executable, "-I", "-m", "engage_desktop.papers.child", *words]


def asked(data: bytes, stop: Stop, *words: str) -> Answer:
    """Return what the child makes of a file.

    Raises `Refusal` when the file is not taken, breaks the child or takes too long, `Cancelled` when stopped.
    """
    stop.check()
    child = subprocess.Popen(
        child_command(*words),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={key: value for key, value in os.environ.items() if key in KEPT},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    stop.hold(child)
    too_late = threading.Event()
    timer = threading.Timer(DEADLINE, _end, (child, too_late))
    timer.start()
    try:
        said = _talk(child, data)
    finally:
        timer.cancel()
        stop.hold(None)
    stop.check()
    if too_late.is_set():
        raise Refusal(Why.BUSY)
    return _read(said, child.returncode)


def _end(child: subprocess.Popen[bytes], too_late: threading.Event) -> None:
    too_late.set()
    child.kill()


def _talk(child: subprocess.Popen[bytes], data: bytes) -> bytes:
    """Give the child the file and hear it out, but never more than an answer can be: it is not to be trusted.

    It reads all of the file before it says a word, so nothing waits for each other.
    """
    said = bytearray()
    with child:
        assert child.stdin is not None
        assert child.stdout is not None
        with suppress(OSError):
            child.stdin.write(data)
        with suppress(OSError):
            child.stdin.close()
        while len(said) <= LONGEST_ANSWER and (piece := child.stdout.read(PIECE)):
            said += piece
        if len(said) > LONGEST_ANSWER:
            child.kill()
    return bytes(said)


def _read(said: bytes, code: int) -> Answer:
    """Read the child's answer without trusting it."""
    line, _, rest = said.partition(b"\n")
    try:
        about = json.loads(line)
        sizes = [int(size) for size in about.pop("sizes")]
        refused = str(about.get("refused") or "")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refusal(Why.BUSY if code < 0 else Why.BROKEN) from None
    if refused:
        raise Refusal(Why(refused) if refused in set(Why) else Why.BROKEN)
    if code != 0 or not sizes or sum(sizes) != len(rest) or any(size <= 0 for size in sizes):
        raise Refusal(Why.BROKEN)
    pieces, at = [], 0
    for size in sizes:
        pieces.append(rest[at : at + size])
        at += size
    return Answer(about, tuple(pieces))
