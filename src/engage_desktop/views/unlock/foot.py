"""The foot of the pages before unlocking: language, text size, light or dark."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Flow, group, row
from engage_desktop.views.kit.marks import Icon
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)


class LookFoot(QWidget):
    """Three quiet verbs. Each says what it wants; the application does it."""

    language_wanted = Signal()
    size_wanted = Signal(float)
    dark_wanted = Signal(bool)

    def __init__(self, other_language: str, promise: str) -> None:
        super().__init__()
        language = Button(other_language, "languages", "quiet", tone="muted")
        size = Button(self.tr("Text size"), "a-large-small", "quiet", tone="muted")
        self._dark = Button("", "moon", "quiet", tone="muted")
        line = Flow(gap=6)
        for button in (language, size, self._dark):
            line.addWidget(button)
        line.addWidget(
            group(
                row(
                    Icon("shield-check", "good", 18),
                    Text(promise, size=14, weight=500, ink="muted"),
                    gap=8,
                    pad=(8, 12, 0, 12),
                )
            )
        )
        self.setLayout(line)
        language.clicked.connect(self.language_wanted)
        size.clicked.connect(self._on_size)
        self._dark.clicked.connect(self._on_dark)
        self.restyle()

    def restyle(self) -> None:
        """Offer the other of light and dark."""
        self._dark.say(self.tr("Light") if look().dark else self.tr("Dark"))
        self._dark.set_icon("sun" if look().dark else "moon")

    def _on_size(self) -> None:
        larger = [size for size in SIZES if size > look().scale + 0.01]
        self.size_wanted.emit(larger[0] if larger else SIZES[0])

    def _on_dark(self) -> None:
        self.dark_wanted.emit(not look().dark)
