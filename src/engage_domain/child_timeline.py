"""A child's life as it moved: homes, schools, people and what happened, over the years. Facts, never a score."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum

from engage_domain.names import fold
from engage_domain.rough_dates import last_day
from engage_domain.typed_dates import age_on

ENTRY, PLACEMENT, HOUSEHOLD, TIE = "timeline_entry", "placement", "household_member", "relationship"
BETWEEN_NAMES = re.compile(r"[,;]")
BEFORE = 1
LAST_AGE = 25


class Lane(StrEnum):
    """The four lines of a life."""

    HOME = "home"
    SCHOOL = "school"
    PEOPLE = "people"
    EVENTS = "events"


LANE_OF = {"home": Lane.HOME, "school": Lane.SCHOOL, "person": Lane.PEOPLE}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing in a child's life. `entity` says whose record it is; only entries are written here."""

    entity: str
    row_id: str
    kind: str
    what: str
    place: str = ""
    with_ids: tuple[str, ...] = ()
    with_names: tuple[str, ...] = ()
    with_whom: str = ""
    from_on: date | None = None
    to_on: date | None = None
    roughly: bool = False
    words: str = ""
    household_id: str = ""
    drafts: tuple[tuple[str, str], ...] = ()

    @property
    def lane(self) -> Lane:
        """The line it stands on."""
        return LANE_OF.get(self.kind, Lane.EVENTS)

    @property
    def is_own(self) -> bool:
        """Whether it was written on this screen."""
        return self.entity == ENTRY

    @property
    def goes_on(self) -> bool:
        """Whether a stay without an end lasts until today; what happened once does not."""
        return self.to_on is None and self.lane is not Lane.EVENTS

    def ends(self, today: date) -> date | None:
        """Return the last day it lasts on the drawing, or None for what has no day at all."""
        if self.from_on is None and self.to_on is None:
            return None
        if self.to_on is not None:
            return last_day(self.to_on, roughly=self.roughly)
        if self.goes_on:
            return max(today, self.from_on or today)
        return last_day(self.from_on or today, roughly=self.roughly)

    def begins(self) -> date | None:
        """Return the first day it is known to last."""
        return self.from_on or self.to_on


@dataclass(frozen=True, slots=True)
class AlongTheWay:
    """Somebody a child met on the way; without an id nobody has written them down as a person yet."""

    name: str
    person_id: str = ""
    where: str = ""
    since: date | None = None
    roughly: bool = False
    whereabouts: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be counted in a life. `undated` homes may hide more moves."""

    homes: int
    moves: int
    schools: int
    separations: int
    undated: int


@dataclass(frozen=True, slots=True)
class ChildYears:
    """A child's whole timeline."""

    person_id: str
    name: str
    birth_date: date | None
    birth_estimated: bool
    moments: tuple[Moment, ...]
    people: tuple[AlongTheWay, ...]
    everybody: tuple[tuple[str, str], ...] = ()

    @property
    def facts(self) -> Facts:
        """What can be counted."""
        return facts(self.moments)


@dataclass(frozen=True, slots=True)
class Tick:
    """One year on the axis, and the child's age in it; no age before birth or when nobody knows."""

    on: date
    age: int | None


def facts(moments: Iterable[Moment]) -> Facts:
    """Count homes, moves, schools and separations; two records of one stay count once."""
    known = tuple(moments)
    homes = _stays(known)
    starts = sorted({one.from_on for one in homes if one.from_on is not None})
    undated = sum(one.from_on is None for one in homes)
    return Facts(
        homes=len({_called(one) for one in homes}),
        moves=max(0, len(starts) - 1),
        schools=len({_called(one) for one in known if one.lane is Lane.SCHOOL}),
        separations=sum(one.kind == "separation" for one in known),
        undated=undated,
    )


def in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return moments as they came; what has no day stands last."""
    return tuple(
        sorted(
            moments,
            key=lambda one: (one.begins() or date.max, one.to_on or date.max, one.entity, one.row_id),
        )
    )


def ticks(moments: Iterable[Moment], born: date | None, today: date) -> tuple[Tick, ...]:
    """Return the years from birth, or from the first thing known, until today and one beyond."""
    days = [day for one in moments for day in (one.from_on, one.to_on) if day is not None]
    first = min([*days, *([born] if born else [])], default=today).year
    last = min(max([*days, today]).year + BEFORE, MAXYEAR)
    return tuple(Tick(date(year, 1, 1), _age(born, year)) for year in range(first, last + 1))


def rows(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """Return in which row each span stands so that none lies over another: the first row with room."""
    ends: list[float] = []
    found: list[int] = []
    for start, end in spans:
        row = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        found.append(row)
    return tuple(found)


def along_the_way(
    moments: Iterable[Moment], names: dict[str, str], whereabouts: dict[str, str], child_id: str
) -> tuple[AlongTheWay, ...]:
    """Return everybody who is named in a life, once each, in the order in which they came."""
    known = _answers_to(names)
    found: dict[str, AlongTheWay] = {}
    for one in in_order(moments):
        told = [(person, names[person]) for person in one.with_ids if person in names]
        told += [
            (person, names.get(person, name))
            for name in split_names(one.with_whom)
            for person in (known.get(fold(name), ""),)
        ]
        for person, name in told:
            key = person or fold(name)
            if key and person != child_id and key not in found:
                since, where = one.begins(), one.what or one.place
                found[key] = AlongTheWay(name, person, where, since, one.roughly, whereabouts.get(person, ""))
    return tuple(found.values())


def _answers_to(names: dict[str, str]) -> dict[str, str]:
    """Return who is meant by a whole name, or by a first name that only one of them has."""
    firsts = Counter(fold(name).partition(" ")[0] for name in names.values())
    found = {
        first: person for person, name in names.items() if firsts[first := fold(name).partition(" ")[0]] == 1
    }
    return found | {fold(name): person for person, name in names.items()}


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a line, parted by commas."""
    return tuple(part.strip() for part in BETWEEN_NAMES.split(text) if part.strip())


def only_named(moment: Moment) -> tuple[str, ...]:
    """Return who else was there, by name alone; whoever is a person of the family is not named twice."""
    known = {fold(name) for name in moment.with_names}
    return tuple(name for name in split_names(moment.with_whom) if fold(name) not in known)


def _stays(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the homes; a placement in a household that is told as a home too counts once."""
    homes = [one for one in moments if one.lane is Lane.HOME]
    told = {one.household_id for one in homes if one.entity == HOUSEHOLD and one.household_id}
    return tuple(one for one in homes if one.entity == HOUSEHOLD or one.household_id not in told)


def _called(one: Moment) -> str:
    return one.household_id or fold(one.what or one.place) or one.row_id


def _age(born: date | None, year: int) -> int | None:
    if born is None or year < born.year:
        return None
    age = age_on(born, date(year, 12, 31))
    return age if age <= LAST_AGE else None
