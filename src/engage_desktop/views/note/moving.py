"""Putting a mark's words into the note and taking them out again, in the text and in what is kept of the mark."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QScrollArea

from engage_desktop.views.note.sections import Sections
from engage_desktop.views.note.services import Hand
from engage_domain.compose import Line, appended, natural_section, put_back, section_of
from engage_domain.visit import Contact


def use_mark(hand: Hand, sections: Sections, contact: Contact, mark_id: str) -> None:
    """Put a mark's words at the end of the section where they belong."""
    mark = contact.mark(mark_id)
    if mark is not None:
        section = section_of(mark.used_in) or natural_section(mark.kind)
        text = appended(sections.keepers[section].text, hand.words.line(contact, mark).text)
        _move(hand, sections, Line(mark_id, section, text), used=True)


def take_mark_out(hand: Hand, sections: Sections, contact: Contact, mark_id: str) -> None:
    """Take a mark's words out of the section where they stand."""
    mark = contact.mark(mark_id)
    if mark is not None:
        section = section_of(mark.used_in)
        text = put_back(sections.keepers[section].text, hand.words.line(contact, mark).text)
        _move(hand, sections, Line(mark_id, section, text), used=False)


def _move(hand: Hand, sections: Sections, line: Line, *, used: bool) -> None:
    keeper = sections.keepers[line.section]
    base = keeper.base
    sections.insert(line.section, line.text)
    keeper.flush()
    hand.run(partial(hand.services.move, hand.contact_id, line, base, used=used))


def scroll_to(room: QScrollArea, place: Mapping[str, str]) -> None:
    """Scroll to where a place says one was."""
    at = place.get("scroll", "")
    if at.isdecimal():
        room.verticalScrollBar().setValue(int(at))
