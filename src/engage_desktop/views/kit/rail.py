"""The rail: where one is, where one can go, how the work stands with the agency, and the ways to hide it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.layout import column
from engage_desktop.views.kit.marks import Icon
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_RAIL, RING

BRAND_ICON = "heart-handshake"


class SyncMark(StrEnum):
    """How the work stands with the agency, each with a shape of its own."""

    WITH_AGENCY = "with_agency"
    HERE_ONLY = "here_only"
    SYNCING = "syncing"
    NEEDS_YOU = "needs_you"


SYNC_ICONS = {
    SyncMark.WITH_AGENCY: "badge-check",
    SyncMark.HERE_ONLY: "laptop",
    SyncMark.SYNCING: "refresh-cw",
    SyncMark.NEEDS_YOU: "cloud-alert",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail."""

    key: str
    label: str
    icon: str
    tip: str = ""


class RailButton(Face):
    """One place or one verb on the rail."""

    radius = RADIUS_RAIL
    ring_ink = "railfocus"

    def __init__(self, place: Place) -> None:
        super().__init__(place.label, place.tip)
        self.place = place
        self._icon, self._here, self._count = place.icon, False, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def here(self) -> bool:
        """Say whether this is where one is."""
        return self._here

    def set_here(self, here: bool, words: str = "") -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that one is here; `words` say so aloud."""
        self._here = here
        self.setAccessibleDescription(words if here else self.place.tip)
        self.update()

    def show_state(self, icon: str, count: int, words: str) -> None:
        """Show another sign and a count; `words` say it aloud."""
        self._icon, self._count = icon, count
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the icon above the word."""
        words = look().metrics(13, 600).horizontalAdvance(self.text())
        wide = max(look().px(80), round(words) + look().px(12))
        return QSize(wide + 2 * RING, look().px(56) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the sign, the word and the count."""
        px = look().px
        if self._here or self.hot:
            sketch.panel(rect, "railsel", radius=self.radius)
        ink, side = ("onrail" if self._here else "railtext"), px(24)
        left = rect.center().x() - side / 2
        sketch.icon(self._icon, ink, QRectF(left, rect.top() + px(6), side, side))
        words = QRectF(rect.left(), rect.top() + px(32), rect.width(), px(20))
        sketch.words(words, self.text(), ink, 13, 600 if self._here else 500, align=CENTER, middle=True)
        if self._count:
            self._draw_count(sketch, QRectF(left + side - px(5), rect.top() + px(1), px(20), px(20)))

    def _draw_count(self, sketch: Sketch, spot: QRectF) -> None:
        count = str(self._count) if self._count < 100 else "99+"
        wide = max(spot.width(), look().metrics(12, 700).horizontalAdvance(count) + look().px(10))
        spot.setWidth(wide)
        sketch.panel(spot, "badge", radius=10)
        sketch.words(spot, count, "onbadge", 12, 700, align=CENTER, middle=True)


class Rail(QWidget):
    """The rail at the side. `chosen` carries the key of a place; the lower verbs have signals of their own."""

    chosen = Signal(str)
    sync_wanted = Signal()
    settings_wanted = Signal()
    hide_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Main menu"))
        self._places = [RailButton(place) for place in places]
        self._sync = RailButton(Place("sync", self.tr("Sync"), SYNC_ICONS[SyncMark.WITH_AGENCY]))
        self._settings = RailButton(Place("settings", self.tr("Settings"), "settings"))
        self._hide = RailButton(Place("hide", self.tr("Hide"), "eye-off", self.tr("Hide everything (F9)")))
        self._lock = RailButton(Place("lock", self.tr("Lock"), "lock", self.tr("Lock now (Ctrl+L)")))
        box = column(gap=2, pad=(6, 16, 6, 12))
        box.addWidget(Icon(BRAND_ICON, "railmark", 34), 0, Qt.AlignmentFlag.AlignHCenter)
        box.put(8, *self._places, None, *self._verbs())
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._wire()

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places in their order."""
        return tuple(button.place for button in self._places)

    def set_here(self, key: str) -> None:
        """Show where one is: the key of a place, `sync`, `settings` or nothing."""
        for button in (*self._places, self._sync, self._settings):
            button.set_here(button.place.key == key, self.tr("You are here"))

    def set_sync(self, mark: SyncMark, count: int, words: str) -> None:
        """Show how the work stands with the agency, in shape, number and words."""
        self._sync.show_state(SYNC_ICONS[mark], count if mark is not SyncMark.WITH_AGENCY else 0, words)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the same entries as a menu, for large text and narrow windows."""
        menu = QMenu(parent)
        menu.setAccessibleName(self.accessibleName())
        for button in self._places:
            self._entry(menu, button)
        menu.addSeparator()
        for button in self._verbs():
            self._entry(menu, button)
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rail's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("rail"))
        painter.end()

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.updateGeometry()

    def _verbs(self) -> tuple[RailButton, ...]:
        return self._sync, self._settings, self._hide, self._lock

    def _wire(self) -> None:
        for button in self._places:
            button.clicked.connect(self._on_place)
        self._sync.clicked.connect(self.sync_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        self._hide.clicked.connect(self.hide_wanted)
        self._lock.clicked.connect(self.lock_wanted)

    def _on_place(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.place.key)

    @staticmethod
    def _entry(menu: QMenu, button: RailButton) -> None:
        icon = SYNC_ICONS[SyncMark.HERE_ONLY] if button.place.key == "sync" else button.place.icon
        action = menu.addAction(look().icon(icon, "muted", 20), button.text())
        action.triggered.connect(button.click)
