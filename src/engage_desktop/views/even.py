"""Tiles of one width that fill the row and go on in the next."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from engage_desktop.views.kit.layout import Flow, group
from engage_desktop.views.kit.theme import look

WIDEST = 2  # times what a tile needs


class Even(Flow):
    """A flow whose pieces all take the same share of the width, at least `least` at 100 %.

    A few share the room of many, so that long names are told apart.
    """

    def __init__(self, least: float, most: int, gap: float = 4, line_gap: float = 0) -> None:
        super().__init__(gap, line_gap)
        self._least, self._most = least, most

    def _lines(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        shown = self._shown()
        wanted = max([look().px(self._least), *(item.minimumSize().width() for item in shown)])
        columns = max(1, min(self._most, len(shown), (width + gap) // (wanted + gap)))
        cell = min(WIDEST * wanted, (width - gap * (columns - 1)) // columns)
        lines = [shown[at : at + columns] for at in range(0, len(shown), columns)]
        return [self._sized(line, cell) for line in lines]

    def _sized(self, line: list[QLayoutItem], cell: int) -> list[tuple[QLayoutItem, QSize]]:
        high = max(self._high(item, cell) for item in line)
        return [(item, QSize(cell, high)) for item in line]

    @staticmethod
    def _high(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def even(*widgets: QWidget, least: float, most: int, gap: float = 4, line_gap: float = 0) -> QWidget:
    """Return tiles of one width, as a widget."""
    layout = Even(least, most, gap, line_gap)
    for widget in widgets:
        layout.addWidget(widget)
    return group(layout)
