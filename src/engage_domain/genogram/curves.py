"""Curves between two people that pass by everybody else."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engage_domain.genogram.drawing import Curve
from engage_domain.genogram.model import Box, Sizes, Spot

SAMPLES = 16
CLEAR = 9.0
LEVEL = 5.0
BOWS = (26.0, -26.0, 0.0, 60.0, -60.0, 110.0, -110.0, 170.0, -170.0, 240.0, -240.0)
ARCS = (52.0, 84.0, 120.0)


class Curves:
    """Finds for each pair the first curve that touches nobody, or the one that touches fewest."""

    def __init__(self, spots: Mapping[str, Spot], sizes: Sizes) -> None:
        half = sizes.symbol / 2
        self._spots = spots
        self._half = half
        self._signs = sorted(
            ((Box(s.x - half, s.y - half, s.x + half, s.y + half), one) for one, s in spots.items()),
            key=lambda pair: pair[0].left,
        )

    def between(self, a: str, b: str) -> Curve:
        """Return the curve between two people, from the left one to the right one."""
        one, other = sorted((self._spots[a], self._spots[b]), key=lambda spot: (spot.x, spot.y))
        best: tuple[int, Curve] | None = None
        for curve in self._tries(one, other):
            hits = self._hits(curve, {a, b})
            if not hits:
                return curve
            if best is None or hits < best[0]:
                best = (hits, curve)
        assert best is not None
        return best[1]

    def _tries(self, one: Spot, other: Spot) -> list[Curve]:
        if abs(one.y - other.y) >= LEVEL:
            return [self._bow(one, other, by) for by in BOWS]
        straight = self._bow(one, other, 0.0)
        return [straight, *(self._arc(one, other, high) for high in ARCS)]

    def _bow(self, one: Spot, other: Spot, by: float) -> Curve:
        """Return a curve from edge to edge, bent to one side."""
        across, down = other.x - one.x, other.y - one.y
        length = math.hypot(across, down) or 1.0
        ux, uy = across / length, down / length
        reach = min(self._half + CLEAR, length / 2)
        start = Spot(one.x + ux * reach, one.y + uy * reach)
        end = Spot(other.x - ux * reach, other.y - uy * reach)
        aside = Spot(-uy * by * 4 / 3, ux * by * 4 / 3)
        return Curve(start, _shifted(start, end, 0.3, aside), _shifted(start, end, 0.7, aside), end)

    def _arc(self, one: Spot, other: Spot, high: float) -> Curve:
        """Return a curve over the heads of a row."""
        top = self._half + CLEAR
        start, end = Spot(one.x + 14, one.y - top), Spot(other.x - 14, other.y - top)
        return Curve(start, Spot(start.x + 30, start.y - high), Spot(end.x - 30, end.y - high), end)

    def _hits(self, curve: Curve, ends: set[str]) -> int:
        points = [curve.at(n / SAMPLES) for n in range(SAMPLES + 1)]
        left, right = min(p.x for p in points), max(p.x for p in points)
        top, bottom = min(p.y for p in points), max(p.y for p in points)
        around = Box(left - 1, top - 1, right + 1, bottom + 1)
        hits = 0
        for box, person in self._signs:
            if box.left > right:
                break
            if person not in ends and box.overlaps(around):
                hits += any(box.left < p.x < box.right and box.top < p.y < box.bottom for p in points)
        return hits


def _shifted(start: Spot, end: Spot, share: float, aside: Spot) -> Spot:
    return Spot(
        start.x + (end.x - start.x) * share + aside.x,
        start.y + (end.y - start.y) * share + aside.y,
    )
