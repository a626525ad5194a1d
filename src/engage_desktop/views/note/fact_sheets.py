"""Putting one fact right. Everything is kept as it is tapped; *Done* only closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import Field, LineEdit
from engage_desktop.views.kit.keeping import Keeper, Spot
from engage_desktop.views.kit.layout import column, group
from engage_desktop.views.note.children import ChildrenPicker
from engage_desktop.views.note.facts import FactName
from engage_desktop.views.note.pickers import MissedPicker, PeoplePicker, PlacePicker, Taps, WhenPicker
from engage_desktop.views.note.services import Hand
from engage_domain.contact_codes import ContactType, Purpose
from engage_domain.visit import Contact


class FactSheet(Sheet):
    """A sheet about one fact. It shows anew what the store has after every tap."""

    def __init__(self, parent: QWidget, hand: Hand, name: FactName, contact: Contact) -> None:
        title, words = self._asks(name)
        super().__init__(parent, title, words, width=640)
        self._show: Callable[[Contact], object] = _nothing
        self._settle: Callable[[], object] = _nothing_at_all
        self.body = self._made(hand, name, contact)
        if self.body is not None:
            self.add(self.body)
        self.add_answer(self.tr("Done"), "check", main=True)
        self.show_contact(contact)

    def show_contact(self, contact: Contact) -> None:
        """Show what the store has."""
        self._show(contact)

    def done(self, result: int) -> None:
        """Write what is being typed before closing."""
        self._settle()
        super().done(result)

    def _made(self, hand: Hand, name: FactName, contact: Contact) -> QWidget | None:
        makers: dict[FactName, Callable[[Hand, Contact], QWidget]] = {
            FactName.HAPPENED: self._when,
            FactName.PLACE: self._place,
            FactName.PEOPLE: self._people,
            FactName.CHILDREN: self._children,
            FactName.TYPES: self._types,
            FactName.PURPOSES: self._purposes,
            FactName.LANGUAGE: self._language,
        }
        maker = makers.get(name)
        return maker(hand, contact) if maker else None

    def _when(self, hand: Hand, _contact: Contact) -> QWidget:
        picker = WhenPicker(hand)
        self._show = picker.show_contact
        return picker

    def _place(self, hand: Hand, contact: Contact) -> QWidget:
        if contact.missed_reason:
            missed = MissedPicker(hand, contact)
            self._show, self._settle = missed.show_contact, missed.keeper.settle
            return missed
        picker = PlacePicker(hand, contact)
        self._show, self._settle = picker.show_contact, picker.keeper.settle
        return picker

    def _people(self, hand: Hand, _contact: Contact) -> QWidget:
        picker = PeoplePicker(hand)
        self._show = picker.show_contact
        return picker

    def _children(self, hand: Hand, _contact: Contact) -> QWidget:
        picker = ChildrenPicker(hand)
        self._show, self._settle = picker.show_contact, picker.settle
        return picker

    def _types(self, hand: Hand, _contact: Contact) -> QWidget:
        codes = [t.value for t in ContactType]
        return self._codes(hand, "types", self.tr("Types"), hand.words.book.options("contact_type", codes))

    def _purposes(self, hand: Hand, _contact: Contact) -> QWidget:
        codes = [p.value for p in Purpose]
        options = hand.words.book.options("contact_purpose", codes)
        return self._codes(hand, "purposes", self.tr("Purposes"), options)

    def _codes(self, hand: Hand, field: str, label: str, options: tuple[tuple[str, str], ...]) -> QWidget:
        taps, chosen = Taps(label, options), set[str]()

        def turn(code: str) -> None:
            hand.write(hand.services.codes, field, tuple(sorted(chosen ^ {code})))

        def show(contact: Contact) -> None:
            chosen.clear()
            chosen.update(getattr(contact, field))
            taps.show_chosen(tuple(chosen))

        taps.tapped.connect(turn)
        self._show = show
        return taps

    def _language(self, hand: Hand, contact: Contact) -> QWidget:
        book = hand.words.book
        known = dict.fromkeys(("en", *contact.family_languages, "es"))
        options = tuple((book.word("language", code), book.word("language", code)) for code in known)
        taps = Taps(self.tr("Language"), options)
        line = LineEdit(self.tr("In your words"), self.tr("Spanish and English; Ms Ortiz interpreted"))

        spot = Spot("contact", contact.id, "language", contact.family_id)
        keeper = Keeper(hand.keeping, line, spot, contact.language, contact.language)

        def turn(word: str) -> None:
            spoken = [part for part in line.text().split(" · ") if part]
            left = [part for part in spoken if part != word]
            line.setText(" · ".join(left if word in spoken else [*spoken, word]))
            keeper.settle()

        def show(now: Contact) -> None:
            keeper.show(now.language, now.language)
            taps.show_chosen(tuple(now.language.split(" · ")))

        taps.tapped.connect(turn)
        self._show, self._settle = show, keeper.settle
        return group(column(taps, Field(self.tr("In your words"), line), gap=6))

    def _asks(self, name: FactName) -> tuple[str, str]:
        return {
            FactName.HAPPENED: (self.tr("When did it happen?"), ""),
            FactName.PLACE: (self.tr("Where and how?"), ""),
            FactName.PEOPLE: (self.tr("Who was there?"), ""),
            FactName.CHILDREN: (
                self.tr("How did you see each child?"),
                self.tr("Nothing is answered for you."),
            ),
            FactName.ENTERED: (
                self.tr("Entered"),
                self.tr(
                    "This is when it was first written down. It stays as it is, beside the time it happened."
                ),
            ),
            FactName.TYPES: (self.tr("What kind of contact was it?"), ""),
            FactName.PURPOSES: (self.tr("What was it for?"), ""),
            FactName.LANGUAGE: (self.tr("Which language was spoken?"), ""),
        }[name]


def _nothing(_contact: Contact) -> None:
    return


def _nothing_at_all() -> None:
    return
