"""The shapes of a Disclosure: what may leave the worker's screen, as plain values and nothing that leads back.

Documents and the family's screen see these and nothing else. Every field is a leaf: text, a number, or a tuple of
such shapes. Words are codes or people's own text; wording belongs to whoever draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AudienceKind(StrEnum):
    """For whom something is drawn (`domain.md` §9)."""

    WORKER = "worker"
    SUPERVISOR = "supervisor"
    FAMILY_SCREEN = "family_screen"
    PARTY_COPY = "party_copy"
    MEETING_COPY = "meeting_copy"
    FOSTER_PARENT = "foster_parent"
    PROVIDER = "provider"
    COURT = "court"
    TRIBE = "tribe"
    BLANK_FORM = "blank_form"


@dataclass(frozen=True, slots=True)
class Audience:
    """A kind of reader and the people who will read: those present, or the one party."""

    kind: AudienceKind
    person_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that may be shown: which field it is, and its value as text."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One record, as far as this audience may see it."""

    kind: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Everything one audience may see of something, and when that was decided."""

    audience: Audience
    subject: str
    language: str
    decided_at: str
    passages: tuple[Passage, ...]
