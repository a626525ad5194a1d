"""The story as a list of which only what is looked at is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt, Signal

from engage_desktop.views.kit.lists import NOWHERE, ROW_ROLE, Index
from engage_domain.story import PAGE, StoryEntry, StoryKey, day_starts

KEY_ROLE = ROW_ROLE + 1
STARTS_DAY_ROLE = ROW_ROLE + 2


class StoryModel(QAbstractListModel):
    """Thousands of places, read a page at a time. `page_wanted` carries the number of a page."""

    page_wanted = Signal(int)

    def __init__(self, speech: Callable[[StoryKey, StoryEntry | None], str]) -> None:
        super().__init__()
        self._speech = speech
        self._keys: tuple[StoryKey, ...] = ()
        self._starts: frozenset[int] = frozenset()
        self._entries: dict[int, StoryEntry | None] = {}
        self._asked: set[int] = set()

    def show(self, keys: tuple[StoryKey, ...]) -> None:
        """Show other places; what was read of the same places stays."""
        if keys == self._keys:
            self._asked.clear()
            self.refresh()
            return
        self.beginResetModel()
        self._keys, self._starts = keys, frozenset(day_starts(keys))
        self._entries.clear()
        self._asked.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Read again what has been read: something in it changed."""
        pages = {place // PAGE for place in self._entries}
        for page in pages:
            self._ask(page)

    def page(self, number: int) -> tuple[StoryKey, ...]:
        """Return the places of one page."""
        return self._keys[number * PAGE : (number + 1) * PAGE]

    def put(self, number: int, keys: tuple[StoryKey, ...], entries: tuple[StoryEntry, ...]) -> None:
        """Take what was read of one page; an answer for places no longer shown falls."""
        if self.page(number) != keys or not keys:
            return
        found = {entry.key: entry for entry in entries}
        first = number * PAGE
        for offset, key in enumerate(keys):
            self._entries[first + offset] = found.get(key.key)
        self.dataChanged.emit(self.index(first), self.index(first + len(keys) - 1))

    def place_of(self, place: str) -> int:
        """Return where an entry stands, or -1."""
        return next((n for n, key in enumerate(self._keys) if key.place == place), -1)

    def key_at(self, place: int) -> StoryKey | None:
        """Return which entry stands at a place."""
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def starts_day(self, place: int) -> bool:
        """Say whether another day begins there."""
        return place in self._starts

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return an entry, its place, or its sentence; what was not read yet is asked for."""
        key = self.key_at(index.row()) if index.isValid() else None
        if key is None:
            return None
        if role == KEY_ROLE:
            return key
        if role == STARTS_DAY_ROLE:
            return self.starts_day(index.row())
        if role not in {ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if index.row() not in self._entries:
            self._ask(index.row() // PAGE)
        entry = self._entries.get(index.row())
        return entry if role == ROW_ROLE else self._speech(key, entry)

    def is_read(self, place: int) -> bool:
        """Say whether the entry at a place has been read."""
        return place in self._entries

    def _ask(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page)
