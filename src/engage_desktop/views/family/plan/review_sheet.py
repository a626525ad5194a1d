"""When a family plan is looked at again together."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.plan.rows import DayLine
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import flow

WEEKS = (4, 6, 12)


class ReviewSheet(Sheet):
    """Asks for the day on which everybody looks at the plan again."""

    def __init__(self, owner: QWidget, scene: Scene) -> None:
        super().__init__(
            owner.window(),
            self.tr("When do you look at it again?"),
            self.tr("A day you choose together. It reminds you a week before."),
        )
        hand, plan = scene.hand, scene.plan
        edit = hand.verbs.edit_plan
        self._line = DayLine(
            hand, self.tr("We look at it again"), lambda day: partial(edit, plan.plan_id, {"review_on": day})
        )
        self._line.show_day(plan.review_on)
        self.add(self._line)
        self.add(flow(*(self._quick(scene, weeks) for weeks in WEEKS), gap=4))
        self.add_answer(self.tr("Close"), "check", main=True)
        self.open()
        self._line.day.edit.setFocus()

    def accept(self) -> None:
        """Close once the day is written down; one that is none gets its sentence first."""
        self._line.settle()
        if not self._line.day.is_wrong():
            super().accept()

    def _quick(self, scene: Scene, weeks: int) -> Button:
        ground = scene.hand.ground
        day: date = ground.today() + timedelta(weeks=weeks)
        button = Button(ground.words.count("week", weeks), kind="soft")
        button.setAccessibleName(self.tr("In {weeks}").format(weeks=ground.words.count("week", weeks)))
        button.clicked.connect(lambda: self._line.take(day))
        return button
