"""Work off the window's thread: reads beside one another, writes one after another.

A worker carries a number and the job, nothing of the window. What came of it waits in a queue until the
window's own thread fetches it; whoever asked may be gone by then, and then nobody is told.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from engage_desktop.errors import EngageError

T = TypeVar("T")
Submit: TypeAlias = Callable[[Callable[[], object]], "Future[Any]"]
Failed: TypeAlias = Callable[[EngageError], object]

READERS = 2
RECEIVERS_KEPT = 512


@dataclass(frozen=True, slots=True)
class Ticket:
    """A promise that somebody will be told. `cancel` means: tell nobody."""

    number: int
    forget: Callable[[int], None]

    def cancel(self) -> None:
        """Let what comes of the job fall, whatever it is."""
        self.forget(self.number)


@dataclass(frozen=True, slots=True)
class _Waiting:
    owner: QObject
    done: Callable[[Any], object]
    failed: Failed | None
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class _Landing:
    number: int
    result: object = None
    error: BaseException | None = None


class _Bell(QObject):
    """Rings in the window's thread when something has landed."""

    rung = Signal()


class Lanes(QObject):
    """Runs jobs off the window's thread and brings results back to it.

    `submit` is the store's single write lane (one thread of its own if none is given). `crashed` gets every
    failure that is no `EngageError`; `troubled` those that nobody who asked wants to hear of.
    """

    idle = Signal()

    def __init__(
        self,
        submit: Submit | None = None,
        crashed: Callable[[BaseException], object] | None = None,
        troubled: Failed | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write") if submit is None else None
        self._submit: Submit = submit or (self._writer.submit if self._writer else self._readers.submit)
        self._crashed = crashed or _raise
        self._troubled = troubled or _raise
        self._waiting: dict[int, _Waiting] = {}
        self._running: set[int] = set()
        self._newest: dict[
            tuple[int, str], int
        ] = {}  # by receiver: an id and a name, never the receiver itself
        self._closed = False
        self._numbers = count(1)
        self._landed: queue.SimpleQueue[_Landing] = queue.SimpleQueue()
        self._bell = _Bell()
        self._bell.rung.connect(self._fetch, Qt.ConnectionType.QueuedConnection)

    def read(
        self, owner: QObject, job: Callable[[], T], done: Callable[[T], object], failed: Failed | None = None
    ) -> Ticket:
        """Run a job that changes nothing, beside others; `done` gets its result while `owner` lives.

        Reads overtake one another: a result that lands after a newer one for the same `done` is dropped, so that
        what is shown never becomes older than what was shown.
        """
        return self._send(self._readers.submit, _Waiting(owner, done, failed, in_order=True), job)

    def write(
        self, owner: QObject, job: Callable[[], T], done: Callable[[T], object], failed: Failed | None = None
    ) -> Ticket:
        """Run a job that writes, after all writes before it. It runs even when its ticket is cancelled."""
        return self._send(self._submit, _Waiting(owner, done, failed), job)

    def busy(self) -> bool:
        """Say whether any job is still on its way."""
        return bool(self._running)

    def waiting(self) -> int:
        """Return how many still want to be told."""
        return len(self._waiting)

    def close(self) -> None:
        """Let running jobs end and tell nobody; what is asked afterwards is never done."""
        self._closed = True
        self._waiting.clear()
        self._readers.shutdown(wait=True, cancel_futures=True)
        if self._writer is not None:
            self._writer.shutdown(wait=True)

    def _send(self, submit: Submit, waiting: _Waiting, job: Callable[[], T]) -> Ticket:
        _refuse_widgets(job)
        number = next(self._numbers)
        if self._closed:
            return Ticket(number, self._forget)
        self._waiting[number] = waiting
        self._running.add(number)
        future = submit(job)
        future.add_done_callback(partial(_land, self._landed, self._bell, number))
        return Ticket(number, self._forget)

    def _forget(self, number: int) -> None:
        self._waiting.pop(number, None)

    def _fetch(self) -> None:
        """Tell one result; keys and clicks have their turn before the next."""
        if self._landed.empty():
            return
        landing = self._landed.get_nowait()
        self._running.discard(landing.number)
        if not self._landed.empty():
            QTimer.singleShot(0, self, self._fetch)
        self._tell(landing)
        if not self._running:
            self.idle.emit()

    def _tell(self, landing: _Landing) -> None:
        waiting = self._waiting.pop(landing.number, None)
        alive = waiting is not None and isValid(waiting.owner)
        error = landing.error
        if error is not None and not isinstance(error, (EngageError, CancelledError)):
            self._crashed(error)
        elif (
            waiting is None
            or not alive
            or isinstance(error, CancelledError)
            or (waiting.in_order and self._is_overtaken(landing.number, waiting))
        ):
            return
        elif error is None:
            waiting.done(landing.result)
        else:
            (waiting.failed or self._troubled)(error)

    def _is_overtaken(self, number: int, waiting: _Waiting) -> bool:
        """Say whether a later read for the same receiver has been told already; remember this one if not."""
        receiver = (
            id(getattr(waiting.done, "__self__", waiting.owner)),
            getattr(waiting.done, "__name__", ""),
        )
        if not receiver[1]:
            return False  # a partial: whoever binds arguments means that very answer
        if len(self._newest) > RECEIVERS_KEPT:
            self._newest.clear()
        overtaken = self._newest.get(receiver, 0) > number
        if not overtaken:
            self._newest[receiver] = number
        return overtaken


def _land(landed: queue.SimpleQueue[_Landing], bell: _Bell, number: int, future: Future[Any]) -> None:
    """Put down what came of a job; runs in the worker's thread and touches no widget."""
    if future.cancelled():
        landed.put(_Landing(number, error=CancelledError()))
    else:
        error = future.exception()
        landed.put(_Landing(number, error=error) if error else _Landing(number, future.result()))
    if isValid(bell):
        bell.rung.emit()


def _refuse_widgets(job: object) -> None:
    """Raise TypeError for a job that holds a part of the window: a worker dropping it would hang the program."""
    parts: list[object] = [job]
    while isinstance(parts[-1], partial):
        last = parts[-1]
        parts.extend((*last.args, *last.keywords.values(), last.func))
    parts.extend(_closed_over(job))
    held = [
        part
        for part in parts
        if isinstance(part, QObject) or isinstance(getattr(part, "__self__", None), QObject)
    ]
    if held:
        raise TypeError("a job must not hold a part of the window; give it a service or a partial of one")


def _closed_over(job: object) -> list[object]:
    held = []
    for cell in getattr(job, "__closure__", None) or ():
        with suppress(ValueError):
            held.append(cell.cell_contents)
    return held


def _raise(error: BaseException) -> None:
    raise error


class Latest:
    """Asks for one thing again and again and is told only of the newest, as when somebody types."""

    def __init__(self, lanes: Lanes, owner: QObject) -> None:
        self._lanes, self._owner = lanes, owner
        self._ticket: Ticket | None = None

    def read(self, job: Callable[[], T], done: Callable[[T], object], failed: Failed | None = None) -> None:
        """Ask; what was asked before is forgotten."""
        self.cancel()
        self._ticket = self._lanes.read(self._owner, job, done, failed)

    def cancel(self) -> None:
        """Forget what was asked."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
