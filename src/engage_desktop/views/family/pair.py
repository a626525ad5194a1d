"""Two things side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.layout import row
from engage_desktop.views.kit.theme import look


class Pair(QWidget):
    """Two fields, or two columns, side by side, below each other when text is large."""

    def __init__(self, first: QWidget, second: QWidget, *, gap: float = 4) -> None:
        super().__init__()
        self._box = row((first, 1), (second, 1), gap=gap)
        for piece in (first, second):
            self._box.setAlignment(piece, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._box)
        self.restyle()

    def restyle(self) -> None:
        """Decide again whether both fit."""
        way = self._box.Direction
        self._box.setDirection(way.TopToBottom if look().large else way.LeftToRight)
