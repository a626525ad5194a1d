"""The words of a note: one continuous page of headed sections, moved through with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.inputs import TextArea
from engage_desktop.views.kit.keeping import Keeper, Spot
from engage_desktop.views.kit.layout import Scroll, column, group
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING, TARGET
from engage_desktop.views.note.services import Hand
from engage_domain.note import Note, Section
from engage_wire.entities import BODY_SECTIONS

ALWAYS = BODY_SECTIONS


class SectionArea(TextArea):
    """The words of one section. Arrows go on into the neighbours; Ctrl with an arrow goes there at once."""

    passed = Signal(int)

    def __init__(self, name: str, placeholder: str) -> None:
        self._wrapped_at = 0
        super().__init__(name, placeholder, least_lines=1, grows=True, measure=760)
        self.set_bare()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another height when the lines break elsewhere."""
        super().resizeEvent(event)
        if self._wrapped_at != self.viewport().width():
            self._wrapped_at = self.viewport().width()
            self.setLineWrapMode(self.LineWrapMode.NoWrap)
            self.setLineWrapMode(self.LineWrapMode.WidgetWidth)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the words, never less than a target."""
        return super().sizeHint().expandedTo(QSize(0, TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column of the same height."""
        return QSize(look().px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave through the first and the last line."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if by and (ctrl or self._at_edge(by)):
            self.passed.emit(by)
            return
        super().keyPressEvent(event)

    def _at_edge(self, by: int) -> bool:
        move = QTextCursor.MoveOperation.Down if by > 0 else QTextCursor.MoveOperation.Up
        return not QTextCursor(self.textCursor()).movePosition(move)


class Changed(Notice):
    """Somebody else wrote in the same section: their words, and the two ways on."""

    def __init__(self, section: str) -> None:
        super().__init__("", tone="info", icon="git-merge")
        self.section = section
        self.both = self.add_verb(self.tr("Put both in"), "git-merge")
        self.mine = self.add_verb(self.tr("Keep mine"))

    def show_theirs(self, theirs: str) -> None:
        """Show what they wrote."""
        self.say(self.tr("Somebody else changed this meanwhile"), theirs)


class Page(QWidget):
    """The white sheet the sections lie on; its border shows where one writes."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setLayout(column((inside, 1), pad=(8, 8, 8, 8)))
        self._writing = False

    def set_writing(self, writing: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show whether one writes here."""
        self._writing = writing
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        line, width = ("primary", 2) if self._writing else ("line", 1)
        Sketch.on(self, painter).panel(rect, "surface", line, width=width, radius=RADIUS_CARD)
        painter.end()


class Sections(QWidget):
    """All sections of a note that can still be written in."""

    typed = Signal()
    both_wanted = Signal(str)
    mine_wanted = Signal(str)

    def __init__(self, hand: Hand, note: Note) -> None:
        super().__init__()
        self._hand = hand
        self.areas: dict[str, SectionArea] = {}
        self.keepers: dict[str, Keeper] = {}
        self.notices: dict[str, Changed] = {}
        parts = [self._made(name, note.section(name), note) for name in ALWAYS]
        self.room = Scroll(group(column(*parts, None, gap=12, pad=(16, 10, 12, 16))), self.tr("The note"))
        self._page = Page(self.room)
        self.setLayout(column((self._page, 1)))
        self.last = ALWAYS[0]

    @property
    def texts(self) -> dict[str, str]:
        """The words as they stand in the editors."""
        return {name: keeper.text for name, keeper in self.keepers.items() if keeper.text.strip()}

    def show_note(self, note: Note) -> None:
        """Show what the store has, without disturbing what is being written."""
        for name, keeper in self.keepers.items():
            section = note.section(name)
            keeper.show(section.text, section.base)
            self._show_theirs(section)

    def take(self, note: Note, name: str) -> None:
        """Show a section that a service wrote."""
        section = note.section(name)
        self.keepers[name].take(section.text, section.base)
        self._show_theirs(section)

    def settle(self) -> None:
        """Write everything into the record."""
        for keeper in self.keepers.values():
            keeper.settle()

    def flush(self) -> None:
        """Keep everything typed so far."""
        for keeper in self.keepers.values():
            keeper.flush()

    def insert(self, name: str, text: str) -> None:
        """Replace a section's words so that it can be undone, and show the place."""
        area = self.areas[name]
        cursor = area.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.go(name, len(text))

    def go(self, name: str, at: int = 0, length: int = 0) -> None:
        """Put the cursor into a section, and select some words of it."""
        area = self.areas.get(name)
        if area is None:
            return
        size = len(area.toPlainText())
        cursor = area.textCursor()
        cursor.setPosition(min(at, size))
        cursor.setPosition(min(at + length, size), QTextCursor.MoveMode.KeepAnchor)
        area.setTextCursor(cursor)
        area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow(area)

    def focused(self) -> str:
        """Return the section one writes in, or nothing."""
        return next((name for name, area in self.areas.items() if area.hasFocus()), "")

    def _made(self, name: str, section: Section, note: Note) -> QWidget:
        heading = self._heading(name, note)
        area = SectionArea(heading, self._hint(name))
        spot = Spot("contact_body", note.contact.id, name, note.contact.family_id)
        keeper = Keeper(self._hand.keeping, area, spot, section.text, section.base)
        keeper.kept.connect(self._hand.saved)
        keeper.failed.connect(self._hand.failed)
        keeper.typed.connect(self.typed)
        notice = Changed(name)
        notice.both.clicked.connect(lambda: self.both_wanted.emit(name))
        notice.mine.clicked.connect(lambda: self.mine_wanted.emit(name))
        self.areas[name], self.keepers[name], self.notices[name] = area, keeper, notice
        self._show_theirs(section)
        area.passed.connect(lambda by: self._pass(name, by))
        area.cursorPositionChanged.connect(lambda: self._on_cursor(name))
        title = Text(heading, size=14, weight=700, ink="primary", lines=0)
        title.setBuddy(area)
        return group(column(title, notice, area, gap=2))

    def _heading(self, name: str, note: Note) -> str:
        if name == "saw" and note.contact.attempted:
            return self.tr("What was tried")
        return self._hand.words.book.word("body_section", name)

    def _hint(self, name: str) -> str:
        if name == "next_visit":
            return self.tr("Nothing yet. A day and a time is enough.")
        return self.tr("Nothing yet.")

    def _show_theirs(self, section: Section) -> None:
        notice = self.notices[section.name]
        notice.setVisible(section.theirs is not None)
        if section.theirs is not None:
            notice.show_theirs(section.theirs)

    def _pass(self, name: str, by: int) -> None:
        at = ALWAYS.index(name) + by
        if 0 <= at < len(ALWAYS):
            self.go(ALWAYS[at], 0 if by > 0 else len(self.keepers[ALWAYS[at]].text))

    def _on_cursor(self, name: str) -> None:
        self.last = name
        area = self.areas[name]
        if area.hasFocus():
            self._page.set_writing(True)
            self._follow(area)

    def _follow(self, area: SectionArea) -> None:
        body = self.room.widget()
        if body is not None:
            spot = area.viewport().mapTo(body, area.cursorRect().bottomLeft())
            self.room.ensureVisible(spot.x(), spot.y(), 0, look().px(40))
