"""Supports: who and what stands round the family, or round one of its children; drawn, and as a list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part
from engage_desktop.views.family.supports.bar import SupportBar
from engage_desktop.views.family.supports.cards import SupportDelegate
from engage_desktop.views.family.supports.drawing import SupportDrawing, circle_of
from engage_desktop.views.family.supports.panel import SupportPanel
from engage_desktop.views.family.supports.pictures import Middle
from engage_desktop.views.family.supports.sheet import AddSupportSheet
from engage_desktop.views.family.supports.told import SupportTold
from engage_desktop.views.family.supports.welcome import SupportWelcome
from engage_desktop.views.family.supports.writing import SupportWriting
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.beside import Beside
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, group
from engage_desktop.views.kit.lists import CardListView, FrozenListModel
from engage_desktop.views.kit.notices import ErrorState, LoadingState
from engage_domain.supports import Support, Supports

SHOWS = ("support", "person", "case_member", "family", "draft")
SIDE = 420
LOADING, DRAWN, LISTED, EMPTY, FAILED = range(5)


class SupportsPart(Part):
    """A drawing or a list beside the support that is chosen; with large text one after the other."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._told = SupportTold(ground, self)
        self._known: Supports | None = None
        self._wanted = self._arriving = ""
        self._read_only = False
        self.writing = SupportWriting(ground, self)
        self.history = self.writing.history
        self.drawing = SupportDrawing(self._told)
        self.list = CardListView(self.tr("Supports"), columns_from=700, gap=0)
        self.model = FrozenListModel[Support](
            key=lambda support: support.support_id,
            speech=self._told.sentence,
            title=lambda support: support.name,
        )
        self._delegate = SupportDelegate(self.list, self._told)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.panel = SupportPanel(ground, self._told)
        self.bar = SupportBar(ground, self.drawing.canvas)
        left = group(column(self.bar, (self._lists(), 1), gap=6))
        self._both = Beside(left, self.panel, SIDE, SIDE + 40)
        self.setLayout(column(self._both, gap=0))
        self._latest = Latest(ground.lanes, self)
        self._wire()
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))

    def reload(self) -> None:
        """Look again."""
        job = partial(self.ground.services.supports.all, self.ground.family_id)
        self._latest.read(job, self._on_supports, self._on_failed)

    def open_row(self, row_id: str) -> None:
        """Show one support."""
        self.panel.settle()
        self._wanted = row_id
        self._show()
        self._both.show_panel(shown=bool(self._wanted))
        self.panel.enter()

    def close_support(self) -> None:
        """Show none and go back to where one was."""
        self.panel.settle()
        self._wanted = ""
        self.panel.clear()
        self._delegate.shown_id = ""
        self.drawing.canvas.choose("")
        self._both.show_panel(shown=bool(self._wanted))
        target: QWidget = self.list if self.bar.is_list else self.drawing.canvas
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_support(self) -> AddSupportSheet | None:
        """Ask who or what it is."""
        if self._known is None or self._read_only:
            return None
        sheet = AddSupportSheet(self, self.ground, self._known, self.bar.about)
        sheet.takes(self.writing.adds(lambda: (sheet.name.text(), sheet.given())))
        sheet.open()
        return sheet

    def settle(self) -> None:
        """Hand on what is typed."""
        self.panel.settle()

    def place(self) -> dict[str, str]:
        """Return how supports are shown, round whom, and which one is open."""
        found = self.bar.place() | {"support": self._wanted}
        return found | {f"map.{name}": value for name, value in self.drawing.canvas.place().items()}

    def restore(self, place: dict[str, str]) -> None:
        """Show them as before."""
        self.bar.restore(place)
        self._wanted = place.get("support", "")
        self._show()
        self._both.show_panel(shown=bool(self._wanted))
        inside = {k.removeprefix("map."): v for k, v in place.items() if k.startswith("map.")}
        self.drawing.canvas.restore(inside)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        is_other, self._read_only = read_only != self._read_only, read_only
        self.bar.set_read_only(read_only)
        self.panel.set_read_only(read_only)
        self.drawing.canvas.set_movable(not read_only)
        self.welcome.verb.setEnabled(not read_only)
        if is_other:
            self._on_turned()
            self._show()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this part."""
        return (
            (self.tr("Arrows"), self.tr("go from support to support")),
            (self.tr("Enter"), self.tr("open this support")),
            (self.tr("Shift+arrows"), self.tr("move it on the map")),
            (self.tr("1 to 4"), self.tr("bring it into a circle")),
            ("Ctrl+Z", self.tr("undo")),
            (self.tr("Esc"), self.tr("back to all supports")),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a number bring the support one is at in the list into a circle."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and circle_of(event):
            support = self.model.row_at(self.list.currentIndex())
            if support is not None:
                self._on_circled(support.support_id, circle_of(event))
            return True
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        self.bar.changed.connect(self._show)
        self.bar.add_wanted.connect(self.add_support)
        self.bar.anew_wanted.connect(self._on_anew)
        self.list.opened.connect(self._on_row)
        self.drawing.opened.connect(self.open_row)
        self.drawing.middle_opened.connect(self.bar.open_middle)
        self.drawing.placed.connect(self._on_placed)
        self.drawing.circled.connect(self._on_circled)
        self.drawing.canvas.undo_wanted.connect(self._on_undo)
        self.drawing.canvas.redo_wanted.connect(self._on_redo)
        self.history.changed.connect(self._on_turned)
        self.panel.closed.connect(self.close_support)
        self.panel.person_wanted.connect(self.person_opened)
        self.writing.made.connect(self._on_made)
        self.writing.failed.connect(self._show)
        self._keys(QKeySequence(Qt.Key.Key_Escape), self.close_support)
        self._keys(QKeySequence(QKeySequence.StandardKey.Undo), self._on_undo)
        self._keys(QKeySequence("Ctrl+Shift+Z"), self._on_redo)
        self.list.installEventFilter(self)

    def _keys(self, sequence: QKeySequence, then: object) -> None:
        keys = QShortcut(sequence, self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(then)

    def _lists(self) -> QWidget:
        self.welcome = SupportWelcome()
        self.welcome.verb.clicked.connect(self.add_support)
        self._error = ErrorState("")
        self._error.retry_wanted.connect(self.reload)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        name = self.tr("Supports")
        for piece in (
            LoadingState(),
            self.drawing,
            self.list,
            Scroll(self.welcome, name),
            Scroll(self._error, name),
        ):
            self._stack.addWidget(piece)
        return holder

    def _on_supports(self, supports: Supports) -> None:
        self._known = supports
        self._told.know(supports)
        self.bar.know(supports)
        arriving = self._arriving if supports.one(self._arriving) is not None else ""
        if arriving:
            self._arriving = ""
            self.open_row(arriving)
        else:
            self._show()

    def _show(self) -> None:
        known = self._known
        if known is None:
            return
        about = self.bar.about
        every, shown = known.about(about), known.about(about, self.bar.day or self.ground.today())
        self._show_panel(known)
        self.bar.set_state(any_dragged=any(s.place for s in every), any_supports=bool(every))
        self.welcome.ask(known.name_of(about) if about else "")
        middle = self._middle(known, about)
        if not self.bar.is_list:
            self.drawing.show_supports(self.bar.way, about, middle, shown)
        self.list.show_rows(every if self.bar.day is None else shown)
        self.drawing.canvas.choose(self._wanted)
        self._delegate.shown_id = self._wanted
        self.list.viewport().update()
        self._stack.setCurrentIndex(EMPTY if not every else LISTED if self.bar.is_list else DRAWN)

    def _middle(self, known: Supports, about: str) -> Middle:
        if about:
            return Middle(known.name_of(about), "")
        children = [p.name for p in known.people if p.is_child]
        return Middle(known.family_name, self.ground.words.listed(children))

    def _show_panel(self, known: Supports) -> None:
        support = known.one(self._wanted) if self._wanted else None
        if support is not None:
            self.panel.show_support(support, known)
        elif self._wanted:
            self._wanted = ""
            self.panel.clear()
            self._both.show_panel(shown=bool(self._wanted))

    def _on_row(self, support: object) -> None:
        if isinstance(support, Support):
            self.open_row(support.support_id)

    def _on_turned(self) -> None:
        may = not self._read_only
        self.bar.set_history(can_undo=may and self.history.can_undo, can_redo=may and self.history.can_redo)

    def _on_undo(self) -> None:
        if not self._read_only:
            self.history.undo()

    def _on_redo(self) -> None:
        if not self._read_only:
            self.history.redo()

    def _on_anew(self) -> None:
        every = self._known.about(self.bar.about) if self._known is not None else ()
        self.writing.place_anew(every)

    def _on_placed(self, support_id: str, x: int, y: int) -> None:
        self.writing.place(support_id, (x, y))

    def _on_circled(self, support_id: str, circle: int) -> None:
        if not self._read_only:
            self.writing.edit(support_id, {"circle": circle or None})

    def _on_made(self, support_id: str) -> None:
        self._arriving = support_id
        self.reload()

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The supports cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(FAILED)
