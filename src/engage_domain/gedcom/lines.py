"""The lines of a family tree as records: levels mended where they can be read, refused where they cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from engage_domain.gedcom.faults import FaultCode, GedcomFault, Notice, WarningCode

LINE = re.compile(r"[ \t]*([0-9]+)[ \t]+(?:(@[^@\s][^@]*@)[ \t]+)?(\w+)(?:[ \t](.*))?", re.DOTALL)
POINTER = re.compile(r"@[^@#\s][^@]*@")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
VOID = "@VOID@"
JOINS = {"CONT": "\n", "CONC": ""}
MULTILINE = frozenset({"NOTE", "SNOTE", "TEXT", "ADDR", "COPR", "PUBL", "TITL", "AUTH", "ABST", "COMM"})
FURTHEST_JUMP = 2
QUOTE = 60


@dataclass(slots=True)
class Node:
    """One structure: its tag and value, the line it stands on, and what is below it."""

    level: int
    tag: str
    xref: str
    parts: list[str]
    line: int
    below: list[Node] = field(default_factory=list)
    is_pointer: bool = False

    @property
    def text(self) -> str:
        """The value with its continued lines, exactly as written."""
        return "".join(self.parts)

    @property
    def value(self) -> str:
        """The value in one line, without the spaces around it."""
        return " ".join(self.text.split())

    @property
    def pointer(self) -> str:
        """The record this points to, without its signs; nothing for a text or a pointer into the void."""
        raw = self.parts[0].strip()
        return raw[1:-1] if self.is_pointer and raw != VOID else ""

    def all(self, tag: str) -> list[Node]:
        """Return what stands directly below under a tag."""
        return [node for node in self.below if node.tag == tag]

    def first(self, tag: str) -> Node | None:
        """Return the first of a tag directly below."""
        return next((node for node in self.below if node.tag == tag), None)


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file in order, the version it says it is of, and what had to be mended."""

    records: tuple[Node, ...]
    version: str
    notices: tuple[Notice, ...]

    @property
    def is_seven(self) -> bool:
        """Whether the file follows the newer grammar."""
        return self.version.startswith("7")


def parse(lines: Iterable[str]) -> Records:
    """Return the records of a file; GedcomFault at the first line that cannot be read."""
    builder = _Builder()
    for number, line in enumerate(lines, 1):
        if line.strip():
            builder.take(number, line)
    return builder.finished()


class _Builder:
    """Takes one line after the other; `path` holds the open structures from the record down."""

    def __init__(self) -> None:
        self.records: list[Node] = []
        self.path: list[Node] = []
        self.last: Node | None = None
        self.notices: list[Notice] = []
        self.number = 0

    def take(self, number: int, line: str) -> None:
        self.number = number
        if CONTROLS.search(line):
            self._notice(WarningCode.CONTROL_CHARACTERS)
            line = CONTROLS.sub("", line)
        found = LINE.fullmatch(line)
        if found is None:
            self._take_loose(line)
            return
        level, tag = int(found[1][:4]), found[3].upper()
        if not self.records and (level != 0 or tag != "HEAD"):
            raise GedcomFault(FaultCode.MISSING_HEADER, number, tag)
        value = found[4] or ""
        if tag in JOINS and self.last is not None and not found[2]:
            self._continue(level, tag, value)
        else:
            self._open(Node(level, tag, (found[2] or "")[1:-1], [value], number))

    def _take_loose(self, line: str) -> None:
        """Take a line without a level as the rest of a text that was broken while being written."""
        if not self.records:
            raise GedcomFault(FaultCode.MISSING_HEADER, self.number)
        if self.last is None or self.last.tag not in MULTILINE:
            raise GedcomFault(FaultCode.UNREADABLE_LINE, self.number)
        self._notice(WarningCode.LINE_MENDED, self.last.tag)
        self.last.parts += ["\n", line]

    def _continue(self, level: int, tag: str, value: str) -> None:
        """Join a continued line to its text; one at a wrong level belongs to the text before it."""
        assert self.last is not None
        target = self.last
        if target.level != level - 1:
            above = next((node for node in self.path if node.level == level - 1), None)
            if above is not None and (above.tag in MULTILINE or above.parts[0]):
                target = above
            self._notice(WarningCode.LEVEL_MENDED, tag)
        target.parts += [JOINS[tag], value]

    def _open(self, node: Node) -> None:
        if node.level == 0:
            self.records.append(node)
            self.path = [node]
        else:
            deepest = self.path[-1].level
            if node.level > deepest + 1:
                if node.level > deepest + FURTHEST_JUMP:
                    raise GedcomFault(FaultCode.INVALID_LEVEL, self.number, node.tag)
                self._notice(WarningCode.LEVEL_MENDED, node.tag)
            while self.path[-1].level >= node.level:
                self.path.pop()
            self.path[-1].below.append(node)
            self.path.append(node)
        self.last = node

    def _notice(self, code: WarningCode, tag: str = "") -> None:
        self.notices.append(Notice(code, self.number, tag))

    def finished(self) -> Records:
        if not self.records:
            raise GedcomFault(FaultCode.MISSING_HEADER, 1)
        version = _version(self.records[0])
        is_seven = version.startswith("7")
        for record in self.records:
            _unescape(record, is_seven=is_seven)
        if not version:
            self.notices.append(Notice(WarningCode.NO_VERSION, 1, "GEDC"))
        elif not version.startswith(("5.5", "7")):
            self.notices.append(Notice(WarningCode.OTHER_VERSION, 1, "GEDC", version[:QUOTE]))
        if self.records[-1].tag != "TRLR":
            self.notices.append(Notice(WarningCode.NO_TRAILER, self.number, "TRLR"))
        return Records(tuple(self.records), version, tuple(self.notices))


def _version(head: Node) -> str:
    grammar = head.first("GEDC")
    stated = grammar.first("VERS") if grammar is not None else None
    return stated.value if stated is not None else ""


def _unescape(record: Node, *, is_seven: bool) -> None:
    """Tell pointers from texts, then take the doubling off the at signs: all of them before 7, the leading one since."""
    waiting = [record]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.below)
        if POINTER.fullmatch(node.parts[0].strip()) and len(node.parts) == 1:
            node.is_pointer = True
        else:
            node.parts = [_single(part, is_seven=is_seven) for part in node.parts]


def _single(part: str, *, is_seven: bool) -> str:
    if is_seven:
        return part[1:] if part.startswith("@@") else part
    return part.replace("@@", "@")
