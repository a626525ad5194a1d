"""The invented agency: the same for a seed, believable, and honest about what it hides."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.support.server import cheap_hasher

from engage_domain.invariants import broken, form_of, lacking
from engage_server.database import open_memory
from engage_server.errors import ServerProblem
from engage_server.policies import built_in_files
from engage_server.sample import Batch, Row, Wish, generate
from engage_server.sample.canaries import gather
from engage_server.sample.plant import plant
from engage_server.sample.words import resource
from engage_server.server import Server
from engage_wire.clock import SystemClock, parse_instant
from engage_wire.entities import REGISTRY
from engage_wire.ids import is_id
from engage_wire.merge import read_members, seal
from engage_wire.policy import read_files
from engage_wire.registry import Doc, Kind

MONDAY = date(2026, 11, 23)


@cache
def sample(families: int = 60, seed: int = 5, notes: int = 0) -> tuple[Batch, ...]:
    return tuple(generate(Wish(families, seed, MONDAY, notes)))


def rows(entity: str, batches: tuple[Batch, ...] | None = None) -> Iterator[Row]:
    for batch in sample() if batches is None else batches:
        yield from (row for row in batch.rows if row.entity == entity)


def docs(entity: str) -> dict[str, Doc]:
    return {row.row_id: row.doc for row in rows(entity)}


def text_of(doc: Doc) -> str:
    return "\n".join(str(value) for value in doc.values())


def family_named(name: str) -> Batch:
    return next(batch for batch in sample() if batch.title == name)


def test_the_same_seed_and_day_make_the_same_agency() -> None:
    wish = Wish(9, 11, MONDAY)
    assert list(generate(wish)) == list(generate(wish))


def test_another_seed_makes_other_families_but_the_first_worker_keeps_hers() -> None:
    one, other = sample(20, 1), sample(20, 2)
    assert [b.title for b in one[1:8]] == [b.title for b in other[1:8]]
    assert [b.title for b in one[8:]] != [b.title for b in other[8:]]


def test_a_family_is_the_same_however_many_families_there_are() -> None:
    few, many = sample(9, 4), sample(20, 4)
    assert few[9].title == many[9].title
    assert [r.doc.get("first_name") for r in few[9].rows] == [r.doc.get("first_name") for r in many[9].rows]


def test_every_row_is_of_the_form_the_server_accepts() -> None:
    seen: set[str] = set()
    for batch in sample():
        for row in batch.rows:
            entity = REGISTRY[row.entity]
            assert is_id(row.row_id)
            key = f"{row.entity}:{row.row_id}"
            assert key not in seen
            seen.add(key)
            assert set(row.doc) <= set(entity.columns)
            assert all(form_of(entity.field(name))(value) for name, value in row.doc.items()), row
            assert lacking(entity, row.doc) is None
            assert broken(row.entity, row.doc) is None


def test_every_code_is_one_of_the_policy_tables() -> None:
    tables = read_files(built_in_files()).tables
    for batch in sample():
        for row in batch.rows:
            for field in REGISTRY[row.entity].fields:
                value = row.doc.get(field.name)
                if not field.vocabulary or value is None:
                    continue
                codes = read_members(value) if field.kind is Kind.CODES else {str(value)}
                assert all(code in tables[field.vocabulary] for code in codes), (
                    row.entity,
                    field.name,
                    codes,
                )


def test_whatever_a_row_names_is_there_and_in_the_same_family() -> None:
    for batch in sample():
        here = {(row.entity, row.row_id) for row in batch.rows}
        for row in batch.rows:
            for field in REGISTRY[row.entity].fields:
                if field.ref and row.doc.get(field.name):
                    assert (field.ref, row.doc[field.name]) in here, (row.entity, field.name)


def test_parents_come_before_children() -> None:
    order = {entity.name: place for place, entity in enumerate(REGISTRY.entities)}
    for batch in sample():
        places = [order[row.entity] for row in batch.rows]
        assert places == sorted(places)


def test_every_final_contact_carries_the_seal_of_its_words() -> None:
    bodies = docs("contact_body")
    contacts = docs("contact")
    assert set(contacts) == set(bodies)
    for contact, doc in contacts.items():
        if doc["status"] == "final":
            assert doc["final_hash"] == seal(bodies[contact], REGISTRY["contact_body"])
            assert any(
                bodies[contact].get(name) for name in ("family_said", "saw", "assessment", "other", "agreed")
            )


def test_times_are_in_order_and_nothing_is_written_in_the_future() -> None:
    now = "2026-11-23T12:30:00.000Z"
    for doc in docs("contact").values():
        assert str(doc["event_start"]) < str(doc["event_end"]) <= str(doc["entered_at"]) <= now
        if doc["status"] == "final":
            assert str(doc["entered_at"]) <= str(doc["finalised_at"]) <= now
    for batch in sample():
        assert all(str(row.doc["created_at"]) <= now for row in batch.rows)


def test_people_who_were_there_were_born_and_alive() -> None:
    people, contacts = docs("person"), docs("contact")
    for doc in docs("contact_participant").values():
        if "person_id" not in doc:
            assert doc["other_name"]
            continue
        day = str(contacts[str(doc["contact_id"])]["event_start"])[:10]
        person = people[str(doc["person_id"])]
        assert str(person.get("deceased_on") or "9999") > day


def test_a_long_sample_has_every_type_method_purpose_and_location_of_contact() -> None:
    found: dict[str, set[str]] = {}
    for doc in docs("contact").values():
        for name in ("types", "purposes"):
            found.setdefault(name, set()).update(read_members(doc[name]))
        for name in ("method", "location", "missed_reason"):
            found.setdefault(name, set()).update({str(doc[name])} if name in doc else set())
    tables = read_files(built_in_files()).tables
    for name, table in (
        ("types", "contact_type"),
        ("purposes", "contact_purpose"),
        ("method", "contact_method"),
        ("location", "contact_location"),
    ):
        assert found[name] == set(tables[table].offered), name
    assert len(found["missed_reason"]) >= 6


def test_parents_are_near_far_in_prison_not_found_and_dead() -> None:
    found = Counter(str(doc.get("whereabouts")) for doc in docs("case_member").values())
    assert {"known", "out_of_state", "incarcerated", "unknown_search_open"} <= set(found)
    assert any(doc.get("na_reason") == "deceased" for doc in docs("case_member").values())


def test_spanish_notes_are_in_spanish_and_only_in_families_that_speak_it() -> None:
    spoken = {row.row_id: row.doc["home_language"] for row in rows("family")}
    contacts = docs("contact")
    spanish = {key for key, doc in contacts.items() if doc["language"] == "es"}
    assert len(spanish) > 100
    assert {spoken[str(contacts[key]["family_id"])] for key in spanish} == {"es"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_speaks_of_what_nobody_fills_in(language: str) -> None:
    people = {
        "parent",
        "kin",
        "child",
        "other",
        "baby",
        "kid",
        "teen",
        "caregiver",
        "worker",
        "offender",
        "advocate",
    }
    known = people | {"second", *resource(f"notes_{language}")["lists"]}
    known |= {"day", "school", "teacher", "doctor", "provider", "tongue", "haven", "reporter", "week"}
    sentences = list(strings(resource(f"notes_{language}")))
    assert len(sentences) > 150
    for sentence in sentences:
        heads = {part.partition("}")[0].partition(".")[0] for part in sentence.split("{")[1:]}
        assert heads <= known, sentence
    for row in rows("contact_body"):
        assert "{" not in text_of(row.doc)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_the_first_workers_day_is_the_one_in_the_pictures() -> None:
    dana = next(row.row_id for row in rows("user") if row.doc["login"] == "dana.whitfield")
    today = sorted(
        (str(row.doc["starts_at"]), str(row.doc["kind"]), batch.title)
        for batch in sample()
        for row in batch.rows
        if row.entity == "appointment" and row.doc["user_id"] == dana and row.doc["status"] == "planned"
        and str(row.doc["starts_at"]).startswith("2026-11-23") and batch.title in {"Alvarez–Greene", "Baptiste", "Chen", "Dobbs"}
    )  # fmt: skip
    assert [(kind, family) for _, kind, family in today] == [
        ("home_visit", "Alvarez–Greene"),
        ("court", "Baptiste"),
        ("coached_visit", "Chen"),
        ("family_meeting", "Dobbs"),
    ]


def test_the_month_of_the_first_worker_has_seen_elsewhere_due_and_missed() -> None:
    assert seen_this_month("Alvarez–Greene") == {
        "Elena": "child_residence", "Luz": "child_residence", "Sam": "relative_home"
    }  # fmt: skip
    assert seen_this_month("Baptiste") == {}
    assert seen_this_month("Chen") == {"Lily": "child_residence", "Jun": "visit_site"}
    assert seen_this_month("Dobbs") == {
        "Tasha": "child_residence",
        "Eli": "child_residence",
        "Wren": "provider",
    }
    assert seen_this_month("Nguyen") == {"An": "child_residence"}
    missed = [
        r.doc for r in family_named("Nguyen").rows if r.entity == "contact" and r.doc.get("missed_reason")
    ]
    assert any(doc["missed_reason"] == "child_away" and str(doc["event_start"]) > "2026-11" for doc in missed)


def seen_this_month(
    name: str, batches: dict[str, Batch] | None = None, begins: str = "2026-11-01"
) -> dict[str, str]:
    batch = batches[name] if batches else family_named(name)
    people = {row.row_id: row.doc for row in batch.rows if row.entity == "person"}
    children = {
        row.doc["person_id"]
        for row in batch.rows
        if row.entity == "case_member" and row.doc["role"] == "child"
    }
    contacts = {row.row_id: row.doc for row in batch.rows if row.entity == "contact"}
    found: dict[str, str] = {}
    for row in batch.rows:
        if row.entity != "contact_participant" or row.doc.get("person_id") not in children:
            continue
        contact = contacts[str(row.doc["contact_id"])]
        this_month = str(contact["event_start"]) >= begins and contact["method"] == "face_to_face"
        if this_month and row.doc["presence"] == "present":
            found[str(people[str(row.doc["person_id"])]["first_name"])] = str(contact["location"])
    return found


def test_an_infant_is_never_said_to_be_seen_alone_or_not() -> None:
    people, contacts = docs("person"), docs("contact")
    for doc in docs("contact_participant").values():
        if "seen_alone" in doc:
            born = date.fromisoformat(str(people[str(doc["person_id"])]["birth_date"]))
            day = date.fromisoformat(str(contacts[str(doc["contact_id"])]["event_start"])[:10])
            assert (doc["seen_alone"] == "na") == (
                day < born.replace(year=born.year + 2) if born.day != 29 else False
            )


def test_a_family_has_at_most_one_worker_at_a_time() -> None:
    for batch in sample()[1:]:
        workers = [r.doc for r in batch.rows if r.entity == "assignment" and r.doc["role"] == "worker"]
        assert sum(1 for doc in workers if "to_on" not in doc) == 1
        assert len(workers) <= 2


def test_the_total_of_notes_is_the_one_asked_for() -> None:
    total = sum(1 for _ in rows("contact", sample(30, 2, 3000)))
    assert abs(total - 3000) <= 30


def test_protected_strings_stand_in_labelled_rows_and_nowhere_else() -> None:
    listed = gather(sample()).protected
    assert {item["label"] for item in listed} >= {
        "dv_protected",
        "address_confidential",
        "child_private_words",
        "sud_part2",
        "reporter_identity",
    }
    by_family = {batch.family_id: batch for batch in sample()}
    for item in listed:
        batch = by_family[item["family_id"]]
        where = next(r for r in batch.rows if (r.entity, r.row_id) == (item["entity"], item["row_id"]))
        assert item["text"] in str(where.doc[item["field"]])
        assert item["label"] in read_members(where.doc["labels"])
        for person in item["hidden_from"]:
            assert person["person_id"] in read_members(where.doc["hide_from"])
        for row in batch.rows:
            if not row.doc.get("labels"):
                assert item["text"] not in text_of(row.doc), (item, row.entity)


def test_an_unsafe_tie_and_a_survivors_address_are_always_labelled() -> None:
    for row in rows("relationship"):
        assert (row.doc.get("quality") == "unsafe") == ("labels" in row.doc)
    for row in rows("contact_point"):
        if row.doc.get("confidentiality") == "withheld":
            assert {"dv_protected", "address_confidential"} <= read_members(row.doc["labels"])


def test_a_person_with_a_substitute_address_has_no_actual_one() -> None:
    substitute = {
        r.doc["person_id"] for r in rows("contact_point") if r.doc.get("confidentiality") == "substitute_acp"
    }
    actual = {
        r.doc["person_id"]
        for r in rows("contact_point")
        if r.doc.get("confidentiality") in {"actual", "withheld"}
    }
    assert substitute
    assert not substitute & actual


def test_a_sample_is_planted_whole_with_sign_ins_and_the_list_for_an_outsider(tmp_path: Path) -> None:
    server = Server.set_up(open_memory(), SystemClock(), name="Trial", time_zone="UTC", hasher=cheap_hasher)
    planted = plant(server, Wish(8, 3, MONDAY), canaries=tmp_path / "canaries.json")
    assert planted.families == 8
    for account in planted.accounts:
        assert server.accounts.sign_in(account.login, account.password) == account.user_id
    written = json.loads((tmp_path / "canaries.json").read_text(encoding="utf-8"))
    assert written["seed"] == 3
    assert "Alvarez–Greene" in written["ordinary"]
    assert all(item["text"] for item in written["protected"])
    with pytest.raises(ServerProblem):
        plant(server, Wish(2, 3, MONDAY))


@pytest.mark.parametrize("start", [date(2026, 3, 1), date(2026, 2, 28), date(2028, 2, 29), date(2027, 1, 2)])
def test_a_sample_may_stand_at_any_morning(start: date) -> None:
    for batch in generate(Wish(16, 1, start)):
        for row in batch.rows:
            if row.entity == "contact":
                assert parse_instant(str(row.doc["event_end"])).date() <= start
            if row.entity == "appointment" and row.doc["status"] == "planned":
                assert parse_instant(str(row.doc["starts_at"])).date() >= start - timedelta(1)


@pytest.mark.parametrize("day", [2, 5, 12, 23, 28, 30])
def test_the_first_workers_month_is_varied_on_any_day_but_the_first(day: int) -> None:
    batches = {batch.title: batch for batch in generate(Wish(7, 1, date(2026, 9, day)))}
    seen = {
        name: seen_this_month(name, batches, "2026-09-01")
        for name in ("Alvarez–Greene", "Baptiste", "Chen", "Nguyen")
    }
    assert set(seen["Alvarez–Greene"]) == {"Elena", "Luz", "Sam"}
    assert seen["Baptiste"] == {}
    assert set(seen["Chen"]) == {"Lily", "Jun"}
    assert set(seen["Nguyen"]) == {"An"}
    words = "\n".join(
        text_of(row.doc) for batch in batches.values() for row in batch.rows if row.entity != "agency"
    )
    assert "{" not in words.replace('{"', "")


def test_every_family_has_told_what_stands_round_it() -> None:
    people = docs("person")
    told: Counter[str] = Counter()
    for row in rows("support"):
        assert read_members(row.doc["said_by"]) <= set(people)
        assert row.doc["circle"] in range(1, 5)
        told[str(row.doc["family_id"])] += "about_id" not in row.doc
    assert set(told) == {batch.family_id for batch in sample() if batch.family_id}
    assert min(told.values()) >= 4
    spanish = [row.doc["name"] for row in family_named("Alvarez–Greene").rows if row.entity == "support"]
    assert {"Lucía", "La escuela Lincoln", "La doctora Patel"} <= set(spanish)


def test_families_say_of_themselves_what_works_and_what_worries_them() -> None:
    people = docs("person")
    by_family: dict[str, set[str]] = {}
    for doc in docs("statement").values():
        by_family.setdefault(str(doc["family_id"]), set()).add(str(doc["kind"]))
        assert all(person in people for person in read_members(doc.get("said_by")))
        assert str(doc["said_on"]) < MONDAY.isoformat()
    assert len(by_family) > 50
    assert all({"worry", "well"} <= kinds for kinds in by_family.values())
    assert {doc["language"] for doc in docs("statement").values()} == {"en", "es"}


def test_numbers_are_peoples_own_and_lie_on_several_days() -> None:
    days: dict[tuple[str, str], set[str]] = {}
    for doc in docs("scale_answer").values():
        assert 0 <= int(str(doc["value"])) <= 10
        days.setdefault((str(doc["person_id"]), str(doc["question"])), set()).add(str(doc["said_on"]))
    assert sum(len(held) >= 3 for held in days.values()) > 60


def test_a_childs_areas_are_private_down_to_the_last_word_and_stroke() -> None:
    talks = docs("child_areas")
    assert len(talks) > 5
    assert {"not_decided"} < {doc["share"] for doc in talks.values()}
    for doc in (*talks.values(), *docs("child_words").values()):
        assert read_members(doc["labels"]) == {"child_private_words"}
    drawn = [doc for doc in docs("child_words").values() if doc.get("ink")]
    assert drawn
    assert all(json.loads(str(doc["ink"]))["s"] and len(str(doc["ink"])) < 64 * 1024 for doc in drawn)


def test_searches_are_for_whoever_nobody_can_find_and_years_lie_before_the_case() -> None:
    lost = {
        d["person_id"]
        for d in docs("case_member").values()
        if str(d.get("whereabouts")).startswith("unknown")
    }
    searched = {doc["person_id"] for doc in docs("search_effort").values()}
    assert searched
    assert searched <= lost
    born = {row_id: str(doc.get("birth_date")) for row_id, doc in docs("person").items()}
    entries = list(docs("timeline_entry").values())
    assert len({str(doc["kind"]) for doc in entries}) == 4
    assert all(str(doc["from_on"])[:4] >= born[str(doc["person_id"])][:4] for doc in entries)
