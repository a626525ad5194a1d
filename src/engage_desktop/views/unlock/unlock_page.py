"""Unlock: one field, one button, no network, and nothing that tells whose laptop this is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.errors import (
    BackupFailed,
    Damaged,
    DiskFailed,
    DiskFull,
    EngageError,
    HeaderDamaged,
    InUse,
    MigrationFailed,
    NewerThanApp,
    NoVault,
    ReadOnlyFolder,
    SchemaDiffers,
    TooSoon,
    WrongPassphrase,
)
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Field, SecretField
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.marks import Chip, Icon
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.unlock.foot import LookFoot
from engage_desktop.views.unlock.morning import Morning

FORM_WIDTH = 428


class Opens(Protocol):
    """Opens the vault; the result is handed on unseen."""

    def __call__(self, words: str) -> object:
        """Return the open vault."""
        ...

    def wait_seconds(self) -> int:
        """Return how long to wait before the next try."""
        ...


class UnlockPage(QWidget):
    """Asks for the passphrase. `opened` carries what the vault service returned."""

    opened = Signal(object)
    damaged = Signal(str)

    def __init__(
        self, open_vault: Opens, lanes: Lanes, moment: Callable[[], tuple[str, str]], foot: LookFoot
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._open_vault, self._lanes, self._foot = open_vault, lanes, foot
        self._secret = SecretField(self.tr("Passphrase"))
        self._field = Field(self.tr("Passphrase"), self._secret)
        self._caps = Chip(self.tr("Caps Lock is on"), "warn", "type")
        self._caps.hide()
        self._go = Button(self.tr("Unlock"), "lock", "primary", high=54, size=17)
        self._go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._forgot = Button(self.tr("I forgot it"), "key-round", "quiet")
        self._view = Morning(moment)
        self._box = row((self._view, 10), (self._form(foot), 12), gap=0)
        self.setLayout(self._box)
        self._countdown = QTimer(self)
        self._countdown.setInterval(500)
        self._countdown.timeout.connect(self._on_countdown)
        self._go.clicked.connect(self._on_go)
        self._secret.edit.returnPressed.connect(self._on_go)
        self._forgot.clicked.connect(self._on_forgot)
        self._secret.edit.installEventFilter(self)
        self._on_countdown()
        self.setFocusProxy(self._secret.edit)
        self.restyle()

    def restyle(self) -> None:
        """Leave the view out when the words need the room, and keep the form narrow enough to read."""
        self._view.setVisible(not look().large)
        self._form_box.setMaximumWidth(look().px(FORM_WIDTH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock, as well as Qt can tell: a capital letter typed without Shift."""
        if (
            watched is self._secret.edit
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            self._notice_caps(event)
        return super().eventFilter(watched, event)

    def _notice_caps(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() is not shifted)

    def _form(self, foot: LookFoot) -> QWidget:
        box = column(
            row(Icon("heart-handshake", "primary", 44), None, pad=(3, 0, 0, 0)),
            14,
            Text(self.tr("Welcome back"), size=34, weight=700, lines=0, inset=True),
            Text(
                self.tr("Your work is here, locked, exactly as you left it."),
                size=16,
                ink="muted",
                lines=0,
                inset=True,
            ),
            22,
            self._field,
            row(self._caps, None),
            6,
            self._go,
            row(
                self._forgot,
                None,
                Text(self.tr("No internet needed"), size=14, ink="muted", inset=True),
                gap=12,
            ),
            gap=6,
        )
        self._form_box = group(box)
        middle = column(None, row(None, (self._form_box, 8), None), None, foot, gap=8, pad=(40, 24, 40, 14))
        return Scroll(group(middle), self.tr("Unlock"))

    def _on_go(self) -> None:
        words = self._secret.text()
        if not words or not self._go.isEnabled():
            return
        self._set_busy(busy=True)
        self._lanes.read(self, partial(self._open_vault, words), self._on_opened, self._on_failed)

    def _set_busy(self, *, busy: bool) -> None:
        self._go.setEnabled(not busy)
        self._go.say(self.tr("Opening…") if busy else self.tr("Unlock"))
        self._secret.setEnabled(not busy)
        self._foot.setEnabled(not busy)

    def _on_opened(self, vault: object) -> None:
        self._secret.clear()
        self.opened.emit(vault)

    def _on_failed(self, error: EngageError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, Damaged):
            self.damaged.emit(self._secret.text())
            return
        self._field.set_wrong(self._sentence(error))
        if isinstance(error, WrongPassphrase):
            self._secret.edit.selectAll()
        self._secret.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_countdown()

    def _on_countdown(self) -> None:
        left = self._open_vault.wait_seconds()
        self._go.setEnabled(left == 0)
        if left:
            self._go.say(self.tr("Try again in {0} s").format(left))
            self._countdown.start()
        elif self._countdown.isActive():
            self._countdown.stop()
            self._go.say(self.tr("Unlock"))

    def _sentence(self, error: EngageError) -> str:
        safe = self.tr("Nothing was changed.")
        sentences: dict[type[EngageError], str] = {
            WrongPassphrase: self.tr("That is not the passphrase."),
            TooSoon: self.tr("That is not the passphrase. Please wait a moment before the next try."),
            HeaderDamaged: self.tr(
                "The key file of this laptop is damaged. Your agency can help with a backup of it."
            )
            + " "
            + safe,
            NewerThanApp: self.tr("This work was written by a newer Engage. Please update Engage here.")
            + " "
            + safe,
            MigrationFailed: self.tr("The upgrade of the stored work did not succeed and was taken back.")
            + " "
            + safe,
            BackupFailed: self.tr("No proved copy could be made, so nothing was upgraded.") + " " + safe,
            SchemaDiffers: self.tr("The stored work does not fit this Engage. Please install Engage again.")
            + " "
            + safe,
            InUse: self.tr("Engage is already open with this work. Close the other window first."),
            ReadOnlyFolder: self.tr(
                "The folder with your work cannot be written to. Ask for its permissions to be mended."
            )
            + " "
            + safe,
            DiskFull: self.tr("The disk is full. Free some space, then try again.") + " " + safe,
            DiskFailed: self.tr("The disk answers with an error. Make a copy of this laptop soon.")
            + " "
            + safe,
            NoVault: self.tr("The work is no longer in its folder. A backup can bring it back."),
        }
        return sentences.get(type(error), self.tr("That did not work.") + " " + safe)

    def _on_forgot(self) -> None:
        sheet = Sheet(
            self,
            self.tr("A forgotten passphrase"),
            self.tr("Nobody, not even the makers of Engage, can open this laptop without it."),
        )
        steps = (
            self.tr(
                "1.  Look where you keep such things: the card with your five words, your password manager."
            ),
            self.tr(
                "2.  Everything that was sent is with your agency. Ask your administrator for a new code and join again on this laptop: your families come back."
            ),
            self.tr(
                "3.  What was never sent stays locked in its folder. Do not delete it: if the words turn up, it opens."
            ),
        )
        for step in steps:
            sheet.add(Text(step, size=16, lines=0, leading=1.25, inset=True))
        sheet.add_answer(self.tr("Understood"), "check", main=True)
        sheet.open()
