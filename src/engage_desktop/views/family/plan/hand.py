"""How the Plan and the Solutions write: run a verb, tell everybody, offer to undo, say plainly what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import BadInput, EngageError, NotAllowed
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.plan_course import Turned
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.outcomes import Outcomes
from engage_desktop.views.family.plan.services import PlanServices
from engage_desktop.views.family.plan.told import PlanTold
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.kit.dialogs import Answered
from engage_desktop.views.kit.inputs import LineEdit, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot
from engage_domain.plan_lacks import Lack
from engage_wire.changed import Changed

C = TypeVar("C", bound=Changed)
Job = Callable[[], Changed]


class Hand(QObject):
    """Writes for one part of one family."""

    def __init__(self, ground: Ground, owner: QWidget) -> None:
        super().__init__(owner)
        self.ground = ground
        self.verbs: PlanServices = ground.services.plan
        self.told = PlanTold(ground, self)
        self.outcomes = Outcomes(owner, ground)
        self._keeping = Keeping(
            ground.lanes, ground.services.keep_draft, self.verbs.settle, ground.bus.publish
        )

    def run(
        self,
        job: Job,
        then: Callable[[str], object] | None = None,
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Write; `then` gets the id of what was made, if anything was, `otherwise` hears that nothing was."""
        refused = self._refused if otherwise is None else partial(self._could_not, otherwise)
        self.ground.lanes.write(self, job, partial(self._done, then), refused)

    def run_saying(self, job: Job, words: str, undo: Job) -> None:
        """Write, say so, and offer to undo it."""
        self.ground.lanes.write(self, job, partial(self._said, words, undo), self._refused)

    def turn(self, job: Callable[[], Turned], words: str) -> None:
        """Take a turn in the course of a plan; it can be undone."""
        self.ground.lanes.write(self, job, partial(self._turned, words), self._refused)

    def kept(
        self, make: Callable[[], Callable[[], C] | None], then: Callable[[C], object] | None = None
    ) -> Callable[[Answered], object]:
        """Return how a sheet's answer is kept before it closes; `then` hears what came of it."""
        answers = Answers(self.ground.lanes, self.ground.bus.publish, self.why, self._say)
        return answers.kept(self, make, then)

    def remove(self, entity: str, row_id: str, words: str) -> None:
        """Take something back; one tap brings it back."""
        services = self.ground.services
        job = partial(services.remove, entity, row_id, "taken_back")
        self.run_saying(job, words, partial(services.bring_back, entity, row_id))

    def keeper(self, editor: LineEdit | TextArea, entity: str, row_id: str, field: str, text: str) -> Keeper:
        """Keep what is typed into an editor, letter by letter, and settle it as one leaves."""
        spot = Spot(entity, row_id, field, self.ground.family_id)
        keeper = Keeper(self._keeping, editor, spot, text, text)
        keeper.failed.connect(self._refused)
        return keeper

    def settle_all(self) -> None:
        """Write everything typed into the record."""
        job = partial(self.verbs.settle_all, self.ground.family_id)
        self.ground.lanes.write(self, job, self.ground.bus.publish, self._refused)

    def _done(self, then: Callable[[str], object] | None, changed: Changed) -> None:
        self.ground.bus.publish(changed)
        if then is not None:
            then(changed.made_id if isinstance(changed, Made) else "")

    def _could_not(self, otherwise: Callable[[], object], error: EngageError) -> None:
        self._refused(error)
        otherwise()

    def offer_undo(self, words: str, undo: Job, _changed: Changed | None = None) -> None:
        """Say what was done, and offer to undo it."""
        self.ground.say(words, self.tr("Undo"), partial(self.run, undo))

    def offer_turn_back(self, words: str, turned: Turned) -> None:
        """Say how the plan stands now, and offer to let it stand as it stood."""
        self.offer_undo(words, partial(self.verbs.put_plan_back, turned))

    def _said(self, words: str, undo: Job, changed: Changed) -> None:
        self.ground.bus.publish(changed)
        self.offer_undo(words, undo)

    def _turned(self, words: str, turned: Turned) -> None:
        self.ground.bus.publish(turned)
        self.offer_turn_back(words, turned)

    def _refused(self, error: EngageError) -> None:
        self._say(self.why(error))

    def _say(self, words: str) -> None:
        self.ground.say(words, "", None)

    def why(self, error: EngageError) -> str:
        """Return what stands in the way, in one plain sentence."""
        if isinstance(error, BadInput) and error.code in set(Lack):
            return self.told.lack(Lack(error.code))
        if isinstance(error, NotAllowed) and error.code.startswith("plan_"):
            return self.told.not_allowed(error.code)
        return Trouble(self).of(error)
