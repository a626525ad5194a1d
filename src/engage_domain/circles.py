"""Circles of closeness: the heart in the middle, people who are paid to come at the edge; cards never touch.

Circles are drawn wider than high. All distances are told by the height: a ring from 60 to 130 reaches that far up and
down, and `ASPECT` times as far to the sides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from operator import itemgetter

from engage_domain.ecomap import Box, Spot
from engage_domain.supports import CIRCLES

ASPECT = 2.5
GAP = 5.0
LEAST = 40.0  # how broad an empty ring is
OUTSIDE = 0  # where the cards wait that nobody has placed yet
LABEL = "label"
BESIDE = 16.0
STEP = 5.0


@dataclass(frozen=True, slots=True)
class Ring:
    """One circle of closeness: how far from the middle it begins and ends, and where its name stands."""

    circle: int
    inner: float
    outer: float
    label: Spot


@dataclass(frozen=True, slots=True)
class Circles:
    """The whole drawing: rings from the inside out, a place for every card, and beside them those not placed yet."""

    rings: tuple[Ring, ...]
    cards: tuple[Spot, ...]
    waiting: Spot | None  # where the name of the column beside the rings stands, when anything waits there

    @property
    def reach(self) -> float:
        """How far up the outermost ring goes."""
        return self.rings[-1].outer

    def circle_at(self, x: float, y: float) -> int:
        """Return the circle a point lies in; outside of all it is none yet."""
        away = distance(x, y)
        return next((ring.circle for ring in self.rings if away <= ring.outer), OUTSIDE)


def distance(x: float, y: float) -> float:
    """Return how far from the middle a point is, told by the height."""
    return hypot(x / ASPECT, y)


def reach_of(width: float, height: float) -> float:
    """Return how far a card with round ends reaches from its own middle, told by the height."""
    bend = min(width, height) / 2
    straight = max(0.0, width / 2 - bend)
    return max(width / 2 / ASPECT, distance(straight, bend), bend) + 0.5


def are_apart(one: Spot, other: Spot, gap: float) -> bool:
    """Say whether two cards with round ends keep a distance."""
    bends = one.height / 2 + other.height / 2
    straight = max(0.0, (one.width - one.height) / 2) + max(0.0, (other.width - other.height) / 2)
    return hypot(max(0.0, abs(one.x - other.x) - straight), one.y - other.y) >= bends + gap - 1e-6


def lay_circles(
    middle: Box, cards: Mapping[int, Sequence[Box]], label: tuple[float, float] = (120, 22)
) -> Circles:
    """Return the rings and a place for every card in the ring it belongs to; `label` is a ring's name, measured."""
    rings: list[Ring] = []
    found: list[Spot] = []
    begin = max(middle.height / 2, middle.width / 2 / ASPECT) + GAP
    for circle in CIRCLES:
        name = Box(f"{LABEL}{circle}", *label)
        outer, label_spot, spots = _fill(begin, name, cards.get(circle, ()))
        rings.append(Ring(circle, begin, outer, label_spot))
        found += spots
        begin = outer
    beside = [Box(f"{LABEL}{OUTSIDE}", *label), *cards.get(OUTSIDE, ())]
    if len(beside) == 1:
        return Circles(tuple(rings), tuple(found), None)
    name_spot, *waiting = _beside(begin, beside)
    return Circles(tuple(rings), (*found, *waiting), name_spot)


def _beside(outer: float, boxes: Sequence[Box]) -> list[Spot]:
    """Stack boxes in columns beside the rings, the first column nearest to them."""
    high = max(box.height for box in boxes) + GAP
    wide = max(box.width for box in boxes) + GAP
    rows = max(2, int(2 * outer // high))
    found = []
    for number, box in enumerate(boxes):
        column, row = divmod(number, rows)
        x = -(ASPECT * outer + BESIDE + column * wide + wide / 2)
        y = (row - (min(rows, len(boxes)) - 1) / 2) * high
        found.append(Spot(box.key, x, y, box.width, box.height))
    return found


def _fill(begin: float, label: Box, boxes: Sequence[Box]) -> tuple[float, Spot, list[Spot]]:
    """Fill one ring with its name and its cards, in as many rows as make it the least broad."""
    if not boxes:
        reach = reach_of(label.width, label.height)
        middle = begin + max(LEAST, 2 * reach) / 2
        return begin + max(LEAST, 2 * reach), Spot(label.key, 0, -middle, label.width, label.height), []
    tries = (_rows(begin, [label, *boxes], rows) for rows in range(1, min(4, len(boxes)) + 1))
    outer, spots = min(tries, key=itemgetter(0))
    return outer, spots[0], spots[1:]


def _rows(begin: float, boxes: Sequence[Box], rows: int) -> tuple[float, list[Spot]]:
    """Spread boxes over rows one outside the other; outer rows hold more."""
    found: list[Spot] = []
    weight = rows * (rows + 1) / 2
    taken, share = 0, 0.0
    for number in range(1, rows + 1):
        share += number / weight
        upto = len(boxes) if number == rows else max(taken + 1, round(len(boxes) * share))
        mine = boxes[taken:upto]
        taken = upto
        if not mine:
            continue
        reach = max(reach_of(box.width, box.height) for box in mine)
        middle = begin + reach + GAP / 2
        while not _is_apart(spots := _spread(mine, middle)):
            middle += STEP
        found += spots
        begin = middle + reach + GAP / 2
    return begin, found


def _spread(boxes: Sequence[Box], radius: float) -> list[Spot]:
    turn = 2 * pi / len(boxes)
    return [
        Spot(
            box.key,
            ASPECT * radius * cos(-pi / 2 + number * turn),
            radius * sin(-pi / 2 + number * turn),
            box.width,
            box.height,
        )
        for number, box in enumerate(boxes)
    ]


def _is_apart(spots: Sequence[Spot]) -> bool:
    return all(
        are_apart(one, other, GAP) for number, one in enumerate(spots) for other in spots[number + 1 :]
    )
