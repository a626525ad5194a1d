"""One step: a sentence with places to tap, what became of it, and beside it what helps to fill what is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.plan.marks import SIGNS, StatusButton
from engage_desktop.views.family.plan.rows import AdviceRow, hint_line
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.plan.sentence import Piece, Place, Sentence
from engage_desktop.views.family.plan.step_editor import StepEditor
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import clear, column, group, let_go, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_domain.plan_hints import Said, fitting, times_in
from engage_domain.plans import Goal, Step
from engage_domain.workspace import StepStatus
from engage_wire.changed import Changed


class StepCard(Card):
    """A step of a goal or of a safety plan."""

    def __init__(self, scene: Scene, goal: Goal | None, step: Step) -> None:
        self._box = column(gap=4, pad=(12, 10, 10, 12))
        super().__init__(self._box)
        self._scene, self._goal, self.step = scene, goal, step
        self._read_box = column(gap=2)
        self._read = group(self._read_box)
        self._editor: StepEditor | None = None
        self._box.addWidget(self._read)
        self._show_read()

    @property
    def is_open(self) -> bool:
        """Whether it is being written."""
        return self._editor is not None

    def show_step(self, scene: Scene, goal: Goal | None, step: Step) -> None:
        """Show the step as it stands now; what is being typed stays."""
        same = (scene.may_edit, scene.may_write, scene.advice(step.step_id), step) == (
            self._scene.may_edit,
            self._scene.may_write,
            self._scene.advice(step.step_id),
            self.step,
        )
        self._scene, self._goal, self.step = scene, goal, step
        if self._editor is not None and not scene.may_edit:
            self._drop_editor()
            self._read.show()
            self._show_read()
        elif self._editor is not None:
            self._editor.show_step(scene, step)
        elif not same:
            self._show_read()

    def write(self, field: str = "") -> None:
        """Open the step to be written, at one of its places."""
        if self._editor is None and self._scene.may_edit:
            self._editor = StepEditor(self._scene, self._goal, self.step)
            self._editor.done.connect(self.close_editor)
            self._box.addWidget(self._editor)
            self._editor.show()
            self._read.hide()
            self.set_paper("surface", "primary")
        if self._editor is not None:
            # Only when it is laid out does its page know how far to scroll.
            QTimer.singleShot(0, self._editor, partial(self._editor.focus_on, field))

    def close_editor(self) -> None:
        """Show the sentence again; a step in which nothing was written goes."""
        if self._editor is None:
            return
        is_blank = self._editor.is_blank()
        self._drop_editor()
        if is_blank:
            hand = self._scene.hand
            hand.run(partial(hand.ground.services.remove, "action_step", self.step.step_id, "empty"))
            return
        self._read.show()
        self._show_read()
        for button in self._read.findChildren(IconButton):
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            break

    def _drop_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.settle()
            let_go(self._box, editor)
            self.set_paper("surface", "line")

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._editor is not None:
            self._editor.settle()

    # the sentence

    def _show_read(self) -> None:
        box = self._read_box
        clear(box)
        step, told = self.step, self._scene.hand.told
        sentence = Sentence(self._pieces(), told.sentence(step))
        sentence.tapped.connect(lambda: self.write("what"))
        top = row(gap=4)
        top.addWidget(self._status(), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(sentence, 1)
        for verb in self._verbs():
            top.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(top)
        below = column(gap=2, pad=(58, 0, 8, 0))
        for icon, words in self._more():
            below.addLayout(
                row(Icon(icon, "muted", 18), (Text(words, size=15, ink="muted", lines=0), 1), gap=8)
            )
        for widget in (*self._hint(), *(AdviceRow(self._scene, a) for a in self._scene.advice(step.step_id))):
            below.addWidget(widget)
        box.addLayout(below)

    def _pieces(self) -> list[Piece]:
        step, told = self.step, self._scene.hand.told
        face, tone = self._scene.face(step)
        pieces: list[Piece] = [
            self._place("who", step.who, self.tr("who?"), self.tr("Who"), face=face, tone=tone)
        ]
        if step.what.strip():
            pieces.append(step.what.strip())
        else:
            pieces.append(self._place("what", "", self.tr("does what?"), self.tr("What happens")))
        if step.has_when or self._scene.may_edit:
            pieces.append(self._place("when_words", told.when(step), self.tr("by when?"), self.tr("By when")))
        if self._scene.may_edit and not step.how_we_know.strip():
            ask = self._place("how_we_know", "", self.tr("what would we see?"), self.tr("How we will know"))
            pieces += [self.tr("and we’ll know because"), ask]
        elif self._scene.may_edit and not step.plan_b.strip():
            ask = self._place("plan_b", "", self.tr("what then?"), self.tr("If it gets hard"))
            pieces += [self.tr("and if it gets hard,"), ask]
        return pieces

    def _place(
        self, field: str, words: str, ask: str, name: str, face: str = "", tone: str = "text"
    ) -> Place:
        place = Place(
            words or ask,
            f"{name}: {words or ask}",
            face=face if words else "",
            tone=tone,
            is_missing=not words,
        )
        place.setEnabled(self._scene.may_edit)
        place.clicked.connect(partial(self._asked, field, place))
        return place

    def _asked(self, field: str, place: Place, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        if field == "who":
            self._open_people(place)
        else:
            self.write(field)

    def _more(self) -> list[tuple[str, str]]:
        step, found = self.step, []
        if step.how_we_know.strip():
            found.append(("eye", self.tr("We’ll know because {what}").format(what=step.how_we_know.strip())))
        if step.plan_b.strip():
            found.append(("life-buoy", self.tr("If it gets hard, {what}").format(what=step.plan_b.strip())))
        if step.kept.note or step.kept.status in {StepStatus.STUCK, StepStatus.DONE}:
            words = self._scene.hand.ground.words.word("step_status", step.kept.status)
            on = self._scene.hand.told.day(step.kept.closed_on) if step.kept.closed_on else ""
            icon = SIGNS.get(step.kept.status, SIGNS["not_started"])[0]
            found.append((icon, " · ".join(w for w in (words, on, step.kept.note) if w)))
        return found

    # what can be done

    def _status(self) -> StatusButton:
        words = self._scene.hand.ground.words
        answers = tuple(words.options("step_status", tuple(StepStatus)))
        here = words.word("step_status", self.step.kept.status)
        name = self.tr("{what}: {status}").format(
            what=self.step.what.strip() or self.tr("This step"), status=here
        )
        is_missing = self.step.open_places() > 0 and self.step.kept.status == StepStatus.NOT_STARTED
        button = StatusButton(self.step.kept.status, name, answers, is_missing=is_missing)
        button.setEnabled(self._scene.may_write)
        button.chosen.connect(self._on_status)
        return button

    def _on_status(self, code: str) -> None:
        self._scene.hand.outcomes.say(self.step.step_id, self.step.what, StepStatus(code))

    def _verbs(self) -> list[QWidget]:
        if not self._scene.may_edit:
            return []
        what = self.step.what.strip() or self.tr("this step")
        more = IconButton("ellipsis", self.tr("More about: {what}").format(what=what))
        more.clicked.connect(partial(self._open_more, more))
        return [more]

    def _open_more(self, button: QWidget) -> None:
        hand, step_id = self._scene.hand, self.step.step_id
        menu = _menu(self, self.tr("This step"))
        change = menu.addAction(look().icon("pencil", "muted", 18), self.tr("Change it"))
        change.triggered.connect(self._change)
        for label, icon, by in (
            (self.tr("Move up"), "arrow-up", -1),
            (self.tr("Move down"), "arrow-down", 1),
        ):
            action = menu.addAction(look().icon(icon, "muted", 18), label)
            action.triggered.connect(
                partial(_run, hand, partial(hand.verbs.move, "action_step", step_id, by))
            )
        remove = menu.addAction(look().icon("trash-2", "bad", 18), self.tr("Remove"))
        remove.triggered.connect(partial(self._remove))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _change(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.write("what")

    def _remove(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self._scene.hand.remove(
            "action_step", self.step.step_id, self.tr("Step removed; the history keeps it.")
        )

    def _open_people(self, place: QWidget) -> None:
        menu = _menu(self, self.tr("Who does it? One person"))
        for person, name in self._scene.family():
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                partial(self._take, "who_person_id", person)
            )
        menu.addSeparator()
        for user, name in self._scene.agency(self.tr("You")):
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                partial(self._take, "who_user_id", user)
            )
        menu.popup(place.mapToGlobal(QPoint(0, place.height())))

    def _take(self, field: str, value: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        hand = self._scene.hand
        hand.run(partial(hand.verbs.edit_step, self.step.step_id, {field: value}))

    def _hint(self) -> list[QWidget]:
        """Offer a day or time somebody spoke of, when the step does not say when."""
        if not self._scene.may_edit or self.step.has_when or not self.step.what.strip():
            return []
        goal = self._goal.title if self._goal is not None else ""
        for said in fitting(self._scene.book.said, self.step.what, goal, names=(self.step.who,), most=6):
            times = times_in(said)
            if times:
                buttons = [self._time(time) for time in times[:2]]
                other = Button(self.tr("another day"), kind="quiet")
                other.clicked.connect(lambda: self.write("when_words"))
                return [hint_line("lightbulb", self._spoke(said), *buttons, other)]
        return []

    def _spoke(self, said: Said) -> str:
        quoted = self._scene.hand.ground.words.quoted(said.words)
        return self.tr("{who} said {words}").format(who=said.name, words=quoted) if said.name else quoted

    def _time(self, time: str) -> Button:
        button = Button(time, kind="plain")
        button.setAccessibleName(self.tr("By when: {time}").format(time=time))
        button.clicked.connect(lambda: self._take("when_words", time))
        return button


def _menu(owner: QWidget, name: str) -> QMenu:
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(name)
    return menu


def _run(hand: Hand, job: Callable[[], Changed], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
    hand.run(job)
