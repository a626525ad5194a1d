from __future__ import annotations

from datetime import date

from engage_domain.genogram.kinship import KinChild, Tie, unions_of


def test_a_child_hangs_between_its_parents_by_birth_and_a_step_father_beside_the_mother() -> None:
    ties = (
        Tie("1", "m", "f", "divorced"),
        Tie("2", "m", "s", "married"),
        Tie("3", "m", "c", "birth"),
        Tie("4", "f", "c", "birth"),
        Tie("5", "s", "c", "step"),
    )
    unions = unions_of(["m", "f", "s", "c"], ties)
    assert [(u.partners, u.state, u.children) for u in unions] == [
        (("m", "f"), "divorced", (KinChild("c", (("m", "birth"), ("f", "birth"))),)),
        (("m", "s"), "married", (KinChild("c", (("m", "birth"), ("s", "step"))),)),
    ]


def test_parents_who_were_never_a_couple_share_their_child_all_the_same() -> None:
    (union,) = unions_of(["m", "f", "c"], (Tie("1", "m", "c", "birth"), Tie("2", "f", "c", "putative")))
    assert (union.partners, union.state) == (("m", "f"), "")


def test_a_child_may_belong_to_parents_by_birth_by_adoption_and_to_foster_parents() -> None:
    ways = (("a", "birth"), ("b", "birth"), ("x", "adoptive"), ("y", "adoptive"), ("g", "foster"))
    ties = [Tie(str(n), parent, "c", way) for n, (parent, way) in enumerate(ways)]
    unions = unions_of(["a", "b", "x", "y", "g", "c"], ties)
    assert [u.partners for u in unions] == [("a", "b"), ("x", "y"), ("g",)]


def test_a_third_parent_stands_with_the_surest_one() -> None:
    ties = (Tie("1", "p", "c", "putative"), Tie("2", "m", "c", "birth"), Tie("3", "a", "c", "acknowledged"))
    assert [u.partners for u in unions_of(["p", "m", "a", "c"], ties)] == [("m", "a"), ("m", "p")]


def test_two_ties_of_one_couple_are_one_union_in_its_later_state() -> None:
    ties = (
        Tie("1", "a", "b", "married", from_on=date(2012, 1, 1)),
        Tie("2", "b", "a", "divorced", to_on=date(2016, 1, 1)),
    )
    (union,) = unions_of(["a", "b"], ties)
    assert (union.state, union.from_on, union.to_on) == ("divorced", date(2012, 1, 1), date(2016, 1, 1))
    assert union.tie_ids == ("1", "2")


def test_brothers_and_sisters_without_known_parents_are_kept_together() -> None:
    ties = (Tie("1", "a", "b", "sibling"), Tie("2", "c", "b", "sibling"))
    (union,) = unions_of(["c", "a", "b"], ties)
    assert (union.partners, [kid.child for kid in union.children]) == ((), ["c", "a", "b"])


def test_ties_to_strangers_and_to_oneself_are_left_out() -> None:
    assert unions_of(["a"], (Tie("1", "a", "a", "married"), Tie("2", "a", "gone", "birth"))) == ()
