"""What becomes of operations: merged, parked, held, and always shown (`sync.md` A6 to A8)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.support.server import Agency, Json, Laptop, sealed

from engage_server.devices import Device
from engage_server.errors import Refused, ServerProblem
from engage_server.policies import built_in_files, load_policy
from engage_server.staff import assign, unassign
from engage_server.tables import records
from engage_server.write import Change
from engage_wire.clock import instant
from engage_wire.registry import Doc


def conflicts(laptop: Laptop) -> list[Json]:
    """Return the conflict rows a laptop holds, oldest first."""
    return [row["d"] for key, row in sorted(laptop.rows.items()) if key[0] == "conflict"]


def outcome(ack: Json) -> Any:
    """Return the only outcome of an answer, or None when everything was applied."""
    assert len(ack["results"]) < 2
    return ack["results"][0]["outcome"] if ack["results"] else None


@pytest.fixture
def family(amina: Laptop, carla: Laptop) -> str:
    """A family both know, with a person called Maya."""
    family = amina.family()
    amina.person(family)
    amina.push()
    amina.pull()
    carla.pull()
    return family


@pytest.fixture
def maya(amina: Laptop, family: str) -> str:
    return next(i for e, i in amina.rows if e == "person")


# merging


def test_changes_of_different_fields_are_both_kept_without_a_conflict(
    amina: Laptop, carla: Laptop, maya: str
) -> None:
    amina.write("person", maya, {"preferred_name": "Mimi"})
    carla.write("person", maya, {"gender": "girl"})
    assert outcome(amina.push()) is outcome(carla.push()) is None
    amina.pull()
    doc = amina.rows["person", maya]["d"]
    assert (doc["preferred_name"], doc["gender"]) == ("Mimi", "girl")
    assert conflicts(amina) == []


def test_a_clash_keeps_the_later_value_and_shows_the_other(
    agency: Agency, amina: Laptop, carla: Laptop, maya: str
) -> None:
    carla.write("person", maya, {"preferred_name": "earlier"})
    agency.clock.advance(5)
    amina.write("person", maya, {"preferred_name": "later"})
    amina.push()
    ack = carla.push()
    assert outcome(ack) == "superseded"
    amina.pull()
    assert amina.rows["person", maya]["d"]["preferred_name"] == "later"
    found = amina.rows["conflict", ack["results"][0]["conflict"]]["d"]
    assert (found["state"], found["severity"], found["winner"]) == ("auto", "info", "head")
    assert (found["head"], found["incoming"]) == (
        '{"preferred_name":"later"}',
        '{"preferred_name":"earlier"}',
    )
    assert (found["head_author"], found["incoming_author"]) == (amina.user, carla.user)
    assert found["head_at"] > found["incoming_at"]


def test_a_name_is_decided_by_a_person_and_the_conflict_closes_with_the_decision(
    amina: Laptop, carla: Laptop, maya: str
) -> None:
    amina.write("person", maya, {"first_name": "Maya"}, kind="u", old={"first_name": "Maya"})
    amina.write("person", maya, {"first_name": "Mya"})
    carla.write("person", maya, {"first_name": "Maia"})
    amina.push()
    ack = carla.push()
    assert outcome(ack) == "parked:conflict"
    carla.pull()
    assert carla.rows["person", maya]["d"]["first_name"] == "Mya"
    (found,) = conflicts(carla)
    assert (found["state"], found["kind"]) == ("open", "concurrent")
    conflict = ack["results"][0]["conflict"]
    decision = carla.write("person", maya, {"first_name": "Maia"}, resolves=(conflict,))
    assert outcome(carla.push()) is None
    amina.pull()
    assert amina.rows["person", maya]["d"]["first_name"] == "Maia"
    (closed,) = conflicts(amina)
    assert (closed["state"], closed["resolved_by"]) == ("resolved", carla.user)
    assert closed["resolution_op"] == decision.uid
    amina.write("person", maya, {"first_name": "Mya"}, resolves=(conflict,))
    amina.push()
    amina.pull()
    assert conflicts(amina)[0]["state"] == "reverted"


def test_narratives_are_joined_by_sentences_or_left_to_a_person(
    amina: Laptop, carla: Laptop, family: str
) -> None:
    _contact, body = amina.contact(family, "One is here. Two is here. Three is here.")
    amina.push()
    amina.pull()
    carla.pull()
    amina.write("contact_body", body, {"family_said": "ONE is here. Two is here. Three is here."})
    carla.write("contact_body", body, {"family_said": "One is here. Two is here. THREE is here."})
    amina.push()
    assert outcome(carla.push()) == "merged"
    amina.pull()
    assert amina.rows["contact_body", body]["d"]["family_said"] == "ONE is here. Two is here. THREE is here."
    carla.write("contact_body", body, {"family_said": "Quite another story."})
    ack = carla.push()
    assert outcome(ack) == "parked:conflict"
    amina.pull()
    assert {c["kind"] for c in conflicts(amina)} == {"text_merged", "text_overlap"}


def test_editing_beats_deleting_in_either_order(
    agency: Agency, amina: Laptop, carla: Laptop, maya: str
) -> None:
    gone = {"deleted_at": instant(agency.clock.now()), "void_reason": "entered twice"}
    amina.write("person", maya, {"gender": "girl"})
    carla.write("person", maya, gone)
    amina.push()
    assert outcome(carla.push()) == "merged"
    amina.pull()
    carla.pull()
    assert "deleted_at" not in amina.rows["person", maya]["d"]
    carla.write("person", maya, gone)
    amina.write("person", maya, {"gender": "a girl"})
    assert outcome(carla.push()) is None
    assert outcome(amina.push()) == "merged"
    carla.pull()
    assert "deleted_at" not in carla.rows["person", maya]["d"]


def test_a_lost_operation_still_brings_its_author_the_head(amina: Laptop, carla: Laptop, maya: str) -> None:
    amina.write("person", maya, {"first_name": "Mya"})
    amina.push()
    carla.write("person", maya, {"first_name": "Maia"})
    ack = carla.push()
    before = carla.rows["person", maya]["v"]
    carla.pull()
    assert carla.rows["person", maya]["v"] > before
    assert carla.cursors[carla.rows["person", maya]["b"]] >= ack["heads"][carla.rows["person", maya]["b"]]


def test_a_clock_decades_ahead_wins_nothing_beyond_the_moment_of_arrival(
    agency: Agency, amina: Laptop, carla: Laptop, maya: str
) -> None:
    carla.skew_ms = 20 * 365 * 86_400_000
    carla.write("person", maya, {"preferred_name": "from the future"})
    carla.push()
    agency.clock.advance(60)
    amina.write("person", maya, {"preferred_name": "now"})
    assert outcome(amina.push()) is None
    carla.pull()
    assert carla.rows["person", maya]["d"]["preferred_name"] == "now"


def test_a_clock_hours_behind_does_not_lose_against_what_was_written_earlier(
    agency: Agency, amina: Laptop, carla: Laptop, maya: str
) -> None:
    carla.skew_ms = -3 * 3_600_000
    amina.write("person", maya, {"preferred_name": "first"})
    amina.push()
    agency.clock.advance(60)
    carla.write("person", maya, {"preferred_name": "second"})
    assert outcome(carla.push()) is None
    amina.pull()
    assert amina.rows["person", maya]["d"]["preferred_name"] == "second"


# who may


def test_only_managers_assign_families(amina: Laptop, carla: Laptop, agency: Agency, family: str) -> None:
    doc = {"family_id": family, "user_id": agency.ben.user_id, "role": "worker"}
    amina.write("assignment", agency.new_id(), dict(doc))
    assert outcome(amina.push()) == "parked:role"
    ben = agency.laptop(agency.ben)
    ben.pull()
    assert f"f:{family}" not in ben.scope
    carla.write("assignment", agency.new_id(), dict(doc))
    assert outcome(carla.push()) is None
    ben.pull()
    assert ben.scope[f"f:{family}"] == "rw"
    assert any(e == "person" for e, _i in ben.rows)


def test_nobody_writes_in_somebody_elses_name(agency: Agency, amina: Laptop, maya: str) -> None:
    amina.write("person", maya, {"gender": "x"}, actor=agency.carla.user_id)
    assert outcome(amina.push()) == "parked:role"


def test_a_forged_name_moves_nothing_in_a_family_its_sender_may_not_see(
    agency: Agency, carla: Laptop, dora: Laptop, family: str, maya: str
) -> None:
    before = carla.rows["person", maya]["v"]
    dora.write("person", maya, {"gender": "x"}, kind="u", bucket=f"f:{family}", actor=agency.amina.user_id)
    assert outcome(dora.push()) == "parked:role"
    carla.pull()
    assert carla.rows["person", maya]["v"] == before


def test_conflict_rows_are_not_made_by_laptops_but_may_be_marked_as_seen(
    agency: Agency, amina: Laptop, carla: Laptop, maya: str, family: str
) -> None:
    amina.write("conflict", agency.new_id(), {"family_id": family, "state": "open"})
    assert outcome(amina.push()) == "parked:role"
    amina.pull()
    (key,) = [key for key in amina.rows if key[0] == "conflict"]
    amina.write("conflict", key[1], {"seen_by": f'["{amina.user}"]', "state": "closed"})
    assert outcome(amina.push()) is None
    amina.pull()
    assert (amina.rows[key]["d"]["seen_by"], amina.rows[key]["d"]["state"]) == (f'["{amina.user}"]', "open")


def test_what_a_closed_account_still_sends_is_kept_and_it_gets_nothing(
    agency: Agency, amina: Laptop, maya: str
) -> None:
    agency.server.write([Change("user", amina.user, {"active": 0}, update=True)], cmd="user.close")
    amina.write("person", maya, {"gender": "x"})
    assert outcome(amina.push()) == "parked:role"
    with pytest.raises(Refused, match="device_suspended"):
        amina.pull()


# scope and holds


def test_what_is_written_without_a_right_to_the_family_is_held_and_shown_to_those_who_have_it(
    amina: Laptop, carla: Laptop, dora: Laptop, family: str, maya: str
) -> None:
    dora.write("person", maya, {"gender": "x"}, kind="u", bucket=f"f:{family}")
    ack = dora.push()
    assert outcome(ack) == "held"
    assert ack["heads"] == {}
    carla.pull()
    assert "gender" not in carla.rows["person", maya]["d"]
    (found,) = conflicts(carla)
    assert (found["kind"], found["incoming"], found["incoming_author"]) == (
        "held",
        '{"gender":"x"}',
        dora.user,
    )
    dora.pull()
    assert not any(key[0] == "person" for key in dora.rows)
    (notice,) = [row["d"] for key, row in dora.rows.items() if key[0] == "op_notice"]
    assert (notice["outcome"], notice["family_id"]) == ("held", family)


def test_a_family_that_does_not_exist_is_answered_like_one_without_a_right(
    agency: Agency, dora: Laptop
) -> None:
    nowhere = agency.new_id()
    dora.write("person", agency.new_id(), {"family_id": nowhere, "first_name": "X"})
    assert outcome(dora.push()) == "held"


def test_work_of_a_reassigned_family_is_applied_for_thirty_days_and_held_afterwards(
    agency: Agency, amina: Laptop, family: str, maya: str
) -> None:
    assert unassign(agency.server, amina.user, family) == 1
    agency.clock.advance(days=29)
    amina.write("person", maya, {"gender": "girl"})
    agency.clock.advance(days=2)
    amina.write("person", maya, {"gender": "woman"})
    ack = amina.push()
    assert ack["results"][0]["s"] == 4
    assert ack["results"][0]["outcome"] == "held"
    assert ack["heads"] == {}
    amina.pull()
    assert f"f:{family}" not in amina.scope
    assert [row["d"]["outcome"] for key, row in amina.rows.items() if key[0] == "op_notice"] == ["held"]


def test_the_days_of_grace_are_the_agencys_own(
    agency: Agency, amina: Laptop, family: str, maya: str, tmp_path: Path
) -> None:
    texts = {name: raw.decode() for name, raw in built_in_files().items()}
    for name, text in texts.items():
        stricter = text.replace("grace_days = 30", "grace_days = 5").replace(
            "lease_days = 14", "lease_days = 3"
        )
        (tmp_path / name).write_text(stricter, encoding="utf-8")
    load_policy(agency.server, tmp_path)
    unassign(agency.server, amina.user, family)
    agency.clock.advance(days=6)
    amina.write("person", maya, {"gender": "girl"})
    assert outcome(amina.push()) == "held"
    device = Device(amina.device, amina.user, "active", "")
    lease = agency.server.devices.self_description(device)["lease"]
    assert lease["until"] == instant(agency.clock.now() + timedelta(days=3))


@pytest.mark.parametrize("text", ["{}", "[]", "1", '{"codes.toml":1}', '{"codes.toml":{},"policy.toml":{}}'])
def test_a_policy_that_cannot_be_read_keeps_nobody_from_handing_in_work(
    agency: Agency, amina: Laptop, text: str
) -> None:
    root = agency.laptop(agency.root)
    root.pull()
    root.write("agency", agency.server.agency, {"policy": text})
    assert outcome(root.push()) is None
    amina.family()
    assert outcome(amina.push()) is None


def test_held_work_is_applied_at_a_supervisors_yes_with_its_own_author_and_time(
    agency: Agency, amina: Laptop, carla: Laptop, family: str
) -> None:
    unassign(agency.server, amina.user, family)
    agency.clock.advance(days=40)
    contact, body = amina.contact(family, "Seen on the day itself.")
    held = [answer["conflict"] for answer in amina.push()["results"]]
    assert len(held) == 2
    agency.clock.advance(days=1)
    carla.pull()
    assert ("contact", contact) not in carla.rows
    carla.write("family", family, {}, cmd="held.approve", resolves=tuple(held))
    assert outcome(carla.push()) == "noop"
    carla.pull()
    assert carla.rows["contact_body", body]["d"]["family_said"] == "Seen on the day itself."
    assert {c["state"] for c in conflicts(carla)} == {"resolved"}
    (line,) = agency.server.revisions(carla.device, "contact", contact)
    assert (line["actor"], line["wall"][:10]) == (amina.user, "2027-01-02")
    amina.pull()
    fates = [row["d"]["outcome"] for key, row in sorted(amina.rows.items()) if key[0] == "op_notice"]
    assert fates == ["held", "held", "applied", "applied"]
    before = carla.rows["contact", contact]["v"]
    carla.write("family", family, {}, cmd="held.approve", resolves=tuple(held))
    carla.push()
    carla.pull()
    assert carla.rows["contact", contact]["v"] == before


def test_nobody_but_a_manager_releases_held_work(
    agency: Agency, amina: Laptop, dora: Laptop, family: str, maya: str
) -> None:
    dora.write("person", maya, {"gender": "x"}, kind="u", bucket=f"f:{family}")
    conflict = dora.push()["results"][0]["conflict"]
    amina.write("family", family, {}, cmd="held.approve", resolves=(conflict,))
    amina.push()
    amina.pull()
    assert "gender" not in amina.rows["person", maya]["d"]
    dora.write("family", family, {}, kind="u", bucket=f"f:{family}", cmd="held.approve", resolves=(conflict,))
    assert outcome(dora.push()) == "held"
    amina.pull()
    assert "gender" not in amina.rows["person", maya]["d"]


def test_a_conflict_closes_by_an_operation_without_values_too(
    amina: Laptop, carla: Laptop, maya: str
) -> None:
    amina.write("person", maya, {"first_name": "Mya"})
    carla.write("person", maya, {"first_name": "Maia"})
    amina.push()
    conflict = carla.push()["results"][0]["conflict"]
    carla.write("person", maya, {}, resolves=(conflict, "not an id", "0" * 32))
    assert outcome(carla.push()) == "noop"
    carla.pull()
    assert (conflicts(carla)[0]["state"], carla.rows["person", maya]["d"]["first_name"]) == (
        "resolved",
        "Mya",
    )


def test_an_assignment_ends_by_its_last_day_in_the_agencys_zone(
    agency: Agency, amina: Laptop, dora: Laptop, family: str
) -> None:
    last_day = f"{agency.clock.now():%Y-%m-%d}"
    doc = {"family_id": family, "user_id": dora.user, "role": "worker", "to_on": last_day}
    agency.server.write([Change("assignment", agency.new_id(), doc)], cmd="assign")
    dora.pull()
    assert f"f:{family}" in dora.scope
    agency.clock.advance(days=1)
    dora.pull()
    assert f"f:{family}" not in dora.scope


def test_an_assignment_begins_on_its_first_day_also_when_that_is_moved(
    agency: Agency, amina: Laptop, dora: Laptop, family: str
) -> None:
    def day(days: int) -> Doc:
        return {"from_on": f"{agency.clock.now() + timedelta(days):%Y-%m-%d}"}

    def move(days: int) -> None:
        change = Change("assignment", assignment, day(days), update=True, family_id=family)
        agency.server.write([change], cmd="assign")
        dora.pull()

    assignment = agency.new_id()
    doc = {"family_id": family, "user_id": dora.user, "role": "worker", **day(10)}
    agency.server.write([Change("assignment", assignment, doc)], cmd="assign")
    dora.pull()
    assert f"f:{family}" not in dora.scope
    move(-3)
    assert dora.scope[f"f:{family}"] == "rw"
    agency.clock.advance(minutes=1)
    move(5)
    assert f"f:{family}" not in dora.scope
    agency.clock.advance(days=6)
    dora.pull()
    assert dora.scope[f"f:{family}"] == "rw"


def test_a_supervisor_sees_every_family_of_the_team_and_follows_its_changes(
    agency: Agency, amina: Laptop, carla: Laptop, dora: Laptop, family: str
) -> None:
    assert carla.scope[f"f:{family}"] == "rw"
    agency.server.write(
        [Change("user", carla.user, {"team_id": agency.other_team}, update=True)], cmd="user.move"
    )
    carla.pull()
    assert f"f:{family}" not in carla.scope
    assign(agency.server, dora.user, [family], "worker")
    carla.pull()
    assert carla.scope[f"f:{family}"] == "rw"


def test_a_family_that_is_nobodys_stays_with_its_last_units_supervisor(
    agency: Agency, amina: Laptop, carla: Laptop, family: str
) -> None:
    unassign(agency.server, amina.user, family)
    carla.pull()
    assert carla.scope[f"f:{family}"] == "rw"
    agency.clock.advance(1)
    assign(agency.server, agency.dora.user_id, [family], "worker")
    carla.pull()
    assert f"f:{family}" not in carla.scope


def test_a_family_whose_last_assignment_runs_out_stays_with_the_supervisor(
    agency: Agency, amina: Laptop, carla: Laptop, family: str
) -> None:
    (assignment,) = [i for e, i in carla.rows if e == "assignment"]
    ends = {"to_on": f"{agency.clock.now():%Y-%m-%d}"}
    agency.server.write([Change("assignment", assignment, ends, update=True, family_id=family)], cmd="end")
    agency.clock.advance(days=2)
    amina.pull()
    carla.pull()
    assert f"f:{family}" not in amina.scope
    assert carla.scope[f"f:{family}"] == "rw"


def test_a_worker_who_leaves_leaves_the_families_to_the_supervisor(
    agency: Agency, amina: Laptop, carla: Laptop, family: str
) -> None:
    agency.server.write([Change("user", amina.user, {"active": 0}, update=True)], cmd="user.close")
    carla.pull()
    assert carla.scope[f"f:{family}"] == "rw"
    agency.clock.advance(days=1)
    unassign(agency.server, amina.user, family)
    carla.pull()
    assert carla.scope[f"f:{family}"] == "rw"


def test_a_new_family_belongs_to_its_author_at_once(amina: Laptop, dora: Laptop, family: str) -> None:
    assert amina.scope[f"f:{family}"] == "rw"
    (assignment,) = [row["d"] for key, row in amina.rows.items() if key[0] == "assignment"]
    assert (assignment["user_id"], assignment["role"]) == (amina.user, "worker")
    dora.pull()
    assert f"f:{family}" not in dora.scope


def test_the_id_of_somebody_elses_family_opens_nothing(dora: Laptop, amina: Laptop, family: str) -> None:
    dora.write("family", family, {"name": "mine now"})
    assert outcome(dora.push()) == "held"
    dora.pull()
    assert f"f:{family}" not in dora.scope


# invariants


@pytest.mark.parametrize(
    ("entity", "doc"),
    [
        ("person", {"first_name": 5}),
        ("person", {"birth_date": "11/23/2026"}),
        ("person", {"birth_date": "2026-02-30"}),
        ("person", {"birth_estimated": "yes"}),
        ("person", {"languages": "en"}),
        ("person", {"languages": "[1]"}),
        ("person", {"labels": "{}"}),
        ("person", {"first_name": "a\0b"}),
        ("contact", {"event_start": "2026-11-23 10:00"}),
        ("contact", {"event_start": "2026-11-23T10:00:00.000Z", "event_end": "2026-11-23T09:00:00.000Z"}),
        ("contact", {"status": "final"}),
        ("case_member", {"person_id": None}),
        ("attachment", {"size": 1 << 63}),
        ("contact_point", {"safe_contact": "{"}),
        ("nonsense", {"name": "x"}),
    ],
)
def test_rows_that_contradict_themselves_are_parked_and_shown(
    agency: Agency, amina: Laptop, family: str, entity: str, doc: Json
) -> None:
    row = agency.new_id()
    amina.write(entity, row, {"family_id": family, **doc}, kind="i", bucket=f"f:{family}")
    ack = amina.push()
    assert outcome(ack) == "parked:invalid"
    amina.pull()
    assert (entity, row) not in amina.rows
    found = amina.rows["conflict", ack["results"][0]["conflict"]]["d"]
    assert (found["kind"], found["state"], found["row_id"]) == ("invalid", "open", row)


def test_a_broken_reference_parks_its_transaction_and_nothing_else(
    agency: Agency, amina: Laptop, family: str
) -> None:
    contact = agency.new_id()
    amina.seal(
        amina.op("contact", contact, {"family_id": family, "status": "draft"}),
        amina.op("mark", agency.new_id(), {"family_id": family, "contact_id": agency.new_id()}),
    )
    amina.person(family, "Leo")
    ack = amina.push()
    assert [r["outcome"] for r in ack["results"]] == ["parked:invalid", "parked:invalid"]
    amina.pull()
    assert ("contact", contact) not in amina.rows
    assert sum(key[0] == "person" for key in amina.rows) == 2


def test_a_reference_may_point_to_a_row_that_comes_later_in_its_transaction(
    agency: Agency, amina: Laptop, family: str
) -> None:
    contact, mark = agency.new_id(), agency.new_id()
    amina.seal(
        amina.op("mark", mark, {"family_id": family, "contact_id": contact}),
        amina.op("contact", contact, {"family_id": family, "status": "draft"}),
    )
    assert outcome(amina.push()) is None


def test_a_reference_into_another_family_is_parked(
    agency: Agency, amina: Laptop, family: str, maya: str
) -> None:
    other = amina.family("Other")
    amina.write("case_member", agency.new_id(), {"family_id": other, "person_id": maya})
    assert outcome(amina.push()) == "parked:invalid"


@pytest.mark.parametrize("bucket", ["f:elsewhere", "a:x", "", "u:"])
def test_a_row_in_a_bucket_that_is_not_its_own_is_not_applied(
    agency: Agency, amina: Laptop, family: str, bucket: str
) -> None:
    amina.write("person", agency.new_id(), {"family_id": family, "first_name": "X"}, bucket=bucket)
    assert outcome(amina.push()) in {"held", "parked:invalid"}
    amina.write("person", agency.new_id(), {"family_id": family, "first_name": "X"}, bucket=f"u:{amina.user}")
    assert outcome(amina.push()) == "parked:invalid"


def test_an_update_of_a_row_that_does_not_exist_is_parked(agency: Agency, amina: Laptop, family: str) -> None:
    amina.write("person", agency.new_id(), {"first_name": "X"}, kind="u", bucket=f"f:{family}")
    assert outcome(amina.push()) == "parked:invalid"


def test_the_server_refuses_its_own_broken_rows_aloud(agency: Agency, family: str) -> None:
    with pytest.raises(ServerProblem, match="parked:invalid"):
        agency.server.write([Change("mark", agency.new_id(), {"family_id": family})], cmd="import")


@pytest.mark.parametrize("whole", [True, False])
def test_a_family_that_is_imported_comes_whole_or_not_at_all(
    agency: Agency, family: str, monkeypatch: pytest.MonkeyPatch, *, whole: bool
) -> None:
    monkeypatch.setattr("engage_server.write.CHUNK", 2)
    people = [Change("person", agency.new_id(), {"family_id": family, "first_name": "Lia"}) for _ in range(4)]
    broken = Change("mark", agency.new_id(), {"family_id": family})
    with pytest.raises(ServerProblem):
        agency.server.write([*people, broken], cmd="import", whole=whole)
    with agency.server.database.snapshot() as connection:
        here = connection.scalar(select(func.count()).where(records["person"].c.first_name == "Lia"))
    assert here == (0 if whole else 4)


# finalising


def finalised(agency: Agency, **sections: str) -> Json:
    return {
        "status": "final",
        "finalised_at": instant(agency.clock.now()),
        "final_hash": sealed(**sections),
    }


def test_a_finalised_note_is_fixed_with_its_text_and_participants(
    agency: Agency, amina: Laptop, carla: Laptop, family: str, maya: str
) -> None:
    contact, body = amina.contact(family, "We talked.")
    who = agency.new_id()
    doc = {"family_id": family, "contact_id": contact, "person_id": maya, "presence": "met"}
    amina.write("contact_participant", who, doc)
    amina.push()
    amina.pull()
    carla.pull()
    amina.write("contact", contact, finalised(agency, family_said="We talked."))
    assert outcome(amina.push()) is None
    for entity, row, change in (
        ("contact_body", body, {"family_said": "We argued."}),
        ("contact", contact, {"location_note": "elsewhere"}),
        ("contact_participant", who, {"presence": "absent"}),
    ):
        carla.write(entity, row, change)
        ack = carla.push()
        assert outcome(ack) == "parked:immutable"
        carla.pull()
        found = carla.rows["conflict", ack["results"][0]["conflict"]]["d"]
        assert (found["kind"], found["state"]) == ("immutable", "open")
    carla.write("contact_participant", agency.new_id(), doc)
    assert outcome(carla.push()) == "parked:immutable"
    carla.write("addendum", agency.new_id(), {"family_id": family, "contact_id": contact, "text": "Also:"})
    assert outcome(carla.push()) is None
    carla.pull()
    assert carla.rows["contact_body", body]["d"]["family_said"] == "We talked."


def test_a_note_is_not_fixed_over_words_its_signer_did_not_see(
    agency: Agency, amina: Laptop, carla: Laptop, family: str
) -> None:
    contact, body = amina.contact(family, "We talked.")
    amina.push()
    amina.pull()
    carla.pull()
    carla.write("contact_body", body, {"agreed": "To call on Monday."})
    carla.push()
    amina.write("contact", contact, finalised(agency, family_said="We talked."))
    ack = amina.push()
    assert outcome(ack) == "parked:sign_stale"
    amina.pull()
    assert amina.rows["contact", contact]["d"]["status"] == "draft"
    assert amina.rows["conflict", ack["results"][0]["conflict"]]["d"]["kind"] == "sign_stale"
    signed = finalised(agency, family_said="We talked.", agreed="To call on Monday.")
    amina.write("contact", contact, signed, resolves=(ack["results"][0]["conflict"],))
    assert outcome(amina.push()) is None
    amina.pull()
    assert amina.rows["contact", contact]["d"]["status"] == "final"
    assert amina.rows["conflict", ack["results"][0]["conflict"]]["d"]["state"] == "resolved"


def test_a_note_may_be_written_and_finalised_in_one_transaction_in_any_order(
    agency: Agency, amina: Laptop, family: str
) -> None:
    contact, body = agency.new_id(), agency.new_id()
    start = {"family_id": family, "event_start": instant(agency.clock.now())}
    amina.seal(
        amina.op("contact", contact, {**start, **finalised(agency, saw="A tidy home.")}),
        amina.op("contact_body", body, {"family_id": family, "contact_id": contact, "saw": "A tidy home."}),
    )
    assert outcome(amina.push()) is None
    amina.write("contact_body", body, {"saw": "A mess."}, kind="u", bucket=f"f:{family}")
    assert outcome(amina.push()) == "parked:immutable"
