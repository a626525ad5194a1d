"""Who is drawn of a large family: everybody within some steps of kinship from one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from engage_domain.genogram.kinship import PARENT_TYPES, PARTNER_TYPES, SIBLING, Tie

JOINING = frozenset({*PARENT_TYPES, *PARTNER_TYPES, SIBLING})
Neighbours = dict[str, list[str]]


def neighbours(ties: Iterable[Tie]) -> Neighbours:
    """Return for each person those one step away: parents, children, partners, brothers and sisters."""
    found: Neighbours = defaultdict(list)
    for tie in ties:
        if tie.type in JOINING:
            found[tie.a].append(tie.b)
            found[tie.b].append(tie.a)
    return found


def within(focus: str, steps: int, near: Neighbours) -> frozenset[str]:
    """Return everybody at most so many steps from one person, with the partners of the outermost."""
    found, edge = {focus}, [focus]
    for _ in range(steps):
        edge = [other for person in edge for other in near.get(person, ()) if other not in found]
        edge = list(dict.fromkeys(edge))
        found.update(edge)
    return frozenset(found)


def folded(person: str, shown: frozenset[str], near: Neighbours) -> int:
    """Return how many of somebody's nearest are not drawn."""
    return len({other for other in near.get(person, ()) if other not in shown})
