"""From supports to pictures for the canvas: the map with its lines, and the circles of closeness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from math import hypot

from engage_desktop.views.family.supports.faces import (
    CARD_HIGH,
    MIDDLE_BEND,
    MIDDLE_WIDE,
    WIDE,
    CardFace,
    MiddleFace,
    SignFace,
    card_width,
    middle_height,
    sign_height,
)
from engage_desktop.views.family.supports.told import SupportTold, icon_of
from engage_desktop.views.kit.canvas.shapes import (
    Area,
    Label,
    LineStyle,
    Node,
    Picture,
    Point,
    Room,
    Stroke,
)
from engage_desktop.views.kit.paint import text_width
from engage_desktop.views.kit.theme import look
from engage_domain import circles
from engage_domain.ecomap import Box, Spot, lay_out
from engage_domain.supports import STRONG, WEAK, Support, by_circle

MIDDLE = "middle"
LABEL_SIZE = 13.0
STYLES = {STRONG: LineStyle.TRIPLE, "ordinary": LineStyle.SOLID, WEAK: LineStyle.DASHED}
TIP = 18.0  # of a tripled line: its single end with the arrow
SHORT = 4.0  # between a line's end and what it leads to


@dataclass(frozen=True, slots=True)
class Middle:
    """Whoever is in the middle, and who belongs there."""

    name: str
    more: str
    wide: float = MIDDLE_WIDE

    def box(self) -> Box:
        """Return how much room it takes."""
        return Box(MIDDLE, self.wide, middle_height(self.name, self.more, self.wide))

    def node(self, says: str) -> Node:
        """Return its sign."""
        box = self.box()
        spot = Spot(MIDDLE, 0, 0, box.width, box.height)
        return Node(
            MIDDLE,
            Point(0, 0),
            _room(spot),
            says,
            MiddleFace(self.name, self.more, box.width, box.height),
            movable=False,
        )


def style_of(support: Support) -> LineStyle:
    """Return how the line to a support runs; dotted while nobody said how strong it is."""
    return STYLES.get(support.strength, LineStyle.DOTTED)


def ink_of(support: Support) -> str:
    """Return the colour of a line, which only says again what its form says."""
    if support.stressful:
        return "bond_strain"
    return {STRONG: "bond_close", WEAK: "bond_far"}.get(support.strength, "bond_far")


def spots_of(middle: Middle, shown: tuple[Support, ...]) -> dict[str, Spot]:
    """Return where the supports stand on the map."""
    boxes = [Box(s.support_id, WIDE, sign_height(s.name), s.place) for s in shown]
    return {spot.key: spot for spot in lay_out(middle.box(), boxes)}


def ecomap(
    told: SupportTold, about: str, middle: Middle, shown: tuple[Support, ...], spots: Mapping[str, Spot]
) -> Picture:
    """Return the map: the middle, everything round it, and a line to each."""
    says = told.whole(about, shown)
    box = middle.box()
    centre = Spot(MIDDLE, 0, 0, box.width, box.height)
    nodes, strokes = [middle.node(says)], list[Stroke]()
    for support in shown:
        spot = spots[support.support_id]
        face = SignFace(
            support.name,
            icon_of(support),
            spot.height,
            ink_of(support),
            support.is_formal,
            support.strength == STRONG,
            bool(support.stressful),
        )
        nodes.append(
            Node(support.support_id, _point(spot.x, spot.y), _room(spot), told.sentence(support), face)
        )
        strokes += _strokes(support, centre, spot, face.bend)
    return Picture(tuple(nodes), tuple(strokes), says=says)


def drawn_circles(middle: Middle, shown: tuple[Support, ...], told: SupportTold) -> circles.Circles:
    """Return where the rings and the cards are."""
    cards = {
        circle: [
            Box(s.support_id, card_width(s.name, stressful=bool(s.stressful)), CARD_HIGH) for s in supports
        ]
        for circle, supports in by_circle(shown)
    }
    widest = max(text_width(name, LABEL_SIZE, 600) for _circle, name in told.circles()) / look().scale
    return circles.lay_circles(middle.box(), cards, (widest + 16, LABEL_SIZE + 8))


def closeness(
    told: SupportTold, about: str, middle: Middle, shown: tuple[Support, ...], drawn: circles.Circles
) -> Picture:
    """Return the circles: the middle, the rings with their names, and a card for everybody."""
    known = {support.support_id: support for support in shown}
    says = told.whole(about, shown)
    nodes = [middle.node(says)]
    for spot in drawn.cards:
        support = known[spot.key]
        face = CardFace(
            support.name, icon_of(support), spot.width, support.is_formal, bool(support.stressful)
        )
        nodes.append(Node(spot.key, _point(spot.x, spot.y), _room(spot), told.sentence(support), face))
    names = [(ring.circle, ring.label) for ring in drawn.rings]
    if drawn.waiting is not None:
        names.append((circles.OUTSIDE, drawn.waiting))
    labels = tuple(_label(told.circle(circle), spot) for circle, spot in names)
    return Picture(tuple(nodes), areas=_areas(drawn), labels=labels, says=says)


def _label(name: str, spot: Spot) -> Label:
    at = _point(spot.x, spot.y - spot.height / 2)
    return Label(at, name, "primary", LABEL_SIZE, 600, centred=True)


def _areas(drawn: circles.Circles) -> tuple[Area, ...]:
    found = []
    for ring in reversed(drawn.rings):
        across, down = look().scale * circles.ASPECT * ring.outer, look().scale * ring.outer
        room = Room(-across, -down, across, down)
        found.append(Area((room,), "primarysoft", "primary", 1.2, dashed=False, round=True))
    return tuple(found)


def _strokes(support: Support, centre: Spot, spot: Spot, bend: float) -> list[Stroke]:
    """Return the line to a support; a tripled one ends in single arrows, or one would not see them."""
    start = centre.edge_towards(spot.x, spot.y, MIDDLE_BEND)
    end = spot.edge_towards(0, 0, bend)
    length = max(1.0, hypot(end[0] - start[0], end[1] - start[1]))
    near, far = _between(start, end, SHORT / length), _between(end, start, SHORT / length)
    style = style_of(support)
    line = partial(Stroke, ink=ink_of(support), key=support.support_id)
    whole = line((_point(*near), _point(*far)), style, width=2.2, hits=bool(support.stressful))
    if style is not LineStyle.TRIPLE:
        return [replace(whole, arrow_at_start=support.gives, arrow_at_end=support.takes)]
    share = min(TIP / length, 0.3)
    inner = _between(near, far, share) if support.gives else near
    outer = _between(far, near, share) if support.takes else far
    found = [replace(whole, points=(_point(*inner), _point(*outer)))]
    if support.gives:
        found.append(line((_point(*inner), _point(*near)), width=2.6, arrow_at_end=True))
    if support.takes:
        found.append(line((_point(*outer), _point(*far)), width=2.6, arrow_at_end=True))
    return found


def _between(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _point(x: float, y: float) -> Point:
    return Point(x * look().scale, y * look().scale)


def _room(spot: Spot) -> Room:
    wide, high = spot.width * look().scale / 2, spot.height * look().scale / 2
    return Room(-wide, -high, wide, high)
