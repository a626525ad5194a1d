"""From whom the family is seen, how far the drawing goes, and on which day."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.services.genogram import ANYBODY, EVERYBODY, Drawn
from engage_desktop.views.kit.face import Toggle
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.theme import look

NO_ONE = "-"
STEPS = (1, 2, 3, 4, 6)
OFFERED = 40


class ScopeBar(QObject):
    """Choices about the drawing; the page lays out the `pieces`. `changed` tells that another drawing is wanted."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._focus, self._steps = ANYBODY, ""
        self._is_shown = self._is_unfolded = False
        whole = self.tr("Everybody")
        self.focus = ChoiceButton(self.tr("Seen from"), (), kind="quiet", icon="eye")
        self.steps = ChoiceButton(
            self.tr("How far"), (("", whole),), kind="quiet", icon="git-fork", empty=whole
        )
        self.day = Toggle(self.tr("As of a day"), "history", high=44, radius=12)
        self.focus.chosen.connect(self._on_focus)
        self.steps.chosen.connect(self._on_steps)
        self.pieces: tuple[QWidget, ...] = (self.day, self.focus, self.steps)
        self._guests: tuple[QWidget, ...] = ()

    def set_shown(self, *, shown: bool) -> None:
        """Offer the choices, or not where there is nothing to see; with large text they wait to be asked for."""
        self._is_shown = shown
        self.restyle()

    def fold_with(self, *guests: QWidget) -> None:
        """Take buttons of the page that give way to the drawing together with the choices."""
        self._guests = guests
        self.restyle()

    @property
    def takes_room(self) -> bool:
        """Say whether the choices take the place of the drawing for a while."""
        return self._is_shown and self._is_unfolded and look().large

    def unfold(self, *, unfolded: bool) -> None:
        """Show or put away the choices where there is little room."""
        self._is_unfolded = unfolded
        self.restyle()

    def restyle(self) -> None:
        """Decide again what there is room for."""
        is_folded = look().large and not self._is_unfolded
        for piece in self.pieces:
            piece.setVisible(self._is_shown and not is_folded)
        for guest in self._guests:
            guest.setVisible(not (self._is_shown and is_folded))

    def wanted(self) -> tuple[str, int | None]:
        """Return the focus and the steps that are wanted; ANYBODY and None leave it to the program."""
        return self._focus, int(self._steps) if self._steps else None

    def want(self, focus: str, steps: str) -> None:
        """Want what was wanted before."""
        self._focus = focus or ANYBODY
        self._steps = steps if steps in {str(EVERYBODY), *map(str, STEPS)} else ""

    def place(self) -> dict[str, str]:
        """Return what is wanted."""
        found = {"seen": "" if self._focus == ANYBODY else self._focus or NO_ONE, "steps": self._steps}
        return {key: value for key, value in found.items() if value}

    def restore(self, place: dict[str, str]) -> None:
        """Want what is said there."""
        seen = place.get("seen", ANYBODY)
        self.want("" if seen == NO_ONE else seen, place.get("steps", ""))
        if seen == NO_ONE:
            self._focus = ""

    def show_drawn(self, drawn: Drawn, names: Mapping[str, str]) -> None:
        """Offer what fits this family."""
        roles = drawn.chart.roles
        first = [one for one in names if roles.get(one) == "child" or one == drawn.focus]
        rest = [one for one in names if one not in first][: OFFERED if drawn.drawing.hidden else None]
        people = [(one, names[one]) for one in (*first, *rest)]
        self.focus.set_options(((NO_ONE, self.tr("Nobody in particular")), *people), drawn.focus or NO_ONE)
        steps = [(str(n), self.tr("{n} steps of kinship").format(n=n)) for n in STEPS if n > 1]
        steps.insert(0, ("1", self.tr("One step of kinship")))
        here = "" if drawn.steps is None else str(drawn.steps)
        self.steps.set_options(((str(EVERYBODY), self.tr("Everybody")), *steps), here or str(EVERYBODY))
        self.steps.setEnabled(bool(drawn.focus))

    def look_from(self, person_id: str) -> None:
        """See the family from somebody."""
        self._focus = person_id
        self.changed.emit()

    def _on_focus(self, key: str) -> None:
        self._focus = "" if key == NO_ONE else key
        self.changed.emit()

    def _on_steps(self, key: str) -> None:
        self._steps = key
        self.changed.emit()
