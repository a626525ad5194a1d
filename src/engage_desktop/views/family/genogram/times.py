"""A day to see the family as of: a slider for the hand, a field for keys, and the way back to today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSlider, QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import read_day
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Flow
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import TARGET

PAUSE_MS = 90
OLDEST = 130


class TimeBar(QWidget):
    """Chooses a day. `chosen` carries it, None for today."""

    chosen = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._today = self._day = ground.today()
        self._first = self._today.year * 12
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("As of: month by month"))
        self.slider.setPageStep(12)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.valueChanged.connect(self._on_slid)
        self.day = DateField(
            self.tr("As of the day"),
            read_day,
            lambda day: ground.words.day(day, ground.today()),
            ground.today,
        )
        self.day.changed.connect(self._on_typed)
        self.today_button = Button(self.tr("Today"), "calendar")
        self.today_button.clicked.connect(self.go_to_today)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._tell)
        box = Flow(gap=4, line_gap=0)
        for piece in (self.slider, self.today_button, self.day):
            box.addWidget(piece)
        self.setLayout(box)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()
        self.show_day(self._today)

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.slider.setFixedSize(look().px(190), max(TARGET, look().tall(TARGET)))

    def know(self, earliest: date | None) -> None:
        """Reach back as far as anything is known."""
        today = self._today = self._ground.today()
        first = max(earliest.year if earliest else today.year - 1, today.year - OLDEST)
        self._first = first * 12
        self.slider.blockSignals(True)
        self.slider.setRange(0, self._months(today))
        self.slider.setValue(self._months(self._day))
        self.slider.blockSignals(False)

    def value(self) -> date | None:
        """Return the day, the last that was understood; None for today."""
        return None if self._day == self._today else self._day

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        self._day = day
        self.day.set_value(day)
        self._place_slider(day)

    def go_to_today(self) -> None:
        """See the family as it is."""
        self.show_day(self._ground.today())
        self._tell()

    def _on_slid(self, months: int) -> None:
        whole = self._first + months
        day = date(whole // 12, whole % 12 + 1, 1)
        self._day = self._today if months >= self._months(self._today) else day
        self.day.set_value(self._day)
        self._soon.start()

    def _on_typed(self, day: object) -> None:
        if self.day.is_wrong():
            return
        self._day = day if isinstance(day, date) else self._today
        self._place_slider(self._day)
        self._soon.start()

    def _place_slider(self, day: date) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(self._months(day))
        self.slider.blockSignals(False)

    def _months(self, day: date) -> int:
        return day.year * 12 + day.month - 1 - self._first

    def _tell(self) -> None:
        self._soon.stop()
        self.chosen.emit(self.value())


def earliest_of(days: list[date | None]) -> date | None:
    """Return the first day of all that are known."""
    return min((day for day in days if day is not None), default=None)
