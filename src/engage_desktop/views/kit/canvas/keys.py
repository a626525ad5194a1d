"""What each key does on a canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from engage_desktop.views.kit.canvas.steps import Way, by_letters, step
from engage_desktop.views.kit.theme import look

if TYPE_CHECKING:
    from engage_desktop.views.kit.canvas.view import Canvas

PAN, NUDGE = 60, 20.0
WAYS = {
    Qt.Key.Key_Left: Way.BEFORE,
    Qt.Key.Key_Right: Way.AFTER,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Home: Way.FIRST,
    Qt.Key.Key_End: Way.LAST,
}
AWAY = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


def is_history(event: QKeyEvent) -> bool:
    """Say whether a key undoes or redoes."""
    return event.matches(UNDO) or is_redo(event)


def is_redo(event: QKeyEvent) -> bool:
    """Say whether a key redoes: the system's own, or Ctrl+Shift+Z everywhere."""
    both = event.modifiers() == CTRL | SHIFT
    return event.matches(REDO) or (both and event.key() == Qt.Key.Key_Z)


class Keys:
    """The keys of one canvas: arrows go, Shift+arrows move, Ctrl+arrows pan, letters find, 0 + − zoom."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key says; nothing when it says nothing here."""
        if event.modifiers() & ALT:
            return False
        return self._history(event) or self._press(event) or self._go(event) or self._type(event)

    def _history(self, event: QKeyEvent) -> bool:
        if is_redo(event):
            self._canvas.redo_wanted.emit()
        elif is_history(event):
            self._canvas.undo_wanted.emit()
        else:
            return False
        return True

    def _press(self, event: QKeyEvent) -> bool:
        canvas, key = self._canvas, event.key()
        if key in PRESSING and not event.modifiers() & CTRL and canvas.board.has(canvas.focus_key):
            canvas.opened.emit(canvas.focus_key)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            canvas.zoom_in()
        elif key == Qt.Key.Key_Minus:
            canvas.zoom_out()
        elif key == Qt.Key.Key_0:
            canvas.fit()
        else:
            return False
        return True

    def _go(self, event: QKeyEvent) -> bool:
        canvas, key = self._canvas, Qt.Key(event.key())
        held = event.modifiers() & (CTRL | SHIFT)
        if key in WAYS and not held and canvas.picture.nodes:
            canvas.go_to(step(canvas.picture.nodes, canvas.focus_key, WAYS[key]))
        elif key in AWAY and held == SHIFT and canvas.board.has(canvas.focus_key):
            self._nudge(*AWAY[key])
        elif key in AWAY:
            across, down = AWAY[key]
            canvas.hold()
            canvas.pan(across * PAN, down * PAN)
        else:
            return False
        return True

    def _nudge(self, across: int, down: int) -> None:
        canvas, by = self._canvas, look().px(NUDGE)
        if canvas.may_move(canvas.focus_key):
            at = canvas.board.node(canvas.focus_key).at
            canvas.moved.emit(canvas.focus_key, at.x + across * by, at.y + down * by)

    def _type(self, event: QKeyEvent) -> bool:
        canvas, text = self._canvas, event.text()
        if not text.isalpha() or event.modifiers() & CTRL:
            return False
        found = by_letters(canvas.picture.nodes, canvas.focus_key, text)
        if found:
            canvas.go_to(found)
        return True
