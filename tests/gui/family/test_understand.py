"""The Understand part as a worker and a family use it, over a real vault."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget
from tests.gui.conftest import Dress
from tests.gui.family.test_family_view import a_new_family, button, line
from tests.support import families
from tests.support.full_disk import full_disk
from tests.support.understanding import AREAS, plant_understanding, quote_id
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room

from engage_desktop.services import child_areas, understanding, workspace
from engage_desktop.services.desk import Desk
from engage_desktop.services.plan_book import PlansOf
from engage_desktop.views.family.understand.ask_sheet import AskSheet
from engage_desktop.views.family.understand.cards import StatementCard
from engage_desktop.views.family.understand.carrying import CarryLine
from engage_desktop.views.family.understand.child_room import AREA, CHOOSE, LIMITS, READ, ChildRoom
from engage_desktop.views.family.understand.editor import StatementEditor
from engage_desktop.views.family.understand.part import UnderstandPart
from engage_desktop.views.family.understand.scale_chart import spread
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit import keeping
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Face
from engage_domain.child_areas import Areas, ChildArea, Share
from engage_domain.understanding import Statement, StatementKind, Understanding

WORRIES, WELL, NEXT = 0, 1, 2
PLACES = ((60, 60), (180, 120), (240, 60))


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Return a desk on which the family has said much already."""
    plant_understanding(desk)
    return desk


def part_of(room: Room, page: FamilyView) -> UnderstandPart:
    part = page.show_part("understand")
    room.settle()
    assert isinstance(part, UnderstandPart)
    return part


def read(desk: Desk, family_id: str = families.ALVAREZ) -> Understanding:
    return understanding.UnderstandingOf(desk)(family_id)


def talk(desk: Desk, areas_id: str = AREAS) -> Areas:
    return child_areas.AreasOf(desk)(areas_id)


def worry(desk: Desk, words: str) -> Statement:
    return next(s for s in read(desk).statements if words in s.words)


def cards(part: QWidget) -> list[str]:
    return [card.text() for card in part.findChildren(StatementCard) if card.isVisible()]


def face(page: QWidget, name: str) -> Face:
    found = [f for f in page.findChildren(Face) if f.accessibleName() == name and f.isVisible()]
    assert found, f"nothing called {name!r}"
    return found[0]


def write(editor: QPlainTextEdit, words: str) -> None:
    QTest.keyClicks(editor, words)


def draw(pad: QWidget) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*PLACES[0]))
    for place in PLACES[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*PLACES[-1]))


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
def test_everything_can_be_read_and_reached_at_every_size(
    room: Room, dress: Dress, told: Desk, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page = room.family(size=size)
    part = part_of(room, page)
    for key in ("map", "carry", "compare"):
        part.show_page(key)
        room.settle()
        assert audit(page) == []
    part.show_page("map")
    editor = part.columns.columns[WORRIES].pile.open_statement(worry(told, "wait alone").statement_id)
    assert editor is not None
    editor.more_button.click()
    part.scale.table_button.click()
    room.settle()
    assert audit(page) == []
    editor.leave()
    sheet = part.scale.ask(families.ELENA)
    room.settle()
    assert audit(sheet) == []
    sheet.reject()
    room.settle()
    assert (page.width(), page.height()) == size


@pytest.mark.parametrize(
    ("scale", "dark", "size"), [(1.0, False, LAPTOP), (1.5, True, LAPTOP), (2.0, False, WIDE)]
)
def test_the_childs_room_can_be_read_and_reached_at_every_size(
    room: Room, dress: Dress, told: Desk, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page = room.family(size=size)
    part = part_of(room, page)
    place = part.begin_areas(families.LUZ)
    room.settle()
    assert audit(page) == []
    place.leave()
    place = part.open_areas(AREAS)
    room.settle()
    assert audit(page) == []
    face(place, "What I wish for. drawn and told").click()
    room.settle()
    assert audit(page) == []
    button(place, "Done here").click()
    room.settle()
    button(place, "Read it back together").click()
    room.settle()
    assert audit(page) == []


def test_nothing_flashes_up_and_takes_the_focus(room: Room, told: Desk, flashes: Flashes) -> None:
    page = room.family()
    part = part_of(room, page)
    for key in ("carry", "compare", "map"):
        part.show_page(key)
    part.columns.columns[WORRIES].pile.add()
    room.settle()
    part.open_areas(AREAS).leave()
    room.settle()
    assert flashes.seen == []


def test_an_empty_family_is_greeted_with_one_question(room: Room, desk: Desk) -> None:
    page = room.family(a_new_family(desk))
    part = part_of(room, page)
    assert audit(page) == []
    button(page, "What is working well").click()
    room.settle()
    editor = part.columns.columns[WELL].pile.editor
    assert editor is not None
    assert editor.words.hasFocus()
    write(editor.words, "They laugh a lot")
    editor.done_button.click()
    room.settle()
    assert cards(part) == ["They laugh a lot"]
    assert [s.text for s in read(desk, page.family_id).of_kind("well")] == ["They laugh a lot"]


def test_a_worry_is_written_where_it_stands_with_who_said_it(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    button(page, "Worries: Add").click()
    editor = part.columns.columns[WORRIES].pile.editor
    assert editor is not None
    face(editor, "Who said it: Elena").click()
    face(editor, "Who said it: Mateo").click()
    face(editor, "Exact words").click()
    write(editor.words, "They stop talking")
    editor.more_button.click()
    face(editor, "About whom: Marisol").click()
    editor.done_button.click()
    room.settle()
    made = worry(told, "They stop talking")
    assert set(made.said_by) == {families.ELENA, families.MATEO}
    assert (made.exact_words, made.about, made.source) == (True, (families.MARISOL,), "child")
    assert made.said_on == date(2026, 11, 23)
    assert "“They stop talking”" in cards(part)


def test_a_worry_begun_on_a_full_disk_is_on_the_map_when_there_is_room(
    room: Room, told: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "RETRY_MS", 20)
    part = part_of(room, room.family())
    with full_disk(told):
        editor = part.columns.columns[WORRIES].pile.add()
        write(editor.words, "They stop talking")
        editor.done_button.click()
        room.settle()
    room.qtbot.waitUntil(lambda: "They stop talking" in cards(part), timeout=10_000)


def test_a_number_given_on_a_full_disk_stands_when_there_is_room(
    room: Room, told: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "RETRY_MS", 20)
    part = part_of(room, room.family())
    sheet = part.scale.ask(families.MATEO)
    with full_disk(told):
        face(sheet, "6").click()
        write(sheet.words, "I sleep now")
        button(sheet, "Done").click()
        room.settle()
    room.qtbot.waitUntil(
        lambda: (6, "I sleep now") in {(a.value, a.said) for a in read(told).answers}, timeout=10_000
    )


def test_what_the_worker_sees_is_marked_as_the_workers(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    editor = part.columns.columns[WELL].pile.add()
    write(editor.words, "The kitchen is warm")
    face(editor, "Who said it: You, the worker").click()
    editor.leave()
    room.settle()
    made = worry(told, "kitchen")
    assert (made.source, made.said_by) == ("worker", ())


def test_half_a_sentence_is_found_again_after_a_restart(room: Room, told: Desk) -> None:
    page = room.family()
    editor = part_of(room, page).columns.columns[NEXT].pile.add()
    write(editor.words, "Ask grand")
    editor.keeper.flush()
    room.settle()
    page.close()
    again = part_of(room, room.family())
    assert "Ask grand" in cards(again)
    found = worry(told, "Ask grand")
    assert found.draft == "Ask grand"
    opened = again.columns.columns[NEXT].pile.open_statement(found.statement_id)
    assert opened is not None
    write(opened.words, "ma")
    opened.leave()
    room.settle()
    assert worry(told, "Ask grandma").draft is None


def test_an_editor_left_empty_leaves_nothing(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    before = len(read(told).statements)
    editor = part.columns.columns[WORRIES].pile.add()
    face(editor, "Who said it: Elena").click()
    editor.leave()
    room.settle()
    assert len(read(told).statements) == before
    assert part.columns.columns[WORRIES].pile.editor is None


def test_changed_words_are_put_back_with_one_press(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    one = worry(told, "wait alone")
    part.open_row(one.statement_id)
    editor = part.columns.columns[WORRIES].pile.editor
    assert editor is not None
    write(editor.words, " and it is dark")
    editor.done_button.click()
    room.settle()
    assert worry(told, "it is dark").statement_id == one.statement_id
    button(page, "Undo").click()
    room.settle()
    assert worry(told, "wait alone").text == one.text


def test_done_with_leaves_the_map_and_comes_back(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    one = (
        worry(told, "whisper")
        if any("whisper" in s.words for s in read(told).statements)
        else worry(told, "stop talking")
    )
    part.open_row(one.statement_id)
    button(page, "Done with").click()
    room.settle()
    assert one.words not in cards(part)
    button(page, "Undo").click()
    room.settle()
    assert one.words in cards(part)


def test_a_statement_removed_is_brought_back(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    one = worry(told, "Fourteen months")
    part.open_row(one.statement_id)
    button(page, "Remove").click()
    room.settle()
    face(page.window(), "Why: It was a mistake").click()
    [b for b in page.window().findChildren(Face) if b.text() == "Remove" and b.isVisible()][-1].click()
    room.settle()
    assert one.words not in cards(part)
    button(page, "Undo").click()
    room.settle()
    assert one.words in cards(part)


def test_a_quote_steps_onto_the_map_and_shows_where_it_went(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    take = button(page, "Take onto the map: “We want one house where nobody whispers.”")
    take.click()
    menu = page.findChild(QMenu)
    assert menu is not None
    next(a for a in menu.actions() if a.text() == "Next step").trigger()
    menu.close()
    room.settle()
    made = worry(told, "nobody whispers")
    assert (made.kind, made.said_by, made.mark_id) == ("next", (families.ELENA,), quote_id("friday", 1))
    names = [w.accessibleName() for w in part.words.findChildren(QWidget)]
    assert "On the map: Next step" in names
    button(page, "Undo").click()
    room.settle()
    assert not [s for s in read(told).statements if s.mark_id]


def test_ones_words_alone_can_be_read(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    face(part.words, "Mateo").click()
    room.settle()
    shown = [
        b.accessibleName()
        for b in part.words.findChildren(Face)
        if b.accessibleName().startswith("Take onto")
    ]
    assert shown == ["Take onto the map: “Coach says I can still play.”"]


def test_a_quote_opens_the_note_it_was_said_in(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    with room.qtbot.waitSignal(page.note_opened) as opened:
        part.words.note_opened.emit(families.FRIDAY_VISIT)
    assert opened.args == [families.FRIDAY_VISIT]


def test_a_card_is_read_aloud_as_one_sentence(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    names = [card.accessibleName() for card in part.findChildren(StatementCard)]
    assert "Worry: “The children wait alone on Thursdays after school”. said by Mateo and Marisol" in names


def test_the_columns_are_reached_in_order_by_tab(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    order: list[str] = []
    here: QWidget | None = part.way.segment("map")
    for _ in range(60):
        here = here.nextInFocusChain() if here is not None else None
        if here is not None and here.isVisible() and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(here.accessibleName())
    wanted = ["Worries: Add", "Working well: Add", "Next steps: Add", "Ask again"]
    places = [order.index(name) for name in wanted]
    assert places == sorted(places)


def test_needs_stand_under_their_part_of_life_with_their_goal(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    part.show_page("carry")
    room.settle()
    needs = part.carry.needs
    words = [w.text() for w in needs.findChildren(QWidget) if hasattr(w, "text") and w.isVisible()]
    assert words.index("School and learning") < words.index("A way to practice and home again after six")
    button(page, "Change: A way to practice and home again after six").click()
    room.settle()
    assert isinstance(needs.pile.editor, StatementEditor)
    assert needs.pile.editor.kind == StatementKind.NEED


def test_a_step_is_handed_to_the_plan_only_when_there_is_one(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    one = worry(told, "Somebody there")
    part.open_row(one.statement_id)
    pile = part.columns.columns[NEXT].pile
    assert pile.editor is not None
    pile.editor.leave()
    room.settle()
    part.know_parts({})
    part.reload()
    room.settle()
    part.open_row(one.statement_id)
    assert pile.editor is not None
    assert not pile.editor.step_button.isVisible()
    pile.editor.leave()
    room.settle()
    part.know_parts({"plan": "Plan"})
    part.reload()
    room.settle()
    part.open_row(one.statement_id)
    assert pile.editor is not None
    part.part_wanted.disconnect()
    with room.qtbot.waitSignal(part.part_wanted) as wanted:
        pile.editor.step_button.click()
    assert wanted.args == [f"plan:{one.statement_id}"]


def test_words_changed_a_moment_ago_are_the_ones_that_become_a_step(room: Room, told: Desk) -> None:
    page = room.family()
    page.show_part("plan")
    room.settle()
    part = part_of(room, page)
    one = worry(told, "Somebody there")
    part.open_row(one.statement_id)
    editor = part.columns.columns[NEXT].pile.editor
    assert editor is not None
    write(editor.words, " from today")
    editor.step_button.click()
    room.settle()
    assert page.part == "plan"
    goals = [goal.words for plan in PlansOf(told)(families.ALVAREZ).plans for goal in plan.goals]
    assert any(words.endswith(" from today") for words in goals), goals


def test_the_chart_says_its_numbers(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    interface = QAccessible.queryAccessibleInterface(part.scale.chart)
    said = interface.text(QAccessible.Text.Description)
    assert "Elena (square): 8 September: 4, 29 September: 3" in said
    assert "Lucía (diamond)" in said
    assert interface.text(QAccessible.Text.Name) == "How safe is it?"


def test_names_at_the_ends_of_lines_never_cover_each_other() -> None:
    tops = spread([10.0, 12.0, 13.0, 90.0], 24, 0, 120)
    assert all(below - above >= 24 for above, below in itertools.pairwise(tops))
    assert max(tops) + 24 <= 120


def test_somebody_is_asked_and_their_number_stands_at_once(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    button(page, "Elena has not moved: ask them alone").click()
    sheet = page.window().findChild(AskSheet)
    assert sheet is not None
    assert sheet.person_id() == families.ELENA
    assert sheet.alone.here() == "yes"
    face(sheet, "6").click()
    write(sheet.words, "I sleep now")
    button(sheet, "Done").click()
    room.settle()
    newest = max(read(told).answers, key=lambda a: (a.said_on or date.min, a.answer_id))
    assert (newest.person_id, newest.value, newest.said, newest.alone) == (
        families.ELENA,
        6,
        "I sleep now",
        True,
    )
    assert not part.scale.hint_button.isVisible()


def test_several_are_asked_one_after_the_other(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    before = {a.answer_id for a in read(told).answers}
    sheet = part.scale.ask()
    assert not sheet.numbers.isEnabled()
    for name, number in (("Mateo", "5"), ("Dwayne", "8")):
        face(sheet, name).click()
        face(sheet, number).click()
        button(sheet, "Ask somebody else").click()
    button(sheet, "Done").click()
    room.settle()
    answers = {a.person_id: a.value for a in read(told).answers if a.answer_id not in before}
    assert answers == {families.MATEO: 5, families.DWAYNE: 8}


def test_naming_the_same_person_again_goes_on_with_their_number(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    before = len(read(told).answers)
    sheet = part.scale.ask()
    face(sheet, "Mateo").click()
    face(sheet, "5").click()
    face(sheet, "Mateo").click()
    assert sheet.numbers.here() == 5
    button(sheet, "Done").click()
    room.settle()
    assert len(read(told).answers) == before + 1


def test_a_number_given_by_mistake_is_taken_back_and_brought_again(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    before = len(read(told).answers)
    sheet = part.scale.ask(families.MATEO)
    face(sheet, "5").click()
    button(sheet, "Take it back").click()
    room.settle()
    assert len(read(told).answers) == before
    button(page, "Undo").click()
    room.settle()
    assert len(read(told).answers) == before + 1


def test_another_question_has_its_own_numbers(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    part.scale.question.choose("hope")
    part.scale.question.chosen.emit("hope")
    room.settle()
    assert part.scale.chart.isHidden()
    assert part.scale.ask_button.text() == "Ask for a number"


def test_then_and_now_shows_what_went_and_what_is_new(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    part.show_page("compare")
    room.settle()
    words = [
        w.accessibleName() or getattr(w, "text", str)()
        for w in part.compare.findChildren(QWidget)
        if w.isVisible()
    ]
    assert "The rent was two months behind" in words
    assert "no longer said" in words
    assert words.count("new") >= 4
    assert "4 then, 4 now" in words


def test_before_a_child_begins_the_limits_are_told(room: Room, told: Desk) -> None:
    page = room.family()
    part = part_of(room, page)
    place = part.begin_areas(families.LUZ)
    room.settle()
    assert place.step == LIMITS
    assert not page.visit_button.isVisible()
    assert len(read(told).areas) == 1
    button(place, "We talked about it").click()
    room.settle()
    assert place.step == CHOOSE
    assert len(read(told).areas) == 2
    button(place, "Close").click()
    room.settle()
    assert page.visit_button.isVisible()
    assert len(read(told).areas) == 1  # nothing was said or drawn


def test_a_child_draws_and_tells_in_its_own_order_and_finds_it_again(room: Room, told: Desk) -> None:
    page = room.family()
    place = part_of(room, page).begin_areas(families.LUZ)
    button(place, "We talked about it").click()
    room.settle()
    areas_id = place.areas_id
    for name in ("What I wish for", "What worries me"):
        face(place, name).click()
        room.settle()
        assert place.step == AREA
        area = place.findChild(QPlainTextEdit, options=Qt.FindChildOption.FindChildrenRecursively)
        assert area is not None
        if name == "What I wish for":
            draw(page_pad(place))
        write(visible_text(place), "el perro")
        button(place, "Done here").click()
        room.settle()
    page.settle()
    room.settle()
    page.close()
    again = room.family()
    part_of(room, again).open_areas(areas_id)
    room.settle()
    found = talk(told, areas_id)
    assert found.order == ("dreams", "worries")
    dreams, worries = found.piece(ChildArea.DREAMS), found.piece(ChildArea.WORRIES)
    assert dreams is not None
    assert worries is not None
    assert dreams.ink
    assert not worries.ink
    assert (dreams.words, worries.words, worries.way) == ("el perro", "el perro", "dictated")


def test_a_drawing_survives_a_kill(room: Room, told: Desk) -> None:
    place = part_of(room, room.family()).open_areas(AREAS)
    room.settle()
    face(place, "What is good").click()
    room.settle()
    draw(page_pad(place))
    place._area.flush()
    room.settle()
    piece = talk(told).piece(ChildArea.GOOD_THINGS)
    assert piece is not None
    assert piece.ink  # kept as a draft, before anything was settled
    with told.read() as conn:
        stored = conn.exec_driver_sql("SELECT ink FROM child_words WHERE id = ?", (piece.words_id,)).scalar()
    assert stored is None
    place.leave()
    room.settle()
    with told.read() as conn:
        stored = conn.exec_driver_sql("SELECT ink FROM child_words WHERE id = ?", (piece.words_id,)).scalar()
    assert stored == piece.ink


def test_the_child_decides_only_after_it_was_read_back(room: Room, told: Desk) -> None:
    child_areas.EditAreas(told)(AREAS, {"read_back": False})
    page = room.family()
    place = part_of(room, page).open_areas(AREAS)
    room.settle()
    button(place, "Read it back together").click()
    room.settle()
    assert place.step == READ
    assert not button(place, "With nobody").isEnabled()
    face(place, "I read it back, and Mateo says it is right").click()
    room.settle()
    button(place, "With some people").click()
    room.settle()
    face(place, "With whom: Marisol").click()
    room.settle()
    found = talk(told)
    assert (found.share, found.share_with, found.read_back) == ("some", (families.MARISOL,), True)
    names = [w.accessibleName() for w in place.findChildren(QWidget)]
    assert "Mateo decided: With some people" in names
    button(place, "With nobody").click()
    room.settle()
    assert talk(told).share == "nobody"


def test_the_room_is_left_by_escape_and_the_page_comes_back(room: Room, told: Desk) -> None:
    page = room.family()
    place = part_of(room, page).open_areas(AREAS)
    room.settle()
    face(place, "What worries me. told").click()
    room.settle()
    assert page_pad(place).hasFocus()
    QTest.keyClick(page_pad(place), Qt.Key.Key_Escape)
    room.settle()
    assert place.step == CHOOSE
    QTest.keyClick(place, Qt.Key.Key_Escape)
    room.settle()
    assert place.isHidden()
    assert page.visit_button.isVisible()


def test_a_talk_is_removed_and_brought_back(room: Room, told: Desk) -> None:
    page = room.family()
    place = part_of(room, page).open_areas(AREAS)
    room.settle()
    button(place, "Read it back together").click()
    room.settle()
    button(place, "Remove this talk").click()
    room.settle()
    face(page.window(), "Why: It was a mistake").click()
    [b for b in page.window().findChildren(Face) if b.text() == "Remove" and b.isVisible()][-1].click()
    room.settle()
    assert place.isHidden()
    assert not read(told).areas
    button(page, "Undo").click()
    room.settle()
    assert len(read(told).areas) == 1
    assert talk(told).piece(ChildArea.DREAMS) is not None


def test_what_the_child_said_about_sharing_is_kept_on_leaving(room: Room, told: Desk) -> None:
    child_areas.DecideShare(told)(AREAS, Share.NOBODY)
    page = room.family()
    place = part_of(room, page).open_areas(AREAS)
    room.settle()
    button(place, "Read it back together").click()
    room.settle()
    QTest.keyClicks(line(place, "What the child said about it"), "Not now, later")
    place.leave()
    room.settle()
    assert talk(told).share_words == "Not now, later"


def asked_about_sharing(room: Room, desk: Desk) -> ChildRoom:
    """Return the room where the child has decided and says something about it."""
    child_areas.DecideShare(desk)(AREAS, Share.NOBODY)
    place = part_of(room, room.family()).open_areas(AREAS)
    room.settle()
    button(place, "Read it back together").click()
    room.settle()
    line(place, "What the child said about it").setFocus()
    QTest.keyClicks(line(place, "What the child said about it"), "Not now, later")
    return place


@pytest.mark.parametrize("by_key", [True, False])
def test_going_back_while_writing_about_sharing_leads_back(room: Room, told: Desk, *, by_key: bool) -> None:
    place = asked_about_sharing(room, told)
    if by_key:
        QTest.keyClick(line(place, "What the child said about it"), Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(button(place, "Back to the three"), Qt.MouseButton.LeftButton)
    room.settle()
    assert place.step == CHOOSE
    assert talk(told).share_words == "Not now, later"


def test_locking_keeps_what_the_child_said_about_sharing(room: Room, told: Desk) -> None:
    place = asked_about_sharing(room, told)
    place.settle()
    room.settle()
    assert talk(told).share_words == "Not now, later"


def test_a_child_that_takes_the_last_person_back_shares_with_nobody(room: Room, told: Desk) -> None:
    child_areas.DecideShare(told)(AREAS, Share.SOME, (families.MARISOL,))
    place = part_of(room, room.family()).open_areas(AREAS)
    room.settle()
    button(place, "Read it back together").click()
    room.settle()
    face(place, "With whom: Marisol").click()
    room.settle()
    assert (talk(told).share, talk(told).share_with) == ("nobody", ())


def test_a_drawing_of_a_later_program_is_not_wiped_by_looking_at_it(room: Room, told: Desk) -> None:
    piece = talk(told).piece(ChildArea.GOOD_THINGS)
    assert piece is not None
    later = '{"pages":[],"v":9}'
    with told.vault.applying() as conn:
        conn.exec_driver_sql("UPDATE child_words SET ink = ? WHERE id = ?", (later, piece.words_id))
    place = part_of(room, room.family()).open_areas(AREAS)
    room.settle()
    next(f for f in place.findChildren(Face) if f.text() == "What is good").click()
    room.settle()
    place.leave()
    room.settle()
    found = talk(told).piece(ChildArea.GOOD_THINGS)
    assert found is not None
    assert found.ink == later


def test_while_a_family_moves_the_childs_room_is_read_and_left(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    part.set_read_only(True)
    place = part.open_areas(AREAS)
    room.settle()
    face(place, "What worries me. told").click()
    room.settle()
    assert not page_pad(place).isEnabled()
    assert not visible_text(place).isEnabled()
    button(place, "Done here").click()
    room.settle()
    button(place, "Read it back together").click()
    room.settle()
    assert not button(place, "With nobody").isEnabled()
    button(place, "Back to the three").click()
    room.settle()
    assert place.step == CHOOSE


def test_no_word_of_a_child_shows_on_the_map_or_the_overview(room: Room, told: Desk) -> None:
    page = room.family()
    part_of(room, page)
    shown = " ".join(w.accessibleName() + str(getattr(w, "text", str)()) for w in page.findChildren(QWidget))
    assert "only we can open" not in shown
    assert "Thursdays nobody comes" not in shown
    assert "locked until they decide" in shown
    assert all("open" not in q.words for q in workspace.OverviewOf(told)(families.ALVAREZ).quotes)


def test_a_family_that_moves_can_be_read_and_not_written(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    part.set_read_only(True)
    room.settle()
    assert not part.columns.columns[WORRIES].add_button.isEnabled()
    assert not part.scale.ask_button.isEnabled()
    part.open_row(worry(told, "wait alone").statement_id)
    assert part.columns.columns[WORRIES].pile.editor is None
    assert not any(line.change_button.isEnabled() for line in part.findChildren(CarryLine))


def test_an_editor_closes_with_its_words_kept_when_the_family_begins_to_move(room: Room, told: Desk) -> None:
    part = part_of(room, room.family())
    one = worry(told, "wait alone")
    part.open_row(one.statement_id)
    editor = part.columns.columns[WORRIES].pile.editor
    assert editor is not None
    write(editor.words, " now")
    part.set_read_only(True)
    room.settle()
    assert part.columns.columns[WORRIES].pile.editor is None
    assert worry(told, "wait alone").text.endswith(" now")


def page_pad(place: ChildRoom) -> QWidget:
    return place._area.pad


def visible_text(place: ChildRoom) -> QPlainTextEdit:
    return next(e for e in place.findChildren(QPlainTextEdit) if e.isVisible())
