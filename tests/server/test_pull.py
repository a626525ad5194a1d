"""What a pull brings, from where, and how it is cut (`sync.md` A9, A10)."""

from __future__ import annotations

import pytest
from tests.support.server import Agency, Json, Laptop

from engage_server.errors import Refused
from engage_server.facts import added_since, projection
from engage_server.staff import assign, unassign
from engage_server.write import Change
from engage_wire.registry import SCHEMA


def lines_of(laptop: Laptop, **more: object) -> list[Json]:
    """Pull once."""
    lines = list(laptop.agency.server.pull(laptop.device, laptop.request(**more)))
    laptop.take(lines)
    return lines


def kinds(lines: list[Json]) -> list[str]:
    return [line["t"] for line in lines]


def refusal(laptop: Laptop, **more: object) -> Refused:
    with pytest.raises(Refused) as caught:
        list(laptop.agency.server.pull(laptop.device, laptop.request(**more)))
    return caught.value


def test_a_new_laptop_gets_everything_in_its_scope_and_can_prove_it(amina: Laptop) -> None:
    family = amina.family()
    amina.person(family)
    amina.push()
    lines = lines_of(amina)
    assert [line["b"] for line in lines if line["t"] == "be"] == [
        f"a:{amina.agency.server.agency}",
        f"u:{amina.user}",
        f"f:{family}",
    ]
    assert lines[0]["scope"] == [
        [f"a:{amina.agency.server.agency}", "r"],
        [f"u:{amina.user}", "rw"],
        [f"f:{family}", "rw"],
    ]
    assert lines[-1] == {"t": "end", "more": False, "replica": False, "lines": len(lines)}
    assert {key[0] for key in amina.rows} == {"agency", "team", "user", "family", "person", "assignment"}


def test_empty_fields_do_not_travel(amina: Laptop) -> None:
    amina.family()
    amina.push()
    rows = [line for line in lines_of(amina) if line["t"] == "row"]
    assert all(value is not None for row in rows for value in row["d"].values())


def test_when_nothing_is_new_only_header_and_end_travel(amina: Laptop) -> None:
    amina.pull()
    assert kinds(lines_of(amina)) == ["hdr", "end"]


def test_a_row_travels_once_at_its_latest_place(amina: Laptop, carla: Laptop) -> None:
    family = amina.family()
    person = amina.person(family)
    amina.push()
    carla.pull()
    amina.pull()
    for name in ("a", "b", "c"):
        amina.write("person", person, {"preferred_name": name})
        assert amina.push()["results"] == []
    rows = [line for line in lines_of(carla) if line["t"] == "row"]
    assert [(row["q"], row["d"]["preferred_name"]) for row in rows] == [(6, "c")]


def told_back(laptop: Laptop, **more: object) -> list[Json]:
    """Return the lines about rows, without taking them in."""
    lines = laptop.agency.server.pull(laptop.device, laptop.request(**more))
    return [line for line in lines if line["t"] in {"own", "row", "del"}]


def test_a_row_that_is_as_its_asker_wrote_it_does_not_travel_back(amina: Laptop) -> None:
    family = amina.family()
    person = amina.person(family)
    amina.push()
    amina.pull()
    amina.write("person", person, {"preferred_name": "May"})
    op = amina.write("person", person, {"preferred_name": "Maya"})
    amina.push()
    (line,) = told_back(amina, acked=amina.acked)
    assert (line["t"], [(q, seq) for q, _rev, seq in line["r"]]) == ("own", [(4, op.seq)])


def test_a_row_travels_whole_when_its_asker_may_not_have_it_so(
    amina: Laptop, carla: Laptop, agency: Agency
) -> None:
    family = amina.family()
    person = amina.person(family)
    amina.push()
    amina.pull()
    carla.pull()
    amina.write("person", person, {"preferred_name": "May"})
    amina.push()
    assert [line["t"] for line in told_back(amina, acked=amina.acked)] == ["own"]
    for asker, more in (
        (amina, {"acked": amina.acked - 1}),  # an older copy, which does not know that it wrote this
        (amina, {"acked": amina.acked, "inc": 8}),
        (amina, {"acked": amina.acked, "cursors": {}}),  # who begins anew wants everything
        (carla, {"acked": amina.acked}),
    ):
        assert {line["t"] for line in told_back(asker, **more)} == {"row"}
    carla.write("person", person, {"gender": "girl"})
    carla.push()
    assert [line["t"] for line in told_back(amina, acked=amina.acked)] == ["row"]


def test_a_row_is_not_its_writers_own_when_it_was_merged_or_written_over_something_unseen(
    amina: Laptop, carla: Laptop
) -> None:
    family = amina.family()
    person = amina.person(family)
    amina.push()
    for laptop in (amina, carla):
        laptop.pull()
    carla.write("person", person, {"gender": "girl"})
    carla.push()
    amina.write("person", person, {"preferred_name": "May"})  # fits, but over a revision never seen
    amina.push()
    assert [line["t"] for line in told_back(amina, acked=amina.acked)] == ["row"]
    amina.write("person", person, {"preferred_name": "Maya"})  # and so does what follows it
    amina.push()
    assert [line["t"] for line in told_back(amina, acked=amina.acked)] == ["row"]


def test_buckets_come_in_the_order_that_was_asked_for(amina: Laptop) -> None:
    family = amina.family()
    amina.push()
    order = [f"f:{family}", f"u:{amina.user}"]
    lines = lines_of(amina, order=[*order, "f:unknown"])
    assert [line["b"] for line in lines if line["t"] == "b"][:2] == order


def test_an_answer_is_cut_at_the_size_asked_for_and_goes_on_from_the_cursor(amina: Laptop) -> None:
    family = amina.family()
    for number in range(30):
        amina.person(family, f"Child {number}")
    amina.push()
    lines = lines_of(amina, max_bytes=2000)
    assert lines[-1]["more"]
    assert not any(line["t"] == "be" and line["b"] == f"f:{family}" for line in lines)
    rounds = 1
    while lines[-1]["more"]:
        lines = lines_of(amina, max_bytes=2000)
        rounds += 1
    assert rounds > 3
    assert sum(key[0] == "person" for key in amina.rows) == 30


def test_each_answer_gets_on_by_one_row_however_small_it_must_be(amina: Laptop) -> None:
    family = amina.family()
    amina.person(family)
    amina.push()
    rounds = 1
    while lines_of(amina, max_bytes=0)[-1]["more"]:
        rounds += 1
    assert rounds == len(amina.rows) + 1  # one more for the bucket without a row
    assert len(amina.rows) == 12


def test_a_bucket_bigger_than_one_page_of_the_server_comes_whole(agency: Agency, amina: Laptop) -> None:
    family = amina.family()
    amina.push()
    agency.server.write(
        [Change("person", agency.new_id(), {"family_id": family, "first_name": str(n)}) for n in range(2500)],
        cmd="import",
    )
    amina.pull()
    assert sum(key[0] == "person" for key in amina.rows) == 2500


def test_many_small_families_come_whole_from_wherever_their_cursors_stand(
    agency: Agency, amina: Laptop
) -> None:
    families = [amina.family(f"F{n}") for n in range(60)]
    for family in families:
        for _ in range(30):
            amina.person(family)
    amina.push()
    amina.pull()
    assert sum(key[0] == "person" for key in amina.rows) == 1800
    for place, family in enumerate(families):
        for _ in range(place % 4):
            amina.person(family, "Late")
    amina.push()
    lines = lines_of(amina)
    assert sum(line["t"] == "row" for line in lines) == sum(place % 4 for place in range(60))
    assert sum(line["t"] == "be" for line in lines) == 45
    amina.cursors, amina.rows = dict.fromkeys(list(amina.cursors)[::2], 0), {}
    amina.pull()
    assert sum(key[0] == "person" for key in amina.rows) == 1890


def test_an_answer_is_one_moment_even_while_others_write(
    agency: Agency, amina: Laptop, carla: Laptop
) -> None:
    family = amina.family()
    amina.push()
    for _ in range(1200):
        amina.person(family)
    amina.push()
    running = agency.server.pull(carla.device, carla.request())
    lines = [next(running) for _ in range(12)]
    amina.person(family, "Latecomer")
    amina.push()
    lines += running
    carla.take(lines)
    assert not any(row["d"].get("first_name") == "Latecomer" for row in carla.rows.values())
    carla.pull()
    assert any(row["d"].get("first_name") == "Latecomer" for row in carla.rows.values())


def test_a_pull_may_be_left_half_read(agency: Agency, amina: Laptop) -> None:
    for _ in range(40):
        running = agency.server.pull(amina.device, amina.request())
        next(running)
        running.close()
    amina.family()
    assert amina.push()["acked"] == 1


def test_a_family_that_left_the_scope_is_no_longer_sent_and_comes_whole_when_it_returns(
    agency: Agency, amina: Laptop
) -> None:
    family = amina.family()
    amina.push()
    amina.pull()
    version = lines_of(amina)[0]["scope_ver"]
    unassign(agency.server, amina.user, family)
    lines = lines_of(amina)
    assert f"f:{family}" not in amina.scope
    assert lines[0]["scope_ver"] != version
    assert not any(line.get("b") == f"f:{family}" for line in lines)
    agency.clock.advance(1)
    assign(agency.server, amina.user, [family], "worker")
    del amina.cursors[f"f:{family}"]
    amina.rows = {key: row for key, row in amina.rows.items() if row["b"] != f"f:{family}"}
    lines = lines_of(amina)
    assert lines[0]["scope_ver"] == version
    assert ("family", family) in amina.rows


def test_cursors_of_other_peoples_families_open_nothing(amina: Laptop, dora: Laptop) -> None:
    family = amina.family()
    amina.push()
    lines = lines_of(dora, cursors={f"f:{family}": 0}, order=[f"f:{family}"])
    assert not any(family in str(line) for line in lines)


def test_a_cursor_ahead_of_the_server_is_shown_its_head_and_nothing_more(amina: Laptop) -> None:
    amina.pull()
    bucket = f"a:{amina.agency.server.agency}"
    lines = list(
        amina.agency.server.pull(amina.device, amina.request(cursors={bucket: 1000, f"u:{amina.user}": 0}))
    )
    assert [line for line in lines if line["t"] != "hdr"][:-1] == [
        {"t": "b", "b": bucket, "from": 1000, "head": 9}
    ]


def test_a_pull_from_before_a_restore_is_told_the_epoch_and_what_the_server_has(
    agency: Agency, amina: Laptop
) -> None:
    amina.family()
    amina.push()
    agency.server.raise_epoch()
    refused = refusal(amina)
    assert (refused.status, refused.code) == (409, "epoch")
    assert refused.facts == {"epoch": 2, "last_seq": 1, "last_hash": amina.tip, "incarnation": 7}


def test_after_a_restore_revisions_are_above_all_earlier_ones(agency: Agency, amina: Laptop) -> None:
    family = amina.family()
    person = amina.person(family)
    amina.push()
    amina.pull()
    before = amina.rows["person", person]["v"]
    amina.epoch = agency.server.raise_epoch()
    amina.write("person", person, {"gender": "x"})
    amina.push()
    amina.pull()
    assert amina.rows["person", person]["v"] == 2 * (1 << 40) + 1 > before


@pytest.mark.parametrize(
    "wrong",
    [
        {"cursors": []},
        {"cursors": {"f:x": -1}},
        {"cursors": {"f:x": "1"}},
        {"cursors": {"f:x": 1 << 60}},
        {"order": {}},
        {"epoch": "1"},
        {"inc": None},
        {"max_bytes": -5},
        {"schema": 1.5},
    ],
)
def test_a_request_of_another_form_is_malformed(amina: Laptop, wrong: Json) -> None:
    assert refusal(amina, **wrong).code == "malformed"


def test_a_client_too_old_for_this_server_is_told_to_upgrade_but_may_push(amina: Laptop) -> None:
    assert refusal(amina, schema=0).code == "upgrade_required"
    amina.family()
    assert amina.push(amina.body(None, None, schema=0))["acked"] == 1


def test_a_client_gets_only_fields_its_schema_knows() -> None:
    assert projection(0) == {}
    assert "first_name" in projection(SCHEMA)["person"]
    assert added_since(SCHEMA) == []
    assert "person" in added_since(0)


def test_a_laptops_copy_is_compared_with_the_servers(agency: Agency, amina: Laptop) -> None:
    family = amina.family()
    amina.push()
    amina.pull()
    bucket = f"f:{family}"
    digest, live = amina.digest(bucket)
    cur = amina.cursors[bucket]
    assert agency.server.verify(amina.device, {bucket: [cur, digest, live]}) == []
    assert agency.server.verify(amina.device, {bucket: [cur, "0" * 16, live]}) == [bucket]
    assert agency.server.verify(amina.device, {bucket: [cur, digest, live + 1]}) == [bucket]
    assert agency.server.verify(amina.device, {bucket: [cur - 1, "0" * 16, live]}) == []
    assert agency.server.verify(amina.device, {"f:unknown": [1, "0" * 16, 1]}) == []
    with pytest.raises(Refused, match="malformed"):
        agency.server.verify(amina.device, {bucket: 5})


def test_the_history_of_a_row_is_told_to_those_who_may_see_it(
    agency: Agency, amina: Laptop, dora: Laptop
) -> None:
    family = amina.family()
    person = amina.person(family)
    amina.push()
    amina.pull()
    amina.write("person", person, {"gender": "girl"})
    amina.push()
    told = agency.server.revisions(amina.device, "person", person)
    assert [line["patch"].get("gender") for line in told] == ["girl", None]
    assert [line["actor"] for line in told] == [amina.user, amina.user]
    assert len(agency.server.revisions(amina.device, "person", person, told[0]["rev"])) == 1
    for laptop, entity, row in (
        (dora, "person", person),
        (amina, "person", agency.new_id()),
        (amina, "x\0", "\0"),
    ):
        with pytest.raises(Refused, match="404"):
            agency.server.revisions(laptop.device, entity, row)
