"""Reading back what a child said and drew, and asking with whom it may be shared."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.understand.child_pages import RoomPage
from engage_desktop.views.family.understand.folk import Folk, WhoPicker
from engage_desktop.views.kit.face import Button, Check
from engage_desktop.views.kit.ink_picture import InkPicture
from engage_desktop.views.kit.inputs import Field, LineEdit
from engage_desktop.views.kit.layout import SplitBody, clear, column, flow, group, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.strokes import unpacked
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.tokens import TEXT_CARD
from engage_domain.child_areas import Areas, ChildArea, Piece, Share, is_decided, may_decide

_SHARE_ICONS = {Share.NOBODY: "lock", Share.SOME: "users", Share.EVERYONE: "lock-open"}


class ReadPage(RoomPage):
    """Everything read back in the child's order; then, and only then, with whom it may be shared."""

    back_wanted = Signal()
    read_back = Signal(bool)
    decided = Signal(object, object, str)
    removal_wanted = Signal()

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
        self.remove_button = Button(self.tr("Remove this talk"), "trash-2", "quiet", tone="bad")
        self.remove_button.clicked.connect(self.removal_wanted)
        self._share = Card(
            column(
                row(Icon("lock", "clay", 22), (self._ask, 1), gap=10), self._why, flow(*self.choices.values(), gap=4),
                group(self._who_box), self.said_field, gap=8, pad=(24, 18, 20, 16),
            )
        )  # fmt: skip
        self.setLayout(
            column(
                group(self._pieces),
                self.read_check,
                self._share,
                row(self.back_button, None, self.remove_button),
                None,
                gap=12,
            )
        )
        self.who: WhoPicker | None = None

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        for piece in (self.read_check, self._share, self.remove_button):
            piece.setEnabled(not read_only)

    def show_areas(self, areas: Areas) -> None:
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
        may = may_decide(areas)
        self._why.setText(
            self.tr("It stays locked until {name} says so. {name} can change this at any time.").format(
                name=name
            )
            if may
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
        self.decided.emit(Share.SOME if ids else Share.NOBODY, ids, self.said.text())

    def flush(self) -> None:
        """Keep what stands in the line."""
        self._on_said()

    def _on_said(self) -> None:
        areas = self._areas
        if areas is not None and is_decided(areas.share) and self.said.text().strip() != areas.share_words:
            self.decided.emit(Share(areas.share), areas.share_with, self.said.text())
