"""Supports as a worker draws them with a family, over a real vault: by mouse, by keys, and as a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from tests.fakes import FrozenClock
from tests.gui.conftest import Dress
from tests.support import families
from tests.support.desk import desk_over
from tests.support.planting import Planter
from tests.support.supports import CHURCH, GROUP, HOUSING, LUCIA, SCHOOL, WORK, plant_supports
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room

from engage_desktop.services.desk import Desk
from engage_desktop.services.people import Remove
from engage_desktop.services.supports import AddSupport, EditSupport, SupportsOf
from engage_desktop.store import records
from engage_desktop.store.tables import sync_bucket
from engage_desktop.views.family.removal import RemovalSheet
from engage_desktop.views.family.supports.part import SupportsPart
from engage_desktop.views.family.supports.pictures import MIDDLE
from engage_desktop.views.family.supports.sheet import AddSupportSheet
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.canvas.shapes import LineStyle, Stroke
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, LineEdit, Segment, TextArea
from engage_domain.supports import Support

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
WAYS = ("map", "circles", "list")


@pytest.fixture
def made(desk: Desk) -> dict[str, str]:
    """Return the ids of the supports by name."""
    return plant_supports(desk)


def part_of(room: Room, page: FamilyView) -> SupportsPart:
    part = page.show_part("supports")
    room.settle()
    assert isinstance(part, SupportsPart)
    return part


def opened(room: Room, page: FamilyView, way: str = "map") -> SupportsPart:
    part = part_of(room, page)
    show(room, part, way)
    return part


def show(room: Room, part: SupportsPart, way: str) -> None:
    part.bar.ways.segment(way).click()
    room.settle()


def one(desk: Desk, support_id: str) -> Support:
    found = SupportsOf(desk)(families.ALVAREZ).one(support_id)
    assert found is not None
    return found


def button(page: QWidget, name: str) -> Button:
    found = [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisible()]
    assert found, f"no button called {name!r}"
    return found[0]


def choose(page: QWidget, name: str, label: str) -> None:
    """Choose an answer from the menu of a field."""
    field = next(
        b for b in page.findChildren(ChoiceButton) if b.isVisible() and b.accessibleName().startswith(name)
    )
    field.open_menu()
    menu = field.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()


def strokes(part: SupportsPart, support_id: str) -> list[Stroke]:
    return [stroke for stroke in part.drawing.canvas.picture.strokes if stroke.key == support_id]


def drag(part: SupportsPart, key: str, to: QPoint) -> None:
    canvas = part.drawing.canvas
    start, paper = canvas.mapFromScene(canvas.board.rect_of(key).center()), canvas.viewport()
    QTest.mousePress(paper, LEFT, pos=start)
    QTest.mouseMove(paper, (start + to) / 2)
    QTest.mouseMove(paper, to)
    QTest.mouseRelease(paper, LEFT, pos=to)


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
def test_every_way_of_showing_them_can_be_read_and_reached_at_every_size(
    room: Room, dress: Dress, made: dict[str, str], scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page = room.family(families.ALVAREZ, size)
    part = opened(room, page)
    for way in WAYS:
        show(room, part, way)
        assert audit(page) == []
    part.open_row(made[SCHOOL])
    room.settle()
    assert audit(page) == []
    assert (page.width(), page.height()) == size


def test_nothing_flashes_up_and_takes_the_focus(room: Room, made: dict[str, str], flashes: Flashes) -> None:
    part = opened(room, room.family())
    for way in WAYS:
        show(room, part, way)
        part.open_row(made[LUCIA])
        room.settle()
        part.close_support()
    assert flashes.seen == []


def test_a_family_without_supports_is_asked_who_stands_by_it(room: Room, desk: Desk) -> None:
    with desk.vault.applying() as conn:
        to = Planter(conn, families.DANA, family="reyes", from_agency=True)
        to.put("family", "", name="Reyes", status="open", home_language="es")
        conn.execute(sync_bucket.insert().values(bucket=f"f:{to.family_id}", mode="rw", state="active"))
    part = part_of(room, room.family(to.family_id))
    assert audit(part) == []
    assert not part.bar.ways.isVisible()
    button(part, "Add a support").click()
    room.settle()
    assert [sheet.accessibleName() for sheet in part.window().findChildren(AddSupportSheet)] == [
        "Who or what stands round the family?"
    ]


def test_everything_is_reached_by_tab_in_the_order_it_is_read(room: Room, made: dict[str, str]) -> None:
    part = opened(room, room.family())
    part.bar.add_button.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(9):
        here = QApplication.focusWidget()
        assert here is not None
        read = QAccessible.queryAccessibleInterface(here)
        seen.append((read.text(QAccessible.Text.Name), read.role()))
        QTest.keyClick(here, Qt.Key.Key_Tab)
    role = QAccessible.Role
    assert seen[:4] == [
        ("Add a support", role.Button),
        ("In the middle: The whole family", role.Button),
        ("Show supports as: Map", role.RadioButton),
        ("As of a day", role.CheckBox),
    ]
    names = [name for name, _role in seen[4:8]]
    assert names == ["Further away (−)", "Nearer (+)", "Show all of it (0)", "Map of supports"]


def test_lines_say_how_it_is_without_colour(room: Room, made: dict[str, str]) -> None:
    part = opened(room, room.family())
    strong = strokes(part, made[CHURCH])
    assert strong[0].style is LineStyle.TRIPLE
    assert [s.arrow_at_end for s in strong[1:]] == [True]
    (stress,) = strokes(part, made[HOUSING])
    assert (stress.style, stress.hits, stress.arrow_at_end) == (LineStyle.DASHED, True, True)
    (school,) = strokes(part, made[SCHOOL])
    assert (school.style, school.hits) == (LineStyle.SOLID, True)
    assert (school.arrow_at_start, school.arrow_at_end) == (True, True)


def test_the_drawing_tells_a_screen_reader_all_it_shows(room: Room, made: dict[str, str]) -> None:
    part = opened(room, room.family())
    says = {node.key: node.says for node in part.drawing.canvas.picture.nodes}
    assert says[made[HOUSING]] == (
        "Housing office: Housing, a service, a thin tie, brings stress, takes from the family, Paid to help, "
        "said by Marisol."
    )
    assert says[MIDDLE].startswith("Alvarez–Greene in the middle, 8 round about")
    assert part.drawing.canvas.accessibleDescription().endswith(says[MIDDLE])
    show(room, part, "list")
    read = QAccessible.queryAccessibleInterface(part.list)
    spoken = [read.child(n).text(QAccessible.Text.Name) for n in range(part.model.rowCount())]
    assert sorted(spoken) == sorted(says[key] for key in says if key != MIDDLE)


def test_a_support_is_added_named_and_opened(room: Room, desk: Desk) -> None:
    part = part_of(room, room.family())
    sheet = part.add_support()
    assert sheet is not None
    sheet.name.setText("Coach Bell")
    choose(sheet, "What it is to them", "Sport and leisure")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    room.settle()
    (coach,) = SupportsOf(desk)(families.ALVAREZ).supports
    assert (coach.name, coach.kind) == ("Coach Bell", "leisure")
    assert part.panel.support_id == coach.support_id
    part.history.undo()
    room.settle()
    assert SupportsOf(desk)(families.ALVAREZ).supports == ()
    part.history.redo()
    room.settle()
    assert len(SupportsOf(desk)(families.ALVAREZ).supports) == 1


def test_dragging_is_remembered_after_a_restart_and_undone(
    room: Room, desk: Desk, made: dict[str, str], monday: FrozenClock
) -> None:
    part = opened(room, room.family())
    key = made[WORK]
    before = part.drawing.canvas.board.rect_of(key).center()
    drag(part, key, QPoint(60, 60))
    room.settle()
    place = one(desk, key).place
    assert place is not None
    again = SupportsOf(desk_over(desk.vault, monday))(families.ALVAREZ).one(key)
    assert again is not None
    assert again.place == place
    assert part.bar.anew.isEnabled()
    part.drawing.canvas.setFocus()
    QTest.keyClick(part.drawing.canvas, Qt.Key.Key_Z, CTRL)
    room.settle()
    assert one(desk, key).place is None
    assert part.drawing.canvas.board.rect_of(key).center() == before
    QTest.keyClick(part.drawing.canvas, Qt.Key.Key_Z, CTRL | SHIFT)
    room.settle()
    assert one(desk, key).place == place


def test_everything_goes_back_where_it_belongs_at_one_tap(
    room: Room, desk: Desk, made: dict[str, str]
) -> None:
    part = opened(room, room.family())
    part.drawing.canvas.setFocus()
    part.drawing.canvas.go_to(made[WORK])
    QTest.keyClick(part.drawing.canvas, Qt.Key.Key_Right, SHIFT)
    room.settle()
    assert one(desk, made[WORK]).place is not None
    part.bar.anew.click()
    room.settle()
    assert one(desk, made[WORK]).place is None
    assert not part.bar.anew.isEnabled()


def test_a_card_is_brought_into_another_circle_by_hand(room: Room, desk: Desk, made: dict[str, str]) -> None:
    part = opened(room, room.family(families.ALVAREZ, WIDE), "circles")
    canvas = part.drawing.canvas
    heart = canvas.mapFromScene(canvas.board.rect_of(made[LUCIA]).center()) + QPoint(120, 0)
    drag(part, made[WORK], heart)
    room.settle()
    assert one(desk, made[WORK]).circle == 1
    part.history.undo()
    room.settle()
    assert one(desk, made[WORK]).circle is None


def test_a_card_let_go_in_its_own_circle_goes_back_to_its_place(room: Room, made: dict[str, str]) -> None:
    part = opened(room, room.family(families.ALVAREZ, WIDE), "circles")
    canvas = part.drawing.canvas
    at = canvas.board.rect_of(made[GROUP]).center()
    drag(part, made[GROUP], canvas.mapFromScene(at) + QPoint(14, 0))
    room.settle()
    assert canvas.board.rect_of(made[GROUP]).center() == at


@pytest.mark.parametrize("way", ["circles", "list"])
def test_a_number_brings_a_card_into_a_circle(room: Room, desk: Desk, made: dict[str, str], way: str) -> None:
    part = opened(room, room.family(), way)
    if way == "list":
        part.list.setFocus(Qt.FocusReason.TabFocusReason)
        part.list.setCurrentIndex(part.model.index(part.model.place_of(made[WORK])))
        QTest.keyClick(part.list, Qt.Key.Key_2)
    else:
        part.drawing.canvas.setFocus()
        part.drawing.canvas.go_to(made[WORK])
        QTest.keyClick(part.drawing.canvas, Qt.Key.Key_2)
    room.settle()
    assert one(desk, made[WORK]).circle == 2


def test_everything_about_a_support_is_written_in_its_panel_and_undone(
    room: Room, desk: Desk, made: dict[str, str]
) -> None:
    part = opened(room, room.family(), "list")
    before = one(desk, made[WORK])
    part.open_row(made[WORK])
    room.settle()
    choose(part.panel, "How strong the tie is", "Strong")
    room.settle()
    choose(part.panel, "How close", "Close")
    room.settle()
    stress = next(t for t in part.panel.findChildren(Toggle) if t.accessibleName() == "Brings stress")
    stress.click()
    room.settle()
    elena = next(t for t in part.panel.findChildren(Toggle) if t.accessibleName().startswith("Elena"))
    elena.click()
    room.settle()
    now = one(desk, made[WORK])
    assert (now.strength, now.circle, now.stressful) == ("strong", 2, True)
    assert families.ELENA in now.said_by
    for _ in range(4):
        part.bar.tools.undo.click()
        room.settle()
    assert one(desk, made[WORK]) == before
    assert not part.bar.tools.undo.isEnabled()


def test_a_name_and_a_note_keep_themselves(room: Room, desk: Desk, made: dict[str, str]) -> None:
    part = opened(room, room.family())
    part.open_row(made[SCHOOL])
    room.settle()
    name = next(e for e in part.panel.findChildren(LineEdit) if e.accessibleName() == "What they call it")
    name.selectAll()
    QTest.keyClicks(name, "Lincoln School")
    QTest.keyClick(name, Qt.Key.Key_Return)
    note = part.panel.findChildren(TextArea)[0]
    note.setFocus()
    QTest.keyClicks(note, "Ms. Park walks him to the bus")
    part.settle()
    room.settle()
    found = one(desk, made[SCHOOL])
    assert (found.name, found.note) == ("Lincoln School", "Ms. Park walks him to the bus")


def test_what_was_being_typed_is_there_after_a_crash(room: Room, desk: Desk, made: dict[str, str]) -> None:
    part = opened(room, room.family())
    part.open_row(made[SCHOOL])
    room.settle()
    note = part.panel.findChildren(TextArea)[0]
    note.setFocus()
    QTest.keyClicks(note, "She wants a seat in front")
    room.qtbot.waitUntil(
        lambda: SupportsOf(desk)(families.ALVAREZ).draft(made[SCHOOL], "note") == "She wants a seat in front"
    )
    other = opened(room, room.family())
    other.open_row(made[SCHOOL])
    room.settle()
    assert other.panel.findChildren(TextArea)[0].toPlainText() == "She wants a seat in front"


def test_a_support_is_removed_with_a_reason_and_brought_back(
    room: Room, desk: Desk, made: dict[str, str]
) -> None:
    part = opened(room, room.family())
    part.open_row(made[SCHOOL])
    room.settle()
    button(part, "Remove this support…").click()
    room.settle()
    (sheet,) = part.window().findChildren(RemovalSheet)
    next(s for s in sheet.findChildren(Segment) if s.text() == "It was a mistake").click()
    button(sheet, "Remove").click()
    room.settle()
    assert SupportsOf(desk)(families.ALVAREZ).one(made[SCHOOL]) is None
    part.history.undo()
    room.settle()
    assert one(desk, made[SCHOOL]).name == SCHOOL


def test_a_support_who_is_of_the_family_leads_to_the_person(room: Room, made: dict[str, str]) -> None:
    page = room.family()
    part = opened(room, page)
    part.open_row(made[LUCIA])
    room.settle()
    button(part, "Open in People").click()
    room.settle()
    assert page.part == "people"


def test_the_drawing_follows_the_text_size_while_it_shows(
    room: Room, dress: Dress, made: dict[str, str]
) -> None:
    page = room.family()
    part = opened(room, page)
    small = part.drawing.canvas.board.rect_of(made[LUCIA]).width()
    dress(scale=2.0)
    room.settle()
    assert part.drawing.canvas.board.rect_of(made[LUCIA]).width() == 2 * small
    assert audit(part) == []


def test_a_child_has_circles_of_its_own(room: Room, made: dict[str, str]) -> None:
    part = opened(room, room.family(), "circles")
    part.bar.middle.choose(families.MATEO)
    part.bar.changed.emit()
    room.settle()
    keys = {node.key for node in part.drawing.canvas.picture.nodes}
    assert keys == {MIDDLE, made["Coach Bell"]}
    assert part.drawing.canvas.picture.nodes[0].says.startswith("Mateo in the middle, 1 round about")


def test_a_child_without_supports_is_asked_by_name(room: Room, made: dict[str, str]) -> None:
    part = opened(room, room.family(), "circles")
    choose(part.bar, "In the middle", "Elena")
    room.settle()
    assert part.welcome.isVisible()
    assert part.welcome.accessibleName() == "Who matters to Elena?"
    sheet = part.add_support()
    assert sheet is not None
    assert sheet.given() == {"about_id": families.ELENA}


def test_the_map_can_be_looked_at_as_of_a_day(room: Room, desk: Desk, made: dict[str, str]) -> None:
    today = desk.today()
    EditSupport(desk)(made[WORK], {"to_on": today.replace(day=1)})
    part = opened(room, room.family())
    assert made[WORK] not in {node.key for node in part.drawing.canvas.picture.nodes}
    assert not part.bar.as_of.isVisible()
    part.bar.past.click()
    room.settle()
    assert part.bar.as_of.edit.hasFocus()
    QTest.keyClicks(part.bar.as_of.edit, "11/1/2026")
    QTest.keyClick(part.bar.as_of.edit, Qt.Key.Key_Return)
    room.settle()
    assert made[WORK] in {node.key for node in part.drawing.canvas.picture.nodes}


def test_the_last_support_that_was_taken_away_can_be_brought_back(room: Room, desk: Desk) -> None:
    made_id = AddSupport(desk)(families.ALVAREZ, "Coach Bell").about
    part = part_of(room, room.family())
    part.writing.edit(made_id, {"circle": 2})
    room.settle()
    room.bus.publish(Remove(desk)("support", made_id, "mistake"))
    room.settle()
    assert not part.bar.ways.isVisible()
    part.bar.tools.undo.click()
    room.settle()
    assert one(desk, made_id).circle == 2
    assert part.bar.ways.isVisible()


def test_nothing_kept_under_safety_is_drawn_or_read(room: Room, desk: Desk, made: dict[str, str]) -> None:
    with desk.write("test") as conn:
        hidden = {"labels": records.member_text(("dv_protected",))}
        records.update(conn, "support", made[CHURCH], hidden)
    part = opened(room, room.family())
    assert made[CHURCH] not in {node.key for node in part.drawing.canvas.picture.nodes}
    assert part.model.place_of(made[CHURCH]) == -1


def test_a_family_that_moves_to_a_colleague_can_only_be_read(
    room: Room, desk: Desk, made: dict[str, str]
) -> None:
    part = opened(room, room.family())
    part.set_read_only(True)
    part.drawing.canvas.setFocus()
    part.drawing.canvas.go_to(made[WORK])
    QTest.keyClick(part.drawing.canvas, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(part.drawing.canvas, Qt.Key.Key_2)
    room.settle()
    assert one(desk, made[WORK]).place is None
    assert one(desk, made[WORK]).circle is None
    assert part.add_support() is None


def test_nothing_is_undone_any_more_once_a_family_moves_away(
    room: Room, desk: Desk, made: dict[str, str]
) -> None:
    part = opened(room, room.family())
    part.writing.edit(made[WORK], {"circle": 2})
    room.settle()
    assert part.bar.tools.undo.isEnabled()
    part.set_read_only(True)
    assert not part.bar.tools.undo.isEnabled()
    part.drawing.canvas.setFocus()
    QTest.keyClick(part.drawing.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert one(desk, made[WORK]).circle == 2


def test_two_people_pressed_at_once_both_said_so(room: Room, desk: Desk, made: dict[str, str]) -> None:
    part = opened(room, room.family())
    part.open_row(made[SCHOOL])
    room.settle()
    for name in ("Elena", "Mateo"):
        face = next(
            t
            for t in part.panel.findChildren(Toggle)
            if t.text() == name and t.accessibleName().endswith("said so")
        )
        face.click()
    room.settle()
    assert set(one(desk, made[SCHOOL]).said_by) == {families.MARISOL, families.ELENA, families.MATEO}


def test_a_child_who_was_taken_back_leaves_the_middle_to_the_family(
    room: Room, desk: Desk, made: dict[str, str]
) -> None:
    part = opened(room, room.family())
    part.bar.restore({"about": families.MATEO})
    part.reload()
    room.settle()
    assert part.bar.about == families.MATEO
    room.bus.publish(Remove(desk)("person", families.MATEO, "mistake"))
    room.settle()
    assert part.bar.middle.text() == "The whole family"
    assert made[WORK] in {node.key for node in part.drawing.canvas.picture.nodes}


def test_one_comes_back_to_where_one_was(room: Room, made: dict[str, str]) -> None:
    page = room.family()
    part = opened(room, page, "circles")
    part.open_row(made[LUCIA])
    room.settle()
    other = room.family()
    other.restore(page.place())
    room.settle()
    found = part_of(room, other)
    assert (found.bar.way, found.panel.support_id) == ("circles", made[LUCIA])
