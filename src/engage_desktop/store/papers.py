"""The papers of a family as rows: which there are, who and what they are about, and where their files are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, or_, select

from engage_desktop.errors import NotFound
from engage_desktop.store import drafts
from engage_desktop.store.blobs import FOLDER, STORED
from engage_desktop.store.reading import day, moment, open_rows, text
from engage_desktop.store.records import members
from engage_desktop.store.tables import records, sync_blob
from engage_desktop.store.workspace import may_be_seen, person_names
from engage_domain.papers import Paper, Whereabouts

attachment, contact, user = records["attachment"], records["contact"], records["user"]


def papers(conn: Connection, folder: Path, family_id: str, contact_id: str = "") -> tuple[Paper, ...]:
    """Return the papers that may be seen on a general screen, the newest first; of one contact if it is named."""
    query = _papers().where(attachment.c.family_id == family_id)
    if contact_id:
        query = query.where(attachment.c.contact_id == contact_id)
    rows = conn.execute(query.order_by(attachment.c.created_at.desc(), attachment.c.id.desc())).all()
    names = person_names(conn, family_id)
    files = _files(conn, folder)
    return tuple(_paper(row, names, files) for row in rows)


def paper(conn: Connection, folder: Path, paper_id: str) -> Paper:
    """Return one paper; NotFound when it was removed or is kept under Safety."""
    row = conn.execute(_papers().where(attachment.c.id == paper_id)).first()
    if row is None:
        raise NotFound("attachment")
    found = _paper(row, person_names(conn, row.family_id), _files(conn, folder))
    draft = drafts.get(conn, "attachment", paper_id, "note")
    return replace(found, typed=draft.text) if draft else found


def address_of(conn: Connection, paper_id: str) -> tuple[str, str]:
    """Return the address and the type of a paper's file; NotFound when it may not be seen here."""
    row = conn.execute(_papers().where(attachment.c.id == paper_id)).first()
    if row is None or not row.sha256:
        raise NotFound("attachment")
    return str(row.sha256), text(row.mime)


def may_show(conn: Connection, address: str) -> bool:
    """Say whether a paper that may be seen has this file or thumbnail."""
    named = or_(attachment.c.sha256 == address, attachment.c.thumb_sha256 == address)
    return conn.execute(_papers().where(named).limit(1)).first() is not None


def _papers() -> Any:
    """Ask for papers that stand and are not kept under Safety, neither themselves nor through their contact."""
    seen = select(contact.c.id).where(may_be_seen())
    return (
        select(attachment, contact.c.event_start, user.c.display_name.label("added_by"))
        .select_from(
            attachment.outerjoin(contact, contact.c.id == attachment.c.contact_id).outerjoin(
                user, user.c.id == attachment.c.created_by
            )
        )
        .where(
            open_rows(attachment),
            or_(attachment.c.contact_id.is_(None), attachment.c.contact_id.in_(seen)),
        )
    )


def _files(conn: Connection, folder: Path) -> dict[str, str]:
    """Return the state of every file that is on this laptop, by address."""
    place = folder / FOLDER
    there = {file.name for file in place.iterdir()} if place.exists() else set()
    rows = conn.execute(select(sync_blob.c.sha256, sync_blob.c.path, sync_blob.c.state))
    return {row.sha256: text(row.state) for row in rows if row.path in there}


def _paper(row: Any, names: dict[str, str], files: dict[str, str]) -> Paper:
    state = files.get(row.sha256)
    where = Whereabouts.ELSEWHERE if state is None else Whereabouts.ONLY_HERE
    if state == STORED:
        where = Whereabouts.HERE
    ids = members(row.person_ids)
    return Paper(
        paper_id=row.id,
        kind=text(row.kind),
        name=text(row.name),
        note=text(row.note),
        mime=text(row.mime),
        size=int(row.size or 0),
        taken_on=day(row.taken_on),
        added_at=moment(row.created_at),
        added_by=text(row.added_by),
        person_ids=tuple(i for i in ids if i in names),
        people=tuple(names[i] for i in ids if i in names),
        contact_id=text(row.contact_id),
        contact_on=moment(row.event_start),
        about_entity=text(row.about_entity),
        thumb=text(row.thumb_sha256),
        whereabouts=where,
        at_agency=row.blob_state == STORED,
    )
