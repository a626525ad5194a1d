"""A border round a bare line to write in, with signs and buttons: searching, and secrets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import group, row
from engage_desktop.views.kit.lines import LineEdit
from engage_desktop.views.kit.marks import Icon
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TEXT_LEAST, TEXT_READING

PAUSE_MS = 150


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


SECRET = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
)


class SecretField(Framed):
    """A place for a passphrase or PIN, with a button that shows it."""

    def __init__(self, name: str, placeholder: str = "", *, high: float = 56) -> None:
        super().__init__(LineEdit(name, placeholder, size=TEXT_READING), high=high)
        self.show_button = Button(self.tr("Show"), "eye", "quiet")
        self.show_button.clicked.connect(self._on_show)
        self.add_tail(self.show_button)
        self._set_shown(False)

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
        self.edit.setInputMethodHints(
            SECRET
        )  # Qt forgets them with what it shows, and keyboards would learn it
        self.show_button.set_icon("eye-off" if shown else "eye")
        self.show_button.say(self.tr("Hide") if shown else self.tr("Show"))
