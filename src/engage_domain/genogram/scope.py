"""Who is drawn of a large family: everybody within some steps of kinship from one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

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


def within(focus: str, steps: int, ties: Sequence[Tie]) -> frozenset[str]:
    """Return everybody at most so many steps from one person.

    Partners come along, and the other parent of every child drawn under one: nobody looks alone who is not.
    """
    near = neighbours(ties)
    found, edge = {focus}, [focus]
    for _ in range(steps):
        edge = list(dict.fromkeys(other for person in edge for other in near[person] if other not in found))
        found.update(edge)
    partners = {
        one for tie in ties if tie.type in PARTNER_TYPES and found & {tie.a, tie.b} for one in (tie.a, tie.b)
    }
    found |= partners
    under = {tie.b for tie in ties if tie.type in PARENT_TYPES and {tie.a, tie.b} <= found}
    found |= {tie.a for tie in ties if tie.type in PARENT_TYPES and tie.b in under}
    return frozenset(found)


def folded(person: str, shown: frozenset[str], near: Neighbours) -> int:
    """Return how many of somebody's nearest are not drawn."""
    return len({other for other in near.get(person, ()) if other not in shown})
