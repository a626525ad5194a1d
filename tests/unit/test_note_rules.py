"""What a note must have before it is final, and which words deserve a second look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from engage_desktop.services.protected_words import packaged_protected_words, read_protected_words
from engage_domain.note import Gap, Kind, Missing, Note, Section, blocking, look_for, missing, names_to_notice
from engage_domain.visit import Attendee, Contact

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
ELENA = Attendee("e", "pe", "Elena", "child", 12, child=True, presence="present", seen_alone="yes")
MATEO = Attendee("m", "pm", "Mateo", "child", 8, child=True)
MARISOL = Attendee("a", "pa", "Marisol", "mother", 34, presence="present")
ANDRE = Attendee("d", "", "Andre", "father", 36)
WHOLE = Contact(
    "c",
    "f",
    start=NOW - timedelta(hours=2),
    end=NOW - timedelta(hours=1),
    method="face_to_face",
    types=("home_visit",),
    location="child_residence",
    entered_at=NOW - timedelta(hours=2),
    author_id="u",
    enterer_id="u",
    people=(ELENA, MATEO, MARISOL, ANDRE),
)
WORDS = (Section("saw", "Warm kitchen."),)


def gaps(contact: Contact, sections: tuple[Section, ...] = WORDS) -> set[Gap]:
    return {found.gap for found in missing(Note(contact, sections), NOW)}


def stops(contact: Contact, sections: tuple[Section, ...] = WORDS) -> set[Gap]:
    return {found.gap for found in blocking(missing(Note(contact, sections), NOW))}


def test_a_whole_note_lacks_nothing() -> None:
    assert gaps(WHOLE) == set()


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({"start": None}, Gap.NO_START),
        ({"entered_at": None}, Gap.NO_ENTRY_TIME),
        ({"author_id": ""}, Gap.NO_AUTHOR),
        ({"enterer_id": ""}, Gap.NO_AUTHOR),
        ({"method": ""}, Gap.NO_METHOD),
        ({"start": NOW + timedelta(minutes=1)}, Gap.IN_THE_FUTURE),
        ({"end": NOW + timedelta(hours=7)}, Gap.IN_THE_FUTURE),
        ({"end": NOW - timedelta(hours=3)}, Gap.ENDS_BEFORE_START),
        ({"people": (replace(ELENA, seen_alone=""),)}, Gap.SEEN_ALONE_OPEN),
    ],
)
def test_only_what_the_rules_demand_forbids_finalising(changed: dict[str, object], gap: Gap) -> None:
    assert gap in stops(replace(WHOLE, **changed))  # type: ignore[arg-type]  # the parameters name real fields


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({"end": None}, Gap.NO_END),
        ({"location": ""}, Gap.NO_PLACE),
        ({"types": ()}, Gap.NO_TYPE),
        ({"people": (MATEO,)}, Gap.NO_PEOPLE),
    ],
)
def test_what_is_only_worth_knowing_stops_nobody(changed: dict[str, object], gap: Gap) -> None:
    contact = replace(WHOLE, **changed)  # type: ignore[arg-type]  # the parameters name real fields
    assert gap in gaps(contact)
    assert not stops(contact)


def test_a_note_without_words_is_worth_a_question() -> None:
    assert gaps(WHOLE, ()) == {Gap.NO_WORDS}
    assert gaps(replace(WHOLE, missed_note="at camp", missed_reason="child_away"), ()) == set()


def test_a_backdated_contact_is_allowed() -> None:
    long_ago = replace(
        WHOLE, start=NOW - timedelta(days=40), end=NOW - timedelta(days=40) + timedelta(hours=1)
    )
    assert gaps(long_ago) == set()


def test_seen_alone_is_asked_of_children_who_were_there_and_of_nobody_else() -> None:
    asked = replace(WHOLE, people=(replace(ELENA, seen_alone=""), MATEO, MARISOL))
    assert [m for m in missing(Note(asked, WORDS), NOW) if m.blocks] == [
        Missing(Gap.SEEN_ALONE_OPEN, "Elena")
    ]
    by_phone = replace(asked, method="phone")
    assert Gap.SEEN_ALONE_OPEN not in gaps(by_phone)
    left = replace(asked, people=(replace(ELENA, presence="left", seen_alone=""),))
    assert Gap.SEEN_ALONE_OPEN in stops(left)


def test_an_attempt_says_that_it_does_not_count() -> None:
    tried = replace(WHOLE, attempted=True, method="attempted_face_to_face", people=(ELENA,))
    assert Gap.ATTEMPT_NOT_COUNTED in gaps(tried)
    assert not stops(tried)


def test_a_monthly_visit_names_the_children_it_is_not_counted_for() -> None:
    monthly = replace(WHOLE, types=("caseworker_child_visit",))
    found = [m for m in missing(Note(monthly, WORDS), NOW) if m.gap is Gap.NOT_COUNTED]
    assert found == [Missing(Gap.NOT_COUNTED, "Mateo")]
    only_elena = replace(monthly, focus_children=("e",))
    assert Gap.NOT_COUNTED not in gaps(only_elena)
    by_video = replace(only_elena, method="video")
    assert Gap.NOT_COUNTED in gaps(by_video)


def test_two_versions_of_a_section_must_be_looked_at_first() -> None:
    assert Gap.TWO_VERSIONS in stops(WHOLE, (Section("saw", "Mine.", "", True, "Theirs."),))


def test_what_stops_stands_before_what_is_worth_knowing() -> None:
    found = missing(Note(replace(WHOLE, start=None, location=""), WORDS), NOW)
    assert [m.blocks for m in found] == sorted((m.blocks for m in found), reverse=True)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("She went to the shelter.", {Kind.DV_TERM}),
        ("He strangled the doll.", {Kind.DV_TERM}),
        ("Le tiene miedo a la orden de protección", {Kind.DV_TERM}),
        ("She lives at 12 Elm Street, apt 4B.", {Kind.ADDRESS}),
        ("Vive en Calle Luna 45.", {Kind.ADDRESS}),
        ("Call 518-555-0142.", {Kind.ADDRESS}),
        ("PO Box 1234", {Kind.ADDRESS}),
        ("Elena says she feels safe at home.", set()),
        ("12 children were at the court at 9:00.", set()),
        ("The dvd is on the shelf.", set()),
    ],
)
def test_words_and_shapes_deserve_a_second_look_in_both_languages(text: str, kinds: set[Kind]) -> None:
    assert {f.kind for f in look_for({"saw": text}, packaged_protected_words())} == kinds


def test_a_finding_says_where_and_covers_the_words() -> None:
    text = "Then the shelter called."
    found = look_for({"safety_now": text}, packaged_protected_words())[0]
    assert (found.section, text[found.start : found.start + found.length]) == ("safety_now", "shelter")


def test_absent_grown_people_are_noticed_only_where_facts_are_protected() -> None:
    assert names_to_notice(WHOLE) == ()
    assert names_to_notice(replace(WHOLE, shield=True)) == ("Andre",)
    found = look_for({"saw": "Andre may know."}, packaged_protected_words(), ("Andre",))
    assert [f.kind for f in found] == [Kind.OTHER_PARTY]


def test_a_broken_pattern_in_an_agencys_file_is_left_out() -> None:
    words = read_protected_words("[terms]\nen = ['hide']\n[shapes]\nen = ['(', 'Q\\d']\n")
    assert [f.kind for f in look_for({"saw": "hide Q1 (x"}, words)] == [Kind.DV_TERM, Kind.ADDRESS]
