"""Where in its row everybody stands: near parents, partners and children, never on top of one another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from engage_domain.genogram.clusters import Plan
from engage_domain.genogram.model import Sizes

TURNS = 80
STILL = 0.4
INWARDS = 0.3
APART = 0.15
Shifts = tuple[dict[str, float], dict[str, float]]


def spaced(plan: Plan, rows: Sequence[Sequence[str]], sizes: Sizes) -> dict[str, float]:
    """Return everybody's x; a pulling of lines, with room kept between neighbours after each turn."""
    couples = {frozenset(pair) for pair in plan.couples}
    cluster = {
        one: number for number, c in enumerate(c for row in plan.rows for c in row) for one in c.people
    }
    gaps = [[_gap(a, b, couples, cluster, sizes) for a, b in pairwise(row)] for row in rows]
    x = {one: place for row, gap in zip(rows, gaps, strict=True) for one, place in _packed(row, gap).items()}
    next_to = {frozenset(pair) for row in rows for pair in pairwise(row)}
    for _ in range(TURNS):
        shift, weight = _pulls(plan, x, next_to, sizes)
        moved = 0.0
        for row, gap in zip(rows, gaps, strict=True):
            wanted = [x[one] + shift[one] / weight[one] if weight[one] else x[one] for one in row]
            kept = apart(wanted, gap, [max(weight[one], 0.2) for one in row])
            moved = max([moved, *(abs(x[one] - place) for one, place in zip(row, kept, strict=True))])
            x.update(zip(row, kept, strict=True))
        if moved < STILL:
            break
    return _rounded(rows, gaps, x)


def apart(wanted: Sequence[float], gaps: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the places nearest to the wanted ones, by weighted squares, that keep the gaps between neighbours."""
    blocks: list[tuple[float, float, int]] = []
    offset = 0.0
    offsets = []
    for n, (place, weight) in enumerate(zip(wanted, weights, strict=True)):
        offset += gaps[n - 1] if n else 0.0
        offsets.append(offset)
        value, count = place - offset, 1
        while blocks and blocks[-1][0] > value:
            other, other_weight, other_count = blocks.pop()
            value = (value * weight + other * other_weight) / (weight + other_weight)
            weight += other_weight  # noqa: PLW2901 - the blocks are merged in place
            count += other_count
        blocks.append((value, weight, count))
    values = [value for value, _, count in blocks for _ in range(count)]
    return [value + offset for value, offset in zip(values, offsets, strict=True)]


def _gap(a: str, b: str, couples: set[frozenset[str]], cluster: Mapping[str, int], sizes: Sizes) -> float:
    if "|" in {a[:1], b[:1]}:
        return (sizes.label_width + sizes.between) / 4 + 8
    if frozenset((a, b)) in couples:
        return sizes.couple
    return sizes.between + (sizes.families if cluster[a] != cluster[b] else 0)


def _packed(row: Sequence[str], gaps: Sequence[float]) -> dict[str, float]:
    places, x = {}, 0.0
    for n, one in enumerate(row):
        x += gaps[n - 1] if n else 0.0
        places[one] = x
    return places


def _pulls(
    plan: Plan,
    x: Mapping[str, float],
    next_to: set[frozenset[str]],
    sizes: Sizes,
) -> Shifts:
    shift: dict[str, float] = defaultdict(float)
    weight: dict[str, float] = defaultdict(float)
    for stage in plan.stages:
        above = sum(x[one] for one in stage.upper) / len(stage.upper)
        below = sum(x[one] for one in stage.lower) / len(stage.lower)
        for one in stage.lower:
            shift[one] += above - below + INWARDS * (above - x[one])
            weight[one] += 1 + INWARDS
        for one in stage.upper:
            shift[one] += below - above
            weight[one] += 1
    for a, b in plan.couples:
        pair = frozenset((a, b))
        distance = x[b] - x[a]
        wanted = math.copysign(sizes.couple, distance)
        pull = 1.0 if pair in next_to else APART
        shift[a] += pull * (distance - wanted) / 2
        shift[b] -= pull * (distance - wanted) / 2
        weight[a] += pull
        weight[b] += pull
    return shift, weight


def _rounded(
    rows: Sequence[Sequence[str]], gaps: Sequence[Sequence[float]], x: Mapping[str, float]
) -> dict[str, float]:
    """Return whole numbers that keep the gaps, beginning at nought."""
    places: dict[str, float] = {}
    for row, gap in zip(rows, gaps, strict=True):
        before: float | None = None
        for n, one in enumerate(row):
            place = float(round(x[one]))
            if before is not None:
                place = max(place, before + math.ceil(gap[n - 1]))
            places[one] = before = place
    start = min(places.values(), default=0.0)
    return {one: place - start for one, place in places.items()}
