"""How the note lies on its page: facts above, words in the middle, the side beside; at large text the side folds away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.note.facts import FactsCard
from engage_desktop.views.note.papers_card import PapersCard
from engage_desktop.views.note.side import FinaliseCard, LookCard, UnusedCard
from engage_domain.visit import Contact

SIDE = 344
LEAST = 960


class FactSentence(Card):
    """The facts in one sentence, for large text; touch it to see them all."""

    wanted = Signal()

    def __init__(self, words: ContactWords) -> None:
        super().__init__()
        self._words = words
        self._said = Text("", size=15, weight=600, lines=2)
        self.more = Button(self.tr("Facts"), "chevron-down", "quiet")
        self.setLayout(row((self._said, 1), self.more, gap=8, pad=(16, 4, 6, 4)))
        self.more.clicked.connect(self.wanted)

    def show_contact(self, contact: Contact) -> None:
        """Show when, where and with whom."""
        when, place = self._words.when(contact), self._words.place_at(contact)
        people = self._words.names(contact.present)
        with_ = self.tr("with %1").replace("%1", people) if people else ""
        said = ", ".join(filter(None, (when, place, with_)))
        self._said.setText(said[:1].upper() + said[1:])


class FinalCard(Card):
    """That a note is final, since when and by whom."""

    def __init__(self) -> None:
        super().__init__(fill="goodsoft", line="")
        self._title = Text(self.tr("This note is final"), weight=700, lines=0)
        self._words = Text("", size=14, lines=0, leading=1.2)
        head = row(Icon("lock", "good", 20), (self._title, 1), gap=9)
        self.setLayout(column(head, self._words, gap=6, pad=(18, 14, 16, 16)))

    def show_contact(self, contact: Contact, words: ContactWords) -> None:
        """Say since when, by whom, and that its words cannot change."""
        when = words.book.moment(contact.finalised_at, words.now()) if contact.finalised_at else ""
        written = ", ".join(filter(None, (contact.author, when)))
        fixed = self.tr("Its words, times and names are fixed. Later thoughts stand beside them as addenda.")
        self._words.setText("\n".join(filter(None, (written, fixed))))


class NoteBody(QWidget):
    """The parts of the page in their two arrangements."""

    arranged = Signal()

    def __init__(self, hands_words: ContactWords, unused: UnusedCard, papers: PapersCard) -> None:
        super().__init__()
        self.facts, self.sentence = FactsCard(hands_words), FactSentence(hands_words)
        self.unused, self.look, self.finalise, self.final = unused, LookCard(), FinaliseCard(), FinalCard()
        self.papers = papers
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._words: QWidget | None = None
        left = group(column(self.facts, self.sentence, (self._holder, 1), gap=4))
        marks = Scroll(
            group(column(self.final, self.unused, self.papers, None, gap=4)), self.tr("Beside the note")
        )
        self.side = group(column((marks, 1), self.look, self.finalise, gap=4))
        self.setLayout(row((left, 1), self.side, gap=10))
        self.is_final = False
        self._arrange()

    @property
    def folded(self) -> bool:
        """Whether the side is folded away."""
        return look().large or 1 < self.width() < look().px(LEAST)

    def hold(self, words: QWidget) -> None:
        """Show the editor, or the final words."""
        if self._words is not None:
            self._holder.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()
        self._words = words
        self._holder.addWidget(words, 1)

    def show_contact(self, contact: Contact, words: ContactWords) -> None:
        """Show the facts and what stands beside the words."""
        self.is_final = contact.is_final
        self.facts.show_contact(contact)
        self.sentence.show_contact(contact)
        self.unused.show_contact(contact)
        self.papers.show_contact(contact)
        self.final.show_contact(contact, words)
        self._arrange()

    def restyle(self) -> None:
        """Decide again."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        folded = self.folded
        self.facts.setVisible(not folded)
        self.sentence.setVisible(folded)
        self.side.setVisible(not folded)
        self.side.setFixedWidth(look().px(SIDE))
        self.unused.setVisible(not self.is_final)
        self.finalise.setVisible(not self.is_final)
        self.final.setVisible(self.is_final)
        self.arranged.emit()
