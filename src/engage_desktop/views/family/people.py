"""People: everybody who belongs to the family, and whoever is chosen, to read and to write."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.genogram.add_sheet import AddKinSheet
from engage_desktop.views.family.genogram.board import LEAST, GenogramBoard
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part
from engage_desktop.views.family.person_cards import PersonDelegate
from engage_desktop.views.family.person_panel import PersonPanel
from engage_desktop.views.family.roots import Roots
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.beside import Beside
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Segmented
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, flow
from engage_desktop.views.kit.lists import CardListView, FrozenListModel
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_domain.persons import People, PersonCard, PersonFile

SHOWS = (
    "person", "case_member", "relationship", "household", "household_member", "placement", "contact_point",
)  # fmt: skip
SIDE = 470
DRAWN, LISTED, CARDS = "drawing", "list", "cards"


class PeoplePart(Part):
    """The family drawn, read as a list or as cards, beside whoever is chosen.

    When text is large or room is narrow, one after the other.
    """

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._ground = ground
        self._told = Told(ground, self)
        self.model = FrozenListModel[PersonCard](
            key=lambda card: card.person_id, speech=self._speech, title=self._told.called
        )
        self.cards = CardListView(self.tr("People"), columns_from=560, gap=0)
        self._delegate = PersonDelegate(self.cards, self._told)
        self.cards.setModel(self.model)
        self.cards.setItemDelegate(self._delegate)
        self.cards.opened.connect(self._on_opened)
        self.panel = PersonPanel(ground, self._told)
        self.panel.closed.connect(self.close_person)
        self.panel.gone.connect(self._show_nobody)
        self.genogram = GenogramBoard(ground)
        self.genogram.person_opened.connect(self.open_person)
        ways = ((DRAWN, self.tr("Drawing")), (LISTED, self.tr("List")), (CARDS, self.tr("Cards")))
        self.way = Segmented(self.tr("Show people as"), ways, DRAWN)
        self.way.chosen.connect(self.show_as)
        self.add_button = Button(self.tr("Add a person"), "user-plus")
        self.add_button.clicked.connect(self.add_person)
        self.connect_button = Button(self.tr("Connect"), "link")
        self.connect_button.clicked.connect(self.genogram.connect_people)
        left = QWidget()
        self._both = Beside(left, self.panel, SIDE, SIDE + 60)
        self.roots = Roots(ground, self._told, self._both)
        self.roots.person_wanted.connect(self.open_person)
        self.panel.road_wanted.connect(self.roots.go)
        verbs = flow(
            self.add_button,
            self.connect_button,
            self.way,
            *self.genogram.scope.pieces,
            *self.roots.buttons,
            gap=4,
        )
        self.genogram.scope.fold_with(*self.roots.buttons)
        left.setLayout(column(verbs, (self.genogram, 1), (self._make_cards(), 1), gap=6))
        self.setLayout(column(self.roots, gap=0))
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._people: People | None = None
        self._wanted = ""
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.close_person)
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))
        self.show_as(DRAWN)

    @property
    def shown_id(self) -> str:
        """Whoever is chosen, or nobody."""
        return self.panel.person_id

    def reload(self) -> None:
        """Look again."""
        job = partial(self._ground.services.people, self._ground.family_id)
        self._latest_people.read(job, self._on_people, self._on_failed)
        self.genogram.reload()
        if self._wanted:
            self._read_file()

    def open_person(self, person_id: str) -> None:
        """Show somebody; with nobody, ask who is to be added."""
        if not person_id:
            self.add_person()
            return
        self.panel.settle()
        self._wanted = person_id
        self._read_file()

    def open_row(self, row_id: str) -> None:
        """Show somebody."""
        self.open_person(row_id)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this part."""
        return (
            (self.tr("Enter"), self.tr("open this person")),
            (self.tr("Insert"), self.tr("add somebody to them")),
            ("Ctrl+Z", self.tr("undo")),
            (self.tr("Esc"), self.tr("back to all people")),
        )

    def close_person(self) -> None:
        """Show nobody and go back to the people; on a side road, come back from it first."""
        if not self.roots.leave():
            self.panel.settle()
            self._show_nobody()

    def add_person(self) -> AddKinSheet | None:
        """Ask who belongs to the family; while it moves away, nobody can be added."""
        return self.genogram.add()

    def settle(self) -> None:
        """Hand on what is typed."""
        self.panel.settle()
        self.roots.settle()

    def place(self) -> dict[str, str]:
        """Return who is chosen, how people are shown, and where one is."""
        found = {"as": self.way.here(), "person": self.shown_id}
        chosen = self.panel.place() if self.shown_id else {}
        return found | self.genogram.place() | chosen | self.roots.place()

    def restore(self, place: dict[str, str]) -> None:
        """Show people as before, and whoever was chosen."""
        self.genogram.restore(place)
        if place.get("as") in {DRAWN, LISTED, CARDS}:
            self.show_as(place["as"])
        if place.get("person"):
            self.panel.restore(place)
            self.open_person(place["person"])
        self.roots.restore(place)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self.add_button.setEnabled(not read_only)
        self.connect_button.setEnabled(not read_only)
        self.genogram.set_read_only(read_only)
        self.panel.set_read_only(read_only)
        self.roots.set_read_only(read_only)

    def _make_cards(self) -> QWidget:
        empty = EmptyState(
            "users",
            self.tr("Nobody is written down yet"),
            self.tr(
                "Begin with the children and both parents; grandparents, neighbours and friends can follow."
            ),
        )
        empty.add_verb(self.tr("Add a person"), "user-plus", primary=True).clicked.connect(self.add_person)
        self._error = ErrorState("")
        self._error.retry_wanted.connect(self.reload)
        holder = QWidget()
        holder.setMinimumHeight(LEAST)
        self._stack = QStackedLayout(holder)
        name = self.tr("People")
        for piece in (LoadingState(), self.cards, Scroll(empty, name), Scroll(self._error, name)):
            self._stack.addWidget(piece)
        self._card_holder = holder
        return holder

    def _speech(self, card: PersonCard) -> str:
        said: str = self._delegate.speech(card)
        return said

    def _on_people(self, people: People) -> None:
        self._people = people
        self._told.know(people.everybody)
        self.cards.show_rows(people.everybody)
        self.panel.show_people(people)
        self._stack.setCurrentIndex(1 if people.everybody else 2)

    def show_as(self, way: str) -> None:
        """Show the people drawn, as a list that tells all the drawing shows, or as cards."""
        self.way.choose(way)
        self.genogram.show_pieces(shown=way != CARDS)
        self.genogram.show_list(shown=way == LISTED)
        self._card_holder.setVisible(way == CARDS)

    def _on_opened(self, card: object) -> None:
        if isinstance(card, PersonCard):
            self.open_person(card.person_id)

    def _read_file(self) -> None:
        job = partial(self._ground.services.file, self._wanted)
        self._latest.read(job, self._on_file, self._on_file_failed)

    def _on_file(self, file: PersonFile) -> None:
        if file.card.person_id != self._wanted:
            return
        is_new = self.panel.person_id != self._wanted
        self.panel.show_file(file)
        self._choose(self._wanted)
        if is_new:
            self.panel.enter()

    def _on_file_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
        self._show_nobody()

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The people cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(3)

    def _show_nobody(self) -> None:
        """Put the panel away; the keyboard goes back to the people, unless it is somewhere else already."""
        had_focus = self.panel.isAncestorOf(self.window().focusWidget())
        self._wanted = ""
        self._latest.cancel()
        self.panel.clear()
        self._choose("")
        if had_focus and self.way.here() == CARDS:
            self.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.genogram.enter()

    def _choose(self, person_id: str) -> None:
        self._delegate.shown_id = person_id
        self.cards.viewport().update()
        self.genogram.choose(person_id)
        self._both.show_panel(shown=bool(self._wanted))
