"""What a file is, judged by its content alone. What is not on the list of harmless kinds is refused, with a reason.

Nothing here decodes, unpacks or renders: only a few bytes and the table of contents of an archive are read.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    VECTOR = "vector"  # SVG: a drawing that can hold programs and reach for the network
    WEB_PAGE = "web_page"
    PROGRAM = "program"
    ARCHIVE = "archive"
    MACROS = "macros"
    BOMB = "bomb"
    HEIC = "heic"
    OLD_OFFICE = "old_office"
    OTHER_PICTURE = "other_picture"
    UNKNOWN = "unknown"
    BROKEN = "broken"  # a picture or PDF that cannot be decoded
    TOO_MANY_PIXELS = "too_many_pixels"
    LOCKED_PDF = "locked_pdf"
    UNREADABLE = "unreadable"  # the file itself could not be read
    BUSY = "busy"  # decoding took too long or too much memory


class Family(StrEnum):
    """What is done with a file: made anew from its pixels, paged, read as text, or kept unopened."""

    PICTURE = "picture"
    PDF = "pdf"
    TEXT = "text"
    CLOSED = "closed"


class Refusal(Exception):
    """A file is not taken; `why` says the reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is."""

    family: Family
    mime: str
    audio: bool = False


PICTURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
)
PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe", b"#!", b"L\x00\x00\x00\x01\x14\x02\x00", b"\x00asm",
)  # fmt: skip
ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF")
OTHER_PICTURES = (b"II*\x00", b"MM\x00*", b"8BPS", b"\x00\x00\x01\x00", b"%!PS", b"\x00\x00\x00\x0cjP  ")
OLD_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
AUDIO_BRANDS = (b"M4A ", b"M4B ", b"mp42", b"isom", b"mp41")
MARKUP = (
    b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<iframe", b"<meta", b"<img", b"<table", b"<div",
    b"<a ", b"<p>", b"javascript:",
)  # fmt: skip
OFFICE = "application/vnd.openxmlformats-officedocument."
OFFICE_PARTS = (
    ("word/document.xml", OFFICE + "wordprocessingml.document"),
    ("xl/workbook.xml", OFFICE + "spreadsheetml.sheet"),
    ("ppt/presentation.xml", OFFICE + "presentationml.presentation"),
)
OPEN_DOCUMENTS = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet")
MOST_PARTS = 2_000
PART_MARK = b"PK\x01\x02"
MOST_UNPACKED = 400 << 20
MOST_RATIO = 150


def sniffed(data: bytes) -> Sniffed:
    """Say what a file is; raise `Refusal` with the reason when it is not taken."""
    if not data:
        raise Refusal(Why.EMPTY)
    head = data[:4096]
    _refuse_by_head(head)
    found = _picture(head) or _media(data, head) or _pdf(head)
    if found is not None:
        return found
    if head.startswith(b"PK"):
        return _packed(data)
    return _text(data)


def _refuse_by_head(head: bytes) -> None:
    for starts, why in (
        (PROGRAMS, Why.PROGRAM),
        (ARCHIVES, Why.ARCHIVE),
        (OTHER_PICTURES, Why.OTHER_PICTURE),
        (OLD_OFFICE, Why.OLD_OFFICE),
    ):
        if head.startswith(starts):
            raise Refusal(why)
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        raise Refusal(Why.HEIC)


def _picture(head: bytes) -> Sniffed | None:
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Sniffed(Family.PICTURE, "image/webp")
    return next((Sniffed(Family.PICTURE, mime) for start, mime in PICTURES if head.startswith(start)), None)


def _media(data: bytes, head: bytes) -> Sniffed | None:
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return Sniffed(Family.CLOSED, "audio/wav", audio=True)
    if head.startswith(b"OggS") and any(mark in head for mark in (b"vorbis", b"OpusHead", b"Speex", b"FLAC")):
        return Sniffed(Family.CLOSED, "audio/ogg", audio=True)
    if head.startswith(b"ID3") or (head[0] == 0xFF and len(head) > 1 and head[1] in {0xFB, 0xF3, 0xF2, 0xFA}):
        return Sniffed(Family.CLOSED, "audio/mpeg", audio=True)
    if head[4:8] == b"ftyp" and head[8:12] in AUDIO_BRANDS and b"vide" not in data:
        return Sniffed(Family.CLOSED, "audio/mp4", audio=True)
    return None


def _pdf(head: bytes) -> Sniffed | None:
    return Sniffed(Family.PDF, "application/pdf") if head.startswith(b"%PDF-") else None


def _packed(data: bytes) -> Sniffed:
    """Look at the table of contents of an archive; the parts themselves are never unpacked."""
    if data.count(PART_MARK) > MOST_PARTS:  # before a million of them are read
        raise Refusal(Why.BOMB)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise Refusal(Why.ARCHIVE) from None
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * len(data):
        raise Refusal(Why.BOMB)
    names = {part.filename.lower() for part in parts}
    if any("vbaproject" in name or name.startswith("basic/") for name in names):
        raise Refusal(Why.MACROS)
    mime = _office(names, data)
    if mime is None:
        raise Refusal(Why.ARCHIVE)
    return Sniffed(Family.CLOSED, mime)


def _office(names: set[str], data: bytes) -> str | None:
    if "[content_types].xml" in names:
        return next((mime for part, mime in OFFICE_PARTS if part in names), None)
    # An open document names its kind, unpacked, in its first part.
    start = data[30:130]
    return next((mime for mime in OPEN_DOCUMENTS if start.startswith(b"mimetype" + mime.encode())), None)


def _text(data: bytes) -> Sniffed:
    """Take plain words; markup and scripts are no plain words, whatever the file is called."""
    try:
        words = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError:
        raise Refusal(Why.UNKNOWN) from None
    if any(ord(sign) < 32 and sign not in "\t\n\r\f" for sign in words):
        raise Refusal(Why.UNKNOWN)
    start = words.lstrip()[:4096].lower().encode()
    if b"<svg" in start or start.startswith((b"<?xml", b"<!doctype svg")):
        raise Refusal(Why.VECTOR if b"<svg" in words.lower().encode() else Why.WEB_PAGE)
    if any(mark in start for mark in MARKUP):
        raise Refusal(Why.WEB_PAGE)
    return Sniffed(Family.TEXT, "text/plain")
