"""What the family is working on: its goals with their dots, and the door to everyone's answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from engage_desktop.views.family.plan.marks import GoalCard
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import panel_title
from engage_domain.plans import Goal

ANSWERS = "answers"


class GoalsPanel(Card):
    """The goals of a plan. `chosen` carries a goal, or that everyone's answer is wanted."""

    chosen = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        self._list = column(gap=2)
        self._add = Button(self.tr("Another goal"), "plus")
        self._answers = Button(self.tr("Everyone’s answer"), "heart-handshake", "quiet")
        self._answers.setCheckable(True)
        title = panel_title(self.tr("What you are working on"))
        super().__init__(column(title, self._list, self._add, self._answers, gap=8, pad=(14, 16, 14, 14)))
        self._group = QButtonGroup(self)
        self._add.clicked.connect(self.wanted)
        self._answers.clicked.connect(partial(self.chosen.emit, ANSWERS))

    def show_goals(self, scene: Scene, here: str) -> None:
        """Show the goals, one of them chosen."""
        had = self._focused()
        clear(self._list)
        for number, goal in enumerate(scene.plan.goals, 1):
            card = goal_card(scene, goal, number)
            card.setChecked(goal.goal_id == here)
            card.clicked.connect(partial(self._on_goal, goal.goal_id))
            self._group.addButton(card)
            self._list.addWidget(card)
            if goal.goal_id == had:
                card.setFocus()
        self._add.setVisible(scene.may_edit)
        self._answers.set_kind("soft" if here == ANSWERS else "quiet")
        self._answers.setChecked(here == ANSWERS)

    def _on_goal(self, goal_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.chosen.emit(goal_id)

    def _focused(self) -> str:
        for card in self.findChildren(GoalCard):
            if card.hasFocus():
                return card.goal.goal_id
        return ""


def goal_card(scene: Scene, goal: Goal, number: int) -> GoalCard:
    """Return the card of a goal among the goals."""
    told, words = scene.hand.told, scene.hand.ground.words
    face = scene.faces.face(goal.words_by, goal.by_name) if goal.by_name else ""
    status = "" if goal.is_open else words.word("goal_status", goal.status)
    steps = words.count("step", len(goal.steps)) if goal.steps else ""
    return GoalCard(
        goal, told.goal_number(number), told.goal_title(goal), steps, face, tone_of(goal.words_by), status
    )
