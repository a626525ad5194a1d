"""Asks the child process about a file, with a deadline, and can be stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import Any

from engage_desktop.errors import Cancelled
from engage_desktop.papers.sniff import Refusal, Why

DEADLINE = 60.0
LONGEST_ANSWER = 120 << 20
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
    try:
        said, _ = child.communicate(data, timeout=DEADLINE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise Refusal(Why.BUSY) from None
    finally:
        stop.hold(None)
    stop.check()
    return _read(said, child.returncode)


def _read(said: bytes, code: int) -> Answer:
    """Read the child's answer without trusting it."""
    line, _, rest = said.partition(b"\n")
    try:
        about = json.loads(line)
        sizes = [int(size) for size in about.pop("sizes")]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refusal(Why.BUSY if code < 0 else Why.BROKEN) from None
    if why := about.get("refused"):
        raise Refusal(Why(why) if why in set(Why) else Why.BROKEN)
    if code != 0 or sum(sizes) != len(rest) or len(rest) > LONGEST_ANSWER or any(size <= 0 for size in sizes):
        raise Refusal(Why.BROKEN)
    pieces, at = [], 0
    for size in sizes:
        pieces.append(rest[at : at + size])
        at += size
    return Answer(about, tuple(pieces))
