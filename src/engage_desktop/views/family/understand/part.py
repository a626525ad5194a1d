"""Understand: their words beside the map, their own numbers below it, and the children's three areas."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.family.understand.carrying import CarryPage
from engage_desktop.views.family.understand.child_room import ChildRoom
from engage_desktop.views.family.understand.columns import MapColumns
from engage_desktop.views.family.understand.compare import ComparePage
from engage_desktop.views.family.understand.editor import PLAN
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.family.understand.scale_panel import ScalePanel
from engage_desktop.views.family.understand.words_panel import WordsPanel
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.inputs import Segmented
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.theme import look
from engage_domain.persons import People
from engage_domain.understanding import Statement, Understanding
from engage_wire.changed import Changed

SHOWS = (
    "statement",
    "scale_answer",
    "child_areas",
    "child_words",
    "mark",
    "contact",
    "person",
    "case_member",
    "goal",
)
MAP_PAGE, CARRY_PAGE, COMPARE_PAGE = "map", "carry", "compare"
WORDS_WIDE, BOTH = 316, 860


class Beside(QWidget):
    """Their words at the start, the rest beside them; the words go below when there is no room."""

    def __init__(self, words: QWidget, rest: QWidget) -> None:
        super().__init__()
        self._words, self._rest = words, rest
        self._box = row(words, (rest, 1), gap=4)
        self.setLayout(self._box)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """Decide again whether both fit."""
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again whether both fit."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        stacked = look().large or 1 < self.width() < look().px(BOTH)
        side = look().px(WORDS_WIDE)
        self._words.setMinimumWidth(0 if stacked else side)
        self._words.setMaximumWidth(16_777_215 if stacked else side)
        way = QBoxLayout.Direction
        self._box.setDirection(way.BottomToTop if stacked else way.LeftToRight)


class UnderstandPart(Part):
    """What the family says about itself."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.folk = Folk(ground, self)
        self.words = WordsPanel(ground, self.folk)
        self.columns, self.scale = MapColumns(ground, self.folk), ScalePanel(ground, self.folk)
        self.carry, self.compare = CarryPage(ground, self.folk), ComparePage(ground, self.folk)
        pages = (
            (MAP_PAGE, self.tr("The map")),
            (CARRY_PAGE, self.tr("Strengths and needs")),
            (COMPARE_PAGE, self.tr("Then and now")),
        )
        self.way = Segmented(self.tr("Show"), pages, MAP_PAGE)
        self.way.chosen.connect(self.show_page)
        self._map = group(column((self.columns, 2), (self.scale, 3), gap=4))
        self._pages = {MAP_PAGE: self._map, CARRY_PAGE: self.carry, COMPARE_PAGE: self.compare}
        rest = group(column(row(self.way, None), *((page, 1) for page in self._pages.values()), gap=4))
        self._body = Scroll(Beside(self.words, rest), self.tr("Understand"))
        self._loading, self._empty, self._error = LoadingState(), self._first_step(), ErrorState("")
        self._stack = QStackedLayout(self)
        name = self.tr("Understand")
        for piece in (self._loading, self._body, Scroll(self._empty, name), Scroll(self._error, name)):
            self._stack.addWidget(piece)
        self.room: ChildRoom | None = None
        self._people: People | None = None
        self._found: Understanding | None = None
        self._read_only, self._is_begun = False, False
        self._others: frozenset[str] = frozenset()
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._wire()
        self.show_page(MAP_PAGE)
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))

    def reload(self) -> None:
        """Look again."""
        services, family_id = self.ground.services, self.ground.family_id
        self._latest_people.read(partial(services.people, family_id), self._on_people, self._on_failed)
        self._latest.read(partial(services.understand.read, family_id), self._on_found, self._on_failed)

    def show_page(self, key: str) -> None:
        """Show the map, strengths and needs, or then and now."""
        self.way.choose(key)
        for name, page in self._pages.items():
            page.setVisible(name == key)
        self._body.verticalScrollBar().setValue(0)

    def know_parts(self, names: dict[str, str]) -> None:
        """Know which parts there are: a next step is handed to the plan when there is one."""
        self._others = frozenset(names)

    def open_row(self, row_id: str) -> None:
        """Open a statement to be written on."""
        found = (
            next((s for s in self._found.statements if s.statement_id == row_id), None)
            if self._found
            else None
        )
        if found is None:
            return
        column_ = self.columns.column_of(found.kind)
        self.show_page(MAP_PAGE if column_ is not None else CARRY_PAGE)
        piles = [pile for one in ([column_] if column_ else []) for pile in one.piles()]
        for panel in self.carry.panels:
            piles += [panel.pile, panel.done_pile]
        for pile in piles:
            pile.open_statement(row_id)

    def place(self) -> dict[str, str]:
        """Return where one is in this part."""
        return {"page": self.way.here()}

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says."""
        if place.get("page", "") in self._pages:
            self.show_page(place["page"])

    def settle(self) -> None:
        """Hand everything typed here to the write lane."""
        self.columns.settle()
        self.carry.settle()
        if self.room is not None:
            self.room.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._read_only = read_only
        for piece in (self.words, self.columns, self.scale, self.carry):
            piece.set_read_only(read_only)
        self._empty.setEnabled(not read_only)
        if self.room is not None:
            self.room.set_read_only(read_only)

    def open_areas(self, areas_id: str) -> ChildRoom:
        """Open a talk with a child."""
        room = self._child_room()
        room.open_areas(areas_id)
        return room

    def begin_areas(self, child_id: str) -> ChildRoom:
        """Begin a talk with a child."""
        room = self._child_room()
        room.begin(child_id)
        return room

    def _wire(self) -> None:
        self.words.note_opened.connect(self.note_opened)
        self.words.areas.opened.connect(self.open_areas)
        self.words.areas.begun.connect(self.begin_areas)
        self.columns.step_wanted.connect(self._on_step)
        self.carry.step_wanted.connect(self._on_step)
        self._error.retry_wanted.connect(self.reload)

    def _first_step(self) -> EmptyState:
        empty = EmptyState(
            "messages-square",
            self.tr("The family knows itself best"),
            self.tr(
                "Begin with one question: what is working well? Write it down in their words, with who said it. "
                "Worries, next steps and their own numbers can follow, a little at each visit."
            ),
        )
        self.well_button = empty.add_verb(self.tr("What is working well"), "sprout", primary=True)
        self.well_button.clicked.connect(self._begin_well)
        empty.add_verb(self.tr("Start a visit"), "house").clicked.connect(self.visit_wanted)
        return empty

    def _begin_well(self) -> None:
        self._is_begun = True
        self._show()
        self.columns.columns[1].pile.add()

    def _on_people(self, people: People) -> None:
        self._people = people
        self.folk.know(people.cards)
        self._show()

    def _on_found(self, found: Understanding) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        if self._people is None or self._found is None:
            return
        if self._found.is_empty and not self._is_begun and not self._is_writing():
            self._stack.setCurrentIndex(2)
            return
        has_plan = PLAN in self._others
        self.words.show_found(self._found)
        self.columns.show_found(self._found, has_plan=has_plan)
        self.carry.show_found(self._found, has_plan=has_plan)
        self.scale.show_found(self._found)
        self.compare.show_found(self._found)
        self._stack.setCurrentIndex(1)

    def _is_writing(self) -> bool:
        return any(one.is_writing for one in (*self.columns.columns, *self.carry.panels))

    def _child_room(self) -> ChildRoom:
        if self.room is None:
            over: QWidget = self.window()
            above = self.parentWidget()
            while above is not None:
                if isinstance(above, Page):
                    over = above
                    break
                above = above.parentWidget()
            self.room = ChildRoom(over, self.ground, self.folk)
            self.room.closed.connect(self.reload)
        self.room.set_read_only(self._read_only)
        return self.room

    def _on_step(self, statement: Statement) -> None:
        """Lead on to the plan as soon as the words stand in the record, so that these very words are taken."""
        self.settle()
        job = partial(self.ground.services.understand.leave, statement.statement_id)
        self.ground.lanes.write(self, job, partial(self._lead_on, statement.statement_id), self._could_not)

    def _lead_on(self, statement_id: str, changed: Changed) -> None:
        self.ground.bus.publish(changed)
        self.part_wanted.emit(f"{PLAN}:{statement_id}")

    def _could_not(self, error: EngageError) -> None:
        self.ground.say(Trouble(self).of(error), "", None)

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("This cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(3)
