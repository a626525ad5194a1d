"""Keeping what a child says and draws about its three areas, and what it decides about sharing (I-22)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from engage_desktop.errors import BadInput, NotAllowed
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import drafts, records, understanding
from engage_desktop.store.people import row_of
from engage_domain.child_areas import (
    MOST_INK,
    PRIVATE,
    Areas,
    ChildArea,
    Share,
    Way,
    is_decided,
    may_decide,
    write_order,
)
from engage_wire.changed import Changed
from engage_wire.registry import Value

LONGEST = 500
INK = "ink"


@dataclass(frozen=True, slots=True)
class AreasOf:
    """Reads one talk with a child, for the worker alone."""

    desk: Desk

    def __call__(self, areas_id: str) -> Areas:
        """Return it; NotFound when it was taken back meanwhile."""
        with self.desk.read() as conn:
            return understanding.child_areas(conn, areas_id)


@dataclass(frozen=True, slots=True)
class BeginAreas:
    """Lays three clean pages out for a child. They are the child's: nobody sees them before it decides."""

    desk: Desk

    def __call__(self, family_id: str, child_id: str) -> Made:
        """Write the talk and its three areas, all labelled as private from the first moment."""
        by, at, areas_id = self.desk.me.user_id, self.desk.now(), self.desk.new_id()
        private = records.member_text((PRIVATE,))
        talk: dict[str, Value] = {
            "family_id": family_id,
            "person_id": child_id,
            "held_on": self.desk.today().isoformat(),
            "share": Share.NOT_DECIDED,
            "labels": private,
        }
        with self.desk.write("child_areas.begin") as conn:
            records.insert(conn, "child_areas", areas_id, talk, by=by, at=at)
            for area in ChildArea:
                page: dict[str, Value] = {
                    "family_id": family_id,
                    "areas_id": areas_id,
                    "area": area,
                    "labels": private,
                }
                records.insert(conn, "child_words", self.desk.new_id(), page, by=by, at=at)
        changed = Changed.of(f"f:{family_id}", "child_areas", "child_words")
        return Made(changed.entities, changed.buckets, areas_id)


@dataclass(frozen=True, slots=True)
class EditAreas:
    """Keeps the order the child chose, the day, and that its words were read back."""

    desk: Desk

    def __call__(self, areas_id: str, given: Mapping[str, tuple[str, ...] | bool | date]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        values = {name: self._read(name, value) for name, value in given.items()}
        columns: dict[str, Value] = {"area_order" if n == "order" else n: v for n, v in values.items()}
        with self.desk.write("child_areas.edit") as conn:
            row = row_of(conn, "child_areas", areas_id)
            records.update(conn, "child_areas", areas_id, columns)
        return Changed.of(f"f:{row['family_id']}", "child_areas")

    def _read(self, name: str, value: tuple[str, ...] | bool | date) -> Value:  # noqa: FBT001 - one of several kinds
        if name == "order" and isinstance(value, tuple):
            return write_order(value)
        if name == "read_back" and isinstance(value, bool):
            return int(value)
        if name == "held_on" and isinstance(value, date) and value <= self.desk.today():
            return value.isoformat()
        raise BadInput(name)


@dataclass(frozen=True, slots=True)
class DecideShare:
    """Keeps what the child decided about who may see its words; it may decide anew at any time."""

    desk: Desk

    def __call__(
        self, areas_id: str, share: Share, with_whom: tuple[str, ...] = (), words: str = ""
    ) -> Changed:
        """Keep the decision; NotAllowed (I-22) before the words were read back to the child."""
        if share is Share.SOME and not with_whom:
            raise BadInput("share_with", "empty")
        values: dict[str, Value] = {
            "share": share,
            "share_with": records.member_text(with_whom if share is Share.SOME else ()),
            "share_words": words.strip()[:LONGEST] or None,
        }
        with self.desk.write("child_areas.share") as conn:
            if is_decided(share) and not may_decide(understanding.child_areas(conn, areas_id)):
                raise NotAllowed("I-22")
            row = row_of(conn, "child_areas", areas_id)
            records.update(conn, "child_areas", areas_id, values)
        return Changed.of(f"f:{row['family_id']}", "child_areas")


@dataclass(frozen=True, slots=True)
class KeepInk:
    """Keeps a drawing as it grows; it goes into the record whole, when the page is left."""

    desk: Desk

    def __call__(self, words_id: str, ink: str) -> Changed:
        """Keep the drawing; BadInput when it is none or too large."""
        if len(ink) > MOST_INK:
            raise BadInput("ink", "too_large")
        if ink and not _is_ink(ink):
            raise BadInput("ink", "not_ink")
        with self.desk.write("draft.keep") as conn:
            row = row_of(conn, "child_words", words_id)
            drafts.put(
                conn, "child_words", words_id, INK,
                family_id=row["family_id"], text=ink, base_text=row[INK] or "", at=self.desk.now(),
            )  # fmt: skip
        return Changed.of(f"f:{row['family_id']}", "draft")


@dataclass(frozen=True, slots=True)
class SayWay:
    """Keeps how the words came onto the page: the child wrote them, or said them."""

    desk: Desk

    def __call__(self, words_id: str, way: Way) -> Changed:
        """Keep the way."""
        with self.desk.write("child_words.way") as conn:
            row = row_of(conn, "child_words", words_id)
            records.update(conn, "child_words", words_id, {"way": way})
        return Changed.of(f"f:{row['family_id']}", "child_words")


@dataclass(frozen=True, slots=True)
class SettleAreas:
    """Writes everything said and drawn so far into the record."""

    desk: Desk

    def __call__(self, areas_id: str) -> Changed:
        """Settle words and ink of all three areas."""
        with self.desk.write("child_words.write") as conn:
            row = row_of(conn, "child_areas", areas_id)
            _settle(conn, areas_id)
        return Changed.of(f"f:{row['family_id']}", "child_areas", "child_words", "draft")


@dataclass(frozen=True, slots=True)
class LeaveAreas:
    """Settles everything on a child's pages; three pages that stayed clean are taken back."""

    desk: Desk

    def __call__(self, areas_id: str) -> Changed:
        """Write words and ink into the records."""
        with self.desk.write("child_words.write") as conn:
            row = row_of(conn, "child_areas", areas_id)
            if row["deleted_at"] is None:
                _settle(conn, areas_id)
                if understanding.child_areas(conn, areas_id).is_empty:
                    records.void(conn, "child_areas", areas_id, "nothing_written", self.desk.now())
        return Changed.of(f"f:{row['family_id']}", "child_areas", "child_words", "draft")


def _settle(conn: Connection, areas_id: str) -> None:
    for piece in understanding.child_areas(conn, areas_id).pieces:
        drafts.settle(conn, "child_words", piece.words_id, "text")
        kept = drafts.get(conn, "child_words", piece.words_id, INK)
        if kept is None:
            continue
        if kept.text:
            drafts.settle(conn, "child_words", piece.words_id, INK)
            if not piece.way:
                records.update(conn, "child_words", piece.words_id, {"way": Way.DREW})
        else:  # wiped: no drawing, not an empty one
            drafts.discard(conn, "child_words", piece.words_id, INK)
            records.update(conn, "child_words", piece.words_id, {"ink": None})


def _is_ink(ink: str) -> bool:
    try:
        page = json.loads(ink)
    except ValueError:
        return False
    return isinstance(page, dict) and isinstance(page.get("s"), list)
