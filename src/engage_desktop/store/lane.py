"""The one thread that writes: people's jobs first, the synchronisation's second."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from engage_desktop.errors import Locked

T = TypeVar("T")
Job = tuple[Future[Any], "Callable[[], Any]"]


class WriteLane:
    """Runs write jobs one after another; a person's job always goes before a waiting sync job."""

    def __init__(self, name: str = "writer") -> None:
        self._jobs_of_people: deque[Job] = deque()
        self._jobs_of_sync: deque[Job] = deque()
        self._waiting = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=False)
        self._thread.start()

    def people(self, job: Callable[[], T]) -> Future[T]:
        """Queue what a person did; the future carries the result or the failure."""
        return self._put(self._jobs_of_people, job)

    def sync(self, job: Callable[[], T]) -> Future[T]:
        """Queue a piece of synchronisation; it waits for everything people did."""
        return self._put(self._jobs_of_sync, job)

    def close(self) -> None:
        """Finish everything already queued, then end the thread; later jobs raise `Locked`."""
        with self._waiting:
            self._closing = True
            self._waiting.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _put(self, queue: deque[Job], job: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        with self._waiting:
            if self._closing:
                raise Locked("the vault is closing")
            queue.append((future, job))
            self._waiting.notify()
        return future

    def _work(self) -> None:
        while (task := self._next()) is not None:
            future, job = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = job()
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever holds the future
                future.set_exception(error)
            else:
                future.set_result(result)
            del task, future, job  # a waiting lane must not keep a finished job's objects alive

    def _next(self) -> Job | None:
        with self._waiting:
            while True:
                if self._jobs_of_people:
                    return self._jobs_of_people.popleft()
                if self._jobs_of_sync:
                    return self._jobs_of_sync.popleft()
                if self._closing:
                    return None
                self._waiting.wait()
