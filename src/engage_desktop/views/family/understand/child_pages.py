"""The pages of the child's room: what can stay between us, the three areas, one area, and reading it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.understand.child_art import AreaTile
from engage_desktop.views.family.understand.folk import Folk, WhoPicker
from engage_desktop.views.kit.face import Button, Check
from engage_desktop.views.kit.ink import InkPad
from engage_desktop.views.kit.ink_picture import InkPicture
from engage_desktop.views.kit.ink_tools import InkTools
from engage_desktop.views.kit.inputs import Field, LineEdit, Segmented, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot
from engage_desktop.views.kit.layout import SplitBody, clear, column, flow, group, row
from engage_desktop.views.kit.marks import Card, Icon, IconPlate
from engage_desktop.views.kit.strokes import packed, unpacked
from engage_desktop.views.kit.text import Text, meta, panel_title, paragraph
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import TEXT_CARD, TEXT_LARGE
from engage_desktop.views.kit.words import Wordbook
from engage_domain.child_areas import Areas, ChildArea, Piece, Share, Way, is_decided, may_decide
from engage_wire.changed import Changed

INK_MS = 400


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
        self._box = row(gap=8)
        self._ask = Text(
            self.tr("Where would you like to begin?"), size=TEXT_CARD + 2, weight=700, lines=0, inset=True
        )
        self.read_button = Button(self.tr("Read it back together"), "volume-2", "primary", high=52)
        self.read_button.clicked.connect(self.read_wanted)
        self._areas = group(self._box)
        self.setLayout(column(self._ask, (self._areas, 1), row(None, self.read_button), gap=12))

    def show_areas(self, areas: Areas) -> None:
        """Show the three, and what is in each."""
        clear(self._box)
        for area in ChildArea:
            piece = areas.piece(area)
            state = self._state(piece)
            place = (
                areas.order.index(area) + 1 if area in areas.order and not (piece and piece.is_empty) else 0
            )
            tile = AreaTile(area, self._words.word("child_area", area), state, place)
            tile.clicked.connect(partial(self._on_tile, area))
            self._tiles[area] = tile
            self._box.addWidget(tile, 1)
        self._ask.setText(
            self.tr("Where would you like to begin?")
            if areas.is_empty
            else self.tr("Where would you like to go on?")
        )
        self.read_button.setVisible(not areas.is_empty)
        self._share_room()

    def enter(self) -> None:
        """Begin with the first picture."""
        self._tiles[ChildArea.WORRIES].setFocus(Qt.FocusReason.OtherFocusReason)

    def tile(self, area: ChildArea) -> AreaTile:
        """Return the picture of an area."""
        return self._tiles[area]

    def restyle(self) -> None:
        """Decide again whether three fit side by side."""
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again whether three fit side by side."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        way = QBoxLayout.Direction
        stacked = 1 < self.width() < look().px(3 * 194)
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)

    def _state(self, piece: Piece | None) -> str:
        if piece is None or piece.is_empty:
            return ""
        if piece.ink and piece.words:
            return self.tr("drawn and told")
        return self.tr("drawn") if piece.ink else self.tr("told")

    def _on_tile(self, area: ChildArea, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.chosen.emit(str(area))


class AreaPage(RoomPage):
    """One area: a page to draw on, and the child's exact words. `done` goes back to the three."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground, self._do = ground, ground.services.understand
        self._piece: Piece | None = None
        self._keeper: Keeper | None = None
        self._kept_ink = ""
        self._title = Text("", size=TEXT_CARD + 2, weight=700, lines=0, inset=True)
        self.pad = InkPad(self.tr("The page to draw on"))
        self.tools = InkTools(self.pad)
        self.pad.changed.connect(self._on_ink)
        self.pad.filled.connect(self._on_filled)
        self._full = meta("", lines=0, ink="warn")
        self._full.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(INK_MS)
        self._soon.timeout.connect(self._keep_ink)
        ways = [(str(w), ground.words.word("words_way", w)) for w in (Way.WROTE, Way.DICTATED)]
        self.way = Segmented(self.tr("Whose hand"), ways)
        self.way.chosen.connect(self._on_way)
        self._words_box = column()
        self.back_button = Button(self.tr("Done here"), "check", "primary", high=52)
        self.back_button.clicked.connect(self.done)
        drawn = group(column(self.tools, self._full, (self.pad, 1), gap=6))
        told = group(
            column(
                panel_title(self.tr("In your own words")),
                meta(self.tr("Exactly as the child says it: no corrections."), lines=0),
                group(self._words_box), group(row(self.way, None)), None, row(None, self.back_button), gap=8,
            )
        )  # fmt: skip
        self.restyle()
        self.setLayout(column(self._title, (SplitBody(drawn, told, 376), 1), gap=8))

    def restyle(self) -> None:
        """Keep enough room to draw, however large the words are."""
        self.pad.setMinimumHeight(look().tall(240))

    def show_piece(self, area: ChildArea, piece: Piece, can_write: bool) -> None:  # noqa: FBT001 - a state
        """Show what is in this area."""
        self.flush()
        self._piece, self._kept_ink = piece, piece.ink
        self._title.setText(self._ground.words.word("child_area", area))
        self.pad.show_drawing(unpacked(piece.ink))
        self.tools.refresh()
        self._full.hide()
        self.way.choose(piece.way)
        self._make_words(piece)
        self.pad.setEnabled(can_write)

    def enter(self) -> None:
        """Begin with the page: a child draws first."""
        self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Keep what stands here now."""
        if self._keeper is not None:
            self._keeper.flush()
        self._soon.stop()
        self._keep_ink()

    def _make_words(self, piece: Piece) -> None:
        if self._keeper is not None:
            self._keeper.stop()
        clear(self._words_box)
        self.words = TextArea(self.tr("The child’s exact words"), least_lines=5, grows=True, size=19)
        self._words_box.addWidget(self.words)
        services = self._ground.services
        keeping = Keeping(self._ground.lanes, services.keep_draft, self._do.settle, self._ground.bus.publish)
        spot = Spot("child_words", piece.words_id, "text", self._ground.family_id)
        text = piece.text if piece.draft is None else piece.draft
        self._keeper = Keeper(keeping, self.words, spot, text, piece.text)
        self._keeper.typed.connect(self._on_typed)

    def _on_typed(self) -> None:
        if not self.way.here():
            self.way.choose(Way.DICTATED)
            self._on_way(Way.DICTATED)

    def _on_way(self, way: str) -> None:
        if self._piece is not None:
            self._write(partial(self._do.say_way, self._piece.words_id, Way(way)))

    def _on_ink(self) -> None:
        self._full.hide()
        if not self._soon.isActive():
            self._soon.start()

    def _on_filled(self) -> None:
        self._full.setText(self.tr("This page is full. What is on it is kept; a clean page has room."))
        self._full.show()

    def _keep_ink(self) -> None:
        drawing = self.pad.drawing()
        ink = "" if drawing.is_empty else packed(drawing) or ""
        if self._piece is None or ink == self._kept_ink:
            return
        self._kept_ink = ink
        self._write(partial(self._do.keep_ink, self._piece.words_id, ink))

    def _write(self, job: partial[Changed]) -> None:
        # The page may be left before it is written: whoever waits must not be this page.
        lanes = self._ground.lanes
        lanes.write(lanes, job, _nothing, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self._kept_ink = "\0"
        self.failed.emit(error)


class ReadPage(RoomPage):
    """Everything read back in the child's order; then, and only then, with whom it may be shared."""

    back_wanted = Signal()
    read_back = Signal(bool)
    decided = Signal(object, object, str)

    def __init__(self, ground: Ground, folk: Folk) -> None:
        super().__init__()
        self._ground, self._folk = ground, folk
        self._areas: Areas | None = None
        self._pieces = column(gap=8)
        self.read_check = Check("")
        self.read_check.clicked.connect(lambda: self.read_back.emit(self.read_check.isChecked()))
        self._ask = Text("", size=TEXT_CARD, weight=700, lines=0)
        self._why = meta("", lines=0)
        options = [
            (str(s), ground.words.word("share_decision", s))
            for s in (Share.NOBODY, Share.SOME, Share.EVERYONE)
        ]
        self.choices = {key: Button(label, _SHARE_ICONS[Share(key)], high=52) for key, label in options}
        for key, button in self.choices.items():
            button.clicked.connect(partial(self._on_choice, Share(key)))
        self._who_box = column()
        self.said = LineEdit(
            self.tr("What the child said about it"), self.tr("For example: not the worries page")
        )
        self.said_field = Field(self.tr("What the child said about it"), self.said)
        self.said.editingFinished.connect(self._on_said)
        self.back_button = Button(self.tr("Back to the three"), "arrow-left")
        self.back_button.clicked.connect(self.back_wanted)
        self._share = Card(
            column(
                row(Icon("lock", "clay", 22), (self._ask, 1), gap=10), self._why, flow(*self.choices.values(), gap=4),
                group(self._who_box), self.said_field, gap=8, pad=(24, 18, 20, 16),
            )
        )  # fmt: skip
        self.setLayout(
            column(
                group(self._pieces), self.read_check, self._share, row(self.back_button, None), None, gap=12
            )
        )
        self.who: WhoPicker | None = None

    def show_areas(self, areas: Areas, can_write: bool) -> None:  # noqa: FBT001 - a state
        """Show it, in the order the child chose."""
        self._areas = areas
        name = self._folk.name(areas.child_id)
        clear(self._pieces)
        for area in areas.in_order():
            for piece in areas.pieces:
                if piece.area == area and not piece.is_empty:
                    self._pieces.addWidget(self._piece(area, piece))
        self.read_check.say(self.tr("I read it back, and {name} says it is right").format(name=name))
        self.read_check.setChecked(areas.read_back)
        self._ask.setText(self.tr("{name}, with whom may I share this?").format(name=name))
        may = may_decide(areas) and can_write
        self._why.setText(
            self.tr("It stays locked until {name} says so. {name} can change this at any time.").format(
                name=name
            )
            if may_decide(areas)
            else self.tr("First read it back. Then {name} decides.").format(name=name)
        )
        for key, button in self.choices.items():
            chosen = key == areas.share
            button.set_kind("soft" if chosen else "plain")
            button.set_icon("check" if chosen else _SHARE_ICONS[Share(key)])
            label = self._ground.words.word("share_decision", key)
            button.setAccessibleName(self.tr("{what}: chosen").format(what=label) if chosen else label)
            button.setEnabled(may)
        self.said_field.setVisible(is_decided(areas.share))
        if not self.said.hasFocus():
            self.said.setText(areas.share_words)
        self._show_who(areas.share == Share.SOME, areas.share_with)

    def enter(self) -> None:
        """Begin where the child is asked."""
        self.read_check.setFocus(Qt.FocusReason.OtherFocusReason)

    def _piece(self, area: ChildArea, piece: Piece) -> QWidget:
        words = self._ground.words
        title = words.word("child_area", area)
        told = column(Text(title, size=15, weight=700, ink="muted"), gap=6)
        if piece.words:
            told.addWidget(Text(words.quoted(piece.words), size=20, weight=600, lines=0, leading=1.2))
        if piece.way:
            told.addWidget(meta(words.word("words_way", piece.way)))
        told.addStretch(1)
        body: QWidget = group(told)
        if piece.ink:
            picture = InkPicture(unpacked(piece.ink), self.tr("The drawing: {what}").format(what=title))
            body = SplitBody(body, picture, 320)
        return Card(column(body, pad=(24, 18, 20, 18)), fill="quote", line="quoteline")

    def _show_who(self, shown: bool, chosen: tuple[str, ...]) -> None:  # noqa: FBT001 - a state
        clear(self._who_box)
        self.who = None
        if not shown:
            return
        picker = WhoPicker(self._folk, self.tr("With whom"))
        picker.choose(chosen)
        picker.chosen.connect(self._on_who)
        self.who = picker
        self._who_box.addWidget(Field(self.tr("With whom"), picker))

    def _on_choice(self, share: Share, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        if share is Share.SOME and self.who is None:
            self._show_who(True, ())
        elif share is not Share.SOME:
            self.decided.emit(share, (), self.said.text())

    def _on_who(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.decided.emit(Share.SOME, ids, self.said.text())

    def _on_said(self) -> None:
        areas = self._areas
        if areas is not None and is_decided(areas.share) and self.said.text().strip() != areas.share_words:
            self.decided.emit(Share(areas.share), areas.share_with, self.said.text())


_SHARE_ICONS = {Share.NOBODY: "lock", Share.SOME: "users", Share.EVERYONE: "lock-open"}


def _nothing(_result: object) -> None:
    """Take note of nothing: the page shows it already."""
