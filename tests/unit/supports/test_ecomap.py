"""The drawing of what stands round a family: nothing covers anything, however much there is."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engage_domain import circles, ecomap
from engage_domain.ecomap import Box, Spot, extent, lay_out

MIDDLE = Box("middle", 190, 150)
SIZES = st.tuples(st.integers(90, 200), st.integers(44, 130))
PLACES = st.one_of(st.none(), st.tuples(st.integers(-600, 600), st.integers(-400, 400)))


def boxes(sizes: list[tuple[int, int]]) -> list[Box]:
    return [Box(str(n), *size) for n, size in enumerate(sizes)]


def centre() -> Spot:
    return Spot("middle", 0, 0, MIDDLE.width, MIDDLE.height)


@settings(max_examples=60, deadline=None)
@given(st.lists(SIZES, max_size=40))
def test_nothing_touches_anything_at_any_number(sizes: list[tuple[int, int]]) -> None:
    spots = lay_out(MIDDLE, boxes(sizes))
    assert [s.key for s in spots] == [str(n) for n in range(len(sizes))]
    assert all(one.is_clear_of(other, ecomap.GAP) for one, other in combinations(spots, 2))
    assert all(spot.is_clear_of(centre(), ecomap.SHORTEST_LINE) for spot in spots)


@settings(max_examples=60, deadline=None)
@given(st.lists(SIZES, max_size=40))
def test_no_line_runs_through_what_it_does_not_lead_to(sizes: list[tuple[int, int]]) -> None:
    spots = lay_out(MIDDLE, boxes(sizes))
    for spot in spots:
        assert not any(spot.is_crossed_by(s.x, s.y, 0) for s in spots if s is not spot)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SIZES, PLACES), max_size=40))
def test_whatever_was_dragged_the_boxes_stay_apart(
    drawn: list[tuple[tuple[int, int], tuple[int, int] | None]],
) -> None:
    given_boxes = [Box(str(n), *size, at=at) for n, (size, at) in enumerate(drawn)]
    spots = lay_out(MIDDLE, given_boxes)
    assert all(one.is_clear_of(other, ecomap.GAP / 2) for one, other in combinations((centre(), *spots), 2))
    assert spots == lay_out(MIDDLE, given_boxes)


def test_what_was_dragged_stays_there_and_moves_nobody_else() -> None:
    before = lay_out(MIDDLE, boxes([(130, 90)] * 8))
    moved = [*boxes([(130, 90)] * 8)]
    moved[3] = Box("3", 130, 90, at=(700, 500))
    after = lay_out(MIDDLE, moved)
    assert (after[3].x, after[3].y) == (700, 500)
    assert [s for s in after if s.key != "3"] == [s for s in before if s.key != "3"]


def test_forty_supports_still_make_a_drawing_one_can_look_at() -> None:
    _left, _top, wide, high = extent(lay_out(MIDDLE, boxes([(130, 90)] * 40)))
    assert wide < 2_600
    assert high < 1_700


def test_a_line_leaves_a_box_at_its_edge() -> None:
    spot = Spot("a", 200, 0, 100, 60)
    assert spot.edge_towards(0, 0) == pytest.approx((150, 0), abs=0.1)
    assert spot.edge_towards(200, 400) == pytest.approx((200, 30), abs=0.1)
    assert spot.edge_towards(200, 0) == (200, 0)


def test_a_line_leaves_a_rounded_box_at_its_bend() -> None:
    disc = Spot("a", 0, 0, 100, 100)
    assert disc.edge_towards(300, 300, bend=50) == pytest.approx((35.4, 35.4), abs=0.1)
    assert disc.edge_towards(300, 300) == pytest.approx((50, 50), abs=0.1)


CARD = st.integers(80, 190)
RINGS = st.dictionaries(st.integers(0, 4), st.lists(CARD, max_size=20), max_size=5).filter(
    lambda found: sum(len(cards) for cards in found.values()) <= 40
)


def cards(widths: dict[int, list[int]]) -> dict[int, list[Box]]:
    return {c: [Box(f"{c}-{n}", w, 44) for n, w in enumerate(found)] for c, found in widths.items()}


@settings(max_examples=60, deadline=None)
@given(RINGS)
def test_every_card_lies_wholly_in_its_own_circle(widths: dict[int, list[int]]) -> None:
    drawn = circles.lay_circles(MIDDLE, cards(widths))
    rings = {ring.circle: ring for ring in drawn.rings}
    assert len(drawn.cards) == sum(len(found) for found in widths.values())
    for card in drawn.cards:
        circle = int(card.key.split("-")[0])
        away, reach = circles.distance(card.x, card.y), circles.reach_of(card.width, card.height)
        assert drawn.circle_at(card.x, card.y) == circle
        if circle == circles.OUTSIDE:
            assert away - reach > drawn.reach
            continue
        assert rings[circle].inner <= away - reach
        assert away + reach <= rings[circle].outer


@settings(max_examples=60, deadline=None)
@given(RINGS)
def test_cards_and_the_names_of_circles_never_touch(widths: dict[int, list[int]]) -> None:
    drawn = circles.lay_circles(MIDDLE, cards(widths))
    names = (drawn.waiting, *(ring.label for ring in drawn.rings))
    everything = (*drawn.cards, *(name for name in names if name is not None))
    assert all(circles.are_apart(one, other, 0) for one, other in combinations(everything, 2))
    assert drawn == circles.lay_circles(MIDDLE, cards(widths))


def test_empty_circles_are_there_to_be_filled() -> None:
    drawn = circles.lay_circles(MIDDLE, {})
    assert [ring.circle for ring in drawn.rings] == [1, 2, 3, 4]
    assert all(inner.outer == outer.inner for inner, outer in pairwise(drawn.rings))
    assert drawn.circle_at(0, drawn.reach + 1) == circles.OUTSIDE
    assert drawn.circle_at(0, 0) == 1
