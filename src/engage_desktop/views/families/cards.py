"""A family card, drawn: three floors, for who they are, each child this month, and each parent near or far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF

from engage_desktop.views.families.saying import Saying, Shown, Spot, tone_of
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState
from engage_desktop.views.kit.paint import Sketch, TileShape, chip_height, chip_width, text_width
from engage_desktop.views.kit.theme import look

AVATAR, TILE, SIGN = 46, 38, 20
NAME, BELOW, CHILD, STATE, PARENT = 18, 14, 15, 13, 14
FLOOR = 11


@dataclass(frozen=True, slots=True)
class Slot:
    """One child or parent on its floor: where, how wide, and its two pieces of words."""

    x: float
    y: float
    wide: float
    name: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Laid:
    """A card laid out at a width; places are measured from its corner."""

    signs_below: bool
    children_y: float
    children: tuple[Slot, ...]
    rule_y: float
    parents: tuple[Slot, ...]
    high: float


@lru_cache(maxsize=4096)
def _wide(words: str, size: float, weight: int, _scale: float) -> float:
    return text_width(words, size, weight)


def measured(words: str, size: float, weight: int) -> float:
    """Return how wide words are; remembered, for a list measures the same words again and again."""
    return _wide(words, size, weight, look().scale)


class FamilyDelegate(CardDelegate[Shown]):
    """Draws family cards."""

    def __init__(self, view: CardListView, saying: Saying) -> None:
        super().__init__(view)
        self._saying = saying

    def height(self, row: Shown, width: float) -> float:
        """Return how high the three floors are at a width."""
        return self._lay(row, width).high

    def draw(self, sketch: Sketch, rect: QRectF, row: Shown, _state: CardState) -> None:
        """Draw the three floors."""
        laid = self._lay(row, rect.width())
        self._draw_head(sketch, rect, row, laid)
        for child, slot in zip(row.card.children, laid.children, strict=True):
            self._draw_child(sketch, rect, TileShape(child.month.tile), slot)
        if laid.parents:
            sketch.rule(rect.left(), rect.right(), rect.top() + laid.rule_y)
        for slot in laid.parents:
            self._draw_parent(sketch, rect, slot)

    # laying out

    def _lay(self, row: Shown, width: float) -> Laid:
        px = look().px
        below = self._signs_width(row) + self._name_width(row) > width
        y = px(AVATAR) + (px(6) + chip_height() if below else 0) + px(FLOOR)
        children = self._children(row, width, y)
        bottom = (children[-1].y + px(TILE) + px(FLOOR)) if children else y
        parents = self._parents(row, width, bottom + px(FLOOR))
        high = parents[-1].y + px(22) if parents else bottom - px(FLOOR)
        return Laid(below, y, children, bottom, parents, high)

    def _children(self, row: Shown, width: float, y: float) -> tuple[Slot, ...]:
        px, say = look().px, self._saying
        wanted = [
            (say.name_and_age(child), say.child(child), px(TILE) + px(10)) for child in row.card.children
        ]
        sized = [
            (name, spot, lead + max(measured(name, CHILD, 600), measured(spot.words, STATE, 500)) + 2)
            for name, spot, lead in wanted
        ]
        return _flowed(sized, width, y, px(24), px(TILE) + px(10))

    def _parents(self, row: Shown, width: float, y: float) -> tuple[Slot, ...]:
        px, say = look().px, self._saying
        sized = [
            (name, spot, px(18 + 7 + 7) + measured(name, PARENT, 600) + measured(spot.words, PARENT, 600) + 2)
            for name, spot in ((say.parent_name(p), say.parent(p)) for p in row.card.parents)
        ]
        return _flowed(sized, width, y, px(26), px(22) + px(8))

    def _name_width(self, row: Shown) -> float:
        px = look().px
        words = max(measured(row.card.name, NAME, 700), measured(self._saying.below_name(row), BELOW, 400))
        return px(AVATAR) + px(12) + words + px(12)

    def _signs_width(self, row: Shown) -> float:
        px = look().px
        event = self._saying.next_event(row.card)
        chip = chip_width(event[0], event[2]) + px(12) if event else 0.0
        shield = px(SIGN) + px(12) if row.card.has_protected else 0
        return chip + shield + px(SIGN)

    # drawing

    def _draw_head(self, sketch: Sketch, rect: QRectF, row: Shown, laid: Laid) -> None:
        px, card = look().px, row.card
        side = px(AVATAR)
        sketch.avatar(QRectF(rect.left(), rect.top(), side, side), card.initials, tone_of(card.family_id))
        left = rect.left() + side + px(12)
        right = rect.right() - (0 if laid.signs_below else self._signs_width(row) + px(12))
        sketch.words(
            QRectF(left, rect.top(), right - left, px(25)), card.name, size=NAME, weight=700, middle=True
        )
        below = QRectF(left, rect.top() + px(25), right - left, px(20))
        sketch.words(below, self._saying.below_name(row), "muted", BELOW, middle=True)
        self._draw_signs(sketch, rect, row, laid)

    def _draw_signs(self, sketch: Sketch, rect: QRectF, row: Shown, laid: Laid) -> None:
        px = look().px
        high = chip_height()
        middle = rect.top() + px(AVATAR) / 2
        if laid.signs_below:
            middle = rect.top() + px(AVATAR) + px(6) + high / 2
        _, ink, icon = self._saying.kept(row.card)
        side = px(SIGN)
        at = rect.left() + self._signs_width(row) if laid.signs_below else rect.right()
        sketch.icon(icon, ink, QRectF(at - side, middle - side / 2, side, side))
        at -= side + px(12)
        event = self._saying.next_event(row.card)
        if event:
            wide = chip_width(event[0], event[2])
            sketch.chip(at - wide, middle - high / 2, event[0], event[1], event[2])
            at -= wide + px(12)
        if row.card.has_protected:
            sketch.icon("shield", "muted", QRectF(at - side, middle - side / 2, side, side))

    def _draw_child(self, sketch: Sketch, rect: QRectF, shape: TileShape, slot: Slot) -> None:
        px = look().px
        side = px(TILE)
        x, y = rect.left() + slot.x, rect.top() + slot.y
        sketch.tile(QRectF(x, y, side, side), shape)
        left = x + side + px(10)
        wide = slot.wide - side - px(10)
        sketch.words(QRectF(left, y, wide, px(20)), slot.name, size=CHILD, weight=600, middle=True)
        sketch.words(
            QRectF(left, y + px(20), wide, px(18)), slot.spot.words, slot.spot.ink, STATE, 500, middle=True
        )

    def _draw_parent(self, sketch: Sketch, rect: QRectF, slot: Slot) -> None:
        px = look().px
        x, y, high = rect.left() + slot.x, rect.top() + slot.y, px(22)
        side = px(18)
        sketch.icon("message-circle", slot.spot.ink, QRectF(x, y + (high - side) / 2, side, side))
        left = x + side + px(7)
        wide = min(measured(slot.name, PARENT, 600) + 2, slot.wide - side - px(7))
        sketch.words(QRectF(left, y, wide, high), slot.name, size=PARENT, weight=600, middle=True)
        left += wide + px(7)
        weight = 400 if slot.spot.ink == "muted" else 600
        rest = QRectF(left, y, max(0.0, x + slot.wide - left), high)
        sketch.words(rest, slot.spot.words, slot.spot.ink, PARENT, weight, middle=True)


def _flowed(
    sized: Sequence[tuple[str, Spot, float]], width: float, top: float, gap: float, line: float
) -> tuple[Slot, ...]:
    """Lay pieces side by side, going on in the next line when the width is used up."""
    found: list[Slot] = []
    x, y = 0.0, top
    for name, spot, wanted in sized:
        wide = min(wanted, width)
        if x and x + wide > width:
            x, y = 0.0, y + line
        found.append(Slot(x, y, wide, name, spot))
        x += wide + gap
    return tuple(found)
