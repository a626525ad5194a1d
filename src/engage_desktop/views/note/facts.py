"""The facts of a note as tap targets: touch one to put it right."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.even import even
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.layout import column
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.tokens import RING
from engage_desktop.views.kit.words import capital
from engage_domain.contact_codes import Alone
from engage_domain.visit import Attendee, Contact


class FactName(StrEnum):
    """The facts in their order."""

    HAPPENED = "happened"
    PLACE = "place"
    PEOPLE = "people"
    CHILDREN = "children"
    ENTERED = "entered"
    TYPES = "types"
    PURPOSES = "purposes"
    LANGUAGE = "language"


class Fact(Face):
    """One fact: its name above, what is known below."""

    def __init__(self, name: FactName, label: str) -> None:
        super().__init__("")
        self.name, self.label = name, label
        self._value, self._wanted = "", False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> str:
        """What shows."""
        return self._value

    def show_value(self, value: str, *, wanted: bool = False) -> None:
        """Show what is known, or that an answer is awaited."""
        self._value, self._wanted = value, wanted
        said = value or self.tr("still open")
        self.setAccessibleName(f"{self.label}: {said}")
        self.setToolTip(plain_tip(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a few words."""
        return QSize(look().px(190) + 2 * RING, max(44, look().px(44)) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the least: the name of the fact."""
        words = look().metrics(13, 500).horizontalAdvance(self.label)
        return QSize(round(words) + look().px(24) + 2 * RING, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Say that what is known may need a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return room for the name and what is known."""
        wide = look().metrics(14, 600).horizontalAdvance(self._value) > width - 2 * RING - look().px(14)
        return self.sizeHint().height() + (look().px(20) if wide else 0)

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the name and below it what is known."""
        px = look().px
        if self.hot:
            sketch.panel(rect, "sunk", radius=self.radius)
        left, wide = rect.left() + px(8), rect.width() - px(14)
        top = rect.top() + px(1)
        sketch.words(QRectF(left, top, wide, px(20)), self.label, "muted", 13, 500, middle=True)
        ink = "warn" if self._wanted else ("text" if self._value else "muted")
        words = self._value or self.tr("still open")
        sketch.words(QRectF(left, top + px(22), wide, px(42)), words, ink, 14, 600, lines=2)


class FactsCard(Card):
    """All facts, four in a row where there is room. `opened` carries the one that was touched."""

    opened = Signal(str)

    def __init__(self, words: ContactWords) -> None:
        super().__init__()
        self._words = words
        self.facts = {name: Fact(name, label) for name, label in self._labels().items()}
        for fact in self.facts.values():
            fact.clicked.connect(lambda _=False, key=fact.name: self.opened.emit(key))
        self.setLayout(column(even(*self.facts.values(), least=176, most=4, gap=0), pad=(12, 7, 12, 9)))

    def show_contact(self, contact: Contact) -> None:
        """Show what is known."""
        values = fact_values(self._words, contact)
        for name, fact in self.facts.items():
            open_answer = name is FactName.CHILDREN and any(c.unanswered for c in contact.children)
            fact.show_value(values[name], wanted=open_answer and contact.in_person)

    def _labels(self) -> dict[FactName, str]:
        return {
            FactName.HAPPENED: self.tr("Happened"),
            FactName.PLACE: self.tr("Where and how"),
            FactName.PEOPLE: self.tr("With"),
            FactName.CHILDREN: self.tr("Children"),
            FactName.ENTERED: self.tr("Entered"),
            FactName.TYPES: self.tr("Types"),
            FactName.PURPOSES: self.tr("Purposes"),
            FactName.LANGUAGE: self.tr("Language"),
        }


def fact_values(words: ContactWords, contact: Contact) -> dict[FactName, str]:
    """Return every fact in words."""
    book = words.book
    entered = words.book.moment(contact.entered_at, words.now()) if contact.entered_at else ""
    reason = book.word("missed_reason", contact.missed_reason)
    return {
        FactName.HAPPENED: capital(words.when(contact)),
        FactName.PLACE: capital(
            ", ".join(filter(None, (reason, contact.missed_note))) or words.place(contact)
        ),
        FactName.PEOPLE: ", ".join(p.name for p in contact.present if not p.child),
        FactName.CHILDREN: " · ".join(_child(words, c) for c in contact.children if c.presence),
        FactName.ENTERED: capital(entered),
        FactName.TYPES: book.listed_words("contact_type", contact.types),
        FactName.PURPOSES: book.listed_words("contact_purpose", contact.purposes),
        FactName.LANGUAGE: contact.language,
    }


def _child(words: ContactWords, child: Attendee) -> str:
    if child.took_part and child.seen_alone == Alone.YES:
        return f"{child.name} {words.alone()}"
    return child.name if child.took_part else f"{child.name} ({words.seen(child)})"
