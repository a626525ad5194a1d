"""From a drawn family to the shapes of the canvas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engage_desktop.services.genogram import Drawn
from engage_desktop.views.family.genogram.faces import PersonSign
from engage_desktop.views.family.genogram.words import GenogramWords
from engage_desktop.views.kit.canvas.shapes import Area, Label, LineStyle, Node, Picture, Point, Room, Stroke
from engage_domain.genogram.drawing import Curve, Drawing, Line, LooseTie, Symbol, UnionLine
from engage_domain.genogram.kinship import PARENT_TYPES
from engage_domain.genogram.model import Kind, Sizes, Spot
from engage_domain.genogram.shapes import half

TIE, PERSON = "tie:", "person:"
OTHER = "other"
WAYS = {
    Line.SOLID: LineStyle.SOLID,
    Line.DOUBLE: LineStyle.SOLID_DASHED,
    Line.DASHED: LineStyle.DASHED,
    Line.DOTTED: LineStyle.DOTTED,
    Line.DASH_DOT: LineStyle.DASH_DOT,
}
BONDS = {
    "close": (LineStyle.DOUBLE, "bond_close", 1.8),
    "distant": (LineStyle.DOTTED, "bond_far", 2.0),
    "conflict": (LineStyle.ZIGZAG, "bond_strain", 1.8),
    "cut_off": (LineStyle.CUT, "bond_strain", 1.8),
}
OTHER_BOND = (LineStyle.DASHED, "bond_far", 1.6)
LOOSE = (LineStyle.DASHED, "bond_far", 1.4)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the canvas shows, and what everybody in it is called."""

    picture: Picture
    names: dict[str, str]


def scene_of(drawn: Drawn, words: GenogramWords, today: date) -> Scene:
    """Return the shapes of a drawing."""
    names = words.names(drawn)
    told = {one.person_id: words.sentence(drawn, one, names) for one in drawn.told}
    picture = Picture(
        nodes=tuple(node_of(one, drawn.drawing.sizes, words, told) for one in drawn.drawing.symbols),
        strokes=strokes_of(drawn.drawing, parent_ties(drawn)),
        areas=areas_of(drawn.drawing),
        labels=labels_of(drawn.drawing, words),
        says=words.whole(drawn, names, today),
    )
    return Scene(picture, names)


def moved(scene: Picture, drawn: Drawn, drawing: Drawing, words: GenogramWords) -> Picture:
    """Return the picture while somebody is dragged: the same people, lines that follow."""
    places = {one.person_id: one.at for one in drawing.symbols}
    nodes = tuple(_at(node, places[node.key]) for node in scene.nodes)
    ties = parent_ties(drawn)
    return Picture(nodes, strokes_of(drawing, ties), areas_of(drawing), labels_of(drawing, words), scene.says)


def node_of(one: Symbol, sizes: Sizes, words: GenogramWords, told: dict[str, str]) -> Node:
    """Return the sign of one person."""
    face = PersonSign(
        shape=one.shape,
        half=half(one.kind, sizes),
        top=sizes.symbol / 2 + sizes.label_gap,
        wide=sizes.label_width,
        name=words.called(one.name, one.kind),
        age=words.age(one),
        below=words.below(one),
        is_deceased=one.is_deceased or one.kind is Kind.STILLBIRTH,
        is_focus=one.is_focus,
    )
    return Node(one.person_id, _point(one.at), face.room(), told.get(one.person_id, ""), face)


def parent_ties(drawn: Drawn) -> dict[tuple[str, str], str]:
    """Return the tie that makes somebody the parent of somebody."""
    return {(tie.a, tie.b): tie.id for tie in drawn.chart.family.ties if tie.type in PARENT_TYPES}


def strokes_of(drawing: Drawing, ties: dict[tuple[str, str], str]) -> tuple[Stroke, ...]:
    """Return all lines."""
    found: list[Stroke] = []
    partners = {union.key: union.partners for union in drawing.unions}
    for union in drawing.unions:
        found += _union(union)
    for bar in drawing.bars:
        found += [Stroke(_points(path)) for path in bar.paths]
    for child in drawing.children:
        ids = [ties[p, child.child] for p in partners.get(child.union, ()) if (p, child.child) in ties]
        # A child of two has two ties: which one is meant is asked with the child, not with the line.
        key = TIE + ids[0] if len(ids) == 1 else PERSON + child.child
        found.append(Stroke(_points(child.path), WAYS[child.line], key=key))
    found += [Stroke(_points(twins.path)) for twins in drawing.twins]
    for loose in _lone(drawing):
        style, ink, width = LOOSE
        found.append(Stroke(_curve(loose.curve), style, ink, width, bent=True, key=TIE + loose.tie_id))
    for bond in drawing.bonds:
        style, ink, width = BONDS.get(bond.quality, OTHER_BOND)
        found.append(Stroke(_curve(bond.curve), style, ink, width, bent=True, key=TIE + bond.tie_id))
    return tuple(found)


def areas_of(drawing: Drawing) -> tuple[Area, ...]:
    """Return the outlines around those who live together."""
    return tuple(
        Area(
            tuple(Room(box.left, box.top, box.right, box.bottom) for box in home.boxes),
            fill="primarysoft",
        )
        for home in drawing.homes
    )


def labels_of(drawing: Drawing, words: GenogramWords) -> tuple[Label, ...]:
    """Return the words at lines: the years of partners, and what a loose tie is."""
    found = [
        Label(_point(union.note_at), said)
        for union in drawing.unions
        if union.note_at is not None and (said := words.union(union))
    ]
    found += [
        Label(_point(loose.curve.at(0.5)), words.tie(loose.type), centred=True) for loose in _lone(drawing)
    ]
    return tuple(found)


def _lone(drawing: Drawing) -> list[LooseTie]:
    """Return the loose ties that need a line: one that only says how two are with each other has it already."""
    told = {bond.tie_id for bond in drawing.bonds}
    return [loose for loose in drawing.loose if loose.type != OTHER or loose.tie_id not in told]


def _union(union: UnionLine) -> list[Stroke]:
    style = LineStyle.DASHED if union.is_dashed else LineStyle.SOLID
    key = TIE + union.tie_ids[0] if union.tie_ids else ""
    lines = [Stroke(_points(path), style, key=key) for path in union.paths]
    return lines + [Stroke(_points(path), key=key) for path in union.strokes]


def _at(node: Node, at: Spot) -> Node:
    return Node(node.key, _point(at), node.room, node.says, node.face, node.movable)


def _points(path: tuple[Spot, ...]) -> tuple[Point, ...]:
    return tuple(_point(at) for at in path)


def _curve(curve: Curve) -> tuple[Point, ...]:
    return _points((curve.start, curve.one, curve.two, curve.end))


def _point(at: Spot) -> Point:
    return Point(at.x, at.y)
