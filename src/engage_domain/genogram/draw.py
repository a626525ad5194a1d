"""The whole way from a family to a drawing: `draw` lays it out, `reroute` keeps the lines with a dragged person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engage_domain.genogram import lines, scope
from engage_domain.genogram.as_of import as_of, stay_of
from engage_domain.genogram.birth_order import birth_order, twin_groups
from engage_domain.genogram.channels import Ground, channels
from engage_domain.genogram.clusters import plan
from engage_domain.genogram.curves import Curves
from engage_domain.genogram.drawing import Bond, Curve, Drawing, LooseTie, Symbol
from engage_domain.genogram.generations import Rows, rows
from engage_domain.genogram.homes import Standing, outline
from engage_domain.genogram.kinship import KinUnion, Tie, unions_of
from engage_domain.genogram.loose import loose_ties, nearness
from engage_domain.genogram.model import Box, Family, Home, Member, Options, Residence, Sizes, Spot
from engage_domain.genogram.ordering import ordered
from engage_domain.genogram.remembered import settle
from engage_domain.genogram.shapes import shape_of
from engage_domain.genogram.spacing import spaced
from engage_domain.typed_dates import age_on

UNSAFE = "unsafe"
PLAIN = frozenset({"", "ordinary"})
MARGIN = 40.0


@dataclass(frozen=True, slots=True)
class Kin:
    """How the drawn people hang together, in which order and in which rows."""

    order: tuple[str, ...]
    unions: tuple[KinUnion, ...]
    loose: tuple[Tie, ...]
    twins: Mapping[str, tuple[tuple[str, ...], ...]]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything a drawing is made of before its lines are laid; kept by a canvas for `reroute`."""

    family: Family
    options: Options
    kin: Kin
    trunks: Mapping[tuple[str, int], str]
    spots: Mapping[str, Spot]
    folded: Mapping[str, int]
    hidden: int


def draw(family: Family, options: Options) -> Drawing:
    """Return the drawing of a family on a day, around one person if asked; the same family gives the same drawing."""
    return paint(lay_out(family, options))


def reroute(layout: Layout, moved: Mapping[str, Spot]) -> Drawing:
    """Return the drawing with some people moved by hand: everybody else stays, and all lines follow."""
    spots = {**layout.spots, **{one: spot for one, spot in moved.items() if one in layout.spots}}
    remembered = {**layout.options.remembered, **moved}
    return paint(replace(layout, spots=spots, options=replace(layout.options, remembered=remembered)))


def lay_out(family: Family, options: Options) -> Layout:
    """Return everybody's place."""
    now = as_of(family, options.on)
    near = scope.neighbours(now.ties)
    drawn = _within_reach(now, options)
    shown = frozenset(one.id for one in drawn.members)
    kin = _kin(drawn, options.focus)
    auto, trunks = _places(drawn, kin, options.sizes)
    return Layout(
        family=drawn,
        options=options,
        kin=kin,
        trunks=trunks,
        spots=settle(auto, options.remembered, drawn.ties, options.sizes),
        folded={one: scope.folded(one, shown, near) for one in shown},
        hidden=len(family.members) - len(shown),
    )


def _within_reach(now: Family, options: Options) -> Family:
    """Return the part of a family that is drawn."""
    everybody = frozenset(one.id for one in now.members)
    if options.steps is None or options.focus not in everybody:
        return now
    shown = scope.within(options.focus, options.steps, now.ties) & everybody
    return replace(
        now,
        members=tuple(one for one in now.members if one.id in shown),
        ties=tuple(tie for tie in now.ties if tie.a in shown and tie.b in shown),
    )


def _kin(family: Family, focus: str) -> Kin:
    order = birth_order(family.members)
    unions = unions_of(order, family.ties)
    loose = loose_ties(family.ties, unions)
    level = rows(order, unions, nearness(loose), focus)
    unions = tuple(
        replace(u, children=tuple(kid for kid in u.children if (u.key, kid.child) not in level.looped))
        for u in unions
    )
    twins = {u.key: twin_groups(family.members, [k.child for k in u.children]) for u in unions}
    return Kin(order, unions, loose, {key: groups for key, groups in twins.items() if groups}, level)


def _places(family: Family, kin: Kin, sizes: Sizes) -> tuple[dict[str, Spot], Mapping[tuple[str, int], str]]:
    """Return where everybody stands before anything is remembered, and what keeps the way free for long lines."""
    sexes = {one.id: one.sex for one in family.members}
    work = plan(kin.order, kin.unions, kin.rows.of, sexes, kin.twins)
    x = spaced(work, ordered(work), sizes)
    ways = channels(Ground(kin.unions, x, work.row_of, work.trunks, kin.twins, sizes))
    heights = lines.row_heights(len(work.rows), ways, sizes)
    return {one: Spot(place, heights[work.row_of[one]]) for one, place in x.items()}, work.trunks


def paint(layout: Layout) -> Drawing:
    """Return the drawing of people who have their places."""
    family, sizes = layout.family, layout.options.sizes
    people = {one.id: layout.spots[one.id] for one in family.members}
    ground = _ground(layout, _rows_by_height(people, sizes))
    members = {one.id: one for one in family.members}
    laid = lines.lay(ground, channels(ground), people, members, layout.kin.rows.uneven)
    standing = Standing(people, _rows_of_people(people, ground.row_of), sizes)
    symbols = tuple(_symbols(layout, standing))
    curves = Curves(people, sizes)
    bonds = tuple(_bonds(family.ties, curves, show_protected=layout.options.show_protected))
    loose = tuple(LooseTie(t.id, t.a, t.b, t.type, curves.between(t.a, t.b)) for t in layout.kin.loose)
    homes = tuple(shape for home in _homes(family) if (shape := outline(home, standing)) is not None)
    boxes = [one.box for one in symbols] + [box for home in homes for box in home.boxes]
    boxes += [_curve_box(one.curve) for one in bonds] + [_curve_box(one.curve) for one in loose]
    return Drawing(
        symbols=symbols,
        unions=laid.unions,
        bars=laid.bars,
        children=laid.children,
        twins=laid.twins,
        bonds=bonds,
        loose=loose,
        homes=homes,
        bounds=_bounds(boxes),
        sizes=sizes,
        hidden=layout.hidden,
        loops=tuple(sorted(layout.kin.rows.looped)),
    )


def _ground(layout: Layout, row_of: dict[str, int]) -> Ground:
    """Return what the lines are laid on."""
    trunks = _clear_trunks(layout, row_of)
    return Ground(
        layout.kin.unions,
        {one: spot.x for one, spot in layout.spots.items()},
        row_of | {passing: row for (_, row), passing in trunks.items()},
        trunks,
        layout.kin.twins,
        layout.options.sizes,
    )


def _clear_trunks(layout: Layout, row_of: Mapping[str, int]) -> dict[tuple[str, int], str]:
    """Return the ways for long lines that are still free, in the rows as they are seen after any dragging."""
    heights: dict[float, int] = {layout.spots[one].y: row for one, row in row_of.items()}
    room = layout.options.sizes.label_width / 2
    found: dict[tuple[str, int], str] = {}
    for (union, _), passing in layout.trunks.items():
        at = layout.spots[passing]
        row = heights.get(at.y)
        near = (layout.spots[one].x for one, other in row_of.items() if other == row)
        if row is not None and all(abs(x - at.x) >= room for x in near):
            found[union, row] = passing
    return found


def _rows_by_height(people: Mapping[str, Spot], sizes: Sizes) -> dict[str, int]:
    """Return rows as they are seen: those about level share one, wherever they were dragged."""
    found: dict[str, int] = {}
    row, last = -1, float("-inf")
    for one, spot in sorted(people.items(), key=lambda pair: (pair[1].y, pair[1].x, pair[0])):
        if spot.y - last > sizes.symbol:
            row, last = row + 1, spot.y
        found[one] = row
    return found


def _rows_of_people(people: Mapping[str, Spot], row_of: Mapping[str, int]) -> list[list[str]]:
    held: dict[int, list[str]] = defaultdict(list)
    for one in sorted(people, key=lambda one: (people[one].x, one)):
        held[row_of[one]].append(one)
    return [held[row] for row in sorted(held)]


def _symbols(layout: Layout, standing: Standing) -> list[Symbol]:
    by_id = {one.id: one for one in layout.family.members}
    return [
        _symbol(layout, by_id[one], standing, generation, place)
        for generation, people in enumerate(standing.rows)
        for place, one in enumerate(people)
    ]


def _symbol(layout: Layout, member: Member, standing: Standing, generation: int, place: int) -> Symbol:
    day = layout.options.on
    stay = stay_of(layout.family.stays, member.id)
    has_age = member.birth is not None and member.birth <= day and (not member.is_deceased or member.death)
    return Symbol(
        person_id=member.id,
        at=standing.spots[member.id],
        box=standing.box(member.id),
        shape=shape_of(member),
        kind=member.kind,
        name=member.name,
        sex=member.sex,
        gender=member.gender,
        age=age_on(member.birth, member.death or day) if member.birth and has_age else None,
        is_age_estimated=member.birth_estimated,
        is_deceased=member.is_deceased,
        birth=member.birth,
        death=member.death,
        is_focus=member.id == layout.options.focus,
        generation=generation,
        place=place,
        folded=layout.folded[member.id],
        is_remembered=member.id in layout.options.remembered,
        placement=stay.kind if stay else "",
        placed_with=stay.with_whom if stay else "",
    )


def _homes(family: Family) -> list[Home]:
    """Return the homes with the children placed in them."""
    placed: dict[str, list[str]] = defaultdict(list)
    for stay in family.stays:
        if stay.household_id:
            placed[stay.household_id].append(stay.person_id)
    return [
        replace(home, residences=(*home.residences, *(Residence(one) for one in placed[home.id])))
        for home in family.homes
    ]


def _bonds(ties: Sequence[Tie], curves: Curves, *, show_protected: bool) -> list[Bond]:
    return [
        Bond(tie.id, tie.a, tie.b, tie.quality, curves.between(tie.a, tie.b))
        for tie in ties
        if tie.quality not in PLAIN and (show_protected or tie.quality != UNSAFE)
    ]


def _curve_box(curve: Curve) -> Box:
    spots = [curve.at(n / 8) for n in range(9)]
    across, down = [spot.x for spot in spots], [spot.y for spot in spots]
    return Box(min(across), min(down), max(across), max(down))


def _bounds(boxes: Sequence[Box]) -> Box:
    if not boxes:
        return Box(0, 0, 0, 0)
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.around(box)
    return whole.grown(MARGIN)
