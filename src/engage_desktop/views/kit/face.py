"""Everything that can be pressed: one way of hovering, pressing and showing focus."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from engage_desktop.views.kit.paint import CENTER, START, Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.tokens import RADIUS_BUTTON, RADIUS_CARD, RING, TARGET, TEXT

Kind: TypeAlias = Literal["primary", "plain", "quiet", "soft", "danger"]
WIDEST = 420
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FILLED = frozenset({"primary", "danger"})


class Face(QAbstractButton):
    """Something to press. It keeps four pixels round itself for the focus ring; subclasses draw inside.

    Space and Enter press it. `tip` says more than the label and is read aloud.
    """

    radius: float = RADIUS_BUTTON
    ring_ink = "focus"

    def __init__(self, label: str, tip: str = "") -> None:
        super().__init__()
        self._by_pointer = False
        self.setText(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(label or tip)
        if tip:
            self.setAccessibleDescription(tip if label else "")
            self.setToolTip(plain_tip(tip))

    @property
    def hot(self) -> bool:
        """Say whether the pointer is on it or it is held down."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def say(self, label: str) -> None:
        """Change the words on it."""
        self.setText(label)
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.updateGeometry()
        self.update()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the face inside `rect`; subclasses say how."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless a tap brought the focus: the finger knows where it is."""
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self._by_pointer = event.reason() is Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press, as Space does."""
        self._by_pointer = False
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def fades(self) -> bool:
        """Say whether all of it is drawn pale, because it cannot be pressed now."""
        return not self.isEnabled()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face, and the ring when it has the focus."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        whole = QRectF(self.rect())
        if self.fades():
            painter.setOpacity(0.5)
        self.draw(sketch, whole.adjusted(RING, RING, -RING, -RING))
        if self.hasFocus() and not self._by_pointer:
            sketch.ring(whole, self.radius, self.ring_ink)
        painter.end()


def words_width(words: str, size: float) -> float:
    """Return the room for the words on something to press: a whole paragraph gives way instead of the page."""
    return min(look().metrics(size, 600).horizontalAdvance(words), look().px(WIDEST))


class Button(Face):
    """A verb. `primary` (one a screen), `plain`, `soft` (in a tone), `quiet` (words only), `danger` (stop)."""

    def __init__(
        self,
        label: str,
        icon: str = "",
        kind: Kind = "plain",
        *,
        after: str = "",
        tone: str = "primary",
        tip: str = "",
        high: float = TARGET,
        size: float = TEXT,
    ) -> None:
        super().__init__(label, tip)
        self._icon, self._kind, self._after, self._tone = icon, kind, after, tone
        self._high, self._size = high, size
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind, tone: str = "primary") -> None:
        """Look like another kind of button."""
        self._kind, self._tone = kind, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, words and arrow."""
        return QSize(round(self._content()) + 2 * look().px(self._side()) + 2 * RING, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the words with less air beside them."""
        least = self._content() + 2 * look().px(8)
        return QSize(max(round(least), look().tall(TARGET)) + 2 * RING, self._height())

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the panel, then icon, words and arrow in its middle."""
        ink = self._panel(sketch, rect)
        px = look().px
        mid, at = rect.center().y(), rect.center().x() - min(self._content(), rect.width()) / 2
        if self._icon:
            side = px(20)
            sketch.icon(self._icon, ink, QRectF(at, mid - side / 2, side, side))
            at += side + (px(8) if self.text() else 0)
        tail = px(24) if self._after else 0
        words = QRectF(at, rect.top(), min(self._words() + 2, rect.right() - tail - at), rect.height())
        sketch.words(words, self.text(), ink, self._size, 600, middle=True)
        if self._after:
            side = px(18)
            sketch.icon(self._after, ink, QRectF(words.right() + px(4), mid - side / 2, side, side))

    def fades(self) -> bool:
        """Stay readable when filled: what it waits for may stand on it."""
        return super().fades() and self._kind not in FILLED

    def _panel(self, sketch: Sketch, rect: QRectF) -> str:
        mix, tone = look().mix, self._tone
        if self._kind in FILLED and not self.isEnabled():
            sketch.panel(rect, "sunk", "line", radius=self.radius)
            return "muted"
        if self._kind in FILLED:
            fill = "primary" if self._kind == "primary" else "bad"
            sketch.panel(rect, mix(fill, "text", 0.14) if self.hot else fill, radius=self.radius)
            return "onprimary" if self._kind == "primary" else "onbad"
        if self._kind == "soft":
            sketch.panel(rect, mix(f"{tone}soft", tone, 0.12 if self.hot else 0.0), radius=self.radius)
            return tone
        if self._kind == "quiet":
            if self.hot:
                # On the dark plate of a toast the tone has no soft paper of its own.
                soft = f"{tone}soft"
                sketch.panel(rect, soft if soft in look().tokens else "railsel", radius=self.radius)
            return tone
        line = look().color("primary") if self.hot else mix("line", "edge", 0.35)
        sketch.panel(rect, "surface", line, radius=self.radius)
        return "text"

    def _side(self) -> float:
        if not self.text():
            return 12
        return 10 if self._kind == "quiet" else 18

    def _words(self) -> float:
        return words_width(self.text(), self._size) if self.text() else 0.0

    def _content(self) -> float:
        px = look().px
        icon = px(20) + (px(8) if self.text() else 0) if self._icon else 0
        return self._words() + icon + (px(24) if self._after else 0)

    def _height(self) -> int:
        return max(TARGET, look().tall(self._high)) + 2 * RING


class IconButton(Button):
    """A verb shown by its icon alone; the tip is its name."""

    def __init__(
        self, icon: str, tip: str, kind: Kind = "quiet", *, tone: str = "muted", high: float = TARGET
    ) -> None:
        super().__init__("", icon, kind, tone=tone, tip=tip, high=high)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square of at least 44 pixels."""
        return QSize(self._height(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def _panel(self, sketch: Sketch, rect: QRectF) -> str:
        if self._kind == "quiet" and self._tone == "muted":
            if self.hot:
                sketch.panel(rect, "muted_soft", radius=self.radius)
            return "muted"
        return super()._panel(sketch, rect)


class Toggle(Face):
    """A thing to choose: soft teal, a border and a tick when chosen. Tap again to take it back."""

    def __init__(
        self, label: str, icon: str = "", *, high: float = 52, radius: float = 26, size: float = TEXT
    ) -> None:
        super().__init__(label)
        self.radius = radius
        self._icon, self._high, self._size = icon, high, size
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the tick or icon and the words."""
        px = look().px
        wide = self._words() + px(20 + 8 + 40) + 2 * RING
        return QSize(round(wide), max(TARGET, look().tall(self._high)) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return room for the words with less air."""
        return QSize(self.sizeHint().width() - look().px(24), self.sizeHint().height())

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the pill."""
        px, chosen = look().px, self.isChecked()
        line = look().color("primary") if chosen or self.hot else look().mix("line", "edge", 0.6)
        sketch.panel(
            rect, "primarysoft" if chosen else "surface", line, width=2 if chosen else 1, radius=self.radius
        )
        icon, ink = ("check" if chosen else self._icon), ("primary" if chosen else "text")
        content = self._words() + (px(28) if icon else 0)
        at = rect.center().x() - content / 2
        if icon:
            side = px(20)
            ink_of_icon = ink if chosen else "muted"
            sketch.icon(icon, ink_of_icon, QRectF(at, rect.center().y() - side / 2, side, side))
            at += px(28)
        words = QRectF(at, rect.top(), min(self._words() + 2, rect.right() - at), rect.height())
        sketch.words(words, self.text(), ink, self._size, 600, middle=True)

    def _words(self) -> float:
        return words_width(self.text(), self._size)


class Check(Face):
    """A box to tick, with its words beside it; the words are part of the target."""

    def __init__(self, label: str, tip: str = "") -> None:
        super().__init__(label, tip)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the box and the words."""
        words = look().metrics(TEXT, 500).horizontalAdvance(self.text())
        return QSize(
            round(words + look().px(24 + 12 + 12)) + 2 * RING, max(TARGET, look().tall(TARGET)) + 2 * RING
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same; ticks do not shrink."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the box and the words."""
        px = look().px
        side = px(24)
        box = QRectF(rect.left() + px(4), rect.center().y() - side / 2, side, side)
        if self.isChecked():
            sketch.panel(box, "primary", radius=7)
            sketch.icon("check", "onprimary", box.adjusted(px(3), px(3), -px(3), -px(3)))
        else:
            sketch.panel(box, "surface", "primary" if self.hot else "edge", width=2, radius=7)
        words = QRectF(box.right() + px(12), rect.top(), rect.right() - box.right() - px(12), rect.height())
        sketch.words(words, self.text(), "text", TEXT, 500, align=START, middle=True)


class BigTile(Face):
    """A large thing to tap while standing: icon above a word, in a tone, with a count in the corner."""

    radius = RADIUS_CARD

    def __init__(self, label: str, icon: str, tone: str = "sand", tip: str = "") -> None:
        super().__init__(label, tip)
        self._icon, self._tone, self._count = icon, tone, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_count(self, count: int) -> None:
        """Show how many there are; zero shows nothing."""
        self._count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a tile that a thumb finds."""
        words = look().metrics(16, 600).horizontalAdvance(self.text())
        return QSize(
            round(max(words + look().px(28), look().px(112))) + 2 * RING, look().tall(104) + 2 * RING
        )

    def minimumSizeHint(self) -> QSize:
        """Return the least: the words and two lines."""
        return QSize(self.sizeHint().width() - look().px(12), look().tall(84) + 2 * RING)

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the tile."""
        px, tone = look().px, self._tone
        sketch.panel(rect, look().mix(f"{tone}soft", tone, 0.12 if self.hot else 0.0), radius=self.radius)
        side = px(30)
        high = side + px(14) + px(22)
        top = rect.center().y() - high / 2
        sketch.icon(self._icon, tone, QRectF(rect.center().x() - side / 2, top, side, side))
        words = QRectF(rect.left(), top + side + px(14), rect.width(), px(22))
        sketch.words(words, self.text(), tone, 16, 600, align=CENTER, middle=True)
        if self._count:
            disc = px(24)
            spot = QRectF(rect.right() - disc - px(10), rect.top() + px(8), disc, disc)
            sketch.panel(spot, tone, radius=12)
            sketch.words(spot, str(self._count), f"{tone}soft", 13, 700, align=CENTER, middle=True)
