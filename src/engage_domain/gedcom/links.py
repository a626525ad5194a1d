"""Whether a tree's records hold together: references that lead somewhere, no ancestor of oneself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engage_domain.gedcom.faults import FaultCode, GedcomFault
from engage_domain.gedcom.lines import Node
from engage_domain.gedcom.model import Union

PERSON, UNION, NOTE = frozenset({"INDI"}), frozenset({"FAM"}), frozenset({"NOTE", "SNOTE"})
LEADS_TO = {
    "FAMC": UNION, "FAMS": UNION, "HUSB": PERSON, "WIFE": PERSON, "CHIL": PERSON, "ASSO": PERSON, "ALIA": PERSON,
    "NOTE": NOTE, "SNOTE": NOTE, "SOUR": frozenset({"SOUR"}), "OBJE": frozenset({"OBJE"}),
    "REPO": frozenset({"REPO"}), "SUBM": frozenset({"SUBM"}), "SUBN": frozenset({"SUBN"}),
    "ANCI": frozenset({"SUBM"}), "DESI": frozenset({"SUBM"}),
}  # fmt: skip
FAMILY_TAGS = frozenset({"FAMC", "FAMS", "HUSB", "WIFE", "CHIL"})


def index(records: tuple[Node, ...]) -> dict[str, Node]:
    """Return the records by their reference; GedcomFault when two share one.

    A person or union without a reference is given one by its line: nothing can lead to it, but it is there.
    """
    found: dict[str, Node] = {}
    for record in records:
        if not record.xref and record.tag in {"INDI", "FAM"}:
            record.xref = f"LINE {record.line}"
        if record.xref:
            if record.xref in found:
                raise GedcomFault(FaultCode.DUPLICATE_REFERENCE, record.line, record.xref)
            found[record.xref] = record
    return found


def require_references(records: tuple[Node, ...], by_xref: Mapping[str, Node]) -> None:
    """Raise GedcomFault at the first reference that leads nowhere, or to a record of another kind."""
    for record in records:
        for node in _inside(record):
            if node.pointer and node.tag in LEADS_TO:
                target = by_xref.get(node.pointer)
                if target is None:
                    raise GedcomFault(FaultCode.MISSING_REFERENCE, node.line, node.pointer)
                if target.tag not in LEADS_TO[node.tag]:
                    raise GedcomFault(FaultCode.WRONG_REFERENCE, node.line, node.pointer)


def _inside(record: Node) -> Iterator[Node]:
    """Yield what is below a record, in the order of its lines."""
    waiting = record.below[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.below))


@dataclass(slots=True)
class _Step:
    """Somebody on the way up, with the children of theirs that are still to be followed."""

    key: str
    children: Iterator[str]


def require_no_cycle(unions: tuple[Union, ...], lines: Mapping[tuple[str, str], int]) -> None:
    """Raise GedcomFault when somebody is their own ancestor; `lines` says where each child of a union is named."""
    below: dict[str, list[str]] = {}
    where: dict[tuple[str, str], int] = {}
    for union in unions:
        for link in union.children:
            for partner in union.partners:
                below.setdefault(partner, []).append(link.child)
                where.setdefault((partner, link.child), lines.get((union.key, link.child), 1))
    done: set[str] = set()
    for start in below:
        if start not in done:
            _follow(start, below, where, done)


def _follow(
    start: str, below: Mapping[str, list[str]], where: Mapping[tuple[str, str], int], done: set[str]
) -> None:
    path = [_Step(start, iter(below.get(start, ())))]
    on_path = {start}
    while path:
        here = path[-1]
        child = next(here.children, None)
        if child is None:
            path.pop()
            on_path.discard(here.key)
            done.add(here.key)
        elif child in on_path:
            raise GedcomFault(FaultCode.ANCESTOR_CYCLE, where[here.key, child], child)
        elif child not in done:
            on_path.add(child)
            path.append(_Step(child, iter(below.get(child, ()))))
