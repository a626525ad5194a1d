"""The lines of a genogram, laid through their channels between people who have their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engage_domain.genogram import kinship
from engage_domain.genogram.channels import Bar, Channels, Ground, shown_children
from engage_domain.genogram.drawing import ChildLine, Line, Path, SiblingBar, TwinLine, UnionLine
from engage_domain.genogram.kinship import KinChild, KinUnion
from engage_domain.genogram.model import Member, Sizes, Spot
from engage_domain.genogram.shapes import foot, head, shape_of

BELOW_LABEL = 8.0
ABOVE_SIGN = 34.0
BETWEEN = 22.0
STROKES = {kinship.SEPARATED: 1, kinship.DIVORCED: 2}
SOLID_STATES = frozenset({kinship.MARRIED, kinship.SEPARATED, kinship.DIVORCED})
LINES = {
    kinship.ADOPTIVE: Line.DOUBLE,
    kinship.FOSTER: Line.DASHED,
    kinship.GUARDIAN: Line.DOTTED,
    kinship.STEP: Line.DASH_DOT,
    kinship.PUTATIVE: Line.DASH_DOT,
}


@dataclass(frozen=True, slots=True)
class Laid:
    """All lines between people."""

    unions: tuple[UnionLine, ...]
    bars: tuple[SiblingBar, ...]
    children: tuple[ChildLine, ...]
    twins: tuple[TwinLine, ...]


def first_lane(sizes: Sizes) -> float:
    """Return how far below the middle of a sign the first line between partners runs."""
    return sizes.symbol / 2 + sizes.label_gap + sizes.label_height + BELOW_LABEL


def row_heights(rows: int, ways: Channels, sizes: Sizes) -> list[float]:
    """Return how high each row stands, with room in between for the lines of both sides."""
    heights, y = [], sizes.symbol
    for row in range(rows):
        if row:
            union_lanes, bar_lanes = max(1, ways.union_lanes(row - 1)), max(1, ways.bar_lanes(row))
            y += first_lane(sizes) + (union_lanes - 1) * sizes.lane + BETWEEN
            y += (bar_lanes - 1) * sizes.bar + ABOVE_SIGN + sizes.symbol / 2
        heights.append(y)
    return heights


def lay(
    ground: Ground,
    ways: Channels,
    spots: Mapping[str, Spot],
    members: Mapping[str, Member],
    uneven: frozenset[str],
) -> Laid:
    """Return the lines between people at their places."""
    return _Layer(ground, ways, spots, members, uneven).laid()


class _Layer:
    """Turns channels into paths."""

    def __init__(
        self,
        ground: Ground,
        ways: Channels,
        spots: Mapping[str, Spot],
        members: Mapping[str, Member],
        uneven: frozenset[str],
    ) -> None:
        self.ground, self.ways, self.spots = ground, ways, spots
        self.members, self.uneven, self.sizes = members, uneven, ground.sizes
        self.children = shown_children(ground.unions)
        self.bottom: dict[int, float] = {}
        self.top: dict[int, float] = {}
        for person, row in ground.row_of.items():
            if person in spots:
                y = spots[person].y
                self.bottom[row] = max(self.bottom.get(row, y), y)
                self.top[row] = min(self.top.get(row, y), y)

    def laid(self) -> Laid:
        unions: list[UnionLine] = []
        children: list[ChildLine] = []
        bars: list[SiblingBar] = []
        for union in self.ground.unions:
            if len(union.partners) > 1 or (union.partners and self.children[union.key]):
                unions.append(self._union(union))
            mine = [bar for bar in self.ways.bars if bar.union == union.key]
            if mine:
                bars.append(self._bar_paths(union, mine))
                children += [self._child(union, bar, child) for bar in mine for child in bar.children]
        return Laid(tuple(unions), tuple(bars), tuple(children), tuple(self._twins()))

    def _union_y(self, key: str) -> float:
        row = self.ways.union_row[key]
        return self.bottom[row] + first_lane(self.sizes) + self.ways.union_lane.get(key, 0) * self.sizes.lane

    def _bar_y(self, bar: Bar) -> float:
        lane = self.ways.bar_lane[bar.union, bar.row]
        return self.top[bar.row] - self.sizes.symbol / 2 - ABOVE_SIGN - lane * self.sizes.bar

    def _foot(self, person: str, x: float) -> Spot:
        member, at = self.members[person], self.spots[person]
        return foot(shape_of(member), member.kind, at, x - at.x, self.sizes)

    def _head(self, person: str, x: float) -> Spot:
        member, at = self.members[person], self.spots[person]
        return head(shape_of(member), member.kind, at, x - at.x, self.sizes)

    def _union(self, union: KinUnion) -> UnionLine:
        legs = sorted((self.ways.legs[union.key, p], p) for p in union.partners)
        feet = [self._foot(person, x) for x, person in legs]
        y = self._union_y(union.key)
        is_pair = len(legs) > 1
        path: Path = ()
        if is_pair:
            path = (feet[0], Spot(feet[0].x, y), Spot(feet[-1].x, y), feet[-1])
        return UnionLine(
            key=union.key,
            partners=union.partners,
            tie_ids=union.tie_ids,
            state=union.state,
            from_on=union.from_on,
            to_on=union.to_on,
            paths=(path,) if is_pair else (),
            strokes=self._strokes(union, feet, y) if is_pair else (),
            note_at=Spot(feet[0].x + 6, y + 3) if is_pair else None,
            is_dashed=union.state not in SOLID_STATES,
            is_level=union.key not in self.uneven,
        )

    def _strokes(self, union: KinUnion, feet: Sequence[Spot], y: float) -> tuple[Path, ...]:
        """Return the strokes across a line that say the two parted, away from where the children hang."""
        left, right = feet[0].x, feet[-1].x
        drop = self.ways.drops.get(union.key, left)
        if right - drop >= drop - left:
            at = (max(drop, right - 60) + right) / 2
        else:
            at = (left + min(drop, left + 60)) / 2
        count = STROKES.get(union.state, 0)
        start = at - 4.5 * (count - 1)
        return tuple((Spot(start + 9 * n - 6, y + 10), Spot(start + 9 * n + 6, y - 10)) for n in range(count))

    def _bar_paths(self, union: KinUnion, bars: Sequence[Bar]) -> SiblingBar:
        paths: list[Path] = []
        start: Spot | None = None
        if union.partners:
            drop = self.ways.drops[union.key]
            one = union.partners[0]
            start = Spot(drop, self._union_y(union.key)) if len(union.partners) > 1 else self._foot(one, drop)
        for bar in bars:
            y = self._bar_y(bar)
            if start is not None:
                paths.append((start, Spot(start.x, y)))
            xs = [self.ways.at_bar[bar.union, child] for child in bar.children]
            xs += [x for x in (start.x if start else None, bar.leave) if x is not None]
            if max(xs) > min(xs):
                paths.append((Spot(min(xs), y), Spot(max(xs), y)))
            start = Spot(bar.leave, y) if bar.leave is not None else None
        return SiblingBar(union.key, tuple(paths))

    def _child(self, union: KinUnion, bar: Bar, child: str) -> ChildLine:
        kid = next(one for one in self.children[union.key] if one.child == child)
        path = (
            Spot(self.ways.at_bar[bar.union, child], self._bar_y(bar)),
            self._head(child, self.ways.touch[bar.union, child]),
        )
        return ChildLine(union.key, child, kid.main_way, _line(kid), path)

    def _twins(self) -> list[TwinLine]:
        """Return the lines between identical twins: halfway up the two lines that lead to them."""
        found: list[TwinLine] = []
        for bar in self.ways.bars:
            for group in self.ground.twins.get(bar.union, ()):
                if set(group) <= set(bar.children) and all(
                    self.members[one].is_identical_twin for one in group
                ):
                    y = self._bar_y(bar) + ABOVE_SIGN / 2
                    top = self.ways.at_bar[bar.union, group[0]]
                    ends = [(top + self.ways.touch[bar.union, one]) / 2 for one in group]
                    found.append(TwinLine(group, (Spot(min(ends), y), Spot(max(ends), y))))
        return found


def _line(kid: KinChild) -> Line:
    """Return how a child's line is drawn: adoption shows even where the other parent is one by birth."""
    ways = {way for _, way in kid.ways}
    if kinship.ADOPTIVE in ways:
        return Line.DOUBLE
    return LINES.get(kid.main_way, Line.SOLID)
