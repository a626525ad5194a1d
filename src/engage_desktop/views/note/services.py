"""What the debrief and the note ask for; each is one service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from engage_desktop.errors import EngageError
from engage_desktop.services.drafts import DiscardDraft, KeepDraft, SettleContact, SettleDraft
from engage_desktop.services.notes import (
    AddAddendum,
    ChooseMark,
    Finalise,
    KeepBoth,
    LayOut,
    MoveMark,
    PlanNext,
    ReadNote,
    SecondLook,
    SetCodes,
    SetPlace,
    SetPresence,
    SetTimes,
)
from engage_desktop.services.spelling import NamesToLeave
from engage_desktop.services.visit import AnswerAlone, KeepMark, SomebodyCame, WritePromise
from engage_desktop.services.visit_starts import VisitMissed
from engage_desktop.services.visit_undo import TakeBack
from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.keeping import Keeping
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.spelling.helper import SpellHelper
from engage_wire.changed import Changed


@dataclass(frozen=True, slots=True)
class NoteServices:
    """The services of the debrief and the note."""

    read: ReadNote
    choose: ChooseMark
    lay_out: LayOut
    move: MoveMark
    keep_both: KeepBoth
    times: SetTimes
    place: SetPlace
    missed: VisitMissed
    codes: SetCodes
    presence: SetPresence
    alone: AnswerAlone
    came: SomebodyCame
    plan_next: PlanNext
    keep_mark: KeepMark
    write_promise: WritePromise
    take_back: TakeBack
    finalise: Finalise
    addendum: AddAddendum
    look: SecondLook
    keep: KeepDraft
    discard: DiscardDraft
    settle: SettleDraft
    settle_all: SettleContact
    names: NamesToLeave
    papers: PaperServices


@dataclass(frozen=True, slots=True)
class Around:
    """What a page of a contact stands on beside its services."""

    lanes: Lanes
    bus: Bus
    words: ContactWords
    spelling: SpellHelper


class Hand(QObject):
    """Writes for one page about one contact, and tells when something was kept or could not be."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, contact_id: str, services: NoteServices, around: Around, owner: QObject) -> None:
        super().__init__(owner)
        self.contact_id, self.services, self.words = contact_id, services, around.words
        self.lanes, self.bus = around.lanes, around.bus
        self.keeping = Keeping(around.lanes, services.keep, services.settle, self.publish)

    def write(
        self, service: Callable[..., Changed], *what: object, then: Callable[[Changed], object] | None = None
    ) -> None:
        """Run a service on the contact; what it changed goes to everybody who shows it."""
        job = partial(service, self.contact_id, *what)
        self.run(job, then)

    def run(self, job: Callable[[], Changed], then: Callable[[Changed], object] | None = None) -> None:
        """Run a write, tell the others, then do what follows."""
        self.lanes.write(self, job, partial(self._done, then), self._refused)

    def publish(self, changed: Changed) -> None:
        """Tell everybody, and that it is kept; the page may be gone by then."""
        if isValid(self):
            self.saved.emit()
        self.bus.publish(changed)

    def _done(self, then: Callable[[Changed], object] | None, changed: Changed) -> None:
        self.publish(changed)
        if then is not None:
            then(changed)

    def _refused(self, error: EngageError) -> None:
        self.failed.emit(error)


@dataclass(slots=True)
class Showing:
    """What a picker shows at the moment; it tells whether anything changed."""

    seen: dict[str, Any] = field(default_factory=dict)

    def is_new(self, name: str, value: object) -> bool:
        """Say whether this is another value than before, and remember it."""
        new = name not in self.seen or self.seen[name] != value
        self.seen[name] = value
        return new
