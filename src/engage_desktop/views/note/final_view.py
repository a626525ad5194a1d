"""A final note: read only, with its addenda and a place for the next one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import TextArea
from engage_desktop.views.kit.keeping import Keeper, Spot
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.tokens import MEASURE, TEXT_READING
from engage_desktop.views.note.sections import Page
from engage_desktop.views.note.services import Hand
from engage_domain.note import Addendum, Note
from engage_wire.entities import BODY_SECTIONS


class FinalView(QWidget):
    """The words as they stand for good, and below them what was added later."""

    add_wanted = Signal(str)

    def __init__(self, hand: Hand, note: Note) -> None:
        super().__init__()
        self._hand = hand
        parts = [
            self._section(hand.words.book.word("body_section", s), note.texts[s])
            for s in BODY_SECTIONS
            if s in note.texts
        ]
        if note.contact.missed_note.strip():
            parts.insert(0, self._section(self.tr("What happened"), note.contact.missed_note))
        if not parts:
            parts.append(
                Text(self.tr("This note has no words; its facts stand above."), ink="muted", lines=0)
            )
        self.addenda = [self._addendum(a) for a in note.addenda]
        self.open = Button(self.tr("Add an addendum"), "plus", "soft")
        self.area = TextArea(
            self.tr("Addendum"),
            self.tr("What you want to add; the words above stay as they are."),
            least_lines=4,
        )
        spot = Spot("addendum", note.contact.id, "text", note.contact.family_id)
        self.keeper = Keeper(hand.keeping, self.area, spot, note.addendum_draft, "")
        self.keeper.kept.connect(hand.saved)
        self.keeper.failed.connect(hand.failed)
        self.add = Button(self.tr("Add it for good"), "check", "primary", high=46)
        self._form = group(
            column(
                Text(self.tr("Addendum"), size=14, weight=700, ink="primary"),
                self.area,
                row(self.add, None),
                gap=4,
            )
        )
        self._form.setVisible(bool(note.addendum_draft))
        self.open.setVisible(not note.addendum_draft)
        self.open.clicked.connect(self._on_open)
        self.add.clicked.connect(self._on_add)
        inner = column(
            *parts, *self.addenda, row(self.open, None), self._form, None, gap=16, pad=(16, 12, 12, 16)
        )
        self.room = Scroll(group(inner), self.tr("The note"))
        self.setLayout(column((Page(self.room), 1)))

    def settle(self) -> None:
        """Keep what is being written; an addendum is added only when somebody says so."""
        self.keeper.flush()

    def _section(self, title: str, words: str) -> QWidget:
        head = Text(title, size=14, weight=700, ink="primary", lines=0)
        body = Text(words, size=TEXT_READING, lines=0, leading=1.3, measure=MEASURE)
        return group(column(head, body, gap=3))

    def _addendum(self, addendum: Addendum) -> QWidget:
        words = self._hand.words
        when = words.book.moment(addendum.written_at, words.now())
        title = (
            self.tr("Addendum · %1 · %2")
            .replace("%1", addendum.author or self.tr("a colleague"))
            .replace("%2", when)
        )
        head = row(
            Icon("file-plus", "info", 18), (Text(title, size=14, weight=600, ink="info", lines=0), 1), gap=8
        )
        body = Text(addendum.text, size=TEXT_READING, lines=0, leading=1.3)
        return Card(column(head, body, gap=4, pad=(16, 12, 16, 14)), fill="infosoft", line="")

    def _on_open(self) -> None:
        self.open.hide()
        self._form.show()
        self.area.setFocus()
        QTimer.singleShot(0, self, lambda: self.room.ensureWidgetVisible(self._form))

    def _on_add(self) -> None:
        words = self.area.toPlainText()
        if words.strip():
            self.keeper.flush()
            self.add_wanted.emit(words)
        else:
            self.area.setFocus()
