"""What a canvas draws: signs that can be chosen and moved, lines between them, outlines behind them, words beside them.

Everything is frozen and compared by value: a canvas that is shown a new picture touches only what changed.
Places are pixels at the text size that holds now; whoever makes a picture scales it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from engage_desktop.views.kit.paint import Sketch


@dataclass(frozen=True, slots=True)
class Point:
    """A place; x grows to the right, y downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Room:
        """Return the rectangle with a margin on all sides."""
        return Room(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def around(self, other: Room) -> Room:
        """Return the smallest rectangle around both."""
        return Room(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def moved(self, by: Point) -> Room:
        """Return the rectangle somewhere else."""
        return Room(self.left + by.x, self.top + by.y, self.right + by.x, self.bottom + by.y)


@dataclass(frozen=True, slots=True)
class NodeState:
    """How a sign is to look: pointed at, chosen, and from how far it is seen (1 is full size)."""

    hot: bool = False
    chosen: bool = False
    zoom: float = 1.0

    @property
    def far(self) -> bool:
        """Say whether words would be too small to read."""
        return self.zoom < FAR


FAR = 0.34
"""Below this zoom no sign needs to draw its words."""


class NodeFace(Protocol):
    """How a sign looks. Make it a frozen dataclass: equal faces are not drawn again."""

    def draw(self, sketch: Sketch, state: NodeState) -> None:
        """Draw around the point (0, 0)."""


@dataclass(frozen=True, slots=True)
class Node:
    """A sign. `room` is what it takes up around its own middle; `says` is all of it as one sentence."""

    key: str
    at: Point
    room: Room
    says: str
    face: NodeFace
    movable: bool = True


class LineStyle(StrEnum):
    """How a line runs: told by form, never by colour alone."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash_dot"
    SOLID_DASHED = "solid_dashed"
    DOUBLE = "double"
    TRIPLE = "triple"
    ZIGZAG = "zigzag"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; with `bent` the four points are a cubic curve. With a `key` it can be pressed.

    `hits` makes a line crossed by small strokes ("stress" in an ecomap); arrows stand at either end.
    """

    points: tuple[Point, ...]
    style: LineStyle = LineStyle.SOLID
    ink: str = "text"
    width: float = 2.0
    bent: bool = False
    arrow_at_start: bool = False
    arrow_at_end: bool = False
    hits: bool = False
    key: str = ""
    above: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """An outline behind the signs: the union of rectangles, or of ellipses when `round`."""

    rooms: tuple[Room, ...]
    fill: str = ""
    line: str = "primary"
    width: float = 1.6
    dashed: bool = True
    bend: float = 24.0
    round: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside the signs, on a slip of the paper's colour so that lines do not run through them."""

    at: Point
    text: str
    ink: str = "muted"
    size: float = 12
    weight: int = 500
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw. Signs stand in the order in which they are read; `says` tells the whole of it."""

    nodes: tuple[Node, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
    labels: tuple[Label, ...] = ()
    says: str = ""

    def bounds(self) -> Room:
        """Return the rectangle around everything."""
        rooms = [node.room.moved(node.at) for node in self.nodes]
        rooms += [room for area in self.areas for room in area.rooms]
        rooms += [Room(p.x, p.y, p.x, p.y) for stroke in self.strokes for p in stroke.points]
        if not rooms:
            return Room(0, 0, 0, 0)
        whole = rooms[0]
        for room in rooms[1:]:
            whole = whole.around(room)
        return whole
