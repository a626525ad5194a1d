"""The goal that is worked on: the family's words large, the agency's small, and its steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from engage_desktop.views.family.plan.goal_editor import GoalEditor
from engage_desktop.views.family.plan.rows import AdviceRow
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.plan.steps import StepList
from engage_desktop.views.kit.face import IconButton
from engage_desktop.views.kit.layout import clear, column, let_go, row
from engage_desktop.views.kit.marks import Card, Chip
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.theme import look
from engage_domain.plans import Goal, GoalStatus


class GoalPanel(Card):
    """One goal. `left` says that it was a blank one and is gone."""

    left = Signal()

    def __init__(self) -> None:
        self._head, self._words, self._advice = column(gap=2), column(gap=4), column(gap=4)
        self._editor: GoalEditor | None = None
        self._editor_box = column(gap=0)
        self.steps = StepList()
        pieces = (self._head, self._words, self._editor_box, self._advice, self.steps)
        super().__init__(column(*pieces, gap=8, pad=(22, 16, 18, 16)))
        self._scene: Scene | None = None
        self._goal: Goal | None = None

    def show_goal(self, scene: Scene, goal: Goal, number: int) -> None:
        """Show a goal as it stands; what is being typed stays."""
        if not scene.may_edit or (self._goal is not None and self._goal.goal_id != goal.goal_id):
            self._drop_editor()
        self._scene, self._goal = scene, goal
        self._show_head(number)
        self._show_words()
        clear(self._advice)
        for advice in scene.advice(goal.goal_id):
            self._advice.addWidget(AdviceRow(scene, advice))
        if self._editor is not None:
            self._editor.show_goal(scene, goal)
        self.steps.show_steps(scene, goal, goal.steps)

    def write(self) -> None:
        """Open the goal's words to be written."""
        if self._scene is None or self._goal is None or not self._scene.may_edit:
            return
        if self._editor is None:
            self._editor = GoalEditor(self._scene, self._goal)
            self._editor.done.connect(self.close_editor)
            self._editor_box.addWidget(self._editor)
            self._editor.show()
            self._show_words()
        QTimer.singleShot(0, self._editor, self._editor.focus)

    def close_editor(self) -> None:
        """Show the words again; a goal in which nothing was written goes."""
        editor, scene, goal = self._editor, self._scene, self._goal
        if editor is None or scene is None or goal is None:
            return
        is_blank = editor.is_blank() and not goal.steps
        self._drop_editor()
        if is_blank:
            hand = scene.hand
            hand.run(partial(hand.ground.services.remove, "goal", goal.goal_id, "empty"))
            self.left.emit()
            return
        self._show_words()
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._editor is not None:
            self._editor.settle()
        self.steps.settle()

    def _drop_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.settle()
            let_go(self._editor_box, editor)

    def _show_head(self, number: int) -> None:
        scene, goal = self._scene, self._goal
        if scene is None or goal is None:
            return
        clear(self._head)
        title = self.tr("Goal {n}").format(n=number)
        if goal.by_name and goal.words.strip():
            title = self.tr("Goal {n}, in {name}’s words").format(n=number, name=goal.by_name)
        pieces: list[QWidget] = []
        if goal.is_required:
            pieces.append(Chip(self.tr("Required by the agency"), "sand", "landmark"))
        if not goal.is_open:
            words = scene.hand.ground.words.word("goal_status", goal.status)
            pieces.append(Chip(words, "good" if goal.status == GoalStatus.REACHED else "sand", "flag"))
        label = Text(title, size=14, weight=600, ink="primary", lines=0)
        more = [self._more_button(goal)] if scene.may_write else []
        if look().large:
            self._head.put(row((label, 1), *more, gap=6))
            self._head.put(*(row(piece, None) for piece in pieces))
        else:
            self._head.put(row((label, 1), *pieces, *more, gap=6))

    def _show_words(self) -> None:
        scene, goal = self._scene, self._goal
        clear(self._words)
        if scene is None or goal is None or self._editor is not None:
            return
        title = scene.hand.told.goal_title(goal)
        ink = "text" if goal.words.strip() else "muted"
        words = Text(title, size=25, weight=700, ink=ink, lines=0, leading=1.05)
        line = row((words, 1), gap=6)
        if scene.may_edit:
            change = IconButton("pencil", self.tr("Change the words of this goal"))
            change.clicked.connect(self.write)
            line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        self._words.put(line)
        if goal.agency_words.strip() and goal.words.strip():
            said = self.tr("Agency wording: {words}").format(words=goal.agency_words.strip())
            self._words.put(meta(said, lines=0))

    def _more_button(self, goal: Goal) -> IconButton:
        more = IconButton("ellipsis", self.tr("More about this goal"))
        more.clicked.connect(partial(self._open_menu, more, goal))
        return more

    def _open_menu(self, button: QWidget, goal: Goal) -> None:
        scene = self._scene
        if scene is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("This goal"))
        words, verbs = scene.hand.ground.words, scene.hand.verbs
        for code in GoalStatus:
            if code != goal.status:
                action = menu.addAction(look().icon("flag", "muted", 18), words.word("goal_status", code))
                action.triggered.connect(partial(self._say, goal, code))
        if scene.may_edit:
            menu.addSeparator()
            for label, icon, by in (
                (self.tr("Move up"), "arrow-up", -1),
                (self.tr("Move down"), "arrow-down", 1),
            ):
                action = menu.addAction(look().icon(icon, "muted", 18), label)
                job = partial(verbs.move, "goal", goal.goal_id, by)
                action.triggered.connect(lambda _=False, job=job: scene.hand.run(job))
            remove = menu.addAction(look().icon("trash-2", "bad", 18), self.tr("Remove"))
            remove.triggered.connect(self._remove)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _say(self, goal: Goal, code: GoalStatus, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        if self._scene is None:
            return
        hand = self._scene.hand
        edit = partial(hand.verbs.edit_goal, goal.goal_id)
        hand.run_saying(
            partial(edit, {"status": str(code)}), self.tr("Kept."), partial(edit, {"status": goal.status})
        )

    def _remove(self) -> None:
        if self._scene is not None and self._goal is not None:
            self._scene.hand.remove(
                "goal", self._goal.goal_id, self.tr("Goal removed; the history keeps it.")
            )
