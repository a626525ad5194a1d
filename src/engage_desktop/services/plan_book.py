"""Reading a family's plans, and everything that helps to write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engage_desktop.services.desk import Desk
from engage_desktop.store import plans, solutions, workspace
from engage_domain.plan_checks import Advice, advise
from engage_domain.plan_hints import Said
from engage_domain.plans import Limits, Plan
from engage_domain.solutions import Referral
from engage_domain.workspace import Promise


@dataclass(frozen=True, slots=True)
class PlanBook:
    """Everything the Plan part shows."""

    plans: tuple[Plan, ...]
    limits: Limits
    said: tuple[Said, ...]
    people: tuple[tuple[str, str, bool], ...]
    colleagues: tuple[tuple[str, str], ...]
    me: str
    language: str
    has_protected: bool
    advice: Mapping[str, tuple[Advice, ...]]
    ideas: tuple[Said, ...]
    referrals: tuple[Referral, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class PlansOf:
    """Reads a family's plans and what helps to write them."""

    desk: Desk

    def __call__(self, family_id: str) -> PlanBook:
        """Return every version; nothing that is kept under Safety."""
        me = self.desk.me.user_id
        with self.desk.read() as conn:
            head = workspace.header(conn, family_id)
            found = plans.plans(conn, family_id, me)
            folk = plans.grown_ups(conn, family_id, self.desk.today())
            grown = [(person, name) for person, name, is_grown in folk if is_grown]
            aside = plans.put_aside(conn, family_id)
            return PlanBook(
                plans=found,
                limits=plans.limits(conn, family_id),
                said=plans.said(conn, family_id),
                people=folk,
                colleagues=plans.colleagues(conn),
                me=me,
                language=head.language,
                has_protected=head.shield,
                advice={
                    p.plan_id: _marked(advise(p, grown), aside) for p in found if p.is_draft or p.stands_now
                },
                ideas=solutions.ideas(conn, family_id),
                referrals=solutions.referrals(conn, family_id),
                promises=workspace.promises(conn, family_id, me),
            )


def _marked(
    found: tuple[Advice, ...], aside: Mapping[tuple[str, str], tuple[str, str]]
) -> tuple[Advice, ...]:
    return tuple(replace(a, put_aside=aside.get((a.row_id, a.check), ("", ""))[1]) for a in found)
