"""The note, by mouse and by key, over a real vault: every keystroke is kept, nothing is overwritten, final is final."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from sqlalchemy import select
from tests.support.contacts import (
    FAMILY,
    LARGE,
    SMALL,
    Rig,
    note_services,
    person,
    type_words,
    visit_services,
)
from tests.support.full_disk import full_disk

from engage_desktop.store import drafts
from engage_desktop.store.tables import records, sync_outbox
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.inputs import LineEdit
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.note.fact_sheets import FactSheet
from engage_desktop.views.note.facts import FactName
from engage_desktop.views.note.finalise_sheet import FinaliseSheet
from engage_desktop.views.note.note_page import NotePage
from engage_desktop.views.note.sections import Sections
from engage_domain.contact_codes import Alone, MarkKind, Side
from engage_domain.note import Note
from engage_wire.changed import Changed

SheetT = TypeVar("SheetT", bound=QDialog)
CTRL = Qt.KeyboardModifier.ControlModifier
END = Qt.Key.Key_End


class Open:
    """A note that is open on the page."""

    def __init__(
        self, rig: Rig, contact_id: str, language: str = "en", size: tuple[int, int] = SMALL
    ) -> None:
        self.rig, self.contact_id = rig, contact_id
        self.services = note_services(rig.desk)
        self.page = NotePage(contact_id, self.services, rig.around(language))
        rig.show(self.page, size)

    @property
    def note(self) -> Note:
        return self.services.read(self.contact_id)

    @property
    def sections(self) -> Sections:
        assert self.page.sections is not None
        return self.page.sections

    def write(self, section: str, words: str) -> None:
        self.sections.go(section, 10_000)
        type_words(self.sections.areas[section], words)

    def tap(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.rig.rest()

    def sheet(self, kind: type[SheetT]) -> SheetT:
        self.rig.rest()
        return next(s for s in self.page.findChildren(kind) if s.isVisible())

    def draft(self, section: str) -> str:
        with self.rig.desk.read() as conn:
            kept = drafts.get(conn, "contact_body", self.contact_id, section)
        return kept.text if kept else ""

    def elsewhere(self, section: str, words: str) -> None:
        """Let a colleague's words arrive from the agency."""
        body = records["contact_body"]
        with self.rig.desk.vault.applying() as conn:
            conn.execute(body.update().where(body.c.id == self.contact_id).values({section: words}))
        self.rig.bus.publish(Changed.of(f"f:{FAMILY}", "contact_body"))
        self.rig.rest()


def visited(rig: Rig) -> str:
    """Leave a visit with two children, a quote, a strength and a promise behind."""
    do, contact_id = visit_services(rig.desk), rig.start()
    for name in ("Marisol", "Elena", "Mateo"):
        do.tap_person(contact_id, person(name))
    do.alone(contact_id, person("Elena"), Alone.YES)
    do.alone(contact_id, person("Mateo"), Alone.NO)
    for kind, words in (
        (MarkKind.SAID, "Yo los recojo los jueves"),
        (MarkKind.STRENGTH, "Abuela reads every night"),
    ):
        rig.clock.advance(seconds=5)
        made = do.keep_mark(contact_id, kind, person("Elena") if kind is MarkKind.SAID else "").made_id
        do.keep("mark", made, "text", FAMILY, words, "")
    rig.clock.advance(minutes=50)
    do.leave(contact_id)
    return contact_id


@pytest.fixture
def opened(rig: Rig) -> Open:
    return Open(rig, visited(rig))


def test_the_language_one_writes_outlives_its_sheet_and_a_full_disk(opened: Open) -> None:
    opened.page.open_fact(FactName.LANGUAGE)
    sheet = opened.sheet(FactSheet)
    line = sheet.findChildren(LineEdit)[0]
    line.setFocus()
    with full_disk(opened.rig.desk):
        QTest.keyClicks(line, "Spanish; Ms Ortiz interpreted")
        sheet.accept()
        opened.rig.rest()
        assert not opened.note.contact.language
    opened.rig.qtbot.waitUntil(
        lambda: opened.note.contact.language == "Spanish; Ms Ortiz interpreted", timeout=10_000
    )


def test_every_keystroke_is_in_the_vault_within_a_second(opened: Open) -> None:
    opened.write("saw", "La niña dormía. ")
    opened.rig.qtbot.waitUntil(lambda: opened.draft("saw") == "La niña dormía. ", timeout=1000)
    opened.write("saw", "¿Quién?")
    opened.rig.qtbot.waitUntil(lambda: opened.draft("saw") == "La niña dormía. ¿Quién?", timeout=1000)
    assert "Saved" in opened.page.state._words.text()


def test_leaving_a_field_keeps_it_at_once_and_leaving_the_page_settles_it(opened: Open) -> None:
    opened.write("saw", "Warm kitchen.")
    opened.sections.go("safety_now")
    opened.rig.rest()
    assert opened.draft("saw") == "Warm kitchen."
    opened.page.settle()
    opened.rig.rest()
    assert not opened.draft("saw")
    assert opened.note.section("saw").base == "Warm kitchen."


def test_a_note_opens_again_exactly_where_it_was(opened: Open) -> None:
    opened.write("assessment", "She may be tired; we do not know.")
    area = opened.sections.areas["assessment"]
    for _ in range(9):
        QTest.keyClick(area, Qt.Key.Key_Left)
    opened.sections.flush()
    place = opened.page.place()
    opened.rig.rest()
    again = Open(opened.rig, opened.contact_id)
    again.page.restore(place)
    opened.rig.rest()
    area = again.sections.areas["assessment"]
    assert area.toPlainText() == "She may be tired; we do not know."
    assert area.textCursor().position() == len("She may be tired; we do not know.") - 9
    assert again.sections.focused() == "assessment"


def test_one_settled_text_is_one_change_for_the_agency(opened: Open) -> None:
    opened.write("saw", "One two three.")
    opened.rig.rest()
    opened.page.settle()
    opened.rig.rest()
    query = select(sync_outbox.c.oid).where(sync_outbox.c.entity == "contact_body", sync_outbox.c.kind == "u")
    with opened.rig.desk.read() as conn:
        assert len(conn.execute(query).all()) == 1


def test_undo_and_redo_work_by_key(opened: Open) -> None:
    opened.write("saw", "abc")
    area = opened.sections.areas["saw"]
    QTest.keyClick(area, Qt.Key.Key_Z, CTRL)
    assert not area.toPlainText()
    QTest.keyClick(area, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert area.toPlainText() == "abc"


def test_arrows_go_on_from_section_to_section(opened: Open) -> None:
    opened.sections.go("family_said")
    area = opened.sections.areas["family_said"]
    QTest.keyClick(area, Qt.Key.Key_Down)
    assert opened.sections.focused() == "saw"
    QTest.keyClick(opened.sections.areas["saw"], Qt.Key.Key_Down, CTRL)
    assert opened.sections.focused() == "assessment"
    QTest.keyClick(opened.sections.areas["assessment"], Qt.Key.Key_Up)
    assert opened.sections.focused() == "saw"


def test_a_mark_is_used_and_put_back_and_nothing_else_changes(opened: Open) -> None:
    opened.write("family_said", "Marisol wants them home.")
    quote = next(m for m in opened.note.contact.marks if m.kind == MarkKind.SAID)
    opened.tap(opened.page.body.unused.rows[quote.id].button)
    assert (
        opened.note.section("family_said").text
        == "Marisol wants them home.\nElena: “Yo los recojo los jueves”"
    )
    assert opened.page.body.unused.count() == 1
    opened.tap(opened.page.body.unused._more)
    opened.tap(opened.page.body.unused.rows[quote.id].button)
    assert opened.note.section("family_said").text == "Marisol wants them home."
    assert opened.page.body.unused.count() == 2


def test_using_a_mark_can_be_undone_in_the_text(opened: Open) -> None:
    strength = next(m for m in opened.note.contact.marks if m.kind == MarkKind.STRENGTH)
    opened.page.use(strength.id)
    area = opened.sections.areas["saw"]
    assert area.toPlainText() == "Strength: Abuela reads every night"
    QTest.keyClick(area, Qt.Key.Key_Z, CTRL)
    assert not area.toPlainText()


def test_somebody_elses_words_are_shown_and_both_can_stand(opened: Open) -> None:
    opened.write("saw", "Mine stands here.")
    opened.sections.flush()
    opened.rig.rest()
    opened.elsewhere("saw", "Priya wrote this.")
    notice = opened.sections.notices["saw"]
    assert notice.isVisible()
    assert opened.sections.areas["saw"].toPlainText() == "Mine stands here."
    opened.tap(notice.both)
    assert opened.sections.areas["saw"].toPlainText() == "Priya wrote this.\nMine stands here."
    assert not notice.isVisible()


def test_keeping_mine_tells_the_agency_what_i_saw(opened: Open) -> None:
    opened.write("saw", "Mine stands here.")
    opened.sections.flush()
    opened.rig.rest()
    opened.elsewhere("saw", "Priya wrote this.")
    opened.tap(opened.sections.notices["saw"].mine)
    query = select(sync_outbox.c.old, sync_outbox.c.new).where(
        sync_outbox.c.entity == "contact_body", sync_outbox.c.kind == "u"
    )
    with opened.rig.desk.read() as conn:
        old, new = conn.execute(query.order_by(sync_outbox.c.oid.desc())).first() or ("", "")
    assert "Priya" not in str(old)
    assert "Mine stands here." in str(new)


def test_words_that_arrive_where_nobody_writes_simply_show(opened: Open) -> None:
    opened.elsewhere("agreed", "Priya brings the crib.")
    assert opened.sections.areas["agreed"].toPlainText() == "Priya brings the crib."
    assert not opened.sections.notices["agreed"].isVisible()


def test_the_warning_says_where_to_look_and_never_what_it_found(opened: Open) -> None:
    opened.write("safety_now", "She asked about the shelter at 12 Elm Street.")
    card = opened.page.body.look
    opened.rig.until(card.isVisible)
    assert "2 places" in card._title.text()
    assert "shelter" not in card._title.text()
    opened.tap(card.look)
    area = opened.sections.areas["safety_now"]
    assert area.textCursor().selectedText() == "shelter"
    opened.tap(card.leave)
    assert not card.isVisible()


def test_facts_are_put_right_by_tapping_them(opened: Open) -> None:
    opened.tap(opened.page.body.facts.facts[FactName.PURPOSES])
    sheet = opened.sheet(FactSheet)
    body = sheet.body
    assert body is not None
    opened.tap(body.taps["safety"])  # type: ignore[attr-defined]  # the sheet of purposes has taps
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    opened.rig.rest()
    assert opened.note.contact.purposes == ("safety",)
    assert opened.page.body.facts.facts[FactName.PURPOSES].value == "Safety"


def test_a_child_without_an_answer_stops_finalising_and_says_whom(opened: Open) -> None:
    opened.services.alone(opened.contact_id, person("Mateo"), Alone.NO)
    opened.tap(opened.page.body.finalise.button)
    sheet = opened.sheet(FinaliseSheet)
    assert not sheet.yes.isEnabled()
    assert "Mateo" in sheet.rows[0].accessibleName()
    assert sheet.rows[0].button is not None
    opened.tap(sheet.rows[0].button)
    facts = opened.sheet(FactSheet)
    row = facts.body.rows[person("Mateo")]  # type: ignore[union-attr]  # the sheet of children has rows
    opened.tap(row.alone._segments["no"])
    QTest.keyClick(facts, Qt.Key.Key_Escape)
    opened.rig.rest()
    opened.tap(opened.page.body.finalise.button)
    assert opened.sheet(FinaliseSheet).yes.isEnabled()


def finalised(opened: Open) -> None:
    opened.write("saw", "Warm kitchen.")
    opened.tap(opened.page.body.finalise.button)
    QTest.keyClick(opened.sheet(FinaliseSheet), Qt.Key.Key_Return)
    opened.rig.rest()
    opened.rig.until(lambda: opened.page.final is not None)


def test_a_final_note_can_only_be_read_and_added_to(opened: Open) -> None:
    finalised(opened)
    assert opened.note.contact.is_final
    assert opened.note.section("saw").text == "Warm kitchen."
    assert opened.page.sections is None
    view = opened.page.final
    assert view is not None
    opened.tap(view.open)
    type_words(view.area, "The coach called back.")
    opened.rig.until(lambda: opened.note.addendum_draft == "The coach called back.")
    again = Open(opened.rig, opened.contact_id)
    assert again.page.final is not None
    assert again.page.final.area.toPlainText() == "The coach called back."
    opened.tap(view.add)
    assert [a.text for a in opened.note.addenda] == ["The coach called back."]
    assert opened.page.final is not None
    assert len(opened.page.final.addenda) == 1


def test_an_attempt_asks_what_was_tried(rig: Rig) -> None:
    contact_id = rig.start()
    visit_services(rig.desk).nobody_home(contact_id)
    page = Open(rig, contact_id)
    assert page.sections.areas["saw"].accessibleName() == "What was tried"
    page.tap(page.page.body.finalise.button)
    sheet = page.sheet(FinaliseSheet)
    assert sheet.yes.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("scale", "dark"), [(1.0, False), (1.5, False), (2.0, False), (1.0, True), (2.0, True)]
)
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_everything_can_be_reached_read_and_hit(
    rig: Rig, dress: Callable[..., Theme], scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(scale=scale, dark=dark)
    contact_id = visited(rig)
    visit_services(rig.desk).promise(contact_id, Side.AGENCY)
    opened = Open(rig, contact_id, "es" if dark else "en", size)
    opened.write("saw", "Luz dormía en el sofá; la cuna está rota. She asked about the shelter.")
    opened.page.look_again()
    rig.rest()
    assert audit(opened.page) == []
    opened.page.ask_to_finalise()
    sheet = opened.sheet(FinaliseSheet)
    assert audit(sheet) == []
    sheet.reject()
    rig.rest()


def test_a_fact_that_needs_two_lines_has_them(opened: Open) -> None:
    fact = opened.page.body.facts.facts[FactName.TYPES]
    fact.show_value("Court")
    opened.rig.rest()
    one = fact.height()
    fact.show_value("Casework contact · Home visit · Court · Foster parent")
    opened.rig.rest()
    assert fact.height() > one


def test_the_place_for_an_addendum_comes_into_view_below_a_long_note(rig: Rig) -> None:
    services, contact_id = note_services(rig.desk), visited(rig)
    services.keep("contact_body", contact_id, "saw", FAMILY, "A long day.\n" * 200, "")
    services.finalise(contact_id)
    final = Open(rig, contact_id).page.final
    assert final is not None
    QTest.mouseClick(final.open, Qt.MouseButton.LeftButton)
    rig.until(lambda: not final.add.visibleRegion().isEmpty())
    rig.rest()
    assert final.add.visibleRegion().boundingRect() == final.add.rect()
    assert final.area.visibleRegion().boundingRect().height() == final.area.height()
