"""What a piece of the plan shows itself from: the book, the plan, and whether its words may change."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.plan_book import PlanBook
from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.told import Told, face_of, tone_of
from engage_domain.plan_checks import Advice
from engage_domain.plans import Plan, Step

AGENCY_FACE = "heart-handshake"


@dataclass(frozen=True, slots=True)
class Scene:
    """One plan as it is looked at now."""

    hand: Hand
    faces: Told
    book: PlanBook
    plan: Plan
    may_write: bool  # nothing at all may be written while a family moves to somebody else

    @property
    def may_edit(self) -> bool:
        """Whether the words of this plan may change."""
        return self.may_write and self.plan.is_draft

    def advice(self, row_id: str) -> tuple[Advice, ...]:
        """Return what is worth another look in one row, less what was put aside."""
        if not self.may_edit:
            return ()
        found = self.book.advice.get(self.plan.plan_id, ())
        return tuple(a for a in found if a.row_id == row_id and a.stands)

    def face(self, step: Step) -> tuple[str, str]:
        """Return the face and the colour of who answers for a step."""
        if step.who_person_id:
            return self.faces.face(step.who_person_id, step.who), tone_of(step.who_person_id)
        return (AGENCY_FACE, "primary") if step.is_mine else (face_of(step.who), "primary")

    def family(self) -> tuple[tuple[str, str], ...]:
        """Return everybody of the family, grown-ups first."""
        return tuple((person, name) for person, name, _ in self.book.people)

    def grown(self) -> tuple[tuple[str, str], ...]:
        """Return the grown-ups of the family."""
        return tuple((person, name) for person, name, is_grown in self.book.people if is_grown)

    def agency(self, you: str) -> tuple[tuple[str, str], ...]:
        """Return those of the agency, the worker at this laptop first."""
        rest = tuple((u, name) for u, name in self.book.colleagues if u != self.book.me)
        return ((self.book.me, you), *rest)
