"""Look for what the house forbids in forms and screens: `python tools/check_forms.py`; prints faults, fails on any.

Forms (`ui/*.ui`): inputs without a name, text that may become rich, item widgets, lists with widgets inside.
Screens (`views/`): the same in code, and sentences that nobody could translate.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET  # noqa: S405 - the forms are our own
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VIEWS = ROOT / "src/engage_desktop/views"
APP = ROOT / "src/engage_desktop/app"
INPUTS = {
    "QLineEdit",
    "QPlainTextEdit",
    "QComboBox",
    "QSpinBox",
    "QDateEdit",
    "QTimeEdit",
    "QListView",
    "QTreeView",
}
PLAIN = {"ExtraSelection"}  # a mark over plain text, which Qt keeps under the name of its rich editor
FORBIDDEN = {
    "QTextEdit": "rich text reaches for files; use QPlainTextEdit",
    "QTextBrowser": "rich text reaches for files; use QPlainTextEdit",
    "QTableWidget": "lists are models",
    "QListWidget": "lists are models",
    "QTreeWidget": "lists are models",
    "QMessageBox": "use kit.dialogs",
    "QInputDialog": "use kit.dialogs",
    "QProgressDialog": "use kit.notices.ProgressPanel",
    "setItemWidget": "lists are models with delegates",
    "setIndexWidget": "lists are models with delegates",
    "setHtml": "text from people is plain",
    "appendHtml": "text from people is plain",
    "RichText": "text from people is plain",
    "AutoText": "text from people is plain",
    "MarkdownText": "text from people is plain",
}
SAYING = {
    "Text", "PageTitle", "page_title", "panel_title", "card_title", "meta", "paragraph", "Page", "Button", "Toggle",
    "Check", "BigTile", "Chip", "Notice", "EmptyState", "ErrorState", "LoadingState", "ProgressPanel", "Field",
    "LineEdit", "TextArea", "SearchField", "SecretField", "add_verb", "add_answer", "set_title", "setText",
    "set_work", "set_net", "setAccessibleName", "setAccessibleDescription", "setToolTip", "setPlaceholderText",
}  # fmt: skip
SECOND_SAYING = {"IconButton", "EmptyState", "Notice", "ErrorState"}
LEAST_LETTERS = 3


def form_faults(file: Path) -> Iterator[str]:
    """Yield what is wrong with one form."""
    root = ET.parse(file).getroot()  # noqa: S314 - the forms are our own
    buddies = {b.findtext("cstring") for b in root.iter("property") if b.get("name") == "buddy"}
    for widget in root.iter("widget"):
        kind, name = widget.get("class", ""), widget.get("name", "")
        properties = {p.get("name"): "".join(p.itertext()).strip() for p in widget.findall("property")}
        if kind in FORBIDDEN:
            yield f"{file.name}: {name} is a {kind}: {FORBIDDEN[kind]}"
        if kind in INPUTS and name not in buddies and not properties.get("accessibleName"):
            yield f"{file.name}: {name} has neither a buddy nor an accessible name"
        if kind == "QLabel" and not properties.get("textFormat", "").endswith("PlainText"):
            yield f"{file.name}: {name} may show rich text; set textFormat to PlainText"


def screen_faults(file: Path) -> Iterator[str]:
    """Yield what is wrong with one module of the screens."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    plain = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in PLAIN
    }
    for node in ast.walk(tree):
        word = _word(node)
        if word in FORBIDDEN and id(node) not in plain:
            yield f"{file.name}:{getattr(node, 'lineno', 0)}: {word}: {FORBIDDEN[word]}"
        if isinstance(node, ast.Call):
            yield from _untranslated(node, file)
            yield from _lost(node, file)


def _word(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _untranslated(call: ast.Call, file: Path) -> Iterator[str]:
    name = _word(call.func)
    said = call.args[:1] if name in SAYING else []
    said += call.args[1:2] if name in SECOND_SAYING else []
    for value in said:
        text = _literal(value)
        if sum(c.isalpha() for c in text) >= LEAST_LETTERS and not (name == "EmptyState" and text.islower()):
            yield f"{file.name}:{value.lineno}: {name}({text[:40]!r}) cannot be translated; use self.tr"


def _lost(call: ast.Call, file: Path) -> Iterator[str]:
    """Find sentences a translation would not reach: the class that speaks must be the class that is read."""
    if _word(call.func) != "tr" or not isinstance(call.func, ast.Attribute):
        return
    place = f"{file.name}:{call.lineno}"
    if _word(call.func.value) != "self":
        yield f"{place}: only self.tr is found by the translator's tools"
    if not call.args or not isinstance(call.args[0], ast.Constant):
        yield f"{place}: tr takes a plain sentence; fill it afterwards with .format"


def _literal(value: ast.expr) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(
            p.value for p in value.values if isinstance(p, ast.Constant) and isinstance(p.value, str)
        )
    return ""


def faults() -> list[str]:
    """Return everything the house forbids that is in its forms and screens."""
    forms = [fault for file in sorted((ROOT / "ui").glob("*.ui")) for fault in form_faults(file)]
    screens = [
        file for part in (VIEWS, APP) for file in sorted(part.rglob("*.py")) if "_forms" not in file.parts
    ]
    return forms + [fault for file in screens for fault in screen_faults(file)]


def main() -> int:
    found = faults()
    print("\n".join(found) or "forms and screens: nothing forbidden")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
