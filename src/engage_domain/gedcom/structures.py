"""Pieces that people and unions share while a tree is read: events, notes, and the list of what is not kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engage_domain.gedcom import dates
from engage_domain.gedcom.faults import Notice, WarningCode
from engage_domain.gedcom.lines import QUOTE, Node
from engage_domain.gedcom.model import Event

BOOKKEEPING = frozenset(
    {
        "CHAN", "CREA", "RIN", "REFN", "UID", "_UID", "EXID", "RFN", "AFN", "SUBM", "ANCI", "DESI", "_APID", "_OID",
        "_UPD", "QUAY",
    }
)  # fmt: skip
STILLBORN = "STILLBORN"


class Reading:
    """What is known while reading: the texts of shared notes, and what was noticed so far."""

    def __init__(self, shared_notes: Mapping[str, Node]) -> None:
        self.notices: list[Notice] = []
        self._shared = shared_notes

    def notice(self, code: WarningCode, node: Node, detail: str = "") -> None:
        """Keep that something was noticed at a structure."""
        self.notices.append(Notice(code, node.line, node.tag, detail))

    def leave(self, node: Node) -> None:
        """Keep that a structure, with all below it, does not come along."""
        code = WarningCode.BOOKKEEPING if node.tag in BOOKKEEPING else WarningCode.NOT_KEPT
        self.notice(code, node, node.value[:QUOTE])

    def leave_others(self, node: Node, kept: Iterable[str]) -> None:
        """Keep that everything directly below a structure does not come along, except some tags."""
        known = frozenset(kept)
        for below in node.below:
            if below.tag not in known:
                self.leave(below)

    def note(self, node: Node) -> str:
        """Return a note's words, its own or those of the shared note it points to."""
        self.leave_others(node, ())
        if not node.is_pointer:
            return node.text.strip()
        shared = self._shared.get(node.pointer)
        if shared is None:
            self.leave(node)
            return ""
        return shared.text.strip()

    def event(self, node: Node, *more: str) -> Event:
        """Return an event with its date, place and cause; tags in `more` are read by the caller."""
        self.leave_others(node, ("DATE", "PLAC", "CAUS", *more))
        day = self._first(node, "DATE")
        place, cause = self._first(node, "PLAC"), self._first(node, "CAUS")
        return Event(
            self._date(day) if day else None, place.value if place else "", cause.value if cause else ""
        )

    def _first(self, node: Node, tag: str) -> Node | None:
        found = node.all(tag)
        for other in found[1:]:
            self.leave(other)
        return found[0] if found else None

    def _date(self, node: Node) -> dates.DateValue | None:
        self.leave_others(node, ("PHRASE", "_PHRASE"))
        phrase = node.first("PHRASE") or node.first("_PHRASE")
        found = dates.read(node.value, phrase.value if phrase else "")
        is_text = found is not None and found.kind is dates.Kind.PHRASE
        if is_text and node.value and not node.value.startswith("("):
            self.notice(WarningCode.DATE_AS_TEXT, node, node.value[:QUOTE])
        return found


def happened(node: Node) -> bool:
    """Say whether an event is told as having happened; a bare tag counts, a plain no does not."""
    return node.value.upper() not in {"N", "NO"}
