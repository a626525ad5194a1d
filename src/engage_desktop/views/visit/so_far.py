"""This visit so far: every mark, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engage_desktop.views.contact_words import LOOKS, ContactWords
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import column, group, row
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.text import Text, panel_title
from engage_desktop.views.kit.theme import look
from engage_domain.contact_codes import MarkKind
from engage_domain.visit import Contact

SLIM = frozenset({MarkKind.TOPIC, MarkKind.ELEMENT, MarkKind.ARRIVED, MarkKind.LEFT})


@dataclass(frozen=True, slots=True)
class SoFarRow:
    """One mark as the list shows it."""

    mark_id: str
    at: str
    icon: str
    tone: str
    title: str
    words: str
    slim: bool = False


def rows_of(contact: Contact, words: ContactWords) -> tuple[SoFarRow, ...]:
    """Return the marks of a contact as rows."""
    found = []
    for mark in contact.marks:
        promise = contact.promise_of(mark)
        icon, tone = LOOKS.get(MarkKind(mark.kind), ("circle", "sand"))
        title, said = words.title(mark, promise), words.words(mark, promise)
        slim = mark.kind in SLIM
        found.append(SoFarRow(mark.id, words.at(mark.at), icon, tone, title, said, slim))
    return tuple(found)


class SoFarDelegate(CardDelegate[SoFarRow]):
    """Draws one mark: the time, its sign, what it is and the words."""

    framed = False

    def pad(self) -> float:
        """Return a little room."""
        return look().px(2)

    def height(self, row: SoFarRow, width: float) -> float:
        """Return the height of the words, never less than the sign."""
        px = look().px
        if row.slim or not row.words:
            return px(34)
        words = text_height(row.words, width - px(88), 15, 500, leading=1.15)
        return max(px(38), px(20) + words + px(4))

    def draw(self, sketch: Sketch, rect: QRectF, row: SoFarRow, _state: CardState) -> None:
        """Draw the row."""
        px = look().px
        one_line = row.slim or not row.words
        time = QRectF(rect.left(), rect.top(), px(46), px(34 if one_line else 18))
        sketch.words(time, row.at, "muted", 14, 600, digits=True, middle=True)
        sketch.avatar(QRectF(rect.left() + px(46), rect.top(), px(34), px(34)), row.icon, row.tone)
        left = rect.left() + px(88)
        wide = rect.right() - left
        if row.slim:
            line = QRectF(left, rect.top(), wide, px(34))
            sketch.words(line, f"{row.title} · {row.words}", "muted", 14, 500, middle=True)
            return
        if not row.words:
            sketch.words(QRectF(left, rect.top(), wide, px(34)), row.title, row.tone, 14, 600, middle=True)
            return
        sketch.words(QRectF(left, rect.top(), wide, px(18)), row.title, row.tone, 13, 600)
        body = QRectF(left, rect.top() + px(19), wide, rect.height())
        sketch.words(body, row.words, "text", 15, 500, lines=0, leading=1.15)


class MarkList(CardListView):
    """The list; Delete takes the current mark back."""

    taken_back = Signal(object)

    def sizeHint(self) -> QSize:
        """Return room for some marks."""
        return QSize(look().px(320), look().px(240))

    def minimumSizeHint(self) -> QSize:
        """Return room for three."""
        return QSize(look().px(220), look().px(150))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current mark back with Delete."""
        model = self.model()
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and isinstance(model, FrozenListModel):
            found = model.row_at(self.currentIndex())
            if found is not None:
                self.taken_back.emit(found)
            return
        super().keyPressEvent(event)


class SoFar(Card):
    """The panel beside the board."""

    opened = Signal(str)
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.undo = Button(self.tr("Undo"), "undo-2", "quiet", tip=self.tr("Take the newest mark back"))
        self.list = MarkList(self.tr("This visit so far"), gap=2)
        self._model: FrozenListModel[SoFarRow] = FrozenListModel(
            key=lambda r: r.mark_id, speech=lambda r: " ".join(filter(None, (r.at, r.title, r.words)))
        )
        self.list.setModel(self._model)
        self.list.setItemDelegate(SoFarDelegate(self.list))
        self._empty = Text(
            self.tr("What you tap shows here, with its time. Tap a line to add words or take it back."),
            ink="muted",
            lines=0,
            leading=1.25,
            top=True,
        )
        self._shield = self._safety()
        head = row((panel_title(self.tr("This visit so far")), 1), self.undo, gap=4)
        self.setLayout(column(head, self._empty, (self.list, 1), self._shield, gap=8, pad=(20, 10, 12, 18)))
        self.undo.clicked.connect(self._on_undo)
        self.list.opened.connect(lambda found: self.opened.emit(found.mark_id))
        self.list.taken_back.connect(lambda found: self.taken_back.emit(found.mark_id))
        self.show_contact((), shield=False)

    def show_contact(self, rows: tuple[SoFarRow, ...], *, shield: bool) -> None:
        """Show the marks, and the plain shield when something is kept under Safety."""
        self.list.show_rows(rows)
        self._empty.setVisible(not rows)
        self.undo.setEnabled(bool(rows))
        self._shield.setVisible(shield)

    @property
    def rows(self) -> tuple[SoFarRow, ...]:
        """What shows."""
        return self._model.rows

    def _on_undo(self) -> None:
        if self._model.rows:
            self.taken_back.emit(self._model.rows[0].mark_id)

    def _safety(self) -> QWidget:
        words = Text(self.tr("Check Safety before sharing"), size=14, weight=500, ink="muted", lines=0)
        return group(row(Icon("shield", "muted", 20), (words, 1), gap=8))
