"""What the visit screens ask for; each is one service."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.drafts import KeepDraft, SettleContact, SettleDraft
from engage_desktop.services.notes import SetPresence
from engage_desktop.services.visit import (
    AnswerAlone,
    Board,
    DatePromise,
    KeepMark,
    Leave,
    MakePromise,
    SomebodyCame,
    SomebodyLeft,
    TapCode,
    TapPerson,
)
from engage_desktop.services.visit_starts import NobodyHome, StartOther, TakeBackContact, VisitMissed
from engage_desktop.services.visit_undo import PutBack, TakeBack
from engage_desktop.views.papers.services import PaperServices


@dataclass(frozen=True, slots=True)
class VisitServices:
    """The services of the board."""

    board: Board
    tap_person: TapPerson
    came: SomebodyCame
    left: SomebodyLeft
    alone: AnswerAlone
    presence: SetPresence
    topic: TapCode
    element: TapCode
    keep_mark: KeepMark
    promise: MakePromise
    date_promise: DatePromise
    take_back: TakeBack
    put_back: PutBack
    leave: Leave
    nobody_home: NobodyHome
    missed: VisitMissed
    take_back_visit: TakeBackContact
    other: StartOther
    keep: KeepDraft
    settle: SettleDraft
    settle_all: SettleContact
    papers: PaperServices
