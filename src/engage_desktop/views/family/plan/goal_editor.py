"""Writing a goal: the family's words and whose they are, the agency's words beside them, and what was said before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.plan.rows import SaidRow
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.kit.face import Button, Check
from engage_desktop.views.kit.inputs import ChoiceButton, Field, TextArea
from engage_desktop.views.kit.layout import column, group, row
from engage_desktop.views.kit.text import meta
from engage_domain.plan_hints import Said, fitting, wishes
from engage_domain.plans import Goal

MOST = 3


class GoalEditor(QWidget):
    """The fields of one goal. `done` says that the worker is through."""

    done = Signal()

    def __init__(self, scene: Scene, goal: Goal) -> None:
        super().__init__()
        self._scene, self._goal = scene, goal
        hand = scene.hand
        self._words = TextArea(self.tr("In the family’s own words"), least_lines=2, grows=True, size=20)
        self._agency = TextArea(self.tr("What the agency would write"), least_lines=1, grows=True)
        self._keepers = (
            hand.keeper(self._words, "goal", goal.goal_id, "words", goal.words),
            hand.keeper(self._agency, "goal", goal.goal_id, "agency_words", goal.agency_words),
        )
        self._by = ChoiceButton(
            self.tr("Whose words"), (("", self.tr("Nobody’s in particular")), *scene.family()), goal.words_by
        )
        self._by.chosen.connect(lambda person: self._edit({"words_by": person}))
        self._required = Check(self.tr("The agency requires this goal"))
        self._required.setChecked(goal.is_required)
        self._required.clicked.connect(self._on_required)
        self._said = group(column(gap=2))
        close = Button(self.tr("Done writing"), "check", "soft")
        close.clicked.connect(self.done)
        box = column(
            Field(self.tr("In the family’s own words"), self._words),
            self._said,
            Field(self.tr("Whose words"), self._by),
            Field(self.tr("What the agency would write"), self._agency),
            row(self._required, None),
            row(None, close),
            gap=8,
        )
        self.setLayout(box)
        self._show_said()

    def show_goal(self, scene: Scene, goal: Goal) -> None:
        """Show what is stored now; what is being typed stays."""
        self._scene, self._goal = scene, goal
        for keeper, text in zip(self._keepers, (goal.words, goal.agency_words), strict=True):
            keeper.show(text, text)
        self._by.set_options((("", self.tr("Nobody’s in particular")), *scene.family()), goal.words_by)
        self._required.setChecked(goal.is_required)

    def focus(self) -> None:
        """Put the hand on the family's words."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Hand on what is typed."""
        for keeper in self._keepers:
            keeper.settle()

    def is_blank(self) -> bool:
        """Say whether nothing was written."""
        return not any(keeper.text.strip() for keeper in self._keepers)

    def _show_said(self) -> None:
        box = self._said.layout()
        goal, said = self._goal, self._scene.book.said
        used = [g.statement_id or g.words for g in self._scene.plan.goals]
        shown = fitting(said, goal.words, most=MOST) if goal.words.strip() else wishes(said, used, MOST)
        self._said.setVisible(bool(shown))
        if box is None or not shown:
            return
        box.addWidget(meta(self.tr("They said already"), lines=0))
        for one in shown:
            quoted = self._scene.hand.ground.words.quoted(one.words)
            line = SaidRow(self._scene.faces, one, quoted, self.tr("Use these words"))
            line.used.connect(self._use)
            box.addWidget(line)

    def _use(self, said: Said) -> None:
        here = self._words.toPlainText().rstrip()
        self._words.setPlainText(f"{here}\n{said.words}" if here else said.words)
        self._edit({"words_by": said.person_id, "statement_id": said.row_id if said.is_statement else ""})
        self._said.hide()
        self.focus()

    def _on_required(self) -> None:
        self._edit({"agency_required": self._required.isChecked()})

    def _edit(self, given: dict[str, str | bool]) -> None:
        hand = self._scene.hand
        hand.run(partial(hand.verbs.edit_goal, self._goal.goal_id, dict(given)))
