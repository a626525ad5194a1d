"""The board of a home visit, by thumb and by key, over a real vault."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from tests.fakes import FrozenClock
from tests.support.contacts import LARGE, SMALL, Rig, person, visit_services
from tests.support.full_disk import full_disk

from engage_desktop.services.desk import Desk
from engage_desktop.views.even import even
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.visit.asking import ME
from engage_desktop.views.visit.board import VisitPage
from engage_desktop.views.visit.leave_sheet import ATTEMPT, MISTAKE, NobodySheet
from engage_desktop.views.visit.mark_sheet import MarkSheet
from engage_desktop.views.visit.other_sheet import OtherSheet
from engage_desktop.views.visit.people import PersonCell, PersonTile
from engage_desktop.views.visit.who_sheet import WhoSheet
from engage_domain.contact_codes import MarkKind, Method
from engage_domain.visit import Contact
from engage_wire.changed import Changed

SheetT = TypeVar("SheetT", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


class Board:
    """A running visit with its page."""

    def __init__(self, rig: Rig, size: tuple[int, int] = SMALL, language: str = "en") -> None:
        self.rig = rig
        self.services = visit_services(rig.desk)
        self.contact_id = rig.start()
        self.page = VisitPage(self.contact_id, self.services, rig.lanes, rig.bus, rig.words(language))
        rig.show(self.page, size)

    @property
    def contact(self) -> Contact:
        return self.services.board(self.contact_id)

    def cell(self, name: str) -> PersonCell:
        found = self.page.board.people.cell(person(name))
        assert found is not None
        return found

    def tap(self, widget: QWidget) -> None:
        """Tap, wait until it is kept, and let a second pass: people are not faster."""
        tap(widget)
        self.rig.rest()
        self.rig.clock.advance(seconds=1)

    def sheet(self, kind: type[SheetT]) -> SheetT:
        self.rig.rest()
        return next(s for s in self.page.findChildren(kind) if s.isVisible())

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.page.activateWindow()
        self.rig.until(self.page.isActiveWindow)
        QTest.keyClick(self.page, key, modifier)
        self.rig.rest()

    def titles(self) -> list[str]:
        return [f"{r.title}: {r.words}" for r in self.page.board.so_far.rows]


@pytest.fixture
def board(rig: Rig) -> Board:
    return Board(rig)


def test_nothing_is_answered_before_somebody_answers(board: Board) -> None:
    assert not board.page.board.so_far.rows
    for name in ("Elena", "Mateo", "Luz", "Sam"):
        cell = board.cell(name)
        assert not cell.tile.isChecked()
        assert cell.alone is not None
        assert not cell.alone.here()
        assert not cell.alone.isEnabled()


def test_one_tap_says_who_is_here_and_the_question_about_alone_wakes(board: Board) -> None:
    board.tap(board.cell("Elena").tile)
    cell = board.cell("Elena")
    assert cell.tile.isChecked()
    assert "here, 08:4" in cell.tile.accessibleName()
    assert cell.alone is not None
    assert cell.alone.isEnabled()
    assert not cell.alone.here()
    board.tap(cell.alone._segments["yes"])
    assert board.contact.attendee(person("Elena")).seen_alone == "yes"  # type: ignore[union-attr]  # she is in the family
    assert board.titles() == ["Came in: Elena"]


def test_a_second_tap_takes_it_back(board: Board) -> None:
    for _ in range(2):
        board.tap(board.cell("Mateo").tile)
    assert not board.cell("Mateo").tile.isChecked()
    assert not board.contact.marks


def test_the_same_by_keys_alone(board: Board) -> None:
    tile = board.cell("Marisol").tile
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Space)
    board.rig.rest()
    assert board.contact.present[0].name == "Marisol"
    QTest.keyClick(board.cell("Marisol").tile, Qt.Key.Key_L)
    board.rig.rest()
    assert board.contact.present[0].presence == "left"
    assert "left, 08:4" in board.cell("Marisol").tile.accessibleName()


def test_topics_and_elements_turn_on_and_off(board: Board) -> None:
    body = board.page.board
    board.tap(body.topics.tap("school"))
    board.tap(body.elements.tap("understand"))
    assert body.topics.tap("school").isChecked()
    assert board.contact.elements == ("understand",)
    board.tap(body.topics.tap("school"))
    assert not body.topics.tap("school").isChecked()
    assert board.titles() == ["We were mostly: Understanding"]


def test_a_quote_asks_only_whose_words_and_is_kept_before_a_word_is_typed(board: Board) -> None:
    board.tap(board.cell("Elena").tile)
    board.tap(board.page.board.quick.tiles[MarkKind.SAID])
    board.tap(board.sheet(WhoSheet).buttons[person("Elena")])
    sheet = board.sheet(MarkSheet)
    assert [m.kind for m in board.contact.marks] == [MarkKind.SAID, MarkKind.ARRIVED]
    assert sheet.area is not None
    QTest.keyClicks(sheet.area, "We want one house.")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    board.rig.until(lambda: board.contact.marks[0].text == "We want one house.")
    board.rig.rest()
    assert board.titles()[0] == "Elena said: “We want one house.”"


def test_a_promise_is_mine_or_theirs_and_due_when_somebody_says_so(board: Board) -> None:
    board.tap(board.page.board.quick.tiles[MarkKind.PROMISE])
    board.tap(board.sheet(WhoSheet).buttons[ME])
    sheet = board.sheet(MarkSheet)
    assert board.contact.promises[0].by_when is None
    tomorrow = next(c for c in sheet.chips._chips.values() if c.text() == "Tomorrow")
    board.tap(tomorrow)
    assert str(board.contact.promises[0].by_when) == "2026-11-24"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    board.rig.rest()
    assert board.titles() == ["You promised: by tomorrow"]


def test_strengths_and_worries_need_one_tap_or_one_key(board: Board) -> None:
    board.tap(board.page.board.quick.tiles[MarkKind.STRENGTH])
    QTest.keyClick(board.sheet(MarkSheet), Qt.Key.Key_Escape)
    board.rig.rest()
    board.key(Qt.Key.Key_W)
    QTest.keyClick(board.sheet(MarkSheet), Qt.Key.Key_Escape)
    board.rig.rest()
    assert {m.kind for m in board.contact.marks} == {MarkKind.STRENGTH, MarkKind.WORRY}


def test_undo_takes_the_newest_back_and_offers_to_put_it_back(board: Board) -> None:
    board.tap(board.page.board.topics.tap("health"))
    board.tap(board.page.board.so_far.undo)
    assert not board.contact.topics
    assert board.page._toast.isVisible()
    board.tap(board.page._toast._verb)
    assert board.contact.topics == ("health",)


def test_any_mark_can_be_taken_back_from_the_list_by_key(board: Board) -> None:
    board.tap(board.page.board.topics.tap("health"))
    board.tap(board.cell("Luz").tile)
    marks = board.page.board.so_far.list
    model = marks.model()
    marks.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(marks, Qt.Key.Key_Delete)
    board.rig.rest()
    assert board.titles() == ["Came in: Luz"]


def test_somebody_outside_the_household_comes_by_name_or_by_tap(board: Board) -> None:
    board.tap(board.page.board.somebody)
    board.tap(board.sheet(WhoSheet).buttons[person("Lucía")])
    assert board.cell("Lucía").tile.isChecked()
    board.key(Qt.Key.Key_N)
    sheet = board.sheet(WhoSheet)
    QTest.keyClicks(sheet.other, "the neighbour")
    QTest.keyClick(sheet.other, Qt.Key.Key_Return)
    board.rig.rest()
    assert {p.name for p in board.contact.present} == {"Lucía", "the neighbour"}


def test_leaving_leads_to_the_seven_steps(board: Board, monday: FrozenClock) -> None:
    board.tap(board.cell("Elena").tile)
    monday.advance(minutes=54)
    with board.rig.qtbot.waitSignal(board.page.debrief_opened) as opened:
        board.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == [board.contact_id]
    assert board.contact.end == monday.now()


def test_nobody_home_is_an_attempt_and_goes_to_the_note(board: Board) -> None:
    board.tap(board.page.leave_button)
    with board.rig.qtbot.waitSignal(board.page.note_opened):
        tap(board.sheet(NobodySheet).answers[ATTEMPT])
    assert board.contact.attempted


def test_a_visit_that_did_not_happen_keeps_the_reason(board: Board) -> None:
    board.tap(board.page.leave_button)
    with board.rig.qtbot.waitSignal(board.page.note_opened):
        tap(board.sheet(NobodySheet).answers["illness"])
    assert board.contact.missed_reason == "illness"


def test_a_mistake_leaves_nothing_and_goes_back(board: Board) -> None:
    board.tap(board.page.leave_button)
    with board.rig.qtbot.waitSignal(board.page.back_wanted):
        tap(board.sheet(NobodySheet).answers[MISTAKE])


def test_what_was_no_visit_becomes_the_contact_it_was(board: Board) -> None:
    board.tap(board.page.other_button)
    sheet = board.sheet(OtherSheet)
    board.tap(sheet.how.taps[Method.PHONE])
    board.tap(sheet.people.taps[person("Andre")])
    with board.rig.qtbot.waitSignal(board.page.note_opened) as opened:
        tap(sheet.go)
    made = board.services.board(opened.args[0])
    assert made.method == Method.PHONE
    assert [p.name for p in made.present] == ["Andre"]


def test_a_name_that_cannot_be_kept_stays_written(board: Board) -> None:
    board.key(Qt.Key.Key_N)
    sheet = board.sheet(WhoSheet)
    QTest.keyClicks(sheet.other, "the neighbour")
    with full_disk(board.rig.desk):
        QTest.keyClick(sheet.other, Qt.Key.Key_Return)
        board.rig.rest()
        assert sheet.isVisible()
        assert sheet.other.text() == "the neighbour"
        refused = "That tap could not be kept. Everything before it is safe; please try again."
        assert refused in [text.text() for text in sheet.findChildren(Text)]
    QTest.keyClick(sheet.other, Qt.Key.Key_Return)
    board.rig.rest()
    assert [p.name for p in board.contact.present] == ["the neighbour"]


def test_a_visit_is_only_gone_when_the_contact_it_was_is_kept(board: Board) -> None:
    board.tap(board.page.other_button)
    sheet = board.sheet(OtherSheet)
    board.tap(sheet.how.taps[Method.PHONE])
    QTest.keyClicks(sheet.other, "Ms Bell")
    with full_disk(board.rig.desk):
        board.tap(sheet.go)
        assert sheet.isVisible()
        assert not is_gone(board)
    with board.rig.qtbot.waitSignal(board.page.note_opened) as opened:
        tap(sheet.go)
    assert [p.name for p in board.services.board(opened.args[0]).present] == ["Ms Bell"]
    assert is_gone(board)


def is_gone(board: Board) -> bool:
    with board.rig.desk.read() as conn:
        gone = conn.exec_driver_sql("SELECT deleted_at FROM contact WHERE id = ?", (board.contact_id,))
        return gone.scalar() is not None


@pytest.mark.parametrize(
    ("day", "words"), [("31 of Octember", "When was it?"), ("2031-01-01", "That is still to come.")]
)
def test_a_contact_on_no_such_day_is_asked_about_and_never_put_on_today(
    board: Board, day: str, words: str
) -> None:
    board.tap(board.page.other_button)
    sheet = board.sheet(OtherSheet)
    board.tap(sheet.how.taps[Method.PHONE])
    sheet.day.edit.selectAll()
    QTest.keyClicks(sheet.day.edit, day)
    board.tap(sheet.go)
    assert sheet.isVisible()
    assert sheet._wanted.text() == words
    assert sheet.day.edit.text() == day
    sheet.reject()


def test_a_tap_that_somebody_else_made_shows_too(board: Board) -> None:
    board.services.tap_person(board.contact_id, person("Sam"))
    board.rig.bus.publish(Changed.of(f"f:{board.contact.family_id}", "contact_participant"))
    board.rig.until(board.cell("Sam").tile.isChecked)


def test_the_time_runs(board: Board, monday: FrozenClock) -> None:
    monday.advance(minutes=17)
    board.page._show_time()
    assert board.page._minutes.text() == "17 minutes"
    assert board.page._since.accessibleName() == "since 08:41"


@pytest.mark.parametrize(
    ("scale", "dark"), [(1.0, False), (1.5, False), (2.0, False), (1.0, True), (2.0, True)]
)
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_everything_can_be_reached_read_and_hit(
    rig: Rig, dress: Callable[..., Theme], scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(scale=scale, dark=dark)
    board = Board(rig, size, "es" if dark else "en")
    board.tap(board.cell("Elena").tile)
    board.tap(board.page.board.topics.tap("substance"))
    assert audit(board.page) == []


def test_a_family_nobody_is_written_down_for_has_a_board(rig: Rig, desk: Desk) -> None:
    from engage_desktop.services.visit_starts import StartVisit
    from engage_desktop.store import records

    family = desk.new_id()
    with desk.write("family.make") as conn:
        records.insert(conn, "family", family, {"name": "Ñandú–Ibáñez"}, by=desk.me.user_id, at=desk.now())
    contact_id = StartVisit(desk)(family).made_id
    page = VisitPage(contact_id, visit_services(desk), rig.lanes, rig.bus, rig.words("es"))
    rig.show(page)
    tap(page.board.topics.tap("housing"))
    rig.rest()
    assert page.board.topics.tap("housing").isChecked()
    assert audit(page) == []


def test_a_few_people_share_the_room_so_that_long_names_are_told_apart(board: Board) -> None:
    room = board.page.board.people.width()
    few = even(*(PersonTile(a, board.rig.words()) for a in board.contact.people[:3]), least=150, most=6)
    few.resize(room, 200)
    board.rig.show(few, (room, 200))
    assert all(tile.width() > room / 4 for tile in few.findChildren(PersonTile))
