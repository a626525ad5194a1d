"""What comes after: promises written down, and the next visit made an appointment."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from engage_desktop.services.visit import Promised
from engage_desktop.views.kit.dates import DateField, TimeField
from engage_desktop.views.kit.days import day_reader
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit
from engage_desktop.views.kit.layout import column, flow, row
from engage_desktop.views.kit.marks import Card, Chip
from engage_desktop.views.kit.text import Text
from engage_desktop.views.note.pickers import Taps, soon_days
from engage_desktop.views.note.services import Hand, Showing
from engage_domain.contact_codes import Side
from engage_domain.visit import Contact

ME = "me"


class PromiseWriter(Card):
    """A promise that was not tapped: who, what, by when."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(fill="sunk", line="")
        self._hand, words = hand, hand.words
        self.who = ChoiceButton(self.tr("Who"), ((ME, self.tr("I")),), ME)
        self.what = LineEdit(self.tr("What"), self.tr("Ask the school about bus passes"))
        self.due = DateField(
            self.tr("By when"),
            day_reader(words.book, words.today),
            lambda d: words.book.day(d, words.today()),
            words.today,
        )
        self.add = Button(self.tr("Add this promise"), "plus", "soft", tone="info")
        fields = flow(
            Field(self.tr("Who"), self.who), Field(self.tr("By when"), self.due), gap=14, line_gap=4
        )
        self.setLayout(
            column(
                Field(self.tr("What"), self.what), fields, row(self.add, None), gap=4, pad=(16, 12, 16, 12)
            )
        )
        self.add.clicked.connect(self._on_add)
        self.what.returnPressed.connect(self._on_add)
        self._showing = Showing()

    def show_contact(self, contact: Contact) -> None:
        """Offer the people of the family."""
        people = tuple((p.person_id, p.name) for p in contact.people if p.person_id)
        if self._showing.is_new("people", people):
            self.who.set_options(((ME, self.tr("I")), *people), self.who.here() or ME)

    def _on_add(self) -> None:
        what = self.what.text().strip()
        if not what:
            self.what.setFocus()
            return
        who = self.who.here()
        side = Side.AGENCY if who == ME else Side.FAMILY
        promised = Promised(side, what, "" if who == ME else who, by_when=self.due.value())
        self._hand.write(self._hand.services.write_promise, promised)
        self.what.clear()
        self.due.set_value(None)
        self.what.setFocus()


class NextPicker(QWidget):
    """The day and the time of the next visit; both together make the appointment."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand, words = hand, hand.words
        self._day: date | None = None
        options = tuple((d.isoformat(), words.book.day_short(d)) for d in soon_days(words.today()))
        self.soon = Taps(self.tr("Soon"), options)
        self.day = DateField(
            self.tr("Day"),
            day_reader(words.book, words.today),
            lambda d: words.book.day(d, words.today()),
            words.today,
        )
        self.at = TimeField(self.tr("Time"), lambda: time(10))
        self.planned = Chip("", "good", "calendar-check", 14)
        self._hint = Text(self.tr("The time is still open."), size=14, ink="muted", lines=0, inset=True)
        fields = flow(Field(self.tr("Day"), self.day), Field(self.tr("Time"), self.at), gap=16, line_gap=4)
        self.setLayout(column(self.soon, fields, flow(self.planned, self._hint), gap=6))
        self.soon.tapped.connect(self._on_soon)
        self.day.changed.connect(self._keep)
        self.at.changed.connect(self._keep)
        self._showing = Showing()
        self._say(None)

    def show_contact(self, contact: Contact) -> None:
        """Show what is planned."""
        planned = contact.next_visit
        at = self._hand.words.local(planned.starts_at) if planned else None
        if self._showing.is_new("at", at):
            self.day.set_value(at.date() if at else None)
            self.at.set_value(at.time() if at else None)
        self._say(at)

    def _on_soon(self, day: str) -> None:
        self.day.set_value(date.fromisoformat(day))
        self._keep()
        if self.at.value() is None:
            self.at.setFocus()

    def _keep(self) -> None:
        day, at = self.day.value(), self.at.value()
        if day is not None:
            self.soon.show_chosen((day.isoformat(),))
        if day is None or at is None:
            self._say(None)
            return
        start = datetime.combine(day, at, self._hand.words.now().tzinfo)
        if self._showing.is_new("at", start):
            self._hand.write(self._hand.services.plan_next, start)
        self._say(start)

    def _say(self, at: datetime | None) -> None:
        self.planned.setVisible(at is not None)
        self._hint.setVisible(at is None and self.day.value() is not None)
        if at is not None:
            self.soon.show_chosen((at.date().isoformat(),))
            self.planned.show_chip(self._hand.words.book.moment(at, self._hand.words.now()))
