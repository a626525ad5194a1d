"""Kinships that the drawn lines do not tell already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engage_domain.genogram.generations import NEARNESS, Near
from engage_domain.genogram.kinship import PARENT_TYPES, PARTNER_TYPES, KinUnion, Tie

IN_LINES = frozenset({*PARENT_TYPES, *PARTNER_TYPES})
Parents = Mapping[str, frozenset[str]]


def loose_ties(ties: Iterable[Tie], unions: Sequence[KinUnion]) -> tuple[Tie, ...]:
    """Return the ties that need a line of their own."""
    parents = _parents(unions)
    together = [frozenset(kid.child for kid in union.children) for union in unions]
    found: list[Tie] = []
    for tie in ties:
        if tie.type and tie.type not in IN_LINES:
            is_sibling = any(tie.a in children and tie.b in children for children in together)
            if not _told(tie, parents, is_sibling=is_sibling):
                found.append(tie)
    return tuple(found)


def nearness(ties: Iterable[Tie]) -> list[Near]:
    """Return who shall stand near whom, by how many rows apart."""
    return [Near(tie.a, tie.b, NEARNESS.get(tie.type, 0)) for tie in ties]


def _parents(unions: Sequence[KinUnion]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for union in unions:
        for kid in union.children:
            found[kid.child] = found.get(kid.child, frozenset()) | frozenset(union.partners)
    return found


def _told(tie: Tie, parents: Parents, *, is_sibling: bool) -> bool:
    """Say whether the drawn lines show a kinship."""
    mine, theirs = parents.get(tie.a, frozenset()), parents.get(tie.b, frozenset())
    if tie.type in {"sibling", "half_sibling"}:
        return is_sibling or bool(mine & theirs)
    above = _above(theirs, parents)
    if tie.type == "grandparent":
        return tie.a in above
    if tie.type == "aunt_uncle":
        return bool(mine & above) and tie.a not in theirs
    return tie.type == "cousin" and bool(_above(mine, parents) & above)


def _above(people: frozenset[str], parents: Parents) -> frozenset[str]:
    return frozenset(parent for person in people for parent in parents.get(person, ()))
