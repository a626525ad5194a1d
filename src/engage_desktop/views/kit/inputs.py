"""Places to write and to choose: each has a name, a keyboard way in and 44 pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from engage_desktop.views.kit.face import Button, Face, IconButton, Kind
from engage_desktop.views.kit.layout import column, group, row
from engage_desktop.views.kit.marks import Icon
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import (
    MEASURE,
    RING,
    TARGET,
    TEXT,
    TEXT_LARGE,
    TEXT_LEAST,
    TEXT_READING,
    TEXT_SMALL,
)

Options = Sequence[tuple[str, str]]
PAUSE_MS = 150


def _repolish(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class LineEdit(QLineEdit):
    """One line to write. `name` is what it is for; it need not show."""

    def __init__(self, name: str, placeholder: str = "", *, size: float = TEXT_LARGE) -> None:
        super().__init__()
        self._size = size
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.restyle()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that what is written cannot be taken."""
        if bool(self.property("wrong")) is not wrong:
            self.setProperty("wrong", wrong)
            _repolish(self)

    def set_bare(self) -> None:
        """Do without a border of its own, inside something that has one."""
        self.setProperty("bare", True)
        _repolish(self)

    def restyle(self) -> None:
        """Take the font of the theme."""
        self.setFont(look().font(self._size))
        self.updateGeometry()


class TextArea(QPlainTextEdit):
    """Several lines to write, in plain text. Lines stay short enough to read; Tab leaves the field.

    With `grows` it is as high as its text, from `least_lines` on, and its page scrolls instead.
    """

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        least_lines: int = 4,
        grows: bool = False,
        size: float = TEXT_READING,
        measure: float = MEASURE,
    ) -> None:
        super().__init__()
        self._least_lines, self._grows, self._size, self._measure = least_lines, grows, size, measure
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.restyle()

    def set_bare(self) -> None:
        """Do without a border of its own, inside something that has one."""
        self.setProperty("bare", True)
        _repolish(self)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that what is written cannot be taken."""
        if bool(self.property("wrong")) is not wrong:
            self.setProperty("wrong", wrong)
            _repolish(self)

    def restyle(self) -> None:
        """Take the font of the theme and cap the line again."""
        self.setFont(look().font(self._size))
        self._cap()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cap the line at a width that reads well."""
        super().resizeEvent(event)
        self._cap()

    def sizeHint(self) -> QSize:
        """Return room for the lines promised, or for all of them."""
        words = self._least_lines * self.fontMetrics().lineSpacing()
        if self._grows:
            words = max(words, self._words_high())
        margin = 2 * round(self.document().documentMargin())
        return QSize(look().px(360), words + margin + self._frame_high())

    def minimumSizeHint(self) -> QSize:
        """Return room for the least lines."""
        if self._grows:
            return QSize(look().px(160), self.sizeHint().height())
        high = min(2, self._least_lines) * self.fontMetrics().lineSpacing() + look().px(28) + 2 * RING
        return QSize(look().px(160), high)

    def _words_high(self) -> int:
        layout, block, high = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        return int(high + 0.999)

    def _frame_high(self) -> int:
        self.ensurePolished()
        return max(0, self.height() - self.contentsRect().height()) + 2

    def _on_size(self) -> None:
        self.updateGeometry()

    def _cap(self) -> None:
        spare = max(0, self.contentsRect().width() - look().px(self._measure))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(spare if rtl else 0, 0, 0 if rtl else spare, 0)


class Framed(QWidget):
    """A border round a bare line to write in, with room for a sign before and buttons after it."""

    def __init__(self, edit: LineEdit, *, icon: str = "", high: float = 52) -> None:
        super().__init__()
        self.edit = edit
        self._high = high
        edit.set_bare()
        self._tail = row(gap=2)
        pieces = [Icon(icon, "muted", 22)] if icon else []
        self.setLayout(row(*pieces, (edit, 1), self._tail, gap=12, pad=(18, 4, 6, 4)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(edit)
        edit.installEventFilter(self)
        self._wrong = False

    def add_tail(self, widget: QWidget) -> None:
        """Put something at the end of the line."""
        self._tail.addWidget(widget)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that what is written cannot be taken."""
        self._wrong = wrong
        self.update()

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a generous line."""
        return QSize(look().px(320), look().tall(self._high) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return a short line of the same height."""
        inner = self.layout()
        wide = inner.minimumSize().width() if inner is not None else 0
        return QSize(max(wide, look().px(120)), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the border when the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: object) -> None:
        """Let a tap anywhere in the frame start writing."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the border: it thickens with the focus."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        focused = self.edit.hasFocus()
        line = "bad" if self._wrong else ("primary" if focused else "edge")
        sketch.panel(rect, "surface", line, width=2 if focused or self._wrong else 1)
        painter.end()


class SearchField(Framed):
    """A place to search. `typed` follows each key, `settled` waits for a pause of a blink."""

    typed = Signal(str)
    settled = Signal(str)

    def __init__(self, name: str, placeholder: str = "", hint: str = "") -> None:
        super().__init__(LineEdit(name, placeholder, size=18), icon="search")
        self._hint = group(row(Text(hint, size=TEXT_LEAST, weight=500, ink="muted"), pad=(0, 0, 14, 0)))
        self._clear = IconButton("x", self.tr("Clear the search"))
        self._clear.clicked.connect(self.clear)
        self.add_tail(self._hint)
        self.add_tail(self._clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.edit.textChanged.connect(self._on_text)
        self._clear.hide()

    def text(self) -> str:
        """Return what is searched for."""
        return self.edit.text().strip()

    def clear(self) -> None:
        """Search for nothing."""
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape empty the field first."""
        escape = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if escape and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.clear()
            return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._hint.setVisible(not text)
        self._pause.start()
        self.typed.emit(text.strip())

    def _on_pause(self) -> None:
        self.settled.emit(self.text())


class SecretField(Framed):
    """A place for a passphrase or PIN, with a button that shows it."""

    def __init__(self, name: str, placeholder: str = "", *, high: float = 56) -> None:
        super().__init__(LineEdit(name, placeholder, size=TEXT_READING), high=high)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.show_button = Button(self.tr("Show"), "eye", "quiet")
        self.show_button.clicked.connect(self._on_show)
        self.add_tail(self.show_button)

    def text(self) -> str:
        """Return what is written, spaces and all."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what is written and hide again."""
        self.edit.clear()
        self._set_shown(False)

    def _on_show(self) -> None:
        self._set_shown(self.edit.echoMode() is QLineEdit.EchoMode.Password)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_shown(self, shown: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if shown else mode.Password)
        self.show_button.set_icon("eye-off" if shown else "eye")
        self.show_button.say(self.tr("Hide") if shown else self.tr("Show"))


class Field(QWidget):
    """A label, something to write or choose in, and below it a hint or what is wrong."""

    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._label = Text(label, size=TEXT_SMALL, weight=600, inset=True, lines=0)
        self._label.setBuddy(editor)
        self._hint = hint
        self._below = Text(hint, size=TEXT_LEAST, weight=500, ink="muted", lines=0, inset=True)
        self._below.setVisible(bool(hint))
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self.setLayout(column(self._label, editor, self._below, gap=2))
        self.setFocusProxy(editor)

    def set_wrong(self, words: str = "") -> None:
        """Say what is wrong, or nothing when all is well."""
        self._below.setText(words or self._hint)
        self._below.set_ink("bad" if words else "muted")
        self._below.setVisible(bool(words or self._hint))
        self.editor.setAccessibleDescription(words or self._hint)
        mark = getattr(self.editor, "set_wrong", None)
        if callable(mark):
            mark(bool(words))


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
            action = menu.addAction(look().icon("check", ink, 18), label)
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


class Leaving(QObject):
    """Tells when a field loses the focus: the moment to settle what was written."""

    left = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the focus going elsewhere, not into a menu of the field."""
        gone = isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut
        if gone and isinstance(event, QFocusEvent) and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
        return super().eventFilter(watched, event)
