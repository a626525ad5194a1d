"""Settings: how it looks, how it locks, and what this laptop is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import BadInput, DiskFull, EngageError, WrongPassphrase
from engage_desktop.services.settings import AskLaptop, ChangePassphrase, CopyNow, LaptopFacts, SetPin
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Field, SecretField, Segmented
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import column, flow, group, row
from engage_desktop.views.kit.marks import Card, IconPlate
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.settings.about import AboutDialog
from engage_wire.wordbook import Wordbook

WIDEST, FIRST = 980, 1000  # the sheet takes what there is up to its width; the rest stays free
SIZES = ("100", "125", "150", "175", "200")


@dataclass(frozen=True, slots=True)
class SettingsServices:
    """What the settings page can do."""

    ask: AskLaptop
    set_pin: SetPin
    change: ChangePassphrase
    copy_now: CopyNow
    judged: Callable[[str], bool]


class SettingsPage(Page):
    """One card for each kind of setting; every change takes effect at once."""

    language_chosen = Signal(str)
    size_chosen = Signal(float)
    dark_chosen = Signal(bool)
    pin_kept = Signal()
    join_wanted = Signal()

    def __init__(self, services: SettingsServices, lanes: Lanes, words: Wordbook, locale: str) -> None:
        super().__init__(self.tr("Settings"))
        self._services, self._lanes, self._words = services, lanes, words
        self._facts = Text("", size=16, lines=0, leading=1.3)
        self._note = Notice("", tone="good", closable=True)
        self._note.hide()
        self._note.closed.connect(self._note.hide)
        self._pin = Button(self.tr("Choose a PIN"), "key-round")
        self._copies = Text("", ink="muted", lines=0)
        self._join = Button(self.tr("Join my agency"), "handshake", "primary")
        body = column(
            self._note,
            self._look_card(locale),
            self._lock_card(),
            self._laptop_card(),
            None,
            gap=14,
            pad=(0, 0, 8, 0),
        )
        self._sheet = group(body)
        self.set_body(group(row((self._sheet, FIRST), None, gap=0)), name=self.tr("Settings"))
        self.restyle()
        self.reload()

    def restyle(self) -> None:
        """Keep the lines short enough to read, however wide the screen."""
        self._sheet.setMaximumWidth(look().px(WIDEST))

    def reload(self) -> None:
        """Ask again what is true of this laptop."""
        self._lanes.read(self, self._services.ask, self._show)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return this page's keys."""
        return (
            (self.tr("Tab"), self.tr("next setting")),
            (self.tr("Left, Right"), self.tr("choose within a row")),
        )

    def _look_card(self, locale: str) -> QWidget:
        language = Segmented(self.tr("Language"), (("en", "English"), ("es", "Español")), locale)
        size = Segmented(
            self.tr("Text size"), tuple((s, f"{s} %") for s in SIZES), str(round(look().scale * 100))
        )
        colours = Segmented(
            self.tr("Light or dark"),
            (("light", self.tr("Light")), ("dark", self.tr("Dark"))),
            "dark" if look().dark else "light",
        )
        language.chosen.connect(self.language_chosen)
        size.chosen.connect(self._on_size)
        colours.chosen.connect(self._on_colours)
        lines = (
            Field(self.tr("Language"), language, self.tr("Engage speaks it from the next unlock on.")),
            Field(
                self.tr("Text size"),
                size,
                self.tr("At large sizes every screen takes another layout; nothing is cut off."),
            ),
            Field(self.tr("Light or dark"), colours),
        )
        return _card("sun", "warn", self.tr("How it looks"), *lines)

    def _lock_card(self) -> QWidget:
        change = Button(self.tr("Change the passphrase"), "lock")
        self._pin.clicked.connect(self._on_pin)
        change.clicked.connect(self._on_change)
        words = self.tr(
            "Engage hides after a minute without touch, and locks three minutes later (ten during a visit). "
            "It locks at once when the laptop sleeps. F9 hides, Ctrl+L locks."
        )
        return _card(
            "lock",
            "primary",
            self.tr("Hiding and locking"),
            Text(words, lines=0, leading=1.25),
            flow(self._pin, change),
        )

    def _laptop_card(self) -> QWidget:
        copy = Button(self.tr("Make today's backup now"), "hard-drive")
        about = Button(self.tr("About Engage"), "info")
        self._join.clicked.connect(self.join_wanted)
        self._join.hide()
        copy.clicked.connect(self._on_copy)
        about.clicked.connect(self._on_about)
        return _card(
            "laptop", "info", self.tr("This laptop"), self._facts, self._copies, flow(self._join, copy, about)
        )

    def _show(self, facts: LaptopFacts) -> None:
        ways = {
            "alone": self.tr("working alone"),
            "trying": self.tr("with a sample agency on this laptop"),
            "agency": self.tr("with {0}").format(facts.agency or self.tr("the agency")),
        }
        self._facts.setText(
            self.tr("{0}, {1}.\nDrawer {2}, encrypted with keys that only your passphrase opens.").format(
                facts.worker, ways.get(facts.mode, ""), facts.vault_id[:8]
            )
        )
        self._join.setVisible(facts.mode == "alone")
        days = ", ".join(self._words.day_written(day) for day in facts.copies)
        self._copies.setText(
            self.tr("Encrypted backups kept: {0}.").format(days)
            if days
            else self.tr("No backup yet; the first is made today.")
        )
        self._pin.say(self.tr("Change the PIN") if facts.has_pin else self.tr("Choose a PIN"))

    def _on_size(self, size: str) -> None:
        self.size_chosen.emit(int(size) / 100)

    def _on_colours(self, colours: str) -> None:
        self.dark_chosen.emit(colours == "dark")

    def _on_copy(self) -> None:
        self._lanes.write(self, self._services.copy_now, self._on_copied, self._on_trouble)

    def _on_about(self) -> None:
        AboutDialog(self).open()

    def _on_copied(self, made: bool) -> None:  # noqa: FBT001 - the service's answer
        self._say(
            self.tr("Today's backup is made and proved.")
            if made
            else self.tr("Today's backup was already there.")
        )
        self.reload()

    def _on_trouble(self, error: EngageError) -> None:
        full = isinstance(error, DiskFull)
        self._say(
            self.tr("The disk is full; free some space first.")
            if full
            else self.tr("That did not work; nothing was changed.")
        )

    def _say(self, words: str) -> None:
        self._note.say(words)
        self._note.show()

    def _on_pin(self) -> None:
        sheet = PinSheet(self, self._services.set_pin, self._lanes)
        sheet.kept.connect(self._on_pin_kept)
        sheet.open()

    def _on_pin_kept(self) -> None:
        self.pin_kept.emit()
        self._say(self.tr("The PIN brings you back after hiding; locking still asks for the passphrase."))
        self.reload()

    def _on_change(self) -> None:
        sheet = ChangeSheet(self, self._services, self._lanes)
        sheet.changed.connect(self._on_changed)
        sheet.open()

    def _on_changed(self) -> None:
        self._say(self.tr("From now on the new passphrase opens this laptop; the old one no longer does."))


class PinSheet(Sheet):
    """Asks for six digits."""

    kept = Signal()

    def __init__(self, parent: QWidget, set_pin: SetPin, lanes: Lanes) -> None:
        super().__init__(
            parent,
            self.tr("A PIN for coming back"),
            self.tr("Six digits that bring the window back after F9. Not your birthday."),
        )
        self._set_pin, self._lanes = set_pin, lanes
        self._secret = SecretField(self.tr("Six digits"))
        self._secret.edit.setMaxLength(6)
        self._field = Field(self.tr("Six digits"), self._secret)
        self.add(self._field)
        self.add_answer(self.tr("Not now"))
        self._keep = self.add_answer(self.tr("Keep this PIN"), "check", main=True, stays=True)
        self._keep.clicked.connect(self._on_keep)
        self._secret.edit.setFocus()

    def _on_keep(self) -> None:
        self._lanes.write(self, partial(self._set_pin, self._secret.text()), self._on_kept, self._on_failed)

    def _on_kept(self, _nothing: None) -> None:
        self.kept.emit()
        self.accept()

    def _on_failed(self, error: EngageError) -> None:
        plain = isinstance(error, BadInput) and error.code == "too_plain"
        self._field.set_wrong(
            self.tr("That is too easy to guess.") if plain else self.tr("Six digits, please.")
        )


class ChangeSheet(Sheet):
    """Asks for the old passphrase and a new one, twice."""

    changed = Signal()

    def __init__(self, parent: QWidget, services: SettingsServices, lanes: Lanes) -> None:
        super().__init__(
            parent,
            self.tr("Change the passphrase"),
            self.tr("At least 15 characters; a whole sentence is best. The work itself is not rewritten."),
        )
        self._services, self._lanes = services, lanes
        self._old, self._new, self._again = (
            SecretField(n)
            for n in (self.tr("Old passphrase"), self.tr("New passphrase"), self.tr("New passphrase again"))
        )
        self._fields = [Field(s.edit.accessibleName(), s) for s in (self._old, self._new, self._again)]
        for field in self._fields:
            self.add(field)
        self.add_answer(self.tr("Not now"))
        go = self.add_answer(self.tr("Change it"), "check", main=True, stays=True)
        go.clicked.connect(self._on_go)
        self._old.edit.setFocus()

    def _on_go(self) -> None:
        new, again = self._new.text(), self._again.text()
        fine = self._services.judged(new)
        self._fields[1].set_wrong("" if fine else self.tr("That would be guessed too soon, or is too short."))
        self._fields[2].set_wrong("" if new == again else self.tr("The two are not the same."))
        if fine and new == again:
            self._lanes.write(
                self, partial(self._services.change, self._old.text(), new), self._on_done, self._on_failed
            )

    def _on_done(self, _nothing: None) -> None:
        self.changed.emit()
        self.accept()

    def _on_failed(self, error: EngageError) -> None:
        wrong = isinstance(error, WrongPassphrase)
        self._fields[0].set_wrong(
            self.tr("That is not the old passphrase.")
            if wrong
            else self.tr("That did not work; the old passphrase still holds.")
        )


def _card(icon: str, tone: str, title: str, *parts: QWidget) -> QWidget:
    head = row(IconPlate(icon, tone, 36), Text(title, size=18, weight=700, lines=0), None, gap=12)
    return Card(column(group(head), *parts, gap=12, pad=(20, 16, 20, 20)))
