"""Sync centre: where all of one's work is, two versions to decide, and every receipt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from engage_desktop.views.kit.bus import Bus, Refresh
from engage_desktop.views.kit.dialogs import confirm
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.lanes import Lanes, Latest
from engage_desktop.views.kit.layout import Scroll, clear, column, group
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.notices import Notice, ProgressPanel, Toast
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.tabs import Tabs
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook
from engage_desktop.views.sync_centre.deciding import Deciding
from engage_desktop.views.sync_centre.ground import Ground, SyncServices
from engage_desktop.views.sync_centre.net_words import NetWords
from engage_desktop.views.sync_centre.piles import Piles
from engage_desktop.views.sync_centre.receipts import Receipts
from engage_desktop.views.sync_centre.told import Told
from engage_domain.conflicts import Conflicts
from engage_domain.sync_lists import Net, NetState, Place, SyncLists
from engage_wire.clock import Clock

NOW, BY_TIME, DECIDED, RECEIPTS = "now", "by_time", "decided", "receipts"
QUIET = NetState(Net.OFFLINE)


class SyncCentreView(Page):
    """`show_net` is called with every change of the connection; `note_opened` carries a contact."""

    note_opened = Signal(str)

    def __init__(
        self, services: SyncServices, lanes: Lanes, bus: Bus, words: Wordbook, clock: Clock, zone: ZoneInfo
    ) -> None:
        super().__init__(self.tr("Sync"), back=True)
        self._ground = Ground(services, lanes, bus, words, clock, zone)
        self._told = Told(self._ground, self)
        self._net_words = NetWords(self._ground, self._told, self)
        self._net = QUIET
        self._needs_you = False
        self._toast = Toast(self)
        self._undo: Callable[[], object] | None = None
        self._toast.acted.connect(self._on_undo)
        self._piles = Piles(self._ground, self._told)
        self._piles.opened.connect(self.show_place)
        self._notices = column(gap=4)
        self._first = ProgressPanel(self.tr("Your families are arriving"), cancel=False)
        self._first.hide()
        self._parts = {
            key: Deciding(self._ground, self._told, key, self._say) for key in (NOW, BY_TIME, DECIDED)
        }
        self.receipts = Receipts(self._ground, self._told)
        self._latest_lists, self._latest_conflicts = Latest(lanes, self), Latest(lanes, self)
        self._build()
        self._refresh = Refresh(bus, self, (), self.reload)
        self.reload()

    @property
    def part(self) -> str:
        """Return the key of the part that shows."""
        return self._parts_bar.here()

    def reload(self) -> None:
        """Look again."""
        services, sending = self._ground.services, self._net.net is Net.SENDING
        self._latest_lists.read(partial(services.work, sending=sending), self._on_lists)
        self._latest_conflicts.read(services.conflicts, self._on_conflicts)
        if self.part == RECEIPTS:
            self.receipts.reload()

    def show_net(self, state: NetState) -> None:
        """Show how it stands with the agency now."""
        turned = (self._net.net is Net.SENDING, self._net.net is Net.ALONE)
        self._net = state
        self.receipts.set_sending(state.net is Net.SENDING)
        self.state.set_net(self._net_words.sentence(state), self._net_words.icon(state))
        self._try.setEnabled(not state.is_busy and state.net is not Net.ALONE)
        self._first.setVisible(state.net is Net.FIRST)
        if state.net is Net.FIRST:
            self._first.show_progress(state.done, state.total, self._net_words.sentence(state))
        self._show_notices(state)
        if turned != (state.net is Net.SENDING, state.net is Net.ALONE):
            self.reload()

    def show_part(self, key: str) -> None:
        """Show a part."""
        self.settle()
        self._parts_bar.show_part(key)
        self._stack.setCurrentIndex((NOW, BY_TIME, DECIDED, RECEIPTS).index(key))
        if key == RECEIPTS:
            self.receipts.reload()

    def show_place(self, place: object) -> None:
        """Show everything that is in one place."""
        self.show_part(RECEIPTS)
        self.receipts.show_place(place if isinstance(place, Place) else None)

    def open_conflict(self, conflict_id: str) -> None:
        """Show one pair of versions, wherever it stands."""
        self.show_part(NOW)
        self._parts[NOW].open(conflict_id)

    def place(self) -> dict[str, str]:
        """Return where one is: the part, the pair of versions, the search."""
        found = {
            "part": self.part,
            "search": self.receipts.search.text(),
            "where": self.receipts.where.here(),
        }
        deciding = self._parts.get(self.part)
        if deciding is not None:
            found["conflict"] = deciding.shown_id
        return {key: value for key, value in found.items() if value}

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says."""
        self.receipts.where.choose(place.get("where", "all"))
        self.receipts.search.edit.setText(place.get("search", ""))
        part = place.get("part", NOW)
        self.show_part(part if part in {*self._parts, RECEIPTS} else NOW)
        if part in self._parts and place.get("conflict"):
            self._parts[part].open(place["conflict"])

    def settle(self) -> None:
        """Hand on what is typed."""
        for part in self._parts.values():
            part.settle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return this page's keys."""
        return (
            ("Ctrl+1 … 4", self.tr("the parts of this page")),
            ("Ctrl+R", self.tr("try again now")),
            (self.tr("Enter"), self.tr("open a line")),
            (self.tr("Alt+Left"), self.tr("back")),
        )

    def _build(self) -> None:
        self._try = Button(self.tr("Try again now"), "refresh-cw", high=46)
        self._try.clicked.connect(self._on_try)
        self.set_actions(self._try)
        names = (
            (NOW, self.tr("Where it is")),
            (BY_TIME, self.tr("Settled by time")),
            (DECIDED, self.tr("Decided")),
            (RECEIPTS, self.tr("All receipts")),
        )
        self._parts_bar = Tabs(self.tr("Parts of this page"), names, NOW)
        self._parts_bar.chosen.connect(self.show_part)
        self.set_tabs(self._parts_bar)
        self._stack = QStackedWidget()
        self._order = column(self._first, group(self._notices), self._piles, (self._parts[NOW], 1), gap=6)
        now = group(self._order)
        for body, name in (
            (now, names[0][1]),
            (self._parts[BY_TIME], names[1][1]),
            (self._parts[DECIDED], names[2][1]),
        ):
            self._stack.addWidget(Scroll(body, name))
        self._stack.addWidget(self.receipts)
        self.set_body(self._stack, scroll=False)
        self._parts[NOW].combining.connect(self._piles.setHidden)
        for part in self._parts.values():
            part.note_opened.connect(self.note_opened)
        for number, (key, _name) in enumerate(names, 1):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(partial(self.show_part, key))
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._on_try)

    def _show_notices(self, state: NetState) -> None:
        clear(self._notices)
        problem = self._net_words.problem(state)
        if problem is not None:
            self._notices.addWidget(Notice(*problem, tone="warn"))
        if clock := self._net_words.wrong_clock(state):
            self._notices.addWidget(Notice(clock, tone="warn", icon="clock"))
        for bucket, rows in state.vanishing:
            title = self.tr("Much would disappear from one family: {n} things").format(n=rows)
            words = self.tr("The agency no longer has them. Nothing goes before you say so.")
            self._notices.addWidget(self._asking(title, words, bucket))
        if state.leaving:
            count = self._ground.words.count("family", len(state.leaving))
            title = self.tr("The agency would take {count} from this laptop").format(count=count)
            words = self.tr("They are no longer yours there. What you wrote is handed over first.")
            self._notices.addWidget(self._asking(title, words, ""))

    def _asking(self, title: str, words: str, bucket: str) -> Notice:
        notice = Notice(title, words, tone="warn")
        verb = notice.add_verb(self.tr("That is right…"), "check")
        verb.clicked.connect(lambda: self._confirm(title, words, bucket))
        return notice

    def _confirm(self, title: str, words: str, bucket: str) -> None:
        job = partial(self._ground.services.agree, bucket)
        yes = partial(self._ground.lanes.write, self, job, self._ground.bus.publish)
        confirm(self.window(), title, words, self.tr("Yes, that is right"), yes, danger=True)

    def _on_try(self) -> None:
        if self._try.isEnabled():
            self._ground.services.try_now()
            self._toast.say(self.tr("Trying…"))

    def _on_lists(self, lists: SyncLists) -> None:
        self._piles.show_lists(lists)
        waiting = lists.counts.here + lists.counts.sent
        if self._net.net is Net.ALONE:
            self.state.set_work(self.tr("Everything here is kept on this laptop"))
        elif waiting:
            self.state.set_work(
                self.tr("Everything is kept on this laptop · {n} not yet with the agency").format(n=waiting)
            )
        else:
            self.state.set_work(
                self.tr("Everything is kept on this laptop, and the agency has all of it"), "circle-check"
            )

    def restyle(self) -> None:
        """With large text, what needs somebody comes before where everything is."""
        self._order.removeWidget(self._piles)
        self._order.insertWidget(3 if self._needs_you and look().large else 2, self._piles)

    def _on_conflicts(self, found: Conflicts) -> None:
        self._needs_you = bool(found.needs_you)
        self.restyle()
        self._parts[NOW].show_all(found.open, found.parked)
        self._parts[BY_TIME].show_all(found.by_time)
        self._parts[DECIDED].show_all(found.decided)
        chips: list[QWidget] = []
        if found.needs_you:
            words = (
                self.tr("1 needs you")
                if found.needs_you == 1
                else self.tr("{n} need you").format(n=found.needs_you)
            )
            chips.append(Chip(words, "warn", "git-merge"))
        self.set_chips(*chips)

    def _say(self, words: str, verb: str, undo: Callable[[], object] | None) -> None:
        self._undo = undo
        self._toast.say(words, verb)

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
