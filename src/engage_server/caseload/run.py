"""Importing a caseload: read everything first, then write family by family, only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from engage_server.caseload.build import Builder, Setting, planned_findings
from engage_server.caseload.findings import Finding, Unusable
from engage_server.caseload.ledger import IMPORT, Ledger
from engage_server.caseload.mapping import Mapper
from engage_server.caseload.plan import FamilyPlan, Plan, PlannedRow
from engage_server.caseload.reading import Table, read_file
from engage_server.caseload.sheets import BY_FILE, SHEETS
from engage_server.errors import ServerProblem
from engage_server.policies import policy_of
from engage_server.scope import zone_of
from engage_server.server import Server
from engage_server.write import Change
from engage_wire.codec import Json
from engage_wire.entities import REGISTRY
from engage_wire.merge import read_members
from engage_wire.registry import Doc, Policy, Value

RANK = {entity.name: place for place, entity in enumerate(REGISTRY.entities)}
CHILD_OF_FINAL = {"contact_body", "contact_participant"}


@dataclass(slots=True)
class Report:
    """What an import did, or with a dry run would do."""

    dry_run: bool
    families: dict[str, int] = field(
        default_factory=lambda: {"new": 0, "changed": 0, "unchanged": 0, "refused": 0}
    )
    rows: dict[str, int] = field(default_factory=lambda: {"new": 0, "changed": 0, "unchanged": 0})
    findings: list[Finding] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """Return 0 when everything is in, 2 when something was refused."""
        return 2 if any(finding.is_refusal for finding in self.findings) else 0

    def document(self) -> Json:
        """Return the report as JSON values."""
        return {
            "dry_run": self.dry_run,
            "families": self.families,
            "rows": self.rows,
            "findings": [finding.document() for finding in self.findings],
        }


def import_caseload(
    server: Server, folder: Path, *, mapping: Path | None = None, dry_run: bool = False
) -> Report:
    """Import the CSV files of a folder; Unusable when they cannot be used at all, and then nothing is written."""
    tables = Mapper.read(mapping).tables(folder) if mapping else read_folder(folder)
    ledger = Ledger(server)
    agency = ledger.doc("agency", server.agency) or {}
    with server.database.snapshot() as connection:
        zone = zone_of(connection, server.agency)
    today = server.clock.now().astimezone(zone).date()
    setting = Setting(server.agency, policy_of(agency), zone, today)
    plan = Builder(setting, ledger).build(tables)
    return _Writing(server, ledger, plan, dry_run).run()


def read_folder(folder: Path) -> dict[str, Table]:
    """Read the caseload files of a folder, and check their columns."""
    if not folder.is_dir():
        raise Unusable(Finding("folder_missing", str(folder)))
    present = [sheet for sheet in SHEETS if (folder / sheet.file).is_file()]
    if not present:
        raise Unusable(Finding("no_files", str(folder)))
    return check_columns({sheet.file: read_file(folder / sheet.file) for sheet in present})


def check_columns(tables: Mapping[str, Table]) -> dict[str, Table]:
    """Refuse files that lack a column they must have; name the columns nobody knows."""
    checked: dict[str, Table] = {}
    for name, table in tables.items():
        sheet = BY_FILE[name]
        for column in sheet.required:
            if column not in table.columns:
                raise Unusable(Finding("missing_column", name, 1, facts={"column": column}))
        odd = tuple(
            Finding("unknown_column", name, 1, facts={"column": column}, is_refusal=False)
            for column in table.columns
            if column and column not in sheet.known
        )
        checked[name] = replace(table, findings=table.findings + odd)
    if not any(table.records or any(f.is_refusal for f in table.findings) for table in checked.values()):
        raise Unusable(Finding("no_rows", ", ".join(checked)))
    return checked


class _Writing:
    """Writes a plan, or counts what it would write."""

    def __init__(self, server: Server, ledger: Ledger, plan: Plan, dry_run: bool) -> None:  # noqa: FBT001 - private
        self._server = server
        self._ledger = ledger
        self._plan = plan
        self._report = Report(dry_run)

    def run(self) -> Report:
        self._report.findings += planned_findings(self._plan)
        self._write(self._plan.staff, "staff", None)
        self._ledger.prefetch("family", [family.id for family in self._plan.families.values()])
        for family in self._plan.families.values():
            self._family(family)
        return self._report

    def _family(self, family: FamilyPlan) -> None:
        is_new = self._ledger.doc("family", family.id) is None
        if family.refused:
            self._report.families["refused"] += 1
            return
        outcome = self._write(family.rows, family.key, family.id)
        self._report.families["new" if is_new and outcome == "changed" else outcome] += 1

    def _write(self, rows: list[PlannedRow], what: str, family_id: str | None) -> str:
        """Write what differs, all or nothing; return what became of it: changed, unchanged or refused."""
        changes, fixed = self._changes(rows, family_id)
        if fixed:
            self._report.findings += fixed
            return "refused"
        new = sum(1 for change in changes if not change.update)
        if changes and not self._report.dry_run:
            try:
                self._server.write(changes, cmd=IMPORT, whole=True)
            except ServerProblem as error:
                place = rows[0].place
                self._report.findings.append(replace(place, facts={"why": f"{what}: {error}"}))
                return "refused"
        self._report.rows["new"] += new
        self._report.rows["changed"] += len(changes) - new
        self._report.rows["unchanged"] += len(rows) - len(changes)
        return "changed" if changes else "unchanged"

    def _changes(self, rows: list[PlannedRow], family_id: str | None) -> tuple[list[Change], list[Finding]]:
        changes: list[Change] = []
        fixed: list[Finding] = []
        said = self._said(rows)
        for row in sorted(rows, key=lambda row: RANK[row.entity]):
            head = self._ledger.doc(row.entity, row.row_id)
            change = _change(row, head, said.get((row.entity, row.row_id), {}), family_id)
            if change is not None and self._is_fixed(row, head):
                fixed.append(replace(row.place, code="final_note"))
            elif change is not None:
                changes.append(change)
        return changes, fixed

    def _said(self, rows: list[PlannedRow]) -> dict[tuple[str, str], Doc]:
        """Return what imports said before of those rows that stand otherwise at the agency now."""
        found: dict[tuple[str, str], Doc] = {}
        for entity in {row.entity for row in rows}:
            own = [row for row in rows if row.entity == entity]
            self._ledger.prefetch(entity, [row.row_id for row in own])
            differ = [row.row_id for row in own if self._differs(row)]
            said = self._ledger.said(entity, differ)
            found |= {(entity, row_id): doc for row_id, doc in said.items()}
        return found

    def _differs(self, row: PlannedRow) -> bool:
        head = self._ledger.doc(row.entity, row.row_id)
        return head is not None and _change(row, head, {}, None) is not None

    def _is_fixed(self, row: PlannedRow, head: Doc | None) -> bool:
        if row.entity in CHILD_OF_FINAL:
            head = self._ledger.doc("contact", str(row.doc["contact_id"]))
        elif row.entity != "contact":
            return False
        return head is not None and head.get("status") == "final"


def _change(row: PlannedRow, head: Doc | None, said: Doc, family_id: str | None) -> Change | None:
    """Return what a row of the files changes: a cell that says what it said before leaves what people wrote since."""
    if head is None:
        return Change(row.entity, row.row_id, row.doc)
    changed = {
        name: value
        for name, value in row.doc.items()
        if not _same(row.entity, name, head.get(name), value)
        and not (name in said and _same(row.entity, name, said[name], value))
    }
    if not changed:
        return None
    return Change(row.entity, row.row_id, changed, update=True, family_id=family_id)


def _same(entity: str, name: str, old: Value, new: Value) -> bool:
    if REGISTRY[entity].field(name).policy is Policy.GROW:
        return read_members(new) <= read_members(old)
    return old == new
