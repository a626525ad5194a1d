"""The scene of a canvas: the pieces that are on it now, changed only where the picture changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from engage_desktop.views.kit.canvas.items import (
    KEY,
    LabelItem,
    NodeItem,
    add_all,
    area_items,
    rect_of,
    stroke_items,
)
from engage_desktop.views.kit.canvas.shapes import Area, Label, Node, Picture, Stroke

EDGE = 24.0
Drawn = Stroke | Area | Label


class Board(QGraphicsScene):
    """Everything drawn. Kept apart from the view, which only looks at it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.picture = Picture()
        self.focus_key = self.chosen_key = ""
        self._hot_key = ""
        self._nodes: dict[str, NodeItem] = {}
        self._drawn: dict[Drawn, list[QGraphicsItem]] = {}
        self._bounds = QRectF()
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture."""
        self.picture = picture
        self._bounds = rect_of(picture.bounds().grown(EDGE))
        self._show_nodes(picture.nodes)
        wanted: dict[Drawn, None] = dict.fromkeys((*picture.areas, *picture.strokes, *picture.labels))
        for gone in [one for one in self._drawn if one not in wanted]:
            for item in self._drawn.pop(gone):
                self.removeItem(item)
        for one in wanted:
            if one not in self._drawn:
                self._drawn[one] = add_all(self, _items(one))
        if self.focus_key not in self._nodes:
            self.focus_key = ""
        if self.chosen_key in self._nodes:
            self._nodes[self.chosen_key].set_state(chosen=True)

    def restyle(self) -> None:
        """Make everything anew in the look that holds now."""
        picture, here = self.picture, self.focus_key
        for items in self._drawn.values():
            for item in items:
                self.removeItem(item)
        self._drawn = {}
        self.show_picture(picture)
        self.focus_key = here
        for node in self._nodes.values():
            node.update()

    def has(self, key: str) -> bool:
        """Say whether a sign is drawn."""
        return key in self._nodes

    def node(self, key: str) -> Node:
        """Return a sign that is drawn."""
        return self._nodes[key].node

    def put(self, key: str, at: QPointF) -> None:
        """Show a sign somewhere else, while it is dragged."""
        self._nodes[key].setPos(at)

    def rect_of(self, key: str) -> QRectF:
        """Return where a sign is."""
        item = self._nodes[key]
        return rect_of(item.node.room).translated(item.pos())

    def bounds(self) -> QRectF:
        """Return the rectangle around everything, with an edge."""
        return self._bounds

    def choose(self, key: str) -> None:
        """Show one sign as chosen."""
        if self.chosen_key in self._nodes:
            self._nodes[self.chosen_key].set_state(chosen=False)
        self.chosen_key = key
        if key in self._nodes:
            self._nodes[key].set_state(chosen=True)

    def point_at(self, key: str) -> None:
        """Light up the sign that is pointed at."""
        if key == self._hot_key:
            return
        for name, hot in ((self._hot_key, False), (key, True)):
            if name in self._nodes:
                self._nodes[name].set_state(hot=hot)
        self._hot_key = key

    def node_near(self, at: QPointF, reach: float) -> str:
        """Return the sign at a place, or the nearest within reach of a finger."""
        found = ""
        best = reach
        for item in self.items(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)):
            if isinstance(item, NodeItem):
                rect = rect_of(item.node.room).translated(item.pos())
                away = max(rect.left() - at.x(), at.x() - rect.right(), 0.0)
                away = max(away, rect.top() - at.y(), at.y() - rect.bottom())
                if away < best:
                    found, best = item.node.key, away
        return found

    def stroke_near(self, at: QPointF, reach: float) -> str:
        """Return the key of a line within reach, or nothing."""
        around = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        for item in self.items(around):
            key = item.data(KEY)
            if isinstance(key, str) and key and item.shape().intersects(around.translated(-item.pos())):
                return key
        return ""

    def _show_nodes(self, nodes: tuple[Node, ...]) -> None:
        wanted = {node.key: node for node in nodes}
        for key in [key for key in self._nodes if key not in wanted]:
            self.removeItem(self._nodes.pop(key))
        for key, node in wanted.items():
            if key in self._nodes:
                self._nodes[key].show_node(node)
            else:
                item = NodeItem(node)
                self._nodes[key] = item
                self.addItem(item)


def _items(one: Drawn) -> list[QGraphicsItem]:
    if isinstance(one, Stroke):
        return stroke_items(one)
    if isinstance(one, Area):
        return area_items(one)
    return [LabelItem(one)]
