"""Keeping what the family thought of and asked for, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engage_desktop.errors import BadInput
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_desktop.store.people import keep_unseen, row_of
from engage_domain.solutions import KEPT, ReferralStatus
from engage_wire.changed import Changed
from engage_wire.registry import Value

DAYS = frozenset({"asked_on", "referred_on", "started_on", "ended_on", "next_on"})
ENDS = frozenset({ReferralStatus.COMPLETED, ReferralStatus.DECLINED, ReferralStatus.UNSUITABLE})
Given = str | date | bool | None


@dataclass(frozen=True, slots=True)
class AddIdea:
    """Writes an idea of the family down, as it was said."""

    desk: Desk

    def __call__(self, family_id: str, words: str, said_by: str = "") -> Made:
        """Keep it; BadInput when nothing was said."""
        if not words.strip():
            raise BadInput("words", "empty")
        values: dict[str, Value] = {
            "family_id": family_id, "kind": "idea", "text": words, "source": "family", "status": "current",
            "said_by": records.member_text((said_by,) if said_by else ()), "said_on": self.desk.today().isoformat(),
        }  # fmt: skip
        return _made(self.desk, "statement", family_id, values)


@dataclass(frozen=True, slots=True)
class SetIdeaAside:
    """Leaves an idea aside or takes it up again, or says whose it is."""

    desk: Desk

    def __call__(self, statement_id: str, status: str = "dropped") -> Changed:
        """Keep what became of the idea."""
        with self.desk.write("statement.edit") as conn:
            row = row_of(conn, "statement", statement_id)
            records.update(conn, "statement", statement_id, {"status": status})
        return Changed.of(f"f:{row['family_id']}", "statement")

    def whose(self, statement_id: str, person_id: str) -> Changed:
        """Say whose idea it is."""
        values: dict[str, Value] = {"said_by": records.member_text((person_id,) if person_id else ())}
        with self.desk.write("statement.edit") as conn:
            row = row_of(conn, "statement", statement_id)
            keep_unseen(conn, row, values)
            records.update(conn, "statement", statement_id, values)
        return Changed.of(f"f:{row['family_id']}", "statement")


@dataclass(frozen=True, slots=True)
class AskService:
    """Writes down that somebody asked for something."""

    desk: Desk

    def __call__(
        self, family_id: str, what: str, asked_by: str = "", statement_id: str = "", goal_id: str = ""
    ) -> Made:
        """Keep what was asked for, by whom, today; BadInput when nothing was."""
        if not what.strip():
            raise BadInput("what", "empty")
        values: dict[str, Value] = {
            "family_id": family_id, "what": what, "asked_by": asked_by or None, "status": "asked",
            "asked_on": self.desk.today().isoformat(), "statement_id": statement_id or None, "goal_id": goal_id or None,
        }  # fmt: skip
        return _made(self.desk, "service_referral", family_id, values)


@dataclass(frozen=True, slots=True)
class EditService:
    """Says how far a service has come: its state, its days, and whether the family agreed to be named."""

    desk: Desk

    def __call__(self, referral_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; a new state brings its day along unless one stands there."""
        with self.desk.write("service_referral.edit") as conn:
            row = row_of(conn, "service_referral", referral_id)
            values: dict[str, Value] = {name: _value(name, value) for name, value in given.items()}
            if "status" in values:
                values = {**self._days(row, str(values["status"])), **values}
            both = {**row, **values}
            start, end = both["started_on"], both["ended_on"]
            if start and end and str(end) < str(start):
                raise BadInput("ended_on", "before_start")
            records.update(conn, "service_referral", referral_id, values)
        return Changed.of(f"f:{row['family_id']}", "service_referral")

    def _days(self, row: Mapping[str, object], status: str) -> dict[str, Value]:
        today = self.desk.today().isoformat()
        found: dict[str, Value] = {}
        if status == ReferralStatus.REFERRED and not row["referred_on"]:
            found["referred_on"] = today
        if status in KEPT and not row["started_on"]:
            found["started_on"] = today
        if status in ENDS and not row["ended_on"]:
            found["ended_on"] = today
        return found


def _value(name: str, value: Given) -> Value:
    if name in DAYS and (value is None or isinstance(value, date)):
        return value.isoformat() if value else None
    if name == "consent" and (value is None or isinstance(value, bool)):
        return None if value is None else int(value)
    if name == "status" and value in set(ReferralStatus):
        return str(value)
    if name in {"asked_by", "goal_id"} and isinstance(value, str):
        return value or None
    raise BadInput(name)


def _made(desk: Desk, entity: str, family_id: str, values: dict[str, Value]) -> Made:
    made_id = desk.new_id()
    with desk.write(f"{entity}.add") as conn:
        records.insert(conn, entity, made_id, values, by=desk.me.user_id, at=desk.now())
    return Made(frozenset({entity}), frozenset({f"f:{family_id}"}), made_id)
