"""The same drawing as a list: for each person who they are to the one in the middle, and to everybody around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engage_domain.genogram.draw import Layout
from engage_domain.genogram.drawing import Drawing
from engage_domain.genogram.kinship import DIVORCED, SEPARATED, STEP, KinUnion


class Kin(StrEnum):
    """What somebody is to the person in the middle."""

    SELF = "self"
    PARENT = "parent"
    CHILD = "child"
    PARTNER = "partner"
    FORMER_PARTNER = "former_partner"
    SIBLING = "sibling"
    HALF_SIBLING = "half_sibling"
    PARENTS_PARTNER = "parents_partner"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    GREAT_GRANDPARENT = "great_grandparent"
    AUNT_UNCLE = "aunt_uncle"
    NIECE_NEPHEW = "niece_nephew"
    COUSIN = "cousin"
    NONE = ""


Pairs = tuple[tuple[str, str], ...]
People = frozenset[str]
NOBODY: People = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the list; every pair is a person and a code: a state, a way of belonging, a quality, a type."""

    person_id: str
    kin: Kin
    partners: Pairs
    parents: Pairs
    children: Pairs
    siblings: tuple[str, ...]
    twins: tuple[str, ...]
    homes: tuple[str, ...]
    bonds: Pairs
    others: Pairs


def told(layout: Layout, drawing: Drawing) -> tuple[Told, ...]:
    """Return the list, in the order in which a drawing is read: rows from the top, people from the left."""
    unions = layout.kin.unions
    kin = _Kinship(unions)
    words = kin.towards(layout.options.focus)
    return tuple(
        Told(
            person_id=one.person_id,
            kin=words.get(one.person_id, Kin.NONE),
            partners=_partners(one.person_id, unions),
            parents=_parents(one.person_id, unions),
            children=_children(one.person_id, unions),
            siblings=tuple(
                s.person_id for s in drawing.symbols if s.person_id in kin.siblings(one.person_id)
            ),
            twins=_twins(one.person_id, layout.kin.twins),
            homes=tuple(home.home_id for home in drawing.homes if one.person_id in home.members),
            bonds=_other_ends(one.person_id, ((b.a, b.b, b.quality) for b in drawing.bonds)),
            others=_other_ends(one.person_id, ((t.a, t.b, t.type) for t in drawing.loose)),
        )
        for one in drawing.symbols
    )


class _Kinship:
    """Who is whose parent, looked up both ways."""

    def __init__(self, unions: Iterable[KinUnion]) -> None:
        self._unions = tuple(unions)
        self._above: dict[str, People] = {}
        self._below: dict[str, People] = {}
        self._own: dict[str, People] = {}
        for union in self._unions:
            for kid in union.children:
                self._above[kid.child] = self._above.get(kid.child, NOBODY) | frozenset(union.partners)
                own = frozenset(parent for parent, way in kid.ways if way != STEP)
                self._own[kid.child] = self._own.get(kid.child, NOBODY) | own
                for parent in union.partners:
                    self._below[parent] = self._below.get(parent, NOBODY) | {kid.child}

    def up(self, people: People) -> People:
        return frozenset(parent for one in people for parent in self._above.get(one, NOBODY))

    def down(self, people: People) -> People:
        return frozenset(child for one in people for child in self._below.get(one, NOBODY))

    def siblings(self, person: str) -> People:
        bare = (frozenset(kid.child for kid in u.children) for u in self._unions if not u.partners)
        named = frozenset(one for group in bare if person in group for one in group)
        return (self.down(self.up(frozenset({person}))) | named) - {person}

    def towards(self, focus: str) -> dict[str, Kin]:
        """Return what everybody near is to one person; the nearest kinship where there are several."""
        me = frozenset({focus})
        parents = self.up(me)
        grand = self.up(parents)
        siblings = self.siblings(focus)
        aunts = self.down(grand) - parents
        own = self._own.get(focus, NOBODY)
        full = frozenset(one for one in siblings if self._own.get(one, NOBODY) >= own)
        ways: tuple[tuple[Kin, People], ...] = (
            (Kin.SELF, me),
            (Kin.PARENT, parents),
            (Kin.CHILD, self.down(me)),
            (Kin.SIBLING, full),
            (Kin.HALF_SIBLING, siblings),
            (Kin.PARTNER, self._with(me, ended=False)),
            (Kin.FORMER_PARTNER, self._with(me, ended=True)),
            (Kin.GRANDPARENT, grand),
            (Kin.GRANDCHILD, self.down(self.down(me))),
            (Kin.PARENTS_PARTNER, self._with(parents, ended=False) | self._with(parents, ended=True)),
            (Kin.AUNT_UNCLE, aunts),
            (Kin.NIECE_NEPHEW, self.down(siblings)),
            (Kin.COUSIN, self.down(aunts)),
            (Kin.GREAT_GRANDPARENT, self.up(grand)),
        )
        found: dict[str, Kin] = {}
        for kin, people in ways:
            for one in people:
                found.setdefault(one, kin)
        return found

    def _with(self, people: People, *, ended: bool) -> People:
        """Return the partners of some people, those of now or those of the past."""
        return frozenset(
            other
            for union in self._unions
            if union.state
            and (union.state in {DIVORCED, SEPARATED}) == ended
            and people & frozenset(union.partners)
            for other in union.partners
            if other not in people
        )


def _partners(person: str, unions: Iterable[KinUnion]) -> Pairs:
    return tuple(
        (other, union.state)
        for union in unions
        if person in union.partners
        for other in union.partners
        if other != person
    )


def _parents(person: str, unions: Iterable[KinUnion]) -> Pairs:
    ways = (kid.ways for union in unions for kid in union.children if kid.child == person)
    return tuple(dict.fromkeys(pair for pairs in ways for pair in pairs))


def _children(person: str, unions: Iterable[KinUnion]) -> Pairs:
    kids = (kid for union in unions for kid in union.children)
    found = ((kid.child, way) for kid in kids for parent, way in kid.ways if parent == person)
    return tuple(dict.fromkeys(found))


def _twins(person: str, twins: Mapping[str, tuple[tuple[str, ...], ...]]) -> tuple[str, ...]:
    groups = (group for groups in twins.values() for group in groups if person in group)
    return tuple(dict.fromkeys(one for group in groups for one in group if one != person))


def _other_ends(person: str, lines: Iterable[tuple[str, str, str]]) -> Pairs:
    return tuple((b if a == person else a, code) for a, b, code in lines if person in {a, b})
