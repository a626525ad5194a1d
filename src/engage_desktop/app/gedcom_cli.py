"""`engage-desktop gedcom inspect FILE`: what is in a family tree, without opening the vault."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from engage_domain.gedcom.faults import FaultCode, GedcomFault, Notice
from engage_domain.gedcom.reader import read

BAD_FILE = 2
SENTENCES = {
    FaultCode.EMPTY: "the file is empty",
    FaultCode.TOO_LARGE: "the file is larger than 64 MB",
    FaultCode.NOT_TEXT: "this is not a text file",
    FaultCode.MISSING_HEADER: "a family tree begins with a HEAD record, and this file does not",
    FaultCode.UNREADABLE_LINE: "this line has no level and no tag",
    FaultCode.INVALID_LEVEL: "the level of {detail} does not follow from the line before it",
    FaultCode.MISSING_REFERENCE: "{detail} is referred to, but there is no such record",
    FaultCode.WRONG_REFERENCE: "{detail} is referred to as something that it is not",
    FaultCode.DUPLICATE_REFERENCE: "{detail} is the name of two records",
    FaultCode.ANCESTOR_CYCLE: "{detail} would be their own ancestor",
}


def run_gedcom(argv: Sequence[str]) -> int:
    """Run the subcommand: print what is in a file as JSON, or one sentence about why it cannot be read."""
    parser = argparse.ArgumentParser(prog="engage-desktop gedcom")
    commands = parser.add_subparsers(dest="command", required=True)
    inspect = commands.add_parser("inspect", help="print what is in a GEDCOM file, as JSON")
    inspect.add_argument("file", type=Path)
    asked = parser.parse_args(argv)
    return _inspect(asked.file)


def _inspect(path: Path) -> int:
    try:
        tree = read(path.read_bytes())
    except OSError as error:
        return _refuse(f"{path.name}: cannot be opened ({error.strerror or 'unreadable'}).")
    except GedcomFault as fault:
        sentence = SENTENCES[fault.code].format(detail=fault.detail)
        return _refuse(f"{path.name}, line {fault.line}: {sentence}. Nothing was taken from it.")
    found = {
        "people": len(tree.people),
        "unions": len(tree.unions),
        "parent_links": tree.parent_links,
        "warnings": [_notice(notice) for notice in tree.notices],
        "encoding": tree.encoding.value,
        "version": tree.version or None,
    }
    json.dump(found, sys.stdout, ensure_ascii=True, indent=1)
    print()
    return 0


def _notice(notice: Notice) -> dict[str, str | int]:
    """Tell where and what; the words of the file stay in the file."""
    return {"line": notice.line, "tag": notice.tag, "code": notice.code.value}


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BAD_FILE
