"""What the spelling of a note must leave alone."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.desk import Desk
from engage_desktop.store import spelling
from engage_domain.spelling import name_words


@dataclass(frozen=True, slots=True)
class NamesToLeave:
    """Reads the names around a family."""

    desk: Desk

    def __call__(self, family_id: str) -> frozenset[str]:
        """Return every word of every name, folded; they stay in memory."""
        with self.desk.read() as conn:
            return name_words(spelling.names(conn, family_id))
