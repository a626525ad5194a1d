"""Deciding between two versions, over a real vault with conflict rows as the synchronisation writes them."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import func, select
from tests.support import families
from tests.support.clashes import clash, close, last_op, newest, sent, stands
from tests.support.planting import key

from engage_desktop.errors import BadInput, NotAllowed, NotFound
from engage_desktop.services import conflicts
from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_desktop.store.tables import records as tables
from engage_desktop.store.tables import sync_outbox
from engage_domain.conflicts import Choice, Conflict, ConflictKind, added_words

READING = key("action_step", "alvarez", "reading")
THEIRS, MINE = "Lucía reads every school night.", "Lucía reads every night at eight."


def reading(desk: Desk, **more: str) -> str:
    return clash(desk, "action_step", READING, {"what": THEIRS}, {"what": MINE}, kind="text_overlap", **more)  # type: ignore[arg-type]  # only text is given here


def one(desk: Desk, conflict_id: str) -> Conflict:
    return conflicts.ConflictOf(desk)(conflict_id).conflict


def what(desk: Desk) -> object:
    return stands(desk, "action_step", READING, "what")


def test_mine_is_mine_whichever_came_first(desk: Desk) -> None:
    late = one(desk, reading(desk))
    assert (late.theirs.author, late.mine.is_me, late.fields[0].mine) == ("Priya Raman", True, MINE)
    early = one(desk, reading(desk, head_author=families.DANA, incoming_author=families.PRIYA))
    assert (early.theirs.author, early.mine.is_me, early.fields[0].mine) == ("Priya Raman", True, THEIRS)


def test_what_was_written_on_this_laptop_is_known_by_its_operation(desk: Desk) -> None:
    with desk.write("action_step.edit") as conn:
        records.update(conn, "action_step", READING, {"what": MINE})
    sent(desk)
    op = last_op(desk)["op_uid"]
    assert one(desk, reading(desk, incoming_op=str(op))).mine.is_from_here


def test_keeping_mine_writes_it_and_names_what_it_settles(desk: Desk) -> None:
    conflict_id = reading(desk)
    conflicts.Decide(desk)(conflict_id, Choice.MINE)
    assert what(desk) == MINE
    op = last_op(desk)
    assert json.loads(str(op["resolves"])) == [conflict_id]
    assert json.loads(str(op["new"])) == {"what": MINE}
    assert op["cmd"] == "conflict.keep_mine"


def test_keeping_theirs_is_said_to_the_agency_though_nothing_changes_here(desk: Desk) -> None:
    conflict_id = reading(desk)
    before = newest(desk)
    conflicts.Decide(desk)(conflict_id, Choice.THEIRS)
    op = last_op(desk)
    assert (what(desk), op["oid"]) == (THEIRS, before + 1)
    assert json.loads(str(op["resolves"])) == [conflict_id]
    assert json.loads(str(op["new"])) == json.loads(str(op["old"])) == {"what": THEIRS}


@pytest.mark.parametrize("choice", [Choice.THEIRS, Choice.MINE, Choice.BOTH, Choice.COMBINED])
def test_a_decision_is_exactly_one_operation(desk: Desk, choice: Choice) -> None:
    conflict_id = reading(desk)
    before = newest(desk)
    conflicts.Decide(desk)(conflict_id, choice, {"what": "Both of us agree."})
    assert newest(desk) == before + 1


def test_a_decision_made_here_no_longer_waits(desk: Desk) -> None:
    conflict_id = reading(desk)
    assert conflict_id in {c.conflict_id for c in conflicts.AllConflicts(desk)().open}
    conflicts.Decide(desk)(conflict_id, Choice.MINE)
    found = conflicts.AllConflicts(desk)()
    assert conflict_id not in {c.conflict_id for c in found.open}
    decided = next(c for c in found.decided if c.conflict_id == conflict_id)
    assert decided.decision is not None
    assert (decided.decision.choice, decided.decision.by_me, decided.decision.is_sending) == (
        Choice.MINE,
        True,
        True,
    )


def test_combining_keeps_what_was_typed_and_refuses_nothing_at_all(desk: Desk) -> None:
    conflict_id = reading(desk)
    with pytest.raises(BadInput):
        conflicts.Decide(desk)(conflict_id, Choice.COMBINED, {"what": "  "})
    conflicts.KeepCombining(desk)(conflict_id, '{"what": "Lucía reads"}')
    assert conflicts.ConflictOf(desk)(conflict_id).combining == '{"what": "Lucía reads"}'
    conflicts.Decide(desk)(
        conflict_id, Choice.COMBINED, {"what": "Lucía reads each night.", "status": "done"}
    )
    assert what(desk) == "Lucía reads each night."
    assert stands(desk, "action_step", READING, "status") == "going"
    assert not conflicts.ConflictOf(desk)(conflict_id).combining


def test_keeping_both_puts_each_author_before_their_words(desk: Desk) -> None:
    conflicts.Decide(desk)(reading(desk), Choice.BOTH)
    assert what(desk) == f"Priya Raman: {THEIRS}\n\nDana Whitfield: {MINE}"


def test_undoing_brings_back_what_stood_before(desk: Desk) -> None:
    conflict_id = reading(desk)
    conflicts.Decide(desk)(conflict_id, Choice.MINE)
    conflicts.UndoDecision(desk)(conflict_id)
    assert what(desk) == THEIRS
    assert json.loads(str(last_op(desk)["resolves"])) == [conflict_id]
    decision = one(desk, conflict_id).decision
    assert decision is not None
    assert decision.choice is Choice.UNDONE
    conflicts.Decide(desk)(conflict_id, Choice.MINE)
    assert what(desk) == MINE


def test_somebody_elses_decision_can_be_undone_long_after(desk: Desk) -> None:
    conflict_id = reading(desk)
    close(desk, conflict_id)
    decision = one(desk, conflict_id).decision
    assert decision is not None
    assert (decision.choice, decision.by, decision.by_me) == (Choice.THEIRS, "Priya Raman", False)
    conflicts.UndoDecision(desk)(conflict_id)
    assert what(desk) == MINE


def test_what_time_settled_can_be_taken_the_other_way(desk: Desk) -> None:
    conflict_id = clash(
        desk, "action_step", READING, {"by_when": "2026-12-01"}, {"by_when": "2026-12-08"},
        state="auto", winner="incoming",
    )  # fmt: skip
    assert conflict_id in {c.conflict_id for c in conflicts.AllConflicts(desk)().by_time}
    conflicts.Decide(desk)(conflict_id, Choice.THEIRS)
    assert stands(desk, "action_step", READING, "by_when") == "2026-12-01"


def test_a_day_cannot_be_combined_or_kept_twice(desk: Desk) -> None:
    found = one(
        desk, clash(desk, "action_step", READING, {"by_when": "2026-12-01"}, {"by_when": "2026-12-08"})
    )
    assert set(found.choices()) == {Choice.THEIRS, Choice.MINE}
    with pytest.raises(NotAllowed):
        conflicts.Decide(desk)(found.conflict_id, Choice.BOTH)


def test_joined_texts_can_be_accepted_as_they_stand(desk: Desk) -> None:
    joined = f"{THEIRS} {MINE}"
    conflict_id = clash(
        desk, "action_step", READING, {"what": THEIRS}, {"what": MINE},
        kind="text_merged", state="review", winner="merged", merged={"what": joined},
    )  # fmt: skip
    assert one(desk, conflict_id).fields[0].standing == joined
    conflicts.Decide(desk)(conflict_id, Choice.ACCEPTED)
    assert what(desk) == joined


def test_words_for_a_final_note_become_an_addendum_of_their_author_and_time(desk: Desk) -> None:
    visit = families.FRIDAY_VISIT
    conflict_id = clash(
        desk, "contact_body", visit, {"saw": "The kitchen was warm."},
        {"saw": "The kitchen was warm. Sam coughed."}, kind="immutable",
    )  # fmt: skip
    found = one(desk, conflict_id)
    assert found.choices() == (Choice.ADDENDUM, Choice.ACCEPTED)
    assert added_words(str(found.fields[0].theirs), str(found.fields[0].mine)) == "Sam coughed."
    with pytest.raises(BadInput):
        conflicts.Decide(desk)(conflict_id, Choice.ADDENDUM, {"text": ""})
    conflicts.Decide(desk)(conflict_id, Choice.ADDENDUM, {"text": "Sam coughed."})
    addendum = tables["addendum"]
    with desk.read() as conn:
        row = conn.execute(addendum.select().where(addendum.c.contact_id == visit)).one()
    assert (row.text, row.author_id, row.written_at) == (
        "Sam coughed.",
        families.DANA,
        "2026-11-20T15:12:00.000Z",
    )
    assert stands(desk, "contact_body", visit, "saw") == "The kitchen was warm."
    assert json.loads(str(last_op(desk)["resolves"])) == [conflict_id]


def test_a_removed_row_can_be_kept_or_let_go(desk: Desk) -> None:
    conflict_id = clash(
        desk, "action_step", READING, {"deleted_at": None}, {"deleted_at": "2026-11-20T15:12:00.000Z"},
        kind="edit_delete", state="review",
    )  # fmt: skip
    conflicts.Decide(desk)(conflict_id, Choice.MINE)
    assert stands(desk, "action_step", READING, "deleted_at") == "2026-11-20T15:12:00.000Z"
    conflicts.UndoDecision(desk)(conflict_id)
    assert stands(desk, "action_step", READING, "deleted_at") is None


def test_words_kept_under_safety_are_not_named(desk: Desk) -> None:
    body = key("contact", "dobbs", "private")
    conflict_id = clash(
        desk, "contact_body", body, {"family_said": "a"}, {"family_said": "b"}, family_id=families.DOBBS
    )
    piece = one(desk, conflict_id).piece
    assert (piece.is_protected, piece.words, piece.at) == (True, "", None)


def test_what_the_agency_parked_is_told_until_somebody_has_read_it(desk: Desk) -> None:
    since = newest(desk)
    with desk.write("action_step.edit") as conn:
        records.update(conn, "action_step", READING, {"what": MINE})
    sent(desk, "parked:role", since=since)
    parked = conflicts.AllConflicts(desk)().parked
    assert [(p.why, p.piece.words) for p in parked] == [(ConflictKind.ROLE, MINE)]
    conflicts.Understood(desk)(parked[0].op_uid)
    assert not conflicts.AllConflicts(desk)().parked


def test_what_two_versions_explain_is_not_told_twice(desk: Desk) -> None:
    since = newest(desk)
    with desk.write("action_step.edit") as conn:
        records.update(conn, "action_step", READING, {"what": MINE})
    sent(desk, "parked:conflict", since=since)
    reading(desk, incoming_op=str(last_op(desk)["op_uid"]))
    assert not conflicts.AllConflicts(desk)().parked


def test_a_pair_that_left_this_laptop_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        conflicts.ConflictOf(desk)("0" * 32)


def test_a_kind_of_a_later_version_still_shows_both_sides(desk: Desk) -> None:
    found = one(desk, clash(desk, "action_step", READING, {"what": THEIRS}, {"what": MINE}, kind="new_kind"))
    assert found.kind is ConflictKind.OTHER
    assert Choice.MINE in found.choices()


def test_a_refused_decision_leaves_nothing_behind(desk: Desk) -> None:
    conflict_id = reading(desk)
    before = newest(desk)
    with pytest.raises(NotAllowed):
        conflicts.Decide(desk)(conflict_id, Choice.ADDENDUM, {"text": "x"})
    with desk.read() as conn:
        count = conn.execute(select(func.count()).select_from(sync_outbox)).scalar()
    assert newest(desk) == before
    assert count == before
