"""The Plan part: the family's goals and steps in its own words, its safety plan, and how both came to be agreed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.plan_book import PlanBook
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part, scrolled_to
from engage_desktop.views.family.plan.bar import NewPlanSheet, PlanBar
from engage_desktop.views.family.plan.first import FirstPlan
from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.plan.reading import ReadingPage
from engage_desktop.views.family.plan.safety import SafetyBody
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.plan.service import ServiceBody
from engage_desktop.views.family.plan.taking import TakingSheet
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column
from engage_desktop.views.kit.notices import ErrorState, LoadingState
from engage_desktop.views.kit.theme import look
from engage_domain.persons import People
from engage_domain.plan_hints import Said
from engage_domain.plans import Plan, PlanKind, current

SHOWS = (
    "plan", "plan_position", "goal", "action_step", "statement", "mark", "contact", "person", "case_member", "task",
    "service_referral", "user", "agency", "case_period",
)  # fmt: skip
LOADING, FIRST, SERVICE, SAFETY, FAILED = range(5)


class PlanPart(Part):
    """A family's plans."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.hand = Hand(ground, self)
        self._faces = Told(ground, self)
        self.bar, self.first, self.service, self.safety = PlanBar(), FirstPlan(), ServiceBody(), SafetyBody()
        self._loading, self._error = LoadingState(), ErrorState("")
        self._stack = QStackedWidget()
        self._scrolls: dict[int, Scroll] = {}
        for number, piece in enumerate((self._loading, self.first, self.service, self.safety, self._error)):
            scroll = Scroll(piece, self.tr("Plan"))
            self._scrolls[number] = scroll
            self._stack.addWidget(scroll)
        self.setLayout(column(self.bar, (self._stack, 1), gap=6))
        self.bar.hide()
        self._book: PlanBook | None = None
        self._plan_id, self._wanted_row, self._goal_scroll = "", "", 0
        self._read_only = False
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._wire()
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))
        self.hand.settle_all()

    def reload(self) -> None:
        """Look again."""
        family_id = self.ground.family_id
        self._latest_people.read(partial(self.ground.services.people, family_id), self._on_people)
        self._latest.read(partial(self.hand.verbs.plans, family_id), self._on_book, self._on_failed)

    def open_row(self, row_id: str) -> None:
        """Show a plan, a goal or a step, now or as soon as it is there; words that were said ask where they belong."""
        self._wanted_row = row_id
        self.reload()

    def place(self) -> dict[str, str]:
        """Return which plan and which goal one is at, and how far one has read."""
        scroll = self._scrolls[self._stack.currentIndex()].verticalScrollBar().value()
        return {"plan": self._plan_id, "goal": self.service.here, "scroll": str(scroll)}

    def restore(self, place: dict[str, str]) -> None:
        """Go there, once everything is shown."""
        self._plan_id, self.service.here = place.get("plan", ""), place.get("goal", "")
        self._goal_scroll = scrolled_to(place)
        self._show()

    def restyle(self) -> None:
        """Lay the bar out again by the text size."""
        self._show()

    def settle(self) -> None:
        """Hand everything typed here to the write lane."""
        self.service.settle()
        self.safety.settle()
        if self.isVisible() or self._book is not None:
            self.hand.settle_all()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._read_only = read_only
        self._show()

    def _wire(self) -> None:
        self.bar.chosen.connect(self._on_plan)
        self.bar.read_wanted.connect(self.read_together)
        self.bar.new_wanted.connect(self._ask_new)
        for source in (self.bar, self.service.agreement, self.safety.agreement):
            source.next_wanted.connect(self._on_next)
        self.first.plan_wanted.connect(partial(self._begin, PlanKind.SERVICE, ""))
        self.first.safety_wanted.connect(partial(self._begin, PlanKind.SAFETY, ""))
        self.first.other_wanted.connect(self._ask_new)
        self.first.taken.connect(self._begin_with)
        self.service.solutions_wanted.connect(partial(self.part_wanted.emit, "solutions"))
        self.safety.agreement.wanted.connect(self.safety.steps.open_step)
        self._error.retry_wanted.connect(self.reload)

    # what there is

    def _on_people(self, people: People) -> None:
        self._faces.know(people.cards)
        self._show()

    def _on_book(self, book: PlanBook) -> None:
        self._book = book
        if self._wanted_row:
            self._find_row(book, self._wanted_row)
        self._show()

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The plan cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(FAILED)

    def scene(self) -> Scene | None:
        """Return what shows, when there is a plan."""
        if self._book is None:
            return None
        plan = self._plan(self._book)
        if plan is None:
            return None
        return Scene(self.hand, self._faces, self._book, plan, not self._read_only)

    def _plan(self, book: PlanBook) -> Plan | None:
        known = {plan.plan_id: plan for plan in book.plans}
        newest = current(book.plans)
        return known.get(self._plan_id) or (newest[0] if newest else None)

    def _find_row(self, book: PlanBook, row_id: str) -> None:
        for plan in book.plans:
            steps = {step.step_id: step.goal_id for step in plan.all_steps()}
            goals = {goal.goal_id for goal in plan.goals}
            if row_id == plan.plan_id or row_id in goals or row_id in steps:
                self._plan_id, self._wanted_row = plan.plan_id, ""
                self.service.here = steps.get(row_id, row_id if row_id in goals else self.service.here)
        said = next((s for s in book.said if s.row_id == row_id), None)
        if said is not None:
            self._wanted_row = ""
            QTimer.singleShot(0, self, partial(self._take_in, said))

    def _show(self) -> None:
        book, scene = self._book, self.scene()
        if book is None:
            return
        self.bar.setVisible(scene is not None)
        if scene is None:
            words = self.ground.words
            self.first.show_book(book, self._faces, words, may_write=not self._read_only)
            self._stack.setCurrentIndex(FIRST)
            return
        self._plan_id = scene.plan.plan_id
        self.bar.show_plan(scene)
        body, index = (self.safety, SAFETY) if scene.plan.is_safety else (self.service, SERVICE)
        body.show_plan(scene)
        self._lay_bar(body)
        self._stack.setCurrentIndex(index)
        if self._goal_scroll:
            scroll, self._goal_scroll = self._goal_scroll, 0
            bar = self._scrolls[index].verticalScrollBar()
            QTimer.singleShot(0, self, lambda: bar.setValue(scroll))

    def _lay_bar(self, body: QWidget) -> None:
        """Let the bar stand above the plan, or scroll with it when text is large and room is scarce."""
        box = body.layout() if look().large else self.layout()
        if isinstance(box, QBoxLayout) and box.indexOf(self.bar) != 0:
            box.insertWidget(0, self.bar)
            self.bar.show()

    # what somebody wants

    def read_together(self) -> ReadingPage | None:
        """Turn the laptop: the plan alone, large."""
        self.service.settle()
        self.safety.settle()
        scene = self.scene()
        return ReadingPage(self, scene) if scene is not None else None

    def _on_plan(self, plan_id: str) -> None:
        self.service.settle()
        self.safety.settle()
        self._plan_id = plan_id
        self._show()

    def _ask_new(self) -> None:
        if self._book is not None:
            grown = tuple((p, name) for p, name, is_grown in self._book.people if is_grown)
            NewPlanSheet(self, self.hand, grown, self._begin)

    def _begin(self, kind: PlanKind, person_id: str) -> None:
        language = self._book.language if self._book is not None else ""
        job = partial(self.hand.verbs.add_plan, self.ground.family_id, kind, person_id, language)
        self.hand.run(job, self.open_row)

    def _begin_with(self, said: Said) -> None:
        language = self._book.language if self._book is not None else ""
        job = partial(self.hand.verbs.add_plan, self.ground.family_id, PlanKind.SERVICE, "", language)
        self.hand.run(job, partial(self._add_goal, said))

    def _take_in(self, said: Said) -> None:
        """Let something that was said become a goal or a step of the plan that is being written."""
        drafts = (
            [p for p in current(self._book.plans) if p.is_draft and not p.is_safety] if self._book else []
        )
        if not drafts:
            self._begin_with(said)
        else:
            TakingSheet(self, self.hand, said, drafts[0], partial(self._taken_in, said))

    def _taken_in(self, said: Said, plan_id: str, goal_id: str) -> None:
        if not goal_id:
            self._add_goal(said, plan_id)
            return
        job = partial(self.hand.verbs.add_step, plan_id, goal_id, said.words, said.person_id)
        self.hand.run(job, self.open_row)

    def _add_goal(self, said: Said, plan_id: str) -> None:
        statement = said.row_id if said.is_statement else ""
        self.hand.run(
            partial(self.hand.verbs.add_goal, plan_id, said.words, said.person_id, statement), self.open_row
        )

    def _on_next(self) -> None:
        self.hand.run(partial(self.hand.verbs.next_version, self._plan_id), self.open_row)
