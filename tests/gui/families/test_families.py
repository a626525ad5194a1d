"""Families filters as one types, over names in any spelling and every word in the notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from tests.gui.conftest import Dress
from tests.support import families
from tests.support.day import LOOKS, SMALL, Stage
from tests.support.full_disk import full_disk

from engage_desktop.services.families import FamilyCards, OpenFamily
from engage_desktop.store import records
from engage_desktop.views.families.new_family import NewFamilySheet
from engage_desktop.views.families.page import FamiliesView
from engage_desktop.views.families.sifting import Sieve
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.text import Text
from engage_domain.families import Answer, NameHit, NewFamily, Order
from engage_wire.changed import Changed

SPEECH = Qt.ItemDataRole.AccessibleTextRole


def said(widget: QWidget) -> str:
    """Return the words of all labels and buttons that show."""
    words = [text.text() for text in widget.findChildren(Text) if text.isVisible()]
    words += [button.text() for button in widget.findChildren(Button) if button.isVisible()]
    return "\n".join(words)


def press(widget: QWidget, label: str) -> None:
    button = next(b for b in widget.findChildren(Button) if b.isVisible() and b.text() == label)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names(view: FamiliesView) -> list[str]:
    return [shown.card.name for shown in view._model.rows]


def search(stage: Stage, view: FamiliesView, query: str) -> None:
    view.search_for(query)
    stage.until(lambda: view._sieve.answer.query == query)


@pytest.mark.parametrize(("scale", "dark", "size"), LOOKS)
def test_nothing_is_cut_off_or_nameless(
    stage: Stage, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(scale=scale, dark=dark)
    view = stage.families(size)
    assert audit(view) == []
    search(stage, view, "bus pass")
    assert audit(view) == []


@pytest.mark.parametrize(("scale", "dark", "size"), LOOKS)
def test_a_place_without_families_says_what_it_is_for(
    empty_stage: Stage, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(scale=scale, dark=dark)
    view = empty_stage.families(size)
    assert "No families yet" in said(view)
    assert audit(view) == []


def test_the_list_is_a_sound_model(stage: Stage, qtmodeltester: object) -> None:
    view = stage.families()
    tester = QAbstractItemModelTester(view._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for query in ("bus pass", "alvarez", "", "qqqq", ""):
        view.search_for(query)
        stage.until(lambda wanted=query: view._sieve._query == wanted)  # type: ignore[misc]  # bound per turn
    del tester


def test_families_stand_by_need_and_can_be_sorted(stage: Stage) -> None:
    view = stage.families()
    assert names(view)[:2] == ["Baptiste", "Alvarez–Greene"]
    view._sort.segment(Order.NAME).click()
    assert names(view) == ["Alvarez–Greene", "Baptiste", "Chen", "Dobbs", "Nguyen", "Okafor"]
    view._sort.segment(Order.NEXT).click()
    assert names(view)[-1] == "Okafor"
    assert "6 families" in said(view)


def test_a_card_speaks_as_one_good_sentence(stage: Stage) -> None:
    view = stage.families()
    place = names(view).index("Alvarez–Greene")
    assert view._model.index(place).data(SPEECH) == (
        "Alvarez–Greene, Spanish at home · four children; Elena, 12 seen at home; Mateo, 8 not seen yet; "
        "Luz, 4 seen at home; Sam, 4 at grandma’s; Marisol 3 days ago; Andre, in Ohio 24 days ago; "
        "Dwayne 9 days ago; Home visit today, 09:00; needs you."
    )
    dobbs = view._model.index(names(view).index("Dobbs")).data(SPEECH)
    assert dobbs.endswith("Check Safety before sharing.")


def test_typing_filters_by_words_in_notes_and_shows_them_newest_first(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "bus pass")
    stage.until(lambda: sorted(names(view)) == ["Alvarez–Greene", "Dobbs", "Nguyen"])
    assert "3 families found · 3 others" in said(view)
    assert view._hits.isVisible()
    assert view._hits.count() == 5
    speech = view._hits._model.index(0).data(SPEECH)
    assert speech.startswith("Alvarez–Greene, Friday 20 Nov: …los jueves")


def test_a_hit_opens_its_note(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "bus pass")
    view._hits._view.setCurrentIndex(view._hits._model.index(0))
    QTest.keyClick(view._hits._view, Qt.Key.Key_Return)
    assert stage.told == [("note_opened", families.FRIDAY_VISIT)]


def test_the_best_match_comes_first_on_demand(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "bus pass")
    view._hits._on_order("best")
    stage.rest()
    assert view._hits.count() == 5
    view._hits._on_order("newest")
    assert view._hits._model.index(0).data(SPEECH).startswith("Alvarez–Greene, Friday 20 Nov")


def test_a_misspelt_name_finds_its_family_first(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "alvares grin")
    assert names(view) == ["Alvarez–Greene"]
    search(stage, view, "andre")
    assert view._model.rows[0].person == "Andre Greene"


def test_nothing_found_offers_a_way_on(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "qqqq")
    assert "Nobody by those words" in said(view)
    assert audit(view) == []
    press(view, "Clear the search")
    stage.rest()
    assert len(names(view)) == 6


def test_keys_lead_from_the_search_to_a_family(stage: Stage) -> None:
    view = stage.families()
    view.activateWindow()
    view._search.edit.setFocus()
    QTest.keyClick(view._search.edit, Qt.Key.Key_Down)
    assert view._list.hasFocus()
    QTest.keyClick(view._list, Qt.Key.Key_Down)
    QTest.keyClick(view._list, Qt.Key.Key_Return)
    assert stage.told == [("family_opened", families.ALVAREZ)]


def test_enter_in_the_search_opens_the_first_family(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "nguyn")
    QTest.keyClick(view._search.edit, Qt.Key.Key_Return)
    assert stage.told == [("family_opened", families.NGUYEN)]


def test_with_large_text_notes_and_families_take_turns(stage: Stage, dress: Dress) -> None:
    dress(scale=2.0)
    view = stage.families()
    search(stage, view, "bus pass")
    assert not view._hits.isVisible()
    view._results._which.segment("notes").click()
    stage.rest()
    assert view._hits.isVisible()
    assert not view._list.isVisible()
    assert audit(view) == []
    view._search.clear()
    stage.rest()
    assert view._list.isVisible()


def test_two_columns_of_cards_where_there_is_room(stage: Stage, dress: Dress) -> None:
    dress(scale=1.0)
    assert stage.families((1920, 1080))._list.columns() == 2


def test_what_changes_elsewhere_shows_and_the_search_stays(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "okaf")
    with stage.desk.write("family.edit") as conn:
        records.update(conn, "family", families.OKAFOR, {"home_language": "pt"})
    stage.bus.publish(Changed.of(f"f:{families.OKAFOR}", "family"))
    stage.until(lambda: view._model.rows[0].card.home_language == "pt")
    assert names(view) == ["Okafor"]


def test_stale_answers_are_dropped() -> None:
    sieve = Sieve()
    sieve.begin("bus")
    sieve.begin("bus pass")
    assert not sieve.take_talking("bus", frozenset({"x"}))
    sieve.take_answer(Answer("bus pass", (NameHit("f", 1.0),)))
    assert sieve.take_talking("bus pass", frozenset({"y"}))


def test_a_new_family_is_opened_with_its_people(stage: Stage) -> None:
    view = stage.families()
    press(view, "New family")
    sheet = stage.sheet(view)
    assert isinstance(sheet, NewFamilySheet)
    assert audit(sheet) == []
    QTest.keyClicks(sheet._name, "Santos")
    child = sheet._children.lines[0]
    QTest.keyClicks(child.first, "Rui")
    QTest.keyClicks(child.born, "3/14/2019")
    press(sheet, "One more child")
    QTest.keyClicks(sheet._children.lines[1].first, "Lia")
    sheet._parents.lines[0].first.setText("Inês")
    press(sheet, "Open the family")
    stage.until(lambda: "Santos" in names(view))
    card = next(card for card in FamilyCards(stage.desk)() if card.name == "Santos")
    assert [(child.name, child.age) for child in card.children] == [("Rui", 7), ("Lia", None)]
    assert stage.told == [("family_opened", card.family_id)]


def test_a_family_needs_a_name_and_a_birthday_that_can_be(stage: Stage) -> None:
    view = stage.families()
    view.open_new_family()
    sheet = stage.sheet(view)
    assert isinstance(sheet, NewFamilySheet)
    press(sheet, "Open the family")
    assert "A family needs a name, whichever they use." in said(sheet)
    QTest.keyClicks(sheet._name, "Santos")
    for typed, words in (
        ("13/45", "Please write a day like 3/14/2019, or leave it empty."),
        ("1/1/2031", "That day is still to come."),
        ("1/1/1802", "That is more than 120 years ago."),
    ):
        sheet._children.lines[0].born.setText(typed)
        press(sheet, "Open the family")
        assert words in said(sheet)
    assert audit(sheet) == []
    sheet._children.lines[0].born.setText("3/14/2019")
    assert words not in said(sheet)
    press(sheet, "Not now")
    stage.rest()
    assert "Santos" not in names(view)


def test_a_family_that_may_be_here_already_is_pointed_out(stage: Stage) -> None:
    view = stage.families()
    view.open_new_family()
    sheet = stage.sheet(view)
    assert isinstance(sheet, NewFamilySheet)
    QTest.keyClicks(sheet._name, "Alvares Green")
    QTest.keyClicks(sheet._case, "24 1187")
    stage.until(lambda: "Alvarez–Greene: the same case number" in said(sheet))
    assert audit(sheet) == []
    press(sheet, "Open that one")
    assert stage.told == [("family_opened", families.ALVAREZ)]


def test_one_comes_back_to_where_one_was_with_a_family_half_written(stage: Stage) -> None:
    view = stage.families()
    search(stage, view, "bus pass")
    view._sort.segment(Order.NAME).click()
    view.open_new_family()
    sheet = stage.sheet(view)
    assert isinstance(sheet, NewFamilySheet)
    QTest.keyClicks(sheet._name, "Santos")
    sheet._parents.lines[0].first.setText("Inês")
    kept = view.place()
    again = stage.families()
    again.restore(kept)
    stage.until(lambda: again._sieve.answer.query == "bus pass")
    assert again._sort.here() == Order.NAME
    reopened = stage.sheet(again)
    assert isinstance(reopened, NewFamilySheet)
    assert reopened.new_family().name == "Santos"
    assert reopened.new_family().people[0].first_name == "Inês"
    reopened.reject()
    sheet.reject()


def test_a_place_that_makes_no_sense_any_more_is_ignored(stage: Stage) -> None:
    view = stage.families(SMALL)
    view.restore({"sort": "nonsense", "card": "gone", "search": "", "scroll": "x", "sheet": ""})
    stage.rest()
    assert len(names(view)) == 6


def test_trouble_says_that_nothing_is_lost(stage: Stage) -> None:
    view = stage.families()
    stage.desk.vault.close()
    view._refresh.now()
    stage.until(lambda: "The families could not be read" in said(view))
    assert "Try again" in said(view)
    assert audit(view) == []


def test_hundreds_of_families_show_at_once(stage: Stage) -> None:
    for number in range(120):
        OpenFamily(stage.desk)(NewFamily(f"Family {number:03d}"))
    view = stage.families()
    assert len(names(view)) == 126
    search(stage, view, "family 07")
    assert len(names(view)) >= 10
    view._list.scrollToBottom()
    assert audit(view) == []


def test_right_to_left_mirrors_without_breaking(stage: Stage, dress: Dress) -> None:
    dress(rtl=True)
    view = stage.families()
    search(stage, view, "bus pass")
    assert audit(view) == []
    assert not view.grab().isNull()


def test_a_family_that_could_not_be_kept_stands_in_its_sheet_to_be_tried_again(stage: Stage) -> None:
    view = stage.families()
    view.open_new_family()
    sheet = stage.sheet(view)
    assert isinstance(sheet, NewFamilySheet)
    QTest.keyClicks(sheet._name, "Santos")
    with full_disk(stage.desk):
        press(sheet, "Open the family")
        stage.rest()
        assert sheet.isVisible()
        assert "The family could not be kept. What you wrote stays here; please try again." in said(sheet)
    press(sheet, "Open the family")
    stage.until(lambda: "Santos" in names(view))
    assert len(stage.told) == 1
