"""What is written in a sheet of the workspace is kept before the sheet closes: on a full disk it stays there, word for word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from tests.gui.family.test_plan import choose, face, plan_of, plan_part, step_of
from tests.support import families
from tests.support.full_disk import full_disk
from tests.support.plans import NIGHT, PLAN, SCHOOL_RUN, plant_plan
from tests.support.workspaces import Room

from engage_desktop.services.desk import Desk
from engage_desktop.services.kin import KeepPoint
from engage_desktop.services.people import FileOf
from engage_desktop.services.plan_course import OfferPlan
from engage_desktop.services.plans import AddStep
from engage_desktop.services.workspace import OverviewOf
from engage_desktop.store import records
from engage_desktop.views.family.answers import FewWordsSheet
from engage_desktop.views.family.appointments import AppointmentsPanel
from engage_desktop.views.family.person_reach import ReachForm
from engage_desktop.views.family.plan.goals import ANSWERS
from engage_desktop.views.family.plan.marks import StatusButton
from engage_desktop.views.family.plan.rows import AdviceRow
from engage_desktop.views.family.promises import PromisesPanel
from engage_desktop.views.family.removal import RemovalSheet
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import LineEdit
from engage_desktop.views.kit.text import Text
from engage_domain.persons import SafeContact

FULL = "The disk is full. Nothing already kept is lost; make room and try again."
W = TypeVar("W", bound=QWidget)
WORDS = "Mr. Bell says the van is in the garage until the week after Thanksgiving."


@pytest.fixture
def planned(desk: Desk) -> Desk:
    plant_plan(desk)
    return desk


@dataclass(frozen=True)
class Asked:
    """One sheet that asks for words: how it is opened, what it says yes with, and where the words go."""

    opens: Callable[[Room, FamilyView, Desk], object]
    yes: str
    kept: Callable[[Desk], str]


def the(page: QWidget, kind: type[W]) -> W:
    return page.findChildren(kind)[0]


def stuck(room: Room, page: FamilyView, _desk: Desk) -> None:
    part = plan_part(room, page)
    card = part.service.goal.steps.card(SCHOOL_RUN)
    assert card is not None
    the(card, StatusButton).chosen.emit("stuck")


def put_aside(room: Room, page: FamilyView, desk: Desk) -> None:
    with desk.write("test") as conn:
        records.update(conn, "action_step", SCHOOL_RUN, {"what": "both of them drive"})
    part = plan_part(room, page)
    part.reload()
    room.settle()
    the(the(part, AdviceRow), Button).click()


def declined(room: Room, page: FamilyView, desk: Desk) -> None:
    AddStep(desk)(PLAN, NIGHT, "answers the phone", families.LUCIA)
    OfferPlan(desk)(PLAN)
    part = plan_part(room, page)
    part.service._on_chosen(ANSWERS)
    part.reload()
    room.settle()
    face(part, "They said no…").click()


def let_go(_room: Room, page: FamilyView, desk: Desk) -> None:
    promise = next(p for p in OverviewOf(desk)(families.ALVAREZ).promises if p.is_open)
    face(the(page, PromisesPanel), f"What became of: {promise.what}").click()
    choose("We let it go…")


def called_off(room: Room, page: FamilyView, desk: Desk) -> None:
    appointment = OverviewOf(desk)(families.ALVAREZ).appointments[0]
    face(the(page, AppointmentsPanel).change(appointment), "Call it off…").click()
    room.settle()


def removed(room: Room, page: FamilyView, _desk: Desk) -> None:
    page.open_person(families.LUCIA)
    room.settle()
    face(page, "Remove from this family…").click()


def value(desk: Desk, question: str) -> str:
    with desk.read() as conn:
        return str(conn.exec_driver_sql(question).scalar())


ASKED = {
    "why a step is stuck": Asked(stuck, "Keep it", lambda desk: step_of(desk, SCHOOL_RUN).kept.note),
    "why advice is put aside": Asked(
        put_aside, "Put it aside", lambda desk: value(desk, "SELECT title FROM task WHERE about_entity LIKE 'check:%'")
    ),
    "why the family said no": Asked(declined, "Keep it", lambda desk: plan_of(desk).closed_note),
    "why a promise was let go": Asked(
        let_go, "Keep it", lambda desk: value(desk, "SELECT outcome_note FROM action_step WHERE status = 'dropped'")
    ),
    "why an appointment is called off": Asked(
        called_off, "Call it off", lambda desk: value(desk, "SELECT void_reason FROM appointment WHERE status = 'cancelled'")
    ),
    "why somebody is removed": Asked(
        removed, "Remove", lambda desk: value(desk, f"SELECT void_reason FROM person WHERE id = '{families.LUCIA}'")
    ),
}  # fmt: skip


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
def test_words_that_cannot_be_kept_stay_in_their_sheet(room: Room, planned: Desk, asked: Asked) -> None:
    page = room.family()
    asked.opens(room, page, planned)
    room.settle()
    sheet = next(w for w in page.window().findChildren(Sheet) if w.isVisible())
    assert isinstance(sheet, (FewWordsSheet, RemovalSheet))
    line = the(sheet, LineEdit)
    line.setText(WORDS)
    with full_disk(planned):
        face(sheet, asked.yes).click()
        room.settle()
        assert sheet.isVisible()
        assert FULL in [text.text() for text in sheet.findChildren(Text)]
        assert line.text() == WORDS
    face(sheet, asked.yes).click()
    room.settle()
    assert not [w for w in page.window().findChildren(Sheet) if w.isVisible()]
    assert asked.kept(planned) == WORDS


def test_a_substitute_address_that_cannot_be_kept_stays_with_what_was_written(room: Room, desk: Desk) -> None:
    KeepPoint(desk)(
        families.ALVAREZ, families.MARISOL, "", "address", "12 Elm Street", "actual", SafeContact()
    )
    page = room.family()
    page.open_person(families.MARISOL)
    room.settle()
    sheet = the(page, ReachForm).ask()
    sheet.kind.choose("address")
    sheet.value.setText("PO Box 1110")
    sheet.kept.choose("substitute_acp")
    sheet._judge()
    face(sheet, "Keep it").click()
    room.settle()
    with full_disk(desk):
        face(sheet, "Keep the substitute").click()
        room.settle()
        assert FULL in [text.text() for text in sheet.findChildren(Text)]
    next(b for b in sheet.findChildren(Button) if b.text() == "Not now" and b.window() is not sheet).click()
    assert sheet.value.text() == "PO Box 1110"
    face(sheet, "Keep it").click()
    room.settle()
    face(sheet, "Keep the substitute").click()
    room.settle()
    assert not [w for w in page.window().findChildren(Sheet) if w.isVisible()]
    assert [point.value for point in FileOf(desk)(families.MARISOL).points] == ["PO Box 1110"]
