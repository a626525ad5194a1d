"""Two versions of one thing: both kept, side by side, decided by a person and undoable for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from engage_wire.registry import Doc, Kind, Policy, Value
from engage_wire.text3 import sentences


class ConflictKind(StrEnum):
    """Why two versions stand against each other, or why something was not taken as it was written."""

    CONCURRENT = "concurrent"
    TEXT_MERGED = "text_merged"
    TEXT_OVERLAP = "text_overlap"
    EDIT_DELETE = "edit_delete"
    IMMUTABLE = "immutable"
    SIGN_STALE = "sign_stale"
    INVALID = "invalid"
    FSM = "fsm"
    HAS_CHILDREN = "has_children"
    HELD = "held"
    ROLE = "role"
    OTHER = "other"


class ConflictState(StrEnum):
    """Where a conflict stands; `sending` is decided on this laptop and not yet with the agency."""

    AUTO = "auto"
    REVIEW = "review"
    OPEN = "open"
    RESOLVED = "resolved"
    REVERTED = "reverted"


class Choice(StrEnum):
    """What somebody decided."""

    THEIRS = "keep_theirs"
    MINE = "keep_mine"
    COMBINED = "combine"
    BOTH = "keep_both"
    ACCEPTED = "accept"
    ADDENDUM = "addendum"
    UNDONE = "revert"


@dataclass(frozen=True, slots=True)
class Piece:
    """What a piece of work is, in codes and the words that name it; protected ones carry no words."""

    kind: str
    row_id: str
    family_id: str
    family: str
    codes: tuple[str, ...] = ()
    words: str = ""
    at: datetime | None = None
    is_protected: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """Who wrote one of the two versions, when, and whether on this laptop."""

    author_id: str
    author: str
    is_me: bool
    at: datetime | None
    is_from_here: bool


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field in both versions, as it stands now, and as it was before either."""

    name: str
    kind: Kind
    policy: Policy
    vocabulary: str
    theirs: Value
    mine: Value
    standing: Value
    base: Value

    @property
    def is_text(self) -> bool:
        """Whether it holds words that can be combined."""
        return self.kind in {Kind.TEXT, Kind.LONG}

    @property
    def is_narrative(self) -> bool:
        """Whether both versions may stand in it one after the other."""
        return self.policy is Policy.TEXT3


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, by whom and when; not with the agency yet while `is_sending`."""

    choice: Choice
    by: str
    by_me: bool
    at: datetime | None
    is_sending: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions of one thing on this laptop."""

    conflict_id: str
    family_id: str
    entity: str
    row_id: str
    kind: ConflictKind
    state: ConflictState
    piece: Piece
    theirs: Version
    mine: Version
    fields: tuple[FieldPair, ...]
    merged: Doc
    winner: str
    contact_id: str
    decision: Decision | None
    names: Mapping[str, str]  # of the people, colleagues and things that ids in the versions mean
    rule: str = ""  # that my version breaks, when the agency could not take it

    @property
    def needs_you(self) -> bool:
        """Whether somebody still has to decide."""
        return self.decision is None and self.state in {ConflictState.OPEN, ConflictState.REVIEW}

    @property
    def is_settled_by_time(self) -> bool:
        """Whether the later of two equal-ranking changes was taken without asking."""
        return self.decision is None and self.state is ConflictState.AUTO

    def choices(self) -> tuple[Choice, ...]:
        """Return what can be decided here."""
        if self.kind is ConflictKind.IMMUTABLE:
            return (Choice.ADDENDUM, Choice.ACCEPTED) if self.contact_id else (Choice.ACCEPTED,)
        if self.kind is ConflictKind.SIGN_STALE or not self.fields:
            return (Choice.ACCEPTED,)
        found = [Choice.THEIRS, Choice.MINE]
        if self.kind is ConflictKind.TEXT_MERGED:
            found.append(Choice.ACCEPTED)
        if all(f.is_narrative for f in self.fields):
            found.append(Choice.BOTH)
        if all(f.is_text for f in self.fields):
            found.append(Choice.COMBINED)
        return tuple(found)

    def values(self, choice: Choice, typed: Doc | None = None) -> Doc:
        """Return what the fields hold after a choice; what was typed for `combine`."""
        if choice is Choice.THEIRS:
            return {f.name: f.theirs for f in self.fields}
        if choice is Choice.MINE:
            return {f.name: f.mine for f in self.fields}
        if choice is Choice.BOTH:
            return {f.name: self._both(f) for f in self.fields}
        if choice is Choice.COMBINED:
            return {name: value for name, value in (typed or {}).items() if name in self._names()}
        return {f.name: f.standing for f in self.fields}

    def before(self) -> Doc:
        """Return what stood before the decision: of the two versions the one that was not taken."""
        now = {f.name: f.standing for f in self.fields}
        theirs, mine = self.values(Choice.THEIRS), self.values(Choice.MINE)
        return mine if now == theirs else theirs

    def _names(self) -> frozenset[str]:
        return frozenset(f.name for f in self.fields)

    def _both(self, field: FieldPair) -> str:
        parts = ((self.theirs.author, field.theirs), (self.mine.author, field.mine))
        return "\n\n".join(f"{who}: {what}" if who else str(what) for who, what in parts if what)


@dataclass(frozen=True, slots=True)
class Parked:
    """Something the agency keeps but did not take as it was written, and why."""

    op_uid: str
    why: ConflictKind
    piece: Piece
    written_at: datetime | None
    contact_id: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Everything with two versions: to be decided, settled by time, decided earlier; and what is parked."""

    open: tuple[Conflict, ...]
    by_time: tuple[Conflict, ...]
    decided: tuple[Conflict, ...]
    parked: tuple[Parked, ...]

    @property
    def needs_you(self) -> int:
        """How many things wait for a person."""
        return len(self.open) + len(self.parked)


def kind_of(code: str) -> ConflictKind:
    """Return the kind a code means; a code of a later version is `other`."""
    try:
        return ConflictKind(code)
    except ValueError:
        return ConflictKind.OTHER


def state_of(code: str) -> ConflictState:
    """Return the state a code means; an unknown one waits for a person."""
    try:
        return ConflictState(code)
    except ValueError:
        return ConflictState.OPEN


def added_words(before: str, after: str) -> str:
    """Return the sentences of `after` that are not in `before`: what an addendum would have to say."""
    old = {s.strip() for s in sentences(before)}
    kept = [s for s in sentences(after) if s.strip() and s.strip() not in old]
    return "".join(kept).strip()
