"""What the two-versions view reads, and how a decision is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from engage_desktop.errors import NotFound
from engage_desktop.store import pieces
from engage_desktop.store.parked import contact_of, parked, standing_row
from engage_desktop.store.reading import moment, short_name, standing, text
from engage_desktop.store.records import insert, update
from engage_desktop.store.shadow import keep_shadow
from engage_desktop.store.tables import records, sync_outbox
from engage_domain.conflicts import (
    Choice,
    Conflict,
    ConflictKind,
    Conflicts,
    Decision,
    FieldPair,
    Version,
    kind_of,
    state_of,
)
from engage_domain.invariants import broken
from engage_wire.clock import Clock
from engage_wire.codec import canonical
from engage_wire.entities import REGISTRY
from engage_wire.registry import SCHEMA, Doc, Value

conflict, user, person = records["conflict"], records["user"], records["person"]
LATEST = 200
POINTERS = {"goal_id": "goal", "statement_id": "statement"}


def conflicts(conn: Connection, me: str) -> Conflicts:
    """Return everything with two versions on this laptop, newest first, and what is parked."""
    rows = conn.execute(
        select(conflict).where(standing(conflict)).order_by(conflict.c.id.desc()).limit(LATEST)
    ).all()
    decided = _decisions_here(conn)
    users = _user_names(conn)
    found = [_conflict(conn, row, me, decided.get(row.id), users) for row in rows]
    return Conflicts(
        open=tuple(c for c in found if c.needs_you),
        by_time=tuple(c for c in found if c.is_settled_by_time),
        decided=tuple(c for c in found if not c.needs_you and not c.is_settled_by_time),
        parked=parked(conn, me, frozenset(row.incoming_op for row in rows if row.incoming_op)),
    )


def one(conn: Connection, conflict_id: str, me: str) -> Conflict:
    """Return one pair of versions; NotFound when it is not on this laptop."""
    row = conn.execute(select(conflict).where(conflict.c.id == conflict_id)).first()
    if row is None:
        raise NotFound("conflict")
    return _conflict(conn, row, me, _decisions_here(conn).get(conflict_id), _user_names(conn))


def write_choice(conn: Connection, found: Conflict, values: Doc) -> None:
    """Write what was chosen; an equal value is said again, so that the agency hears of the decision."""
    update(conn, found.entity, found.row_id, values)
    if not _captured(conn):
        _say_again(conn, found, values)


def write_addendum(conn: Connection, found: Conflict, row_id: str, words: str, me: str, clock: Clock) -> None:
    """File words beside a final note under their author and the time they were written."""
    values: dict[str, Value] = {
        "family_id": found.family_id,
        "contact_id": found.contact_id,
        "text": words,
        "author_id": found.mine.author_id or me,
        "written_at": _instant_of(conn, found),
    }
    insert(conn, "addendum", row_id, values, by=me, at=clock.now())


def earlier_values(conn: Connection, found: Conflict) -> Doc:
    """Return what the fields held before the decision made here, else the version not taken."""
    rows = conn.execute(
        select(sync_outbox.c.old)
        .where(
            sync_outbox.c.entity == found.entity,
            sync_outbox.c.row_id == found.row_id,
            sync_outbox.c.resolves.contains(found.conflict_id, autoescape=True),
            sync_outbox.c.old.is_not(None),
        )
        .order_by(sync_outbox.c.oid.desc())
    )
    names = {f.name for f in found.fields}
    now = {f.name: f.standing for f in found.fields}
    for row in rows:
        old = {k: v for k, v in _doc(row.old).items() if k in names}
        if old and any(now.get(k) != v for k, v in old.items()):
            return old
    return found.before()


def _conflict(
    conn: Connection, row: Any, me: str, decided: Decision | None, users: Mapping[str, str]
) -> Conflict:
    head, incoming, base = _doc(row.head), _doc(row.incoming), _doc(row.base)
    here = _written_here(conn, (text(row.head_op), text(row.incoming_op)))
    heads = Version(
        text(row.head_author),
        users.get(text(row.head_author), ""),
        row.head_author == me,
        moment(row.head_at),
        _is_from_here(text(row.head_op), here, is_me=row.head_author == me),
    )
    incomings = Version(
        text(row.incoming_author),
        users.get(text(row.incoming_author), ""),
        row.incoming_author == me,
        moment(row.incoming_at),
        _is_from_here(text(row.incoming_op), here, is_me=row.incoming_author == me),
    )
    mine_is_head = heads.is_me and (
        not incomings.is_me or (heads.is_from_here and not incomings.is_from_here)
    )
    theirs, mine = (incoming, head) if mine_is_head else (head, incoming)
    now = standing_row(conn, text(row.entity), text(row.row_id))
    return Conflict(
        conflict_id=row.id,
        family_id=text(row.family_id),
        entity=text(row.entity),
        row_id=text(row.row_id),
        kind=kind_of(text(row.kind)),
        state=state_of(text(row.state)),
        piece=pieces.piece(conn, *pieces.root_of(conn, text(row.entity), text(row.row_id))),
        theirs=incomings if mine_is_head else heads,
        mine=heads if mine_is_head else incomings,
        fields=_pairs(text(row.entity), theirs, mine, now, base),
        merged=_doc(row.merged),
        winner=text(row.winner),
        contact_id=contact_of(text(row.entity), text(row.row_id), now),
        decision=decided or _decision_there(row, me, users, theirs, mine, now),
        names=_people(conn, text(row.family_id)) | _things(conn, theirs, mine) | dict(users),
        rule=broken(text(row.entity), now | incoming) or "" if row.kind == ConflictKind.INVALID else "",
    )


def _pairs(entity: str, theirs: Doc, mine: Doc, now: Doc, base: Doc) -> tuple[FieldPair, ...]:
    if entity not in REGISTRY:
        return ()
    named = {*theirs, *mine}
    return tuple(
        FieldPair(
            f.name,
            f.kind,
            f.policy,
            f.vocabulary,
            theirs.get(f.name),
            mine.get(f.name),
            now.get(f.name),
            base.get(f.name),
        )
        for f in REGISTRY[entity].fields
        if f.name in named
    )


def _doc(raw: object) -> Doc:
    try:
        doc = json.loads(str(raw)) if raw else {}
    except ValueError:
        return {}
    return doc if isinstance(doc, dict) else {}


def _user_names(conn: Connection) -> dict[str, str]:
    return {row.id: text(row.display_name) for row in conn.execute(select(user.c.id, user.c.display_name))}


def _people(conn: Connection, family_id: str) -> dict[str, str]:
    rows = conn.execute(
        select(person.c.id, short_name(person).label("name")).where(person.c.family_id == family_id)
    )
    return {row.id: text(row.name) for row in rows}


def _things(conn: Connection, *versions: Doc) -> dict[str, str]:
    """Return what the goals and words are that versions point to; protected ones stay unnamed."""
    found: dict[str, str] = {}
    for column, entity in POINTERS.items():
        wanted = {text(version.get(column)) for version in versions} - {""}
        if wanted:
            known = pieces.pieces(conn, [(entity, row_id) for row_id in sorted(wanted)])
            found |= {piece.row_id: piece.words for piece in known.values() if piece.words}
    return found


def _is_from_here(op: str, here: set[str], *, is_me: bool) -> bool:
    """Say whether a version was written here; one of my own without an operation's name is taken for it."""
    return op in here if op else is_me


def _written_here(conn: Connection, ops: tuple[str, ...]) -> set[str]:
    wanted = [op for op in ops if op]
    if not wanted:
        return set()
    rows = conn.execute(select(sync_outbox.c.op_uid).where(sync_outbox.c.op_uid.in_(wanted)))
    return {row.op_uid for row in rows}


def _decisions_here(conn: Connection) -> dict[str, Decision]:
    rows = conn.execute(
        select(
            sync_outbox.c.resolves,
            sync_outbox.c.cmd,
            sync_outbox.c.wall,
            sync_outbox.c.state,
            user.c.display_name,
        )
        .select_from(sync_outbox.outerjoin(user, user.c.id == sync_outbox.c.actor))
        .where(sync_outbox.c.resolves.is_not(None))
        .order_by(sync_outbox.c.oid)
    )
    found: dict[str, Decision] = {}
    for row in rows:
        choice = _choice(text(row.cmd))
        decision = Decision(choice, text(row.display_name), True, moment(row.wall), row.state == 0)
        found |= {str(conflict_id): decision for conflict_id in json.loads(row.resolves)}
    return found


def _choice(cmd: str) -> Choice:
    name = cmd.partition(".")[2]
    return Choice(name) if name in set(Choice) else Choice.COMBINED


def _decision_there(
    row: Any, me: str, users: Mapping[str, str], theirs: Doc, mine: Doc, now: Doc
) -> Decision | None:
    if text(row.state) != "resolved":
        return None
    stands = {name: now.get(name) for name in {*theirs, *mine}}
    choice = Choice.THEIRS if stands == theirs else Choice.MINE if stands == mine else Choice.COMBINED
    by = text(row.resolved_by)
    return Decision(choice, users.get(by, ""), by == me, moment(row.resolved_at), False)


def _captured(conn: Connection) -> bool:
    query = "SELECT 1 FROM sync_outbox WHERE txn = (SELECT txn FROM sync_ctx) LIMIT 1"
    return conn.exec_driver_sql(query).first() is not None


def _say_again(conn: Connection, found: Conflict, values: Doc) -> None:
    keep_shadow(conn, REGISTRY[found.entity], found.row_id)
    said = canonical(dict(values)).decode()
    conn.exec_driver_sql(
        "INSERT INTO sync_outbox(txn, entity, row_id, bucket, kind, base_rev, new, old, actor, cmd, hlc, wall, schema, resolves) "
        "SELECT x.txn, ?, ?, ?, 'u', coalesce((SELECT rev FROM sync_row WHERE entity = ? AND row_id = ?), 0), ?, ?, "
        "x.actor, x.cmd, x.hlc, x.wall, ?, x.resolves FROM sync_ctx x",
        (
            found.entity,
            found.row_id,
            f"f:{found.family_id}",
            found.entity,
            found.row_id,
            said,
            said,
            SCHEMA,
        ),
    )


def _instant_of(conn: Connection, found: Conflict) -> str:
    row = conn.execute(
        select(conflict.c.incoming_at, conflict.c.head_at, conflict.c.incoming_author).where(
            conflict.c.id == found.conflict_id
        )
    ).one()
    return text(row.incoming_at if row.incoming_author == found.mine.author_id else row.head_at)
