"""What is read of a note: its sections with the typing laid over them, and its addenda."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, RowMapping, select

from engage_desktop.errors import NotFound
from engage_desktop.store import drafts
from engage_desktop.store.drafts import Draft
from engage_desktop.store.reading import moment, open_rows, standing, text
from engage_desktop.store.tables import records
from engage_desktop.store.visits import contact_of
from engage_domain.note import Addendum, Note, Section
from engage_wire.entities import BODY_SECTIONS
from engage_wire.registry import Doc
from engage_wire.text3 import merge_text

body, addendum, user = records["contact_body"], records["addendum"], records["user"]


def note_of(conn: Connection, contact_id: str, today: date) -> Note:
    """Return a contact with its words, as its writer should see them now."""
    row = body_row(conn, contact_id)
    kept = {d.field: d for d in drafts.all_of(conn, "contact_body", contact_id)}
    typed = drafts.get(conn, "addendum", contact_id, "text")
    return Note(
        contact=contact_of(conn, contact_id, today),
        sections=tuple(_section(name, text(row[name]), kept.get(name)) for name in BODY_SECTIONS),
        addenda=_addenda(conn, contact_id),
        addendum_draft=typed.text if typed else "",
    )


def body_row(conn: Connection, contact_id: str) -> RowMapping:
    """Return the row of a note's words, or raise NotFound."""
    found = conn.execute(select(body).where(body.c.id == contact_id, standing(body))).mappings().first()
    if found is None:
        raise NotFound("contact_body")
    return found


def body_doc(conn: Connection, contact_id: str) -> Doc:
    """Return a note's words as they are sealed."""
    return {str(name): value for name, value in body_row(conn, contact_id).items() if name != "id"}


def section_text(conn: Connection, contact_id: str, section: str) -> str:
    """Return a section as its writer sees it: the draft when there is one."""
    kept = drafts.get(conn, "contact_body", contact_id, section)
    return kept.text if kept else text(body_row(conn, contact_id)[section])


def clashes(kept: Draft, stands: str) -> bool:
    """Say whether the record holds words that are neither what the writer began from nor what they wrote."""
    return stands not in {kept.base_text, kept.text}


def needs_choice(kept: Draft, stands: str) -> bool:
    """Say whether a draft and what somebody else wrote meanwhile overlap, so that a person must choose."""
    return clashes(kept, stands) and merge_text(kept.base_text, stands, kept.text) is None


def _section(name: str, stands: str, kept: Draft | None) -> Section:
    if kept is None:
        return Section(name, stands, stands)
    theirs = stands if clashes(kept, stands) else None
    return Section(name, kept.text, kept.base_text, being_written=True, theirs=theirs)


def _addenda(conn: Connection, contact_id: str) -> tuple[Addendum, ...]:
    query = (
        select(addendum, user.c.display_name)
        .select_from(addendum.outerjoin(user, user.c.id == addendum.c.author_id))
        .where(addendum.c.contact_id == contact_id, open_rows(addendum))
        .order_by(addendum.c.written_at, addendum.c.id)
    )
    return tuple(
        Addendum(row.id, text(row.text), text(row.display_name), at)
        for row in conn.execute(query)
        if (at := moment(row.written_at)) is not None
    )
