"""Marks of the visit as cards: a tap puts the words into the note, another takes them out; they are never lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from engage_desktop.views.contact_words import LOOKS
from engage_desktop.views.even import Even
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Face, IconButton
from engage_desktop.views.kit.inputs import Field, TextArea
from engage_desktop.views.kit.keeping import Keeper, Spot
from engage_desktop.views.kit.layout import clear, group, row
from engage_desktop.views.kit.paint import END, Sketch, text_height
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING
from engage_desktop.views.note.services import Hand
from engage_domain.compose import is_chosen, natural_section
from engage_domain.contact_codes import MarkKind
from engage_domain.visit import Contact, Mark, Promise

HEAD, FOOT = 46, 44


class MarkCard(Face):
    """One mark: who, when, the words, and whether it is in the note."""

    radius = RADIUS_CARD
    words_wanted = Signal()

    def __init__(self, hand: Hand, mark: Mark, promise: Promise | None) -> None:
        super().__init__("")
        self._hand = hand
        self.mark, self.promise = mark, promise
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_mark(mark, promise)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to put into the note."""
        return bool((self.promise.what if self.promise else self.mark.text).strip())

    def show_mark(self, mark: Mark, promise: Promise | None) -> None:
        """Show the mark as it stands now."""
        self.mark, self.promise = mark, promise
        self.setChecked(is_chosen(mark.used_in) and self.has_words)
        self._title = self._hand.words.title(mark, promise)
        if mark.kind == MarkKind.SAID:
            self._title = mark.who or self._title
        self._said = self._hand.words.words(mark, promise)
        self._icon, self._tone = LOOKS[MarkKind(mark.kind)]
        self.setText(self._said)
        at = self._hand.words.at(mark.at)
        self.setAccessibleName(", ".join(filter(None, (self._title, at, self._said, self._foot()))))
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Wait for the store."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F2 change the words."""
        if event.key() == Qt.Key.Key_F2:
            self.words_wanted.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a card for a sentence or two."""
        return QSize(look().px(236), self.heightForWidth(look().px(236)))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow card."""
        return QSize(look().px(180), look().px(HEAD + FOOT + 24))

    def heightForWidth(self, width: int) -> int:
        """Return the height the words take."""
        inner = width - 2 * RING - look().px(34)
        words = text_height(self._said or " ", inner, 16, 500, leading=1.1)
        return round(words) + look().px(HEAD + FOOT + 14) + 2 * RING

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw who, when, the words and the tick."""
        px, on, tone = look().px, self.isChecked(), self._tone
        line = look().color(tone) if on or self.hot else look().mix("line", "edge", 0.7)
        sketch.panel(rect, "surface", line, width=2 if on else 1.4, radius=self.radius, dash=not on)
        left, wide = rect.left() + px(17), rect.width() - px(34)
        sketch.icon(self._icon, tone, QRectF(left, rect.top() + px(14), px(20), px(20)))
        head = QRectF(left + px(28), rect.top() + px(12), wide - px(76), px(24))
        sketch.words(head, self._title, tone, 14, 600, middle=True)
        time = QRectF(left, rect.top() + px(12), wide, px(24))
        at = self._hand.words.at(self.mark.at)
        sketch.words(time, at, "muted", 13, 500, digits=True, align=END, middle=True)
        body = QRectF(left, rect.top() + px(HEAD), wide, rect.height() - px(HEAD + FOOT))
        sketch.words(body, self._said, "text", 16, 500, lines=0, leading=1.1)
        foot = rect.bottom() - px(36)
        ink = tone if on or not self.has_words else "muted"
        icon = "square-check" if on else ("plus" if self.has_words else "pencil")
        sketch.icon(icon, ink, QRectF(left, foot, px(20), px(20)))
        sketch.words(
            QRectF(left + px(28), foot - px(2), wide - px(70), px(24)),
            self._foot(),
            ink,
            14,
            600,
            middle=True,
        )

    def _foot(self) -> str:
        if not self.has_words:
            return self.tr("Add the words")
        return self.tr("In the note") if self.isChecked() else self.tr("Add to the note")


class WordedCard(QWidget):
    """A card with a small pencil on it, for changing the words."""

    def __init__(self, hand: Hand, mark: Mark, promise: Promise | None) -> None:
        super().__init__()
        self.card = MarkCard(hand, mark, promise)
        self.pencil = IconButton("pencil", self.tr("Change the words (F2)"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.card, 0, 0)
        over = group(row(self.pencil, pad=(0, 0, 6, 4)))
        grid.addWidget(over, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show_pencil()

    def show_mark(self, mark: Mark, promise: Promise | None) -> None:
        """Show the mark as it stands now."""
        self.card.show_mark(mark, promise)
        self._show_pencil()

    def hasHeightForWidth(self) -> bool:
        """Qt asks whether the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the card's height."""
        return self.card.heightForWidth(width)

    def _show_pencil(self) -> None:
        self.pencil.setVisible(self.card.has_words)


class WordsSheet(Sheet):
    """The words of one mark, kept as they are typed."""

    def __init__(self, parent: QWidget, hand: Hand, contact: Contact, mark: Mark) -> None:
        promise = contact.promise_of(mark)
        super().__init__(parent, hand.words.title(mark, promise), width=600)
        label = self.tr("Their words") if mark.kind == MarkKind.SAID else self.tr("In a sentence")
        self.area = TextArea(label, least_lines=3)
        if promise is not None:
            spot, text = Spot("action_step", promise.step_id, "what", contact.family_id), promise.what
        else:
            spot, text = Spot("mark", mark.id, "text", contact.family_id), mark.text
        self.keeper = Keeper(hand.keeping, self.area, spot, text, text)
        self.area.moveCursor(QTextCursor.MoveOperation.End)
        self.add(Field(label, self.area))
        self.back = self.add_answer(self.tr("Take it back"), "undo-2")
        self.back.clicked.connect(lambda: hand.write(hand.services.take_back, mark.id))
        self.add_answer(self.tr("Done"), "check", main=True)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Settle the words before closing."""
        self.keeper.settle()
        super().done(result)


class MarkCards(QWidget):
    """The cards of some kinds of marks, the oldest first. `empty` rings when there are none."""

    def __init__(self, hand: Hand, kinds: frozenset[str], opened: Callable[[Mark], object]) -> None:
        super().__init__()
        self._hand, self._kinds, self._opened = hand, kinds, opened
        self._contact: Contact | None = None
        self.cards: dict[str, WordedCard] = {}
        self._flow = Even(220, 3, gap=4, line_gap=2)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_contact(self, contact: Contact) -> None:
        """Show the marks of this contact."""
        self._contact = contact
        marks = {m.id: m for m in reversed(contact.marks) if m.kind in self._kinds}
        if list(marks) != list(self.cards):
            clear(self._flow)
            self.cards = {m.id: self._made(m) for m in marks.values()}
            for card in self.cards.values():
                self._flow.addWidget(card)
        for mark in marks.values():
            self.cards[mark.id].show_mark(mark, contact.promise_of(mark))
        self.setVisible(bool(marks))
        self.updateGeometry()

    def _made(self, mark: Mark) -> WordedCard:
        card = WordedCard(self._hand, mark, self._contact.promise_of(mark) if self._contact else None)
        card.card.clicked.connect(lambda: self._on_tap(card.card))
        card.card.words_wanted.connect(lambda: self._opened(card.card.mark))
        card.pencil.clicked.connect(lambda: self._opened(card.card.mark))
        return card

    def _on_tap(self, card: MarkCard) -> None:
        if not card.has_words:
            self._opened(card.mark)
            return
        section = "" if is_chosen(card.mark.used_in) else natural_section(card.mark.kind)
        self._hand.write(self._hand.services.choose, card.mark.id, section)
