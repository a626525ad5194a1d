"""Our people and ties as a family tree, ready to be written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from engage_domain.gedcom.dates import DateValue, about_year, of_day
from engage_domain.gedcom.model import (
    Association,
    ChildLink,
    Event,
    Name,
    NameKind,
    Pedigree,
    Person,
    Sex,
    Tree,
    Union,
    UnionEvent,
    UnionEventKind,
    name_of,
    normal_link,
)
from engage_domain.genogram import kinship
from engage_domain.genogram.kinship import KinChild, KinUnion, Tie

SEXES = {"female": Sex.FEMALE, "male": Sex.MALE, "other": Sex.OTHER, "unknown": Sex.UNKNOWN}
WAYS = {
    kinship.BIRTH: Pedigree.BIRTH,
    kinship.ADOPTIVE: Pedigree.ADOPTED,
    kinship.FOSTER: Pedigree.FOSTER,
    kinship.STEP: Pedigree.STEP,
    kinship.GUARDIAN: Pedigree.GUARDIAN,
    kinship.PUTATIVE: Pedigree.OTHER,
}
NAMELESS = "?"
"""What stands for the name of somebody whose name nobody knows."""
STILLBORN = "Stillborn"
IN_UNIONS = frozenset({*kinship.PARENT_TYPES, *kinship.PARTNER_TYPES})


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What of one of our people goes into a tree. No address, no note, nothing protected is among it."""

    id: str
    first_name: str
    last_name: str
    preferred_name: str = ""
    former_names: str = ""
    birth_date: date | None = None
    birth_estimated: bool = False
    sex: str = ""
    gender: str = ""
    deceased_on: date | None = None
    is_deceased: bool = False
    was_stillborn: bool = False


def tree_of(people: Sequence[PersonRecord], ties: Sequence[Tie]) -> Tree:
    """Return the tree of some people, in their order; ties to anybody else are left out."""
    keys = {one.id: f"I{number}" for number, one in enumerate(people, 1)}
    unions = kinship.unions_of([one.id for one in people], ties)
    siblings = {kid.child for union in unions if not union.partners for kid in union.children}
    said = [tie for tie in ties if _stands_apart(tie, siblings) and tie.a in keys and tie.b in keys]
    written = tuple(_person(one, keys, [tie for tie in said if tie.b == one.id]) for one in people)
    return Tree(written, tuple(_union(union, f"F{n}", keys) for n, union in enumerate(unions, 1)))


def _stands_apart(tie: Tie, siblings: set[str]) -> bool:
    """Say whether a tie is not told by the unions already."""
    is_shown = tie.type == kinship.SIBLING and tie.a in siblings and tie.b in siblings
    return tie.type not in IN_UNIONS and tie.a != tie.b and not is_shown


def _person(one: PersonRecord, keys: dict[str, str], ties: Sequence[Tie]) -> Person:
    born = _born(one)
    return Person(
        keys[one.id],
        _names(one),
        SEXES.get(one.sex, Sex.UNSTATED),
        one.gender.strip(),
        Event(born) if born else None,
        _death(one),
        associations=tuple(Association(keys[tie.a], tie.type.replace("_", " ")) for tie in ties),
    )


def _born(one: PersonRecord) -> DateValue | None:
    if one.birth_date is None:
        return None
    return about_year(one.birth_date.year) if one.birth_estimated else of_day(one.birth_date)


def _death(one: PersonRecord) -> Event | None:
    if not (one.deceased_on or one.is_deceased or one.was_stillborn):
        return None
    return Event(
        of_day(one.deceased_on) if one.deceased_on else None, cause=STILLBORN if one.was_stillborn else ""
    )


def _names(one: PersonRecord) -> tuple[Name, ...]:
    first, last, preferred = (
        " ".join(part.replace("/", " ").split())
        for part in ("" if one.first_name == NAMELESS else one.first_name, one.last_name, one.preferred_name)
    )
    names = [name_of(first, last)] if first or last else []
    if preferred:
        names.append(name_of(preferred, "", NameKind.PREFERRED))
    for former in one.former_names.split(";"):
        words = " ".join(former.replace("/", " ").split())
        if words:
            names.append(name_of(words, "", NameKind.FORMER))
    return tuple(names)


def _union(union: KinUnion, key: str, keys: dict[str, str]) -> Union:
    partners = tuple(keys[partner] for partner in union.partners)
    children = tuple(_link(kid, keys, partners) for kid in union.children)
    return Union(key, partners, _events(union), children)


def _link(kid: KinChild, keys: dict[str, str], partners: tuple[str, ...]) -> ChildLink:
    ways = tuple((keys[parent], WAYS.get(way, Pedigree.UNSTATED)) for parent, way in kid.ways)
    return normal_link(replace(ChildLink(keys[kid.child]), by_parent=ways), partners)


def _events(union: KinUnion) -> tuple[UnionEvent, ...]:
    begun, ended = _event(union.from_on), _event(union.to_on)
    if union.state == kinship.MARRIED:
        return (UnionEvent(UnionEventKind.MARRIED, begun),)
    if union.state == kinship.DIVORCED:
        return UnionEvent(UnionEventKind.MARRIED, begun), UnionEvent(UnionEventKind.DIVORCED, ended)
    if union.state == kinship.SEPARATED:
        first = (UnionEvent(UnionEventKind.PARTNERS, begun),) if union.from_on else ()
        return (*first, UnionEvent(UnionEventKind.SEPARATED, ended))
    return (UnionEvent(UnionEventKind.PARTNERS, begun),) if union.state == kinship.PARTNERS else ()


def _event(day: date | None) -> Event:
    return Event(of_day(day)) if day else Event()
