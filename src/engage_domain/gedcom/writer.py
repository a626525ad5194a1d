"""A family tree as a file's bytes, in 5.5.1 or 7.0: the same tree always gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from engage_domain.gedcom import dates
from engage_domain.gedcom.emitting import Emitter, Version
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
    UnionEventKind,
)
from engage_domain.gedcom.people_reader import ROLES

KEY = re.compile(r"(?!VOID\Z)[A-Z0-9][A-Z0-9_]{0,19}")
PROGRAM = "Engage Desktop"
GENDER = "Gender identity"
STANDARD_WAYS = frozenset({Pedigree.BIRTH, Pedigree.ADOPTED, Pedigree.FOSTER, Pedigree.SEALING})
STANDARD_NAMES = frozenset(
    {
        NameKind.BIRTH,
        NameKind.MAIDEN,
        NameKind.MARRIED,
        NameKind.ALSO_KNOWN,
        NameKind.IMMIGRANT,
        NameKind.PROFESSIONAL,
    }
)
EVENT_TAGS = {
    UnionEventKind.ENGAGED: "ENGA",
    UnionEventKind.MARRIED: "MARR",
    UnionEventKind.DIVORCED: "DIV",
    UnionEventKind.ANNULLED: "ANUL",
}
EVENT_WORDS = {UnionEventKind.SEPARATED: "Separation", UnionEventKind.PARTNERS: "Partners"}


def write(tree: Tree, version: Version) -> bytes:
    """Return the tree as a file: UTF-8, no times and no machine's name in it."""
    return _TreeWriter(tree, version).data()


class _TreeWriter:
    """Writes the header, the people, the unions; `_keys` gives each a reference the grammar allows."""

    def __init__(self, tree: Tree, version: Version) -> None:
        self._tree = tree
        self._version = version
        self._keys = _references(tree)
        self._sexes = {person.key: person.sex for person in tree.people}
        self._out = Emitter(version)
        self._partner_in: dict[str, list[str]] = {}
        self._child_of: dict[str, list[tuple[Union, ChildLink]]] = {}
        for union in tree.unions:
            for partner in union.partners:
                self._partner_in.setdefault(partner, []).append(union.key)
            for link in union.children:
                self._child_of.setdefault(link.child, []).append((union, link))

    def data(self) -> bytes:
        self._header()
        for person in self._tree.people:
            self._person(person)
        for union in self._tree.unions:
            self._union(union)
        self._out.put(0, "TRLR")
        return self._out.data()

    def _header(self) -> None:
        out = self._out
        out.put(0, "HEAD")
        out.put(1, "GEDC")
        out.put(2, "VERS", self._version)
        if not out.is_seven:
            out.put(2, "FORM", "LINEAGE-LINKED")
            out.put(1, "CHAR", "UTF-8")
        out.put(1, "SOUR", "ENGAGE_DESKTOP")
        out.put(2, "NAME", PROGRAM)
        if not out.is_seven:
            submitter = next(n for n in _numbered("U") if n not in set(self._keys.values()))
            out.point(1, "SUBM", submitter)
            out.put(0, "SUBM", xref=submitter)
            out.put(1, "NAME", PROGRAM)

    def _person(self, person: Person) -> None:
        out = self._out
        out.put(0, "INDI", xref=self._keys[person.key])
        for name in person.names:
            self._name(name)
        if person.sex is not Sex.UNSTATED:
            out.put(1, "SEX", person.sex)
        if person.gender:
            out.put_words(1, "FACT", person.gender)
            out.put(2, "TYPE", GENDER)
        for tag, event in (("BIRT", person.birth), ("ADOP", person.adoption), ("DEAT", person.death)):
            if event is not None:
                self._event(tag, event)
        self._links(person)
        for note in person.notes:
            out.put(1, "NOTE", note)

    def _links(self, person: Person) -> None:
        for union, link in self._child_of.get(person.key, []):
            self._out.point(1, "FAMC", self._keys[union.key])
            self._way(link.pedigree)
        for key in self._partner_in.get(person.key, []):
            self._out.point(1, "FAMS", self._keys[key])
        for association in person.associations:
            self._association(association)

    def _name(self, name: Name) -> None:
        out = self._out
        out.put_words(1, "NAME", name.full)
        pieces = (
            ("NPFX", name.prefix),
            ("GIVN", name.given),
            ("NICK", name.nickname),
            ("SURN", name.surname),
            ("NSFX", name.suffix),
        )
        for tag, value in pieces:
            out.put_words(2, tag, value)
        words = name.phrase or name.kind.value
        if not out.is_seven:
            out.put_words(2, "TYPE", words)
        elif name.kind in STANDARD_NAMES:
            out.put(2, "TYPE", name.kind.value.upper())
        elif words:
            out.put(2, "TYPE", "OTHER")
            out.put_words(3, "PHRASE", words)

    def _event(self, tag: str, event: Event, words: str = "") -> None:
        value = "" if words or event != Event() else "Y"
        self._out.put(1, tag, words if self._out.is_seven else value)
        self._out.put_words(2, "TYPE", words)
        if event.date is not None:
            self._date(event.date)
        self._out.put_words(2, "PLAC", event.place)
        self._out.put_words(2, "CAUS", event.cause)

    def _date(self, value: dates.DateValue) -> None:
        out = self._out
        if out.is_seven:
            payload, phrase = dates.write_seven(value)
            out.put_raw(2, "DATE", payload)
            out.put_words(3, "PHRASE", phrase)
            return
        out.put_raw(2, "DATE", dates.write_old(replace(value, phrase=out.escaped(value.phrase))))
        if value.kind not in {dates.Kind.EXACT, dates.Kind.PHRASE}:
            out.put_words(3, "_PHRASE", value.phrase)

    def _way(self, way: Pedigree) -> None:
        """Write how a child belongs to a union; the grammars know only some of the ways."""
        out = self._out
        if way in STANDARD_WAYS:
            out.put(2, "PEDI", way.value.upper() if out.is_seven else way.value)
        elif way is not Pedigree.UNSTATED and out.is_seven:
            out.put(2, "PEDI", "OTHER")
            out.put_words(3, "PHRASE", way.value)
        elif way is not Pedigree.UNSTATED:
            out.put(2, "_PEDI", way.value)

    def _association(self, association: Association) -> None:
        out = self._out
        out.point(1, "ASSO", self._keys[association.other])
        if not out.is_seven:
            out.put_words(2, "RELA", association.role)
        elif association.role.upper() in ROLES:
            out.put(2, "ROLE", association.role.upper())
        else:
            out.put(2, "ROLE", "OTHER")
            out.put_words(3, "PHRASE", association.role)

    def _union(self, union: Union) -> None:
        out = self._out
        out.put(0, "FAM", xref=self._keys[union.key])
        tags = _partner_tags(union.partners, self._sexes)
        for partner, tag in zip(union.partners, tags, strict=True):
            out.point(1, tag, self._keys[partner])
        for link in union.children:
            out.point(1, "CHIL", self._keys[link.child])
            for partner, tag in zip(union.partners, tags, strict=True):
                way = link.to(partner)
                said_apart = way is not link.pedigree or way in {Pedigree.STEP, Pedigree.GUARDIAN}
                if said_apart and way is not Pedigree.UNSTATED:
                    out.put(2, "_FREL" if tag == "HUSB" else "_MREL", way.value.capitalize())
        for happened in union.events:
            words = EVENT_WORDS.get(happened.kind, "")
            self._event(EVENT_TAGS.get(happened.kind, "EVEN"), happened.event, words)
        for note in union.notes:
            out.put(1, "NOTE", note)


def _partner_tags(partners: tuple[str, ...], sexes: Mapping[str, Sex]) -> tuple[str, ...]:
    """Return which of the two places each partner takes; same-sex partners take both, in their order."""
    is_woman_first = bool(partners) and sexes.get(partners[0]) is Sex.FEMALE
    if len(partners) > 1 and sexes.get(partners[1]) is Sex.FEMALE:
        is_woman_first = False
    return (("WIFE", "HUSB") if is_woman_first else ("HUSB", "WIFE"))[: len(partners)]


def _references(tree: Tree) -> dict[str, str]:
    """Return a reference for each key: the key itself where all may stand in a file, numbers otherwise."""
    keys = [person.key for person in tree.people] + [union.key for union in tree.unions]
    if all(KEY.fullmatch(key) for key in keys):
        return {key: key for key in keys}
    people = dict(zip((person.key for person in tree.people), _numbered("I"), strict=False))
    return people | dict(zip((union.key for union in tree.unions), _numbered("F"), strict=False))


def _numbered(letter: str) -> Iterator[str]:
    return (f"{letter}{number}" for number in count(1))
