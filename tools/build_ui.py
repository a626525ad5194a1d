"""Compile forms, translations and resources; called by the build hook and by make.

Generated code is never committed: `ui/*.ui` become typed modules in `views/_forms`, `resources/i18n/*.ts`
become `.qm`, and `resources/` is copied beside the packages that read it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "src/engage_desktop/views/_forms"
DESKTOP_RESOURCES = ROOT / "src/engage_desktop/_resources"
SERVER_RESOURCES = ROOT / "src/engage_server/_resources"
SERVER_PARTS = ("policy", "words", "sample")


def tool(name: str) -> str:
    """Return the path of a PySide6 command-line tool of this environment."""
    beside = Path(sysconfig.get_path("scripts")) / name
    return str(beside if beside.exists() else name)


def typed(source: str) -> str:
    """Give uic's output the signatures that strict type checking asks for."""
    source = re.sub(r"def (setupUi|retranslateUi)\(self, (\w+)\):", r"def \1(self, \2: QWidget) -> None:", source)
    names = set(re.findall(r"import \(([^)]*)\)", source))
    if not any("QWidget" in block for block in names):
        source += "\nfrom PySide6.QtWidgets import QWidget\n"
    return "# mypy: ignore-errors\n" + source


def forms() -> None:
    FORMS.mkdir(parents=True, exist_ok=True)
    (FORMS / "__init__.py").write_text('"""Compiled Designer forms; made by tools/build_ui.py."""\n')
    for form in sorted((ROOT / "ui").glob("*.ui")):
        made = subprocess.run([tool("pyside6-uic"), str(form)], check=True, capture_output=True, text=True)
        write_if_new(FORMS / f"{form.stem}.py", typed(made.stdout))


def write_if_new(path: Path, text: str) -> None:
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def translations() -> None:
    for source in sorted((ROOT / "resources/i18n").glob("*.ts")):
        target = DESKTOP_RESOURCES / "i18n" / f"{source.stem}.qm"
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def copy(parts: tuple[str, ...], target: Path) -> None:
    for part in parts:
        source = ROOT / "resources" / part
        if source.is_dir():
            shutil.copytree(source, target / part, dirs_exist_ok=True)


def build() -> None:
    copy(SERVER_PARTS, SERVER_RESOURCES)
    copy(tuple(p.name for p in (ROOT / "resources").iterdir() if p.is_dir() and p.name != "i18n"), DESKTOP_RESOURCES)
    forms()
    translations()


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by make, where the build back end need not be importable
    pass
else:

    class BuildUi(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own parameter is internal
        """Hatch calls this before it packs or installs the project."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
            build()


if __name__ == "__main__":
    sys.exit(build())
