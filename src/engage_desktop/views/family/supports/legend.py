"""What the lines and shapes on the map mean, in small."""

from __future__ import annotations

from itertools import starmap

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.supports.faces import CORNER, STRESS_ICON
from engage_desktop.views.kit.canvas.paths import paths_of, pen_style
from engage_desktop.views.kit.canvas.shapes import LineStyle, Point, Stroke
from engage_desktop.views.kit.layout import flow, group, row
from engage_desktop.views.kit.marks import Icon, Sign
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import meta
from engage_desktop.views.kit.theme import look

WIDE, HIGH = 44.0, 22.0


class LineSample(Sign):
    """A short piece of a line."""

    def __init__(self, style: LineStyle, ink: str, *, hits: bool = False, arrow: bool = False) -> None:
        super().__init__()
        self._style, self._ink, self._hits, self._arrow = style, ink, hits, arrow

    def sizeHint(self) -> QSize:
        """Return a short stretch."""
        return QSize(look().px(WIDE), look().px(HIGH))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the line as the map does."""
        middle, end = rect.height() / 2, rect.width() - 2
        stroke = Stroke(
            (Point(2, middle), Point(end, middle)),
            self._style,
            self._ink,
            2.2,
            arrow_at_end=self._arrow,
            hits=self._hits,
        )
        painter = sketch.painter
        painter.translate(rect.topLeft())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, dashes in paths_of(stroke, look().scale):
            pen = QPen(look().color(stroke.ink), stroke.width)
            pen.setCapStyle(pen_style(dashes))
            if dashes:
                pen.setDashPattern(list(dashes))
            painter.setPen(pen)
            painter.drawPath(path)
        painter.translate(QPointF() - rect.topLeft())


class ShapeSample(Sign):
    """The shape of one's own people, or of a service."""

    def __init__(self, *, formal: bool) -> None:
        super().__init__()
        self._formal = formal

    def sizeHint(self) -> QSize:
        """Return a small plate."""
        return QSize(look().px(32), look().px(HIGH))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the plate."""
        bend = CORNER if self._formal else HIGH / 2
        sketch.panel(rect.adjusted(1, 1, -1, -1), "surface", "muted", width=1.6, radius=bend)


class SupportLegend(QWidget):
    """All of it side by side. On the circles lines have nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        lines = (
            (LineSample(LineStyle.TRIPLE, "bond_close"), self.tr("strong")),
            (LineSample(LineStyle.SOLID, "bond_far"), self.tr("ordinary")),
            (LineSample(LineStyle.DASHED, "bond_far"), self.tr("thin")),
            (LineSample(LineStyle.DOTTED, "bond_far"), self.tr("not said yet")),
            (LineSample(LineStyle.SOLID, "bond_far", arrow=True), self.tr("what flows")),
            (LineSample(LineStyle.SOLID, "bond_strain", hits=True), self.tr("stress")),
        )
        self._lines = list(starmap(_entry, lines))
        self._stress = _entry(Icon(STRESS_ICON, "bad", 18), self.tr("stress"))
        shapes = (
            _entry(ShapeSample(formal=False), self.tr("one of their own")),
            _entry(ShapeSample(formal=True), self.tr("a service")),
        )
        self._keys = _entry(Icon("keyboard", "muted", 18), self.tr("keys 1 to 4 move a card"))
        self.setLayout(row((flow(*self._lines, *shapes, self._stress, self._keys, gap=16, line_gap=2), 1)))
        self.show_lines(lines=True)

    def show_lines(self, *, lines: bool) -> None:
        """Explain the map, or the circles."""
        for entry in self._lines:
            entry.setVisible(lines)
        self._stress.setVisible(not lines)
        self._keys.setVisible(not lines)


def _entry(sign: Sign, words: str) -> QWidget:
    return group(row(sign, meta(words), gap=6))
