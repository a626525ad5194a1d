"""The Plan and the Solutions as a worker uses them, over a real vault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from tests.gui.conftest import Dress
from tests.support import families
from tests.support.full_disk import full_disk
from tests.support.plans import INES, NIGHT, PLAN, PLAYING, READS, SCHOOL_RUN, WHISPERS, plant_plan
from tests.support.planting import key
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room

from engage_desktop.services.desk import Desk
from engage_desktop.services.plan_book import PlansOf
from engage_desktop.services.plan_course import AgreePlan, OfferPlan, SayStand
from engage_desktop.services.plans import AddPlan, AddStep
from engage_desktop.store import records
from engage_desktop.views.family.plan.goals import ANSWERS
from engage_desktop.views.family.plan.part import PlanPart
from engage_desktop.views.family.plan.reading import ReadingPage
from engage_desktop.views.family.plan.review_sheet import ReviewSheet
from engage_desktop.views.family.plan.sentence import Place, Sentence
from engage_desktop.views.family.plan.taking import TakingSheet
from engage_desktop.views.family.solutions.part import SolutionsPart
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.inputs import ChoiceButton, LineEdit, TextArea
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.text import Text
from engage_domain.plans import Plan, PlanKind, Step
from engage_wire.registry import Value

SIZES = [
    (1.0, False, LAPTOP),
    (1.0, True, WIDE),
    (1.5, True, LAPTOP),
    (2.0, False, LAPTOP),
    (2.0, True, WIDE),
]


@pytest.fixture
def planned(desk: Desk) -> Desk:
    plant_plan(desk)
    return desk


def plan_part(room: Room, page: FamilyView) -> PlanPart:
    part = page.show_part("plan")
    room.settle()
    assert isinstance(part, PlanPart)
    return part


def solutions_part(room: Room, page: FamilyView) -> SolutionsPart:
    part = page.show_part("solutions")
    room.settle()
    assert isinstance(part, SolutionsPart)
    return part


def face(page: QWidget, name: str) -> Face:
    found = [b for b in page.findChildren(Face) if b.accessibleName() == name and b.isVisible()]
    assert found, (
        f"nothing called {name!r} among {[b.accessibleName() for b in page.findChildren(Face) if b.isVisible()]}"
    )
    return found[0]


def editor(page: QWidget, name: str) -> LineEdit | TextArea:
    edits: list[LineEdit | TextArea] = [*page.findChildren(LineEdit), *page.findChildren(TextArea)]
    return next(e for e in edits if e.accessibleName() == name and e.isVisible())


def choose(label: str) -> None:
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    next(a for a in menu.actions() if a.text() == label).trigger()
    menu.close()


def words(page: QWidget) -> list[str]:
    return [t.text() for t in page.findChildren(Text) if t.isVisible()]


def plan_of(desk: Desk, plan_id: str = PLAN) -> Plan:
    return next(p for p in PlansOf(desk)(families.ALVAREZ).plans if p.plan_id == plan_id)


def step_of(desk: Desk, step_id: str) -> Step:
    return next(s for s in plan_of(desk).all_steps() if s.step_id == step_id)


def read_together(room: Room, part: PlanPart) -> ReadingPage:
    page = part.read_together()
    room.settle()
    assert page is not None
    return page


@pytest.mark.parametrize(("scale", "dark", "size"), SIZES)
def test_plan_and_solutions_can_be_read_and_reached_at_every_size(
    room: Room, dress: Dress, planned: Desk, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page = room.family(size=size)
    part = plan_part(room, page)

    def check(do: Callable[[], object]) -> None:
        do()
        room.settle()
        assert audit(page) == []
        assert (page.width(), page.height()) == size

    check(lambda: None)
    check(lambda: part.service.goal.steps.open_step(SCHOOL_RUN))
    check(part.service.goal.write)
    check(lambda: part.service._on_chosen(ANSWERS))
    reading = read_together(room, part)
    assert audit(page) == []
    check(reading.close_page)
    check(lambda: part._begin(PlanKind.SAFETY, ""))
    solutions = solutions_part(room, page)
    check(lambda: solutions.asked.open_service(next(iter(solutions.asked._cards))))


@pytest.mark.parametrize(("scale", "dark", "size"), SIZES[::2])
def test_a_family_without_a_plan_is_met_with_a_first_step(
    room: Room, dress: Dress, desk: Desk, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page = room.family(families.OKAFOR, size)
    plan_part(room, page)
    assert audit(page) == []
    solutions_part(room, page)
    assert audit(page) == []
    plan_part(room, page)
    face(page, "Begin the family plan").click()
    room.settle()
    assert [p.kind for p in PlansOf(desk)(families.OKAFOR).plans] == ["service"]
    assert audit(page) == []


def test_a_plan_begins_with_what_somebody_said(room: Room, desk: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "Make it a goal: We want one house where nobody whispers.").click()
    room.settle()
    [plan] = PlansOf(desk)(families.ALVAREZ).plans
    assert [(g.words, g.by_name) for g in plan.goals] == [
        ("We want one house where nobody whispers.", "Elena")
    ]
    assert "Goal 1, in Elena’s words" in words(page)


def test_a_step_reads_as_a_sentence_with_places_to_tap(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    said = [s.accessibleName() for s in page.findChildren(Sentence) if s.isVisible()]
    assert said[0] == (
        "Lucía reads with Luz and Sam every night at 8. We’ll know because Luz asks for the next chapter. "
        "If it gets hard, Inés reads by phone"
    )
    places = [p.accessibleName() for p in page.findChildren(Place) if p.isVisible()]
    assert "By when: by when?" in places
    assert "How we will know: what would we see?" in places
    assert "2 places are still open: ask, do not guess." in words(page)


def test_a_day_somebody_spoke_of_fills_the_place(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    assert "Mateo said “Thursdays nobody comes after school.”" in words(page)
    face(page, "By when: Thursdays").click()
    room.settle()
    assert step_of(planned, SCHOOL_RUN).when_words == "Thursdays"


def test_one_person_is_chosen_from_the_family_or_the_agency(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "Who: Inés").click()
    choose("You")
    room.settle()
    step = step_of(planned, SCHOOL_RUN)
    assert (step.who_user_id, step.who_person_id, step.side) == (families.DANA, "", "agency")
    face(page, "Who: Dana Whitfield").click()
    choose("Inés")
    room.settle()
    assert step_of(planned, SCHOOL_RUN).who_person_id == INES


def test_what_is_typed_is_kept_letter_by_letter_and_settles_on_leaving(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "How we will know: what would we see?").click()
    room.settle()
    line = editor(page, "How we will know")
    assert line.hasFocus()
    QTest.keyClicks(line, "Sam is fetched on time")
    room.qtbot.waitUntil(
        lambda: step_of(planned, SCHOOL_RUN).how_we_know == "Sam is fetched on time", timeout=5_000
    )
    with planned.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM draft").scalar() == 1
    page.show_part("overview")
    room.settle()
    with planned.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM draft").scalar() == 0
        what = conn.exec_driver_sql(
            "SELECT how_we_know FROM action_step WHERE id = ?", (SCHOOL_RUN,)
        ).scalar()
    assert what == "Sam is fetched on time"


def test_a_page_that_closes_keeps_what_was_typed_a_moment_ago(room: Room, planned: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    part.service.goal.write()
    room.settle()
    area = editor(page, "In the family’s own words")
    assert isinstance(area, TextArea)
    area.appendPlainText("Nobody at all.")
    page.settle()
    room.settle()
    assert plan_of(planned).goals[0].words == "One house where nobody whispers.\nNobody at all."
    again = room.family()
    plan_part(room, again)
    assert any("Nobody at all." in text for text in words(again))


def test_what_becomes_of_a_step_can_be_undone(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "is at the house after school: Not started").click()
    choose("Going")
    room.settle()
    assert step_of(planned, SCHOOL_RUN).kept.status == "going"
    face(page, "Undo").click()
    room.settle()
    assert step_of(planned, SCHOOL_RUN).kept.status == "not_started"


def test_a_step_is_moved_and_removed_and_brought_back(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "More about: is at the house after school").click()
    choose("Move up")
    room.settle()
    assert [s.step_id for s in plan_of(planned).goals[0].steps][1] == SCHOOL_RUN
    face(page, "More about: reads with Luz and Sam").click()
    choose("Remove")
    room.settle()
    assert READS not in {s.step_id for s in plan_of(planned).goals[0].steps}
    face(page, "Undo").click()
    room.settle()
    assert READS in {s.step_id for s in plan_of(planned).goals[0].steps}


def test_a_goal_or_a_step_nobody_wrote_leaves_nothing_behind(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "Another goal").click()
    room.settle()
    assert len(plan_of(planned).goals) == 4
    face(page, "Done writing").click()
    room.settle()
    assert len(plan_of(planned).goals) == 3
    face(page, "Add a step").click()
    room.settle()
    face(page, "Done writing").click()
    room.settle()
    assert len(plan_of(planned).goals[0].steps) == 3


def test_everyones_answer_leads_to_what_is_missing_and_to_the_agreement(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "Everyone’s answer").click()
    room.settle()
    assert not face(page, "Offer it to the family").isEnabled()
    lack = "There is no step yet. What is the first thing somebody does? (“Somebody who picks up at night.”)"
    face(page, f"Go there: {lack}").click()
    room.settle()
    assert editor(page, "In the family’s own words").isVisible()
    AddStep(planned)(PLAN, NIGHT, "answers until eleven", families.LUCIA)
    page.show_part("overview")
    plan_part(room, page).reload()
    room.settle()
    face(page, "Everyone’s answer").click()
    room.settle()
    face(page, "Offer it to the family").click()
    room.settle()
    choice = face(page, "Where Marisol stands: Not asked yet")
    assert isinstance(choice, ChoiceButton)
    choice.chosen.emit("with_reservations")
    room.settle()
    QTest.keyClicks(editor(page, "In Marisol’s words"), "Not on Sundays.")
    page.settle()
    room.settle()
    face(page, "It is agreed").click()
    room.settle()
    plan = plan_of(planned)
    assert plan.status == "agreed"
    assert [(s.stand, s.words) for s in plan.stands] == [("with_reservations", "Not on Sundays.")]
    assert not [p for p in page.findChildren(Place) if p.isVisible() and p.isEnabled()]
    face(page, "Write the next version").click()
    room.settle()
    assert [p.number for p in PlansOf(planned)(families.ALVAREZ).plans] == [3, 4]
    assert audit(page) == []


def test_an_answer_taken_back_by_mistake_comes_back_with_its_words(room: Room, planned: Desk) -> None:
    offered(planned)
    SayStand(planned)(PLAN, families.MARISOL, "agree", "Yes, if Sundays stay ours.")
    page = room.family()
    part = plan_part(room, page)
    face(part, "Everyone’s answer").click()
    room.settle()
    where = next(c for c in part.findChildren(ChoiceButton) if c.accessibleName().startswith("Where Marisol"))
    where.chosen.emit("")
    room.settle()
    assert plan_of(planned).stands == ()
    face(page, "Undo").click()
    room.settle()
    [stand] = plan_of(planned).stands
    assert (stand.name, stand.stand, stand.words) == ("Marisol", "agree", "Yes, if Sundays stay ours.")


def test_a_safety_plan_says_plainly_what_it_still_lacks(room: Room, desk: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    face(page, "A safety plan for today").click()
    room.settle()
    assert "It has no last day. A safety plan never goes on for ever." in words(page)
    face(page, "Until: Mon 7 Dec").click()
    room.settle()
    assert "It has no last day. A safety plan never goes on for ever." not in words(page)
    line = part.safety.days._lines["end_on"]
    line.day.edit.setText("2027-03-01")
    line.day.edit.textEdited.emit("2027-03-01")
    line.settle()
    room.settle()
    assert any("60 days at most" in text or "longer than your agency allows" in text for text in words(line))
    assert plan_of(desk, part._plan_id).end_on is not None


def test_the_plan_is_read_together_without_anything_round_it(room: Room, planned: Desk) -> None:
    page = room.family()
    reading = read_together(room, plan_part(room, page))
    assert reading.geometry() == page.rect()
    shown = words(reading)
    assert "“One house where nobody whispers.”" in shown
    assert "Lucía reads with Luz and Sam every night at 8" in shown
    assert not any("Agency wording" in text for text in shown)
    QTest.keyClick(reading, Qt.Key.Key_Right)
    room.settle()
    assert "“Let Mateo keep playing.”" in words(reading)
    assert any("Dana Whitfield asks the coach" in text for text in words(reading))
    focused: QWidget | None = reading
    for _ in range(6):
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused is reading or reading.isAncestorOf(focused)
    QTest.keyClick(reading, Qt.Key.Key_Escape)
    room.settle()
    assert not page.findChildren(ReadingPage)


def test_an_idea_becomes_a_step_and_asking_is_followed_by_an_answer(room: Room, planned: Desk) -> None:
    page = room.family()
    solutions_part(room, page)
    face(page, "Make it a step: Walter could drive on Mondays, he has the van.").click()
    choose("“Let Mateo keep playing.”")
    room.settle()
    goal = plan_of(planned).goal(PLAYING)
    assert goal is not None
    assert goal.steps[-1].what == "Walter could drive on Mondays, he has the van."
    line = editor(page, "What did they ask for?")
    QTest.keyClicks(line, "A crib for Luz")
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.settle()
    [asked] = [r for r in PlansOf(planned)(families.ALVAREZ).referrals if r.what == "A crib for Luz"]
    status = face(page, "How it stands with: A crib for Luz: Asked for")
    assert isinstance(status, ChoiceButton)
    status.chosen.emit("active")
    room.settle()
    assert any("2 of 6 kept" in text for text in words(page))
    face(page, "Undo").click()
    room.settle()
    again = [r for r in PlansOf(planned)(families.ALVAREZ).referrals if r.referral_id == asked.referral_id]
    assert (again[0].status, again[0].started_on) == ("asked", None)


def test_the_overview_shows_what_the_family_works_on(room: Room, planned: Desk) -> None:
    page = room.family()
    name = "Goal 1, “One house where nobody whispers.”, Elena, 3 steps"
    face(page, name).click()
    room.settle()
    assert page.part == "plan"
    assert audit(page) == []


def test_a_goal_or_a_step_opens_by_its_id_and_the_place_is_found_again(room: Room, planned: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    part.open_row(PLAYING)
    room.settle()
    assert part.place()["goal"] == PLAYING
    again = room.family()
    again.restore(page.place())
    room.settle()
    assert "“Let Mateo keep playing.”" in words(again)
    assert "Goal 2, in Mateo’s words" in words(again)


def test_a_screen_reader_hears_goals_steps_and_states(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    card = face(page, "Goal 1, “One house where nobody whispers.”, Elena, 3 steps")
    spoken = QAccessible.queryAccessibleInterface(card)
    assert spoken is not None
    assert spoken.role() in {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}
    assert spoken.state().checked
    assert plan_of(planned).goals[0].goal_id == WHISPERS


def test_nothing_can_be_written_while_the_family_moves(room: Room, planned: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    part.set_read_only(True)
    room.settle()
    assert not [p for p in page.findChildren(Place) if p.isVisible() and p.isEnabled()]
    names = [b.accessibleName() for b in page.findChildren(Face) if b.isVisible()]
    assert "Add a step" not in names
    assert "Another goal" not in names


def test_one_plan_for_each_parent_stands_by_itself(room: Room, planned: Desk) -> None:
    made = AddPlan(planned)(families.ALVAREZ, PlanKind.SERVICE, families.DWAYNE).made_id
    page = room.family()
    part = plan_part(room, page)
    part.open_row(made)
    room.settle()
    assert face(page, "Family plan for Dwayne").isVisible()
    reading = read_together(room, part)
    assert not any("whispers" in text for text in words(reading))


def test_nothing_flashes_up_and_takes_the_focus(room: Room, planned: Desk, flashes: Flashes) -> None:
    page = room.family()
    part = plan_part(room, page)
    part.service.goal.steps.open_step(SCHOOL_RUN)
    part.service.goal.write()
    room.settle()
    part.service._on_chosen(ANSWERS)
    part._begin(PlanKind.SAFETY, "")
    room.settle()
    solutions_part(room, page)
    assert flashes.seen == []
    assert page.isActiveWindow()


def test_what_is_asked_for_is_kept_from_its_first_words_on(room: Room, desk: Desk) -> None:
    page = room.family()
    part = solutions_part(room, page)

    def asked() -> list[str]:
        return [r.what for r in PlansOf(desk)(families.ALVAREZ).referrals]

    line = editor(page, "What did they ask for?")
    QTest.keyClicks(line, "A ride")
    room.qtbot.waitUntil(lambda: asked() == ["A ride"], timeout=5_000)
    room.settle()
    QTest.keyClicks(line, " to practice")
    room.qtbot.waitUntil(lambda: asked() == ["A ride to practice"], timeout=5_000)
    QTest.keyClicks(line, " on ")
    part.settle()
    room.settle()
    assert asked() == ["A ride to practice on "]
    assert isinstance(line, LineEdit)
    assert not line.text()
    QTest.keyClicks(editor(page, "What would they do themselves?"), "We cook on Sundays")
    QTest.keyClick(editor(page, "What would they do themselves?"), Qt.Key.Key_Return)
    room.settle()
    assert [i.words for i in PlansOf(desk)(families.ALVAREZ).ideas] == ["We cook on Sundays"]


def test_words_from_another_part_become_a_step_or_begin_a_plan(room: Room, planned: Desk) -> None:
    page = room.family()
    page.lead_to(f"plan:{key('statement', 'alvarez', 'thursday')}")
    room.settle()
    sheet = next(w for w in page.findChildren(TakingSheet) if w.isVisible())
    assert audit(sheet) == []
    face(sheet, "A step of: “Let Mateo keep playing.”").click()
    room.settle()
    goal = plan_of(planned).goal(PLAYING)
    assert goal is not None
    assert (goal.steps[-1].what, goal.steps[-1].who) == ("Thursdays nobody comes after school.", "Mateo")


def offered(desk: Desk) -> None:
    """Let a colleague finish the plan and offer it from another laptop."""
    AddStep(desk)(PLAN, NIGHT, "answers until eleven", families.LUCIA)
    OfferPlan(desk)(PLAN)


def test_words_close_when_a_colleague_offers_the_plan_meanwhile(room: Room, planned: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    part.service.goal.write()
    part.service.goal.steps.open_step(SCHOOL_RUN)
    room.settle()
    before = step_of(planned, SCHOOL_RUN)
    offered(planned)
    part.reload()
    room.settle()
    assert not [e for e in part.findChildren(TextArea) if e.isVisible()]
    assert step_of(planned, SCHOOL_RUN) == before


def test_what_was_being_typed_then_stands_beside_the_offered_plan(room: Room, planned: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    part.service.goal.write()
    room.settle()
    type_over(editor(page, "In the family’s own words"), "One house, and nobody whispers.")
    offered(planned)
    part.reload()
    room.settle()
    assert plan_of(planned).goals[0].words == "One house where nobody whispers."
    assert "words of yours are not in it" in [chip.accessibleName() for chip in part.bar.findChildren(Chip)]
    face(part, "Everyone’s answer").click()
    room.settle()
    assert "“One house, and nobody whispers.”" in words(part)
    assert audit(page) == []
    face(part, "Take it back to change it").click()
    room.settle()
    assert plan_of(planned).goals[0].words == "One house, and nobody whispers."


def type_over(field: LineEdit | TextArea, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def test_somebody_who_was_named_alone_makes_a_step(room: Room, planned: Desk) -> None:
    page = room.family()
    plan_part(room, page)
    face(page, "Add a step").click()
    room.settle()
    who = next(c for c in page.findChildren(ChoiceButton) if c.isVisible() and c.text() == "One person")
    who.choose(f"p:{families.LUCIA}")
    who.chosen.emit(f"p:{families.LUCIA}")
    room.settle()
    face(page, "Done writing").click()
    room.settle()
    assert [s.who for s in plan_of(planned).goals[0].steps][-1] == "Lucía"


def test_two_adults_tapped_at_once_both_keep_the_children_safe(room: Room, desk: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    face(page, "A safety plan for today").click()
    room.settle()
    face(page, "Marisol").click()
    face(page, "Lucía").click()
    room.settle()
    assert {name for _, name in plan_of(desk, part._plan_id).adults} == {"Marisol", "Lucía"}


def test_a_day_to_look_again_that_is_none_keeps_its_sheet_open(room: Room, planned: Desk) -> None:
    page = room.family()
    part = plan_part(room, page)
    part.bar._ask_review()
    sheet = next(w for w in page.findChildren(ReviewSheet) if w.isVisible())
    edit = sheet.day.edit
    edit.selectAll()
    QTest.keyClicks(edit, "some day")
    face(sheet, "Keep it").click()
    assert sheet.isVisible()
    assert "That is not a day. Write it like 3/14/2012 or 14 March 2012." in words(sheet)
    edit.selectAll()
    QTest.keyClicks(edit, "2026-12-20")
    with full_disk(planned):
        face(sheet, "Keep it").click()
        room.settle()
        assert sheet.isVisible()
    face(sheet, "Keep it").click()
    room.settle()
    assert plan_of(planned).review_on == date(2026, 12, 20)
    assert any("20" in name for name in (w.accessibleName() for w in part.bar.findChildren(Chip)))


def test_a_plan_in_force_gets_another_day_to_be_looked_at_again(room: Room, planned: Desk) -> None:
    offered(planned)
    SayStand(planned)(PLAN, families.MARISOL, "agree")
    AgreePlan(planned)(PLAN)
    part = plan_part(room, room.family())
    face(part, "More about this plan").click()
    choose("When you look at it again…")
    face(part.window(), "In 4 weeks").click()
    face(part.window(), "Keep it").click()
    room.settle()
    assert plan_of(planned).review_on == date(2026, 12, 21)


def test_words_that_cannot_be_written_down_stand_in_the_line_again(room: Room, desk: Desk) -> None:
    adding = solutions_part(room, room.family()).asked.adding
    with full_disk(desk):
        QTest.keyClicks(adding.line, "A ride")
        QTest.keyClick(adding.line, Qt.Key.Key_Return)
        room.settle()
        assert adding.line.text() == "A ride"
        adding._begin()
        room.settle()
    QTest.keyClick(adding.line, Qt.Key.Key_Return)
    room.settle()
    assert [r.what for r in PlansOf(desk)(families.ALVAREZ).referrals] == ["A ride"]


def test_a_service_one_is_led_to_stays_open_and_takes_the_hand(room: Room, planned: Desk) -> None:
    page = room.family()
    part = solutions_part(room, page)
    service = PlansOf(planned)(families.ALVAREZ).referrals[0]
    for _ in range(2):
        page.lead_to(f"solutions:{service.referral_id}")
        room.settle()
        assert editor(part, "What they asked for").hasFocus()


def test_every_promise_can_be_found_among_the_solutions(room: Room, desk: Desk) -> None:
    for number in range(9):
        with desk.write("test") as conn:
            values: dict[str, Value] = {
                "family_id": families.ALVAREZ, "what": f"Promise {number}", "side": "agency", "status": "going",
            }  # fmt: skip
            records.insert(conn, "action_step", desk.new_id(), values, by=families.DANA, at=desk.clock.now())
    part = solutions_part(room, room.family())
    assert {f"Promise {number}" for number in range(9)} <= set(words(part))


def test_one_comes_back_to_where_one_read_among_the_solutions(room: Room, planned: Desk) -> None:
    page = room.family()
    part = solutions_part(room, page)
    part._body.verticalScrollBar().setValue(120)
    place = page.place()
    again = room.family()
    again.restore(place)
    room.settle()
    assert solutions_part(room, again)._body.verticalScrollBar().value() == 120
