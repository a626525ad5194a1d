"""Born or awaited, alive or not, one of twins: each can be taken back at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from engage_desktop.errors import EngageError
from engage_desktop.services.steps import Step
from engage_desktop.views.family.genogram.services import GenogramServices
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.person_form import Form
from engage_desktop.views.family.told import read_day
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.face import Check
from engage_desktop.views.kit.inputs import ChoiceButton, Field, Leaving
from engage_domain.genogram.model import Kind
from engage_domain.persons import PersonCard

NOBODY = "-"


class LifeForm(Form):
    """What a drawing tells of a life."""

    def __init__(self, ground: Ground, card: PersonCard) -> None:
        super().__init__(ground, self.tr("Life"))
        self._card = card
        self._others: tuple[PersonCard, ...] = ()
        words, today = ground.words, ground.today
        self._kind = ChoiceButton(self.tr("Born or not"), words.options("person_kind"), Kind.PERSON.value)
        self._died = Check(self.tr("Has died"))
        self._day = DateField(
            self.tr("Day of death, if known"), read_day, lambda day: words.day(day, today()), today
        )
        self._day_field = Field(self.tr("Day of death, if known"), self._day)
        self._twin = ChoiceButton(self.tr("Born together with"), (), empty=self.tr("Nobody"))
        self._twin_field = Field(self.tr("Born together with"), self._twin)
        self._identical = Check(self.tr("Identical twins"))
        self.put(Field(self.tr("Born or not"), self._kind), self._died, self._day_field)
        self.put(self._twin_field, self._identical)
        self._kind.chosen.connect(self._on_kind)
        self._died.clicked.connect(self._keep_death)
        self._day.changed.connect(self._judge_day)
        Leaving(self._day.edit).left.connect(self._keep_day)
        self._twin.chosen.connect(self._on_twin)
        self._identical.clicked.connect(self._on_identical)

    def show_card(self, card: PersonCard, _drafts: dict[str, str]) -> None:
        """Show what is stored."""
        self._card = card
        is_person = card.kind == Kind.PERSON
        self._kind.choose(card.kind)
        self._died.setChecked(card.is_deceased)
        self._died.setVisible(is_person)
        self._day_field.setVisible(is_person and card.is_deceased)
        if not self._day.edit.hasFocus():
            self._day.set_value(card.deceased_on)
            self._day_field.set_wrong()
        self._offer_twins()

    def show_people(self, cards: tuple[PersonCard, ...]) -> None:
        """Know who somebody may be born together with."""
        self._others = tuple(card for card in cards if card.person_id != self._card.person_id)
        self._offer_twins()

    def _offer_twins(self) -> None:
        card = self._card
        mine = [one for one in self._others if one.twin_group and one.twin_group == card.twin_group]
        near = [one for one in self._others if one.birth_date and one.birth_date == card.birth_date]
        people = dict.fromkeys((*mine, *near, *self._others))
        words = self.ground.words
        named = ((one.person_id, one.full_name or words.word("person_kind", one.kind)) for one in people)
        options = ((NOBODY, self.tr("Nobody")), *named)
        self._twin.set_options(options, mine[0].person_id if mine else NOBODY)
        self._identical.setChecked(card.is_identical_twin)
        self._identical.setVisible(bool(mine))
        self._twin_field.setVisible(bool(self._others))

    def settle(self) -> None:
        """Hand on a day that is typed."""
        self._keep_day()

    def _on_kind(self, kind: str) -> None:
        self._take(partial(self._services.set_kind, self._card.person_id, kind), self.tr("Changed."))

    def _keep_death(self) -> None:
        deceased = self._died.isChecked()
        said = (
            self.tr("Marked as having died.") if deceased else self.tr("Not marked as having died any more.")
        )
        self._take(partial(self._services.set_deceased, self._card.person_id, deceased=deceased), said)

    def _judge_day(self, _day: object) -> None:
        self._day_field.set_wrong()

    def _keep_day(self) -> None:
        if self._day.is_wrong():
            self._day_field.set_wrong(self.not_a_day())
        elif self._card.is_deceased and self._day.value() != self._card.deceased_on:
            job = partial(
                self._services.set_deceased, self._card.person_id, deceased=True, on=self._day.value()
            )
            self._take(job, self.tr("Day of death kept."), self._on_bad_day)

    def _on_bad_day(self, error: EngageError) -> None:
        self._day_field.set_wrong(Trouble(self).of(error))

    def _on_twin(self, other: str) -> None:
        services, me = self._services, self._card.person_id
        if other == NOBODY:
            self._take(partial(services.part_twins, me), self.tr("Not twins."))
        else:
            self._join(other)

    def _on_identical(self) -> None:
        if self._twin.here() != NOBODY:
            self._join(self._twin.here())

    def _join(self, other: str) -> None:
        identical = self._identical.isChecked()
        job = partial(self._services.join_twins, self._card.person_id, other, identical=identical)
        self._take(job, self.tr("Twins kept."))

    @property
    def _services(self) -> GenogramServices:
        return self.ground.services.genogram

    def _take(
        self, job: Callable[[], Step], said: str, failed: Callable[[EngageError], object] | None = None
    ) -> None:
        """Write, and offer to undo."""
        self.ground.lanes.write(self, job, partial(self._on_kept, said), failed or self._on_refused)

    def _on_kept(self, said: str, step: Step) -> None:
        if not step:
            return
        self.ground.bus.publish(step)
        self.ground.say(said, self.tr("Undo"), partial(self._undo, step))

    def _undo(self, step: Step) -> None:
        self.write(partial(self.ground.services.take_back, step))

    def _on_refused(self, error: EngageError) -> None:
        self.show_card(self._card, {})
        self.ground.say(Trouble(self).of(error), "", None)
