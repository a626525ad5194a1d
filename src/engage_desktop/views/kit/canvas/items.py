"""The pieces of a scene, each made from one shape."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from engage_desktop.views.kit.canvas.paths import outline_of, paths_of, pen_style, point
from engage_desktop.views.kit.canvas.shapes import FAR, Area, Label, Node, NodeState, Room, Stroke
from engage_desktop.views.kit.paint import Sketch, text_width
from engage_desktop.views.kit.theme import look

BEHIND, BELOW_SIGNS, SIGNS, ABOVE_SIGNS = -3.0, -2.0, 0.0, 1.0
ROUND = 8.0
SPECK = 0.12  # from further away a sign is a speck
KEY = 0


def rect_of(room: Room) -> QRectF:
    """Return a rectangle for Qt."""
    return QRectF(room.left, room.top, room.right - room.left, room.bottom - room.top)


class NodeItem(QGraphicsItem):
    """One sign on the scene."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node
        self.hot = self.chosen = False
        self.setZValue(SIGNS)
        self.setPos(point(node.at))

    def show_node(self, node: Node) -> None:
        """Show the sign as it is now."""
        if node.room != self.node.room:
            self.prepareGeometryChange()
        is_other = (node.face, node.room) != (self.node.face, self.node.room)
        self.node = node
        self.setPos(point(node.at))
        if is_other:
            self.update()

    def set_state(self, *, hot: bool | None = None, chosen: bool | None = None) -> None:
        """Look pointed at, or chosen."""
        before = (self.hot, self.chosen)
        self.hot = self.hot if hot is None else hot
        self.chosen = self.chosen if chosen is None else chosen
        if before != (self.hot, self.chosen):
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the room it takes, with its plate."""
        return rect_of(self.node.room.grown(ROUND + 3))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the sign, on a plate when it is chosen."""
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        if zoom < SPECK:
            half = look().px(26)
            ink = "primary" if self.chosen else "muted"
            painter.fillRect(QRectF(-half, -half, 2 * half, 2 * half), look().color(ink))
            return
        sketch = Sketch(painter, self.boundingRect())
        plate = rect_of(self.node.room.grown(ROUND))
        if self.chosen:
            sketch.panel(plate, "surface", "primary", width=2.4, radius=14)
        elif self.hot:
            sketch.panel(plate, look().mix("surface", "primarysoft", 0.7), radius=14)
        self.node.face.draw(sketch, NodeState(self.hot, self.chosen, zoom))


class LabelItem(QGraphicsItem):
    """Words beside the signs."""

    def __init__(self, label: Label) -> None:
        super().__init__()
        self._label = label
        wide = text_width(label.text, label.size, label.weight) + look().px(8)
        left = -wide / 2 if label.centred else 0.0
        self._rect = QRectF(left, 0, wide, look().px(label.size + 6))
        self.setZValue(ABOVE_SIGNS)
        self.setPos(point(label.at))

    def boundingRect(self) -> QRectF:
        """Return the slip."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the words when they can be read."""
        if option.levelOfDetailFromTransform(painter.worldTransform()) < FAR:
            return
        sketch = Sketch(painter, self._rect)
        slip = look().color("surface")
        slip.setAlpha(225)
        sketch.panel(self._rect, slip, radius=5)
        label = self._label
        sketch.words(self._rect, label.text, label.ink, label.size, label.weight, align="center", middle=True)


class StrokeItem(QGraphicsPathItem):
    """A piece of a line. It is where its ink is: Qt would also count the paper that an open line half encloses."""

    def shape(self) -> QPainterPath:
        """Return the outline of the ink."""
        ink = QPainterPathStroker()
        ink.setWidth(self.pen().widthF())
        return ink.createStroke(self.path())


def stroke_items(stroke: Stroke) -> list[QGraphicsItem]:
    """Return the pieces of one line."""
    found: list[QGraphicsItem] = []
    for path, dashes in paths_of(stroke, look().scale):
        item = StrokeItem(path)
        pen = QPen(look().color(stroke.ink), stroke.width * min(look().scale, 1.5))
        pen.setCapStyle(pen_style(dashes))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashes:
            pen.setDashPattern(list(dashes))
        item.setPen(pen)
        item.setZValue(ABOVE_SIGNS - 0.5 if stroke.above else BELOW_SIGNS)
        if stroke.key:
            item.setData(KEY, stroke.key)
        found.append(item)
    return found


def area_items(area: Area) -> list[QGraphicsItem]:
    """Return the outline of an area."""
    item = QGraphicsPathItem(outline_of(area, look().scale))
    pen = QPen(look().color(area.line), area.width)
    if area.dashed:
        pen.setDashPattern([7.0, 4.0])
    item.setPen(pen if area.width else QPen(Qt.PenStyle.NoPen))
    if area.fill:
        paper = look().color(area.fill)
        paper.setAlpha(115)
        item.setBrush(QBrush(paper))
    item.setZValue(BEHIND)
    return [item]


def add_all(scene: QGraphicsScene, items: list[QGraphicsItem]) -> list[QGraphicsItem]:
    """Put pieces on the scene and return them."""
    for item in items:
        scene.addItem(item)
    return items
