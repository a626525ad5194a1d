"""A month of caseworker visits, child by child (`domain.md` 5.1; invariants I-3, I-4): seen, seen elsewhere, due, missed.

One rule for the residence: a visit counts there when its location is one of those the agency's counting rules name for
the child's placement in force on the day of the visit (`engage_wire.policy.Counting.in_residence`). Months and days
are the agency's: whoever asks hands in dates already read in its zone. A visit that is only a draft note counts; the
note is another matter.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engage_wire.policy import Counting

REACHING_METHODS = frozenset({"face_to_face", "phone", "video"})
"""How a parent is contacted so that both can speak; a letter, a text or a mail is effort, not contact."""
INFANT_BELOW = 2
ALONE_YES, ALONE_NA = "yes", "na"
THERE = frozenset({"present", "left"})


class Tile(StrEnum):
    """How a child's month stands."""

    SEEN = "seen"  # in the residence
    AWAY = "away"  # in person, somewhere else
    DUE = "due"  # not yet
    MISSED = "missed"  # not seen, and why is written down


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def __contains__(self, day: date) -> bool:
        """Say whether a day lies in this month."""
        return (day.year, day.month) == (self.year, self.number)

    def days_left(self, today: date) -> int:
        """Return how many days remain after today; none when the month is over."""
        return max(0, (self.last - today).days)


@dataclass(frozen=True, slots=True)
class Took:
    """How one person took part in a contact."""

    person_id: str
    presence: str
    alone: str = ""

    @property
    def was_there(self) -> bool:
        """Whether the person was there, to the end or not."""
        return self.presence in THERE


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact as the counting sees it; `day` is its day in the agency's zone."""

    contact_id: str
    family_id: str
    day: date
    method: str
    location: str = ""
    location_note: str = ""
    attempted: bool = False
    missed_reason: str = ""
    missed_note: str = ""
    worker_role: str = ""
    focus: frozenset[str] = frozenset()
    people: tuple[Took, ...] = ()
    is_hidden: bool = False  # kept under Safety: it counts, and nothing else of it is shown

    @property
    def happened(self) -> bool:
        """Whether people met or spoke: neither an attempt nor a visit that fell through."""
        return not self.attempted and not self.missed_reason

    def took(self, person_id: str) -> Took | None:
        """Return how one person took part, if the contact names them."""
        return next((took for took in self.people if took.person_id == person_id), None)

    def concerns(self, child_id: str) -> bool:
        """Say whether the contact was about a child, there or not."""
        return child_id in self.focus or self.took(child_id) is not None


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a child was placed from a day to a day, both included; None leaves the end open."""

    kind: str
    from_on: date | None = None
    to_on: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether the child was placed there on a day."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class Child:
    """A child whose months are counted, with the placements known."""

    person_id: str
    stays: tuple[Stay, ...] = ()

    def placement_on(self, day: date) -> str | None:
        """Return the kind of placement in force on a day, the latest begun where records overlap; None at home."""
        holding = [stay for stay in self.stays if stay.holds(day)]
        return max(holding, key=lambda stay: stay.from_on or date.min).kind if holding else None


@dataclass(frozen=True, slots=True)
class ChildMonth:
    """One child's month: the tile, when and where the child was seen, or the reason why not."""

    person_id: str
    tile: Tile
    on: date | None = None
    location: str = ""
    location_note: str = ""
    reason: str = ""
    reason_note: str = ""
    seen_alone: str = ""

    @property
    def was_seen(self) -> bool:
        """Whether a worker saw the child in person."""
        return self.tile in {Tile.SEEN, Tile.AWAY}


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent of some children; excused is one with a current documented reason, or who has died."""

    person_id: str
    children: frozenset[str]
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """A month in four numbers."""

    children: int = 0
    seen: int = 0
    in_residence: int = 0
    both_parents: int = 0


def counts(meeting: Meeting, counting: Counting) -> bool:
    """Say whether a contact can satisfy a month at all: in person, held, by a worker who qualifies."""
    held = (counting.attempted_counts or not meeting.attempted) and not meeting.missed_reason
    return held and meeting.method in counting.methods and meeting.worker_role in counting.roles


def child_month(child: Child, month: Month, meetings: Iterable[Meeting], counting: Counting) -> ChildMonth:
    """Return how a child's month stands; a visit in the residence outweighs later ones elsewhere."""
    mine = sorted(
        (m for m in meetings if m.day in month and m.concerns(child.person_id)), key=lambda m: m.day
    )
    seen = [m for m in mine if counts(m, counting) and _present(m, child.person_id, counting)]
    if not seen:
        return _unseen(child, mine)
    home = [m for m in seen if counting.in_residence(m.location, child.placement_on(m.day))]
    shown = (home or seen)[-1]
    return ChildMonth(
        child.person_id,
        Tile.SEEN if home else Tile.AWAY,
        on=shown.day,
        location="" if shown.is_hidden else shown.location,
        location_note=shown.location_note,
        seen_alone=_alone(seen, child.person_id),
    )


def reached(parent_id: str, month: Month, meetings: Iterable[Meeting]) -> bool:
    """Say whether a parent was spoken with in a month."""
    return any(speaks_with(m, parent_id) for m in meetings if m.day in month)


def speaks_with(meeting: Meeting, person_id: str) -> bool:
    """Say whether a contact is one in which this person and a worker could both speak."""
    took = meeting.took(person_id)
    return meeting.happened and meeting.method in REACHING_METHODS and took is not None and took.was_there


def both_parents_contacted(
    child_id: str, parents: Sequence[Parent], month: Month, meetings: Sequence[Meeting]
) -> bool:
    """Say whether each of a child's parents was spoken with, or is excused with a reason (I-6).

    A parent nobody has written down is a gap, not an excuse: with fewer than two on record the answer is no.
    """
    own = [parent for parent in parents if child_id in parent.children]
    expected = [parent for parent in own if not parent.excused]
    return len(own) > 1 and bool(expected) and all(reached(p.person_id, month, meetings) for p in expected)


def tally(months: Sequence[ChildMonth], both: Mapping[str, bool]) -> Tally:
    """Return a caseload's month in four numbers; `both` says it of each child."""
    return Tally(
        children=len(months),
        seen=sum(child.was_seen for child in months),
        in_residence=sum(child.tile is Tile.SEEN for child in months),
        both_parents=sum(both.get(child.person_id, False) for child in months),
    )


def wants_time_alone(child: ChildMonth, age: int | None) -> bool:
    """Say whether a child old enough to speak has not yet been seen alone this month."""
    return child.seen_alone not in {ALONE_YES, ALONE_NA} and (age is None or age >= INFANT_BELOW)


def _present(meeting: Meeting, child_id: str, counting: Counting) -> bool:
    took = meeting.took(child_id)
    return took is not None and took.presence in counting.presence


def _unseen(child: Child, mine: Sequence[Meeting]) -> ChildMonth:
    why = [m for m in mine if m.missed_reason]
    if not why:
        return ChildMonth(child.person_id, Tile.DUE)
    latest = why[-1]
    return ChildMonth(
        child.person_id,
        Tile.MISSED,
        on=latest.day,
        reason=latest.missed_reason,
        reason_note=latest.missed_note,
    )


def _alone(seen: Sequence[Meeting], child_id: str) -> str:
    answers = [took.alone for m in seen if (took := m.took(child_id)) is not None and took.alone]
    if ALONE_YES in answers:
        return ALONE_YES
    return answers[-1] if answers else ""
