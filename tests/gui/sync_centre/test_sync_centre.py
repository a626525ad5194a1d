"""The sync centre as a worker uses it, over a real vault with conflict rows as the synchronisation writes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy import delete
from tests.gui.conftest import Dress
from tests.support import families
from tests.support.clashes import clash, newest, sent, stands
from tests.support.planting import key
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room

from engage_desktop.services import conflicts, genogram
from engage_desktop.services.desk import Desk
from engage_desktop.services.genogram import NewKin
from engage_desktop.store import records
from engage_desktop.store.tables import records as tables
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import TextArea
from engage_desktop.views.kit.text import Text
from engage_desktop.views.sync_centre.deciding import Deciding
from engage_desktop.views.sync_centre.versions import Versions
from engage_desktop.views.sync_centre.view import SyncCentreView
from engage_desktop.views.sync_centre.words_flow import WordsFlow
from engage_domain.conflicts import Choice
from engage_domain.sync_lists import Net, NetState, Place

READING = key("action_step", "alvarez", "reading")
THEIRS = "Lucía reads with Luz and Sam every school night at half past seven. If Lucía is ill, Inés reads by phone."
MINE = (
    "Lucía reads with Luz and Sam every night at eight, with Elena. If it gets hard, we call Inés before ten."
)
PARTS = ("now", "by_time", "decided", "receipts")


@pytest.fixture
def clean(desk: Desk) -> Desk:
    """Return the desk with everything at the agency and nothing to decide."""
    sent(desk)
    with desk.vault.applying() as conn:
        conn.execute(delete(tables["conflict"]))
    return desk


def reading(desk: Desk) -> str:
    return clash(desk, "action_step", READING, {"what": THEIRS}, {"what": MINE}, kind="text_overlap")


def button(page: QWidget, name: str) -> Button:
    found = [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisible()]
    assert found, f"no button called {name!r}"
    return found[0]


def says(page: QWidget) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def deciding(page: SyncCentreView, part: str = "now") -> Deciding:
    return page._parts[part]


def shown(page: SyncCentreView, part: str = "now") -> Versions:
    versions = deciding(page, part)._versions
    assert versions is not None
    return versions


def what(desk: Desk) -> object:
    return stands(desk, "action_step", READING, "what")


def all_kinds(desk: Desk) -> None:
    since = newest(desk)
    with desk.write("person.edit") as conn:
        records.update(conn, "person", families.LUCIA, {"gender": "woman"})
    sent(desk, "parked:role", since=since)
    reading(desk)
    clash(
        desk, "contact_body", families.FRIDAY_VISIT, {"saw": "The kitchen was warm."},
        {"saw": "The kitchen was warm. Sam coughed all through."}, kind="immutable",
    )  # fmt: skip
    clash(
        desk, "person", families.ANDRE, {"first_name": "Andre", "last_name": "Greene"},
        {"first_name": "André", "last_name": "Green"},
    )  # fmt: skip
    clash(desk, "contact", families.FRIDAY_VISIT, {"status": "final"}, {"status": "final"}, kind="sign_stale")
    clash(
        desk, "contact_body", key("contact", "dobbs", "private"), {"family_said": "a"}, {"family_said": "b"},
        family_id=families.DOBBS,
    )  # fmt: skip
    clash(
        desk, "action_step", READING, {"by_when": "2026-12-01"}, {"by_when": "2026-12-08"},
        state="auto", winner="incoming",
    )  # fmt: skip


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
    room: Room, dress: Dress, clean: Desk, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    all_kinds(clean)
    page = room.sync(size)
    page.show_net(NetState(Net.SIGN_IN, clean.now(), vanishing=(("f:x", 120),), clock_wrong_ms=400_000))
    for part in PARTS:
        page.show_part(part)
        room.settle()
        assert audit(page) == []
    page.show_net(NetState(Net.FIRST, None, 3, 11))
    for conflict in conflicts.AllConflicts(clean)().open:
        page.open_conflict(conflict.conflict_id)
        room.settle()
        assert audit(page) == []
    assert (page.width(), page.height()) == size


def test_nothing_flashes_up_and_takes_the_focus(room: Room, clean: Desk, flashes: Flashes) -> None:
    all_kinds(clean)
    page = room.sync()
    for conflict in conflicts.AllConflicts(clean)().open:
        page.open_conflict(conflict.conflict_id)
        room.settle()
    assert flashes.seen == []


def test_the_sum_is_written_as_the_sum_it_is(room: Room, clean: Desk) -> None:
    genogram.AddKin(clean)(NewKin(families.ALVAREZ, "Inés", role="kin"))
    page = room.sync()
    assert page._piles._sum.accessibleName() == "1 plus 0 plus 2 is 3: all your work"
    assert "Person: Inés" in says(page)


def test_a_pile_opens_the_list_behind_it(room: Room, clean: Desk) -> None:
    genogram.AddKin(clean)(NewKin(families.ALVAREZ, "Inés", role="kin"))
    page = room.sync()
    button(page, "All of them: with the agency").click()
    room.settle()
    assert page.part == "receipts"
    assert len(page.receipts.model.rows) == 2
    assert all("receipt" in line.chip for line in page.receipts.model.rows)


def test_receipts_are_found_by_family_kind_and_number(room: Room, clean: Desk) -> None:
    page = room.sync()
    page.show_place(None)
    room.settle()
    number = page.receipts.model.rows[0].chip
    page.receipts.search.edit.setText(number)
    room.qtbot.waitUntil(lambda: len(page.receipts.model.rows) == 1, timeout=3000)
    page.receipts.search.edit.setText("chen draft")
    room.qtbot.waitUntil(lambda: "Chen" in page.receipts.model.rows[0].title, timeout=3000)
    page.receipts.search.edit.setText("nobody at all")
    room.qtbot.waitUntil(lambda: not page.receipts.model.rows, timeout=3000)
    room.settle()
    assert audit(page) == []


def test_no_word_of_machines_stands_on_the_page(room: Room, clean: Desk) -> None:
    all_kinds(clean)
    page = room.sync()
    for conflict in conflicts.AllConflicts(clean)().open:
        page.open_conflict(conflict.conflict_id)
        room.settle()
        words = " ".join(says(page)).lower()
        for bad in ("entity", "record", "conflict", "action_step", "contact_body", "409", "json", "outbox"):
            assert bad not in words


def test_a_single_pair_of_versions_opens_by_itself(room: Room, clean: Desk) -> None:
    reading(clean)
    page = room.sync()
    flows = shown(page).findChildren(WordsFlow)
    assert [flow.accessibleName() for flow in flows] == [
        f"Priya Raman wrote, theirs: {THEIRS}",
        f"You wrote, mine: {MINE}",
    ]
    assert "school" in flows[0].accessibleDescription()
    assert all(flow.focusPolicy() is Qt.FocusPolicy.TabFocus for flow in flows)
    assert QAccessible.queryAccessibleInterface(flows[0]).text(QAccessible.Text.Name).startswith("Priya")


@pytest.mark.parametrize(("verb", "stays"), [("Keep theirs", THEIRS), ("Keep mine", MINE)])
def test_one_press_decides_and_another_undoes(room: Room, clean: Desk, verb: str, stays: str) -> None:
    reading(clean)
    page = room.sync()
    button(page, verb).click()
    room.settle()
    assert what(clean) == stays
    assert "Nothing needs you here" in says(page)
    button(page, "Undo").click()
    room.settle()
    assert what(clean) == (THEIRS if verb == "Keep mine" else MINE)


def test_both_versions_can_stand_one_after_the_other(room: Room, clean: Desk) -> None:
    reading(clean)
    page = room.sync()
    button(page, "Keep both, one after the other").click()
    room.settle()
    assert what(clean) == f"Priya Raman: {THEIRS}\n\nDana Whitfield: {MINE}"


def test_combining_begins_with_both_and_keeps_every_key(room: Room, clean: Desk) -> None:
    conflict_id = reading(clean)
    page = room.sync()
    button(page, "Combine them").click()
    room.settle()
    editor = next(e for e in page.findChildren(TextArea) if e.isVisible())
    assert "eight" in editor.toPlainText()
    assert len([flow for flow in page.findChildren(WordsFlow) if flow.isVisible()]) == 2
    editor.setPlainText("Lucia reads every night.")
    room.qtbot.waitUntil(
        lambda: "every night." in conflicts.ConflictOf(clean)(conflict_id).combining, timeout=3000
    )
    again = room.sync()
    other = next(e for e in again.findChildren(TextArea) if e.isVisible())
    assert other.toPlainText() == "Lucia reads every night."
    button(again, "Keep this text").click()
    room.settle()
    assert what(clean) == "Lucia reads every night."


def test_an_empty_text_is_not_kept(room: Room, clean: Desk) -> None:
    reading(clean)
    page = room.sync()
    button(page, "Combine them").click()
    room.settle()
    next(e for e in page.findChildren(TextArea) if e.isVisible()).setPlainText("  ")
    assert not button(page, "Keep this text").isEnabled()
    button(page, "Start from theirs").click()
    assert next(e for e in page.findChildren(TextArea) if e.isVisible()).toPlainText() == THEIRS
    button(page, "Not now").click()
    room.settle()
    assert what(clean) == THEIRS
    assert button(page, "Combine them").isEnabled()


def test_words_for_a_final_note_become_an_addendum(room: Room, clean: Desk) -> None:
    clash(
        clean, "contact_body", families.FRIDAY_VISIT, {"saw": "The kitchen was warm."},
        {"saw": "The kitchen was warm. Sam coughed all through."}, kind="immutable",
    )  # fmt: skip
    page = room.sync()
    button(page, "Add as an addendum").click()
    room.settle()
    editor = next(e for e in page.findChildren(TextArea) if e.isVisible())
    assert editor.toPlainText() == "Sam coughed all through."
    button(page, "Add as an addendum").click()
    room.settle()
    addendum = tables["addendum"]
    with clean.read() as conn:
        rows = conn.execute(addendum.select().where(addendum.c.contact_id == families.FRIDAY_VISIT)).all()
    assert [row.text for row in rows] == ["Sam coughed all through."]


def test_a_note_that_changed_before_it_was_final_is_opened_from_here(room: Room, clean: Desk) -> None:
    clash(
        clean, "contact", families.FRIDAY_VISIT, {"status": "final"}, {"status": "final"}, kind="sign_stale"
    )
    page = room.sync()
    with room.qtbot.waitSignal(page.note_opened) as opened:
        button(page, "Open the note").click()
    assert opened.args == [families.FRIDAY_VISIT]


def test_words_under_safety_wait_until_one_is_alone(room: Room, clean: Desk) -> None:
    body = key("contact", "dobbs", "private")
    clash(
        clean,
        "contact_body",
        body,
        {"family_said": "amber"},
        {"family_said": "birch"},
        family_id=families.DOBBS,
    )
    page = room.sync()
    assert not page.findChildren(WordsFlow)
    assert "Dobbs" not in " ".join(says(page))
    button(page, "I am alone: show them").click()
    room.settle()
    assert len(page.findChildren(WordsFlow)) == 2


def test_what_is_parked_is_explained_until_it_was_read(room: Room, clean: Desk) -> None:
    since = newest(clean)
    with clean.write("person.edit") as conn:
        records.update(conn, "person", families.LUCIA, {"gender": "woman"})
    sent(clean, "held", since=since)
    page = room.sync()
    assert "The family has moved to a colleague" in says(page)
    button(page, "I have read this").click()
    room.settle()
    assert "Nothing needs you here" in says(page)


def test_decisions_stay_listed_and_can_be_undone_much_later(room: Room, clean: Desk) -> None:
    conflict_id = reading(clean)
    conflicts.Decide(clean)(conflict_id, Choice.MINE)
    sent(clean)
    page = room.sync()
    page.show_part("decided")
    room.settle()
    look_at = next(b for b in deciding(page, "decided").findChildren(Button) if b.text() == "Look")
    look_at.click()
    room.settle()
    button(shown(page, "decided"), "Undo").click()
    room.settle()
    assert what(clean) == THEIRS


def test_a_pair_that_is_asked_for_opens_wherever_it_stands(room: Room, clean: Desk) -> None:
    all_kinds(clean)
    wanted = conflicts.AllConflicts(clean)().open[2].conflict_id
    page = room.sync()
    page.open_conflict(wanted)
    room.settle()
    assert shown(page).conflict.conflict_id == wanted
    button(page, "All of them").click()
    room.settle()
    assert not deciding(page).shown_id


@pytest.mark.parametrize(
    ("net", "words"),
    [
        (Net.OFFLINE, "No way to the agency just now; that is fine · last with the agency today, 08:41"),
        (Net.IDLE, "In touch with the agency · last with the agency today, 08:41"),
        (Net.SENDING, "Sending your work to the agency"),
        (Net.FIRST, "Fetching your families: 3 of 11"),
        (Net.ALONE, "You work alone on this laptop; nothing waits for anybody"),
    ],
)
def test_the_state_is_one_calm_sentence(room: Room, clean: Desk, net: Net, words: str) -> None:
    page = room.sync()
    page.show_net(NetState(net, clean.now(), 3, 11))
    room.settle()
    assert words in says(page)
    assert audit(page) == []


@pytest.mark.parametrize("net", [Net.SIGN_IN, Net.LEASE, Net.REVOKED, Net.UPGRADE, Net.TROUBLE])
def test_every_problem_says_that_the_work_is_safe_or_handed_over(room: Room, clean: Desk, net: Net) -> None:
    page = room.sync()
    page.show_net(NetState(net, clean.now()))
    room.settle()
    words = " ".join(says(page))
    assert "safe" in words or "handed over" in words or "still goes out" in words
    assert audit(page) == []


def test_trying_again_is_one_key_away(room: Room, clean: Desk) -> None:
    page = room.sync()
    page.show_net(NetState(Net.OFFLINE, clean.now()))
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert room.tries == ["now"]
    page.show_net(NetState(Net.SENDING, clean.now()))
    assert not button(page, "Try again now").isEnabled()


def test_much_that_would_disappear_waits_for_a_yes(room: Room, clean: Desk) -> None:
    page = room.sync()
    page.show_net(NetState(Net.IDLE, clean.now(), vanishing=((f"f:{families.CHEN}", 40),)))
    room.settle()
    button(page, "That is right…").click()
    room.settle()
    button(page.window(), "Yes, that is right").click()
    room.settle()
    with clean.read() as conn:
        query = "SELECT count(*) FROM sync_state WHERE k = ?"
        assert conn.exec_driver_sql(query, (f"agreed:f:{families.CHEN}",)).scalar() == 1


def test_after_a_restart_one_is_exactly_where_one_was(room: Room, clean: Desk) -> None:
    all_kinds(clean)
    wanted = conflicts.AllConflicts(clean)().open[1].conflict_id
    page = room.sync()
    page.open_conflict(wanted)
    room.settle()
    again = room.sync()
    again.restore(page.place())
    room.settle()
    assert shown(again).conflict.conflict_id == wanted
    page.show_place(Place.AGENCY)
    page.receipts.search.edit.setText("chen")
    room.settle()
    again.restore(page.place())
    room.settle()
    assert (again.part, again.receipts.search.text(), again.receipts.where.here()) == (
        "receipts",
        "chen",
        str(Place.AGENCY.value),
    )


def test_the_keys_are_told(room: Room, clean: Desk) -> None:
    page = room.sync()
    assert all(key_ and words for key_, words in tuple(page.keys()))
    QTest.keyClick(page, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert page.part == "receipts"
