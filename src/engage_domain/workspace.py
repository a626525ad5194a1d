"""A family at a glance: their words, what was promised both ways, who is who, both parents, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from engage_domain.families import ChildOnCard


class StepStatus(StrEnum):
    """What became of a promise or a step."""

    NOT_STARTED = "not_started"
    GOING = "going"
    DONE = "done"
    STUCK = "stuck"
    CHANGED = "changed"
    DROPPED = "dropped"


CLOSED = frozenset({StepStatus.DONE, StepStatus.CHANGED, StepStatus.DROPPED})
OURS, THEIRS = "agency", "family"


class AppointmentKind(StrEnum):
    """What is arranged."""

    HOME_VISIT = "home_visit"
    COURT = "court"
    COACHED_VISIT = "coached_visit"
    FAMILY_MEETING = "family_meeting"
    OFFICE = "office"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FamilyHeader:
    """What may stand above every tab; `shield` says only that there is something under Safety."""

    family_id: str
    name: str
    language: str
    interpreter: str
    program: str
    shield: bool
    is_read_only: bool = False  # the family is moving to somebody else


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody of the family said, and in which contact they were heard."""

    mark_id: str
    words: str
    speaker_id: str
    speaker: str
    at: datetime | None
    contact_id: str


@dataclass(frozen=True, slots=True)
class Kept:
    """How a promise stands: status, what was said about it, and since when it is closed."""

    status: str
    note: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Something one side promised the other, and what became of it."""

    step_id: str
    what: str
    side: str
    who: str
    is_mine: bool
    by_when: date | None
    kept: Kept

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.kept.status not in CLOSED

    def is_overdue(self, today: date) -> bool:
        """Say whether its day has passed while it is still owed."""
        return self.is_open and self.by_when is not None and self.by_when < today


@dataclass(frozen=True, slots=True)
class ParentLine:
    """One parent, near or far: when there was last contact, what was done to find them, what comes next."""

    person_id: str
    name: str
    role: str
    whereabouts: str
    whereabouts_note: str
    not_applicable: str
    last_contact: date | None
    last_try: date | None
    last_search: date | None
    next_on: datetime | None
    rests: bool = False
    """Whether nobody is to be written to, called or visited while a safety review is open."""

    @property
    def is_looked_for(self) -> bool:
        """Whether somebody is still looking for this parent."""
        return self.whereabouts == "unknown_search_open"


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something arranged with a family."""

    appointment_id: str
    kind: str
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    purpose: str
    person_ids: tuple[str, ...]
    names: tuple[str, ...]
    with_whom: str  # the colleague who goes; empty when it is the worker at this laptop
    status: str


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A visit or note that was begun and is not final yet."""

    contact_id: str
    started_at: datetime | None
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the Overview tab shows besides who is who."""

    header: FamilyHeader
    quotes: tuple[Quote, ...]
    promises: tuple[Promise, ...]
    parents: tuple[ParentLine, ...]
    children: tuple[ChildOnCard, ...]
    appointments: tuple[Appointment, ...]
    notes: tuple[OpenNote, ...]
    has_contacts: bool
    resting: frozenset[str] = frozenset()
    """Whom nobody arranges anything with while a safety review is open."""

    def promised(self, side: str) -> tuple[Promise, ...]:
        """Return the promises of one side."""
        return tuple(p for p in self.promises if p.side == side)


def by_need(promises: list[Promise]) -> tuple[Promise, ...]:
    """Return promises, owed ones first by day, then what became of the others, newest first."""
    owed = sorted(
        (p for p in promises if p.is_open), key=lambda p: (p.by_when is None, p.by_when or date.min)
    )
    closed = sorted(
        (p for p in promises if not p.is_open), key=lambda p: p.kept.closed_on or date.min, reverse=True
    )
    return (*owed, *closed)
