"""Whether somebody in a tree is already among our people: by the sound of the name and the year of birth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engage_domain.gedcom.proposals import PersonProposal
from engage_domain.names import sound_alike, words

NEAR_YEARS = 1
NEAR_ESTIMATED_YEARS = 3


class Likeness(StrEnum):
    """How sure it is that two are one."""

    EXACT = "exact"
    LIKELY = "likely"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is already written down."""

    person_id: str
    first_name: str
    last_name: str
    preferred_name: str = ""
    former_names: str = ""
    birth_date: date | None = None
    birth_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Who a person of the tree may be; `others` are further likely ones, the likeliest first."""

    key: str
    likeness: Likeness
    person_id: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    """The folded words somebody answers to: given ones and family ones, old and new."""

    given: frozenset[str]
    family: frozenset[str]


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    """A possible match, the best first in order."""

    rank: int
    distance: int
    proposal: int
    known: int
    is_exact: bool


def match(people: Sequence[PersonProposal], known: Sequence[Known]) -> tuple[Match, ...]:
    """Return for each person of a tree who they may be; nobody of ours is given to two of theirs."""
    ours = [_names(one.first_name, one.last_name, one.preferred_name, one.former_names) for one in known]
    theirs = [_names(one.first_name, one.last_name, one.preferred_name, one.former_names) for one in people]
    pairs = sorted(
        pair
        for p, person in enumerate(people)
        for k, one in enumerate(known)
        if (pair := _compare(p, person, theirs[p], k, one, ours[k])) is not None
    )
    given: dict[int, _Pair] = {}
    taken: set[int] = set()
    for pair in pairs:
        if pair.proposal not in given and pair.known not in taken:
            given[pair.proposal] = pair
            taken.add(pair.known)
    return tuple(_match(p, person.key, given.get(p), pairs, known) for p, person in enumerate(people))


def _match(number: int, key: str, best: _Pair | None, pairs: list[_Pair], known: Sequence[Known]) -> Match:
    mine = [pair for pair in pairs if pair.proposal == number and pair is not best]
    others = tuple(known[pair.known].person_id for pair in mine)
    if best is None:
        return Match(key, Likeness.NONE, others=others)
    likeness = Likeness.EXACT if best.is_exact else Likeness.LIKELY
    return Match(key, likeness, known[best.known].person_id, others)


def _compare(
    p: int, person: PersonProposal, theirs: _Names, k: int, one: Known, ours: _Names
) -> _Pair | None:
    """Return how near two are; None when names or years forbid it, or when there is too little to go by."""
    same_name = _same(theirs.given, ours.given) and _same(theirs.family, ours.family)
    if not same_name and not (_alike(theirs.given, ours.given) and _alike(theirs.family, ours.family)):
        return None
    if person.birth_date is None or one.birth_date is None:
        return _Pair(4, 0, p, k, is_exact=False) if same_name else None
    is_estimated = person.birth_estimated or one.birth_estimated
    if same_name and person.birth_date == one.birth_date and not is_estimated:
        return _Pair(0, 0, p, k, is_exact=True)
    distance = abs(person.birth_date.year - one.birth_date.year)
    if distance > (NEAR_ESTIMATED_YEARS if is_estimated else NEAR_YEARS):
        return None
    same_day = person.birth_date == one.birth_date
    return _Pair(1 if same_day else 2 if same_name else 3, distance, p, k, is_exact=False)


def _names(first: str, last: str, preferred: str, former: str) -> _Names:
    given = frozenset(words(f"{first} {preferred}"))
    family = frozenset(words(last))
    past = frozenset(words(former))
    return _Names(given, family | past if family else past)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(sound_alike(a, b) for a in one for b in other)
