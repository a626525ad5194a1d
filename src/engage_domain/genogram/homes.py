"""The outline around those who live together, leaving out everybody who does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engage_domain.genogram.drawing import HomeShape
from engage_domain.genogram.model import Box, Home, Sizes, Spot

MARGIN = 5.0
PATH = 18.0
BELOW = 10.0
WIDEST = 120.0


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbours in a row who live in one home."""

    row: int
    people: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Standing:
    """Everybody's place and the room they take, row by row from the left."""

    spots: Mapping[str, Spot]
    rows: Sequence[Sequence[str]]
    sizes: Sizes

    def box(self, person: str) -> Box:
        """Return the room somebody takes."""
        return self.sizes.box(self.spots[person])


def outline(home: Home, standing: Standing) -> HomeShape | None:
    """Return the outline of a home; None when nobody drawn lives in it."""
    members = tuple(dict.fromkeys(r.person_id for r in home.residences if r.person_id in standing.spots))
    runs = _runs(frozenset(members), standing)
    if not runs:
        return None
    boxes = [run.box for run in runs]
    joined = [runs[0]]
    for run in runs[1:]:
        nearest = min(joined, key=lambda one: _distance(one, run))
        boxes += _way(nearest, run, standing)
        joined.append(run)
    return HomeShape(home.id, home.name, members, tuple(boxes))


def _runs(members: frozenset[str], standing: Standing) -> list[Run]:
    runs: list[Run] = []
    for row, people in enumerate(standing.rows):
        held: list[str] = []
        for person in (*people, ""):
            if person in members:
                held.append(person)
            elif held:
                runs.append(Run(row, tuple(held), _around(held, standing)))
                held = []
    return runs


def _around(people: Sequence[str], standing: Standing) -> Box:
    box = standing.box(people[0])
    for person in people[1:]:
        box = box.around(standing.box(person))
    return box.grown(MARGIN)


def _distance(one: Run, other: Run) -> tuple[int, float, float]:
    apart = max(one.box.left - other.box.right, other.box.left - one.box.right, 0.0)
    return abs(one.row - other.row), apart, one.box.left


def _way(one: Run, other: Run, standing: Standing) -> list[Box]:
    """Return the path that joins two parts of an outline: through the rows between, past everybody who stands there."""
    upper, lower = (one, other) if one.row <= other.row else (other, one)
    if upper.row == lower.row:
        y = max(upper.box.bottom, lower.box.bottom) + BELOW
        a, b = _middle(upper.box), _middle(lower.box)
        return [_down(a, upper.box.bottom, y), _across(a, b, y), _down(b, lower.box.bottom, y)]
    low, high = max(upper.box.left, lower.box.left) + BELOW, min(upper.box.right, lower.box.right) - BELOW
    if low <= high and lower.row == upper.row + 1:
        middle, wide = (low + high) / 2, min(WIDEST, high - low) / 2
        return [Box(middle - wide - 1, upper.box.bottom - 1, middle + wide + 1, lower.box.top + 1)]
    boxes: list[Box] = []
    x, y = _middle(upper.box), upper.box.bottom
    for row in range(upper.row + 1, lower.row + 1):
        channel = _channel(row - 1, standing)
        target = _middle(lower.box) if row == lower.row else _gap(row, x, standing)
        boxes += [_down(x, y, channel), _across(x, target, channel)]
        x, y = target, channel
    return [*boxes, _down(x, y, lower.box.top)]


def _middle(box: Box) -> float:
    return (box.left + box.right) / 2


def _down(x: float, top: float, bottom: float) -> Box:
    return Box(x - PATH / 2, min(top, bottom) - 1, x + PATH / 2, max(top, bottom) + 1)


def _across(a: float, b: float, y: float) -> Box:
    return Box(min(a, b) - PATH / 2, y - PATH / 2, max(a, b) + PATH / 2, y + PATH / 2)


def _channel(row: int, standing: Standing) -> float:
    """Return a height below a row where nobody stands."""
    return max(standing.box(person).bottom for person in standing.rows[row]) + MARGIN + BELOW


def _gap(row: int, x: float, standing: Standing) -> float:
    """Return the free place of a row nearest to some x."""
    boxes = [standing.box(person) for person in standing.rows[row]]
    free = [boxes[0].left - PATH, boxes[-1].right + PATH]
    free += [
        (left.right + right.left) / 2 for left, right in pairwise(boxes) if right.left - left.right > PATH
    ]
    return min(free, key=lambda place: abs(place - x))
