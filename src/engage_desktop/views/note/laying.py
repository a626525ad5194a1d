"""What waits to be laid out in the note, and how the note would look with it."""

from __future__ import annotations

from collections.abc import Mapping

from engage_desktop.views.contact_words import ContactWords
from engage_domain.compose import Answers, Line, is_chosen, is_laid, lay_out
from engage_domain.note import Note
from engage_domain.visit import Mark


def waiting_lines(words: ContactWords, note: Note) -> tuple[Line, ...]:
    """Return the lines that wait: chosen marks with words, the oldest first, and the appointment."""
    found = [
        words.line(note.contact, mark)
        for mark in reversed(note.contact.marks)
        if is_chosen(mark.used_in) and not is_laid(mark.used_in) and _worded(note, mark)
    ]
    if note.contact.next_visit is not None:
        at = words.local(note.contact.next_visit.starts_at)
        day = words.book.day(at.date(), words.today())
        found.append(Line("", "next_visit", f"{day}, {words.at(at)}"))
    return tuple(found)


def laid(words: ContactWords, note: Note, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the sections as they would be laid out with these texts."""
    lines = waiting_lines(words, note)
    new = [line for line in lines if line.mark_id or line.text not in texts.get(line.section, "")]
    return lay_out(Answers(texts, tuple(new)))


def _worded(note: Note, mark: Mark) -> bool:
    promise = note.contact.promise_of(mark)
    return bool((promise.what if promise else mark.text).strip())
