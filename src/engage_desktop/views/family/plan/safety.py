"""A safety plan: what everybody worries about today, who keeps the children safe, what each does, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.plan.agreement import AgreementPanel
from engage_desktop.views.family.plan.rows import AdviceRow, DayLine
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.plan.steps import StepList
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import TextArea
from engage_desktop.views.kit.keeping import Keeper
from engage_desktop.views.kit.layout import Flow, SplitBody, clear, column, group
from engage_desktop.views.kit.marks import Card, Chip
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_domain.plans import Plan

REVIEW_AFTER = (3, 7, 14)
END_AFTER = (14, 30)


class WorryCard(Card):
    """What everybody worries about today."""

    def __init__(self) -> None:
        self._box = column(gap=6, pad=(22, 16, 18, 14))
        self._box.put(panel_title(self.tr("What we worry about today")))
        self._words = Text("", size=18, weight=600, lines=0, leading=1.1)
        self._area = TextArea(
            self.tr("What we worry about today"),
            self.tr("What could happen, to whom, and what makes today different. Plain words."),
            least_lines=2,
            grows=True,
        )
        self._advice = group(column(gap=2))
        self._box.put(self._words, self._area, self._advice)
        super().__init__(self._box)
        self._keeper: Keeper | None = None

    def show_plan(self, scene: Scene) -> None:
        """Show the worry; what is being typed stays."""
        plan = scene.plan
        self._area.setVisible(scene.may_edit)
        self._words.setVisible(not scene.may_edit)
        self._words.setText(plan.concern.strip() or self.tr("Nothing was written down."))
        if self._keeper is None:
            self._keeper = scene.hand.keeper(self._area, "plan", plan.plan_id, "concern", plan.concern)
        elif self._keeper.spot.row_id != plan.plan_id:
            self._keeper.settle()
            self._keeper.stop()
            self._keeper = scene.hand.keeper(self._area, "plan", plan.plan_id, "concern", plan.concern)
        else:
            self._keeper.show(plan.concern, plan.concern)
        box = self._advice.layout()
        if box is not None:
            clear(box)
            advice = scene.advice(plan.plan_id)
            for one in advice:
                box.addWidget(AdviceRow(scene, one))
            self._advice.setVisible(bool(advice))

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._keeper is not None:
            self._keeper.settle()


class AdultsCard(Card):
    """The grown-ups who keep the children safe, by name."""

    def __init__(self) -> None:
        self._flow = Flow(gap=4, line_gap=4)
        self._toggles: dict[str, Toggle] = {}
        self._none = Text("", ink="muted", lines=0)
        title = panel_title(self.tr("Who keeps the children safe"))
        hint = meta(self.tr("Grown-ups by name, each of whom has said yes to it."), lines=0)
        super().__init__(column(title, hint, group(self._flow), self._none, gap=6, pad=(22, 16, 18, 14)))

    def show_plan(self, scene: Scene) -> None:
        """Show who is named, and who else could be."""
        clear(self._flow)
        self._toggles = {}
        here = {person for person, _ in scene.plan.adults}
        if scene.may_edit:
            for person, name in scene.grown():
                toggle = Toggle(name, "user", high=44, radius=22)
                toggle.setChecked(person in here)
                toggle.toggled.connect(partial(self._on_toggled, scene))
                self._toggles[person] = toggle
                self._flow.addWidget(toggle)
        else:
            for _, name in scene.plan.adults:
                self._flow.addWidget(Chip(name, "primary", "user", size=15))
        nobody = not (scene.grown() if scene.may_edit else here)
        self._none.setText(
            self.tr("Write down the people of the family first, under People.") if nobody else ""
        )
        self._none.setVisible(nobody)

    def _on_toggled(self, scene: Scene, _on: bool) -> None:  # noqa: FBT001 - Qt's own
        """Write who is chosen as it stands on the screen: the next tap may come before the last is written."""
        others = {person for person, _ in scene.plan.adults} - set(self._toggles)
        now = others | {person for person, toggle in self._toggles.items() if toggle.isChecked()}
        hand = scene.hand
        hand.run(partial(hand.verbs.edit_plan, scene.plan.plan_id, {"adult_ids": tuple(sorted(now))}))


class DaysCard(Card):
    """From when to when, and when you look at it again: never open-ended."""

    def __init__(self) -> None:
        self._box = column(gap=8, pad=(20, 16, 14, 14))
        super().__init__(self._box)
        self._plan_id = ""
        self._lines: dict[str, DayLine] = {}
        self._quick = group(column(gap=2))

    def show_plan(self, scene: Scene) -> None:
        """Show the days."""
        plan = scene.plan
        if plan.plan_id != self._plan_id or not scene.may_write:
            self._build(scene)
        for name, day in self._days(plan).items():
            if name in self._lines:
                self._lines[name].show_day(day)
                self._lines[name].setEnabled(scene.may_edit or (name == "review_on" and plan.stands_now))
        self._show_quick(scene)

    def settle(self) -> None:
        """Hand on what is typed."""
        for line in self._lines.values():
            line.settle()

    def _build(self, scene: Scene) -> None:
        self.settle()
        clear(self._box)
        self._plan_id, hand = scene.plan.plan_id, scene.hand
        self._quick = group(column(gap=2))
        self._box.put(panel_title(self.tr("How long")))
        edit, plan_id = hand.verbs.edit_plan, scene.plan.plan_id
        names = {
            "start_on": self.tr("From"),
            "review_on": self.tr("We look at it again"),
            "end_on": self.tr("Until, and no longer"),
        }
        self._lines = {field: DayLine(hand, label, edit, plan_id, field) for field, label in names.items()}
        self._box.put(*self._lines.values(), self._quick)
        limits = scene.book.limits
        rule = self.tr("Your agency allows {n} days at most.").format(n=limits.days)
        if limits.is_voluntary:
            rule = self.tr("Without a court order your agency allows {n} days at most.").format(n=limits.days)
        self._box.put(meta(rule, lines=0))

    def _show_quick(self, scene: Scene) -> None:
        """Offer near days while none is chosen: one tap instead of a date to type."""
        box = self._quick.layout()
        if box is None:
            return
        clear(box)
        start = scene.plan.start_on
        shown = scene.may_edit and start is not None
        self._quick.setVisible(shown and (scene.plan.review_on is None or scene.plan.end_on is None))
        if start is None or not shown:
            return
        latest = scene.book.limits.latest_end(start)
        if scene.plan.review_on is None:
            days = [start + timedelta(days=n) for n in REVIEW_AFTER]
            self._offer(scene, "review_on", self.tr("Look again"), days)
        if scene.plan.end_on is None:
            ends = [start + timedelta(days=n) for n in END_AFTER if start + timedelta(days=n) < latest]
            self._offer(scene, "end_on", self.tr("Until"), [*ends, latest])

    def _offer(self, scene: Scene, field: str, label: str, days: list[date]) -> None:
        box = self._quick.layout()
        flow = Flow(gap=2, line_gap=2)
        for day in days:
            words = scene.hand.ground.words.day_short(day)
            button = Button(words, kind="soft")
            button.setAccessibleName(f"{label}: {words}")
            button.clicked.connect(partial(self._take, field, day))
            flow.addWidget(button)
        if box is not None:
            box.addWidget(meta(label, lines=0))
            box.addWidget(group(flow))

    def _take(self, field: str, day: date, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self._lines[field].take(day)

    @staticmethod
    def _days(plan: Plan) -> dict[str, date | None]:
        return {"start_on": plan.start_on, "review_on": plan.review_on, "end_on": plan.end_on}


class SafetyBody(QWidget):
    """A whole safety plan."""

    def __init__(self) -> None:
        super().__init__()
        self.worry, self.adults, self.days = WorryCard(), AdultsCard(), DaysCard()
        self.steps, self.agreement = StepList(), AgreementPanel()
        title = panel_title(self.tr("What each person does, starting now"))
        steps = Card(column(title, self.steps, gap=8, pad=(18, 16, 14, 14)))
        main = group(column(self.worry, self.adults, steps, self.agreement, None, gap=6))
        self.setLayout(column((SplitBody(main, group(column(self.days, None, gap=6)), 380, gap=8), 1)))

    def show_plan(self, scene: Scene) -> None:
        """Show the plan; what is being typed stays."""
        self.worry.show_plan(scene)
        self.adults.show_plan(scene)
        self.days.show_plan(scene)
        self.steps.show_steps(scene, None, scene.plan.steps)
        self.agreement.show_plan(scene)

    def settle(self) -> None:
        """Hand on what is typed."""
        for piece in (self.worry, self.days, self.steps, self.agreement):
            piece.settle()
