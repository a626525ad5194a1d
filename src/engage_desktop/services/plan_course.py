"""The course of a plan: offered, where each person stands, agreed or declined, closed, and the next version."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from engage_desktop.errors import BadInput, NotAllowed, NotFound
from engage_desktop.services.contact_writing import TAKEN_BACK, Made
from engage_desktop.services.desk import Desk
from engage_desktop.services.plans import settle_typed
from engage_desktop.store import drafts, plans, records
from engage_desktop.store.people import row_of
from engage_domain.plan_lacks import missing, missing_to_agree
from engage_domain.plans import IN_FORCE, Plan, PlanStatus, Stand, carried_over
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.registry import Value

LONGEST = 2000
COPIED_GOAL = (
    "words",
    "words_by",
    "language",
    "agency_words",
    "agency_required",
    "statement_id",
    "place",
    "status",
)
COPIED_STEP = (
    "what", "side", "who_person_id", "who_user_id", "by_when", "when_words", "how_we_know", "plan_b", "status", "place",
)  # fmt: skip
COPIED_PLAN = ("kind", "for_person_id", "concern", "adult_ids", "language")
NO_PLAN = Plan("", "")
ENDED_FROM = {PlanStatus.DECLINED: frozenset({PlanStatus.OFFERED}), PlanStatus.CLOSED: IN_FORCE}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a plan stood, to be put back."""

    status: str
    offered_at: str = ""
    closed_note: str = ""
    closed_id: str = ""  # the version before, which this closed
    closed_status: str = ""
    voided: tuple[str, ...] = ()  # answers that no longer counted


@dataclass(frozen=True, slots=True)
class Turned(Changed):
    """A turn in the course of a plan: how it stood before, and the plan as the turn left it."""

    before: Standing = Standing("draft")
    after: Plan = NO_PLAN
    next_id: str = ""  # the version after it, when one was begun already


@dataclass(frozen=True, slots=True)
class OfferPlan:
    """Offers a plan to the family: from now on its words stay as they are."""

    desk: Desk

    def __call__(self, plan_id: str) -> Turned:
        """Offer it; BadInput names the first thing it lacks."""
        with self.desk.write("plan.offer") as conn:
            row, plan = _seen(self.desk, conn, plan_id)
            if not plan.is_draft:
                raise NotAllowed("plan_offered")
            lacks = missing(plan, plans.limits(conn, str(row["family_id"])))
            if lacks:
                raise BadInput("plan", lacks[0].lack)
            values: dict[str, Value] = {
                "status": str(PlanStatus.OFFERED),
                "offered_at": instant(self.desk.now()),
            }
            records.update(conn, "plan", plan_id, values)
            return _turned(self.desk, conn, row)


@dataclass(frozen=True, slots=True)
class TakePlanBack:
    """Takes an offered plan back to change its words; answers to the earlier words no longer count."""

    desk: Desk

    def __call__(self, plan_id: str) -> Turned:
        """Let it be written again; a plan in force is not: its next version is."""
        with self.desk.write("plan.take_back") as conn:
            row, plan = _seen(self.desk, conn, plan_id)
            if plan.status in IN_FORCE or plan.is_draft:
                raise NotAllowed("plan_in_force")
            voided = tuple(stand.row_id for stand in plan.stands)
            for row_id in voided:
                records.void(conn, "plan_position", row_id, "words_changed", self.desk.now())
            records.update(conn, "plan", plan_id, {"status": str(PlanStatus.DRAFT), "offered_at": None})
            return _turned(self.desk, conn, row, voided=voided)


@dataclass(frozen=True, slots=True)
class SayStand:
    """Writes down where somebody stands with the plan, in their own words."""

    desk: Desk

    def __call__(self, plan_id: str, person_id: str, stand: str, words: str = "") -> Changed:
        """Keep the answer in the place of an earlier one; with no stand it is taken back.

        NotAllowed while the words may still change: nobody answers to what is not offered yet.
        """
        with self.desk.write("plan_position.say") as conn:
            row, plan = _seen(self.desk, conn, plan_id)
            if plan.is_draft:
                raise NotAllowed("plan_not_offered")
            known = next((s for s in plan.stands if s.person_id == person_id), None)
            if stand and stand not in set(Stand):
                raise BadInput("position")
            values: dict[str, Value] = {
                "position": stand,
                "words": words.strip()[:LONGEST] or None,
                "said_on": self.desk.today().isoformat(),
            }
            if known is not None and not stand:
                records.void(conn, "plan_position", known.row_id, TAKEN_BACK, self.desk.now())
            elif known is not None:
                records.update(conn, "plan_position", known.row_id, values)
            elif stand:
                own: dict[str, Value] = {
                    "family_id": row["family_id"],
                    "plan_id": plan_id,
                    "person_id": person_id,
                }
                by, at = self.desk.me.user_id, self.desk.now()
                records.insert(conn, "plan_position", self.desk.new_id(), {**own, **values}, by=by, at=at)
        return Changed.of(f"f:{row['family_id']}", "plan_position", "plan")


@dataclass(frozen=True, slots=True)
class AgreePlan:
    """Says that a plan is agreed; the version before it is closed with it."""

    desk: Desk

    def __call__(self, plan_id: str) -> Turned:
        """Agree; BadInput names the first thing that stands in the way (I-9, I-10)."""
        with self.desk.write("plan.agree") as conn:
            row, plan = _seen(self.desk, conn, plan_id)
            if plan.status != PlanStatus.OFFERED:
                raise NotAllowed("plan_not_offered")
            lacks = missing_to_agree(plan, plans.limits(conn, str(row["family_id"])))
            if lacks:
                raise BadInput("plan", lacks[0].lack)
            records.update(conn, "plan", plan_id, {"status": str(PlanStatus.AGREED)})
            closed_id, closed_status = _close_earlier(conn, plan)
            return _turned(self.desk, conn, row, closed_id=closed_id, closed_status=closed_status)


@dataclass(frozen=True, slots=True)
class EndPlan:
    """Ends a plan: an offered one is declined by the family, one in force is closed, with a few words."""

    desk: Desk

    def __call__(self, plan_id: str, status: PlanStatus, note: str = "") -> Turned:
        """Keep how it ended; NotAllowed when somebody took it further meanwhile."""
        if status not in ENDED_FROM:
            raise BadInput("status")
        with self.desk.write("plan.end") as conn:
            row, plan = _seen(self.desk, conn, plan_id)
            if plan.status not in ENDED_FROM[status]:
                raise NotAllowed("plan_went_on")
            values: dict[str, Value] = {"status": str(status), "closed_note": note.strip()[:LONGEST] or None}
            records.update(conn, "plan", plan_id, values)
            return _turned(self.desk, conn, row)


@dataclass(frozen=True, slots=True)
class PutPlanBack:
    """Undoes a turn: the plan stands as it stood."""

    desk: Desk

    def __call__(self, turned: Turned) -> Changed:
        """Put back the status, the answers, and the version before; NotAllowed when anybody went on with it since."""
        plan_id, before = turned.after.plan_id, turned.before
        with self.desk.write("plan.put_back") as conn:
            row = row_of(conn, "plan", plan_id)
            plan = _plan_of(self.desk, conn, row)
            if (plan, plans.successor_of(conn, plan_id)) != (turned.after, turned.next_id):
                raise NotAllowed("plan_went_on")
            values: dict[str, Value] = {
                "status": before.status,
                "offered_at": before.offered_at or None,
                "closed_note": before.closed_note or None,
            }
            records.update(conn, "plan", plan_id, values)
            if before.closed_id and row_of(conn, "plan", before.closed_id)["status"] == PlanStatus.CLOSED:
                records.update(conn, "plan", before.closed_id, {"status": before.closed_status})
            for row_id in before.voided:
                records.update(conn, "plan_position", row_id, {"deleted_at": None, "void_reason": None})
        return Changed.of(f"f:{row['family_id']}", "plan", "plan_position")


@dataclass(frozen=True, slots=True)
class NextVersion:
    """Writes the next version of a plan: it begins with what somebody still works on; the earlier one stays readable."""

    desk: Desk

    def __call__(self, plan_id: str) -> Made:
        """Make a draft that replaces the plan; NotAllowed when one is begun already."""
        with self.desk.write("plan.next") as conn:
            row, plan = _seen(self.desk, conn, plan_id)
            family_id = str(row["family_id"])
            if plans.successor_of(conn, plan_id):
                raise NotAllowed("plan_replaced")
            made_id = self._begin(conn, row, plan)
            goals, loose = carried_over(plan)
            for goal in goals:
                goal_id = self._copy(conn, "goal", goal.goal_id, COPIED_GOAL, {"plan_id": made_id})
                for step in goal.steps:
                    if step.is_open:
                        own: dict[str, Value] = {"plan_id": made_id, "goal_id": goal_id}
                        self._copy(conn, "action_step", step.step_id, COPIED_STEP, own)
            for step in loose:
                self._copy(conn, "action_step", step.step_id, COPIED_STEP, {"plan_id": made_id})
        return Made(frozenset({"plan", "goal", "action_step"}), frozenset({f"f:{family_id}"}), made_id)

    def _begin(self, conn: Connection, row: dict[str, Value], plan: Plan) -> str:
        made_id = self.desk.new_id()
        start = self.desk.today().isoformat() if plan.is_safety else None
        values: dict[str, Value] = {
            "family_id": row["family_id"],
            "replaces_id": plan.plan_id,
            "number": plan.number + 1,
            "status": str(PlanStatus.DRAFT),
            "start_on": start,
            **_taken_along(conn, "plan", row, COPIED_PLAN),
        }
        records.insert(conn, "plan", made_id, values, by=self.desk.me.user_id, at=self.desk.now())
        return made_id

    def _copy(
        self, conn: Connection, entity: str, row_id: str, columns: tuple[str, ...], own: dict[str, Value]
    ) -> str:
        row = row_of(conn, entity, row_id)
        made_id = self.desk.new_id()
        values = {"family_id": row["family_id"], **_taken_along(conn, entity, row, columns), **own}
        records.insert(conn, entity, made_id, values, by=self.desk.me.user_id, at=self.desk.now())
        return made_id


def _seen(desk: Desk, conn: Connection, plan_id: str) -> tuple[dict[str, Value], Plan]:
    row = row_of(conn, "plan", plan_id)
    settle_typed(conn, str(row["family_id"]))
    row = row_of(conn, "plan", plan_id)
    return row, _plan_of(desk, conn, row)


def _plan_of(desk: Desk, conn: Connection, row: dict[str, Value]) -> Plan:
    """Return a plan as it is written down, without what is still being typed."""
    for plan in plans.plans(conn, str(row["family_id"]), desk.me.user_id, with_typing=False):
        if plan.plan_id == row["id"]:
            return plan
    raise NotFound("plan")


def _taken_along(
    conn: Connection, entity: str, row: dict[str, Value], columns: tuple[str, ...]
) -> dict[str, Value]:
    """Return what the next version takes from a row: what was offered, and the words that wait beside it."""
    values = {name: row[name] for name in columns}
    for draft in drafts.all_of(conn, entity, str(row["id"])):
        if draft.field in values:
            values[draft.field] = drafts.joined(draft, str(row[draft.field] or ""))
            drafts.discard(conn, entity, draft.row_id, draft.field)
    return values


def _close_earlier(conn: Connection, plan: Plan) -> tuple[str, str]:
    if not plan.replaces_id:
        return "", ""
    earlier = row_of(conn, "plan", plan.replaces_id)
    status = str(earlier["status"] or "")
    if status not in {PlanStatus.AGREED, PlanStatus.APPROVED, PlanStatus.OFFERED}:
        return "", ""
    records.update(conn, "plan", plan.replaces_id, {"status": str(PlanStatus.CLOSED)})
    return plan.replaces_id, status


def _turned(
    desk: Desk,
    conn: Connection,
    row: dict[str, Value],
    *,
    closed_id: str = "",
    closed_status: str = "",
    voided: tuple[str, ...] = (),
) -> Turned:
    before = Standing(
        str(row["status"] or "draft"),
        str(row["offered_at"] or ""),
        str(row["closed_note"] or ""),
        closed_id,
        closed_status,
        voided,
    )
    changed = Changed.of(f"f:{row['family_id']}", "plan", "plan_position")
    next_id = plans.successor_of(conn, str(row["id"]))
    return Turned(changed.entities, changed.buckets, before, _plan_of(desk, conn, row), next_id)
