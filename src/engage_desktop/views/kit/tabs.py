"""The parts of a page: a row of words, or one menu when large text leaves no room for the row."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from engage_desktop.views.kit.choices import ChoiceButton
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.layout import Fitting, Flow, clear, column, group, row
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TARGET, TEXT


class Tab(Face):
    """One part of a page."""

    def __init__(self, key: str, label: str) -> None:
        super().__init__(label)
        self.key = key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        words = look().metrics(TEXT, 600).horizontalAdvance(self.text())
        return QSize(round(words) + look().px(28) + 2 * RING, max(TARGET, look().tall(TARGET)) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the word, and a bar under the one that is open."""
        on = self.isChecked()
        ink = "primary" if on else ("text" if self.hot else "muted")
        sketch.words(rect, self.text(), ink, TEXT, 600 if on else 500, align=CENTER, middle=True)
        if on:
            sketch.panel(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3), "primary", radius=1.5)


class Tabs(Fitting):
    """The parts of a page. They wrap; with large text, more than a row of them becomes a menu. `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(self, name: str, parts: tuple[tuple[str, str], ...], here: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._tabs = {key: Tab(key, label) for key, label in parts}
        flow = Flow(gap=0, line_gap=0)
        for tab in self._tabs.values():
            tab.setAutoExclusive(True)
            self._group.addButton(tab)
            flow.addWidget(tab)
            tab.clicked.connect(self._on_tab)
        self._row = group(flow)
        self._menu = ChoiceButton(name, parts, icon="menu")
        self._menu.chosen.connect(self.chosen)
        self._menu_row = group(row(self._menu, None))
        self._beside = row()
        self._guests: tuple[QWidget, ...] = ()
        self.setLayout(row((column(self._row, self._menu_row, gap=0), 1), self._beside, gap=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_part(here or next(iter(self._tabs), ""))
        self.fit_room()

    def set_beside(self, *widgets: QWidget) -> None:
        """Show something at the end of the row, in the place of what stood there."""
        clear(self._beside)
        self._guests = widgets
        for widget in widgets:
            self._beside.addWidget(widget)
        self.fit_room()

    def show_part(self, key: str) -> None:
        """Mark a part as open, without telling anybody."""
        if key in self._tabs:
            self._tabs[key].setChecked(True)
            self._menu.choose(key)

    def here(self) -> str:
        """Return the key of the open part."""
        tab = self._group.checkedButton()
        return tab.key if isinstance(tab, Tab) else ""

    def fit_room(self) -> None:
        """Decide between the row and the menu."""
        wide = sum(tab.sizeHint().width() for tab in self._tabs.values())
        wide += sum(widget.sizeHint().width() + look().gap(8) for widget in self._guests)
        as_menu = look().large and wide > self.width()
        self._row.setHidden(as_menu)
        self._menu_row.setHidden(not as_menu)

    def _on_tab(self) -> None:
        tab = self.sender()
        if isinstance(tab, Tab):
            self.show_part(tab.key)
            self.chosen.emit(tab.key)
