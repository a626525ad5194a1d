"""The answer of a sheet is kept before the sheet closes: what is refused stays there, with the reason, to be mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dialogs import Answered

T = TypeVar("T")


def kept_by(
    owner: QObject, ground: Ground, make: Callable[[], Callable[[], T]], then: Callable[[T], object]
) -> Callable[[Answered], object]:
    """Return how a sheet's answer is kept: `make` reads the sheet and returns the job, `then` hears what came of it."""

    def keep(answered: Answered) -> None:
        def done(result: T) -> None:
            answered.done()
            then(result)

        def failed(error: EngageError) -> None:
            answered.failed(Trouble(owner).of(error))

        ground.lanes.write(owner, make(), done, failed)

    return keep
