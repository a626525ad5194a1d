"""Adds papers one after another off the window's thread, shows how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from engage_desktop.errors import Cancelled, EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.papers import Stop, Tags, Taken
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.papers.sources import Source
from engage_wire.changed import Changed

LOOK_MS = 120


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was not added, and why."""

    name: str
    error: EngageError


class Adding(QObject):
    """Takes sources in, one after another.

    `moved` carries how many are done, how many there are, and the name of the one at hand; `ended` carries the ids
    of what was added and what was left. What is written goes to `publish` at once.
    """

    moved = Signal(int, int, str)
    ended = Signal(object, object)

    def __init__(
        self,
        parent: QObject,
        services: PaperServices,
        lanes: Lanes,
        publish: Callable[[Changed], object],
        family_id: str = "",
    ) -> None:
        super().__init__(parent)
        self._services, self._lanes, self._publish = services, lanes, publish
        self.family_id = family_id
        self._waiting: list[tuple[Source, Tags]] = []
        self._added: list[str] = []
        self._left: list[Left] = []
        self._total, self._name = 0, ""
        self._stop: Stop | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether something is being added."""
        return self._stop is not None

    def add(self, sources: tuple[Source, ...], tags: Tags) -> None:
        """Add these too."""
        self._waiting += [(source, tags) for source in sources]
        self._total += len(sources)
        if not self.is_busy:
            self._next()

    def stop(self) -> None:
        """Stop; what is added already stays."""
        self._waiting.clear()
        if self._stop is not None:
            self._stop.ask()

    def share(self) -> float:
        """Return how far the reading of the file at hand is."""
        stop = self._stop
        return stop.done / stop.total if stop is not None and stop.total else 0.0

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        source, tags = self._waiting.pop(0)
        self._name, self._stop = source.name, Stop()
        self._look.start()
        self._tell()
        take = self._services.take_in
        job: Callable[[], Taken] = (
            partial(take.file, source.path, self._stop)
            if source.path is not None
            else partial(take.pasted, source.data, source.name, self._stop)
        )
        self._lanes.read(self, job, partial(self._on_taken, source, tags), partial(self._on_failed, source))

    def _on_taken(self, source: Source, tags: Tags, taken: Taken) -> None:
        if self._stop is None or self._stop.asked:
            self._next()
            return
        job = partial(self._services.keep, self.family_id, taken, tags)
        self._lanes.write(self, job, self._on_kept, partial(self._on_failed, source))

    def _on_kept(self, made: Made) -> None:
        self._publish(made)
        self._added.append(made.made_id)
        self._next()

    def _on_failed(self, source: Source, error: EngageError) -> None:
        if not isinstance(error, Cancelled):
            self._left.append(Left(source.name, error))
        self._next()

    def _tell(self) -> None:
        self.moved.emit(self._total - len(self._waiting) - 1, self._total, self._name)

    def _end(self) -> None:
        self._look.stop()
        added, left = tuple(self._added), tuple(self._left)
        self._stop, self._total = None, 0
        self._added, self._left = [], []
        self.ended.emit(added, left)
