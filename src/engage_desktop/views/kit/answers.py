"""The answer of a sheet is kept before the sheet closes: what is refused stays there, with the reason, to be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from engage_desktop.errors import EngageError
from engage_desktop.views.kit.dialogs import Answered
from engage_desktop.views.kit.lanes import Lanes
from engage_wire.changed import Changed

C = TypeVar("C", bound=Changed)


@dataclass(frozen=True, slots=True)
class Answers:
    """How a page keeps the answers of its sheets, and tells why one was refused: in the sheet, or aloud when it was left."""

    lanes: Lanes
    publish: Callable[[Changed], object]
    why: Callable[[EngageError], str]
    say: Callable[[str], object]

    def kept(
        self,
        owner: QObject,
        make: Callable[[], Callable[[], C] | None],
        then: Callable[[C], object] | None = None,
    ) -> Callable[[Answered], object]:
        """Return how a sheet's answer is kept: `make` reads the sheet and returns the job, nothing while it lacks something.

        `then` hears what came of it while `owner` lives; the sheet and the other pages hear of it in any case.
        """

        def keep(answered: Answered) -> None:
            def done(changed: C) -> None:
                answered.done()
                self.publish(changed)
                if then is not None and isValid(owner):
                    then(changed)

            def failed(error: EngageError) -> None:
                if not isValid(owner):  # the page went: whoever minds the window says so
                    answered.failed("")
                    raise error
                words = self.why(error)
                if not answered.failed(words):
                    self.say(words)

            job = make()
            if job is None:
                answered.failed("")
            else:
                self.lanes.write(self.lanes, job, done, failed)

        return keep
