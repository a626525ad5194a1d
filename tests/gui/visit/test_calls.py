"""Several short contacts on one sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.support.contacts import FAMILY, SMALL, Rig, type_words

from engage_desktop.services import notes, visit_batch, visit_starts
from engage_desktop.services.drafts import KeepDraft, SettleContact, SettleDraft
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.visit.calls import CallCard, CallServices, CallsPage


def call_services(rig: Rig) -> CallServices:
    desk = rig.desk
    return CallServices(
        all=visit_batch.ShortContacts(desk),
        add=visit_batch.AddShort(desk),
        method=visit_batch.SetMethod(desk),
        times=notes.SetTimes(desk),
        take_back=visit_starts.TakeBackContact(desk),
        finalise=visit_batch.FinaliseAll(desk),
        keep=KeepDraft(desk),
        settle=SettleDraft(desk),
        settle_all=SettleContact(desk),
    )


class Calls:
    def __init__(self, rig: Rig) -> None:
        self.rig, self.services = rig, call_services(rig)
        self.page = CallsPage(FAMILY, self.services, rig.lanes, rig.bus, rig.words())
        rig.show(self.page, SMALL)

    def tap(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.rig.rest()
        self.rig.clock.advance(seconds=1)

    @property
    def cards(self) -> list[CallCard]:
        return list(self.page.cards.values())


@pytest.fixture
def calls(rig: Rig) -> Calls:
    return Calls(rig)


def test_each_call_is_a_contact_of_its_own(calls: Calls) -> None:
    for who, said in (("Ms Bell, school nurse", "Luz had her shots."), ("Coach", "Mateo may play.")):
        calls.tap(calls.page.more)
        type_words(calls.cards[-1].who, who)
        type_words(calls.cards[-1].said, said)
    calls.page.settle()
    calls.rig.rest()
    found = calls.services.all(FAMILY)
    assert [(n.contact.present[0].name, n.texts) for n in found] == [
        ("Ms Bell, school nurse", {"other": "Luz had her shots."}),
        ("Coach", {"other": "Mateo may play."}),
    ]


def test_a_call_nobody_answered_is_an_attempt(calls: Calls) -> None:
    calls.tap(calls.page.more)
    calls.cards[0].how.choose("attempted_phone")
    calls.cards[0].how.chosen.emit("attempted_phone")
    calls.rig.rest()
    assert calls.services.all(FAMILY)[0].contact.attempted


def test_one_can_be_taken_back(calls: Calls) -> None:
    calls.tap(calls.page.more)
    calls.tap(calls.page.more)
    calls.tap(calls.cards[0].back)
    assert len(calls.cards) == 1
    assert len(calls.services.all(FAMILY)) == 1


def test_all_are_finalised_together_and_leave_the_sheet(calls: Calls) -> None:
    for _ in range(2):
        calls.tap(calls.page.more)
        type_words(calls.cards[-1].said, "Called.")
    ids = list(calls.page.cards)
    calls.tap(calls.page.fix)
    sheet = next(s for s in calls.page.findChildren(Sheet) if s.isVisible())
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    calls.rig.rest()
    assert not calls.cards
    for contact_id in ids:
        note = notes.ReadNote(calls.rig.desk)(contact_id)
        assert note.contact.is_final
        assert note.texts == {"other": "Called."}


@pytest.mark.parametrize(("scale", "dark"), [(1.0, False), (2.0, True)])
def test_everything_can_be_reached_read_and_hit(
    rig: Rig, dress: Callable[..., Theme], scale: float, dark: bool
) -> None:
    dress(scale=scale, dark=dark)
    calls = Calls(rig)
    assert audit(calls.page) == []
    calls.tap(calls.page.more)
    assert audit(calls.page) == []
