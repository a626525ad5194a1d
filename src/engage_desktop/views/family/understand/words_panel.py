"""What they said, newest first, and the way from their words onto the map."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.family.understand.areas_list import AreasList
from engage_desktop.views.family.understand.columns import KIND_ICONS, KIND_TONES
from engage_desktop.views.family.understand.editor import put_back
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.face import Button, IconButton, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.layout import Flow, clear, column, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Icon
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_desktop.views.kit.theme import look
from engage_domain.understanding import FROM_WORDS, Saying, StatementKind, Understanding

AT_FIRST = 4
MANY = 4


class SayingCard(Card):
    """One thing somebody said, where it went, and the ways it can go. `taken` carries a kind."""

    taken = Signal(str)
    opened = Signal(str)

    def __init__(self, ground: Ground, folk: Folk, saying: Saying) -> None:
        super().__init__(fill="quote", line="quoteline")
        self._ground, self._saying = ground, saying
        who = saying.speaker or self.tr("Somebody of the family")
        tone = tone_of(saying.speaker_id)
        when = ""
        if saying.at is not None:
            when = ground.words.day_near(ground.local(saying.at).date(), ground.today())
        words = Text(ground.words.quoted(saying.words), size=16, weight=600, lines=0, leading=1.1, top=True)
        self.take_button = IconButton("plus", self.tr("Take these words onto the map"))
        name = self.tr("Take onto the map: “{words}”").format(words=saying.words)
        self.take_button.setAccessibleName(name)
        self.take_button.clicked.connect(self._open_menu)
        face = Avatar(folk.told.face(saying.speaker_id, who), tone, 26)
        name_words = Text(who, weight=600, ink=tone)
        foot = row(face, name_words, meta(when), None, *self._signs(), self.take_button, gap=6)
        self.setLayout(column(words, foot, gap=0, pad=(18, 12, 8, 2)))

    def _signs(self) -> list[QWidget]:
        words = self._ground.words
        return [
            Icon(
                KIND_ICONS[StatementKind(kind)],
                KIND_TONES[StatementKind(kind)],
                20,
                self.tr("On the map: {kind}").format(kind=words.word("statement_kind", kind)),
            )
            for kind in FROM_WORDS
            if kind in self._saying.went
        ]

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.take_button.accessibleName())
        words = self._ground.words
        for kind in FROM_WORDS:
            label = words.word("statement_kind", kind)
            went = kind in self._saying.went
            icon = look().icon(
                "check" if went else KIND_ICONS[kind], "muted" if went else KIND_TONES[kind], 18
            )
            action = menu.addAction(icon, self.tr("On the map: {kind}").format(kind=label) if went else label)
            action.setEnabled(not went)
            action.triggered.connect(partial(self._on_taken, str(kind)))
        menu.addSeparator()
        note = menu.addAction(look().icon("notebook-text", "muted", 18), self.tr("Open the note"))
        note.triggered.connect(lambda: self.opened.emit(self._saying.contact_id))
        menu.popup(self.take_button.mapToGlobal(QPoint(0, self.take_button.height())))

    def _on_taken(self, kind: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.taken.emit(kind)


class WordsPanel(Card):
    """Everybody's words, or one person's; below them the children's areas."""

    note_opened = Signal(str)

    def __init__(self, ground: Ground, folk: Folk) -> None:
        super().__init__()
        self._ground, self._folk = ground, folk
        self._who, self._all = "", False
        self._sayings: tuple[Saying, ...] = ()
        self._can_write = True
        self._filter = Flow(0, 0)
        self._cards = column(gap=0)
        self._none = Text(
            self.tr("Nothing written down in their own words yet. During a visit, one tap on “said” keeps it."),
            ink="muted", lines=0, leading=1.2, inset=True,
        )  # fmt: skip
        self.more_button = Button("", kind="quiet", after="chevron-down")
        self.more_button.clicked.connect(self._on_more)
        self.areas = AreasList(ground, folk)
        title = row(panel_title(self.tr("In their words")), pad=(4, 0, 0, 0))
        self.setLayout(
            column(
                title, group(self._filter), self._none, self._cards, self.more_button, None, self.areas,
                gap=6, pad=(12, 16, 12, 12),
            )
        )  # fmt: skip

    def show_found(self, found: Understanding) -> None:
        """Show what they said."""
        self._sayings = found.sayings
        speakers = {saying.speaker_id for saying in found.sayings if saying.speaker_id}
        if self._who not in speakers:
            self._who = ""
        self._show_filter(self._folk.sorted(speakers))
        self._show_cards()
        self.areas.show_found(found)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._can_write = not read_only
        self.areas.set_read_only(read_only)
        self._show_cards()

    def _show_filter(self, speakers: list[str]) -> None:
        clear(self._filter)
        if len(speakers) < 2:
            return
        options = [("", self.tr("Everyone")), *((one, self._folk.name(one)) for one in speakers)]
        if len(speakers) > MANY:
            choice = ChoiceButton(self.tr("Whose words"), options, self._who, empty=self.tr("Everyone"))
            choice.chosen.connect(self._on_who)
            self._filter.addWidget(choice)
            return
        for key, name in options:
            pill = Toggle(name, high=44, radius=22)
            pill.setAutoExclusive(True)
            pill.setChecked(key == self._who)
            pill.clicked.connect(partial(self._on_who, key))
            self._filter.addWidget(pill)

    def _show_cards(self) -> None:
        clear(self._cards)
        mine = [one for one in self._sayings if self._who in {"", one.speaker_id}]
        for one in mine if self._all else mine[:AT_FIRST]:
            card = SayingCard(self._ground, self._folk, one)
            card.take_button.setEnabled(self._can_write)
            card.taken.connect(partial(self._take, one))
            card.opened.connect(self.note_opened)
            self._cards.addWidget(card)
        self._none.setVisible(not self._sayings)
        hidden = len(mine) - AT_FIRST
        self.more_button.setVisible(hidden > 0)
        self.more_button.say(
            self.tr("Show fewer") if self._all else self.tr("Show {n} more").format(n=max(0, hidden))
        )

    def _on_who(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self._who = key
        self._show_cards()

    def _on_more(self) -> None:
        self._all = not self._all
        self._show_cards()

    def _take(self, saying: Saying, kind: str) -> None:
        job = partial(self._ground.services.understand.take, saying.mark_id, kind)
        self._ground.lanes.write(self, job, self._on_made, self._on_failed)

    def _on_made(self, made: Made) -> None:
        ground = self._ground
        ground.bus.publish(made)
        undo = partial(ground.services.remove, "statement", made.made_id, "mistake")
        words = self.tr("Taken, with who said it and when.")
        ground.say(words, self.tr("Undo"), partial(put_back, ground, undo))

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
