"""Where one is looking: from near or far, at all of it or at one sign, by choice or by itself."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView

from engage_desktop.views.kit.canvas.board import Board

STEP, NEAREST, FURTHEST = 1.25, 3.0, 0.02
READABLE, WHOLE = 0.58, 1.0
AROUND = 14.0
SMOOTH = 0.2  # from further away no eye sees the difference


class Look(Enum):
    """How it is decided what one sees: all that can be read, near enough to read, all of it, or by hand."""

    AUTO = "auto"
    NEAR = "near"
    WHOLE = "whole"
    HELD = "held"


class Looking(QGraphicsView):
    """A view of a board that one can come nearer to, go away from and push along."""

    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.board = Board(self)
        self.setScene(self.board)
        self._look = Look.AUTO
        self._arrived = self._wants_arrival = False

    @property
    def focus_key(self) -> str:
        """Return the sign the keyboard is at, or nothing."""
        return self.board.focus_key

    @property
    def zoom(self) -> float:
        """Return how near one is; 1 is full size."""
        return self.transform().m11()

    def bring_into_view(self, key: str) -> None:
        """Pan just as far as needed to see a sign."""
        if self.board.has(key):
            rect = self.board.rect_of(key).adjusted(-AROUND, -AROUND, AROUND, AROUND)
            self.ensureVisible(rect, 8, 8)

    def fit(self) -> None:
        """Show all of it, no larger than full size."""
        self._look = Look.WHOLE
        self._show_whole()

    def zoom_in(self) -> None:
        """Come nearer."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Go further away."""
        self.zoom_by(1 / STEP)

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Come nearer or go further away around a place on the screen, else around the focused sign or the middle."""
        spot = around if around is not None else self._middle()
        before = self.mapToScene(spot.toPoint())
        self._look = Look.HELD
        self._set_zoom(self.zoom * factor)
        shift = self.mapFromScene(before) - spot.toPoint()
        self.pan(shift.x(), shift.y())

    def pan(self, across: int, down: int) -> None:
        """Look further to a side."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)

    def place(self) -> dict[str, str]:
        """Return where one is looking."""
        centre = self.mapToScene(self.viewport().rect().center())
        found = {"focus": self.focus_key}
        if self._look is Look.HELD:
            found |= {"zoom": f"{self.zoom:.4f}", "x": f"{centre.x():.0f}", "y": f"{centre.y():.0f}"}
        return {key: value for key, value in found.items() if value}

    def restore(self, place: dict[str, str]) -> None:
        """Look there again, from the sign the keyboard was at."""
        self.board.focus_key = place.get("focus", "")
        try:
            zoom, x, y = (float(place[name]) for name in ("zoom", "x", "y"))
        except (KeyError, ValueError):
            return
        self._arrived, self._wants_arrival, self._look = True, False, Look.HELD
        self._set_zoom(zoom)
        self.centerOn(x, y)

    def hold(self) -> None:
        """Stop fitting: somebody chose where to look."""
        self._look = Look.HELD

    def _whole(self) -> float:
        bounds = self.board.bounds()
        room = self.viewport().size()
        if bounds.width() <= 0 or bounds.height() <= 0 or room.width() < 10:
            return 1.0
        return max(FURTHEST, min(room.width() / bounds.width(), room.height() / bounds.height(), WHOLE))

    def _show_whole(self) -> None:
        self._set_zoom(self._whole())
        self.centerOn(self.board.bounds().center())

    def _look_again(self) -> None:
        """Decide again what one sees, unless somebody chose it by hand."""
        if self._look is Look.WHOLE:
            self._show_whole()
        else:
            self._arrive()

    def _arrive(self) -> None:
        """Look at all of it if it can be read like that, else at the chosen sign from near enough to read."""
        if self.viewport().width() < 100 or not self.isVisible():
            return
        self._wants_arrival = False
        if self._whole() >= READABLE:
            self._look = Look.AUTO
            self._show_whole()
            return
        self._look = Look.NEAR
        self._set_zoom(READABLE)
        nodes = self.board.picture.nodes
        key = self.board.chosen_key or self.focus_key or (nodes[0].key if nodes else "")
        centre = self.board.rect_of(key).center() if self.board.has(key) else self.board.bounds().center()
        self.centerOn(self._inside(centre))

    def _inside(self, centre: QPointF) -> QPointF:
        """Return the middle of what one sees near a place, with no empty paper where there is more to see."""
        bounds = self.board.bounds()
        found = []
        for at, low, high, room in (
            (centre.x(), bounds.left(), bounds.right(), self.viewport().width()),
            (centre.y(), bounds.top(), bounds.bottom(), self.viewport().height()),
        ):
            half = room / self.zoom / 2
            found.append((low + high) / 2 if high - low < 2 * half else max(low + half, min(high - half, at)))
        return QPointF(*found)

    def _set_zoom(self, wanted: float) -> None:
        zoom = max(FURTHEST, min(NEAREST, wanted))
        self.resetTransform()
        self.scale(zoom, zoom)
        self.setRenderHint(QPainter.RenderHint.Antialiasing, zoom >= SMOOTH)
        self._widen()
        self.zoomed.emit(zoom)

    def _widen(self) -> None:
        """Let one look past the edges by half a screen."""
        bounds = self.board.bounds()
        across, down = (self.viewport().width() / self.zoom / 2, self.viewport().height() / self.zoom / 2)
        self.setSceneRect(bounds.adjusted(-across, -down, across, down))

    def _middle(self) -> QPointF:
        if self.hasFocus() and self.board.has(self.focus_key):
            seen = self.mapFromScene(self.board.rect_of(self.focus_key).center())
            if self.viewport().rect().contains(seen):
                return QPointF(seen)
        return QPointF(self.viewport().rect().center())
