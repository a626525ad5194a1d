"""The sign for each person, and where lines touch it."""

from __future__ import annotations

import math

from engage_domain.genogram.drawing import Shape
from engage_domain.genogram.model import Kind, Member, Sizes, Spot

SHAPES = {"female": Shape.CIRCLE, "male": Shape.SQUARE}
KINDS = {
    Kind.PREGNANCY: Shape.TRIANGLE,
    Kind.MISCARRIAGE: Shape.SMALL_TRIANGLE,
    Kind.ABORTION: Shape.CROSS,
}
SMALL = 0.4


def shape_of(member: Member) -> Shape:
    """Return the sign for somebody: a circle, a square, a diamond for all others, a triangle before birth."""
    return KINDS.get(member.kind) or SHAPES.get(member.sex, Shape.DIAMOND)


def half(kind: Kind, sizes: Sizes) -> float:
    """Return half the height of a sign; those lost before birth are small."""
    is_small = kind in {Kind.MISCARRIAGE, Kind.ABORTION, Kind.STILLBIRTH}
    return sizes.symbol / 2 * (SMALL if is_small else 1)


def foot(shape: Shape, kind: Kind, at: Spot, aside: float, sizes: Sizes) -> Spot:
    """Return where a line from below touches a sign, some way aside of its middle."""
    high = half(kind, sizes)
    aside = max(-high, min(high, aside))
    drop = {
        Shape.CIRCLE: math.sqrt(max(high * high - aside * aside, 0.0)),
        Shape.DIAMOND: high - abs(aside),
    }.get(shape, high)
    return Spot(at.x + aside, at.y + drop)


def head(shape: Shape, kind: Kind, at: Spot, aside: float, sizes: Sizes) -> Spot:
    """Return where a line from above touches a sign, some way aside of its middle."""
    high = half(kind, sizes)
    rise = {
        Shape.CIRCLE: math.sqrt(max(high * high - aside * aside, 0.0)),
        Shape.DIAMOND: high - abs(aside),
        Shape.TRIANGLE: high - 2 * abs(aside),
        Shape.SMALL_TRIANGLE: high - 2 * abs(aside),
    }.get(shape, high)
    return Spot(at.x + aside, at.y - max(0.0, rise))
