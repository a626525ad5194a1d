"""People and caseloads, as an administrator keeps them: users, teams, assignments."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from engage_domain.access import UserRole
from engage_server import scope
from engage_server.errors import ServerProblem
from engage_server.server import Server, Staffer
from engage_server.tables import records, sync_bucket
from engage_server.write import Change
from engage_wire.clock import instant
from engage_wire.codec import Json


def user_of(server: Server, login: str) -> str:
    """Return the id of the user with this login; ServerProblem when there is none."""
    u = records["user"].c
    with server.database.snapshot() as connection:
        found = connection.scalar(
            select(u.id).where(
                u.agency_id == server.agency, u.login == login.casefold(), u.deleted_at.is_(None)
            )
        )
    if found is None:
        raise ServerProblem(f"no user {login}")
    return str(found)


def add_user(server: Server, login: str, name: str, role: str, team: str | None, password: str) -> str:
    """Make a user with a password, and the team if it is new; return the user's id."""
    if not login.strip() or not name.strip():
        raise ServerProblem("a user needs a login and a name")
    if role not in set(UserRole):
        raise ServerProblem(f"no role {role}; roles are {', '.join(UserRole)}")
    u = records["user"].c
    with server.database.snapshot() as connection:
        taken = connection.scalar(
            select(u.id).where(u.agency_id == server.agency, u.login == login.casefold())
        )
    if taken:
        raise ServerProblem(f"the login {login} is taken")
    team_id = _team(server, team) if team else None
    user_id = server.new_id()
    server.add_user(Staffer(user_id, login.casefold(), name, role, team_id), password)
    return user_id


def _team(server: Server, name: str) -> str:
    t = records["team"].c
    with server.database.snapshot() as connection:
        found = connection.scalar(select(t.id).where(t.agency_id == server.agency, t.name == name))
    if found:
        return str(found)
    team_id = server.new_id()
    server.write([Change("team", team_id, {"name": name})], cmd="team.add")
    return team_id


def users(server: Server) -> list[Json]:
    """Return the agency's people, by login, each with how many records a laptop of theirs holds."""
    u, t = records["user"].c, records["team"].c
    query = (
        select(u.id, u.login, u.display_name, u.role, u.active, t.name.label("team"))
        .outerjoin_from(records["user"], records["team"], (t.agency_id == u.agency_id) & (t.id == u.team_id))
        .where(u.agency_id == server.agency, u.deleted_at.is_(None))
        .order_by(u.login)
    )
    with server.database.snapshot() as connection:
        people = [dict(row) for row in connection.execute(query).mappings()]
        return [{**person, "records": _held(server, connection, person["id"])} for person in people]


def _held(server: Server, connection: Connection, user_id: str) -> int:
    person = scope.staff(connection, server.agency, user_id)
    if person is None or not person.active:
        return 0
    granted = scope.scope_of(connection, server.agency, person, server.clock.now())
    c = sync_bucket.c
    held = select(func.sum(c.live)).where(
        c.agency_id == server.agency,
        server.database.among(c.bucket, [bucket for bucket, _mode in granted]),
    )
    return int(connection.scalar(held) or 0)


def assign(server: Server, user_id: str, families: Sequence[str], role: str) -> list[str]:
    """Give families to a worker who has not got them; return the new assignments' ids.

    ServerProblem when a family does not exist.
    """
    at = instant(server.clock.now())
    a = records["assignment"].c
    query = select(a.family_id).where(
        a.agency_id == server.agency,
        a.user_id == user_id,
        a.role == role,
        a.to_on.is_(None),
        a.deleted_at.is_(None),
    )
    with server.database.snapshot() as connection:
        there = set(connection.scalars(query))
    changes = [
        Change(
            "assignment",
            server.new_id(),
            {"family_id": family_id, "user_id": user_id, "role": role, "created_at": at},
        )
        for family_id in dict.fromkeys(families)
        if family_id not in there
    ]
    server.write(changes, cmd="assignment.add")
    return [change.row_id for change in changes]


def every_family(server: Server) -> list[str]:
    """Return every family of the agency that was not voided."""
    family = records["family"].c
    with server.database.snapshot() as connection:
        query = select(family.id).where(family.agency_id == server.agency, family.deleted_at.is_(None))
        return [str(found) for found in connection.scalars(query.order_by(family.id))]


def unassign(server: Server, user_id: str, family_id: str) -> int:
    """End all assignments of a worker to a family; return how many there were."""
    a = records["assignment"].c
    with server.database.snapshot() as connection:
        found = connection.scalars(
            select(a.id).where(
                a.agency_id == server.agency,
                a.user_id == user_id,
                a.family_id == family_id,
                a.deleted_at.is_(None),
            )
        ).all()
    ended = {"deleted_at": instant(server.clock.now()), "void_reason": "reassigned"}
    changes = [Change("assignment", row, ended, update=True, family_id=family_id) for row in found]
    if changes:
        server.write(changes, cmd="assignment.end")
    return len(changes)
