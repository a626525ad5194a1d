"""A photo and an ink page in two taps during a visit; beside the note they can be looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from tests.gui.conftest import Dress
from tests.support import families
from tests.support import papers as made
from tests.support.contacts import LARGE, SMALL, Rig, note_services, visit_services

from engage_desktop.services import story
from engage_desktop.services.papers import PapersOf
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.note.note_page import NotePage
from engage_desktop.views.note.papers_card import PapersCard
from engage_desktop.views.papers.ink_sheet import InkSheet
from engage_desktop.views.papers.paper_sheet import PaperSheet
from engage_desktop.views.papers.sources import Source
from engage_desktop.views.visit.board import VisitPage
from engage_domain.papers import Paper, PaperKind
from engage_domain.story import StoryFilter, StoryKind


class Visit:
    """A running visit with its board."""

    def __init__(self, rig: Rig, size: tuple[int, int] = SMALL) -> None:
        self.rig = rig
        self.contact_id = rig.start()
        self.page = VisitPage(self.contact_id, visit_services(rig.desk), rig.lanes, rig.bus, rig.words())
        rig.show(self.page, size)

    @property
    def papers(self) -> tuple[Paper, ...]:
        return PapersOf(self.rig.desk)(families.ALVAREZ, self.contact_id)


def draw_a_line(sheet: InkSheet) -> None:
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(sheet.pad, left, none, QPoint(60, 60))
    QTest.mouseMove(sheet.pad, QPoint(160, 90))
    QTest.mouseRelease(sheet.pad, left, none, QPoint(220, 140))


def test_a_tap_asks_for_a_photo_and_the_choice_keeps_it_with_the_visit(rig: Rig) -> None:
    visit = Visit(rig)
    visit.page.board.papers.photo.click()
    dialog = next(d for d in visit.page.findChildren(QFileDialog) if d.isVisible())
    dialog.reject()
    visit.page.papers.add((Source("fridge.jpg", data=made.photo()),))
    rig.rest()
    assert [(p.name, p.kind, p.contact_id) for p in visit.papers] == [
        ("fridge.jpg", PaperKind.PHOTO, visit.contact_id)
    ]
    assert visit.page.board.papers.photo.accessibleDescription() == "Papers of this visit: 1"


def test_an_ink_page_is_drawn_and_kept_with_the_visit_and_can_be_taken_back(rig: Rig) -> None:
    visit = Visit(rig)
    QTest.keyClick(visit.page, Qt.Key.Key_I)
    rig.rest()
    sheet = visit.page.findChildren(InkSheet)[0]
    draw_a_line(sheet)
    sheet.yes.click()
    rig.rest()
    assert [paper.kind for paper in visit.papers] == [PaperKind.INK]
    visit.page._on_toast()
    rig.rest()
    assert visit.papers == ()


def test_what_is_refused_is_told_and_the_visit_goes_on(rig: Rig) -> None:
    visit = Visit(rig)
    visit.page.papers.add((Source("photo.jpg", data=b"<html>"),))
    rig.rest()
    said = " ".join(w.accessibleName() for w in visit.page.findChildren(QWidget) if w.isVisible())
    assert visit.papers == ()
    assert "web page" in said


@pytest.mark.parametrize(("scale", "size"), [(1.0, SMALL), (1.5, SMALL), (2.0, SMALL), (1.0, LARGE)])
def test_the_board_with_its_papers_can_be_reached_at_every_size(
    rig: Rig, dress: Dress, scale: float, size: tuple[int, int]
) -> None:
    dress(scale=scale)
    visit = Visit(rig, size)
    visit.page.papers.add((Source("fridge.jpg", data=made.photo()),))
    rig.rest()
    assert audit(visit.page) == []


def test_the_papers_of_a_visit_stand_beside_its_note_and_in_the_story(rig: Rig) -> None:
    visit = Visit(rig)
    visit.page.papers.add((Source("fridge.jpg", data=made.photo()), Source("letter.pdf", data=made.pdf())))
    rig.rest()
    note = NotePage(visit.contact_id, note_services(rig.desk), rig.around())
    rig.show(note, SMALL)
    rig.rest()
    card = note.findChildren(PapersCard)[0]
    assert card.isVisible()
    assert {face.accessibleName() for face in card.faces} == {"fridge.jpg", "letter.pdf"}
    assert audit(note) == []
    card.faces[0].click()
    rig.rest()
    sheet = note.findChildren(PaperSheet)[0]
    assert not sheet.stage.is_empty()
    assert audit(sheet) == []
    sheet.reject()
    keys = story.StoryKeys(rig.desk)(families.ALVAREZ, StoryFilter())
    assert len([key for key in keys if key.kind is StoryKind.PAPER]) == 2
