"""One worker's day: the stops in order, what would hurt if forgotten, and the month so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from engage_domain.month import ChildMonth, Month, Tally

SOON_DAYS = 14
"""From so many days before the month's end a child not yet seen, with no visit planned, wants the worker."""
VISIT_KINDS = frozenset({"home_visit", "coached_visit"})
"""Appointments at which a child is seen; a court date or a meeting plans no visit."""
CLOSED_STEPS = frozenset({"done", "changed", "dropped"})


NOTHING = Tally()


class NeedKind(StrEnum):
    """Why something wants the worker."""

    CHILD_DUE = "child_due"
    NOTE_UNFINISHED = "note_unfinished"
    TWO_VERSIONS = "two_versions"
    PROMISE_DUE = "promise_due"
    TASK_DUE = "task_due"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    SEARCH_DUE = "search_due"
    PLAN_DUE = "plan_due"


class SeeKind(StrEnum):
    """Why a chip stands under *See today*."""

    CHILD_ALONE = "child_alone"
    CHILD = "child"
    PROMISE = "promise"
    LANGUAGE = "language"


class Span(StrEnum):
    """When something happens, seen from now."""

    EARLIER = "earlier"
    NOW = "now"
    LATER = "later"


class SyncState(StrEnum):
    """What the state line says of the way to the agency."""

    ALONE = "alone"  # this laptop belongs to no agency
    UP_TO_DATE = "up_to_date"
    HERE_ONLY = "here_only"
    SYNCING = "syncing"
    NEEDS_YOU = "needs_you"


@dataclass(frozen=True, slots=True)
class SyncGlance:
    """What sync says at a glance; times are in the agency's zone, None when not known."""

    state: SyncState = SyncState.ALONE
    only_here: int = 0
    offline: bool = True
    agency_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class LittleChild:
    """A child in a line of children."""

    name: str
    age: int | None


@dataclass(frozen=True, slots=True)
class See:
    """One thing to see to at a stop; `words` are a name, a promise or a language."""

    kind: SeeKind
    words: str
    row_id: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody of the family said, and when."""

    words: str
    speaker: str
    on: date


@dataclass(frozen=True, slots=True)
class Stop:
    """One appointment of the day; times are in the agency's zone."""

    appointment_id: str
    family_id: str
    family: str
    initials: str
    kind: str
    status: str
    starts_at: datetime
    ends_at: datetime | None
    place: str = ""
    purpose: str = ""
    contact_id: str = ""
    children: tuple[LittleChild, ...] = ()
    guests: int = 0
    language: str = ""
    interpreter: str = ""
    has_protected: bool = False
    see: tuple[See, ...] = ()
    quote: Quote | None = None

    def span(self, now: datetime) -> Span:
        """Say whether the stop is over, going on or ahead."""
        if self.status == "held" or (self.ends_at or self.starts_at) < now:
            return Span.EARLIER
        return Span.NOW if self.starts_at <= now else Span.LATER

    def minutes_until(self, now: datetime) -> int:
        """Return the minutes until it begins, rounded up; none once it has begun."""
        return max(0, -int((now - self.starts_at).total_seconds() // 60))


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that would hurt if forgotten, with the row its one verb acts on.

    `subject` is the child, the promise, the task, the colleague with the other version or whoever is looked for; `who`
    promised, or is the next step of a search; `code` is the side of a promise, the kind of a task, the entity of two
    versions, where finishing a note begins, what a plan waits for, or why a search is due; `status` is what an undo brings back, or how the
    safety review of a search stands.
    """

    kind: NeedKind
    family_id: str
    family: str
    row_id: str
    subject: str = ""
    due: date | None = None
    count: int = 0
    who: str = ""
    code: str = ""
    about_id: str = ""
    at: datetime | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class MonthPicture:
    """The month of the whole caseload: a tile a child, worst last, and four numbers."""

    month: Month
    days_left: int
    tiles: tuple[tuple[LittleChild, ChildMonth], ...] = ()
    tally: Tally = NOTHING


@dataclass(frozen=True, slots=True)
class Day:
    """Everything Today shows."""

    on: date
    stops: tuple[Stop, ...]
    needs: tuple[Need, ...]
    month: MonthPicture
    families: int = 0
    """How many families the worker has at all."""

    @property
    def families_today(self) -> int:
        """How many families there are to meet today."""
        return len({stop.family_id for stop in self.stops})

    def next_stop(self, now: datetime) -> Stop | None:
        """Return the stop going on, or the next one ahead."""
        return next((stop for stop in self.stops if stop.span(now) is not Span.EARLIER), None)


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who lives in a household."""

    name: str
    age: int | None
    role: str


@dataclass(frozen=True, slots=True)
class Household:
    """A home and who lives there."""

    name: str
    people: tuple[Resident, ...]


@dataclass(frozen=True, slots=True)
class LastContact:
    """When a child was last seen or a parent last spoken with, and how."""

    person_id: str
    name: str
    age: int | None
    role: str
    on: date | None = None
    days: int | None = None
    method: str = ""
    location: str = ""
    alone: str = ""
    whereabouts: str = ""
    note: str = ""
    month: ChildMonth | None = None


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise still open, on one of the two sides."""

    step_id: str
    what: str
    who: str
    by_when: date | None
    side: str
    status: str

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.by_when is not None and self.by_when < today


class AlertKind(StrEnum):
    """What a brief warns of."""

    SEARCH_OPEN = "search_open"
    COURT_SOON = "court_soon"
    TWO_VERSIONS = "two_versions"
    NOTE_UNFINISHED = "note_unfinished"
    CHILD_DUE = "child_due"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to know before going in; `words` is a name where one is needed."""

    kind: AlertKind
    words: str = ""
    on: date | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """One page to read before a visit."""

    family_id: str
    family: str
    initials: str
    language: str
    interpreters: tuple[tuple[str, str], ...]
    has_protected: bool
    homes: tuple[Household, ...]
    elsewhere: tuple[tuple[str, str, str], ...]
    contacts: tuple[LastContact, ...]
    said: tuple[Quote, ...]
    promises: tuple[PromiseLine, ...]
    alerts: tuple[Alert, ...]
    see: tuple[See, ...]
    stop: Stop | None = None


def worst_first(needs: Iterable[Need], today: date) -> tuple[Need, ...]:
    """Return needs, what would hurt most first: late and nearly late, then words unfinished, then the rest."""
    return tuple(sorted(needs, key=lambda need: (_weight(need, today), need.due or date.max, need.subject)))


def _weight(need: Need, today: date) -> int:
    is_late = need.due is not None and need.due < today
    return 0 if need.kind in WORST_WHEN_LATE and is_late else WEIGHTS[need.kind]


WORST_WHEN_LATE = frozenset({NeedKind.PROMISE_DUE, NeedKind.TASK_DUE, NeedKind.PLAN_DUE})
WEIGHTS = {
    NeedKind.CHILD_DUE: 1,
    NeedKind.PLAN_DUE: 1,
    NeedKind.NOTE_UNFINISHED: 2,
    NeedKind.TWO_VERSIONS: 3,
    NeedKind.PROMISE_DUE: 4,
    NeedKind.TASK_DUE: 4,
    NeedKind.SEARCH_DUE: 4,
    NeedKind.POSSIBLE_DUPLICATE: 5,
}
