"""Bytes of a family tree as text, in the encoding they are really in rather than the one they claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from engage_domain.gedcom import ansel
from engage_domain.gedcom.faults import FaultCode, GedcomFault, Notice, WarningCode

LARGEST = 64 * 1024 * 1024
DECLARED = re.compile(rb"(?:^|[\r\n])[ \t]*0*1[ \t]+CHAR[ \t]+([^\r\n]*)")
LINE_END = re.compile(r"\r\n|\n\r|\n|\r")
HEADER_REACH = 8192


class Encoding(StrEnum):
    """The encodings that are read."""

    UTF_8 = "utf-8"
    UTF_16_LE = "utf-16-le"
    UTF_16_BE = "utf-16-be"
    ASCII = "ascii"
    ANSEL = "ansel"
    CP1252 = "cp1252"
    CP437 = "cp437"
    MAC_ROMAN = "mac-roman"
    LATIN_1 = "iso-8859-1"


NAMED = {
    "UTF-8": Encoding.UTF_8, "UTF8": Encoding.UTF_8, "UNICODE": Encoding.UTF_8, "UTF-16": Encoding.UTF_8,
    "ASCII": Encoding.ASCII, "ANSEL": Encoding.ANSEL, "ANSI": Encoding.CP1252, "CP1252": Encoding.CP1252,
    "WINDOWS-1252": Encoding.CP1252, "WINDOWS": Encoding.CP1252, "IBM WINDOWS": Encoding.CP1252,
    "IBMPC": Encoding.CP437, "IBM": Encoding.CP437, "IBM DOS": Encoding.CP437, "OEM": Encoding.CP437,
    "MACINTOSH": Encoding.MAC_ROMAN, "LATIN1": Encoding.LATIN_1, "ISO-8859-1": Encoding.LATIN_1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's lines, numbered from 1 by their place, with the encoding they were in."""

    lines: tuple[str, ...]
    encoding: Encoding
    notices: tuple[Notice, ...]


def decode(data: bytes) -> Decoded:
    """Return the lines of a file; GedcomFault when it is empty, too large or no text at all."""
    if not data.strip(b"\x00 \t\r\n"):
        raise GedcomFault(FaultCode.EMPTY, 1)
    if len(data) > LARGEST:
        raise GedcomFault(FaultCode.TOO_LARGE, 1)
    wide = _wide(data)
    if wide is not None:
        return _of_text(data.decode(wide, errors="replace"), wide, [])
    if b"\x00" in data:
        raise GedcomFault(FaultCode.NOT_TEXT, 1 + data[: data.index(b"\x00")].count(b"\n"))
    return _narrow(data)


def _wide(data: bytes) -> Encoding | None:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise GedcomFault(FaultCode.NOT_TEXT, 1)
    if data.startswith(b"\xff\xfe") or data[:2] == b"0\x00":
        return Encoding.UTF_16_LE
    if data.startswith(b"\xfe\xff") or data[:2] == b"\x000":
        return Encoding.UTF_16_BE
    return None


def _narrow(data: bytes) -> Decoded:
    marked = data.startswith(b"\xef\xbb\xbf")
    found = DECLARED.search(data, 0, HEADER_REACH)
    claim = " ".join(found[1].decode("ascii", errors="replace").upper().split()) if found else ""
    claimed = Encoding.UTF_8 if marked else NAMED.get(claim, Encoding.UTF_8)
    if data.isascii():
        return _of_text(data.decode("ascii"), claimed, [])
    if _is_utf8(data):
        return _of_text(data.decode(), Encoding.UTF_8, _unless(claimed, Encoding.UTF_8, claim))
    if claimed in {Encoding.UTF_8, Encoding.ASCII}:
        return _mixed(data, claim)
    if claimed is Encoding.ANSEL:
        return _of_text(ansel.decode(data), claimed, [])
    return _of_text(data.decode(claimed, errors="replace"), claimed, [])


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _unless(claimed: Encoding, found: Encoding, claim: str) -> list[Notice]:
    """Say that a file is not in the encoding it claims, unless it is."""
    return [] if claimed is found else [Notice(WarningCode.OTHER_ENCODING, 1, "CHAR", claim)]


def _mixed(data: bytes, claim: str) -> Decoded:
    """Read a file that claims UTF-8 or ASCII and is not: each line that is no UTF-8 is Windows text."""
    texts: list[str] = []
    notices: list[Notice] = []
    whole = 0
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if _is_utf8(raw):
            whole += not raw.isascii()
            texts.append(raw.decode())
        else:
            notices.append(Notice(WarningCode.OTHER_ENCODING, number, "CHAR", claim))
            texts.append(raw.decode("cp1252", errors="replace"))
    if whole:
        return _of_text("\n".join(texts), Encoding.UTF_8, notices)
    return _of_text("\n".join(texts), Encoding.CP1252, notices[:1])


def _of_text(text: str, encoding: Encoding, notices: list[Notice]) -> Decoded:
    lines = tuple(LINE_END.split(text.removeprefix("\ufeff")))
    lost = [Notice(WarningCode.UNDECODABLE, n) for n, line in enumerate(lines, 1) if "\ufffd" in line]
    return Decoded(lines, encoding, (*notices, *lost))
