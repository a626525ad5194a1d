"""Another system's export, read through a mapping file: which of its columns become which of ours.

[[file]]                      one file of the export
source = "clients.csv"
each = { name = "worker", column = "workers", split = "," }      one row for every member of a list
dates = { birth = "%d.%m.%Y" }                                   date formats of their columns
check = { phone = "phone" }                                      cells that must be of a form
find = [{ name = "chief", source = "chiefs.csv", column = "people", split = ",", equals = "{email}" }]
[[file.row]]                  a row of ours for each row of theirs
to = "people.csv"
when = "{name}"               only where this is not empty
cells = { family = "{number}", key = "{number}-1", first_name = "{name}", sex = "unknown" }
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from engage_server.caseload import values
from engage_server.caseload.findings import Finding, Misread, Unusable
from engage_server.caseload.reading import Record, Table, read_file
from engage_server.caseload.sheets import BY_FILE

SLOT = re.compile(r"\{([^{}]+)\}")
Spec = Mapping[str, Any]
CHECKS = {"phone": values.read_phone, "date": values.read_day}


@dataclass(slots=True)
class _Made:
    """Rows of one of our files, gathered from theirs; the same row made twice is one."""

    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    seen: set[tuple[tuple[str, str], ...]] = field(default_factory=set)

    def add(self, record: Record) -> None:
        said = tuple(sorted(record.cells.items()))
        if said not in self.seen:
            self.seen.add(said)
            self.records.append(record)


class Mapper:
    """Turns the files of an export into the files of a caseload."""

    def __init__(self, name: str, spec: Spec) -> None:
        self._name = name
        self._files: list[Spec] = list(spec.get("file", ()))
        self._sources: dict[str, Table] = {}
        self._check()

    @classmethod
    def read(cls, path: Path) -> Mapper:
        """Read a mapping file; Unusable when it is none."""
        try:
            return cls(path.name, tomllib.loads(path.read_bytes().decode("utf-8-sig")))
        except OSError as error:
            raise Unusable(Finding("not_readable", path.name, facts={"why": error.strerror or "?"})) from None
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise _unusable(path.name, str(error)) from None

    def _check(self) -> None:
        if not self._files:
            raise _unusable(self._name, "it names no [[file]]")
        for spec in self._files:
            if "source" not in spec or "row" not in spec:
                raise _unusable(self._name, "each [[file]] needs a source and a [[file.row]]")
            for row in spec["row"]:
                self._check_row(row)

    def _check_row(self, row: Spec) -> None:
        sheet = BY_FILE.get(str(row.get("to")))
        if sheet is None:
            raise _unusable(self._name, f"“{row.get('to')}” is none of {', '.join(BY_FILE)}")
        odd = sorted(set(row.get("cells", {})) - sheet.known)
        if odd:
            raise _unusable(self._name, f"{sheet.file} has no column {', '.join(odd)}")

    def tables(self, folder: Path) -> dict[str, Table]:
        """Return our tables, made from the export in a folder."""
        if not folder.is_dir():
            raise Unusable(Finding("folder_missing", str(folder)))
        made: dict[str, _Made] = {}
        for spec in self._files:
            self._file(spec, folder, made)
        if not any(part.records for part in made.values()):
            raise Unusable(Finding("no_rows", ", ".join(str(spec["source"]) for spec in self._files)))
        return {
            name: Table(name, tuple(sorted(BY_FILE[name].known)), tuple(part.records), tuple(part.findings))
            for name, part in made.items()
        }

    def _source(self, name: str, folder: Path) -> Table:
        if name not in self._sources:
            self._sources[name] = read_file(folder / name)
        return self._sources[name]

    def _file(self, spec: Spec, folder: Path, made: dict[str, _Made]) -> None:
        table = self._source(str(spec["source"]), folder)
        self._columns(spec, table)
        first = made.setdefault(str(spec["row"][0]["to"]), _Made())
        first.findings += table.findings
        each = {str(spec["each"]["name"]): str(spec["each"]["column"])} if "each" in spec else {}
        for record in table.records:
            try:
                for slots in self._slots(spec, record, folder):
                    for row in spec["row"]:
                        self._row(row, slots, record, each, made.setdefault(str(row["to"]), _Made()))
            except _Refused as refused:
                first.findings.append(refused.finding)

    def _columns(self, spec: Spec, table: Table) -> None:
        used = {
            name for row in spec["row"] for text in row["cells"].values() for name in SLOT.findall(str(text))
        }
        made = {str(spec["each"]["name"])} if "each" in spec else set()
        wanted = (
            {name for name in used - made if "." not in name}
            | set(spec.get("check", ()))
            | set(spec.get("dates", ()))
        )
        if "each" in spec:
            wanted.add(str(spec["each"]["column"]))
        for column in sorted(wanted):
            if column.lower() not in table.columns:
                raise Unusable(Finding("missing_column", table.file, 1, facts={"column": column}))

    def _slots(self, spec: Spec, record: Record, folder: Path) -> Iterator[dict[str, str]]:
        """Yield what the placeholders stand for: once, or once for each member of a list."""
        slots = {name: cell.strip() for name, cell in record.cells.items()}
        for column, form in spec.get("check", {}).items():
            _checked(record, str(column), str(form))
        for column, form in spec.get("dates", {}).items():
            slots[column] = _dated(record, str(column), str(form))
        each = spec.get("each")
        members = _split(slots[str(each["column"])], str(each.get("split", ","))) if each else [""]
        for member in members or [""]:
            here = slots | ({str(each["name"]): member} if each else {})
            for find in spec.get("find", ()):
                here |= self._found(find, here, folder)
            yield here

    def _found(self, find: Spec, slots: Mapping[str, str], folder: Path) -> dict[str, str]:
        wanted = _fill(str(find["equals"]), slots).casefold()
        source = self._source(str(find["source"]), folder)
        for record in source.records:
            cell = record.get(str(find["column"]))
            members = _split(cell, str(find["split"])) if "split" in find else [cell]
            if wanted and wanted in {member.casefold() for member in members}:
                return {f"{find['name']}.{column}": record.get(column) for column in source.columns}
        return {f"{find['name']}.{column}": "" for column in source.columns}

    @staticmethod
    def _row(
        row: Spec, slots: Mapping[str, str], record: Record, each: Mapping[str, str], made: _Made
    ) -> None:
        if "when" in row and not _fill(str(row["when"]), slots):
            return
        cells = {name: _fill(str(text), slots) for name, text in row["cells"].items()}
        origins = {
            name: each.get(found.group(1), found.group(1))
            for name, text in row["cells"].items()
            if (found := SLOT.search(str(text)))
        }
        made.add(Record(record.file, record.line, cells, origins))


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def _unusable(name: str, why: str) -> Unusable:
    return Unusable(Finding("bad_mapping", name, facts={"why": why}))


def _fill(text: str, slots: Mapping[str, str]) -> str:
    return SLOT.sub(lambda found: slots.get(found.group(1), ""), text).strip()


def _split(cell: str, mark: str) -> list[str]:
    return [member.strip() for member in cell.split(mark) if member.strip()]


def _checked(record: Record, column: str, form: str) -> None:
    if record.get(column):
        try:
            CHECKS[form](record.get(column))
        except Misread as error:
            raise _Refused(record.finding(error.code, column, **error.facts)) from None


def _dated(record: Record, column: str, form: str) -> str:
    cell = record.get(column)
    if not cell:
        return ""
    try:
        return datetime.strptime(cell, form).replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        raise _Refused(record.finding("not_a_date", column, value=cell)) from None
