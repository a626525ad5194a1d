"""The side roads of People: the search for kin, a child's years, family tree files. One at a time, over the people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.family_tree import BroughtIn
from engage_desktop.views.family.child_timeline.page import YearsPage
from engage_desktop.views.family.family_tree.page import TreePage
from engage_desktop.views.family.family_tree.saving import SaveSheet, Saving
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.kin_search.page import SearchPage
from engage_desktop.views.family.roots_links import SEARCH, TREE, YEARS
from engage_desktop.views.family.side_road import SideRoad
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING
from engage_wire.changed import Changed


@dataclass(frozen=True, slots=True)
class Road:
    """How a side road is made, and whether one can come back to it after a restart."""

    make: Callable[[Ground, Told, str], SideRoad]
    lasts: bool = True


ROADS = {
    SEARCH: Road(SearchPage),
    YEARS: Road(YearsPage),
    TREE: Road(TreePage, lasts=False),
}


def search_place(person_id: str) -> dict[str, str]:
    """Return the place in a family's workspace where somebody is looked for."""
    return {"part": "people", "people.road": SEARCH, "people.road_person": person_id}


class Roots(QStackedWidget):
    """The people, or one side road over them. `person_wanted` asks to show somebody among the people."""

    person_wanted = Signal(str)

    def __init__(self, ground: Ground, told: Told, people: QWidget) -> None:
        super().__init__()
        self._ground, self._told, self._people = ground, told, people
        self._read_only = False
        self.saving = Saving(self, ground)
        self._brought: BroughtIn | None = None
        self.road: SideRoad | None = None
        self._kind = ""
        self.addWidget(people)
        self.search_button = Button(self.tr("Search for kin"), "search")
        self.tree_button = IconButton("file-text", self.tr("Family tree file"))
        self.search_button.clicked.connect(lambda: self.go(SEARCH))
        self.tree_button.clicked.connect(self._open_menu)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The ways onto the side roads, for the row above the people."""
        return self.search_button, self.tree_button

    def go(self, kind: str, person_id: str = "") -> SideRoad:
        """Leave the people for a side road; from one where something is under way one does not leave."""
        self.leave()
        if self.road is not None:
            return self.road
        road = ROADS[kind].make(self._ground, self._told, person_id)
        road.closed.connect(self._on_closed)
        road.person_wanted.connect(self._on_person)
        road.road_wanted.connect(self._on_road)
        if isinstance(road, TreePage):
            road.brought.connect(self._on_brought)
        road.set_read_only(self._read_only)
        self.road, self._kind = road, kind
        self.addWidget(road)
        self.setCurrentWidget(road)
        road.reload()
        road.enter()
        return road

    def leave(self) -> bool:
        """Come back to the people, unless something has to be waited for; say whether one was away."""
        if self.road is not None and not self.road.may_leave:
            return True
        road, self.road, self._kind = self.road, None, ""
        if road is None:
            return False
        road.settle()
        self.setCurrentWidget(self._people)
        self.removeWidget(road)
        road.hide()
        road.deleteLater()
        return True

    def bring_in(self, path: Path | None = None) -> TreePage:
        """Look into a family tree file; without one, ask which."""
        page = self.go(TREE)
        if not isinstance(page, TreePage):
            raise TypeError("not the road of family trees")
        if path is not None:
            page.open_file(path)
        return page

    def save_as(self) -> SaveSheet:
        """Ask how the family is to be saved as a file."""
        return self.saving.ask()

    def take_back_tree(self) -> None:
        """Take everything of the family tree that was brought in last back."""
        if self._brought is None:
            return
        undo = self._ground.services.roots.bring_in.undo
        job = partial(undo, self._ground.family_id, self._brought.rows)
        self._ground.lanes.write(self, job, self._on_taken_back, self._could_not)

    def place(self) -> dict[str, str]:
        """Return the side road one is on."""
        if self.road is None or not ROADS[self._kind].lasts:
            return {}
        return {"road": self._kind, **self.road.place()}

    def restore(self, place: dict[str, str]) -> None:
        """Go onto the side road where one was."""
        kind = place.get("road", "")
        if kind in ROADS and ROADS[kind].lasts:
            self.go(kind, place.get("road_person", "")).restore(place)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self.road is not None:
            self.road.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written; files can still be saved."""
        self._read_only = read_only
        if self.road is not None:
            self.road.set_read_only(read_only)

    def _open_menu(self) -> None:
        menu = QMenu(self.tree_button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tree_button.accessibleName())
        bring = menu.addAction(look().icon("download", "text", 18), self.tr("Bring in a family tree…"))
        save = menu.addAction(look().icon("upload", "text", 18), self.tr("Save as a family tree file…"))
        bring.setEnabled(not self._read_only)
        bring.triggered.connect(self._on_bring)
        save.triggered.connect(self._on_save)
        if self._brought is not None and self._brought.rows and not self._read_only:
            back = menu.addAction(look().icon("undo-2", "text", 18), self.tr("Take back what was brought in"))
            back.triggered.connect(self._on_take_back)
        menu.popup(self.tree_button.mapToGlobal(QPoint(RING, self.tree_button.height())))

    def _on_bring(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.bring_in()

    def _on_save(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.save_as()

    def _on_take_back(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.take_back_tree()

    def _on_brought(self, brought: BroughtIn | None) -> None:
        self._brought = brought

    def _on_taken_back(self, changed: Changed) -> None:
        self._brought = None
        self._ground.bus.publish(changed)
        self._ground.say(self.tr("All of it was taken back."), "", None)

    def _could_not(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)

    def _on_closed(self) -> None:
        self.leave()
        self.search_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_person(self, person_id: str) -> None:
        self.leave()
        self.person_wanted.emit(person_id)

    def _on_road(self, kind: str, person_id: str) -> None:
        self.go(kind, person_id)
