"""The sign of one person, as genograms are drawn everywhere: squares, circles, diamonds, triangles, crosses."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import starmap

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from engage_desktop.views.kit.canvas.shapes import NodeState, Room
from engage_desktop.views.kit.paint import CENTER, Sketch, text_width
from engage_desktop.views.kit.theme import look
from engage_domain.genogram.drawing import Shape

NAME_SIZE, BELOW_SIZE = 13, 12
NAME_HIGH, BELOW_HIGH = 18, 17
CORNER = {Shape.SQUARE: 1.0, Shape.CIRCLE: 0.7071, Shape.DIAMOND: 0.5, Shape.TRIANGLE: 0.45}
DOUBLE = 6.0


@dataclass(frozen=True, slots=True)
class PersonSign:
    """How somebody is drawn: `half` is half the height of the sign, `top` where the words begin below it."""

    shape: Shape
    half: float
    top: float
    wide: float
    name: str
    age: str = ""
    below: str = ""
    is_deceased: bool = False
    is_focus: bool = False

    def room(self) -> Room:
        """Return what the sign and its words take up."""
        words = max(
            text_width(self.name, NAME_SIZE, 600),
            text_width(self.below, BELOW_SIZE, 500) if self.below else 0,
        )
        across = max(self.half + look().px(9), min(words + look().px(10), self.wide) / 2)
        high = look().px(NAME_HIGH + (BELOW_HIGH if self.below else 0))
        return Room(-across, -max(self.half, look().px(8)), across, self.top + high)

    def draw(self, sketch: Sketch, state: NodeState) -> None:
        """Draw the sign, the age inside it and the name below."""
        painter = sketch.painter
        painter.setPen(QPen(look().color("text"), 2.2 * min(look().scale, 1.5)))
        painter.setBrush(look().color("primarysoft" if self.is_focus else "surface"))
        if self.is_focus and self.shape is not Shape.CROSS:
            painter.setBrush(look().color("surface"))
            self._outline(painter, self.half)
            painter.setBrush(look().color("primarysoft"))
            self._outline(painter, self.half - look().px(DOUBLE))
        else:
            self._outline(painter, self.half)
        if self.is_deceased and self.shape in CORNER:
            self._cross(painter)
        if state.far:
            return
        self._write_age(sketch)
        self._write(sketch, self.top, self.name, NAME_SIZE, 600, NAME_HIGH, "text")
        if self.below:
            at = self.top + look().px(NAME_HIGH)
            self._write(sketch, at, self.below, BELOW_SIZE, 500, BELOW_HIGH, "muted")

    def _outline(self, painter: QPainter, half: float) -> None:
        if self.shape is Shape.SQUARE:
            painter.drawRect(QRectF(-half, -half, 2 * half, 2 * half))
        elif self.shape is Shape.CIRCLE:
            painter.drawEllipse(QPointF(0, 0), half, half)
        elif self.shape is Shape.DIAMOND:
            painter.drawPolygon(_polygon((0, -half), (half, 0), (0, half), (-half, 0)))
        elif self.shape is Shape.TRIANGLE:
            painter.drawPolygon(_polygon((0, -half), (half, half), (-half, half)))
        elif self.shape is Shape.SMALL_TRIANGLE:
            painter.setBrush(look().color("text"))
            painter.drawPolygon(_polygon((0, -half), (half, half), (-half, half)))
        else:
            painter.drawLine(QPointF(-half, -half), QPointF(half, half))
            painter.drawLine(QPointF(-half, half), QPointF(half, -half))

    def _cross(self, painter: QPainter) -> None:
        reach = self.half * CORNER[self.shape]
        painter.drawLine(QPointF(-reach, -reach), QPointF(reach, reach))
        painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach))

    def _write_age(self, sketch: Sketch) -> None:
        if not self.age:
            return
        wide, high = text_width(self.age, 17, 600) * 1.1 + look().px(6), look().px(22)
        middle = self.half * 0.35 if self.shape is Shape.TRIANGLE else 0.0
        rect = QRectF(-wide / 2, middle - high / 2, wide, high)
        if self.is_deceased:
            sketch.painter.fillRect(rect, look().color("primarysoft" if self.is_focus else "surface"))
        sketch.words(rect, self.age, "text", 17, 600, align=CENTER, digits=True, middle=True)

    def _write(
        self, sketch: Sketch, top: float, text: str, size: float, weight: int, high: float, ink: str
    ) -> None:
        """Write words on a slip of the paper's colour, so that lines do not run through them."""
        wide = min(text_width(text, size, weight) + look().px(8), self.wide)
        slip = QRectF(-wide / 2, top, wide, look().px(high))
        paper = look().color("surface")
        paper.setAlpha(215)
        sketch.painter.setPen(Qt.PenStyle.NoPen)
        sketch.panel(slip, paper, radius=5)
        sketch.words(slip, text, ink, size, weight, align=CENTER, middle=True)


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF(list(starmap(QPointF, corners)))
