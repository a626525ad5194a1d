"""The three areas as simple warm pictures: rain over a hill, a tree in the sun, a night with a kite."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.paint import CENTER, Sketch, text_height
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING, TEXT_CARD
from engage_domain.child_areas import ChildArea

SKIES = {ChildArea.WORRIES: "p6soft", ChildArea.GOOD_THINGS: "sky1", ChildArea.DREAMS: "dusk"}
ART_HIGH, ART_LEAST = 230, 120


class AreaTile(Face):
    """One area to go to: its picture, its name in a child's words, and when the child chose it."""

    radius = RADIUS_CARD

    def __init__(self, area: ChildArea, name: str, state: str, place: int = 0) -> None:
        super().__init__(name)
        self.area, self._state, self._place = area, state, place
        self.setAccessibleName(f"{name}. {state}" if state else name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return a tall tile."""
        return QSize(look().px(280), look().tall(ART_HIGH) + self._foot())

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows the picture."""
        return QSize(look().px(190), look().tall(ART_LEAST) + self._foot())

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the picture, the name and the place in the child's order."""
        px = look().px
        foot = self._foot() - 2 * RING
        sketch.panel(
            rect, "surface", "primary" if self.hot else "line", width=2 if self.hot else 1, radius=RADIUS_CARD
        )
        art = rect.adjusted(px(8), px(8), -px(8), -foot)
        draw_area(sketch.painter, sketch.placed(art), self.area)
        name = QRectF(rect.left() + px(10), art.bottom() + px(8), rect.width() - px(20), foot)
        high = sketch.words(name, self.text(), "text", TEXT_CARD, 700, lines=2, align=CENTER)
        state = QRectF(name.left(), name.top() + high + px(2), name.width(), px(22))
        sketch.words(state, self._state, "muted", 14, 500, align=CENTER)
        if self._place:
            disc = px(34)
            spot = QRectF(rect.left() + px(16), rect.top() + px(16), disc, disc)
            sketch.panel(spot, "surface", "line", radius=17)
            sketch.words(spot, str(self._place), "text", 17, 700, align=CENTER, middle=True)

    def _foot(self) -> int:
        room = max(self.width(), look().px(190)) - look().px(20) - 2 * RING
        name = text_height(self.text(), room, TEXT_CARD, 700, lines=2)
        return round(name) + look().px(8 + 2 + 22 + 10) + 2 * RING


def draw_area(painter: QPainter, rect: QRectF, area: ChildArea) -> None:
    """Draw an area's picture into a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QPainterPath()
    bend = look().px(RADIUS_CARD - 6)
    frame.addRoundedRect(rect, bend, bend)
    painter.setClipPath(frame)
    painter.fillRect(rect, look().color(SKIES[area]))
    {ChildArea.WORRIES: _rain, ChildArea.GOOD_THINGS: _tree, ChildArea.DREAMS: _kite}[area](painter, rect)
    painter.restore()


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    """Return a place given as shares of the picture."""
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


def _hill(painter: QPainter, rect: QRectF, ink: str, top: float, *, right: bool) -> None:
    path = QPainterPath(_at(rect, 0, top + (0.16 if right else 0)))
    first, second = (
        (0.35, top + 0.2) if right else (0.3, top - 0.12),
        (0.7, top - 0.1) if right else (0.7, top + 0.2),
    )
    path.cubicTo(_at(rect, *first), _at(rect, *second), _at(rect, 1, top + (0 if right else 0.1)))
    path.lineTo(_at(rect, 1, 1.1))
    path.lineTo(_at(rect, 0, 1.1))
    painter.fillPath(path, look().color(ink))


def _rain(painter: QPainter, rect: QRectF) -> None:
    _hill(painter, rect, "hill2", 0.78, right=True)
    size = min(rect.width(), rect.height() * 1.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().color("p6"))
    middle = _at(rect, 0.5, 0.3)
    for dx, dy, wide in ((-0.17, 0.02, 0.125), (0.0, -0.06, 0.17), (0.17, 0.02, 0.12)):
        painter.drawEllipse(middle + QPointF(dx * size, dy * size), wide * size, wide * size * 0.8)
    base = QRectF(middle.x() - 0.28 * size, middle.y() - 0.03 * size, 0.56 * size, 0.152 * size)
    painter.drawRoundedRect(base, base.height() / 2, base.height() / 2)
    pen = QPen(look().color("p3"), max(2.0, size * 0.016), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for number, dx in enumerate((-0.2, -0.1, 0.0, 0.1, 0.2)):
        top = middle + QPointF(dx * size, (0.19 + 0.03 * (number % 2)) * size)
        painter.drawLine(top, top + QPointF(-0.015 * size, 0.075 * size))


def _tree(painter: QPainter, rect: QRectF) -> None:
    size = min(rect.width(), rect.height() * 1.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().color("sun"))
    painter.drawEllipse(_at(rect, 0.76, 0.24), size * 0.09, size * 0.09)
    _hill(painter, rect, "hill2", 0.76, right=False)
    foot = _at(rect, 0.36, 0.82)
    trunk = QRectF(foot.x() - size * 0.022, foot.y() - size * 0.26, size * 0.044, size * 0.27)
    painter.setBrush(look().color("quoteink"))
    painter.drawRoundedRect(trunk, size * 0.02, size * 0.02)
    painter.setBrush(look().color("hill3"))
    crown = foot - QPointF(0, size * 0.33)
    for dx, dy, wide in ((-0.1, 0.05, 0.1), (0.1, 0.05, 0.1), (0.0, -0.05, 0.13)):
        painter.drawEllipse(crown + QPointF(dx * size, dy * size), wide * size, wide * size)
    painter.setBrush(look().color("clay"))
    for dx, dy in ((-0.1, 0.03), (0.05, -0.04), (0.11, 0.07)):
        painter.drawEllipse(crown + QPointF(dx * size, dy * size), size * 0.02, size * 0.02)


def _kite(painter: QPainter, rect: QRectF) -> None:
    size = min(rect.width(), rect.height() * 1.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().color("wick"))
    for x, y, wide in (
        (0.14, 0.2, 0.011),
        (0.3, 0.1, 0.008),
        (0.42, 0.34, 0.007),
        (0.88, 0.5, 0.009),
        (0.2, 0.5, 0.007),
    ):
        painter.drawEllipse(_at(rect, x, y), wide * size, wide * size)
    moon, bite = QPainterPath(), QPainterPath()
    moon.addEllipse(_at(rect, 0.84, 0.2), size * 0.075, size * 0.075)
    bite.addEllipse(_at(rect, 0.84, 0.2) + QPointF(-size * 0.035, -size * 0.02), size * 0.066, size * 0.066)
    painter.fillPath(moon.subtracted(bite), look().color("wick"))
    _hill(painter, rect, "hill4", 0.82, right=True)
    middle, half = _at(rect, 0.54, 0.38), size * 0.12
    corners = [QPointF(0, -1.25), QPointF(0.85, 0), QPointF(0, 1.25), QPointF(-0.85, 0)]
    kite = QPainterPath(middle + corners[0] * half)
    for corner in (*corners[1:], corners[0]):
        kite.lineTo(middle + corner * half)
    painter.fillPath(kite, look().color("sun"))
    painter.setPen(QPen(look().color("dusk"), max(1.5, size * 0.008)))
    painter.drawLine(middle + corners[0] * half, middle + corners[2] * half)
    painter.drawLine(middle + corners[1] * half, middle + corners[3] * half)
    tail = QPainterPath(middle + corners[2] * half)
    tail.cubicTo(_at(rect, 0.44, 0.68), _at(rect, 0.62, 0.74), _at(rect, 0.36, 0.92))
    painter.setPen(QPen(look().color("dusksun"), max(1.5, size * 0.009)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(tail)
