"""Drawing ink: the paper, the crayons and the strokes, at any size, on screen and in a picture."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from engage_desktop.views.kit.strokes import WIDE, Drawing, Spot, Stroke
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import LIGHT

CRAYONS: Mapping[str, str] = MappingProxyType(
    {
        "black": LIGHT["text"],
        "blue": LIGHT["p3"],
        "green": LIGHT["good"],
        "red": LIGHT["bad"],
        "orange": LIGHT["sun"],
        "purple": LIGHT["plum"],
        "pink": LIGHT["p5"],
        "brown": LIGHT["quoteink"],
    }
)
"""A drawing keeps its colours: what was red stays red, in the dark as well."""

PAPER, PAPER_AT_NIGHT = "#FFFDF7", "#E9E4D8"


def paper() -> QColor:
    """Return the colour of the sheet; at night it does not glare."""
    return QColor(PAPER_AT_NIGHT if look().dark else PAPER)


def crayon(name: str) -> QColor:
    """Return the colour of a crayon; one that is not known is black."""
    return QColor(CRAYONS.get(name, CRAYONS["black"]))


def page_in(rect: QRectF, high: int) -> QRectF:
    """Return the largest page of that shape in the middle of a rectangle."""
    width = min(rect.width(), rect.height() * WIDE / high)
    height = width * high / WIDE
    return QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)


def draw_ink(painter: QPainter, drawing: Drawing, page: QRectF) -> None:
    """Draw every stroke of a drawing on its page."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(page)
    for stroke in drawing.strokes:
        draw_stroke(painter, stroke, page)
    painter.restore()


def draw_stroke(painter: QPainter, stroke: Stroke, page: QRectF) -> None:
    """Draw one stroke: round at its ends, and thicker where the pen was pressed."""
    if not stroke.spots:
        return
    scale = page.width() / WIDE
    colour = crayon(stroke.crayon)
    if len(stroke.spots) == 1:
        width = _width(stroke, stroke.spots[0][2]) * scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(_place(stroke.spots[0], page, scale), width / 2, width / 2)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path, pressure in _pieces(stroke, page, scale):
        pen = QPen(colour, max(1.0, _width(stroke, pressure) * scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)


def _pieces(stroke: Stroke, page: QRectF, scale: float) -> list[tuple[QPainterPath, float]]:
    """Return the line from point to point, cut where the pressure changes; a corner stays a corner."""
    spots = stroke.spots
    pieces: list[tuple[QPainterPath, float]] = []
    for one, other in pairwise(spots):
        pressure = (one[2] + other[2]) / 2
        if not pieces or abs(pieces[-1][1] - pressure) > 2:
            pieces.append((QPainterPath(_place(one, page, scale)), pressure))
        pieces[-1][0].lineTo(_place(other, page, scale))
    return pieces


def _place(spot: Spot, page: QRectF, scale: float) -> QPointF:
    return QPointF(page.left() + spot[0] * scale, page.top() + spot[1] * scale)


def _width(stroke: Stroke, pressure: float) -> float:
    """Return a width from half of the usual at no pressure to half as much again at full."""
    return stroke.width * (0.5 + pressure / 100)
