"""The facts of a contact, put right by tapping: when, where and how, who was there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.dates import DateField, TimeField
from engage_desktop.views.kit.days import day_reader
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import Field, LineEdit
from engage_desktop.views.kit.keeping import Keeper, Spot
from engage_desktop.views.kit.layout import Flow, clear, column, flow, group, row
from engage_desktop.views.kit.text import Text
from engage_desktop.views.note.services import Hand, Showing
from engage_domain.contact_codes import Location, Method, MissedReason, Presence
from engage_domain.visit import Contact


class Tap(Toggle):
    """A toggle that shows what was kept: it turns when the store has it."""

    def __init__(self, label: str, icon: str = "") -> None:
        super().__init__(label, icon, high=46, radius=23)

    def nextCheckState(self) -> None:
        """Wait for the store."""


class Taps(QWidget):
    """Codes or names to tap, wrapping. `tapped` carries the key."""

    tapped = Signal(str)

    def __init__(self, name: str, options: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._flow = Flow(gap=2, line_gap=0)
        self.setLayout(self._flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.taps: dict[str, Tap] = {}
        self._options: tuple[tuple[str, str], ...] = ()
        self.offer(options)

    def offer(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer other things."""
        if options == self._options:
            return
        self._options = options
        clear(self._flow)
        self.taps = {}
        for key, label in options:
            tap = Tap(label)
            tap.clicked.connect(lambda _=False, code=key: self.tapped.emit(code))
            self.taps[key] = tap
            self._flow.addWidget(tap)

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Show which are chosen."""
        for key, tap in self.taps.items():
            tap.setChecked(key in chosen)


def part(title: str, body: QWidget) -> QWidget:
    """Return something to put right under its heading."""
    return group(column(Text(title, size=15, weight=600, inset=True, lines=0), body, gap=2))


class WhenPicker(QWidget):
    """The day, and from when to when. A time that cannot be is said beside it and not kept."""

    def __init__(self, hand: Hand, *, with_day: bool = True) -> None:
        super().__init__()
        self._hand, words = hand, hand.words
        self.day = DateField(
            self.tr("Day"),
            day_reader(words.book, words.today, past=True),
            lambda d: words.book.day(d, words.today()),
            words.today,
        )
        self.start = TimeField(self.tr("From"), lambda: words.now().time())
        self.end = TimeField(self.tr("To"), lambda: words.now().time())
        self._end_field = Field(self.tr("To"), self.end)
        times = [Field(self.tr("From"), self.start), self._end_field]
        days = [Field(self.tr("Day"), self.day)] if with_day else []
        self.setLayout(column(*days, flow(*times, gap=16), gap=6))
        self._showing = Showing()
        for field in (self.day, self.start, self.end):
            field.changed.connect(self._keep)

    def show_contact(self, contact: Contact) -> None:
        """Show the times as they were kept."""
        local = self._hand.words.local
        start, end = contact.start and local(contact.start), contact.end and local(contact.end)
        if self._showing.is_new("times", (start, end)):
            self.day.set_value(start.date() if start else None)
            self.start.set_value(start.time() if start else None)
            self.end.set_value(end.time() if end else None)

    def _keep(self) -> None:
        day, start, end = self.day.value(), self.start.value(), self.end.value()
        if day is None or start is None or self.end.is_wrong():
            return
        first, last = self._at(day, start), self._at(day, end) if end else None
        wrong = last is not None and last < first
        self._end_field.set_wrong(self.tr("That is before it began.") if wrong else "")
        if not wrong:
            self._showing.is_new("times", (first, last))
            self._hand.write(self._hand.services.times, first, last)

    def _at(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at.replace(second=0, microsecond=0), self._hand.words.now().tzinfo)


class PlacePicker(QWidget):
    """How, where, and in the worker's words where exactly."""

    def __init__(self, hand: Hand, contact: Contact, *, with_method: bool = True) -> None:
        super().__init__()
        self._hand, self._contact = hand, contact
        book = hand.words.book
        self.method = Taps(self.tr("How"), book.options("contact_method", [m.value for m in Method]))
        self.place = Taps(self.tr("Where"), book.options("contact_location", [p.value for p in Location]))
        self.note = LineEdit(self.tr("In your words"), self.tr("Such as: at grandma’s, in the yard"))
        spot = Spot("contact", contact.id, "location_note", contact.family_id)
        self.keeper = Keeper(hand.keeping, self.note, spot, contact.location_note, contact.location_note)
        parts = [part(self.tr("How"), self.method)] if with_method else []
        parts += [part(self.tr("Where"), self.place), Field(self.tr("In your words"), self.note)]
        self.setLayout(column(*parts, gap=8))
        self.method.tapped.connect(self._on_method)
        self.place.tapped.connect(self._on_place)
        self.show_contact(contact)

    def show_contact(self, contact: Contact) -> None:
        """Show the place as it was kept."""
        self._contact = contact
        self.method.show_chosen((contact.method,))
        self.place.show_chosen((contact.location,))
        self.keeper.show(contact.location_note, contact.location_note)

    def _on_method(self, code: str) -> None:
        method = "" if code == self._contact.method else code
        self._hand.write(self._hand.services.place, method, self._contact.location)

    def _on_place(self, code: str) -> None:
        place = "" if code == self._contact.location else code
        self._hand.write(self._hand.services.place, self._contact.method, place)


class MissedPicker(QWidget):
    """Why a visit did not happen, and in the worker's words what happened instead."""

    def __init__(self, hand: Hand, contact: Contact) -> None:
        super().__init__()
        self._hand, self._contact = hand, contact
        reasons = hand.words.book.options("missed_reason", [r.value for r in MissedReason])
        self.reason = Taps(self.tr("Why it did not happen"), reasons)
        self.note = LineEdit(self.tr("What happened"), self.tr("Such as: at camp until Friday"))
        spot = Spot("contact", contact.id, "missed_note", contact.family_id)
        self.keeper = Keeper(hand.keeping, self.note, spot, contact.missed_note, contact.missed_note)
        why = part(self.tr("Why it did not happen"), self.reason)
        self.setLayout(column(why, Field(self.tr("What happened"), self.note), gap=8))
        self.reason.tapped.connect(self._on_reason)
        self.show_contact(contact)

    def show_contact(self, contact: Contact) -> None:
        """Show the reason as it was kept."""
        self._contact = contact
        self.reason.show_chosen((contact.missed_reason,))
        self.keeper.show(contact.missed_note, contact.missed_note)

    def _on_reason(self, reason: str) -> None:
        self._hand.write(self._hand.services.missed, reason, self._contact.focus_children)


class PeoplePicker(QWidget):
    """Who was there, the grown people of the family and anybody else."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._contact: Contact | None = None
        self.names = Taps(self.tr("Who was there"))
        self.other = LineEdit(self.tr("Somebody else"), self.tr("A name, or who they are"))
        self._add = Button(self.tr("Add"), "plus", "soft")
        self.setLayout(column(self.names, row((self.other, 1), self._add, gap=6), gap=4))
        self.names.tapped.connect(self._on_tap)
        self._add.clicked.connect(self._on_add)
        self.other.returnPressed.connect(self._on_add)

    def show_contact(self, contact: Contact) -> None:
        """Show who was there."""
        self._contact = contact
        people = [p for p in contact.people if not p.child]
        self.names.offer(tuple((p.person_id or p.participant_id, p.name) for p in people))
        self.names.show_chosen(tuple(p.person_id or p.participant_id for p in people if p.took_part))

    def _on_tap(self, key: str) -> None:
        if self._contact is None:
            return
        person = self._contact.attendee(key)
        if person is not None:
            wanted = None if person.took_part else Presence.PRESENT
            self._hand.write(self._hand.services.presence, key, wanted)
            return
        arrived = next((m for m in self._contact.marks if m.code == key), None)
        if arrived is not None:
            self._hand.write(self._hand.services.take_back, arrived.id)

    def _on_add(self) -> None:
        name = self.other.text().strip()
        if name:
            self._hand.write(self._hand.services.came, name)
            self.other.clear()
        self.other.setFocus()


def soon_days(today: date) -> tuple[date, ...]:
    """Return the days a next visit is often on: in a week, in two, in four."""
    return tuple(today + timedelta(days=days) for days in (7, 14, 28))
