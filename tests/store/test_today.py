"""Today says what there is, in order, and what would hurt if forgotten, worst first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.fakes import AGENCY_ZONE, FrozenClock
from tests.support import families
from tests.support.planting import Planter, key, local

from engage_desktop.errors import BadInput, NotFound
from engage_desktop.services.desk import Desk
from engage_desktop.services.today import (
    FinishTask,
    KeepPromise,
    PlanVisit,
    ReadBrief,
    ReadBriefs,
    ReadToday,
)
from engage_desktop.store import records
from engage_domain.month import Tile
from engage_domain.today import AlertKind, Day, Need, NeedKind, SeeKind, Span


def day(desk: Desk) -> Day:
    return ReadToday(desk)()


def need(desk: Desk, kind: NeedKind) -> list[Need]:
    return [found for found in day(desk).needs if found.kind is kind]


def test_the_day_shows_its_stops_in_order(desk: Desk) -> None:
    assert [(f"{stop.starts_at:%H:%M}", stop.family) for stop in day(desk).stops] == [
        ("09:00", "Alvarez–Greene"), ("11:30", "Baptiste"), ("15:00", "Chen"), ("17:30", "Dobbs"),
    ]  # fmt: skip
    assert day(desk).families_today == 4


def test_a_stop_says_who_is_there_and_what_to_see_to(desk: Desk) -> None:
    first = day(desk).stops[0]
    assert [(child.name, child.age) for child in first.children] == [
        ("Elena", 12), ("Mateo", 8), ("Luz", 4), ("Sam", 4),
    ]  # fmt: skip
    assert [(see.kind, see.words) for see in first.see] == [
        (SeeKind.CHILD_ALONE, "Mateo"),
        (SeeKind.PROMISE, "Luz’s new crib"),
        (SeeKind.PROMISE, "Bus pass for Lucía"),
        (SeeKind.LANGUAGE, "es"),
    ]
    assert first.quote is not None
    assert (first.quote.speaker, first.quote.on) == ("Elena", date(2026, 11, 20))


def test_only_a_shield_tells_of_what_is_kept_under_safety(desk: Desk) -> None:
    assert [stop.family for stop in day(desk).stops if stop.has_protected] == ["Dobbs"]


def test_what_needs_the_worker_comes_worst_first(desk: Desk) -> None:
    assert [found.kind for found in day(desk).needs] == [
        NeedKind.CHILD_DUE, NeedKind.NOTE_UNFINISHED, NeedKind.TWO_VERSIONS, NeedKind.PROMISE_DUE,
        NeedKind.SEARCH_DUE,
    ]  # fmt: skip


def test_a_child_with_a_visit_planned_is_not_worried_about(desk: Desk) -> None:
    assert [found.subject for found in need(desk, NeedKind.CHILD_DUE)] == ["Noé"]
    with desk.write("appointment.edit") as conn:
        records.update(conn, "appointment", families.MORNING_VISIT, {"status": "cancelled"})
    assert [found.subject for found in need(desk, NeedKind.CHILD_DUE)] == ["Mateo", "Noé"]


def test_early_in_the_month_nobody_is_pressed(desk: Desk, monday: FrozenClock) -> None:
    monday.set(datetime(2026, 12, 2, 14, tzinfo=UTC))
    assert not need(desk, NeedKind.CHILD_DUE)
    assert day(desk).month.tally.seen == 0


def test_the_month_counts_as_the_picture_says(desk: Desk) -> None:
    month = day(desk).month
    tally = month.tally
    assert (tally.children, tally.seen, tally.in_residence, tally.both_parents) == (14, 11, 8, 9)
    tiles = [its.tile for _, its in month.tiles]
    assert tiles == [Tile.SEEN] * 8 + [Tile.AWAY] * 3 + [Tile.DUE] * 2 + [Tile.MISSED]
    assert month.days_left == 7


def test_the_month_ends_at_midnight_of_the_agency(desk: Desk, monday: FrozenClock) -> None:
    monday.set(datetime(2026, 12, 1, 4, 30, tzinfo=UTC))
    assert day(desk).on == date(2026, 11, 30)
    assert day(desk).month.tally.seen == 11
    monday.advance(hours=1)
    assert day(desk).on == date(2026, 12, 1)
    assert day(desk).month.tally.seen == 0


def test_a_visit_late_in_the_evening_counts_in_its_own_month(desk: Desk, monday: FrozenClock) -> None:
    """At half past ten in New York it is already December in UTC."""
    with desk.write("contact.edit") as conn:
        when = local("2026-11-30 22:30")
        records.update(conn, "contact", key("contact", "baptiste", "october"), {"event_start": when})
    monday.set(datetime(2026, 11, 30, 23, tzinfo=AGENCY_ZONE))
    noe = next(its for child, its in day(desk).month.tiles if child.name == "Noé")
    assert noe.tile is Tile.SEEN


def test_an_unfinished_note_says_how_many_marks_wait_and_where_to_begin(desk: Desk) -> None:
    [note] = need(desk, NeedKind.NOTE_UNFINISHED)
    assert (note.row_id, note.count, note.code) == (families.UNFINISHED_NOTE, 3, "debrief")
    with desk.write("contact_body.edit") as conn:
        records.update(conn, "contact_body", families.UNFINISHED_NOTE, {"saw": "Lily read to Jun."})
    assert need(desk, NeedKind.NOTE_UNFINISHED)[0].code == "note"


def test_a_visit_going_on_is_not_an_unfinished_note(desk: Desk) -> None:
    with desk.write("contact.edit") as conn:
        values: dict[str, str | int | None] = {"event_start": local("2026-11-23 08:30"), "event_end": None}
        records.update(conn, "contact", families.UNFINISHED_NOTE, values)
    assert not need(desk, NeedKind.NOTE_UNFINISHED)


def test_a_promise_whose_day_has_passed_is_the_worst(desk: Desk, monday: FrozenClock) -> None:
    monday.advance(days=1)
    assert day(desk).needs[0].kind is NeedKind.PROMISE_DUE


def test_keeping_a_promise_takes_it_away_and_undo_brings_it_back(desk: Desk) -> None:
    keep = KeepPromise(desk)
    changed = keep(families.BUS_PASS_FOR_IDA)
    assert changed.touches("action_step")
    assert not need(desk, NeedKind.PROMISE_DUE)
    keep.undo(families.BUS_PASS_FOR_IDA, "not_started")
    [back] = need(desk, NeedKind.PROMISE_DUE)
    assert back.status == "not_started"


def test_a_familys_promise_due_today_shows_too(desk: Desk) -> None:
    with desk.write("action_step.add") as conn:
        plant = Planter(conn, families.DANA, family="dobbs", from_agency=False)
        plant.put(
            "action_step", "camp", what="Sign the camp form", side="family", by_when="2026-11-23",
            who_person_id=families.RENEE, status="going",
        )  # fmt: skip
    found = [n for n in need(desk, NeedKind.PROMISE_DUE) if n.code == "family"]
    assert [(n.subject, n.who) for n in found] == [("Sign the camp form", "Renee")]


def test_a_promise_a_colleague_made_is_theirs(desk: Desk) -> None:
    with desk.write("action_step.edit") as conn:
        records.update(conn, "action_step", families.BUS_PASS_FOR_IDA, {"who_user_id": families.PRIYA})
    assert not need(desk, NeedKind.PROMISE_DUE)


def _task(desk: Desk, kind: str, due: str | None) -> str:
    with desk.write("task.add") as conn:
        plant = Planter(conn, families.RUTH, family="dobbs", from_agency=False)
        return plant.put(
            "task", kind, kind=kind, title="Call the school", due_on=due, user_id=families.DANA, status="open"
        )


def test_a_task_is_done_with_one_verb_and_undone_with_one(desk: Desk) -> None:
    task_id = _task(desk, "call_back", "2026-11-23")
    finish = FinishTask(desk)
    finish(task_id)
    assert not need(desk, NeedKind.TASK_DUE)
    finish.undo(task_id)
    assert [found.subject for found in need(desk, NeedKind.TASK_DUE)] == ["Call the school"]


def test_a_task_for_next_week_waits(desk: Desk) -> None:
    _task(desk, "call_back", "2026-11-30")
    assert not need(desk, NeedKind.TASK_DUE)


def test_a_possible_duplicate_asks_to_be_looked_at(desk: Desk) -> None:
    _task(desk, "possible_duplicate", None)
    assert [found.family for found in need(desk, NeedKind.POSSIBLE_DUPLICATE)] == ["Dobbs"]


def test_planning_a_visit_answers_the_need_and_can_be_undone(desk: Desk) -> None:
    plan = PlanVisit(desk)
    starts = datetime(2026, 11, 25, 16, tzinfo=AGENCY_ZONE)
    made = plan(families.BAPTISTE, starts, 45, "See Noé")
    assert not need(desk, NeedKind.CHILD_DUE)
    plan.undo(made.made_id)
    assert [found.subject for found in need(desk, NeedKind.CHILD_DUE)] == ["Noé"]


def test_a_visit_is_not_planned_into_the_past(desk: Desk) -> None:
    with pytest.raises(BadInput):
        PlanVisit(desk)(families.BAPTISTE, desk.now() - timedelta(hours=1), 45)


def test_a_visit_planned_for_today_is_a_stop(desk: Desk) -> None:
    PlanVisit(desk)(families.OKAFOR, datetime(2026, 11, 23, 19, tzinfo=AGENCY_ZONE), 30, "Say hello")
    assert day(desk).stops[-1].family == "Okafor"


@pytest.mark.parametrize("status", ["cancelled", "missed"])
def test_what_was_called_off_is_no_stop(desk: Desk, status: str) -> None:
    with desk.write("appointment.edit") as conn:
        records.update(conn, "appointment", families.MORNING_VISIT, {"status": status})
    assert day(desk).stops[0].family == "Baptiste"


def test_the_next_stop_moves_on_with_the_day(desk: Desk, monday: FrozenClock) -> None:
    here = day(desk)
    first = here.next_stop(desk.now())
    assert first is not None
    assert (first.family, first.minutes_until(desk.now())) == ("Alvarez–Greene", 19)
    monday.advance(minutes=30)
    assert first.span(desk.now()) is Span.NOW
    monday.advance(hours=1)
    second = here.next_stop(desk.now())
    assert second is not None
    assert second.family == "Baptiste"


def test_a_day_without_families_is_empty(empty_desk: Desk) -> None:
    found = day(empty_desk)
    assert (found.stops, found.needs, found.month.tiles, found.families) == ((), (), (), 0)


def test_a_family_given_to_somebody_else_is_not_in_ones_month(desk: Desk) -> None:
    with desk.vault.applying() as conn:
        records.update(conn, "assignment", key("assignment", "okafor", "dana"), {"to_on": "2026-11-01"})
    assert day(desk).month.tally.children == 12


def test_a_brief_fits_on_a_page_and_says_what_counts(desk: Desk) -> None:
    brief = ReadBrief(desk)(families.ALVAREZ, families.MORNING_VISIT)
    assert [home.name for home in brief.homes] == ["Marisol’s home", "Lucía’s home"]
    assert brief.interpreters == (("Lucía", "Spanish"),)
    assert {one.name: one.days for one in brief.contacts} == {
        "Elena": 3, "Mateo": 26, "Luz": 3, "Sam": 11, "Marisol": 3, "Andre": 24, "Dwayne": 9,
    }  # fmt: skip
    assert [quote.speaker for quote in brief.said] == ["Elena", "Marisol", "Mateo"]
    assert {promise.side for promise in brief.promises} == {"agency", "family"}
    assert next((alert.kind, alert.words) for alert in brief.alerts) == (AlertKind.CHILD_DUE, "Mateo")
    assert brief.stop is not None


def test_a_brief_tells_nothing_that_is_kept_under_safety(desk: Desk) -> None:
    brief = ReadBrief(desk)(families.DOBBS)
    assert brief.has_protected
    said = repr(brief)
    assert "window" not in said
    assert "0142" not in said
    assert "unsafe" not in said
    assert "confidential" not in said


def test_a_brief_knows_of_court_and_of_who_is_looked_for(desk: Desk) -> None:
    kinds = {alert.kind for alert in ReadBrief(desk)(families.BAPTISTE).alerts}
    assert AlertKind.COURT_SOON in kinds
    assert AlertKind.SEARCH_OPEN in {alert.kind for alert in ReadBrief(desk)(families.NGUYEN).alerts}


def test_the_briefs_of_the_day_follow_its_order(desk: Desk) -> None:
    assert [brief.family for brief in ReadBriefs(desk)()] == ["Alvarez–Greene", "Baptiste", "Chen", "Dobbs"]


def test_there_is_no_brief_of_a_family_that_is_not_here(desk: Desk) -> None:
    with pytest.raises(NotFound):
        ReadBrief(desk)(key("family", "nobody"))
