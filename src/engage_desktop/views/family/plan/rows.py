"""Small rows of the plan: words somebody said with a verb, advice with a way to put it aside, a day that keeps itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from engage_desktop.errors import EngageError
from engage_desktop.views.family.answers import FewWordsSheet
from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.told import Told, read_day, tone_of
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Field, Leaving
from engage_desktop.views.kit.layout import column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Icon
from engage_desktop.views.kit.text import Text, meta
from engage_domain.plan_checks import Advice
from engage_domain.plan_hints import Said
from engage_wire.changed import Changed


class Edit(Protocol):
    """Keeps some fields of one row."""

    def __call__(self, row_id: str, given: Mapping[str, date | None], /) -> Changed:
        """Keep them."""
        ...


class SaidRow(Card):
    """Words somebody said, on amber paper, with one verb. `used` carries them."""

    used = Signal(object)

    def __init__(self, faces: Told, said: Said, quoted: str, verb: str, *, icon: str = "plus") -> None:
        tone = tone_of(said.person_id)
        words = Text(quoted, size=16, weight=600, lines=0, leading=1.1)
        who = []
        if said.name:
            who = [
                Avatar(faces.face(said.person_id, said.name), tone, 24),
                Text(said.name, size=14, weight=500, ink=tone),
            ]
        button = Button(verb, icon, "soft", tone="clay")
        button.setAccessibleName(f"{verb}: {said.words}")
        button.clicked.connect(lambda: self.used.emit(said))
        foot = row(*who, None, button, gap=8)
        super().__init__(column(words, foot, gap=4, pad=(18, 12, 10, 8)), fill="quote", line="quoteline")


class AdviceRow(QWidget):
    """One thing worth another look, and a way to put it aside with a reason."""

    def __init__(self, scene: Scene, advice: Advice) -> None:
        super().__init__()
        self._scene, self._advice = scene, advice
        said = scene.hand.told.advice(advice)
        words = Text(said, size=14, ink="muted", lines=0, leading=1.15)
        aside = Button(self.tr("Put aside"), kind="quiet", tone="muted", size=14)
        aside.setAccessibleName(self.tr("Put aside: {what}").format(what=said))
        aside.clicked.connect(self._ask)
        self.setLayout(row(Icon("lightbulb", "warn", 18), (words, 1), aside, gap=8))

    def _ask(self) -> None:
        hand, advice = self._scene.hand, self._advice
        sheet = FewWordsSheet(
            self,
            self.tr("Why is it right as it is?"),
            hand.told.advice(advice),
            yes=self.tr("Put it aside"),
            needed=True,
        )
        about = (hand.ground.family_id, advice.row_id, advice.check)
        put = partial(hand.verbs.put_aside, *about)
        undo = partial(hand.offer_undo, self.tr("Put aside."), partial(hand.verbs.put_aside.again, *about))
        sheet.takes(hand.kept(lambda: partial(put, sheet.words()), undo))
        sheet.open()


class DayLine(Field):
    """A day that keeps itself as one leaves it; one that cannot be taken gets a sentence."""

    def __init__(self, hand: Hand, name: str, edit: Edit, row_id: str, field: str) -> None:
        ground = hand.ground
        self.day = DateField(name, read_day, lambda day: ground.words.day(day, ground.today()), ground.today)
        super().__init__(name, self.day)
        self._hand, self._edit, self._row_id, self._field = hand, edit, row_id, field
        self._stored: date | None = None
        Leaving(self.day.edit).left.connect(self.settle)
        self.day.edit.returnPressed.connect(self.settle)
        self.day.edit.stepped.connect(self._stepped)

    def show_day(self, day: date | None) -> None:
        """Show what is stored, unless somebody is writing here."""
        if not self.day.edit.hasFocus() and not self.day.is_wrong():
            self._stored = day
            self.day.set_value(day)

    def take(self, day: date | None) -> None:
        """Write another day, as if it had been typed."""
        self.day.set_value(day)
        self.settle()

    def settle(self) -> None:
        """Write the day, if it is another one."""
        if self.day.is_wrong():
            self.set_wrong(self.tr("That is not a day. Write it like 3/14/2012 or 14 March 2012."))
            return
        value = self.day.value()
        if value == self._stored:
            self.set_wrong()
            return
        job = partial(self._edit, self._row_id, {self._field: value})
        self._hand.ground.lanes.write(self._hand, job, partial(self._kept, value), self._failed)

    def _stepped(self, _by: int) -> None:
        if not self.day.edit.hasFocus():
            self.settle()

    def _kept(self, value: date | None, changed: Changed) -> None:
        if isValid(self):
            self._stored = value
            self.set_wrong()
        self._hand.ground.bus.publish(changed)

    def _failed(self, error: EngageError) -> None:
        if isValid(self):
            self.set_wrong(self._hand.why(error))
        else:
            self._hand.ground.say(self._hand.why(error), "", None)


def hint_line(icon: str, words: str, *buttons: Button) -> QWidget:
    """Return a calm line with a sign, some words and what can be done with them."""
    line = row(Icon(icon, "warn", 18), (meta(words, lines=0), 1), gap=8)
    return group(column(line, flow(*buttons, gap=4) if buttons else None, gap=2)) if buttons else group(line)
