"""The merge rules, tried with rows and operations of every shape, and against an oracle that shares no code with them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.unit.wire.strategies import cases

from engage_wire.entities import REGISTRY
from engage_wire.merge import EPOCH_SIZE, Meta, Verdict, apply, next_rev, overlay, seal
from engage_wire.op import INSERT, UPDATE, Op, Outcome
from engage_wire.registry import Doc, Entity, Policy

EPOCH = 1
Case = tuple[Entity, Doc, Meta, Op]


def judged(case: Case) -> Verdict:
    entity, doc, meta, op = case
    return apply(entity, doc, meta, op, hlc=op.hlc, epoch=EPOCH)


@given(cases())
@settings(max_examples=150, deadline=None)
def test_every_operation_gets_an_outcome_and_a_higher_revision(case: Case) -> None:
    verdict = judged(case)
    assert isinstance(verdict.outcome, Outcome)
    assert verdict.meta.rev > case[2].rev
    assert set(verdict.doc) == set(case[1])


@given(cases())
@settings(max_examples=200, deadline=None)
def test_the_same_question_has_the_same_answer(case: Case) -> None:
    before = (dict(case[1]), dict(case[2].frev), dict(case[3].new), dict(case[3].old))
    assert judged(case) == judged(case)
    assert before == (dict(case[1]), dict(case[2].frev), dict(case[3].new), dict(case[3].old))


@given(cases())
@settings(max_examples=200, deadline=None)
def test_an_operation_judged_twice_changes_nothing_the_second_time(case: Case) -> None:
    entity, _, _, op = case
    first = judged(case)
    second = apply(entity, first.doc, first.meta, op, hlc=op.hlc, epoch=EPOCH)
    assert second.doc == first.doc or any(c.kind == "edit_delete" for c in (*first.clashes, *second.clashes))


@given(cases())
@settings(max_examples=150, deadline=None)
def test_no_value_disappears(case: Case) -> None:
    """Everything written is in the row, in the operation, in `before`, or in a clash."""
    entity, doc, _, op = case
    verdict = judged(case)
    for name, was in doc.items():
        if was is None or verdict.doc[name] == was or entity.field(name).policy in {Policy.SET, Policy.GROW}:
            continue
        kept = verdict.before.get(name) == was or any(
            clash.head.get(name) == was for clash in verdict.clashes
        )
        assert kept or name in {"deleted_at", "void_reason"}, name
    for name, wanted in op.new.items():
        policy = entity.field(name).policy
        if wanted is None or policy in {Policy.SET, Policy.GROW, Policy.SERVER, Policy.QUIET}:
            continue
        shown = verdict.doc[name] == wanted or any(c.incoming.get(name) == wanted for c in verdict.clashes)
        assert shown or (name in {"deleted_at", "void_reason"} and verdict.clashes), name


def oracle_clashes(entity: Entity, doc: Doc, meta: Meta, op: Op) -> set[str]:
    """Say from first principles which groups two people changed differently without seeing each other."""
    found: set[str] = set()
    for group in {f.group or f.name for f in entity.fields}:
        members = [f for f in entity.fields if (f.group or f.name) == group and f.name in op.new]
        if not members or members[0].policy.value in {"set", "grow", "server", "quiet"}:
            continue
        mine = {f.name: op.new[f.name] for f in members}
        seen = {f.name: None if op.kind == "i" else op.old.get(f.name) for f in members}
        stands = {f.name: doc.get(f.name) for f in members}
        stamp = meta.frev.get(group) or meta.frev.get("*") or (0, "", "")
        unseen = stamp[0] > (0 if op.kind == "i" else op.base_rev)
        once = members[0].policy.value == "once" and any(v is not None for v in stands.values())
        if mine != stands and (once or (unseen and stands != seen)):
            found.add(group)
    return found


@given(cases())
@settings(max_examples=200, deadline=None)
def test_there_is_a_conflict_exactly_where_an_independent_oracle_sees_one(case: Case) -> None:
    entity, doc, meta, op = case
    if meta.locked_rev is not None:
        return
    verdict = judged(case)
    told = {c.group for c in verdict.clashes if c.kind != "edit_delete"}
    assert told == oracle_clashes(entity, doc, meta, op)


@given(cases())
@settings(max_examples=200, deadline=None)
def test_a_fixed_row_never_changes(case: Case) -> None:
    entity, doc, meta, op = case
    verdict = apply(entity, doc, meta, op, hlc=op.hlc, epoch=EPOCH, locked=True)
    assert verdict.doc == doc
    assert verdict.outcome in {Outcome.PARKED_IMMUTABLE, Outcome.NOOP}
    if verdict.outcome is Outcome.PARKED_IMMUTABLE:
        (clash,) = verdict.clashes
        assert clash.incoming == {k: v for k, v in op.new.items() if doc.get(k) != v}


@given(cases())
@settings(max_examples=200, deadline=None)
def test_what_is_laid_over_a_pulled_row_shows_what_was_written_here(case: Case) -> None:
    entity, doc, _, op = case
    shown = overlay(entity, doc, op)
    for field in entity.fields:
        if field.name not in op.new:
            assert shown[field.name] == doc[field.name]
        elif field.policy in {Policy.LWW, Policy.MANUAL}:
            assert shown[field.name] == op.new[field.name]


# sentences about single rules


def row(entity: str, **values: str | int | None) -> Doc:
    return {name: values.get(name) for name in REGISTRY[entity].columns}


def change(entity: str, new: Doc, old: Doc, base: int = 1, hlc: str = "5", uid: str = "b") -> Op:
    return Op(
        uid * 32, "0" * 32, entity, "1" * 32, "f:x", UPDATE, EPOCH_SIZE + base, new, old,
        hlc.rjust(16, "0"), "w", "2" * 32, "x.y", 1,
    )  # fmt: skip


def meta(**groups: tuple[int, str]) -> Meta:
    stamps = {group: (EPOCH_SIZE + rev, hlc.rjust(16, "0"), "a" * 32) for group, (rev, hlc) in groups.items()}
    return Meta(EPOCH_SIZE + 3, {"*": (EPOCH_SIZE + 1, "0" * 16, "9" * 32), **stamps})


def told(entity: str, doc: Doc, known: Meta, op: Op) -> Verdict:
    return apply(REGISTRY[entity], doc, known, op, hlc=op.hlc, epoch=EPOCH)


def test_different_fields_of_one_row_merge_without_a_word() -> None:
    verdict = told(
        "family",
        row("family", name="A", status="open"),
        meta(name=(3, "4")),
        change("family", {"status": "closed"}, {"status": "open"}),
    )
    assert (verdict.outcome, verdict.clashes) == (Outcome.APPLIED, ())
    assert (verdict.doc["name"], verdict.doc["status"]) == ("A", "closed")


def test_the_later_writer_wins_an_ordinary_field_and_the_other_value_is_kept() -> None:
    verdict = told(
        "family",
        row("family", status="paused"),
        meta(status=(3, "4")),
        change("family", {"status": "closed"}, {"status": "open"}),
    )
    assert verdict.doc["status"] == "closed"
    (clash,) = verdict.clashes
    assert (clash.winner, clash.severity, clash.head["status"]) == ("incoming", "info", "paused")


def test_the_earlier_writer_loses_but_is_heard() -> None:
    verdict = told(
        "family",
        row("family", status="paused"),
        meta(status=(3, "9")),
        change("family", {"status": "closed"}, {"status": "open"}),
    )
    assert (verdict.doc["status"], verdict.outcome) == ("paused", Outcome.SUPERSEDED)
    assert verdict.clashes[0].incoming == {"status": "closed"}


def test_nobody_wins_a_court_date_by_the_clock() -> None:
    op = change("case_period", {"next_court_on": "2026-12-02"}, {"next_court_on": None}, hlc="99")
    verdict = told(
        "case_period", row("case_period", next_court_on="2026-12-09"), meta(next_court_on=(3, "4")), op
    )
    assert (verdict.doc["next_court_on"], verdict.outcome) == ("2026-12-09", Outcome.PARKED_CONFLICT)
    assert verdict.clashes[0].state == "open"


def test_street_and_town_travel_together() -> None:
    op = change("person", {"first_name": "Ana"}, {"first_name": "Anna"})
    verdict = told("person", row("person", first_name="Anna", last_name="Ruiz"), meta(name=(3, "4")), op)
    assert verdict.outcome is Outcome.APPLIED, "the name was changed elsewhere, but to what this writer saw"


def test_two_people_who_write_in_different_sentences_are_joined_for_review() -> None:
    op = change("contact_body", {"saw": "One. Two. Three. Four more."}, {"saw": "One. Two. Three. Four."})
    verdict = told("contact_body", row("contact_body", saw="Uno. Two. Three. Four."), meta(saw=(3, "4")), op)
    assert verdict.doc["saw"] == "Uno. Two. Three. Four more."
    assert (verdict.outcome, verdict.clashes[0].state) == (Outcome.MERGED, "review")


def test_two_people_who_write_in_one_sentence_are_shown_both() -> None:
    op = change("contact_body", {"saw": "Bruise on the arm."}, {"saw": "Skin."})
    verdict = told("contact_body", row("contact_body", saw="No marks."), meta(saw=(3, "4")), op)
    assert verdict.doc["saw"] == "No marks."
    (clash,) = verdict.clashes
    assert (clash.kind, clash.incoming["saw"], clash.head["saw"]) == (
        "text_overlap",
        "Bruise on the arm.",
        "No marks.",
    )


def test_members_join_and_leave_on_their_own() -> None:
    op = change("contact", {"topics": '["a","c"]'}, {"topics": '["a","b"]'})
    verdict = told("contact", row("contact", topics='["a","b","d"]'), meta(topics=(3, "9")), op)
    assert json.loads(str(verdict.doc["topics"])) == ["a", "c", "d"]
    assert not verdict.clashes


def test_labels_are_never_taken_off_by_a_laptop() -> None:
    op = change("contact", {"labels": "[]"}, {"labels": '["health"]'}, base=3)
    verdict = told("contact", row("contact", labels='["health"]'), meta(), op)
    assert verdict.doc["labels"] == '["health"]'


def test_writing_beats_deleting_whoever_comes_first() -> None:
    delete = change(
        "mark", {"deleted_at": "2026-01-01", "void_reason": "x"}, {"deleted_at": None, "void_reason": None}
    )
    verdict = told("mark", row("mark", text="kept"), meta(text=(3, "4")), delete)
    assert verdict.doc["deleted_at"] is None
    assert verdict.clashes[0].kind == "edit_delete"
    write = change("mark", {"text": "kept"}, {"text": "old"})
    verdict = told("mark", row("mark", text="old", deleted_at="2026-01-01"), meta(void=(3, "4")), write)
    assert (verdict.doc["deleted_at"], verdict.doc["text"]) == (None, "kept")


def test_deleting_what_nobody_touched_deletes_it() -> None:
    delete = change("mark", {"deleted_at": "2026-01-01"}, {"deleted_at": None}, base=3)
    assert told("mark", row("mark", text="x"), meta(), delete).doc["deleted_at"] == "2026-01-01"


def test_the_first_author_stays_the_author() -> None:
    op = change("contact", {"author_id": "c" * 32}, {"author_id": None}, base=3)
    verdict = told("contact", row("contact", author_id="d" * 32), meta(), op)
    assert verdict.doc["author_id"] == "d" * 32
    assert verdict.clashes[0].severity == "review"


def test_a_laptop_cannot_write_what_only_the_server_writes() -> None:
    op = change("attachment", {"blob_state": "stored"}, {"blob_state": None}, base=3)
    verdict = told("attachment", row("attachment"), meta(), op)
    assert (verdict.doc["blob_state"], verdict.outcome) == (None, Outcome.NOOP)


def test_a_first_write_makes_the_row() -> None:
    op = Op(
        "b" * 32,
        "0" * 32,
        "mark",
        "1" * 32,
        "f:x",
        INSERT,
        0,
        {"text": "said", "unknown": 1},
        {},
        "5" * 16,
        "w",
        "2" * 32,
        "",
        1,
    )
    verdict = apply(REGISTRY["mark"], None, Meta(), op, hlc=op.hlc, epoch=7)
    assert verdict.doc == row("mark", text="said")
    assert verdict.meta.rev == next_rev(0, 7) == 7 * EPOCH_SIZE + 1


def test_an_insert_that_arrives_again_changes_nothing() -> None:
    op = Op(
        "b" * 32,
        "0" * 32,
        "mark",
        "1" * 32,
        "f:x",
        INSERT,
        0,
        {"text": "said"},
        {},
        "5" * 16,
        "w",
        "2" * 32,
        "",
        1,
    )
    verdict = told("mark", row("mark", text="said"), meta(), op)
    assert (verdict.outcome, verdict.doc) == (Outcome.NOOP, row("mark", text="said"))


@pytest.mark.parametrize("epoch", [1, 2, 8000])
def test_revisions_of_a_later_epoch_are_above_all_earlier_ones_and_stay_exact(epoch: int) -> None:
    assert next_rev(epoch * EPOCH_SIZE + 5, epoch + 1) > epoch * EPOCH_SIZE + 5
    assert next_rev(EPOCH_SIZE + 5, 1) == EPOCH_SIZE + 6
    assert next_rev(0, epoch) < 1 << 53


def test_the_seal_covers_every_section_and_nothing_else() -> None:
    body = REGISTRY["contact_body"]
    assert seal({"saw": "x"}, body) == seal({"saw": "x", "other": "", "labels": '["health"]'}, body)
    assert seal({"saw": "x"}, body) != seal({"other": "x"}, body)
