from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.gedcom.shared import shared_bytes
from tests.unit.genogram.checker import violations

from engage_domain.gedcom.preview import family_of
from engage_domain.gedcom.proposals import propose
from engage_domain.gedcom.reader import read
from engage_domain.genogram.draw import draw, lay_out, reroute
from engage_domain.genogram.drawing import Drawing, Line, Shape
from engage_domain.genogram.kinship import Tie
from engage_domain.genogram.model import Family, Home, Kind, Member, Options, Residence, Spot, Stay

TODAY = date(2026, 11, 23)


def born(one: str, year: int, sex: str = "female") -> Member:
    return Member(one, one.title(), sex, birth=date(year, 5, 1), birth_estimated=True)


MEMBERS = (
    born("ramon", 1955, "male"),
    born("lucia", 1958),
    replace(born("walter", 1949, "male"), death=date(2019, 3, 1), is_deceased=True),
    born("ida", 1960),
    born("tomas", 1981, "male"),
    born("jordan", 1987, "other"),
    born("ines", 1984),
    born("andre", 1990, "male"),
    born("marisol", 1992),
    born("ruth", 1986),
    born("dwayne", 1989, "male"),
    born("pilar", 2010),
    born("kai", 2016, "male"),
    born("elena", 2014),
    born("mateo", 2018, "male"),
    Member("lost", kind=Kind.MISCARRIAGE, birth=date(2020, 2, 1)),
    Member("luz", "Luz", "female", birth=date(2022, 3, 3)),
    Member("sam", "Sam", "male", birth=date(2022, 3, 3)),
    Member("due", birth=date(2027, 1, 20)),
)


def parents(a: str, b: str, way: str, *children: str) -> list[Tie]:
    return [Tie(f"{parent}-{child}", parent, child, way) for child in children for parent in (a, b)]


TIES = (
    Tie("u1", "ramon", "lucia", "married"),
    Tie("u2", "walter", "ida", "married"),
    Tie("u3", "tomas", "jordan", "partners"),
    Tie("u4", "andre", "marisol", "divorced", "distant", date(2012, 6, 1), date(2016, 7, 1)),
    Tie("u5", "marisol", "dwayne", "separated", "conflict", date(2017, 6, 1), date(2024, 9, 1)),
    *parents("ramon", "lucia", "birth", "tomas", "ines", "marisol"),
    *parents("walter", "ida", "birth", "ruth", "dwayne"),
    *parents("tomas", "jordan", "birth", "pilar"),
    *parents("tomas", "jordan", "foster", "kai"),
    *parents("andre", "marisol", "birth", "elena"),
    *parents("marisol", "dwayne", "birth", "mateo", "lost", "luz", "sam", "due"),
    Tie("s1", "dwayne", "elena", "step"),
    Tie("b1", "lucia", "mateo", "", "close"),
    Tie("b2", "ines", "dwayne", "", "unsafe"),
    Tie("g1", "lucia", "elena", "grandparent"),
    Tie("x1", "ruth", "kai", "fictive_kin"),
)
HOME = Home("h", "Marisol's", tuple(Residence(one) for one in ("marisol", "elena", "mateo", "luz", "sam")))
FAMILY = Family(MEMBERS, TIES, (HOME, Home("k", "The foster home", (Residence("tomas"),))), (
    Stay("kai", "foster", "Tomás", "k", date(2025, 1, 1)),
))  # fmt: skip


def x(drawing: Drawing, *people: str) -> list[float]:
    return [drawing.symbol(one).at.x for one in people]


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return draw(FAMILY, Options(TODAY, "mateo"))


def test_a_family_of_three_generations_is_drawn_without_a_fault(drawing: Drawing) -> None:
    assert violations(FAMILY, drawing) == []
    assert {drawing.symbol(one).generation for one in ("ramon", "ida")} == {0}
    assert {drawing.symbol(one).generation for one in ("marisol", "dwayne", "andre", "jordan")} == {1}
    assert {drawing.symbol(one).generation for one in ("elena", "kai", "due")} == {2}


def test_the_partners_of_one_person_stand_on_both_sides_the_earlier_one_left(drawing: Drawing) -> None:
    assert x(drawing, "andre", "marisol", "dwayne") == sorted(x(drawing, "andre", "marisol", "dwayne"))
    assert x(drawing, "tomas", "ines", "marisol") == sorted(x(drawing, "tomas", "ines", "marisol"))
    kids = ("elena", "mateo", "lost", "luz", "sam", "due")
    assert x(drawing, *kids) == sorted(x(drawing, *kids))


def test_each_person_has_the_sign_that_is_theirs(drawing: Drawing) -> None:
    signs = [drawing.symbol(one).shape for one in ("mateo", "elena", "jordan", "lost", "due")]
    assert signs == [Shape.SQUARE, Shape.CIRCLE, Shape.DIAMOND, Shape.SMALL_TRIANGLE, Shape.TRIANGLE]
    walter = drawing.symbol("walter")
    assert (walter.is_deceased, walter.age) == (True, 69)
    assert [one.person_id for one in drawing.symbols if one.is_focus] == ["mateo"]


def test_unions_carry_their_state_and_strokes(drawing: Drawing) -> None:
    states = {frozenset(u.partners): (u.state, len(u.strokes), u.is_dashed) for u in drawing.unions}
    assert states[frozenset(("andre", "marisol"))] == ("divorced", 2, False)
    assert states[frozenset(("marisol", "dwayne"))] == ("separated", 1, False)
    assert states[frozenset(("tomas", "jordan"))] == ("partners", 0, True)


def test_children_hang_by_lines_that_tell_how_they_belong(drawing: Drawing) -> None:
    lines = {(c.child, c.line) for c in drawing.children}
    assert ("kai", Line.DASHED) in lines
    assert ("pilar", Line.SOLID) in lines
    assert [c.union for c in drawing.children if c.child == "elena"] == ["andre+marisol"]
    luz, sam = (next(c.path for c in drawing.children if c.child == one) for one in ("luz", "sam"))
    assert luz[0] == sam[0]


def test_a_kinship_the_lines_already_tell_gets_no_line_of_its_own(drawing: Drawing) -> None:
    assert [tie.tie_id for tie in drawing.loose] == ["x1"]


def test_an_unsafe_bond_is_drawn_only_in_the_protected_layer(drawing: Drawing) -> None:
    assert {bond.quality for bond in drawing.bonds} == {"distant", "conflict", "close"}
    shown = draw(FAMILY, Options(TODAY, "mateo", show_protected=True))
    assert "unsafe" in {bond.quality for bond in shown.bonds}


def test_a_placed_child_is_inside_the_home_it_is_placed_in(drawing: Drawing) -> None:
    foster = next(home for home in drawing.homes if home.home_id == "k")
    assert set(foster.members) == {"tomas", "kai"}
    assert (drawing.symbol("kai").placement, drawing.symbol("kai").placed_with) == ("foster", "Tomás")


def test_the_family_can_be_seen_as_it_was_on_a_day() -> None:
    then = draw(FAMILY, Options(date(2015, 1, 1)))
    shown = {one.person_id for one in then.symbols}
    assert not shown & {"mateo", "luz", "sam", "due", "lost", "kai"}
    assert not then.symbol("walter").is_deceased
    assert then.symbol("elena").age == 0
    states = {frozenset(u.partners): u.state for u in then.unions}
    assert states[frozenset(("andre", "marisol"))] == "married"
    assert frozenset(("marisol", "dwayne")) not in states
    assert then.hidden == len(MEMBERS) - len(shown)
    assert draw(FAMILY, Options(date(2018, 1, 1))).symbol("mateo").kind is Kind.PREGNANCY


def test_a_step_shown_around_one_person_says_who_is_folded_away() -> None:
    near = draw(FAMILY, Options(TODAY, "mateo", steps=1))
    assert {one.person_id for one in near.symbols} == {"mateo", "marisol", "dwayne", "andre"}
    assert near.symbol("dwayne").folded == 7
    assert near.symbol("mateo").folded == 0


def test_dragging_somebody_moves_them_alone_and_their_lines_follow(drawing: Drawing) -> None:
    layout = lay_out(FAMILY, Options(TODAY, "mateo"))
    to = Spot(drawing.symbol("ruth").at.x + 400, drawing.symbol("ruth").at.y + 20)
    moved = reroute(layout, {"ruth": to})
    assert moved.symbol("ruth").at == to
    assert [s.at for s in moved.symbols if s.person_id != "ruth"] == [
        s.at for s in drawing.symbols if s.person_id != "ruth"
    ]
    assert next(c for c in moved.children if c.child == "ruth").path[-1].x == to.x


def test_somebody_new_finds_a_place_near_their_kin_in_a_remembered_picture(drawing: Drawing) -> None:
    remembered = {one.person_id: Spot(one.at.x + 1000, one.at.y + 300) for one in drawing.symbols}
    baby = born("baby", 2025)
    ties = (*TIES, *parents("andre", "marisol", "birth", "baby"))
    after = draw(replace(FAMILY, members=(*MEMBERS, baby), ties=ties), Options(TODAY, remembered=remembered))
    assert after.symbol("baby").at.y == remembered["elena"].y
    assert abs(after.symbol("baby").at.x - remembered["elena"].x) < 1200
    assert not any(after.symbol("baby").box.overlaps(s.box) for s in after.symbols if s.person_id != "baby")


@pytest.mark.parametrize(
    "ties",
    [
        [Tie("1", "a", "b", "birth"), Tie("2", "b", "a", "birth")],
        [Tie("1", "a", "b", "birth"), Tie("2", "b", "c", "birth"), Tie("3", "c", "a", "adoptive")],
    ],
)
def test_people_written_down_as_their_own_ancestors_are_drawn_once_and_told(ties: list[Tie]) -> None:
    found = draw(Family((born("a", 1950), born("b", 1970), born("c", 1990)), tuple(ties)), Options(TODAY))
    assert len(found.symbols) == 3
    assert len(found.loops) == 1


def test_a_union_between_generations_is_drawn_though_it_cannot_be_level() -> None:
    ties = (Tie("1", "a", "b", "married"), *parents("a", "b", "birth", "c"), Tie("2", "a", "c", "partners"))
    found = draw(Family((born("a", 1950), born("b", 1950), born("c", 1980)), ties), Options(TODAY))
    assert [u.is_level for u in found.unions] == [True, False]
    assert found.symbol("c").at.y > found.symbol("a").at.y


def test_brothers_and_sisters_without_parents_hang_on_a_bar_of_their_own() -> None:
    members = (born("a", 2010), born("b", 2012))
    found = draw(Family(members, (Tie("1", "a", "b", "sibling"),)), Options(TODAY))
    assert len(found.bars) == 1
    assert {c.child for c in found.children} == {"a", "b"}
    assert found.unions == ()


def test_nobody_is_drawn_as_nothing() -> None:
    found = draw(Family(()), Options(TODAY))
    assert (found.symbols, found.bounds.right) == ((), 0)


def test_a_very_large_tree_is_drawn_around_one_person() -> None:
    family = family_of(propose(read(shared_bytes("royal92"))))
    found = draw(family, Options(TODAY, "I1", steps=3))
    assert 150 < len(found.symbols) < 400
    boxes = [one.box for one in found.symbols]
    assert not any(one.overlaps(other) for n, one in enumerate(boxes) for other in boxes[:n])
    assert found.hidden == 3010 - len(found.symbols)
