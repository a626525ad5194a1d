"""Where everything stands on an ecomap: the family in the middle, what surrounds it round about.

Pure geometry over measured boxes; the same boxes always give the same drawing. Nothing covers anything: neither two
boxes, nor a line to one box another box, unless somebody dragged it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

ASPECT = 2.0  # a drawing is wider than high, like the screen and like the boxes on it
GAP = 22.0
SHORTEST_LINE = 62.0  # long enough to show a pattern and an arrow
GROWTH = 1.05
STEP = 14.0
ROUND = 24
HALVINGS = 14


@dataclass(frozen=True, slots=True)
class Box:
    """Something measured: how wide and high it is, and where somebody once put it."""

    key: str
    width: float
    height: float
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the middle of a box stands; the middle of the drawing is 0, 0."""

    key: str
    x: float
    y: float
    width: float
    height: float

    def is_clear_of(self, other: Spot, gap: float) -> bool:
        """Say whether two boxes keep a distance, side by side or one above the other."""
        across = abs(self.x - other.x) - (self.width + other.width) / 2
        along = abs(self.y - other.y) - (self.height + other.height) / 2
        return max(across, along) >= gap - 1e-6

    def is_crossed_by(self, x: float, y: float, margin: float) -> bool:
        """Say whether the straight line from the middle of the drawing to a point runs through this box."""
        left, right = self.x - self.width / 2 - margin, self.x + self.width / 2 + margin
        top, bottom = self.y - self.height / 2 - margin, self.y + self.height / 2 + margin
        start, end = 0.0, 1.0
        for reach, low, high in ((x, left, right), (y, top, bottom)):
            if abs(reach) < 1e-9:
                if low > 0 or high < 0:
                    return False
                continue
            near, far = sorted((low / reach, high / reach))
            start, end = max(start, near), min(end, far)
        return start < end

    def edge_towards(self, x: float, y: float, bend: float = 0.0) -> tuple[float, float]:
        """Return where the line from this box's middle to a point leaves the box; its corners are rounded by `bend`."""
        inside, outside = 0.0, 1.0
        if self._holds(x, y, bend):
            return x, y
        for _ in range(HALVINGS):
            share = (inside + outside) / 2
            if self._holds(self.x + (x - self.x) * share, self.y + (y - self.y) * share, bend):
                inside = share
            else:
                outside = share
        return self.x + (x - self.x) * inside, self.y + (y - self.y) * inside

    def _holds(self, x: float, y: float, bend: float) -> bool:
        bend = min(bend, self.width / 2, self.height / 2)
        across = abs(x - self.x) - (self.width / 2 - bend)
        along = abs(y - self.y) - (self.height / 2 - bend)
        if min(across, along) > 0:
            return hypot(across, along) <= bend
        return max(across, along) <= bend


def lay_out(middle: Box, boxes: Sequence[Box]) -> tuple[Spot, ...]:
    """Return where each box stands, in the order given.

    What somebody dragged stays there, as long as it covers nothing; everything else keeps its place on the ring.
    """
    centre = Spot(middle.key, 0, 0, middle.width, middle.height)
    slots = _ring(centre, boxes)
    placed: dict[str, Spot] = {}
    dragged = [box for box in boxes if box.at is not None]
    for box in (*dragged, *(box for box in boxes if box.at is None)):
        slot = slots[box.key]
        x, y = box.at or (slot.x, slot.y)
        placed[box.key] = _nearest_free(Spot(box.key, x, y, box.width, box.height), centre, placed)
    return tuple(placed[box.key] for box in boxes)


def extent(spots: Sequence[Spot], pad: float = GAP) -> tuple[float, float, float, float]:
    """Return left, top, width and height of everything, with room at the edge."""
    left = min((s.x - s.width / 2 for s in spots), default=0.0) - pad
    right = max((s.x + s.width / 2 for s in spots), default=0.0) + pad
    top = min((s.y - s.height / 2 for s in spots), default=0.0) - pad
    bottom = max((s.y + s.height / 2 for s in spots), default=0.0) + pad
    return left, top, right - left, bottom - top


def _ring(centre: Spot, boxes: Sequence[Box]) -> dict[str, Spot]:
    """Return evenly spread places on one ring, or on two when that is smaller."""
    if not boxes:
        return {}
    one = _grown(centre, boxes, staggered=False)
    if len(boxes) < 8:
        return one
    two = _grown(centre, boxes, staggered=True)
    return min((one, two), key=_reach)


def _reach(spots: dict[str, Spot]) -> float:
    return max(hypot(s.x / ASPECT, s.y) for s in spots.values())


def _grown(centre: Spot, boxes: Sequence[Box], *, staggered: bool) -> dict[str, Spot]:
    high = max(box.height for box in boxes)
    radius = centre.height / 2 + SHORTEST_LINE / 2 + high / 2
    while True:
        spots = _spread(boxes, radius, radius + high + GAP if staggered else radius)
        if _is_good(centre, spots):
            return {spot.key: spot for spot in spots}
        radius *= GROWTH


def _spread(boxes: Sequence[Box], inner: float, outer: float) -> list[Spot]:
    turn = 2 * pi / len(boxes)
    found = []
    for number, box in enumerate(boxes):
        angle, radius = -pi / 2 + number * turn, outer if number % 2 else inner
        found.append(Spot(box.key, ASPECT * radius * cos(angle), radius * sin(angle), box.width, box.height))
    return found


def _is_good(centre: Spot, spots: Sequence[Spot]) -> bool:
    if not all(spot.is_clear_of(centre, SHORTEST_LINE) for spot in spots):
        return False
    return all(
        spot.is_clear_of(other, GAP)
        and not spot.is_crossed_by(other.x, other.y, 4)
        and not other.is_crossed_by(spot.x, spot.y, 4)
        for number, spot in enumerate(spots)
        for other in spots[number + 1 :]
    )


def _nearest_free(wanted: Spot, centre: Spot, placed: dict[str, Spot]) -> Spot:
    taken = (centre, *placed.values())
    if _is_free(wanted, taken):
        return wanted
    reach = STEP
    while True:
        for number in range(ROUND):
            angle = 2 * pi * number / ROUND
            x, y = wanted.x + reach * cos(angle), wanted.y + reach * sin(angle)
            found = Spot(wanted.key, x, y, wanted.width, wanted.height)
            if _is_free(found, taken):
                return found
        reach += STEP


def _is_free(spot: Spot, taken: Sequence[Spot]) -> bool:
    return all(spot.is_clear_of(other, GAP / 2) for other in taken)
