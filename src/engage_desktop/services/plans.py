"""Writing a plan with a family: goals, steps, days, and who answers for what. Words settle from their drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from engage_desktop.errors import BadInput, NotAllowed
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import drafts, plans, records
from engage_desktop.store.people import keep_unseen, row_of
from engage_domain.plan_lacks import Lack, dates_fault
from engage_domain.plans import PlanKind, moved
from engage_domain.workspace import OURS, THEIRS
from engage_wire.changed import Changed
from engage_wire.registry import Value

PLAN_DAYS = frozenset({"start_on", "review_on", "end_on"})
GOAL_CODES = frozenset({"status"})
LONGEST_REASON = 500
Given = str | date | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class SettlePlans:
    """Writes everything typed into plans, goals, steps and services into the record: on leaving, on locking, on coming back."""

    desk: Desk

    def __call__(self, family_id: str) -> Changed:
        """Settle every such draft of the family."""
        with self.desk.write("plan.write") as conn:
            return settle_typed(conn, family_id)


@dataclass(frozen=True, slots=True)
class SettleWords:
    """Writes one field's typing into its record; words that come after a plan was offered wait beside it."""

    desk: Desk

    def __call__(self, entity: str, row_id: str, field: str) -> Changed:
        """Settle one draft, or let it wait for all to see; nothing happens when there is none."""
        with self.desk.write(f"{entity}.write") as conn:
            kept = drafts.get(conn, entity, row_id, field)
            if kept is None:
                return Changed()
            return _settle(conn, kept) or Changed.of(f"f:{kept.family_id}", entity)


@dataclass(frozen=True, slots=True)
class AddPlan:
    """Begins a plan: a safety plan from today, a family plan when somebody knows what it is for."""

    desk: Desk

    def __call__(self, family_id: str, kind: PlanKind, for_person_id: str = "", language: str = "") -> Made:
        """Write an empty plan, for everybody or for one parent alone."""
        start = self.desk.today().isoformat() if kind is PlanKind.SAFETY else None
        values: dict[str, Value] = {
            "family_id": family_id, "kind": str(kind), "number": 1, "status": "draft", "start_on": start,
            "for_person_id": for_person_id or None, "language": language or None,
        }  # fmt: skip
        return _made(self.desk, "plan", family_id, values)


@dataclass(frozen=True, slots=True)
class EditPlan:
    """Amends what a plan says besides its words: its days, its adults, whom it is for, its language."""

    desk: Desk

    def __call__(self, plan_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        with self.desk.write("plan.edit") as conn:
            row = row_of(conn, "plan", plan_id)
            only_days = set(given) <= {"review_on"}
            if not only_days:
                require_draft(row)
            values = {name: _plan_value(name, value) for name, value in given.items()}
            _require_days(conn, row, values)
            keep_unseen(conn, row, values)
            records.update(conn, "plan", plan_id, values)
        return Changed.of(f"f:{row['family_id']}", "plan")


@dataclass(frozen=True, slots=True)
class AddGoal:
    """Writes a goal down: in somebody's words from the start, or empty to be written."""

    desk: Desk

    def __call__(self, plan_id: str, words: str = "", words_by: str = "", statement_id: str = "") -> Made:
        """Put it at the end of the plan."""
        with self.desk.write("goal.add") as conn:
            row = row_of(conn, "plan", plan_id)
            require_draft(row)
            values: dict[str, Value] = {
                "family_id": row["family_id"], "plan_id": plan_id, "words": words.strip() or None,
                "words_by": words_by or None, "statement_id": statement_id or None, "status": "open",
                "place": len(plans.order_of(conn, "goal", plan_id)), "language": row["language"],
            }  # fmt: skip
            made_id = self.desk.new_id()
            records.insert(conn, "goal", made_id, values, by=self.desk.me.user_id, at=self.desk.now())
        return _told("goal", row, made_id)


@dataclass(frozen=True, slots=True)
class EditGoal:
    """Says whose words a goal is in, whether the agency requires it, and what became of it."""

    desk: Desk

    def __call__(self, goal_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given."""
        with self.desk.write("goal.edit") as conn:
            row = row_of(conn, "goal", goal_id)
            if set(given) != GOAL_CODES:
                require_draft(row_of(conn, "plan", str(row["plan_id"])))
            records.update(conn, "goal", goal_id, {name: _goal_value(name, v) for name, v in given.items()})
        return Changed.of(f"f:{row['family_id']}", "goal")


@dataclass(frozen=True, slots=True)
class AddStep:
    """Writes a step down: to a goal, or straight to a safety plan."""

    desk: Desk

    def __call__(
        self, plan_id: str, goal_id: str = "", what: str = "", who_person_id: str = "", idea_id: str = ""
    ) -> Made:
        """Put it at the end; an idea it came from is taken up with it."""
        with self.desk.write("action_step.add") as conn:
            row = row_of(conn, "plan", plan_id)
            require_draft(row)
            values: dict[str, Value] = {
                "family_id": row["family_id"], "plan_id": plan_id, "goal_id": goal_id or None,
                "what": what.strip() or None, "side": THEIRS, "status": "not_started",
                "who_person_id": who_person_id or None,
                "place": len(plans.order_of(conn, "action_step", plan_id, goal_id)),
            }  # fmt: skip
            made_id = self.desk.new_id()
            records.insert(conn, "action_step", made_id, values, by=self.desk.me.user_id, at=self.desk.now())
            if idea_id:
                records.update(conn, "statement", idea_id, {"status": "resolved"})
        made = _told("action_step", row, made_id)
        return Made(made.entities | {"statement"}, made.buckets, made_id) if idea_id else made


@dataclass(frozen=True, slots=True)
class EditStep:
    """Says who answers for a step, and by when."""

    desk: Desk

    def __call__(self, step_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; naming one side lets go of the other, so that one person answers (I-10)."""
        with self.desk.write("action_step.edit") as conn:
            row = row_of(conn, "action_step", step_id)
            if row["plan_id"]:
                require_draft(row_of(conn, "plan", str(row["plan_id"])))
            values: dict[str, Value] = {}
            for name, value in given.items():
                values |= _step_value(name, value)
            records.update(conn, "action_step", step_id, values)
        return Changed.of(f"f:{row['family_id']}", "action_step")


@dataclass(frozen=True, slots=True)
class Move:
    """Puts a goal or a step earlier or later."""

    desk: Desk

    def __call__(self, entity: str, row_id: str, by: int) -> Changed:
        """Move one row among its own; what stays where it was is not written."""
        with self.desk.write(f"{entity}.move") as conn:
            row = row_of(conn, entity, row_id)
            goal_id = str(row.get("goal_id") or "")
            order = plans.order_of(conn, entity, str(row["plan_id"]), goal_id)
            for place, other in enumerate(moved(order, row_id, by)):
                records.update(conn, entity, other, {"place": place})
        return Changed.of(f"f:{row['family_id']}", entity)


@dataclass(frozen=True, slots=True)
class PutAside:
    """Puts a piece of advice aside, with the reason; it can be taken up again."""

    desk: Desk

    def __call__(self, family_id: str, row_id: str, check: str, reason: str) -> Made:
        """Keep the reason; BadInput without one."""
        if not reason.strip():
            raise BadInput("reason", "empty")
        values: dict[str, Value] = {
            "family_id": family_id, "kind": "other", "status": "done", "title": reason.strip()[:LONGEST_REASON],
            "about_entity": f"{plans.CHECK}{check}", "about_id": row_id, "user_id": self.desk.me.user_id,
        }  # fmt: skip
        return _made(self.desk, "task", family_id, values)

    def again(self, family_id: str, row_id: str, check: str) -> Changed:
        """Look at it again after all."""
        with self.desk.write("task.remove") as conn:
            task_id, _ = plans.put_aside(conn, family_id).get((row_id, check), ("", ""))
            if task_id:
                records.void(conn, "task", task_id, "taken_back", self.desk.now())
        return Changed.of(f"f:{family_id}", "task")


def settle_typed(conn: Connection, family_id: str) -> Changed:
    """Settle everything typed into a family's plans and services, within a write transaction, but no offered plan's words."""
    changed = Changed()
    for kept in drafts.list_open(conn, family_id):
        if kept.entity in plans.TYPED:
            changed |= _settle(conn, kept)
    return changed


def _settle(conn: Connection, kept: drafts.Draft) -> Changed:
    if plans.offered_with(conn, kept.entity, kept.row_id):
        return Changed()
    drafts.settle(conn, kept.entity, kept.row_id, kept.field)
    return Changed.of(f"f:{kept.family_id}", kept.entity, "draft")


def require_draft(row: Mapping[str, object]) -> None:
    """Refuse to change words that were offered to somebody: what they agree to must stay what it was."""
    if row["status"] not in {"draft", None}:
        raise NotAllowed("plan_offered")


def _require_days(conn: Connection, row: Mapping[str, object], values: Mapping[str, Value]) -> None:
    """Refuse days a safety plan cannot have (I-8); an ordinary plan only needs its end after its beginning."""
    if not PLAN_DAYS & set(values):
        return
    both = {**row, **values}
    start, review, end = (_day(both[name]) for name in ("start_on", "review_on", "end_on"))
    most = plans.limits(conn, str(row["family_id"]))
    if row["kind"] != PlanKind.SAFETY:
        most = replace(most, days=366 * 20)
    elif review is None and row["status"] not in {"draft", None}:
        raise BadInput("review_on", Lack.REVIEW)
    fault = dates_fault(start, review, end, most)
    if fault is not None:
        raise BadInput(next(iter(values)), str(fault))


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _plan_value(name: str, value: Given) -> Value:
    if name in PLAN_DAYS and (value is None or isinstance(value, date)):
        return value.isoformat() if value else None
    if name == "adult_ids" and isinstance(value, tuple):
        return records.member_text(value)
    if name in {"for_person_id", "language"} and isinstance(value, str):
        return value or None
    raise BadInput(name)


def _goal_value(name: str, value: Given) -> Value:
    if name == "agency_required":
        return int(bool(value))
    if name in {"words_by", "statement_id", "status"} and isinstance(value, str):
        return value or None
    raise BadInput(name)


def _step_value(name: str, value: Given) -> dict[str, Value]:
    if name == "who_person_id" and isinstance(value, str):
        return {"who_person_id": value or None, "who_user_id": None, "side": THEIRS}
    if name == "who_user_id" and isinstance(value, str):
        return {"who_user_id": value or None, "who_person_id": None, "side": OURS}
    if name == "by_when" and (value is None or isinstance(value, date)):
        return {"by_when": value.isoformat() if value else None}
    if name == "when_words" and isinstance(value, str):
        return {"when_words": value.strip() or None}
    raise BadInput(name)


def _made(desk: Desk, entity: str, family_id: str, values: dict[str, Value]) -> Made:
    made_id = desk.new_id()
    with desk.write(f"{entity}.add") as conn:
        records.insert(conn, entity, made_id, values, by=desk.me.user_id, at=desk.now())
    return _told(entity, {"family_id": family_id}, made_id)


def _told(entity: str, row: Mapping[str, object], made_id: str) -> Made:
    return Made(frozenset({entity}), frozenset({f"f:{row['family_id']}"}), made_id)
