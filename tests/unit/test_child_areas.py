"""A child's words belong to the child: who may see them, and in which order it spoke."""

from __future__ import annotations

import pytest

from engage_domain.child_areas import (
    PRIVATE,
    Areas,
    ChildArea,
    Piece,
    Share,
    is_decided,
    may_be_shown,
    may_decide,
    read_order,
    taken,
    write_order,
)

MATEO, MARISOL, DWAYNE = "mateo", "marisol", "dwayne"


def talk(*pieces: Piece, read_back: bool = False, order: tuple[str, ...] = ()) -> Areas:
    return Areas("areas", MATEO, None, order, read_back, Share.NOT_DECIDED, (), "", pieces)


@pytest.mark.parametrize("share", ["", "not_decided", "nobody", "a code of tomorrow"])
def test_nobody_sees_a_childs_words_before_it_decides(share: str) -> None:
    assert not may_be_shown([PRIVATE], share, [MARISOL], MATEO, {MARISOL})
    assert not may_be_shown([PRIVATE], share, [MARISOL], MATEO, {MATEO})


def test_some_are_those_the_child_named_and_itself() -> None:
    assert may_be_shown([PRIVATE], Share.SOME, [MARISOL], MATEO, {MARISOL, MATEO})
    assert not may_be_shown([PRIVATE], Share.SOME, [MARISOL], MATEO, {MARISOL, DWAYNE})


def test_everybody_is_everybody_but_never_somebody_unknown() -> None:
    assert may_be_shown([PRIVATE], Share.EVERYONE, [], MATEO, {MARISOL, DWAYNE})
    assert not may_be_shown([PRIVATE], Share.EVERYONE, [], MATEO, set())


def test_another_label_keeps_the_words_whatever_the_child_decided() -> None:
    assert not may_be_shown([PRIVATE, "dv_protected"], Share.EVERYONE, [], MATEO, {MARISOL})
    assert not may_be_shown([], Share.EVERYONE, [], MATEO, {MARISOL})


def test_a_child_decides_only_after_its_words_were_read_back() -> None:
    piece = Piece("1", ChildArea.WORRIES, "The shouting")
    assert not may_decide(talk(piece))
    assert may_decide(talk(piece, read_back=True))
    assert not may_decide(talk(Piece("1", ChildArea.WORRIES), read_back=True))
    assert is_decided(Share.NOBODY)
    assert not is_decided(Share.NOT_DECIDED)


def test_the_child_chooses_the_order_and_an_area_visited_again_keeps_its_place() -> None:
    order = taken(taken(taken((), "dreams"), "worries"), "dreams")
    assert order == ("dreams", "worries")
    assert talk(order=order).in_order() == (ChildArea.DREAMS, ChildArea.WORRIES, ChildArea.GOOD_THINGS)


def test_an_order_from_elsewhere_is_read_as_far_as_it_makes_sense() -> None:
    assert read_order("dreams, nonsense,dreams,worries") == ("dreams", "worries")
    assert write_order(("dreams", "x", "worries")) == "dreams,worries"
    assert read_order("") == ()


def test_an_area_holds_words_or_a_drawing() -> None:
    assert Piece("1", "dreams").is_empty
    assert not Piece("1", "dreams", ink="{}").is_empty
    assert not Piece("1", "dreams", draft="A dog").is_empty
