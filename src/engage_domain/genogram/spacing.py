"""Where in its row everybody stands: near parents, partners and children, never on top of one another."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engage_domain.genogram.clusters import Plan
from engage_domain.genogram.model import Sizes

TURNS = 60
STILL = 1.0
INWARDS = 0.3
APART = 0.15
UNPULLED = 0.2  # whoever no line pulls at stands beside the one before


def spaced(plan: Plan, rows: Sequence[Sequence[str]], sizes: Sizes) -> dict[str, float]:
    """Return everybody's x; a pulling of lines, with room kept between neighbours after each turn."""
    web = _web(plan, rows, sizes)
    x = [place for gaps in web.gaps for place in _packed(gaps)]
    for _ in range(TURNS):
        wanted = web.wanted(x)
        moved = 0.0
        for (start, end), gaps in zip(web.ranges, web.gaps, strict=True):
            kept = apart(wanted[start:end], gaps, web.weights[start:end])
            moved = max(moved, *(abs(a - b) for a, b in zip(kept, x[start:end], strict=True)))
            x[start:end] = kept
        if moved < STILL:
            break
    return _rounded(web, x)


def apart(wanted: Sequence[float], gaps: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the places nearest to the wanted ones, by weighted squares, that keep the gaps between neighbours."""
    blocks: list[tuple[float, float, int]] = []
    offset = 0.0
    offsets = []
    for place, gap, weight in zip(wanted, (0.0, *gaps), weights, strict=True):
        offset += gap
        offsets.append(offset)
        value, mass, count = place - offset, weight, 1
        while blocks and blocks[-1][0] > value:
            other, other_mass, other_count = blocks.pop()
            value = (value * mass + other * other_mass) / (mass + other_mass)
            mass += other_mass
            count += other_count
        blocks.append((value, mass, count))
    values = [value for value, _, count in blocks for _ in range(count)]
    return [value + shift for value, shift in zip(values, offsets, strict=True)]


@dataclass(frozen=True, slots=True)
class _Web:
    """The people as numbers, row after row, and everything that pulls at them."""

    people: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    gaps: tuple[tuple[float, ...], ...]
    stages: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    couples: tuple[tuple[int, int, float], ...]
    weights: tuple[float, ...]
    couple: float
    alone: tuple[tuple[int, float], ...] = ()

    def wanted(self, x: Sequence[float]) -> list[float]:
        """Return where everybody would go if nobody stood in the way."""
        shift = [0.0] * len(x)
        for upper, lower in self.stages:
            above = sum(map(x.__getitem__, upper)) / len(upper)
            below = sum(map(x.__getitem__, lower)) / len(lower)
            by, inward = above - below, INWARDS * above
            for n in lower:
                shift[n] += by + inward - INWARDS * x[n]
            for n in upper:
                shift[n] -= by
        for a, b, pull in self.couples:
            distance = x[b] - x[a]
            half = pull * (distance - math.copysign(self.couple, distance)) / 2
            shift[a] += half
            shift[b] -= half
        wanted = [place + by / weight for place, by, weight in zip(x, shift, self.weights, strict=True)]
        for n, gap in self.alone:
            wanted[n] = wanted[n - 1] + gap
        return wanted


def _web(plan: Plan, rows: Sequence[Sequence[str]], sizes: Sizes) -> _Web:
    people = tuple(one for row in rows for one in row)
    number = {one: n for n, one in enumerate(people)}
    couples = {frozenset(pair) for pair in plan.couples}
    cluster = {one: n for n, c in enumerate(c for row in plan.rows for c in row) for one in c.people}
    next_to = {frozenset(pair) for row in rows for pair in pairwise(row)}
    pulls = tuple(
        (number[a], number[b], 1.0 if frozenset((a, b)) in next_to else APART) for a, b in plan.couples
    )
    stages = tuple(
        (tuple(number[one] for one in stage.upper), tuple(number[one] for one in stage.lower))
        for stage in plan.stages
    )
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    gaps = tuple(tuple(_gap(a, b, couples, cluster, sizes) for a, b in pairwise(row)) for row in rows)
    weights = _weights(len(people), stages, pulls)
    return _Web(
        people=people,
        ranges=tuple(pairwise(starts)),
        gaps=gaps,
        stages=stages,
        couples=pulls,
        weights=weights,
        couple=sizes.couple,
        alone=tuple(
            (start + n, gap)
            for start, between in zip(starts, gaps, strict=False)
            for n, gap in enumerate(between, 1)
            if weights[start + n] == UNPULLED
        ),
    )


def _weights(
    count: int,
    stages: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    couples: Sequence[tuple[int, int, float]],
) -> tuple[float, ...]:
    weights = [0.0] * count
    for upper, lower in stages:
        for n in lower:
            weights[n] += 1 + INWARDS
        for n in upper:
            weights[n] += 1
    for a, b, pull in couples:
        weights[a] += pull
        weights[b] += pull
    return tuple(weight or UNPULLED for weight in weights)


def _gap(a: str, b: str, couples: set[frozenset[str]], cluster: Mapping[str, int], sizes: Sizes) -> float:
    """Return how far apart two neighbours stand at least: partners further, and room beside a line passing by."""
    if "|" in {a[:1], b[:1]}:
        return math.ceil((sizes.label_width + sizes.between) / 4 + 8)
    if frozenset((a, b)) in couples:
        return math.ceil(sizes.couple)
    return math.ceil(sizes.between + (sizes.families if cluster[a] != cluster[b] else 0))


def _packed(gaps: Sequence[float]) -> list[float]:
    places = [0.0]
    for gap in gaps:
        places.append(places[-1] + gap)
    return places


def _rounded(web: _Web, x: Sequence[float]) -> dict[str, float]:
    """Return whole numbers that keep the gaps, beginning at nought."""
    places: list[float] = []
    for (start, end), gaps in zip(web.ranges, web.gaps, strict=True):
        before = -math.inf
        for place, gap in zip(x[start:end], (0.0, *gaps), strict=True):
            before = max(float(round(place)), before + gap)
            places.append(before)
    first = min(places, default=0.0)
    return {one: place - first for one, place in zip(web.people, places, strict=True)}
