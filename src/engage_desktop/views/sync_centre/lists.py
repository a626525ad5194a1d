"""What waits, what time settled, what was decided, and every receipt: lists of good size, read line by line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from engage_desktop.views.kit.lists import CardDelegate, CardState
from engage_desktop.views.kit.paint import Sketch, chip_height, chip_width
from engage_desktop.views.kit.theme import look


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: a sign, a title, a few words below, a chip at the end."""

    key: str
    icon: str
    tone: str
    title: str
    below: str
    chip: str
    chip_tone: str
    subject: object

    @property
    def speech(self) -> str:
        """The line as one sentence."""
        return ", ".join(part for part in (self.title, self.below, self.chip) if part)


class LineDelegate(CardDelegate[Line]):
    """Draws a line as a flat card."""

    def pad(self) -> float:
        """Return a little room."""
        return look().px(10)

    def height(self, _row: Line, _width: float) -> float:
        """Return the room of a title with words below."""
        return look().px(44)

    def draw(self, sketch: Sketch, rect: QRectF, row: Line, _state: CardState) -> None:
        """Draw the sign, the words and the chip."""
        px = look().px
        side = px(40)
        spot = QRectF(rect.left() + px(2), rect.center().y() - side / 2, side, side)
        sketch.avatar(spot, row.icon, row.tone)
        right = rect.right()
        if row.chip:
            wide = chip_width(row.chip)
            right -= wide
            sketch.chip(right, rect.center().y() - chip_height() / 2, row.chip, row.chip_tone)
            right -= px(10)
        left = spot.right() + px(12)
        half = px(22)
        sketch.words(
            QRectF(left, rect.top(), right - left, half), row.title, size=15, weight=600, middle=True
        )
        below = QRectF(left, rect.top() + half, right - left, half)
        sketch.words(below, row.below, "muted", 13, 500, middle=True)
