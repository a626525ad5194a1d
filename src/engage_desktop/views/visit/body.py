"""What the board shows: people, topics, elements, the things worth keeping, and the visit so far."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.layout import SplitBody, column, group, row
from engage_desktop.views.visit.choices import QuickTaps, element_taps, headed, topic_taps
from engage_desktop.views.visit.papers import PaperTaps
from engage_desktop.views.visit.people import PeopleBoard, SomebodyTile
from engage_desktop.views.visit.so_far import SoFar, rows_of
from engage_domain.visit import Attendee, Contact

SIDE = 372


class BoardBody(QWidget):
    """The board in the order of a visit: people, topics, element, things to keep; the marks beside."""

    def __init__(self, words: ContactWords) -> None:
        super().__init__()
        self._words = words
        self.people = PeopleBoard(words)
        self.somebody = SomebodyTile("user-plus", self.tr("Somebody else is here (N)"))
        self.gone = SomebodyTile("door-open", self.tr("Somebody left"), high=44)
        self.topics, self.elements = topic_taps(words.book), element_taps(words.book)
        self.papers = PaperTaps(self)
        self.quick = QuickTaps(words.book, self.papers.photo, self.papers.ink)
        self.so_far = SoFar()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(SplitBody(self._left(), self.so_far, SIDE))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_contact(self, contact: Contact) -> None:
        """Show how the visit stands."""
        self.people.show_people(in_board_order(contact))
        self.gone.setEnabled(any(p.here for p in contact.people))
        self.topics.show_codes(contact.topics)
        self.elements.show_codes(contact.elements)
        kinds = [m.kind for m in contact.marks]
        self.quick.show_counts({kind: kinds.count(kind) for kind in set(kinds)})
        self.so_far.show_contact(rows_of(contact, self._words), shield=contact.shield)

    def _left(self) -> QWidget:
        doors = group(column(self.somebody, self.gone, None, gap=0))
        return group(
            column(
                headed(
                    self.tr("Who is here"),
                    self.tr("tap when you see them · under a child: seen alone?"),
                    group(row((self.people, 1), doors, gap=4)),
                ),
                headed(self.tr("Talked about"), self.tr("tap again to take it back"), self.topics),
                headed(self.tr("We are mostly"), self.tr("may be more than one"), self.elements),
                headed(self.tr("Keep this"), self.tr("no typing needed"), self.quick),
                None,
                gap=16,
            )
        )


def in_board_order(contact: Contact) -> tuple[Attendee, ...]:
    """Return who is expected or was met: the grown people first, as they open the door."""
    shown = [p for p in contact.people if p.on_board]
    return tuple(sorted(shown, key=lambda p: p.child))
