"""Writing one step: who, what, by when, how one will know, and what if it gets hard. Every letter is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.pair import Pair
from engage_desktop.views.family.plan.rows import DayLine, SaidRow
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit, TextArea
from engage_desktop.views.kit.keeping import Keeper
from engage_desktop.views.kit.layout import column, row
from engage_desktop.views.kit.text import meta
from engage_domain.plan_hints import Said, fitting
from engage_domain.plans import Goal, Step

PERSON, USER = "p:", "u:"


class StepEditor(QWidget):
    """The fields of one step. `done` says that the worker is through."""

    done = Signal()

    def __init__(self, scene: Scene, goal: Goal | None, step: Step) -> None:
        super().__init__()
        self._scene, self._goal, self._step = scene, goal, step
        hand = scene.hand
        self._who = ChoiceButton(self.tr("Who"), self._people(), self._here(), empty=self.tr("One person"))
        self._who.chosen.connect(self._on_who)
        self._areas: dict[str, TextArea | LineEdit] = {
            "what": TextArea(self.tr("What happens"), least_lines=1, grows=True),
            "when_words": LineEdit(self.tr("By when, in their words"), self.tr("every night, Thursdays, …")),
            "how_we_know": TextArea(self.tr("How we will know"), least_lines=1, grows=True),
            "plan_b": TextArea(self.tr("If it gets hard"), least_lines=1, grows=True),
        }
        self._keepers: dict[str, Keeper] = {
            field: hand.keeper(editor, "action_step", step.step_id, field, self._text(field, step))
            for field, editor in self._areas.items()
        }
        self._by = DayLine(hand, self.tr("Or a day"), hand.verbs.edit_step, step.step_id, "by_when")
        self._by.show_day(step.by_when)
        self._close = Button(self.tr("Done writing"), "check", "soft")
        self._close.clicked.connect(self.done)
        self._lay()

    def show_step(self, scene: Scene, step: Step) -> None:
        """Show what is stored now; what is being typed stays."""
        self._scene, self._step = scene, step
        self._who.set_options(self._people(), self._here())
        for field, keeper in self._keepers.items():
            text = self._text(field, step)
            keeper.show(text, text)
        self._by.show_day(step.by_when)

    def focus_on(self, field: str) -> None:
        """Put the hand where it is wanted."""
        wanted: QWidget = self._areas.get(field, self._areas["what"])
        if field == "who":
            wanted = self._who
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Hand on what is typed."""
        for keeper in self._keepers.values():
            keeper.settle()
        self._by.settle()

    def is_blank(self) -> bool:
        """Say whether nothing was written at all."""
        said = any(keeper.text.strip() for keeper in self._keepers.values())
        return not said and self._by.day.value() is None and not self._here()

    def _lay(self) -> None:
        who = Field(self.tr("Who does it? One person"), self._who)
        what = Field(self.tr("What happens"), self._areas["what"])
        when = Pair(Field(self.tr("By when, in their words"), self._areas["when_words"]), self._by)
        know = Field(self.tr("We’ll know because…"), self._areas["how_we_know"])
        hard = Field(self.tr("If it gets hard…"), self._areas["plan_b"])
        box = column(who, what, when, know, hard, gap=8, pad=(8, 4, 8, 4))
        goal = self._goal.title if self._goal is not None else ""
        said = fitting(self._scene.book.said, self._step.what, goal, names=(self._step.who,))
        if said:
            box.addWidget(meta(self.tr("They said something about this"), lines=0))
        for one in said:
            quoted = self._scene.hand.ground.words.quoted(one.words)
            line = SaidRow(self._scene.faces, one, quoted, self.tr("Use these words"))
            line.used.connect(self._use)
            box.addWidget(line)
        box.addLayout(row(None, self._close))
        self.setLayout(box)

    def _use(self, said: Said) -> None:
        """Put somebody's words where the first empty place is; nothing that was written is replaced."""
        for field in ("what", "how_we_know", "plan_b"):
            editor = self._areas[field]
            if not self._keepers[field].text.strip() and isinstance(editor, TextArea):
                editor.setPlainText(said.words)
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        editor = self._areas["what"]
        if isinstance(editor, TextArea):
            editor.appendPlainText(said.words)

    def _people(self) -> tuple[tuple[str, str], ...]:
        family = tuple((PERSON + person, name) for person, name in self._scene.family())
        agency = tuple((USER + user, name) for user, name in self._scene.agency(self.tr("You")))
        return (*family, *agency)

    def _here(self) -> str:
        step = self._step
        if step.who_person_id:
            return PERSON + step.who_person_id
        return USER + step.who_user_id if step.who_user_id else ""

    def _on_who(self, key: str) -> None:
        field = "who_person_id" if key.startswith(PERSON) else "who_user_id"
        hand = self._scene.hand
        hand.run(partial(hand.verbs.edit_step, self._step.step_id, {field: key[2:]}))

    @staticmethod
    def _text(field: str, step: Step) -> str:
        return {
            "what": step.what,
            "when_words": step.when_words,
            "how_we_know": step.how_we_know,
            "plan_b": step.plan_b,
        }[field]
