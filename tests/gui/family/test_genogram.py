"""The family drawn on its canvas: read, moved, written and undone by mouse and by keyboard, over a real vault."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from tests.gui.conftest import Dress
from tests.gui.family.test_family_view import a_new_family, button, line
from tests.support import families
from tests.support.genograms import GREENE, plant_greene, who
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room

from engage_desktop.errors import DiskFull
from engage_desktop.services import genogram, people
from engage_desktop.services.desk import Desk
from engage_desktop.services.genogram import Ask, Drawn
from engage_desktop.services.steps import Step, TakeStepBack
from engage_desktop.store.tables import sync_bucket
from engage_desktop.views.family.genogram.add_sheet import AddKinSheet
from engage_desktop.views.family.genogram.board import GenogramBoard
from engage_desktop.views.family.people import PeoplePart
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.canvas.shapes import LineStyle
from engage_desktop.views.kit.canvas.view import Canvas
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_domain.genogram.drawing import Drawing
from engage_domain.genogram.model import Kind
from engage_wire.changed import Changed

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def people_of(room: Room, page: FamilyView) -> PeoplePart:
    part = page.show_part("people")
    room.settle()
    assert isinstance(part, PeoplePart)
    return part


def board_of(room: Room, page: FamilyView) -> GenogramBoard:
    return people_of(room, page).genogram


@pytest.fixture
def greene(room: Room, desk: Desk) -> GenogramBoard:
    plant_greene(desk)
    return board_of(room, room.family(GREENE))


def drawing(board: GenogramBoard) -> Drawing:
    assert board.drawn is not None
    return board.drawn.drawing


def show(room: Room, page: QWidget, way: str) -> None:
    part = page.findChild(PeoplePart)
    assert isinstance(part, PeoplePart)
    part.way.segment(way).click()
    room.settle()


def sheet_of(page: QWidget) -> AddKinSheet:
    found = [s for s in page.window().findChildren(AddKinSheet) if s.isVisible()]
    assert found
    return found[-1]


def pick(choice: ChoiceButton, key: str) -> None:
    """Choose from a menu with the keyboard."""
    keys = [k for k, _ in choice._options]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    menu = next(m for m in choice.findChildren(QMenu) if m.isVisible())
    menu.setActiveAction(menu.actions()[keys.index(key)])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert choice.here() == key


def drawn_of(desk: Desk, family_id: str, on: date | None = None) -> Drawn:
    return genogram.DrawFamily(desk)(Ask(family_id, on))


def spot(canvas: Canvas, key: str) -> QPoint:
    return canvas.mapFromScene(canvas.board.rect_of(key).center())


def drag(canvas: Canvas, key: str, by: QPoint) -> None:
    left, paper, start = Qt.MouseButton.LeftButton, canvas.viewport(), spot(canvas, key)
    QTest.mousePress(paper, left, pos=start)
    QTest.mouseMove(paper, start + by / 2)
    QApplication.processEvents()
    QTest.mouseMove(paper, start + by)
    QTest.mouseRelease(paper, left, pos=start + by)


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
def test_the_drawing_holds_at_every_size(
    room: Room, desk: Desk, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    plant_greene(desk)
    dress(dark=dark, scale=scale)
    page = room.family(GREENE, size)
    board = board_of(room, page)
    assert len(board.canvas.picture.nodes) == 19
    assert audit(page) == []
    for sheet in (board.verbs.add(who("Marisol")), board.verbs.connect_people(), board.legend.open_all()):
        assert sheet is not None
        room.settle()
        assert audit(sheet) == []
        sheet.reject()
    for way in ("list", "cards", "drawing"):
        show(room, page, way)
        assert audit(page) == []
    page.open_person(who("Mateo"))
    room.settle()
    assert audit(page) == []
    assert (page.width(), page.height()) == size


def test_a_family_of_nineteen_is_drawn_from_nothing(room: Room, desk: Desk) -> None:
    """By keyboard and mouse: mixed unions, a foster child, a twin pair, a loss and a pregnancy."""
    page = room.family(a_new_family(desk))
    board = board_of(room, page)
    ids: dict[str, str] = {}

    def add(name: str, place: str = "", of: str = "", **more: str) -> None:
        page.activateWindow()
        room.qtbot.waitUntil(page.isActiveWindow)
        if of:
            board.canvas.setFocus()
            board.choose("")
            board.canvas.go_to(ids[of])
            QTest.keyClick(board.canvas, Qt.Key.Key_Insert)
        elif ids:
            QTest.mouseClick(button(page, "Add a person"), Qt.MouseButton.LeftButton)
        else:
            button(page, "Add the first person").click()
        sheet = sheet_of(page)
        if place and sheet.place.here() != place:
            pick(sheet.place, place)
        for field, value in more.items():
            if field == "born":
                sheet.born.edit.setFocus()
                QTest.keyClicks(sheet.born.edit, value)
            elif field == "identical":
                sheet.identical.click()
            else:
                key = ids.get(value, value)
                choice = getattr(sheet, field)
                if choice.here() != key:
                    pick(choice, key)
        if more.get("kind", "person") == "person":
            sheet.first.insert(name)  # the test keyboard has no accents
        sheet.last.setFocus()
        QTest.keyClick(sheet.last, Qt.Key.Key_Return)
        room.settle()
        ids[name] = board._wanted_key
        button(page, "Close (Esc)").click()
        room.settle()

    add("Elena", sex="female", role="child", born="5/9/2014")
    add("Marisol", "parent", "Elena", sex="female")
    add("Andre", "parent", "Elena", sex="male")
    add("Mateo", "sibling", "Elena", sex="male")
    add("Dwayne", "partner", "Marisol", sex="male", way="separated")
    add("Luz", "child", "Marisol", sex="female", other_parent="Dwayne", born="6/30/2022")
    add("Lola", "twin", "Luz", sex="female", identical="yes")
    add("loss", "child", "Marisol", other_parent="Dwayne", kind="miscarriage")
    add("awaited", "child", "Marisol", other_parent="Dwayne", kind="pregnancy", born="2/10/2027")
    add("Lucía", "parent", "Marisol", sex="female")
    add("Ramón", "parent", "Marisol", sex="male")
    add("Tomás", "sibling", "Marisol", sex="male")
    add("Inés", "sibling", "Marisol", sex="female")
    add("Rosa", "partner", "Inés", sex="female", way="married")
    add("Ida", "parent", "Dwayne", sex="female")
    add("Walter", "partner", "Ida", sex="male", way="divorced")
    add("Noa", "child", "Inés", way="foster", other_parent="Rosa")
    add("Rev. Ortiz", "other", "Marisol", way="fictive_kin")
    add("Grandpa Joe", "other", "Marisol", way="grandparent")

    found = drawn_of(desk, page.family_id)
    drawing, kin = found.drawing, {one.person_id: one for one in found.told}
    assert len(drawing.symbols) == 19
    assert len({one.generation for one in drawing.symbols}) >= 3
    assert {"separated", "married", "divorced"} <= {union.state for union in drawing.unions}
    assert dict(kin[ids["Noa"]].parents) == {ids["Inés"]: "foster", ids["Rosa"]: "foster"}
    assert kin[ids["Luz"]].twins == (ids["Lola"],)
    assert len(drawing.twins) == 1
    assert dict(kin[ids["Mateo"]].parents) == {ids["Marisol"]: "birth", ids["Andre"]: "birth"}
    assert drawing.symbol(ids["awaited"]).kind is Kind.PREGNANCY
    assert set(kin[ids["Inés"]].siblings) >= {ids["Marisol"], ids["Tomás"]}
    assert audit(page) == []

    again = board_of(room, room.family(page.family_id))
    assert {node.key for node in again.canvas.picture.nodes} == set(ids.values())
    assert LineStyle.DASHED in {stroke.style for stroke in again.canvas.picture.strokes}


def test_what_was_added_is_undone_and_done_again_by_keys(room: Room, desk: Desk) -> None:
    board = board_of(room, room.family())
    board.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    board.canvas.go_to(families.MARISOL)
    QTest.keyClick(board.canvas, Qt.Key.Key_Insert)
    sheet = sheet_of(board)
    QTest.keyClicks(sheet.first, "Ana")
    QTest.keyClick(sheet.first, Qt.Key.Key_Return)
    room.settle()
    assert len(board.canvas.picture.nodes) == 9
    QTest.keyClick(board.canvas, Qt.Key.Key_Z, CTRL)
    room.settle()
    assert len(board.canvas.picture.nodes) == 8
    QTest.keyClick(board.canvas, Qt.Key.Key_Z, CTRL | SHIFT)
    room.settle()
    assert len(board.canvas.picture.nodes) == 9
    board.tools.undo.click()
    room.settle()
    assert not board.tools.undo.isEnabled()
    assert "Ana" not in [one.first_name for one in people.PeopleOf(desk)(families.ALVAREZ).cards]


def test_somebody_dragged_stays_there_and_the_others_do_too(room: Room, greene: GenogramBoard) -> None:
    canvas = greene.canvas
    before = {node.key: node.at for node in canvas.picture.nodes}
    zoom = canvas.zoom
    drag(canvas, who("Tomás"), QPoint(-90, 30))
    room.settle()
    again = board_of(room, room.family(GREENE))
    after = {node.key: node.at for node in again.canvas.picture.nodes}
    tomas = who("Tomás")
    assert after[tomas].x == pytest.approx(before[tomas].x - 90 / zoom, abs=3)
    assert {key: at for key, at in after.items() if key != tomas} == {
        key: at for key, at in before.items() if key != tomas
    }


def test_a_drag_is_undone_and_tidying_up_too(room: Room, desk: Desk, greene: GenogramBoard) -> None:
    canvas = greene.canvas
    before = {node.key: node.at for node in canvas.picture.nodes}
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    canvas.go_to(who("Ruth"))
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    room.settle()
    places = drawn_of(desk, GREENE).chart.places
    assert len(places) == 19
    greene.tidy.click()
    room.settle()
    assert not drawn_of(desk, GREENE).chart.places
    button(greene.window(), "Undo").click()
    room.settle()
    assert drawn_of(desk, GREENE).chart.places == places
    QTest.keyClick(canvas, Qt.Key.Key_Z, CTRL)
    room.settle()
    assert {node.key: node.at for node in canvas.picture.nodes} == before


@dataclass(frozen=True, slots=True)
class OnAFullDisk(TakeStepBack):
    """Takes nothing back."""

    def __call__(self, step: Step) -> Changed:
        raise DiskFull(step.cmd)


def test_a_step_that_cannot_be_taken_back_now_can_be_later(
    room: Room, desk: Desk, greene: GenogramBoard
) -> None:
    greene.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    greene.canvas.go_to(who("Ruth"))
    QTest.keyClick(greene.canvas, Qt.Key.Key_Down, SHIFT)
    room.settle()
    ground = greene.history._ground
    full = replace(ground.services, take_back=OnAFullDisk(desk))
    greene.history._ground = replace(ground, services=full)
    greene.tools.undo.click()
    room.settle()
    assert greene.tools.undo.isEnabled()
    assert not greene.tools.redo.isEnabled()
    greene.history._ground = ground
    greene.tools.undo.click()
    room.settle()
    assert not drawn_of(desk, GREENE).chart.places


def test_pressing_somebody_opens_them_beside_the_drawing(room: Room, greene: GenogramBoard) -> None:
    part = greene.parentWidget()
    QTest.mouseClick(greene.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot(greene.canvas, who("Sam")))
    room.settle()
    while not isinstance(part, PeoplePart):
        assert part is not None
        part = part.parentWidget()
    assert part.shown_id == who("Sam")
    assert greene.canvas.board.chosen_key == who("Sam")
    QTest.keyClick(part.panel.close_button, Qt.Key.Key_Escape)
    room.settle()
    assert greene.canvas.hasFocus()


def test_the_family_as_it_was_on_a_day(room: Room, greene: GenogramBoard) -> None:
    greene.scope.day.click()
    room.settle()
    edit = greene.times.day.edit
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, "1/1/2015")
    room.qtbot.waitUntil(lambda: greene.drawn is not None and greene.drawn.on == date(2015, 1, 1))
    room.settle()
    shown = {node.key for node in greene.canvas.picture.nodes}
    assert who("Elena") in shown
    assert who("Mateo") not in shown
    state = next(u.state for u in drawing(greene).unions if who("Andre") in u.partners)
    assert state == "married"
    greene.times.slider.setFocus()
    QTest.keyClick(greene.times.slider, Qt.Key.Key_End)
    room.qtbot.waitUntil(lambda: greene.drawn is not None and greene.drawn.on == date(2026, 11, 23))
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "1/1/2015")
    room.qtbot.waitUntil(lambda: greene.drawn is not None and greene.drawn.on == date(2015, 1, 1))
    QTest.keyClicks(edit, "?")
    greene.reload()
    room.settle()
    drawn = greene.drawn
    assert drawn is not None
    assert drawn.on == date(2015, 1, 1)
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    room.qtbot.waitUntil(lambda: greene.drawn is not None and greene.drawn.on == date(2026, 11, 23))
    greene.times.show_day(date(2019, 1, 1))
    greene.times.today_button.click()
    room.settle()
    assert len(greene.canvas.picture.nodes) == 19


def test_the_family_is_seen_from_a_child_and_some_steps_far(room: Room, greene: GenogramBoard) -> None:
    pick(greene.scope.focus, who("Sam"))
    room.settle()
    pick(greene.scope.steps, "1")
    room.settle()
    shown = {node.key for node in greene.canvas.picture.nodes}
    assert who("Sam") in shown
    assert who("Ruth") not in shown
    marisol = greene.canvas.board.node(who("Marisol"))
    assert "more near to them, not drawn" in marisol.says
    assert "people are not drawn" in greene.canvas.accessibleDescription()
    page = room.family(GREENE)
    first = greene.window()
    assert isinstance(first, FamilyView)
    page.restore(first.place())
    room.settle()
    again = board_of(room, page)
    assert {node.key for node in again.canvas.picture.nodes} == shown


def test_the_list_tells_what_the_drawing_shows(room: Room, greene: GenogramBoard) -> None:
    show(room, greene.window(), "list")
    nodes, rows = greene.canvas.picture.nodes, greene.model.rows
    assert [row.person_id for row in rows] == [node.key for node in nodes]
    assert [row.speech for row in rows] == [node.says for node in nodes]
    mateo = next(row for row in rows if row.person_id == who("Mateo"))
    assert mateo.title == "Mateo, 8"
    assert "brother or sister of Elena" in mateo.lines
    assert "Close: Lucía" in mateo.lines
    noa = next(row for row in rows if row.person_id == who("Noa"))
    assert any("Mrs Hale (foster parent)" in words for words in noa.lines)
    greene.list.setFocus(Qt.FocusReason.TabFocusReason)
    greene.list.setCurrentIndex(greene.model.index(greene.model.place_of(who("Marisol"))))
    QTest.keyClick(greene.list, Qt.Key.Key_Insert)
    sheet = sheet_of(greene)
    assert sheet.anchor.here() == who("Marisol")
    QTest.keyClicks(sheet.first, "Ana")
    QTest.keyClick(sheet.first, Qt.Key.Key_Return)
    room.settle()
    assert len(greene.model.rows) == 20


def test_a_place_that_cannot_be_shows_the_family_as_it_is(room: Room, greene: GenogramBoard) -> None:
    greene.restore({"day": "someday", "steps": "--7", "seen": "nobody we know", "canvas_zoom": "near"})
    room.settle()
    assert len(greene.canvas.picture.nodes) == 19
    assert not greene.scope.day.isChecked()


def test_the_undo_of_a_removal_takes_back_that_and_not_what_came_after(
    room: Room, greene: GenogramBoard
) -> None:
    page = greene.window()
    drawn = len(drawing(greene).bonds)
    greene.verbs.change_tie(drawing(greene).bonds[0].tie_id)
    button(page, "Remove…").click()
    room.settle()
    QTest.keyClicks(line(page, "Why, in your words"), "not so")
    button(page, "Remove").click()
    room.settle()
    sheet = greene.add()
    assert sheet is not None
    QTest.keyClicks(sheet.first, "Ana")
    button(sheet, "Add").click()
    room.settle()
    button(page, "Undo").click()
    room.settle()
    assert len(drawing(greene).bonds) == drawn
    assert len(greene.canvas.picture.nodes) == 20


def test_one_stays_at_the_same_person_when_the_drawing_is_read_as_a_list(
    room: Room, greene: GenogramBoard
) -> None:
    greene.canvas.go_to(who("Ruth"))
    show(room, greene.window(), "list")
    assert greene.here == who("Ruth")
    greene.list.setCurrentIndex(greene.model.index(greene.model.place_of(who("Sam"))))
    show(room, greene.window(), "drawing")
    assert greene.canvas.focus_key == who("Sam")


def test_somebody_added_among_the_cards_is_asked_the_same_and_undone_in_the_drawing(
    room: Room, desk: Desk, greene: GenogramBoard
) -> None:
    page = greene.window()
    greene.canvas.go_to(who("Ruth"))
    show(room, page, "cards")
    button(page, "Add a person").click()
    sheet = sheet_of(page)
    assert sheet.place.here() == "-"
    QTest.keyClicks(sheet.first, "Ana")
    QTest.keyClick(sheet.first, Qt.Key.Key_Return)
    room.settle()
    assert "Ana" in [one.first_name for one in people.PeopleOf(desk)(GREENE).cards]
    show(room, page, "drawing")
    assert len(greene.canvas.picture.nodes) == 20
    greene.tools.undo.click()
    room.settle()
    assert "Ana" not in [one.first_name for one in people.PeopleOf(desk)(GREENE).cards]


def test_somebody_taken_back_elsewhere_leaves_the_screen_and_nothing_else(
    room: Room, desk: Desk, greene: GenogramBoard
) -> None:
    page = greene.window()
    part = page.findChild(PeoplePart)
    assert isinstance(page, FamilyView)
    assert isinstance(part, PeoplePart)
    page.open_person(who("Ruth"))
    room.settle()
    road = part.roots.go("search")
    room.settle()
    room.bus.publish(people.Remove(desk)("person", who("Ruth"), "mistake"))
    room.settle()
    assert part.roots.road is road
    assert not part.shown_id
    assert len(greene.canvas.picture.nodes) == 18


def test_two_people_are_connected_and_the_line_is_changed_and_removed(
    room: Room, greene: GenogramBoard
) -> None:
    greene.canvas.go_to(who("Ruth"))
    page = greene.window()
    button(page, "Connect").click()
    sheet = greene.verbs.connect_people(who("Ruth"))
    sheet.reject()
    sheet = greene.verbs.connect_people(who("Ruth"))
    pick(sheet.other, who("Inés"))
    pick(sheet.kind, "other")
    pick(sheet.quality, "close")
    button(sheet, "Keep it").click()
    room.settle()
    bond = next(b for b in drawing(greene).bonds if {b.a, b.b} == {who("Ruth"), who("Inés")})
    greene.canvas.stroke_opened.emit(f"tie:{bond.tie_id}")
    change = next(s for s in page.findChildren(type(sheet)) if s.isVisible() and s.remove is not None)
    pick(change.quality, "distant")
    button(change, "Keep it").click()
    room.settle()
    changed = next(b for b in drawing(greene).bonds if b.tie_id == bond.tie_id)
    assert changed.quality == "distant"
    greene._on_undo()
    room.settle()
    assert next(b for b in drawing(greene).bonds if b.tie_id == bond.tie_id).quality == "close"
    greene.verbs.change_tie(bond.tie_id)
    change = next(s for s in page.findChildren(type(sheet)) if s.isVisible() and s.remove is not None)
    assert change.remove is not None
    change.remove.click()
    room.settle()
    QTest.keyClicks(line(page, "Why, in your words"), "not so")
    button(page, "Remove").click()
    room.settle()
    assert all(b.tie_id != bond.tie_id for b in drawing(greene).bonds)
    button(page, "Undo").click()
    room.settle()
    assert any(b.tie_id == bond.tie_id for b in drawing(greene).bonds)


def test_an_unsafe_tie_is_not_drawn(room: Room, greene: GenogramBoard) -> None:
    sheet = greene.verbs.connect_people(who("Ruth"))
    pick(sheet.other, who("Dwayne"))
    pick(sheet.kind, "other")
    pick(sheet.quality, "unsafe")
    button(sheet, "Keep it").click()
    room.settle()
    assert "Not safe" not in greene.canvas.accessibleDescription()
    assert all({b.a, b.b} != {who("Ruth"), who("Dwayne")} for b in drawing(greene).bonds)


def test_a_death_and_twins_are_told_in_the_panel_and_drawn(room: Room, desk: Desk) -> None:
    plant_greene(desk)
    page = room.family(GREENE)
    board = board_of(room, page)
    page.open_person(who("Ramón"))
    room.settle()
    button_like = next(w for w in page.findChildren(QWidget) if w.accessibleName() == "Has died")
    QTest.mouseClick(button_like, Qt.MouseButton.LeftButton)
    room.settle()
    assert board.drawn is not None
    assert board.drawn.drawing.symbol(who("Ramón")).is_deceased
    died = line(page, "Day of death, if known")
    died.setFocus()
    QTest.keyClicks(died, "5/1/2020")
    QTest.keyClick(died, Qt.Key.Key_Tab)
    room.settle()
    assert "died at 65" in board.canvas.board.node(who("Ramón")).says
    button(page, "Undo").click()
    room.settle()
    assert "died at" not in board.canvas.board.node(who("Ramón")).says
    page.open_person(who("Elena"))
    room.settle()
    twin = next(c for c in page.findChildren(ChoiceButton) if c.accessibleName().startswith("Born together"))
    pick(twin, who("Mateo"))
    room.settle()
    assert (
        people.FileOf(desk)(who("Elena")).card.twin_group == people.FileOf(desk)(who("Mateo")).card.twin_group
    )
    assert audit(page) == []


def test_somebody_awaited_is_shown_by_what_they_are(room: Room, desk: Desk) -> None:
    plant_greene(desk)
    page = room.family(GREENE)
    part = people_of(room, page)
    page.open_person(who("awaited"))
    room.settle()
    assert part.panel._name.text() == "Pregnancy"
    assert audit(page) == []
    show(room, page, "cards")
    said = [
        part.model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(part.model.rowCount())
    ]
    assert any(words.startswith("Pregnancy") for words in said)
    assert audit(page) == []


def test_what_somebody_else_changes_shows_in_the_drawing(
    room: Room, desk: Desk, greene: GenogramBoard
) -> None:
    changed: Changed = people.EditPerson(desk)(who("Ruth"), {"preferred_name": "Ruthie"})
    room.bus.publish(changed)
    room.settle()
    assert "Ruthie" in greene.canvas.accessibleDescription()


def test_a_family_that_moves_away_can_be_seen_but_not_written(room: Room, desk: Desk) -> None:
    plant_greene(desk)
    with desk.vault.applying() as conn:
        conn.execute(sync_bucket.update().where(sync_bucket.c.bucket == f"f:{GREENE}").values(mode="r"))
    page = room.family(GREENE)
    board = board_of(room, page)
    board.canvas.setFocus()
    board.canvas.go_to(who("Ruth"))
    QTest.keyClick(board.canvas, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(board.canvas, Qt.Key.Key_Insert)
    room.settle()
    assert not drawn_of(desk, GREENE).chart.places
    assert not [s for s in page.window().findChildren(AddKinSheet) if s.isVisible()]
    assert audit(page) == []


def test_with_large_text_the_choices_alternate_with_the_drawing(room: Room, desk: Desk, dress: Dress) -> None:
    plant_greene(desk)
    dress(scale=2.0)
    page = room.family(GREENE)
    board = board_of(room, page)
    assert not board.scope.focus.isVisible()
    board.more.click()
    room.settle()
    assert board.scope.focus.isVisible()
    assert not board.canvas.isVisible()
    assert audit(page) == []
    assert (page.width(), page.height()) == LAPTOP
    show(room, page, "list")
    assert board.list.isVisible()
    assert audit(page) == []


def test_a_tie_written_in_the_panel_is_undone_at_once(room: Room, desk: Desk) -> None:
    page = room.family()
    part = people_of(room, page)
    page.open_person(families.MARISOL)
    room.settle()
    assert part.panel._ties is not None
    sheet = part.panel._ties.ask()
    pick(sheet.other, families.DWAYNE)
    pick(sheet.kind, "partners")
    sheet.since.edit.setFocus()
    QTest.keyClicks(sheet.since.edit, "6/1/2019")
    assert audit(sheet) == []
    button(sheet, "Keep it").click()
    room.settle()
    assert part.genogram.drawn is not None
    assert any(u.from_on == date(2019, 6, 1) for u in part.genogram.drawn.drawing.unions)
    button(page, "Undo").click()
    room.settle()
    assert all(u.from_on is None for u in part.genogram.drawn.drawing.unions)


def test_nothing_of_the_drawing_flashes_up(room: Room, desk: Desk, flashes: Flashes) -> None:
    plant_greene(desk)
    page = room.family(GREENE)
    board = board_of(room, page)
    show(room, page, "list")
    board.scope.day.click()
    for sheet in (board.verbs.add(who("Sam")), board.verbs.connect_people(), board.legend.open_all()):
        assert sheet is not None
        room.settle()
        sheet.reject()
    assert flashes.seen == []


def test_an_empty_family_is_drawn_with_a_first_step(room: Room, desk: Desk) -> None:
    page = room.family(a_new_family(desk))
    board = board_of(room, page)
    assert button(page, "Add the first person").isEnabled()
    assert not board.scope.focus.isVisible()
    assert audit(page) == []


def test_somebody_who_cannot_be_kept_stays_to_be_mended(room: Room, desk: Desk) -> None:
    page = room.family()
    part = people_of(room, page)
    sheet = part.genogram.add()
    assert sheet is not None
    sheet.first.setText("Wolfeschlegelsteinhausen" * 10)
    button(sheet, "Add").click()
    room.settle()
    assert sheet.isVisible()
    assert "That is too long for one line." in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.first.setText("Wolf")
    button(sheet, "Add").click()
    room.settle()
    assert "Wolf" in {card.first_name for card in people.PeopleOf(desk)(families.ALVAREZ).cards}


def test_a_day_that_cannot_be_adds_nobody(room: Room) -> None:
    page = room.family()
    sheet = people_of(room, page).genogram.add()
    assert sheet is not None
    sheet.first.setText("Mei")
    QTest.keyClicks(sheet.born.edit, "31/02/2020")
    assert not button(sheet, "Add").isEnabled()
    sheet.born.edit.selectAll()
    QTest.keyClick(sheet.born.edit, Qt.Key.Key_Delete)
    assert button(sheet, "Add").isEnabled()
    sheet.reject()
