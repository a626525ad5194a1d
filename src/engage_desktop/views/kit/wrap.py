"""Words in a given width: wrapped, measured, elided after some lines, never cut through a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from engage_desktop.views.kit.theme import look

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Words laid out: how high and wide they are, and whether some had to be left out."""

    layout: QTextLayout
    height: float
    width: float
    cut: bool

    def draw(self, painter: QPainter, corner: QPointF, ink: QColor) -> None:
        """Draw the lines with their left upper corner there."""
        painter.setPen(ink)
        self.layout.draw(painter, corner)


def wrapped(
    text: str,
    font: QFont,
    width: float,
    *,
    lines: int = 0,
    leading: float = 1.0,
    align: str = "start",
    rtl: bool = False,
    marks: Sequence[tuple[int, int]] = (),
) -> Wrapped:
    """Lay words out in a width, in at most `lines` lines (0: as many as it takes)."""
    text = text.replace("\n", "\u2028")
    laid, ends, cut = _lay(text, font, width, lines, leading, align, rtl=rtl, marks=marks)
    if cut:
        shown = _shortened(text, ends, font, width, lines)
        laid, _, _ = _lay(shown, font, width, lines, leading, align, rtl=rtl, marks=marks)
    last = laid.lineAt(laid.lineCount() - 1)
    height = last.y() + last.height() if last.isValid() else QFontMetricsF(font).height()
    widest = max((laid.lineAt(n).naturalTextWidth() for n in range(laid.lineCount())), default=0.0)
    return Wrapped(laid, height, widest, cut)


def _lay(
    text: str,
    font: QFont,
    width: float,
    lines: int,
    leading: float,
    align: str,
    *,
    rtl: bool,
    marks: Sequence[tuple[int, int]],
) -> tuple[QTextLayout, list[int], bool]:
    laid = QTextLayout(text, font)
    option = QTextOption(_alignment(align, rtl=rtl))
    single = lines == 1
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.ManualWrap if single else mode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    laid.setTextOption(option)
    if marks:
        laid.setFormats(_lit(marks, len(text)))
    ends: list[int] = []
    y = 0.0
    laid.beginLayout()
    while not lines or len(ends) < lines:
        line = laid.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        extra = line.height() * (leading - 1)
        line.setPosition(QPointF(0, y + (extra if ends else 0)))
        y = line.y() + line.height()
        ends.append(line.textStart() + line.textLength())
    laid.endLayout()
    too_wide = single and laid.lineCount() > 0 and laid.lineAt(0).naturalTextWidth() > width + 0.5
    return laid, ends, too_wide or (bool(ends) and ends[-1] < len(text))


def _shortened(text: str, ends: list[int], font: QFont, width: float, lines: int) -> str:
    """Return the text up to where the last line is full, with an ellipsis."""
    start = ends[-2] if len(ends) > 1 else 0
    rest = text[start:] if lines == 1 else text[start : ends[-1]].rstrip("\u2028 ") + ELLIPSIS
    last = QFontMetricsF(font).elidedText(rest.replace("\u2028", " "), Qt.TextElideMode.ElideRight, width)
    if not last.endswith(ELLIPSIS):
        last = last.rstrip() + ELLIPSIS
    return text[:start] + last


def _lit(marks: Sequence[tuple[int, int]], length: int) -> list[QTextLayout.FormatRange]:
    shape = QTextCharFormat()
    shape.setBackground(look().color("mark"))
    shape.setForeground(look().color("onmark"))
    shape.setFontWeight(QFont.Weight.Bold)
    found = []
    for start, count in marks:
        if start < length:
            lit = QTextLayout.FormatRange()
            lit.start, lit.length, lit.format = start, min(count, length - start), shape
            found.append(lit)
    return found


def _alignment(align: str, *, rtl: bool) -> Qt.AlignmentFlag:
    if align == "center":
        return Qt.AlignmentFlag.AlignHCenter
    left = (align == "start") is not rtl
    return Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
