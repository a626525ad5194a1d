"""Ink as points: small, whole numbers, and safe to read from anywhere."""

from __future__ import annotations

import json
import math

import pytest

from engage_desktop.views.kit.strokes import MOST_BYTES, WIDE, Drawing, Stroke, packed, simplified, unpacked


def wave(count: int = 200) -> Stroke:
    spots = tuple(
        (at * WIDE // count, 800 + round(300 * math.sin(at / 9)), 40 + at % 30) for at in range(count)
    )
    return Stroke("blue", 34, spots)


def test_a_drawing_comes_back_as_it_was() -> None:
    drawing = Drawing(
        (wave(), Stroke("red", 80, ((10, 20, 50),)), Stroke("black", 16, ((1, 2, 50), (9, 9, 50))))
    )
    text = packed(drawing)
    assert text is not None
    assert unpacked(text) == drawing
    assert text == packed(unpacked(text))


def test_what_is_kept_is_whole_numbers_in_one_order() -> None:
    text = packed(Drawing((wave(),)))
    assert text is not None
    assert "." not in text
    assert " " not in text
    assert json.dumps(json.loads(text), sort_keys=True, separators=(",", ":")) == text


def test_a_straight_line_needs_its_ends_only() -> None:
    line = [(at, at * 2, 50) for at in range(500)]
    assert simplified(line) == (line[0], line[-1])


def test_a_line_keeps_where_it_was_pressed() -> None:
    line = [(at, 0, 20 if at < 250 else 80) for at in range(500)]
    assert {spot[2] for spot in simplified(line)} == {20, 80}


def test_a_corner_stays() -> None:
    corner = [(at, 0, 50) for at in range(100)] + [(99, at, 50) for at in range(100)]
    assert (99, 0, 50) in simplified(corner)


def test_simplifying_never_leaves_the_line_by_more_than_it_may() -> None:
    stroke = wave(400)
    kept = Stroke("blue", 0, simplified(stroke.spots, 6))
    assert len(kept.spots) < 300
    assert all(kept.touches(x, y, 6.01) for x, y, _ in stroke.spots)


def test_a_page_full_of_scribble_still_fits() -> None:
    drawing = Drawing(tuple(wave(400) for _ in range(40)))
    text = packed(drawing)
    assert text is not None
    assert len(text) <= MOST_BYTES
    assert len(unpacked(text).strokes) == 40


def test_a_page_that_cannot_fit_says_so() -> None:
    assert packed(Drawing((wave(),)), most=40) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "[]",
        "{}",
        '{"s":3}',
        '{"s":[null,{"c":1}]}',
        '{"s":[{"c":"blue","w":3,"p":[1,2]}]}',
        "[" * 100_000,
        '{"s":[{"c":"blue","w":3,"f":1,"p":["a","b"]}]}',
    ],
)
def test_what_is_no_drawing_is_an_empty_page(text: str) -> None:
    assert unpacked(text).is_empty


def test_ink_from_elsewhere_stays_on_the_page() -> None:
    drawing = unpacked('{"h":2560,"s":[{"c":"blue","w":99999,"f":900,"p":[-50,9999999]}]}')
    assert drawing.strokes[0].spots == ((0, 2560, 100),)
    assert drawing.strokes[0].width <= WIDE


def test_the_rubber_takes_the_strokes_it_touches_and_no_other() -> None:
    near, far = Stroke("blue", 10, ((0, 0, 50), (1000, 0, 50))), Stroke("red", 10, ((0, 2000, 50),))
    page = Drawing((near, far))
    assert page.rubbed(500, 60, 60).strokes == (far,)
    assert page.rubbed(500, 700, 60) is page
