"""A family at a glance, over a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from tests.fakes import FrozenClock
from tests.support import families

from engage_desktop.errors import BadInput, NotAllowed, NotFound
from engage_desktop.services import workspace
from engage_desktop.services.desk import Desk
from engage_desktop.services.kin_search import SetReview
from engage_desktop.services.workspace import Arranged
from engage_desktop.store import records
from engage_desktop.store.people import row_of
from engage_domain.workspace import OURS, THEIRS, Kept, Overview, StepStatus


def overview(desk: Desk, family_id: str = families.ALVAREZ) -> Overview:
    return workspace.OverviewOf(desk)(family_id)


def test_the_two_newest_quotes_come_first(desk: Desk) -> None:
    quotes = overview(desk).quotes
    assert [(quote.speaker, quote.words) for quote in quotes] == [
        ("Elena", "We want one house where nobody whispers."),
        ("Marisol", "He never came home hungry."),
    ]


def test_words_kept_under_safety_are_never_quoted(desk: Desk) -> None:
    assert all("kitchen window" not in quote.words for quote in overview(desk, families.DOBBS).quotes)


def test_both_sides_promises_stand_beside_each_other(desk: Desk) -> None:
    found = overview(desk)
    assert "Bus pass for Lucía" in [p.what for p in found.promised(OURS)]
    assert "Read with Luz and Sam every night" in [p.what for p in found.promised(THEIRS)]


def test_what_became_of_a_promise_is_kept_and_can_be_taken_back(desk: Desk) -> None:
    promise = overview(desk, families.DOBBS).promised(OURS)[0]
    workspace.SayPromise(desk)(promise.step_id, StepStatus.STUCK, " the office is closed ")
    stuck = overview(desk, families.DOBBS).promised(OURS)[0]
    assert (stuck.kept, stuck.is_open) == (Kept("stuck", "the office is closed", None), True)
    closed = workspace.SayPromise(desk)(promise.step_id, StepStatus.DONE)
    done = overview(desk, families.DOBBS).promised(OURS)[0]
    assert (done.is_open, done.kept.closed_on) == (False, date(2026, 11, 23))
    workspace.PutPromiseBack(desk)(closed)
    assert overview(desk, families.DOBBS).promised(OURS)[0].kept == stuck.kept


def test_what_somebody_said_about_a_promise_since_is_not_undone(desk: Desk) -> None:
    promise = overview(desk, families.DOBBS).promised(OURS)[0]
    going = workspace.SayPromise(desk)(promise.step_id, StepStatus.GOING)
    workspace.SayPromise(desk)(promise.step_id, StepStatus.STUCK, "the office is closed")
    with pytest.raises(NotAllowed):
        workspace.PutPromiseBack(desk)(going)
    assert overview(desk, families.DOBBS).promised(OURS)[0].kept == Kept("stuck", "the office is closed")


def test_a_promise_is_overdue_only_after_its_day(desk: Desk) -> None:
    promise = overview(desk, families.DOBBS).promised(OURS)[0]
    assert promise.by_when == date(2026, 11, 23)
    assert not promise.is_overdue(date(2026, 11, 23))
    assert promise.is_overdue(date(2026, 11, 24))


def test_both_parents_are_there_also_one_nobody_can_find(desk: Desk) -> None:
    parents = {p.name: p for p in overview(desk, families.NGUYEN).parents}
    assert parents["Thuy"].last_contact == date(2026, 11, 18)
    assert (parents["Bao"].last_contact, parents["Bao"].is_looked_for) == (None, True)
    assert parents["Bao"].whereabouts_note == "2 cousins called"


def test_each_child_has_the_tile_of_this_month(desk: Desk) -> None:
    tiles = {child.name: child.month.tile.value for child in overview(desk).children}
    assert tiles == {"Elena": "seen", "Mateo": "due", "Luz": "seen", "Sam": "away"}


def test_unfinished_notes_wait_on_the_overview(desk: Desk) -> None:
    assert [note.contact_id for note in overview(desk, families.CHEN).notes] == [families.UNFINISHED_NOTE]


def test_an_appointment_is_arranged_in_the_agencys_time(desk: Desk) -> None:
    given = Arranged(
        "home_visit", date(2026, 11, 25), time(14, 30), None, " kitchen ", "See Mateo", (families.MATEO,)
    )
    made = workspace.Arrange(desk)(families.ALVAREZ, given)
    found = next(a for a in overview(desk).appointments if a.appointment_id == made.made_id)
    assert found.starts_at is not None
    assert found.starts_at.astimezone(desk.zone).time() == time(14, 30)
    assert found.ends_at is not None
    assert found.ends_at.astimezone(desk.zone).time() == time(15, 30)
    assert (found.place, found.names, found.with_whom) == ("kitchen", ("Mateo",), "")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Arranged("", date(2026, 11, 25), time(14, 0)), "kind"),
        (Arranged("court", None, time(14, 0)), "on"),
        (Arranged("court", date(2026, 11, 25), None), "starts"),
        (Arranged("court", date(2026, 11, 25), time(14, 0), time(13, 0)), "ends"),
    ],
)
def test_an_appointment_names_what_is_missing(desk: Desk, given: Arranged, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        workspace.Arrange(desk)(families.ALVAREZ, given)
    assert refused.value.field == field


def test_an_appointment_can_be_changed(desk: Desk) -> None:
    given = Arranged("court", date(2026, 11, 26), time(9, 0))
    workspace.Arrange(desk)(families.ALVAREZ, given, families.MORNING_VISIT)
    found = next(a for a in overview(desk).appointments if a.appointment_id == families.MORNING_VISIT)
    assert found.kind == "court"


def test_nothing_is_arranged_with_somebody_while_the_safety_review_is_open(desk: Desk) -> None:
    arrange = workspace.Arrange(desk)
    given = Arranged("office_visit", date(2026, 11, 26), time(9, 0), person_ids=(families.MEI,))
    before = arrange(families.CHEN, given).made_id
    SetReview(desk)(families.CHEN, families.MEI, "paused")
    assert overview(desk, families.CHEN).resting == {families.MEI}
    with pytest.raises(NotAllowed):
        arrange(families.CHEN, given)
    arrange(families.CHEN, replace(given, purpose="only by phone"), before)
    arrange(families.CHEN, replace(given, person_ids=()), before)
    with pytest.raises(NotAllowed):
        arrange(families.CHEN, given, before)


def test_whoever_cannot_be_seen_stays_named_when_an_appointment_is_changed(desk: Desk) -> None:
    given = Arranged("office_visit", date(2026, 11, 26), time(9, 0), person_ids=(families.MEI,))
    made = workspace.Arrange(desk)(families.CHEN, given).made_id
    with desk.write("test") as conn:
        records.update(conn, "person", families.MEI, {"labels": '["address_confidential"]'})
    workspace.Arrange(desk)(families.CHEN, replace(given, person_ids=()), made)
    with desk.read() as conn:
        assert records.members(row_of(conn, "appointment", made)["person_ids"]) == (families.MEI,)


def test_calling_off_needs_a_reason_and_can_be_undone(desk: Desk) -> None:
    cancel = workspace.CancelAppointment(desk)
    with pytest.raises(BadInput):
        cancel(families.MORNING_VISIT, " ")
    cancel(families.MORNING_VISIT, "Marisol works")
    assert families.MORNING_VISIT not in {a.appointment_id for a in overview(desk).appointments}
    cancel.undo(families.MORNING_VISIT)
    assert families.MORNING_VISIT in {a.appointment_id for a in overview(desk).appointments}


def test_yesterdays_appointment_is_no_longer_ahead(desk: Desk, monday: FrozenClock) -> None:
    monday.advance(days=1)
    assert families.MORNING_VISIT not in {a.appointment_id for a in overview(desk).appointments}


def test_a_family_that_left_this_laptop_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        workspace.HeaderOf(desk)("0" * 32)
