"""Who has children with whom, worked out of the single ties between people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

BIRTH, ADOPTIVE, STEP, FOSTER, GUARDIAN = "birth", "adoptive", "step", "foster", "guardian"
PUTATIVE, ACKNOWLEDGED, ADJUDICATED = "putative", "acknowledged", "adjudicated"
MARRIED, PARTNERS, SEPARATED, DIVORCED = "married", "partners", "separated", "divorced"
SIBLING = "sibling"
BY_BLOOD_OR_LAW = (BIRTH, ADJUDICATED, ACKNOWLEDGED, PUTATIVE)
PARENT_TYPES = (*BY_BLOOD_OR_LAW, ADOPTIVE, FOSTER, GUARDIAN, STEP)
"""The strongest first: where two ties say different things about one parent, the first of these holds."""
PARTNER_TYPES = (DIVORCED, SEPARATED, MARRIED, PARTNERS)
"""The latest first: where two ties tell of one couple, the later state holds."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How one person stands to another: `a` is the parent, the grandparent, the guardian of `b`."""

    id: str
    a: str
    b: str
    type: str
    quality: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class KinChild:
    """A child of a union, and how it belongs to each of the partners."""

    child: str
    ways: tuple[tuple[str, str], ...] = ()

    def is_only(self, *types: str) -> bool:
        """Say whether every way is one of these types."""
        return bool(self.ways) and all(way in types for _, way in self.ways)

    @property
    def main_way(self) -> str:
        """The strongest of the ways; a child of nobody known was born."""
        return min((way for _, way in self.ways), key=PARENT_TYPES.index, default=BIRTH)


@dataclass(frozen=True, slots=True)
class KinUnion:
    """Two partners, one parent, or only brothers and sisters whose parents are not known."""

    key: str
    partners: tuple[str, ...]
    state: str = ""
    from_on: date | None = None
    to_on: date | None = None
    children: tuple[KinChild, ...] = ()
    tie_ids: tuple[str, ...] = ()


def unions_of(order: Sequence[str], ties: Iterable[Tie]) -> tuple[KinUnion, ...]:
    """Return the unions among people; `order` is the people in the order their children shall stand in."""
    place = {person: number for number, person in enumerate(order)}
    known = [tie for tie in ties if tie.a in place and tie.b in place and tie.a != tie.b]
    unions = _couples(known)
    parents = _parents(known)
    for child in sorted(parents, key=place.__getitem__):
        for ways in _households_of(parents[child], unions):
            _join(unions, child, ways)
    _join_siblings(unions, known, frozenset(parents), place)
    return tuple(
        replace(one, children=tuple(sorted(one.children, key=lambda kid: place[kid.child])))
        for one in unions.values()
    )


Unions = dict[frozenset[str], KinUnion]
Ways = dict[str, str]


def _couples(ties: Iterable[Tie]) -> Unions:
    unions: Unions = {}
    for tie in ties:
        if tie.type in PARTNER_TYPES:
            pair = frozenset((tie.a, tie.b))
            new = KinUnion(
                f"{tie.a}+{tie.b}", (tie.a, tie.b), tie.type, tie.from_on, tie.to_on, tie_ids=(tie.id,)
            )
            unions[pair] = _later(unions[pair], new) if pair in unions else new
    return unions


def _later(one: KinUnion, other: KinUnion) -> KinUnion:
    """Return what two ties together tell of one couple: since the earlier, in the later state."""
    last = min((one, other), key=lambda union: PARTNER_TYPES.index(union.state))
    begun = [day for day in (one.from_on, other.from_on) if day]
    ids = (*one.tie_ids, *other.tie_ids)
    return replace(
        one,
        state=last.state,
        from_on=min(begun, default=None),
        to_on=last.to_on or one.to_on or other.to_on,
        tie_ids=ids,
    )


def _parents(ties: Iterable[Tie]) -> dict[str, Ways]:
    found: dict[str, Ways] = {}
    for tie in ties:
        if tie.type in PARENT_TYPES:
            ways = found.setdefault(tie.b, {})
            before = ways.get(tie.a, tie.type)
            ways[tie.a] = min(before, tie.type, key=PARENT_TYPES.index)
    return found


def _households_of(ways: Ways, unions: Mapping[frozenset[str], KinUnion]) -> list[Ways]:
    """Return the sets of parents a child belongs to: those by birth together, those by adoption, and so on.

    A parent who stands alone in a way, a step-father say, is put beside a partner who is the child's parent too.
    """
    sets: list[Ways] = []
    for types in (BY_BLOOD_OR_LAW, (ADOPTIVE,), (FOSTER,), (GUARDIAN,), (STEP,)):
        those = [parent for parent in ways if ways[parent] in types]
        if len(those) > 1 and types != (STEP,):
            sets += [{p: ways[p] for p in pair} for pair in _pairs(those, ways)]
        else:
            sets += [_with_partner(one, ways, unions, types) for one in those]
    return sets


def _pairs(parents: Sequence[str], ways: Ways) -> list[tuple[str, str]]:
    """Return parents in twos; where more than two are named, each of the others with the surest."""
    first, *others = sorted(parents, key=lambda parent: PARENT_TYPES.index(ways[parent]))
    return [(first, other) for other in others]


def _with_partner(
    parent: str, ways: Ways, unions: Mapping[frozenset[str], KinUnion], types: tuple[str, ...]
) -> Ways:
    mine = {parent: ways[parent]}
    if types != BY_BLOOD_OR_LAW:
        for other in sorted(ways, key=lambda one: PARENT_TYPES.index(ways[one])):
            if frozenset((parent, other)) in unions and other != parent:
                return {other: ways[other], **mine}
    return mine


def _join(unions: Unions, child: str, ways: Ways) -> None:
    key = frozenset(ways)
    union = unions.get(key) or KinUnion("+".join(ways), tuple(ways))
    kin = KinChild(child, tuple((partner, ways[partner]) for partner in union.partners))
    if all(known.child != child for known in union.children):
        unions[key] = replace(union, children=(*union.children, kin))


def _join_siblings(
    unions: Unions, ties: Iterable[Tie], with_parents: frozenset[str], place: Mapping[str, int]
) -> None:
    """Put brothers and sisters whose parents nobody named under a union without partners."""
    groups: dict[str, set[str]] = {}
    for tie in ties:
        if tie.type == SIBLING and tie.a not in with_parents and tie.b not in with_parents:
            whole = groups.get(tie.a, {tie.a}) | groups.get(tie.b, {tie.b})
            groups.update(dict.fromkeys(whole, whole))
    for person in sorted(groups, key=place.__getitem__):
        siblings = sorted(groups[person], key=place.__getitem__)
        if siblings[0] == person:
            children = tuple(KinChild(sibling) for sibling in siblings)
            unions[frozenset((f"~{person}",))] = KinUnion(f"~{person}", (), children=children)
