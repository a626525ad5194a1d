"""Lines as paths: doubled, zigzag, cut through, with arrows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, starmap

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from engage_desktop.views.kit.canvas.shapes import Area, LineStyle, Point, Stroke

STEPS = 20
APART = 5.0
TOOTH, HIGH = 8.0, 6.0
HIT_EVERY, HIT_HALF = 16.0, 6.0
HEAD = 11.0

DASHES: dict[LineStyle, tuple[float, ...]] = {
    LineStyle.DASHED: (4.0, 2.6),
    LineStyle.DOTTED: (1.1, 2.4),
    LineStyle.DASH_DOT: (4.5, 2.2, 1.1, 2.2),
}
Line = Sequence[QPointF]


def paths_of(stroke: Stroke, scale: float) -> list[tuple[QPainterPath, tuple[float, ...]]]:
    """Return the paths of a line, each with the dashes it is drawn in."""
    style = stroke.style
    apart = APART * scale
    if style is LineStyle.SOLID_DASHED:
        line = _flat(stroke)
        return [
            (_through(_beside(line, -apart / 2)), ()),
            (_through(_beside(line, apart / 2)), DASHES[LineStyle.DASHED]),
        ]
    if style in {LineStyle.DOUBLE, LineStyle.TRIPLE}:
        line = _flat(stroke)
        asides = (-apart / 2, apart / 2) if style is LineStyle.DOUBLE else (-apart, 0.0, apart)
        path = QPainterPath()
        for aside in asides:
            path.addPath(_through(_beside(line, aside)))
        return [(_adorned(path, stroke, scale), ())]
    if style is LineStyle.ZIGZAG:
        return [(_adorned(_zigzag(_flat(stroke), scale), stroke, scale), ())]
    path = _plain(stroke)
    if style is LineStyle.CUT:
        _cut(path, _flat(stroke), scale)
    dashes = DASHES.get(style, ())
    if dashes and (stroke.arrow_at_start or stroke.arrow_at_end or stroke.hits):
        return [(path, dashes), (_adorned(QPainterPath(), stroke, scale), ())]
    return [(_adorned(path, stroke, scale), dashes)]


def outline_of(area: Area, scale: float) -> QPainterPath:
    """Return the outline around all rooms of an area."""
    whole = QPainterPath()
    for room in area.rooms:
        rect = QRectF(room.left, room.top, room.right - room.left, room.bottom - room.top)
        one = QPainterPath()
        if area.round:
            one.addEllipse(rect)
        else:
            bend = min(area.bend * scale, rect.width() / 2, rect.height() / 2)
            one.addRoundedRect(rect, bend, bend)
        whole = one if whole.isEmpty() else whole.united(one)
    return whole


def point(at: Point) -> QPointF:
    """Return a place for Qt."""
    return QPointF(at.x, at.y)


def _plain(stroke: Stroke) -> QPainterPath:
    path = QPainterPath(point(stroke.points[0]))
    if stroke.bent:
        one, two, end = (point(p) for p in stroke.points[1:4])
        path.cubicTo(one, two, end)
        return path
    for at in stroke.points[1:]:
        path.lineTo(point(at))
    return path


def _flat(stroke: Stroke) -> list[QPointF]:
    """Return a line as straight pieces."""
    if not stroke.bent:
        return [point(p) for p in stroke.points]
    path = _plain(stroke)
    return [path.pointAtPercent(n / STEPS) for n in range(STEPS + 1)]


def _through(line: Line) -> QPainterPath:
    path = QPainterPath(line[0])
    for at in line[1:]:
        path.lineTo(at)
    return path


def _normal(one: QPointF, other: QPointF) -> QPointF:
    along = other - one
    length = math.hypot(along.x(), along.y()) or 1.0
    return QPointF(-along.y() / length, along.x() / length)


def _beside(line: Line, aside: float) -> list[QPointF]:
    """Return the line that runs so far beside another."""
    normals = list(starmap(_normal, pairwise(line)))
    found = [line[0] + normals[0] * aside]
    for n, at in enumerate(line[1:-1], 1):
        both = normals[n - 1] + normals[n]
        long = math.hypot(both.x(), both.y())
        # Where a line turns back on itself the two normals cancel; either of them will do.
        mitre = both * (2 / (long * long)) if long > 0.3 else normals[n]
        found.append(at + mitre * aside)
    return [*found, line[-1] + normals[-1] * aside]


def _along(line: Line, step: float) -> list[tuple[QPointF, QPointF]]:
    """Return places every so far on a line, each with the direction across."""
    found: list[tuple[QPointF, QPointF]] = []
    left = step / 2
    for a, b in pairwise(line):
        length = math.hypot((b - a).x(), (b - a).y())
        normal = _normal(a, b)
        while left <= length and length > 0:
            found.append((a + (b - a) * (left / length), normal))
            left += step
        left -= length
    return found


def _zigzag(line: Line, scale: float) -> QPainterPath:
    path = QPainterPath(line[0])
    for n, (at, normal) in enumerate(_along(line, TOOTH * scale)):
        path.lineTo(at + normal * (HIGH * scale * (1 if n % 2 else -1)))
    path.lineTo(line[-1])
    return path


def _cut(path: QPainterPath, line: Line, scale: float) -> None:
    """Cross a line with two strokes in its middle: it is cut."""
    length = sum(math.hypot((b - a).x(), (b - a).y()) for a, b in pairwise(line))
    middles = _along(line, length) if length else []
    for at, normal in middles:
        along = QPointF(normal.y(), -normal.x())
        for shift in (-4.0 * scale, 4.0 * scale):
            spot = at + along * shift
            slant = normal * (9 * scale) + along * (4 * scale)
            path.moveTo(spot - slant)
            path.lineTo(spot + slant)


def _adorned(path: QPainterPath, stroke: Stroke, scale: float) -> QPainterPath:
    """Add what stands on a line: arrows at its ends, hits across it."""
    if not (stroke.arrow_at_start or stroke.arrow_at_end or stroke.hits):
        return path
    line = _flat(stroke)
    if stroke.arrow_at_start:
        _arrow(path, line[0], line[1], scale)
    if stroke.arrow_at_end:
        _arrow(path, line[-1], line[-2], scale)
    if stroke.hits:
        for at, normal in _along(line, HIT_EVERY * scale):
            path.moveTo(at - normal * (HIT_HALF * scale))
            path.lineTo(at + normal * (HIT_HALF * scale))
    return path


def _arrow(path: QPainterPath, tip: QPointF, before: QPointF, scale: float) -> None:
    back = before - tip
    length = math.hypot(back.x(), back.y()) or 1.0
    back *= HEAD * scale / length
    aside = QPointF(-back.y(), back.x()) * 0.55
    path.moveTo(tip + back + aside)
    path.lineTo(tip)
    path.lineTo(tip + back - aside)


def pen_style(dashes: tuple[float, ...]) -> Qt.PenCapStyle:
    """Return how a line ends: dots are round, all else is flat."""
    return Qt.PenCapStyle.RoundCap if dashes == DASHES[LineStyle.DOTTED] else Qt.PenCapStyle.FlatCap
