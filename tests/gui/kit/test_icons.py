from __future__ import annotations

import ast
from pathlib import Path

from engage_desktop.views import kit
from engage_desktop.views.kit import assets, paint, rail
from engage_desktop.views.kit.notices import ICONS

VIEWS = Path(kit.__path__[0]).parent
FIRST = {"IconButton", "Icon", "IconPlate", "EmptyState", "Middle", "icon", "pixmap", "set_icon", "show_icon"}
SECOND = {"Button", "Toggle", "BigTile", "add_verb", "add_answer"}
THIRD = {"Chip", "Place"}
BY_NAME = {"icon", "after"}


def named_icons(source: str) -> set[str]:
    """Return every icon named as a literal where the kit takes one."""
    found: set[str] = set()
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        place = 0 if name in FIRST else 1 if name in SECOND else 2 if name in THIRD else None
        given = [call.args[place]] if place is not None and len(call.args) > place else []
        given += [k.value for k in call.keywords if k.arg in BY_NAME]
        found |= {
            v.value for v in given if isinstance(v, ast.Constant) and isinstance(v.value, str) and v.value
        }
    return found


def test_every_icon_named_in_the_screens_exists() -> None:
    files = [file for file in VIEWS.rglob("*.py") if "_forms" not in file.parts]
    missing = {
        (file.name, name) for file in files for name in named_icons(file.read_text()) - assets.icon_names()
    }
    assert missing == set()


def test_the_icons_the_kit_chooses_by_itself_exist() -> None:
    turned = set(paint.MIRRORED) | set(paint.MIRRORED.values())
    chosen = {rail.BRAND_ICON, *rail.SYNC_ICONS.values(), *ICONS.values(), *turned}
    assert chosen <= assets.icon_names()


def test_icons_take_the_colour_they_are_given() -> None:
    assert all("currentColor" in assets.drawing(name) for name in assets.icon_names())


def test_icons_and_fonts_carry_their_licences() -> None:
    assert "ISC" in assets.resource("icons", "LICENSE-Lucide.txt").read_text()
    assert "SIL OPEN FONT LICENSE" in assets.resource("fonts", "LICENSE-Inter.txt").read_text().upper()
