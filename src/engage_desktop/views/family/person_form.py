"""Who somebody is, what they are to the family, and in which languages: every field keeps itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.people import Given
from engage_desktop.views.family.fields import FieldKeeper, Spot
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.pair import Pair
from engage_desktop.views.family.told import read_day
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.face import Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Field, Leaving, LineEdit
from engage_desktop.views.kit.layout import Flow, clear, column, group
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import card_title
from engage_domain.persons import PersonCard, PersonFile
from engage_wire.changed import Changed

FIRST_LANGUAGES = ("en", "es")


class DayKeeper:
    """A day that keeps itself when it is understood; one that cannot be taken gets a sentence."""

    def __init__(
        self, form: Form, name: str, column_: str, write: Callable[[dict[str, Given]], Changed]
    ) -> None:
        ground = form.ground
        self._form, self._column, self._write = form, column_, write
        self.day = DateField(name, read_day, lambda day: ground.words.day(day, ground.today()), ground.today)
        self.field = Field(name, self.day)
        self._stored: date | None = None
        Leaving(self.day.edit).left.connect(self.settle)

    def show(self, day: date | None) -> None:
        """Show what is stored, unless somebody is writing here."""
        if not self.day.edit.hasFocus() and not self.day.is_wrong():
            self._stored = day
            self.day.set_value(day)

    def settle(self) -> None:
        """Write the day into the record, if it is another one."""
        if self.day.is_wrong():
            self.field.set_wrong(self._form.not_a_day())
            return
        value = self.day.value()
        if value == self._stored:
            self.field.set_wrong()
            return
        job = partial(self._write, {self._column: value})
        self._form.ground.lanes.write(self._form, job, partial(self._on_kept, value), self._on_failed)

    def _on_kept(self, value: date | None, changed: Changed) -> None:
        self._stored = value
        self.field.set_wrong()
        self._form.ground.bus.publish(changed)

    def _on_failed(self, error: EngageError) -> None:
        self.field.set_wrong(Trouble(self._form).of(error))


class Form(Card):
    """A card of fields about one person."""

    def __init__(self, ground: Ground, title: str) -> None:
        self._box = column(card_title(title), gap=10, pad=(20, 16, 16, 16))
        super().__init__(self._box)
        self.ground = ground
        self.lines: list[FieldKeeper] = []
        self.days: list[DayKeeper] = []
        self._fields: dict[str, Field] = {}

    def lay(self, *columns: str | tuple[str, str]) -> None:
        """Lay fields out, one below the other, or two beside each other."""
        for name in columns:
            if isinstance(name, tuple):
                self.put(Pair(self._fields[name[0]], self._fields[name[1]]))
            else:
                self.put(self._fields[name])

    def settle(self) -> None:
        """Hand on what is typed."""
        for line in self.lines:
            line.settle()
        for day in self.days:
            day.settle()

    def not_a_day(self) -> str:
        """Return the one clear sentence about a day nobody understands."""
        return self.tr("That is not a day. Write it like 3/14/2012 or 14 March 2012.")

    def put(self, *pieces: QWidget) -> None:
        """Take more fields."""
        for piece in pieces:
            self._box.addWidget(piece)

    def line(
        self, spot: Spot, label: str, write: Callable[[dict[str, Given]], Changed], hint: str = ""
    ) -> FieldKeeper:
        """Return a line that keeps itself."""
        edit = LineEdit(label)
        field = Field(label, edit, hint)
        keeper = FieldKeeper(self.ground, field, edit, spot, lambda text: partial(write, {spot.column: text}))
        self.lines.append(keeper)
        self._fields[spot.column] = field
        return keeper

    def choice(
        self, vocabulary: str, column_: str, label: str, write: Callable[[dict[str, Given]], Changed]
    ) -> ChoiceButton:
        """Return a choice that keeps itself."""
        options = self.ground.words.options(vocabulary)
        button = ChoiceButton(label, (("", self.tr("Not said")), *options), empty=self.tr("Not said"))
        button.chosen.connect(lambda key: self.write(partial(write, {column_: key})))
        self._fields[column_] = Field(label, button)
        return button

    def day(self, column_: str, label: str, write: Callable[[dict[str, Given]], Changed]) -> DayKeeper:
        """Return a day that keeps itself."""
        keeper = DayKeeper(self, label, column_, write)
        self.days.append(keeper)
        self._fields[column_] = keeper.field
        return keeper

    def write(self, job: Callable[[], Changed]) -> None:
        """Write and tell everybody."""
        self.ground.lanes.write(self, job, self.ground.bus.publish, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self.ground.say(Trouble(self).of(error), "", None)


class WhoForm(Form):
    """Names, birth, sex and gender."""

    def __init__(self, ground: Ground, card: PersonCard) -> None:
        super().__init__(ground, self.tr("Who they are"))
        edit = partial(ground.services.edit_person, card.person_id)
        labels = {
            "first_name": self.tr("First name"),
            "last_name": self.tr("Family name"),
            "preferred_name": self.tr("What they like to be called"),
        }
        spot = partial(Spot, "person", card.person_id)
        self._names = {c: self.line(spot(c), label, edit) for c, label in labels.items()}
        self._born = self.day("birth_date", self.tr("Day of birth"), edit)
        age = LineEdit(self.tr("Or about how old"))
        age_field = Field(
            self.tr("Or about how old"), age, self.tr("When nobody knows the day, years are enough")
        )
        self._age = FieldKeeper(
            ground,
            age_field,
            age,
            None,  # an age is no text of the record
            lambda text: partial(ground.services.estimate_age, card.person_id, text),
        )
        self.lines.append(self._age)
        self._fields["age"] = age_field
        self._sex = self.choice("sex", "sex", self.tr("Sex"), edit)
        self._gender = self.line(spot("gender"), self.tr("Gender, in their words"), edit)
        self.lay(("first_name", "last_name"), "preferred_name", "birth_date", "age", ("sex", "gender"))

    def show_card(self, card: PersonCard, drafts: dict[str, str]) -> None:
        """Show what is stored."""
        values = {
            "first_name": card.first_name,
            "last_name": card.last_name,
            "preferred_name": card.preferred_name,
        }
        for column_, keeper in self._names.items():
            keeper.show(values[column_], drafts.get(column_))
        self._born.show(None if card.birth_estimated else card.birth_date)
        self._age.show(str(card.age) if card.birth_estimated and card.age is not None else "")
        self._sex.choose(card.sex)
        self._gender.show(card.gender, drafts.get("gender"))


class RoleForm(Form):
    """What somebody is to this family, since when, and where they are."""

    def __init__(self, ground: Ground, card: PersonCard) -> None:
        super().__init__(ground, self.tr("In this family"))
        edit = partial(ground.services.edit_member, card.member_id)
        self._role = self.choice("member_role", "role", self.tr("To the family"), edit)
        self._from = self.day("from_on", self.tr("Since"), edit)
        self._to = self.day("to_on", self.tr("Until"), edit)
        self._where = self.choice("whereabouts", "whereabouts", self.tr("Where they are"), edit)
        note = Spot("case_member", card.member_id, "whereabouts_note")
        self._note = self.line(note, self.tr("More about where"), edit)
        self.lay("role", "from_on", "to_on", ("whereabouts", "whereabouts_note"))

    def show_card(self, card: PersonCard, drafts: dict[str, str]) -> None:
        """Show what is stored."""
        self._role.choose(card.role)
        self._from.show(card.from_on)
        self._to.show(card.to_on)
        self._where.choose(card.whereabouts)
        self._note.show(card.whereabouts_note, drafts.get("whereabouts_note"))


class LanguageForm(Form):
    """What somebody speaks and reads, and what helps them take part."""

    def __init__(self, ground: Ground, card: PersonCard) -> None:
        super().__init__(ground, self.tr("Languages, and what helps"))
        self._id = card.person_id
        self._edit = partial(ground.services.edit_person, card.person_id)
        self._sets = {
            "languages": (self.tr("Speaks"), Flow(gap=4, line_gap=4)),
            "reads_languages": (self.tr("Reads"), Flow(gap=4, line_gap=4)),
        }
        for label, flow_ in self._sets.values():
            self.put(Field(label, group(flow_)))
        spot = partial(Spot, "person", card.person_id)
        self._interpreter = self.line(
            spot("interpreter_need"),
            self.tr("Interpreter"),
            self._edit,
            self.tr("For example: Spanish, a woman"),
        )
        self._helps = self.line(spot("accommodation"), self.tr("What helps them take part"), self._edit)
        self.lay("interpreter_need", "accommodation")

    def show_card(self, card: PersonCard, drafts: dict[str, str]) -> None:
        """Show what is stored."""
        self._show_set("languages", card.languages)
        self._show_set("reads_languages", card.reads_languages)
        self._interpreter.show(card.interpreter_need, drafts.get("interpreter_need"))
        self._helps.show(card.accommodation, drafts.get("accommodation"))

    def _show_set(self, column_: str, here: tuple[str, ...]) -> None:
        label, flow_ = self._sets[column_]
        clear(flow_)
        shown = tuple(dict.fromkeys((*FIRST_LANGUAGES, *here)))
        for code in shown:
            toggle = Toggle(self.ground.words.word("language", code), high=44, radius=22)
            toggle.setAccessibleName(f"{label}: {toggle.text()}")
            toggle.setChecked(code in here)
            toggle.toggled.connect(partial(self._on_toggled, column_, code, here))
            flow_.addWidget(toggle)
        rest = [o for o in self.ground.words.options("language") if o[0] not in shown]
        more = ChoiceButton(
            self.tr("Another language"), rest, kind="quiet", icon="plus", empty=self.tr("Another")
        )
        more.chosen.connect(lambda code: self._on_toggled(column_, code, here, on=True))
        flow_.addWidget(more)

    def _on_toggled(self, column_: str, code: str, here: tuple[str, ...], on: bool) -> None:  # noqa: FBT001 - Qt's own
        now = {*here, code} if on else set(here) - {code}
        self.write(partial(self._edit, {column_: tuple(sorted(now))}))


def forms_of(ground: Ground, file: PersonFile) -> tuple[WhoForm | RoleForm | LanguageForm, ...]:
    """Return the three cards of fields about somebody; without a role only who and languages."""
    who, languages = WhoForm(ground, file.card), LanguageForm(ground, file.card)
    return (who, RoleForm(ground, file.card), languages) if file.card.member_id else (who, languages)
