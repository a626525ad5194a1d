"""What each of the seven steps asks, and where the answers are written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import TextArea
from engage_desktop.views.kit.keeping import Keeper, Spot
from engage_desktop.views.kit.layout import Flow, clear, column, group
from engage_desktop.views.kit.text import Text
from engage_desktop.views.note.cards import MarkCards
from engage_desktop.views.note.children import ChildrenPicker
from engage_desktop.views.note.next_visit import NextPicker, PromiseWriter
from engage_desktop.views.note.pickers import PeoplePicker, PlacePicker, WhenPicker, part
from engage_desktop.views.note.room import follows_width
from engage_desktop.views.note.services import Hand
from engage_domain.contact_codes import MarkKind
from engage_domain.note import Note
from engage_domain.visit import Mark

Opened = Callable[[Mark], object]


class Answer(QWidget):
    """One step: a question, a hint, and below them the way to answer."""

    typed = Signal()

    def __init__(self, hand: Hand, title: str, hint: str) -> None:
        super().__init__()
        self.hand = hand
        self.keepers: dict[str, Keeper] = {}
        self.areas: dict[str, TextArea] = {}
        self.title = Text(title, size=24, weight=700, lines=0, inset=True)
        self.box = column(self.title, Text(hint, size=16, ink="muted", lines=0, inset=True), 2, gap=6)
        self.setLayout(self.box)
        follows_width(self)

    def show_note(self, note: Note) -> None:
        """Show what is known."""
        for name, keeper in self.keepers.items():
            section = note.section(name)
            keeper.show(section.text, section.base)

    def settle(self) -> None:
        """Write what is being typed."""
        for keeper in self.keepers.values():
            keeper.settle()

    def write_in(
        self, note: Note, section: str, question: str, placeholder: str = "", lines: int = 4
    ) -> TextArea:
        """Add a field for one section of the note."""
        area = TextArea(question, placeholder, least_lines=lines)
        shown = note.section(section)
        spot = Spot("contact_body", note.contact.id, section, note.contact.family_id)
        keeper = Keeper(self.hand.keeping, area, spot, shown.text, shown.base)
        keeper.typed.connect(self.typed)
        keeper.kept.connect(self.hand.saved)
        keeper.failed.connect(self.hand.failed)
        self.keepers[section], self.areas[section] = keeper, area
        self.box.put(Text(question, size=16, weight=600, lines=0, inset=True), (area, 1))
        return area


class WhereAnswer(Answer):
    """Who and where."""

    def __init__(self, hand: Hand, note: Note) -> None:
        super().__init__(
            hand,
            self.tr("Who was there, and where?"),
            self.tr("What you tapped is here already; put right what is not."),
        )
        self.when = WhenPicker(hand)
        self.people = PeoplePicker(hand)
        self.where = PlacePicker(hand, note.contact, with_method=False)
        self.box.put(self.when, part(self.tr("Grown people"), self.people), self.where, None)

    def show_note(self, note: Note) -> None:
        """Show the facts as they were kept."""
        self.when.show_contact(note.contact)
        self.people.show_contact(note.contact)
        self.where.show_contact(note.contact)

    def settle(self) -> None:
        """Write what is being typed."""
        self.where.keeper.settle()


class ChildrenAnswer(Answer):
    """Each child."""

    def __init__(self, hand: Hand, note: Note) -> None:
        del note
        super().__init__(
            hand,
            self.tr("How did you see each child?"),
            self.tr("Seen, alone or not, and how. For a baby, n/a is an answer."),
        )
        self.children_ = ChildrenPicker(hand)
        self.box.put(self.children_, None)

    def show_note(self, note: Note) -> None:
        """Show each child's answers."""
        self.children_.show_contact(note.contact)

    def settle(self) -> None:
        """Write what is being typed."""
        self.children_.settle()


class SaidAnswer(Answer):
    """What the family said and wants."""

    quote_wanted = Signal(str, str)

    def __init__(self, hand: Hand, note: Note, opened: Opened) -> None:
        super().__init__(
            hand,
            self.tr("What did the family say, and what do they want?"),
            self.tr("Their words first. Yours can wait for the next step."),
        )
        self.cards = MarkCards(hand, frozenset({MarkKind.SAID}), opened)
        self._others = Flow(gap=2, line_gap=0)
        self._row = group(self._others)
        self.box.put(self.cards, self._row)
        self.area = self.write_in(note, "family_said", self.tr("In a sentence or two, what do they want?"))
        self.quiet = Button(self.tr("Nobody said much today"), kind="quiet", tone="muted")
        self.quiet.clicked.connect(self._on_quiet)
        self.box.put(group(column(self.quiet)))
        self._shown: tuple[str, ...] | None = None

    def show_note(self, note: Note) -> None:
        """Show the quotes and who has not been quoted."""
        super().show_note(note)
        self.cards.show_contact(note.contact)
        self.quiet.setVisible(not self.area.toPlainText().strip())
        quoted = {m.person_id or m.who for m in note.contact.marks if m.kind == MarkKind.SAID}
        silent = [p for p in note.contact.present if (p.person_id or p.name) not in quoted]
        names = tuple(p.name for p in silent)
        if names != self._shown:
            self._shown = names
            self._offer([(p.person_id, p.name) for p in silent])

    def _offer(self, silent: list[tuple[str, str]]) -> None:
        clear(self._others)
        self._others.addWidget(Text(self.tr("Not quoted yet"), size=15, weight=500, ink="muted", inset=True))
        for person_id, name in [*silent, ("", self.tr("somebody else"))]:
            button = Button(name, "plus", "soft", tone="plum")
            speaker = "" if person_id or name == self.tr("somebody else") else name
            button.clicked.connect(
                lambda _=False, who=person_id, said=speaker: self.quote_wanted.emit(who, said)
            )
            self._others.addWidget(button)

    def _on_quiet(self) -> None:
        self.area.setPlainText(self.tr("Nobody said much today."))
        self.quiet.hide()
        self.area.setFocus()


class SawAnswer(Answer):
    """What we saw, apart from what we think."""

    def __init__(self, hand: Hand, note: Note, opened: Opened) -> None:
        super().__init__(
            hand,
            self.tr("What did you see and hear?"),
            self.tr("First what anybody would have seen; what you make of it has its own place."),
        )
        self.cards = MarkCards(hand, frozenset({MarkKind.STRENGTH}), opened)
        self.box.put(self.cards)
        self.write_in(note, "saw", self.tr("What we saw"), self.tr("The rooms, the food, who did what…"), 3)
        self.write_in(
            note,
            "assessment",
            self.tr("What we think"),
            self.tr("What it may mean, and what we do not know"),
            3,
        )

    def show_note(self, note: Note) -> None:
        """Show the strengths that were kept."""
        super().show_note(note)
        self.cards.show_contact(note.contact)


class SafetyAnswer(Answer):
    """Safety now."""

    def __init__(self, hand: Hand, note: Note, opened: Opened) -> None:
        super().__init__(
            hand,
            self.tr("Is everybody safe now?"),
            self.tr("A sentence for each child is enough. Protected facts belong under Safety."),
        )
        self.cards = MarkCards(hand, frozenset({MarkKind.WORRY}), opened)
        self.box.put(self.cards)
        self.write_in(note, "safety_now", self.tr("Safety now"))

    def show_note(self, note: Note) -> None:
        """Show the worries that were kept."""
        super().show_note(note)
        self.cards.show_contact(note.contact)


class AgreedAnswer(Answer):
    """What was agreed and promised, by whom, by when."""

    def __init__(self, hand: Hand, note: Note, opened: Opened) -> None:
        super().__init__(
            hand,
            self.tr("What was agreed, by whom, by when?"),
            self.tr("Your promises count as much as theirs."),
        )
        self.cards = MarkCards(hand, frozenset({MarkKind.PROMISE}), opened)
        self.writer = PromiseWriter(hand)
        self.box.put(self.cards, self.writer)
        self.write_in(note, "agreed", self.tr("Anything else that was agreed"), lines=3)

    def show_note(self, note: Note) -> None:
        """Show the promises that were made."""
        super().show_note(note)
        self.cards.show_contact(note.contact)
        self.writer.show_contact(note.contact)


class NextAnswer(Answer):
    """The next visit."""

    def __init__(self, hand: Hand, note: Note) -> None:
        super().__init__(
            hand, self.tr("When do you meet again?"), self.tr("A day and a time make it an appointment.")
        )
        self.picker = NextPicker(hand)
        self.box.put(self.picker)
        self.write_in(note, "next_visit", self.tr("Anything to remember for it"), lines=3)

    def show_note(self, note: Note) -> None:
        """Show the appointment that was made."""
        super().show_note(note)
        self.picker.show_contact(note.contact)
