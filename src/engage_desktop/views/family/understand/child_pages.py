"""The first pages of the child's room: what can stay between us, and the three areas to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.understand.abreast import Abreast
from engage_desktop.views.family.understand.child_art import AreaTile
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column, flow, group, row
from engage_desktop.views.kit.marks import Card, IconPlate
from engage_desktop.views.kit.text import Text, meta, paragraph
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import TEXT_CARD, TEXT_LARGE
from engage_desktop.views.kit.words import Wordbook
from engage_domain.child_areas import Areas, ChildArea, Piece


class RoomPage(QWidget):
    """One page of the room."""

    def enter(self) -> None:
        """Put the focus where one begins."""


class LimitsPage(RoomPage):
    """What the worker tells the child first: what can stay between them and what cannot (I-26)."""

    agreed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", size=TEXT_CARD, weight=700, lines=0)
        self.go_button = Button(self.tr("We talked about it"), "check", "primary", high=52)
        self.go_button.clicked.connect(self.agreed)
        self.not_now = Button(self.tr("Not now"), high=52)
        self.not_now.clicked.connect(self.left)
        said = column(
            self._point("lock", "clay", self.tr("What you say here is yours. I keep it with my work, and I ask you before I show it to your family.")),
            self._point(
                "shield-alert", "bad",
                self.tr("If somebody hurts you, or you are not safe, I have to tell people whose job it is to help. I will tell you first."),
            ),
            self._point("hand", "info", self.tr("You can stop whenever you like, and leave out whatever you like.")),
            self._point("pencil", "good", self.tr("You choose where to begin, and whether you draw, write, or tell me.")),
            gap=12,
        )  # fmt: skip
        about = meta(
            self.tr("Say this in your own words, so that the child understands it. Then go on together."),
            lines=0,
        )
        card = Card(
            column(
                self._title,
                about,
                said,
                flow(self.not_now, self.go_button, gap=8),
                gap=16,
                pad=(28, 24, 28, 20),
            )
        )
        self._card = card
        self.setLayout(column(row(None, (card, 8), None), None))
        self.restyle()

    def restyle(self) -> None:
        """Keep the lines short."""
        self._card.setMaximumWidth(look().px(760))

    def show_child(self, name: str) -> None:
        """Speak of this child."""
        self._title.setText(self.tr("Before you begin with {name}").format(name=name))

    def enter(self) -> None:
        """Begin with the answer."""
        self.go_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point(self, icon: str, tone: str, words: str) -> QWidget:
        return group(row(IconPlate(icon, tone, 44), (paragraph(words, size=TEXT_LARGE + 1), 1), gap=14))


class ChoosePage(RoomPage):
    """Three pictures: the child chooses where to begin. `chosen` carries the area."""

    chosen = Signal(str)
    read_wanted = Signal()

    def __init__(self, words: Wordbook) -> None:
        super().__init__()
        self._words = words
        self._tiles: dict[ChildArea, AreaTile] = {}
        self._ask = Text(
            self.tr("Where would you like to begin?"), size=TEXT_CARD + 2, weight=700, lines=0, inset=True
        )
        self.read_button = Button(self.tr("Read it back together"), "volume-2", "primary", high=52)
        self.read_button.clicked.connect(self.read_wanted)
        self._areas = Abreast(3 * 194, gap=8)
        self.setLayout(column(self._ask, (self._areas, 1), row(None, self.read_button), gap=12))

    def show_areas(self, areas: Areas) -> None:
        """Show the three, and what is in each."""
        clear(self._areas.box)
        for area in ChildArea:
            piece = areas.piece(area)
            state = self._state(piece)
            place = (
                areas.order.index(area) + 1 if area in areas.order and not (piece and piece.is_empty) else 0
            )
            tile = AreaTile(area, self._words.word("child_area", area), state, place)
            tile.clicked.connect(partial(self._on_tile, area))
            self._tiles[area] = tile
            self._areas.box.addWidget(tile, 1)
        self._ask.setText(
            self.tr("Where would you like to begin?")
            if areas.is_empty
            else self.tr("Where would you like to go on?")
        )
        self.read_button.setVisible(not areas.is_empty)

    def enter(self) -> None:
        """Begin with the first picture."""
        self._tiles[ChildArea.WORRIES].setFocus(Qt.FocusReason.OtherFocusReason)

    def tile(self, area: ChildArea) -> AreaTile:
        """Return the picture of an area."""
        return self._tiles[area]

    def _state(self, piece: Piece | None) -> str:
        if piece is None or piece.is_empty:
            return ""
        if piece.ink and piece.words:
            return self.tr("drawn and told")
        return self.tr("drawn") if piece.ink else self.tr("told")

    def _on_tile(self, area: ChildArea, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.chosen.emit(str(area))
