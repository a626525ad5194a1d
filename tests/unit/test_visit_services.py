"""The home visit on the worker's desk: a real vault, one object from the first tap to the final note."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import select
from tests.fakes import FrozenClock
from tests.support import families
from tests.support.planting import key

from engage_desktop.errors import NotAllowed, NotFound
from engage_desktop.services import notes, today, visit, visit_starts, visit_undo
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import KeepDraft, SettleContact, SettleDraft
from engage_desktop.store import records as store
from engage_desktop.store.tables import records
from engage_domain.compose import Line
from engage_domain.contact_codes import Alone, MarkKind, Method, Presence, Side
from engage_domain.note import Gap, missing
from engage_domain.visit import Contact
from engage_wire.clock import instant
from engage_wire.entities import REGISTRY
from engage_wire.merge import seal

FAMILY = key("family", "alvarez")
TODAY_VISIT = key("appointment", "alvarez", "today")


def person(name: str) -> str:
    return key("person", "alvarez", name)


@pytest.fixture
def contact_id(desk: Desk) -> str:
    return visit_starts.StartVisit(desk)(FAMILY, TODAY_VISIT).made_id


def board(desk: Desk, contact_id: str) -> Contact:
    return visit.Board(desk)(contact_id)


def appointment_status(desk: Desk) -> tuple[str, str | None]:
    table = records["appointment"]
    with desk.read() as conn:
        row = conn.execute(select(table.c.status, table.c.contact_id).where(table.c.id == TODAY_VISIT)).one()
    return row.status, row.contact_id


def test_a_visit_begins_with_nothing_answered(desk: Desk, contact_id: str) -> None:
    shown = board(desk, contact_id)
    assert shown.start == desk.now()
    assert shown.end is None
    assert not shown.location
    assert not shown.marks
    assert {p.name for p in shown.people if p.on_board} == {"Marisol", "Elena", "Mateo", "Luz", "Sam"}
    assert all(not p.seen_alone and not p.presence for p in shown.people)
    assert appointment_status(desk) == ("planned", contact_id)


def test_starting_twice_goes_on_with_the_visit_that_runs(desk: Desk, contact_id: str) -> None:
    assert visit_starts.StartVisit(desk)(FAMILY, TODAY_VISIT).made_id == contact_id


def test_a_tap_says_who_is_here_since_when_and_a_second_takes_it_back(
    desk: Desk, contact_id: str, monday: FrozenClock
) -> None:
    tap = visit.TapPerson(desk)
    monday.advance(minutes=5)
    tap(contact_id, person("Elena"))
    elena = board(desk, contact_id).attendee(person("Elena"))
    assert elena is not None
    assert elena.here
    assert elena.arrived_at == monday.now()
    assert elena.unanswered
    tap(contact_id, person("Elena"))
    after = board(desk, contact_id)
    assert not after.present
    assert not after.marks


def test_somebody_who_left_and_came_back_was_here_from_the_first_time_on(
    desk: Desk, contact_id: str, monday: FrozenClock
) -> None:
    first = monday.now()
    visit.TapPerson(desk)(contact_id, person("Mateo"))
    there = board(desk, contact_id).present[0].participant_id
    monday.advance(minutes=9)
    visit.SomebodyLeft(desk)(contact_id, there)
    assert board(desk, contact_id).present[0].left_at == monday.now()
    monday.advance(minutes=3)
    visit.TapPerson(desk)(contact_id, person("Mateo"))
    mateo = board(desk, contact_id).present[0]
    assert mateo.here
    assert mateo.arrived_at == first
    assert [m.kind for m in board(desk, contact_id).marks] == [
        MarkKind.ARRIVED,
        MarkKind.LEFT,
        MarkKind.ARRIVED,
    ]


def test_somebody_else_is_here_by_any_name(desk: Desk, contact_id: str) -> None:
    visit.SomebodyCame(desk)(contact_id, "the neighbour, Doña Pilar")
    assert [p.name for p in board(desk, contact_id).present] == ["the neighbour, Doña Pilar"]


def test_seen_alone_is_answered_by_somebody_and_taken_back_by_the_same_answer(
    desk: Desk, contact_id: str
) -> None:
    answer = visit.AnswerAlone(desk)
    with pytest.raises(NotFound):
        answer(contact_id, person("Elena"), Alone.YES)
    visit.TapPerson(desk)(contact_id, person("Elena"))
    answer(contact_id, person("Elena"), Alone.YES)
    assert board(desk, contact_id).present[0].seen_alone == Alone.YES
    answer(contact_id, person("Elena"), Alone.NO)
    assert board(desk, contact_id).present[0].seen_alone == Alone.NO
    answer(contact_id, person("Elena"), Alone.NO)
    assert not board(desk, contact_id).present[0].seen_alone


def test_topics_and_elements_are_marks_and_facts_at_once(desk: Desk, contact_id: str) -> None:
    topic, element = visit.tap_topic(desk), visit.tap_element(desk)
    topic(contact_id, "school")
    topic(contact_id, "safety")
    element(contact_id, "understand")
    shown = board(desk, contact_id)
    assert shown.topics == ("safety", "school")
    assert shown.elements == ("understand",)
    assert len(shown.marks) == 3
    topic(contact_id, "school")
    shown = board(desk, contact_id)
    assert shown.topics == ("safety",)
    assert len(shown.marks) == 2


@pytest.mark.parametrize("kind", [MarkKind.SAID, MarkKind.STRENGTH, MarkKind.WORRY])
def test_a_kept_mark_can_be_taken_back_and_put_back(desk: Desk, contact_id: str, kind: MarkKind) -> None:
    made = visit.KeepMark(desk)(contact_id, kind, person("Elena")).made_id
    assert board(desk, contact_id).marks[0].who == "Elena"
    visit_undo.TakeBack(desk)(contact_id, made)
    assert not board(desk, contact_id).marks
    visit_undo.PutBack(desk)(contact_id, made)
    assert board(desk, contact_id).marks[0].id == made


def test_taking_a_mark_back_takes_back_what_it_stood_for(desk: Desk, contact_id: str) -> None:
    visit.TapPerson(desk)(contact_id, person("Luz"))
    visit.tap_topic(desk)(contact_id, "health")
    visit.MakePromise(desk)(contact_id, Side.FAMILY, person("Marisol"))
    marks = board(desk, contact_id).marks
    for mark in marks:
        visit_undo.TakeBack(desk)(contact_id, mark.id)
    bare = board(desk, contact_id)
    assert (bare.marks, bare.topics, bare.promises, bare.present) == ((), (), (), ())
    for mark in marks:
        visit_undo.PutBack(desk)(contact_id, mark.id)
    again = board(desk, contact_id)
    assert len(again.marks) == 3
    assert again.topics == ("health",)
    assert again.promises[0].who == "Marisol"
    assert again.present[0].name == "Luz"


def test_a_promise_is_a_step_with_an_owner_and_a_day(desk: Desk, contact_id: str) -> None:
    visit.MakePromise(desk)(contact_id, Side.AGENCY)
    promise = board(desk, contact_id).promises[0]
    visit.DatePromise(desk)(contact_id, promise.step_id, date(2026, 11, 24))
    KeepDraft(desk)("action_step", promise.step_id, "what", FAMILY, "Ask about bus passes", "")
    shown = board(desk, contact_id).promises[0]
    assert (shown.side, shown.what, shown.by_when) == (
        Side.AGENCY,
        "Ask about bus passes",
        date(2026, 11, 24),
    )
    SettleContact(desk)(contact_id)
    step = records["action_step"]
    with desk.read() as conn:
        row = conn.execute(select(step).where(step.c.id == promise.step_id)).one()
    assert (row.what, row.who_user_id, row.goal_id) == ("Ask about bus passes", desk.me.user_id, None)


def test_leaving_closes_the_visit_and_lets_quotes_with_words_wait_for_the_note(
    desk: Desk, contact_id: str, monday: FrozenClock
) -> None:
    worded = visit.KeepMark(desk)(contact_id, MarkKind.SAID, person("Elena")).made_id
    visit.KeepMark(desk)(contact_id, MarkKind.SAID, person("Mateo"))
    KeepDraft(desk)("mark", worded, "text", FAMILY, "We want one house.", "")
    monday.advance(minutes=54)
    visit.Leave(desk)(contact_id)
    shown = board(desk, contact_id)
    assert shown.end == monday.now()
    assert {m.used_in for m in shown.marks} == {"+family_said", ""}
    assert appointment_status(desk)[0] == "held"
    monday.advance(minutes=5)
    visit.Leave(desk)(contact_id)
    assert board(desk, contact_id).end == shown.end


def test_the_note_is_laid_out_once_and_the_mark_stands_in_it(desk: Desk, contact_id: str) -> None:
    made = visit.KeepMark(desk)(contact_id, MarkKind.SAID, person("Elena")).made_id
    KeepDraft(desk)("contact_body", contact_id, "family_said", FAMILY, "Marisol wants them home.", "")
    notes.LayOut(desk)(contact_id, (Line(made, "family_said", "Elena: “One house.”"),))
    note = notes.ReadNote(desk)(contact_id)
    assert note.texts == {"family_said": "Elena: “One house.”\nMarisol wants them home."}
    assert note.contact.marks[0].used_in == "family_said"


def test_an_attempt_never_counts_and_keeps_what_was_tried(desk: Desk, contact_id: str) -> None:
    visit_starts.NobodyHome(desk)(contact_id)
    note = notes.ReadNote(desk)(contact_id)
    assert note.contact.attempted
    assert note.contact.method == Method.ATTEMPTED_FACE_TO_FACE
    gaps = {m.gap for m in missing(note, desk.now())}
    assert Gap.ATTEMPT_NOT_COUNTED in gaps
    assert Gap.SEEN_ALONE_OPEN not in gaps
    notes.Finalise(desk)(contact_id)


def test_a_missed_visit_keeps_its_reason_and_its_children(desk: Desk) -> None:
    made = visit_starts.StartMissed(desk)(FAMILY, "weather", (person("Mateo"),)).made_id
    shown = board(desk, made)
    assert shown.missed_reason == "weather"
    assert shown.focus_children == (person("Mateo"),)
    assert not shown.happened


def test_a_telephone_call_names_whom_and_nothing_else(desk: Desk) -> None:
    known = visit_starts.Other(Method.PHONE, ("collateral",), other_name="Ms Bell, school nurse")
    shown = board(desk, visit_starts.StartOther(desk)(FAMILY, known).made_id)
    assert shown.method == Method.PHONE
    assert [p.name for p in shown.present] == ["Ms Bell, school nurse"]
    assert not shown.location


def test_a_visit_begun_by_mistake_is_taken_back_and_the_appointment_planned_again(
    desk: Desk, contact_id: str
) -> None:
    visit.TapPerson(desk)(contact_id, person("Elena"))
    visit_starts.TakeBackContact(desk)(contact_id)
    with pytest.raises(NotFound):
        board(desk, contact_id)
    assert appointment_status(desk) == ("planned", None)


def finished(desk: Desk, contact_id: str) -> None:
    visit.TapPerson(desk)(contact_id, person("Elena"))
    visit.AnswerAlone(desk)(contact_id, person("Elena"), Alone.YES)
    visit.Leave(desk)(contact_id)
    KeepDraft(desk)("contact_body", contact_id, "saw", FAMILY, "La cocina estaba caliente.", "")
    notes.Finalise(desk)(contact_id)


def test_a_child_there_without_an_answer_forbids_finalising(desk: Desk, contact_id: str) -> None:
    visit.TapPerson(desk)(contact_id, person("Elena"))
    visit.Leave(desk)(contact_id)
    with pytest.raises(NotAllowed) as refused:
        notes.Finalise(desk)(contact_id)
    assert refused.value.code == "I-5"


def test_finalising_settles_the_typing_and_seals_it(desk: Desk, contact_id: str) -> None:
    finished(desk, contact_id)
    contact, body = records["contact"], records["contact_body"]
    with desk.read() as conn:
        row = conn.execute(select(contact).where(contact.c.id == contact_id)).one()
        words = conn.execute(select(body).where(body.c.id == contact_id)).mappings().one()
    assert words["saw"] == "La cocina estaba caliente."
    assert row.status == "final"
    assert row.final_hash == seal(dict(words), REGISTRY["contact_body"])


def test_a_final_note_takes_addenda_and_nothing_else(
    desk: Desk, contact_id: str, monday: FrozenClock
) -> None:
    finished(desk, contact_id)
    for attempt in (
        partial(visit.TapPerson(desk), contact_id, person("Mateo")),
        partial(notes.SetTimes(desk), contact_id, desk.now(), None),
        partial(notes.Finalise(desk), contact_id),
        partial(visit_starts.TakeBackContact(desk), contact_id),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    KeepDraft(desk)("addendum", contact_id, "text", FAMILY, "Mateo was", "")
    assert notes.ReadNote(desk)(contact_id).addendum_draft == "Mateo was"
    monday.advance(minutes=30)
    notes.AddAddendum(desk)(contact_id, "Mateo was at practice.")
    note = notes.ReadNote(desk)(contact_id)
    assert [(a.text, a.author, a.written_at) for a in note.addenda] == [
        ("Mateo was at practice.", "Dana Whitfield", desk.now())
    ]
    assert not note.addendum_draft


def test_what_somebody_else_wrote_meanwhile_shows_and_both_can_be_kept(desk: Desk, contact_id: str) -> None:
    body = records["contact_body"]
    KeepDraft(desk)("contact_body", contact_id, "saw", FAMILY, "Mine.", "")
    with desk.vault.applying() as conn:
        conn.execute(body.update().where(body.c.id == contact_id).values(saw="Theirs."))
    section = notes.ReadNote(desk)(contact_id).section("saw")
    assert (section.text, section.theirs) == ("Mine.", "Theirs.")
    gaps = missing(notes.ReadNote(desk)(contact_id), desk.now())
    assert Gap.TWO_VERSIONS in {m.gap for m in gaps if m.blocks}
    notes.KeepBoth(desk)(contact_id, "saw")
    section = notes.ReadNote(desk)(contact_id).section("saw")
    assert (section.text, section.theirs) == ("Theirs.\nMine.", None)
    SettleDraft(desk)("contact_body", contact_id, "saw")
    assert notes.ReadNote(desk)(contact_id).section("saw").base == "Theirs.\nMine."


def test_presence_can_be_put_right_afterwards(desk: Desk, contact_id: str) -> None:
    put = notes.SetPresence(desk)
    put(contact_id, person("Mateo"), Presence.PRESENT)
    visit.AnswerAlone(desk)(contact_id, person("Mateo"), Alone.YES)
    put(contact_id, person("Mateo"), Presence.ABSENT)
    mateo = board(desk, contact_id).attendee(person("Mateo"))
    assert mateo is not None
    assert (mateo.presence, mateo.seen_alone) == (Presence.ABSENT, "")
    put(contact_id, person("Mateo"), None)
    assert not board(desk, contact_id).present


def appointments(desk: Desk) -> dict[str, tuple[str | None, ...]]:
    """Return kind, beginning, end and purpose of every appointment with the family."""
    table = records["appointment"]
    with desk.read() as conn:
        rows = conn.execute(select(table).where(table.c.family_id == FAMILY)).all()
    return {row.id: (row.kind, row.starts_at, row.ends_at, row.purpose) for row in rows}


def test_the_next_visit_is_an_appointment_that_moves_instead_of_doubling(desk: Desk, contact_id: str) -> None:
    plan = notes.PlanNext(desk)
    day = desk.now() + timedelta(days=7)
    plan(contact_id, day)
    plan(contact_id, day + timedelta(hours=1))
    planned = board(desk, contact_id).next_visit
    assert planned is not None
    assert planned.starts_at == day + timedelta(hours=1)
    assert len(appointments(desk)) == 2


def test_a_visit_that_moves_keeps_what_it_is_for_and_how_long_it_takes(desk: Desk, contact_id: str) -> None:
    day = desk.now() + timedelta(days=2)
    made = today.PlanVisit(desk)(FAMILY, day, 90, "The crib").made_id
    notes.PlanNext(desk)(contact_id, day + timedelta(days=7))
    start, end = instant(day + timedelta(days=7)), instant(day + timedelta(days=7, minutes=90))
    assert appointments(desk)[made] == ("home_visit", start, end, "The crib")


@pytest.mark.parametrize(("kind", "whose"), [("court", families.DANA), ("home_visit", families.PRIYA)])
def test_saying_when_one_comes_again_moves_no_court_date_and_no_colleague(
    desk: Desk, contact_id: str, kind: str, whose: str
) -> None:
    at, theirs = desk.now() + timedelta(days=1), desk.new_id()
    values = {
        "family_id": FAMILY,
        "kind": kind,
        "user_id": whose,
        "status": "planned",
        "starts_at": instant(at),
    }
    with desk.write("appointment.add") as conn:
        store.insert(conn, "appointment", theirs, values, by=whose, at=desk.now())
    assert board(desk, contact_id).next_visit is None
    notes.PlanNext(desk)(contact_id, at + timedelta(days=7))
    assert appointments(desk)[theirs][1] == instant(at)
    assert len(appointments(desk)) == 3


def test_a_visit_begun_in_the_family_s_workspace_is_the_one_of_today_s_calendar(desk: Desk) -> None:
    begun = visit_starts.StartVisit(desk)(FAMILY).made_id
    assert appointment_status(desk) == ("planned", begun)
    assert board(desk, begun).next_visit is None


def test_a_visit_begun_today_leaves_tomorrow_s_in_the_calendar(desk: Desk, monday: FrozenClock) -> None:
    monday.advance(days=-1)
    visit_starts.StartVisit(desk)(FAMILY)
    assert appointment_status(desk) == ("planned", None)
