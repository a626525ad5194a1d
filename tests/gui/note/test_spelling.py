"""Spelling while one writes: looked up elsewhere, shown without colour too, and names are never touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from tests.support.contacts import LARGE, SMALL, Rig, note_services, type_words

from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.note.debrief import DebriefPage
from engage_desktop.views.note.note_page import NotePage
from engage_desktop.views.note.steps import StepName
from engage_desktop.views.spelling.helper import SpellHelper
from engage_desktop.views.spelling.menu import SpellMenu

ENGLISH = "Elena recieved her school books and Mateo was happy to see them today. "
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class Writing:
    """A note that is being written, and what its spelling says."""

    def __init__(
        self, rig: Rig, contact_id: str, language: str = "en", size: tuple[int, int] = SMALL
    ) -> None:
        self.rig = rig
        self.page = NotePage(contact_id, note_services(rig.desk), rig.around(language))
        rig.show(self.page, size)
        rig.until(self.page.isActiveWindow)

    @property
    def area(self) -> QPlainTextEdit:
        assert self.page.sections is not None
        return self.page.sections.areas["saw"]

    def write(self, words: str) -> None:
        assert self.page.sections is not None
        self.page.sections.go("saw", 10_000)
        type_words(self.area, words)

    def answered(self, count: int) -> None:
        speller, helper = self.page.spell.speller, self.rig.spelling
        self.rig.until(lambda: not helper.is_busy and speller.count() == len(self.underlined()) == count)
        self.rig.rest()

    def underlined(self) -> list[str]:
        lines = self.area.extraSelections()
        assert all(line.format.underlineStyle() is WAVE for line in lines)
        return [line.cursor.selectedText() for line in lines]

    def menu(self) -> QMenu:
        self.rig.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu


@pytest.fixture
def writing(rig: Rig) -> Writing:
    return Writing(rig, rig.start())


def test_nothing_is_started_before_something_is_written(rig: Rig, writing: Writing) -> None:
    assert not rig.spelling.is_running
    writing.write("A visit. ")
    rig.until(lambda: rig.spelling.is_running)


def test_a_misspelt_word_is_underlined_and_counted_in_words(writing: Writing) -> None:
    writing.write(ENGLISH)
    writing.answered(1)
    assert writing.underlined() == ["recieved"]
    assert writing.page.spell.counted() == "one word to look at"
    assert "one word to look at" in writing.page.spell.button.accessibleName()


def test_the_word_one_is_typing_is_left_in_peace(writing: Writing) -> None:
    writing.write(ENGLISH + "tomorow")
    writing.answered(1)
    assert writing.underlined() == ["recieved"]
    writing.write(" ")
    writing.answered(2)
    assert writing.underlined() == ["recieved", "tomorow"]


def test_names_of_the_family_are_never_underlined_nor_asked_about(rig: Rig, writing: Writing) -> None:
    rig.until(lambda: bool(writing.page.spell.speller._names))
    writing.write("Marisol’s son Mateo and Elena Alvarez were there with us all day. ")
    writing.answered(0)
    assert not {"Marisol's", "Marisol", "Mateo", "Elena", "Alvarez"} & set(rig.spelling.good)


def test_f7_goes_from_word_to_word_and_round(writing: Writing) -> None:
    writing.write("We recieved a leter from school and it was very good. ")
    writing.answered(2)
    QTest.keyClick(writing.area, Qt.Key.Key_F7)
    assert writing.area.textCursor().selectedText() == "recieved"
    QTest.keyClick(writing.area, Qt.Key.Key_F7)
    assert writing.area.textCursor().selectedText() == "leter"
    QTest.keyClick(writing.area, Qt.Key.Key_F7)
    assert writing.area.textCursor().selectedText() == "recieved"
    QTest.keyClick(writing.area, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert writing.area.textCursor().selectedText() == "leter"


def test_a_suggestion_is_taken_by_keyboard_and_can_be_undone(rig: Rig, writing: Writing) -> None:
    writing.write(ENGLISH)
    writing.answered(1)
    QTest.keyClick(writing.area, Qt.Key.Key_F7)
    QTest.keyClick(writing.area, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    menu = writing.menu()
    assert isinstance(menu, SpellMenu)
    rig.until(lambda: bool(menu.suggestions()))
    assert menu.suggestions()[0] == "received"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    writing.answered(0)
    assert "Elena received her" in writing.area.toPlainText()
    writing.area.undo()
    assert "Elena recieved her" in writing.area.toPlainText()


def test_everything_can_be_reached_from_the_button_too(rig: Rig, writing: Writing) -> None:
    writing.write(ENGLISH)
    writing.answered(1)
    writing.page.spell.button.click()
    menu = writing.menu()
    said = [action.text() for action in menu.actions()]
    assert said[0] == "one word to look at"
    menu.actions()[1].trigger()
    menu.close()
    assert writing.area.textCursor().selectedText() == "recieved"
    writing.page.spell.button.setFocus()
    writing.page.spell.button.click()
    menu = writing.menu()
    offer = next(action for action in menu.actions() if "recieved" in action.text())
    offer.trigger()
    menu.close()
    rig.until(lambda: isinstance(QApplication.activePopupWidget(), SpellMenu))
    meant = writing.menu()
    assert isinstance(meant, SpellMenu)
    rig.until(lambda: "received" in meant.suggestions())
    meant.close()


def test_a_word_may_stay_as_it_is_and_nothing_is_learned(rig: Rig, writing: Writing) -> None:
    writing.write("She calls it her wubbie and takes the wubbie to school every day. ")
    writing.answered(2)
    QTest.keyClick(writing.area, Qt.Key.Key_F7)
    QTest.keyClick(writing.area, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    menu = writing.menu()
    menu.actions()[-1].trigger()
    menu.close()
    writing.answered(0)
    assert writing.underlined() == []
    assert rig.spelling.good["wubbie"] == frozenset()


def test_the_words_show_which_language_it_is_and_the_hand_decides(writing: Writing) -> None:
    writing.write("La madre dijo que la reunion con la maestra fue muy buena para los niños. ")
    writing.answered(1)
    assert writing.page.spell.speller.language == "es"
    assert writing.underlined() == ["reunion"]
    writing.page.spell.speller.choose("en")
    assert writing.page.spell.place() == {"spelling": "en"}
    writing.rig.until(lambda: writing.page.spell.speller.count() > 5)
    writing.page.spell.speller.choose("off")
    writing.answered(0)
    assert writing.page.spell.counted() == "Spelling is not looked at"


def test_the_language_chosen_for_a_note_is_there_again(rig: Rig, writing: Writing) -> None:
    writing.page.spell.speller.choose("es")
    place = writing.page.place()
    again = Writing(rig, writing.page._id)
    again.page.restore(place)
    assert again.page.spell.speller.choice == "es"


def test_without_a_helper_writing_goes_on_and_says_so(rig: Rig) -> None:
    rig.spelling.close()
    rig.spelling = SpellHelper(("/nowhere/at/all",))
    writing = Writing(rig, rig.start())
    writing.write(ENGLISH)
    rig.until(lambda: rig.spelling.has_given_up)
    rig.rest()
    writing.write("More. ")
    rig.rest()
    assert writing.underlined() == []
    assert writing.page.spell.counted() == "Spelling cannot be looked at just now"


def test_a_helper_that_dies_is_started_once_more(rig: Rig, writing: Writing) -> None:
    writing.write(ENGLISH)
    writing.answered(1)
    process = rig.spelling._process
    assert process is not None
    process.kill()
    rig.until(lambda: not rig.spelling.is_running)
    writing.write("A secnd line for the school today. ")
    writing.answered(2)


def test_the_debrief_is_looked_at_too(rig: Rig) -> None:
    page = DebriefPage(rig.start(), note_services(rig.desk), rig.around())
    rig.show(page)
    page.go(StepName.SAW)
    assert page.answer is not None
    area = next(iter(page.answer.areas.values()))
    type_words(area, ENGLISH)
    rig.until(lambda: page.spell.speller.count() == 1)
    assert "one word to look at" in page.spell.few.accessibleName()


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_size_keeps_the_button_and_everything_has_a_name(
    rig: Rig, app: QApplication, size: tuple[int, int], scale: float
) -> None:
    Theme(scale=scale).apply(app)
    writing = Writing(rig, rig.start(), "es", size)
    writing.write("La madre dijo que la reunion con la maestra fue muy buena para los niños. ")
    writing.answered(1)
    shown = [b for b in (writing.page.spell.button, writing.page.spell.few) if b.isVisible()]
    assert len(shown) == 1
    assert shown[0].mapTo(writing.page, shown[0].rect().bottomRight()).x() <= writing.page.width()
    assert audit(writing.page) == []
