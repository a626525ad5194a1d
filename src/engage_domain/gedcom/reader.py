"""A family tree out of a file's bytes: `read` is the only way in."""

from __future__ import annotations

from collections.abc import Mapping

from engage_domain.gedcom import encoding, lines
from engage_domain.gedcom.faults import Notice, WarningCode
from engage_domain.gedcom.lines import Node, Records
from engage_domain.gedcom.links import index, require_no_cycle, require_references
from engage_domain.gedcom.model import (
    ChildLink,
    Pedigree,
    Person,
    Tree,
    Union,
    UnionEvent,
    UnionEventKind,
    normal_link,
)
from engage_domain.gedcom.people_reader import read_person
from engage_domain.gedcom.structures import Reading, happened

EVENTS = {
    "MARR": UnionEventKind.MARRIED,
    "ENGA": UnionEventKind.ENGAGED,
    "DIV": UnionEventKind.DIVORCED,
    "ANUL": UnionEventKind.ANNULLED,
    "_SEPR": UnionEventKind.SEPARATED,
    "_SEPARATED": UnionEventKind.SEPARATED,
}
NAMED_EVENTS = {
    "separation": UnionEventKind.SEPARATED,
    "separated": UnionEventKind.SEPARATED,
    "partners": UnionEventKind.PARTNERS,
    "partnership": UnionEventKind.PARTNERS,
    "cohabitation": UnionEventKind.PARTNERS,
    "common law": UnionEventKind.PARTNERS,
}
WAYS = {way.value: way for way in Pedigree} | {
    "natural": Pedigree.BIRTH,
    "biological": Pedigree.BIRTH,
    "adoptive": Pedigree.ADOPTED,
    "stepchild": Pedigree.STEP,
    "unknown": Pedigree.UNSTATED,
}
ADOPTED_BY = {"HUSB": "_FREL", "WIFE": "_MREL"}
MOST_PARTNERS = 2
SILENT = frozenset({"HEAD", "TRLR", "INDI", "FAM", "NOTE", "SNOTE"})
Links = dict[str, dict[str, Node]]
Ways = dict[str, Pedigree]


def read(data: bytes) -> Tree:
    """Return the family tree in a file, with a notice for everything that was mended or is not kept.

    GedcomFault, with the line, when the file is no family tree, its references lead nowhere or its people are
    their own ancestors.
    """
    decoded = encoding.decode(data)
    records = lines.parse(decoded.lines)
    return _TreeReader(records).tree(decoded.encoding, (*decoded.notices, *records.notices))


class _TreeReader:
    """Reads the people first, then the unions with their links from both sides."""

    def __init__(self, records: Records) -> None:
        self._records = records.records
        self._version = records.version
        self._by_xref = index(self._records)
        require_references(self._records, self._by_xref)
        notes = {xref: node for xref, node in self._by_xref.items() if node.tag in {"NOTE", "SNOTE"}}
        self._reading = Reading(notes)
        self._child_of: Links = {}
        self._partner_in: Links = {}
        self._adopted: dict[tuple[str, str], Ways] = {}
        self._where: dict[tuple[str, str], int] = {}

    def tree(self, found: encoding.Encoding, notices: tuple[Notice, ...]) -> Tree:
        people = [self._person(record) for record in self._records if record.tag == "INDI"]
        unions = tuple(self._union(record) for record in self._records if record.tag == "FAM")
        for record in self._records:
            if record.tag not in SILENT:
                self._reading.leave(record)
        require_no_cycle(unions, self._where)
        told = sorted((*notices, *self._reading.notices), key=lambda notice: notice.line)
        return Tree(tuple(people), unions, self._version, found, tuple(told))

    def _person(self, record: Node) -> Person:
        for node in record.all("FAMC"):
            self._remember(self._child_of, record, node)
            self._reading.leave_others(node, ("PEDI", "_PEDI"))
        for node in record.all("FAMS"):
            self._remember(self._partner_in, record, node)
            self._reading.leave_others(node, ())
        for adoption in record.all("ADOP"):
            for family in adoption.all("FAMC"):
                if family.pointer:
                    self._adopted[family.pointer, record.xref] = _adopting(family)
        return read_person(record, self._reading)

    def _remember(self, links: Links, record: Node, node: Node) -> None:
        """Keep a link from a person's side; a second one to the same union says nothing new."""
        known = links.setdefault(node.pointer, {})
        if not node.pointer:
            self._reading.leave(node)
        elif record.xref in known:
            self._reading.notice(WarningCode.DUPLICATE_LINK, node, node.pointer)
        else:
            known[record.xref] = node

    def _union(self, record: Node) -> Union:
        roles = self._roles(record)
        partners = tuple(roles)
        children = self._children(record, roles)
        events: list[UnionEvent] = []
        notes: list[str] = []
        for node in record.below:
            if node.tag in {"NOTE", "SNOTE"}:
                notes.append(self._reading.note(node))
            elif node.tag not in {"HUSB", "WIFE", "CHIL"}:
                events += self._event(node)
        links = tuple(normal_link(link, partners) for link in children)
        return Union(record.xref, partners, tuple(events), links, tuple(note for note in notes if note))

    def _roles(self, record: Node) -> dict[str, str]:
        """Return the partners with the structure that tells how a child belongs to each."""
        roles: dict[str, str] = {}
        for node in record.below:
            if node.tag in {"HUSB", "WIFE"}:
                self._reading.leave_others(node, ())
                self._add_partner(roles, node, node.pointer, "_FREL" if node.tag == "HUSB" else "_MREL")
        for person, node in self._partner_in.get(record.xref, {}).items():
            if person not in roles:
                self._reading.notice(WarningCode.ONE_SIDED_LINK, node, record.xref)
                self._add_partner(roles, node, person, "_FREL")
        return roles

    def _add_partner(self, roles: dict[str, str], node: Node, person: str, role: str) -> None:
        if not person:
            self._reading.leave(node)
        elif person in roles:
            self._reading.notice(WarningCode.WITH_ONESELF, node, person)
        elif len(roles) == MOST_PARTNERS:
            self._reading.notice(WarningCode.TOO_MANY_PARTNERS, node, person)
        else:
            taken = set(roles.values())
            other = "_MREL" if role == "_FREL" else "_FREL"
            roles[person] = other if role in taken else role

    def _children(self, record: Node, roles: Mapping[str, str]) -> list[ChildLink]:
        found: dict[str, ChildLink] = {}
        for node in record.all("CHIL"):
            self._reading.leave_others(node, ("_FREL", "_MREL"))
            if not node.pointer:
                self._reading.leave(node)
            elif node.pointer in found:
                self._reading.notice(WarningCode.DUPLICATE_LINK, node, node.pointer)
            else:
                found[node.pointer] = self._link(record.xref, node.pointer, node, roles)
        for child, node in self._child_of.get(record.xref, {}).items():
            if child not in found:
                self._reading.notice(WarningCode.ONE_SIDED_LINK, node, record.xref)
                found[child] = self._link(record.xref, child, node, roles)
        return list(found.values())

    def _link(self, family: str, child: str, node: Node, roles: Mapping[str, str]) -> ChildLink:
        self._where[family, child] = node.line
        side = self._child_of.get(family, {}).get(child)
        if side is None:
            self._reading.notice(WarningCode.ONE_SIDED_LINK, node, child)
        said = side and (side.first("PEDI") or side.first("_PEDI"))
        pedigree = self._way(said) if said else Pedigree.UNSTATED
        ways = {
            tag: self._way(stated) for tag in ("_FREL", "_MREL") if (stated := node.first(tag)) is not None
        }
        ways |= self._adopted.get((family, child), {})
        by_parent = tuple((person, ways[role]) for person, role in roles.items() if role in ways)
        return ChildLink(child, pedigree, by_parent)

    def _way(self, node: Node) -> Pedigree:
        """Return how a child belongs, in one of our words; other words are noted as not kept."""
        phrase = node.first("PHRASE")
        words = (phrase.value if phrase and phrase.value else node.value).casefold()
        if words and words not in WAYS:
            self._reading.leave(node)
        return WAYS.get(words, Pedigree.OTHER)

    def _event(self, node: Node) -> list[UnionEvent]:
        stated = node.first("TYPE")
        words = (stated.value if stated else node.value).casefold()
        kind = NAMED_EVENTS.get(words) if node.tag in {"EVEN", "MARR"} else None
        kind = kind or EVENTS.get(node.tag)
        if kind is None or not happened(node):
            self._reading.leave(node)
            return []
        return [UnionEvent(kind, self._reading.event(node, "TYPE"))]


def _adopting(family: Node) -> Ways:
    """Return who of the partners adopted; both, where nobody is named."""
    by = family.first("ADOP")
    who = by.value.upper() if by is not None else "BOTH"
    roles = [ADOPTED_BY[who]] if who in ADOPTED_BY else list(ADOPTED_BY.values())
    return dict.fromkeys(roles, Pedigree.ADOPTED)
