"""Taking a mark of a visit back, and putting it back again, with everything it stood for."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import RowMapping

from engage_desktop.services.contact_writing import Writing, begin
from engage_desktop.services.desk import Desk
from engage_desktop.store import drafts, records, visits
from engage_domain.contact_codes import MarkKind, Presence
from engage_wire.changed import Changed
from engage_wire.registry import Value


def take_back_presence(write: Writing, participant_id: str) -> None:
    """Take back that somebody was here, with the marks of their coming and going."""
    write.void("contact_participant", participant_id)
    for kind in (MarkKind.ARRIVED, MarkKind.LEFT):
        write.void("mark", *visits.marks_of(write.conn, write.contact["id"], kind, code=participant_id))


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Takes any mark of a visit back, and what it stood for."""

    desk: Desk

    def __call__(self, contact_id: str, mark_id: str) -> Changed:
        """Void the mark; its typing goes with it."""
        with self.desk.write("mark.take_back") as conn:
            write = begin(self.desk, conn, contact_id)
            mark = visits.mark_row(conn, mark_id)
            drafts.settle(conn, "mark", mark_id, "text")
            write.void("mark", mark_id)
            return _UNDOING.get(mark["kind"], _only_mark)(write, mark)


def _only_mark(write: Writing, mark: RowMapping) -> Changed:
    del mark
    return write.changed("mark")


def _undo_promise(write: Writing, mark: RowMapping) -> Changed:
    drafts.settle(write.conn, "action_step", mark["code"], "what")
    write.void("action_step", mark["code"])
    return write.changed("mark", "action_step")


def _undo_code(write: Writing, mark: RowMapping) -> Changed:
    field = "topics" if mark["kind"] == MarkKind.TOPIC else "elements"
    left = set(records.members(write.contact[field])) - {mark["code"]}
    records.update(write.conn, "contact", write.contact["id"], {field: records.member_text(left)})
    return write.changed("mark", "contact")


def _undo_arrival(write: Writing, mark: RowMapping) -> Changed:
    there, conn = mark["code"], write.conn
    came, went = (
        visits.marks_of(conn, write.contact["id"], k, code=there) for k in (MarkKind.ARRIVED, MarkKind.LEFT)
    )
    if came and went:
        values = {"presence": Presence.LEFT, "left_at": visits.mark_row(conn, went[-1])["at"]}
        records.update(conn, "contact_participant", there, values)
    elif not came:
        take_back_presence(write, there)
    return write.changed("mark", "contact_participant")


def _undo_leaving(write: Writing, mark: RowMapping) -> Changed:
    values = {"presence": Presence.PRESENT, "left_at": None}
    records.update(write.conn, "contact_participant", mark["code"], values)
    return write.changed("mark", "contact_participant")


_UNDOING = {
    MarkKind.PROMISE: _undo_promise,
    MarkKind.TOPIC: _undo_code,
    MarkKind.ELEMENT: _undo_code,
    MarkKind.ARRIVED: _undo_arrival,
    MarkKind.LEFT: _undo_leaving,
}


@dataclass(frozen=True, slots=True)
class PutBack:
    """Puts back a mark that was just taken back, and what it stood for."""

    desk: Desk

    def __call__(self, contact_id: str, mark_id: str) -> Changed:
        """Let the mark stand again."""
        with self.desk.write("mark.put_back") as conn:
            write = begin(self.desk, conn, contact_id)
            mark = visits.mark_row(conn, mark_id)
            standing: dict[str, Value] = {"deleted_at": None, "void_reason": None}
            records.update(conn, "mark", mark_id, standing)
            kind, code = mark["kind"], mark["code"]
            if kind == MarkKind.PROMISE:
                records.update(conn, "action_step", code, standing)
            elif kind in {MarkKind.TOPIC, MarkKind.ELEMENT}:
                field = "topics" if kind == MarkKind.TOPIC else "elements"
                codes = {*records.members(write.contact[field]), code}
                records.update(conn, "contact", contact_id, {field: records.member_text(codes)})
            elif kind in {MarkKind.ARRIVED, MarkKind.LEFT}:
                gone: dict[str, Value] = {"presence": Presence.LEFT, "left_at": mark["at"]}
                here: dict[str, Value] = {"presence": Presence.PRESENT, "left_at": None}
                facts = gone if kind == MarkKind.LEFT else here
                records.update(conn, "contact_participant", code, {**standing, **facts})
            return write.changed("mark", "action_step", "contact", "contact_participant")
