from __future__ import annotations

from datetime import date

import pytest
from tests.unit.gedcom.shared import shared_bytes

from engage_domain.gedcom.emitting import Version
from engage_domain.gedcom.from_records import PersonRecord, tree_of
from engage_domain.gedcom.matching import Known, Likeness, match
from engage_domain.gedcom.proposals import Left, PersonProposal, Proposals, TieProposal, propose
from engage_domain.gedcom.reader import read
from engage_domain.gedcom.writer import write
from engage_domain.genogram.kinship import Tie


def of(body: str) -> Proposals:
    return propose(read(f"0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n{body}\n0 TRLR\n".encode()))


@pytest.mark.parametrize(
    ("said", "day", "is_estimated"),
    [
        ("8 JUN 1922", date(1922, 6, 8), False),
        ("MAY 1992", date(1992, 5, 1), True),
        ("1992", date(1992, 1, 1), True),
        ("ABT 1947", date(1947, 1, 1), True),
        ("BET 1990 AND 1994", date(1992, 1, 1), True),
        ("BEF 1945", None, False),
        ("AFT 2000", None, False),
        ("@#DJULIAN@ 44 B.C.", None, False),
        ("(unknown)", None, False),
    ],
)
def test_a_birth_becomes_a_day_or_an_estimate_and_nothing_vaguer(
    said: str, day: date | None, is_estimated: bool
) -> None:
    found = of(f"0 @I1@ INDI\n1 BIRT\n2 DATE {said}")
    person = found.people[0]
    assert (person.birth_date, person.birth_estimated) == (day, is_estimated)
    kept_whole = day is not None and not is_estimated
    assert any(one.what is Left.BIRTH_DATE for one in found.left_out) != kept_whole


def test_names_fall_into_their_places() -> None:
    body = (
        "0 @I1@ INDI\n1 NAME John William /Smith/\n1 NAME Jack //\n"
        "0 @I2@ INDI\n1 NAME Mary /Jones/\n2 NICK Molly\n1 NAME Mary /Brown/\n2 TYPE maiden\n1 NAME M. Star\n2 TYPE professional\n"
        "0 @I3@ INDI"
    )
    found = of(body)
    assert [(p.first_name, p.last_name, p.preferred_name, p.former_names) for p in found.people] == [
        ("John William", "Smith", "Jack", ""),
        ("Mary", "Jones", "Molly", "Mary Brown"),
        ("", "", "", ""),
    ]
    assert [(one.key, one.what, one.text) for one in found.left_out] == [("I2", Left.NAME, "M. Star")]


def test_a_complex_file_gives_stated_and_assumed_ties() -> None:
    ties = propose(read(shared_bytes("relationships-complex"))).ties
    assert TieProposal("I00011", "I00015", "step") in ties
    assert TieProposal("I00010", "I00015", "birth") in ties
    assert TieProposal("I00010", "I00014", "partners", is_assumed=True) in ties
    assert len({(one.a_key, one.b_key, one.type) for one in ties}) == len(ties)


def test_marriage_and_divorce_keep_their_days_and_leave_what_is_no_day() -> None:
    body = "0 @I1@ INDI\n0 @I2@ INDI\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 MARR\n2 DATE 5 SEP 1969\n2 PLAC Evanston\n1 DIV\n2 DATE 1985"
    found = of(body)
    assert found.ties == (TieProposal("I1", "I2", "divorced", date(1969, 9, 5)),)
    assert [(one.what, one.text) for one in found.left_out] == [
        (Left.UNION_PLACE, "Evanston"),
        (Left.UNION_DATE, "1985"),
    ]


def test_a_death_without_a_day_is_still_a_death() -> None:
    person = of("0 @I1@ INDI\n1 DEAT Y").people[0]
    assert (person.is_deceased, person.deceased_on) == (True, None)


FAMILY = (
    PersonRecord("m", "Marisol", "Alvarez", "Mari", "Marisol Vega", date(1992, 3, 1), sex="female"),
    PersonRecord("f", "Dwayne", "Greene", birth_date=date(1989, 1, 1), birth_estimated=True, sex="male"),
    PersonRecord("x", "Andre", "Hill", sex="male", deceased_on=date(2024, 2, 29)),
    PersonRecord("k", "Kai", "Stone", sex="other", gender="nonbinary"),
    PersonRecord("e", "Elena", "Hill", birth_date=date(2014, 5, 2), sex="female"),
    PersonRecord("t", "Mateo", "Greene", birth_date=date(2018, 5, 2), sex="male"),
    PersonRecord("s", "Sam", "Lee", birth_date=date(2020, 5, 2), sex="unknown"),
    PersonRecord("l", "Lou", "Lee", birth_date=date(2021, 5, 2)),
)
TIES = (
    Tie("1", "x", "m", "divorced", from_on=date(2012, 6, 1), to_on=date(2016, 7, 2)),
    Tie("2", "m", "f", "separated", from_on=date(2017, 1, 1), to_on=date(2024, 9, 1)),
    Tie("3", "m", "e", "birth"),
    Tie("4", "x", "e", "birth"),
    Tie("5", "f", "e", "step"),
    Tie("6", "m", "t", "birth"),
    Tie("7", "f", "t", "birth"),
    Tie("8", "k", "s", "foster"),
    Tie("9", "s", "l", "sibling"),
    Tie("10", "k", "e", "fictive_kin"),
    Tie("11", "k", "t", "adoptive"),
)


@pytest.mark.parametrize("version", list(Version))
def test_our_people_and_ties_come_back_from_a_file(version: Version) -> None:
    tree = tree_of(FAMILY, TIES)
    again = read(write(tree, version))
    assert again == tree
    found = propose(again)
    keys = {f"I{n}": one.id for n, one in enumerate(FAMILY, 1)}
    told = {(keys[t.a_key], keys[t.b_key], t.type, t.from_on, t.to_on) for t in found.ties}
    assert told == {(t.a, t.b, t.type, t.from_on, t.to_on) for t in TIES}
    assert not any(one.is_assumed for one in found.ties)
    for person, record in zip(found.people, FAMILY, strict=True):
        assert (person.first_name, person.last_name, person.preferred_name) == (
            record.first_name,
            record.last_name,
            record.preferred_name,
        )
        assert (person.former_names, person.gender, person.sex) == (
            record.former_names,
            record.gender,
            record.sex,
        )
        assert (person.birth_date, person.deceased_on) == (record.birth_date, record.deceased_on)


def test_a_named_father_is_not_written_as_a_father_by_birth() -> None:
    people = (PersonRecord("f", "Jo", ""), PersonRecord("c", "Al", ""))
    tree = tree_of(people, [Tie("1", "f", "c", "putative")])
    assert propose(tree).ties == (TieProposal("I1", "I2", "other"),)


def person(
    key: str, first: str, last: str, born: date | None = None, *, estimated: bool = False
) -> PersonProposal:
    return PersonProposal(key, first, last, "", "", born, estimated, "", "", "", False, None, "")


def test_people_already_known_are_found_by_sound_and_year() -> None:
    known = (
        Known("1", "José", "Hernández", birth_date=date(1990, 5, 1)),
        Known("2", "Marisol", "Greene", former_names="Marisol Álvarez", birth_date=date(1992, 3, 1)),
        Known("3", "Elizabeth", "Stone"),
        Known("4", "Ana", "Stone", birth_date=date(1950, 1, 1), birth_estimated=True),
    )
    found = match(
        (
            person("a", "Jose", "Hernandez", date(1990, 5, 1)),
            person("b", "Marisol", "Alvarez", date(1992, 3, 1)),
            person("c", "Elisabeth", "Stone", date(1980, 1, 1)),
            person("d", "Elizabeth", "Stone", date(1980, 1, 1)),
            person("e", "Ana", "Stone", date(1952, 6, 6)),
            person("f", "Ana", "Stone", date(1970, 6, 6)),
            person("g", "", ""),
        ),
        known,
    )
    assert [(one.likeness, one.person_id) for one in found] == [
        (Likeness.EXACT, "1"),
        (Likeness.EXACT, "2"),
        (Likeness.NONE, ""),
        (Likeness.LIKELY, "3"),
        (Likeness.LIKELY, "4"),
        (Likeness.NONE, ""),
        (Likeness.NONE, ""),
    ]


def test_nobody_of_ours_is_given_to_two_of_theirs() -> None:
    known = (Known("1", "Ana", "Ruiz", birth_date=date(2000, 1, 1)),)
    found = match(
        (person("a", "Ana", "Ruiz", date(2001, 1, 1)), person("b", "Ana", "Ruiz", date(2000, 1, 1))), known
    )
    assert [(one.likeness, one.person_id, one.others) for one in found] == [
        (Likeness.NONE, "", ("1",)),
        (Likeness.EXACT, "1", ()),
    ]
