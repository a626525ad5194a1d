"""Places people were dragged to stay theirs; everybody else finds room around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from engage_domain.genogram.kinship import PARENT_TYPES, PARTNER_TYPES, Tie
from engage_domain.genogram.model import Box, Sizes, Spot

CLEAR = 8.0
KIN = frozenset({*PARENT_TYPES, *PARTNER_TYPES})


def settle(
    auto: Mapping[str, Spot], remembered: Mapping[str, Spot], ties: Iterable[Tie], sizes: Sizes
) -> dict[str, Spot]:
    """Return everybody's place: the remembered ones exactly, the others moved along with their nearest kin."""
    known = {one: spot for one, spot in remembered.items() if one in auto}
    if not known:
        return dict(auto)
    kin: dict[str, list[str]] = {}
    for tie in ties:
        if tie.type in KIN:
            kin.setdefault(tie.a, []).append(tie.b)
            kin.setdefault(tie.b, []).append(tie.a)
    moves = {one: Spot(spot.x - auto[one].x, spot.y - auto[one].y) for one, spot in known.items()}
    general = _typical(list(moves.values()))
    spots = dict(known)
    boxes = [sizes.box(spot) for spot in known.values()]
    for one in sorted((o for o in auto if o not in known), key=lambda o: (auto[o].y, auto[o].x, o)):
        near = [moves[other] for other in kin.get(one, ()) if other in moves]
        move = _typical(near) if near else general
        moves[one] = move
        wanted = Spot(auto[one].x + move.x, auto[one].y + move.y)
        spots[one] = wanted if one.startswith("|") else _free(wanted, boxes, sizes)
        if not one.startswith("|"):
            boxes.append(sizes.box(spots[one]))
    return spots


def _typical(moves: Sequence[Spot]) -> Spot:
    return Spot(round(median(m.x for m in moves)), round(median(m.y for m in moves)))


def _free(wanted: Spot, boxes: Sequence[Box], sizes: Sizes) -> Spot:
    """Return the place nearest to the wanted one, at the same height, where nobody stands."""
    here = sizes.box(wanted)
    level = [box for box in boxes if box.top < here.bottom and here.top < box.bottom]
    half = sizes.label_width / 2 + CLEAR
    tries = [wanted.x, *(box.left - half for box in level), *(box.right + half for box in level)]
    for x in sorted(tries, key=lambda x: (abs(x - wanted.x), x)):
        spot = Spot(x, wanted.y)
        if not any(sizes.box(spot).overlaps(box) for box in level):
            return spot
    return wanted
