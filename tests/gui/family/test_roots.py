"""The side roads of People as a worker uses them, over a real vault: searching, a child's years, family tree files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.gui.conftest import Dress
from tests.support import families, roots
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room
from tests.unit.gedcom.shared import shared_file

from engage_desktop.services import child_timeline, kin_search
from engage_desktop.services.desk import Desk
from engage_desktop.services.people import FileOf, PeopleOf
from engage_desktop.store import records
from engage_desktop.views.family.child_timeline.page import YearsPage
from engage_desktop.views.family.family_tree.page import TreePage
from engage_desktop.views.family.kin_search.efforts import EffortForm
from engage_desktop.views.family.kin_search.page import SearchPage
from engage_desktop.views.family.people import PeoplePart
from engage_desktop.views.family.roots import search_place
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import LineEdit, TextArea
from engage_desktop.views.kit.text import Text
from engage_domain.gedcom.intake import Choice, Take
from engage_domain.kin_search import Effort

pytestmark = pytest.mark.usefixtures("planted")
SIZES = [
    (1.0, False, LAPTOP),
    (1.0, True, WIDE),
    (1.5, True, LAPTOP),
    (2.0, False, LAPTOP),
    (2.0, True, WIDE),
]
GRANDMA = (
    "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME Ngozi /Okafor/\n1 NOTE sings\n"
    "0 @I2@ INDI\n1 NAME Emeka /Okaphor/\n1 BIRT\n2 DATE 1983\n"
    "0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n0 TRLR\n"
)


@pytest.fixture
def planted(desk: Desk) -> None:
    """Write a search and a boy's years."""
    roots.plant_search(desk)
    roots.plant_years(desk)


def people_part(room: Room, family_id: str, size: tuple[int, int] = LAPTOP) -> tuple[FamilyView, PeoplePart]:
    page = room.family(family_id, size)
    part = page.show_part("people")
    room.settle()
    assert isinstance(part, PeoplePart)
    return page, part


def search(room: Room, family_id: str = families.NGUYEN) -> tuple[FamilyView, SearchPage]:
    page, part = people_part(room, family_id)
    part.roots.search_button.click()
    room.settle()
    assert isinstance(part.roots.road, SearchPage)
    return page, part.roots.road


def years(room: Room, person_id: str = families.MATEO) -> tuple[FamilyView, YearsPage]:
    page, part = people_part(room, families.ALVAREZ)
    page.open_person(person_id)
    room.settle()
    button(page, f"Places and people in {FileOf(room.desk)(person_id).card.first_name}’s life").click()
    room.settle()
    assert isinstance(part.roots.road, YearsPage)
    return page, part.roots.road


def tree(room: Room, path: Path, family_id: str = families.OKAFOR) -> tuple[FamilyView, TreePage]:
    page, part = people_part(room, family_id)
    road = part.roots.bring_in(path)
    room.settle()
    return page, road


def button(page: QWidget, name: str) -> Button:
    found = [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisible()]
    assert found, f"no button called {name!r}"
    return found[0]


def line(page: QWidget, name: str) -> LineEdit:
    return next(e for e in page.findChildren(LineEdit) if e.accessibleName() == name and e.isVisible())


def area(page: QWidget, name: str) -> TextArea:
    return next(e for e in page.findChildren(TextArea) if e.accessibleName() == name and e.isVisible())


def said(page: QWidget) -> set[str]:
    return {w.text() for w in page.findChildren(Text) if w.isVisible()}


def efforts(desk: Desk) -> tuple[Effort, ...]:
    found = kin_search.SearchOf(desk)(families.NGUYEN).of(families.BAO)
    return found.efforts if found is not None else ()


@pytest.mark.parametrize(("scale", "dark", "size"), SIZES)
def test_every_side_road_can_be_read_and_reached_at_every_size(
    room: Room, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page, part = people_part(room, families.ALVAREZ, size)
    for kind, person in (("search", ""), ("search", families.ANDRE), ("years", families.MATEO), ("tree", "")):
        road = part.roots.go(kind, person)
        room.settle()
        assert audit(page) == [], kind
        if isinstance(road, YearsPage):
            road.add("school")
            room.settle()
            assert audit(page) == []
            road.show_as("list")
            room.settle()
            assert audit(page) == []
    assert (page.width(), page.height()) == size


@pytest.mark.parametrize(("scale", "dark", "size"), SIZES)
def test_the_log_and_its_form_can_be_read_at_every_size(
    room: Room, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page, part = people_part(room, families.NGUYEN, size)
    road = part.roots.go("search")
    room.settle()
    assert isinstance(road, SearchPage)
    assert audit(page) == []
    road.add("letter")
    room.settle()
    assert audit(page) == []
    assert (page.width(), page.height()) == size


@pytest.mark.parametrize(("scale", "dark", "size"), SIZES)
def test_a_file_can_be_looked_into_at_every_size(
    room: Room, dress: Dress, tmp_path: Path, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    path = tmp_path / "grandma.ged"
    path.write_text(GRANDMA)
    page, part = people_part(room, families.OKAFOR, size)
    road = part.roots.bring_in(path)
    room.settle()
    assert audit(page) == []
    sheet = road.preview.ask(road.preview.list.lines.rows[0])
    room.settle()
    assert audit(sheet) == []
    sheet.reject()
    save = part.roots.save_as()
    room.settle()
    assert audit(save) == []
    save.reject()
    assert (page.width(), page.height()) == size


def test_nothing_flashes_up_on_the_side_roads(room: Room, flashes: Flashes) -> None:
    _, part = people_part(room, families.ALVAREZ)
    for kind in ("search", "years", "tree"):
        part.roots.go(kind, families.MATEO)
        room.settle()
    part.roots.leave()
    assert flashes.seen == []


# searching


def test_whoever_nobody_can_find_is_shown_with_the_log_newest_on_top(room: Room) -> None:
    page, road = search(room)
    assert road.person_id == families.BAO
    assert button(page, "Change: Asked kin, his cousin Linh · 28 October · Dana Whitfield").isVisible()
    assert "Next: Call Linh again after Thanksgiving · by 30 November" in said(page)
    assert any("look again by 27 December" in words for words in said(page))


def test_a_place_is_pressed_and_what_came_of_it_keeps_itself(room: Room, desk: Desk) -> None:
    page, road = search(room)
    button(page, "Looked today for Bao Nguyễn: Court records").click()
    room.settle()
    assert (efforts(desk)[0].source, efforts(desk)[0].result) == ("court_records", "waiting")
    found = area(page, "What was found")
    found.setFocus()
    QTest.keyClicks(found, "A case in Gulfport, 2024")
    QTest.keyClick(found, Qt.Key.Key_Tab)
    room.settle()
    assert efforts(desk)[0].found == "A case in Gulfport, 2024"
    note = line(page, "Whom or what exactly")
    note.setFocus()
    QTest.keyClicks(note, "Harrison County")
    button(page, "Done").click()
    room.settle()
    assert efforts(desk)[0].source_note == "Harrison County"
    assert road.log.form is None
    assert "A case in Gulfport, 2024" in said(page)


def test_typing_in_a_search_is_there_after_a_restart(room: Room, desk: Desk) -> None:
    page, road = search(room)
    button(page, "Looked today for Bao Nguyễn: Court records").click()
    room.settle()
    found = area(page, "What was found")
    found.setFocus()
    QTest.keyClicks(found, "half a sente")
    room.qtbot.waitUntil(lambda: bool(efforts(desk)[0].drafts), timeout=3000)
    place = page.place()
    again = room.family(families.NGUYEN)
    again.restore(place)
    room.settle()
    assert area(again, "What was found").toPlainText() == "half a sente"
    assert road.person_id == families.BAO


def test_a_search_is_undone_from_the_toast(room: Room, desk: Desk) -> None:
    page, _ = search(room)
    button(page, "Looked today for Bao Nguyễn: Earlier case files").click()
    room.settle()
    assert len(efforts(desk)) == 4
    button(page, "Undo").click()
    room.settle()
    assert len(efforts(desk)) == 3


def test_while_the_review_is_open_the_screen_says_that_letters_rest(room: Room, desk: Desk) -> None:
    page, road = search(room)
    road.log.review.chosen.emit("paused")
    room.settle()
    assert "Paused for safety: no notices, letters or visits" in said(page)
    assert "Letter to the last address: rests until the review is done" in said(page)
    names = [b.accessibleName() for b in page.findChildren(Button) if b.isVisible()]
    assert "Looked today for Bao Nguyễn: Letter to the last address" not in names
    assert "Looked today for Bao Nguyễn: Court records" in names
    road.log.review.chosen.emit("cleared")
    room.settle()
    assert not road.log.paused.isVisible()
    assert len(efforts(desk)) == 4


def test_a_search_being_written_says_at_once_that_reaching_out_rests(room: Room, desk: Desk) -> None:
    _, road = search(room)
    road.add("letter")
    room.settle()
    form = road.log.form
    assert form is not None
    rests = "This rests until the safety review is done. Keep it only if it happened before."
    assert rests not in said(form)
    latest = efforts(desk)[0].effort_id
    with desk.write("search_effort.review") as conn:
        records.update(conn, "search_effort", latest, {"dv_review": "paused"})
    road.reload()
    room.settle()
    assert road.log.form is form
    assert rests in said(form)
    road.set_read_only(True)
    assert not [one for one in road.findChildren(EffortForm) if one.isVisible()]


def test_somebody_found_may_be_known_from_now_on(room: Room, desk: Desk) -> None:
    page, road = search(room)
    road.add("other")
    room.settle()
    kin_search.EditEffort(desk)(efforts(desk)[0].effort_id, {"result": "found"})
    road.reload()
    room.settle()
    button(page, "Yes, it is known where").click()
    room.settle()
    assert FileOf(desk)(families.BAO).card.whereabouts == "known"
    assert not road.log.found.isVisible()


def test_escape_leads_back_to_the_people(room: Room) -> None:
    page, road = search(room)
    QTest.keyClick(road.back_button, Qt.Key.Key_Escape)
    room.settle()
    part = page.show_part("people")
    assert isinstance(part, PeoplePart)
    assert part.roots.road is None
    assert part.add_button.isVisible()


def test_the_way_from_today_leads_to_the_search(room: Room) -> None:
    page = room.family(families.NGUYEN)
    page.restore(search_place(families.BAO))
    room.settle()
    assert page.part == "people"
    assert "Search for kin" in said(page)
    assert page.place()["people.road_person"] == families.BAO


def test_a_family_in_which_everybody_is_known_offers_to_look_for_somebody(room: Room) -> None:
    page, road = search(room, families.OKAFOR)
    assert "It is known where everybody is" in said(page)
    assert audit(page) == []
    grace = next(c for c in PeopleOf(room.desk)(families.OKAFOR).cards if c.first_name == "Grace")
    road.empty_else.chosen.emit(grace.person_id)
    room.settle()
    assert road.person_id == grace.person_id
    assert audit(page) == []


# a child's years


def test_the_years_are_drawn_and_counted(room: Room) -> None:
    _, road = years(room)
    names = [face.accessibleName() for face in road.drawing.faces]
    assert "Home, Shelter on Hill Road, Lived, summer 2021 to October 2021" in names
    assert "School, Lincoln Elementary, School · with Ms. Park and Coach Bell, since 9/5/2023" in names
    assert len(names) == 10
    assert all(face.height() >= 44 for face in road.drawing.faces)
    assert {"5 homes", "3 moves", "2 schools", "one separation"} <= {
        w.accessibleName() for w in road.findChildren(QWidget)
    }


def test_no_moment_lies_over_another(room: Room) -> None:
    _, road = years(room)
    rects = [face.geometry() for face in road.drawing.faces]
    for n, one in enumerate(rects):
        assert not any(one.intersects(other) for other in rects[:n])


def test_the_arrows_go_from_moment_to_moment_and_enter_opens_one(room: Room) -> None:
    page, road = years(room)
    first, second = road.drawing.faces[:2]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    room.settle()
    assert road.form is not None
    assert line(page, "What").text() == second.moment.what


def test_the_list_says_the_same(room: Room) -> None:
    _, road = years(room)
    road.show_as("list")
    room.settle()
    spoken = {
        road.list.moments.index(n).data(Qt.ItemDataRole.AccessibleTextRole)
        for n in range(road.list.moments.rowCount())
    }
    drawn = {face.accessibleName() for face in road.drawing.faces}
    assert drawn < spoken
    assert len(spoken) == len(drawn) + 1  # the stay without a day has its own place beside the drawing


def test_a_home_is_added_with_a_day_as_people_remember_it(room: Room, desk: Desk) -> None:
    page, road = years(room)
    road.add("home")
    room.settle()
    assert line(page, "What").hasFocus()
    QTest.keyClicks(line(page, "What"), "Aunt Ines")
    QTest.keyClick(line(page, "What"), Qt.Key.Key_Tab)
    start = line(page, "From")
    start.setFocus()
    QTest.keyClicks(start, "summer 2022")
    QTest.keyClick(start, Qt.Key.Key_Tab)
    room.settle()
    one = next(m for m in child_timeline.YearsOf(desk)(families.MATEO).moments if m.what == "Aunt Ines")
    assert (one.from_on, one.roughly) == (date(2022, 6, 21), True)
    assert "6 homes" in {w.accessibleName() for w in road.findChildren(QWidget)}
    button(page, "Undo").click()
    room.settle()
    assert "Aunt Ines" not in {m.what for m in child_timeline.YearsOf(desk)(families.MATEO).moments}


def test_a_day_nobody_understands_gets_one_sentence(room: Room) -> None:
    page, road = years(room)
    road.add("home")
    room.settle()
    start = line(page, "From")
    start.setFocus()
    QTest.keyClicks(start, "when it rained")
    QTest.keyClick(start, Qt.Key.Key_Tab)
    room.settle()
    assert "That is not a day. Write it like 3/14/2012 or 14 March 2012." in said(page)


def test_somebody_along_the_way_becomes_kin_and_is_looked_for(room: Room, desk: Desk) -> None:
    page, _ = years(room)
    button(page, "Add Walter Greene as kin").click()
    room.settle()
    walter = next(c for c in PeopleOf(desk)(families.ALVAREZ).cards if c.full_name == "Walter Greene")
    assert button(page, "Open Walter Greene").isVisible()
    button(page, "Undo").click()
    room.settle()
    assert walter.person_id not in {c.person_id for c in PeopleOf(desk)(families.ALVAREZ).cards}
    button(page, "Look for Aunt Ruth").click()
    room.settle()
    part = page.show_part("people")
    assert isinstance(part, PeoplePart)
    assert isinstance(part.roots.road, SearchPage)
    assert "Aunt Ruth" in said(page)


def test_a_restart_brings_back_the_years_as_they_were(room: Room) -> None:
    page, road = years(room)
    road.show_as("list")
    joy = next(m for m in road.list.moments.rows if m.what == "Goal in the finals")
    road.open_moment(joy.row_id)
    room.settle()
    again = room.family(families.ALVAREZ)
    again.restore(page.place())
    room.settle()
    part = again.show_part("people")
    assert isinstance(part, PeoplePart)
    came = part.roots.road
    assert isinstance(came, YearsPage)
    assert came.way.here() == "list"
    assert area(again, "In the child’s words").toPlainText() == "Everybody shouted my name."


def test_a_placement_is_shown_and_opened_where_it_is_written(room: Room) -> None:
    page, road = years(room)
    placed = next(m for m in road.list.moments.rows if m.entity == "placement")
    road.open_moment(placed.row_id)
    room.settle()
    assert "This is written under “Where they live”." in said(page)
    button(page, "Open it there").click()
    room.settle()
    part = page.show_part("people")
    assert isinstance(part, PeoplePart)
    assert part.shown_id == families.MATEO
    assert part.roots.road is None


def test_the_years_of_a_family_that_moves_away_lead_on_and_are_not_written(room: Room) -> None:
    page, road = years(room)
    road.set_read_only(True)
    names = [b.accessibleName() for b in page.findChildren(Button) if b.isVisible()]
    assert not [name for name in names if name.startswith(("Add Walter", "Look for"))]
    placed = next(m for m in road.list.moments.rows if m.entity == "placement")
    road.open_moment(placed.row_id)
    room.settle()
    assert button(page, "Open it there").isEnabled()
    own = next(m for m in road.list.moments.rows if m.is_own)
    road.open_moment(own.row_id)
    room.settle()
    assert not line(page, "What").isEnabled()
    assert any(b.isEnabled() for b in page.findChildren(Button) if b.accessibleName().startswith("Open "))


def test_a_child_without_years_is_greeted_with_a_first_step(room: Room) -> None:
    page, part = people_part(room, families.OKAFOR)
    made = next(c for c in PeopleOf(room.desk)(families.OKAFOR).cards if c.first_name == "Emeka")
    part.roots.go("years", made.person_id)
    room.settle()
    assert audit(page) == []
    assert "Okafor home" in {f.text() for f in page.findChildren(Button)} or part.roots.road is not None


# family tree files


def test_a_file_is_looked_into_decided_on_brought_in_and_taken_back(
    room: Room, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "grandma.ged"
    path.write_text(GRANDMA)
    before = len(PeopleOf(desk)(families.OKAFOR).cards)
    page, road = tree(room, path)
    assert not road.preview.bring_button.isEnabled()
    assert "Perhaps known already: one person" in said(page)
    button(page, "Take them all as proposed").click()
    room.settle()
    assert len(PeopleOf(desk)(families.OKAFOR).cards) == before
    button(page, "Bring in one person").click()
    room.settle()
    assert len(PeopleOf(desk)(families.OKAFOR).cards) == before + 1
    assert "Brought in: one person and one tie" in said(page)
    button(page, "Take all of it back").click()
    room.settle()
    assert len(PeopleOf(desk)(families.OKAFOR).cards) == before


def test_it_can_still_be_taken_back_from_among_the_people(room: Room, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "grandma.ged"
    path.write_text(GRANDMA)
    before = len(PeopleOf(desk)(families.OKAFOR).cards)
    page, road = tree(room, path)
    road.preview.take_all.click()
    road.bring_in()
    room.settle()
    button(page, "Show the people").click()
    room.settle()
    part = page.show_part("people")
    assert isinstance(part, PeoplePart)
    part.roots.take_back_tree()
    room.settle()
    assert len(PeopleOf(desk)(families.OKAFOR).cards) == before


def test_the_worker_says_who_somebody_is(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "grandma.ged"
    path.write_text(GRANDMA)
    page, road = tree(room, path)
    emeka = road.preview.list.lines.rows[1]
    assert road.preview.list.chip(emeka)[0] == "perhaps Emeka Okafor, 1983?"
    sheet = road.preview.ask(emeka)
    room.settle()
    sheet.take.segment(Take.NEW.value).click()
    button(sheet, "Keep it").click()
    room.settle()
    assert road.preview.choices[emeka.key] == Choice(Take.NEW)
    assert button(page, "Bring in 2 people").isEnabled()
    spoken = road.preview.list.lines.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Emeka Okaphor, new, born 1983 · child of Ngozi Okafor"


def test_what_has_no_place_here_is_listed(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "grandma.ged"
    path.write_text(GRANDMA)
    _, road = tree(room, path)
    road.preview.show_which("behind")
    room.settle()
    model = road.preview.said.model()
    rows = [model.index(n, 0).data(Qt.ItemDataRole.DisplayRole) for n in range(model.rowCount())]
    assert "Ngozi Okafor · note · sings" in rows


def test_a_malformed_file_gets_one_sentence_with_its_line_and_a_way_on(room: Room) -> None:
    page, _ = tree(room, shared_file("circular-reference"))
    words = next(w for w in said(page) if w.startswith("Line 23:"))
    assert "would be their own ancestor" in words
    assert button(page, "Choose another file").isEnabled()
    assert audit(page) == []


def test_a_large_tree_is_previewed_and_can_be_stopped(room: Room, desk: Desk) -> None:
    before = len(PeopleOf(desk)(families.OKAFOR).cards)
    page, road = tree(room, shared_file("royal92"))
    road.preview.take_all.click()
    assert len(road.preview.list.lines.rows) == 3010
    road.bring_in()
    road._course.stop()
    room.settle()
    assert len(PeopleOf(desk)(families.OKAFOR).cards) == before
    assert button(page, "Bring in 3010 people").isEnabled()


def test_one_does_not_leave_while_people_are_being_brought_in_or_taken_back(
    room: Room, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "grandma.ged"
    path.write_text(GRANDMA)
    before = len(PeopleOf(desk)(families.OKAFOR).cards)
    page, road = tree(room, path)
    part = page.show_part("people")
    assert isinstance(part, PeoplePart)
    road.preview.take_all.click()
    road.bring_in()
    part.close_person()
    assert not road.back_button.isEnabled()
    assert button(page, "Stop").isVisible()
    room.settle()
    assert part.roots.road is road
    assert len(part.model.rows) == before + 1
    road.take_back()
    assert part.roots.go("search") is road
    assert not [b for b in page.findChildren(Button) if b.isVisible() and b.accessibleName() == "Stop"]
    room.settle()
    part.close_person()
    assert part.roots.currentWidget() is not road
    assert len(PeopleOf(desk)(families.OKAFOR).cards) == before


def test_a_file_can_be_looked_into_but_not_brought_in_while_a_family_moves_away(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "grandma.ged"
    path.write_text(GRANDMA)
    _, road = tree(room, path)
    road.set_read_only(True)
    road.preview.take_all.click()
    assert not road.preview.bring_button.isEnabled()


def test_the_saved_file_says_for_whom_it_is_and_what_is_not_in_it(
    room: Room, desk: Desk, tmp_path: Path
) -> None:
    page, part = people_part(room, families.DOBBS)
    sheet = part.roots.save_as()
    room.settle()
    words = " ".join(said(sheet))
    assert "This file is for you alone" in words
    assert "kept under Safety" in words
    sheet.reject()
    out = tmp_path / "dobbs.ged"
    part.roots.saving.save(out, "7.0")
    room.settle()
    assert out.read_text(encoding="utf-8-sig").startswith("0 HEAD")
    assert any("Saved for you alone" in w for w in said(page))


def test_a_family_that_moves_away_is_read_and_not_written(room: Room) -> None:
    page, road = search(room)
    road.set_read_only(True)
    room.settle()
    assert not road.log.add_button.isEnabled()
    names = [b.accessibleName() for b in page.findChildren(Button) if b.isVisible()]
    assert not any(name.startswith("Change:") for name in names)


def test_a_screen_reader_meets_every_control_of_the_search_by_name_and_role(room: Room) -> None:
    page, _ = search(room)
    QCoreApplication.processEvents()
    for control in page.findChildren(Button):
        if control.isVisible():
            spoken = QAccessible.queryAccessibleInterface(control)
            assert spoken.text(QAccessible.Text.Name)
            assert spoken.role() in {QAccessible.Role.Button, QAccessible.Role.CheckBox}
