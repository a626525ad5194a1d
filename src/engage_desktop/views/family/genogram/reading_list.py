"""The drawing read as a list: the same people, in the same order, with everything the lines tell."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from engage_desktop.services.genogram import Drawn
from engage_desktop.views.family.genogram.words import GenogramWords
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.theme import look

TITLE, LINE = 16, 14


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the list."""

    person_id: str
    title: str
    lines: tuple[str, ...]
    generation: int

    @property
    def speech(self) -> str:
        """All of it as one sentence."""
        return ". ".join((self.title, *self.lines))


def entries_of(drawn: Drawn, words: GenogramWords, names: dict[str, str]) -> tuple[Entry, ...]:
    """Return the list, rows from the top, people from the left."""
    symbols = {one.person_id: one for one in drawn.drawing.symbols}
    return tuple(
        Entry(
            one.person_id,
            words.title(symbols[one.person_id]),
            words.lines(drawn, one, names),
            symbols[one.person_id].generation,
        )
        for one in drawn.told
    )


class EntryDelegate(CardDelegate[Entry]):
    """Draws one person with the lines below."""

    def __init__(self, view: CardListView) -> None:
        super().__init__(view)
        self.shown_id = ""

    def pad(self) -> float:
        """Return less room than a card has."""
        return look().px(12)

    def height(self, row: Entry, width: float) -> float:
        """Return room for the title and every line."""
        return sum(
            (text_height(line, width - look().px(8), LINE) + look().px(2) for line in row.lines),
            text_height(row.title, width - look().px(8), TITLE, 600) + look().px(2),
        )

    def draw(self, sketch: Sketch, rect: QRectF, row: Entry, _state: CardState) -> None:
        """Draw title and lines."""
        px = look().px
        if row.person_id == self.shown_id:
            bar = QRectF(rect.left() - self.pad() + px(2), rect.top(), px(4), rect.height())
            sketch.panel(bar, "primary", radius=2)
        at = QRectF(rect.left() + px(8), rect.top(), rect.width() - px(8), rect.height())
        top = sketch.words(at, row.title, "text", TITLE, 600, lines=0) + px(2)
        for line in row.lines:
            at.setTop(rect.top() + top)
            top += sketch.words(at, line, "muted", LINE, 400, lines=0) + px(2)
