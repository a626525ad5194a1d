"""Choosing one of several: from a menu, or from answers side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QWidget

from engage_desktop.views.kit.face import Button, Face, Kind
from engage_desktop.views.kit.layout import row
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TARGET, TEXT, TEXT_LARGE

Options: TypeAlias = Sequence[tuple[str, str]]


class ChoiceButton(Button):
    """One of several, from a menu. `chosen` carries the key. With a `name` it speaks as "name: choice"."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Options,
        here: str = "",
        *,
        icon: str = "",
        kind: Kind = "plain",
        empty: str = "",
    ) -> None:
        super().__init__("", icon, kind, after="chevron-down")
        self._name, self._empty = name, empty
        self._options: tuple[tuple[str, str], ...] = tuple(options)
        self._here = ""
        self.choose(here)
        self.clicked.connect(self.open_menu)

    def here(self) -> str:
        """Return the key that is chosen, or nothing."""
        return self._here

    def set_options(self, options: Options, here: str = "") -> None:
        """Offer other things."""
        self._options = tuple(options)
        self.choose(here)

    def choose(self, key: str) -> None:
        """Take one, without telling anybody."""
        label = dict(self._options).get(key, "")
        self._here = key if label else ""
        self.say(label or self._empty or self._name)
        self.setAccessibleName(f"{self._name}: {label}" if label else self._name)

    def open_menu(self) -> None:
        """Show what can be chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._name)
        for key, label in self._options:
            ink = "primary" if key == self._here else "raised"
            action = menu.addAction(look().icon("check", ink, 18), label.replace("&", "&&"))
            action.setData(key)
            if key == self._here:
                menu.setActiveAction(action)
        menu.triggered.connect(self._on_action)
        menu.popup(self.mapToGlobal(QPoint(RING, self.height())))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw it like a field when plain: words at the start, arrow at the end."""
        if self._kind != "plain":
            super().draw(sketch, rect)
            return
        px = look().px
        sketch.panel(rect, "surface", "primary" if self.hot else "edge", radius=self.radius)
        at, side = rect.left() + px(14), px(20)
        if self._icon:
            sketch.icon(self._icon, "muted", QRectF(at, rect.center().y() - side / 2, side, side))
            at += px(28)
        end = rect.right() - px(12) - side
        words = QRectF(at, rect.top(), end - px(6) - at, rect.height())
        ink = "text" if self._here else "muted"
        sketch.words(words, self.text(), ink, TEXT_LARGE, 400, middle=True)
        sketch.icon("chevron-down", "muted", QRectF(end, rect.center().y() - side / 2, side, side))

    def sizeHint(self) -> QSize:
        """Return room for the longest choice, so that nothing moves when another is taken."""
        if self._kind != "plain":
            return super().sizeHint()
        texts = [label for _, label in self._options] + [self._empty or self._name]
        metrics = look().metrics(TEXT_LARGE)
        words = max(metrics.horizontalAdvance(text) for text in texts)
        wide = words + look().px(14 + 6 + 20 + 14 + (28 if self._icon else 0))
        return QSize(round(wide) + 2 * RING, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the choice that shows."""
        if self._kind != "plain":
            return super().minimumSizeHint()
        words = look().metrics(TEXT_LARGE).horizontalAdvance(self.text())
        wide = words + look().px(14 + 6 + 20 + 12 + (28 if self._icon else 0))
        return QSize(round(wide) + 2 * RING + 2, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the down arrow open the menu."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def _on_action(self, action: object) -> None:
        data = getattr(action, "data", None)
        key = data() if callable(data) else ""
        if isinstance(key, str) and key != self._here:
            self.choose(key)
            self.chosen.emit(key)


class Segment(Face):
    """One answer of a segmented control."""

    def __init__(self, key: str, label: str, *, solid: bool) -> None:
        super().__init__(label)
        self.key = key
        self.tone = "primary"
        self._solid = solid
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        words = look().metrics(TEXT, 600).horizontalAdvance(self.text())
        return QSize(
            max(round(words) + look().px(24), TARGET) + 2 * RING, max(TARGET, look().tall(TARGET)) + 2
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same with less air."""
        return QSize(self.sizeHint().width() - look().px(12), self.sizeHint().height())

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the answer; the chosen one is a white or teal plate."""
        on = self.isChecked()
        if on and self._solid:
            sketch.panel(rect, "primary", radius=9)
        elif on:
            sketch.panel(rect, "surface", look().mix("line", "edge", 0.6), radius=9)
        elif self.hot:
            sketch.panel(rect, look().mix("sunk", "edge", 0.15), radius=9)
        ink = ("onprimary" if self._solid else "text") if on else self.tone
        sketch.words(rect, self.text(), ink, TEXT, 600, align=CENTER, middle=True)


class Segmented(QWidget):
    """A few answers in one frame. Nothing is chosen until somebody chooses. `chosen` carries the key.

    `solid` draws the answer in teal; `set_wanted` draws the frame dashed while an answer is awaited.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: Options, here: str = "", *, solid: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name, self._solid, self._wanted = name, solid, False
        self._group = QButtonGroup(self)
        self._segments = {key: Segment(key, label, solid=solid) for key, label in options}
        box = row(gap=0, pad=(3, 3, 3, 3))
        for segment in self._segments.values():
            segment.setAccessibleName(f"{name}: {segment.text()}")
            segment.setAutoExclusive(True)
            self._group.addButton(segment)
            box.addWidget(segment, 1)
            segment.clicked.connect(self._on_segment)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choose(here)

    def here(self) -> str:
        """Return the key that is chosen, or nothing."""
        segment = self._group.checkedButton()
        return segment.key if isinstance(segment, Segment) else ""

    def segment(self, key: str) -> Segment:
        """Return the face of one answer."""
        return self._segments[key]

    def choose(self, key: str) -> None:
        """Choose one, or none with an unknown key, without telling anybody."""
        self._group.setExclusive(False)
        for name, segment in self._segments.items():
            segment.setChecked(name == key)
        self._group.setExclusive(True)
        self._tint()

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that an answer is awaited."""
        self._wanted = wanted
        self._tint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        rect = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self._wanted and not self.here():
            sketch.panel(rect, "surface", "warn", width=1.8, dash=True)
        elif self._solid:
            sketch.panel(rect, "surface", look().mix("line", "edge", 0.6))
        else:
            sketch.panel(rect, "sunk")
        painter.end()

    def _tint(self) -> None:
        waiting = self._wanted and not self.here()
        for segment in self._segments.values():
            segment.tone = "warn" if waiting else "muted"
            segment.update()
        self.update()

    def _on_segment(self) -> None:
        self._tint()
        self.chosen.emit(self.here())
