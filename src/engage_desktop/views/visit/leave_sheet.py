"""Leaving when nobody was marked: an attempt, a visit that did not happen, a mistake, or a note without names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import column, flow, group
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.words import Wordbook
from engage_domain.contact_codes import MissedReason

ATTEMPT, MISTAKE, LEAVE = "attempt", "mistake", "leave"


class NobodySheet(Sheet):
    """Asks what it was when nobody was marked as here. `chosen` carries the answer, `missed` the reason."""

    chosen = Signal(str)
    missed = Signal(str)

    def __init__(self, parent: QWidget, book: Wordbook) -> None:
        super().__init__(parent, self.tr("Nobody was marked as here. What was it?"), width=640)
        self.answers: dict[str, Button] = {}
        for key, label, icon, tip in (
            (ATTEMPT, self.tr("Nobody was home"), "door-open", self.tr("An attempt: it shows your effort, and is not counted as a visit")),
            (LEAVE, self.tr("People were here; I will say who"), "users", self.tr("Go on to the seven steps")),
            (MISTAKE, self.tr("I started it by mistake"), "undo-2", self.tr("Nothing of it stays")),
        ):  # fmt: skip
            self.answers[key] = self._answer(key, label, icon, tip)
        reasons = []
        for code, label in book.options("missed_reason", [r.value for r in MissedReason][1:]):
            button = Button(label, kind="soft", tone="sand")
            button.clicked.connect(lambda _=False, reason=code: self._on_reason(reason))
            self.answers[code] = button
            reasons.append(button)
        title = Text(self.tr("It did not happen, because…"), weight=600, lines=0, inset=True)
        self.add(group(column(title, flow(*reasons, gap=2, line_gap=0), gap=4)))
        self.add_answer(self.tr("Go on with the visit"))
        self.answers[ATTEMPT].setFocus()

    def _answer(self, key: str, label: str, icon: str, tip: str) -> Button:
        button = Button(label, icon, "plain", tip=tip, high=52, size=16)
        button.clicked.connect(lambda _=False: self._on_answer(key))
        self.add(group(column(button, Text(tip, size=13, ink="muted", lines=0, inset=True), gap=0)))
        return button

    def _on_answer(self, key: str) -> None:
        self.accept()
        self.chosen.emit(key)

    def _on_reason(self, reason: str) -> None:
        self.accept()
        self.missed.emit(reason)
