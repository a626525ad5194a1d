"""Supports as a list: everything the drawings tell by lines and places, told in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from engage_desktop.views.family.supports.told import STRESS, SupportTold, icon_of
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState
from engage_desktop.views.kit.paint import Sketch, chip_height, chip_width, text_height
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import capital
from engage_domain.supports import STRONG, WEAK, Support

PLATE = 44.0
Chip = tuple[str, str, str]


class SupportDelegate(CardDelegate[Support]):
    """Draws one support: sign, name, what it is, and how it is with it."""

    def __init__(self, view: CardListView, told: SupportTold) -> None:
        super().__init__(view)
        self._told = told
        self.shown_id = ""

    def pad(self) -> float:
        """Return a little room."""
        return look().px(10)

    def height(self, row: Support, width: float) -> float:
        """Return name, line and as many rows of chips as the width asks for."""
        room = self._room(width)
        return max(look().px(PLATE), self._words_high(row, room) + look().px(6) + self._chips_high(row, room))

    def draw(self, sketch: Sketch, rect: QRectF, row: Support, _state: CardState) -> None:
        """Draw it."""
        px = look().px
        if row.support_id == self.shown_id:
            sketch.panel(QRectF(rect.left() - px(6), rect.top(), px(4), rect.height()), "primary", radius=2)
        spot = QRectF(rect.left() + px(4), rect.top(), px(PLATE), px(PLATE))
        bend = 6 if row.is_formal else PLATE / 2
        sketch.panel(spot, "sandsoft", "edge", width=1.4, radius=bend)
        inset = px(11)
        sketch.icon(icon_of(row), "text", spot.adjusted(inset, inset, -inset, -inset))
        left, room = spot.right() + px(12), self._room(rect.width())
        top = rect.top()
        top += sketch.words(QRectF(left, top, room, rect.height()), row.name, "text", 16, 600, lines=2)
        top += sketch.words(
            QRectF(left, top, room, rect.height()), self._told.meta(row), "muted", 13, 500, lines=2
        )
        top += px(6)
        at = left
        for label, tone, icon in self._chips(row):
            wide = chip_width(label, icon)
            if at > left and at + wide > left + room:
                at, top = left, top + chip_height() + px(4)
            sketch.chip(at, top, label, tone, icon)
            at += wide + px(6)

    def speech(self, row: Support) -> str:
        """Return a support as one good sentence."""
        return self._told.sentence(row)

    def _room(self, width: float) -> float:
        return max(1.0, width - look().px(4 + PLATE + 12))

    def _words_high(self, row: Support, room: float) -> float:
        name = text_height(row.name, room, 16, 600, lines=2)
        return name + text_height(self._told.meta(row), room, 13, 500, lines=2)

    def _chips_high(self, row: Support, room: float) -> float:
        lines, at = 1, 0.0
        for label, _tone, icon in self._chips(row):
            wide = chip_width(label, icon)
            if at and at + wide > room:
                lines, at = lines + 1, 0.0
            at += wide + look().px(6)
        return lines * chip_height() + (lines - 1) * look().px(4)

    def _chips(self, row: Support) -> list[Chip]:
        tone = {STRONG: "good", WEAK: "sand"}.get(row.strength, "info")
        found: list[Chip] = [(capital(self._told.strength(row)), tone, "link")]
        if row.stressful:
            found.append((capital(self._told.stress()), "bad", STRESS))
        if row.flow:
            found.append((self._told.flow(row), "sand", self._arrow(row)))
        found.append(
            (self._told.circle(row.circle), "primary", "circle-dot" if row.circle else "circle-dashed")
        )
        return found

    def _arrow(self, row: Support) -> str:
        if row.gives and row.takes:
            return "refresh-cw"
        return "log-in" if row.gives else "log-out" if row.takes else "minus"
