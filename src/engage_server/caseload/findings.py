"""What is wrong with a caseload file, where exactly, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from engage_wire.codec import Json

SENTENCES = {
    # whole files
    "folder_missing": "There is no folder at this place.",
    "no_files": "None of the caseload files is here; families.csv is where a caseload begins.",
    "not_readable": "The file cannot be read: {why}.",
    "not_utf8": "This is not UTF-8 text (byte {byte}); save it as “CSV UTF-8”.",
    "utf16": "This is UTF-16 text; save it as “CSV UTF-8”.",
    "empty_file": "The file is empty; it needs at least the line of column names.",
    "header_only": "The file has column names and no rows.",
    "missing_column": "The column “{column}” is missing.",
    "double_column": "The column “{column}” is there twice.",
    "unknown_column": "The column “{column}” is not known and was left out.",
    "nameless_column": "A column without a name holds something and was left out.",
    "unclosed_quote": "A quotation mark opened here is never closed.",
    "cell_too_long": "A cell is longer than {limit} characters.",
    "bad_mapping": "The mapping cannot be used: {why}.",
    "no_rows": "No file holds any row, so there is nothing to import.",
    # rows
    "cell_count": "The row has {found} cells where the column names are {wanted}.",
    "missing_value": "This cell may not be empty.",
    "control_character": "The cell holds a character that is not text (U+{mark}).",
    "double_key": "The same key is on line {first}.",
    "not_a_date": "“{value}” is no date; write 2026-11-23, or 11/23/2026.",
    "no_such_day": "“{value}” is no day of the calendar.",
    "not_exact": "“{value}” names no day; only a birth date may be a month or a year.",
    "in_future": "“{value}” lies in the future.",
    "not_a_time": "“{value}” is no date with a time; write 2026-11-23 16:05.",
    "not_a_number": "“{value}” is no whole number.",
    "not_yes_or_no": "“{value}” is neither yes nor no.",
    "unknown_code": "“{value}” is not one of {known}.",
    "not_a_phone": "“{value}” is no telephone number of ten digits.",
    "unknown_family": "There is no family “{value}” in families.csv or on the server.",
    "unknown_person": "The family has no person “{value}”.",
    "unknown_user": "Nobody at the agency has the key or login “{value}”.",
    "unknown_team": "There is no team “{value}”.",
    "same_person": "The two people are the same.",
    "order": "The later date comes before the earlier one.",
    "final_note": "This note is final and stays as it is; a correction is an addendum.",
    "server_refused": "The server did not accept the family: {why}.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth knowing, with its file, line and column."""

    code: str
    file: str
    line: int = 0
    column: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    is_refusal: bool = True

    @property
    def sentence(self) -> str:
        """Return what is wrong, in a sentence."""
        return SENTENCES[self.code].format(**self.facts)

    def __str__(self) -> str:
        """Return place and sentence, as the command prints them."""
        line = f", line {self.line}" if self.line else ""
        column = f", column {self.column}" if self.column and self.line else ""
        return f"{self.file}{line}{column}: {self.sentence}"

    def document(self) -> Json:
        """Return the finding as JSON values."""
        kind = "refused" if self.is_refusal else "note"
        return {
            "code": self.code, "file": self.file, "line": self.line, "column": self.column, "kind": kind,
            "sentence": self.sentence,
        }  # fmt: skip


class Unusable(Exception):
    """A file or mapping that cannot be used at all; nothing of the caseload is imported."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class Misread(ValueError):
    """A cell that means nothing in its column."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
