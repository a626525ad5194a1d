"""A family's story: contacts, plans, services, what was said, homes, searches and papers in one line, newest first."""

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
    COURT = "court"
    PROMISE = "promise"
    PLACEMENT = "placement"
    LIFE = "life"
    STATEMENT = "statement"
    SCALE = "scale"
    PLAN = "plan"
    POSITION = "position"
    GOAL = "goal"
    SERVICE = "service"
    SEARCH = "search"
    PAPER = "paper"


class StoryGroup(StrEnum):
    """Kinds of entries that are looked for together."""

    CONTACTS = "contacts"
    DATES = "dates"
    WORDS = "words"
    PLANS = "plans"
    PROMISES = "promises"
    SERVICES = "services"
    HOMES = "homes"
    SEARCHES = "searches"
    PAPERS = "papers"

    @property
    def kinds(self) -> frozenset[StoryKind]:
        """The kinds of this group."""
        return GROUPS[self]


GROUPS = {
    StoryGroup.CONTACTS: frozenset({StoryKind.CONTACT, StoryKind.ADDENDUM}),
    StoryGroup.DATES: frozenset({StoryKind.APPOINTMENT, StoryKind.COURT}),
    StoryGroup.WORDS: frozenset({StoryKind.STATEMENT, StoryKind.SCALE}),
    StoryGroup.PLANS: frozenset({StoryKind.PLAN, StoryKind.POSITION, StoryKind.GOAL}),
    StoryGroup.PROMISES: frozenset({StoryKind.PROMISE}),
    StoryGroup.SERVICES: frozenset({StoryKind.SERVICE}),
    StoryGroup.HOMES: frozenset({StoryKind.PLACEMENT, StoryKind.LIFE}),
    StoryGroup.SEARCHES: frozenset({StoryKind.SEARCH}),
    StoryGroup.PAPERS: frozenset({StoryKind.PAPER}),
}
TAGGED = GROUPS[StoryGroup.CONTACTS]  # these say themselves which element they are about
ELEMENTS = {
    "understand": GROUPS[StoryGroup.WORDS] | {StoryKind.LIFE, StoryKind.SEARCH},
    "plan": GROUPS[StoryGroup.PLANS],
    "solutions": GROUPS[StoryGroup.SERVICES] | GROUPS[StoryGroup.PROMISES],
}
SERVICE_EVENTS = {
    "asked": "asked_on",
    "referred": "referred_on",
    "started": "started_on",
    "ended": "ended_on",
}


def groups_of(keys: tuple[StoryKey, ...]) -> frozenset[StoryGroup]:
    """Return the groups there is something of."""
    kinds = frozenset(key.kind for key in keys)
    return frozenset(group for group, these in GROUPS.items() if these & kinds)


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
        """Say whether entries of a kind may be among the answers; contacts are tagged, the rest belongs by its kind."""
        in_kind = not self.kinds or kind in self.kinds
        in_element = kind in TAGGED or kind in ELEMENTS.get(self.element, frozenset())
        return in_kind and (not self.element or in_element)


@dataclass(frozen=True, slots=True)
class StoryKey:
    """Where an entry stands in the story: its day in the agency's zone, what it is, and which."""

    on: date
    kind: StoryKind
    row_id: str
    event: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other entry."""
        return self.kind, self.row_id, self.event

    @property
    def place(self) -> str:
        """Its name in places one comes back to."""
        return f"{self.row_id}:{self.event}" if self.event else self.row_id


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One entry as it is shown. `status` is its record's own code, `event` which of its happenings this is."""

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
    event: str = ""
    number: int = 0  # of a plan its version, on a scale the answer
    person_id: str = ""
    about_id: str = ""
    is_quote: bool = False
    is_rough: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from every other entry."""
        return self.kind, self.row_id, self.event

    @property
    def place(self) -> str:
        """Its name in places one comes back to."""
        return f"{self.row_id}:{self.event}" if self.event else self.row_id

    @property
    def did_not_happen(self) -> bool:
        """Whether somebody tried, or it was arranged, and it did not come about."""
        return self.is_attempted or self.status in {"missed", "cancelled"}


def day_starts(keys: tuple[StoryKey, ...]) -> tuple[int, ...]:
    """Return the places in the story where another day begins."""
    return tuple(n for n, key in enumerate(keys) if n == 0 or keys[n - 1].on != key.on)
