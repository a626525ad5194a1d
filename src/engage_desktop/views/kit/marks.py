"""Small signs: chips, people, months, badges, icons, rules and sheets of paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from engage_desktop.views.kit.layout import group
from engage_desktop.views.kit.paint import CENTER, Sketch, TileShape, chip_height, chip_width
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING

FIXED = QSizePolicy.Policy.Fixed


class Sign(QWidget):
    """Something small that is drawn, has a size of its own and a name for those who cannot see it."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setSizePolicy(FIXED, FIXED)
        if name:
            self.setAccessibleName(name)

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the size of its own."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        self.draw(Sketch.on(self, painter), QRectF(self.rect()))
        painter.end()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw inside `rect`; subclasses say how."""


class Icon(Sign):
    """A sign by itself. Give it a name unless the words beside it say the same."""

    def __init__(self, icon: str, ink: str = "text", size: float = 20, name: str = "") -> None:
        super().__init__(name)
        self._icon, self._ink, self._size = icon, ink, size

    def show_icon(self, icon: str, ink: str) -> None:
        """Show another sign."""
        self._icon, self._ink = icon, ink
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        return QSize(look().px(self._size), look().px(self._size))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the icon."""
        sketch.icon(self._icon, self._ink, rect)


class IconPlate(Sign):
    """An icon on a soft square in its tone: what kind of thing this row is about."""

    def __init__(self, icon: str, tone: str = "sand", size: float = 42, name: str = "") -> None:
        super().__init__(name)
        self._icon, self._tone, self._size = icon, tone, size

    def show_icon(self, icon: str) -> None:
        """Show another sign."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return the plate's square."""
        return QSize(look().px(self._size), look().px(self._size))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the plate."""
        sketch.avatar(rect, self._icon, self._tone)


class Chip(Sign):
    """A few words in a tone. The label is its name too."""

    def __init__(self, label: str, tone: str = "sand", icon: str = "", size: float = 13) -> None:
        super().__init__(label)
        self._label, self._tone, self._icon, self._size = label, tone, icon, size

    def show_chip(self, label: str, tone: str | None = None, icon: str | None = None) -> None:
        """Say something else."""
        self._label = label
        self._tone = self._tone if tone is None else tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(label)
        self.restyle()

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        return QSize(int(chip_width(self._label, self._icon, self._size)), int(chip_height(self._size)))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the chip."""
        sketch.chip(rect.left(), rect.top(), self._label, self._tone, self._icon, self._size)


class Avatar(Sign):
    """A person or a family: one tone and two initials, or an icon."""

    def __init__(self, face: str, tone: str = "primary", size: float = 44, name: str = "") -> None:
        super().__init__(name)
        self._face, self._tone, self._size = face, tone, size

    def show_face(self, face: str, tone: str, name: str = "") -> None:
        """Show somebody else."""
        self._face, self._tone = face, tone
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(look().px(self._size), look().px(self._size))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the initials."""
        sketch.avatar(rect, self._face, self._tone)


class MonthTile(Sign):
    """One child, one month, by shape. `words` say the state aloud, with the child's name."""

    def __init__(self, shape: TileShape, words: str, size: float = 36) -> None:
        super().__init__(words)
        self._shape, self._size = shape, size
        self.setToolTip(plain_tip(words))

    def show_tile(self, shape: TileShape, words: str) -> None:
        """Show another state."""
        self._shape = shape
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(look().px(self._size), look().px(self._size))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the tile."""
        sketch.tile(rect, self._shape)


class Badge(Sign):
    """A number on a disc."""

    def __init__(self, count: int, tone: str = "plum", name: str = "") -> None:
        super().__init__(name or str(count))
        self._count, self._tone = count, tone

    def show_count(self, count: int, name: str = "") -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleName(name or str(count))
        self.restyle()

    def sizeHint(self) -> QSize:
        """Return a disc, or a pill for large numbers."""
        words = look().metrics(13, 700).horizontalAdvance(str(self._count))
        return QSize(max(look().px(26), round(words + look().px(16))), look().px(26))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the disc."""
        sketch.panel(rect, f"{self._tone}soft", radius=13)
        sketch.words(rect, str(self._count), self._tone, 13, 700, align=CENTER, middle=True)


class Rule(Sign):
    """A hairline across."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, FIXED)

    def sizeHint(self) -> QSize:
        """Return one pixel, as wide as there is room."""
        return QSize(1, 1)

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the line."""
        sketch.rule(rect.left(), rect.right(), rect.top())


class Card(QWidget):
    """A sheet of paper round a layout. It keeps the same four pixels as buttons, so edges line up."""

    def __init__(self, layout: QLayout | None = None, *, fill: str = "surface", line: str = "line") -> None:
        super().__init__()
        self._fill, self._line, self._lift = fill, line, fill == "surface"
        if layout is not None:
            self.setLayout(layout)

    def set_paper(self, fill: str, line: str) -> None:
        """Take another paper and border."""
        self._fill, self._line = fill, line
        self.update()

    def setLayout(self, layout: QLayout) -> None:
        """Take what lies on the sheet."""
        super().setLayout(layout)
        if layout.hasHeightForWidth():
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        rect = QRectF(self.rect())
        if self._lift:
            sketch.card(rect, self._fill, self._line, width=1.0 if self._line == "line" else 1.6)
        else:
            inner = rect.adjusted(RING, RING, -RING, -RING)
            sketch.panel(inner, self._fill, self._line or None, radius=RADIUS_CARD)
        painter.end()


def legend(shape: TileShape, words: str) -> QWidget:
    """Return a tile with its words: what the shape means."""
    from engage_desktop.views.kit.layout import row
    from engage_desktop.views.kit.text import meta

    tile = MonthTile(shape, words, 18)
    label = meta(words)
    made = group(row(tile, label, gap=8))
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
