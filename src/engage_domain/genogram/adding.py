"""Which ties a new person brings along: a child belongs to both of a couple, a sister to the same parents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engage_domain.genogram.kinship import (
    BIRTH,
    DIVORCED,
    PARENT_TYPES,
    PARTNER_TYPES,
    PARTNERS,
    SEPARATED,
    SIBLING,
    Tie,
)

ROLE_CHILD, ROLE_KIN, ROLE_OTHER = "child", "kin", "other"
PARENT_ROLES = {"female": "mother", "male": "father"}
EVEN_TYPES = frozenset({*PARTNER_TYPES, SIBLING, "half_sibling", "cousin", "other", "fictive_kin"})
LOOSE_TYPES = ("grandparent", "aunt_uncle", "half_sibling", "cousin", "fictive_kin", "other")


class Place(StrEnum):
    """What a new person is to somebody who is drawn already."""

    CHILD = "child"
    PARENT = "parent"
    PARTNER = "partner"
    SIBLING = "sibling"
    TWIN = "twin"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Joining:
    """How a new person joins: as what, to whom, in which way; with the other parent, or with further children.

    `is_elder` tells of a loose tie whether the new person is the elder one of the two.
    """

    anchor: str
    place: Place
    type: str = ""
    other_parent: str = ""
    also: tuple[str, ...] = ()
    is_elder: bool = True


Row = tuple[str, str, str]


def ties_for(new: str, joining: Joining, ties: Sequence[Tie]) -> tuple[Row, ...]:
    """Return the ties to write, each as elder, younger and type."""
    anchor, kind = joining.anchor, joining.type
    if joining.place is Place.CHILD:
        parents = dict.fromkeys(one for one in (anchor, joining.other_parent) if one)
        return tuple((parent, new, kind or BIRTH) for parent in parents)
    if joining.place is Place.PARENT:
        return tuple((new, child, kind or BIRTH) for child in dict.fromkeys((anchor, *joining.also)))
    if joining.place is Place.PARTNER:
        return ((anchor, new, kind or PARTNERS),)
    if joining.place is Place.OTHER:
        return ((new, anchor, kind) if joining.is_elder else (anchor, new, kind),) if kind else ()
    shared = parents_of(anchor, ties)
    return tuple((parent, new, way) for parent, way in shared) or ((anchor, new, SIBLING),)


def parents_of(person: str, ties: Sequence[Tie]) -> tuple[tuple[str, str], ...]:
    """Return somebody's parents, each with the surest way they are one."""
    found: dict[str, str] = {}
    for tie in ties:
        if tie.b == person and tie.type in PARENT_TYPES:
            found[tie.a] = min(found.get(tie.a, tie.type), tie.type, key=PARENT_TYPES.index)
    return tuple(found.items())


def children_of(person: str, ties: Sequence[Tie]) -> tuple[str, ...]:
    """Return somebody's children."""
    return tuple(dict.fromkeys(tie.b for tie in ties if tie.a == person and tie.type in PARENT_TYPES))


def siblings_of(person: str, ties: Sequence[Tie]) -> tuple[str, ...]:
    """Return those who share a parent with somebody, or are said to be brother or sister."""
    found = [
        child
        for parent, _ in parents_of(person, ties)
        for child in children_of(parent, ties)
        if child != person
    ]
    said = [tie for tie in ties if tie.type == SIBLING and person in {tie.a, tie.b}]
    return tuple(dict.fromkeys((*found, *(tie.b if tie.a == person else tie.a for tie in said))))


def other_parents(person: str, ties: Sequence[Tie]) -> tuple[str, ...]:
    """Return who may be the other parent of somebody's next child: partners of now, of then, parents of the others."""
    now: list[str] = []
    then: list[str] = []
    for tie in ties:
        if tie.type in PARTNER_TYPES and person in {tie.a, tie.b}:
            has_ended = tie.type in {DIVORCED, SEPARATED} or tie.to_on is not None
            (then if has_ended else now).append(tie.b if tie.a == person else tie.a)
    shared = [
        other
        for child in children_of(person, ties)
        for other, _ in parents_of(child, ties)
        if other != person
    ]
    return tuple(dict.fromkeys((*now, *shared, *then)))


def role_for(joining: Joining, sex: str, roles: Mapping[str, str]) -> str:
    """Return what somebody most likely is to the family whose children are visited."""
    held = roles.get(joining.anchor, "")
    if joining.place is Place.CHILD and held in {"mother", "father"}:
        return ROLE_CHILD
    if joining.place in {Place.SIBLING, Place.TWIN} and held == ROLE_CHILD:
        return ROLE_CHILD
    if joining.place is Place.PARENT and held == ROLE_CHILD:
        return PARENT_ROLES.get(sex, ROLE_OTHER)
    if joining.place is Place.OTHER:
        return "fictive_kin" if joining.type == "fictive_kin" else ROLE_KIN
    return ROLE_KIN
