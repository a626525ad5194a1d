"""What the signs and lines mean: those that are drawn, in one line; all of them on a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.genogram.faces import PersonSign
from engage_desktop.views.family.genogram.picture import BONDS, LOOSE, WAYS
from engage_desktop.views.kit.canvas.paths import paths_of, pen_style
from engage_desktop.views.kit.canvas.shapes import LineStyle, NodeState, Point, Stroke
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.layout import Flow, clear, column, group, row
from engage_desktop.views.kit.marks import Sign
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook
from engage_domain.genogram.drawing import Drawing, Line, Shape

WIDE, HIGH = 40, 18


@dataclass(frozen=True, slots=True)
class Sample:
    """One entry: a line, a sign or an outline, with its words."""

    words: str
    stroke: tuple[LineStyle, str, float] | None = None
    sign: PersonSign | None = None
    strokes_across: int = 0


class SampleSign(Sign):
    """One line or sign, small."""

    def __init__(self, sample: Sample, high: float = HIGH) -> None:
        super().__init__()
        self._sample, self._high = sample, high

    def sizeHint(self) -> QSize:
        """Return room for a short line."""
        return QSize(look().px(WIDE), look().px(self._high))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw it."""
        sample = self._sample
        if sample.sign is not None:
            sketch.painter.translate(rect.center())
            sample.sign.draw(sketch, NodeState(zoom=0.1))
        elif sample.stroke is not None:
            self._draw_stroke(sketch, rect, *sample.stroke)
        else:
            sketch.panel(
                rect.adjusted(6, 1, -6, -1), "primarysoft", "primary", width=1.6, radius=6, dash=True
            )

    def _draw_stroke(self, sketch: Sketch, rect: QRectF, style: LineStyle, ink: str, width: float) -> None:
        mid = rect.center().y()
        stroke = Stroke((Point(rect.left(), mid), Point(rect.right(), mid)), style)
        painter = sketch.painter
        for path, dashes in paths_of(stroke, look().scale):
            pen = QPen(look().color(ink), width * min(look().scale, 1.5))
            pen.setCapStyle(pen_style(dashes))
            if dashes:
                pen.setDashPattern(list(dashes))
            painter.strokePath(path, pen)
        for n in range(self._sample.strokes_across):
            x = rect.center().x() + (n - (self._sample.strokes_across - 1) / 2) * look().px(9)
            reach = look().px(7)
            painter.setPen(QPen(look().color("text"), 2))
            painter.drawLine(QPointF(x - reach * 0.6, mid + reach), QPointF(x + reach * 0.6, mid - reach))


class Legend(QWidget):
    """Only what the drawing has, so that it stays one line."""

    def __init__(self, words: Wordbook) -> None:
        super().__init__()
        self._words = words
        self._flow = Flow(gap=14, line_gap=2)
        self._kept: tuple[Sample, ...] | None = None
        self._box = row((group(self._flow), 1), gap=8, pad=(4, 0, 0, 0))
        self.setLayout(self._box)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_drawing(self, drawing: Drawing) -> None:
        """Tell the lines that are there."""
        samples = (*self._bonds(drawing), *self._ways(drawing), *self._rest(drawing))
        if samples == self._kept:
            return
        self._kept = samples
        clear(self._flow)
        for sample in samples:
            self._flow.addWidget(_entry(sample))

    def open_all(self) -> Sheet:
        """Show what everything means."""
        sheet = Sheet(self.window(), self.tr("What the signs mean"), width=720)
        box = Flow(gap=18, line_gap=12)
        for sample in (*self._signs(), *self._all_lines()):
            box.addWidget(_entry(sample, 34, 15))
        sheet.add(group(box))
        sheet.add_answer(self.tr("Close"), main=True)
        sheet.open()
        return sheet

    def _bonds(self, drawing: Drawing) -> list[Sample]:
        seen = {bond.quality for bond in drawing.bonds}
        return [self._bond(quality) for quality in BONDS if quality in seen]

    def _bond(self, quality: str) -> Sample:
        return Sample(self._words.word("relationship_quality", quality), BONDS[quality])

    def _ways(self, drawing: Drawing) -> list[Sample]:
        seen = {child.line for child in drawing.children}
        return [sample for line, sample in self._way_samples().items() if line in seen]

    def _way_samples(self) -> dict[Line, Sample]:
        said = {
            Line.DOUBLE: self.tr("adopted"),
            Line.DASHED: self.tr("foster child"),
            Line.DOTTED: self.tr("guardian"),
            Line.DASH_DOT: self.tr("step-child, or named as father"),
        }
        return {line: Sample(words, (WAYS[line], "text", 2.0)) for line, words in said.items()}

    def _rest(self, drawing: Drawing) -> list[Sample]:
        found = []
        if drawing.loose:
            found.append(Sample(self.tr("other tie"), LOOSE))
        if drawing.homes:
            found.append(Sample(self.tr("live together")))
        return found

    def _all_lines(self) -> list[Sample]:
        solid, dashed = (LineStyle.SOLID, "text", 2.0), (LineStyle.DASHED, "text", 2.0)
        return [
            Sample(self.tr("married"), solid),
            Sample(self.tr("partners, or parents together"), dashed),
            Sample(self.tr("separated"), solid, strokes_across=1),
            Sample(self.tr("divorced"), solid, strokes_across=2),
            *self._way_samples().values(),
            *(self._bond(quality) for quality in BONDS),
            Sample(self.tr("other tie"), LOOSE),
            Sample(self.tr("live together")),
        ]

    def _signs(self) -> list[Sample]:
        half = look().px(13)
        small = look().px(7)

        def sign(shape: Shape, size: float = half, *, dead: bool = False, focus: bool = False) -> PersonSign:
            return PersonSign(shape, size, size, size, "", is_deceased=dead, is_focus=focus)

        return [
            Sample(self.tr("female"), sign=sign(Shape.CIRCLE)),
            Sample(self.tr("male"), sign=sign(Shape.SQUARE)),
            Sample(self.tr("another sex, or not said"), sign=sign(Shape.DIAMOND)),
            Sample(self.tr("has died"), sign=sign(Shape.SQUARE, dead=True)),
            Sample(self.tr("the one it is seen from"), sign=sign(Shape.CIRCLE, look().px(15), focus=True)),
            Sample(self._words.word("person_kind", "pregnancy"), sign=sign(Shape.TRIANGLE)),
            Sample(self._words.word("person_kind", "miscarriage"), sign=sign(Shape.SMALL_TRIANGLE, small)),
            Sample(self._words.word("person_kind", "stillbirth"), sign=sign(Shape.SQUARE, small, dead=True)),
            Sample(self._words.word("person_kind", "abortion"), sign=sign(Shape.CROSS, small)),
        ]


def _entry(sample: Sample, high: float = HIGH, size: float = 13) -> QWidget:
    words = meta(sample.words) if size == 13 else Text(sample.words, size=size)
    return group(column(row(SampleSign(sample, high), words, gap=6), gap=0))
