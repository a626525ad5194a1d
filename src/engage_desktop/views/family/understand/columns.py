"""Worries, what is working well, and next steps: three columns, written on where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.understand.abreast import Abreast
from engage_desktop.views.family.understand.cards import StatementCard
from engage_desktop.views.family.understand.editor import StatementEditor
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column, group, let_go, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING, TEXT_PANEL
from engage_domain.understanding import Statement, StatementKind, Understanding

KIND_ICONS = {
    StatementKind.WORRY: "cloud-rain",
    StatementKind.WELL: "sprout",
    StatementKind.NEXT: "footprints",
    StatementKind.STRENGTH: "hand-heart",
    StatementKind.NEED: "life-buoy",
}
KIND_TONES = {
    StatementKind.WORRY: "warn",
    StatementKind.WELL: "good",
    StatementKind.NEXT: "info",
    StatementKind.STRENGTH: "good",
    StatementKind.NEED: "plum",
}
NARROWEST = 240


class Pile(QWidget):
    """Statements of one kind: cards, and the one that is being written. `changed_size` says that one opened or closed."""

    opened = Signal()
    step_wanted = Signal(object)

    def __init__(self, ground: Ground, folk: Folk, kind: StatementKind, label: str) -> None:
        super().__init__()
        self._ground, self._folk, self.kind = ground, folk, kind
        self._shown: tuple[Statement, ...] = ()
        self._can_write, self.has_plan = True, False
        self.editor: StatementEditor | None = None
        self._box = column(gap=2)
        self.setLayout(self._box)
        self._label = label
        self._removal = Removal(self, ground)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written here."""
        return self.editor is not None

    def show_statements(self, statements: tuple[Statement, ...]) -> None:
        """Show these; what is being written stays under the hand."""
        self._shown = statements
        editor = self.editor
        if editor is not None:
            self._box.removeWidget(editor)
        clear(self._box)
        for piece in self._pieces(statements):
            self._box.addWidget(piece)
        if editor is not None and self._box.indexOf(editor) < 0:
            self._box.addWidget(editor)

    def add(self) -> StatementEditor:
        """Begin a new one."""
        return self._open(None)

    def open_statement(self, statement_id: str) -> StatementEditor | None:
        """Write on one that is here."""
        one = next((s for s in self._shown if s.statement_id == statement_id), None)
        return self._open(one) if one is not None and self._can_write else None

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        if self._can_write == read_only:
            self._can_write = not read_only
            self._close()
            self.show_statements(self._shown)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self.editor is not None:
            self.editor.settle()

    def _open(self, one: Statement | None) -> StatementEditor:
        if self.editor is not None:
            if one is None and not self.editor.is_begun:
                self.editor.enter()
                return self.editor
            self._close()
        editor = StatementEditor(self._ground, self._folk, self.kind, one, has_plan=self.has_plan)
        editor.left.connect(self._close)
        editor.removal_wanted.connect(self._on_removal)
        editor.step_wanted.connect(self.step_wanted)
        self.editor = editor
        self.show_statements(self._shown)
        editor.show()
        self.opened.emit()
        editor.enter()
        return editor

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        editor.leave()
        focused = QApplication.focusWidget()
        had_focus = focused is not None and editor.isAncestorOf(focused)
        let_go(self._box, editor)
        self.show_statements(self._shown)
        self.opened.emit()
        if had_focus:
            self._focus_card(editor.statement_id)

    def _focus_card(self, statement_id: str) -> None:
        for at in range(self._box.count()):
            item = self._box.itemAt(at)
            card = item.widget() if item is not None else None
            if isinstance(card, StatementCard) and card.statement.statement_id == statement_id:
                card.show()
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pieces(self, statements: tuple[Statement, ...]) -> Iterator[QWidget]:
        for one in statements:
            yield self._piece(one)

    def _piece(self, one: Statement) -> QWidget:
        """Return what shows of a statement: the editor where it is being written, else its card."""
        editor = self.editor
        if editor is None or editor.statement_id != one.statement_id:
            return self._card(one)
        editor.show_statement(one)
        return editor

    def _card(self, one: Statement) -> QWidget:
        card = StatementCard(self._ground, self._folk, one)
        card.clicked.connect(lambda: self.open_statement(one.statement_id))
        return card

    def _on_removal(self, one: Statement) -> None:
        sheet = self._removal.ask(
            "statement", one.statement_id, self.tr("Take it off?"), self.tr("It stays in the history.")
        )
        sheet.accepted.connect(self._close)


class MapColumn(Card):
    """One column: what it asks, how many there are, the cards, and a place to add."""

    widened = Signal()

    def __init__(
        self, ground: Ground, folk: Folk, kind: StatementKind, title: str, asks: str, *, done: str
    ) -> None:
        super().__init__()
        self.kind, self._tone = kind, KIND_TONES[kind]
        self._title = Text(title, size=TEXT_PANEL, weight=700, ink=self._tone, lines=0)
        self._asks = Text(asks, size=13, weight=500, ink=self._tone, lines=0)
        self._count = Text("0", size=TEXT_PANEL - 2, weight=700, ink=self._tone, digits=True)
        head = column(
            row(Icon(KIND_ICONS[kind], self._tone, 24), (self._title, 1), self._count, gap=8),
            self._asks,
            gap=2,
        )
        self._band = group(row((head, 1), pad=(18, 12, 18, 8)))
        self.pile = Pile(ground, folk, kind, title)
        self._done_pile = Pile(ground, folk, kind, title)
        self._done_pile.hide()
        self.add_button = Button(self._add_words(), "plus", "soft", tone="primary")
        self.add_button.setAccessibleName(f"{title}: {self._add_words()}")
        self.add_button.clicked.connect(self.pile.add)
        self.done_button = Button("", kind="quiet", tone="sand", after="chevron-down", size=14)
        self.done_button.clicked.connect(self._on_done)
        self._done_words = done
        self.setLayout(
            column(
                self._band,
                group(
                    column(
                        self.pile,
                        None,
                        self._done_pile,
                        row((self.add_button, 1), self.done_button, gap=0),
                        gap=6,
                        pad=(10, 2, 10, 10),
                    )
                ),
                gap=0,
            )
        )
        self.done_button.hide()
        for pile in (self.pile, self._done_pile):
            pile.opened.connect(self.widened)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written in this column."""
        return self.pile.is_writing or self._done_pile.is_writing

    def piles(self) -> tuple[Pile, Pile]:
        """Return what still stands, and what is done with."""
        return self.pile, self._done_pile

    def show_found(self, found: Understanding) -> None:
        """Show what was said."""
        current, done = found.of_kind(self.kind), found.of_kind(self.kind, done=True)
        self.pile.show_statements(current)
        self._done_pile.show_statements(done)
        self._count.setText(str(len(current)))
        self._count.setAccessibleName(
            self.tr("{title}: {n}").format(title=self._title.text(), n=len(current))
        )
        self.done_button.setVisible(bool(done))
        said = self._done_words.format(n=len(done))
        self.done_button.say(self.tr("Done: {n}").format(n=len(done)))
        self.done_button.setToolTip(said)
        self.done_button.setAccessibleName(f"{self._title.text()}: {said}")
        if not done:
            self._done_pile.hide()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self.add_button.setEnabled(not read_only)
        for pile in self.piles():
            pile.set_read_only(read_only)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, and the coloured band behind its title."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        bend = look().px(RADIUS_CARD)
        whole, band = QPainterPath(), QPainterPath()
        whole.addRoundedRect(sheet.adjusted(1, 1, -1, -1), bend - 1, bend - 1)
        band.addRect(QRectF(sheet.left(), sheet.top(), sheet.width(), self._band.geometry().bottom()))
        painter.fillPath(whole.intersected(band), look().color(f"{self._tone}soft"))
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Return what the narrowest card needs."""
        return QSize(look().px(190), super().minimumSizeHint().height())

    def _add_words(self) -> str:
        return self.tr("Add")

    def _on_done(self) -> None:
        self._done_pile.setVisible(self._done_pile.isHidden())


class MapColumns(Abreast):
    """The three columns side by side, or below each other when there is no room. `step_wanted` carries a statement."""

    step_wanted = Signal(object)

    def __init__(self, ground: Ground, folk: Folk) -> None:
        done = self.tr("Done with: {n}")
        self.columns = (
            MapColumn(ground, folk, StatementKind.WORRY, self.tr("Worries"), self.tr("What might happen, to whom"), done=done),
            MapColumn(ground, folk, StatementKind.WELL, self.tr("Working well"), self.tr("What keeps the children safe now"), done=done),
            MapColumn(ground, folk, StatementKind.NEXT, self.tr("Next steps"), self.tr("What has to happen, who, by when"), done=done),
        )  # fmt: skip
        super().__init__(3 * NARROWEST, *self.columns)
        for one in self.columns:
            one.widened.connect(self._share_room)
            for pile in one.piles():
                pile.step_wanted.connect(self.step_wanted)

    def column_of(self, kind: str) -> MapColumn | None:
        """Return the column of a kind."""
        return next((one for one in self.columns if one.kind == kind), None)

    def show_found(self, found: Understanding, *, has_plan: bool) -> None:
        """Show what was said."""
        for one in self.columns:
            for pile in one.piles():
                pile.has_plan = has_plan
            one.show_found(found)

    def settle(self) -> None:
        """Hand on what is typed."""
        for one in self.columns:
            for pile in one.piles():
                pile.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        for one in self.columns:
            one.set_read_only(read_only)

    def minimumSizeHint(self) -> QSize:
        """Return one column: they can always stand below each other."""
        return QSize(look().px(NARROWEST), super().minimumSizeHint().height())

    def _share_room(self) -> None:
        super()._share_room()
        for at, one in enumerate(self.columns):
            self.box.setStretch(at, 1 if self.is_stacked or not one.is_writing else 2)
