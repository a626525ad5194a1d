"""Writing down what a family says about itself: statements, and each person's own numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from engage_desktop.errors import BadInput
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import drafts, records, understanding
from engage_desktop.store.people import keep_unseen, row_of
from engage_desktop.store.reading import moment, text
from engage_domain.understanding import (
    LEAST,
    MOST,
    MOST_PRIORITY,
    StatementKind,
    StatementStatus,
    Understanding,
    source_of,
)
from engage_wire.changed import Changed
from engage_wire.merge import read_members
from engage_wire.registry import Value

Given = str | int | bool | date | tuple[str, ...] | None
CODES = frozenset({"kind", "domain", "source", "language"})
SETS = frozenset({"said_by", "about"})
NEVER_WRITTEN = "nothing_written"


@dataclass(frozen=True, slots=True)
class UnderstandingOf:
    """Reads what a family says about itself."""

    desk: Desk

    def __call__(self, family_id: str) -> Understanding:
        """Return it, being written or settled."""
        with self.desk.read() as conn:
            return understanding.understanding(conn, family_id, self.desk.zone)


@dataclass(frozen=True, slots=True)
class NewId:
    """Mints the identifier of something about to be written."""

    desk: Desk

    def __call__(self) -> str:
        """Return it."""
        return self.desk.new_id()


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of a statement when somebody begins to write it."""

    statement_id: str
    kind: str
    said_by: tuple[str, ...] = ()
    source: str = ""
    language: str = ""
    exact_words: bool = False


@dataclass(frozen=True, slots=True)
class BeginStatement:
    """Makes room for a statement; its words follow as they are typed."""

    desk: Desk

    def __call__(self, family_id: str, begun: Begun) -> Made:
        """Write the row, dated today, unless it is there; BadInput when it is none of the kinds."""
        with self.desk.write("statement.begin") as conn:
            _make_room(self.desk, conn, family_id, begun)
        return _made(family_id, "statement", begun.statement_id)


@dataclass(frozen=True, slots=True)
class EditStatement:
    """Amends whose words a statement is, what it is about, and how pressing."""

    desk: Desk

    def __call__(self, statement_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        values: dict[str, Value] = {}
        for name, value in given.items():
            values[name] = self._read(name, value)
        with self.desk.write("statement.edit") as conn:
            row = row_of(conn, "statement", statement_id)
            keep_unseen(conn, row, values)
            records.update(conn, "statement", statement_id, values)
        return Changed.of(f"f:{row['family_id']}", "statement")

    def _read(self, name: str, value: Given) -> Value:
        if name in CODES and isinstance(value, str):
            return value or None
        if name in SETS and isinstance(value, tuple):
            return records.member_text(value)
        if name == "text" and isinstance(value, str) and value.strip():
            return value.strip()
        if name == "exact_words" and isinstance(value, bool):
            return int(value)
        if name == "priority" and isinstance(value, int) and 0 <= value <= MOST_PRIORITY:
            return value or None
        if name == "said_on" and isinstance(value, date):
            return _past(self.desk, "said_on", value)
        raise BadInput(name)


@dataclass(frozen=True, slots=True)
class CloseStatement:
    """Says that something is done with, or that it is so again."""

    desk: Desk

    def __call__(self, statement_id: str, status: StatementStatus) -> Changed:
        """Keep the status, and the day on which it closed."""
        is_open = status is StatementStatus.CURRENT
        closed = None if is_open else self.desk.today().isoformat()
        with self.desk.write("statement.close") as conn:
            row = row_of(conn, "statement", statement_id)
            records.update(conn, "statement", statement_id, {"status": status, "closed_on": closed})
        return Changed.of(f"f:{row['family_id']}", "statement")


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in an editor that closes: the words, what they were begun from, and the statement if it is a new one."""

    family_id: str
    words: str
    base: str
    begun: Begun | None = None


@dataclass(frozen=True, slots=True)
class LeaveStatement:
    """Settles what was typed; a statement without words is taken back."""

    desk: Desk

    def __call__(self, statement_id: str, written: Written | None = None) -> Changed:
        """Write the words into the record, from the draft or as they stand in the editor, whatever was refused before."""
        with self.desk.write("statement.write") as conn:
            if written is not None and written.begun is not None:
                _make_room(self.desk, conn, written.family_id, written.begun)
            if written is not None:
                self._keep(conn, statement_id, written)
            return _leave(self.desk, conn, "statement", statement_id, "text")

    def _keep(self, conn: Connection, statement_id: str, written: Written) -> None:
        draft = drafts.get(conn, "statement", statement_id, "text")
        if written.words != (draft.text if draft is not None else written.base):
            drafts.put(
                conn, "statement", statement_id, "text",
                family_id=written.family_id, text=written.words, base_text=written.base, at=self.desk.now(),
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class TakeWords:
    """Takes a quote onto the map: the speaker, the day and the visit come along."""

    desk: Desk

    def __call__(self, mark_id: str, kind: str) -> Made:
        """Write the statement; taking the same quote twice makes one. NotFound when the quote may not be seen."""
        if kind not in set(StatementKind):
            raise BadInput("kind")
        with self.desk.write("statement.take") as conn:
            found, role = understanding.saying(conn, mark_id)
            family_id = text(found["family_id"])
            before = understanding.standing_from(conn, mark_id, kind)
            if before:
                return _made(family_id, "statement", before)
            made_id = self._write(conn, found, kind, role)
        return _made(family_id, "statement", made_id)

    def _write(self, conn: Connection, found: Mapping[str, object], kind: str, role: str) -> str:
        at = moment(found["at"])
        speaker = text(found["person_id"])
        said_on = at.astimezone(self.desk.zone).date() if at else self.desk.today()
        values: dict[str, Value] = {
            "family_id": text(found["family_id"]),
            "kind": kind,
            "text": text(found["text"]).strip(),
            "exact_words": 1,
            "said_by": records.member_text((speaker,) if speaker else ()),
            "source": source_of(role),
            "said_on": said_on.isoformat(),
            "status": StatementStatus.CURRENT,
            "mark_id": text(found["id"]),
            # What comes from labelled words carries their labels (I-17).
            "labels": _inherited(found["labels"]),
            "hide_from": _inherited(found["hide_from"]),
        }
        made_id = self.desk.new_id()
        records.insert(conn, "statement", made_id, values, by=self.desk.me.user_id, at=self.desk.now())
        return made_id


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked what, on which day, and whether nobody else was there; the number may follow."""

    answer_id: str
    person_id: str
    question: str
    said_on: date
    value: int | None = None
    alone: bool | None = None


@dataclass(frozen=True, slots=True)
class KeepAnswer:
    """Keeps somebody's own number; asked a second time under the same name it amends the first."""

    desk: Desk

    def __call__(self, family_id: str, asked: Asked) -> Made:
        """Write the answer; BadInput when the number is none from 0 to 10 or the day is still to come."""
        if asked.value is not None and not LEAST <= asked.value <= MOST:
            raise BadInput("value", "not_a_number")
        if not asked.person_id:
            raise BadInput("person_id", "empty")
        values: dict[str, Value] = {
            "value": asked.value,
            "said_on": _past(self.desk, "said_on", asked.said_on),
            "alone": None if asked.alone is None else int(asked.alone),
        }
        with self.desk.write("scale_answer.keep") as conn:
            if records.exists(conn, "scale_answer", asked.answer_id):
                records.update(conn, "scale_answer", asked.answer_id, values)
            else:
                who: dict[str, Value] = {"family_id": family_id, "person_id": asked.person_id}
                by, at = self.desk.me.user_id, self.desk.now()
                whole = {**who, "question": asked.question, **values}
                records.insert(conn, "scale_answer", asked.answer_id, whole, by=by, at=at)
        return _made(family_id, "scale_answer", asked.answer_id)


@dataclass(frozen=True, slots=True)
class LeaveAnswer:
    """Settles the words with a number; an answer without number and words is taken back."""

    desk: Desk

    def __call__(self, answer_id: str) -> Changed:
        """Write the words into the record."""
        with self.desk.write("scale_answer.write") as conn:
            return _leave(self.desk, conn, "scale_answer", answer_id, "words", "value")


def _make_room(desk: Desk, conn: Connection, family_id: str, begun: Begun) -> None:
    if begun.kind not in set(StatementKind):
        raise BadInput("kind")
    if records.exists(conn, "statement", begun.statement_id):
        return
    values: dict[str, Value] = {
        "family_id": family_id,
        "kind": begun.kind,
        "said_by": records.member_text(begun.said_by),
        "source": begun.source or None,
        "language": begun.language or None,
        "exact_words": int(begun.exact_words),
        "said_on": desk.today().isoformat(),
        "status": StatementStatus.CURRENT,
    }
    records.insert(conn, "statement", begun.statement_id, values, by=desk.me.user_id, at=desk.now())


def _leave(desk: Desk, conn: Connection, entity: str, row_id: str, *columns: str) -> Changed:
    if not records.exists(conn, entity, row_id):
        return Changed()
    drafts.settle(conn, entity, row_id, columns[0])
    row = row_of(conn, entity, row_id)
    is_empty = all(row[column] is None or not str(row[column]).strip() for column in columns)
    if row["deleted_at"] is None and is_empty:
        records.void(conn, entity, row_id, NEVER_WRITTEN, desk.now())
    return Changed.of(f"f:{row['family_id']}", entity, "draft")


def _past(desk: Desk, name: str, day: date) -> str:
    if day > desk.today():
        raise BadInput(name, "not_yet")
    return day.isoformat()


def _inherited(value: object) -> str | None:
    held = read_members(value if isinstance(value, str) else None)
    return records.member_text(held) if held else None


def _made(family_id: str, entity: str, row_id: str) -> Made:
    changed = Changed.of(f"f:{family_id}", entity)
    return Made(changed.entities, changed.buckets, row_id)
