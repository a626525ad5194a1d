"""Lines of a file under the rules of either grammar: at signs, continued lines, lengths."""

from __future__ import annotations

import re
from enum import StrEnum

from engage_domain.gedcom.lines import CONTROLS

LONGEST = 200
LINE_ENDS = re.compile(r"\r\n?")


class Version(StrEnum):
    """The versions that are written."""

    OLD = "5.5.1"
    SEVEN = "7.0"


class Emitter:
    """Collects the lines of one file."""

    def __init__(self, version: Version) -> None:
        self.is_seven = version is Version.SEVEN
        self._lines: list[str] = []

    def put(self, level: int, tag: str, value: str = "", xref: str = "") -> None:
        """Write one structure whose value may have several lines."""
        name = f"@{xref}@ {tag}" if xref else tag
        clean = CONTROLS.sub("", LINE_ENDS.sub("\n", value))
        for place, line in enumerate(clean.split("\n")):
            for piece, chunk in enumerate(self._chunks(line)):
                if piece:
                    self._add(level + 1, "CONC", self.escaped(chunk))
                elif place:
                    self._add(level + 1, "CONT", self.escaped(chunk))
                else:
                    self._add(level, name, self.escaped(chunk))

    def put_words(self, level: int, tag: str, value: str) -> None:
        """Write one structure in one line, unless there is nothing to say."""
        words = " ".join(value.split())
        if words:
            self.put(level, tag, words)

    def put_raw(self, level: int, tag: str, value: str) -> None:
        """Write one structure whose at signs mean something: a date with its calendar."""
        self._add(level, tag, CONTROLS.sub("", " ".join(value.split())))

    def point(self, level: int, tag: str, xref: str) -> None:
        """Write a pointer to a record."""
        self._add(level, tag, f"@{xref}@")

    def data(self) -> bytes:
        """Return the file."""
        text = "\n".join(self._lines) + "\n"
        return ("\ufeff" if self.is_seven else "").encode() + text.encode(errors="replace")

    def _add(self, level: int, name: str, value: str) -> None:
        self._lines.append(f"{level} {name} {value}" if value else f"{level} {name}")

    def escaped(self, text: str) -> str:
        """Return a text with the at signs doubled that the grammar wants doubled."""
        if self.is_seven:
            return f"@{text}" if text.startswith("@") else text
        return text.replace("@", "@@")

    def _chunks(self, line: str) -> list[str]:
        """Cut a long line for the older grammar, where it can inside a word: programs trim the ends of lines."""
        if self.is_seven:
            return [line]
        chunks: list[str] = []
        while len(line) > LONGEST:
            cut = next((n for n in range(LONGEST, LONGEST // 2, -1) if _is_inside(line, n)), LONGEST)
            chunks.append(line[:cut])
            line = line[cut:]
        return [*chunks, line]


def _is_inside(line: str, place: int) -> bool:
    return not line[place - 1].isspace() and not line[place].isspace()
