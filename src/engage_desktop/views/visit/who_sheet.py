"""Whose words, whose promise, who came, who left: one tap on a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Field, LineEdit
from engage_desktop.views.kit.layout import column, flow, group, row
from engage_desktop.views.kit.text import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who can be tapped: a key and the words on the button."""

    key: str
    label: str
    icon: str = ""


class WhoSheet(Sheet):
    """Asks for one person. `said` is the key of a choice, or nothing and a name that was written."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        first: Sequence[Choice],
        others: Sequence[Choice] = (),
        *,
        tone: str = "primary",
        other_label: str = "",
    ) -> None:
        super().__init__(parent, title, width=640)
        self._tone = tone
        self.said = ("", "")
        self.buttons: dict[str, Button] = {}
        if first:
            self.add(self._flow(first))
        if others:
            self.add(
                group(
                    column(
                        Text(self.tr("Not here"), size=14, ink="muted", inset=True), self._flow(others), gap=2
                    )
                )
            )
        self.other = LineEdit(other_label, self.tr("A name, or who they are"))
        self._add = Button(self.tr("Add"), "plus", "soft", tone=tone)
        if other_label:
            self._add.clicked.connect(self._on_other)
            self.other.returnPressed.connect(self._on_other)
            self.add(Field(other_label, group(row((self.other, 1), self._add, gap=6))))
        self.add_answer(self.tr("Not now"))
        if self.buttons:
            next(iter(self.buttons.values())).setFocus()

    def _flow(self, choices: Sequence[Choice]) -> QWidget:
        made = []
        for choice in choices:
            button = Button(choice.label, choice.icon, "soft", tone=self._tone, high=58, size=17)
            button.clicked.connect(lambda _=False, key=choice.key: self._take(key))
            self.buttons[choice.key] = button
            made.append(button)
        return flow(*made, gap=4, line_gap=2)

    def _take(self, key: str) -> None:
        self.said = (key, "")
        self.answer()

    def _on_other(self) -> None:
        name = self.other.text().strip()
        if name:
            self.said = ("", name)
            self.answer()
        else:
            self.other.setFocus()
