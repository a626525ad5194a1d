"""Days and times to write, in whatever way people write them; arrows step, and what was understood shows beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

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


class _Written(QWidget):
    """What days and times share: a line, a button to both sides, and what was understood."""

    def __init__(self, name: str, before: tuple[str, str], after: tuple[str, str], width: float) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._width = width
        self.edit = _Stepper(name)
        self._back, self._on = IconButton(before[1], before[0]), IconButton(after[1], after[0])
        self._understood = meta("", lines=0)
        self.setLayout(row(self.edit, self._back, self._on, (self._understood, 1), gap=2))
        self.setFocusProxy(self.edit)
        self._back.clicked.connect(lambda: self.edit.stepped.emit(-1))
        self._on.clicked.connect(lambda: self.edit.stepped.emit(1))
        self._leaving = Leaving(self.edit)
        self.restyle()

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.edit.setFixedWidth(look().px(self._width))

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that what is written cannot be taken."""
        self.edit.set_wrong(wrong)


class DateField(_Written):
    """A day. `parse` understands what people write, `words` says a day in words, `written` as it is typed.

    `parse` may raise ValueError for what is no day. `changed` carries date or None.
    """

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        parse: Callable[[str], date | None],
        words: Callable[[date], str],
        today: Callable[[], date],
        written: Callable[[date], str] = date.isoformat,
    ) -> None:
        earlier = QCoreApplication.translate("DateField", "A day earlier")
        later = QCoreApplication.translate("DateField", "A day later")
        super().__init__(name, (earlier, "chevron-left"), (later, "chevron-right"), 140)
        self._parse, self._words, self._today, self._written = parse, words, today, written
        self._value: date | None = None
        self.edit.stepped.connect(self._on_step)
        self.edit.textEdited.connect(self._on_text)
        self._leaving.left.connect(self._settle)

    def value(self) -> date | None:
        """Return the day, or None while nothing can be understood."""
        return self._value

    def is_wrong(self) -> bool:
        """Say whether something is written that is no day."""
        return self._value is None and bool(self.edit.text().strip())

    def set_value(self, value: date | None) -> None:
        """Show a day, without telling anybody."""
        self._value = value
        self.edit.setText(self._written(value) if value else "")
        self._show()

    def _on_step(self, days: int) -> None:
        self._take((self._value or self._today()) + timedelta(days=days if self._value else 0))
        self._settle()

    def _on_text(self, text: str) -> None:
        try:
            day = self._parse(text) if text.strip() else None
        except ValueError:
            day = None
        self._take(day)

    def _take(self, value: date | None) -> None:
        told = value != self._value
        self._value = value
        self._show()
        if told:
            self.changed.emit(value)

    def _settle(self) -> None:
        if self._value is not None:
            self.edit.setText(self._written(self._value))
        self.edit.set_wrong(self.is_wrong())

    def _show(self) -> None:
        self._understood.setText(self._words(self._value) if self._value else "")
        if not self.is_wrong():
            self.edit.set_wrong(False)


class TimeField(_Written):
    """A time of day. The buttons and arrows step by five minutes. `changed` carries time or None."""

    changed = Signal(object)

    def __init__(self, name: str, now: Callable[[], time]) -> None:
        earlier = QCoreApplication.translate("TimeField", "Five minutes earlier")
        later = QCoreApplication.translate("TimeField", "Five minutes later")
        super().__init__(name, (earlier, "minus"), (later, "plus"), 104)
        self._now = now
        self._value: time | None = None
        self.edit.stepped.connect(self._on_step)
        self.edit.textEdited.connect(self._on_text)
        self._leaving.left.connect(self._settle)

    def value(self) -> time | None:
        """Return the time, or None while nothing can be understood."""
        return self._value

    def is_wrong(self) -> bool:
        """Say whether something is written that is no time."""
        return self._value is None and bool(self.edit.text().strip())

    def set_value(self, value: time | None) -> None:
        """Show a time, without telling anybody."""
        self._value = value
        self.edit.setText(f"{value:%H:%M}" if value else "")
        self.edit.set_wrong(False)

    def _on_step(self, steps: int) -> None:
        if self._value is None:
            self._take(self._now())
        else:
            moved = datetime.combine(ANY_DAY, self._value) + timedelta(minutes=STEP_MINUTES * steps)
            self._take(moved.time())
        self._settle()

    def _on_text(self, text: str) -> None:
        self._take(time_written(text))

    def _take(self, value: time | None) -> None:
        told = value != self._value
        self._value = value
        if not self.is_wrong():
            self.edit.set_wrong(False)
        if told:
            self.changed.emit(value)

    def _settle(self) -> None:
        if self._value is not None:
            self.edit.setText(f"{self._value:%H:%M}")
        self.edit.set_wrong(self.is_wrong())
