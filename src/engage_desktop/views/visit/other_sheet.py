"""A contact that was no home visit: how, with whom, when. What is not known stays open."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.services.visit_starts import Other
from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.dates import DateField, TimeField
from engage_desktop.views.kit.days import day_reader
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import Field, LineEdit
from engage_desktop.views.kit.layout import column, flow, group, row
from engage_desktop.views.kit.text import Text
from engage_domain.contact_codes import ContactType, Method

TYPES = (
    ContactType.CASEWORK_CONTACT,
    ContactType.COLLATERAL,
    ContactType.PROVIDER,
    ContactType.COURT,
    ContactType.FOSTER_PARENT,
    ContactType.DILIGENT_SEARCH,
    ContactType.OTHER,
)


class Choice(QWidget):
    """Some codes or names to tap: one of them, or several."""

    def __init__(self, title: str, options: tuple[tuple[str, str], ...], *, several: bool) -> None:
        super().__init__()
        self._several = several
        self.taps: dict[str, Toggle] = {}
        for key, label in options:
            tap = Toggle(label, high=46, radius=23)
            tap.clicked.connect(lambda _=False, code=key: self._on_tap(code))
            self.taps[key] = tap
        self.setAccessibleName(title)
        head = Text(title, size=15, weight=600, inset=True, lines=0)
        self.setLayout(column(head, flow(*self.taps.values(), gap=2, line_gap=0), gap=2))

    def chosen(self) -> tuple[str, ...]:
        """Return what is chosen."""
        return tuple(key for key, tap in self.taps.items() if tap.isChecked())

    def _on_tap(self, code: str) -> None:
        if not self._several:
            for key, tap in self.taps.items():
                tap.setChecked(key == code and tap.isChecked())


class OtherSheet(Sheet):
    """Asks what kind of contact it was. `several_wanted` asks for the sheet of calls."""

    several_wanted = Signal()

    def __init__(self, parent: QWidget, people: tuple[tuple[str, str], ...], words: ContactWords) -> None:
        super().__init__(parent, self.tr("What kind of contact was it?"), width=680)
        self._contact_words, book = words, words.book
        several = Button(self.tr("Several short calls on one sheet"), "list", "soft", tone="info")
        several.clicked.connect(self._on_several)
        self.how = Choice(
            self.tr("How"), book.options("contact_method", [m.value for m in Method]), several=False
        )
        self.types = Choice(
            self.tr("What kind"), book.options("contact_type", [t.value for t in TYPES]), several=True
        )
        self.people = Choice(self.tr("With whom"), people, several=True)
        self.other = LineEdit(self.tr("Somebody else"), self.tr("Ms Bell, school nurse"))
        reader = day_reader(book, words.today, past=True)
        self.day = DateField(self.tr("Day"), reader, lambda d: book.day(d, words.today()), words.today)
        self.at = TimeField(self.tr("Time"), lambda: words.now().time())
        self.day.set_value(words.today())
        self.at.set_value(words.now().time())
        when = flow(Field(self.tr("Day"), self.day), Field(self.tr("Time"), self.at), gap=16, line_gap=4)
        for part in (group(row(several, None)), self.how, self.types, self.people):
            self.add(part)
        self.add(group(column(Field(self.tr("Somebody else"), self.other), when, gap=8)))
        self.add_answer(self.tr("Not now"))
        self.go = self.add_answer(self.tr("Write it down"), "pencil", main=True)
        self._wanted = Text("", ink="bad", lines=0, inset=True)
        self._wanted.hide()
        self.add(self._wanted)

    def _on_several(self) -> None:
        self.accept()
        self.several_wanted.emit()

    def given(self) -> Other | None:
        """Return what is known; without how it happened, or on a day that cannot be, ask for that and return nothing."""
        how = self.how.chosen()
        self._wanted.hide()
        if not how:
            self._ask(self.tr("How did it happen?"), next(iter(self.how.taps.values())))
            return None
        for field in (self.day, self.at):
            if field.is_wrong():
                self._ask(self.tr("When was it?"), field.edit)
                return None
        now = self._contact_words.now()
        day, at = self.day.value() or self._contact_words.today(), self.at.value() or now.time()
        start = datetime.combine(day, at, now.tzinfo)
        if start > now:
            self._ask(self.tr("That is still to come."), self.day.edit)
            return None
        types, people = self.types.chosen(), self.people.chosen()
        return Other(Method(how[0]), types, start, None, people, self.other.text().strip())

    def _ask(self, words: str, where: QWidget) -> None:
        """Say what is still needed, and go there; what was typed stays as it is."""
        self._wanted.setText(words)
        self._wanted.show()
        where.setFocus(Qt.FocusReason.OtherFocusReason)
