"""Today shows the day, and every need has one verb with an undo."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.fakes import FrozenClock
from tests.gui.conftest import Dress
from tests.support import families
from tests.support.day import LOOKS, SMALL, Stage
from tests.support.full_disk import full_disk
from tests.support.planting import Planter, key

from engage_desktop.services.families import OpenFamily
from engage_desktop.services.today import ReadToday
from engage_desktop.store import records
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.i18n import install_translator, remove_translators
from engage_desktop.views.kit.marks import Chip, MonthTile
from engage_desktop.views.kit.notices import Toast
from engage_desktop.views.kit.text import Text
from engage_desktop.views.today.brief import BriefSheet, DayPlanSheet
from engage_desktop.views.today.needs import NeedRow
from engage_desktop.views.today.page import TodayView
from engage_desktop.views.today.plan import PlanVisitSheet
from engage_desktop.views.today.start import FindFamilySheet, StartVisitButton
from engage_desktop.views.today.stops import StopCard
from engage_domain.families import NewFamily, NewPerson
from engage_domain.today import NeedKind, SyncGlance, SyncState
from engage_wire.changed import Changed


def said(widget: QWidget) -> str:
    """Return every word that shows."""
    words = [text.text() for text in widget.findChildren(Text) if text.isVisible()]
    words += [chip.accessibleName() for chip in widget.findChildren(Chip) if chip.isVisible()]
    words += [button.text() for button in widget.findChildren(Button) if button.isVisible()]
    return "\n".join(words)


def press(widget: QWidget, label: str) -> None:
    button = next(b for b in widget.findChildren(Button) if b.isVisible() and b.text() == label)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def row_of(view: TodayView, kind: NeedKind) -> NeedRow:
    return next(row for row in view.findChildren(NeedRow) if row.need.kind is kind and row.isVisible())


def kinds(view: TodayView) -> list[NeedKind]:
    return [row.need.kind for row in view.findChildren(NeedRow) if row.isVisible()]


def cards(view: TodayView) -> list[StopCard]:
    return [card for card in view.findChildren(StopCard) if card.isVisible()]


@pytest.mark.parametrize(("scale", "dark", "size"), LOOKS)
def test_nothing_is_cut_off_or_nameless(
    stage: Stage, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(scale=scale, dark=dark)
    assert audit(stage.today(size)) == []


@pytest.mark.parametrize(("scale", "dark", "size"), LOOKS)
def test_an_empty_day_is_warm_and_whole(
    empty_stage: Stage, dress: Dress, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(scale=scale, dark=dark)
    view = empty_stage.today(size)
    assert audit(view) == []
    assert "Good to have you here" in said(view)


def test_the_day_reads_as_a_day(stage: Stage) -> None:
    view = stage.today()
    words = said(view)
    assert "Monday 23 November" in words
    assert "Four families today." in words
    assert "Home visit · Elena 12, Mateo 8, Luz & Sam 4" in words
    assert "Family meeting, St. Mark’s hall · 11 people" in words
    assert "in 19 minutes" in words
    assert "“We want one house where nobody whispers.”" in words
    assert [card.stop.family for card in cards(view)] == ["Alvarez–Greene", "Baptiste", "Chen", "Dobbs"]


def test_the_month_has_a_tile_for_each_child_that_speaks(stage: Stage) -> None:
    view = stage.today()
    tiles = [tile.accessibleName() for tile in view.findChildren(MonthTile)]
    assert "Mateo: not seen yet" in tiles
    assert "Minh: missed, reason kept: at camp" in tiles


def test_spanish_speaks_spanish(stage: Stage) -> None:
    assert "lunes 23 de noviembre" in said(stage.today(language="es")).lower()


def test_the_shield_stands_alone_and_says_nothing_more(stage: Stage) -> None:
    dobbs = next(card for card in cards(stage.today()) if card.stop.family == "Dobbs")
    names = [child.accessibleName() for child in dobbs.findChildren(QWidget)]
    assert "Check Safety before sharing" in names


def test_a_brief_opens_and_leads_to_the_visit_and_to_the_family(stage: Stage) -> None:
    view = stage.today()
    press(cards(view)[0], "Brief")
    sheet = stage.sheet(view)
    assert isinstance(sheet, BriefSheet)
    assert audit(sheet) == []
    words = said(sheet)
    assert "Mateo has not been seen this month" in words
    assert "Elena 12, Mateo 8, Luz 4, Sam 4, Marisol 34" in words
    press(sheet, "Start visit")
    assert stage.told == [("visit_started", families.ALVAREZ, families.MORNING_VISIT)]
    press(cards(view)[3], "Brief")
    sheet = stage.sheet(view)
    assert "Check Safety before sharing" in said(sheet)
    assert "Start visit" not in said(sheet)
    press(sheet, "Open the family")
    assert stage.told[-1] == ("family_opened", families.DOBBS)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_my_day_shows_all_briefs_one_after_another(stage: Stage, dress: Dress, scale: float) -> None:
    dress(scale=scale)
    view = stage.today()
    press(view, "Plan my day")
    sheet = stage.sheet(view)
    assert isinstance(sheet, DayPlanSheet)
    assert audit(sheet) == []
    words = said(sheet)
    assert (
        words.index("Alvarez–Greene") < words.index("Baptiste") < words.index("Chen") < words.index("Dobbs")
    )
    press(sheet, "Close")


def test_planning_a_visit_takes_the_need_away_and_undo_brings_it_back(stage: Stage) -> None:
    view = stage.today()
    press(row_of(view, NeedKind.CHILD_DUE), "Plan visit")
    sheet = stage.sheet(view)
    assert isinstance(sheet, PlanVisitSheet)
    assert audit(sheet) == []
    sheet.suggest(date(2026, 11, 25), time(16, 0))
    press(sheet, "Plan it")
    stage.until(lambda: NeedKind.CHILD_DUE not in kinds(view))
    toast = view.findChild(Toast)
    assert toast is not None
    assert toast.accessibleName() == "The visit is planned."
    press(toast, "Undo")
    stage.until(lambda: NeedKind.CHILD_DUE in kinds(view))


def test_a_visit_that_cannot_be_planned_now_stands_in_its_sheet(stage: Stage) -> None:
    view = stage.today()
    press(row_of(view, NeedKind.CHILD_DUE), "Plan visit")
    sheet = stage.sheet(view)
    assert isinstance(sheet, PlanVisitSheet)
    sheet.suggest(date(2026, 11, 25), time(16, 0))
    sheet._purpose.setText("See Noé at his aunt's")
    with full_disk(stage.desk):
        press(sheet, "Plan it")
        stage.rest()
        assert sheet.isVisible()
        assert "That did not work. Nothing is lost; please try again." in said(sheet)
    press(sheet, "Plan it")
    stage.until(lambda: NeedKind.CHILD_DUE not in kinds(view))
    with stage.desk.read() as conn:
        planned = conn.exec_driver_sql("SELECT count(*) FROM appointment WHERE purpose LIKE 'See Noé%'")
        assert planned.scalar() == 1


def test_a_visit_in_the_past_is_asked_again(stage: Stage) -> None:
    view = stage.today()
    press(row_of(view, NeedKind.CHILD_DUE), "Plan visit")
    sheet = stage.sheet(view)
    assert isinstance(sheet, PlanVisitSheet)
    sheet.suggest(date(2026, 11, 23), time(8, 0))
    press(sheet, "Plan it")
    assert "That is in the past." in said(sheet)
    press(sheet, "Not now")
    assert len(ReadToday(stage.desk)().stops) == 4


def test_a_kept_promise_goes_and_comes_back_with_undo(stage: Stage) -> None:
    view = stage.today()
    press(row_of(view, NeedKind.PROMISE_DUE), "Done")
    stage.until(lambda: NeedKind.PROMISE_DUE not in kinds(view))
    toast = view.findChild(Toast)
    assert toast is not None
    press(toast, "Undo")
    stage.until(lambda: NeedKind.PROMISE_DUE in kinds(view))


def test_finishing_a_note_and_looking_at_two_versions_open_them(stage: Stage) -> None:
    view = stage.today()
    press(row_of(view, NeedKind.NOTE_UNFINISHED), "Finish")
    press(row_of(view, NeedKind.TWO_VERSIONS), "Look")
    assert stage.told == [
        ("debrief_opened", families.UNFINISHED_NOTE),
        ("conflict_opened", families.GOAL_CONFLICT),
    ]


def test_a_note_with_words_is_finished_in_the_note(stage: Stage) -> None:
    with stage.desk.write("contact_body.edit") as conn:
        records.update(conn, "contact_body", families.UNFINISHED_NOTE, {"saw": "Lily read to Jun."})
    press(row_of(stage.today(), NeedKind.NOTE_UNFINISHED), "Finish")
    assert stage.told == [("note_opened", families.UNFINISHED_NOTE)]


def _add_task(stage: Stage, kind: str) -> None:
    with stage.desk.write("task.add") as conn:
        Planter(conn, families.RUTH, family="dobbs", from_agency=False).put(
            "task", kind, kind=kind, title="Call the school", due_on="2026-11-23", user_id=families.DANA,
            status="open", about_entity="family", about_id=families.OKAFOR,
        )  # fmt: skip


def test_a_task_is_done_in_one_tap(stage: Stage) -> None:
    _add_task(stage, "call_back")
    view = stage.today()
    press(row_of(view, NeedKind.TASK_DUE), "Done")
    stage.until(lambda: NeedKind.TASK_DUE not in kinds(view))


def test_a_possible_duplicate_shows_both_ways_on(stage: Stage) -> None:
    _add_task(stage, "possible_duplicate")
    view = stage.today()
    press(view, "Show 1 more")
    stage.rest()
    press(row_of(view, NeedKind.POSSIBLE_DUPLICATE), "Look")
    press(stage.sheet(view), "Look at the other")
    assert stage.told == [("family_opened", families.OKAFOR)]
    press(row_of(view, NeedKind.POSSIBLE_DUPLICATE), "Look")
    press(stage.sheet(view), "They are two families")
    stage.until(lambda: NeedKind.POSSIBLE_DUPLICATE not in kinds(view))


def test_a_father_nobody_looked_for_leads_to_the_search(stage: Stage) -> None:
    view = stage.today()
    row = row_of(view, NeedKind.SEARCH_DUE)
    assert "Nobody has looked for Bao yet" in said(row)
    press(row, "Search")
    assert stage.told == [("search_opened", families.NGUYEN, families.BAO)]


def test_many_needs_show_the_worst_few_and_more_on_demand(stage: Stage) -> None:
    with stage.desk.write("task.add") as conn:
        plant = Planter(conn, families.RUTH, family="dobbs", from_agency=False)
        for number in range(7):
            plant.put(
                "task", f"t{number}", kind="other", title=f"Thing {number}", due_on="2026-11-23",
                user_id=families.DANA, status="open",
            )  # fmt: skip
    view = stage.today()
    assert len(kinds(view)) == 5
    press(view, "Show 7 more")
    stage.rest()
    assert len(kinds(view)) == 12
    assert audit(view) == []
    assert view.place()["all_needs"] == "1"


def test_a_visit_starts_from_the_menu_with_todays_families_first(stage: Stage) -> None:
    view = stage.today()
    start = view.findChild(StartVisitButton)
    assert start is not None
    menu = start.menu()
    labels = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert labels[0] == "09:00  Alvarez–Greene"
    assert labels[1] == "15:00  Chen"
    assert labels[-1] == "Another family…"
    menu.actions()[0].trigger()
    assert stage.told == [("visit_started", families.ALVAREZ, families.MORNING_VISIT)]
    menu.deleteLater()


def test_any_other_family_is_found_by_name(stage: Stage) -> None:
    view = stage.today()
    start = view.findChild(StartVisitButton)
    assert start is not None
    start.other_wanted.emit()
    sheet = stage.sheet(view)
    assert isinstance(sheet, FindFamilySheet)
    assert audit(sheet) == []
    sheet._search.edit.setText("okafr")
    stage.until(lambda: [card.name for card in sheet._model.rows] == ["Okafor"])
    QTest.keyClick(sheet._search.edit, Qt.Key.Key_Return)
    assert stage.told == [("visit_started", families.OKAFOR, "")]


def test_a_running_visit_can_be_gone_on_with(stage: Stage) -> None:
    with stage.desk.write("appointment.edit") as conn:
        records.update(conn, "appointment", families.MORNING_VISIT, {"contact_id": key("contact", "running")})
    press(cards(stage.today())[0], "Go on")
    assert stage.told == [("visit_started", families.ALVAREZ, families.MORNING_VISIT)]


def test_the_minutes_pass(stage: Stage, monday: FrozenClock) -> None:
    view = stage.today()
    monday.advance(minutes=10)
    view._on_minute()
    assert "in 9 minutes" in said(view)
    monday.advance(minutes=80)
    view._on_minute()
    stage.rest()
    assert said(cards(view)[0]).count("earlier") == 1


def test_after_midnight_it_is_another_day(stage: Stage, monday: FrozenClock) -> None:
    view = stage.today()
    monday.advance(days=1)
    view._on_minute()
    stage.rest()
    assert "Tuesday 24 November" in said(view)
    assert "A day without appointments" in said(view)


def test_what_does_not_concern_this_day_leaves_its_cards_alone(stage: Stage) -> None:
    view = stage.today()
    before = cards(view)
    view._refresh.now()
    stage.rest()
    assert cards(view) == before


def test_what_others_change_shows_at_once(stage: Stage) -> None:
    view = stage.today()
    with stage.desk.write("family.edit") as conn:
        records.update(conn, "family", families.DOBBS, {"name": "Dobbs–Hill"})
    stage.bus.publish(Changed.of(f"f:{families.DOBBS}", "family"))
    stage.until(lambda: "Dobbs–Hill" in [card.stop.family for card in cards(view)])


@pytest.mark.parametrize(
    ("glance", "words"),
    [
        (SyncGlance(SyncState.ALONE), "Everything is saved on this laptop"),
        (SyncGlance(SyncState.HERE_ONLY, 3), "Saved on this laptop · 3 changes not yet with the agency"),
        (SyncGlance(SyncState.NEEDS_YOU, 1), "Saved on this laptop · something needs you in the Sync centre"),
        (SyncGlance(SyncState.UP_TO_DATE, offline=False), "Everything is saved on this laptop"),
    ],
)
def test_the_foot_says_where_the_work_is(stage: Stage, glance: SyncGlance, words: str) -> None:
    stage.glance = glance
    assert words in said(stage.today())


def test_no_internet_is_fine(stage: Stage) -> None:
    assert "No internet; that is fine" in said(stage.today())


def test_a_broken_vault_says_so_and_offers_to_try_again(stage: Stage) -> None:
    view = stage.today()
    stage.desk.vault.close()
    view._refresh.now()
    stage.until(lambda: "Today could not be read" in said(view))
    assert audit(view) == []
    assert "Try again" in said(view)


def test_one_comes_back_to_where_one_was(stage: Stage, dress: Dress) -> None:
    dress(scale=2.0)
    view = stage.today()
    view.restore({"scroll": "200", "all_needs": "1"})
    view._refresh.now()
    stage.rest()
    stage.until(lambda: view.place()["scroll"] == "200")
    assert view.place()["all_needs"] == "1"


def test_everything_is_reached_with_the_keyboard(stage: Stage) -> None:
    view = stage.today()
    view.activateWindow()
    button = row_of(view, NeedKind.PROMISE_DUE).verb
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    stage.until(lambda: NeedKind.PROMISE_DUE not in kinds(view))


def test_large_text_comes_and_goes_while_the_day_shows(stage: Stage, dress: Dress) -> None:
    view = stage.today(SMALL)
    dress(scale=2.0)
    stage.rest()
    assert audit(view) == []
    dress(scale=1.0)
    stage.rest()
    assert audit(view) == []


def test_a_visit_is_planned_for_friday_by_its_name(stage: Stage) -> None:
    view = stage.today()
    press(row_of(view, NeedKind.CHILD_DUE), "Plan visit")
    sheet = stage.sheet(view)
    assert isinstance(sheet, PlanVisitSheet)
    sheet._day.edit.clear()
    QTest.keyClicks(sheet._day.edit, "friday")
    press(sheet, "Plan it")
    stage.until(lambda: NeedKind.CHILD_DUE not in kinds(view))
    with stage.desk.read() as conn:
        starts = conn.exec_driver_sql("SELECT max(starts_at) FROM appointment WHERE purpose IS NULL").scalar()
    assert str(starts).startswith("2026-11-27T")


def test_the_whole_day_speaks_spanish(stage: Stage, app: QApplication) -> None:
    made = install_translator(app, "es_US")
    try:
        words = said(stage.today(language="es"))
    finally:
        remove_translators(app, made)
    assert "Cuatro familias hoy." in words
    assert "Noé, todavía sin ver este mes" in words
    assert "Mateo, a solas" in words


def test_a_day_without_appointments_says_so_at_the_top_however_much_needs_one(empty_stage: Stage) -> None:
    child = NewPerson("Luz", "Santos", "child", None)
    for number in range(120):
        OpenFamily(empty_stage.desk)(NewFamily(f"Family {number:03d}", people=(child,)))
    view = empty_stage.today()
    shown = view._no_stops
    assert shown.mapTo(view, shown.rect().bottomLeft()).y() < view.height()
