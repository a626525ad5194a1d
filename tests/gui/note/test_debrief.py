"""The seven steps after a visit, by mouse and by key: stop anywhere, go on later, nothing is made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.fakes import AGENCY_ZONE
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

from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.note.answers import (
    AgreedAnswer,
    ChildrenAnswer,
    NextAnswer,
    SaidAnswer,
    WhereAnswer,
)
from engage_desktop.views.note.cards import WordsSheet
from engage_desktop.views.note.debrief import DebriefPage
from engage_desktop.views.note.steps import ORDER, StepName
from engage_domain.contact_codes import MarkKind, Presence, Side
from engage_domain.note import Note

CTRL = Qt.KeyboardModifier.ControlModifier


class After:
    """A visit that was left, with its debrief open."""

    def __init__(
        self, rig: Rig, contact_id: str, language: str = "en", size: tuple[int, int] = SMALL
    ) -> None:
        self.rig, self.contact_id = rig, contact_id
        self.services = note_services(rig.desk)
        self.page = DebriefPage(contact_id, self.services, rig.around(language))
        rig.show(self.page, size)

    @property
    def note(self) -> Note:
        return self.services.read(self.contact_id)

    @property
    def planned(self) -> tuple[datetime, ...]:
        found = self.note.contact.next_visit
        return (found.starts_at.astimezone(AGENCY_ZONE),) if found else ()

    def go(self, name: StepName) -> None:
        self.page.go(name)
        self.rig.rest()

    def tap(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.rig.rest()
        self.rig.clock.advance(seconds=1)

    def paper(self, part: str) -> str:
        return self.page.paper.parts[part].body.text()


def left(rig: Rig) -> str:
    """Leave a visit with Elena, Mateo, one quote and one promise behind."""
    do, contact_id = visit_services(rig.desk), rig.start()
    for name in ("Marisol", "Elena", "Mateo"):
        do.tap_person(contact_id, person(name))
    rig.clock.advance(minutes=7)
    quote = do.keep_mark(contact_id, MarkKind.SAID, person("Elena")).made_id
    do.keep("mark", quote, "text", FAMILY, "We want one house.", "")
    rig.clock.advance(minutes=2)
    do.promise(contact_id, Side.AGENCY)
    step = do.board(contact_id).promises[0].step_id
    do.keep("action_step", step, "what", FAMILY, "Ask about bus passes", "")
    do.date_promise(contact_id, step, date(2026, 11, 24))
    rig.clock.advance(minutes=40)
    do.leave(contact_id)
    return contact_id


@pytest.fixture
def after(rig: Rig) -> After:
    return After(rig, left(rig))


def test_it_begins_at_the_first_step_that_has_no_answer(after: After) -> None:
    assert isinstance(after.page.answer, WhereAnswer)
    assert after.page.place()["step"] == StepName.WHERE


def test_where_and_when_are_put_right_by_tapping(after: After) -> None:
    where = after.page.answer
    assert isinstance(where, WhereAnswer)
    after.tap(where.where.place.taps["child_residence"])
    assert after.note.contact.location == "child_residence"
    where.when.end.edit.selectAll()
    QTest.keyClicks(where.when.end.edit, "9:40")
    after.rig.rest()
    end = after.note.contact.end
    assert end is not None
    assert end.astimezone(AGENCY_ZONE).time() == time(9, 40)
    where.when.end.edit.selectAll()
    QTest.keyClicks(where.when.end.edit, "8:00")
    after.rig.rest()
    assert after.note.contact.end == end


def test_a_child_not_tapped_is_unanswered_until_somebody_says(after: After) -> None:
    after.go(StepName.CHILDREN)
    answer = after.page.answer
    assert isinstance(answer, ChildrenAnswer)
    luz = answer.children_.rows[person("Luz")]
    assert not luz.seen.here()
    after.tap(luz.seen._segments[Presence.PRESENT])
    assert luz.alone.isEnabled()
    assert not luz.alone.here()
    after.tap(luz.alone._segments["na"])
    type_words(luz.how, "dormida")
    after.page.settle()
    after.rig.rest()
    seen = after.note.contact.attendee(person("Luz"))
    assert seen is not None
    assert (seen.presence, seen.seen_alone, seen.seen_how) == ("present", "na", "dormida")
    assert "Luz seen, dormida." in after.paper("children")


def test_quotes_step_in_and_out_of_the_note(after: After) -> None:
    after.go(StepName.SAID)
    answer = after.page.answer
    assert isinstance(answer, SaidAnswer)
    card = next(iter(answer.cards.cards.values())).card
    assert card.isChecked()
    assert after.paper("family_said") == "Elena: “We want one house.”"
    after.tap(card)
    assert not card.isChecked()
    assert not after.paper("family_said")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    after.rig.rest()
    assert card.isChecked()


def test_the_paper_grows_as_one_types_and_nothing_is_added(after: After) -> None:
    after.go(StepName.SAW)
    assert after.page.answer is not None
    type_words(after.page.answer.areas["saw"], "Luz slept.")
    after.rig.rest()
    assert after.paper("saw") == "Luz slept."
    assert not after.paper("assessment")


def test_a_quote_can_be_added_afterwards(after: After) -> None:
    after.go(StepName.SAID)
    answer = after.page.answer
    assert isinstance(answer, SaidAnswer)
    answer.quote_wanted.emit(person("Mateo"), "")
    after.rig.rest()
    sheet = next(s for s in after.page.findChildren(WordsSheet) if s.isVisible())
    type_words(sheet.area, "Quiero jugar")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    after.rig.rest()
    assert "Mateo: “Quiero jugar”" in after.paper("family_said")


def test_a_promise_can_be_written_down_whole(after: After) -> None:
    after.go(StepName.AGREED)
    answer = after.page.answer
    assert isinstance(answer, AgreedAnswer)
    answer.writer.who.choose(person("Marisol"))
    type_words(answer.writer.what, "Brings the lease")
    answer.writer.due.set_value(date(2026, 11, 25))
    after.tap(answer.writer.add)
    said = after.paper("agreed").split("\n")
    assert said == [
        "I promised: Ask about bus passes, by Tuesday 24 November",
        "Marisol promised: Brings the lease, by Wednesday 25 November",
    ]


def test_a_day_and_a_time_make_the_next_visit(after: After) -> None:
    after.go(StepName.NEXT)
    answer = after.page.answer
    assert isinstance(answer, NextAnswer)
    after.tap(answer.picker.soon.taps["2026-11-30"])
    assert not after.planned
    QTest.keyClicks(answer.picker.at.edit, "10:00")
    after.rig.rest()
    assert after.planned == (datetime(2026, 11, 30, 10, tzinfo=AGENCY_ZONE),)
    assert after.paper("next_visit") == "Monday 30 November, 10:00"


def test_the_last_step_lays_the_note_out_in_the_workers_words(after: After) -> None:
    after.go(StepName.SAID)
    assert after.page.answer is not None
    type_words(after.page.answer.areas["family_said"], "Marisol wants them home.")
    after.go(StepName.NEXT)
    with after.rig.qtbot.waitSignal(after.page.note_opened) as opened:
        after.page.activateWindow()
        after.rig.until(after.page.isActiveWindow)
        QTest.keyClick(after.page, Qt.Key.Key_Return, CTRL)
    assert opened.args == [after.contact_id]
    assert after.note.texts == {
        "family_said": "Elena: “We want one house.”\nMarisol wants them home.",
        "agreed": "I promised: Ask about bus passes, by Tuesday 24 November",
    }


def test_laying_out_twice_repeats_nothing(after: After) -> None:
    for _ in range(2):
        with after.rig.qtbot.waitSignal(after.page.note_opened):
            after.page.finish()
        after.rig.rest()
    assert after.note.texts["family_said"] == "Elena: “We want one house.”"


def test_one_can_stop_anywhere_and_go_on_at_the_same_word(after: After) -> None:
    after.go(StepName.SAFETY)
    assert after.page.answer is not None
    area = after.page.answer.areas["safety_now"]
    area.setFocus()
    type_words(area, "Elena feels safe")
    place = after.page.place()
    after.page.settle()
    after.rig.rest()
    again = After(after.rig, after.contact_id)
    again.page.restore(place)
    after.rig.rest()
    assert again.page.answer is not None
    area = again.page.answer.areas["safety_now"]
    assert area.toPlainText() == "Elena feels safe"
    assert area.textCursor().position() == len("Elena feels safe")


def test_the_steps_tell_what_is_answered(after: After) -> None:
    assert not after.page.rail.steps[StepName.SAFETY]._done
    after.go(StepName.SAFETY)
    assert after.page.answer is not None
    type_words(after.page.answer.areas["safety_now"], "All safe.")
    after.go(StepName.AGREED)
    assert after.page.rail.steps[StepName.SAFETY]._done
    assert "answered" in after.page.rail.steps[StepName.SAFETY].accessibleName()


@pytest.mark.parametrize(("scale", "dark"), [(1.0, False), (1.5, False), (2.0, False), (2.0, True)])
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_everything_can_be_reached_read_and_hit(
    rig: Rig, dress: Callable[..., Theme], scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(scale=scale, dark=dark)
    after = After(rig, left(rig), "es" if dark else "en", size)
    for name in ORDER:
        after.go(name)
        assert audit(after.page) == [], name
