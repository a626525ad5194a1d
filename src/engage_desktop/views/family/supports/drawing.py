"""The supports as a drawing: the map or the circles, moved by hand or by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.supports import pictures
from engage_desktop.views.family.supports.faces import HEART_WIDE
from engage_desktop.views.family.supports.legend import SupportLegend
from engage_desktop.views.family.supports.pictures import MIDDLE, Middle
from engage_desktop.views.family.supports.told import SupportTold
from engage_desktop.views.kit.canvas.looking import READABLE
from engage_desktop.views.kit.canvas.view import Canvas
from engage_desktop.views.kit.layout import column
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.theme import look
from engage_domain.circles import Circles
from engage_domain.ecomap import Spot
from engage_domain.supports import CIRCLES, Support

MAP, RINGS = "map", "circles"
DIGITS = frozenset(str(circle) for circle in CIRCLES)


def circle_of(event: QKeyEvent) -> int:
    """Return the circle whose number a key is, or 0."""
    text = event.text()
    return int(text) if text in DIGITS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0


class SupportDrawing(QWidget):
    """The canvas with its legend. `opened` carries a support, `middle_opened` asks who is in the middle.

    `placed` tells where on the map a support was put down, at 100 %; `circled` the circle it was brought to, 0 for none.
    """

    opened = Signal(str)
    middle_opened = Signal()
    placed = Signal(str, int, int)
    circled = Signal(str, int)

    def __init__(self, told: SupportTold) -> None:
        super().__init__()
        self._told = told
        self._way, self._about = MAP, ""
        self._middle = Middle("", "")
        self._shown: tuple[Support, ...] = ()
        self._spots: dict[str, Spot] = {}
        self._circles: Circles | None = None
        self.canvas = Canvas(self.tr("Map of supports"))
        self.canvas.opened.connect(self._on_opened)
        self.canvas.stroke_opened.connect(self.opened)
        self.canvas.moved.connect(self._on_moved)
        self.canvas.dragging.connect(self._on_dragging)
        self.legend = SupportLegend()
        self.setLayout(
            column((Card(column(self.canvas, gap=0, pad=(12, 12, 12, 12))), 1), self.legend, gap=4)
        )

    @property
    def is_map(self) -> bool:
        """Say whether the map shows, not the circles."""
        return self._way == MAP

    def show_supports(self, way: str, about: str, middle: Middle, shown: tuple[Support, ...]) -> None:
        """Draw these supports round somebody."""
        is_other = (way, about) != (self._way, self._about)
        self._way, self._about, self._middle, self._shown = way, about, middle, shown
        names = {MAP: self.tr("Map of supports"), RINGS: self.tr("Circles of closeness")}
        self.canvas.setAccessibleName(names[way])
        self._draw()
        if is_other:
            self._look()

    def restyle(self) -> None:
        """Measure everything again by the theme."""
        if self._middle.name:
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring the support the keyboard is at into a circle: its number is the key."""
        key, circle = self.canvas.focus_key, circle_of(event)
        if circle and key and key != MIDDLE and self.canvas.hasFocus():
            self.circled.emit(key, circle)
            return
        super().keyPressEvent(event)

    def _draw(self) -> None:
        told, about, middle, shown = self._told, self._about, self._middle, self._shown
        self.legend.show_lines(lines=self.is_map)
        self.legend.setVisible(not look().large)
        if self.is_map:
            self._spots = pictures.spots_of(middle, shown)
            self.canvas.show_picture(pictures.ecomap(told, about, middle, shown, self._spots))
            return
        middle = Middle(middle.name, "", HEART_WIDE)
        self._circles = pictures.drawn_circles(middle, shown, told)
        self.canvas.show_picture(pictures.closeness(told, about, middle, shown, self._circles))

    def _look(self) -> None:
        """Look at all of it, or at the middle when all of it would be too small to read."""
        self.canvas.fit()
        if self.canvas.zoom < READABLE:
            around = QPointF(self.canvas.viewport().rect().center())
            self.canvas.zoom_by(READABLE / self.canvas.zoom, around)

    def _on_opened(self, key: str) -> None:
        if key == MIDDLE:
            self.middle_opened.emit()
        else:
            self.opened.emit(key)

    def _on_dragging(self, key: str, x: float, y: float) -> None:
        """Let the line follow the sign that is on its way."""
        if not self.is_map or key not in self._spots:
            return
        spot = self._spots[key]
        moved = Spot(key, x / look().scale, y / look().scale, spot.width, spot.height)
        picture = pictures.ecomap(
            self._told, self._about, self._middle, self._shown, self._spots | {key: moved}
        )
        self.canvas.show_picture(picture)

    def _on_moved(self, key: str, x: float, y: float) -> None:
        at = (x / look().scale, y / look().scale)
        if self.is_map:
            self.placed.emit(key, round(at[0]), round(at[1]))
            return
        support = next((s for s in self._shown if s.support_id == key), None)
        circle = self._circles.circle_at(*at) if self._circles is not None else 0
        if support is not None and circle != (support.circle or 0):
            self.circled.emit(key, circle)
        else:
            self._draw()
