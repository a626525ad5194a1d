"""How to reach somebody, who may know it, and what is safe. What is withheld is not read out of the store at all."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError, NotAllowed
from engage_desktop.views.family.answers import kept_by
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.person_form import Form
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dialogs import Answered, Sheet, confirm
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit, Segmented
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.marks import IconPlate
from engage_desktop.views.kit.text import Text, meta
from engage_domain.persons import ACP, PersonCard, PersonFile, Reach, SafeContact
from engage_wire.changed import Changed

ADDRESS = "address"
ICONS = {"address": "map-pin", "email": "mail", "school": "school", "facility": "building-2"}
YES, NO, UNASKED = "yes", "no", ""


class ReachSheet(Sheet):
    """Writes a way to reach somebody. What is safe is never preset."""

    def __init__(self, form: ReachForm, point: Reach | None) -> None:
        super().__init__(form.window(), width=580)
        self.set_question(self.tr("How can they be reached?"))
        words = form.ground.words
        self._point = point
        here = point.kind if point else ""
        self.kind = ChoiceButton(
            self.tr("Kind"), words.options("contact_point_kind"), here, empty=self.tr("Choose")
        )
        masked = point is not None and point.is_masked
        self.value = LineEdit(
            self.tr("Number or address"), self.tr("Withheld; write a new one to replace it") if masked else ""
        )
        self.value.setText(point.value if point else "")
        self.kept = ChoiceButton(
            self.tr("What it is"),
            (("", self.tr("Not said")), *words.options("address_confidentiality")),
            point.confidentiality if point else "",
            empty=self.tr("Not said"),
        )
        safe = point.safe if point else SafeContact()
        self._voicemail = self._ask(self.tr("Leave a voicemail"), safe.voicemail_ok)
        self._texting = self._ask(self.tr("Send a text"), safe.text_ok)
        self._mail = self._ask(self.tr("Send a letter"), safe.mail_ok)
        self._times = LineEdit(self.tr("When is a good time"))
        self._times.setText(safe.times)
        self._kept_field = Field(self.tr("What it is"), self.kept)
        warning = Text(
            self.tr(
                "What is withheld is covered on this screen. With a substitute address, no actual one is stored."
            ),
            size=14,
            ink="muted",
            lines=0,
            inset=True,
        )
        for piece in (
            Field(self.tr("Kind"), self.kind),
            Field(self.tr("Number or address"), self.value),
            self._kept_field,
            warning,
            Field(self.tr("Is it safe to leave a voicemail?"), self._voicemail),
            Field(self.tr("Is it safe to send a text?"), self._texting),
            Field(self.tr("Is it safe to send a letter?"), self._mail),
            Field(self.tr("When is a good time?"), self._times),
        ):
            self.add(piece)
        self.add_answer(self.tr("Not now"))
        self.remove = self.add_answer(self.tr("Remove…"), "trash-2") if point else None
        self._yes = self.add_answer(self.tr("Keep it"), "check", main=True)
        self.kind.chosen.connect(self._judge)
        self.value.textChanged.connect(self._judge)
        self._judge()

    def written(self) -> str | None:
        """Return the value, or None when a covered one stays as it is."""
        text = self.value.text().strip()
        return None if self._point is not None and self._point.is_masked and not text else text

    def safe(self) -> SafeContact:
        """Return what is safe; what was not asked stays unasked."""
        answers = {YES: True, NO: False}
        return SafeContact(
            answers.get(self._voicemail.here()),
            answers.get(self._texting.here()),
            answers.get(self._mail.here()),
            self._times.text(),
        )

    def _ask(self, name: str, answer: bool | None) -> Segmented:  # noqa: FBT001 - an answer, not a switch
        here = UNASKED if answer is None else (YES if answer else NO)
        return Segmented(name, ((YES, self.tr("Yes")), (NO, self.tr("No"))), here)

    def _judge(self, _text: str = "") -> None:
        written = self.written()
        self._yes.setEnabled(bool(self.kind.here()) and (written is None or bool(written)))


class ReachForm(Form):
    """The ways to reach one person."""

    def __init__(self, ground: Ground, card: PersonCard) -> None:
        super().__init__(ground, self.tr("Reaching them"))
        self._card = card
        self._removal = Removal(self, ground)
        self._lines = column(gap=6)
        self.put(group(self._lines))
        self.add_button = Button(self.tr("Add a way to reach them"), "plus", "quiet")
        self.add_button.clicked.connect(self.ask)
        self.put(group(row(self.add_button, None)))

    def show_file(self, file: PersonFile) -> None:
        """Show what may be seen."""
        clear(self._lines)
        for point in file.points:
            self._lines.addWidget(self._point_line(point))
        if not file.points:
            self._lines.addWidget(Text(self.tr("Nothing written down yet."), ink="muted", lines=0))

    def ask(self, _checked: bool = False, point: Reach | None = None) -> ReachSheet:  # noqa: FBT001, FBT002 - Qt's own
        """Open the sheet for a new way or one that is there."""
        sheet = ReachSheet(self, point)
        sheet.takes(partial(self._keep, sheet, point))
        if sheet.remove is not None and point is not None:
            sheet.remove.clicked.connect(partial(self._remove, point))
        sheet.open()
        return sheet

    def _point_line(self, point: Reach) -> QWidget:
        kind = self.ground.words.word("contact_point_kind", point.kind)
        shown = "••••••" if point.is_masked else point.value
        change = Button(self.tr("Change"), kind="quiet")
        change.setAccessibleName(self.tr("Change: {what}").format(what=kind))
        change.clicked.connect(partial(self._on_change, point))
        value = Text(shown, weight=600, lines=0)
        if point.is_masked:
            value.setAccessibleName(self.tr("Withheld"))
        about = meta(" · ".join(part for part in (kind, *self._safe_words(point)) if part), lines=0)
        plate = IconPlate(ICONS.get(point.kind, "phone"), "sand", 36)
        return group(row(plate, (column(value, about, gap=0), 1), change, gap=10))

    def _safe_words(self, point: Reach) -> list[str]:
        words = [self.ground.words.word("address_confidentiality", point.confidentiality)]
        safe = point.safe
        if safe.voicemail_ok is False:
            words.append(self.tr("no voicemail"))
        if safe.text_ok is False:
            words.append(self.tr("no text"))
        if safe.mail_ok is False:
            words.append(self.tr("no letters"))
        if safe.times:
            words.append(safe.times)
        return words

    def _on_change(self, point: Reach, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.ask(point=point)

    def _keep(self, sheet: ReachSheet, point: Reach | None, answered: Answered) -> None:
        job = partial(
            self.ground.services.keep_point,
            self.ground.family_id,
            self._card.person_id,
            point.point_id if point else "",
            sheet.kind.here(),
            sheet.written(),
            sheet.kept.here(),
            sheet.safe(),
        )
        failed = partial(self._on_refused, sheet, answered)
        self.ground.lanes.write(self, job, partial(self._on_kept, answered), failed)

    def _on_kept(self, answered: Answered, changed: Changed) -> None:
        answered.done()
        self.ground.bus.publish(changed)

    def _on_refused(self, sheet: ReachSheet, answered: Answered, error: EngageError) -> None:
        is_actual = isinstance(error, NotAllowed) and sheet.kept.here() == ACP and bool(sheet.written())
        answered.failed("" if is_actual else Trouble(self).of(error))
        if is_actual:
            self._ask_substitute(sheet)

    def _ask_substitute(self, sheet: ReachSheet) -> None:
        put = partial(self.ground.services.put_substitute, self.ground.family_id, self._card.person_id)
        job = partial(put, sheet.written() or "", sheet.safe())
        confirm(
            sheet,
            self.tr("Keep only the substitute address?"),
            self.tr(
                "With a substitute address the actual one may not be stored. It is erased here, and the substitute stands in its place."
            ),
            self.tr("Keep the substitute"),
            sheet.accept,
        ).takes(kept_by(self, self.ground, lambda: job))

    def _remove(self, point: Reach, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        what = self.ground.words.word("contact_point_kind", point.kind)
        self._removal.ask("contact_point", point.point_id, self.tr("Remove this way to reach them?"), what)
