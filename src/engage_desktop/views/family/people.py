"""People: everybody who belongs to the family, and whoever is chosen, to read and to write."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.views.family.genogram.board import GenogramBoard
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part
from engage_desktop.views.family.person_cards import PersonDelegate
from engage_desktop.views.family.person_panel import PersonPanel
from engage_desktop.views.family.roots import Roots
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit, Segmented
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, flow, row
from engage_desktop.views.kit.lists import CardListView, FrozenListModel
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.theme import look
from engage_domain.persons import People, PersonCard, PersonFile

SHOWS = (
    "person", "case_member", "relationship", "household", "household_member", "placement", "contact_point",
)  # fmt: skip
SIDE, NARROW = 470, 900
DRAWN = "drawing"


class AddPersonSheet(Sheet):
    """Asks a name and what the person is to the family; all else can wait."""

    def __init__(self, owner: QWidget, ground: Ground) -> None:
        super().__init__(owner.window())
        self.set_question(self.tr("Who belongs to the family?"))
        self.first, self.last = LineEdit(self.tr("First name")), LineEdit(self.tr("Family name"))
        self.role = ChoiceButton(
            self.tr("To the family"), ground.words.options("member_role"), empty=self.tr("Choose")
        )
        self.add(Field(self.tr("First name"), self.first, self.tr("What people call them is enough")))
        self.add(Field(self.tr("Family name"), self.last))
        self.add(Field(self.tr("What they are to the family"), self.role))
        self.add_answer(self.tr("Not now"))
        self._yes = self.add_answer(self.tr("Add"), "user-plus", main=True)
        self.first.textChanged.connect(self._judge)
        self.last.textChanged.connect(self._judge)
        self._judge()
        self.first.setFocus()

    def _judge(self) -> None:
        self._yes.setEnabled(bool(self.first.text().strip() or self.last.text().strip()))


class PeoplePart(Part):
    """A list beside whoever is chosen; when text is large or room is narrow, one after the other."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._ground = ground
        self._told = Told(ground, self)
        self.model = FrozenListModel[PersonCard](
            key=lambda card: card.person_id, speech=self._speech, title=self._told.called
        )
        self.list = CardListView(self.tr("People"), gap=0)
        self._delegate = PersonDelegate(self.list, self._told)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.opened.connect(self._on_opened)
        self.panel = PersonPanel(ground, self._told)
        self.panel.closed.connect(self.close_person)
        self.panel.gone.connect(self._on_gone)
        self.genogram = GenogramBoard(ground)
        self.genogram.person_opened.connect(self.open_person)
        ways = ((DRAWN, self.tr("Drawing")), ("list", self.tr("List")), ("cards", self.tr("Cards")))
        self.way = Segmented(self.tr("Show people as"), ways, DRAWN)
        self.way.chosen.connect(self.show_as)
        self.add_button = Button(self.tr("Add a person"), "user-plus")
        self.add_button.clicked.connect(self._on_add)
        self.connect_button = Button(self.tr("Connect"), "link")
        self.connect_button.clicked.connect(self.genogram.connect_people)
        self._left, inside = QWidget(), QWidget()
        self.roots = Roots(ground, self._told, inside)
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
        self._left.setLayout(column(verbs, (self.genogram, 1), (self._lists(), 1), gap=6))
        self._both = row((self._left, 1), self.panel, gap=12)
        inside.setLayout(self._both)
        self.setLayout(column(self.roots, gap=0))
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._people: People | None = None
        self._wanted = ""
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.close_person)
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))
        self._show_way(DRAWN)
        self._settle_room()

    @property
    def shown_id(self) -> str:
        """Whoever is chosen, or nobody."""
        return self.panel.person_id

    def reload(self) -> None:
        """Look again."""
        job = partial(self._ground.services.people, self._ground.family_id)
        self._latest_people.read(job, self._on_people, self._on_failed)
        if self.way.here() == DRAWN:
            self.genogram.reload()
        if self._wanted:
            self._read_file()

    def open_person(self, person_id: str) -> None:
        """Show somebody; with nobody, ask who is to be added."""
        if not person_id:
            self._on_add()
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
            (self.tr("Esc"), self.tr("back to all people")),
        )

    def close_person(self) -> None:
        """Show nobody and go back to the list; on a side road, come back from it first."""
        if self.roots.leave():
            return
        self.panel.settle()
        self._wanted = ""
        self._latest.cancel()
        self.panel.clear()
        self._delegate.shown_id = ""
        self._settle_room()
        self.list.viewport().update()
        self.genogram.choose("")
        if self.way.here() == DRAWN:
            self.genogram.enter()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_person(self) -> AddPersonSheet:
        """Ask for a name and what the person is to the family."""
        sheet = AddPersonSheet(self, self._ground)
        sheet.accepted.connect(partial(self._add, sheet))
        sheet.open()
        return sheet

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
        way = place.get("as", "")
        if way:
            self.way.choose(way)
            self.show_as(way)
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

    def restyle(self) -> None:
        """Decide again what fits."""
        self._settle_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again what fits."""
        super().resizeEvent(event)
        self._settle_room()

    def event(self, event: QEvent) -> bool:
        """Settle before the first showing."""
        if event.type() is QEvent.Type.Polish:
            self._settle_room()
        return super().event(event)

    def _lists(self) -> QWidget:
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
        self._stack = QStackedLayout(holder)
        name = self.tr("People")
        for piece in (LoadingState(), self.list, Scroll(empty, name), Scroll(self._error, name)):
            self._stack.addWidget(piece)
        self._list_holder = holder
        return holder

    def _speech(self, card: PersonCard) -> str:
        said: str = self._delegate.speech(card)
        return said

    def _settle_room(self) -> None:
        one_only = look().large or self.width() < look().px(NARROW)
        shown = bool(self._wanted)
        self._left.setVisible(not (one_only and shown))
        self.panel.setVisible(shown)
        self.panel.set_alone(one_only)
        self.panel.setMinimumWidth(0 if one_only else look().px(SIDE))
        self.panel.setMaximumWidth(16_777_215 if one_only else look().px(SIDE + 60))
        self._both.setStretch(1, 1 if one_only else 0)

    def _on_people(self, people: People) -> None:
        self._people = people
        self._told.know(people.everybody)
        self.list.show_rows(people.everybody)
        self.panel.show_people(people)
        self._stack.setCurrentIndex(1 if people.everybody else 2)

    def _on_add(self) -> None:
        if self.way.here() == DRAWN:
            self.genogram.add()
        else:
            self.add_person()

    def _show_way(self, way: str) -> None:
        is_drawn = way == DRAWN
        self.genogram.show_pieces(shown=is_drawn)
        self.connect_button.setVisible(is_drawn)
        self._list_holder.setVisible(not is_drawn)

    def show_as(self, way: str) -> None:
        """Show the people drawn, as a list or as cards."""
        self._show_way(way)
        if way == DRAWN:
            self.genogram.reload()
            return
        self._delegate.dense = way == "list"
        self.list.set_columns_from(0 if way == "list" else 560)

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
        self._delegate.shown_id = self._wanted
        self.list.viewport().update()
        self.genogram.choose(self._wanted)
        self._settle_room()
        if is_new:
            self.panel.enter()

    def _on_file_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
        self.close_person()

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The people cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(3)

    def _on_gone(self) -> None:
        self._wanted = ""
        self.panel.clear()
        self.genogram.choose("")
        self._settle_room()

    def _add(self, sheet: AddPersonSheet) -> None:
        job = partial(
            self._ground.services.add_person,
            self._ground.family_id,
            sheet.first.text(),
            sheet.last.text(),
            sheet.role.here(),
        )
        self._ground.lanes.write(self, job, self._on_added, self._on_add_failed)

    def _on_added(self, made: Made) -> None:
        self._ground.bus.publish(made)
        self.open_person(made.made_id)

    def _on_add_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
