"""The goals of a family at a glance, for its Overview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.services.plan_book import PlanBook
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.plan.marks import GoalCard
from engage_desktop.views.family.plan.told import PlanTold
from engage_desktop.views.family.told import Told, tone_of
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.text import panel_title
from engage_desktop.views.kit.theme import look
from engage_domain.plans import Goal, PlanKind, PlanStatus, current

SHOWN = 3
OVER = frozenset({PlanStatus.CLOSED, PlanStatus.DECLINED, PlanStatus.EXPIRED})


class GoalsGlance(QWidget):
    """What we are working on: the open goals with a dot for each step. `wanted` says that the plan is wanted."""

    wanted = Signal()

    def __init__(self, ground: Ground, faces: Told) -> None:
        super().__init__()
        self._ground, self._faces, self._told = ground, faces, PlanTold(ground, self)
        self._cards = row(gap=6)
        title = panel_title(self.tr("What we are working on"))
        self.setLayout(column(row(title, pad=(4, 0, 0, 0)), group(self._cards), gap=8))
        self.hide()

    def restyle(self) -> None:
        """Stand below each other when text is large."""
        way = self._cards.Direction
        self._cards.setDirection(way.TopToBottom if look().large else way.LeftToRight)

    def show_book(self, book: PlanBook) -> None:
        """Show the open goals of the family plans; nothing at all when there is none."""
        self.restyle()
        clear(self._cards)
        plans = [p for p in current(book.plans) if p.kind == PlanKind.SERVICE and p.status not in OVER]
        goals = [
            (n, goal) for plan in plans for n, goal in enumerate(plan.goals, 1) if goal.is_open and goal.title
        ]
        self.setVisible(bool(goals))
        for number, goal in goals[:SHOWN]:
            card = self._card(number, goal)
            card.clicked.connect(self.wanted)
            self._cards.addWidget(card, 1)

    def _card(self, number: int, goal: Goal) -> GoalCard:
        face = self._faces.face(goal.words_by, goal.by_name) if goal.by_name else ""
        steps = self._ground.words.count("step", len(goal.steps)) if goal.steps else ""
        told = self._told
        card = GoalCard(
            goal, told.goal_number(number), told.goal_title(goal), steps, face, tone_of(goal.words_by), ""
        )
        card.setCheckable(False)
        return card
