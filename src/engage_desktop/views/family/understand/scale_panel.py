"""How safe is it, from 0 to 10? Everybody's own number over time, drawn and as a table, and asking again."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.family.understand.ask_sheet import AskSheet
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.family.understand.scale_chart import ScaleChart
from engage_desktop.views.family.understand.scale_words import ScaleWords
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.layout import clear, column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Chip
from engage_desktop.views.kit.page import Folding
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_domain.understanding import Answer, Hint, HintKind, Understanding, hints, lines

FIRST = "safe"


class ScalePanel(Card):
    """One question at a time."""

    def __init__(self, ground: Ground, folk: Folk) -> None:
        super().__init__()
        self._ground, self._folk = ground, folk
        self._found: Understanding | None = None
        self._can_write = True
        self.chart = ScaleChart(ground, folk)
        self._title = panel_title("")
        self.question = ChoiceButton(
            self.tr("Other questions"), ground.words.options("scale_question"), FIRST, kind="quiet"
        )
        self.question.chosen.connect(lambda _key: self._show())
        self.ask_button = Button(self.tr("Ask again"), "plus", "quiet")
        self.ask_button.clicked.connect(self._on_ask)
        self.hint_button = Button("", "message-circle", "soft", tone="warn", size=13)
        self.hint_button.clicked.connect(self._on_hint)
        self._hint: Hint | None = None
        self.table_button = Button(self.tr("Read as a table"), "list", "quiet", tone="sand")
        self.table_button.clicked.connect(self._on_table)
        self._none = Text(
            self.tr(
                "Ask each person for a number of their own, from 0 to 10, and for the words that go with it. "
                "Ask again another day; what moves is theirs to tell."
            ),
            ink="muted", lines=0, leading=1.25, inset=True,
        )  # fmt: skip
        self._rows = column(gap=2)
        self.table = group(self._rows)
        self.table.hide()
        about = meta(self.tr("from 0 to 10, each person’s own number"), lines=0)
        head = Folding(
            group(column(row(self._title, None), about, gap=1, pad=(6, 0, 0, 0))),
            flow(self.hint_button, self.ask_button, gap=2),
        )
        self.setLayout(
            column(
                head, self._none, (self.chart, 1), self.table, flow(self.table_button, self.question, gap=2), None,
                gap=6, pad=(16, 14, 16, 8),
            )
        )  # fmt: skip
        self._scale = ScaleWords(ground.words, self)
        self._removal = Removal(self, ground)

    def show_found(self, found: Understanding) -> None:
        """Show what was answered."""
        self._found = found
        self._show()

    def ask(self, person_id: str = "", *, alone: bool | None = None) -> AskSheet:
        """Ask somebody."""
        sheet = AskSheet(
            self, self._ground, self._folk, self.question.here() or FIRST, person_id, alone=alone
        )
        sheet.open()
        return sheet

    def change(self, answer: Answer) -> AskSheet:
        """Correct an answer."""
        sheet = AskSheet(self, self._ground, self._folk, answer.question, answer=answer)
        sheet.open()
        return sheet

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._can_write = not read_only
        self.ask_button.setEnabled(not read_only)
        self.hint_button.setEnabled(not read_only)
        self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        question = self.question.here() or FIRST
        title = self._ground.words.word("scale_question", question)
        self._title.setText(title)
        known = lines(self._found.answers, question)
        self.chart.setVisible(bool(known))
        self.table_button.setVisible(bool(known))
        self._none.setVisible(not known)
        self.ask_button.say(self.tr("Ask again") if known else self.tr("Ask for a number"))
        if known:
            self.chart.show_lines(title, known, *self._scale.ends(question))
        else:
            self.table.hide()
        self._show_hint(next(iter(hints(known, self._ground.today())), None))
        self._show_table([one for one in self._found.answers if one.question == question])

    def _show_hint(self, hint: Hint | None) -> None:
        self._hint = hint
        self.hint_button.setVisible(hint is not None)
        if hint is not None:
            since = self._ground.words.day_near(hint.since, self._ground.today())
            self.hint_button.say(self._scale.hint(hint, self._folk.name(hint.person_id), since))

    def _show_table(self, answers: list[Answer]) -> None:
        clear(self._rows)
        newest = sorted(
            answers, key=lambda one: (one.said_on is not None, one.said_on, one.answer_id), reverse=True
        )
        for one in newest:
            self._rows.addWidget(self._answer_line(one))

    def _answer_line(self, one: Answer) -> QWidget:
        who, tone = self._folk.name(one.person_id), tone_of(one.person_id)
        day = self._ground.words.day_near(one.said_on, self._ground.today()) if one.said_on else ""
        number = "–" if one.value is None else str(one.value)
        said = column(row(Text(who, weight=600, ink=tone), meta(day), None, gap=8), gap=1)
        if one.said:
            said.addWidget(Text(self._ground.words.quoted(one.said), lines=0, leading=1.15))
        chips = [Chip(self.tr("asked alone"), "sand", "user")] if one.alone else []
        about = self.tr("{name}, {day}, {number}").format(name=who, day=day, number=number)
        change, remove = IconButton("pencil", self.tr("Change")), IconButton("trash-2", self.tr("Remove"))
        change.setAccessibleName(self.tr("Change: {what}").format(what=about))
        remove.setAccessibleName(self.tr("Remove: {what}").format(what=about))
        change.clicked.connect(lambda: self.change(one))
        remove.clicked.connect(partial(self._on_remove, one, about))
        for verb in (change, remove):
            verb.setEnabled(self._can_write)
        big = Text(number, size=22, weight=700, ink=tone, digits=True)
        face = Avatar(self._folk.face(one.person_id), tone, 34)
        return group(row(face, big, (said, 1), *chips, change, remove, gap=10, pad=(4, 2, 0, 2)))

    def _on_remove(self, one: Answer, about: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self._removal.ask("scale_answer", one.answer_id, self.tr("Remove this number?"), about)

    def _on_ask(self) -> None:
        self.ask()

    def _on_hint(self) -> None:
        if self._hint is not None:
            alone = True if self._hint.kind is HintKind.NOT_MOVED and not self._hint.was_alone else None
            self.ask(self._hint.person_id, alone=alone)

    def _on_table(self) -> None:
        shown = self.table.isHidden()
        self.table.setVisible(shown)
        self.table_button.say(self.tr("Hide the table") if shown else self.tr("Read as a table"))
