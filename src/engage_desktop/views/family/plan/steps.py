"""The steps of a goal or of a safety plan, one below the other, and a way to add one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.plan.step_card import StepCard
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import column, flow, let_go
from engage_desktop.views.kit.text import Text
from engage_domain.plans import Goal, Step


class StepList(QWidget):
    """Steps that keep what is being typed in them while everything else is read again."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._goal: Goal | None = None
        self._cards: dict[str, StepCard] = {}
        self._plan_id = self._opening = ""
        self._box = column(gap=2)
        self._add = Button(self.tr("Add a step"), "plus")
        self._open_places = Text("", size=14, ink="muted", lines=0)
        self._add.clicked.connect(self._on_add)
        self.setLayout(column(self._box, flow(self._add, self._open_places, gap=10), gap=8))

    def show_steps(self, scene: Scene, goal: Goal | None, steps: tuple[Step, ...]) -> None:
        """Show steps; those that are being written stay as they are."""
        goal_id = goal.goal_id if goal is not None else ""
        if (self._plan_id, self._goal_id()) != (scene.plan.plan_id, goal_id):
            self._forget(tuple(self._cards))
        self._scene, self._goal, self._plan_id = scene, goal, scene.plan.plan_id
        self._forget(tuple(set(self._cards) - {step.step_id for step in steps}))
        for number, step in enumerate(steps):
            self._show_one(scene, goal, number, step)
        self._add.setVisible(scene.may_edit)
        self._say_open(sum(step.open_places() for step in steps if step.is_open) if scene.may_edit else 0)
        if self._opening in self._cards:
            opening, self._opening = self._opening, ""
            self._cards[opening].write("what")

    def open_step(self, step_id: str) -> None:
        """Open a step to be written, now or as soon as it is there."""
        if step_id in self._cards:
            self._cards[step_id].write("what")
        else:
            self._opening = step_id

    def card(self, step_id: str) -> StepCard | None:
        """Return the card of a step."""
        return self._cards.get(step_id)

    def settle(self) -> None:
        """Hand on what is typed."""
        for card in self._cards.values():
            card.settle()

    def _show_one(self, scene: Scene, goal: Goal | None, number: int, step: Step) -> None:
        card = self._cards.get(step.step_id)
        if card is None:
            card = StepCard(scene, goal, step)
            self._cards[step.step_id] = card
            self._box.insertWidget(number, card)
            return
        card.show_step(scene, goal, step)
        if self._box.indexOf(card) != number:
            self._box.removeWidget(card)
            self._box.insertWidget(number, card)

    def _say_open(self, places: int) -> None:
        if places == 1:
            self._open_places.setText(self.tr("One place is still open: ask, do not guess."))
        else:
            self._open_places.setText(
                self.tr("{n} places are still open: ask, do not guess.").format(n=places) if places else ""
            )
        self._open_places.setVisible(places > 0)

    def _goal_id(self) -> str:
        return self._goal.goal_id if self._goal is not None else ""

    def _forget(self, step_ids: tuple[str, ...]) -> None:
        for step_id in step_ids:
            card = self._cards.pop(step_id)
            card.settle()
            let_go(self._box, card)

    def _on_add(self) -> None:
        if self._scene is None:
            return
        hand = self._scene.hand
        hand.run(partial(hand.verbs.add_step, self._plan_id, self._goal_id()), self.open_step)
