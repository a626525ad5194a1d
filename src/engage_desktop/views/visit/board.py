"""The board of a home visit: one page for a thumb, standing up. One tap is a timed mark; a second takes it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError, NotAllowed
from engage_desktop.services.contact_writing import Made
from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.kit.bus import Bus, Refresh
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.keeping import Keeping
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import group, row
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.notices import ErrorState, LoadingState, Toast
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.words import clock
from engage_desktop.views.visit.asking import (
    ME,
    ask_who_came,
    ask_who_left,
    ask_who_promised,
    ask_whose_words,
    who,
)
from engage_desktop.views.visit.body import BoardBody
from engage_desktop.views.visit.ending import Ending
from engage_desktop.views.visit.mark_sheet import MarkSheet
from engage_desktop.views.visit.papers import VisitPapers
from engage_desktop.views.visit.services import VisitServices
from engage_desktop.views.visit.who_sheet import WhoSheet
from engage_domain.contact_codes import Alone, MarkKind, Side
from engage_domain.visit import Contact, minutes_between
from engage_wire.changed import Changed

C = TypeVar("C", bound=Changed)
TICK_MS = 10_000
INTEREST = (
    "contact", "contact_participant", "mark", "action_step", "person", "case_member", "attachment",
)  # fmt: skip


class VisitPage(Page):
    """During a visit. Everything is kept as it is tapped; nothing needs to be typed."""

    debrief_opened = Signal(str)
    note_opened = Signal(str)
    brief_opened = Signal(str)
    calls_opened = Signal(str)

    def __init__(
        self, contact_id: str, services: VisitServices, lanes: Lanes, bus: Bus, words: ContactWords
    ) -> None:
        super().__init__(back=True, with_rail=False)
        self._id, self._services, self._lanes, self._bus, self._words = (
            contact_id,
            services,
            lanes,
            bus,
            words,
        )
        self._keeping = Keeping(lanes, services.keep, services.settle, bus.publish)
        self._contact: Contact | None = None
        self._built = False
        self._sheet: MarkSheet | None = None
        self._answers = Answers(lanes, bus.publish, self._why, self._say_wrong)
        self._ending = self._make_ending()
        self.leave_button = Button(self.tr("Leave"), "log-out", "primary", high=50, size=16)
        self.brief_button = Button(self.tr("Brief"), "file-text", high=50, size=16)
        self.other_button = Button(self.tr("Not a visit?"), kind="quiet", tone="muted", high=50)
        self.other_button.hide()
        self.other_button.clicked.connect(self.ask_other)
        self.set_actions(self.other_button, self.brief_button, self.leave_button)
        self._since, self._minutes = Chip("", "good", "clock", 14), Text("", ink="muted")
        self._toast = Toast(self)
        self._toast_does: Callable[[], None] = _nothing
        self._toast.acted.connect(self._on_toast)
        self.leave_button.clicked.connect(self.leave)
        self.brief_button.clicked.connect(self._on_brief)
        self.papers = VisitPapers(self, services.papers, lanes, bus, self._say)
        self._shortcuts()
        self.state.set_work(self.tr("Every tap is kept on this laptop as you make it"))
        self.set_body(LoadingState())
        self._refresh = Refresh(bus, self, INTEREST, self.reload)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._show_time)
        self._tick.start(TICK_MS)
        self._refresh.now()

    # what the window asks

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page and what they do."""
        return (
            ("S · P · T · W", self.tr("keep what was said, a promise, a strength, a worry")),
            (self.tr("Space on a name"), self.tr("here; again takes it back")),
            (self.tr("L on a name"), self.tr("left; again takes it back")),
            ("N", self.tr("somebody else is here")),
            ("F · I · Ctrl+V", self.tr("a photo or scan, an ink page, what is in the clipboard")),
            ("Ctrl+Z", self.tr("take the newest mark back")),
            (self.tr("Delete on a line"), self.tr("take that mark back")),
            ("Ctrl+Enter", self.tr("leave")),
        )

    def place(self) -> dict[str, str]:
        """Return where one is: the board has one place."""
        return {"contact": self._id}

    def restore(self, place: dict[str, str]) -> None:
        """Show the place again; the board has only one."""
        del place

    def settle(self) -> None:
        """Write what is being typed in an open sheet."""
        if self._sheet is not None and self._sheet.keeper is not None:
            self._sheet.keeper.settle()

    # showing

    def reload(self) -> None:
        """Look at the contact again."""
        self._lanes.read(self, partial(self._services.board, self._id), self._show, self._on_gone)

    def _show(self, contact: Contact) -> None:
        if not self._built:
            self._build()
        self._contact = contact
        self.set_title(contact.family)
        self.set_chips(self._time_chips(contact))
        self._show_time()
        self.board.show_contact(contact)
        self.papers.show_contact(contact)
        self.other_button.setVisible(not contact.marks and not contact.present)

    def _build(self) -> None:
        self.board = BoardBody(self._words)
        one, board = self._services, self.board
        board.people.tapped.connect(self._on_person)
        board.people.left_wanted.connect(lambda there: self._write(one.left, there))
        board.people.answered.connect(lambda who, answer: self._write(one.alone, who, Alone(answer)))
        board.topics.tapped.connect(lambda code: self._write(one.topic, code))
        board.elements.tapped.connect(lambda code: self._write(one.element, code))
        board.quick.tapped.connect(self.keep_mark)
        self.papers.wire(board.papers)
        board.so_far.opened.connect(self.open_mark)
        board.so_far.taken_back.connect(self.take_back)
        board.somebody.clicked.connect(self.ask_somebody)
        board.gone.clicked.connect(self.ask_who_left)
        self.set_body(board, name=self.tr("The visit"))
        self.set_first(board.quick.tiles[MarkKind.SAID])
        board.quick.tiles[MarkKind.SAID].setFocus()
        self._built = True

    def _time_chips(self, contact: Contact) -> QWidget:
        started = self._words.at(contact.start) if contact.start else ""
        self._since = Chip(self.tr("since %1").replace("%1", started), "good", "clock", 14)
        self._minutes = Text("", ink="muted")
        return group(row(self._since, self._minutes, gap=10))

    def _say(self, words: str, verb: str, does: Callable[[], None]) -> None:
        self._toast_does = does
        self._toast.say(words, verb)

    def _on_toast(self) -> None:
        self._toast_does()

    def _show_time(self) -> None:
        contact = self._contact
        if contact is None or contact.start is None:
            return
        end = contact.end or self._words.now()
        self._minutes.setText(self._words.book.duration(minutes_between(contact.start, end)))

    def _on_gone(self, _error: EngageError) -> None:
        gone = ErrorState(self.tr("This visit is not on this laptop any more"))
        gone.retry_wanted.connect(self.reload)
        self._built = False
        self.set_body(gone)

    # writing

    def _write(self, service: Callable[..., Changed], *what: object) -> None:
        job = partial(service, self._id, *what)
        self._lanes.write(self, job, self._on_written, self._on_refused)

    def _on_written(self, changed: Changed) -> None:
        self._say_kept()
        self._bus.publish(changed)

    def _say_kept(self, _changed: Changed | None = None) -> None:
        now = clock(self._words.now().time().replace(microsecond=0))
        seconds = f"{now}:{self._words.now().second:02d}"
        self.state.set_work(
            self.tr("Every tap is kept on this laptop as you make it · %1").replace("%1", seconds)
        )

    def _on_refused(self, error: EngageError) -> None:
        self._say_wrong(self._why(error))

    def _say_wrong(self, words: str) -> None:
        self.state.set_work(words, "triangle-alert", "bad")

    def _why(self, error: EngageError) -> str:
        if isinstance(error, NotAllowed):
            return self.tr("This note is final; later thoughts go in an addendum.")
        return self.tr("That tap could not be kept. Everything before it is safe; please try again.")

    def _ask(
        self, sheet: WhoSheet, job: Callable[[str, str], Callable[[], C]], then: Callable[[C], object]
    ) -> None:
        """Ask for one person; the sheet closes when it is written down."""
        sheet.takes(self._answers.kept(self, lambda: job(*who(sheet)), then))
        sheet.open()

    def _on_person(self, key: str) -> None:
        contact = self._contact
        if contact is None:
            return
        if contact.attendee(key) is not None:
            self._write(self._services.tap_person, key)
            return
        stands = next((m for m in contact.marks if m.kind == MarkKind.ARRIVED and m.code == key), None)
        if stands is not None:
            self.take_back(stands.id)

    def keep_mark(self, kind: str) -> None:
        """Keep a strength or a worry at once; ask first whose words or whose promise it is."""
        if self._contact is None:
            return
        if kind == MarkKind.SAID:
            self._ask(ask_whose_words(self, self._contact), self._words_of, self._on_asked)
        elif kind == MarkKind.PROMISE:
            self._ask(ask_who_promised(self, self._contact), self._promise_of, self._on_asked)
        else:
            self._keep(partial(self._services.keep_mark, self._id, MarkKind(kind)))

    def _words_of(self, person_id: str, name: str) -> Callable[[], Made]:
        return partial(self._services.keep_mark, self._id, MarkKind.SAID, person_id, name)

    def _promise_of(self, who: str, name: str) -> Callable[[], Made]:
        side = Side.AGENCY if who == ME else Side.FAMILY
        return partial(self._services.promise, self._id, side, "" if who == ME else who, name)

    def _keep(self, job: Callable[[], Made]) -> None:
        self._lanes.write(self, job, self._on_kept, self._on_refused)

    def _on_kept(self, made: Made) -> None:
        self._bus.publish(made)
        self._on_asked(made)

    def _on_asked(self, made: Made) -> None:
        self._say_kept()
        job = partial(self._services.board, self._id)
        self._lanes.read(self, job, partial(self._open_fresh, made.made_id))

    def _open_fresh(self, mark_id: str, contact: Contact) -> None:
        self._show(contact)
        self.open_mark(mark_id)

    # sheets

    def open_mark(self, mark_id: str) -> None:
        """Show one mark: add words, name a day, or take it back."""
        contact = self._contact
        mark = contact.mark(mark_id) if contact else None
        if contact is None or mark is None:
            return
        sheet = MarkSheet(self, contact, mark, self._words, self._keeping)
        promise = contact.promise_of(mark)
        if promise is not None:
            sheet.due.connect(lambda day: self._write(self._services.date_promise, promise.step_id, day))
        sheet.left.connect(lambda: self._write(self._services.left, mark.code))
        sheet.taken_back.connect(lambda: self.take_back(mark_id))
        sheet.finished.connect(self._on_sheet_closed)
        self._sheet = sheet
        sheet.open()

    def _on_sheet_closed(self) -> None:
        self._sheet = None
        self._refresh.now()

    def take_back(self, mark_id: str) -> None:
        """Take a mark back, and offer to put it back."""
        self._write(self._services.take_back, mark_id)
        self._toast_does = partial(self._write, self._services.put_back, mark_id)
        self._toast.say(self.tr("Taken back"), self.tr("Put it back"))

    def ask_somebody(self) -> None:
        """Ask who else came in."""
        if self._contact is not None:
            self._ask(ask_who_came(self, self._contact), self._came, self._say_kept)

    def _came(self, person_id: str, name: str) -> Callable[[], Changed]:
        if person_id:
            return partial(self._services.tap_person, self._id, person_id)
        return partial(self._services.came, self._id, name)

    def ask_who_left(self) -> None:
        """Ask who has gone."""
        sheet = ask_who_left(self, self._contact) if self._contact is not None else None
        if sheet is not None:
            self._ask(
                sheet, lambda there, _name: partial(self._services.left, self._id, there), self._say_kept
            )

    # leaving

    def ask_other(self) -> None:
        """Ask what it was instead of a visit: a call, a message, a meeting elsewhere."""
        if self._contact is not None:
            self._ending.ask_other(self._contact)

    def leave(self) -> None:
        """End the visit; with nobody marked, ask what it was."""
        if self._contact is not None:
            self.settle()
            self._ending.leave(self._contact)

    def _make_ending(self) -> Ending:
        ending = Ending(self, self._services, self._words, self._run, self._answers)
        ending.debrief_opened.connect(self.debrief_opened)
        ending.note_opened.connect(self.note_opened)
        ending.calls_opened.connect(self.calls_opened)
        ending.taken_back.connect(self.back_wanted)
        return ending

    def _run(self, job: Callable[[], Changed], then: Callable[[Changed], object]) -> None:
        self._lanes.write(self, job, partial(self._on_run, then), self._on_refused)

    def _on_run(self, then: Callable[[Changed], object], changed: Changed) -> None:
        self._bus.publish(changed)
        then(changed)

    def _on_brief(self) -> None:
        if self._contact is not None:
            self.brief_opened.emit(self._contact.family_id)

    def _shortcuts(self) -> None:
        for keys, slot in (
            ("S", partial(self.keep_mark, MarkKind.SAID)),
            ("P", partial(self.keep_mark, MarkKind.PROMISE)),
            ("T", partial(self.keep_mark, MarkKind.STRENGTH)),
            ("W", partial(self.keep_mark, MarkKind.WORRY)),
            ("N", self.ask_somebody),
            ("F", self.papers.choose),
            ("I", self.papers.draw),
            ("Ctrl+V", self.papers.paste),
            ("Ctrl+Z", self._undo_newest),
            ("Ctrl+Return", self.leave),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _undo_newest(self) -> None:
        if self._contact is not None and self._contact.marks:
            self.take_back(self._contact.marks[0].id)


def _nothing() -> None:
    return
