"""The one verb of each need, and its undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.families import FamilyCards
from engage_desktop.services.search import FindNames
from engage_desktop.services.today import FinishTask, KeepPromise, PlanVisit, ReadBrief, ReadBriefs, ReadToday
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.notices import Toast
from engage_desktop.views.kit.words import Wordbook
from engage_desktop.views.today.plan import PlanVisitSheet
from engage_domain.today import Need, NeedKind
from engage_wire.changed import Changed

USUAL_TIME = time(10)


@dataclass(frozen=True, slots=True)
class TodayServices:
    """What Today asks for."""

    today: ReadToday
    brief: ReadBrief
    briefs: ReadBriefs
    plan_visit: PlanVisit
    promise: KeepPromise
    task: FinishTask
    cards: FamilyCards
    find: FindNames


class NeedVerbs(QObject):
    """Does what the verb of a need says. Writing can be undone from the toast; looking opens the thing."""

    family_opened = Signal(str)
    note_opened = Signal(str)
    debrief_opened = Signal(str)
    conflict_opened = Signal(str)
    search_opened = Signal(str, str)
    plan_opened = Signal(str, str)

    def __init__(
        self,
        owner: QWidget,
        services: TodayServices,
        lanes: Lanes,
        bus: Bus,
        words: Wordbook,
        toast: Toast,
        now: Callable[[], datetime],
        zone: ZoneInfo,
    ) -> None:
        super().__init__(owner)
        self._owner, self._services, self._lanes, self._bus = owner, services, lanes, bus
        self._words, self._toast, self._now, self._zone = words, toast, now, zone
        self._undo: Callable[[], Changed] | None = None
        toast.acted.connect(self._on_undo)

    def act(self, need: Need) -> None:
        """Do what the verb says."""
        match need.kind:
            case NeedKind.CHILD_DUE:
                self._ask_visit(need)
            case NeedKind.NOTE_UNFINISHED:
                (self.debrief_opened if need.code == "debrief" else self.note_opened).emit(need.row_id)
            case NeedKind.TWO_VERSIONS:
                self.conflict_opened.emit(need.row_id)
            case NeedKind.POSSIBLE_DUPLICATE:
                self._ask_same(need)
            case NeedKind.PROMISE_DUE:
                self._keep_promise(need)
            case NeedKind.TASK_DUE:
                self._finish_task(need)
            case NeedKind.SEARCH_DUE | NeedKind.PLAN_DUE:
                is_plan = need.kind is NeedKind.PLAN_DUE
                (self.plan_opened if is_plan else self.search_opened).emit(need.family_id, need.row_id)

    def _keep_promise(self, need: Need) -> None:
        promise = self._services.promise
        undo = partial(promise.undo, need.row_id, need.status)
        self._do(partial(promise, need.row_id), self.tr("The promise is kept as done."), undo)

    def _finish_task(self, need: Need) -> None:
        task = self._services.task
        self._do(partial(task, need.row_id), self.tr("Done."), partial(task.undo, need.row_id))

    def _ask_visit(self, need: Need) -> None:
        now = self._now()
        sheet = PlanVisitSheet(self._owner, f"{need.family} · {need.subject}", self._words, now, self._zone)
        sheet.suggest(now.date() + timedelta(days=1), USUAL_TIME)
        answers = Answers(self._lanes, self._bus.publish, self._why, self._toast.say)
        sheet.takes(answers.kept(self, partial(self._planning, need.family_id, sheet), self._on_planned))
        sheet.open()

    def _planning(self, family_id: str, sheet: PlanVisitSheet) -> Callable[[], Made] | None:
        plan, planned = self._services.plan_visit, sheet.planned()
        if planned is None:
            return None
        return partial(plan, family_id, planned.starts, planned.minutes, planned.purpose)

    def _on_planned(self, made: Made) -> None:
        self._offer_undo(
            self.tr("The visit is planned."), partial(self._services.plan_visit.undo, made.made_id)
        )

    def _ask_same(self, need: Need) -> None:
        sheet = Sheet(self._owner, self.tr("Perhaps the same family twice"), need.subject or need.family)
        sheet.add_answer(self.tr("Later"))
        different = sheet.add_answer(self.tr("They are two families"), "check")
        different.clicked.connect(partial(self._finish_task, need))
        look = sheet.add_answer(self.tr("Look at the other"), "users", main=True)
        look.clicked.connect(partial(self.family_opened.emit, need.about_id or need.family_id))
        sheet.open()

    def _do(self, job: Callable[[], Changed], words: str, undo: Callable[[], Changed]) -> None:
        self._lanes.write(self, job, partial(self._done, words=words, undo=undo), self._could_not)

    def _done(self, changed: Changed, words: str, undo: Callable[[], Changed]) -> None:
        self._bus.publish(changed)
        self._offer_undo(words, undo)

    def _offer_undo(self, words: str, undo: Callable[[], Changed]) -> None:
        self._undo = undo
        self._toast.say(words, self.tr("Undo"))

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            self._lanes.write(self, undo, self._bus.publish, self._could_not)

    def _could_not(self, error: EngageError) -> None:
        self._toast.say(self._why(error))

    def _why(self, _error: EngageError) -> str:
        return self.tr("That did not work. Nothing is lost; please try again.")
