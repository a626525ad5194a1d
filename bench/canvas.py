"""A family on the canvas: 150 and 3,000 people shown, panned and dragged, beside what an eye still takes for smooth."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tests.unit.genogram.families import TODAY, random_family

from bench.measure import Row, median, timed
from engage_desktop.services.genogram import EVERYBODY, Ask, Drawn
from engage_desktop.store.genogram import Chart
from engage_desktop.views.family.genogram.picture import moved, scene_of
from engage_desktop.views.family.genogram.words import GenogramWords
from engage_desktop.views.kit.canvas.shapes import Node, Picture, Point, Stroke
from engage_desktop.views.kit.canvas.view import Canvas
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.kit.words import wordbook
from engage_domain.genogram.draw import lay_out, paint, reroute
from engage_domain.genogram.model import Family, Options, Spot
from engage_domain.genogram.reading import told

SHOWN, FRAME = 250.0, 1000 / 30
SIZE = (1040, 560)


@dataclass(frozen=True, slots=True)
class Stage:
    """A canvas that shows a family."""

    canvas: Canvas
    drawn: Drawn
    words: GenogramWords
    picture: Picture


def run() -> list[Row]:
    """Measure a family of 150, and twenty such families at once: more than anybody draws."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        Theme().apply(app)
    stage = _stage(random_family(7, 150), TODAY)
    rows = _rows("150 people", stage.canvas, stage.picture)
    rows.append(_row("drag one of 150 people, lines following", timed(_drag(stage), 10), 100.0, "a tenth"))
    many = _beside([_stage(random_family(seed, 150), TODAY).picture for seed in range(20)])
    return rows + _rows(f"{len(many.nodes):,} people", stage.canvas, many)


def _beside(pictures: list[Picture]) -> Picture:
    """Return pictures in rows of five as one."""
    nodes: list[Node] = []
    strokes: list[Stroke] = []
    across = down = high = 0.0
    for n, picture in enumerate(pictures):
        bounds = picture.bounds()
        if n % 5 == 0:
            across, down, high = 0.0, down + high, 0.0
        by = Point(across - bounds.left, down - bounds.top)
        nodes += [replace(one, key=f"{n} {one.key}", at=_shifted(one.at, by)) for one in picture.nodes]
        strokes += [replace(s, points=tuple(_shifted(p, by) for p in s.points)) for s in picture.strokes]
        across, high = across + bounds.right - bounds.left + 200, max(high, bounds.bottom - bounds.top + 200)
    return Picture(tuple(nodes), tuple(strokes), says="Many families.")


def _shifted(at: Point, by: Point) -> Point:
    return Point(at.x + by.x, at.y + by.y)


def _rows(what: str, canvas: Canvas, picture: Picture) -> list[Row]:
    show = timed(lambda: _shown_anew(canvas, picture), 3)
    canvas.fit()
    far = timed(lambda: _panned(canvas), 15)
    canvas.zoom_by(0.8 / canvas.zoom)
    near = timed(lambda: _panned(canvas), 15)
    return [
        _row(f"show {what} on the canvas", show, SHOWN, "a quarter of a second"),
        _row(f"pan over all of {what}", far, FRAME, "30 pictures a second"),
        _row(f"pan among {what} from near", near, FRAME, "30 pictures a second"),
    ]


def _row(what: str, seconds: list[float], limit: float, against: str) -> Row:
    return Row(f"{what}, p50", 1000 * median(seconds), limit, "ms", against)


def _stage(family: Family, day: date) -> Stage:
    canvas = Canvas("A family")
    canvas.resize(*SIZE)
    canvas.show()
    words = GenogramWords(wordbook("en"), canvas)
    layout = lay_out(family, Options(day))
    drawing = paint(layout)
    ask = Ask("", day, "", EVERYBODY)
    drawn = Drawn(ask, day, Chart(family, {}, {}), layout, drawing, told(layout, drawing))
    picture = scene_of(drawn, words, day).picture
    canvas.show_picture(picture)
    return Stage(canvas, drawn, words, picture)


def _shown_anew(canvas: Canvas, picture: Picture) -> None:
    canvas.show_picture(Picture())
    canvas.show_picture(picture)
    canvas.grab()


def _panned(canvas: Canvas) -> None:
    canvas.pan(14, 7)
    canvas.grab()


def _drag(stage: Stage) -> Callable[[], None]:
    one = stage.drawn.drawing.symbols[len(stage.drawn.drawing.symbols) // 2]
    at = [one.at.x]

    def once() -> None:
        at[0] += 9
        drawing = reroute(stage.drawn.layout, {one.person_id: Spot(at[0], one.at.y)})
        stage.canvas.show_picture(moved(stage.canvas.picture, stage.drawn, drawing, stage.words))
        stage.canvas.grab()

    return once
