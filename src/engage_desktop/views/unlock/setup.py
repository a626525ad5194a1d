"""Behind the doors: choosing a passphrase, saying who one is, joining the agency."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextOption
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from shiboken6 import isValid

from engage_desktop.errors import (
    BadInput,
    DiskFull,
    EngageError,
    InUse,
    OfflineError,
    ReadOnlyFolder,
    ServerRefused,
    SignInRefused,
    VaultExists,
)
from engage_desktop.views.kit.face import Button, Check, IconButton
from engage_desktop.views.kit.inputs import Field, LineEdit, SecretField, TextArea
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import Scroll, column, flow, group, row
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.notices import Notice, ProgressPanel
from engage_desktop.views.kit.text import Text

WIDE = 620


class Judged(Protocol):
    """How good a passphrase is."""

    @property
    def verdict(self) -> str:
        """Why it is taken or not."""
        ...

    @property
    def accepted(self) -> bool:
        """Whether it is taken."""
        ...


class SetupPage(QWidget):
    """One question in the middle of the page, with a way back."""

    back_wanted = Signal()

    def __init__(self, title: str, words: str, *, back: bool = True) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._waiting: tuple[Button, str, QWidget | None] | None = None
        self._trouble = Notice("", tone="clay")
        self._trouble.hide()
        self._middle = column(gap=14)
        door = IconButton("arrow-left", self.tr("Back (Alt+Left)"), "plain", tone="text", high=46)
        door.setVisible(back)
        door.clicked.connect(self.back_wanted)
        if back:
            keys = QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self)
            keys.activated.connect(self.back_wanted)
        head = column(
            row(door, None),
            Text(title, size=30, weight=700, lines=0, inset=True),
            Text(words, size=17, ink="muted", lines=0, leading=1.2, inset=True),
            gap=8,
        )
        inner = group(column(group(head), self._trouble, group(self._middle), None, gap=16))
        inner.setMaximumWidth(1200)
        line = row(None, (inner, 6), None, pad=(32, 28, 32, 24))
        self.setLayout(column(Scroll(group(line), title), gap=0))

    def add(self, *widgets: QWidget) -> None:
        """Put something below the words."""
        for widget in widgets:
            self._middle.addWidget(widget)

    def complain(self, title: str, words: str = "") -> None:
        """Say what did not work; nothing typed is lost."""
        self._trouble.say(title, words)
        self._trouble.show()

    def content(self) -> None:
        """Take a complaint back."""
        self._trouble.hide()

    def wait(self, go: Button, saying: str) -> None:
        """Let nothing be pressed or typed while what was asked for is done: not even the way back."""
        self._waiting = (go, go.text(), QApplication.focusWidget())
        go.say(saying)
        self.setEnabled(False)

    def go_on(self) -> None:
        """Let everything be pressed again, with the cursor where it was."""
        if self._waiting is None:
            return
        go, said, at = self._waiting
        self._waiting = None
        go.say(said)
        self.setEnabled(True)
        if at is not None and isValid(at):
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def failed(self, error: EngageError) -> None:
        """Say why it could not be done."""
        self.go_on()
        sentences: dict[type[EngageError], str] = {
            DiskFull: self.tr("The disk is full. Free some space, then try again."),
            ReadOnlyFolder: self.tr("The folder for your work cannot be written to."),
            InUse: self.tr("Engage is already open. Close the other window first."),
            VaultExists: self.tr(
                "There is already work in this folder. Close this window and open Engage again."
            ),
        }
        self.complain(
            sentences.get(type(error), self.tr("That did not work. Nothing was changed; please try again."))
        )


class PassphrasePage(SetupPage):
    """Offers five generated words, or takes the worker's own. `chosen` carries the passphrase."""

    chosen = Signal(str)

    def __init__(self, generate: Callable[[], str], judge: Callable[[str], Judged]) -> None:
        super().__init__(
            self.tr("The words that open this laptop"),
            self.tr(
                "Everything here is locked with them. Nobody can reset them, so write them on a card and keep it away from the laptop."
            ),
        )
        self._generate, self._judge = generate, judge
        self._words = Text(generate(), size=26, weight=700, lines=0)
        self._words.setAccessibleName(self.tr("Your five words: {0}").format(self._words.text()))
        other = Button(self.tr("Other words"), "refresh-cw", "quiet")
        own = Button(self.tr("I would rather choose my own"), "pen-line", "quiet")
        self._paper = Card(
            column(self._words, flow(other, own), gap=10, pad=(22, 18, 22, 16)), fill="warnsoft", line="warn"
        )
        self._own = SecretField(self.tr("Your passphrase"))
        self._again = SecretField(self.tr("The same once more"))
        self._own_field = Field(
            self.tr("Your passphrase"),
            self._own,
            self.tr("At least 15 characters; a whole sentence is best."),
        )
        self._again_field = Field(self.tr("The same once more"), self._again)
        back_to_words = Button(self.tr("Use generated words instead"), "wand-sparkles", "quiet")
        self._own_part = group(column(self._own_field, self._again_field, row(back_to_words, None), gap=10))
        self._own_part.hide()
        self._kept = Check(self.tr("I have written them down and keep them away from the laptop"))
        self._go = Button(self.tr("Continue"), "", "primary", after="arrow-right", high=52, size=16)
        self.add(self._paper, self._own_part, self._kept, group(row(self._go, None)))
        other.clicked.connect(self._on_other)
        own.clicked.connect(self._on_own)
        back_to_words.clicked.connect(self._on_words)
        self._kept.toggled.connect(self._settle)
        self._own.edit.textChanged.connect(self._settle)
        self._again.edit.textChanged.connect(self._settle)
        self._go.clicked.connect(self._on_go)
        self._settle()

    def _on_other(self) -> None:
        self._words.setText(self._generate())
        self._words.setAccessibleName(self.tr("Your five words: {0}").format(self._words.text()))
        self._kept.setChecked(False)

    def _on_own(self) -> None:
        self._show_own(own=True)
        self._own.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_words(self) -> None:
        self._show_own(own=False)
        self._kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_own(self, *, own: bool) -> None:
        self._paper.setHidden(own)
        self._own_part.setVisible(own)
        self._kept.setChecked(False)
        self._settle()

    def _chosen(self) -> str:
        return self._words.text() if self._own_part.isHidden() else self._own.text()

    def _settle(self) -> None:
        fine = True
        if not self._own_part.isHidden():
            fine = self._judge_own()
        self._go.setEnabled(fine and self._kept.isChecked())

    def _judge_own(self) -> bool:
        words = self._own.text()
        judged = self._judge(words)
        sentences = {
            "empty": "",
            "too_short": self.tr("{0} of 15 characters so far.").format(len(words)),
            "too_long": self.tr("That is longer than 256 characters."),
            "too_common": self.tr(
                "That would be guessed too soon. Another word or two helps more than signs and digits."
            ),
        }
        self._own_field.set_wrong("" if judged.accepted else sentences.get(str(judged.verdict), ""))
        same = words == self._again.text()
        self._again_field.set_wrong(
            self.tr("The two are not the same yet.") if self._again.text() and not same else ""
        )
        return judged.accepted and same

    def _on_go(self) -> None:
        self.content()
        self.wait(self._go, self.tr("Locking the drawer…"))
        self.chosen.emit(self._chosen())


class NamePage(SetupPage):
    """Asks a worker who begins alone for a name. `chosen` carries it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("What is your name?"),
            self.tr("It stands beside your notes. When you join an agency later, your work comes with you."),
            back=False,
        )
        self._name = LineEdit(self.tr("Your name"))
        self._field = Field(self.tr("Your name"), self._name)
        self._go = Button(self.tr("Begin"), "", "primary", after="arrow-right", high=52, size=16)
        self.add(self._field, group(row(self._go, None)))
        self._go.clicked.connect(self._on_go)
        self._name.returnPressed.connect(self._on_go)
        self.setFocusProxy(self._name)

    def _on_go(self) -> None:
        name = self._name.text().strip()
        self._field.set_wrong("" if name else self.tr("Please write a name; initials will do."))
        if name:
            self.wait(self._go, self.tr("Opening…"))
            self.chosen.emit(name)


class JoinPage(SetupPage):
    """Takes the agency's code and the worker's sign-in. `joined` carries the identity."""

    joined = Signal(object)

    def __init__(self, join: Callable[[str, str, str], object], lanes: Lanes, *, back: bool = True) -> None:
        super().__init__(
            self.tr("Join my agency"),
            self.tr(
                "Your administrator gave you a code for this laptop. It is used once and needs a connection now."
            ),
            back=back,
        )
        self._join, self._lanes = join, lanes
        self._code = TextArea(self.tr("Code for this laptop"), measure=2000)
        self._code.setTabChangesFocus(True)
        self._code.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._code.setMaximumHeight(150)
        self._login = LineEdit(self.tr("Name for signing in"))
        self._password = SecretField(self.tr("Password at the agency"))
        self._code_field = Field(
            self.tr("Code for this laptop"),
            self._code,
            self.tr("Letters and digits in groups; capitals and dashes do not matter."),
        )
        self._login_field = Field(self.tr("Name for signing in"), self._login)
        self._password_field = Field(
            self.tr("Password at the agency"), self._password, self.tr("It is used this once and not kept.")
        )
        self._go = Button(self.tr("Join"), "handshake", "primary", high=52, size=16)
        self._go.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.add(self._code_field, self._login_field, self._password_field, group(row(self._go, None)))
        self._go.clicked.connect(self._on_go)
        self._password.edit.returnPressed.connect(self._on_go)
        self.setFocusProxy(self._code)

    def _on_go(self) -> None:
        self.content()
        code, login, password = (
            self._code.toPlainText().strip(),
            self._login.text().strip(),
            self._password.text(),
        )
        self._code_field.set_wrong("" if code else self.tr("The code is missing."))
        self._login_field.set_wrong("" if login else self.tr("The name is missing."))
        self._password_field.set_wrong("" if password else self.tr("The password is missing."))
        if code and login and password:
            self.wait(self._go, self.tr("Talking to the agency…"))
            self._lanes.read(
                self, partial(self._join, code, login, password), self._on_joined, self._on_failed
            )

    def _on_joined(self, identity: object) -> None:
        self._password.clear()
        self.joined.emit(identity)

    def _on_failed(self, error: EngageError) -> None:
        self.go_on()
        if isinstance(error, BadInput):
            self._code_field.set_wrong(self._code_sentence(error.code))
            return
        title, words = self._sentence(error)
        self.complain(title, words)

    def _code_sentence(self, reason: str) -> str:
        sentences = {
            "checksum": self.tr(
                "One letter or digit of the code is wrong. Compare it with the sheet once more."
            ),
            "short": self.tr("The code is not complete yet."),
            "version": self.tr("This code is for a newer Engage. Please update Engage here."),
        }
        return sentences.get(
            reason, self.tr("That is not a code from an agency. It has letters and digits in groups.")
        )

    def _sentence(self, error: EngageError) -> tuple[str, str]:
        kept = self.tr("What you typed is still here.")
        if isinstance(error, OfflineError):
            return self.tr("The agency cannot be reached from here."), self.tr(
                "Joining is the one step that needs a connection."
            ) + " " + kept
        if isinstance(error, SignInRefused):
            return self.tr("The agency does not know this name and password."), kept
        if isinstance(error, ServerRefused) and "code" in str(error):
            return self.tr("This code was used already or has run out."), self.tr(
                "Ask your administrator for a new one."
            ) + " " + kept
        if isinstance(error, ServerRefused) and "fingerprint" in str(error):
            return self.tr("The server at this address is not the one the code names."), self.tr(
                "Nothing was sent. Tell your administrator before you try again."
            )
        return self.tr("The agency answered no."), self.tr(
            "Tell your administrator what you tried."
        ) + " " + kept


class PreparePage(SetupPage):
    """Shows that the sample agency is being set up."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Setting up your sample agency"),
            self.tr(
                "A small agency server starts on this laptop, with invented families and a full day of visits."
            ),
            back=False,
        )
        self._panel = ProgressPanel(self.tr("Inventing families"), cancel=False)
        self._panel.show_progress(0, 0, self.tr("This takes about a minute, once."))
        self.add(self._panel)
        self._again = Button(self.tr("Try again"), "refresh-cw", "primary")
        self._again.hide()
        self.add(group(row(self._again, None)))
        self.retry_wanted = self._again.clicked

    def show_step(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._panel.show_progress(done, total, self.tr("Step {0} of {1}").format(done, total))

    def failed(self, _error: EngageError) -> None:
        """Say that it did not work."""
        self._panel.hide()
        self._again.show()
        self.complain(
            self.tr("The sample agency could not be set up."),
            self.tr("Nothing was lost. Free some disk space and try again."),
        )
