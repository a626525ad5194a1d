"""A family tree file before it is brought in: who is in it, who of them is known already, and what will be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engage_domain.gedcom.faults import FaultCode, Notice, WarningCode
from engage_domain.gedcom.matching import Known, Likeness, Match, match
from engage_domain.gedcom.model import Tree
from engage_domain.gedcom.proposals import Left, LeftOut, PersonProposal, TieProposal, propose
from engage_domain.genogram.kinship import PARENT_TYPES, PARTNER_TYPES, STEP, Tie

EVEN = frozenset({*PARTNER_TYPES, "sibling", "half_sibling", "cousin"})
QUIET = frozenset({WarningCode.BOOKKEEPING})


class Take(StrEnum):
    """What is to become of somebody in a tree."""

    NEW = "new"
    SAME = "same"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to become of one person; `person_id` is whom they are the same as."""

    take: Take
    person_id: str = ""
    is_sure: bool = True
    """Whether somebody said so, or nobody needs to."""


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One person of a tree, as a line of the list: with the names of those around them."""

    person: PersonProposal
    parents: tuple[str, ...]
    partners: tuple[str, ...]
    children: tuple[str, ...]
    match: Match
    is_stillborn: bool = False

    @property
    def key(self) -> str:
        """Who it is in the file."""
        return self.person.key


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything a worker sees before deciding; nothing of it is written yet."""

    name: str
    lines: tuple[TreeLine, ...]
    ties: tuple[TieProposal, ...]
    left_out: tuple[LeftOut, ...]
    notices: tuple[Notice, ...]
    known: tuple[Known, ...]
    unions: int
    version: str = ""
    encoding: str = ""

    @property
    def told(self) -> tuple[Notice, ...]:
        """The notices that say something about the family, the file's own bookkeeping left out."""
        return tuple(notice for notice in self.notices if notice.code not in QUIET)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file cannot be taken, and at which line; no code means that it could not be opened."""

    code: FaultCode | None
    line: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NewTie:
    """A tie to be written; each end is a key of the file or somebody known."""

    a_key: str
    b_key: str
    type: str
    from_on: date | None
    to_on: date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be written: new people, and ties whose ends are new or known."""

    people: tuple[TreeLine, ...]
    ties: tuple[NewTie, ...]
    same: Mapping[str, str]
    ties_known: int
    """Ties that are written down already."""


def intake_of(name: str, tree: Tree, known: Sequence[Known]) -> Intake:
    """Return what a tree holds and whom we know of it."""
    found = propose(tree)
    around = _Around(found.ties)
    called = {one.key: one.called for one in found.people}
    stillborn = {one.key for one in tree.people if one.was_stillborn}
    matches = {one.key: one for one in match(found.people, known)}
    lines = tuple(
        TreeLine(
            one,
            around.names(around.parents, one.key, called),
            around.names(around.partners, one.key, called),
            around.names(around.children, one.key, called),
            matches[one.key],
            one.key in stillborn,
        )
        for one in found.people
    )
    left_out = tuple(
        one for one in found.left_out if not (one.what is Left.DEATH_CAUSE and one.key in stillborn)
    )
    return Intake(
        name, lines, found.ties, left_out, tree.notices, tuple(known), len(tree.unions), tree.version,
        tree.encoding.value,
    )  # fmt: skip


def first_choices(intake: Intake) -> dict[str, Choice]:
    """Return what is proposed: whoever is surely known is the same, a likely one waits for a look, others are new."""
    found: dict[str, Choice] = {}
    for line in intake.lines:
        likeness = line.match.likeness
        if likeness is Likeness.NONE:
            found[line.key] = Choice(Take.NEW)
        else:
            found[line.key] = Choice(Take.SAME, line.match.person_id, likeness is Likeness.EXACT)
    return found


def unsure(choices: Mapping[str, Choice]) -> int:
    """Return how many wait for somebody's look."""
    return sum(not choice.is_sure for choice in choices.values())


def all_sure(choices: Mapping[str, Choice]) -> dict[str, Choice]:
    """Return every choice as it is proposed, taken."""
    return {key: Choice(one.take, one.person_id) for key, one in choices.items()}


def counts(choices: Mapping[str, Choice]) -> dict[Take, int]:
    """Return how many are new, known and left out."""
    return {take: sum(one.take is take for one in choices.values()) for take in Take}


def plan(intake: Intake, choices: Mapping[str, Choice], there: Iterable[Tie]) -> Plan:
    """Return what will be written; what is written already stays as it is and is not written twice."""
    people = tuple(line for line in intake.lines if choices[line.key].take is Take.NEW)
    same = {key: one.person_id for key, one in choices.items() if one.take is Take.SAME and one.person_id}
    inside = {line.key for line in people} | set(same)
    known = {pair for tie in there for pair in _spelled(tie.a, tie.b, tie.type)}
    ties: list[NewTie] = []
    ties_known = 0
    parents = _Around(intake.ties)
    for tie in intake.ties:
        if tie.a_key not in inside or tie.b_key not in inside or parents.say_enough(tie):
            continue
        a, b = same.get(tie.a_key, tie.a_key), same.get(tie.b_key, tie.b_key)
        if a == b or (a, b, _family_of(tie.type)) in known:
            ties_known += 1
            continue
        known.update(_spelled(a, b, tie.type))
        ties.append(NewTie(tie.a_key, tie.b_key, tie.type, tie.from_on, tie.to_on))
    return Plan(people, tuple(ties), same, ties_known)


def _spelled(a: str, b: str, kind: str) -> tuple[tuple[str, str, str], ...]:
    """Return a tie in every way round in which it says the same."""
    both = kind in EVEN
    return ((a, b, _family_of(kind)), *(((b, a, _family_of(kind)),) if both else ()))


def _family_of(kind: str) -> str:
    """Return what a tie is about: whatever kind of parent, or whatever state a couple is in, it is written once."""
    if kind in PARENT_TYPES:
        return "parent"
    return "couple" if kind in PARTNER_TYPES else kind


class _Around:
    """Who stands next to whom in a tree."""

    def __init__(self, ties: Sequence[TieProposal]) -> None:
        self.parents: dict[str, list[str]] = {}
        self.children: dict[str, list[str]] = {}
        self.partners: dict[str, list[str]] = {}
        self.steps = {(tie.a_key, tie.b_key) for tie in ties if tie.type == STEP}
        for tie in ties:
            if tie.type in PARENT_TYPES:
                self.parents.setdefault(tie.b_key, []).append(tie.a_key)
                self.children.setdefault(tie.a_key, []).append(tie.b_key)
            elif tie.type in PARTNER_TYPES:
                self.partners.setdefault(tie.a_key, []).append(tie.b_key)
                self.partners.setdefault(tie.b_key, []).append(tie.a_key)

    def say_enough(self, tie: TieProposal) -> bool:
        """Say whether a couple is only assumed from having a child, which the child's own ties tell already.

        A step-parent's couple is kept: it alone says whose partner the step-parent is.
        """
        if not tie.is_assumed or tie.type not in PARTNER_TYPES:
            return False
        common = set(self.children.get(tie.a_key, ())) & set(self.children.get(tie.b_key, ()))
        steps = {(tie.a_key, child) for child in common} | {(tie.b_key, child) for child in common}
        return bool(common) and steps.isdisjoint(self.steps)

    @staticmethod
    def names(of: Mapping[str, list[str]], key: str, called: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(called[one] for one in of.get(key, ()) if called.get(one)))
