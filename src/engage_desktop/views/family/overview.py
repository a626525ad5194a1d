"""The Overview: their words first, then what both sides promised, who is who, and what comes next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.plan_book import PlanBook
from engage_desktop.views.family.appointments import AppointmentsPanel
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.kin_lines import ChildrenPanel, ParentsPanel, WhoPanel
from engage_desktop.views.family.part import Part, scrolled_to
from engage_desktop.views.family.plan.glance import GoalsGlance
from engage_desktop.views.family.promises import PromisesPanel
from engage_desktop.views.family.quotes import QuotesPanel
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, SplitBody, clear, column, group, row
from engage_desktop.views.kit.marks import Card, IconPlate
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_domain.persons import People
from engage_domain.workspace import OpenNote, Overview

SHOWS = (
    "family", "case_period", "person", "case_member", "mark", "contact", "contact_participant", "action_step",
    "appointment", "placement", "relationship", "contact_point", "plan", "goal",
    "search_effort",
)  # fmt: skip


class NotesPanel(QWidget):
    """Visits and notes that wait to be finished. `opened` carries the contact."""

    opened = Signal(str)

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        self._ground, self._told = ground, told
        self._lines = column(gap=6)
        title = panel_title(self.tr("To finish"))
        self.setLayout(column(Card(column(title, self._lines, gap=8, pad=(20, 16, 12, 14))), gap=0))

    def show_notes(self, notes: tuple[OpenNote, ...]) -> None:
        """Show what is unfinished; nothing at all when there is none."""
        clear(self._lines)
        self.setVisible(bool(notes))
        for note in notes:
            self._lines.addWidget(self._line(note))

    def _line(self, note: OpenNote) -> QWidget:
        kind = note.types[-1] if note.types else ""
        name = self._ground.words.word("contact_type", kind) or self.tr("Note")
        when = self._told.moment(note.started_at)
        finish = Button(self.tr("Finish"), "pencil-line", "soft", tone="clay")
        finish.setAccessibleName(self.tr("Finish: {what}, {when}").format(what=name, when=when))
        finish.clicked.connect(partial(self._on_finish, note.contact_id))
        words = column(Text(name, weight=600, lines=0), meta(when, lines=0), gap=1)
        return group(row(IconPlate("notebook-pen", "clay", 38), (words, 1), finish, gap=10))

    def _on_finish(self, contact_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.opened.emit(contact_id)


class OverviewPart(Part):
    """A family at a glance."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._ground = ground
        self._told = told = Told(ground, self)
        self.quotes, self.promises = QuotesPanel(ground, told), PromisesPanel(ground, told)
        self.who, self.parents = WhoPanel(told), ParentsPanel(told)
        self.children_panel = ChildrenPanel(ground, told)
        self.appointments, self.notes = AppointmentsPanel(ground, told), NotesPanel(ground, told)
        self._empty = self._first_step()
        self.goals = GoalsGlance(ground, told)
        main = group(column(self._empty, self.quotes, self.goals, self.promises, self.who, None, gap=16))
        side = group(column(self.notes, self.children_panel, self.parents, self.appointments, None, gap=8))
        self._body = body = Scroll(SplitBody(main, side, 400), self.tr("Overview"))
        self._goal = 0
        self._loading, self._error = LoadingState(), ErrorState("")
        self._stack = QStackedLayout(self)
        for piece in (self._loading, body, Scroll(self._error, self.tr("Overview"))):
            self._stack.addWidget(piece)
        self._people: People | None = None
        self._overview: Overview | None = None
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._latest_plans = Latest(ground.lanes, self)
        self._book: PlanBook | None = None
        self._wire()
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))

    def reload(self) -> None:
        """Look again."""
        services, family_id = self._ground.services, self._ground.family_id
        self._latest_people.read(partial(services.people, family_id), self._on_people, self._on_failed)
        self._latest.read(partial(services.overview, family_id), self._on_overview, self._on_failed)
        self._latest_plans.read(partial(services.plan.plans, family_id), self._on_book, self._on_failed)

    def place(self) -> dict[str, str]:
        """Return how far one has read."""
        return {"scroll": str(self._body.verticalScrollBar().value())}

    def restore(self, place: dict[str, str]) -> None:
        """Go there, once everything is shown."""
        self._goal = scrolled_to(place)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        for panel in (self.promises, self.appointments, self.parents, self.notes, self._empty):
            panel.setEnabled(not read_only)

    def _wire(self) -> None:
        self.quotes.note_opened.connect(self.note_opened)
        self.goals.wanted.connect(partial(self.part_wanted.emit, "plan"))
        self.notes.opened.connect(self.note_opened)
        self.who.opened.connect(self.person_opened)
        self.parents.opened.connect(self.person_opened)
        self.parents.arrange_wanted.connect(self._on_arrange)
        self.appointments.started.connect(self.visit_started)
        self._error.retry_wanted.connect(self.reload)

    def _first_step(self) -> EmptyState:
        empty = EmptyState(
            "heart-handshake",
            self.tr("This is where their story begins"),
            self.tr(
                "Start with a visit, or write down who belongs to the family. Everything you keep shows here."
            ),
        )
        empty.add_verb(self.tr("Start a visit"), "house", primary=True).clicked.connect(self.visit_wanted)
        empty.add_verb(self.tr("Add people"), "user-plus").clicked.connect(
            lambda: self.person_opened.emit("")
        )
        return empty

    def _on_book(self, book: PlanBook) -> None:
        self._book = book
        self._show_goals()

    def _on_people(self, people: People) -> None:
        self._people = people
        self._show()

    def _on_overview(self, overview: Overview) -> None:
        self._overview = overview
        self._show()

    def _show_goals(self) -> None:
        """Show what the family works for, and whether its story has begun at all."""
        if self._people is None or self._overview is None:
            return
        known = self._overview
        has_begun = known.has_contacts or known.promises or known.appointments
        is_new = not has_begun and (self._book is None or not self._book.plans)
        self._empty.setVisible(is_new)
        for panel in (self.quotes, self.promises):
            panel.setVisible(not is_new)
        if self._book is not None:
            self.goals.show_book(self._book)

    def _show(self) -> None:
        if self._people is None or self._overview is None:
            return
        cards, overview = self._people.cards, self._overview
        self._told.know(cards)
        self._show_goals()
        self.who.setVisible(bool(cards))
        self.quotes.show_quotes(overview.quotes)
        self.promises.show_promises(overview)
        self.who.show_people(cards)
        self.children_panel.show_children(overview.children)
        self.parents.show_parents(overview.parents)
        self.appointments.show_appointments(overview.appointments, cards, overview.resting)
        self.notes.show_notes(overview.notes)
        self._stack.setCurrentIndex(1)
        if self._goal:
            goal, self._goal = self._goal, 0
            QTimer.singleShot(0, self, lambda: self._body.verticalScrollBar().setValue(goal))

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("This family cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(2)

    def _on_arrange(self, person_id: str) -> None:
        self.appointments.arrange(with_id=person_id)
