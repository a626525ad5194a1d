"""The pages of the window: how each is made, and where its signals lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from engage_desktop.app.bundles import (
    call_services,
    families_services,
    note_services,
    sync_services,
    today_services,
    visit_services,
)
from engage_desktop.app.family_bundles import family_services
from engage_desktop.app.finding import FamilyFinder, topic_hits
from engage_desktop.app.palette import Finder, Hit, Palette
from engage_desktop.app.profile import Look
from engage_desktop.app.spell_helper import spell_command
from engage_desktop.app.window import Route, Window
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.services.families import FamilyCards
from engage_desktop.services.joining import Join
from engage_desktop.services.palette import FindAnything
from engage_desktop.services.people import PeopleOf
from engage_desktop.services.settings import AskLaptop, ChangePassphrase, CopyNow, SetPin
from engage_desktop.services.sync_centre import CountWork, net_state
from engage_desktop.services.today import ReadBrief
from engage_desktop.services.toolkits import ReadGuide
from engage_desktop.services.vaults import judge_words
from engage_desktop.services.visit_starts import StartOther, StartVisit
from engage_desktop.sync.runner import SyncRunner
from engage_desktop.sync.status import Session, SyncStatus
from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.families.page import FamiliesView
from engage_desktop.views.family.roots import search_place
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.rail import Place, Rail, SyncMark
from engage_desktop.views.kit.words import wordbook
from engage_desktop.views.note.debrief import DebriefPage
from engage_desktop.views.note.note_page import NotePage
from engage_desktop.views.note.services import Around
from engage_desktop.views.settings.page import SettingsPage, SettingsServices
from engage_desktop.views.spelling.helper import SpellHelper
from engage_desktop.views.sync_centre.view import SyncCentreView
from engage_desktop.views.today.brief import BriefSheet
from engage_desktop.views.today.page import TodayView
from engage_desktop.views.toolkits.view import ToolkitsView
from engage_desktop.views.unlock.setup import JoinPage
from engage_desktop.views.visit.board import VisitPage
from engage_desktop.views.visit.calls import CallsPage
from engage_desktop.views.visit.other_sheet import OtherSheet
from engage_domain.persons import People
from engage_domain.sync_lists import Counts
from engage_domain.today import Brief, SyncGlance, SyncState
from engage_wire.changed import Changed
from engage_wire.clock import parse_instant

OFFLINE = frozenset({Session.BACKOFF, Session.SOLO})


class Pages(QObject):
    """Makes pages on their first visit and connects what they ask for."""

    look_wanted = Signal(object)
    pin_kept = Signal()
    joined = Signal()

    def __init__(
        self, desk: Desk, lanes: Lanes, bus: Bus, locale: str, sync: SyncRunner, look: Callable[[], Look]
    ) -> None:
        super().__init__()
        self._desk, self._lanes, self._bus, self._locale, self._sync, self._look = (
            desk,
            lanes,
            bus,
            locale,
            sync,
            look,
        )
        self._book = wordbook(locale)
        self._contact_words = ContactWords(self._book, self._now)
        self._window: Window | None = None
        self._today: TodayView | None = None
        self._here = 0
        self._last_family = ""
        self._sync_pages: list[SyncCentreView] = []
        self.spelling = SpellHelper(spell_command(), self)
        self.pulled = Changed()

    def rail(self) -> Rail:
        """Return the rail with the places there are."""
        return Rail(
            (
                Place("today", self.tr("Today"), "sunrise", self.tr("Today (Alt+1)")),
                Place("families", self.tr("Families"), "users", self.tr("Families (Alt+2)")),
                Place("toolkits", self.tr("Toolkits"), "book-open", self.tr("Toolkits (Alt+3)")),
            )
        )

    def routes(self) -> dict[str, Route]:
        """Return every kind of page."""
        return {
            "today": Route(self._make_today, "today", kept=True),
            "families": Route(self._make_families, "families", kept=True),
            "family": Route(self._make_family, "families"),
            "visit": Route(self._make_visit, "today"),
            "debrief": Route(self._make_debrief, "today"),
            "note": Route(self._make_note, "today"),
            "calls": Route(self._make_calls, "today"),
            "toolkits": Route(self._make_toolkits, "toolkits"),
            "sync": Route(self._make_sync, "sync", kept=True),
            "conflict": Route(self._make_conflict, "sync"),
            "settings": Route(self._make_settings, "settings", kept=True),
            "join": Route(self._make_join, "settings"),
        }

    def lead(self, window: Window) -> None:
        """Let the pages move the window."""
        self._window = window

    def glance(self) -> SyncGlance:
        """Return what Today says of sync."""
        status = self._sync.status
        counts = status.counts
        if status.session is Session.SOLO:
            standing = SyncState.ALONE
        elif counts.needs_you:
            standing = SyncState.NEEDS_YOU
        else:
            standing = SyncState.HERE_ONLY if self._here else SyncState.UP_TO_DATE
        since = parse_instant(status.last_ok).astimezone(self._desk.zone) if status.last_ok else None
        return SyncGlance(standing, self._here, status.session in OFFLINE, since)

    def show_sync(self, status: SyncStatus, window: Window) -> None:
        """Show on the rail, on Today and in the sync centre how the work stands."""
        window.window().setProperty("complete", status.is_complete)
        for page in self._sync_pages:
            page.show_net(net_state(status))
        self._lanes.read(self, CountWork(self._desk), partial(self._show_counts, status, window))

    def _show_counts(self, status: SyncStatus, window: Window, counts: Counts) -> None:
        self._here = counts.here
        waiting = status.counts.needs_you
        if waiting:
            window.show_sync(SyncMark.NEEDS_YOU, waiting, self.tr("{0} need you").format(waiting))
        elif status.session is Session.SOLO:
            window.show_sync(SyncMark.HERE_ONLY, 0, self.tr("All your work is on this laptop"))
        elif status.session in {Session.PUSHING, Session.PULLING}:
            window.show_sync(SyncMark.SYNCING, counts.here, self.tr("Talking to the agency"))
        elif counts.here:
            words = self.tr("Only on this laptop: {0}").format(counts.here)
            window.show_sync(SyncMark.HERE_ONLY, counts.here, words)
        else:
            window.show_sync(SyncMark.WITH_AGENCY, 0, self.tr("All with the agency"))
        if self._today is not None:
            self._today.show_sync()

    def finder(self) -> Finder:
        """Return what the palette asks."""
        return Finder(FindAnything(self._desk), self._places(), topic_hits(self._book.language))

    def _places(self) -> tuple[Hit, ...]:
        return (
            Hit("today", self.tr("Today"), self.tr("the day and what needs you"), "sunrise"),
            Hit("families", self.tr("Families"), self.tr("search and filter"), "users"),
            Hit("toolkits", self.tr("Toolkits"), self.tr("the practice guide"), "book-open"),
            Hit("sync", self.tr("Sync"), self.tr("where your work is"), "laptop"),
            Hit("settings", self.tr("Settings"), self.tr("look, locks, this laptop"), "settings"),
        )

    # making pages

    def _make_today(self, _which: str) -> Page:
        desk = self._desk
        page = TodayView(
            today_services(desk), self._lanes, self._bus, self._book, desk.clock, desk.zone, self.glance
        )
        page.family_opened.connect(partial(self._go, "family"))
        page.note_opened.connect(partial(self._go, "note"))
        page.debrief_opened.connect(partial(self._go, "debrief"))
        page.conflict_opened.connect(partial(self._go, "conflict"))
        page.search_opened.connect(self._search)
        page.plan_opened.connect(self._open_plan)
        page.visit_started.connect(self._start_visit)
        page.new_family_wanted.connect(self._new_family)
        self._today = page
        return page

    def _make_families(self, _which: str) -> Page:
        desk = self._desk
        page = FamiliesView(
            families_services(desk), self._lanes, self._bus, self._book, desk.clock, desk.zone
        )
        page.family_opened.connect(partial(self._go, "family"))
        page.note_opened.connect(partial(self._go, "note"))
        return page

    def _make_family(self, which: str) -> Page:
        desk, self._last_family = self._desk, which
        page = FamilyView(
            which, family_services(desk), self._lanes, self._bus, self._book, desk.clock, desk.zone
        )
        page.note_opened.connect(partial(self._go, "note"))
        page.visit_started.connect(self._start_visit)
        page.note_wanted.connect(partial(self._ask_contact, page))
        page.back_wanted.connect(self._back)
        return page

    def _ask_contact(self, page: Page, family_id: str) -> None:
        """Ask what kind of contact is to be written down, once it is known who is in the family."""
        people = partial(PeopleOf(self._desk), family_id)
        self._lanes.read(page, people, partial(self._open_other, page, family_id))

    def _open_other(self, page: Page, family_id: str, people: People) -> None:
        named = tuple((card.person_id, card.preferred_name or card.first_name) for card in people.cards)
        sheet = OtherSheet(page, named, self._contact_words)
        loud = partial(page.state.set_work, icon="triangle-alert", ink="bad")
        answers = Answers(self._lanes, self._bus.publish, Trouble().of, loud)
        sheet.takes(answers.kept(page, partial(self._other, family_id, sheet), self._on_note_made))
        sheet.several_wanted.connect(partial(self._go, "calls", family_id))
        sheet.open()

    def _other(self, family_id: str, sheet: OtherSheet) -> Callable[[], Made] | None:
        known = sheet.given()
        return partial(StartOther(self._desk), family_id, known) if known else None

    def _on_note_made(self, made: Made) -> None:
        self._go("note", made.made_id)

    def _make_visit(self, which: str) -> Page:
        page = VisitPage(which, visit_services(self._desk), self._lanes, self._bus, self._contact_words)
        page.debrief_opened.connect(partial(self._replace, "debrief"))
        page.note_opened.connect(partial(self._replace, "note"))
        page.calls_opened.connect(partial(self._replace, "calls"))
        page.brief_opened.connect(partial(self._read_brief, page))
        page.back_wanted.connect(self._back)
        return page

    def _read_brief(self, page: Page, family_id: str) -> None:
        job = partial(ReadBrief(self._desk), family_id)
        self._lanes.read(page, job, partial(self._show_brief, page))

    def _show_brief(self, page: Page, brief: Brief) -> None:
        BriefSheet(page, replace(brief, stop=None), self._book, self._now().date()).open()

    def _make_note(self, which: str) -> Page:
        page = NotePage(which, note_services(self._desk), self._around())
        page.debrief_opened.connect(partial(self._replace, "debrief"))
        page.back_wanted.connect(self._back)
        return page

    def _make_calls(self, which: str) -> Page:
        page = CallsPage(which, call_services(self._desk), self._lanes, self._bus, self._contact_words)
        page.back_wanted.connect(self._back)
        return page

    def _make_debrief(self, which: str) -> Page:
        page = DebriefPage(which, note_services(self._desk), self._around())
        page.note_opened.connect(partial(self._replace, "note"))
        page.back_wanted.connect(self._back)
        return page

    def _around(self) -> Around:
        return Around(self._lanes, self._bus, self._contact_words, self.spelling)

    def _make_toolkits(self, which: str) -> Page:
        page = ToolkitsView(ReadGuide(self._desk), self._lanes, self._bus, self._book, which)
        page.tool_wanted.connect(self._choose_family)
        return page

    def _choose_family(self, parts: tuple[str, ...]) -> None:
        """Ask with which family a tool is to be opened, the one worked with last first."""
        if self._window is None:
            return
        find = FamilyFinder(FamilyCards(self._desk), FindAnything(self._desk), self._last_family)
        palette = Palette(self._window, find, self._lanes, self.tr("With which family?"))
        palette.chosen.connect(partial(self._open_tool, parts))
        palette.open()

    def _open_tool(self, parts: tuple[str, ...], route: str) -> None:
        if self._window is None:
            return
        self._window.go(route)
        page = self._window.page()
        if isinstance(page, FamilyView):
            page.lead_to_first(parts)

    def _make_sync(self, _which: str) -> Page:
        desk = self._desk
        services = sync_services(desk, self._sync.try_now)
        page = SyncCentreView(services, self._lanes, self._bus, self._book, desk.clock, desk.zone)
        page.note_opened.connect(partial(self._go, "note"))
        page.back_wanted.connect(self._back)
        page.show_net(net_state(self._sync.status))
        self._sync_pages.append(page)
        page.destroyed.connect(partial(_forget, self._sync_pages))
        return page

    def _make_conflict(self, which: str) -> Page:
        page = self._make_sync("")
        if isinstance(page, SyncCentreView):
            page.open_conflict(which)
        return page

    def _make_settings(self, _which: str) -> Page:
        vault = self._desk.vault
        services = SettingsServices(
            AskLaptop(vault, self._desk.me),
            SetPin(vault),
            ChangePassphrase(vault),
            CopyNow(vault),
            _strong_enough,
        )
        page = SettingsPage(services, self._lanes, self._book, self._look().locale or self._locale)
        page.language_chosen.connect(
            lambda locale: self.look_wanted.emit(replace(self._look(), locale=locale))
        )
        page.size_chosen.connect(lambda scale: self.look_wanted.emit(replace(self._look(), scale=scale)))
        page.dark_chosen.connect(lambda dark: self.look_wanted.emit(replace(self._look(), dark=dark)))
        page.pin_kept.connect(self.pin_kept)
        page.join_wanted.connect(partial(self._go, "join", ""))
        return page

    def _make_join(self, _which: str) -> Page:
        page = Page()
        form = JoinPage(Join(self._desk.vault), self._lanes)
        form.back_wanted.connect(self._back)
        form.joined.connect(self.joined)
        page.set_body(form, scroll=False)
        return page

    # leading somewhere

    def _go(self, kind: str, which: str) -> None:
        if self._window is not None:
            self._window.go(f"{kind}:{which}")

    def _search(self, family_id: str, person_id: str) -> None:
        """Open the search for somebody, in the family's People."""
        self._go("family", family_id)
        page = self._window.page() if self._window is not None else None
        if isinstance(page, FamilyView):
            page.restore(search_place(person_id))

    def _open_plan(self, family_id: str, plan_id: str) -> None:
        """Open a family at one of its plans."""
        self._go("family", family_id)
        page = self._window.page() if self._window is not None else None
        if isinstance(page, FamilyView):
            page.show_part("plan").open_row(plan_id)

    def _replace(self, kind: str, which: str) -> None:
        if self._window is not None:
            self._window.replace(f"{kind}:{which}")

    def _back(self) -> None:
        if self._window is not None:
            self._window.back()

    def _start_visit(self, family_id: str, appointment_id: str) -> None:
        start = partial(StartVisit(self._desk), family_id, appointment_id)
        self._lanes.write(self, start, self._on_started)

    def _on_started(self, made: Made) -> None:
        self._bus.publish(made)
        self._go("visit", made.made_id)

    def _new_family(self) -> None:
        if self._window is None:
            return
        self._window.go("families")
        page = self._window.page()
        if isinstance(page, FamiliesView):
            page.open_new_family()

    def _now(self) -> datetime:
        return self._desk.now().astimezone(self._desk.zone)


def _forget(pages: list[SyncCentreView], *_gone: QObject) -> None:
    pages[:] = [page for page in pages if isValid(page)]


def _strong_enough(words: str) -> bool:
    return judge_words(words).accepted
