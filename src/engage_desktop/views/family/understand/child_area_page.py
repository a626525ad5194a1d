"""One area of the child's room: a page to draw on, and the child's exact words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.understand.child_pages import RoomPage
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.ink import InkPad
from engage_desktop.views.kit.ink_tools import InkTools
from engage_desktop.views.kit.inputs import Segmented, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot
from engage_desktop.views.kit.layout import SplitBody, clear, column, group, row
from engage_desktop.views.kit.strokes import packed, unpacked
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import TEXT_CARD
from engage_domain.child_areas import ChildArea, Piece, Way
from engage_wire.changed import Changed

INK_MS = 400


class AreaPage(RoomPage):
    """One area: a page to draw on, and the child's exact words. `done` goes back to the three."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground, self._do = ground, ground.services.understand
        self._piece: Piece | None = None
        self._keeper: Keeper | None = None
        self._drawn = False
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
        self._words_side = group(self._words_box)
        self.back_button = Button(self.tr("Done here"), "check", "primary", high=52)
        self.back_button.clicked.connect(self.done)
        drawn = group(column(self.tools, self._full, (self.pad, 1), gap=6))
        told = group(
            column(
                panel_title(self.tr("In your own words")),
                meta(self.tr("Exactly as the child says it: no corrections."), lines=0),
                self._words_side, group(row(self.way, None)), None, row(None, self.back_button), gap=8,
            )
        )  # fmt: skip
        self.restyle()
        self.setLayout(column(self._title, (SplitBody(drawn, told, 376), 1), gap=8))

    def restyle(self) -> None:
        """Keep enough room to draw, however large the words are."""
        self.pad.setMinimumHeight(look().tall(240))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        for piece in (self.tools, self.pad, self.way, self._words_side):
            piece.setEnabled(not read_only)

    def show_piece(self, area: ChildArea, piece: Piece) -> None:
        """Show what is in this area."""
        self.flush()
        self._piece = piece
        self._title.setText(self._ground.words.word("child_area", area))
        self.pad.show_drawing(unpacked(piece.ink))
        self.tools.refresh()
        self._full.hide()
        self.way.choose(piece.way)
        self._make_words(piece)

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
        self._drawn = True
        self._full.hide()
        if not self._soon.isActive():
            self._soon.start()

    def _on_filled(self) -> None:
        self._full.setText(self.tr("This page is full. What is on it is kept; a clean page has room."))
        self._full.show()

    def _keep_ink(self) -> None:
        if self._piece is None or not self._drawn:
            return
        self._drawn = False
        drawing = self.pad.drawing()
        ink = "" if drawing.is_empty else packed(drawing) or ""
        self._write(partial(self._do.keep_ink, self._piece.words_id, ink))

    def _write(self, job: partial[Changed]) -> None:
        # The page may be left before it is written: whoever waits must not be this page.
        lanes = self._ground.lanes
        lanes.write(lanes, job, _nothing, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self._drawn = True
        self.failed.emit(error)


def _nothing(_result: object) -> None:
    """Take note of nothing: the page shows it already."""
