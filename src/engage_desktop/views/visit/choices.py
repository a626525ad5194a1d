"""The rows of taps on the board: topics, elements, and the four things worth keeping."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engage_desktop.views.even import even
from engage_desktop.views.kit.face import BigTile, Toggle
from engage_desktop.views.kit.layout import column, group, row
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.words import Wordbook
from engage_domain.contact_codes import Element, MarkKind, Topic

TOPIC_ICONS = {
    Topic.SAFETY: "shield-check",
    Topic.HEALTH: "stethoscope",
    Topic.SCHOOL: "graduation-cap",
    Topic.FAMILY_TIME: "users",
    Topic.HOUSING: "house",
    Topic.MONEY: "wallet",
    Topic.SUBSTANCE: "leaf",
    Topic.MOOD: "brain",
    Topic.PLAN: "list-checks",
    Topic.OTHER: "ellipsis",
}
ELEMENT_ICONS = {Element.UNDERSTAND: "heart-handshake", Element.PLAN: "map", Element.SOLUTIONS: "lightbulb"}
QUICK = (
    (MarkKind.SAID, "quote", "plum"),
    (MarkKind.PROMISE, "handshake", "info"),
    (MarkKind.STRENGTH, "sparkles", "good"),
    (MarkKind.WORRY, "circle-alert", "warn"),
)


class Tap(Toggle):
    """A toggle that shows what was kept: it turns when the store has it."""

    def nextCheckState(self) -> None:
        """Wait for the store."""


class CodeTaps(QWidget):
    """A row of codes to tap. `tapped` carries the code."""

    tapped = Signal(str)

    def __init__(
        self, options: tuple[tuple[str, str], ...], icons: dict[str, str], *, least: float, most: int
    ) -> None:
        super().__init__()
        self._taps: dict[str, Tap] = {}
        for code, label in options:
            tap = Tap(label, icons.get(code, "circle"), high=50)
            tap.clicked.connect(lambda _=False, key=code: self.tapped.emit(key))
            self._taps[code] = tap
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(even(*self._taps.values(), least=least, most=most))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Show which were tapped."""
        for code, tap in self._taps.items():
            tap.setChecked(code in codes)

    def tap(self, code: str) -> Tap:
        """Return one toggle."""
        return self._taps[code]


def topic_taps(book: Wordbook) -> CodeTaps:
    """Return the topics."""
    options = book.options("topic", [t.value for t in Topic])
    return CodeTaps(options, {t.value: icon for t, icon in TOPIC_ICONS.items()}, least=146, most=5)


def element_taps(book: Wordbook) -> CodeTaps:
    """Return the three elements."""
    options = book.options("element", [e.value for e in Element])
    return CodeTaps(options, {e.value: icon for e, icon in ELEMENT_ICONS.items()}, least=196, most=3)


class QuickTaps(QWidget):
    """Said, promise, strength, worry, and other tiles beside them. `tapped` carries the kind."""

    tapped = Signal(str)

    def __init__(self, book: Wordbook, *others: BigTile) -> None:
        super().__init__()
        self.tiles: dict[str, BigTile] = {}
        for kind, icon, tone in QUICK:
            tile = BigTile(book.word("mark_kind", kind), icon, tone)
            tile.clicked.connect(lambda _=False, key=kind.value: self.tapped.emit(key))
            self.tiles[kind] = tile
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(even(*self.tiles.values(), *others, least=130, most=6))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many of each were kept."""
        for kind, tile in self.tiles.items():
            tile.set_count(counts.get(kind, 0))


def headed(title: str, hint: str, body: QWidget) -> QWidget:
    """Return a row of taps under its heading."""
    head = row(
        Text(title, size=16, weight=700), (Text(hint, size=14, ink="muted"), 1), gap=10, pad=(4, 0, 4, 0)
    )
    return group(column(head, body, gap=2))
