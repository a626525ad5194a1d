"""The family workspace as a worker uses it, over a real vault."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.fakes import FrozenClock
from tests.gui.conftest import Dress
from tests.support import families, storied
from tests.support.planting import Planter
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room

from engage_desktop.services import drafts, people, story, workspace
from engage_desktop.services.desk import Desk
from engage_desktop.services.kin_search import SetReview
from engage_desktop.store.tables import sync_bucket
from engage_desktop.views.family.appointments import AppointmentSheet
from engage_desktop.views.family.overview import OverviewPart
from engage_desktop.views.family.people import PeoplePart
from engage_desktop.views.family.story import StoryPart
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import LineEdit
from engage_desktop.views.kit.text import Text
from engage_domain.story import StoryFilter
from engage_wire.changed import Changed

PARTS = ("overview", "people", "story")
MARISOLS_CALL = "Read with Luz and Sam every night"


def overview(page: FamilyView) -> OverviewPart:
    part = page.show_part("overview")
    assert isinstance(part, OverviewPart)
    return part


def people_part(room: Room, page: FamilyView) -> PeoplePart:
    part = page.show_part("people")
    assert isinstance(part, PeoplePart)
    part.way.segment("cards").click()
    room.settle()
    return part


def story_part(room: Room, page: FamilyView) -> StoryPart:
    part = page.show_part("story")
    room.settle()
    assert isinstance(part, StoryPart)
    return part


def button(page: QWidget, name: str) -> Button:
    found = [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisible()]
    assert found, f"no button called {name!r}"
    return found[0]


def line(page: QWidget, name: str) -> LineEdit:
    return next(e for e in page.findChildren(LineEdit) if e.accessibleName() == name and e.isVisible())


def a_new_family(desk: Desk) -> str:
    with desk.vault.applying() as conn:
        to = Planter(conn, families.DANA, family="reyes", from_agency=True)
        to.put("family", "", name="Reyes", status="open", home_language="es")
        return to.family_id


@pytest.mark.parametrize(
    ("scale", "dark", "size"),
    [
        (1.0, False, LAPTOP),
        (1.0, True, WIDE),
        (1.5, True, LAPTOP),
        (2.0, False, LAPTOP),
        (2.0, True, WIDE),
    ],
)
def test_every_part_can_be_read_and_reached_at_every_size(
    room: Room, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page = room.family(families.DOBBS, size)
    for part in PARTS:
        page.show_part(part)
        room.settle()
        assert audit(page) == []
    page.open_person(families.CURTIS)
    room.settle()
    assert audit(page) == []
    assert (page.width(), page.height()) == size


def test_nothing_flashes_up_and_takes_the_focus(room: Room, flashes: Flashes) -> None:
    page = room.family(families.BAPTISTE)
    for part in PARTS:
        page.show_part(part)
        room.settle()
    for person in (families.NOE, families.ROSE):
        page.open_person(person)
        room.settle()
    assert flashes.seen == []
    assert page.isActiveWindow()


def test_the_window_never_names_the_family(room: Room) -> None:
    assert room.family().windowTitle() == "Engage"


def test_an_empty_family_is_greeted_with_a_first_step(room: Room, desk: Desk) -> None:
    page = room.family(a_new_family(desk))
    with room.qtbot.waitSignal(page.visit_started) as started:
        button(page, "Start a visit").click()
    assert started.args == [page.family_id, ""]
    for part in PARTS:
        page.show_part(part)
        room.settle()
        assert audit(page) == []


def test_a_family_that_is_gone_says_so_and_offers_no_visit(room: Room) -> None:
    page = room.family("0" * 32)
    assert not page.visit_button.isEnabled()
    button(page, "Try again").click()
    room.settle()
    assert audit(page) == []


def test_the_header_shows_a_plain_shield_and_nothing_more(room: Room) -> None:
    names = [w.accessibleName() for w in room.family(families.DOBBS).findChildren(QWidget)]
    assert "Check Safety before sharing" in names
    calm = [w.accessibleName() for w in room.family(families.ALVAREZ).findChildren(QWidget)]
    assert "Check Safety before sharing" not in calm


def test_visits_and_notes_begin_here(room: Room) -> None:
    page = room.family()
    with room.qtbot.waitSignal(page.visit_started) as started:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert started.args == [families.ALVAREZ, ""]
    with room.qtbot.waitSignal(page.note_wanted) as wanted:
        page.note_button.click()
    assert wanted.args == [families.ALVAREZ]
    with room.qtbot.waitSignal(page.visit_started) as started:
        button(page, "Start: Home visit · today, 09:00 to 10:00").click()
    assert started.args == [families.ALVAREZ, families.MORNING_VISIT]


def offered(sheet: AppointmentSheet) -> set[str]:
    return {toggle.text() for toggle in sheet.findChildren(Toggle)}


def test_nobody_is_asked_to_meet_a_parent_while_the_safety_review_is_open(room: Room, desk: Desk) -> None:
    page = room.family(families.CHEN)
    names = {b.accessibleName() for b in page.findChildren(Button) if b.isVisible()}
    assert "Arrange something with Mei" in names
    sheet = overview(page).appointments.arrange()
    assert "Mei" in offered(sheet)
    sheet.reject()
    SetReview(desk)(families.CHEN, families.MEI, "paused")
    room.bus.publish(Changed.of(f"f:{families.CHEN}", "search_effort"))
    room.settle()
    names = {b.accessibleName() for b in page.findChildren(Button) if b.isVisible()}
    assert "Arrange something with Mei" not in names
    assert any("Paused for safety" in text.text() for text in page.findChildren(Text) if text.isVisible())
    sheet = overview(page).appointments.arrange()
    assert not offered(sheet) & {"Mei"}
    assert "Whoever is paused for safety cannot be chosen." in [t.text() for t in sheet.findChildren(Text)]
    sheet.reject()


def test_a_quote_opens_the_note_it_was_said_in(room: Room) -> None:
    page = room.family()
    with room.qtbot.waitSignal(page.note_opened) as opened:
        button(page, "Open the note in which Elena said this").click()
    assert opened.args == [families.FRIDAY_VISIT]


def test_a_promise_is_done_with_one_press_and_undone_with_another(room: Room, desk: Desk) -> None:
    page = room.family()
    button(page, f"Done: {MARISOLS_CALL}").click()
    room.settle()
    assert button(page, f"Open again: {MARISOLS_CALL}").isEnabled()
    button(page, "Undo").click()
    room.settle()
    assert button(page, f"Done: {MARISOLS_CALL}").isEnabled()
    open_ones = [p for p in workspace.OverviewOf(desk)(families.ALVAREZ).promises if p.is_open]
    assert MARISOLS_CALL in [p.what for p in open_ones]


def test_an_appointment_waits_for_day_and_time(room: Room, desk: Desk) -> None:
    page = room.family()
    sheet = overview(page).appointments.arrange(with_id=families.MATEO)
    assert audit(sheet) == []
    keep = button(sheet, "Keep it")
    assert not keep.isEnabled()
    QTest.keyClicks(line(sheet, "Day"), "11/26/2026")
    QTest.keyClicks(line(sheet, "From"), "15:30")
    assert keep.isEnabled()
    QTest.keyClicks(line(sheet, "Until"), "15:00")
    assert not keep.isEnabled()
    line(sheet, "Until").clear()
    QTest.keyClicks(line(sheet, "Until"), "16:00")
    keep.click()
    room.settle()
    ahead = workspace.OverviewOf(desk)(families.ALVAREZ).appointments
    assert [a.names for a in ahead] == [(), ("Mateo",)]


def test_an_appointment_is_called_off_with_a_reason(room: Room, desk: Desk) -> None:
    page = room.family()
    panel = overview(page).appointments
    sheet = panel.change(workspace.OverviewOf(desk)(families.ALVAREZ).appointments[0])
    assert sheet.call_off is not None
    sheet.call_off.click()
    room.settle()
    why = line(page.window(), "Why will it not take place?")
    QTest.keyClicks(why, "Marisol works")
    button(page.window(), "Call it off").click()
    room.settle()
    assert not workspace.OverviewOf(desk)(families.ALVAREZ).appointments
    button(page, "Undo").click()
    room.settle()
    assert workspace.OverviewOf(desk)(families.ALVAREZ).appointments


def test_everybody_is_reached_by_arrows_and_enter(room: Room) -> None:
    page = room.family()
    part = people_part(room, page)
    part.cards.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part.cards, Qt.Key.Key_Right)
    QTest.keyClick(part.cards, Qt.Key.Key_Return)
    room.settle()
    assert part.shown_id == families.MATEO
    QTest.keyClick(part.panel.close_button, Qt.Key.Key_Escape)
    assert not part.shown_id
    assert part.cards.hasFocus()


def test_a_person_is_read_aloud_as_one_sentence(room: Room) -> None:
    part = people_part(room, room.family())
    said = part.model.index(7).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Lucía Álvarez Muñoz, Relative · 61, Spanish"


def test_a_name_is_kept_as_one_leaves_the_field(room: Room, desk: Desk) -> None:
    page = room.family()
    people_part(room, page)
    page.open_person(families.ELENA)
    room.settle()
    edit = line(page, "What they like to be called")
    edit.setFocus()
    QTest.keyClicks(edit, "Nena")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    room.settle()
    assert people.FileOf(desk)(families.ELENA).card.preferred_name == "Nena"


def test_typing_is_durable_before_one_leaves_the_field(room: Room, desk: Desk) -> None:
    page = room.family()
    people_part(room, page)
    page.open_person(families.ELENA)
    room.settle()
    edit = line(page, "Gender, in their words")
    edit.setFocus()
    QTest.keyClicks(edit, "gir")
    room.qtbot.waitUntil(lambda: bool(people.FileOf(desk)(families.ELENA).drafts), timeout=3000)
    again = room.family()
    people_part(room, again)
    again.open_person(families.ELENA)
    room.settle()
    assert line(again, "Gender, in their words").text() == "gir"


def test_leaving_the_page_settles_what_was_typed(room: Room, desk: Desk) -> None:
    page = room.family()
    people_part(room, page)
    page.open_person(families.ELENA)
    room.settle()
    edit = line(page, "Gender, in their words")
    edit.setFocus()
    QTest.keyClicks(edit, "girl")
    page.settle()
    room.settle()
    assert people.FileOf(desk)(families.ELENA).card.gender == "girl"
    assert not people.FileOf(desk)(families.ELENA).drafts


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("soon", "That is not a day. Write it like 3/14/2012 or 14 March 2012."),
        ("3/14/2031", "That day is still to come. A day of birth lies in the past."),
        ("3/14/1850", "That is more than 120 years ago. Please look at the year."),
    ],
)
def test_a_bad_day_of_birth_gets_one_clear_sentence(room: Room, desk: Desk, typed: str, words: str) -> None:
    page = room.family()
    people_part(room, page)
    page.open_person(families.ELENA)
    room.settle()
    edit = line(page, "Day of birth")
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    room.settle()
    said = [w.text() for w in page.findChildren(Text) if w.isVisible()]
    assert words in said
    assert str(people.FileOf(desk)(families.ELENA).card.birth_date) == "2014-05-09"
    assert audit(page) == []


def test_somebody_is_added_by_name_alone(room: Room, desk: Desk) -> None:
    page = room.family()
    part = people_part(room, page)
    sheet = part.add_person()
    assert sheet is not None
    assert not button(sheet, "Add").isEnabled()
    sheet.first.setText("Inés")
    button(sheet, "Add").click()
    room.settle()
    assert part.panel.person_id in {c.person_id for c in people.PeopleOf(desk)(families.ALVAREZ).cards}
    assert len(part.model.rows) == 9


def test_somebody_is_removed_with_a_reason_and_comes_back(room: Room) -> None:
    page = room.family()
    part = people_part(room, page)
    page.open_person(families.LUCIA)
    room.settle()
    button(page, "Remove from this family…").click()
    room.settle()
    remove = button(page.window(), "Remove")
    assert not remove.isEnabled()
    QTest.keyClicks(line(page.window(), "Why, in your words"), "written twice")
    remove.click()
    room.settle()
    assert families.LUCIA not in {card.person_id for card in part.model.rows}
    button(page, "Undo").click()
    room.settle()
    assert families.LUCIA in {card.person_id for card in part.model.rows}


def test_an_unsafe_tie_leaves_the_screen_and_the_shield_appears(room: Room) -> None:
    page = room.family()
    part = people_part(room, page)
    page.open_person(families.MARISOL)
    room.settle()
    ties = part.panel._ties
    assert ties is not None
    sheet = ties.ask()
    sheet.other.choose(families.DWAYNE)
    sheet.kind.choose("separated")
    sheet.quality.choose("unsafe")
    sheet._judge()
    assert audit(sheet) == []
    button(sheet, "Keep it").click()
    room.settle()
    assert not any("Dwayne" in b.accessibleName() for b in ties.findChildren(Button))
    assert "Check Safety before sharing" in [
        w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()
    ]


def test_a_child_moves_and_the_placement_before_ends(room: Room, desk: Desk) -> None:
    page = room.family(families.BAPTISTE)
    part = people_part(room, page)
    page.open_person(families.NOE)
    room.settle()
    homes = part.panel._homes
    assert homes is not None
    sheet = homes.ask_placement()
    sheet.kind.choose("relative")
    QTest.keyClicks(line(sheet, "From"), "11/20/2026")
    button(sheet, "Keep it").click()
    room.settle()
    assert [p.kind for p in people.FileOf(desk)(families.NOE).placements] == ["relative", "foster"]
    assert audit(page) == []


def test_a_substitute_address_asks_before_the_actual_one_goes(room: Room, desk: Desk) -> None:
    page = room.family()
    part = people_part(room, page)
    page.open_person(families.MARISOL)
    room.settle()
    reach = part.panel._reach
    assert reach is not None
    for value, kept in (("12 Elm Street", "actual"), ("PO Box 1110", "substitute_acp")):
        sheet = reach.ask()
        sheet.kind.choose("address")
        sheet.value.setText(value)
        sheet.kept.choose(kept)
        sheet._judge()
        button(sheet, "Keep it").click()
        room.settle()
    button(page.window(), "Keep the substitute").click()
    room.settle()
    assert [p.value for p in people.FileOf(desk)(families.MARISOL).points] == ["PO Box 1110"]


def test_the_story_opens_notes_and_unfolds_the_rest(room: Room) -> None:
    page = room.family()
    part = story_part(room, page)
    part.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part.list, Qt.Key.Key_Home)
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    assert part.list.expanded == families.MORNING_VISIT
    with room.qtbot.waitSignal(page.note_opened) as opened:
        QTest.keyClick(part.list, Qt.Key.Key_Down)
        QTest.keyClick(part.list, Qt.Key.Key_Return)
        assert part.list.expanded == families.FRIDAY_VISIT
        QTest.keyClick(part.list, Qt.Key.Key_Return)
    assert opened.args == [families.FRIDAY_VISIT]


def test_a_missed_visit_says_why_aloud(room: Room) -> None:
    part = story_part(room, room.family(families.NGUYEN))
    said = [
        part.model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(part.model.rowCount())
    ]
    assert any("The child was away · at camp" in words and "not there: Minh" in words for words in said)


def test_a_filter_that_finds_nothing_offers_everything(room: Room) -> None:
    page = room.family()
    part = story_part(room, page)
    part.who.choose(families.LUZ)
    part.kinds[next(iter(part.kinds))].setChecked(False)
    part.element.choose("solutions")
    part._on_filter()
    room.settle()
    button(page, "Show everything").click()
    room.settle()
    assert part.wanted().is_open
    assert part.model.rowCount() > 4


def test_five_thousand_entries_are_read_only_where_one_looks(room: Room, desk: Desk) -> None:
    with desk.vault.applying() as conn:
        to = Planter(conn, families.DANA, family="okafor", from_agency=True)
        for number in range(5_000):
            at = f"20{10 + number // 336:02d}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}T12:00:00.000Z"
            to.row("contact", f"{number:032x}", at, {"event_start": at, "status": "final", "types": "[]"})
    page = room.family(families.OKAFOR)
    part = story_part(room, page)
    assert part.model.rowCount() >= 5_000
    assert len(part.model._entries) <= 300
    part.list.setFocus()
    QTest.keyClick(part.list, Qt.Key.Key_End)
    room.settle()
    assert part.list.currentIndex().row() == part.model.rowCount() - 1
    assert part.model.is_read(part.model.rowCount() - 1)
    assert len(part.model._entries) <= 600


def test_after_a_restart_one_is_exactly_where_one_was(room: Room) -> None:
    page = room.family()
    people_part(room, page)
    page.open_person(families.ANDRE)
    room.settle()
    place = page.place()
    again = room.family()
    again.restore(place)
    room.settle()
    part = people_part(room, again)
    assert (again.part, part.shown_id) == ("people", families.ANDRE)


def test_the_field_and_letter_one_was_at_come_back(room: Room) -> None:
    page = room.family()
    people_part(room, page)
    page.open_person(families.MARISOL)
    room.settle()
    edit = line(page, "Family name")
    edit.setFocus()
    edit.setCursorPosition(3)
    place = page.place()
    again = room.family()
    again.restore(place)
    room.settle()
    other = line(again, "Family name")
    assert other.hasFocus()
    assert other.cursorPosition() == 3


def test_the_story_comes_back_with_its_filter_and_place(room: Room) -> None:
    page = room.family()
    part = story_part(room, page)
    part.who.choose(families.MARISOL)
    part._on_filter()
    room.settle()
    part.list.setCurrentIndex(part.model.index(2))
    place = page.place()
    again = room.family()
    again.restore(place)
    room.settle()
    other = story_part(room, again)
    assert other.wanted() == StoryFilter(person_id=families.MARISOL)
    assert other.model.rowCount() == part.model.rowCount()
    here, there = part.model.key_at(2), other.model.key_at(other.list.currentIndex().row())
    assert here == there


def test_the_story_of_somebody_who_is_gone_is_everybodys(room: Room) -> None:
    page = room.family()
    page.restore({"part": "story", "story.who": "nobody"})
    room.settle()
    part = story_part(room, page)
    assert part.wanted().is_open
    assert part.model.rowCount() > 4


def test_one_goes_on_reading_where_one_is_when_something_new_comes(room: Room, desk: Desk) -> None:
    page = room.family()
    part = story_part(room, page)
    bar = part.list.verticalScrollBar()
    bar.setValue(bar.maximum() - 40)
    before = part.list.top()
    assert before[0]
    storied.tell_more(desk)
    part.reload()
    room.settle()
    assert part.list.top() == before


def test_what_somebody_else_changes_shows_without_being_asked(room: Room, desk: Desk) -> None:
    page = room.family()
    part = people_part(room, page)
    changed = people.EditPerson(desk)(families.ELENA, {"preferred_name": "Nena"})
    room.bus.publish(changed)
    room.settle()
    assert "Nena Alvarez Greene" in [card.full_name for card in part.model.rows]


def test_tabs_speak_as_tabs_or_buttons_and_have_names(room: Room) -> None:
    page = room.family()
    names = set()
    for child in page._parts_bar.findChildren(QWidget):
        item = QAccessible.queryAccessibleInterface(child)
        names.add(item.text(QAccessible.Text.Name))
    assert {"Overview", "People", "Story"} <= names


def test_the_keys_of_each_part_are_told(room: Room) -> None:
    page = room.family()
    for part in PARTS:
        page.show_part(part)
        keys = tuple(page.keys())
        assert ("Ctrl+2", "People") in keys
        assert all(key and words for key, words in keys)


def test_unused_services_are_not_needed_for_the_clock_to_turn(room: Room, monday: FrozenClock) -> None:
    page = room.family()
    monday.advance(days=1)
    overview(page).reload()
    room.settle()
    assert audit(page) == []


def test_drafts_of_other_families_stay_out(room: Room, desk: Desk) -> None:
    drafts.KeepDraft(desk)("person", families.RENEE, "gender", families.DOBBS, "x", "")
    page = room.family()
    people_part(room, page)
    page.open_person(families.MARISOL)
    room.settle()
    assert not line(page, "Gender, in their words").text()
    assert story.StoryKeys(desk)(families.ALVAREZ, StoryFilter())


def test_a_family_that_moves_away_can_be_read_but_not_written(room: Room, desk: Desk) -> None:
    with desk.vault.applying() as conn:
        conn.execute(
            sync_bucket.update().where(sync_bucket.c.bucket == f"f:{families.ALVAREZ}").values(mode="r")
        )
    page = room.family()
    part = people_part(room, page)
    page.open_person(families.ELENA)
    room.settle()
    assert not page.visit_button.isEnabled()
    assert not part.add_button.isEnabled()
    assert not line(page, "First name").isEnabled()
    assert part.cards.isEnabled()
    assert "This family is moving to a colleague" in [
        w.text() for w in page.findChildren(Text) if w.isVisible()
    ]
    assert audit(page) == []
