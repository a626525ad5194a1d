"""How a visit ends: with a debrief, as an attempt, as one that did not happen, or as something else altogether."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.services.contact_writing import Made
from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.visit.leave_sheet import ATTEMPT, LEAVE, NobodySheet
from engage_desktop.views.visit.other_sheet import OtherSheet
from engage_desktop.views.visit.services import VisitServices
from engage_domain.visit import Contact
from engage_wire.changed import Changed

Run = Callable[[Callable[[], Changed], Callable[[Changed], object]], object]


class Ending(QObject):
    """Ends visits for a page. `run` writes a job, tells the others, and goes on."""

    debrief_opened = Signal(str)
    note_opened = Signal(str)
    calls_opened = Signal(str)
    taken_back = Signal()

    def __init__(
        self, page: QWidget, services: VisitServices, words: ContactWords, run: Run, answers: Answers
    ) -> None:
        super().__init__(page)
        self._page, self._services, self._words, self._run, self._answers = (
            page,
            services,
            words,
            run,
            answers,
        )

    def leave(self, contact: Contact) -> None:
        """End the visit; with nobody marked, ask what it was."""
        if contact.present or contact.marks:
            self._end(contact)
            return
        sheet = NobodySheet(self._page, self._words.book)
        sheet.chosen.connect(partial(self._on_nobody, contact))
        sheet.missed.connect(partial(self._on_missed, contact))
        sheet.open()

    def ask_other(self, contact: Contact) -> None:
        """Ask what it was instead of a visit."""
        people = tuple((p.person_id, p.name) for p in contact.people if p.person_id)
        sheet = OtherSheet(self._page, people, self._words)
        sheet.takes(self._answers.kept(self, partial(self._other, contact, sheet), self._on_other_made))
        sheet.several_wanted.connect(partial(self._on_several, contact))
        sheet.open()

    def _end(self, contact: Contact) -> None:
        self._run(partial(self._services.leave, contact.id), lambda _: self.debrief_opened.emit(contact.id))

    def _on_nobody(self, contact: Contact, answer: str) -> None:
        if answer == LEAVE:
            self._end(contact)
        elif answer == ATTEMPT:
            job = partial(self._services.nobody_home, contact.id)
            self._run(job, lambda _: self.note_opened.emit(contact.id))
        else:
            self._run(partial(self._services.take_back_visit, contact.id), lambda _: self.taken_back.emit())

    def _on_missed(self, contact: Contact, reason: str) -> None:
        children = tuple(child.person_id for child in contact.children)
        job = partial(self._services.missed, contact.id, reason, children)
        self._run(job, lambda _: self.note_opened.emit(contact.id))

    def _other(self, contact: Contact, sheet: OtherSheet) -> Callable[[], Made] | None:
        known = sheet.given()
        return partial(self._services.other, contact.family_id, known, contact.id) if known else None

    def _on_other_made(self, made: Made) -> None:
        self.note_opened.emit(made.made_id)

    def _on_several(self, contact: Contact) -> None:
        job = partial(self._services.take_back_visit, contact.id)
        self._run(job, lambda _: self.calls_opened.emit(contact.family_id))
