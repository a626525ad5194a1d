"""The genogram beside its limit: random families up to 150 people, and the royal houses around one person."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.unit.genogram.families import TODAY, random_family

from bench import canvas
from bench.measure import Row, median, percentile, timed
from engage_domain.gedcom.preview import family_of
from engage_domain.gedcom.proposals import propose
from engage_domain.gedcom.reader import read
from engage_domain.genogram.draw import draw, lay_out, paint
from engage_domain.genogram.model import Family, Options

SIZES = (8, 19, 40, 80, 150)
FAMILIES = 60
LIMIT = 150.0
AGAINST = "limit for 150 people"
ROYAL = Path(__file__).resolve().parents[2] / "shared/data/gedcom/royal92.ged"


def run() -> list[Row]:
    """Measure the layout of families of each size, a drag, and a large tree where it is at hand."""
    rows: list[Row] = []
    for size in SIZES:
        families = [random_family(seed * 1000 + size, size) for seed in range(FAMILIES)]
        rows += _rows(f"draw a family of {size}", [one for family in families for one in _taken(family)])
    layouts = [lay_out(random_family(seed, 150), Options(TODAY)) for seed in range(20)]
    dragged = [taken for layout in layouts for taken in timed(partial(paint, layout), 2)]
    rows += _rows("lay the lines of 150 people anew (a drag)", dragged)
    rows += canvas.run()
    return rows + (_royal() if ROYAL.exists() else [])


def _taken(family: Family) -> list[float]:
    return timed(lambda: draw(family, Options(TODAY)), 1)


def _rows(what: str, seconds: list[float]) -> list[Row]:
    return [
        Row(f"{what}, p50", 1000 * median(seconds), LIMIT, "ms", AGAINST),
        Row(f"{what}, p99", 1000 * percentile(seconds, 0.99), LIMIT, "ms", AGAINST, "<= 150 ms"),
    ]


def _royal() -> list[Row]:
    data = ROYAL.read_bytes()
    rows = [
        Row(
            "read a tree of 3,010 people",
            1000 * median(timed(lambda: read(data), 3)),
            1000,
            "ms",
            "one second",
        )
    ]
    family = family_of(propose(read(data)))
    for steps in (2, 3, 4):
        options = Options(TODAY, "I1", steps)
        count = len(draw(family, options).symbols)
        taken = timed(partial(draw, family, options), 5)
        rows += _rows(f"of those, draw the {count} within {steps} steps of one", taken)
    return rows
