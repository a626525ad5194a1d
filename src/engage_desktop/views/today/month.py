"""The month so far: a tile for each child, and four numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.layout import Box, clear, column, flow, group, row
from engage_desktop.views.kit.marks import Card, MonthTile, legend
from engage_desktop.views.kit.paint import TileShape
from engage_desktop.views.kit.text import Text, panel_title
from engage_desktop.views.kit.words import Wordbook, capital
from engage_domain.month import ChildMonth
from engage_domain.today import LittleChild, MonthPicture

TILE, MOST = 42, 60


class MonthPanel(Card):
    """How the month stands with the children of the caseload."""

    def __init__(self, words: Wordbook) -> None:
        super().__init__()
        self._words = words
        self._title, self._count = panel_title(""), Text("", size=14, ink="muted")
        self._numbers = column(gap=0)
        self._tiles = column(gap=0)
        keys = [
            legend(TileShape(code), words.word("month_tile", code))
            for code in ("seen", "away", "due", "missed")
        ]
        self.setLayout(
            column(
                row((self._title, 1), self._count, gap=8),
                self._numbers,
                self._tiles,
                row((column(keys[0], keys[2], gap=8), 1), (column(keys[1], keys[3], gap=8), 1), gap=12),
                gap=12,
                pad=(20, 15, 18, 19),
            )
        )

    def show_month(self, picture: MonthPicture) -> None:
        """Show a month."""
        words, tally = self._words, picture.tally
        self._title.setText(capital(words.month(picture.month.first)))
        left = self.tr("{children} · {days} left").format(
            children=words.count("child", tally.children),
            days=words.count("day", picture.days_left, spelled=True),
        )
        self._count.setText(left)
        self._put(
            self._numbers,
            self._fact(tally.seen, self.tr("seen")),
            self._fact(tally.in_residence, self.tr("at home")),
            self._fact(tally.both_parents, self.tr("both parents")),
            gap=20,
        )
        shown = picture.tiles[:MOST]
        tiles = [MonthTile(TileShape(its.tile), self._said(child, its), TILE) for child, its in shown]
        more = len(picture.tiles) - len(shown)
        extra = [Text(self.tr("and {n} more").format(n=more), size=14, ink="muted")] if more else []
        self._put(self._tiles, *tiles, *extra, gap=12)

    def _said(self, child: LittleChild, its: ChildMonth) -> str:
        state = self._words.word("month_tile", its.tile)
        if its.reason:
            state = f"{state}: {its.reason_note or self._words.word('missed_reason', its.reason)}"
        return f"{child.name}: {state}"

    @staticmethod
    def _fact(number: int, label: str) -> QWidget:
        figure = Text(str(number), size=26, weight=700, digits=True)
        made = group(row(figure, Text(label, size=14, weight=500, ink="muted"), gap=7))
        made.setAccessibleName(f"{number} {label}")
        return made

    @staticmethod
    def _put(box: Box, *pieces: QWidget, gap: float) -> None:
        clear(box)
        box.addWidget(flow(*pieces, gap=gap, line_gap=gap))
