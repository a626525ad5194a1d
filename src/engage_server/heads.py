"""The rows a push is about, in memory: loaded once, judged without a query, written back in sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from engage_server.facts import FACTS, Key
from engage_wire.merge import Meta
from engage_wire.registry import Doc


@dataclass(frozen=True, slots=True)
class Own:
    """Whose writing a row is: at `rev` it is what one laptop had at `base`, and that laptop's operations up to `seq`."""

    device: str
    incarnation: int
    seq: int
    base: int
    rev: int


@dataclass(frozen=True, slots=True)
class Head:
    """The row as it stands: its values, what the arbiter knows of it, its bucket, and its revision in the database."""

    doc: Doc
    meta: Meta
    home: str
    stored_rev: int = 0  # 0: not in the database yet
    stored_lock: int | None = None
    said_by: Own | None = None

    @property
    def own(self) -> Own | None:
        """Return whose writing the row is as it stands; None when it is nobody's alone."""
        said = self.said_by
        return said if said is not None and said.rev == self.meta.rev else None

    @property
    def is_changed(self) -> bool:
        """Say whether a new revision came about."""
        return self.meta.rev != self.stored_rev

    @property
    def is_dirty(self) -> bool:
        """Say whether anything has to be written back."""
        return self.is_changed or self.meta.locked_rev != self.stored_lock


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of a row's history; no `patch` when the operation of that identifier says what was written."""

    key: Key
    rev: int
    op_uid: str
    patch: str | None
    before: str
    outcome: str


@dataclass(slots=True)
class Heads:
    """The rows at hand; `begin` and `undo` bracket one transaction of operations."""

    rows: dict[Key, Head] = field(default_factory=dict)
    known: dict[Key, str] = field(default_factory=dict)  # rows that are only referred to: their bucket
    children: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))  # (child entity, parent)
    revisions: list[Revision] = field(default_factory=list)
    _journal: dict[Key, Head | None] = field(default_factory=dict)
    _mark: int = 0

    def begin(self) -> None:
        """Remember this state."""
        self._journal = {}
        self._mark = len(self.revisions)

    def undo(self) -> None:
        """Go back to the remembered state."""
        for key, was in self._journal.items():
            if was is None:
                del self.rows[key]
            else:
                self.rows[key] = was
        del self.revisions[self._mark :]
        self._journal = {}

    def touched(self) -> Iterable[Key]:
        """Return the rows written since `begin`."""
        return self._journal.keys()

    def home_of(self, key: Key) -> str | None:
        """Return the bucket a row lives in, or None when there is no such row."""
        head = self.rows.get(key)
        return head.home if head else self.known.get(key)

    def put(self, key: Key, head: Head) -> None:
        """Let a row be what `head` says."""
        was = self.rows.get(key)
        self._journal.setdefault(key, was)
        self.rows[key] = head
        if was is None:
            self._note_child(key, head.doc)

    def note_children(self) -> None:
        """Learn from the rows at hand which of them belong to which."""
        for key, head in self.rows.items():
            self._note_child(key, head.doc)

    def _note_child(self, key: Key, doc: Mapping[str, object]) -> None:
        locked_by = FACTS[key[0]].entity.locked_by
        if locked_by:
            self.children[key[0], str(doc.get(locked_by[1]))].add(key[1])

    def changed(self) -> list[tuple[Key, Head]]:
        """Return the rows that have a new revision."""
        return [(key, head) for key, head in self.rows.items() if head.is_changed]

    def before(self, key: Key) -> Head | None:
        """Return a row touched since `begin` as it was then; None when it is new."""
        return self._journal[key]

    def is_rewritten(self, key: Key) -> bool:
        """Say whether a touched row's values are others than at `begin`."""
        was = self._journal[key]
        return was is None or was.doc != self.rows[key].doc

    def lock(self, key: Key) -> None:
        """Fix a row at its present revision."""
        head = self.rows.get(key)
        if head and head.meta.locked_rev is None:
            self.put(key, replace(head, meta=replace(head.meta, locked_rev=head.meta.rev)))
