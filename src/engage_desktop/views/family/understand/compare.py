"""Then and now: what was said on one day beside what is said on another, and each person's numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.pair import Pair
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.family.understand.columns import KIND_ICONS, KIND_TONES
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.inputs import ChoiceButton, Field
from engage_desktop.views.kit.layout import Box, clear, column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Chip, Icon, Rule
from engage_desktop.views.kit.text import Text, meta
from engage_domain.understanding import (
    CARRYING,
    MAP,
    Compared,
    StatementKind,
    Then,
    Understanding,
    compared,
    turning_days,
)

MOST_DAYS = 40


class ComparePage(Card):
    """Two days to choose, and what changed between them."""

    changed = Signal()

    def __init__(self, ground: Ground, folk: Folk) -> None:
        super().__init__()
        self._ground, self._folk = ground, folk
        self._found: Understanding | None = None
        self.then = ChoiceButton(self.tr("Then"), ())
        self.now = ChoiceButton(self.tr("And now"), ())
        for choice in (self.then, self.now):
            choice.chosen.connect(lambda _key: self._show())
        self._body = column(gap=10)
        self._none = Text(
            self.tr("As soon as something was said on two days, you can lay them side by side here."),
            ink="muted", lines=0, leading=1.25, inset=True,
        )  # fmt: skip
        head = flow(Field(self.tr("Then"), self.then), Field(self.tr("And now"), self.now), gap=12)
        self.setLayout(column(head, self._none, self._body, None, gap=10, pad=(16, 14, 16, 16)))

    def show_found(self, found: Understanding) -> None:
        """Show what there is to compare; the days chosen stay chosen."""
        self._found = found
        days = turning_days(found, self._ground.today())
        options = [(day.isoformat(), self._day(day)) for day in days[:MOST_DAYS]]
        oldest = options[-1][0]
        keys = {key for key, _ in options}
        self.then.set_options(options, self.then.here() if self.then.here() in keys else oldest)
        self.now.set_options(options, self.now.here() if self.now.here() in keys else options[0][0])
        self._show()

    def _show(self) -> None:
        clear(self._body)
        if self._found is None:
            return
        one, other = (date.fromisoformat(choice.here()) for choice in (self.then, self.now))
        self._none.setVisible(one == other)
        if one == other:
            return
        shown = compared(self._found, "safe", one, other)
        for kind in (*MAP, *CARRYING):
            if shown.before[kind] or shown.after[kind]:
                self._body.addWidget(self._kind(kind, shown))
                self._body.addWidget(Rule())
        if shown.numbers:
            self._body.addWidget(self._numbers(shown))

    def _kind(self, kind: StatementKind, shown: Compared) -> QWidget:
        tone = KIND_TONES[kind]
        title = row(
            Icon(KIND_ICONS[kind], tone, 22),
            Text(self._titles()[kind], size=17, weight=700, ink=tone),
            None,
            gap=8,
        )
        sides = Pair(
            self._side(shown.earlier, shown.before[kind], self.tr("no longer said"), "sand"),
            self._side(shown.later, shown.after[kind], self.tr("new"), "info"),
            gap=20,
        )
        return group(column(title, sides, gap=4))

    def _titles(self) -> dict[str, str]:
        return {
            StatementKind.WORRY: self.tr("Worries"),
            StatementKind.WELL: self.tr("Working well"),
            StatementKind.NEXT: self.tr("Next steps"),
            StatementKind.STRENGTH: self.tr("Strengths"),
            StatementKind.NEED: self.tr("Needs"),
        }

    def _side(self, day: date, held: tuple[Then, ...], other: str, tone: str) -> QWidget:
        box: Box = column(meta(self._day(day), ink="text"), gap=4)
        for then in held:
            one = then.statement
            words = self._ground.words.quoted(one.words) if one.exact_words else one.words
            who = self._folk.names(one.said_by) if one.said_by else ""
            chips = [] if then.on_both else [Chip(other, tone)]
            said = column(Text(words, weight=600, lines=0, leading=1.1), gap=1)
            if who:
                said.addWidget(meta(who, lines=0))
            box.addLayout(row((said, 1), *chips, gap=8))
        if not held:
            box.addWidget(Text(self.tr("Nothing was said here."), ink="muted", lines=0))
        box.addStretch(1)
        return group(box)

    def _numbers(self, shown: Compared) -> QWidget:
        title = Text(self._ground.words.word("scale_question", "safe"), size=17, weight=700)
        box = column(title, gap=6)
        for person_id, before, after in shown.numbers:
            tone = tone_of(person_id)
            said = self.tr("{before} then, {after} now").format(
                before="–" if before is None else before, after="–" if after is None else after
            )
            line = row(
                Avatar(self._folk.face(person_id), tone, 28),
                Text(self._folk.name(person_id), weight=600, ink=tone),
                Text(said, digits=True),
                None,
                gap=10,
            )
            box.addLayout(line)
        return group(box)

    def _day(self, day: date) -> str:
        return self._ground.words.day_near(day, self._ground.today())
