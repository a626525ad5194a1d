"""From the first window to the open desk: unlock or a door, then the shell.

The unlock window comes first; what comes after it is read while the passphrase is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from engage_desktop.app.crash import CrashKeeper
from engage_desktop.app.profile import Look, Profile
from engage_desktop.app.restart import restart
from engage_desktop.app.steady import keep_for_good
from engage_desktop.app.warming import Warming
from engage_desktop.errors import EngageError
from engage_desktop.services.vaults import (
    MakeVault,
    generated_words,
    judge_words,
    open_vault_of,
    vault_present,
)
from engage_desktop.views.kit.i18n import install_translator
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.kit.words import wordbook
from engage_desktop.views.unlock.care_page import CarePage
from engage_desktop.views.unlock.doors import ALONE, JOIN, TRY, FirstRunPage
from engage_desktop.views.unlock.foot import LookFoot
from engage_desktop.views.unlock.lease_page import LeasePage
from engage_desktop.views.unlock.setup import JoinPage, NamePage, PassphrasePage, PreparePage
from engage_desktop.views.unlock.unlock_page import UnlockPage
from engage_wire.clock import Clock

if TYPE_CHECKING:
    from engage_desktop.app.compose import Desktop
    from engage_desktop.app.reconnect import Reconnect
    from engage_desktop.services.identity import Identity
    from engage_desktop.store.vault import Vault

WINDOW = (1366, 768)


class Frame(QStackedWidget):
    """The one window. Its title is always the same and says nothing."""

    def __init__(self, closing: Callable[[], None]) -> None:
        super().__init__()
        self._closing = closing
        self.setWindowTitle("Engage")
        self.resize(*WINDOW)

    def show_page(self, page: QWidget) -> None:
        """Show a page and let the one before go."""
        before = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything before the window goes."""
        self._closing()
        super().closeEvent(event)


@dataclass(frozen=True, slots=True)
class Options:
    """How the program was asked to start."""

    door: str = ""


class Engage(QObject):
    """The program: which page shows before the desk is open, and how it locks and ends."""

    def __init__(self, app: QApplication, profile: Profile, clock: Clock, options: Options) -> None:
        super().__init__()
        self._app, self._profile, self._clock, self._options = app, profile, clock, options
        self._look = profile.look()
        self._crash = CrashKeeper(profile.folder, clock)
        self._crash.install()
        self._lanes = Lanes(crashed=self._crash.crashed)
        self._warming = Warming(self._lanes, self)
        self._desktop: Desktop | None = None
        self._vault: Vault | None = None
        self._reconnect: Reconnect | None = None
        self._closed = False
        self.frame = Frame(self._on_closing)
        self._apply_look()

    def open(self) -> None:
        """Show the first page and begin to import what comes after it."""
        if vault_present(self._profile.vault):
            self._show_unlock()
        elif self._options.door:
            self._on_door(self._options.door)
        else:
            self._show_doors()
        self.frame.show()
        QTimer.singleShot(50, self._warming, self._warming.begin)

    def close(self) -> None:
        """Keep everything, stop everything, close the vault."""
        if self._closed:
            return
        self._closed = True
        self._end_reconnect()
        if self._desktop is not None:
            self._desktop.close()
        elif self._vault is not None:
            self._vault.close()
        self._lanes.close()

    def lock(self) -> None:
        """Cover the window, keep everything, and become a fresh process that knows nothing."""
        self.close()
        restart()

    # before the desk

    def _show_unlock(self) -> None:
        page = UnlockPage(
            open_vault_of(self._profile.vault, self._clock),
            self._lanes,
            self.moment,
            self._foot(self.tr("Nobody else can read this laptop")),
        )
        page.opened.connect(self._on_opened)
        page.damaged.connect(self._show_care)
        self.frame.show_page(page)

    def _show_care(self, words: str) -> None:
        from engage_desktop.services.care import LookAfter

        look_after = LookAfter(self._profile.vault, self._clock)
        page = CarePage(look_after, words, self._lanes, wordbook(self.locale()).day_written)
        page.back_wanted.connect(self._show_unlock)
        page.mended.connect(self._show_unlock)
        self.frame.show_page(page)

    def _show_doors(self) -> None:
        page = FirstRunPage(self._foot(self.tr("Whichever you choose, nobody else can read this laptop")))
        page.chosen.connect(self._on_door)
        self.frame.show_page(page)

    def _on_door(self, door: str) -> None:
        if self._vault is not None:
            self._walk_through(door)
            return
        page = PassphrasePage(generated_words, judge_words)
        page.back_wanted.connect(self._show_doors)
        page.chosen.connect(partial(self._make_vault, page, door))
        self.frame.show_page(page)

    def _make_vault(self, page: PassphrasePage, door: str, words: str) -> None:
        make = MakeVault(self._profile.vault, self._clock)
        self._profile.make()
        self._lanes.read(self, partial(make, words), partial(self._on_made, door), page.failed)

    def _on_made(self, door: str, vault: Vault) -> None:
        self._vault = vault
        self._walk_through(door)

    def _on_opened(self, vault: Vault) -> None:
        from engage_desktop.services.identity import WhoAmI

        self._vault = vault
        self._lanes.read(self, WhoAmI(vault), self._on_known, self._on_trouble)

    def _on_known(self, identity: Identity | None) -> None:
        if identity is None:
            self._show_doors()
        elif self._may_open(identity):
            self._open_desk(identity)
        else:
            self._show_lease(identity)

    def _may_open(self, identity: Identity) -> bool:
        from engage_desktop.services.identity import TRYING
        from engage_desktop.services.lease import LeaseHolds

        assert self._vault is not None
        return identity.mode == TRYING or LeaseHolds(self._vault, self._clock)()

    def _show_lease(self, identity: Identity) -> None:
        from engage_desktop.app.reconnect import Reconnect

        assert self._vault is not None
        page = LeasePage()
        way = Reconnect(self._vault, self._clock, self._crash.crashed)
        self._reconnect = way
        page.connect_wanted.connect(way.connect_now)
        way.failed.connect(partial(page.show_state, trying=False))
        way.reached.connect(partial(self._on_reached, identity))
        self.frame.show_page(page)

    def _on_reached(self, identity: Identity) -> None:
        self._end_reconnect()
        self._open_desk(identity)

    def _end_reconnect(self) -> None:
        if self._reconnect is not None:
            self._reconnect.stop()
            self._reconnect = None

    def _walk_through(self, door: str) -> None:
        {TRY: self._try, JOIN: self._join, ALONE: self._alone}[door]()

    def _alone(self) -> None:
        page = NamePage()
        page.chosen.connect(partial(self._begin_alone, page))
        self.frame.show_page(page)

    def _begin_alone(self, page: NamePage, name: str) -> None:
        from engage_desktop.services.identity import WorkAlone

        assert self._vault is not None
        work_alone = partial(WorkAlone(self._vault, self._clock), name)
        self._lanes.read(self, work_alone, self._open_desk, page.failed)

    def _join(self) -> None:
        from engage_desktop.app.joining import Join

        assert self._vault is not None
        page = JoinPage(Join(self._vault), self._lanes)
        page.back_wanted.connect(self._show_doors)
        page.joined.connect(self._open_desk)
        self.frame.show_page(page)

    def _try(self) -> None:
        from engage_desktop.app.joining import TryIt

        assert self._vault is not None
        page = PreparePage()
        job = TryIt(self._vault, self._profile.server)
        page.retry_wanted.connect(self._try)
        self.frame.show_page(page)
        self._lanes.read(page, job, self._open_desk, page.failed)

    def _on_trouble(self, error: EngageError) -> None:
        self._crash.crashed(error)

    # the desk

    def _open_desk(self, identity: Identity) -> None:
        self._warming.then(partial(self._show_desk, identity))

    def _show_desk(self, identity: Identity) -> None:
        from engage_desktop.app.compose import Surroundings, compose

        if self._closed:  # somebody left while the code was read
            return
        assert self._vault is not None
        around = Surroundings(
            app=self._app,
            clock=self._clock,
            profile=self._profile,
            locale=self.locale(),
            moment=self.moment,
            crash=self._crash,
            lock=self.lock,
            look_changed=self._change_look,
        )
        self._desktop = compose(self._vault, identity, around)
        self.frame.show_page(self._desktop.window)
        self._desktop.begin()
        keep_for_good()

    # language, colours, size

    def locale(self) -> str:
        """Return the language spoken: the chosen one, else the system's, else English."""
        if self._look.locale:
            return self._look.locale
        return "es" if QLocale.system().language() == QLocale.Language.Spanish else "en"

    def moment(self) -> tuple[str, str]:
        """Return the time and the day in the reader's language, for the clock."""
        now = QDateTime.fromSecsSinceEpoch(int(self._clock.now().timestamp()))
        locale = QLocale(self.locale())
        return now.toString("HH:mm"), locale.toString(
            now.date(), "dddd d MMMM" if self.locale() == "en" else "dddd d 'de' MMMM"
        )

    def _foot(self, promise: str) -> LookFoot:
        foot = LookFoot("English" if self.locale() == "es" else "Español", promise)
        foot.language_wanted.connect(self._on_other_language)
        foot.size_wanted.connect(lambda size: self._change_look(replace(self._look, scale=size)))
        foot.dark_wanted.connect(lambda dark: self._change_look(replace(self._look, dark=dark)))
        return foot

    def _on_other_language(self) -> None:
        self._change_look(replace(self._look, locale="en" if self.locale() == "es" else "es"))
        if self._vault is None:
            QTimer.singleShot(
                0, self, self._show_unlock if vault_present(self._profile.vault) else self._show_doors
            )

    def _change_look(self, look: Look) -> None:
        self._look = look.checked()
        self._profile.keep(self._look)
        self._apply_look()

    def _apply_look(self) -> None:
        if self._desktop is None:  # an open desk would speak two languages until it opens again
            install_translator(self._app, self.locale())
        Theme(self._look.dark, self._look.scale).apply(self._app)

    def _on_closing(self) -> None:
        self.close()
        QGuiApplication.quit()
