"""Which row somebody stands in: partners level, children below their parents, generations kept together."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engage_domain.genogram.kinship import KinUnion

NEARNESS = {"grandparent": 2, "aunt_uncle": 1, "sibling": 0, "half_sibling": 0, "cousin": 0}
ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Near:
    """Two people who shall stand near: `b` so many rows below `a`."""

    a: str
    b: str
    rows: int


@dataclass(frozen=True, slots=True)
class Rows:
    """Everybody's row, counted from the top; unions whose lines cannot be level, children that cannot be below."""

    of: dict[str, int]
    uneven: frozenset[str]
    looped: frozenset[tuple[str, str]]


def rows(people: Sequence[str], unions: Sequence[KinUnion], near: Iterable[Near], focus: str = "") -> Rows:
    """Return the rows of some people. Nobody is their own ancestor in it, whatever the ties say."""
    links = [(p, kid.child, u.key) for u in unions for p in u.partners for kid in u.children]
    looped = _closing(people, links)
    straight = [(a, b) for a, b, key in links if (key, b) not in looped]
    group, uneven = _grouped(people, unions, straight)
    edges = list(dict.fromkeys((group[a], group[b]) for a, b in straight))
    order = [group[focus]] if focus in group else []
    order += [group[person] for person in people]
    soft = [(group[one.a], group[one.b], one.rows) for one in near]
    soft += [
        (group[a.child], group[b.child], 0)
        for u in unions
        for a, b in zip(u.children, u.children[1:], strict=False)
    ]
    level = _settled(_first_guess(order, edges, soft), edges)
    lowest = sorted(set(level.values()))
    return Rows({person: lowest.index(level[group[person]]) for person in people}, uneven, looped)


def _closing(people: Sequence[str], links: Sequence[tuple[str, str, str]]) -> frozenset[tuple[str, str]]:
    """Return the children of unions whose line would make somebody their own ancestor."""
    below: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for parent, child, union in links:
        below[parent].append((child, union))
    found: set[tuple[str, str]] = set()
    done: set[str] = set()
    for start in people:
        path: list[tuple[str, int]] = [] if start in done else [(start, 0)]
        on_path = {start}
        while path:
            person, step = path.pop()
            if step == len(below[person]):
                on_path.discard(person)
                done.add(person)
                continue
            path.append((person, step + 1))
            child, union = below[person][step]
            if child in on_path:
                found.add((union, child))
            elif child not in done:
                on_path.add(child)
                path.append((child, 0))
    return frozenset(found)


def _grouped(
    people: Sequence[str], unions: Sequence[KinUnion], links: Sequence[tuple[str, str]]
) -> tuple[dict[str, str], frozenset[str]]:
    """Return who stands in one row because of a union; all unions, or those that leave children below parents."""
    couples = [union for union in unions if len(union.partners) > 1]
    group = _merged(people, couples)
    if _topological(set(group.values()), [(group[a], group[b]) for a, b in links]) is not None:
        return group, frozenset()
    level: list[KinUnion] = []
    uneven: set[str] = set()
    for union in couples:
        group = _merged(people, [*level, union])
        if _topological(set(group.values()), [(group[a], group[b]) for a, b in links]) is None:
            uneven.add(union.key)
        else:
            level.append(union)
    return _merged(people, level), frozenset(uneven)


def _merged(people: Sequence[str], unions: Iterable[KinUnion]) -> dict[str, str]:
    head = {person: person for person in people}

    def find(person: str) -> str:
        while head[person] != person:
            head[person] = head[head[person]]
            person = head[person]
        return person

    for union in unions:
        head[find(union.partners[1])] = find(union.partners[0])
    return {person: find(person) for person in people}


def _topological(groups: set[str], edges: Iterable[tuple[str, str]]) -> list[str] | None:
    """Return the groups, parents first; None where some would be above themselves."""
    above: dict[str, int] = dict.fromkeys(groups, 0)
    below: dict[str, list[str]] = defaultdict(list)
    for a, b in edges:
        above[b] += 1
        below[a].append(b)
    ready = deque(sorted(one for one, count in above.items() if not count))
    order: list[str] = []
    while ready:
        one = ready.popleft()
        order.append(one)
        for other in below[one]:
            above[other] -= 1
            if not above[other]:
                ready.append(other)
    return order if len(order) == len(groups) else None


def _first_guess(
    order: Sequence[str], edges: Sequence[tuple[str, str]], soft: Sequence[tuple[str, str, int]]
) -> dict[str, int]:
    """Return how many generations below the first everybody is; people who only stand near come after kin."""
    kin: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for a, b in edges:
        kin[a].append((b, 1))
        kin[b].append((a, -1))
    close: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for a, b, by in soft:
        close[a].append((b, by))
        close[b].append((a, -by))
    level: dict[str, int] = {}
    for start in dict.fromkeys(order):
        if start not in level:
            level[start] = 0
            waiting, later = deque([start]), deque([start])
            while waiting or later:
                here, steps = (waiting.popleft(), kin) if waiting else (later.popleft(), close)
                for other, by in steps[here]:
                    if other not in level:
                        level[other] = level[here] + by
                        waiting.append(other)
                        later.append(other)
    return level


def _settled(level: dict[str, int], edges: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Move whoever is not below all parents down, then everybody as near to parents and children as they can be."""
    order = _topological(set(level), edges) or []
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for a, b in edges:
        above[b].append(a)
        below[a].append(b)
    for one in order:
        level[one] = max([level[one], *(level[other] + 1 for other in above[one])])
    for _ in range(ROUNDS):
        for one in (*reversed(order), *order):
            ups, downs = above[one], below[one]
            if ups and len(ups) > len(downs):
                level[one] = max(level[other] + 1 for other in ups)
            elif downs and len(downs) > len(ups):
                level[one] = min(level[other] - 1 for other in downs)
    return level
