"""A child's three areas: worries, good things, dreams.

The child's words stay with the worker until the child has said with whom they may be shared (I-22).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PRIVATE = "child_private_words"
MOST_INK = 64 * 1024


class ChildArea(StrEnum):
    """What a child may speak about, in whatever order it likes."""

    WORRIES = "worries"
    GOOD_THINGS = "good_things"
    DREAMS = "dreams"


class Share(StrEnum):
    """What the child decided about who may see its words."""

    NOT_DECIDED = "not_decided"
    NOBODY = "nobody"
    SOME = "some"
    EVERYONE = "everyone"


class Way(StrEnum):
    """How the words came onto the page."""

    WROTE = "wrote"
    DICTATED = "dictated"
    DREW = "drew"


@dataclass(frozen=True, slots=True)
class Piece:
    """One area: the child's exact words and what it drew."""

    words_id: str
    area: str
    text: str = ""
    way: str = ""
    ink: str = ""
    draft: str | None = None

    @property
    def words(self) -> str:
        """What stands there, being written or settled."""
        return (self.text if self.draft is None else self.draft).strip()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said or drawn here."""
        return not (self.words or self.ink)


@dataclass(frozen=True, slots=True)
class Areas:
    """One talk with a child about its three areas."""

    areas_id: str
    child_id: str
    held_on: date | None
    order: tuple[str, ...]
    read_back: bool
    share: str
    share_with: tuple[str, ...]
    share_words: str
    pieces: tuple[Piece, ...]

    def piece(self, area: str) -> Piece | None:
        """Return what is in an area."""
        return next((piece for piece in self.pieces if piece.area == area), None)

    def extra(self, area: str) -> tuple[Piece, ...]:
        """Return what else is in an area, as when two laptops began the same talk."""
        return tuple(piece for piece in self.pieces if piece.area == area)[1:]

    def in_order(self) -> tuple[ChildArea, ...]:
        """Return the areas as the child took them; those not taken yet follow."""
        taken = [ChildArea(area) for area in self.order if area in set(ChildArea)]
        return (*taken, *(area for area in ChildArea if area not in taken))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said or drawn anywhere."""
        return all(piece.is_empty for piece in self.pieces)


def read_order(text: str) -> tuple[str, ...]:
    """Read the order in which the child took the areas; what is no area is left out, none counts twice."""
    known = set(ChildArea)
    return tuple(dict.fromkeys(part for part in (p.strip() for p in text.split(",")) if part in known))


def write_order(order: Iterable[str]) -> str:
    """Write the order in which the child took the areas."""
    return ",".join(read_order(",".join(order)))


def taken(order: tuple[str, ...], area: str) -> tuple[str, ...]:
    """Return the order after the child went to an area: its first visit is its place."""
    return order if area in order else (*order, area)


def is_decided(share: str) -> bool:
    """Say whether the child was asked and answered."""
    return share in {Share.NOBODY, Share.SOME, Share.EVERYONE}


def may_decide(areas: Areas) -> bool:
    """Say whether sharing can be asked about: first the words are read back to the child."""
    return areas.read_back and not areas.is_empty


def may_be_shown(
    labels: Collection[str],
    share: str,
    share_with: Collection[str],
    child_id: str,
    viewers: Collection[str],
) -> bool:
    """Say whether a child's words may leave the worker's view for some people (I-22).

    The label stays for good, so that nothing shows them by chance; the child's decision is the only door through it,
    and it is a door for the child's own words alone: any other label keeps the row. Viewers nobody knows see nothing.
    """
    if not viewers or set(labels) != {PRIVATE}:
        return False
    if share == Share.EVERYONE:
        return True
    return share == Share.SOME and set(viewers) <= {*share_with, child_id}
