"""How the sheets of a family's workspace are kept before they close, and the sheet that asks for a few words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.kit.dialogs import Answered, Sheet
from engage_desktop.views.kit.inputs import Field, LineEdit
from engage_wire.changed import Changed

C = TypeVar("C", bound=Changed)


def kept_by(
    owner: QObject,
    ground: Ground,
    make: Callable[[], Callable[[], C] | None],
    then: Callable[[C], object] | None = None,
) -> Callable[[Answered], object]:
    """Return how a sheet's answer is kept: `make` reads the sheet and returns the job, `then` hears what came of it."""
    say = partial(_say, ground)
    return Answers(ground.lanes, ground.bus.publish, Trouble().of, say).kept(owner, make, then)


class FewWordsSheet(Sheet):
    """Asks for a few words. With `needed` there is no answer without them."""

    def __init__(
        self,
        owner: QWidget,
        title: str,
        about: str = "",
        *,
        yes: str = "",
        icon: str = "check",
        example: str = "",
        hint: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(owner.window(), title, about)
        self.line = LineEdit(title, example or self.tr("A few words"))
        self.add(Field(self.tr("In a few words"), self.line, hint))
        self.add_answer(self.tr("Not now"))
        keep = self.add_answer(yes or self.tr("Keep it"), icon, main=True)
        if needed:
            keep.setEnabled(False)
            self.line.textChanged.connect(lambda text: keep.setEnabled(bool(text.strip())))
        self.line.setFocus()

    def words(self) -> str:
        """Return what was written."""
        return self.line.text()


def _say(ground: Ground, words: str) -> None:
    ground.say(words, "", None)
