"""Saying what is going on: notices, empty places, failures, waiting and progress. None of them ever names anybody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import column, group, row
from engage_desktop.views.kit.marks import Icon, IconPlate
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import (
    FOOT,
    RADIUS_BUTTON,
    RADIUS_CARD,
    RING,
    TARGET,
    TEXT_LARGE,
    TEXT_QUESTION,
)

WAIT_MS = 400
TOAST_MS = 8000
ICONS = {
    "info": "info",
    "good": "circle-check",
    "warn": "circle-alert",
    "bad": "triangle-alert",
    "sand": "shield",
}


def _announce(widget: QWidget) -> None:
    """Have a screen reader read it now."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Notice(QWidget):
    """A quiet box in the page: something worth knowing, and perhaps what to do about it."""

    closed = Signal()

    def __init__(
        self, title: str, words: str = "", *, tone: str = "info", icon: str = "", closable: bool = False
    ) -> None:
        super().__init__()
        self._tone = tone
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._icon = Icon(icon or ICONS.get(tone, "info"), tone, 20)
        self._title = Text(title, weight=600, lines=0)
        self._words = Text(words, ink="text", lines=0, leading=1.2)
        # Beside the button the title has its room already; the words below it have not.
        self._below = group(column(self._words, pad=(0, 0, 0, 8 if closable else 0)))
        if not words:
            self._below.hide()
        self._verbs = row(gap=4)
        head = row(self._icon, (self._title, 1), gap=10)
        if closable:
            close = IconButton("x", self.tr("Close"))
            close.clicked.connect(self._on_close)
            head.addWidget(close)
        pad = (20, 6, 8, 6) if closable else (20, 16, 16, 14)
        self.setLayout(column(head, self._below, self._verbs, None, gap=6, pad=pad))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_verb(self, label: str, icon: str = "") -> Button:
        """Offer something to do and return its button."""
        verb = Button(label, icon, "quiet", tone=self._tone)
        if not self._verbs.count():
            self._verbs.addStretch(1)
        self._verbs.insertWidget(self._verbs.count() - 1, verb)
        return verb

    def say(self, title: str, words: str = "") -> None:
        """Say something else, aloud too."""
        self._title.setText(title)
        self._words.setText(words)
        self._below.setVisible(bool(words))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        _announce(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        Sketch.on(self, painter).panel(rect, f"{self._tone}soft", radius=RADIUS_CARD)
        painter.end()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()


class Toast(QWidget):
    """A line at the foot of the window that goes by itself, with one verb, often *Undo*.

    It stays while the pointer or the focus is on it. `acted` says that the verb was wanted.
    """

    acted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._words = Text("", weight=500, ink="ontip")
        self._verb = Button("", kind="quiet", tone="badge")
        self._verb.clicked.connect(self._on_verb)
        self._end = QWidget()
        self.setLayout(row(self._words, self._verb, self._end, gap=10, pad=(20, 4, 8, 4)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str, verb: str = "", stay_ms: int = TOAST_MS) -> None:
        """Say a few words, never a name."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._verb.setVisible(bool(verb))
        self._end.setFixedWidth(look().px(2))
        self._end.setVisible(not verb)
        self._verb.say(verb)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(stay_ms)
        _announce(self)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Stay while somebody reads."""
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        """Go soon after."""
        if self.isVisible():
            self._timer.start(TOAST_MS // 2)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        self._timer.stop()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes its size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dark plate."""
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        Sketch.on(self, painter).panel(rect, "rail", "railsel", radius=RADIUS_BUTTON)
        painter.end()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        self._words.set_ink("onrail")
        wanted = self.sizeHint()
        high = max(wanted.height(), look().tall(TARGET) + 2 * RING)
        size = QSize(min(wanted.width(), over.width() - look().px(32)), high)
        self.resize(size)
        self.move(QPoint((over.width() - size.width()) // 2, _foot(over) - size.height() - look().px(8)))

    def _on_verb(self) -> None:
        self.hide()
        self.acted.emit()


def _foot(over: QWidget) -> int:
    """Return where the line at the foot of a page begins: what it says is never covered."""
    lines = [line for line in over.findChildren(QWidget, FOOT) if line.isVisible()]
    tops = [line.mapTo(over, QPoint(0, 0)).y() for line in lines]
    return min([over.height() - look().px(36), *tops])


class Middle(QWidget):
    """Something said in the middle of an otherwise empty place."""

    def __init__(self, icon: str, tone: str, title: str, words: str) -> None:
        super().__init__()
        self._title = Text(title, size=TEXT_QUESTION - 3, weight=700, lines=0, align=CENTER)
        self._words = Text(words, size=TEXT_LARGE, ink="muted", lines=0, leading=1.3, align=CENTER)
        self._plate = IconPlate(icon, tone, 68)
        self._verbs = row(None, None, gap=8)
        middle = column(None, gap=14)
        middle.addWidget(self._plate, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.put(self._title, self._words, self._verbs, None)
        self._inner = group(middle)
        self.setLayout(row(None, (self._inner, 6), None, gap=0, pad=(16, 24, 16, 24)))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.restyle()

    def restyle(self) -> None:
        """Keep the lines short."""
        self._inner.setMaximumWidth(look().px(520))

    def add_verb(self, label: str, icon: str = "", *, primary: bool = False) -> Button:
        """Offer a way on and return its button."""
        verb = Button(label, icon, "primary" if primary else "plain", high=48)
        self._verbs.insertWidget(self._verbs.count() - 1, verb)
        return verb

    def _say(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)


class EmptyState(Middle):
    """What this place is for, and the first step."""

    def __init__(self, icon: str, title: str, words: str) -> None:
        super().__init__(icon, "primary", title, words)

    def show_words(self, title: str, words: str) -> None:
        """Say something else, aloud too."""
        self._say(title, words)
        _announce(self)


class ErrorState(Middle):
    """What happened, that the work is safe, and the way on."""

    retry_wanted = Signal()

    def __init__(self, title: str, words: str = "", *, retry: bool = True) -> None:
        super().__init__("triangle-alert", "clay", title, "")
        self.show_error(title, words)
        if retry:
            self.add_verb(self.tr("Try again"), "refresh-cw").clicked.connect(self.retry_wanted)

    def show_error(self, title: str, words: str = "") -> None:
        """Say what happened; without words of your own it says that the work is safe."""
        self._say(title, words or self.tr("Everything you wrote is kept on this laptop."))
        _announce(self)


class LoadingState(QWidget):
    """A calm word while something is fetched. It shows only when the wait is long enough to notice."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = Text(words or self.tr("One moment…"), size=TEXT_LARGE, ink="muted", align=CENTER)
        self.setLayout(column(None, self._words, None, pad=(16, 24, 16, 24)))
        self.setAccessibleName(self._words.text())
        self._words.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._words.show)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to wait."""
        self._words.hide()
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop waiting."""
        self._timer.stop()
        super().hideEvent(event)


class Bar(QWidget):
    """How far something is, from 0 to 1; less than 0 means nobody knows."""

    def __init__(self) -> None:
        super().__init__()
        self._share = -1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a slim bar."""
        return QSize(look().px(160), look().px(8))

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.updateGeometry()

    def show_share(self, share: float) -> None:
        """Show how far it is."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        rect = QRectF(self.rect())
        sketch.panel(rect, "line", radius=4)
        if self._share >= 0:
            wide = max(rect.height(), rect.width() * min(1.0, self._share))
            sketch.panel(QRectF(rect.left(), rect.top(), wide, rect.height()), "primary", radius=4)
        painter.end()


class ProgressPanel(QWidget):
    """What is being done, how far it is, and a way to stop it."""

    cancel_wanted = Signal()

    def __init__(self, title: str, *, cancel: bool = True) -> None:
        super().__init__()
        self._title = Text(title, weight=600, lines=0)
        self._words = Text("", ink="muted", lines=0)
        self._words.hide()
        self._bar = Bar()
        self._cancel = Button(self.tr("Stop"), "x", "quiet")
        self._cancel.clicked.connect(self.cancel_wanted)
        if not cancel:
            self._cancel.hide()
        words = column(self._title, self._words, gap=2)
        self.setLayout(column(row((words, 1), self._cancel), self._bar, gap=10, pad=(22, 14, 22, 22)))
        self.setAccessibleName(title)

    def show_title(self, title: str) -> None:
        """Say what is being done."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def offer_stop(self, *, offered: bool) -> None:
        """Offer to stop it, or not where it cannot be stopped."""
        self._cancel.setVisible(offered)

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Show how far it is; a total of 0 means nobody knows."""
        self._bar.show_share(done / total if total else -1.0)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleDescription(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        Sketch.on(self, painter).card(QRectF(self.rect()))
        painter.end()
