"""Which line runs where between the rows: decided by x alone, so that the rows can be given room for their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engage_domain.genogram.kinship import STEP, KinChild, KinUnion
from engage_domain.genogram.lanes import CLEAR, Span, Uprights, lanes
from engage_domain.genogram.model import Sizes

ROOM = 12.0
ASIDE = 12.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar above a row: where it is entered, whom it serves, where it goes on to a deeper row."""

    union: str
    row: int
    enter: float | None
    children: tuple[str, ...]
    leave: float | None


@dataclass(frozen=True, slots=True)
class Channels:
    """Everything about the lines that does not depend on how high the rows are."""

    legs: Mapping[tuple[str, str], float]
    touch: Mapping[tuple[str, str], float]
    at_bar: Mapping[tuple[str, str], float]
    drops: Mapping[str, float]
    union_lane: Mapping[str, int]
    union_row: Mapping[str, int]
    bars: tuple[Bar, ...]
    bar_lane: Mapping[tuple[str, int], int]

    def union_lanes(self, row: int) -> int:
        """Return how many lanes partners need below a row."""
        return 1 + max(
            (lane for key, lane in self.union_lane.items() if self.union_row[key] == row), default=-1
        )

    def bar_lanes(self, row: int) -> int:
        """Return how many lanes bars need above a row."""
        return 1 + max((lane for (_, below), lane in self.bar_lane.items() if below == row), default=-1)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the lines are laid on: unions, everybody's x and row, the ways kept free, who was born together."""

    unions: Sequence[KinUnion]
    x: Mapping[str, float]
    row_of: Mapping[str, int]
    trunks: Mapping[tuple[str, int], str]
    twins: Mapping[str, tuple[tuple[str, ...], ...]]
    sizes: Sizes


def shown_children(unions: Sequence[KinUnion]) -> dict[str, tuple[KinChild, ...]]:
    """Return the children each union draws a line to; a step-child hangs on its own parents where they are drawn."""
    own = {kid.child for union in unions for kid in union.children if not _is_step(kid)}
    return {
        union.key: tuple(kid for kid in union.children if not (_is_step(kid) and kid.child in own))
        for union in unions
    }


def _is_step(kid: KinChild) -> bool:
    return any(way == STEP for _, way in kid.ways)


def channels(ground: Ground) -> Channels:
    """Return where each line runs."""
    return _Planner(ground).channels()


class _Planner:
    """Lays legs, touches, drops and bars one after the other."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.children = shown_children(ground.unions)
        self.union_row = {
            u.key: max(ground.row_of[p] for p in u.partners) for u in ground.unions if u.partners
        }
        self.drawn = [u for u in ground.unions if len(u.partners) != 1 or self.children[u.key]]
        self.legs = self._legs()
        self.touch = self._touches()
        ordered = sorted(ground.row_of, key=lambda one: (ground.row_of[one], ground.x[one]))
        self.neighbour = {a: b for a, b in pairwise(ordered) if ground.row_of[a] == ground.row_of[b]}
        self.at_bar = self._bar_places()
        self.uprights: dict[int, Uprights] = defaultdict(Uprights)
        self.drops: dict[str, float] = {}

    def channels(self) -> Channels:
        self._take_uprights()
        for union in sorted(self.drawn, key=self._width):
            if union.partners and self.children[union.key]:
                self.drops[union.key] = self._drop(union)
        bars = tuple(bar for union in self.drawn for bar in self._bars(union))
        return Channels(
            self.legs,
            self.touch,
            self.at_bar,
            self.drops,
            self._union_lanes(),
            self.union_row,
            bars,
            self._bar_lanes(bars),
        )

    def _width(self, union: KinUnion) -> float:
        xs = [self.ground.x[p] for p in union.partners]
        return max(xs) - min(xs) if xs else 0.0

    def _legs(self) -> dict[tuple[str, str], float]:
        """Return where each partner's line leaves the sign: the nearer partner's outside, so that none cross."""
        mine: dict[str, list[KinUnion]] = defaultdict(list)
        for union in self.drawn:
            for person in union.partners:
                mine[person].append(union)
        legs: dict[tuple[str, str], float] = {}
        for person, unions in mine.items():
            here = self.ground.x[person]
            ordered = sorted(unions, key=lambda u: self._leg_order(u, person, here))
            for n, union in enumerate(ordered):
                legs[union.key, person] = here + self._aside(n, len(ordered), union, person)
        return legs

    def _leg_order(self, union: KinUnion, person: str, here: float) -> tuple[int, float, str]:
        others = [self.ground.x[p] for p in union.partners if p != person]
        if not others:
            return 0, 0.0, union.key
        distance = others[0] - here
        return (-1, -distance, union.key) if distance < 0 else (1, -distance, union.key)

    def _aside(self, n: int, count: int, union: KinUnion, person: str) -> float:
        scale = self.ground.sizes.symbol / 58
        if count == 1:
            others = [self.ground.x[p] for p in union.partners if p != person]
            side = 0 if not others else 1 if others[0] > self.ground.x[person] else -1
            return side * ASIDE * scale
        reach = min(26.0, 10.0 + 4.0 * (count - 2)) * scale
        return -reach + 2 * reach * n / (count - 1)

    def _touches(self) -> dict[tuple[str, str], float]:
        """Return where a child's lines meet its sign: side by side where there are several."""
        lines: dict[str, list[str]] = defaultdict(list)
        middle: dict[str, float] = {}
        for union in self.drawn:
            xs = [self.ground.x[p] for p in union.partners] or [
                self.ground.x[k.child] for k in union.children
            ]
            middle[union.key] = sum(xs) / len(xs) if xs else 0.0
            for kid in self.children[union.key]:
                lines[kid.child].append(union.key)
        touch: dict[tuple[str, str], float] = {}
        for child, keys in lines.items():
            keys.sort(key=lambda key: (middle[key], key))
            for n, key in enumerate(keys):
                step = min(18.0, 44.0 / max(1, len(keys) - 1)) if len(keys) > 1 else 0.0
                touch[key, child] = self.ground.x[child] + (n - (len(keys) - 1) / 2) * step
        return touch

    def _bar_places(self) -> dict[tuple[str, str], float]:
        """Return where each child's line leaves the bar: twins' lines leave it together."""
        places = dict(self.touch)
        for union, groups in self.ground.twins.items():
            for group in groups:
                for together in self._side_by_side([one for one in group if (union, one) in self.touch]):
                    middle = sum(self.touch[union, one] for one in together) / len(together)
                    places.update({(union, one): middle for one in together})
        return places

    def _side_by_side(self, people: Sequence[str]) -> list[list[str]]:
        """Return people in sets of neighbours, with nobody else between them."""
        sets: list[list[str]] = []
        for one in sorted(people, key=lambda one: (self.ground.row_of[one], self.ground.x[one])):
            if sets and self.neighbour.get(sets[-1][-1]) == one:
                sets[-1].append(one)
            else:
                sets.append([one])
        return sets

    def _take_uprights(self) -> None:
        pairs = {union.key for union in self.drawn if len(union.partners) > 1}
        for (union, person), x in self.legs.items():
            if union in pairs:
                self.uprights[self.ground.row_of[person]].take(x, union)
        for union, child in self.touch:
            self.uprights[self.ground.row_of[child] - 1].take(self.at_bar[union, child], union)
        for (union, row), passing in self.ground.trunks.items():
            self.uprights[row - 1].take(self.ground.x[passing], union)
            self.uprights[row].take(self.ground.x[passing], union)

    def _drop(self, union: KinUnion) -> float:
        """Return where the line to the children leaves the partners: in the middle if it can, over the children else."""
        key, row = union.key, self.union_row[union.key]
        legs = sorted(self.legs[key, p] for p in union.partners)
        low, high = legs[0] + ROOM, legs[-1] - ROOM
        if len(legs) == 1:
            return self.uprights[row].place(legs[0], legs[0] - CLEAR, legs[0] + CLEAR, key)
        if low > high:
            low = high = (legs[0] + legs[-1]) / 2
        first = min(self.ground.row_of[kid.child] for kid in self.children[key])
        below = [
            self.at_bar[key, k.child] for k in self.children[key] if self.ground.row_of[k.child] == first
        ]
        if (key, row + 1) in self.ground.trunks:
            below.append(self.ground.x[self.ground.trunks[key, row + 1]])
        middle = (legs[0] + legs[-1]) / 2
        wanted = middle if min(below) <= middle <= max(below) else (min(below) + max(below)) / 2
        near = min(below, key=lambda x: abs(x - wanted))
        if abs(near - wanted) < CLEAR:
            wanted = near
        return self.uprights[row].place(wanted, low, high, key)

    def _bars(self, union: KinUnion) -> list[Bar]:
        """Return the bars of a union from the top: one above each row in which it has children or passes."""
        key = union.key
        rows = {self.ground.row_of[kid.child] for kid in self.children[key]}
        rows |= {row for owner, row in self.ground.trunks if owner == key and rows and row < max(rows)}
        enter = self.drops.get(key)
        bars: list[Bar] = []
        for row in sorted(rows):
            kids = tuple(k.child for k in self.children[key] if self.ground.row_of[k.child] == row)
            passing = self.ground.trunks.get((key, row))
            is_last = row == max(rows)
            leave = None if is_last else self.ground.x[passing] if passing else enter
            bars.append(Bar(key, row, enter, kids, leave))
            enter = leave
        return bars

    def bar_ends(self, bar: Bar) -> list[float]:
        """Return every x a bar has to reach."""
        ends = [self.at_bar[bar.union, child] for child in bar.children]
        return [*ends, *(x for x in (bar.enter, bar.leave) if x is not None)]

    def _union_lanes(self) -> dict[str, int]:
        spans: dict[int, list[Span]] = defaultdict(list)
        for union in self.drawn:
            if len(union.partners) > 1:
                legs = [self.legs[union.key, p] for p in union.partners]
                spans[self.union_row[union.key]].append(Span(union.key, min(legs), max(legs)))
        return {key: lane for row in spans.values() for key, lane in lanes(row).items()}

    def _bar_lanes(self, bars: Sequence[Bar]) -> dict[tuple[str, int], int]:
        spans: dict[int, list[Span]] = defaultdict(list)
        for bar in bars:
            ends = self.bar_ends(bar)
            spans[bar.row].append(Span(bar.union, min(ends), max(ends)))
        return {(key, row): lane for row, held in spans.items() for key, lane in lanes(held).items()}
