"""A mapping file in the form it must have: every part there, columns in small letters, nothing nobody would read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engage_server.caseload import values
from engage_server.caseload.findings import Finding, Unusable
from engage_server.caseload.sheets import BY_FILE

SLOT = re.compile(r"\{([^{}]+)\}")
CHECKS = {"phone": values.read_phone, "date": values.read_day}
Spec = Mapping[str, Any]


def read_mapping(path: Path) -> list[Spec]:
    """Return the [[file]]s of a mapping file; Unusable when it is none."""
    try:
        spec = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        return [_file(part) for part in _parts("file", spec.get("file"))]
    except OSError as error:
        raise Unusable(Finding("not_readable", path.name, facts={"why": error.strerror or "?"})) from None
    except UnicodeDecodeError:
        raise _unusable(path.name, "it is no UTF-8 text") from None
    except ValueError as error:  # no TOML, or no mapping
        raise _unusable(path.name, str(error)) from None


def _unusable(name: str, why: str) -> Unusable:
    return Unusable(Finding("bad_mapping", name, facts={"why": why}))


def _file(said: Spec) -> Spec:
    """Return a [[file]] of a mapping in the form it must have, columns in small letters; ValueError when it cannot."""
    spec = _part("[[file]]", said, "source row", "each dates check find")
    whole: dict[str, Any] = {"source": _text("source", spec["source"]), "row": []}
    for part in _parts("file.row", spec["row"]):
        row = _part("[[file.row]]", part, "to cells", "when")
        sheet = BY_FILE.get(_text("to", row["to"]))
        if sheet is None:
            raise ValueError(f"“{row['to']}” is none of {', '.join(BY_FILE)}")
        cells = _words("cells", row["cells"])
        odd = sorted(set(cells) - sheet.known)
        if odd:
            raise ValueError(f"{sheet.file} has no column {', '.join(odd)}")
        when = {"when": _small(_text("when", row["when"]))} if "when" in row else {}
        whole["row"].append({"to": sheet.file, "cells": {n: _small(t) for n, t in cells.items()}, **when})
    for name in {"dates", "check"} & set(spec):
        whole[name] = {column.lower(): form for column, form in _words(name, spec[name]).items()}
    odd = sorted(set(whole.get("check", {}).values()) - set(CHECKS))
    if odd:
        raise ValueError(f"there is no check “{odd[0]}”; checks are {', '.join(CHECKS)}")
    if "each" in spec:
        whole["each"] = _named(_part("each", spec["each"], "name column", "split"))
    if "find" in spec:
        parts = _parts("find", spec["find"])
        whole["find"] = [_named(_part("find", part, "name source column equals", "split")) for part in parts]
    return whole


def _parts(name: str, said: object) -> list[Any]:
    if not isinstance(said, list) or not said:
        raise ValueError(f"it names no [[{name}]]")
    return said


def _part(where: str, said: object, needs: str, may: str) -> Spec:
    """Return a table of a mapping that has what it needs and nothing that nobody would read."""
    if not isinstance(said, dict):
        raise ValueError(f"{where} is no table")  # noqa: TRY004 - it becomes a sentence, like the others
    for key in needs.split():
        if not said.get(key):
            raise ValueError(f"{where} needs {key}")
    for key in sorted(set(said) - {*needs.split(), *may.split()}):
        raise ValueError(f"{where} has no {key}")
    return said


def _named(part: Spec) -> Spec:
    """Return an `each` or `find`: names of columns in small letters, as they are read."""
    texts = {key: _text(key, value) for key, value in part.items()}
    small = {key: texts[key].lower() for key in ("name", "column")}
    return texts | small | ({"equals": _small(texts["equals"])} if "equals" in texts else {})


def _words(name: str, said: object) -> dict[str, str]:
    if not isinstance(said, dict):
        raise ValueError(f"{name} is no table")  # noqa: TRY004 - it becomes a sentence, like the others
    return {str(key): _text(key, value, may_be_empty=True) for key, value in said.items()}


def _text(name: str, said: object, *, may_be_empty: bool = False) -> str:
    if not isinstance(said, str) or not (said or may_be_empty):
        raise ValueError(f"{name} is no text")
    return said


def _small(text: str) -> str:
    """Return a text with the columns it names in small letters."""
    return SLOT.sub(lambda found: found.group().lower(), text)
