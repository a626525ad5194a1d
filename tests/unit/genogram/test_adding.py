from __future__ import annotations

import pytest

from engage_domain.genogram.adding import Joining, Place, other_parents, role_for, siblings_of, ties_for
from engage_domain.genogram.kinship import Tie

FAMILY = (
    Tie("1", "ann", "ben", "married"),
    Tie("2", "ann", "cleo", "birth"),
    Tie("3", "ben", "cleo", "adoptive"),
    Tie("4", "ann", "old", "divorced"),
    Tie("5", "dan", "eve", "sibling"),
)


def test_a_child_belongs_to_both_parents_named() -> None:
    joining = Joining("ann", Place.CHILD, "birth", other_parent="ben")
    assert ties_for("new", joining, FAMILY) == (("ann", "new", "birth"), ("ben", "new", "birth"))
    assert ties_for("new", Joining("ann", Place.CHILD), FAMILY) == (("ann", "new", "birth"),)


def test_a_sister_has_the_parents_of_her_brother() -> None:
    rows = ties_for("new", Joining("cleo", Place.SIBLING), FAMILY)
    assert rows == (("ann", "new", "birth"), ("ben", "new", "adoptive"))


def test_a_brother_of_somebody_without_parents_is_said_to_be_one() -> None:
    assert ties_for("new", Joining("ann", Place.TWIN), FAMILY) == (("ann", "new", "sibling"),)


def test_a_parent_may_have_further_children() -> None:
    rows = ties_for("new", Joining("cleo", Place.PARENT, "foster", also=("eve", "cleo")), FAMILY)
    assert rows == (("new", "cleo", "foster"), ("new", "eve", "foster"))


def test_a_loose_tie_knows_who_is_the_elder_one() -> None:
    assert ties_for("new", Joining("ann", Place.OTHER, "grandparent"), ()) == (("new", "ann", "grandparent"),)
    young = Joining("ann", Place.OTHER, "grandparent", is_elder=False)
    assert ties_for("new", young, ()) == (("ann", "new", "grandparent"),)
    assert ties_for("new", Joining("ann", Place.OTHER), ()) == ()


def test_the_partner_of_now_is_asked_before_the_one_of_then() -> None:
    assert other_parents("ann", FAMILY) == ("ben", "old")
    assert other_parents("dan", FAMILY) == ()


def test_siblings_share_a_parent_or_are_said_to_be() -> None:
    more = (*FAMILY, Tie("6", "ann", "fay", "birth"))
    assert siblings_of("cleo", more) == ("fay",)
    assert siblings_of("eve", more) == ("dan",)


@pytest.mark.parametrize(
    ("joining", "sex", "role"),
    [
        (Joining("mum", Place.CHILD), "", "child"),
        (Joining("gran", Place.CHILD), "", "kin"),
        (Joining("kid", Place.TWIN), "", "child"),
        (Joining("kid", Place.PARENT), "female", "mother"),
        (Joining("kid", Place.PARENT), "other", "other"),
        (Joining("mum", Place.PARTNER), "male", "kin"),
        (Joining("mum", Place.OTHER, "fictive_kin"), "", "fictive_kin"),
        (Joining("mum", Place.OTHER, "cousin"), "", "kin"),
    ],
)
def test_the_role_most_likely_is_offered(joining: Joining, sex: str, role: str) -> None:
    assert role_for(joining, sex, {"mum": "mother", "gran": "kin", "kid": "child"}) == role
