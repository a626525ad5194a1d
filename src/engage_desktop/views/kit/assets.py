"""The files the interface is made of: icons, fonts, words and translations, read from inside the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

RESOURCES = "engage_desktop"
FOLDER = "_resources"


def resource(*path: str) -> Traversable:
    """Return one of the files made by the build, by its path under `resources/`."""
    return files(RESOURCES).joinpath(FOLDER, *path)


@cache
def drawing(name: str) -> str:
    """Return the SVG text of an icon; its strokes have the colour `currentColor`.

    Raises FileNotFoundError for a name that is not in `resources/icons`.
    """
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def icon_names() -> frozenset[str]:
    """Return the names of all icons that exist."""
    return frozenset(
        f.name.removesuffix(".svg") for f in resource("icons").iterdir() if f.name.endswith(".svg")
    )


def font_files() -> list[bytes]:
    """Return the font files of the interface."""
    found = sorted(resource("fonts").iterdir(), key=lambda f: f.name)
    return [f.read_bytes() for f in found if f.name.endswith(".ttf")]
