"""Sets of people who stand together in a row: brothers and sisters in order, with the partners who married in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from engage_domain.genogram.kinship import PARENT_TYPES, KinUnion

FEMALE, MALE = "female", "male"
LEFT, RIGHT = -1, 1


@dataclass(frozen=True, slots=True)
class Stage:
    """One step down of a union's lines: from the partners, or from a line passing a row, to those below."""

    union: str
    upper: tuple[str, ...]
    lower: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What ordering and spacing work on: rows of clusters, how their people hang together, and who may sit where."""

    rows: tuple[tuple[Cluster, ...], ...]
    stages: tuple[Stage, ...]
    couples: tuple[tuple[str, str], ...]
    row_of: Mapping[str, int]
    trunks: Mapping[tuple[str, int], str]


class Cluster:
    """People who stay together: `core` in their order, each with the partners `attached` to them."""

    def __init__(self, union: str, core: tuple[str, ...]) -> None:
        self.union = union
        self.core = core
        self.attached: dict[str, list[str]] = {}
        self.crossing: dict[str, list[str]] = {}
        self.sexes: Mapping[str, str] = {}
        self.outwards: dict[str, int] = {}
        self._fixed: list[str] | None = None

    def settle(self, sexes: Mapping[str, str], twins: Sequence[tuple[str, ...]]) -> None:
        """Take in who is who; partners of twins stand outside, so that the twins stay side by side."""
        self.sexes = sexes
        for group in twins:
            together = [one for one in self.core if one in group]
            if len(together) > 1:
                self.outwards.update({together[0]: LEFT, together[-1]: RIGHT})
        if not self.attached or not self.crossing:
            self._fixed = self._sequence(lambda _one, _other: LEFT)

    def sequence(self, side_of: Callable[[str, str], int]) -> list[str]:
        """Return the people from left to right; `side_of` says on which side a partner in another cluster is."""
        return self._sequence(side_of) if self._fixed is None else self._fixed

    def _sequence(self, side_of: Callable[[str, str], int]) -> list[str]:
        found: list[str] = []
        for person in self.core:
            left, right = self._sides(person, side_of)
            found += [one for other in left for one in reversed(self._chain(other))]
            found.append(person)
            found += [one for other in right for one in self._chain(other)]
        return found

    def _sides(self, person: str, side_of: Callable[[str, str], int]) -> tuple[list[str], list[str]]:
        """Return the partners to the left and to the right: earlier ones left, the latest right."""
        mine = self.attached.get(person, [])
        if not mine:
            return [], []
        elsewhere = {side_of(person, other) for other in self.crossing.get(person, ())}
        outwards = self.outwards.get(person) or (-elsewhere.pop() if len(elsewhere) == 1 else 0)
        if outwards:
            return (mine, []) if outwards == LEFT else ([], mine)
        if len(mine) == 1:
            is_left = self.sexes.get(mine[0]) == MALE and self.sexes.get(person) != MALE
            return (mine, []) if is_left else ([], mine)
        return mine[:-1], mine[-1:]

    def _chain(self, person: str) -> list[str]:
        """Return a partner, and the partners of that one further out."""
        found, waiting = [], [person]
        while waiting:
            one = waiting.pop(0)
            found.append(one)
            waiting += self.attached.get(one, [])
        return found

    @property
    def people(self) -> list[str]:
        """Everybody in the cluster, in no particular order."""
        return [one for person in self.core for one in self._chain(person)]


def plan(
    order: Sequence[str],
    unions: Sequence[KinUnion],
    row_of: Mapping[str, int],
    sexes: Mapping[str, str],
    twins: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Plan:
    """Return the clusters of each row and the steps of the lines between them."""
    place = {person: number for number, person in enumerate(order)}
    primary = primary_unions(order, unions, row_of)
    stages, trunks, row_of = _stages(unions, row_of)
    level = [u for u in unions if len(u.partners) > 1 and len({row_of[p] for p in u.partners}) == 1]
    clusters = _cores(order, primary, row_of, trunks, place)
    host = {person: cluster for cluster in clusters for person in cluster.core}
    for union in level:
        a, b = union.partners
        if a in primary and b in primary:
            host[a].crossing.setdefault(a, []).append(b)
            host[b].crossing.setdefault(b, []).append(a)
    _attach(level, host)
    for person in sorted(place, key=lambda one: (-sum(one in u.partners for u in level), place[one])):
        if person not in host:
            root = Cluster("", (person,))
            clusters.append(root)
            host[person] = root
            _attach([u for u in level if any(p not in host or host[p] is root for p in u.partners)], host)
    for union in level:
        a, b = union.partners
        if host[a] is not host[b] and not (a in primary and b in primary):
            host[a].crossing.setdefault(a, []).append(b)
            host[b].crossing.setdefault(b, []).append(a)
    by_row: dict[int, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        cluster.settle(sexes, twins.get(cluster.union, ()))
        by_row[row_of[cluster.core[0]]].append(cluster)
    couples = tuple((u.partners[0], u.partners[1]) for u in level)
    return Plan(tuple(tuple(by_row[row]) for row in sorted(by_row)), stages, couples, row_of, trunks)


def primary_unions(
    order: Sequence[str], unions: Sequence[KinUnion], row_of: Mapping[str, int]
) -> dict[str, str]:
    """Return for each child the union it stands under: by birth before adoption, both parents before one."""
    best: dict[str, tuple[int, int, int]] = {}
    found: dict[str, str] = {}
    known = frozenset(order)
    for number, union in enumerate(unions):
        for kid in union.children:
            if kid.child not in known or any(row_of[p] >= row_of[kid.child] for p in union.partners):
                continue
            weakest = max((PARENT_TYPES.index(way) for _, way in kid.ways), default=len(PARENT_TYPES))
            rank = (weakest, -len(union.partners), number)
            if kid.child not in best or rank < best[kid.child]:
                best[kid.child], found[kid.child] = rank, union.key
    return found


def _stages(
    unions: Sequence[KinUnion], row_of: Mapping[str, int]
) -> tuple[tuple[Stage, ...], dict[tuple[str, int], str], dict[str, int]]:
    """Return the steps of all lines; where one passes a row, something to keep the way free stands in that row."""
    stages: list[Stage] = []
    trunks: dict[tuple[str, int], str] = {}
    rows = dict(row_of)
    for union in unions:
        if not union.children or not union.partners:
            continue
        upper = union.partners
        base = max(row_of[p] for p in upper)
        deepest = max(row_of[kid.child] for kid in union.children)
        for row in range(base + 1, deepest + 1):
            lower = [kid.child for kid in union.children if row_of[kid.child] == row]
            if row < deepest:
                passing = f"|{union.key}|{row}"
                trunks[union.key, row] = passing
                rows[passing] = row
                lower.append(passing)
            stages.append(Stage(union.key, upper, tuple(lower)))
            upper = (trunks[union.key, row],) if row < deepest else upper
    return tuple(stages), trunks, rows


def _cores(
    order: Sequence[str],
    primary: Mapping[str, str],
    row_of: Mapping[str, int],
    trunks: Mapping[tuple[str, int], str],
    place: Mapping[str, int],
) -> list[Cluster]:
    together: dict[tuple[str, int], list[str]] = defaultdict(list)
    for person in order:
        if person in primary:
            together[primary[person], row_of[person]].append(person)
    for key, passing in trunks.items():
        together[key].append(passing)
    ordered = sorted(
        together, key=lambda key: (key[1], min(place.get(one, len(place)) for one in together[key]))
    )
    return [Cluster(union, tuple(together[union, row])) for union, row in ordered]


def _attach(unions: Sequence[KinUnion], host: dict[str, Cluster]) -> None:
    """Put partners who have no place yet beside the one who has."""
    has_moved = True
    while has_moved:
        has_moved = False
        for union in unions:
            for a, b in (union.partners, union.partners[::-1]):
                if a in host and b not in host:
                    host[b] = host[a]
                    host[a].attached.setdefault(a, []).append(b)
                    has_moved = True
