"""What a hand does on the canvas: presses a sign, drags it, or pushes the paper along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from engage_desktop.views.kit.canvas.view import Canvas

FAR_ENOUGH = 6.0
FINGER = 22.0
LINE = 9.0


class Hand:
    """One pointer, from pressing to letting go."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._key = ""
        self._from = QPointF()
        self._is_under_way = False

    @property
    def is_dragging(self) -> bool:
        """Say whether a sign is held and on its way."""
        return bool(self._key) and self._is_under_way

    def press(self, at: QPointF) -> None:
        """Take hold of what is there."""
        self._pressed = self._last = at
        self._is_under_way = False
        self._key = self._under(at)
        if self._key:
            node = self._canvas.board.node(self._key)
            self._from = QPointF(node.at.x, node.at.y)

    def move(self, at: QPointF) -> None:
        """Bring what is held along."""
        self._lose()
        if self._pressed is None:
            self._point(at)
            return
        away = at - self._pressed
        if not self._is_under_way and abs(away.x()) + abs(away.y()) < FAR_ENOUGH:
            return
        self._is_under_way = True
        if self._key and self._canvas.may_move(self._key):
            spot = self._spot(at)
            self._canvas.board.put(self._key, spot)
            self._canvas.dragging.emit(self._key, spot.x(), spot.y())
        else:
            step = self._last - at
            self._canvas.hold()
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._canvas.pan(round(step.x()), round(step.y()))
        self._last = at

    def release(self, at: QPointF) -> None:
        """Let go: a sign stays where it was put, a press that did not move opens."""
        self._lose()
        if self._pressed is None:
            return
        key, was_moved, spot = self._key, self._is_under_way, self._spot(at)
        self.let_go()
        if was_moved:
            if key and self._canvas.may_move(key):
                self._canvas.touch(key)
                self._canvas.moved.emit(key, spot.x(), spot.y())
            return
        if key:
            self._canvas.touch(key)
            self._canvas.opened.emit(key)
            return
        line = self._canvas.board.stroke_near(self._canvas.mapToScene(at.toPoint()), LINE / self._canvas.zoom)
        if line:
            self._canvas.stroke_opened.emit(line)

    def let_go(self) -> None:
        """Hold nothing."""
        self._pressed, self._key, self._is_under_way = None, "", False
        self._canvas.viewport().unsetCursor()
        self._canvas.unsetCursor()

    def _lose(self) -> None:
        """Let go of a sign that was taken from the picture meanwhile."""
        if self._key and not self._canvas.board.has(self._key):
            self.let_go()

    def _spot(self, at: QPointF) -> QPointF:
        """Return where the held sign is to stand: on whole pixels."""
        away = (at - self._pressed) / self._canvas.zoom if self._pressed is not None else QPointF()
        return QPointF(round(self._from.x() + away.x()), round(self._from.y() + away.y()))

    def _under(self, at: QPointF) -> str:
        canvas = self._canvas
        here = canvas.mapToScene(at.toPoint())
        return canvas.board.node_near(here, FINGER / canvas.zoom)

    def _point(self, at: QPointF) -> None:
        canvas = self._canvas
        key = self._under(at)
        canvas.board.point_at(key)
        here = canvas.mapToScene(at.toPoint())
        is_line = not key and bool(canvas.board.stroke_near(here, LINE / canvas.zoom))
        pointing = Qt.CursorShape.PointingHandCursor
        canvas.viewport().setCursor(pointing if key or is_line else Qt.CursorShape.OpenHandCursor)
