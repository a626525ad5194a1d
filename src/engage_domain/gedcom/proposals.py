"""What a family tree would add to our records: people and ties, nothing invented, and what has no place there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engage_domain.gedcom.dates import DateValue, Kind
from engage_domain.gedcom.model import (
    Event,
    Name,
    NameKind,
    Pedigree,
    Person,
    Sex,
    Tree,
    Union,
    UnionEventKind,
)

SEXES = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "other", Sex.UNKNOWN: "unknown", Sex.UNSTATED: ""}
WAYS = {
    Pedigree.UNSTATED: "birth",
    Pedigree.BIRTH: "birth",
    Pedigree.ADOPTED: "adoptive",
    Pedigree.FOSTER: "foster",
    Pedigree.STEP: "step",
    Pedigree.GUARDIAN: "guardian",
    Pedigree.OTHER: "other",
}
ROLES = {
    "guardian": "guardian", "grandparent": "grandparent", "aunt uncle": "aunt_uncle", "sibling": "sibling",
    "half sibling": "half_sibling", "cousin": "cousin", "fictive kin": "fictive_kin", "godp": "fictive_kin",
    "godparent": "fictive_kin", "godfather": "fictive_kin", "godmother": "fictive_kin", "friend": "fictive_kin",
    "other": "other",
}  # fmt: skip
ESTIMATES = frozenset({Kind.EXACT, Kind.ABOUT, Kind.CALCULATED, Kind.ESTIMATED, Kind.BETWEEN})
FORMER = frozenset({NameKind.BIRTH, NameKind.MAIDEN, NameKind.FORMER, NameKind.MARRIED, NameKind.IMMIGRANT})
SAID_KINDS = frozenset({NameKind.MAIN, NameKind.ALSO_KNOWN})
LONGEST_CALLED = 2
BETWEEN_NAMES = "; "


class Left(StrEnum):
    """What our records have no place for."""

    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    DEATH_DATE = "death_date"
    DEATH_PLACE = "death_place"
    DEATH_CAUSE = "death_cause"
    ADOPTION = "adoption"
    ASSOCIATION = "association"
    NAME = "name"
    NOTE = "note"
    UNION_DATE = "union_date"
    UNION_PLACE = "union_place"
    ENGAGEMENT = "engagement"
    SEALING = "sealing"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that stays behind: whose it is, what it is, and its words."""

    key: str
    what: Left
    text: str


@dataclass(frozen=True, slots=True)
class PersonProposal:
    """A person as they would be written down; the texts keep what a date alone cannot say."""

    key: str
    first_name: str
    last_name: str
    preferred_name: str
    former_names: str
    birth_date: date | None
    birth_estimated: bool
    birth_text: str
    sex: str
    gender: str
    is_deceased: bool
    deceased_on: date | None
    death_text: str

    @property
    def called(self) -> str:
        """The name in one line."""
        return " ".join(part for part in (self.first_name, self.last_name) if part) or self.preferred_name


@dataclass(frozen=True, slots=True)
class TieProposal:
    """A tie as it would be written down; an assumed one is what trees take for granted without saying it."""

    a_key: str
    b_key: str
    type: str
    from_on: date | None = None
    to_on: date | None = None
    is_assumed: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """Everything a tree would add, and what it holds that would stay behind."""

    people: tuple[PersonProposal, ...]
    ties: tuple[TieProposal, ...]
    left_out: tuple[LeftOut, ...]


def propose(tree: Tree) -> Proposals:
    """Return what a tree would add to our records."""
    maker = _Maker()
    for person in tree.people:
        maker.person(person)
    for union in tree.unions:
        maker.union(union)
    return Proposals(tuple(maker.people), tuple(maker.ties.values()), tuple(maker.left_out))


class _Maker:
    """Collects proposals; one tie for each pair and type, the stated one rather than the assumed one."""

    def __init__(self) -> None:
        self.people: list[PersonProposal] = []
        self.ties: dict[tuple[str, str, str], TieProposal] = {}
        self.left_out: list[LeftOut] = []

    def person(self, person: Person) -> None:
        first, last, preferred, former = self._names(person)
        born, died = person.birth, person.death
        birth_date, is_estimated = _birth(born)
        death_date = died.date.exact if died and died.date else None
        self._leave_event(person.key, born, birth_date, Left.BIRTH_DATE, Left.BIRTH_PLACE)
        self._leave_event(person.key, died, death_date, Left.DEATH_DATE, Left.DEATH_PLACE)
        self._leave(person.key, Left.DEATH_CAUSE, died.cause if died else "")
        self._leave(person.key, Left.ADOPTION, _told(person.adoption))
        for note in person.notes:
            self._leave(person.key, Left.NOTE, note)
        for one in person.associations:
            kind = ROLES.get(one.role.casefold().replace("_", " "), "")
            if kind:
                self._tie(TieProposal(one.other, person.key, kind))
            else:
                self._leave(person.key, Left.ASSOCIATION, one.role)
        self.people.append(
            PersonProposal(
                key=person.key,
                first_name=first,
                last_name=last,
                preferred_name=preferred,
                former_names=former,
                birth_date=birth_date,
                birth_estimated=is_estimated,
                birth_text=_date_text(born),
                sex=SEXES[person.sex],
                gender=person.gender,
                is_deceased=died is not None,
                deceased_on=death_date,
                death_text=_date_text(died),
            )
        )

    def _names(self, person: Person) -> tuple[str, str, str, str]:
        if not person.names:
            return "", "", "", ""
        main = next((name for name in person.names if name.kind is not NameKind.PREFERRED), person.names[0])
        preferred = next((name.plain for name in person.names if name.kind is NameKind.PREFERRED), "")
        preferred = preferred or main.nickname
        former: list[str] = []
        for name in person.names:
            if name is main or name.kind is NameKind.PREFERRED:
                continue
            if not preferred and _is_call_name(name):
                preferred = name.plain
            elif name.kind in FORMER or name.kind in SAID_KINDS:
                former.append(name.plain)
            else:
                self._leave(person.key, Left.NAME, name.plain)
        return main.given, main.surname, preferred, BETWEEN_NAMES.join(former)

    def union(self, union: Union) -> None:
        if len(union.partners) > 1:
            self._couple(union)
        for link in union.children:
            for parent in union.partners:
                way = link.to(parent)
                if way is Pedigree.SEALING:
                    self._leave(link.child, Left.SEALING, parent)
                else:
                    assumed = way is Pedigree.UNSTATED
                    self._tie(TieProposal(parent, link.child, WAYS[way], is_assumed=assumed))
        if not union.partners:
            for one, other in zip(union.children, union.children[1:], strict=False):
                self._tie(TieProposal(one.child, other.child, "sibling"))
        for note in union.notes:
            self._leave(union.key, Left.NOTE, note)

    def _couple(self, union: Union) -> None:
        kinds = {one.kind for one in union.events}
        begun = union.event(UnionEventKind.MARRIED) or union.event(UnionEventKind.PARTNERS)
        ended = (
            union.event(UnionEventKind.DIVORCED)
            or union.event(UnionEventKind.ANNULLED)
            or union.event(UnionEventKind.SEPARATED)
        )
        from_on, to_on = _exact(begun), _exact(ended)
        self._leave_event(union.key, begun, from_on, Left.UNION_DATE, Left.UNION_PLACE)
        self._leave_event(union.key, ended, to_on, Left.UNION_DATE, Left.UNION_PLACE)
        if UnionEventKind.ENGAGED in kinds:
            self._leave(union.key, Left.ENGAGEMENT, _told(union.event(UnionEventKind.ENGAGED)))
        a, b = union.partners
        self._tie(TieProposal(a, b, _state(kinds), from_on, to_on, is_assumed=not union.events))

    def _tie(self, tie: TieProposal) -> None:
        key = (tie.a_key, tie.b_key, tie.type)
        if key not in self.ties or self.ties[key].is_assumed:
            self.ties[key] = tie

    def _leave(self, key: str, what: Left, text: str) -> None:
        if text:
            self.left_out.append(LeftOut(key, what, text))

    def _leave_event(self, key: str, event: Event | None, kept: date | None, day: Left, place: Left) -> None:
        if event is not None:
            if kept is None or kept != (event.date.exact if event.date else None):
                self._leave(key, day, _date_text(event))
            self._leave(key, place, event.place)


def _state(kinds: set[UnionEventKind]) -> str:
    if kinds & {UnionEventKind.DIVORCED, UnionEventKind.ANNULLED}:
        return "divorced"
    if UnionEventKind.SEPARATED in kinds:
        return "separated"
    return "married" if UnionEventKind.MARRIED in kinds else "partners"


def _birth(event: Event | None) -> tuple[date | None, bool]:
    """Return a day of birth, or the first day of the month or year somebody was about born in; nothing vaguer."""
    known = event.date if event else None
    if known is None or known.exact is not None:
        return (known.exact if known else None), False
    year = known.best_year
    if known.kind not in ESTIMATES or year is None or not 1 <= year <= date.max.year:
        return None, False
    return date(year, _month(known), 1), True


def _month(known: DateValue) -> int:
    point = known.first
    is_ours = point is not None and point.calendar == "GREGORIAN" and not point.day
    return point.month or 1 if point is not None and is_ours and known.kind is not Kind.BETWEEN else 1


def _exact(event: Event | None) -> date | None:
    return event.date.exact if event and event.date else None


def _date_text(event: Event | None) -> str:
    return event.date.text if event and event.date else ""


def _told(event: Event | None) -> str:
    return " · ".join(part for part in (_date_text(event), event.place if event else "") if part)


def _is_call_name(name: Name) -> bool:
    short = 0 < len(name.plain.split()) <= LONGEST_CALLED
    return name.kind in SAID_KINDS and not name.surname and short
