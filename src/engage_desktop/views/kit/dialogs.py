"""Sheets that ask something before it happens. They open without stopping the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget
from shiboken6 import isValid

from engage_desktop.views.kit.face import ENTER, Button, Kind
from engage_desktop.views.kit.layout import Flow, Scroll, column, group
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import TEXT_CARD, TEXT_LARGE, TEXT_SMALL


class Sheet(QDialog):
    """A question with its answers. Escape leaves, Enter takes the main answer (never a dangerous one); the focus returns where it was."""

    comes_back = False  # whether its page opens it again, words and all, after the program ended

    def __init__(self, parent: QWidget, title: str = "", words: str = "", *, width: float = 520) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle("Engage")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._width, self._came_from = width, QApplication.focusWidget()
        self._main: Button | None = None  # taken by Enter
        self._bold: Button | None = None  # what the sheet is about: the main answer, else the dangerous one
        self._keeping: Callable[[Answered], object] = Answered.done
        self._is_waiting = False
        self._wrong = Text("", size=TEXT_SMALL, weight=600, ink="bad", lines=0, inset=True)
        self._wrong.hide()
        self._title = Text("", size=TEXT_CARD, weight=700, lines=0, inset=True)
        self._words = Text("", size=TEXT_LARGE, ink="muted", lines=0, leading=1.25, inset=True)
        self._body = column(gap=12)
        self._answers = Flow(gap=8, end=True)
        inner = column(self._title, self._words, self._body, self._wrong, gap=10)
        inner.addStretch(1)
        self._scroll = Scroll(group(inner), title)
        self._inner = self._scroll.widget()
        if self._inner is not None:
            self._inner.installEventFilter(self)
        self.setLayout(column((self._scroll, 1), group(self._answers), gap=14, pad=(20, 20, 20, 16)))
        self.set_question(title, words)

    def set_question(self, title: str, words: str = "") -> None:
        """Ask something else."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._scroll.setAccessibleName(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    @property
    def takes_words(self) -> bool:
        """Whether there is an answer that takes what is written; a search has none."""
        return self._bold is not None

    def add(self, widget: QWidget) -> None:
        """Put something between the words and the answers."""
        self._body.addWidget(widget)

    def add_answer(
        self, label: str, icon: str = "", *, main: bool = False, danger: bool = False, stays: bool = False
    ) -> Button:
        """Offer an answer and return its button; the main one is taken by Enter. With `stays` it does not close."""
        kind: Kind = "danger" if danger else ("primary" if main else "plain")
        button = Button(label, icon, kind)
        self._answers.addWidget(button)
        if main:
            self._main = button
        if main or (danger and self._bold is None):
            self._bold = button
        if not stays:
            button.clicked.connect(self.accept if main or danger else self.reject)
        return button

    def takes(self, keep: Callable[[Answered], object]) -> None:
        """Have the main (or dangerous) answer kept by `keep` before the sheet closes: what cannot be kept stays to be mended."""
        self._keeping = keep
        if self._bold is not None:
            self._bold.clicked.disconnect(self.accept)
            self._bold.clicked.connect(self.answer)

    def answer(self) -> None:
        """Have the answer kept, as `takes` was told."""
        if not self._is_waiting:  # pressed twice, it is one answer all the same
            self.say_wrong("")
            self._is_waiting = True
            self._keeping(Answered(self))

    def say_wrong(self, words: str) -> None:
        """Say why the answer could not be kept, so that it can be given again; nothing takes the words away."""
        self._is_waiting = False
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.setAccessibleDescription(words or self._words.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what is in it, such as words about what is wrong, as far as the window goes."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            high = self.sizeHint().height()
            if high > self.height():
                self.resize(self.width(), high)
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return a sheet as high as its words, but never higher than its window."""
        owner = self.parentWidget()
        room = owner.window().size() if owner is not None else QSize(1366, 768)
        wide = min(look().px(self._width), room.width() - 32)
        inner = self._inner
        words = inner.heightForWidth(wide - look().px(56)) if inner is not None else 0
        answers = self._answers.heightForWidth(wide - look().px(40))
        high = words + answers + look().px(20 + 16 + 14) + 8
        return QSize(wide, min(high, room.height() - 32))

    def open(self) -> None:
        """Show the sheet; the program goes on."""
        self.ensurePolished()
        self.resize(self.sizeHint())
        super().open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the main answer with Enter, unless several lines are being written."""
        writing = isinstance(self.focusWidget(), QPlainTextEdit)
        if event.key() in ENTER and not writing and self._main is not None and self._main.isEnabled():
            self._main.click()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close and give the focus back."""
        came_from = self._came_from
        super().done(result)
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class Answered:
    """A sheet whose answer is being kept: it closes when that is done, and says so when it could not be.

    It may be gone by then: somebody left it.
    """

    sheet: Sheet

    def done(self) -> None:
        """Close: the answer is kept."""
        if isValid(self.sheet):
            self.sheet.accept()

    def failed(self, words: str) -> bool:
        """Stay and say why; say whether the sheet was still there to say it."""
        if not isValid(self.sheet):
            return False
        self.sheet.say_wrong(words)
        return self.sheet.isVisible()


def confirm(
    parent: QWidget,
    title: str,
    words: str,
    yes: str,
    then: Callable[[], object],
    *,
    no: str = "",
    icon: str = "",
    danger: bool = False,
) -> Sheet:
    """Ask before doing something; `then` runs only after the yes. Returns the open sheet."""
    sheet = Sheet(parent, title, words)
    safe = sheet.add_answer(no or QApplication.translate("Sheet", "Not now"))
    bold = sheet.add_answer(yes, icon, main=not danger, danger=danger)
    (safe if danger else bold).setFocus()
    sheet.accepted.connect(then)
    sheet.open()
    return sheet
