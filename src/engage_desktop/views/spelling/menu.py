"""The menu of one misspelt word: what may have been meant, and leaving it as it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPlainTextEdit
from shiboken6 import isValid

from engage_desktop.views.kit.theme import look
from engage_desktop.views.spelling.helper import SpellHelper


@dataclass(frozen=True, slots=True)
class Offer:
    """A word, the language it stands in, and whom to ask what was meant."""

    word: str
    helper: SpellHelper
    language: str


class SpellMenu(QMenu):
    """Opens at once; the suggestions come into it. `taken` carries one, `left` means that the word is right."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, area: QPlainTextEdit, offer: Offer) -> None:
        super().__init__(area)
        self._offer = offer
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Spelling of “{word}”").format(word=offer.word))
        self._waiting = self.addAction(look().icon("loader", "muted", 18), self.tr("Looking …"))
        self._waiting.setEnabled(False)
        self._rule = self.addSeparator()
        leave = self.addAction(look().icon("check", "muted", 18), self.tr("Leave it as it is in this note"))
        leave.triggered.connect(self.left)
        self.aboutToHide.connect(offer.helper.cancel)
        offer.helper.suggest(offer.word, offer.language, self._on_meant)

    def suggestions(self) -> tuple[str, ...]:
        """Return what is offered so far."""
        return tuple(str(action.data()) for action in self.actions() if action.data())

    def _on_meant(self, meant: tuple[str, ...]) -> None:
        if not isValid(self):
            return
        self._waiting.setVisible(not meant)
        self._waiting.setText(self.tr("No suggestion"))
        for word in meant:
            action = QAction(look().icon("spell-check", "primary", 18), word, self)
            action.setData(word)
            action.triggered.connect(lambda _on=False, said=word: self.taken.emit(said))
            self.insertAction(self._rule, action)
        first = next((action for action in self.actions() if action.data()), None)
        if first is not None:
            self.setActiveAction(first)
