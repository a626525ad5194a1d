"""Family trees nobody here wrote; tests that need one are skipped where they are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

PLACE = Path("shared/data/gedcom")
ABOVE = Path(__file__).resolve().parents[3:]
FOLDER = next((folder / PLACE for folder in ABOVE if (folder / PLACE).is_dir()), ABOVE[1] / PLACE)
VALID = (
    "ancestry-2025-export",
    "calendar-dates",
    "cont-conc",
    "family-structure-variants",
    "maximal70",
    "myheritage-2025-export",
    "relationships-complex",
    "royal92",
    "sex-value-variants",
    "utf16le",
    "utf8-unicode",
)


def shared_file(name: str) -> Path:
    """Return where one of the files stands."""
    path = FOLDER / f"{name}.ged"
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    return path


def shared_bytes(name: str) -> bytes:
    """Return one of the files."""
    return shared_file(name).read_bytes()
