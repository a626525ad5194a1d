"""What the Plan part reads: every version of every plan, with the words still being typed, and what was said."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from engage_desktop.store import drafts
from engage_desktop.store.policy import policy
from engage_desktop.store.reading import day, is_born, moment, open_rows, short_name, standing, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_desktop.store.workspace import may_be_seen, person_names
from engage_domain.plan_hints import Said
from engage_domain.plans import Goal, Limits, Meanwhile, Plan, PlanKind, PlanStand, PlanStatus, Step
from engage_domain.workspace import Kept

plan, position, goal, step = (records[n] for n in ("plan", "plan_position", "goal", "action_step"))
statement, mark, contact, task = (records[n] for n in ("statement", "mark", "contact", "task"))
person, user, case_period, member = (records[n] for n in ("person", "user", "case_period", "case_member"))
TYPED = ("plan", "goal", "action_step", "plan_position", "service_referral", "statement")
OFFERED = ("plan", "goal", "action_step")
"""What a family is offered, word for word."""
MOST_QUOTES = 80
CHECK = "check:"

Typed = dict[tuple[str, str, str], str]


def typed(conn: Connection, family_id: str) -> Typed:
    """Return what stands in editors and has not settled yet, by entity, row and field."""
    return {
        (d.entity, d.row_id, d.field): d.text for d in drafts.list_open(conn, family_id) if d.entity in TYPED
    }


def offered_with(conn: Connection, entity: str, row_id: str) -> str:
    """Return the plan with which a row was offered, nothing while its words may still change."""
    if entity not in OFFERED:
        return ""
    table = records[entity]
    its_plan = table.c.id if entity == "plan" else table.c.plan_id
    mine = select(its_plan).where(table.c.id == row_id).correlate(None).scalar_subquery()
    found = conn.execute(select(plan.c.id).where(plan.c.id == mine, plan.c.status != PlanStatus.DRAFT))
    return text(found.scalar())


def plans(conn: Connection, family_id: str, me: str, *, with_typing: bool = True) -> tuple[Plan, ...]:
    """Return every version of the family's plans that may be seen, oldest first.

    What is being typed is laid over the words that may still change; what was offered stays as it was offered.
    """
    names, typing = person_names(conn, family_id), typed(conn, family_id) if with_typing else {}
    meanwhile: dict[str, list[Meanwhile]] = defaultdict(list)
    for (entity, row_id, field), words in tuple(typing.items()):
        plan_id = offered_with(conn, entity, row_id)
        if plan_id:
            meanwhile[plan_id].append(Meanwhile(row_id, field, words))
            del typing[entity, row_id, field]
    rows = conn.execute(
        select(plan)
        .where(plan.c.family_id == family_id, plan.c.kind.in_(tuple(PlanKind)), open_rows(plan))
        .order_by(plan.c.created_at, plan.c.id)
    ).all()
    steps = _steps(conn, family_id, names, typing, me)
    goals = _goals(conn, family_id, names, typing, steps)
    stands = _stands(conn, family_id, names, typing)
    found = (_plan(row, names, typing, goals, steps, stands) for row in rows)
    return tuple(replace(one, meanwhile=tuple(meanwhile[one.plan_id])) for one in found)


def limits(conn: Connection, family_id: str) -> Limits:
    """Return how long a safety plan of this family may run."""
    row = conn.execute(
        select(case_period.c.program, case_period.c.next_court_on)
        .where(case_period.c.family_id == family_id, standing(case_period), case_period.c.closed_on.is_(None))
        .order_by(case_period.c.opened_on.desc())
    ).first()
    rules = policy(conn)
    most, voluntary = (
        int(rules.limit("safety", name)) for name in ("safety_plan_max_days", "voluntary_plan_max_days")
    )
    program, in_court = (text(row.program), bool(row.next_court_on)) if row is not None else ("", False)
    return Limits.of(most, voluntary, program, in_court=in_court)


def said(conn: Connection, family_id: str) -> tuple[Said, ...]:
    """Return what somebody said in a visit or that stands among the statements, newest first."""
    names = person_names(conn, family_id)
    statements = conn.execute(
        select(statement)
        .where(
            statement.c.family_id == family_id,
            func.coalesce(statement.c.status, "current") == "current",
            open_rows(statement),
        )
        .order_by(statement.c.said_on.desc(), statement.c.id.desc())
    )
    found = [_statement(row, names) for row in statements]
    quotes = conn.execute(
        select(mark, contact.c.event_start)
        .join_from(mark, contact, contact.c.id == mark.c.contact_id)
        .where(
            mark.c.family_id == family_id,
            mark.c.kind == "said",
            func.length(func.trim(func.coalesce(mark.c.text, ""))) > 0,
            open_rows(mark),
            may_be_seen(),
        )
        .order_by(mark.c.at.desc(), mark.c.id.desc())
        .limit(MOST_QUOTES)
    )
    taken = {one.words for one in found}
    found += [q for row in quotes if (q := _quote(row, names)).words not in taken]
    return tuple(one for one in found if one.words)


def put_aside(conn: Connection, family_id: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the advice that was put aside, by row and check: the task that says so, and the reason."""
    rows = conn.execute(
        select(task).where(
            task.c.family_id == family_id, task.c.about_entity.like(f"{CHECK}%"), open_rows(task)
        )
    )
    return {(text(r.about_id), text(r.about_entity).removeprefix(CHECK)): (r.id, text(r.title)) for r in rows}


def grown_ups(conn: Connection, family_id: str, today: date) -> tuple[tuple[str, str, bool], ...]:
    """Return everybody who may answer for something: id, name, and whether they are of age as far as is known."""
    since = today.replace(year=today.year - 18, day=min(today.day, 28)).isoformat()
    rows = conn.execute(
        select(person.c.id, short_name(person).label("name"), person.c.birth_date, member.c.role)
        .select_from(person.outerjoin(member, (member.c.person_id == person.c.id) & open_rows(member)))
        .where(
            person.c.family_id == family_id,
            func.coalesce(person.c.deceased, 0) == 0,
            is_born(person),
            open_rows(person),
        )
        .order_by(person.c.birth_date, person.c.id)
    )
    found: dict[str, tuple[str, str, bool]] = {}
    for row in rows:
        born = text(row.birth_date)
        is_grown = born <= since if born else text(row.role) != "child"
        found.setdefault(row.id, (row.id, text(row.name), is_grown))
    return tuple(sorted(found.values(), key=lambda one: not one[2]))


def colleagues(conn: Connection) -> tuple[tuple[str, str], ...]:
    """Return those of the agency who may answer for a step."""
    rows = conn.execute(
        select(user.c.id, user.c.display_name)
        .where(standing(user), func.coalesce(user.c.active, 1) == 1)
        .order_by(user.c.display_name)
    )
    return tuple((row.id, text(row.display_name)) for row in rows)


def order_of(conn: Connection, entity: str, plan_id: str, goal_id: str = "") -> tuple[str, ...]:
    """Return the goals of a plan, or the steps of a goal, in their order."""
    table = records[entity]
    where = [table.c.plan_id == plan_id, standing(table)]
    if entity == "action_step":
        where.append(table.c.goal_id == goal_id if goal_id else table.c.goal_id.is_(None))
    rows = conn.execute(select(table.c.id).where(*where).order_by(*_in_order(table)))
    return tuple(rows.scalars())


def successor_of(conn: Connection, plan_id: str) -> str:
    """Return the version that replaces a plan, if one was begun."""
    found = conn.execute(select(plan.c.id).where(plan.c.replaces_id == plan_id, standing(plan))).scalar()
    return text(found)


def _in_order(table: Any) -> tuple[Any, ...]:
    return (table.c.place.is_(None), table.c.place, table.c.created_at, table.c.id)


def _plan(
    row: Row[Any],
    names: dict[str, str],
    typing: Typed,
    goals: dict[str, list[Goal]],
    steps: dict[tuple[str, str], list[Step]],
    stands: dict[str, list[PlanStand]],
) -> Plan:
    who = text(row.for_person_id)
    return Plan(
        plan_id=row.id,
        kind=text(row.kind),
        number=row.number or 1,
        status=text(row.status) or "draft",
        replaces_id=text(row.replaces_id),
        for_person_id=who,
        for_name=names.get(who, ""),
        concern=typing.get(("plan", row.id, "concern"), text(row.concern)),
        adults=tuple((i, names[i]) for i in members(row.adult_ids) if i in names),
        start_on=day(row.start_on),
        review_on=day(row.review_on),
        end_on=day(row.end_on),
        language=text(row.language),
        offered_at=moment(row.offered_at),
        closed_note=text(row.closed_note),
        goals=tuple(goals.get(row.id, ())),
        steps=tuple(steps.get((row.id, ""), ())),
        stands=tuple(stands.get(row.id, ())),
    )


def _goals(
    conn: Connection,
    family_id: str,
    names: dict[str, str],
    typing: Typed,
    steps: dict[tuple[str, str], list[Step]],
) -> dict[str, list[Goal]]:
    found: dict[str, list[Goal]] = defaultdict(list)
    rows = conn.execute(
        select(goal).where(goal.c.family_id == family_id, open_rows(goal)).order_by(*_in_order(goal))
    )
    for row in rows:
        by = text(row.words_by)
        made = Goal(
            goal_id=row.id,
            place=row.place or 0,
            words=typing.get(("goal", row.id, "words"), text(row.words)),
            words_by=by,
            by_name=names.get(by, ""),
            agency_words=typing.get(("goal", row.id, "agency_words"), text(row.agency_words)),
            is_required=bool(row.agency_required),
            statement_id=text(row.statement_id),
            status=text(row.status) or "open",
            steps=tuple(steps.get((row.plan_id, row.id), ())),
        )
        found[row.plan_id].append(made)
    return found


def _steps(
    conn: Connection, family_id: str, names: dict[str, str], typing: Typed, me: str
) -> dict[tuple[str, str], list[Step]]:
    found: dict[tuple[str, str], list[Step]] = defaultdict(list)
    rows = conn.execute(
        select(step, user.c.display_name)
        .select_from(step.outerjoin(user, user.c.id == step.c.who_user_id))
        .where(step.c.family_id == family_id, step.c.plan_id.is_not(None), open_rows(step))
        .order_by(*_in_order(step))
    )
    for row in rows:
        found[row.plan_id, text(row.goal_id)].append(_step(row, names, typing, me))
    return found


def _step(row: Row[Any], names: dict[str, str], typing: Typed, me: str) -> Step:
    def now(field: str) -> str:
        return typing.get(("action_step", row.id, field), text(getattr(row, field)))

    who = text(row.who_person_id)
    return Step(
        step_id=row.id,
        goal_id=text(row.goal_id),
        place=row.place or 0,
        what=now("what"),
        side=text(row.side) or "family",
        who_person_id=who,
        who_user_id=text(row.who_user_id),
        who=names.get(who, "") or text(row.display_name),
        is_mine=row.who_user_id == me,
        by_when=day(row.by_when),
        when_words=now("when_words"),
        how_we_know=now("how_we_know"),
        plan_b=now("plan_b"),
        kept=Kept(text(row.status) or "not_started", text(row.outcome_note), day(row.closed_on)),
    )


def _stands(
    conn: Connection, family_id: str, names: dict[str, str], typing: Typed
) -> dict[str, list[PlanStand]]:
    found: dict[str, list[PlanStand]] = defaultdict(list)
    rows = conn.execute(
        select(position)
        .where(position.c.family_id == family_id, open_rows(position))
        .order_by(position.c.created_at, position.c.id)
    )
    for row in rows:
        who = text(row.person_id)
        if who in names:
            words = typing.get(("plan_position", row.id, "words"), text(row.words))
            stand = PlanStand(row.id, who, names[who], text(row.position), words, day(row.said_on))
            found[row.plan_id].append(stand)
    return found


def _statement(row: Row[Any], names: dict[str, str]) -> Said:
    by = next((i for i in members(row.said_by) if i in names), "")
    return Said(row.id, text(row.text).strip(), by, names.get(by, ""), text(row.kind), day(row.said_on))


def _quote(row: Row[Any], names: dict[str, str]) -> Said:
    by = text(row.person_id)
    on = moment(row.at)
    return Said(
        row.id, text(row.text).strip(), by, names.get(by, text(row.speaker)), "", on.date() if on else None
    )
