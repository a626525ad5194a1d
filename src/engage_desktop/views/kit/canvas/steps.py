"""Where the arrow keys lead: along the order of reading, and to the nearest sign above or below."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from engage_desktop.views.kit.canvas.shapes import Node

LEVEL = 12.0
ASIDE = 0.6


class Way(Enum):
    """Where to go from a sign."""

    BEFORE = "before"
    AFTER = "after"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"


def step(nodes: Sequence[Node], here: str, way: Way) -> str:
    """Return the sign one comes to; where there is none, one stays."""
    if not nodes:
        return ""
    place = next((n for n, node in enumerate(nodes) if node.key == here), -1)
    if way is Way.LAST:
        return nodes[-1].key
    if way is Way.FIRST or place < 0:
        return nodes[0].key
    if way in {Way.BEFORE, Way.AFTER}:
        return nodes[max(0, min(len(nodes) - 1, place + (1 if way is Way.AFTER else -1)))].key
    return _nearest(nodes, nodes[place], 1 if way is Way.DOWN else -1)


def by_letters(nodes: Sequence[Node], here: str, letters: str) -> str:
    """Return the next sign whose sentence begins with what was typed; none keeps the place."""
    wanted = letters.casefold()
    place = next((n for n, node in enumerate(nodes) if node.key == here), -1)
    start = place if len(letters) > 1 else place + 1
    turned = (*nodes[max(0, start) :], *nodes[: max(0, start)])
    return next((node.key for node in turned if node.says.casefold().startswith(wanted)), here)


def _nearest(nodes: Sequence[Node], here: Node, sign: int) -> str:
    found = [node for node in nodes if (node.at.y - here.at.y) * sign > LEVEL]
    if not found:
        return here.key
    return min(
        found, key=lambda node: (abs(node.at.y - here.at.y) + ASIDE * abs(node.at.x - here.at.x), node.at.x)
    ).key
