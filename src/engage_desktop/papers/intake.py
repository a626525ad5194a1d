"""Makes a paper of a file from outside: what it is, its safe form, and a thumbnail, all in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from engage_desktop.papers import looking
from engage_desktop.papers.looking import Stop
from engage_desktop.papers.sniff import Family, Refusal, Sniffed, Why, sniffed
from engage_domain.papers import MOST_BYTES, PaperKind, clean_name

PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Taken:
    """A file made ready to be kept: its safe bytes, its thumbnail (empty when there is none), what is known of it."""

    kind: PaperKind
    name: str
    mime: str
    data: bytes = field(repr=False)
    thumb: bytes = field(default=b"", repr=False)
    taken_on: date | None = None

    @property
    def sha256(self) -> str:
        """The address of its content."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def thumb_sha256(self) -> str:
        """The address of its thumbnail's content, empty when there is none."""
        return hashlib.sha256(self.thumb).hexdigest() if self.thumb else ""


def take_file(path: Path, stop: Stop) -> Taken:
    """Return a file of this laptop as a paper; it is read only, and never more than fits.

    Raises `Refusal` with the reason, `Cancelled` when stopped.
    """
    return take_bytes(_read(path, stop), path.name, stop)


def take_bytes(data: bytes, name: str, stop: Stop) -> Taken:
    """Return a file in memory as a paper."""
    if len(data) > MOST_BYTES:
        raise Refusal(Why.TOO_LARGE)
    found = sniffed(data)
    stop.check()
    if found.family is Family.PICTURE:
        return _picture(data, name, stop)
    if found.family is Family.PDF:
        return _pdf(data, name, stop)
    kind = PaperKind.AUDIO if found.audio else PaperKind.DOCUMENT
    return Taken(kind, clean_name(name, found.mime), found.mime, data)


def page(data: bytes, number: int, stop: Stop) -> tuple[bytes, int]:
    """Return one page of a PDF as a picture, and how many pages there are."""
    answer = looking.asked(data, stop, "page", str(number))
    pages = answer.about.get("pages")
    return answer.pieces[0], pages if isinstance(pages, int) else 1


def _picture(data: bytes, name: str, stop: Stop) -> Taken:
    answer = looking.asked(data, stop, "picture")
    if len(answer.pieces) != 2 or answer.about.get("mime") not in {"image/jpeg", "image/png"}:
        raise Refusal(Why.BROKEN)
    mime = str(answer.about["mime"])
    return Taken(
        PaperKind.PHOTO, clean_name(name, mime), mime, *answer.pieces, _day(answer.about.get("taken_on"))
    )


def _pdf(data: bytes, name: str, stop: Stop) -> Taken:
    """Keep a PDF as it is; one that cannot be paged is kept without a thumbnail only when it is locked."""
    found = Sniffed(Family.PDF, "application/pdf")
    try:
        thumb = looking.asked(data, stop, "pdf").pieces[0]
    except Refusal as refusal:
        if refusal.why is not Why.LOCKED_PDF:
            raise
        thumb = b""
    return Taken(PaperKind.SCAN, clean_name(name, found.mime), found.mime, data, thumb)


def _read(path: Path, stop: Stop) -> bytes:
    try:
        if not path.is_file():
            raise Refusal(Why.UNREADABLE)
        stop.total = path.stat().st_size
        if stop.total > MOST_BYTES:
            raise Refusal(Why.TOO_LARGE)
        pieces = bytearray()
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                stop.check()
                pieces += piece
                stop.done = len(pieces)
                if len(pieces) > MOST_BYTES:
                    raise Refusal(Why.TOO_LARGE)
    except OSError:
        raise Refusal(Why.UNREADABLE) from None
    return bytes(pieces)


def _day(said: object) -> date | None:
    try:
        return date.fromisoformat(str(said)) if said else None
    except ValueError:
        return None
