"""What somebody said, where they lived, who was looked for and which papers there are, for a family's story."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from engage_desktop.store.reading import day, open_rows, text
from engage_desktop.store.records import members
from engage_desktop.store.story_parts import Names, known_person, named, names_somebody, place_of
from engage_desktop.store.tables import records
from engage_desktop.store.workspace import may_be_seen
from engage_domain.story import StoryEntry, StoryFilter, StoryKind

statement, scale, life = (records[n] for n in ("statement", "scale_answer", "timeline_entry"))
search, paper, user = records["search_effort"], records["attachment"], records["user"]
contact = records["contact"]


def statement_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for what was said; a line nobody has filled yet is nothing."""
    said = func.coalesce(statement.c.said_on, statement.c.created_at)
    query = place_of(StoryKind.STATEMENT, statement, said).where(
        statement.c.family_id == family_id, open_rows(statement), func.length(statement.c.text) > 0
    )
    if wanted.person_id:
        by, about = (names_somebody(c, wanted.person_id) for c in (statement.c.said_by, statement.c.about))
        query = query.where(or_(by, about))
    return query


def scale_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for the numbers people gave."""
    query = place_of(StoryKind.SCALE, scale, func.coalesce(scale.c.said_on, scale.c.created_at)).where(
        scale.c.family_id == family_id,
        open_rows(scale),
        scale.c.value.is_not(None),
        known_person(scale.c.person_id),
    )
    return query.where(scale.c.person_id == wanted.person_id) if wanted.person_id else query


def life_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for what happened in somebody's life; without a day it has no place in a story."""
    query = place_of(StoryKind.LIFE, life, life.c.from_on).where(
        life.c.family_id == family_id,
        open_rows(life),
        life.c.from_on.is_not(None),
        known_person(life.c.person_id),
    )
    if wanted.person_id:
        with_them = names_somebody(life.c.with_ids, wanted.person_id)
        query = query.where(or_(life.c.person_id == wanted.person_id, with_them))
    return query


def search_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for who was looked for, and where; how a safety review stands is no search."""
    query = place_of(
        StoryKind.SEARCH, search, func.coalesce(search.c.searched_on, search.c.created_at)
    ).where(
        search.c.family_id == family_id,
        open_rows(search),
        func.length(search.c.source) > 0,
        known_person(search.c.person_id),
    )
    return query.where(search.c.person_id == wanted.person_id) if wanted.person_id else query


def paper_keys(family_id: str, wanted: StoryFilter) -> Select[Any]:
    """Ask for papers; one that belongs to a contact kept under Safety stays with it."""
    query = place_of(StoryKind.PAPER, paper, func.coalesce(paper.c.taken_on, paper.c.created_at)).where(
        paper.c.family_id == family_id,
        open_rows(paper),
        or_(paper.c.contact_id.is_(None), paper.c.contact_id.in_(select(contact.c.id).where(may_be_seen()))),
    )
    return query.where(names_somebody(paper.c.person_ids, wanted.person_id)) if wanted.person_id else query


def statements(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return what was said, and by whom."""
    rows = conn.execute(select(statement).where(statement.c.id.in_(ids), open_rows(statement)))
    return [
        StoryEntry(
            StoryKind.STATEMENT, row.id, "", None, None, (text(row.kind),), location=text(row.domain),
            names=named(names, *members(row.said_by)), words=text(row.text), status=text(row.status),
            reason=text(row.source), is_quote=bool(row.exact_words),
        )
        for row in rows
    ]  # fmt: skip


def scales(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return the numbers people gave, and why."""
    rows = conn.execute(select(scale).where(scale.c.id.in_(ids), open_rows(scale)))
    return [
        StoryEntry(
            StoryKind.SCALE, row.id, "", None, None, (text(row.question),), names=named(names, row.person_id),
            words=text(row.words), number=int(row.value or 0), person_id=text(row.person_id),
        )
        for row in rows
    ]  # fmt: skip


def lives(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return what happened in somebody's life, where and with whom."""
    rows = conn.execute(select(life).where(life.c.id.in_(ids), open_rows(life)))
    return [
        StoryEntry(
            StoryKind.LIFE, row.id, "", None, None, (text(row.kind),), names=named(names, row.person_id),
            words="\n".join(filter(None, (text(row.what), text(row.words)))), until=day(row.to_on),
            location_note=text(row.place), is_rough=bool(row.roughly), person_id=text(row.person_id),
            reason_note=text(row.with_whom),
        )
        for row in rows
    ]  # fmt: skip


def searches(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return who was looked for, where, and what was found."""
    rows = conn.execute(
        select(search, user.c.display_name)
        .select_from(search.outerjoin(user, user.c.id == search.c.searched_by))
        .where(search.c.id.in_(ids), open_rows(search))
    )
    return [
        StoryEntry(
            StoryKind.SEARCH, row.id, "", None, None, (text(row.source),), status=text(row.result),
            names=named(names, row.person_id), location_note=text(row.source_note), author=text(row.display_name),
            words="\n".join(filter(None, (text(row.found), text(row.next_step)))), person_id=text(row.person_id),
        )
        for row in rows
    ]  # fmt: skip


def papers(conn: Connection, ids: list[str], names: Names) -> list[StoryEntry]:
    """Return photos, scans, ink and recordings by what was written to them."""
    rows = conn.execute(select(paper).where(paper.c.id.in_(ids), open_rows(paper)))
    return [
        StoryEntry(
            StoryKind.PAPER, row.id, text(row.contact_id), None, None, (text(row.kind),),
            names=named(names, *members(row.person_ids)), location_note=text(row.name), words=text(row.note),
        )
        for row in rows
    ]  # fmt: skip
