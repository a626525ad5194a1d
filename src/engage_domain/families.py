"""What a card on Families says of one family, and in which order the cards stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from engage_domain.month import ChildMonth, Tile
from engage_domain.names import fold
from engage_domain.snippets import Snippet

TINTS = 7


def tint(family_id: str) -> int:
    """Return the number of the colour a family is recognised by, from 0; it means nothing else."""
    return int(family_id[-4:] or "0", 16) % TINTS


class Order(StrEnum):
    """How the cards are sorted."""

    NEED = "need"
    NAME = "name"
    NEXT = "next"


class Reach(StrEnum):
    """How it stands with a parent, near or far."""

    SPOKEN = "spoken"  # there is a day of the last contact
    NEVER = "never"
    SEARCHING = "searching"
    EXCUSED = "excused"


class Kept(StrEnum):
    """Where a family's newest work is."""

    HERE_ONLY = "here_only"
    WITH_AGENCY = "with_agency"
    NEEDS_YOU = "needs_you"


@dataclass(frozen=True, slots=True)
class ChildOnCard:
    """A child, and how its month stands."""

    person_id: str
    name: str
    age: int | None
    month: ChildMonth


@dataclass(frozen=True, slots=True)
class ParentOnCard:
    """A parent, days since the last contact in which both could speak, and where the parent is if far."""

    person_id: str
    name: str
    reach: Reach
    days: int | None = None
    whereabouts: str = ""
    note: str = ""
    this_month: bool = False

    @property
    def is_waiting(self) -> bool:
        """Whether a contact this month is still wanted."""
        return not self.this_month and self.reach in {Reach.SPOKEN, Reach.NEVER}


@dataclass(frozen=True, slots=True)
class NextEvent:
    """The next thing in the calendar; `at` is in the agency's zone."""

    appointment_id: str
    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FamilyCard:
    """One family at a glance."""

    family_id: str
    name: str
    initials: str
    home_language: str
    case_nos: tuple[str, ...]
    children: tuple[ChildOnCard, ...]
    parents: tuple[ParentOnCard, ...]
    next: NextEvent | None
    kept: Kept
    has_protected: bool
    is_mine: bool

    @property
    def due(self) -> int:
        """How many children were not seen yet this month."""
        return sum(child.month.tile is Tile.DUE for child in self.children)

    @property
    def longest_gap(self) -> int:
        """The most days since a parent was spoken with; one never reached counts as very long."""
        gaps = [
            parent.days if parent.days is not None else 999 for parent in self.parents if parent.is_waiting
        ]
        return max(gaps, default=0)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A child or parent as written down when a family is opened."""

    first_name: str
    last_name: str = ""
    role: str = "child"
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class NewFamily:
    """A family as the worker opens it."""

    name: str
    home_language: str = ""
    case_no: str = ""
    program: str = ""
    people: tuple[NewPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A family already here that a new one may be: by case number, or by a name that sounds alike."""

    family_id: str
    name: str
    same_case_no: bool
    person: str = ""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A family that a name search found: how well, and the person when it was not the family's own name."""

    family_id: str
    score: float
    person_id: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A note that holds what was asked for, with the lines around it."""

    contact_id: str
    family_id: str
    family: str
    initials: str
    on: date | None
    snippet: Snippet
    is_addendum: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found at once: families by name or case number, best first, and the newest notes."""

    query: str
    names: tuple[NameHit, ...] = ()
    hits: tuple[Hit, ...] = ()


def in_order(cards: Iterable[FamilyCard], order: Order) -> tuple[FamilyCard, ...]:
    """Return cards sorted: by what the agency still owes this month, by name, or by the next appointment."""
    if order is Order.NAME:
        return tuple(sorted(cards, key=_name))
    if order is Order.NEXT:
        return tuple(sorted(cards, key=lambda card: (card.next is None, _when(card), _name(card))))
    return tuple(sorted(cards, key=lambda c: (not c.is_mine, -c.due, -c.longest_gap, _name(c))))


def _name(card: FamilyCard) -> str:
    return fold(card.name)


def _when(card: FamilyCard) -> float:
    return card.next.at.timestamp() if card.next else 0.0
