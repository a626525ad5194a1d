"""What a few letters may mean, for the palette: families and the people in them, by any spelling."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.desk import Desk
from engage_desktop.store.names import NameIndex

MOST = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A family, and the person in it whose name fits, if it was not the family's own."""

    family_id: str
    family: str
    person: str


@dataclass(frozen=True, slots=True)
class FindAnything:
    """Finds families by their name, their people and their case numbers."""

    desk: Desk

    def __call__(self, letters: str) -> tuple[Found, ...]:
        """Return the best first."""
        with self.desk.read() as conn:
            names = NameIndex.read(conn)
            hits = names.find(letters)[:MOST]
            return tuple(Found(hit.family_id, names.family_name(hit.family_id), hit.person) for hit in hits)
