"""What is arranged with the family, and the sheet on which it is written down, changed or called off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.workspace import Arranged
from engage_desktop.views.family.answers import FewWordsSheet, kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import APPOINTMENT_ICONS, Told, read_day
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dates import DateField, TimeField
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit
from engage_desktop.views.kit.layout import clear, column, flow, group, row
from engage_desktop.views.kit.marks import Card, IconPlate
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_domain.persons import PersonCard
from engage_domain.workspace import Appointment, AppointmentKind
from engage_wire.changed import Changed

NINE = time(9, 0)


def _side_by_side(*fields: QWidget) -> QWidget:
    line = row(*fields, None, gap=16)
    for field in fields:
        line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return group(line)


class AppointmentSheet(Sheet):
    """Writes an appointment down. The answer waits until kind, day and time are there."""

    def __init__(
        self,
        owner: AppointmentsPanel,
        people: tuple[PersonCard, ...],
        before: Appointment | None,
        with_id: str = "",
        resting: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(owner.window(), width=560)
        self.set_question(self.tr("Change the appointment") if before else self.tr("Arrange something"))
        ground = owner.ground
        self._ground, self._before = ground, before
        kinds = ground.words.options("appointment_kind", [k.value for k in AppointmentKind])
        here = before.kind if before else AppointmentKind.HOME_VISIT.value
        self._kind = ChoiceButton(self.tr("What"), kinds, here)
        self._day = DateField(self.tr("Day"), read_day, self._said_day, ground.today)
        self._from = TimeField(self.tr("From"), lambda: NINE)
        self._to = TimeField(self.tr("Until"), lambda: NINE)
        self._place = LineEdit(self.tr("Where"))
        self._purpose = LineEdit(self.tr("What for"))
        chosen = set(before.person_ids) if before else {with_id}
        away = {card.person_id for card in people if card.to_on} | resting
        shown = [card for card in people if card.person_id in chosen or card.person_id not in away]
        self._who = {card.person_id: Toggle(card.short_name, high=44) for card in shown}
        left_out = resting - set(self._who)
        paused = self.tr("Whoever is paused for safety cannot be chosen.") if left_out else ""
        self._until = Field(self.tr("Until"), self._to, self.tr("An hour, if you leave it empty"))
        for piece in (
            Field(self.tr("What"), self._kind),
            Field(self.tr("Day"), self._day, self.tr("“Friday”, “tomorrow” or 11/27")),
            _side_by_side(Field(self.tr("From"), self._from), self._until),
            Field(self.tr("With whom"), flow(*self._who.values(), gap=4, line_gap=4), paused),
            Field(self.tr("What for"), self._purpose),
            Field(self.tr("Where"), self._place),
        ):
            self.add(piece)
        self.add_answer(self.tr("Not now"))
        self.call_off = self.add_answer(self.tr("Call it off…"), "calendar-clock") if before else None
        self._keep = self.add_answer(self.tr("Keep it"), "check", main=True)
        self._fill(before, chosen)
        for signal in (self._day.changed, self._from.changed, self._to.changed):
            signal.connect(self._judge)
        self._judge()
        self._day.setFocus()

    def given(self) -> Arranged:
        """Return what is written here."""
        chosen = tuple(person_id for person_id, toggle in self._who.items() if toggle.isChecked())
        return Arranged(
            kind=self._kind.here(),
            on=self._day.value(),
            starts=self._from.value(),
            ends=self._to.value(),
            place=self._place.text(),
            purpose=self._purpose.text(),
            person_ids=chosen,
        )

    def _said_day(self, day: object) -> str:
        return self._ground.words.day(day, self._ground.today())  # type: ignore[arg-type]  # a date, says DateField

    def _fill(self, before: Appointment | None, chosen: set[str]) -> None:
        for person_id, toggle in self._who.items():
            toggle.setChecked(person_id in chosen)
        if before is None:
            return
        if before.starts_at is not None:
            start = self._ground.local(before.starts_at)
            self._day.set_value(start.date())
            self._from.set_value(start.time().replace(tzinfo=None))
        if before.ends_at is not None:
            self._to.set_value(self._ground.local(before.ends_at).time().replace(tzinfo=None))
        self._place.setText(before.place)
        self._purpose.setText(before.purpose)

    def _judge(self, _value: object = None) -> None:
        given = self.given()
        backwards = bool(given.starts and given.ends and given.ends <= given.starts)
        self._until.set_wrong(self.tr("The end lies before the beginning.") if backwards else "")
        self._keep.setEnabled(bool(given.on and given.starts) and not backwards)


class AppointmentsPanel(QWidget):
    """The next things arranged with the family. `started` carries the appointment whose visit begins."""

    started = Signal(str)

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        self.ground, self._told = ground, told
        self._people: tuple[PersonCard, ...] = ()
        self._resting: frozenset[str] = frozenset()
        self._lines = column(gap=6)
        self.add_button = Button(self.tr("Arrange"), "calendar-plus", "quiet")
        self.add_button.setAccessibleName(self.tr("Arrange something with the family"))
        self.add_button.clicked.connect(self.arrange)
        head = row((panel_title(self.tr("What comes next")), 1), self.add_button, gap=8)
        self.setLayout(column(Card(column(head, self._lines, gap=8, pad=(20, 12, 12, 14))), gap=0))

    def show_appointments(
        self, ahead: tuple[Appointment, ...], people: tuple[PersonCard, ...], resting: frozenset[str]
    ) -> None:
        """Show what is arranged; nothing new is arranged with whoever is resting."""
        self._people, self._resting = people, resting
        clear(self._lines)
        for one in ahead:
            self._lines.addWidget(self._line(one))
        if not ahead:
            self._lines.addWidget(Text(self.tr("Nothing arranged yet."), ink="muted", lines=0))

    def arrange(self, _checked: bool = False, with_id: str = "") -> AppointmentSheet:  # noqa: FBT001, FBT002 - Qt's own
        """Open the sheet for something new, with somebody chosen already."""
        sheet = AppointmentSheet(self, self._people, None, with_id, self._resting)
        sheet.takes(kept_by(self, self.ground, partial(self._job, sheet, ""), self._on_kept))
        sheet.open()
        return sheet

    def change(self, one: Appointment) -> AppointmentSheet:
        """Open the sheet for something arranged before."""
        sheet = AppointmentSheet(self, self._people, one, resting=self._resting)
        sheet.takes(kept_by(self, self.ground, partial(self._job, sheet, one.appointment_id), self._on_kept))
        if sheet.call_off is not None:
            sheet.call_off.clicked.connect(partial(self._ask_why, one))
        sheet.open()
        return sheet

    def _line(self, one: Appointment) -> QWidget:
        told = self._told
        is_today = (
            one.starts_at is not None and self.ground.local(one.starts_at).date() == self.ground.today()
        )
        words = column(
            Text(told.appointment(one), weight=600, lines=0),
            *([meta(told.appointment_meta(one), lines=0)] if told.appointment_meta(one) else []),
            gap=1,
        )
        change = Button(self.tr("Change"), kind="quiet")
        change.setAccessibleName(self.tr("Change: {what}").format(what=told.appointment(one)))
        change.clicked.connect(partial(self._on_change, one))
        verbs = [change]
        if is_today and one.kind in {AppointmentKind.HOME_VISIT, AppointmentKind.COACHED_VISIT}:
            start = Button(self.tr("Start"), "house", "soft")
            start.setAccessibleName(self.tr("Start: {what}").format(what=told.appointment(one)))
            start.clicked.connect(partial(self._on_start, one))
            verbs.insert(0, start)
        plate = IconPlate(APPOINTMENT_ICONS.get(one.kind, "calendar-days"), "info", 38)
        return group(column(row(plate, (words, 1), gap=10), row(None, *verbs, gap=2), gap=0))

    def _on_change(self, one: Appointment, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.change(one)

    def _on_start(self, one: Appointment, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.started.emit(one.appointment_id)

    def _job(self, sheet: AppointmentSheet, appointment_id: str) -> Callable[[], Changed]:
        return partial(self.ground.services.arrange, self.ground.family_id, sheet.given(), appointment_id)

    def _on_kept(self, _changed: Changed) -> None:
        self.ground.say(self.tr("Kept on this laptop."), "", None)

    def _ask_why(self, one: Appointment, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        sheet = FewWordsSheet(
            self,
            self.tr("Why will it not take place?"),
            self._told.appointment(one),
            yes=self.tr("Call it off"),
            icon="",
            example=self.tr("For example: Marisol has to work"),
            hint=self.tr("The story keeps the appointment and the reason."),
            needed=True,
        )
        cancel = partial(self.ground.services.cancel, one.appointment_id)
        called_off = partial(self._on_called_off, one)
        sheet.takes(kept_by(self, self.ground, lambda: partial(cancel, sheet.words()), called_off))
        sheet.open()

    def _on_called_off(self, one: Appointment, _changed: Changed) -> None:
        self.ground.say(self.tr("Called off; the story keeps it."), self.tr("Undo"), partial(self._undo, one))

    def _undo(self, one: Appointment) -> None:
        job = partial(self.ground.services.cancel.undo, one.appointment_id)
        self.ground.lanes.write(self, job, self.ground.bus.publish, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self.ground.say(Trouble(self).of(error), "", None)
