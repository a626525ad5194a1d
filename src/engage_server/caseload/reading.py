"""CSV files as people make them: with or without a byte order mark, quoted lists, semicolons, blank lines."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engage_server.caseload.findings import Finding, Unusable

CELL_LIMIT = 100_000
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file: its cells by column name, and where they stand."""

    file: str
    line: int
    cells: Mapping[str, str]
    came_from: Mapping[str, str] = field(
        default_factory=dict
    )  # our column: the column of another system's file

    def get(self, column: str) -> str:
        """Return a cell without surrounding blanks; nothing when there is no such column."""
        return self.cells.get(column, "").strip()

    def finding(self, code: str, column: str = "", **facts: object) -> Finding:
        """Return what is wrong with this row, at one of its columns."""
        return Finding(code, self.file, self.line, self.came_from.get(column, column), facts)


@dataclass(frozen=True, slots=True)
class Table:
    """A file that could be read, with the rows that could not."""

    file: str
    columns: tuple[str, ...]
    records: tuple[Record, ...]
    findings: tuple[Finding, ...] = ()


def read_file(path: Path) -> Table:
    """Read one CSV file; Unusable when it is none."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Unusable(Finding("not_readable", path.name, facts={"why": error.strerror or "?"})) from None
    except ValueError:  # a NUL in its name
        raise Unusable(Finding("not_readable", path.name, facts={"why": "no such name"})) from None
    return read_bytes(path.name, raw)


def read_bytes(name: str, raw: bytes) -> Table:
    """Read CSV text from its bytes."""
    text = _decoded(name, raw)
    if not text.strip():
        raise Unusable(Finding("empty_file", name))
    rows = _rows(name, text)
    columns = _columns(name, next(rows)[1])
    filled = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    records = [
        Record(name, line, dict(zip(columns, cells, strict=True)))
        for line, cells in filled
        if len(cells) == len(columns)
    ]
    findings = [_torn(name, line, columns, cells) for line, cells in filled if len(cells) != len(columns)]
    nameless = [place for place, column in enumerate(columns) if not column]
    if any(cells[place].strip() for _, cells in filled if len(cells) == len(columns) for place in nameless):
        findings.append(Finding("nameless_column", name, 1, is_refusal=False))
    if not filled:
        findings.append(Finding("header_only", name, is_refusal=False))
    return Table(name, columns, tuple(records), tuple(findings))


def _columns(name: str, header: list[str]) -> tuple[str, ...]:
    columns = tuple(column.strip().lower() for column in header)
    for column, count in Counter(columns).items():
        if column and count > 1:
            raise Unusable(Finding("double_column", name, 1, facts={"column": column}))
    return columns


def _torn(name: str, line: int, columns: tuple[str, ...], cells: list[str]) -> Finding:
    """Return the finding for a row with too few or too many cells, with its family where that can still be read."""
    facts: dict[str, object] = {"found": len(cells), "wanted": len(columns)}
    column = "family" if "family" in columns else "key"
    if column in columns and columns.index(column) < len(cells):
        facts["family"] = cells[columns.index(column)].strip()
    return Finding("cell_count", name, line, facts=facts)


def _decoded(name: str, raw: bytes) -> str:
    if raw.startswith(UTF16_MARKS):
        raise Unusable(Finding("utf16", name))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unusable(Finding("not_utf8", name, line, facts={"byte": error.start + 1})) from None


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it begins on."""
    csv.field_size_limit(CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unusable(_broken(name, begins, str(error))) from None
        yield begins, cells
        begins = reader.line_num + 1


def _broken(name: str, line: int, why: str) -> Finding:
    if "field larger" in why:
        return Finding("cell_too_long", name, line, facts={"limit": CELL_LIMIT})
    if "unexpected end" in why:
        return Finding("unclosed_quote", name, line)
    return Finding("not_readable", name, line, facts={"why": why})


def _delimiter(text: str) -> str:
    header = text.lstrip("\n").partition("\n")[0]
    return max((",", ";", "\t"), key=lambda mark: (header.count(mark), mark == ","))
