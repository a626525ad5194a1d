"""Why a file is refused, and what of a file that is read could not be kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """Why a whole file is refused."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    MISSING_HEADER = "missing_header"
    UNREADABLE_LINE = "unreadable_line"
    INVALID_LEVEL = "invalid_level"
    MISSING_REFERENCE = "missing_reference"
    WRONG_REFERENCE = "wrong_reference"
    DUPLICATE_REFERENCE = "duplicate_reference"
    ANCESTOR_CYCLE = "ancestor_cycle"


class GedcomFault(ValueError):
    """A file cannot be taken: `code` says why, `line` where, `detail` names the tag or reference."""

    def __init__(self, code: FaultCode, line: int, detail: str = "") -> None:
        super().__init__(f"{code} at line {line}")
        self.code = code
        self.line = line
        self.detail = detail


class WarningCode(StrEnum):
    """What was noticed in a file that is read all the same."""

    NOT_KEPT = "not_kept"
    BOOKKEEPING = "bookkeeping"  # numbers and stamps of the program that wrote the file
    LEVEL_MENDED = "level_mended"
    LINE_MENDED = "line_mended"
    CONTROL_CHARACTERS = "control_characters"
    OTHER_ENCODING = "other_encoding"
    UNDECODABLE = "undecodable"
    NO_VERSION = "no_version"
    OTHER_VERSION = "other_version"
    NO_TRAILER = "no_trailer"
    ONE_SIDED_LINK = "one_sided_link"
    DUPLICATE_LINK = "duplicate_link"
    WITH_ONESELF = "with_oneself"
    TOO_MANY_PARTNERS = "too_many_partners"
    DATE_AS_TEXT = "date_as_text"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing noticed while reading: where, in which tag, and a short quote of it where that helps."""

    code: WarningCode
    line: int
    tag: str = ""
    detail: str = ""
