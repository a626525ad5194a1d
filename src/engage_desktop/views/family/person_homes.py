"""Where somebody lives and lived, and for a child where it was placed, from when to when."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.answers import kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.person_form import Form
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.told import read_day
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit
from engage_desktop.views.kit.layout import clear, column, flow, group, row
from engage_desktop.views.kit.marks import IconPlate
from engage_desktop.views.kit.text import Text, meta
from engage_domain.persons import Home, Household, PersonCard, PersonFile, Placed
from engage_wire.changed import Changed

NEW = "new"


class HomeSheet(Sheet):
    """Asks in which household somebody lives, since when."""

    def __init__(self, form: HomesForm, households: tuple[Household, ...]) -> None:
        super().__init__(form.window())
        self.set_question(self.tr("Where do they live?"))
        ground = form.ground
        known = tuple((home.household_id, home.name) for home in households)
        self.home = ChoiceButton(
            self.tr("Household"),
            (*known, (NEW, self.tr("Another household"))),
            known[0][0] if known else NEW,
        )
        self.name = LineEdit(self.tr("What the household is called"), self.tr("For example: Lucía’s home"))
        self.since = DateField(
            self.tr("Since"), read_day, lambda d: ground.words.day(d, ground.today()), ground.today
        )
        self._named = Field(self.tr("What it is called"), self.name, self.tr("A name, not the address"))
        for piece in (
            Field(self.tr("Household"), self.home),
            self._named,
            Field(self.tr("Since"), self.since),
        ):
            self.add(piece)
        self.add_answer(self.tr("Not now"))
        self._yes = self.add_answer(self.tr("Keep it"), "check", main=True)
        self.home.chosen.connect(self._judge)
        self.name.textChanged.connect(self._judge)
        self._judge()

    def _judge(self, _text: str = "") -> None:
        is_new = self.home.here() == NEW
        self._named.setVisible(is_new)
        self._yes.setEnabled(not is_new or bool(self.name.text().strip()))


class PlacementSheet(Sheet):
    """Asks where a child is placed from a day on."""

    def __init__(self, form: HomesForm) -> None:
        super().__init__(form.window())
        self.set_question(
            self.tr("Where is the child placed?"), self.tr("The placement before ends on the same day.")
        )
        ground = form.ground
        self.kind = ChoiceButton(
            self.tr("Kind"), ground.words.options("placement_kind"), empty=self.tr("Choose")
        )
        self.whom = LineEdit(self.tr("With whom"))
        self.since = DateField(
            self.tr("From"), read_day, lambda d: ground.words.day(d, ground.today()), ground.today
        )
        for label, editor in (
            (self.tr("Kind"), self.kind),
            (self.tr("With whom"), self.whom),
            (self.tr("From"), self.since),
        ):
            self.add(Field(label, editor))
        self.add_answer(self.tr("Not now"))
        self._yes = self.add_answer(self.tr("Keep it"), "check", main=True)
        self.kind.chosen.connect(self._judge)
        self.since.changed.connect(self._judge)
        self._judge()

    def _judge(self, _value: object = None) -> None:
        self._yes.setEnabled(bool(self.kind.here() and self.since.value()))


class EndSheet(Sheet):
    """Asks until when something lasted, and lets it be removed."""

    def __init__(self, form: HomesForm, what: str, home: Home | Placed) -> None:
        super().__init__(form.window())
        self.set_question(self.tr("Until when?"), what)
        ground = form.ground
        self._from = home.from_on
        self.until = DateField(
            self.tr("Until"), read_day, lambda d: ground.words.day(d, ground.today()), ground.today
        )
        self.until.set_value(home.to_on)
        self._field = Field(self.tr("The last day"), self.until, self.tr("Empty means it goes on"))
        self.add(self._field)
        self.add_answer(self.tr("Not now"))
        self.remove = self.add_answer(self.tr("Remove…"), "trash-2")
        self._yes = self.add_answer(self.tr("Keep it"), "check", main=True)
        self.until.changed.connect(self._judge)

    def _judge(self, _value: object = None) -> None:
        until = self.until.value()
        backwards = bool(until and self._from and until < self._from)
        self._field.set_wrong(self.tr("The end lies before the beginning.") if backwards else "")
        self._yes.setEnabled(not backwards)


class HomesForm(Form):
    """Households, and a child's placements."""

    def __init__(self, ground: Ground, card: PersonCard) -> None:
        super().__init__(ground, self.tr("Where they live"))
        self._card = card
        self._removal = Removal(self, ground)
        self._households: tuple[Household, ...] = ()
        self._lines = column(gap=6)
        self.put(group(self._lines))
        self.home_button = Button(self.tr("Lives with…"), "house", "quiet")
        self.home_button.clicked.connect(self.ask_home)
        self.placement_button = Button(self.tr("Placed…"), "map-pin", "quiet")
        self.placement_button.clicked.connect(self.ask_placement)
        if not card.is_child:
            self.placement_button.hide()
        self.put(flow(self.home_button, self.placement_button, gap=4))

    def show_households(self, households: tuple[Household, ...]) -> None:
        """Know the households of the family."""
        self._households = households

    def show_file(self, file: PersonFile) -> None:
        """Show homes and placements, those of today first."""
        clear(self._lines)
        self.placement_button.setVisible(file.card.is_child or bool(file.placements))
        for home in file.homes:
            with_whom = self.ground.words.listed(home.with_names)
            about = self.tr("with {names}").format(names=with_whom) if with_whom else ""
            self._lines.addWidget(
                self._stay("household_member", home.member_id, "house", home.name, about, home)
            )
        for placed in file.placements:
            kind = self.ground.words.word("placement_kind", placed.kind)
            self._lines.addWidget(
                self._stay("placement", placed.placement_id, "map-pin", kind, placed.with_whom, placed)
            )
        if not (file.homes or file.placements):
            self._lines.addWidget(Text(self.tr("Nothing written down yet."), ink="muted", lines=0))

    def ask_home(self) -> HomeSheet:
        """Ask where somebody lives."""
        sheet = HomeSheet(self, self._households)
        sheet.takes(kept_by(self, self.ground, partial(self._joining, sheet)))
        sheet.open()
        return sheet

    def ask_placement(self) -> PlacementSheet:
        """Ask where a child is placed."""
        sheet = PlacementSheet(self)
        sheet.takes(kept_by(self, self.ground, partial(self._placing, sheet)))
        sheet.open()
        return sheet

    def _stay(
        self, entity: str, row_id: str, icon: str, name: str, about: str, stay: Home | Placed
    ) -> QWidget:
        when = self._span(stay)
        more = " · ".join(part for part in (about, when) if part)
        change = Button(self.tr("Change"), kind="quiet")
        change.setAccessibleName(self.tr("Change: {what}").format(what=name))
        change.clicked.connect(partial(self._on_change, entity, row_id, name, stay))
        words = column(Text(name, weight=600, lines=0), *([meta(more, lines=0)] if more else []), gap=0)
        tone = "sand" if stay.to_on else "info"
        return group(row(IconPlate(icon, tone, 36), (words, 1), change, gap=10))

    def _span(self, stay: Home | Placed) -> str:
        words, today = self.ground.words, self.ground.today()
        start = words.day_near(stay.from_on, today) if stay.from_on else ""
        end = words.day_near(stay.to_on, today) if stay.to_on else ""
        if start and end:
            return self.tr("{start} to {end}").format(start=start, end=end)
        if end:
            return self.tr("until {day}").format(day=end)
        return self.tr("since {day}").format(day=start) if start else ""

    def _on_change(
        self,
        entity: str,
        row_id: str,
        name: str,
        stay: Home | Placed,
        _checked: bool = False,  # noqa: FBT001, FBT002 - Qt's own
    ) -> None:
        sheet = EndSheet(self, name, stay)
        ending = partial(self._ending, sheet, entity, row_id)
        sheet.takes(kept_by(self, self.ground, ending))
        title = self.tr("Remove this?")
        sheet.remove.clicked.connect(lambda: self._removal.ask(entity, row_id, title, name))
        sheet.open()

    def _joining(self, sheet: HomeSheet) -> Callable[[], Changed]:
        household = "" if sheet.home.here() == NEW else sheet.home.here()
        join = partial(self.ground.services.join_household, self.ground.family_id, self._card.person_id)
        return partial(join, household, sheet.name.text(), sheet.since.value())

    def _placing(self, sheet: PlacementSheet) -> Callable[[], Changed]:
        place = partial(self.ground.services.add_placement, self.ground.family_id, self._card.person_id)
        return partial(place, sheet.kind.here(), sheet.whom.text(), sheet.since.value())

    def _ending(self, sheet: EndSheet, entity: str, row_id: str) -> Callable[[], Changed]:
        return partial(self.ground.services.end_stay, entity, row_id, sheet.until.value())
