"""Hills at first light and a clock: what anybody may see. No name, no count, no hint of what the work is."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look

HILLS = (
    ("hill1", 0.62, 0.034, 0.9, 0.5),
    ("hill2", 0.69, 0.036, 1.2, 3.4),
    ("hill3", 0.79, 0.040, 0.9, 1.5),
    ("hill4", 0.91, 0.038, 0.75, 4.6),
)
TICK_MS = 5000
Said = tuple[str, str]


class Morning(QWidget):
    """A painted view with the time and the day over it; `moment` says both in the reader's language."""

    def __init__(self, moment: Callable[[], Said]) -> None:
        super().__init__()
        self._moment = moment
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MS)
        self._on_tick()

    def minimumSizeHint(self) -> QSize:
        """Return a size to which the view may shrink."""
        return QSize(0, 0)

    def _on_tick(self) -> None:
        self.setAccessibleName(", ".join(self._moment()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sky, sun, hills and the clock, at any size."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        self._paint_sky(painter)
        for hill in HILLS:
            self._paint_hill(painter, *hill)
        self._paint_clock(sketch)
        painter.end()

    def _paint_sky(self, painter: QPainter) -> None:
        wide, high = self.width(), self.height()
        sky = QLinearGradient(0, 0, 0, high * 0.75)
        sky.setColorAt(0, look().color("sky1"))
        sky.setColorAt(1, look().color("sky2"))
        painter.fillRect(self.rect(), sky)
        centre = QPointF(wide * 0.60, high * 0.585)
        shine = QRadialGradient(centre, max(1.0, wide * 0.42))
        near, far = look().color("sun"), look().color("sun")
        near.setAlpha(120)
        far.setAlpha(0)
        shine.setColorAt(0, near)
        shine.setColorAt(1, far)
        painter.fillRect(self.rect(), shine)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("sun"))
        painter.drawEllipse(centre, wide * 0.085, wide * 0.085)

    def _paint_hill(
        self, painter: QPainter, ink: str, top: float, rise: float, waves: float, shift: float
    ) -> None:
        wide, high = self.width(), self.height()
        path = QPainterPath(QPointF(0, high))
        for x in range(0, wide + 8, 8):
            path.lineTo(x, high * (top - rise * math.sin(x / max(1, wide) * math.tau * waves + shift)))
        path.lineTo(wide, high)
        path.closeSubpath()
        shade = QLinearGradient(0, high * (top - 0.08), 0, high * (top + 0.2))
        shade.setColorAt(0, look().color(ink))
        shade.setColorAt(1, look().mix(ink, "hill4", 0.4))
        painter.setBrush(shade)
        painter.drawPath(path)

    def _paint_clock(self, sketch: Sketch) -> None:
        px = look().px
        time, day = self._moment()
        size = min(84.0, self.width() / look().scale / 4.2)
        left = min(px(52), self.width() * 0.08)
        rect = QRectF(left, px(40), self.width() - left, px(size * 1.25))
        sketch.words(rect, time, "text", size, 600, digits=True)
        sketch.words(
            QRectF(left + 4, rect.bottom(), self.width() - left - 8, px(80)),
            day,
            "text",
            min(22.0, size / 2.6),
            500,
            lines=2,
        )
