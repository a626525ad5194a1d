from __future__ import annotations

from dataclasses import replace

from tests.unit.genogram.test_draw import FAMILY, TODAY

from engage_domain.genogram.draw import lay_out, paint
from engage_domain.genogram.model import Options
from engage_domain.genogram.reading import Kin, Told, told


def lines(focus: str) -> dict[str, Told]:
    layout = lay_out(FAMILY, Options(TODAY, focus))
    return {one.person_id: one for one in told(layout, paint(layout))}


def test_everybody_is_told_as_what_they_are_to_the_child_in_the_middle() -> None:
    kin = {one: line.kin for one, line in lines("mateo").items()}
    assert kin["mateo"] is Kin.SELF
    assert kin["marisol"] is kin["dwayne"] is Kin.PARENT
    assert kin["luz"] is Kin.SIBLING
    assert kin["elena"] is Kin.HALF_SIBLING
    assert kin["andre"] is Kin.PARENTS_PARTNER
    assert kin["lucia"] is kin["walter"] is Kin.GRANDPARENT
    assert kin["tomas"] is kin["ruth"] is Kin.AUNT_UNCLE
    assert kin["pilar"] is Kin.COUSIN
    assert kin["jordan"] is Kin.NONE


def test_a_mother_sees_partners_of_now_and_of_the_past() -> None:
    kin = {one: line.kin for one, line in lines("marisol").items()}
    assert kin["andre"] is kin["dwayne"] is Kin.FORMER_PARTNER
    assert kin["pilar"] is Kin.NIECE_NEPHEW
    assert kin["elena"] is Kin.CHILD
    assert lines("lucia")["mateo"].kin is Kin.GRANDCHILD


def test_a_line_of_the_list_tells_all_that_is_drawn_at_a_person() -> None:
    found = lines("mateo")
    marisol = found["marisol"]
    assert marisol.partners == (("andre", "divorced"), ("dwayne", "separated"))
    assert marisol.children == tuple(
        (one, "birth") for one in ("elena", "mateo", "lost", "luz", "sam", "due")
    )
    assert set(marisol.bonds) == {("andre", "distant"), ("dwayne", "conflict")}
    assert marisol.homes == ("h",)
    assert found["kai"].parents == (("tomas", "foster"), ("jordan", "foster"))
    assert found["kai"].others == (("ruth", "fictive_kin"),)
    assert found["luz"].twins == ("sam",)
    assert ("dwayne", "step") in found["elena"].parents


def test_without_anybody_in_the_middle_nobody_is_anything_to_them() -> None:
    layout = lay_out(replace(FAMILY, homes=()), Options(TODAY))
    assert {one.kin for one in told(layout, paint(layout))} == {Kin.NONE}
