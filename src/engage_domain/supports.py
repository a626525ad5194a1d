"""Who and what stands round a family: supports as the family names them, near or far, giving or taking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

CIRCLES = (1, 2, 3, 4)  # the heart, close, further out, people who are paid to come
STRONG, ORDINARY, WEAK = "strong", "ordinary", "weak"
TO_FAMILY, FROM_FAMILY, BOTH = "to_family", "from_family", "both"
KINDS = (
    "kin", "friend", "neighbour", "faith", "culture", "leisure", "school", "childcare", "work", "health", "counseling",
    "benefits", "housing", "court", "agency", "other",
)  # fmt: skip
FORMAL_KINDS = frozenset(
    {"school", "childcare", "health", "counseling", "benefits", "housing", "court", "agency"}
)


@dataclass(frozen=True, slots=True)
class Support:
    """One person, place or service that matters to a family or to one of its children; what nobody said is None."""

    support_id: str
    name: str
    about_id: str = ""
    person_id: str = ""
    kind: str = ""
    formal: bool | None = None
    strength: str = ""
    stressful: bool | None = None
    flow: str = ""
    circle: int | None = None
    note: str = ""
    said_by: tuple[str, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    place: tuple[int, int] | None = None

    @property
    def is_formal(self) -> bool:
        """Whether it is a service; as long as nobody said, its kind tells."""
        return self.kind in FORMAL_KINDS if self.formal is None else self.formal

    @property
    def gives(self) -> bool:
        """Whether something comes from there to the family."""
        return self.flow in {TO_FAMILY, BOTH}

    @property
    def takes(self) -> bool:
        """Whether something goes from the family to there."""
        return self.flow in {FROM_FAMILY, BOTH}

    def is_there(self, day: date) -> bool:
        """Say whether it had begun and not ended on a day."""
        begun = self.from_on is None or self.from_on <= day
        return begun and (self.to_on is None or self.to_on >= day)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody of the family who may be in the middle, be a support, or say what supports them."""

    person_id: str
    name: str
    full_name: str
    is_child: bool


@dataclass(frozen=True, slots=True)
class Supports:
    """Everything known about what stands round a family, and what is being typed about it."""

    family_name: str
    people: tuple[Somebody, ...]
    supports: tuple[Support, ...]
    drafts: tuple[tuple[str, str, str], ...] = ()  # support, field, text

    def about(self, person_id: str, day: date | None = None) -> tuple[Support, ...]:
        """Return the supports of the family (nobody) or of one child, as of a day or all of them, in drawing order."""
        mine = (s for s in self.supports if s.about_id == person_id)
        return in_order(s for s in mine if day is None or s.is_there(day))

    def one(self, support_id: str) -> Support | None:
        """Return one support, or None when it is gone."""
        return next((s for s in self.supports if s.support_id == support_id), None)

    def name_of(self, person_id: str) -> str:
        """Return what somebody is called, or nothing when they may not be seen here."""
        return next((p.name for p in self.people if p.person_id == person_id), "")

    def draft(self, support_id: str, field: str) -> str | None:
        """Return what is being typed in a field, or None."""
        return next((text for row, name, text in self.drafts if (row, name) == (support_id, field)), None)


def in_order(supports: Iterable[Support]) -> tuple[Support, ...]:
    """Return supports as they go round a drawing: people of the family's own first, services after them, by kind."""
    return tuple(sorted(supports, key=lambda s: (s.is_formal, _rank(s.kind), s.support_id)))


def by_circle(supports: Iterable[Support]) -> tuple[tuple[int, tuple[Support, ...]], ...]:
    """Return the supports of each circle from the heart outward; 0 holds those not placed yet and comes last."""
    found: dict[int, list[Support]] = {circle: [] for circle in (*CIRCLES, 0)}
    for support in in_order(supports):
        found[support.circle if support.circle in CIRCLES else 0].append(support)
    return tuple((circle, tuple(rows)) for circle, rows in found.items())


def _rank(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)
