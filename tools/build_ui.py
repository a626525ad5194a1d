"""Compile forms, translations and resources; called by the build hook and by make.

Generated code is never committed: `ui/*.ui` become typed modules in `views/_forms`, `resources/i18n/*.ts`
become `.qm`, and `resources/` is copied beside the packages that read it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sysconfig
import tomllib
import xml.etree.ElementTree as ET  # noqa: S405 - the translations are our own
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
    source = re.sub(
        r"def (setupUi|retranslateUi)\(self, (\w+)\):", r"def \1(self, \2: QWidget) -> None:", source
    )
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
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def translations() -> None:
    for source in sorted((ROOT / "resources/i18n").glob("*.ts")):
        target = DESKTOP_RESOURCES / "i18n" / f"{source.stem}.qm"
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def twins() -> None:
    """Write which sentence of one language is which in another: the tour names controls in English everywhere."""
    for source in sorted((ROOT / "resources/i18n").glob("*.ts")):
        pairs: dict[str, list[str]] = {}
        for message in ET.parse(source).getroot().iter("message"):  # noqa: S314 - the same
            said, twin = message.findtext("source") or "", message.findtext("translation") or ""
            if said and twin and twin not in pairs.setdefault(said, []):
                pairs[said].append(twin)
        words = [
            tomllib.loads((ROOT / f"resources/words/{lang}.toml").read_text(encoding="utf-8"))
            for lang in ("en", source.stem)
        ]
        there = dict(leaves(words[1]))
        for path, said in leaves(words[0]):
            if path in there and there[path] not in pairs.setdefault(said, []):
                pairs[said].append(there[path])
        target = DESKTOP_RESOURCES / "i18n" / f"{source.stem}.json"
        write_if_new(target, json.dumps(pairs, ensure_ascii=False, sort_keys=True))


def leaves(node: Any, path: str = "") -> list[tuple[str, str]]:
    """List the texts of a word file with where they stand, in order."""
    if isinstance(node, dict):
        return [leaf for key in sorted(node) for leaf in leaves(node[key], f"{path}.{key}")]
    return [(path, node)] if isinstance(node, str) else []


def copy(parts: tuple[str, ...], target: Path) -> None:
    for part in parts:
        source = ROOT / "resources" / part
        if source.is_dir():
            shutil.copytree(source, target / part, dirs_exist_ok=True)


def build() -> None:
    copy(SERVER_PARTS, SERVER_RESOURCES)
    copy(
        tuple(p.name for p in (ROOT / "resources").iterdir() if p.is_dir() and p.name != "i18n"),
        DESKTOP_RESOURCES,
    )
    forms()
    translations()
    twins()


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by make, where the build back end need not be importable
    pass
else:

    class BuildUi(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own parameter is internal
        """Hatch calls this before it packs or installs the project."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
            """Build what the package needs."""
            build()


if __name__ == "__main__":
    build()
