"""Deciding between two versions, and undoing it, for ever. Every decision is an ordinary change that names what it settles."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.errors import BadInput, NotAllowed
from engage_desktop.services.desk import Desk
from engage_desktop.store import conflicts, local
from engage_desktop.store.parked import UNDERSTOOD
from engage_domain.conflicts import Choice, Conflict, Conflicts
from engage_wire.changed import Changed
from engage_wire.registry import Doc

COMBINING = "combining."


@dataclass(frozen=True, slots=True)
class AllConflicts:
    """Reads everything with two versions, and what is parked."""

    desk: Desk

    def __call__(self) -> Conflicts:
        """Return what waits for a person, what time settled, and what was decided."""
        with self.desk.read() as conn:
            return conflicts.conflicts(conn, self.desk.me.user_id)


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """One pair of versions, with the text somebody was combining before."""

    conflict: Conflict
    combining: str


@dataclass(frozen=True, slots=True)
class ConflictOf:
    """Reads one pair of versions."""

    desk: Desk

    def __call__(self, conflict_id: str) -> TwoVersions:
        """Return it; NotFound when it is not on this laptop."""
        with self.desk.read() as conn:
            found = conflicts.one(conn, conflict_id, self.desk.me.user_id)
            return TwoVersions(found, local.get(conn, COMBINING + conflict_id))


@dataclass(frozen=True, slots=True)
class Decide:
    """Settles two versions."""

    desk: Desk

    def __call__(self, conflict_id: str, choice: Choice, typed: Doc | None = None) -> Changed:
        """Write what was chosen; `typed` holds the words of `combine`, or under `text` those of an addendum."""
        me, cmd = self.desk.me.user_id, f"conflict.{choice.value}"
        with self.desk.vault.write(me, cmd, (conflict_id,)) as conn:
            found = conflicts.one(conn, conflict_id, me)
            if choice is Choice.ADDENDUM:
                words = str((typed or {}).get("text") or "").strip()
                _require(words, found)
                conflicts.write_addendum(conn, found, self.desk.new_id(), words, me, self.desk.clock)
            elif choice in found.choices():
                values = found.values(choice, typed)
                _require_words(choice, values)
                conflicts.write_choice(conn, found, values)
            else:
                raise NotAllowed(choice.value)
            local.forget(conn, COMBINING + conflict_id)
        return Changed.of(f"f:{found.family_id}", "conflict", found.entity, "addendum")


@dataclass(frozen=True, slots=True)
class UndoDecision:
    """Takes a decision back, whenever it was made and by whom: what stood before stands again."""

    desk: Desk

    def __call__(self, conflict_id: str) -> Changed:
        """Write what stood before; nothing is erased."""
        me = self.desk.me.user_id
        with self.desk.vault.write(me, f"conflict.{Choice.UNDONE.value}", (conflict_id,)) as conn:
            found = conflicts.one(conn, conflict_id, me)
            conflicts.write_choice(conn, found, conflicts.earlier_values(conn, found))
        return Changed.of(f"f:{found.family_id}", "conflict", found.entity)


@dataclass(frozen=True, slots=True)
class KeepCombining:
    """Keeps what is typed while two versions are made into one."""

    desk: Desk

    def __call__(self, conflict_id: str, text: str) -> Changed:
        """Keep the words on this laptop; nothing is decided."""
        with self.desk.vault.applying() as conn:
            local.put(conn, COMBINING + conflict_id, text)
        return Changed()


@dataclass(frozen=True, slots=True)
class Understood:
    """Notes that somebody read why something was parked."""

    desk: Desk

    def __call__(self, op_uid: str) -> Changed:
        """Do not mention it again on this laptop; it stays with the agency."""
        with self.desk.vault.applying() as conn:
            local.put(conn, UNDERSTOOD + op_uid, "1")
        return Changed(frozenset({"conflict"}), frozenset())


def _require(words: str, found: Conflict) -> None:
    if not words:
        raise BadInput("text", "empty")
    if Choice.ADDENDUM not in found.choices():
        raise NotAllowed(Choice.ADDENDUM.value)


def _require_words(choice: Choice, values: Doc) -> None:
    if choice is Choice.COMBINED and not any(str(value or "").strip() for value in values.values()):
        raise BadInput("text", "empty")
