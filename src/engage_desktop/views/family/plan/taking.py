"""Something that was said comes to the plan: as a goal of its own, or as a step of one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.text import Text
from engage_domain.plan_hints import Said
from engage_domain.plans import Goal, Plan


class TakingSheet(Sheet):
    """Asks where words belong in a plan that is being written. `then` gets the plan and the goal, or no goal."""

    def __init__(
        self, owner: QWidget, hand: Hand, said: Said, plan: Plan, then: Callable[[str, str], object]
    ) -> None:
        super().__init__(
            owner.window(), self.tr("Where does this belong?"), hand.ground.words.quoted(said.words)
        )
        self._hand, self._plan, self._then = hand, plan, then
        own = Button(self.tr("A goal of its own"), "sprout", "soft")
        own.clicked.connect(partial(self._take, ""))
        self.add(own)
        goals = [goal for goal in plan.goals if goal.is_open and goal.title]
        if goals:
            self.add(Text(self.tr("Or a step of"), ink="muted", lines=0, inset=True))
        for number, goal in enumerate(plan.goals, 1):
            if goal in goals:
                self.add(self._button(number, goal))
        self.add_answer(self.tr("Not now"))
        self.open()
        own.setFocus()

    def _button(self, number: int, goal: Goal) -> Button:
        title = self._hand.told.goal_title(goal)
        shown = title if len(title) <= 40 else f"{title[:38]}…"
        button = Button(f"{number} · {shown}", "footprints")
        button.setAccessibleName(self.tr("A step of: {goal}").format(goal=title))
        button.clicked.connect(partial(self._take, goal.goal_id))
        return button

    def _take(self, goal_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self._then(self._plan.plan_id, goal_id)
        self.accept()
