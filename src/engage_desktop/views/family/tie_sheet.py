"""Asks how two people stand to each other: the kind of tie, how it is between them, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from engage_desktop.services.genogram import Bond
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import read_day
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import ChoiceButton, Field
from engage_desktop.views.kit.text import Text
from engage_domain.genogram.adding import EVEN_TYPES

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Between:
    """A tie that is there: whose, with whom, of which kind."""

    one: str
    other: str
    type: str
    quality: str
    from_on: date | None
    to_on: date | None


class TieSheet(Sheet):
    """A new tie, or one that is there. `people` are those who can be chosen, `one` who it begins with."""

    def __init__(
        self, owner: QWidget, ground: Ground, people: Options, one: str = "", tie: Between | None = None
    ) -> None:
        super().__init__(owner.window(), width=600)
        self._ground, self._people, self._tie = ground, tuple(people), tie
        self.set_question(self.tr("How do they stand to each other?"))
        words, empty = ground.words, self.tr("Choose")
        here = tie.one if tie else one
        self.one = ChoiceButton(self.tr("Who"), people, here, empty=empty)
        self.other = ChoiceButton(self.tr("With whom"), people, tie.other if tie else "", empty=empty)
        self.kind = ChoiceButton(
            self.tr("Kind"), words.options("relationship_type"), tie.type if tie else "", empty=empty
        )
        self.turned = ChoiceButton(self.tr("Who is the elder one"), (("a", ""), ("b", "")), "a", empty=empty)
        unsaid = self.tr("Not said")
        self.quality = ChoiceButton(
            self.tr("How it is between them"),
            (("", unsaid), *words.options("relationship_quality")),
            tie.quality if tie else "",
            empty=unsaid,
        )
        self.since = self._day(self.tr("Since"), tie.from_on if tie else None)
        self.until = self._day(self.tr("Until, if it ended"), tie.to_on if tie else None)
        self._lay(has_one=not one and tie is None)
        self.add_answer(self.tr("Not now"))
        self.remove = self.add_answer(self.tr("Remove…"), "trash-2") if tie else None
        self._yes = self.add_answer(self.tr("Keep it"), "check", main=True)
        for button in (self.one, self.other, self.kind, self.turned):
            button.chosen.connect(self._judge)
        for day in (self.since, self.until):
            day.changed.connect(self._judge)
        self._judge()

    def bond(self) -> Bond:
        """Return what is to be kept."""
        return Bond(self.kind.here(), self.quality.here(), self.since.value(), self.until.value())

    def ends(self) -> tuple[str, str]:
        """Return the two people, the parent or elder one first."""
        one, other = self.one.here(), self.other.here()
        is_turned = self.kind.here() not in EVEN_TYPES and self.turned.here() == "b"
        return (other, one) if is_turned else (one, other)

    def _day(self, name: str, here: date | None) -> DateField:
        words, today = self._ground.words, self._ground.today
        field = DateField(name, read_day, lambda day: words.day(day, today()), today)
        field.set_value(here)
        return field

    def _lay(self, *, has_one: bool) -> None:
        self._way = Field(self.tr("Which way round"), self.turned)
        hint = self.tr("An unsafe tie is kept under Safety and does not show here.")
        who = Field(self.tr("Who"), self.one)
        for piece in (
            who,
            Field(self.tr("With whom"), self.other),
            Field(self.tr("Kind"), self.kind),
            self._way,
            Field(self.tr("How it is between them"), self.quality),
            Text(hint, size=14, ink="muted", lines=0, inset=True),
            Field(self.tr("Since"), self.since),
            Field(self.tr("Until, if it ended"), self.until),
        ):
            self.add(piece)
        who.setVisible(has_one)
        self._way.setVisible(self._tie is None)
        self.one.setEnabled(self._tie is None)
        self.other.setEnabled(self._tie is None)

    def _judge(self, _key: object = "") -> None:
        one, other = self.one.here(), self.other.here()
        names = dict(self._people)
        self.turned.set_options(
            (
                ("a", self.tr("{name} is the parent or elder").format(name=names.get(one, ""))),
                ("b", self.tr("{name} is the child or younger").format(name=names.get(one, ""))),
            ),
            self.turned.here() or "a",
        )
        self.turned.setEnabled(bool(one) and self.kind.here() not in EVEN_TYPES)
        is_whole = bool(one and other and one != other and self.kind.here())
        since, until = self.since.value(), self.until.value()
        is_wrong = self.since.is_wrong() or self.until.is_wrong() or bool(since and until and until < since)
        self._yes.setEnabled(is_whole and not is_wrong)
