"""One part of a family's workspace, and how a workspace is told which parts there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground


class Part(QWidget):
    """What the workspace asks of every part; a part overrides what it has something to say to."""

    note_opened = Signal(str)
    person_opened = Signal(str)
    part_wanted = Signal(str)
    visit_started = Signal(str)
    visit_wanted = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground

    def reload(self) -> None:
        """Look again."""

    def open_row(self, row_id: str) -> None:
        """Show one thing of this part: a person, a goal, an entry."""

    def know_parts(self, names: dict[str, str]) -> None:
        """Know which parts there are, by key and name."""

    def place(self) -> dict[str, str]:
        """Return where one is in this part."""
        return {}

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says."""

    def settle(self) -> None:
        """Hand everything typed here to the write lane."""

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this part."""
        return ()


def scrolled_to(place: dict[str, str]) -> int:
    """Return how far one had read at a place, from the top."""
    scroll = place.get("scroll", "")
    return int(scroll) if scroll.isdecimal() and len(scroll) < 9 else 0


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part there may be: its key in places, its name on the bar, and how it is made."""

    key: str
    name: str
    make: Callable[[Ground], Part]
