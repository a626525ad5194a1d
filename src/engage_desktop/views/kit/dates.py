"""Days and times to write, in whatever way people write them; arrows step, and what was understood shows beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import IconButton
from engage_desktop.views.kit.inputs import Leaving, LineEdit
from engage_desktop.views.kit.layout import row
from engage_desktop.views.kit.text import meta
from engage_desktop.views.kit.theme import look

ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - only carries a time of day over midnight
STEP_MINUTES = 5
NOON = 12
_TIME = re.compile(r"^\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?m?\.?\s*$", re.IGNORECASE)


def time_written(text: str) -> time | None:
    """Return the time somebody wrote (`9:04`, `904`, `9`, `9pm`, `21.30`), or None."""
    found = _TIME.match(text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= NOON:
        return None
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class _Stepper(LineEdit):
    """A line whose up and down arrows step."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, write with all else."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


@dataclass(frozen=True, slots=True)
class _Way:
    """How one kind of value is written: read (None for what is none), typed, said in words, stepped, found wrong."""

    read: Callable[[str], Any]
    typed: Callable[[Any], str]
    said: Callable[[Any], str]
    step: Callable[[Any, int], Any]
    wrong: str


class _Written(QWidget):
    """What days and times share: a line, a button to both sides, and beside it what was understood or what is wrong.

    `changed` carries the value; None while nothing, or nothing that can be understood, is written.
    """

    changed = Signal(object)

    def __init__(
        self, name: str, before: tuple[str, str], after: tuple[str, str], width: float, way: _Way
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._width, self._way = width, way
        self._value: Any = None
        self._told: tuple[Any, bool] = (None, False)
        self.edit = _Stepper(name)
        self._back, self._on = IconButton(before[1], before[0]), IconButton(after[1], after[0])
        self._understood = meta("", lines=0)
        self.setLayout(row(self.edit, self._back, self._on, (self._understood, 1), gap=2))
        self.setFocusProxy(self.edit)
        self._back.clicked.connect(lambda: self.edit.stepped.emit(-1))
        self._on.clicked.connect(lambda: self.edit.stepped.emit(1))
        self._leaving = Leaving(self.edit)
        self._leaving.left.connect(self._settle)
        self.edit.stepped.connect(self._on_step)
        self.edit.textEdited.connect(self._on_text)
        self.restyle()

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.edit.setFixedWidth(look().px(self._width))

    def is_wrong(self) -> bool:
        """Say whether something is written that cannot be understood."""
        return self._value is None and bool(self.edit.text().strip())

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that what is written cannot be taken."""
        self.edit.set_wrong(wrong)

    def _show(self, value: Any) -> None:
        self._value = value
        self.edit.setText("" if value is None else self._way.typed(value))
        self._told = (value, False)
        self._judge()

    def _on_step(self, steps: int) -> None:
        self._take(self._way.step(self._value, steps))
        self._settle()

    def _on_text(self, text: str) -> None:
        self._take(self._way.read(text))

    def _take(self, value: Any) -> None:
        self._value = value
        self._judge()
        # Who asked is told of what cannot be understood too: it must not be taken for nothing.
        if self._told != (value, self.is_wrong()):
            self._told = (value, self.is_wrong())
            self.changed.emit(value)

    def _judge(self) -> None:
        if not self.is_wrong():
            self.edit.set_wrong(False)
            self._tell("" if self._value is None else self._way.said(self._value), "muted")

    def _settle(self) -> None:
        if self._value is not None:
            self.edit.setText(self._way.typed(self._value))
        self.edit.set_wrong(self.is_wrong())
        if self.is_wrong():
            self._tell(self._way.wrong, "bad")

    def _tell(self, words: str, ink: str) -> None:
        self._understood.set_ink(ink)
        self._understood.setText(words)
        self.edit.setAccessibleDescription(words)


class DateField(_Written):
    """A day. `parse` understands what people write, `words` says a day in words, `written` as it is typed.

    `parse` may raise ValueError for what is no day. `changed` carries date or None.
    """

    def __init__(
        self,
        name: str,
        parse: Callable[[str], date | None],
        words: Callable[[date], str],
        today: Callable[[], date],
        written: Callable[[date], str] = date.isoformat,
    ) -> None:
        def read(text: str) -> date | None:
            try:
                return parse(text) if text.strip() else None
            except ValueError:
                return None

        def step(day: date | None, days: int) -> date:
            return day + timedelta(days=days) if day else today()

        earlier = QCoreApplication.translate("DateField", "A day earlier")
        later = QCoreApplication.translate("DateField", "A day later")
        wrong = QCoreApplication.translate("DateField", "No such day. Write it like 3/14/2019.")
        way = _Way(read, written, words, step, wrong)
        super().__init__(name, (earlier, "chevron-left"), (later, "chevron-right"), 140, way)

    def value(self) -> date | None:
        """Return the day, or None while nothing can be understood."""
        found: date | None = self._value
        return found

    def set_value(self, value: date | None) -> None:
        """Show a day, without telling anybody."""
        self._show(value)


class TimeField(_Written):
    """A time of day. The buttons and arrows step by five minutes. `changed` carries time or None."""

    def __init__(self, name: str, now: Callable[[], time]) -> None:
        def step(value: time | None, steps: int) -> time:
            moved = timedelta(minutes=STEP_MINUTES * steps)
            return now() if value is None else (datetime.combine(ANY_DAY, value) + moved).time()

        earlier = QCoreApplication.translate("TimeField", "Five minutes earlier")
        later = QCoreApplication.translate("TimeField", "Five minutes later")
        wrong = QCoreApplication.translate("TimeField", "No such time. Write it like 9:30 or 21:30.")
        way = _Way(time_written, "{:%H:%M}".format, lambda _time: "", step, wrong)
        super().__init__(name, (earlier, "minus"), (later, "plus"), 104, way)

    def value(self) -> time | None:
        """Return the time, or None while nothing can be understood."""
        found: time | None = self._value
        return found

    def set_value(self, value: time | None) -> None:
        """Show a time, without telling anybody."""
        self._show(value)
