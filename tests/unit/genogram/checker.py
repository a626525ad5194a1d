"""What must hold of every drawing, looked up in the ties themselves; nothing of the layout's own reckoning is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from engage_domain.genogram.drawing import Drawing, Path
from engage_domain.genogram.model import Box, Family, Kind, Spot

PARTNERS = {"married", "partners", "separated", "divorced"}
PARENTS = {"birth", "adjudicated", "acknowledged", "putative", "adoptive", "foster", "guardian", "step"}
CLOSE = 3.0
Segment = tuple[str, Spot, Spot]


def violations(family: Family, drawing: Drawing) -> list[str]:
    """Return what is wrong with a drawing of a whole family; nothing when all is well."""
    return [
        *_completeness(family, drawing),
        *_overlaps(drawing),
        *_levels(family, drawing),
        *_birth_order(family, drawing),
        *_lines_through_signs(drawing),
        *_lines_over_lines(drawing),
        *_homes(drawing),
    ]


def _completeness(family: Family, drawing: Drawing) -> Iterator[str]:
    if sorted(one.person_id for one in drawing.symbols) != sorted(one.id for one in family.members):
        yield "somebody is missing or drawn twice"
    told = {(tie.a, tie.b) for tie in family.ties if tie.type in PARENTS - {"step"}}
    partners = {one.key: one.partners for one in drawing.unions}
    shown = {(p, c.child) for c in drawing.children for p in partners.get(c.union, ())}
    for a, b in sorted(told - shown):
        yield f"no line from {a} to the child {b}"
    for tie in family.ties:
        if tie.type in PARTNERS and not any({tie.a, tie.b} == set(u.partners) for u in drawing.unions):
            yield f"no line between the partners {tie.a} and {tie.b}"
    for one in drawing.symbols:
        if drawing.bounds.around(one.box) != drawing.bounds:
            yield f"{one.person_id} is out of bounds"


def _overlaps(drawing: Drawing) -> Iterator[str]:
    for one, other in combinations(drawing.symbols, 2):
        if one.box.overlaps(other.box):
            yield f"{one.person_id} stands on {other.person_id}"


def _levels(family: Family, drawing: Drawing) -> Iterator[str]:
    at = {one.person_id: one.at for one in drawing.symbols}
    for tie in family.ties:
        if tie.type in PARTNERS and at[tie.a].y != at[tie.b].y:
            yield f"partners {tie.a} and {tie.b} are not level"
        if tie.type in PARENTS and at[tie.b].y <= at[tie.a].y:
            yield f"{tie.b} is not below {tie.a}"
    for union in drawing.unions:
        if not union.is_level:
            yield f"{union.key} is said not to be level"


def _birth_order(family: Family, drawing: Drawing) -> Iterator[str]:
    """Brothers and sisters with the same parents, and no others, stand by age."""
    at = {one.person_id: one.at for one in drawing.symbols}
    parents: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for tie in family.ties:
        if tie.type in PARENTS:
            parents[tie.b].add((tie.a, tie.type))
    sets = defaultdict(list)
    for one in family.members:
        if one.birth and one.kind is Kind.PERSON and parents[one.id]:
            sets[frozenset(parents[one.id]), at[one.id].y].append(one)
    for siblings in sets.values():
        siblings.sort(key=lambda one: at[one.id].x)
        for left, right in pairwise(siblings):
            assert left.birth is not None
            assert right.birth is not None
            if left.birth > right.birth:
                yield f"{left.id} stands before the elder {right.id}"


def _segments(drawing: Drawing) -> Iterator[Segment]:
    for union in drawing.unions:
        yield from _of(union.key, union.paths)
    for bar in drawing.bars:
        yield from _of(bar.union, bar.paths)
    for child in drawing.children:
        yield from _of(child.union, (child.path,))


def _of(union: str, paths: tuple[Path, ...]) -> Iterator[Segment]:
    for path in paths:
        for start, end in pairwise(path):
            yield union, start, end


def _lines_through_signs(drawing: Drawing) -> Iterator[str]:
    half = drawing.sizes.symbol / 2 - 1
    ends: dict[str, set[str]] = defaultdict(set)
    for union in drawing.unions:
        ends[union.key] |= set(union.partners)
    for child in drawing.children:
        ends[child.union].add(child.child)
    signs = [
        (one.person_id, Box(one.at.x - half, one.at.y - half, one.at.x + half, one.at.y + half))
        for one in drawing.symbols
    ]
    for key, start, end in _segments(drawing):
        line = Box(min(start.x, end.x), min(start.y, end.y), max(start.x, end.x), max(start.y, end.y)).grown(
            0.01
        )
        for person, sign in signs:
            if person not in ends[key] and line.overlaps(sign) and _crosses(start, end, sign):
                yield f"a line of {key} runs through {person}"


def _crosses(start: Spot, end: Spot, box: Box) -> bool:
    for n in range(41):
        x, y = start.x + (end.x - start.x) * n / 40, start.y + (end.y - start.y) * n / 40
        if box.left < x < box.right and box.top < y < box.bottom:
            return True
    return start.x == end.x or start.y == end.y


def _lines_over_lines(drawing: Drawing) -> Iterator[str]:
    """Two unions' lines may cross, but never run in one another, where nobody could tell whose child is whose."""
    level: list[tuple[float, float, float, str]] = []
    upright: list[tuple[float, float, float, str]] = []
    for union, start, end in _segments(drawing):
        if start.y == end.y and start.x != end.x:
            level.append((start.y, min(start.x, end.x), max(start.x, end.x), union))
        elif start.x == end.x and start.y != end.y:
            upright.append((start.x, min(start.y, end.y), max(start.y, end.y), union))
    for name, lines in (("level", level), ("upright", upright)):
        lines.sort()
        for n, (at, low, high, union) in enumerate(lines):
            for other_at, other_low, other_high, other in lines[n + 1 :]:
                if other_at - at > CLOSE:
                    break
                if union != other and min(high, other_high) - max(low, other_low) > 1:
                    yield f"{name} lines of {union} and {other} run in one another at {at}"


def _homes(drawing: Drawing) -> Iterator[str]:
    for home in drawing.homes:
        for one in drawing.symbols:
            touches = [box for box in home.boxes if box.overlaps(one.box)]
            if one.person_id in home.members:
                if not any(box.around(one.box) == box for box in touches):
                    yield f"{one.person_id} is not inside {home.home_id}"
            elif touches:
                yield f"{home.home_id} runs over {one.person_id}"
        if not _is_one_piece(list(home.boxes)):
            yield f"{home.home_id} is in pieces"


def _is_one_piece(boxes: list[Box]) -> bool:
    reached, rest = [boxes[0]], boxes[1:]
    while True:
        near = [box for box in rest if any(box.overlaps(other) for other in reached)]
        if not near:
            return not rest
        reached += near
        rest = [box for box in rest if box not in near]
