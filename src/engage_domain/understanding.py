"""What a family says about itself: statements, its own numbers, and how both change. Nothing here rates anybody.

Only counts, dates and what people said of themselves are ever told (I-28).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

LEAST, MOST = 0, 10
ENOUGH_ANSWERS = 3
LONG_UNASKED = timedelta(days=60)
MOST_PRIORITY = 3


class StatementKind(StrEnum):
    """What a statement is for the family."""

    STRENGTH = "strength"
    NEED = "need"
    WORRY = "worry"
    WELL = "well"
    NEXT = "next"
    IDEA = "idea"


class StatementStatus(StrEnum):
    """Whether it is still said."""

    CURRENT = "current"
    RESOLVED = "resolved"
    DROPPED = "dropped"


class Source(StrEnum):
    """Where a statement comes from."""

    FAMILY = "family"
    CHILD = "child"
    KIN = "kin"
    WORKER = "worker"
    PROVIDER = "provider"


class HintKind(StrEnum):
    """What the numbers of one person quietly tell: a fact, never a rating."""

    FELL = "fell"
    NOT_MOVED = "not_moved"
    NOT_ASKED = "not_asked"


MAP = (StatementKind.WORRY, StatementKind.WELL, StatementKind.NEXT)
CARRYING = (StatementKind.STRENGTH, StatementKind.NEED)
FROM_WORDS = (*MAP, *CARRYING)
_SOURCES = {
    "child": Source.CHILD,
    "sibling": Source.CHILD,
    "kin": Source.KIN,
    "fictive_kin": Source.KIN,
    "foster_parent": Source.PROVIDER,
}


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said during a visit, and as what it stands on the map already."""

    mark_id: str
    words: str
    speaker_id: str
    speaker: str
    at: datetime | None
    contact_id: str
    went: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing somebody says about the family: whose words, about whom, since when, and how it stands."""

    statement_id: str
    kind: str
    text: str
    language: str = ""
    domain: str = ""
    source: str = ""
    exact_words: bool = False
    said_by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    said_on: date | None = None
    priority: int = 0
    status: str = StatementStatus.CURRENT
    closed_on: date | None = None
    mark_id: str = ""
    draft: str | None = None
    goal: str = ""

    @property
    def words(self) -> str:
        """What stands there, being written or settled."""
        return (self.text if self.draft is None else self.draft).strip()

    @property
    def is_current(self) -> bool:
        """Whether it is still said."""
        return self.status not in {StatementStatus.RESOLVED, StatementStatus.DROPPED}

    def stood_on(self, day: date) -> bool:
        """Say whether it was said by a day and not yet done with on it."""
        begun = self.said_on is not None and self.said_on <= day
        if self.closed_on is not None:
            return begun and self.closed_on > day
        return begun and self.is_current


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's own number on one day, with their words; a number may still be awaited."""

    answer_id: str
    person_id: str
    question: str
    value: int | None
    said_on: date | None
    words: str = ""
    alone: bool | None = None
    draft: str | None = None

    @property
    def said(self) -> str:
        """The words with the number, being written or settled."""
        return (self.words if self.draft is None else self.draft).strip()


@dataclass(frozen=True, slots=True)
class Point:
    """A number on a day."""

    day: date
    value: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Line:
    """One person's numbers, oldest first."""

    person_id: str
    points: tuple[Point, ...]

    @property
    def last(self) -> Point:
        """The newest number."""
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Hint:
    """A fact worth asking about: whose, which numbers, and since when."""

    kind: HintKind
    person_id: str
    since: date
    before: int
    now: int
    was_alone: bool


@dataclass(frozen=True, slots=True)
class AreasCard:
    """A talk with a child about its three areas: when, and what the child decided about sharing."""

    areas_id: str
    child_id: str
    held_on: date | None
    share: str
    filled: int


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything a family says about itself, for one screen."""

    sayings: tuple[Saying, ...]
    statements: tuple[Statement, ...]
    answers: tuple[Answer, ...]
    areas: tuple[AreasCard, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said or asked yet."""
        return not (self.sayings or self.statements or self.answers or self.areas)

    def of_kind(self, kind: str, *, done: bool = False) -> tuple[Statement, ...]:
        """Return the statements of a kind that still stand, or those that are done with."""
        return in_order(s for s in self.statements if s.kind == kind and s.is_current is not done)


@dataclass(frozen=True, slots=True)
class Then:
    """A statement on one of two days, and whether it stood on the other too."""

    statement: Statement
    on_both: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What was said on one day and what is said on another, kind by kind, with each person's numbers."""

    earlier: date
    later: date
    before: dict[str, tuple[Then, ...]]
    after: dict[str, tuple[Then, ...]]
    numbers: tuple[tuple[str, int | None, int | None], ...]


def source_of(role: str) -> Source:
    """Return where the words of somebody with this role in the family come from."""
    return _SOURCES.get(role, Source.FAMILY)


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements, the most pressing first, then the oldest."""
    return tuple(
        sorted(statements, key=lambda s: (-s.priority, s.said_on or date.max, s.statement_id)),
    )


def by_domain(
    statements: Iterable[Statement], domains: Sequence[str]
) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    """Return statements under their part of life, in the order of `domains`; those without one come last."""
    held: dict[str, list[Statement]] = {}
    for statement in statements:
        held.setdefault(statement.domain, []).append(statement)
    known = [domain for domain in domains if domain in held]
    others = sorted(domain for domain in held if domain and domain not in known)
    return tuple(
        (domain, in_order(held[domain])) for domain in (*known, *others, *([""] if "" in held else []))
    )


def lines(answers: Iterable[Answer], question: str) -> tuple[Line, ...]:
    """Return each person's numbers to a question; of several on one day the last counts."""
    held: dict[str, dict[date, Point]] = {}
    for answer in sorted(answers, key=lambda a: (a.said_on or date.min, a.answer_id)):
        if answer.question == question and answer.value is not None and answer.said_on is not None:
            held.setdefault(answer.person_id, {})[answer.said_on] = Point(
                answer.said_on, answer.value, answer
            )
    found = (Line(person, tuple(points[day] for day in sorted(points))) for person, points in held.items())
    return tuple(sorted(found, key=lambda line: (-line.last.value, line.person_id)))


def hints(known: Sequence[Line], today: date) -> tuple[Hint, ...]:
    """Return what is worth asking about, one for each person: a fall first, then standing still, then long unasked."""
    newest = max((line.last.day for line in known), default=today)
    found = [hint for line in known if (hint := _hint(line, newest, today)) is not None]
    order = list(HintKind)
    return tuple(sorted(found, key=lambda hint: (order.index(hint.kind), hint.since, hint.person_id)))


def _hint(line: Line, newest: date, today: date) -> Hint | None:
    first, last = line.points[0], line.last
    alone = bool(last.answer.alone)
    if today - last.day > LONG_UNASKED or (line.last.day < newest and newest - last.day > LONG_UNASKED):
        return Hint(HintKind.NOT_ASKED, line.person_id, last.day, last.value, last.value, alone)
    if len(line.points) > 1 and line.points[-2].value > last.value:
        return Hint(
            HintKind.FELL, line.person_id, line.points[-2].day, line.points[-2].value, last.value, alone
        )
    near = all(abs(one.value - other.value) <= 1 for one, other in pairwise(line.points))
    if len(line.points) >= ENOUGH_ANSWERS and first.value == last.value and near:
        return Hint(HintKind.NOT_MOVED, line.person_id, first.day, first.value, last.value, alone)
    return None


def number_on(line: Line, day: date) -> int | None:
    """Return the number somebody had given last by a day."""
    return next((point.value for point in reversed(line.points) if point.day <= day), None)


def turning_days(found: Understanding, today: date) -> tuple[date, ...]:
    """Return the days on which something was said, closed or numbered, newest first; today leads."""
    said = {s.said_on for s in found.statements} | {s.closed_on for s in found.statements}
    said |= {answer.said_on for answer in found.answers}
    days = {day for day in said if day is not None and day < today}
    return (today, *sorted(days, reverse=True))


def compared(found: Understanding, question: str, one: date, other: date) -> Compared:
    """Return what was said on the earlier of two days beside what is said on the later."""
    earlier, later = min(one, other), max(one, other)
    known = lines(found.answers, question)
    numbers = tuple((line.person_id, number_on(line, earlier), number_on(line, later)) for line in known)
    return Compared(
        earlier,
        later,
        _on(found.statements, earlier, later),
        _on(found.statements, later, earlier),
        numbers,
    )


def _on(statements: Iterable[Statement], day: date, other: date) -> dict[str, tuple[Then, ...]]:
    stood = in_order(s for s in statements if s.stood_on(day) and s.words)
    return {
        kind: tuple(Then(s, s.stood_on(other)) for s in stood if s.kind == kind) for kind in (*MAP, *CARRYING)
    }
