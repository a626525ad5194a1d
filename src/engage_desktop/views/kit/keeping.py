"""Every keystroke is kept: what is typed goes to the store within half a second and settles when the hand rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from engage_desktop.errors import EngageError, Locked, VaultError
from engage_desktop.views.kit.inputs import Leaving
from engage_desktop.views.kit.lanes import Lanes
from engage_wire.changed import Changed

KEEP_MS = 500
QUIET_MS = 60_000
RETRY_MS = 3_000
Editor = QLineEdit | QPlainTextEdit
Job = Callable[[], "Changed"]


class Keep(Protocol):
    """Keeps the text of one field while it is being written."""

    def __call__(
        self, entity: str, row_id: str, field: str, family_id: str, text: str, base_text: str
    ) -> Changed:
        """Keep it."""
        ...


class Settle(Protocol):
    """Writes what was kept into the record."""

    def __call__(self, entity: str, row_id: str, field: str) -> Changed:
        """Settle it."""
        ...


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text belongs."""

    entity: str
    row_id: str
    field: str
    family_id: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """What every keeper needs: the lanes, the two services, and where to tell of changes."""

    lanes: Lanes
    keep: Keep
    settle: Settle
    publish: Callable[[Changed], object]


@dataclass(frozen=True, slots=True)
class Insisting:
    """Writes even when whoever asked goes in the next moment: everybody who shows the words must hear of them.

    When the disk does not want, it tries again with whatever is newest by then.
    """

    lanes: Lanes
    publish: Callable[[Changed], object]
    newest: list[Job] = field(default_factory=list)

    def write(
        self, job: Job, refused: Callable[[EngageError], object], kept: Callable[[], object] | None = None
    ) -> None:
        """Write; `refused` hears of every time it could not be, `kept` when it is."""

        def done(changed: Changed) -> None:
            if self.newest == [job]:
                self.newest.clear()
            if kept is not None:
                kept()
            self.publish(changed)

        def failed(error: EngageError) -> None:
            refused(error)
            if _is_for_now(error):
                QTimer.singleShot(RETRY_MS, self.lanes, again)

        def again() -> None:
            if self.newest:
                self.write(self.newest[0], refused, kept)

        self.newest[:] = [job]
        self.lanes.write(self.lanes, job, done, failed)


class Keeper(QObject):
    """Keeps the text of one editor. `kept` rings after each write, `failed` carries what stood in the way."""

    kept = Signal()
    failed = Signal(object)
    typed = Signal()

    def __init__(self, keeping: Keeping, editor: Editor, spot: Spot, text: str = "", base: str = "") -> None:
        super().__init__(editor)
        self._keeping, self._editor, self.spot = keeping, editor, spot
        self._base, self._last = base, text
        self._writing = text != base
        self._keeps = Insisting(keeping.lanes, keeping.publish)
        self._soon = self._timer(KEEP_MS, self.flush)
        self._quiet = self._timer(QUIET_MS, self.settle)
        self._put(text)
        editor.textChanged.connect(self._on_text)
        self._leaving = Leaving(editor)
        self._leaving.left.connect(self.flush)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()

    @property
    def base(self) -> str:
        """The text the writing began from."""
        return self._base

    @property
    def is_writing(self) -> bool:
        """Whether something typed here has not settled yet."""
        return self._writing or self._soon.isActive()

    def show(self, text: str, base: str) -> None:
        """Show what the store has, unless something is being written here that it does not know yet."""
        if self.is_writing:
            return
        self._base, self._last = base, text
        self._writing = text != base
        self._put(text)

    def take(self, text: str, base: str) -> None:
        """Show a text that a service put there, whatever stood here before; it can be undone."""
        self._soon.stop()
        self._base, self._last, self._writing = base, text, text != base
        self._put(text)

    def flush(self) -> None:
        """Keep what stands here now."""
        self._soon.stop()
        text = self.text
        if text == self._last:
            return
        self._last, self._writing = text, True
        spot = self.spot
        job = partial(
            self._keeping.keep, spot.entity, spot.row_id, spot.field, spot.family_id, text, self._base
        )
        self._keeps.write(job, partial(_on_refused, self), partial(_on_kept, self))

    def settle(self) -> None:
        """Keep what stands here and write it into the record."""
        self.flush()
        self._quiet.stop()
        if not self._writing:
            return
        self._writing, self._base = False, self._last
        spot = self.spot
        job = partial(self._keeping.settle, spot.entity, spot.row_id, spot.field)
        settles = Insisting(self._keeping.lanes, self._keeping.publish)
        settles.write(job, partial(_on_refused, self), partial(_on_kept, self))

    def refused(self, error: EngageError) -> None:
        """Take note that the words are not kept yet, and say so."""
        self._last, self._writing = "\0", True
        self.failed.emit(error)

    def stop(self) -> None:
        """Keep what stands here and look after this editor no longer."""
        self.flush()
        self._quiet.stop()
        self._editor.textChanged.disconnect(self._on_text)
        self._leaving.left.disconnect(self.flush)

    def _timer(self, wait: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    def _on_text(self, *_text: object) -> None:
        if self.text == self._last:
            return
        if not self._soon.isActive():
            self._soon.start(KEEP_MS)
        self._quiet.start()
        self.typed.emit()

    def _put(self, text: str) -> None:
        if self.text == text:
            return
        blocked = self._editor.blockSignals(True)
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
        else:
            _replace(self._editor, text)
        self._editor.blockSignals(blocked)


def _on_kept(keeper: Keeper) -> None:
    if isValid(keeper):
        keeper.kept.emit()


def _on_refused(keeper: Keeper, error: EngageError) -> None:
    if isValid(keeper):
        keeper.refused(error)
    elif not _is_for_now(error):
        raise error


def _is_for_now(error: EngageError) -> bool:
    """Say whether the same may be written a little later: there was no room, or the disk did not want."""
    return isinstance(error, VaultError) and not isinstance(error, Locked)


def _replace(editor: QPlainTextEdit, text: str) -> None:
    """Put another text into an editor so that it can be undone, and leave the cursor as near as can be."""
    place = editor.textCursor().position()
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
    cursor.setPosition(min(place, len(text)))
    editor.setTextCursor(cursor)
