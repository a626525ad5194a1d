"""What an import would write: rows of the agency, and rows of each family, with what stands against them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Protocol

from engage_server.caseload.findings import Finding
from engage_wire.codec import canonical
from engage_wire.registry import Doc


class Known(Protocol):
    """What the agency has already."""

    def doc(self, entity: str, row_id: str) -> Doc | None:
        """Return a record, or None when there is none."""
        ...

    def user(self, login: str) -> str | None:
        """Return the id of the person with a login."""
        ...

    def team(self, name: str) -> str | None:
        """Return the id of the team with a name."""
        ...


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A record as the files describe it; `place` is where a refusal would point."""

    entity: str
    row_id: str
    doc: Doc
    place: Finding


@dataclass(slots=True)
class FamilyPlan:
    """All rows of one family; any refusal refuses them all."""

    key: str
    id: str
    rows: list[PlannedRow] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)  # key: id
    refused: bool = False


@dataclass(slots=True)
class Plan:
    """A whole caseload."""

    staff: list[PlannedRow] = field(default_factory=list)
    families: dict[str, FamilyPlan] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def stable_id(agency: str, entity: str, *key: str) -> str:
    """Return the identifier a source key has for ever at an agency: the same file imported again means the same rows."""
    return hashlib.blake2b(canonical([agency, entity, *key]), digest_size=16).hexdigest()
