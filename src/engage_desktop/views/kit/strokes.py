"""What a pen leaves on a page: strokes as points, small enough to keep and the same at any size.

A page is `WIDE` units wide whatever the screen; its height follows from its shape. Everything is a whole number,
so that the same drawing is the same text on every laptop.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any, TypeAlias

WIDE = 4096
MOST_BYTES = 64 * 1024
USUAL_PRESSURE = 50
_NEAR = 3.0
_COARSEST = 48.0
_FORMAT = 1

Spot: TypeAlias = tuple[int, int, int]
"""Across, down, and the pressure from 1 to 100."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of a pen: its crayon, its width in units of the page and where it went."""

    crayon: str
    width: int
    spots: tuple[Spot, ...]

    def touches(self, x: float, y: float, reach: float) -> bool:
        """Say whether a round rubber at a place touches the line."""
        near = reach + self.width / 2
        if len(self.spots) == 1:
            return hypot(self.spots[0][0] - x, self.spots[0][1] - y) <= near
        return any(_away(x, y, one, other) <= near for one, other in pairwise(self.spots))


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on one page, oldest stroke first; `high` is the page's height in units."""

    strokes: tuple[Stroke, ...] = ()
    high: int = WIDE * 5 // 8

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is drawn."""
        return not self.strokes

    def plus(self, stroke: Stroke) -> Drawing:
        """Return the page with one more stroke."""
        return Drawing((*self.strokes, stroke), self.high)

    def rubbed(self, x: float, y: float, reach: float) -> Drawing:
        """Return the page without the strokes a rubber touches."""
        kept = tuple(stroke for stroke in self.strokes if not stroke.touches(x, y, reach))
        return self if len(kept) == len(self.strokes) else Drawing(kept, self.high)


def simplified(spots: Sequence[Spot], near: float = _NEAR) -> tuple[Spot, ...]:
    """Leave out points that lie within `near` units of the line without them (Douglas and Peucker, 1973).

    A point where the pressure changes stays, too.
    """
    if len(spots) < 3:
        return tuple(spots)
    kept = {0, len(spots) - 1}
    open_parts = [(0, len(spots) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        far, at = 0.0, 0
        for index in range(first + 1, last):
            away = _off(spots[index], spots[first], spots[last])
            if away > far:
                far, at = away, index
        if far > near:
            kept.add(at)
            open_parts += [(first, at), (at, last)]
    return tuple(spots[index] for index in sorted(kept))


def packed(drawing: Drawing, most: int = MOST_BYTES) -> str | None:
    """Return a drawing as text of at most so many bytes, coarser where it must be; nothing when it cannot fit."""
    near, strokes = 0.0, drawing.strokes
    while True:
        text = _text(drawing.high, strokes)
        if len(text) <= most:
            return text
        if near >= _COARSEST:
            return None
        near = near * 2 or _NEAR
        strokes = tuple(Stroke(s.crayon, s.width, simplified(s.spots, near)) for s in drawing.strokes)


def unpacked(text: str | None) -> Drawing:
    """Return the drawing in a text; what is no drawing is an empty page, and what is no stroke is left out."""
    if not text or len(text) > 4 * MOST_BYTES:
        return Drawing()
    try:
        page = json.loads(text)
    except (ValueError, RecursionError):
        return Drawing()
    if not isinstance(page, dict) or not isinstance(page.get("s"), list):
        return Drawing()
    high = page.get("h")
    shape = high if isinstance(high, int) and WIDE // 4 <= high <= WIDE * 4 else Drawing().high
    return Drawing(tuple(_strokes(page["s"], shape)), shape)


def _text(high: int, strokes: Iterable[Stroke]) -> str:
    page = {"v": _FORMAT, "h": high, "s": [_flat(stroke) for stroke in strokes]}
    return json.dumps(page, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def _flat(stroke: Stroke) -> dict[str, Any]:
    """Write a stroke as steps from point to point; an even pressure is written once."""
    even = len({spot[2] for spot in stroke.spots}) == 1
    numbers: list[int] = []
    before = (0, 0)
    for x, y, pressure in stroke.spots:
        numbers += [x - before[0], y - before[1]] if even else [x - before[0], y - before[1], pressure]
        before = (x, y)
    flat: dict[str, Any] = {"c": stroke.crayon, "w": stroke.width, "p": numbers}
    return {**flat, "f": stroke.spots[0][2]} if even and stroke.spots else flat


def _strokes(rows: list[Any], high: int) -> Iterable[Stroke]:
    for row in rows:
        stroke = _stroke(row, high) if isinstance(row, dict) else None
        if stroke is not None:
            yield stroke


def _stroke(row: dict[str, Any], high: int) -> Stroke | None:
    crayon, width, numbers, even = row.get("c"), row.get("w"), row.get("p"), row.get("f")
    if not isinstance(crayon, str) or not isinstance(width, int) or not isinstance(numbers, list):
        return None
    step = 2 if isinstance(even, int) else 3
    if not numbers or len(numbers) % step or not all(isinstance(number, int) for number in numbers):
        return None
    spots: list[Spot] = []
    x = y = 0
    for at in range(0, len(numbers), step):
        x, y = x + numbers[at], y + numbers[at + 1]
        pressure = even if isinstance(even, int) else numbers[at + 2]
        spots.append((_within(x, WIDE), _within(y, high), min(max(pressure, 1), 100)))
    return Stroke(crayon, min(max(width, 1), WIDE // 4), tuple(spots))


def _within(value: int, most: int) -> int:
    return min(max(value, 0), most)


def _off(spot: Spot, one: Spot, other: Spot) -> float:
    """Return how much is lost without a point: its distance from the line, or its pressure."""
    far = hypot(other[0] - one[0], other[1] - one[1])
    along = min(1.0, hypot(spot[0] - one[0], spot[1] - one[1]) / far) if far else 0.0
    pressure = one[2] + (other[2] - one[2]) * along
    return max(_away(spot[0], spot[1], one, other), abs(spot[2] - pressure) / 3)


def _away(x: float, y: float, one: Spot, other: Spot) -> float:
    """Return how far a place is from the piece of line between two points."""
    ax, ay = one[0], one[1]
    dx, dy = other[0] - ax, other[1] - ay
    length = dx * dx + dy * dy
    along = 0.0 if not length else min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return hypot(ax + along * dx - x, ay + along * dy - y)
