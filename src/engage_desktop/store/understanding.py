"""What the Understand part of a family reads."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, func, or_, select

from engage_desktop.errors import NotFound
from engage_desktop.store.reading import day, moment, open_rows, short_name, standing, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_desktop.store.workspace import may_be_seen
from engage_domain.child_areas import PRIVATE, Areas, Piece, read_order
from engage_domain.understanding import Answer, AreasCard, Saying, Statement, Understanding

statement, answer, goal = records["statement"], records["scale_answer"], records["goal"]
areas, words, mark = records["child_areas"], records["child_words"], records["mark"]
contact, person, member = records["contact"], records["person"], records["case_member"]
MOST_SAYINGS = 200


def understanding(conn: Connection, family_id: str, zone: ZoneInfo) -> Understanding:
    """Return everything a family says about itself that may be seen on a general screen."""
    statements = _statements(conn, family_id, zone)
    return Understanding(
        _sayings(conn, family_id, statements),
        statements,
        _answers(conn, family_id, zone),
        _areas_cards(conn, family_id),
    )


def child_areas(conn: Connection, areas_id: str) -> Areas:
    """Return one talk with a child, for the worker's own view; NotFound when it was taken back."""
    row = conn.execute(
        select(areas).where(areas.c.id == areas_id, standing(areas), _private_at_most(areas))
    ).first()
    if row is None:
        raise NotFound("child_areas")
    drafts = _drafts(conn, "child_words", row.family_id, "text")
    drawing = _drafts(conn, "child_words", row.family_id, "ink")
    pieces = conn.execute(
        select(words)
        .where(words.c.areas_id == areas_id, standing(words), _private_at_most(words))
        .order_by(words.c.id)
    )
    return Areas(
        areas_id=row.id,
        child_id=text(row.person_id),
        held_on=day(row.held_on),
        order=read_order(text(row.area_order)),
        read_back=bool(row.read_back),
        share=text(row.share),
        share_with=members(row.share_with),
        share_words=text(row.share_words),
        pieces=tuple(
            Piece(
                one.id,
                text(one.area),
                text(one.text),
                text(one.way),
                drawing.get(one.id, text(one.ink)),
                drafts.get(one.id),
            )
            for one in pieces
        ),
    )


def saying(conn: Connection, mark_id: str) -> tuple[dict[str, Any], str]:
    """Return the mark of a quote that may be seen, and its speaker's role; NotFound for any other."""
    row = conn.execute(
        select(mark, member.c.role.label("speaker_role"))
        .select_from(
            mark.join(contact, contact.c.id == mark.c.contact_id).outerjoin(
                member, (member.c.person_id == mark.c.person_id) & standing(member)
            )
        )
        .where(mark.c.id == mark_id, mark.c.kind == "said", open_rows(mark), may_be_seen())
    ).mappings().first()  # fmt: skip
    if row is None:
        raise NotFound("mark")
    return dict(row), text(row["speaker_role"])


def standing_from(conn: Connection, mark_id: str, kind: str) -> str:
    """Return the statement of a kind that a quote became already, or nothing."""
    found = conn.execute(
        select(statement.c.id).where(
            statement.c.mark_id == mark_id, statement.c.kind == kind, standing(statement)
        )
    ).scalar()
    return text(found)


def _sayings(conn: Connection, family_id: str, known: tuple[Statement, ...]) -> tuple[Saying, ...]:
    rows = conn.execute(
        select(mark, short_name(person).label("name"))
        .select_from(
            mark.join(contact, contact.c.id == mark.c.contact_id).outerjoin(
                person, person.c.id == mark.c.person_id
            )
        )
        .where(
            mark.c.family_id == family_id,
            mark.c.kind == "said",
            func.length(func.trim(func.coalesce(mark.c.text, ""))) > 0,
            open_rows(mark),
            may_be_seen(),
        )
        .order_by(mark.c.at.desc(), mark.c.id.desc())
        .limit(MOST_SAYINGS)
    )
    went: dict[str, list[str]] = {}
    for one in known:
        if one.mark_id:
            went.setdefault(one.mark_id, []).append(one.kind)
    return tuple(
        Saying(
            row.id,
            text(row.text).strip(),
            text(row.person_id),
            text(row.name) or text(row.speaker),
            moment(row.at),
            text(row.contact_id),
            tuple(dict.fromkeys(went.get(row.id, ()))),
        )
        for row in rows
    )


def _statements(conn: Connection, family_id: str, zone: ZoneInfo) -> tuple[Statement, ...]:
    drafts = _drafts(conn, "statement", family_id, "text")
    goals = {
        row.statement_id: row.wording
        for row in conn.execute(
            select(
                goal.c.statement_id,
                func.coalesce(func.nullif(goal.c.words, ""), goal.c.agency_words).label("wording"),
            )
            .where(goal.c.family_id == family_id, goal.c.statement_id.is_not(None), open_rows(goal))
            .order_by(goal.c.id.desc())
        )
    }
    rows = conn.execute(
        select(statement)
        .where(statement.c.family_id == family_id, open_rows(statement))
        .order_by(statement.c.id)
    )
    found = (_statement(row, drafts.get(row.id), text(goals.get(row.id)), zone) for row in rows)
    return tuple(one for one in found if one.words)


def _statement(row: Any, draft: str | None, linked: str, zone: ZoneInfo) -> Statement:
    return Statement(
        statement_id=row.id,
        kind=text(row.kind),
        text=text(row.text),
        language=text(row.language),
        domain=text(row.domain),
        source=text(row.source),
        exact_words=bool(row.exact_words),
        said_by=members(row.said_by),
        about=members(row.about),
        said_on=day(row.said_on) or _made_on(row.created_at, zone),
        priority=row.priority or 0,
        status=text(row.status) or "current",
        closed_on=day(row.closed_on),
        mark_id=text(row.mark_id),
        draft=draft,
        goal=linked,
    )


def _answers(conn: Connection, family_id: str, zone: ZoneInfo) -> tuple[Answer, ...]:
    drafts = _drafts(conn, "scale_answer", family_id, "words")
    rows = conn.execute(
        select(answer).where(answer.c.family_id == family_id, open_rows(answer)).order_by(answer.c.id)
    )
    found = (
        Answer(
            row.id,
            text(row.person_id),
            text(row.question),
            row.value,
            day(row.said_on) or _made_on(row.created_at, zone),
            text(row.words),
            None if row.alone is None else bool(row.alone),
            drafts.get(row.id),
        )
        for row in rows
    )
    return tuple(one for one in found if one.value is not None or one.said)


def _areas_cards(conn: Connection, family_id: str) -> tuple[AreasCard, ...]:
    told = or_(func.length(func.coalesce(words.c.text, "")) > 0, func.length(words.c.ink) > 0)
    filled = (
        select(words.c.areas_id, func.count().label("filled"))
        .where(words.c.family_id == family_id, standing(words), told)
        .group_by(words.c.areas_id)
        .subquery()
    )
    rows = conn.execute(
        select(areas, filled.c.filled)
        .outerjoin(filled, filled.c.areas_id == areas.c.id)
        .where(areas.c.family_id == family_id, standing(areas), _private_at_most(areas))
        .order_by(areas.c.held_on.desc(), areas.c.id.desc())
    )
    return tuple(
        AreasCard(row.id, text(row.person_id), day(row.held_on), text(row.share), row.filled or 0)
        for row in rows
    )


def _private_at_most(table: Any) -> ColumnElement[bool]:
    """Ask for rows that carry no label but the child's own: anything else belongs under Safety."""
    labels = func.coalesce(table.c.labels, "[]")
    return labels.in_(("[]", f'["{PRIVATE}"]')) & (func.coalesce(table.c.hide_from, "[]") == "[]")


def _drafts(conn: Connection, entity: str, family_id: str, field: str) -> dict[str, str]:
    rows = conn.exec_driver_sql(
        "SELECT row_id, text FROM draft WHERE entity = ? AND family_id = ? AND field = ?",
        (entity, family_id, field),
    )
    return {row_id: text(words_) for row_id, words_ in rows}


def _made_on(value: object, zone: ZoneInfo) -> date | None:
    made = moment(value)
    return made.astimezone(zone).date() if made is not None else None
