"""A family tree as we know it: people, unions and the links between parents and children."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from engage_domain.gedcom.dates import DateValue
from engage_domain.gedcom.encoding import Encoding
from engage_domain.gedcom.faults import Notice

BETWEEN_SLASHES = re.compile(r"([^/]*)/([^/]*)/?(.*)")
STILLBIRTH = "stillb"


class Sex(StrEnum):
    """Sex as a tree states it; `UNSTATED` where it says nothing."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "X"
    UNKNOWN = "U"
    UNSTATED = ""


class NameKind(StrEnum):
    """What a name is to its bearer; `MAIN` is the one the tree puts first without saying more."""

    MAIN = ""
    BIRTH = "birth"
    MAIDEN = "maiden"
    MARRIED = "married"
    ALSO_KNOWN = "aka"
    PREFERRED = "preferred"
    FORMER = "former"
    IMMIGRANT = "immigrant"
    PROFESSIONAL = "professional"
    OTHER = "other"


class Pedigree(StrEnum):
    """How a child belongs to a parent; `UNSTATED` where a tree takes it for granted."""

    UNSTATED = ""
    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"
    STEP = "step"
    GUARDIAN = "guardian"
    SEALING = "sealing"
    OTHER = "other"


class UnionEventKind(StrEnum):
    """What happened between two partners."""

    PARTNERS = "partners"
    ENGAGED = "engaged"
    MARRIED = "married"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the whole of it with the family name between slashes, and its parts."""

    full: str
    given: str = ""
    surname: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    kind: NameKind = NameKind.MAIN
    phrase: str = ""

    @property
    def plain(self) -> str:
        """The name as it is said."""
        return " ".join(self.full.replace("/", " ").split())


def name_of(given: str, surname: str, kind: NameKind = NameKind.MAIN) -> Name:
    """Return a name made from its two parts."""
    full = " ".join(part for part in (given, f"/{surname}/" if surname else "") if part)
    return Name(full, given, surname, kind=kind)


def read_name(full: str) -> Name:
    """Return a name with the parts that its slashes show."""
    found = BETWEEN_SLASHES.fullmatch(full)
    if found is None:
        return Name(full, given=full)
    return Name(full, found[1].strip(), found[2].strip(), suffix=found[3].strip())


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with as much of when, where and why as is known."""

    date: DateValue | None = None
    place: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """Somebody another person stands near to, and how: a godparent, a guardian, a friend."""

    other: str
    role: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person; `key` is unique in the tree."""

    key: str
    names: tuple[Name, ...] = ()
    sex: Sex = Sex.UNSTATED
    gender: str = ""
    birth: Event | None = None
    death: Event | None = None
    adoption: Event | None = None
    associations: tuple[Association, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def was_stillborn(self) -> bool:
        """Whether the tree says that this child was born dead."""
        return self.death is not None and self.death.cause.casefold().startswith(STILLBIRTH)


@dataclass(frozen=True, slots=True)
class ChildLink:
    """A child of a union. `by_parent` names the partners to whom the child belongs in another way."""

    child: str
    pedigree: Pedigree = Pedigree.UNSTATED
    by_parent: tuple[tuple[str, Pedigree], ...] = ()

    def to(self, parent: str) -> Pedigree:
        """Return how the child belongs to one of the partners."""
        return dict(self.by_parent).get(parent, self.pedigree)


@dataclass(frozen=True, slots=True)
class UnionEvent:
    """One thing that happened between partners."""

    kind: UnionEventKind
    event: Event = Event()


@dataclass(frozen=True, slots=True)
class Union:
    """Up to two partners, what happened between them, and their children in the order written."""

    key: str
    partners: tuple[str, ...] = ()
    events: tuple[UnionEvent, ...] = ()
    children: tuple[ChildLink, ...] = ()
    notes: tuple[str, ...] = ()

    def event(self, kind: UnionEventKind) -> Event | None:
        """Return the first event of a kind."""
        return next((one.event for one in self.events if one.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole family tree. Two trees are equal when they know the same, wherever it was read from."""

    people: tuple[Person, ...]
    unions: tuple[Union, ...]
    version: str = field(default="", compare=False)
    encoding: Encoding = field(default=Encoding.UTF_8, compare=False)
    notices: tuple[Notice, ...] = field(default=(), compare=False)

    @property
    def parent_links(self) -> int:
        """How many children are linked to how many unions."""
        return sum(len(union.children) for union in self.unions)


def normal_link(link: ChildLink, partners: tuple[str, ...]) -> ChildLink:
    """Return a link in its one form: a way common to all partners is the link's own, and none is said twice."""
    ways = {
        parent: way for parent, way in link.by_parent if parent in partners and way is not Pedigree.UNSTATED
    }
    pedigree = link.pedigree
    if partners and set(ways) == set(partners) and len(set(ways.values())) == 1:
        pedigree = next(iter(ways.values()))
    apart = tuple((p, ways[p]) for p in partners if p in ways and ways[p] is not pedigree)
    return replace(link, pedigree=pedigree, by_parent=apart)
