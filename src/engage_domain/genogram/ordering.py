"""The order of clusters in their rows: few crossings, partners and children near; always the same for the same family."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence

from engage_domain.genogram.clusters import LEFT, RIGHT, Cluster, Plan

SWEEPS = 10
SMALL = 45
MIDDLING = 100
STARTS = 8
CROSSING = 2.5
PARTNERS = 0.7


def ordered(plan: Plan) -> list[list[str]]:
    """Return the people of each row from left to right, with the places lines pass through."""
    work = _Work(plan)
    best: tuple[float, list[list[Cluster]]] | None = None
    for start in work.starts():
        work.start(start)
        best = work.best_of(best)
        for sweep in range(SWEEPS):
            work.sweep(down=sweep % 2 == 0)
            best = work.best_of(best)
    if best is not None:
        work.restore(best[1])
        if len(work.cluster) <= SMALL:
            work.improve()
    return [work.row_items(row) for row in work.rows]


class _Work:
    """The rows while they are put in order; `x` counts places, not pixels."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rows: list[list[Cluster]] = [list(row) for row in plan.rows]
        self.x: dict[str, float] = {}
        self.cluster = {one: c for row in plan.rows for c in row for one in c.people}
        self.place: dict[Cluster, int] = {}
        self.above: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
        self.below: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
        for stage in plan.stages:
            for one in stage.lower:
                self.above[one].append((stage.upper, stage.lower))
            for one in stage.upper:
                self.below[one].append((stage.upper, stage.lower))
        self.people = {c: c.people for row in plan.rows for c in row}
        self.ups = {c: list(dict.fromkeys(s for p in c.core for s in self.above[p])) for c in self.people}
        self.downs = {
            c: list(dict.fromkeys(s for p in people for s in self.below[p]))
            for c, people in self.people.items()
        }
        self.partners: dict[str, list[str]] = defaultdict(list)
        for a, b in plan.couples:
            self.partners[a].append(b)
            self.partners[b].append(a)

    def starts(self) -> list[list[Cluster]]:
        """Return the orders to begin a walk through the family with: more of them for a small family."""
        natural = [c for row in self.rows for c in row]
        first = len(self.rows[0]) if self.rows else 0
        count = len(self.cluster)
        tries = STARTS if count <= SMALL else 2 if count <= MIDDLING else 1
        rotated = [natural[n:first] + natural[:n] + natural[first:] for n in range(first)]
        mirrored = [list(reversed(one[:first])) + one[first:] for one in rotated]
        return [one for pair in zip(rotated, mirrored, strict=True) for one in pair][:tries]

    def best_of(self, best: tuple[float, list[list[Cluster]]] | None) -> tuple[float, list[list[Cluster]]]:
        """Return the better of what was found before and what stands now."""
        now = self.score()
        if best is None or now < best[0] - 1e-9:
            return now, self.snapshot()
        return best

    def start(self, order: Sequence[Cluster]) -> None:
        """Put the clusters in the order in which walking through the family meets them."""
        rows: list[list[Cluster]] = [[] for _ in self.rows]
        row_of = {c: n for n, row in enumerate(self.rows) for c in row}
        seen: set[Cluster] = set()
        for first in order:
            waiting: list[tuple[bool, Cluster]] = [(False, first)]
            while waiting:
                is_met, cluster = waiting.pop()
                if is_met:
                    rows[row_of[cluster]].append(cluster)
                elif cluster not in seen:
                    seen.add(cluster)
                    upper, beside, lower = self._around(cluster)
                    steps = [
                        *((False, c) for c in upper),
                        (True, cluster),
                        *((False, c) for c in (*beside, *lower)),
                    ]
                    waiting += reversed(steps)
        self.rows = rows
        for row in self.rows:
            self._pack(row)

    def _around(self, cluster: Cluster) -> tuple[list[Cluster], list[Cluster], list[Cluster]]:
        people = self.people[cluster]
        upper = [self.cluster[o] for p in people for us, _ in self.above[p] for o in us]
        beside = [self.cluster[o] for p in people for o in self.partners[p]]
        lower = [self.cluster[o] for p in people for _, ls in self.below[p] for o in ls]
        return upper, beside, lower

    def row_items(self, row: Sequence[Cluster]) -> list[str]:
        self.place.update({c: n for n, c in enumerate(row)})
        return [one for c in row for one in c.sequence(self._side)]

    def _side(self, person: str, other: str) -> int:
        return RIGHT if self.place[self.cluster[other]] > self.place[self.cluster[person]] else LEFT

    def _pack(self, row: Sequence[Cluster], wanted: dict[Cluster, float] | None = None) -> None:
        """Give places to a row: one after the other, or as near to the wanted middles as there is room."""
        self.place.update({c: n for n, c in enumerate(row)})
        sequences = [c.sequence(self._side) for c in row]
        starts: list[float] = []
        blocks: list[list[float]] = []  # middle of what is wanted, weight, clusters
        offset = 0.0
        for c, sequence in zip(row, sequences, strict=True):
            wish = (wanted[c] - (len(sequence) - 1) / 2 if wanted else offset) - offset
            starts.append(offset)
            offset += len(sequence)
            blocks.append([wish, float(len(sequence)), 1.0])
            while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
                value, weight, count = blocks.pop()
                last = blocks[-1]
                last[0] = (last[0] * last[1] + value * weight) / (last[1] + weight)
                last[1] += weight
                last[2] += count
        shifts = [block[0] for block in blocks for _ in range(int(block[2]))]
        for start, shift, sequence in zip(starts, shifts, sequences, strict=True):
            for n, one in enumerate(sequence):
                self.x[one] = start + shift + n

    def _mean(self, people: Sequence[str]) -> float:
        return sum(map(self.x.__getitem__, people)) / len(people)

    def _wish(self, cluster: Cluster, *, down: bool) -> float:
        """Return where the middle of a cluster would like to be: under its parents, over its children, by partners."""
        ups, downs = self.ups[cluster], self.downs[cluster]
        pull, weight = 0.0, 0.0
        for upper, lower in ups if down or not downs else ():
            pull += self._mean(upper) - self._mean(lower)
            weight += 1
        for upper, lower in downs if not down or not ups else ():
            pull += self._mean(lower) - self._mean(upper)
            weight += 1
        for person, others in cluster.crossing.items():
            for other in others:
                pull += PARTNERS * (self.x[other] - self.x[person])
                weight += PARTNERS
        return self._mean(self.people[cluster]) + (pull / weight if weight else 0.0)

    def sweep(self, *, down: bool) -> None:
        """Put each row in the order of its wishes, from the top or from the bottom."""
        for row in self.rows if down else reversed(self.rows):
            wishes = {c: self._wish(c, down=down) for c in row}
            before = {c: n for n, c in enumerate(row)}
            row.sort(key=lambda c: (round(wishes[c], 6), before[c]))
            self._pack(row, wishes)

    def snapshot(self) -> list[list[Cluster]]:
        return [list(row) for row in self.rows]

    def restore(self, rows: list[list[Cluster]]) -> None:
        self.rows = [list(row) for row in rows]
        for row in self.rows:
            self._pack(row)
        for down in (True, False, True):
            self._relax(down=down)

    def _relax(self, *, down: bool) -> None:
        for row in self.rows if down else reversed(self.rows):
            self._pack(row, {c: self._wish(c, down=down) for c in row})

    def score(self) -> float:
        """Return how long and how crossed the lines are; less is better."""
        length = sum(max(0.0, abs(self.x[a] - self.x[b]) - 1) for a, b in self.plan.couples)
        by_row: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for stage in self.plan.stages:
            middle = self._mean(stage.upper)
            length += abs(middle - self._mean(stage.lower))
            row = self.plan.row_of[stage.lower[0]]
            by_row[row] += [(middle, self.x[one]) for one in stage.lower]
        return length + CROSSING * sum(_inversions(links) for links in by_row.values())

    def improve(self) -> None:
        """Exchange neighbours while that makes the picture better; for families small enough to try."""
        score = self.score()
        for _ in range(3):
            before = score
            for number, row in enumerate(self.rows):
                for n in range(len(row) - 1):
                    kept = self.snapshot()
                    self.rows[number][n : n + 2] = reversed(self.rows[number][n : n + 2])
                    self.restore(self.rows)
                    self.sweep(down=True)
                    now = self.score()
                    if now < score - 1e-6:
                        score = now
                    else:
                        self.restore(kept)
            if score > before - 1e-6:
                return


def _inversions(links: list[tuple[float, float]]) -> int:
    seen: list[float] = []
    count = 0
    for _, x in sorted(links):
        count += len(seen) - bisect_right(seen, x)
        insort(seen, x)
    return count
