"""How somebody stands to the others, told in words; an unsafe tie is kept under Safety and never stands here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.services.steps import Step
from engage_desktop.views.family.answers import kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.person_form import Form
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.tie_sheet import Between, TieSheet
from engage_desktop.views.family.told import Told, tone_of
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.marks import Avatar
from engage_desktop.views.kit.text import Text, meta
from engage_domain.genogram.adding import EVEN_TYPES
from engage_domain.persons import PersonCard, PersonFile, Tie

PARENTAL = frozenset(
    {"birth", "adoptive", "step", "putative", "acknowledged", "adjudicated", "foster", "guardian"}
)


class TiesForm(Form):
    """The ties of one person. `removing` asks why before something is taken back."""

    def __init__(self, ground: Ground, told: Told, card: PersonCard) -> None:
        super().__init__(ground, self.tr("Close to them"))
        self._told = told
        self.card = card
        self.others: tuple[PersonCard, ...] = ()
        self._removal = Removal(self, ground)
        self._lines = column(gap=6)
        self.put(group(self._lines))
        self.add_button = Button(self.tr("Add a tie"), "plus", "quiet")
        self.add_button.clicked.connect(self.ask)
        self.put(group(row(self.add_button, None)))

    def show_people(self, cards: tuple[PersonCard, ...]) -> None:
        """Know the others of the family."""
        self.others = tuple(card for card in cards if card.person_id != self.card.person_id)
        self.add_button.setEnabled(bool(self.others))

    def show_file(self, file: PersonFile) -> None:
        """Show the ties that may be seen."""
        clear(self._lines)
        for tie in file.ties:
            self._lines.addWidget(self._tie_line(tie))
        if not file.ties:
            self._lines.addWidget(Text(self.tr("Nobody is connected yet."), ink="muted", lines=0))

    def ask(self, _checked: bool = False, tie: Tie | None = None) -> TieSheet:  # noqa: FBT001, FBT002 - Qt's own
        """Open the sheet for a new tie or one that is there."""
        people = tuple((card.person_id, self._told.called(card)) for card in (self.card, *self.others))
        between = None
        if tie is not None:
            between = Between(
                self.card.person_id, tie.other_id, tie.type, tie.quality, tie.from_on, tie.to_on
            )
        sheet = TieSheet(self, self.ground, people, self.card.person_id, between)
        sheet.takes(kept_by(self, self.ground, partial(self._job, sheet, tie), self._on_kept))
        if sheet.remove is not None and tie is not None:
            sheet.remove.clicked.connect(partial(self._remove, tie))
        sheet.open()
        return sheet

    def _tie_line(self, tie: Tie) -> QWidget:
        words = self.ground.words
        kind = words.word("relationship_type", tie.type)
        if tie.type not in EVEN_TYPES:
            kind = " · ".join((kind, self._other_is(tie)))
        quality = words.word("relationship_quality", tie.quality)
        years = "–".join(str(day.year) if day else "" for day in (tie.from_on, tie.to_on)).strip("–")
        meta_words = " · ".join(part for part in (kind, quality, years) if part)
        change = Button(self.tr("Change"), kind="quiet")
        change.setAccessibleName(self.tr("Change the tie with {name}").format(name=self._name_of(tie)))
        change.clicked.connect(partial(self._on_change, tie))
        avatar = Avatar(self._told.face(tie.other_id, tie.other_name), tone_of(tie.other_id), 36)
        said = column(Text(self._name_of(tie), weight=600), meta(meta_words, lines=0), gap=0)
        return group(row(avatar, (said, 1), change, gap=10))

    def _name_of(self, tie: Tie) -> str:
        card = next((card for card in self.others if card.person_id == tie.other_id), None)
        return tie.other_name or (self._told.called(card) if card else "")

    def _other_is(self, tie: Tie) -> str:
        if tie.type in PARENTAL:
            words = self.tr("{name} is the child") if tie.is_from_a else self.tr("{name} is the parent")
        else:
            words = (
                self.tr("{name} is the younger one") if tie.is_from_a else self.tr("{name} is the elder one")
            )
        return words.format(name=self._name_of(tie))

    def _on_change(self, tie: Tie, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.ask(tie=tie)

    def _job(self, sheet: TieSheet, tie: Tie | None) -> Callable[[], Step]:
        services = self.ground.services.genogram
        if tie is not None:
            return partial(services.change_bond, tie.relationship_id, sheet.bond())
        return partial(services.connect, self.ground.family_id, *sheet.ends(), sheet.bond())

    def _on_kept(self, step: Step) -> None:
        if step:
            undo = partial(self.write, partial(self.ground.services.take_back, step))
            self.ground.say(self.tr("The tie is kept."), self.tr("Undo"), undo)

    def _remove(self, tie: Tie, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        what = self.ground.words.word("relationship_type", tie.type)
        title = self.tr("Remove the tie with {name}?").format(name=tie.other_name)
        self._removal.ask("relationship", tie.relationship_id, title, what)
