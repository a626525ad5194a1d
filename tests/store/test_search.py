"""Words inside notes are found on the laptop, fast, in both languages, and never those kept under Safety."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support import families
from tests.support.planting import key

from engage_desktop.services.desk import Desk
from engage_desktop.services.search import BestNotes, FamiliesTalking, FindFamilies, FindNames
from engage_desktop.store import records

ANYTHING = st.text(max_size=60) | st.text(alphabet="\"'*^()-:{}+NEAR ORAND\0áñ🙂", max_size=30)


def hits(desk: Desk, query: str) -> list[tuple[str, date | None]]:
    return [(hit.family_id, hit.on) for hit in FindFamilies(desk)(query).hits]


def test_the_newest_note_comes_first(desk: Desk) -> None:
    found = hits(desk, "bus pass")
    assert [family for family, _ in found] == [
        families.ALVAREZ, families.DOBBS, families.NGUYEN, families.ALVAREZ, families.DOBBS,
    ]  # fmt: skip
    assert [on for _, on in found] == sorted((on for _, on in found if on), reverse=True)
    assert found[0][1] == date(2026, 11, 20)


def test_a_hit_opens_its_contact_and_shows_the_words_lit(desk: Desk) -> None:
    hit = FindFamilies(desk)("bus pass").hits[0]
    assert hit.contact_id == families.FRIDAY_VISIT
    [(start, length)] = hit.snippet.lit
    assert hit.snippet.words[start : start + length] == "bus pass"


def test_accents_do_not_matter_in_either_language(desk: Desk) -> None:
    assert hits(desk, "JUEVES")
    assert hits(desk, "jueves") == hits(desk, "juéves")


def test_all_words_must_stand_in_the_note(desk: Desk) -> None:
    assert len(hits(desk, "bus pass practice")) == 1
    assert hits(desk, "bus helicopter") == []


def test_words_in_quotation_marks_stand_side_by_side(desk: Desk) -> None:
    assert hits(desk, '"pass bus"') == []
    assert len(hits(desk, '"bus pass"')) == 5


def test_the_last_word_is_found_while_it_is_typed(desk: Desk) -> None:
    assert hits(desk, "grandm") == []
    assert hits(desk, "kitch")
    assert hits(desk, "kitch ") == []


def test_protected_words_are_never_found(desk: Desk) -> None:
    assert hits(desk, "protected words") == []
    assert hits(desk, "window") == []


def test_words_protected_later_are_found_no_more(desk: Desk) -> None:
    with desk.write("contact_body.edit") as conn:
        records.update(conn, "contact_body", families.FRIDAY_VISIT, {"labels": '["dv_protected"]'})
    assert families.FRIDAY_VISIT not in {hit.contact_id for hit in FindFamilies(desk)("jueves").hits}


def test_words_taken_back_are_found_no_more(desk: Desk) -> None:
    with desk.write("contact_body.void") as conn:
        records.void(conn, "contact_body", families.FRIDAY_VISIT, "taken_back", desk.now())
    assert hits(desk, "jueves") == []


def test_a_contact_taken_back_takes_its_words_with_it(desk: Desk) -> None:
    with desk.write("contact.void") as conn:
        records.void(conn, "contact", families.FRIDAY_VISIT, "taken_back", desk.now())
    assert hits(desk, "jueves") == []
    assert FamiliesTalking(desk)("jueves") == frozenset()
    with desk.write("contact.restore") as conn:
        values: dict[str, str | int | None] = {"deleted_at": None, "void_reason": None}
        records.update(conn, "contact", families.FRIDAY_VISIT, values)
    assert len(hits(desk, "jueves")) == 1


def test_a_contact_kept_under_safety_keeps_its_words_there(desk: Desk) -> None:
    with desk.write("contact.protect") as conn:
        records.update(conn, "contact", families.FRIDAY_VISIT, {"labels": '["dv_protected"]'})
    assert hits(desk, "jueves") == []


def test_a_contact_moved_to_another_day_is_found_on_that_day(desk: Desk) -> None:
    with desk.write("contact.edit") as conn:
        records.update(conn, "contact", families.FRIDAY_VISIT, {"event_start": "2026-09-02T15:00:00.000Z"})
    assert hits(desk, "jueves") == [(families.ALVAREZ, date(2026, 9, 2))]
    assert hits(desk, "bus pass")[-1][1] == date(2026, 9, 2)


def test_a_changed_note_is_found_by_its_new_words_alone(desk: Desk) -> None:
    with desk.write("contact_body.edit") as conn:
        records.update(
            conn, "contact_body", families.FRIDAY_VISIT, {"family_said": "A trampoline in the yard"}
        )
    assert hits(desk, "trampoline") == [(families.ALVAREZ, date(2026, 11, 20))]
    assert hits(desk, "jueves") == []


def test_an_addendum_is_found_and_leads_to_its_contact(desk: Desk) -> None:
    with desk.write("addendum.add") as conn:
        values = {
            "family_id": families.ALVAREZ,
            "contact_id": families.FRIDAY_VISIT,
            "text": "The school called: a scooter would help.",
            "author_id": families.DANA,
            "written_at": "2026-11-22T15:00:00.000Z",
        }
        records.insert(conn, "addendum", key("addendum"), values, by=families.DANA, at=desk.now())
    [hit] = FindFamilies(desk)("scooter").hits
    assert (hit.contact_id, hit.is_addendum, hit.on) == (families.FRIDAY_VISIT, True, date(2026, 11, 22))


def test_every_family_that_talks_of_it_is_known(desk: Desk) -> None:
    assert FamiliesTalking(desk)("bus pass") == {families.ALVAREZ, families.DOBBS, families.NGUYEN}
    assert FamiliesTalking(desk)("  ") == frozenset()


def test_the_best_match_comes_first_on_demand(desk: Desk) -> None:
    with desk.write("contact_body.edit") as conn:
        words = "Crib, crib, crib: the crib is broken."
        records.update(conn, "contact_body", key("contact", "alvarez", "october"), {"saw": words})
    assert FindFamilies(desk)("crib").hits[0].contact_id == families.FRIDAY_VISIT
    assert BestNotes(desk)("crib")[0].contact_id == key("contact", "alvarez", "october")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(ANYTHING)
def test_no_query_is_too_odd(desk: Desk, query: str) -> None:
    FindFamilies(desk)(query)
    BestNotes(desk)(query)
    FamiliesTalking(desk)(query)


@pytest.mark.parametrize(
    ("typed", "family"),
    [
        ("alvares grin", families.ALVAREZ),
        ("Nguyên", families.NGUYEN),
        ("nguyn", families.NGUYEN),
        ("BATISTE", families.BAPTISTE),
        ("lucia", families.ALVAREZ),
        ("munoz", families.ALVAREZ),
        ("24-1187", families.ALVAREZ),
        ("241187", families.ALVAREZ),
        ("1187", families.ALVAREZ),
        ("okaf", families.OKAFOR),
        ("marisol mateo", families.ALVAREZ),
        ("noe", families.BAPTISTE),
    ],
)
def test_a_family_is_found_by_any_spelling_and_by_its_number(desk: Desk, typed: str, family: str) -> None:
    found = FindNames(desk)(typed)
    assert found
    assert found[0].family_id == family


def test_a_family_found_by_a_person_says_whom(desk: Desk) -> None:
    assert FindNames(desk)("andre")[0].person == "Andre Greene"
    assert not FindNames(desk)("alvarez")[0].person


def test_an_earlier_case_number_still_finds_the_family(desk: Desk) -> None:
    assert FindNames(desk)("21-0777")[0].family_id == families.CHEN


def test_somebody_kept_under_safety_is_not_found_by_name(desk: Desk) -> None:
    with desk.write("person.edit") as conn:
        records.update(conn, "person", families.ANDRE, {"labels": '["dv_protected"]'})
    assert FindNames(desk)("andre") == ()


def test_nobody_is_found_for_nothing(desk: Desk) -> None:
    assert FindNames(desk)("") == ()
    assert FindNames(desk)("qqqqq") == ()
    assert FindNames(desk)("!!") == ()
