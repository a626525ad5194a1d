"""Where an entry of the story leads: to its note, to a person, or into the part of the workspace where it lives."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from engage_domain.story import StoryEntry, StoryKind

NOTE, PERSON = "note", "person"
IN_A_NOTE = frozenset({StoryKind.CONTACT, StoryKind.ADDENDUM, StoryKind.PROMISE, StoryKind.PAPER})
PARTS: dict[StoryKind, tuple[str, ...]] = {
    StoryKind.APPOINTMENT: ("overview",),
    StoryKind.COURT: ("overview",),
    StoryKind.PROMISE: ("solutions", "overview"),
    StoryKind.PLAN: ("plan",),
    StoryKind.POSITION: ("plan",),
    StoryKind.GOAL: ("plan",),
    StoryKind.SERVICE: ("solutions",),
    StoryKind.STATEMENT: ("understand",),
    StoryKind.SCALE: ("understand",),
    StoryKind.PAPER: ("documents",),
}
YEARS, SEARCH = "people.years", "people.search"  # side roads over the people
ROADS = {StoryKind.LIFE: YEARS, StoryKind.SEARCH: SEARCH}


@dataclass(frozen=True, slots=True)
class Lead:
    """A way on: a note, a person, or the key of a part or of its side road; and which row there."""

    to: str
    row_id: str


def lead_of(entry: StoryEntry, parts: Container[str]) -> Lead | None:
    """Return where an entry leads among the parts there are; None when there is nothing to go to."""
    if entry.contact_id and entry.kind in IN_A_NOTE:
        return Lead(NOTE, entry.contact_id)
    if entry.kind in ROADS and entry.person_id and "people" in parts:
        return Lead(ROADS[entry.kind], entry.person_id)
    part = next((key for key in PARTS.get(entry.kind, ()) if key in parts), "")
    if part:
        return Lead(part, entry.about_id or entry.row_id)
    return Lead(PERSON, entry.person_id) if entry.person_id else None
