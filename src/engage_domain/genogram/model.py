"""What a genogram is drawn from: people, ties, homes and placements, each with its days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from engage_domain.genogram.kinship import Tie


class Kind(StrEnum):
    """Whether somebody is a person, is still to be born, or was lost before birth."""

    PERSON = "person"
    PREGNANCY = "pregnancy"
    MISCARRIAGE = "miscarriage"
    STILLBIRTH = "stillbirth"
    ABORTION = "abortion"


LOSSES = frozenset({Kind.MISCARRIAGE, Kind.STILLBIRTH, Kind.ABORTION})
KINDS = {kind.value: kind for kind in Kind}


def kind_of(code: object) -> Kind:
    """Return what a code says somebody is; a code nobody knows means a person."""
    return KINDS.get(str(code), Kind.PERSON)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the drawing. Members of one `twin_group` were born together."""

    id: str
    name: str = ""
    sex: str = "unknown"
    gender: str = ""
    birth: date | None = None
    birth_estimated: bool = False
    death: date | None = None
    is_deceased: bool = False
    kind: Kind = Kind.PERSON
    twin_group: str = ""
    is_identical_twin: bool = False


@dataclass(frozen=True, slots=True)
class Residence:
    """Somebody living in a home for a time."""

    person_id: str
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """A household, with everybody who lives or lived there."""

    id: str
    name: str = ""
    residences: tuple[Residence, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    """A placement of a child."""

    person_id: str
    kind: str
    with_whom: str = ""
    household_id: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Everything a drawing may show. Protected ties are among the ties only when the reader may see them."""

    members: tuple[Member, ...]
    ties: tuple[Tie, ...] = ()
    homes: tuple[Home, ...] = ()
    stays: tuple[Stay, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the canvas; x grows to the right, y downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the canvas."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Say whether two rectangles share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def around(self, other: Box) -> Box:
        """Return the smallest rectangle around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def grown(self, by: float) -> Box:
        """Return the rectangle with a margin on all sides."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are drawn; `times` gives the same for larger text."""

    symbol: float = 58
    label_width: float = 128
    label_height: float = 42
    label_gap: float = 6
    between: float = 140
    couple: float = 168
    families: float = 24
    lane: float = 18
    bar: float = 14

    def times(self, factor: float) -> Sizes:
        """Return everything larger or smaller by a factor."""
        return Sizes(*(getattr(self, name) * factor for name in self.__slots__))

    def box(self, at: Spot) -> Box:
        """Return the room a symbol takes with its label."""
        half, wide = self.symbol / 2, self.label_width / 2
        return Box(at.x - wide, at.y - half, at.x + wide, at.y + half + self.label_gap + self.label_height)


@dataclass(frozen=True, slots=True)
class Options:
    """How to draw: on which day, around whom and how many steps of kinship far, with which places remembered."""

    on: date
    focus: str = ""
    steps: int | None = None
    remembered: dict[str, Spot] = field(default_factory=dict)
    sizes: Sizes = Sizes()
    show_protected: bool = False
