"""The screens of a contact over a real vault: their services, lanes and words, and a size to look at them in."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes import FrozenClock
from tests.support.planting import key

from engage_desktop.app.family_bundles import paper_services
from engage_desktop.app.spell_helper import spell_command
from engage_desktop.services import notes, visit, visit_starts, visit_undo
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import DiscardDraft, KeepDraft, SettleContact, SettleDraft
from engage_desktop.services.protected_words import packaged_protected_words
from engage_desktop.services.spelling import NamesToLeave
from engage_desktop.store.lane import WriteLane
from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.kit.words import wordbook
from engage_desktop.views.note.services import Around, NoteServices
from engage_desktop.views.spelling.helper import SpellHelper
from engage_desktop.views.visit.services import VisitServices

FAMILY = key("family", "alvarez")
APPOINTMENT = key("appointment", "alvarez", "today")
SMALL, LARGE = (1366, 728), (1920, 1080)


def person(name: str, family: str = "alvarez") -> str:
    return key("person", family, name)


def type_words(field: QWidget, words: str) -> None:
    """Press the keys of some words, accents and all, one after another."""
    press, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    for letter in words:
        QApplication.sendEvent(field, QKeyEvent(press, Qt.Key.Key_unknown, none, letter))


def visit_services(desk: Desk) -> VisitServices:
    return VisitServices(
        board=visit.Board(desk),
        tap_person=visit.TapPerson(desk),
        came=visit.SomebodyCame(desk),
        left=visit.SomebodyLeft(desk),
        alone=visit.AnswerAlone(desk),
        presence=notes.SetPresence(desk),
        topic=visit.tap_topic(desk),
        element=visit.tap_element(desk),
        keep_mark=visit.KeepMark(desk),
        promise=visit.MakePromise(desk),
        date_promise=visit.DatePromise(desk),
        take_back=visit_undo.TakeBack(desk),
        put_back=visit_undo.PutBack(desk),
        leave=visit.Leave(desk),
        nobody_home=visit_starts.NobodyHome(desk),
        missed=visit_starts.VisitMissed(desk),
        take_back_visit=visit_starts.TakeBackContact(desk),
        other=visit_starts.StartOther(desk),
        keep=KeepDraft(desk),
        settle=SettleDraft(desk),
        settle_all=SettleContact(desk),
        papers=paper_services(desk),
    )


def note_services(desk: Desk) -> NoteServices:
    return NoteServices(
        read=notes.ReadNote(desk),
        choose=notes.ChooseMark(desk),
        lay_out=notes.LayOut(desk),
        move=notes.MoveMark(desk),
        keep_both=notes.KeepBoth(desk),
        times=notes.SetTimes(desk),
        place=notes.SetPlace(desk),
        missed=visit_starts.VisitMissed(desk),
        codes=notes.SetCodes(desk),
        presence=notes.SetPresence(desk),
        alone=visit.AnswerAlone(desk),
        came=visit.SomebodyCame(desk),
        plan_next=notes.PlanNext(desk),
        keep_mark=visit.KeepMark(desk),
        write_promise=visit.WritePromise(desk),
        take_back=visit_undo.TakeBack(desk),
        finalise=notes.Finalise(desk),
        addendum=notes.AddAddendum(desk),
        look=notes.SecondLook(packaged_protected_words()),
        keep=KeepDraft(desk),
        discard=DiscardDraft(desk),
        settle=SettleDraft(desk),
        settle_all=SettleContact(desk),
        names=NamesToLeave(desk),
        papers=paper_services(desk),
    )


@dataclass
class Rig:
    """Everything a contact screen needs, and a hand to wait for the lanes."""

    desk: Desk
    clock: FrozenClock
    lanes: Lanes
    bus: Bus
    qtbot: QtBot
    spelling: SpellHelper = field(default_factory=lambda: SpellHelper(spell_command()))

    def words(self, language: str = "en") -> ContactWords:
        return ContactWords(wordbook(language), lambda: self.desk.now().astimezone(self.desk.zone))

    def around(self, language: str = "en") -> Around:
        return Around(self.lanes, self.bus, self.words(language), self.spelling)

    def show(self, widget: QWidget, size: tuple[int, int] = SMALL) -> None:
        self.qtbot.addWidget(widget)
        widget.resize(*size)
        widget.show()
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is on its way."""
        for _ in range(4):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.lanes.busy(), timeout=10_000)
            QApplication.processEvents()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=10_000)

    def start(self) -> str:
        return visit_starts.StartVisit(self.desk)(FAMILY, APPOINTMENT).made_id


@pytest.fixture
def rig(desk: Desk, monday: FrozenClock, qtbot: QtBot, qapp: QApplication) -> Generator[Rig]:
    Theme().apply(qapp)
    lane = WriteLane()
    lanes = Lanes(submit=lane.people)
    made = Rig(desk, monday, lanes, Bus(), qtbot)
    yield made
    made.spelling.close()
    lanes.close()
    lane.close()
    Theme().apply(qapp)
