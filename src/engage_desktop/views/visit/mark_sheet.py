"""One mark: its words if there is a moment, by when a promise is due, and taking it back."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.days import day_reader
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import Field, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot
from engage_desktop.views.kit.layout import column, flow, group
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.words import capital
from engage_domain.contact_codes import MarkKind
from engage_domain.visit import Contact, Mark, Promise

FRIDAY = 4


def quick_days(today: date) -> tuple[date, ...]:
    """Return the days people name: today, tomorrow, this Friday, in a week, in two, in a month."""
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    days = {
        today,
        today + timedelta(1),
        friday,
        today + timedelta(7),
        today + timedelta(14),
        today + timedelta(30),
    }
    return tuple(sorted(days))


def _named(words: ContactWords, day: date) -> str:
    if (day - words.today()).days < 7:
        return capital(words.book.day_near(day, words.today()))
    return words.book.day_short(day)


class DueChips(QWidget):
    """By when: the days people name, one tap each; tap again when nobody named a day."""

    chosen = Signal(object)

    def __init__(self, words: ContactWords, due: date | None) -> None:
        super().__init__()
        today = words.today()
        self._due = due
        self._chips: dict[date, Toggle] = {}
        for day in quick_days(today):
            chip = Toggle(_named(words, day), high=46, radius=23)
            chip.clicked.connect(lambda _=False, at=day: self._tap(at))
            self._chips[day] = chip
        self.field = DateField(
            self.tr("Another day"),
            day_reader(words.book, words.today),
            lambda d: words.book.day(d, today),
            words.today,
        )
        self.field.changed.connect(self._on_field)
        chips = flow(*self._chips.values(), gap=2, line_gap=0)
        self.setLayout(
            column(
                Text(self.tr("By when"), size=14, weight=600, inset=True),
                chips,
                Field(self.tr("Another day"), self.field),
                gap=2,
            )
        )
        self._show()

    def _tap(self, day: date) -> None:
        self._due = None if self._due == day else day
        self._show()
        self.chosen.emit(self._due)

    def _on_field(self, day: date | None) -> None:
        self._due = day
        for at, chip in self._chips.items():
            chip.setChecked(at == day)
        self.chosen.emit(day)

    def _show(self) -> None:
        for day, chip in self._chips.items():
            chip.setChecked(day == self._due)
        self.field.set_value(None if self._due in self._chips else self._due)


class MarkSheet(Sheet):
    """Shows one mark that is kept already. `due` carries a promise's day, `taken_back` and `left` say the rest."""

    due = Signal(object)
    taken_back = Signal()
    left = Signal()

    def __init__(
        self, parent: QWidget, contact: Contact, mark: Mark, words: ContactWords, keeping: Keeping
    ) -> None:
        promise = contact.promise_of(mark)
        super().__init__(parent, words.title(mark, promise), self._kept_at(words, mark), width=600)
        self.area = self._words_area(mark, promise) if mark.keeps_words else None
        self.keeper = self._keeper(self.area, contact, mark, promise, keeping) if self.area else None
        if self.area is None and words.words(mark):
            self.add(meta(words.words(mark), lines=0))
        if promise is not None:
            self.chips = DueChips(words, promise.by_when)
            self.chips.chosen.connect(self.due)
            self.add(self.chips)
        if mark.kind == MarkKind.ARRIVED:
            self._add_leaving(contact, mark)
        back = self.add_answer(self.tr("Take it back"), "undo-2")
        back.clicked.connect(self.taken_back)
        done = self.add_answer(self.tr("Done"), "check", main=True)
        first: QWidget = done if self.area is None else self.area
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Settle the words before closing."""
        if self.keeper is not None:
            self.keeper.settle()
        super().done(result)

    def _words_area(self, mark: Mark, promise: Promise | None) -> TextArea:
        label = self.tr("Words, if you have a moment")
        if mark.kind == MarkKind.SAID:
            label = self.tr("Their words, if you have a moment")
        elif promise is not None:
            label = self.tr("What, if you have a moment")
        hint = self.tr("Nothing needs to be written now; it is kept already.")
        area = TextArea(label, hint, least_lines=3)
        self.add(Field(label, area))
        return area

    @staticmethod
    def _keeper(
        area: TextArea, contact: Contact, mark: Mark, promise: Promise | None, keeping: Keeping
    ) -> Keeper:
        if promise is not None:
            spot, text = Spot("action_step", promise.step_id, "what", contact.family_id), promise.what
        else:
            spot, text = Spot("mark", mark.id, "text", contact.family_id), mark.text
        keeper = Keeper(keeping, area, spot, text, text)
        area.moveCursor(QTextCursor.MoveOperation.End)
        return keeper

    def _add_leaving(self, contact: Contact, mark: Mark) -> None:
        person = next((p for p in contact.people if p.participant_id == mark.code), None)
        if person is not None and person.here:
            gone = Button(self.tr("Left now"), "door-open", "soft", tone="sand", high=52)
            gone.clicked.connect(self.left)
            gone.clicked.connect(self.accept)
            self.add(group(column(gone)))

    def _kept_at(self, words: ContactWords, mark: Mark) -> str:
        return self.tr("Kept at %1").replace("%1", words.at(mark.at))
