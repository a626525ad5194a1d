"""One search as it reads in the log, and the form in which it is written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.fields import Spot
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.kept_text import KeptText
from engage_desktop.views.family.person_form import Form
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Field
from engage_desktop.views.kit.layout import column, flow, group, row
from engage_desktop.views.kit.marks import Card, Chip, IconPlate
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.theme import look
from engage_domain.kin_search import REACHING_OUT, Effort

EFFORT = "search_effort"
RESULTS = {
    "waiting": ("hourglass", "warn"),
    "nothing": ("circle-slash", "sand"),
    "lead": ("lightbulb", "info"),
    "found": ("user-check", "good"),
    "refused": ("user-x", "clay"),
}
UNKNOWN = ("search", "sand")


class EffortWords(QObject):
    """How a search is told."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground

    def title(self, effort: Effort) -> str:
        """Return where somebody looked, or how the review stands."""
        words = self._ground.words
        if not effort.is_search:
            return self.tr("Safety review: {state}").format(state=words.word("dv_review", effort.dv_review))
        return words.word("search_source", effort.source)

    def when(self, effort: Effort) -> str:
        """Return when, and who looked."""
        words, today = self._ground.words, self._ground.today()
        day = words.day_near(effort.searched_on, today) if effort.searched_on else ""
        return " · ".join(part for part in (effort.source_note, day, effort.searched_by) if part)

    def next_step(self, effort: Effort) -> str:
        """Return what comes next, by when."""
        words, today = self._ground.words, self._ground.today()
        if not (effort.next_step or effort.next_on):
            return ""
        what = effort.next_step or self.tr("look again")
        if effort.next_on is None:
            return self.tr("Next: {what}").format(what=what)
        by = words.day_near(effort.next_on, today)
        if effort.next_on < today:
            return self.tr("Next: {what} · was due {day}").format(what=what, day=by)
        return self.tr("Next: {what} · by {day}").format(what=what, day=by)


class EffortCard(Card):
    """One line of the log. `change_wanted` carries the search to be written on."""

    change_wanted = Signal(str)

    def __init__(
        self, ground: Ground, told: EffortWords, effort: Effort, *, is_newest: bool, read_only: bool
    ) -> None:
        icon, tone = RESULTS.get(effort.result, UNKNOWN) if effort.is_search else ("shield", "sand")
        title = told.title(effort)
        said: list[QWidget] = [Text(title, weight=600, lines=0)]
        if told.when(effort):
            said.append(meta(told.when(effort), lines=0))
        words = [Text(effort.found, lines=0, leading=1.2)] if effort.found else []
        next_step = told.next_step(effort)
        if next_step:
            late = is_newest and effort.next_on is not None and effort.next_on < ground.today()
            words.append(Text(next_step, size=14, weight=600, ink="bad" if late else "info", lines=0))
        self.change = Button(self.tr("Change"), kind="quiet")
        self.change.setAccessibleName(self.tr("Change: {what}").format(what=f"{title}, {told.when(effort)}"))
        self.change.clicked.connect(lambda: self.change_wanted.emit(effort.effort_id))
        ends: list[QWidget] = []
        if effort.is_search and effort.result:
            ends.append(Chip(ground.words.word("search_result", effort.result), tone, icon))
        may_change = effort.is_search and not read_only
        below = [group(row(None, self.change, gap=4))] if may_change and look().large else []
        beside = [self.change] if may_change and not below else []
        head = row(IconPlate(icon, tone, 38), (column(*said, gap=1), 1), *ends, *beside, gap=10)
        foot = below
        super().__init__(column(head, *words, *foot, gap=6, pad=(18, 14, 14, 10 if foot else 18)))


class EffortForm(Form):
    """One search being written. Every field keeps itself; `closed` says that the writing is over."""

    closed = Signal()

    def __init__(self, ground: Ground, effort: Effort) -> None:
        super().__init__(ground, self.tr("What was tried"))
        self.effort_id = effort.effort_id
        edit = partial(ground.services.roots.edit_effort, effort.effort_id)
        spot = partial(Spot, EFFORT, effort.effort_id)
        words = ground.words
        self.source = ChoiceButton(self.tr("Where"), words.options("search_source"), effort.source)
        self.source.chosen.connect(lambda key: self.write(partial(edit, {"source": key})))
        self._fields["source"] = self._where = Field(self.tr("Where"), self.source)
        self.note = self.line(spot("source_note"), self.tr("Whom or what exactly"), edit)
        self.searched = self.day("searched_on", self.tr("When"), edit)
        self.result = self.choice("search_result", "result", self.tr("What came of it"), edit)
        self.found = self._area("found", self.tr("What was found"))
        self.next_step = self._area("next_step", self.tr("The next step"))
        self.next_on = self.day("next_on", self.tr("By when"), edit)
        self.lay(("source", "source_note"), ("searched_on", "result"))
        self.put(self.found, self.next_step)
        self.lay("next_on")
        self._removal = Removal(self, ground, self.closed.emit)
        remove = Button(self.tr("Remove…"), "trash-2", "quiet", tone="bad")
        self.done_button = Button(self.tr("Done"), "check", "soft")
        remove.clicked.connect(self._on_remove)
        self.done_button.clicked.connect(self._on_done)
        self.put(flow(remove, self.done_button, gap=4))
        self._effort = effort

    def show_effort(self, effort: Effort, *, is_paused: bool) -> None:
        """Show what is stored, and whether reaching out rests."""
        self._effort = effort
        drafts = dict(effort.drafts)
        self.source.choose(effort.source)
        self.result.choose(effort.result)
        self.note.show(effort.source_note, drafts.get("source_note"))
        self.searched.show(effort.searched_on)
        self.next_on.show(effort.next_on)
        self.found.show_text(effort.found, drafts.get("found"))
        self.next_step.show_text(effort.next_step, drafts.get("next_step"))
        rests = is_paused and effort.source in REACHING_OUT
        self._where.set_wrong(
            self.tr("This rests until the safety review is done. Keep it only if it happened before.")
            if rests
            else ""
        )

    def enter(self) -> None:
        """Let the keyboard be in the first line."""
        self._fields["source_note"].setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Hand on what is typed."""
        super().settle()
        self.found.settle()
        self.next_step.settle()

    def _area(self, column_: str, label: str) -> KeptText:
        return KeptText(self.ground, (EFFORT, self.effort_id, column_), label)

    def _on_done(self) -> None:
        self.settle()
        self.closed.emit()

    def _on_remove(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        words = self.ground.words.word("search_source", self._effort.source)
        self._removal.ask(EFFORT, self.effort_id, self.tr("Remove this search?"), words)
