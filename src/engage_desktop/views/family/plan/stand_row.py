"""Where one person stands with an offered plan, and their words for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.kit.inputs import ChoiceButton, LineEdit
from engage_desktop.views.kit.keeping import Keeper
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.marks import Avatar, Chip
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_domain.plans import PlanStand, Stand

NAME_WIDE = 156
STANDS = {
    Stand.AGREE: ("good", "check"),
    Stand.WITH_RESERVATIONS: ("warn", "message-circle"),
    Stand.DISAGREE: ("clay", "x"),
    Stand.ABSTAIN: ("sand", "minus"),
}


class StandRow(QWidget):
    """One person's answer. While a plan is offered it can be written; afterwards it is read."""

    def __init__(self, scene: Scene, person_id: str, name: str) -> None:
        super().__init__()
        self._person, self._name = person_id, name
        tone = tone_of(person_id)
        self._who = row(
            Avatar(scene.faces.face(person_id, name), tone, 36), Text(name, weight=600, ink=tone), gap=10
        )
        self._answers = column(gap=2)
        self._answer = group(self._answers)
        self._name_side = group(self._who)
        self._who.addStretch(1)
        self._box = row(self._name_side, (self._answer, 1), gap=12)
        self.setLayout(self._box)
        self._keeper: Keeper | None = None
        self._choice: ChoiceButton | None = None
        self._row_id = self._stand = ""
        self._scene = scene
        self.restyle()

    def restyle(self) -> None:
        """Stand below the name when text is large."""
        self._name_side.setMinimumWidth(0 if look().large else look().px(NAME_WIDE))
        way = self._box.Direction
        self._box.setDirection(way.TopToBottom if look().large else way.LeftToRight)

    def show_stand(self, scene: Scene, stand: PlanStand | None, *, may_answer: bool) -> None:
        """Show the answer; the words being typed stay."""
        self._scene, self._stand = scene, stand.stand if stand is not None else ""
        row_id = stand.row_id if stand is not None else ""
        if may_answer and self._choice is not None and row_id == self._row_id:
            self._choice.choose(stand.stand if stand is not None else "")
            if self._keeper is not None and stand is not None:
                self._keeper.show(stand.words, stand.words)
            return
        self._row_id = row_id
        self._rebuild(stand, may_answer=may_answer)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._keeper is not None:
            self._keeper.settle()

    def _rebuild(self, stand: PlanStand | None, *, may_answer: bool) -> None:
        box = self._answers
        self.settle()
        self._keeper = self._choice = None
        clear(box)
        words = self._scene.hand.ground.words
        if not may_answer:
            if stand is not None and stand.stand in STANDS:
                tone, icon = STANDS[Stand(stand.stand)]
                box.addLayout(row(Chip(words.word("plan_position", stand.stand), tone, icon), None))
            if stand is not None and stand.words:
                box.addWidget(Text(words.quoted(stand.words), lines=0))
            return
        options = (("", self.tr("Not asked yet")), *words.options("plan_position"))
        name = self.tr("Where {name} stands").format(name=self._name)
        self._choice = ChoiceButton(
            name, options, stand.stand if stand is not None else "", empty=options[0][1]
        )
        self._choice.chosen.connect(self._on_stand)
        box.addWidget(self._choice)
        if stand is not None:
            line = LineEdit(self.tr("In {name}’s words").format(name=self._name), self.tr("In their words"))
            self._keeper = self._scene.hand.keeper(line, "plan_position", stand.row_id, "words", stand.words)
            box.addWidget(line)

    def _on_stand(self, key: str) -> None:
        self.settle()
        hand = self._scene.hand
        words = self._keeper.text if self._keeper is not None else ""
        say = partial(hand.verbs.say_stand, self._scene.plan.plan_id, self._person)
        if key:
            hand.run(partial(say, key, words))
        elif self._stand:
            hand.run_saying(partial(say, ""), self.tr("Answer taken back."), partial(say, self._stand, words))
