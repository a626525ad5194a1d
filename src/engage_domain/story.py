"""A family's story: every contact, addendum, appointment, promise and placement, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

PAGE = 100


class StoryKind(StrEnum):
    """What an entry of the story is."""

    CONTACT = "contact"
    ADDENDUM = "addendum"
    APPOINTMENT = "appointment"
    PROMISE = "promise"
    PLACEMENT = "placement"


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which entries are looked for; an empty part asks for everything."""

    person_id: str = ""
    kinds: frozenset[StoryKind] = frozenset()
    element: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is left out."""
        return self == StoryFilter()

    def asks_for(self, kind: StoryKind) -> bool:
        """Say whether entries of a kind may be among the answers; only contacts carry an element."""
        in_kind = not self.kinds or kind in self.kinds
        return in_kind and (not self.element or kind in {StoryKind.CONTACT, StoryKind.ADDENDUM})


@dataclass(frozen=True, slots=True)
class StoryKey:
    """Where an entry stands in the story: its day in the agency's zone, what it is, and which."""

    on: date
    kind: StoryKind
    row_id: str


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One entry as it is shown. `status` is the contact's, the appointment's or the promise's own code."""

    kind: StoryKind
    row_id: str
    contact_id: str
    starts_at: datetime | None
    ends_at: datetime | None
    codes: tuple[str, ...]  # contact types, or the one kind of an appointment or placement
    method: str = ""
    location: str = ""
    location_note: str = ""
    status: str = ""
    is_attempted: bool = False
    reason: str = ""
    reason_note: str = ""
    names: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    words: str = ""
    author: str = ""
    until: date | None = None

    @property
    def did_not_happen(self) -> bool:
        """Whether somebody tried, or it was arranged, and it did not come about."""
        return self.is_attempted or self.status in {"missed", "cancelled"}


def day_starts(keys: tuple[StoryKey, ...]) -> tuple[int, ...]:
    """Return the places in the story where another day begins."""
    return tuple(n for n, key in enumerate(keys) if n == 0 or keys[n - 1].on != key.on)
