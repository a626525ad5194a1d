"""One person out of a tree's record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engage_domain.gedcom.lines import Node
from engage_domain.gedcom.model import Association, Event, Name, NameKind, Person, Sex, name_of, read_name
from engage_domain.gedcom.structures import STILLBORN, Reading, happened

PIECES = ("NPFX", "GIVN", "NICK", "SPFX", "SURN", "NSFX", "TYPE", "_MARNM", "_AKA")
LINKS = frozenset({"FAMC", "FAMS"})
NAME_KINDS = {kind.value: kind for kind in NameKind} | {
    "also known as": NameKind.ALSO_KNOWN,
    "alias": NameKind.ALSO_KNOWN,
    "nickname": NameKind.ALSO_KNOWN,
    "chosen": NameKind.PREFERRED,
}
OTHER_NAMES = {"_MARNM": NameKind.MARRIED, "_AKA": NameKind.ALSO_KNOWN, "ALIA": NameKind.ALSO_KNOWN}
GENDER_TYPES = frozenset({"gender", "gender identity"})
ROLES = frozenset(
    {
        "CHIL", "CLERGY", "FATH", "FRIEND", "GODP", "HUSB", "MOTH", "MULTIPLE", "NGHBR", "OFFICIATOR", "PARENT",
        "SPOU", "WIFE", "WITN",
    }
)  # fmt: skip


def read_person(record: Node, reading: Reading) -> Person:
    """Return the person of a record; what is not kept goes into the notices."""
    reader = _PersonReader(Person(record.xref), reading)
    for node in record.below:
        reader.take(node)
    return reader.person


class _PersonReader:
    """Takes a person's structures one after the other."""

    def __init__(self, person: Person, reading: Reading) -> None:
        self.person = person
        self._reading = reading
        self._takers: dict[str, Callable[[Node], None]] = {
            "NAME": self._name,
            "SEX": self._sex,
            "BIRT": self._birth,
            "DEAT": self._death,
            "ADOP": self._adoption,
            "FACT": self._fact,
            "ALIA": self._alias,
            "_MARNM": self._alias,
            "_AKA": self._alias,
            "ASSO": self._association,
            "NOTE": self._note,
            "SNOTE": self._note,
        }

    def take(self, node: Node) -> None:
        if node.tag in self._takers:
            self._takers[node.tag](node)
        elif node.tag not in LINKS:
            self._reading.leave(node)

    def _add_name(self, name: Name) -> None:
        self.person = replace(self.person, names=(*self.person.names, name))

    def _name(self, node: Node) -> None:
        self._reading.leave_others(node, PIECES)
        name = read_name(node.value)
        piece = {tag: found.value for tag in PIECES if (found := node.first(tag)) is not None}
        surname = " ".join(part for part in (piece.get("SPFX"), piece.get("SURN")) if part)
        kind, phrase = _kind(node)
        name = replace(
            name,
            given=piece.get("GIVN") or name.given,
            surname=surname or name.surname,
            prefix=piece.get("NPFX", ""),
            suffix=piece.get("NSFX") or name.suffix,
            nickname=piece.get("NICK", ""),
            kind=kind,
            phrase=phrase,
        )
        if not name.full:
            name = replace(name, full=name_of(name.given, name.surname).full)
        if name.full:
            self._add_name(name)
        for tag in ("_MARNM", "_AKA"):
            for other in node.all(tag):
                self._alias(other)

    def _alias(self, node: Node) -> None:
        """Take a name in a structure of its own; an alias that points to another person is not a name."""
        if node.is_pointer or not node.value:
            self._reading.leave(node)
            return
        self._reading.leave_others(node, ())
        self._add_name(replace(read_name(node.value), kind=OTHER_NAMES[node.tag]))

    def _sex(self, node: Node) -> None:
        self._reading.leave_others(node, ())
        letter = node.value.upper()[:1]
        if self.person.sex is not Sex.UNSTATED or letter not in set(Sex):
            self._reading.leave(node)
        else:
            self.person = replace(self.person, sex=Sex(letter))

    def _birth(self, node: Node) -> None:
        if self.person.birth is not None or not happened(node):
            self._reading.leave(node)
        else:
            self.person = replace(self.person, birth=self._reading.event(node, "FAMC"))

    def _death(self, node: Node) -> None:
        if self.person.death is not None or not happened(node):
            self._reading.leave(node)
            return
        age = node.first("AGE")
        is_stillborn = age is not None and age.value.upper() == STILLBORN
        event = self._reading.event(node, *(["AGE"] if is_stillborn else []))
        if is_stillborn and not event.cause:
            event = replace(event, cause="Stillbirth")
        self.person = replace(self.person, death=event)

    def _adoption(self, node: Node) -> None:
        """Take an adoption; into which family it went is read with the links."""
        event = self._reading.event(node, "FAMC")
        if self.person.adoption is None:
            self.person = replace(self.person, adoption=event)
        elif event != Event():
            self._reading.leave(node)

    def _fact(self, node: Node) -> None:
        kind = node.first("TYPE")
        if kind is None or kind.value.casefold() not in GENDER_TYPES or self.person.gender:
            self._reading.leave(node)
        else:
            self._reading.leave_others(node, ("TYPE",))
            self.person = replace(self.person, gender=node.value)

    def _association(self, node: Node) -> None:
        said = node.first("ROLE") or node.first("RELA")
        other = node.pointer
        if not other or said is None or not said.value:
            self._reading.leave(node)
            return
        self._reading.leave_others(node, ("ROLE", "RELA"))
        self._reading.leave_others(said, ("PHRASE",))
        phrase = said.first("PHRASE")
        role = phrase.value if phrase and phrase.value else said.value
        found = Association(other, role.lower() if role.upper() in ROLES else role)
        self.person = replace(self.person, associations=(*self.person.associations, found))

    def _note(self, node: Node) -> None:
        words = self._reading.note(node)
        if words:
            self.person = replace(self.person, notes=(*self.person.notes, words))


def _kind(node: Node) -> tuple[NameKind, str]:
    stated = node.first("TYPE")
    if stated is None or not stated.value:
        return NameKind.MAIN, ""
    phrase = stated.first("PHRASE")
    words = phrase.value if phrase is not None and phrase.value else stated.value
    kind = NAME_KINDS.get(words.casefold(), NameKind.OTHER)
    return kind, words if kind is NameKind.OTHER and words.casefold() != NameKind.OTHER else ""
