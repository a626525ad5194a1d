"""Several short calls on one sheet: time, how, with whom, and a line or two. Each is a contact of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.drafts import KeepDraft, SettleContact, SettleDraft
from engage_desktop.services.notes import SetTimes
from engage_desktop.services.visit_batch import SHORT, AddShort, FinaliseAll, SetMethod, ShortContacts
from engage_desktop.services.visit_starts import TakeBackContact
from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.bus import Bus, Refresh
from engage_desktop.views.kit.dates import TimeField
from engage_desktop.views.kit.dialogs import confirm
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import clear, column, flow, row
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.notices import EmptyState, LoadingState
from engage_desktop.views.kit.page import Page
from engage_domain.note import Note
from engage_wire.changed import Changed

INTEREST = ("contact", "contact_body", "contact_participant")


@dataclass(frozen=True, slots=True)
class CallServices:
    """What the sheet of short contacts asks for."""

    all: ShortContacts
    add: AddShort
    method: SetMethod
    times: SetTimes
    take_back: TakeBackContact
    finalise: FinaliseAll
    keep: KeepDraft
    settle: SettleDraft
    settle_all: SettleContact


class CallCard(Card):
    """One short contact."""

    timed = Signal(object)
    method_chosen = Signal(str)
    taken_back = Signal()

    def __init__(self, note: Note, words: ContactWords, keeping: Keeping) -> None:
        super().__init__()
        contact = note.contact
        self._words = words
        self.at = TimeField(self.tr("When"), lambda: words.now().time())
        self.how = ChoiceButton(
            self.tr("How"), words.book.options("contact_method", [m.value for m in SHORT])
        )
        self.who = LineEdit(self.tr("With whom"), self.tr("Ms Bell, school nurse"))
        self.said = TextArea(self.tr("What was said"), self.tr("A line or two"), least_lines=2)
        self.back = IconButton("x", self.tr("Take this one back"))
        guest = next((p for p in contact.people if not p.person_id), None)
        spot = Spot(
            "contact_participant", guest.participant_id if guest else "", "other_name", contact.family_id
        )
        name = guest.name if guest else ""
        self.keepers = [Keeper(keeping, self.who, spot, name, name)] if guest else []
        body = note.section("other")
        where = Spot("contact_body", contact.id, "other", contact.family_id)
        self.keepers.append(Keeper(keeping, self.said, where, body.text, body.base))
        fields = flow(Field(self.tr("When"), self.at), Field(self.tr("How"), self.how), gap=14, line_gap=4)
        self.setLayout(
            column(
                row((fields, 1), self.back, gap=4),
                Field(self.tr("With whom"), self.who),
                Field(self.tr("What was said"), self.said),
                gap=4,
                pad=(18, 12, 14, 14),
            )
        )
        self.at.changed.connect(self._on_time)
        self.how.chosen.connect(self.method_chosen)
        self.back.clicked.connect(self.taken_back)
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        """Show what the store has."""
        contact = note.contact
        start = self._words.local(contact.start).time() if contact.start else None
        shown = self.at.value()
        if start and (shown is None or (shown.hour, shown.minute) != (start.hour, start.minute)):
            self.at.set_value(start)
        self.how.choose(contact.method)

    def settle(self) -> None:
        """Write what is being typed."""
        for keeper in self.keepers:
            keeper.settle()

    def _on_time(self, at: time | None) -> None:
        if at is not None:
            now = self._words.now()
            self.timed.emit(datetime.combine(now.date(), at.replace(second=0, microsecond=0), now.tzinfo))


class CallsPage(Page):
    """The sheet. Nothing has to be saved; *Finalise all* fixes them together."""

    note_opened = Signal(str)

    def __init__(
        self, family_id: str, services: CallServices, lanes: Lanes, bus: Bus, words: ContactWords
    ) -> None:
        super().__init__(back=True)
        self._title_with("")
        self._family_id, self._services, self._lanes, self._bus, self._words = (
            family_id,
            services,
            lanes,
            bus,
            words,
        )
        self._keeping = Keeping(lanes, services.keep, services.settle, self._publish)
        self.cards: dict[str, CallCard] = {}
        self.more = Button(self.tr("Another one"), "plus", high=48)
        self.fix = Button(self.tr("Finalise all…"), "check", "primary", high=48, size=16)
        self.more.clicked.connect(self.add)
        self.fix.clicked.connect(self.ask_to_finalise)
        self.set_actions(self.more, self.fix)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self._holder = QWidget()
        self._holder.setLayout(self._list)
        self.set_body(LoadingState())
        self._built = self._added = False
        self._refresh = Refresh(bus, self, INTEREST, self.reload)
        self._refresh.now()

    def _title_with(self, family: str) -> None:
        about = self.tr("Calls, messages and letters; each becomes a note of its own.")
        self.set_title(self.tr("Short contacts"), " · ".join(filter(None, (family, about))))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page and what they do."""
        return (("Tab", self.tr("the next field")), ("Ctrl+Z", self.tr("undo what you typed")))

    def place(self) -> dict[str, str]:
        """Return where one is: the sheet of one family."""
        return {"family": self._family_id}

    def settle(self) -> None:
        """Write everything typed here into the records."""
        for card in self.cards.values():
            card.settle()

    def reload(self) -> None:
        """Look at the short contacts again."""
        self._lanes.read(self, partial(self._services.all, self._family_id), self._show)

    def add(self) -> None:
        """Add a call of this moment."""
        self._added = True
        self._write(partial(self._services.add, self._family_id))

    def ask_to_finalise(self) -> None:
        """Ask once for all of them."""
        self.settle()
        confirm(
            self,
            self.tr("Finalise all of these?"),
            self.tr(
                "Their words, times and names stay as they are, for good. One that lacks something stays open."
            ),
            self.tr("Finalise all"),
            lambda: self._write(partial(self._services.finalise, tuple(self.cards))),
            icon="lock",
        )

    def _show(self, notes: tuple[Note, ...]) -> None:
        if not self._built:
            self._built = True
            self.set_body(self._holder, name=self.tr("Short contacts"))
        self._title_with(next((n.contact.family for n in notes), ""))
        wanted = {n.contact.id: n for n in notes}
        if list(wanted) != list(self.cards) or not self._list.count():
            self._build(wanted)
        for key, note in wanted.items():
            self.cards[key].show_note(note)
        self.fix.setEnabled(bool(wanted))

    def _build(self, wanted: dict[str, Note]) -> None:
        known = set(self.cards)
        for key in known - set(wanted):
            self._list.removeWidget(self.cards[key])
            self.cards.pop(key).deleteLater()
        if not self.cards:
            clear(self._list)
        for key, note in wanted.items():
            if key not in self.cards:
                self.cards[key] = self._made(note)
                self._list.insertWidget(len(self.cards) - 1, self.cards[key])
                if self._added:
                    self.cards[key].show()
                    self.cards[key].who.setFocus()
        self._added = False
        if not wanted:
            empty = EmptyState(
                "phone",
                self.tr("Nothing here yet"),
                self.tr("Add each call as you make it, or all of them at the end of the day."),
            )
            empty.add_verb(self.tr("Add a call"), "plus").clicked.connect(self.add)
            self._list.addWidget(empty)
        elif self._list.count() == len(self.cards):
            self._list.addStretch(1)

    def _made(self, note: Note) -> CallCard:
        key = note.contact.id
        card = CallCard(note, self._words, self._keeping)
        card.timed.connect(lambda at: self._write(partial(self._services.times, key, at, None)))
        card.method_chosen.connect(lambda code: self._write(partial(self._services.method, key, code)))
        card.taken_back.connect(lambda: self._write(partial(self._services.take_back, key)))
        return card

    def _write(self, job: Callable[[], Changed]) -> None:
        self._lanes.write(self, job, self._publish, self._on_trouble)

    def _publish(self, changed: Changed) -> None:
        now = f"{self._words.now():%H:%M:%S}"
        self.state.set_work(self.tr("Saved %1 on this laptop").replace("%1", now))
        self._bus.publish(changed)

    def _on_trouble(self, _error: EngageError) -> None:
        words = self.tr("That could not be kept yet. Your words stay here; it is tried again by itself.")
        self.state.set_work(words, "triangle-alert", "bad")
