"""Things of one kind side by side, below each other where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engage_desktop.views.kit.layout import row
from engage_desktop.views.kit.theme import look


class Abreast(QWidget):
    """Shares its room evenly; narrower than `least` at 100 % it puts one thing below the other."""

    def __init__(self, least: float, *pieces: QWidget, gap: float = 4) -> None:
        super().__init__()
        self._least = least
        self.box = row(*((piece, 1) for piece in pieces), gap=gap)
        self.setLayout(self.box)

    @property
    def is_stacked(self) -> bool:
        """Whether there is no room side by side."""
        return 1 < self.width() < look().px(self._least)

    def restyle(self) -> None:
        """Decide again whether all fit side by side."""
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again whether all fit side by side."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        way = QBoxLayout.Direction
        wanted = way.TopToBottom if self.is_stacked else way.LeftToRight
        if self.box.direction() is not wanted:
            self.box.setDirection(wanted)
            self.updateGeometry()
