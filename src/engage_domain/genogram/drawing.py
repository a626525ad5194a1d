"""A drawn genogram: places and lines, for a canvas to paint and a list to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engage_domain.genogram.model import Box, Kind, Sizes, Spot

Path = tuple[Spot, ...]


class Shape(StrEnum):
    """The sign for somebody."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    SMALL_TRIANGLE = "small_triangle"
    CROSS = "cross"


class Line(StrEnum):
    """How a child's line is drawn: colour never carries the meaning alone."""

    SOLID = "solid"
    DOUBLE = "double"  # solid beside dashed: adopted
    DASHED = "dashed"  # fostered
    DOTTED = "dotted"  # with a guardian
    DASH_DOT = "dash_dot"  # a step-parent, or a father only named as one


@dataclass(frozen=True, slots=True)
class Symbol:
    """One person's sign, where it stands, and what is written at it."""

    person_id: str
    at: Spot
    box: Box
    shape: Shape
    kind: Kind
    name: str
    sex: str
    gender: str
    age: int | None
    is_age_estimated: bool
    is_deceased: bool
    birth: date | None
    death: date | None
    is_focus: bool
    generation: int
    place: int
    folded: int
    is_remembered: bool
    placement: str = ""
    placed_with: str = ""


@dataclass(frozen=True, slots=True)
class UnionLine:
    """The line between partners, or under one parent, with the strokes that mark its state."""

    key: str
    partners: tuple[str, ...]
    tie_ids: tuple[str, ...]
    state: str
    from_on: date | None
    to_on: date | None
    paths: tuple[Path, ...]
    strokes: tuple[Path, ...]
    note_at: Spot | None
    is_dashed: bool
    is_level: bool


@dataclass(frozen=True, slots=True)
class ChildLine:
    """The line from a union down to one child."""

    union: str
    child: str
    way: str
    line: Line
    path: Path


@dataclass(frozen=True, slots=True)
class SiblingBar:
    """The lines from a union to where its children's lines begin: the way down and the bar."""

    union: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class TwinLine:
    """The line that joins identical twins."""

    children: tuple[str, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic curve: from `start` to `end`, bent by two handles."""

    start: Spot
    one: Spot
    two: Spot
    end: Spot

    def at(self, t: float) -> Spot:
        """Return the place at a share of the way."""
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points = (self.start, self.one, self.two, self.end)
        x = sum(w * p.x for w, p in zip(weights, points, strict=True))
        return Spot(x, sum(w * p.y for w, p in zip(weights, points, strict=True)))


@dataclass(frozen=True, slots=True)
class Bond:
    """How two people are with each other, as a curve that bows around the others."""

    tie_id: str
    a: str
    b: str
    quality: str
    curve: Curve


@dataclass(frozen=True, slots=True)
class LooseTie:
    """A kinship whose steps between are not drawn: a grandparent, a cousin, a family friend."""

    tie_id: str
    a: str
    b: str
    type: str
    curve: Curve


@dataclass(frozen=True, slots=True)
class HomeShape:
    """The outline around those who live together: the rectangles it is the union of."""

    home_id: str
    name: str
    members: tuple[str, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything to paint, in the order of reading: rows from the top, people from the left.

    `loops` names the children of unions left undrawn because they would be their own ancestors; `hidden` counts
    the people not drawn for the day or the steps asked for.
    """

    symbols: tuple[Symbol, ...]
    unions: tuple[UnionLine, ...]
    bars: tuple[SiblingBar, ...]
    children: tuple[ChildLine, ...]
    twins: tuple[TwinLine, ...]
    bonds: tuple[Bond, ...]
    loose: tuple[LooseTie, ...]
    homes: tuple[HomeShape, ...]
    bounds: Box
    sizes: Sizes
    hidden: int
    loops: tuple[tuple[str, str], ...] = ()

    def symbol(self, person_id: str) -> Symbol:
        """Return one person's sign; KeyError when they are not drawn."""
        for one in self.symbols:
            if one.person_id == person_id:
                return one
        raise KeyError(person_id)
