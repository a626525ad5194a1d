"""Two laptops write about the same family offline: what each kind of record keeps of both, over a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.support import entity_values
from tests.support.entity_values import ENTITIES, HERE, JOINED, OTHER_WORDS, THERE, groups, value, whole
from tests.support.two_laptops import TwoLaptops, two_laptops

from engage_desktop.services.conflicts import AllConflicts, Decide
from engage_domain.conflicts import Choice, ConflictKind
from engage_wire.entities import REGISTRY
from engage_wire.merge import read_members, write_members
from engage_wire.registry import Doc, Field, Policy


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoLaptops]:
    with two_laptops(tmp_path_factory.mktemp("agency")) as made:
        yield made


@pytest.fixture(scope="module")
def parents(two: TwoLaptops) -> dict[str, str]:
    """Return a plan and a child's three areas, for what belongs to one."""
    return {name: two.share(name, whole(name, two.people, {})) for name in ("plan", "child_areas")}


def shared(two: TwoLaptops, parents: dict[str, str], entity: str) -> str:
    """Write a whole record of a kind and have it on both laptops."""
    return two.share(entity, whole(entity, two.people, parents))


def values(two: TwoLaptops, fields: tuple[Field, ...], which: int) -> Doc:
    return {field.name: value(field, which, two.people) for field in fields}


def having(policy: Policy) -> list[str]:
    return [entity for entity in ENTITIES if groups(entity, policy)]


def same(two: TwoLaptops, entity: str, row_id: str) -> Doc:
    """Return the record, which both laptops must show alike."""
    here, there = two.here.row(entity, row_id), two.there.row(entity, row_id)
    assert here == there
    return here


def test_every_record_of_understanding_plan_and_solutions_is_among_the_tested() -> None:
    old = {
        "family", "case_period", "person", "case_member", "relationship", "contact_point", "household",
        "household_member", "placement", "appointment", "contact", "contact_body", "contact_participant", "mark",
        "addendum", "action_step", "task", "attachment", "assignment", "conflict",
    }  # fmt: skip
    family = {entity.name for entity in REGISTRY.entities if entity.home.value == "f"}
    assert family - old == set(entity_values.NEW)


ASKED = {
    "scale_answer": ["value"], "child_areas": ["share", "share_with", "share_words"], "search_effort": ["dv_review"],
    "plan": ["status", "for_person_id", "start_on", "review_on", "end_on", "offered_at"],
    "plan_position": ["position", "words", "said_on"], "goal": ["agency_required"], "service_referral": ["consent"],
}  # fmt: skip
JOINED_WORDS = {
    "statement": ["text"], "scale_answer": ["words"], "child_words": ["text"], "support": ["note"],
    "timeline_entry": ["what", "words"], "search_effort": ["found", "next_step"], "plan": ["concern", "closed_note"],
    "goal": ["words", "agency_words"], "service_referral": ["what", "answer", "barrier"], "attachment": ["note"],
}  # fmt: skip
NEVER_ASKED = {
    "support": ["drawn_x", "drawn_y"], "goal": ["place"], "action_step": ["place"], "person": ["drawn_x", "drawn_y"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(Policy.MANUAL, ASKED), (Policy.TEXT3, JOINED_WORDS), (Policy.QUIET, NEVER_ASKED)],
)
def test_what_is_left_to_people_is_not_left_to_the_clock(
    policy: Policy, expected: dict[str, list[str]]
) -> None:
    """Everything below follows the registry; this is what the registry has to say."""
    found = {entity: [f.name for f in entity_values.fields(entity, policy)] for entity in ENTITIES}
    assert {entity: names for entity, names in found.items() if names} == expected


@pytest.mark.parametrize("entity", ENTITIES)
def test_what_was_written_into_different_fields_all_stays(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    row_id = shared(two, parents, entity)
    every = [
        fields for policy in Policy for fields in groups(entity, policy).values() if policy is not Policy.ONCE
    ]
    mine, theirs = every[::2], every[1::2]
    for fields in mine:
        two.here.change(entity, row_id, values(two, fields, HERE))
    for fields in theirs:
        two.there.change(entity, row_id, values(two, fields, THERE))
    two.meet()
    row = same(two, entity, row_id)
    for fields, which in (*((f, HERE) for f in mine), *((f, THERE) for f in theirs)):
        assert {name: row[name] for name in values(two, fields, which)} == values(two, fields, which)
    assert two.here.versions(row_id) == []


@pytest.mark.parametrize("entity", having(Policy.TEXT3))
def test_words_written_on_both_laptops_are_joined_and_may_be_looked_at(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    for field in entity_values.fields(entity, Policy.TEXT3):
        row_id = shared(two, parents, entity)
        two.here.change(entity, row_id, values(two, (field,), HERE))
        two.there.change(entity, row_id, values(two, (field,), THERE))
        two.meet()
        assert same(two, entity, row_id)[field.name] == JOINED
        assert [(state, kind) for state, kind, *_ in two.there.versions(row_id)] == [
            ("review", "text_merged")
        ]


@pytest.mark.parametrize("entity", having(Policy.TEXT3))
def test_two_wordings_of_one_sentence_are_both_kept_for_a_person_to_decide(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    field = entity_values.fields(entity, Policy.TEXT3)[0]
    row_id = shared(two, parents, entity)
    two.here.change(entity, row_id, {field.name: OTHER_WORDS[0]})
    two.there.change(entity, row_id, {field.name: OTHER_WORDS[1]})
    two.meet()
    said = [(state, kind, head, incoming) for state, kind, head, incoming in two.here.versions(row_id)]
    assert said == [("open", "text_overlap", {field.name: OTHER_WORDS[0]}, {field.name: OTHER_WORDS[1]})]
    assert same(two, entity, row_id)[field.name] == OTHER_WORDS[0]


@pytest.mark.parametrize("entity", having(Policy.MANUAL))
def test_what_no_clock_may_decide_is_shown_to_both_and_closes_with_a_decision(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    for fields in groups(entity, Policy.MANUAL).values():
        row_id = shared(two, parents, entity)
        mine, theirs = values(two, fields, HERE), values(two, fields, THERE)
        two.here.change(entity, row_id, mine)
        two.there.change(entity, row_id, theirs)
        two.meet()
        assert (
            two.here.versions(row_id) == two.there.versions(row_id) == [("open", "concurrent", mine, theirs)]
        )
        assert {name: same(two, entity, row_id)[name] for name in mine} == mine
        asked = [c for c in AllConflicts(two.there.desk)().open if c.row_id == row_id]
        Decide(two.there.desk)(asked[0].conflict_id, Choice.MINE)
        two.there.sync()
        two.here.sync()
        assert {name: same(two, entity, row_id)[name] for name in theirs} == theirs
        assert [state for state, *_ in two.here.versions(row_id)] == ["resolved"]


@pytest.mark.parametrize("entity", having(Policy.QUIET))
def test_where_something_was_dragged_never_asks_anybody(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    for fields in groups(entity, Policy.QUIET).values():
        row_id = shared(two, parents, entity)
        two.here.change(entity, row_id, values(two, fields, HERE))
        two.there.change(entity, row_id, values(two, fields, THERE))
        two.meet()
        assert two.here.versions(row_id) == two.there.versions(row_id) == []
        last = values(two, fields, THERE)
        assert {name: same(two, entity, row_id)[name] for name in last} == last


@pytest.mark.parametrize("entity", having(Policy.LWW))
def test_of_ordinary_values_the_later_stays_and_the_other_can_be_looked_up(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    for fields in groups(entity, Policy.LWW).values():
        row_id = shared(two, parents, entity)
        two.here.change(entity, row_id, values(two, fields, HERE))
        two.there.change(entity, row_id, values(two, fields, THERE))
        two.meet()
        last = values(two, fields, THERE)
        assert {name: same(two, entity, row_id)[name] for name in last} == last
        assert [(state, kind) for state, kind, *_ in two.here.versions(row_id)] == [("auto", "concurrent")]


@pytest.mark.parametrize("entity", having(Policy.SET))
def test_lists_keep_what_either_side_added_and_drop_what_either_side_took_out(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    for field in entity_values.fields(entity, Policy.SET):
        row_id = shared(two, parents, entity)
        before = read_members(two.here.row(entity, row_id)[field.name])
        two.here.change(entity, row_id, {field.name: _members(before | {"a" * 32})})
        two.there.change(entity, row_id, {field.name: _members({"b" * 32})})
        two.meet()
        assert read_members(same(two, entity, row_id)[field.name]) == {"a" * 32, "b" * 32}
        assert two.here.versions(row_id) == []


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_label_put_on_by_either_side_stays(two: TwoLaptops, parents: dict[str, str], entity: str) -> None:
    row_id = shared(two, parents, entity)
    two.here.change(entity, row_id, {"labels": _members({"dv_protected"})})
    two.there.change(entity, row_id, {"labels": _members({"health"}), "hide_from": _members({two.people[0]})})
    two.meet()
    row = same(two, entity, row_id)
    assert read_members(row["labels"]) == {"dv_protected", "health"}
    assert read_members(row["hide_from"]) == {two.people[0]}
    two.here.change(entity, row_id, {"labels": None})
    two.meet()
    assert read_members(same(two, entity, row_id)["labels"]) == {"dv_protected", "health"}


@pytest.mark.parametrize("entity", ENTITIES)
def test_what_one_took_back_while_the_other_went_on_writing_lives(
    two: TwoLaptops, parents: dict[str, str], entity: str
) -> None:
    row_id = shared(two, parents, entity)
    field = next(f for f in entity_values.fields(entity) if f.policy is not Policy.ONCE)
    two.here.change(entity, row_id, {"deleted_at": "2026-11-23T13:00:00.000Z", "void_reason": "mistake"})
    two.there.change(entity, row_id, values(two, (field,), THERE))
    two.meet()
    row = same(two, entity, row_id)
    assert (row["deleted_at"], row[field.name]) == (None, value(field, THERE, two.people))
    assert [kind for _state, kind, *_ in two.here.versions(row_id)] == ["edit_delete"]


# what may not be


def test_a_safety_plan_offered_without_an_end_is_kept_aside_and_its_author_is_told(
    two: TwoLaptops, parents: dict[str, str]
) -> None:
    plan: Doc = {"kind": "safety", "status": "draft", "concern": "Nights alone."}
    row_id = two.share("plan", plan)
    two.there.change("plan", row_id, {"status": "offered", "offered_at": "2026-11-23T13:00:00.000Z"})
    two.meet()
    assert two.there.outcomes(row_id) == ["parked:invalid"]
    assert same(two, "plan", row_id)["status"] == "draft"
    told(two, row_id, {"status": "offered"})


def test_a_number_off_the_scale_is_kept_aside_and_its_author_is_told(
    two: TwoLaptops, parents: dict[str, str]
) -> None:
    row_id = shared(two, parents, "scale_answer")
    two.there.change("scale_answer", row_id, {"value": 11})
    two.meet()
    assert two.there.outcomes(row_id) == ["parked:invalid"]
    assert same(two, "scale_answer", row_id)["value"] in range(11)
    told(two, row_id, {"value": 11})


def test_a_step_with_two_who_answer_for_it_is_kept_aside_and_its_author_is_told(
    two: TwoLaptops, parents: dict[str, str]
) -> None:
    row_id = two.share("action_step", {"what": "Call the school", "who_person_id": two.people[0]})
    two.there.change("action_step", row_id, {"who_user_id": two.there.desk.me.user_id})
    two.meet()
    assert two.there.outcomes(row_id) == ["parked:invalid"]
    assert same(two, "action_step", row_id)["who_user_id"] is None
    told(two, row_id, {"who_user_id": two.there.desk.me.user_id})


def test_two_who_each_took_a_step_while_apart_never_end_up_with_both(two: TwoLaptops) -> None:
    row_id = two.share("action_step", {"what": "Call the school"})
    two.here.change("action_step", row_id, {"who_person_id": two.people[0]})
    two.there.change("action_step", row_id, {"who_user_id": two.there.desk.me.user_id})
    two.meet()
    row = same(two, "action_step", row_id)
    assert (row["who_person_id"], row["who_user_id"]) == (two.people[0], None)
    told(two, row_id, {"who_user_id": two.there.desk.me.user_id})


def told(two: TwoLaptops, row_id: str, wrote: Doc) -> None:
    """Expect the laptop that wrote it to say that the agency could not take it, with the words still there."""
    found = [c for c in AllConflicts(two.there.desk)().open if c.row_id == row_id]
    assert [c.kind for c in found] == [ConflictKind.INVALID]
    mine = {f.name: f.mine for f in found[0].fields}
    assert {name: mine[name] for name in wrote} == wrote


def _members(members: set[str]) -> str:
    return write_members(members)
