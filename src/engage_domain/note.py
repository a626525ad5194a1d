"""A note and its rules: what is still missing, what would become fixed, and which words may belong under Safety."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from engage_domain.contact_codes import ContactType, Location
from engage_domain.visit import Contact


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of a note; `theirs` is what somebody else wrote there meanwhile, if anybody did."""

    name: str
    text: str = ""
    base: str = ""
    being_written: bool = False
    theirs: str | None = None


@dataclass(frozen=True, slots=True)
class Addendum:
    """A later thought beside a final note."""

    id: str
    text: str
    author: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A contact with its words."""

    contact: Contact
    sections: tuple[Section, ...] = ()
    addenda: tuple[Addendum, ...] = ()
    addendum_draft: str = ""

    def section(self, name: str) -> Section:
        """Return one section, empty when nothing was written."""
        return next((s for s in self.sections if s.name == name), Section(name))

    @property
    def texts(self) -> dict[str, str]:
        """The words of every section that has any."""
        return {s.name: s.text for s in self.sections if s.text.strip()}


class Gap(StrEnum):
    """What a note still lacks, or what a reader should know before it is fixed."""

    NO_START = "no_start"
    NO_ENTRY_TIME = "no_entry_time"
    NO_AUTHOR = "no_author"
    NO_METHOD = "no_method"
    ENDS_BEFORE_START = "ends_before_start"
    IN_THE_FUTURE = "in_the_future"
    SEEN_ALONE_OPEN = "seen_alone_open"
    TWO_VERSIONS = "two_versions"
    NO_END = "no_end"
    NO_PEOPLE = "no_people"
    NO_PLACE = "no_place"
    NO_TYPE = "no_type"
    NO_WORDS = "no_words"
    NOT_COUNTED = "not_counted"
    ATTEMPT_NOT_COUNTED = "attempt_not_counted"


RULES: Mapping[Gap, str] = {
    Gap.NO_START: "I-1",
    Gap.NO_ENTRY_TIME: "I-1",
    Gap.NO_AUTHOR: "I-1",
    Gap.ENDS_BEFORE_START: "I-1",
    Gap.IN_THE_FUTURE: "I-2",
    Gap.NO_METHOD: "I-3",
    Gap.SEEN_ALONE_OPEN: "I-5",
    Gap.TWO_VERSIONS: "I-16",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap, whom it is about, and whether a rule forbids finalising with it."""

    gap: Gap
    who: str = ""

    @property
    def rule(self) -> str:
        """The rule that demands it; nothing when it is only worth knowing."""
        return RULES.get(self.gap, "")

    @property
    def blocks(self) -> bool:
        """Whether the note cannot be finalised before this is answered."""
        return bool(self.rule)


def missing(note: Note, now: datetime) -> tuple[Missing, ...]:
    """Return what stands between a note and its being final, what blocks first."""
    found = [*_times(note.contact, now), *_people(note.contact), *_facts(note)]
    return tuple(sorted(found, key=lambda m: not m.blocks))


def blocking(gaps: Iterable[Missing]) -> tuple[Missing, ...]:
    """Return only what a rule demands."""
    return tuple(gap for gap in gaps if gap.blocks)


def _times(contact: Contact, now: datetime) -> Iterable[Missing]:
    start, end = contact.start, contact.end
    if start is None:
        yield Missing(Gap.NO_START)
    elif max(start, end or start) > now:
        yield Missing(Gap.IN_THE_FUTURE)
    if start is not None and end is not None and end < start:
        yield Missing(Gap.ENDS_BEFORE_START)
    if contact.entered_at is None:
        yield Missing(Gap.NO_ENTRY_TIME)
    if not contact.author_id or not contact.enterer_id:
        yield Missing(Gap.NO_AUTHOR)
    if end is None and contact.in_person:
        yield Missing(Gap.NO_END)


def _people(contact: Contact) -> Iterable[Missing]:
    if contact.in_person:
        yield from (Missing(Gap.SEEN_ALONE_OPEN, p.name) for p in contact.children if p.unanswered)
    if contact.happened and not contact.present:
        yield Missing(Gap.NO_PEOPLE)
    if contact.attempted:
        yield Missing(Gap.ATTEMPT_NOT_COUNTED)
    elif contact.happened and ContactType.CASEWORKER_CHILD_VISIT in contact.types:
        yield from _uncounted(contact)


def _uncounted(contact: Contact) -> Iterable[Missing]:
    """Name the children for whom this will not be the month's visit, though it is called one."""
    for child in contact.children:
        wanted = child.person_id in contact.focus_children or not contact.focus_children
        if wanted and not (contact.in_person and child.took_part):
            yield Missing(Gap.NOT_COUNTED, child.name)


def _facts(note: Note) -> Iterable[Missing]:
    contact = note.contact
    if not contact.method and not contact.missed_reason:
        yield Missing(Gap.NO_METHOD)
    if contact.in_person and not contact.location:
        yield Missing(Gap.NO_PLACE)
    if not contact.types:
        yield Missing(Gap.NO_TYPE)
    if not note.texts and not contact.missed_note.strip():
        yield Missing(Gap.NO_WORDS)
    yield from (Missing(Gap.TWO_VERSIONS, s.name) for s in note.sections if s.theirs is not None)


def in_residence(contact: Contact) -> bool:
    """Say whether it happened where the child lives."""
    return contact.location == Location.CHILD_RESIDENCE


# words that may belong under Safety


class Kind(StrEnum):
    """Why a passage is worth a second look."""

    DV_TERM = "dv_term"
    ADDRESS = "address"
    OTHER_PARTY = "other_party"


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage of a section that may belong under Safety; a warning says where to look, never what it found."""

    section: str
    start: int
    length: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class ProtectedWords:
    """The words and shapes that deserve a second look, from the policy file."""

    terms: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = field(init=False, default=None, compare=False)
    shape: re.Pattern[str] | None = field(init=False, default=None, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", _any_of(self.terms))
        joined = "|".join(f"(?:{s})" for s in self.shapes)
        object.__setattr__(self, "shape", re.compile(joined) if joined else None)


def look_for(
    texts: Mapping[str, str], words: ProtectedWords, others: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """Return the passages worth a second look, in reading order; `others` are names of people not there."""
    names = _any_of(others)
    wanted = ((Kind.DV_TERM, words.pattern), (Kind.ADDRESS, words.shape), (Kind.OTHER_PARTY, names))
    found: list[Finding] = []
    for section, text in texts.items():
        hits = [
            Finding(section, hit.start(), hit.end() - hit.start(), kind)
            for kind, pattern in wanted
            if pattern is not None
            for hit in pattern.finditer(text)
        ]
        found.extend(sorted(hits, key=lambda f: (f.start, -f.length)))
    return tuple(found)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Match whole words; a term that ends in `*` matches every ending."""
    parts = [re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in words if w.strip("* ")]
    if not parts:
        return None
    return re.compile(rf"\b(?:{'|'.join(sorted(parts, key=len, reverse=True))})\b", re.IGNORECASE)


def names_to_notice(contact: Contact) -> tuple[str, ...]:
    """Return the grown people of the family who were not there, when the family has protected facts."""
    if not contact.shield:
        return ()
    return tuple(p.name for p in contact.people if p.name and not p.child and not p.took_part)
