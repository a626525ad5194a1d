"""The drawn family on its canvas, with all that is done in it; read as a list it has the same power."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.genogram import Ask, Drawn
from engage_desktop.views.family.genogram.add_sheet import AddKinSheet
from engage_desktop.views.family.genogram.legend import Legend
from engage_desktop.views.family.genogram.picture import PERSON, TIE, moved, scene_of
from engage_desktop.views.family.genogram.reading_list import Entry, EntryDelegate, entries_of
from engage_desktop.views.family.genogram.scope_bar import ScopeBar
from engage_desktop.views.family.genogram.times import TimeBar, earliest_of
from engage_desktop.views.family.genogram.verbs import Verbs
from engage_desktop.views.family.genogram.words import GenogramWords
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.history import History
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.canvas.tools import CanvasTools
from engage_desktop.views.kit.canvas.view import Canvas
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, row
from engage_desktop.views.kit.lists import CardListView, FrozenListModel
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.theme import look
from engage_domain.genogram.draw import reroute
from engage_domain.genogram.model import Spot

LIVE = 160
LEAST = 88  # the drawing gives way before the window has to grow
LOADING, DRAWING, LIST, EMPTY, WRONG = range(5)


class GenogramBoard(QWidget):
    """The family drawn from its record. `person_opened` carries whoever was pressed."""

    person_opened = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._words = GenogramWords(ground.words, self)
        self._latest = Latest(ground.lanes, self)
        self.history = History(ground, self)
        self.verbs = Verbs(self, ground, self.history)
        self._drawn: Drawn | None = None
        self._names: dict[str, str] = {}
        self._wanted_key = ""
        self._under_way: tuple[str, Spot] | None = None
        self._is_read_only = self._is_list = False
        self._make()
        self._connect()
        self.setLayout(column(self.times, (self._paper, 1), row((self.legend, 1), self.tools, gap=8), gap=4))
        self.times.hide()

    def show_pieces(self, *, shown: bool) -> None:
        """Show the drawing with its choices, or nothing of it."""
        self.setVisible(shown)
        is_empty = self._drawn is not None and not self._drawn.chart.family.members
        self.scope.set_shown(shown=shown and not is_empty)

    def show_list(self, *, shown: bool) -> None:
        """Read the drawing as a list, or draw it; one stays at the same person."""
        here = self.here
        self._is_list = shown
        self._fold()
        self._show_way()
        if shown:
            self.list.setCurrentIndex(self.model.index(self.model.place_of(here)))
        elif self.canvas.board.has(here):
            self.canvas.board.focus_key = here

    @property
    def drawn(self) -> Drawn | None:
        """Return what is drawn."""
        return self._drawn

    @property
    def here(self) -> str:
        """Return the person one is at: in the drawing or in the list. Nobody while neither shows."""
        if self.isHidden():
            return ""
        if self._stack.currentIndex() == LIST:
            found = self.model.row_at(self.list.currentIndex())
            return found.person_id if found else ""
        return self.canvas.focus_key

    def reload(self) -> None:
        """Read and lay out again."""
        focus, steps = self.scope.wanted()
        day = self.times.value() if self.scope.day.isChecked() else None
        ask = Ask(self._ground.family_id, day, focus, steps, look().scale)
        self._latest.read(partial(self._ground.services.genogram.draw, ask), self._on_drawn, self._on_failed)

    def choose(self, person_id: str) -> None:
        """Show somebody as chosen."""
        self._wanted_key = person_id
        self.canvas.choose(person_id)
        if person_id:
            self.canvas.board.focus_key = person_id if self.canvas.board.has(person_id) else ""
        self._delegate.shown_id = person_id
        self.list.viewport().update()

    def add(self) -> AddKinSheet | None:
        """Ask who is added, to whoever one is at."""
        return None if self._is_read_only else self.verbs.add(self._wanted_key or self.here)

    def connect_people(self) -> None:
        """Ask who is connected with whom."""
        self.verbs.connect_people(self._wanted_key or self.here)

    def enter(self) -> None:
        """Let the keyboard be in the drawing or the list."""
        where = self.list if self._stack.currentIndex() == LIST else self.canvas
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> dict[str, str]:
        """Return what is shown and where one is in it."""
        found = {f"canvas_{key}": value for key, value in self.canvas.place().items()} | self.scope.place()
        day = self.times.value() if self.scope.day.isChecked() else None
        return found | ({"day": day.isoformat()} if day else {})

    def restore(self, place: dict[str, str]) -> None:
        """Show it again."""
        inside = {k.removeprefix("canvas_"): v for k, v in place.items() if k.startswith("canvas_")}
        self.canvas.restore(inside)
        self.scope.restore(place)
        with suppress(KeyError, ValueError):
            self.times.show_day(date.fromisoformat(place["day"]))
            self.scope.day.setChecked(True)
        self.reload()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be seen and nothing be written."""
        self._is_read_only = read_only
        self.canvas.set_movable(not read_only)
        self._offer()

    def restyle(self) -> None:
        """Lay out again: words are as wide as the text is large."""
        self._fold()
        self._show_way()
        if self._drawn is not None and self._drawn.ask.scale != look().scale:
            self.reload()

    def _make(self) -> None:
        self.canvas = Canvas(self.tr("The family, drawn"))
        self.tools = CanvasTools(self.canvas)
        self.scope, self.times = ScopeBar(self), TimeBar(self._ground)
        self.legend = Legend(self._ground.words)
        self.tidy = IconButton("wand-sparkles", self.tr("Tidy up: forget where people were put"))
        self.help = IconButton("circle-help", self.tr("What the signs mean"))
        self.more = IconButton(
            "sliders-horizontal", self.tr("More: from whom it is seen, how far, on which day")
        )
        self.tools.add(self.more)
        self.tools.add(self.tidy)
        self.tools.add(self.help)
        self.model = FrozenListModel[Entry](
            key=lambda one: one.person_id, speech=lambda one: one.speech, title=lambda one: one.title
        )
        self.list = CardListView(self.tr("The family, read as a list"), gap=0)
        self._delegate = EntryDelegate(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self._empty = EmptyState(
            "git-fork",
            self.tr("Draw the family together"),
            self.tr(
                "Begin with a child, then who cares for it. Everybody you add here is written down, and the drawing"
                " grows by itself."
            ),
        )
        self.first_button: Button = self._empty.add_verb(
            self.tr("Add the first person"), "user-plus", primary=True
        )
        self._error = ErrorState(self.tr("The drawing cannot be shown just now"))
        holder = QWidget()
        holder.setMinimumHeight(LEAST)
        self._stack = QStackedLayout(holder)
        name = self.tr("The family, drawn")
        for piece in (
            LoadingState(),
            self.canvas,
            self.list,
            Scroll(self._empty, name),
            Scroll(self._error, name),
        ):
            self._stack.addWidget(piece)
        self._paper = Card(column((holder, 1), gap=0, pad=(12, 12, 12, 12)))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)

    def _connect(self) -> None:
        self.canvas.opened.connect(self.person_opened)
        self.canvas.stroke_opened.connect(self._on_stroke)
        self.canvas.dragging.connect(self._on_dragging)
        self.canvas.moved.connect(self._on_moved)
        self.canvas.undo_wanted.connect(self._on_undo)
        self.canvas.redo_wanted.connect(self._on_redo)
        self.list.opened.connect(self._on_entry)
        self.scope.changed.connect(self.reload)
        self.scope.day.toggled.connect(self._on_day_toggled)
        self.tidy.clicked.connect(self.verbs.tidy)
        self.more.clicked.connect(self._on_more)
        self.scope.changed.connect(self._fold)
        self.scope.day.toggled.connect(self._fold)
        self.help.clicked.connect(self.legend.open_all)
        self.times.chosen.connect(self.reload)
        self.first_button.clicked.connect(self.add)
        self._error.retry_wanted.connect(self.reload)
        self._soon.timeout.connect(self._follow)
        self.history.changed.connect(self._offer)
        self.verbs.added.connect(self._on_added)
        self.verbs.failed.connect(self.reload)
        for keys, verb in ((QKeySequence.StandardKey.Undo, self._on_undo), ("Ctrl+Shift+Z", self._on_redo)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(verb)
        insert = QShortcut(QKeySequence(Qt.Key.Key_Insert), self)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        insert.activated.connect(self.add)

    def _on_drawn(self, drawn: Drawn) -> None:
        scene = scene_of(drawn, self._words, self._ground.today())
        self._drawn, self._names = drawn, scene.names
        self.verbs.know(drawn, scene.names)
        self.scope.show_drawn(drawn, scene.names)
        self.times.know(earliest_of([one.birth for one in drawn.chart.family.members]))
        self.legend.show_drawing(drawn.drawing)
        self.canvas.choose(self._wanted_key)
        self.canvas.show_picture(scene.picture)
        self.list.show_rows(entries_of(drawn, self._words, scene.names))
        self._show_way()
        self._offer()

    def _show_way(self) -> None:
        if self._drawn is None:
            return
        is_empty, as_list = not self._drawn.chart.family.members, self._is_list
        self._stack.setCurrentIndex(EMPTY if is_empty else LIST if as_list else DRAWING)
        self.scope.set_shown(shown=not is_empty and not self.isHidden())
        self.legend.setVisible(not is_empty and not as_list and not look().large)
        self.more.setVisible(not is_empty and look().large)
        self.tools.setVisible(not is_empty or self.history.can_undo or self.history.can_redo)
        self.tools.show_zoom(shown=not as_list and not is_empty)
        self.tidy.setVisible(not as_list and not is_empty)
        self.help.setVisible(not is_empty)

    def _on_more(self) -> None:
        self.scope.unfold(unfolded=not self.scope.takes_room)
        self._paper.setVisible(not self.scope.takes_room)

    def _fold(self) -> None:
        """Show the drawing again once something was chosen."""
        self.scope.unfold(unfolded=False)
        self._paper.setVisible(True)

    def _offer(self) -> None:
        """Offer what can be done now."""
        may = not self._is_read_only
        self.tools.set_history(can_undo=may and self.history.can_undo, can_redo=may and self.history.can_redo)
        self.first_button.setEnabled(may)
        has_places = self._drawn is not None and bool(self._drawn.chart.places)
        self.tidy.setEnabled(may and has_places)

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The drawing cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(WRONG)

    def _on_entry(self, entry: object) -> None:
        if isinstance(entry, Entry):
            self.person_opened.emit(entry.person_id)

    def _on_stroke(self, key: str) -> None:
        if key.startswith(PERSON):
            self.person_opened.emit(key.removeprefix(PERSON))
        elif key.startswith(TIE) and not self._is_read_only:
            self.verbs.change_tie(key.removeprefix(TIE))

    def _on_day_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's own
        self.times.setVisible(shown)
        self.reload()

    def _on_added(self, person_id: str) -> None:
        self._wanted_key = ""
        self.canvas.board.focus_key = person_id
        self.person_opened.emit(person_id)

    def _on_undo(self) -> None:
        if not self._is_read_only:
            self.history.undo()

    def _on_redo(self) -> None:
        if not self._is_read_only:
            self.history.redo()

    def _on_dragging(self, key: str, x: float, y: float) -> None:
        if self._drawn is not None and len(self._drawn.drawing.symbols) <= LIVE:
            self._under_way = (key, Spot(x, y))
            self._soon.start()

    def _follow(self) -> None:
        """Let the lines follow whoever is dragged."""
        under_way, self._under_way = self._under_way, None
        if under_way is not None:
            self._show_moved(*under_way)

    def _show_moved(self, key: str, at: Spot) -> None:
        if self._drawn is not None:
            drawing = reroute(self._drawn.layout, {key: at})
            self.canvas.show_picture(moved(self.canvas.picture, self._drawn, drawing, self._words))

    def _on_moved(self, key: str, x: float, y: float) -> None:
        """Remember where somebody was put; the others stay where they are seen now."""
        if self._drawn is None:
            return
        self._under_way = None
        self._show_moved(key, Spot(x, y))
        known = self._drawn.chart.places
        spots = {one.person_id: one.at for one in self._drawn.drawing.symbols if one.person_id not in known}
        spots[key] = Spot(x, y)
        scale = look().scale
        self.verbs.move(
            {one: (round(at.x / scale), round(at.y / scale)) for one, at in _first(key, spots).items()}
        )


def _first(key: str, spots: dict[str, Spot]) -> dict[str, Spot]:
    """Return the places with the one that was moved first."""
    return {key: spots[key], **spots}
