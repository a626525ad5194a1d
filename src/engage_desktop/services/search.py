"""Searching the caseload: names in any spelling, case numbers, and words inside notes. It never leaves the laptop."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.desk import Desk
from engage_desktop.store import search
from engage_desktop.store.names import NameIndex
from engage_domain.families import Answer, Hit, NameHit
from engage_domain.snippets import wanted


@dataclass(frozen=True, slots=True)
class FindFamilies:
    """Answers a search as it is typed."""

    desk: Desk

    def __call__(self, query: str) -> Answer:
        """Return families by name or case number, and the newest notes that hold every word."""
        with self.desk.read() as conn:
            names = NameIndex.read(conn).find(query)
            return Answer(query, names, search.notes(conn, wanted(query), self.desk.zone))


@dataclass(frozen=True, slots=True)
class FindNames:
    """Finds families by name or case number alone, as when choosing one."""

    desk: Desk

    def __call__(self, query: str) -> tuple[NameHit, ...]:
        """Return the families, best first."""
        with self.desk.read() as conn:
            return NameIndex.read(conn).find(query)


@dataclass(frozen=True, slots=True)
class BestNotes:
    """Ranks notes by how well they answer a search."""

    desk: Desk

    def __call__(self, query: str) -> tuple[Hit, ...]:
        """Return the best of the newest notes that hold every word."""
        with self.desk.read() as conn:
            return search.notes(conn, wanted(query), self.desk.zone, best=True)


@dataclass(frozen=True, slots=True)
class FamiliesTalking:
    """Finds every family whose notes hold the words."""

    desk: Desk

    def __call__(self, query: str) -> frozenset[str]:
        """Return the identifiers of those families."""
        with self.desk.read() as conn:
            return search.families_talking(conn, wanted(query))
