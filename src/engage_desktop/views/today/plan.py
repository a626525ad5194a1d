"""Planning a visit: a day, a time, how long. A small sheet, because it is done between two other things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.dates import DateField, TimeField
from engage_desktop.views.kit.days import day_reader
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import Field, LineEdit, Segmented
from engage_desktop.views.kit.words import Wordbook

LENGTHS = (30, 45, 60, 90)
USUAL_LENGTH = "60"


@dataclass(frozen=True, slots=True)
class Planned:
    """A visit as somebody planned it; the time is in the agency's zone."""

    starts: datetime
    minutes: int
    purpose: str


class PlanVisitSheet(Sheet):
    """Asks when to visit."""

    def __init__(self, parent: QWidget, who: str, words: Wordbook, now: datetime, zone: ZoneInfo) -> None:
        super().__init__(parent, self.tr("Plan a visit"), who)
        self._now, self._zone = now, zone
        self._day = DateField(
            self.tr("Day"), day_reader(words, now.date), words.day, now.date, words.day_written
        )
        self._time = TimeField(self.tr("Time"), lambda: time(9, 0))
        options = [(str(n), words.duration(n)) for n in LENGTHS]
        self._length = Segmented(self.tr("How long"), options, USUAL_LENGTH)
        self._purpose = LineEdit(self.tr("What for"))
        self._day_field = Field(self.tr("Day"), self._day, self.tr("“Friday”, “tomorrow” or 11/27"))
        self._time_field = Field(self.tr("Time"), self._time)
        self.add(self._day_field)
        self.add(self._time_field)
        self.add(Field(self.tr("How long"), self._length))
        self.add(Field(self.tr("What for, if you like"), self._purpose))
        self.add_answer(self.tr("Not now"))
        self.add_answer(self.tr("Plan it"), "calendar-plus", main=True)
        self._day.edit.setFocus()

    def suggest(self, day: date, at: time) -> None:
        """Offer a day and a time to begin with."""
        self._day.set_value(day)
        self._time.set_value(at)

    def planned(self) -> Planned | None:
        """Return what was answered; say what is missing, and return nothing, while something is."""
        day, at = self._day.value(), self._time.value()
        self._day_field.set_wrong("" if day else self.tr("Please write a day, like 11/27 or “Friday”."))
        self._time_field.set_wrong("" if at else self.tr("Please write a time, like 16:00."))
        if day is None or at is None:
            (self._day.edit if day is None else self._time.edit).setFocus()
            return None
        starts = datetime.combine(day, at, self._zone)
        if starts < self._now:
            self._day_field.set_wrong(self.tr("That is in the past."))
            self._day.edit.setFocus()
            return None
        return Planned(starts, int(self._length.here() or USUAL_LENGTH), self._purpose.text())
