"""Looking for people: where one has looked, what is due, and what rests while a safety review is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

UNKNOWN = "unknown"
REVIEWS = ("not_needed", "cleared", "pending", "paused")
"""How a safety review can stand, the strictest last."""
STOPPING = frozenset({"pending", "paused"})
"""States of the safety review in which nobody is written to, called or visited."""
REACHING_OUT = frozenset({"phone", "letter", "visit", "social_media"})
"""Ways of looking that the person, or somebody near them, would notice."""
OTHER = "other"
FOUND = frozenset({"found", "refused"})


class Due(StrEnum):
    """Why a search wants the worker."""

    NOTHING = ""
    NEVER = "never"
    STALE = "stale"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class Effort:
    """One time somebody looked; without a source it only says how the safety review stands."""

    effort_id: str
    source: str
    source_note: str = ""
    searched_on: date | None = None
    searched_by: str = ""
    result: str = ""
    found: str = ""
    next_step: str = ""
    next_on: date | None = None
    dv_review: str = ""
    written_at: str = ""
    drafts: tuple[tuple[str, str], ...] = ()

    @property
    def is_search(self) -> bool:
        """Whether somebody looked somewhere."""
        return bool(self.source)


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody who is looked for, or may be, with everything that was tried, the newest first."""

    person_id: str
    member_id: str
    name: str
    role: str
    whereabouts: str
    whereabouts_note: str
    efforts: tuple[Effort, ...] = ()
    last_contact_search: date | None = None
    """When a contact was last written down as a search; it counts for everybody of the family."""

    @property
    def is_missing(self) -> bool:
        """Whether nobody knows where the person is."""
        return is_unknown(self.whereabouts)

    @property
    def searches(self) -> tuple[Effort, ...]:
        """The times somebody looked."""
        return tuple(effort for effort in self.efforts if effort.is_search)

    @property
    def review(self) -> str:
        """How the safety review stands."""
        return review_of(self.efforts)

    @property
    def is_paused(self) -> bool:
        """Whether notices, letters and visits rest."""
        return self.review in STOPPING

    @property
    def last_on(self) -> date | None:
        """The last day on which somebody looked."""
        days = [effort.searched_on for effort in self.searches if effort.searched_on]
        return max([*days, *([self.last_contact_search] if self.last_contact_search else [])], default=None)

    @property
    def open_step(self) -> Effort | None:
        """The search whose next step still waits: the newest, if it has one."""
        newest = next(iter(self.searches), None)
        return newest if newest is not None and (newest.next_step or newest.next_on) else None

    @property
    def was_found(self) -> bool:
        """Whether the newest search found the person."""
        newest = next(iter(self.searches), None)
        return newest is not None and newest.result in FOUND


@dataclass(frozen=True, slots=True)
class Idea:
    """A place nobody has looked in yet; a resting one waits for the safety review."""

    source: str
    rests: bool


@dataclass(frozen=True, slots=True)
class Search:
    """Everything about looking for the people of a family: those nobody can find first."""

    people: tuple[Sought, ...]
    repeat_days: int
    everybody: tuple[tuple[str, str], ...] = ()
    """Id and name of all people of the family, for choosing somebody else."""

    def of(self, person_id: str) -> Sought | None:
        """Return one of the people, or None."""
        return next((one for one in self.people if one.person_id == person_id), None)


def is_unknown(whereabouts: str) -> bool:
    """Say whether these whereabouts mean that nobody knows."""
    return whereabouts.startswith(UNKNOWN)


def review_of(efforts: Iterable[Effort]) -> str:
    """Return how the safety review stands; where two laptops wrote it apart, the stricter word holds."""
    return max((effort.dv_review for effort in efforts), key=_strictness, default="")


def review_rows(efforts: Iterable[Effort]) -> tuple[str, ...]:
    """Return the rows that say how the review stands: more than one after two laptops wrote it apart."""
    return tuple(effort.effort_id for effort in efforts if effort.dv_review)


def _strictness(review: str) -> int:
    return REVIEWS.index(review) + 1 if review in REVIEWS else 0


def due(sought: Sought, today: date, repeat_days: int) -> Due:
    """Say why a search wants the worker today, if it does."""
    if not sought.is_missing:
        return Due.NOTHING
    step = sought.open_step
    if step is not None and step.next_on is not None and step.next_on <= today:
        return Due.NEXT_STEP
    if sought.last_on is None:
        return Due.NEVER
    return Due.STALE if (today - sought.last_on).days > repeat_days else Due.NOTHING


def due_on(sought: Sought, repeat_days: int) -> date | None:
    """Return the day by which somebody should look again; None when nobody ever looked, or nobody is missing."""
    if not sought.is_missing or sought.last_on is None:
        return None
    ordinal = sought.last_on.toordinal() + repeat_days
    return date.fromordinal(min(ordinal, date.max.toordinal()))


def not_looked(sought: Sought, sources: Sequence[str]) -> tuple[Idea, ...]:
    """Return the places where nobody has looked for this person yet."""
    done = {effort.source for effort in sought.searches}
    return tuple(
        Idea(source, sought.is_paused and source in REACHING_OUT)
        for source in sources
        if source not in done and source != OTHER
    )


def in_order(people: Iterable[Sought]) -> tuple[Sought, ...]:
    """Return those nobody can find first, parents before kin as they came."""
    return tuple(sorted(people, key=lambda one: (not one.is_missing, not one.efforts)))


def newest_first(efforts: Iterable[Effort]) -> tuple[Effort, ...]:
    """Return searches, the latest day first; within a day the one written last."""
    return tuple(
        sorted(efforts, key=lambda e: (e.searched_on or date.min, e.written_at, e.effort_id), reverse=True)
    )
