"""The people of a file as a list: who is new, who is known, who waits for a look; and the sheet that asks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.family_tree.words import TreeWords
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import ChoiceButton, Field, Segmented
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.paint import Sketch, chip_height, chip_width
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_domain.gedcom.intake import Choice, Take, TreeLine
from engage_domain.gedcom.matching import Known
from engage_domain.names import initials

SEXES = {"female": "p1", "male": "p3"}


class LineDelegate(CardDelegate[TreeLine]):
    """Draws somebody in the file: who they are, who is around them, and what is to become of them."""

    def __init__(self, view: LineList, words: TreeWords) -> None:
        super().__init__(view)
        self._lines, self._told = view, words

    def pad(self) -> float:
        """Return little room between many."""
        return look().px(8)

    def height(self, row: TreeLine, width: float) -> float:
        """Return two lines, three where the chip goes below."""
        return look().px(44) + (0 if self._beside(row, width) else chip_height() + look().px(4))

    def draw(self, sketch: Sketch, rect: QRectF, row: TreeLine, _state: CardState) -> None:
        """Draw somebody."""
        px = look().px
        label, tone, icon = self._lines.chip(row)
        side = px(40)
        spot = QRectF(rect.left() + px(4), rect.top() + px(2), side, side)
        name = self._told.name(row)
        sketch.avatar(spot, initials(name) or "user", SEXES.get(row.person.sex, "p6"))
        left = spot.right() + px(12)
        room = rect.right()
        if self._beside(row, rect.width()):
            room -= chip_width(label, icon) + px(8)
            sketch.chip(room + px(8), rect.top() + (px(44) - chip_height()) / 2, label, tone, icon)
        else:
            sketch.chip(left, rect.top() + px(46), label, tone, icon)
        ink = "muted" if self._lines.choice(row).take is Take.OUT else "text"
        half = px(22)
        sketch.words(QRectF(left, rect.top(), room - left, half), name, ink, 15, 600, middle=True)
        below = QRectF(left, rect.top() + half, room - left, half)
        sketch.words(below, self._told.around(row), "muted", 13, 500, middle=True)

    def _beside(self, row: TreeLine, width: float) -> bool:
        label, _tone, icon = self._lines.chip(row)
        return width - chip_width(label, icon) > look().px(300)


class LineList(CardListView):
    """Everybody in the file."""

    def __init__(self, words: TreeWords, name: str) -> None:
        super().__init__(name, gap=0)
        self._told = words
        self._choices: Mapping[str, Choice] = {}
        self._known: dict[str, Known] = {}
        self.lines = FrozenListModel[TreeLine](
            key=lambda line: line.key, speech=self._speech, title=words.name
        )
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self, words))
        self.setUniformItemSizes(False)

    def know(self, known: tuple[Known, ...]) -> None:
        """Know the people who are written down already."""
        self._known = {one.person_id: one for one in known}

    def set_choices(self, choices: Mapping[str, Choice]) -> None:
        """Take what is to become of everybody."""
        self._choices = choices
        self.viewport().update()

    def choice(self, line: TreeLine) -> Choice:
        """Return what is to become of somebody."""
        return self._choices.get(line.key, Choice(Take.NEW))

    def chip(self, line: TreeLine) -> tuple[str, str, str]:
        """Return what is to become of somebody in words, with tone and sign."""
        choice = self.choice(line)
        if choice.take is Take.OUT:
            return self.tr("left out"), "sand", "minus"
        if choice.take is Take.NEW:
            return self.tr("new"), "good", "plus"
        known = self._known.get(choice.person_id)
        name = self._told.known(known) if known is not None else ""
        if not choice.is_sure:
            return self.tr("perhaps {name}?").format(name=name), "warn", "circle-help"
        return self.tr("is {name}").format(name=name), "info", "user-check"

    def _speech(self, line: TreeLine) -> str:
        parts = (self._told.name(line), self.chip(line)[0], self._told.around(line))
        return ", ".join(part for part in parts if part)


class WhoSheet(Sheet):
    """Asks whether somebody in the file is new, is somebody known, or is to be left out."""

    def __init__(
        self, owner: QWidget, words: TreeWords, line: TreeLine, choice: Choice, known: tuple[Known, ...]
    ) -> None:
        super().__init__(owner.window(), width=560)
        self.set_question(self.tr("Who is {name}?").format(name=words.name(line)), words.around(line))
        self.take = Segmented(
            self.tr("What is to become of them"),
            (
                (Take.NEW.value, self.tr("A new person")),
                (Take.SAME.value, self.tr("Somebody known")),
                (Take.OUT.value, self.tr("Leave out")),
            ),
            choice.take.value,
        )
        if not known:
            self.take.segment(Take.SAME.value).setEnabled(False)
        likely = [i for i in (line.match.person_id, *line.match.others) if i]
        ordered = sorted(known, key=lambda one: (one.person_id not in likely, words.known(one).casefold()))
        options = tuple((one.person_id, words.known(one)) for one in ordered)
        first = choice.person_id or (likely[0] if likely else "")
        self.who = ChoiceButton(self.tr("Who it is"), options, first, empty=self.tr("Choose"))
        self._who_field = Field(self.tr("Who it is"), self.who)
        self._hint = Text(
            self.tr("Nothing that is already written about them changes; only ties are added."),
            size=14,
            ink="muted",
            lines=0,
            inset=True,
        )
        for piece in (self.take, self._who_field, self._hint):
            self.add(piece)
        self.add_answer(self.tr("Not now"))
        self._yes = self.add_answer(self.tr("Keep it"), "check", main=True)
        self.take.chosen.connect(self._judge)
        self.who.chosen.connect(self._judge)
        self._judge()

    def given(self) -> Choice:
        """Return the answer."""
        take = Take(self.take.here() or Take.NEW.value)
        return Choice(take, self.who.here() if take is Take.SAME else "")

    def _judge(self, _key: str = "") -> None:
        is_same = self.take.here() == Take.SAME.value
        self._who_field.setVisible(is_same)
        self._hint.setVisible(is_same)
        self._yes.setEnabled(bool(self.take.here()) and (not is_same or bool(self.who.here())))
