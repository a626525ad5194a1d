"""The family plan: its goals at the left, the chosen one large in the middle, what was said and done at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.plan.agreement import AgreementPanel
from engage_desktop.views.family.plan.columns import Columns
from engage_desktop.views.family.plan.first import Wishes
from engage_desktop.views.family.plan.goal_panel import GoalPanel
from engage_desktop.views.family.plan.goals import ANSWERS, GoalsPanel
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.solutions.said_did import SaidDidPanel
from engage_desktop.views.kit.layout import column, group
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import Text, panel_title
from engage_domain.plan_hints import Said
from engage_domain.plans import Goal
from engage_domain.solutions import said_and_done


class ServiceBody(QWidget):
    """A whole family plan. `here` is the goal that shows, or everyone's answer."""

    solutions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.here = ""
        self._scene: Scene | None = None
        self._wanted = self._opening = ""
        self.goals, self.goal, self.agreement = GoalsPanel(), GoalPanel(), AgreementPanel()
        self.said_did = SaidDidPanel()
        self.said_did.more_wanted.connect(self.solutions_wanted)
        self._wishes = Wishes()
        ask = Text(
            self.tr("Ask what they want, and write it down as they say it. The steps come after it."),
            ink="muted",
            lines=0,
            leading=1.15,
        )
        title = panel_title(self.tr("No goal yet"))
        self._none = Card(column(title, ask, self._wishes, gap=10, pad=(22, 16, 18, 16)))
        middle = group(column(self.goal, self.agreement, self._none, None, gap=6))
        left = group(column(self.goals, None, gap=0))
        right = group(column(self.said_did, None, gap=0))
        self.setLayout(column((Columns(left, middle, right), 1)))
        self.goals.chosen.connect(self._on_chosen)
        self.goals.wanted.connect(self._on_another)
        self.goal.left.connect(partial(self._on_chosen, ""))
        self.agreement.wanted.connect(self.go_to)
        self._wishes.taken.connect(self._on_wish)

    def show_plan(self, scene: Scene) -> None:
        """Show the plan; what is being typed stays."""
        self._scene = scene
        if scene.plan.goal(self._wanted) is not None:
            self.here, self._wanted = self._wanted, ""
        goal = self._goal(scene)
        if self.here != ANSWERS:
            self.here = goal.goal_id if goal is not None else ""
        self.goals.show_goals(scene, self.here)
        answers = self.here == ANSWERS
        self.agreement.setVisible(answers)
        self.goal.setVisible(goal is not None and not answers)
        self._none.setVisible(goal is None and not answers)
        if answers:
            self.agreement.show_plan(scene)
        elif goal is not None:
            number = scene.plan.goals.index(goal) + 1
            self.goal.show_goal(scene, goal, number)
            if self._opening == goal.goal_id:
                self._opening = ""
                self.goal.write()
        else:
            self._show_wishes(scene)
        entries = said_and_done(scene.book.referrals, scene.book.promises)
        self.said_did.show_entries(scene.hand, scene.faces, entries)

    def go_to(self, row_id: str) -> None:
        """Show the goal or the step something is missing in, ready to be written."""
        scene = self._scene
        if scene is None:
            return
        steps = {step.step_id: step.goal_id for step in scene.plan.all_steps()}
        self._on_chosen(steps.get(row_id, row_id))
        if row_id in steps:
            self.goal.steps.open_step(row_id)
        else:
            self.goal.write()

    def settle(self) -> None:
        """Hand on what is typed."""
        self.goal.settle()
        self.agreement.settle()

    def _goal(self, scene: Scene) -> Goal | None:
        found = scene.plan.goal(self.here)
        if found is None:
            found = next((g for g in scene.plan.goals if g.is_open), None)
        return found or next(iter(scene.plan.goals), None)

    def _show_wishes(self, scene: Scene) -> None:
        self._wishes.show_wishes(scene.book, scene.faces, scene.hand.ground.words)
        self._wishes.setEnabled(scene.may_edit)

    def _on_chosen(self, goal_id: str) -> None:
        self.settle()
        self.here = goal_id
        if self._scene is not None:
            self.show_plan(self._scene)

    def _on_another(self) -> None:
        if self._scene is not None:
            hand = self._scene.hand
            hand.run(partial(hand.verbs.add_goal, self._scene.plan.plan_id), self._on_added)

    def _on_added(self, goal_id: str) -> None:
        self._wanted = self._opening = goal_id

    def _on_wish(self, said: Said) -> None:
        if self._scene is None:
            return
        hand = self._scene.hand
        statement = said.row_id if said.is_statement else ""
        plan_id = self._scene.plan.plan_id
        hand.run(partial(hand.verbs.add_goal, plan_id, said.words, said.person_id, statement), self._on_made)

    def _on_made(self, goal_id: str) -> None:
        self._wanted = goal_id
