"""Level lines that share a channel between two rows, each in a lane of its own where they would run over one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CLEAR = 9.0
STEP = 1.5
SEARCH = 240


@dataclass(frozen=True, slots=True)
class Span:
    """A level line that needs a lane."""

    key: str
    left: float
    right: float


def lanes(spans: Iterable[Span]) -> dict[str, int]:
    """Return a lane for each line, counted from the near side: short lines near, none over another in its lane."""
    taken: list[list[Span]] = []
    found: dict[str, int] = {}
    for span in sorted(spans, key=lambda one: (one.right - one.left, one.left, one.key)):
        lane = next(
            (n for n, others in enumerate(taken) if not any(_meet(span, one) for one in others)), len(taken)
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append(span)
        found[span.key] = lane
    return found


def _meet(one: Span, other: Span) -> bool:
    return one.left < other.right + CLEAR and other.left < one.right + CLEAR


class Uprights:
    """Upright lines of a channel, each with its owner: a new one finds a free place near where it would like to be."""

    def __init__(self) -> None:
        self._taken: list[tuple[float, str]] = []

    def take(self, x: float, owner: str) -> None:
        """Keep that a line stands at a place."""
        self._taken.append((x, owner))

    def place(self, wanted: float, low: float, high: float, owner: str) -> float:
        """Return the free place nearest to the wanted one, between two limits, and keep it."""
        low, high = min(low, high), max(low, high)
        start = min(max(wanted, low), high)
        others = [x for x, other in self._taken if other != owner]
        tries = [start + STEP * ((n + 1) // 2) * (1 if n % 2 else -1) for n in range(SEARCH)]
        places = [place for place in tries if low <= place <= high]
        for clear in (CLEAR, CLEAR / 2, CLEAR / 3):
            for place in places:
                if all(abs(place - other) >= clear for other in others):
                    self.take(place, owner)
                    return place
        self.take(start, owner)
        return start
