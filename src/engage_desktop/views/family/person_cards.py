"""The people of a family as cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from engage_desktop.views.family.told import Told, face_of, tone_of
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState
from engage_desktop.views.kit.paint import Sketch, chip_height
from engage_desktop.views.kit.theme import look
from engage_domain.persons import PersonCard


class PersonDelegate(CardDelegate[PersonCard]):
    """Draws somebody: sign, name, what they are to the family, languages, where they are."""

    def __init__(self, view: CardListView, told: Told) -> None:
        super().__init__(view)
        self._told = told
        self.shown_id = ""

    def height(self, row: PersonCard, _width: float) -> float:
        """Return room for name, role and chips."""
        return look().px(52) + (chip_height() + look().px(8) if self._chips(row) else 0)

    def draw_sheet(self, sketch: Sketch, rect: QRectF, state: CardState) -> None:
        """Draw the paper."""
        sketch.card(rect, line="primary" if state.hot else "line")

    def draw(self, sketch: Sketch, rect: QRectF, row: PersonCard, _state: CardState) -> None:
        """Draw somebody."""
        px = look().px
        if row.person_id == self.shown_id:
            bar = QRectF(rect.left() - self.pad() + px(2), rect.top(), px(4), rect.height())
            sketch.panel(bar, "primary", radius=2)
        side = px(52)
        spot = QRectF(rect.left() + px(4), rect.top(), side, side)
        sketch.avatar(spot, face_of(row.full_name), tone_of(row.person_id))
        left = spot.right() + px(12)
        half = spot.height() / 2
        gone = row.to_on is not None or row.is_deceased
        sketch.words(
            QRectF(left, spot.top(), rect.right() - left, half),
            self._told.called(row),
            "muted" if gone else "text",
            15,
            600,
            middle=True,
        )
        sketch.words(
            QRectF(left, spot.top() + half, rect.right() - left, half),
            self._told.person(row),
            "muted",
            13,
            500,
            middle=True,
        )
        at = rect.left() + px(4)
        for label, tone, icon in self._chips(row):
            at += sketch.chip(at, spot.bottom() + px(8), label, tone, icon) + px(6)

    def speech(self, row: PersonCard) -> str:
        """Return somebody as one good sentence."""
        chips = [label for label, _tone, _icon in self._chips(row)]
        return ", ".join(part for part in (self._told.called(row), self._told.person(row), *chips) if part)

    def _chips(self, row: PersonCard) -> list[tuple[str, str, str]]:
        found = []
        if row.interpreter_need:
            found.append((row.interpreter_need, "info", "languages"))
        elif row.languages:
            found.append((self._told.languages(row.languages), "info", "languages"))
        where = self._told.whereabouts(row.whereabouts)
        if where:
            found.append((where, "sand", "map-pin"))
        return found
