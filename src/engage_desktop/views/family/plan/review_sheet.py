"""When a family plan is looked at again together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.errors import BadInput
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.told import read_day
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Field
from engage_desktop.views.kit.layout import flow
from engage_wire.changed import Changed

WEEKS = (4, 6, 12)


class ReviewSheet(Sheet):
    """Asks for the day on which everybody looks at the plan again."""

    def __init__(self, owner: QWidget, scene: Scene) -> None:
        super().__init__(
            owner.window(),
            self.tr("When do you look at it again?"),
            self.tr("A day you choose together. It reminds you a week before."),
        )
        self._scene, ground = scene, scene.hand.ground
        name = self.tr("We look at it again")
        self.day = DateField(name, read_day, lambda day: ground.words.day(day, ground.today()), ground.today)
        self.day.set_value(scene.plan.review_on)
        self._field = Field(name, self.day)
        self.add(self._field)
        self.add(flow(*(self._quick(weeks) for weeks in WEEKS), gap=4))
        self.add_answer(self.tr("Not now"))
        self.add_answer(self.tr("Keep it"), "check", main=True)
        self.takes(scene.hand.kept(self._job))
        self.open()
        self.day.edit.setFocus()

    def _job(self) -> Callable[[], Changed] | None:
        hand, is_wrong = self._scene.hand, self.day.is_wrong()
        self._field.set_wrong(hand.why(BadInput("review_on", "not_a_date")) if is_wrong else "")
        day = {"review_on": self.day.value()}
        return None if is_wrong else partial(hand.verbs.edit_plan, self._scene.plan.plan_id, day)

    def _quick(self, weeks: int) -> Button:
        ground = self._scene.hand.ground
        button = Button(ground.words.count("week", weeks), kind="soft")
        button.setAccessibleName(self.tr("In {weeks}").format(weeks=ground.words.count("week", weeks)))
        button.clicked.connect(partial(self._on_quick, weeks))
        return button

    def _on_quick(self, weeks: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.day.set_value(self._scene.hand.ground.today() + timedelta(weeks=weeks))
