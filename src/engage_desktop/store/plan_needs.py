"""Plans whose review or end is near or past, for those who work with the family."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, Select, and_, or_, select

from engage_desktop.store.reading import day, open_rows, short_name, standing, text
from engage_desktop.store.tables import records
from engage_domain.people import Me
from engage_domain.plans import IN_FORCE, SOON_DAYS, STANDING, due
from engage_domain.today import Need, NeedKind

plan, family, person, assignment = (records[n] for n in ("plan", "family", "person", "assignment"))


def in_force() -> Select[tuple[str]]:
    """Ask for the plans whose steps are owed: a draft promises nothing yet, and a closed one nothing more."""
    return select(plan.c.id).where(plan.c.status.in_(tuple(map(str, IN_FORCE))), standing(plan))


def plans_due(conn: Connection, me: Me, today: date) -> list[Need]:
    """Return the plans that want to be looked at again, or end."""
    until = (today + timedelta(days=SOON_DAYS)).isoformat()
    mine = select(assignment.c.family_id).where(
        assignment.c.user_id == me.user_id, assignment.c.to_on.is_(None), standing(assignment)
    )
    rows = conn.execute(
        select(plan, family.c.name, short_name(person).label("who"))
        .select_from(
            plan.join(family, family.c.id == plan.c.family_id).outerjoin(
                person, and_(person.c.id == plan.c.for_person_id, open_rows(person))
            )
        )
        .where(
            plan.c.status.in_(tuple(map(str, STANDING))),
            or_(plan.c.review_on <= until, plan.c.end_on <= until),
            or_(plan.c.created_by == me.user_id, plan.c.family_id.in_(mine)),
            open_rows(plan),
            family.c.deleted_at.is_(None),
        )
    ).all()
    found = []
    for row in rows:
        waits = due(text(row.status), day(row.review_on), day(row.end_on), today)
        if waits is not None:
            kind, on = waits
            need = Need(
                NeedKind.PLAN_DUE, row.family_id, text(row.name), row.id,
                subject=text(row.kind), due=on, code=str(kind), who=text(row.who),
            )  # fmt: skip
            found.append(need)
    return sorted(found, key=lambda need: need.due or today)
