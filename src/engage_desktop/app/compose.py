"""Builds everything an open desk needs, hands each page only what it uses, and takes it apart again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from engage_desktop.app.crash import CrashKeeper
from engage_desktop.app.crash_dialog import CrashDialog
from engage_desktop.app.embedded import EmbeddedServer
from engage_desktop.app.joining import resume_embedded
from engage_desktop.app.left_words import LeftWordsSheet, WordsInSheets
from engage_desktop.app.palette import Palette
from engage_desktop.app.profile import Look, Profile
from engage_desktop.app.routes import Pages
from engage_desktop.app.session import LockTimes, Session
from engage_desktop.app.window import Window
from engage_desktop.errors import DiskFull, EngageError
from engage_desktop.services.care import IdleCare
from engage_desktop.services.desk import Desk
from engage_desktop.services.identity import TRYING, Identity
from engage_desktop.services.left_words import ForgetLeftWords, KeepLeftWords, LeftWords, RecallLeftWords
from engage_desktop.services.place import KeepPlace, RecallPlace
from engage_desktop.store.lane import WriteLane
from engage_desktop.store.vault import Vault
from engage_desktop.sync.runner import SyncRunner
from engage_desktop.sync.status import SyncStatus
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.notices import Toast
from engage_desktop.views.unlock.cover import Cover
from engage_wire.changed import Changed
from engage_wire.clock import Clock

IDLE_CARE_MS = 10 * 60 * 1000
FIRST_CARE_MS = 60 * 1000
TELL_EVERY_MS, TELL_WHILE_FILLING_MS = 300, 1000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a desk stands in: the program, the clock, the profile, the language, and how it is locked."""

    app: QApplication
    clock: Clock
    profile: Profile
    locale: str
    moment: Callable[[], tuple[str, str]]
    crash: CrashKeeper
    lock: Callable[[], None]
    look_changed: Callable[[Look], None]


class Messenger(QObject):
    """Carries what the sync thread tells into the window's thread."""

    told = Signal(object, object)


class Desktop(QObject):
    """An open desk: the window, the lanes, sync, the session. `close` takes it all apart, in order."""

    def __init__(self, vault: Vault, identity: Identity, around: Surroundings) -> None:
        super().__init__()
        self._vault, self._identity, self._around = vault, identity, around
        self._lane = WriteLane()
        self._lanes = Lanes(self._lane.people, around.crash.crashed, self._on_trouble)
        self._bus = Bus()
        self._messenger = Messenger()
        self._messenger.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._sync = SyncRunner(
            vault, self._lane, around.clock, self._messenger.told.emit, around.crash.crashed
        )
        self._server: EmbeddedServer | None = None
        desk = Desk(vault, around.clock, identity.me, identity.zone)
        self._pages = Pages(desk, self._lanes, self._bus, around.locale, self._sync, around.profile.look)
        self.window = Window(self._pages.rail(), self._pages.routes(), KeepPlace(vault), self._lanes)
        self._pages.lead(self.window)
        self._toast = Toast(self.window)
        self._cover = Cover(self.window, around.moment, vault.check_pin, self._lanes)
        self._left = WordsInSheets(around.app, KeepLeftWords(vault), self._lanes)
        self._session = Session(around.app, around.clock, LockTimes())
        self._told_status, self._told_changed = SyncStatus(), Changed()
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell_screens)
        self._care = QTimer(self)
        self._has_pin = vault.has_pin()
        self._wire()

    def begin(self) -> None:
        """Show where the worker was, then begin to sync."""
        self.window.open_at(RecallPlace(self._vault)())
        self._lanes.write(self, RecallLeftWords(self._vault), self._on_left)
        if self._identity.mode == TRYING:
            self._lanes.read(self, self._resume_server(), self._on_server)
        else:
            self._sync.start()
        self._care.start(FIRST_CARE_MS)

    def close(self) -> None:
        """Keep every word, stop sync and server, close the vault."""
        self._around.crash.tell = _unheard
        self._cover.cover(has_pin=False)
        self.window.settle()
        self._left.flush()
        self._pages.spelling.close()
        self._sync.stop()
        self._lane.close()
        self._lanes.close()
        if self._server is not None:
            self._server.stop()
        self._vault.close()

    def _on_left(self, words: tuple[LeftWords, ...]) -> None:
        if words:
            LeftWordsSheet(self.window, words, ForgetLeftWords(self._vault), self._lanes).open()

    def _resume_server(self) -> Callable[[], EmbeddedServer]:
        vault, folder = self._vault, self._around.profile.server
        return lambda: resume_embedded(vault, folder)

    def _on_server(self, server: EmbeddedServer) -> None:
        self._server = server
        self._sync.start()

    def _wire(self) -> None:
        window, session, cover = self.window, self._session, self._cover
        window.hide_wanted.connect(self._hide)
        window.lock_wanted.connect(self._around.lock)
        window.find_wanted.connect(self._open_palette)
        window.visit_entered.connect(session.set_in_visit)
        session.hide_wanted.connect(self._hide)
        session.lock_wanted.connect(self._around.lock)
        cover.returned.connect(session.returned)
        cover.wrong.connect(lambda: cover.tries_left(session.wrong_pin()))
        cover.lock_wanted.connect(self._around.lock)
        self._bus.changed.connect(self._on_changed)
        self._pages.look_wanted.connect(self._on_look)
        self._pages.pin_kept.connect(self._on_pin_kept)
        # The worker is somebody else now, to the last row: a fresh start reads it all anew.
        self._pages.joined.connect(self._around.lock)
        self._care.timeout.connect(self._look_after)
        self._around.crash.tell = self._on_crash

    def _hide(self) -> None:
        self._session.hidden()
        self._cover.cover(has_pin=self._has_pin)

    def _on_pin_kept(self) -> None:
        self._has_pin = True

    def _open_palette(self) -> None:
        palette = Palette(self.window, self._pages.finder(), self._lanes)
        palette.chosen.connect(self.window.go)
        palette.open()

    def _on_look(self, look: Look) -> None:
        self._around.look_changed(replace(look))

    def _on_changed(self, changed: Changed) -> None:
        if changed is not self._pages.pulled:
            self._sync.wrote()

    def _on_told(self, status: SyncStatus, changed: Changed) -> None:
        self._told_status = status
        self._told_changed |= changed
        if not self._telling.isActive():
            filling = status.progress is not None
            self._telling.start(TELL_WHILE_FILLING_MS if filling else TELL_EVERY_MS)

    def _tell_screens(self) -> None:
        """Pass on what sync told, many tellings as one: a first sync must not make every screen look a hundred times."""
        changed, self._told_changed = self._told_changed, Changed()
        self._pages.show_sync(self._told_status, self.window)
        if changed:
            self._pages.pulled = changed
            self._bus.publish(changed)

    def _on_trouble(self, error: EngageError) -> None:
        full = isinstance(error, DiskFull)
        self._toast.say(
            self.tr("The disk is full. Everything kept so far is safe; please free some space.")
            if full
            else self.tr("That did not work. Everything you wrote is kept.")
        )

    def _on_crash(self, report: str) -> None:
        CrashDialog(self.window, report).open()

    def _look_after(self) -> None:
        self._care.start(IDLE_CARE_MS)
        self._lanes.write(self, IdleCare(self._vault), _nothing, _ignored)


def compose(vault: Vault, identity: Identity, around: Surroundings) -> Desktop:
    """Build the desk of an open vault."""
    return Desktop(vault, identity, around)


def _nothing(_result: object) -> None:
    return


def _unheard(_report: str) -> None:
    return  # the window is going; the report is kept beside the vault


def _ignored(_error: EngageError) -> None:
    return  # the next turn tries again; a full disk is told when somebody writes
