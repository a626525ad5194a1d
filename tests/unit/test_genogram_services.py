"""The drawing as the record: what is done in it is written, and all of it can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from tests.support import families

from engage_desktop.errors import BadInput
from engage_desktop.services import genogram, lives, people, steps
from engage_desktop.services.desk import Desk
from engage_desktop.services.genogram import EVERYBODY, Ask, Bond, Drawn, NewKin
from engage_domain.genogram.adding import Joining, Place
from engage_domain.genogram.kinship import Tie
from engage_domain.genogram.model import Kind, Member, Spot
from engage_domain.persons import PersonCard

FAMILY = families.ALVAREZ


def drawn(desk: Desk, **ask: object) -> Drawn:
    return genogram.DrawFamily(desk)(Ask(FAMILY, **ask))  # type: ignore[arg-type]  # fields by name


def member(desk: Desk, person_id: str) -> Member:
    return next(one for one in drawn(desk).chart.family.members if one.id == person_id)


def card(desk: Desk, person_id: str) -> PersonCard:
    return people.FileOf(desk)(person_id).card


def ties(desk: Desk, *ends: str) -> list[tuple[str, str, str]]:
    return [(t.a, t.b, t.type) for t in drawn(desk).chart.family.ties if set(ends) <= {t.a, t.b}]


def add(desk: Desk, joining: Joining | None = None, **new: object) -> steps.Step:
    return genogram.AddKin(desk)(NewKin(FAMILY, joining=joining, **new))  # type: ignore[arg-type]  # fields by name


def test_a_family_is_drawn_with_everybody_in_three_generations(desk: Desk) -> None:
    found = drawn(desk)
    assert len(found.drawing.symbols) == 8
    assert found.focus == families.ELENA
    assert found.drawing.symbol(families.LUCIA).generation == 0
    assert found.drawing.symbol(families.SAM).generation == 2
    assert [one.person_id for one in found.told] == [one.person_id for one in found.drawing.symbols]


def test_nothing_kept_under_safety_is_drawn(desk: Desk) -> None:
    found = genogram.DrawFamily(desk)(Ask(families.DOBBS))
    pair = {families.RENEE, families.CURTIS}
    assert all({tie.a, tie.b} != pair for tie in found.chart.family.ties)
    genogram.Connect(desk)(FAMILY, families.MARISOL, families.DWAYNE, Bond("separated", "unsafe"))
    assert not ties(desk, families.MARISOL, families.DWAYNE)


def test_a_child_of_a_couple_is_added_with_both_parents_in_one_go(desk: Desk) -> None:
    joining = Joining(families.MARISOL, Place.CHILD, "birth", other_parent=families.DWAYNE)
    step = add(desk, joining, first_name="Ana", role="child", sex="female")
    assert set(ties(desk, step.about)) == {
        (families.MARISOL, step.about, "birth"),
        (families.DWAYNE, step.about, "birth"),
    }
    assert card(desk, step.about).role == "child"
    assert step.touches("person", "case_member", "relationship")


def test_what_was_added_is_taken_back_whole_and_stands_again(desk: Desk) -> None:
    step = add(desk, Joining(families.MARISOL, Place.CHILD), first_name="Ana")
    steps.TakeStepBack(desk)(step)
    assert len(drawn(desk).drawing.symbols) == 8
    steps.TakeStepAgain(desk)(step)
    assert len(drawn(desk).drawing.symbols) == 9
    assert ties(desk, step.about) == [(families.MARISOL, step.about, "birth")]


def test_a_pregnancy_needs_no_name_has_a_due_date_and_no_role(desk: Desk) -> None:
    due = date(2027, 3, 1)
    joining = Joining(families.MARISOL, Place.CHILD)
    step = add(desk, joining, kind=Kind.PREGNANCY, birth=due)
    found = member(desk, step.about)
    assert (found.kind, found.birth) == (Kind.PREGNANCY, due)
    assert not card(desk, step.about).member_id
    assert card(desk, step.about).age is None
    with pytest.raises(BadInput) as bad:
        add(desk, joining, kind=Kind.PREGNANCY, birth=date(2029, 1, 1))
    assert bad.value.code == "due_too_late"
    with pytest.raises(BadInput):
        add(desk, joining, first_name="Ana", birth=due)
    with pytest.raises(BadInput):
        add(desk, joining)


def test_a_child_that_is_born_becomes_a_child_of_the_family(desk: Desk) -> None:
    step = add(desk, Joining(families.MARISOL, Place.CHILD), kind=Kind.PREGNANCY, birth=date(2026, 12, 1))
    with pytest.raises(BadInput):
        lives.SetKind(desk)(step.about, "person")
    people.EditPerson(desk)(step.about, {"birth_date": date(2026, 11, 20), "first_name": "Ana"})
    born = lives.SetKind(desk)(step.about, "person")
    assert (card(desk, step.about).role, card(desk, step.about).age) == ("child", 0)
    steps.TakeStepBack(desk)(born)
    assert member(desk, step.about).kind is Kind.PREGNANCY
    with pytest.raises(BadInput):
        lives.SetKind(desk)(step.about, "ghost")


def test_a_twin_shares_parents_birthday_and_group(desk: Desk) -> None:
    step = add(desk, Joining(families.ELENA, Place.TWIN), first_name="Eva", is_identical=True)
    one, other = member(desk, families.ELENA), member(desk, step.about)
    assert (one.twin_group, one.birth, one.is_identical_twin) == (
        other.twin_group,
        other.birth,
        other.is_identical_twin,
    )
    assert set(ties(desk, step.about)) == {
        (families.MARISOL, step.about, "birth"),
        (families.ANDRE, step.about, "birth"),
    }
    steps.TakeStepBack(desk)(step)
    assert not member(desk, families.ELENA).twin_group


def test_twins_are_joined_and_parted(desk: Desk) -> None:
    joined = lives.JoinTwins(desk)(families.LUZ, families.SAM, identical=True)
    assert member(desk, families.LUZ).twin_group == member(desk, families.SAM).twin_group
    assert card(desk, families.SAM).is_identical_twin
    lives.PartTwins(desk)(families.LUZ)
    assert not member(desk, families.SAM).twin_group
    assert joined.about == families.LUZ
    with pytest.raises(BadInput):
        lives.JoinTwins(desk)(families.LUZ, families.LUZ, identical=False)


def test_a_third_joins_twins(desk: Desk) -> None:
    lives.JoinTwins(desk)(families.LUZ, families.SAM, identical=False)
    lives.JoinTwins(desk)(families.MATEO, families.SAM, identical=False)
    assert len({member(desk, one).twin_group for one in (families.LUZ, families.SAM, families.MATEO)}) == 1
    lives.PartTwins(desk)(families.MATEO)
    assert member(desk, families.LUZ).twin_group


def test_a_tie_has_a_kind_a_quality_and_its_time(desk: Desk) -> None:
    bond = Bond("married", "close", date(2012, 6, 1))
    step = genogram.Connect(desk)(FAMILY, families.MARISOL, families.ANDRE, bond)
    tie_id = step.made[0][1]
    changed = genogram.ChangeBond(desk)(
        tie_id, Bond("divorced", "distant", date(2012, 6, 1), date(2016, 1, 1))
    )
    assert tie_of(desk, tie_id).type == "divorced"
    steps.TakeStepBack(desk)(changed)
    assert (tie_of(desk, tie_id).type, tie_of(desk, tie_id).quality) == ("married", "close")
    for bad in (Bond(""), Bond("married", "", date(2020, 1, 1), date(2019, 1, 1))):
        with pytest.raises(BadInput):
            genogram.ChangeBond(desk)(tie_id, bad)
    for other in ("", families.MARISOL):
        with pytest.raises(BadInput):
            genogram.Connect(desk)(FAMILY, families.MARISOL, other, bond)


def tie_of(desk: Desk, tie_id: str) -> Tie:
    return next(tie for tie in drawn(desk).chart.family.ties if tie.id == tie_id)


def test_somebody_taken_back_leaves_the_drawing_with_the_ties_and_comes_back(desk: Desk) -> None:
    before = drawn(desk)
    step = people.Remove(desk)("person", families.MARISOL, "written twice")
    without = drawn(desk)
    assert families.MARISOL not in {one.id for one in without.chart.family.members}
    assert all(families.MARISOL not in union.partners for union in without.drawing.unions)
    steps.TakeStepBack(desk)(step)
    assert drawn(desk).drawing == before.drawing


def test_a_death_is_known_with_its_day_or_without(desk: Desk) -> None:
    lives.SetDeceased(desk)(families.LUCIA, deceased=True)
    found = drawn(desk).drawing.symbol(families.LUCIA)
    assert (found.is_deceased, found.age, card(desk, families.LUCIA).age) == (True, None, None)
    step = lives.SetDeceased(desk)(families.LUCIA, deceased=True, on=date(2019, 5, 1))
    assert drawn(desk).drawing.symbol(families.LUCIA).age == 54
    steps.TakeStepBack(desk)(step)
    assert drawn(desk).drawing.symbol(families.LUCIA).age is None
    for day in (date(2030, 1, 1), date(1950, 1, 1)):
        with pytest.raises(BadInput):
            lives.SetDeceased(desk)(families.LUCIA, deceased=True, on=day)


def test_places_are_remembered_scaled_and_forgotten(desk: Desk) -> None:
    step = genogram.MovePeople(desk)(FAMILY, {families.ELENA: (500, 300)})
    assert drawn(desk).drawing.symbol(families.ELENA).at == Spot(500, 300)
    assert drawn(desk, scale=2.0).drawing.symbol(families.ELENA).at == Spot(1000, 600)
    tidy = genogram.TidyUp(desk)(FAMILY)
    assert not drawn(desk).chart.places
    steps.TakeStepBack(desk)(tidy)
    assert drawn(desk).chart.places == {families.ELENA: Spot(500, 300)}
    steps.TakeStepBack(desk)(step)
    assert not drawn(desk).chart.places


def test_undo_leaves_alone_what_somebody_changed_since(desk: Desk) -> None:
    step = genogram.MovePeople(desk)(FAMILY, {families.ELENA: (500, 300), families.SAM: (1, 2)})
    genogram.MovePeople(desk)(FAMILY, {families.ELENA: (700, 300)})
    steps.TakeStepBack(desk)(step)
    assert drawn(desk).chart.places == {families.ELENA: Spot(700, 300)}


def test_the_drawing_of_a_day_and_of_some_steps(desk: Desk) -> None:
    then = drawn(desk, on=date(2019, 1, 1))
    assert {families.LUZ, families.SAM}.isdisjoint({one.person_id for one in then.drawing.symbols})
    near = drawn(desk, focus=families.LUCIA, steps=1)
    shown = {one.person_id for one in near.drawing.symbols}
    assert shown == {families.LUCIA, families.MARISOL}
    assert near.drawing.symbol(families.MARISOL).folded == 4
    assert not drawn(desk, focus="nobody", steps=EVERYBODY).focus


def test_a_large_family_is_drawn_around_a_child_unless_everybody_is_wanted(desk: Desk) -> None:
    for number in range(150):
        add(desk, None if number else Joining(families.LUCIA, Place.SIBLING), first_name=f"P{number}")
    assert drawn(desk).steps == genogram.NEAR
    assert len(drawn(desk, steps=EVERYBODY).drawing.symbols) == 158
