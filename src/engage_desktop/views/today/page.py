"""Today: left the day as it will happen, right what would hurt if forgotten, each with one verb."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.kit.bus import Bus, Refresh
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import SplitBody, column, group
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState, Toast
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.words import Wordbook, capital
from engage_desktop.views.today.brief import BriefSheet, DayPlanSheet
from engage_desktop.views.today.month import MonthPanel
from engage_desktop.views.today.needs import NeedsPanel
from engage_desktop.views.today.start import FindFamilySheet, StartVisitButton
from engage_desktop.views.today.stops import DayThread
from engage_desktop.views.today.verbs import NeedVerbs, TodayServices
from engage_domain.today import Brief, Day, Stop, SyncGlance, SyncState
from engage_wire.clock import Clock

SHOWS = frozenset(
    {
        "family", "person", "case_member", "relationship", "placement", "household", "household_member", "appointment",
        "contact", "contact_body", "contact_participant", "mark", "action_step", "task", "conflict", "assignment",
        "search_effort", "plan",
    }
)  # fmt: skip
MINUTE_MS = 60_000
SIDE = 444


class TodayView(Page):
    """The worker's day. Every line opens the thing; every need has one verb, and every verb an undo."""

    family_opened = Signal(str)
    visit_started = Signal(str, str)
    note_opened = Signal(str)
    debrief_opened = Signal(str)
    conflict_opened = Signal(str)
    search_opened = Signal(str, str)
    plan_opened = Signal(str, str)
    new_family_wanted = Signal()

    def __init__(
        self,
        services: TodayServices,
        lanes: Lanes,
        bus: Bus,
        words: Wordbook,
        clock: Clock,
        zone: ZoneInfo,
        glance: Callable[[], SyncGlance],
    ) -> None:
        super().__init__()
        self._services, self._lanes, self._bus, self._words = services, lanes, bus, words
        self._clock, self._zone, self._glance = clock, zone, glance
        self._day: Day | None = None
        self._scroll_to = 0
        self._thread, self._needs, self._month = DayThread(words), NeedsPanel(words), MonthPanel(words)
        self._plan = Button(self.tr("Plan my day"), "list-checks", high=48)
        self._start = StartVisitButton()
        self._make_body()
        self._toast = Toast(self)
        self._verbs = NeedVerbs(self, services, lanes, bus, words, self._toast, self._now, zone)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._refresh = Refresh(bus, self, SHOWS, self._load)
        self._wire()
        self.set_actions(self._plan, self._start)
        self.set_first(self._start)
        self._name_day(self._now().date(), None)
        self.show_sync()
        self._refresh.now()

    def show_sync(self) -> None:
        """Say again where the work is; to be called when the way to the agency changes."""
        glance = self._glance()
        icon, ink = ("laptop", "good")
        if glance.state is SyncState.UP_TO_DATE:
            icon = "badge-check"
        elif glance.state is SyncState.NEEDS_YOU:
            icon, ink = "circle-alert", "warn"
        self.state.set_work(self._work_words(glance), icon, ink)
        offline = glance.offline and glance.state is not SyncState.ALONE
        self.state.set_net(self.tr("No internet; that is fine") if offline else "")

    def place(self) -> dict[str, str]:
        """Return how far the day was scrolled, and whether all needs showed."""
        area = self.findChild(QScrollArea)
        at = area.verticalScrollBar().value() if area is not None else 0
        return {"scroll": str(at), "all_needs": "1" if self._needs.shows_all else ""}

    def restore(self, place: dict[str, str]) -> None:
        """Go there once the day shows."""
        self._needs.show_all(place.get("all_needs") == "1")
        at = place.get("scroll", "")
        self._scroll_to = int(at) if at.isdecimal() else 0

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the minutes while somebody looks."""
        super().showEvent(event)
        self._on_minute()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._minute.stop()
        super().hideEvent(event)

    # loading and showing

    def _load(self) -> None:
        self.show_sync()
        self._lanes.read(self, self._services.today, self._show_day, self._show_trouble)

    def _show_day(self, day: Day) -> None:
        now = self._now()
        if day == self._day and self._stack.currentWidget() in {self._split, self._no_families}:
            self._thread.show_now(now)  # what came by did not concern this day
            self._scroll_back()
            return
        self._day = day
        self._name_day(day.on, day)
        self._thread.show_day(day, now)
        self._needs.show_needs(day.needs, day.on)
        self._month.show_month(day.month)
        self._month.setVisible(bool(day.month.tiles))
        self._start.show_stops(day.stops)
        self._plan.setVisible(bool(day.stops))
        self._start.setVisible(bool(day.families))
        self._left.setCurrentIndex(0 if day.stops else 1)
        self._stack.setCurrentWidget(self._split if day.families or day.stops else self._no_families)
        self._scroll_back()

    def _show_trouble(self, _error: EngageError) -> None:
        self._error.show_error(self.tr("Today could not be read"))
        self._stack.setCurrentWidget(self._error)

    def _name_day(self, on: date, day: Day | None) -> None:
        self.set_title(capital(self._words.day(on)), self._how_many(day) if day else "")

    def _how_many(self, day: Day) -> str:
        if not day.families:
            return ""
        if not day.stops:
            return self.tr("Nothing is in the calendar today.")
        families = capital(self._words.count("family", day.families_today, spelled=True))
        return self.tr("{families} today.").format(families=families)

    def _work_words(self, glance: SyncGlance) -> str:
        if glance.state is SyncState.ALONE:
            return self.tr("Everything is saved on this laptop")
        if glance.state is SyncState.NEEDS_YOU:
            return self.tr("Saved on this laptop · something needs you in the Sync centre")
        if glance.only_here:
            changes = self._words.count("change", glance.only_here)
            return self.tr("Saved on this laptop · {changes} not yet with the agency").format(changes=changes)
        if glance.agency_since is not None:
            when = self._words.moment(glance.agency_since, self._now())
            return self.tr("All with the agency since {when}").format(when=when)
        return self.tr("Everything is saved on this laptop")

    def _scroll_back(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None and self._scroll_to:
            QTimer.singleShot(0, area, partial(area.verticalScrollBar().setValue, self._scroll_to))
            self._scroll_to = 0

    def _on_minute(self) -> None:
        now = self._now()
        if self._day is not None and now.date() != self._day.on:
            self._refresh.now()
        else:
            self._thread.show_now(now)

    def _now(self) -> datetime:
        return self._clock.now().astimezone(self._zone)

    # what somebody wants

    def _on_brief(self, stop: Stop) -> None:
        job = partial(self._services.brief, stop.family_id, stop.appointment_id)
        self._lanes.read(self, job, self._open_brief, self._could_not)

    def _open_brief(self, brief: Brief) -> None:
        sheet = BriefSheet(self, brief, self._words, self._now().date())
        sheet.family_wanted.connect(self._on_brief_family)
        sheet.visit_wanted.connect(self._on_brief_visit)
        sheet.open()

    def _on_brief_family(self, brief: Brief) -> None:
        self.family_opened.emit(brief.family_id)

    def _on_brief_visit(self, brief: Brief) -> None:
        if brief.stop is not None:
            self._on_stop(brief.stop)

    def _on_plan_day(self) -> None:
        self._lanes.read(self, self._services.briefs, self._open_plan, self._could_not)

    def _open_plan(self, briefs: tuple[Brief, ...]) -> None:
        DayPlanSheet(self, briefs, self._words, self._now().date()).open()

    def _on_stop(self, stop: Stop) -> None:
        self.visit_started.emit(stop.family_id, stop.appointment_id)

    def _on_other_family(self) -> None:
        sheet = FindFamilySheet(self, self._services.cards, self._services.find, self._lanes)
        sheet.found.connect(self._on_family_found)
        sheet.open()

    def _on_family_found(self, family_id: str) -> None:
        self.visit_started.emit(family_id, "")

    def _could_not(self, _error: EngageError) -> None:
        self._toast.say(self.tr("That did not work. Nothing is lost; please try again."))

    # making

    def _make_body(self) -> None:
        self._no_stops = EmptyState(
            "sun",
            self.tr("A day without appointments"),
            self.tr("A good day to call somebody far away, or to finish a note. Visits you plan show here."),
        )
        self._no_families = EmptyState(
            "sunrise",
            self.tr("Good to have you here"),
            self.tr(
                "Your day shows here: visits in order, and what would hurt if forgotten. Begin with a family."
            ),
        )
        self._left = QStackedWidget()
        # At the top: what stands beside it may be many screens high.
        for part in (self._thread, group(column(self._no_stops, None))):
            self._left.addWidget(part)
        side = group(column(self._needs, self._month, None, gap=12))
        self._split = SplitBody(self._left, side, SIDE, gap=14)
        self._loading, self._error = LoadingState(), ErrorState(self.tr("Today could not be read"))
        self._stack = QStackedWidget()
        for shown in (self._loading, self._split, self._no_families, self._error):
            self._stack.addWidget(shown)
        self.set_body(self._stack, name=self.tr("The day"))

    def _wire(self) -> None:
        self._minute.timeout.connect(self._on_minute)
        self._plan.clicked.connect(self._on_plan_day)
        self._start.stop_chosen.connect(self._on_stop)
        self._start.other_wanted.connect(self._on_other_family)
        self._thread.brief_wanted.connect(self._on_brief)
        self._thread.go_on_wanted.connect(self._on_stop)
        self._needs.wanted.connect(self._verbs.act)
        self._verbs.family_opened.connect(self.family_opened)
        self._verbs.note_opened.connect(self.note_opened)
        self._verbs.debrief_opened.connect(self.debrief_opened)
        self._verbs.conflict_opened.connect(self.conflict_opened)
        self._verbs.search_opened.connect(self.search_opened)
        self._verbs.plan_opened.connect(self.plan_opened)
        self._error.retry_wanted.connect(self._refresh.now)
        find = self._no_stops.add_verb(self.tr("Visit a family"), "house")
        find.clicked.connect(self._on_other_family)
        first = self._no_families.add_verb(self.tr("New family"), "user-plus", primary=True)
        first.clicked.connect(self.new_family_wanted)
