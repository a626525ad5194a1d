"""Light or dark, and how large: the look of everything, changeable while the program runs.

Qt keeps one palette and one font for the whole application. This is that palette's longer form, so it
lives the same way: `Theme(...).apply(app)` sets it, `look()` reads it, and every widget of the kit is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engage_desktop.views.kit import assets, sheet
from engage_desktop.views.kit.tokens import DARK, LARGE_FROM, LIGHT, TEXT, mixed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication, QLayout

FAMILY = "Inter"
LARGE_TYPE, HUGE_TYPE = 20, 30


@runtime_checkable
class Restyled(Protocol):
    """Something that measures by the theme and must measure again when it changes."""

    def restyle(self) -> None:
        """Take the sizes and colours of the theme that holds now."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: light or dark, at a text size of 1.0 to 2.0."""

    dark: bool = False
    scale: float = 1.0

    @property
    def tokens(self) -> Mapping[str, str]:
        """Return the colours of this look by meaning."""
        return DARK if self.dark else LIGHT

    @property
    def large(self) -> bool:
        """Say whether the large-text layout holds: menu for rail, side panels below."""
        return self.scale >= LARGE_FROM

    def hex(self, ink: str) -> str:
        """Return a token's colour, or `ink` itself when it is already `#RRGGBB`."""
        return ink if ink.startswith("#") else self.tokens[ink]

    def color(self, ink: str) -> QColor:
        """Return a token's colour for painting."""
        return QColor(self.hex(ink))

    def mix(self, one: str, other: str, share: float) -> QColor:
        """Return the colour `share` of the way from one token to another."""
        return QColor(mixed(self.hex(one), self.hex(other), share))

    def px(self, size: float) -> int:
        """Return a size at 100 % as pixels of this look."""
        return round(size * self.scale)

    def gap(self, size: float) -> int:
        """Return an empty space: it needs to grow less than words do."""
        return round(size * min(self.scale, 1.25))

    def tall(self, size: float) -> int:
        """Return the height of a target: it grows with the words, but only by half again."""
        return round(size * min(self.scale, 1.5))

    def font(self, size: float = TEXT, weight: int = 400, *, digits: bool = False) -> QFont:
        """Return the font at a size; with `digits` all figures are equally wide."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(QFont.Weight(weight))
        if size >= LARGE_TYPE:
            spacing = 98.2 if size < HUGE_TYPE else 97.4
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
        if digits:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def metrics(self, size: float = TEXT, weight: int = 400) -> QFontMetricsF:
        """Return the measures of the font at a size."""
        return QFontMetricsF(self.font(size, weight))

    def pixmap(self, name: str, ink: str = "text", size: float = 20, dpr: float = 2.0) -> QPixmap:
        """Return an icon in a colour; `size` is at 100 %."""
        return _tinted(name, self.hex(ink), self.px(size), dpr)

    def icon(self, name: str, ink: str = "text", size: float = 20) -> QIcon:
        """Return an icon for a menu entry or a window."""
        return QIcon(self.pixmap(name, ink, size))

    def apply(self, app: QApplication) -> None:
        """Dress the running program in this look, windows already open included."""
        _current[0] = self
        _load_fonts()
        if app.style().objectName().lower() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(sheet.rules(self.tokens, self.px, self.tall))
        for widget in app.allWidgets():
            layout = widget.layout()
            if layout is not None:
                _restyle_layout(layout)
            if isinstance(widget, Restyled):
                widget.restyle()
            widget.updateGeometry()
            widget.update()

    def palette(self) -> QPalette:
        """Return Qt's palette for this look."""
        made = QPalette()
        role = QPalette.ColorRole
        for part, ink in {
            role.Window: "bg",
            role.Base: "surface",
            role.AlternateBase: "sunk",
            role.Button: "surface",
            role.WindowText: "text",
            role.Text: "text",
            role.ButtonText: "text",
            role.Highlight: "primary",
            role.HighlightedText: "onprimary",
            role.PlaceholderText: "muted",
            role.Accent: "primary",
            role.Link: "primary",
            role.ToolTipBase: "tip",
            role.ToolTipText: "ontip",
        }.items():
            made.setColor(part, self.color(ink))
        for part in (role.WindowText, role.Text, role.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, part, self.color("muted"))
        return made


_current = [Theme()]


def look() -> Theme:
    """Return the look that holds now."""
    return _current[0]


def _restyle_layout(layout: QLayout) -> None:
    if isinstance(layout, Restyled):
        layout.restyle()
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner = item.layout() if item is not None else None
        if inner is not None:
            _restyle_layout(inner)


@lru_cache(maxsize=1)
def _load_fonts() -> None:
    for data in assets.font_files():
        QFontDatabase.addApplicationFontFromData(QByteArray(data))


@lru_cache(maxsize=1024)
def _tinted(name: str, colour: str, size: int, dpr: float) -> QPixmap:
    side = max(1, round(size * dpr))
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    svg = assets.drawing(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap
