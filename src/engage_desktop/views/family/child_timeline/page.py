"""Places and people in a child's life: the years drawn or as a list, what is chosen beside them, who came along."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.views.family.child_timeline.drawing import YearsDrawing
from engage_desktop.views.family.child_timeline.form import MomentCard, MomentForm, PeopleAlong
from engage_desktop.views.family.child_timeline.reading import MomentList
from engage_desktop.views.family.child_timeline.words import MomentWords
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.side_road import SideRoad
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.inputs import ChoiceButton, Segmented
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Box, Flow, Scroll, SplitBody, clear, column, group
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.text import Text
from engage_domain.child_timeline import ENTRY, ChildYears, Moment

SHOWS = (
    "timeline_entry", "placement", "household", "household_member", "relationship", "person", "case_member",
)  # fmt: skip
SIDE, STEP = 400, 1.5
DRAWN, LISTED = "drawn", "list"


class YearsPage(SideRoad):
    """One child's years."""

    def __init__(self, ground: Ground, _told: Told, person_id: str) -> None:
        super().__init__(ground, "")
        self.person_id = person_id
        self._years: ChildYears | None = None
        self._open_id, self._wants_focus = "", False
        self.words = MomentWords(ground, self)
        self.way = Segmented(
            self.tr("Show the years as"),
            ((DRAWN, self.tr("Drawing")), (LISTED, self.tr("Read as list"))),
            DRAWN,
        )
        self.way.chosen.connect(self.show_as)
        self.add_button = ChoiceButton(
            self.tr("Add to the years"),
            ground.words.options("timeline_kind"),
            icon="plus",
            kind="primary",
            empty=self.tr("Add to the years"),
        )
        self.add_button.chosen.connect(self._on_kind)
        self.nearer = IconButton("zoom-in", self.tr("Draw the years wider"))
        self.farther = IconButton("zoom-out", self.tr("Draw the years narrower"))
        self.nearer.clicked.connect(lambda: self._zoom(STEP))
        self.farther.clicked.connect(lambda: self._zoom(1 / STEP))
        self.add_verbs(self.way, self.farther, self.nearer, self.add_button)
        self._facts = Flow(gap=6, line_gap=4)
        self._facts_row = group(self._facts)
        name = self.tr("The years")
        self.drawing, self.list = YearsDrawing(self.words, name), MomentList(self.words, name)
        for view in (self.drawing, self.list):
            view.opened.connect(self._on_moment)
        self.along = PeopleAlong(self.words)
        self._wire_along()
        inside = column(gap=8)
        self.lay(self._facts_row, body=self._body(inside), inside=inside)
        self._latest = Latest(ground.lanes, self)
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))

    @property
    def form(self) -> MomentForm | None:
        """The entry being written."""
        piece = self._chosen_piece
        return piece if isinstance(piece, MomentForm) else None

    def reload(self) -> None:
        """Look again."""
        job = partial(self.ground.services.roots.years, self.person_id)
        self._latest.read(job, self._on_years, self._on_failed)

    def show_as(self, way: str) -> None:
        """Draw the years, or read them as a list."""
        self.way.choose(way)
        self.list.setVisible(way == LISTED)
        for piece in (self.drawing, self.nearer, self.farther):
            piece.setVisible(way != LISTED)

    def add(self, kind: str) -> None:
        """Begin an entry of some kind."""
        job = partial(self.ground.services.roots.add_moment, self.ground.family_id, self.person_id, kind)
        self.ground.lanes.write(self, job, self._on_added, self.could_not)

    def open_moment(self, row_id: str) -> None:
        """Show a moment beside the years; with none, who came along."""
        self.settle()
        self._open_id = row_id
        self._show_chosen()

    def place(self) -> dict[str, str]:
        """Return whose years, how they are shown, and what is open."""
        return {"road_person": self.person_id, "years_as": self.way.here(), "moment": self._open_id}

    def restore(self, place: dict[str, str]) -> None:
        """Show the years as before."""
        self.show_as(place.get("years_as", DRAWN))
        self._open_id = place.get("moment", "")
        if self._years is not None:
            self._show_chosen()

    def settle(self) -> None:
        """Hand on what is typed."""
        if self.form is not None:
            self.form.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        super().set_read_only(read_only)
        self.add_button.setEnabled(not read_only)
        self.first_button.setEnabled(not read_only)
        self.along.set_read_only(read_only)
        if self.form is not None:
            self.form.setEnabled(not read_only)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page."""
        return ((self.tr("Arrows"), self.tr("the moment before or after")),)

    def _body(self, inside: Box) -> QWidget:
        self._undated = Flow(gap=4, line_gap=4)
        self._undated_box = group(
            column(Text(self.tr("No day yet"), size=14, weight=600, inset=True), group(self._undated), gap=2)
        )
        main = group(column(self.drawing, self.list, self._undated_box, None, gap=6))
        self.list.hide()
        self._chosen = column(gap=0)
        self._chosen_piece: QWidget | None = None
        side = group(column(group(self._chosen), self.along, None, gap=8))
        self._split = SplitBody(main, side, SIDE, gap=12)
        inside.addWidget(self._split)
        self.area = Scroll(group(inside), self.tr("The years"))
        empty = EmptyState(
            "map",
            self.tr("Where has the child been, and with whom?"),
            self.tr("Begin with the first home anybody remembers. “Summer 2021” is day enough."),
        )
        self.first_button = empty.add_verb(self.tr("Add the first home"), "house", primary=True)
        self.first_button.clicked.connect(lambda: self.add("home"))
        self._error = ErrorState("")
        self._error.retry_wanted.connect(self.reload)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        name = self.tr("The years")
        for piece in (LoadingState(), self.area, Scroll(empty, name), Scroll(self._error, name)):
            self._stack.addWidget(piece)
        return holder

    def _wire_along(self) -> None:
        self.along.open_wanted.connect(self.person_wanted)
        self.along.search_wanted.connect(lambda person: self.road_wanted.emit("search", person))
        self.along.add_wanted.connect(self._on_add_person)

    def _on_years(self, years: ChildYears) -> None:
        self._years = years
        self.set_title(self.tr("Places and people in {name}’s life").format(name=years.name))
        self._stack.setCurrentIndex(1 if years.moments else 2)
        self.let_head_scroll(inside=bool(years.moments))
        today = self.ground.today()
        self.drawing.show_years(years, today)
        self.list.show_rows(years.moments)
        clear(self._facts)
        for icon, words in self.words.facts(years.facts):
            self._facts.addWidget(Chip(words, "sand", icon))
        self._facts_row.setVisible(bool(self._facts.count()))
        self._show_undated(years)
        self.along.show_people(years.people)
        self._show_chosen()

    def _show_undated(self, years: ChildYears) -> None:
        clear(self._undated)
        undated = [one for one in years.moments if one.begins() is None]
        self._undated_box.setVisible(bool(undated))
        for one in undated:
            button = Button(self.words.title(one), self.words.icon(one), "soft", tone=self.words.tone(one))
            button.setAccessibleName(self.words.sentence(one))
            button.clicked.connect(partial(self._on_undated, one.row_id))
            self._undated.addWidget(button)

    def _show_chosen(self) -> None:
        years = self._years
        moments = years.moments if years is not None else ()
        moment = next((one for one in moments if one.row_id == self._open_id), None)
        self.drawing.choose(self._open_id)
        self.list.choose(self._open_id)
        form = self.form
        if form is not None and moment is not None and form.row_id == moment.row_id:
            form.show_moment(moment)
            return
        clear(self._chosen)
        self._chosen_piece = None
        if moment is None or years is None:
            return
        self._chosen_piece = piece = self._piece(moment, years)
        self._chosen.addWidget(piece)
        QTimer.singleShot(0, piece, partial(self._show_piece, piece))
        if isinstance(piece, MomentForm) and self._wants_focus:
            self._wants_focus = False
            QTimer.singleShot(0, piece, piece.enter)

    def _show_piece(self, piece: QWidget) -> None:
        """Bring what was opened into view, beside the years or below them."""
        if self._split.stacked:
            self.area.ensureWidgetVisible(piece, 0, 24)
        else:
            self.area.verticalScrollBar().setValue(0)

    def _piece(self, moment: Moment, years: ChildYears) -> QWidget:
        if moment.is_own:
            form = MomentForm(self.ground, self.words, moment, years.everybody)
            form.closed.connect(self._on_closed)
            form.setEnabled(not self.read_only)
            return form
        card = MomentCard(self.words, moment)
        whom = moment.with_ids[0] if moment.entity == "relationship" and moment.with_ids else self.person_id
        card.open_wanted.connect(lambda: self.person_wanted.emit(whom))
        card.closed.connect(self._on_closed)
        return card

    def _zoom(self, times: float) -> None:
        self.drawing.set_zoom(self.drawing.zoom * times)

    def _on_kind(self, kind: str) -> None:
        self.add_button.choose("")
        self.add(kind)

    def _on_added(self, made: Made) -> None:
        self.settle()
        self._open_id, self._wants_focus = made.made_id, True
        self.ground.bus.publish(made)
        undo = partial(self._undo, made.made_id)
        self.ground.say(self.tr("Added to the years."), self.tr("Undo"), undo)

    def _undo(self, row_id: str) -> None:
        job = partial(self.ground.services.remove, ENTRY, row_id, "taken_back")
        self.ground.lanes.write(self, job, self.ground.bus.publish, self.could_not)

    def _on_add_person(self, name: str, looked_for: bool) -> None:  # noqa: FBT001 - a signal's value
        self.settle()
        services = self.ground.services.roots
        job = partial(
            services.add_from_timeline, self.ground.family_id, self.person_id, name, looked_for=looked_for
        )
        done = partial(self._on_person_added, looked_for)
        self.ground.lanes.write(self, job, done, self.could_not)

    def _on_person_added(self, looked_for: bool, made: Made) -> None:  # noqa: FBT001 - bound by partial
        self.ground.bus.publish(made)
        if looked_for:
            self.road_wanted.emit("search", made.made_id)
        else:
            undo = partial(self._take_back_person, made.made_id)
            self.ground.say(self.tr("Written down as kin."), self.tr("Undo"), undo)

    def _take_back_person(self, person_id: str) -> None:
        job = partial(self.ground.services.remove, "person", person_id, "taken_back")
        self.ground.lanes.write(self, job, self.ground.bus.publish, self.could_not)

    def _on_moment(self, moment: object) -> None:
        if isinstance(moment, Moment):
            self.open_moment(moment.row_id)

    def _on_undated(self, row_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.open_moment(row_id)

    def _on_closed(self) -> None:
        self.open_moment("")
        self.add_button.setFocus()

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("These years cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(3)
        self.let_head_scroll(inside=False)
