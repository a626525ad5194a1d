"""What a push does and what it refuses (`sync.md` A6)."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from tests.support.server import Agency, Json, Laptop

from engage_server.errors import Refused
from engage_server.tables import sync_batch, sync_op
from engage_wire.codec import CHAIN_START
from engage_wire.registry import SCHEMA


def refusal(laptop: Laptop, lines: list[Json]) -> Refused:
    with pytest.raises(Refused) as caught:
        laptop.agency.server.push(laptop.device, lines)
    return caught.value


def stored(agency: Agency) -> int:
    """Return how many operations people's laptops have stored."""
    with agency.server.database.snapshot() as connection:
        return connection.scalar(select(func.count()).select_from(sync_batch)) or 0


def test_everything_pushed_is_stored_and_acknowledged_with_the_chain_hash(amina: Laptop) -> None:
    family = amina.family()
    amina.person(family)
    ack = amina.push()
    assert (ack["acked"], ack["hash"]) == (2, amina.tip)
    assert ack["results"] == []
    assert ack["receipt"]["hash"] == amina.tip
    assert ack["heads"] == {f"f:{family}": 3}  # the family, the person and the author's assignment


def test_a_replayed_push_changes_nothing_and_gets_the_same_answer(agency: Agency, amina: Laptop) -> None:
    family = amina.family()
    amina.write(
        "person",
        agency.new_id(),
        {"family_id": agency.new_id(), "first_name": "Nobody"},
        bucket=f"f:{family}",
    )
    body = amina.body()
    first = amina.push(body)
    before = agency.laptop(agency.carla).pull()
    again = amina.push(body)
    assert again["results"] == first["results"] != []
    assert (again["acked"], again["hash"], again["heads"]) == (first["acked"], first["hash"], first["heads"])
    assert len(agency.laptop(agency.carla).pull()) == len(before)


def test_a_prefix_sent_again_with_new_operations_is_accepted_from_where_it_stands(amina: Laptop) -> None:
    family = amina.family()
    amina.push()
    amina.person(family)
    ack = amina.push(amina.body(amina.ops))
    assert ack["acked"] == 2
    assert ack["results"] == []


def test_an_empty_push_says_where_the_server_stands(amina: Laptop) -> None:
    amina.family()
    amina.push()
    ack = amina.push(amina.body([]))
    assert (ack["acked"], ack["hash"]) == (1, amina.tip)


def test_a_gap_is_answered_with_where_the_server_stands(amina: Laptop) -> None:
    family = amina.family()
    amina.push()
    tip = amina.tip
    amina.person(family)
    amina.person(family)
    refused = refusal(amina, amina.body(amina.ops[2:]))
    assert (refused.status, refused.code) == (409, "gap")
    assert refused.facts == {"epoch": 1, "last_seq": 1, "last_hash": tip, "incarnation": 7}


def test_another_history_under_the_same_numbers_is_a_fork(agency: Agency, amina: Laptop) -> None:
    amina.family("first")
    amina.push()
    amina.ops, amina.seq, amina.tip, amina.acked = [], 0, CHAIN_START, 0
    amina.family("other")
    assert refusal(amina, amina.body()).code == "fork"
    amina.family("and more")
    assert refusal(amina, amina.body()).code == "fork"
    assert refusal(amina, amina.body(amina.ops[1:])).code == "fork"


def test_a_changed_operation_in_the_middle_of_a_replay_is_a_fork(agency: Agency, amina: Laptop) -> None:
    family = amina.family()
    amina.person(family)
    amina.person(family)
    amina.push()
    amina.ops, amina.seq, amina.tip, amina.acked = amina.ops[:1], 1, amina.ops[0].hash, 1
    amina.person(family, "somebody else")
    assert refusal(amina, amina.body()).code == "fork"


def test_a_push_from_before_a_restore_is_told_the_epoch(agency: Agency, amina: Laptop) -> None:
    amina.family()
    amina.push()
    agency.server.raise_epoch()
    amina.family()
    refused = refusal(amina, amina.body())
    assert (refused.code, refused.facts["epoch"], refused.facts["last_seq"]) == ("epoch", 2, 1)


def test_a_new_incarnation_starts_its_own_sequence_and_duplicates_are_known_by_their_id(
    agency: Agency, amina: Laptop
) -> None:
    family = amina.family()
    amina.push()
    old = amina.ops
    amina.incarnation, amina.ops, amina.seq, amina.tip, amina.acked = 8, [], 0, CHAIN_START, 0
    amina.seal(*old)
    amina.person(family)
    ack = amina.push()
    assert ack["results"] == [{"s": 1, "outcome": "duplicate"}]
    assert ack["acked"] == 2
    assert amina.push(amina.body(amina.ops))["results"] == [{"s": 1, "outcome": "duplicate"}]


def test_a_late_request_of_an_older_incarnation_is_still_accepted(agency: Agency, amina: Laptop) -> None:
    amina.family("late")
    late = amina.body()
    amina.incarnation, amina.ops, amina.seq, amina.tip, amina.acked = 8, [], 0, CHAIN_START, 0
    amina.family("new")
    amina.push()
    ack, _end = agency.server.push(amina.device, late)
    assert (ack["acked"], ack["receipt"]["inc"]) == (1, 7)


def test_an_operation_sent_twice_in_one_batch_is_applied_once(agency: Agency, amina: Laptop) -> None:
    amina.family()
    amina.seal(amina.ops[0])
    ack = amina.push()
    assert ack["results"] == [{"s": 2, "outcome": "duplicate"}]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"sig": "AAAA"}, 401, "token"),
        ({"dev": "0" * 32}, 401, "token"),
        ({"hash": "0" * 32}, 400, "malformed"),
        ({"first": 0}, 400, "malformed"),
        ({"last": 9}, 400, "malformed"),
        ({"inc": "7"}, 400, "malformed"),
        ({"inc": 1 << 63}, 400, "malformed"),
        ({"epoch": True}, 400, "malformed"),
        ({"now": None}, 400, "malformed"),
        ({"t": "pull"}, 400, "malformed"),
        ({"schema": SCHEMA + 1}, 409, "schema_ahead"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(amina: Laptop, change: Json, status: int, code: str) -> None:
    amina.family()
    refused = refusal(amina, amina.body(None, None, **change))
    assert (refused.status, refused.code) == (status, code)


def test_an_altered_operation_breaks_the_chain(amina: Laptop) -> None:
    amina.family()
    body = amina.body()
    body[1]["f"]["name"] = "altered"
    assert refusal(amina, body).code == "malformed"


def test_a_cut_transaction_is_refused(agency: Agency, amina: Laptop) -> None:
    amina.contact(amina.family(), "words")
    assert refusal(amina, amina.body(amina.ops[:2])).code == "malformed"


def test_more_operations_than_the_limit_are_refused_by_name_of_the_limit(
    agency: Agency, amina: Laptop
) -> None:
    family = amina.family()
    amina.seal(*(amina.op("person", agency.new_id(), {"family_id": family}) for _ in range(2000)))
    refused = refusal(amina, amina.body())
    assert (refused.status, refused.code, refused.facts["limit_ops"]) == (413, "too_large", 2000)


def test_unknown_keys_of_an_operation_are_bound_by_the_chain_and_otherwise_ignored(amina: Laptop) -> None:
    from engage_wire.codec import chain

    amina.family()
    body = amina.body()
    body[1]["later"] = "a word of tomorrow"
    body[1]["g"] = chain(CHAIN_START, body[1])
    again = amina.body(None, None, hash=body[1]["g"])
    assert amina.push([again[0], body[1]])["acked"] == 1


def test_each_accepted_operation_has_one_outcome_and_one_line_of_history(
    agency: Agency, amina: Laptop
) -> None:
    family = amina.family()
    person = amina.person(family)
    amina.push()
    amina.pull()
    amina.write("person", person, {"preferred_name": "Mimi"})
    amina.write("person", person, {"preferred_name": "Mimi"})
    assert amina.push()["results"] == [{"s": 4, "outcome": "noop"}]
    with agency.server.database.snapshot() as connection:
        ops = connection.scalar(select(func.count()).where(sync_op.c.device_id == amina.device))
    assert ops == 4
    lines = agency.server.revisions(amina.device, "person", person)
    assert [(line["patch"], line["before"]) for line in lines[:-1]] == [
        ({"preferred_name": "Mimi"}, {}),
        ({"preferred_name": "Mimi"}, {"preferred_name": None}),
    ]
