"""What a paper of a family is: photo, scan, ink page, document or recording, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_BYTES = 50 << 20
LONGEST_NAME = 120
LONGEST_NOTE = 4000


class PaperKind(StrEnum):
    """What somebody sees in a paper; the codes of `attachment_kind`."""

    PHOTO = "photo"
    SCAN = "scan"
    INK = "ink"
    DOCUMENT = "document"
    AUDIO = "audio"


class Whereabouts(StrEnum):
    """Where the file of a paper is."""

    ONLY_HERE = "only_here"
    HERE = "here"
    ELSEWHERE = "elsewhere"


class Showing(StrEnum):
    """How a paper can be looked at within the program."""

    PICTURE = "picture"
    PAGES = "pages"
    TEXT = "text"
    INK = "ink"
    CLOSED = "closed"


INK_MIME = "application/vnd.engage.ink+json"
SHOWN = {
    "image/jpeg": Showing.PICTURE,
    "image/png": Showing.PICTURE,
    "application/pdf": Showing.PAGES,
    "text/plain": Showing.TEXT,
    INK_MIME: Showing.INK,
}
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    INK_MIME: ".json",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as the list shows it."""

    paper_id: str
    kind: str
    name: str
    note: str
    mime: str
    size: int
    taken_on: date | None
    added_at: datetime | None
    added_by: str
    person_ids: tuple[str, ...]
    people: tuple[str, ...]
    contact_id: str
    contact_on: datetime | None
    about_entity: str
    thumb: str
    whereabouts: Whereabouts
    at_agency: bool = False
    typed: str | None = None
    """The note as it is being typed and not settled yet."""

    @property
    def showing(self) -> Showing:
        """How it can be looked at here."""
        return SHOWN.get(self.mime, Showing.CLOSED)

    @property
    def is_here(self) -> bool:
        """Whether its file is on this laptop."""
        return self.whereabouts is not Whereabouts.ELSEWHERE


@dataclass(frozen=True, slots=True)
class PaperFilter:
    """Which papers are wanted: of one kind, about one person."""

    kind: str = ""
    person_id: str = ""

    def takes(self, paper: Paper) -> bool:
        """Say whether a paper is wanted."""
        of_kind = not self.kind or paper.kind == self.kind
        return of_kind and (not self.person_id or self.person_id in paper.person_ids)


def clean_name(name: str, mime: str = "") -> str:
    """Return a file's name as people read it: no folders, no control or direction signs, the ending its content has.

    The result can be offered as the name of a copy on any of the three systems.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    words = " ".join("".join(c if c.isprintable() and c not in '<>:"|?*' else " " for c in last).split())
    ending = ENDINGS.get(mime, "")
    stem, dot, old = words.rpartition(".")
    if ending and dot and stem and 0 < len(old) <= 5 and old.isalnum():
        words = stem
    return words.strip(" .")[: LONGEST_NAME - len(ending)].strip(" .") + ending if words.strip(" .") else ""
