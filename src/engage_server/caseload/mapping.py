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

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from engage_server.caseload.findings import Finding, Misread, Unusable
from engage_server.caseload.mapping_file import CHECKS, SLOT, Spec, read_mapping
from engage_server.caseload.reading import Record, Table, read_file
from engage_server.caseload.sheets import BY_FILE


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

    def __init__(self, files: Sequence[Spec]) -> None:
        self._files = files
        self._sources: dict[str, Table] = {}

    @classmethod
    def read(cls, path: Path) -> Mapper:
        """Read a mapping file; Unusable when it is none."""
        return cls(read_mapping(path))

    def tables(self, folder: Path) -> dict[str, Table]:
        """Return our tables, made from the export in a folder."""
        if not folder.is_dir():
            raise Unusable(Finding("folder_missing", str(folder)))
        made: dict[str, _Made] = {}
        for spec in self._files:
            self._file(spec, folder, made)
        if not any(part.records for part in made.values()):
            raise Unusable(Finding("no_rows", ", ".join(spec["source"] for spec in self._files)))
        return {
            name: Table(name, tuple(sorted(BY_FILE[name].known)), tuple(part.records), tuple(part.findings))
            for name, part in made.items()
        }

    def _source(self, name: str, folder: Path) -> Table:
        if name not in self._sources:
            self._sources[name] = read_file(folder / name)
        return self._sources[name]

    def _file(self, spec: Spec, folder: Path, made: dict[str, _Made]) -> None:
        table = self._source(spec["source"], folder)
        self._columns(spec, table, folder)
        first = made.setdefault(spec["row"][0]["to"], _Made())
        first.findings += [finding for finding in table.findings if finding not in first.findings]
        each = {spec["each"]["name"]: spec["each"]["column"]} if "each" in spec else {}
        for record in table.records:
            try:
                for slots in self._slots(spec, record, folder):
                    for row in spec["row"]:
                        self._row(row, slots, record, each, made.setdefault(row["to"], _Made()))
            except _Refused as refused:
                first.findings.append(refused.finding)

    def _columns(self, spec: Spec, table: Table, folder: Path) -> None:
        """Refuse a mapping that names a column there is not."""
        texts = [text for row in spec["row"] for text in (*row["cells"].values(), row.get("when", ""))]
        finds = spec.get("find", ())
        used = {name for text in (*texts, *(f["equals"] for f in finds)) for name in SLOT.findall(text)}
        wanted = used | set(spec.get("check", ())) | set(spec.get("dates", ()))
        if "each" in spec:
            wanted = wanted - {spec["each"]["name"]} | {spec["each"]["column"]}
        there = set(table.columns)
        for find in finds:
            joined = self._source(find["source"], folder)
            _need(joined, {find["column"]}, set(joined.columns))
            there |= {f"{find['name']}.{column}" for column in joined.columns}
        _need(table, wanted, there)

    def _slots(self, spec: Spec, record: Record, folder: Path) -> Iterator[dict[str, str]]:
        """Yield what the placeholders stand for: once, or once for each member of a list."""
        slots = {name: cell.strip() for name, cell in record.cells.items()}
        for column, form in spec.get("check", {}).items():
            _checked(record, column, form)
        for column, form in spec.get("dates", {}).items():
            slots[column] = _dated(record, column, form)
        each = spec.get("each")
        members = _split(slots[each["column"]], each.get("split", ",")) if each else [""]
        for member in members or [""]:
            here = slots | ({each["name"]: member} if each else {})
            for find in spec.get("find", ()):
                here |= self._found(find, here, folder)
            yield here

    def _found(self, find: Spec, slots: Mapping[str, str], folder: Path) -> dict[str, str]:
        wanted = _fill(find["equals"], slots).casefold()
        source = self._source(find["source"], folder)
        for record in source.records:
            cell = record.get(find["column"])
            members = _split(cell, find["split"]) if "split" in find else [cell]
            if wanted and wanted in {member.casefold() for member in members}:
                return {f"{find['name']}.{column}": record.get(column) for column in source.columns}
        return {f"{find['name']}.{column}": "" for column in source.columns}

    @staticmethod
    def _row(
        row: Spec, slots: Mapping[str, str], record: Record, each: Mapping[str, str], made: _Made
    ) -> None:
        if "when" in row and not _fill(row["when"], slots):
            return
        cells = {name: _fill(text, slots) for name, text in row["cells"].items()}
        origins = {
            name: each.get(found.group(1), found.group(1))
            for name, text in row["cells"].items()
            if (found := SLOT.search(text))
        }
        made.add(Record(record.file, record.line, cells, origins))


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def _need(table: Table, wanted: set[str], there: set[str]) -> None:
    for column in sorted(wanted - there):
        raise Unusable(Finding("missing_column", table.file, 1, facts={"column": column}))


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
