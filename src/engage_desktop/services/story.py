"""Reading a family's story, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.desk import Desk
from engage_desktop.store import story
from engage_domain.story import StoryEntry, StoryFilter, StoryKey


@dataclass(frozen=True, slots=True)
class StoryKeys:
    """Reads where every entry of a story stands."""

    desk: Desk

    def __call__(self, family_id: str, wanted: StoryFilter) -> tuple[StoryKey, ...]:
        """Return the places of all entries that are asked for, newest first."""
        with self.desk.read() as conn:
            return story.keys(conn, family_id, wanted, self.desk.zone)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Reads some entries of a story."""

    desk: Desk

    def __call__(self, family_id: str, keys: tuple[StoryKey, ...]) -> tuple[StoryEntry, ...]:
        """Return the entries in the order asked for; those gone meanwhile are left out."""
        with self.desk.read() as conn:
            return story.entries(conn, family_id, keys)
