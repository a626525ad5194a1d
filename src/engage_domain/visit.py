"""A contact with a family, from the first tap to the final note: one object, and what may be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from engage_domain.contact_codes import KEPT_WORDS, Method, Presence

GROWN = 18

HOUR = timedelta(hours=1)  # how long a visit is planned for when nobody says


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of the family, or somebody else who came, and what is known of their part in this contact."""

    person_id: str = ""
    participant_id: str = ""
    name: str = ""
    role: str = ""
    age: int | None = None
    child: bool = False
    nearby: bool = True
    presence: str = ""
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    seen_alone: str = ""
    seen_how: str = ""

    @property
    def on_board(self) -> bool:
        """Whether a worker at the door expects them, or has met them there."""
        return self.nearby or bool(self.presence)

    @property
    def took_part(self) -> bool:
        """Whether they were there, to the end or not."""
        return self.presence in {Presence.PRESENT, Presence.LEFT}

    @property
    def here(self) -> bool:
        """Whether they are there still."""
        return self.presence == Presence.PRESENT

    @property
    def unanswered(self) -> bool:
        """Whether a child was there and nobody has said yet if it was seen alone."""
        return self.child and self.took_part and not self.seen_alone


@dataclass(frozen=True, slots=True)
class Mark:
    """One tap: when, what kind, whose, and the words if any."""

    id: str
    at: datetime
    kind: str
    person_id: str = ""
    who: str = ""
    code: str = ""
    text: str = ""
    used_in: str = ""

    @property
    def keeps_words(self) -> bool:
        """Whether it can stand in the note."""
        return self.kind in KEPT_WORDS


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody said they would do, and by when; it is a mark and a step at once."""

    step_id: str
    mark_id: str
    side: str
    who_person_id: str = ""
    who: str = ""
    what: str = ""
    by_when: date | None = None


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The appointment agreed for next time."""

    appointment_id: str
    starts_at: datetime
    long: timedelta


@dataclass(frozen=True, slots=True)
class Contact:
    """Everything known of one contact except its narrative."""

    id: str
    family_id: str
    family: str = ""
    status: str = "draft"
    start: datetime | None = None
    end: datetime | None = None
    method: str = ""
    types: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    location: str = ""
    location_note: str = ""
    attempted: bool = False
    missed_reason: str = ""
    missed_note: str = ""
    focus_children: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    language: str = ""
    entered_at: datetime | None = None
    finalised_at: datetime | None = None
    author_id: str = ""
    author: str = ""
    enterer_id: str = ""
    enterer: str = ""
    appointment_id: str = ""
    people: tuple[Attendee, ...] = ()
    marks: tuple[Mark, ...] = ()
    promises: tuple[Promise, ...] = ()
    next_visit: NextVisit | None = None
    shield: bool = False
    family_languages: tuple[str, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether its words are fixed."""
        return self.status == "final"

    @property
    def happened(self) -> bool:
        """Whether people met or spoke: neither an attempt nor a visit that fell through."""
        return not self.attempted and not self.missed_reason

    @property
    def in_person(self) -> bool:
        """Whether the worker and the family were in one place."""
        return self.happened and self.method == Method.FACE_TO_FACE

    @property
    def children(self) -> tuple[Attendee, ...]:
        """The children of the family, whether they were there or not."""
        return tuple(p for p in self.people if p.child)

    @property
    def present(self) -> tuple[Attendee, ...]:
        """Everybody who was there, to the end or not."""
        return tuple(p for p in self.people if p.took_part)

    def attendee(self, person_id: str) -> Attendee | None:
        """Return one person of the family as they stand in this contact."""
        return next((p for p in self.people if p.person_id == person_id), None)

    def mark(self, mark_id: str) -> Mark | None:
        """Return one mark."""
        return next((m for m in self.marks if m.id == mark_id), None)

    def promise_of(self, mark: Mark) -> Promise | None:
        """Return the promise a mark stands for."""
        return next((p for p in self.promises if p.step_id == mark.code), None)


def is_child(role: str, age: int | None) -> bool:
    """Say whether somebody is a child of the case: by role, or as a sibling not grown up."""
    return role == "child" or (role == "sibling" and age is not None and age < GROWN)


def minutes_between(start: datetime, end: datetime) -> int:
    """Return whole minutes, never less than none."""
    return max(0, int((end - start).total_seconds() // 60))
