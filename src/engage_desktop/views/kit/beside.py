"""Something with a panel beside it, which takes its place where there is no room for both."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.layout import Fitting, row
from engage_desktop.views.kit.theme import look

NARROW = 900
UNBOUNDED = 16_777_215


class Panel(QWidget):
    """What shows beside something, or alone."""

    def set_alone(self, alone: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Offer the way back when nothing else shows."""


class Beside(Fitting):
    """A main part and a panel between `least` and `most` wide; with large text or little room one or the other."""

    def __init__(self, main: QWidget, panel: Panel, least: float, most: float) -> None:
        super().__init__()
        self._main, self._panel, self._least, self._most = main, panel, least, most
        self._is_shown = False
        self._box = row((main, 1), panel, gap=12)
        self.setLayout(self._box)
        self.fit_room()

    def show_panel(self, *, shown: bool) -> None:
        """Show the panel, or the main part alone."""
        self._is_shown = shown
        self.fit_room()

    def fit_room(self) -> None:
        """Decide whether both fit, or one."""
        alone = look().large or self.width() < look().px(NARROW)
        self._main.setVisible(not (alone and self._is_shown))
        self._panel.setVisible(self._is_shown)
        self._panel.set_alone(alone)
        self._panel.setMinimumWidth(0 if alone else look().px(self._least))
        self._panel.setMaximumWidth(UNBOUNDED if alone else look().px(self._most))
        self._box.setStretch(1, 1 if alone else 0)
