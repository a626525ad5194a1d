"""Asking somebody for their own number: one row from 0 to 10, their words, and whether they were asked alone."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.understanding import Asked
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import read_day
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.family.understand.editor import put_back
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.family.understand.scale_words import ScaleWords
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Face, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Field, Segmented, TextArea
from engage_desktop.views.kit.keeping import Insisting, Keeper, Keeping, Spot
from engage_desktop.views.kit.layout import Flow, column, group, row
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.text import meta
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TARGET
from engage_domain.understanding import LEAST, MOST, Answer


class NumberTile(Face):
    """One number, large enough for a thumb."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a tall tile."""
        return QSize(max(TARGET, look().tall(46)) + 2 * RING, look().tall(58) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest tile."""
        return QSize(TARGET + 2 * RING, self.sizeHint().height())

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the number; the chosen one is filled."""
        chosen = self.isChecked()
        edge = look().color("primary") if chosen or self.hot else look().mix("line", "edge", 0.6)
        sketch.panel(rect, "primary" if chosen else "surface", edge, width=2 if chosen else 1)
        ink = "onprimary" if chosen else "text"
        sketch.words(rect, self.text(), ink, 20, 700, align=CENTER, middle=True, digits=True)


class NumberRow(QWidget):
    """From 0 to 10. `chosen` carries the number."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.tiles = [NumberTile(number) for number in range(LEAST, MOST + 1)]
        self._least, self._most = meta("", lines=0), meta("", lines=0)
        for tile in self.tiles:
            self._group.addButton(tile)
            tile.clicked.connect(partial(self._on_tile, tile.number))
        numbers = row(*((tile, 1) for tile in self.tiles), gap=0)
        self.setLayout(column(numbers, row(self._least, None, self._most, gap=12, pad=(4, 0, 4, 0)), gap=2))

    def here(self) -> int | None:
        """Return the number, or None."""
        tile = self._group.checkedButton()
        return tile.number if isinstance(tile, NumberTile) else None

    def choose(self, number: int | None) -> None:
        """Take a number, or none, without telling anybody."""
        self._group.setExclusive(False)
        for tile in self.tiles:
            tile.setChecked(tile.number == number)
        self._group.setExclusive(True)

    def name_ends(self, least: str, most: str) -> None:
        """Say what the ends mean."""
        self._least.setText(f"0: {least}")
        self._most.setText(f"10: {most}")
        for tile in self.tiles:
            end = {LEAST: least, MOST: most}.get(tile.number, "")
            tile.setAccessibleName(f"{tile.number}, {end}" if end else str(tile.number))

    def _on_tile(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.chosen.emit(number)


class AskSheet(Sheet):
    """One answer at a time; everything is kept as it is said."""

    def __init__(
        self,
        owner: QWidget,
        ground: Ground,
        folk: Folk,
        question: str,
        person_id: str = "",
        *,
        answer: Answer | None = None,
        alone: bool | None = None,
    ) -> None:
        super().__init__(owner.window(), width=760)
        self._ground, self._folk, self._do = ground, folk, ground.services.understand
        self._scale = ScaleWords(ground.words, self)
        self._before = answer
        self._answer_id = answer.answer_id if answer else self._do.new_id()
        self._is_kept = answer is not None
        self._asking = answer.person_id if answer else person_id
        self._keeps = Insisting(ground.lanes, ground.bus.publish)
        self._keeper: Keeper | None = None
        self._field: Field | None = None
        self.set_question(
            self.tr("What is their own number?"), self.tr("Their number, their words. Nobody adds them up.")
        )
        self.question = ChoiceButton(
            self.tr("Question"),
            ground.words.options("scale_question"),
            answer.question if answer else question,
        )
        self.question.chosen.connect(self._on_question)
        self.numbers = NumberRow(self.tr("The number, from 0 to 10"))
        self.numbers.chosen.connect(lambda _number: self._keep())
        self._make_people(answer.person_id if answer else person_id)
        options = (("yes", self.tr("Yes, alone")), ("no", self.tr("Others were there")))
        self.alone = Segmented(self.tr("Asked alone?"), options)
        self.alone.chosen.connect(lambda _key: self._keep_if_begun())
        self.day = DateField(
            self.tr("Said on"), read_day, lambda day: ground.words.day(day, ground.today()), ground.today
        )
        self.day.changed.connect(self._on_day)
        self._words_box = column()
        self._fill(answer, alone=alone)
        self._lay(is_new=answer is None)
        self.finished.connect(self._leave)

    def _make_people(self, person_id: str) -> None:
        self._people = QButtonGroup(self)
        self._faces: dict[str, Toggle] = {}
        flow = Flow(0, 0)
        for card in self._folk.cards:
            if (card.to_on is not None or card.deceased_on is not None) and card.person_id != person_id:
                continue
            pill = Toggle(card.short_name, high=44, radius=22)
            self._people.addButton(pill)
            pill.setChecked(card.person_id == person_id)
            pill.setEnabled(self._before is None or card.person_id == person_id)
            pill.clicked.connect(self._on_person)
            self._faces[card.person_id] = pill
            flow.addWidget(pill)
        self._people_box = group(flow)
        self._people_box.setAccessibleName(self.tr("Who is asked"))

    def _lay(self, *, is_new: bool) -> None:
        self._day_field = Field(self.tr("Said on"), self.day)
        self.add(Field(self.tr("Who is asked"), self._people_box))
        self.question_field = Field(self.tr("Question"), self.question)
        self.question.setEnabled(is_new)
        self.add(self.question_field)
        self.add(self.numbers)
        self.add(group(self._words_box))
        self.add(group(row(Field(self.tr("Was anybody else there?"), self.alone), None)))
        self.add(self._day_field)
        if is_new:
            self.back_button = self.add_answer(self.tr("Take it back"), "undo-2", stays=True)
            self.back_button.clicked.connect(self._take_back)
            self.next_button = self.add_answer(self.tr("Ask somebody else"), "users", stays=True)
            self.next_button.clicked.connect(self._ask_next)
        self.add_answer(self.tr("Done"), "check", main=True)
        self._judge()

    def person_id(self) -> str:
        """Return who is asked."""
        return next((key for key, pill in self._faces.items() if pill.isChecked()), "")

    def _fill(self, answer: Answer | None, *, alone: bool | None = None) -> None:
        self._scale_ends()
        self.numbers.choose(answer.value if answer else None)
        self.day.set_value(answer.said_on if answer and answer.said_on else self._ground.today())
        known = answer.alone if answer else alone
        self.alone.choose("" if known is None else ("yes" if known else "no"))
        self._make_words(answer)

    def _make_words(self, answer: Answer | None) -> None:
        if self._keeper is not None and self._field is not None:
            self._keeper.stop()
            self._field.hide()
            self._field.deleteLater()
        self.words = TextArea(
            self.tr("In their words"), self.tr("What makes it this number? What would be one more?"),
            least_lines=2, grows=True,
        )  # fmt: skip
        self._field = Field(self.tr("In their words"), self.words)
        self._words_box.addWidget(self._field)
        keeping = Keeping(
            self._ground.lanes, self._ground.services.keep_draft, self._do.settle, self._ground.bus.publish
        )
        spot = Spot("scale_answer", self._answer_id, "words", self._ground.family_id)
        text, base = (answer.said, answer.words) if answer else ("", "")
        self._keeper = Keeper(keeping, self.words, spot, text, base)
        self._keeper.typed.connect(self._begin)

    def _scale_ends(self) -> None:
        self.numbers.name_ends(*self._scale.ends(self.question.here()))

    def _asked(self) -> Asked:
        alone = {"yes": True, "no": False}.get(self.alone.here())
        day = self.day.value() or self._ground.today()
        return Asked(
            self._answer_id, self.person_id(), self.question.here(), min(day, self._ground.today()),
            self.numbers.here(), alone,
        )  # fmt: skip

    def _begin(self) -> None:
        if not self._is_kept and self.person_id():
            self._keep()

    def _keep_if_begun(self) -> None:
        if self._is_kept:
            self._keep()

    def _keep(self) -> None:
        if not self.person_id():
            return
        self._is_kept = True
        self._judge()
        job = partial(self._do.keep_answer, self._ground.family_id, self._asked())
        self._keeps.write(job, partial(_not_kept, self._ground))

    def _on_person(self) -> None:
        before, self._asking = self._asking, self.person_id()
        if self._is_kept and before != self._asking:
            self._start_over()
        self._judge()

    def _on_question(self, _key: str) -> None:
        if self._is_kept:
            self._start_over()
        self._scale_ends()

    def _on_day(self, day: date | None) -> None:
        late = day is not None and day > self._ground.today()
        self._day_field.set_wrong(self.tr("That day is still to come.") if late else "")
        if day is not None and not late:
            self._keep_if_begun()

    def _start_over(self) -> None:
        """Keep what was said and begin with a clean row: a number belongs to one person and one question."""
        self._leave()
        self._answer_id, self._is_kept = self._do.new_id(), False
        self._keeps = Insisting(self._ground.lanes, self._ground.bus.publish)
        self._fill(None)
        self._judge()

    def _ask_next(self) -> None:
        self._start_over()
        self._people.setExclusive(False)
        for pill in self._faces.values():
            pill.setChecked(False)
        self._people.setExclusive(True)
        self._judge()

    def _take_back(self) -> None:
        if self._is_kept:
            lanes, ground = self._ground.lanes, self._ground
            job = partial(ground.services.remove, "scale_answer", self._answer_id, "mistake")
            lanes.write(lanes, job, ground.bus.publish, partial(_not_kept, ground))
            undo = partial(ground.services.bring_back, "scale_answer", self._answer_id)
            ground.say(
                self.tr("Removed; the history keeps it."), self.tr("Undo"), partial(put_back, ground, undo)
            )
        self.reject()

    def _leave(self, _result: int = 0) -> None:
        if self._keeper is not None:
            self._keeper.flush()
        if self._is_kept:
            lanes = self._ground.lanes
            job = partial(self._do.leave_answer, self._answer_id)
            lanes.write(lanes, job, self._ground.bus.publish, partial(_not_kept, self._ground))

    def _judge(self) -> None:
        somebody = bool(self.person_id())
        for part in (self.numbers, self.words, self.alone):
            part.setEnabled(somebody)
        if self._before is None:
            self.next_button.setEnabled(self._is_kept)
            self.back_button.setEnabled(self._is_kept)


def _not_kept(ground: Ground, error: EngageError) -> None:
    ground.say(Trouble().of(error), "", None)
