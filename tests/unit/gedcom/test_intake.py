"""What is decided about a tree before it is brought in."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.gedcom.shared import VALID, shared_bytes

from engage_domain.gedcom.intake import (
    Choice,
    Take,
    all_sure,
    counts,
    first_choices,
    intake_of,
    plan,
    unsure,
)
from engage_domain.gedcom.matching import Known
from engage_domain.gedcom.reader import read
from engage_domain.genogram.kinship import Tie

BODY = b"""0 HEAD
1 GEDC
2 VERS 5.5.1
0 @I1@ INDI
1 NAME Marisol /Alvarez/
1 BIRT
2 DATE 1 MAR 1992
0 @I2@ INDI
1 NAME Duane /Greene/
0 @I3@ INDI
1 NAME Mateo /Greene/
1 BIRT
2 DATE 2 MAY 2018
0 @F1@ FAM
1 HUSB @I2@
1 WIFE @I1@
1 CHIL @I3@
0 TRLR
"""
MARISOL = Known("m", "Marisol", "Alvarez", birth_date=date(1992, 3, 1))
DWAYNE = Known("d", "Duane", "Greene")


def test_whoever_is_known_is_found_and_a_likely_one_waits_for_a_look() -> None:
    intake = intake_of("a.ged", read(BODY), (MARISOL, DWAYNE))
    choices = first_choices(intake)
    assert choices == {
        "I1": Choice(Take.SAME, "m"),
        "I2": Choice(Take.SAME, "d", is_sure=False),
        "I3": Choice(Take.NEW),
    }
    assert unsure(choices) == 1
    assert unsure(all_sure(choices)) == 0
    assert counts(choices) == {Take.NEW: 1, Take.SAME: 2, Take.OUT: 0}


def test_a_line_names_those_around() -> None:
    lines = intake_of("a.ged", read(BODY), ()).lines
    assert lines[2].parents == ("Duane Greene", "Marisol Alvarez")
    assert (lines[0].partners, lines[0].children) == (("Duane Greene",), ("Mateo Greene",))


def test_what_is_written_already_stays_as_it_is() -> None:
    intake = intake_of("a.ged", read(BODY), (MARISOL, DWAYNE))
    choices = {**first_choices(intake), "I3": Choice(Take.SAME, "t")}
    there = (Tie("1", "m", "d", "separated"), Tie("2", "d", "t", "adjudicated"))
    decided = plan(intake, choices, there)
    assert [(tie.a_key, tie.b_key) for tie in decided.ties] == [("I1", "I3")]
    assert decided.ties_known == 1
    assert decided.people == ()


def test_ties_of_whoever_is_left_out_are_left_out_too() -> None:
    intake = intake_of("a.ged", read(BODY), ())
    choices = {**first_choices(intake), "I2": Choice(Take.OUT)}
    decided = plan(intake, choices, ())
    assert [line.key for line in decided.people] == ["I1", "I3"]
    assert [(tie.a_key, tie.b_key) for tie in decided.ties] == [("I1", "I3")]


@pytest.mark.parametrize("name", VALID)
def test_all_of_a_shared_file_would_be_brought_in(name: str) -> None:
    tree = read(shared_bytes(name))
    intake = intake_of(name, tree, ())
    decided = plan(intake, first_choices(intake), ())
    assert len(decided.people) == len(tree.people)
    said = {(t.a_key, t.b_key) for t in intake.ties if not t.is_assumed or t.type == "birth"}
    assert said <= {(t.a_key, t.b_key) for t in decided.ties} <= {(t.a_key, t.b_key) for t in intake.ties}


def test_a_couple_nobody_wrote_down_is_not_made_up() -> None:
    decided = plan(intake := intake_of("a.ged", read(BODY), ()), first_choices(intake), ())
    assert [(tie.a_key, tie.b_key, tie.type) for tie in decided.ties] == [
        ("I2", "I3", "birth"), ("I1", "I3", "birth"),
    ]  # fmt: skip
