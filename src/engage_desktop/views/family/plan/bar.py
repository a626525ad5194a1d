"""Above a plan: which one it is, how it stands, and what can be done with all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.plan.review_sheet import ReviewSheet
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.plan.told import STATUS_CHIPS
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.inputs import ChoiceButton, Field, Segmented
from engage_desktop.views.kit.layout import Flow, clear, group, row
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.text import meta
from engage_desktop.views.kit.theme import look
from engage_domain.plans import Plan, PlanKind, PlanStatus, current, versions

EVERYBODY = ""


class NewPlanSheet(Sheet):
    """Asks which plan is to be begun, and whether it is for everybody or for one parent alone."""

    def __init__(
        self,
        owner: QWidget,
        hand: Hand,
        grown: tuple[tuple[str, str], ...],
        then: Callable[[PlanKind, str], object],
    ) -> None:
        super().__init__(owner.window(), self.tr("Begin a plan"))
        words = hand.ground.words
        kinds = tuple(
            (str(kind), words.word("plan_kind", kind)) for kind in (PlanKind.SERVICE, PlanKind.SAFETY)
        )
        self._kind = Segmented(self.tr("Which plan"), kinds, str(PlanKind.SERVICE))
        self._for = ChoiceButton(
            self.tr("For whom"), ((EVERYBODY, self.tr("The whole family")), *grown), EVERYBODY
        )
        self.add(Field(self.tr("Which plan"), self._kind))
        hint = self.tr("Where it is safer, write one plan for each parent. Nobody reads the other’s.")
        self.add(Field(self.tr("For whom"), self._for, hint))
        self.add_answer(self.tr("Not now"))
        self.add_answer(self.tr("Begin"), "pen-line", main=True)
        self.accepted.connect(lambda: then(PlanKind(self._kind.here()), self._for.here()))
        self.open()


class PlanBar(QWidget):
    """Which plan shows. `chosen` carries another one; `read_wanted` that it is to be read together."""

    chosen = Signal(str)
    read_wanted = Signal()
    new_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._which = ChoiceButton(self.tr("Which plan"), (), kind="quiet")
        self._which.chosen.connect(self.chosen)
        self._chips = Flow(gap=6, line_gap=4)
        self._read = Button(self.tr("Read it together"), "book-open", "soft")
        self._read.clicked.connect(self.read_wanted)
        self._more = IconButton("ellipsis", self.tr("More about this plan"))
        self._more.clicked.connect(self._open_menu)
        left = Flow(gap=8, line_gap=4)
        left.addWidget(self._which)
        left.addWidget(group(self._chips))
        right = Flow(gap=4, line_gap=4, end=True)
        right.addWidget(self._read)
        right.addWidget(self._more)
        self._box = row((group(left), 1), group(right), gap=8)
        self.setLayout(self._box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._scene: Scene | None = None
        self.restyle()

    def restyle(self) -> None:
        """Take two lines when text is large."""
        way = self._box.Direction
        self._box.setDirection(way.TopToBottom if look().large else way.LeftToRight)

    def show_plan(self, scene: Scene) -> None:
        """Show which plan it is, and how it stands."""
        self._scene = scene
        told, plans = scene.hand.told, scene.book.plans
        newest = current(plans)
        shown = [*newest, *(p for n in newest for p in versions(plans, n.plan_id)[1:])]
        self._which.set_options([(p.plan_id, self._label(p)) for p in shown], scene.plan.plan_id)
        self._which.say(told.plan(scene.plan))
        clear(self._chips)
        tone, icon = STATUS_CHIPS.get(scene.plan.status, ("sand", "pen-line"))
        self._chips.addWidget(Chip(told.status(scene.plan), tone, icon))
        words, tone = told.calendar(scene.plan)
        if words:
            self._chips.addWidget(Chip(words, tone, "calendar-days"))
        if scene.plan.meanwhile:
            self._chips.addWidget(Chip(self.tr("words of yours are not in it"), "warn", "pen-line"))
        if scene.plan.plan_id not in {p.plan_id for p in newest}:
            self._chips.addWidget(meta(self.tr("an earlier version")))

    def _label(self, plan: Plan) -> str:
        scene = self._scene
        if scene is None:
            return ""
        return " · ".join((scene.hand.told.plan(plan), scene.hand.told.status(plan)))

    def _open_menu(self) -> None:
        scene = self._scene
        if scene is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("This plan"))
        icon = look().icon
        if scene.may_write:
            menu.addAction(icon("plus", "muted", 18), self.tr("Begin another plan…")).triggered.connect(
                self.new_wanted
            )
        if scene.may_write and not scene.plan.is_draft:
            menu.addAction(
                icon("pen-line", "muted", 18), self.tr("Write the next version")
            ).triggered.connect(self.next_wanted)
        if scene.may_write and not scene.plan.is_safety and (scene.plan.is_draft or scene.plan.stands_now):
            review = icon("calendar-days", "muted", 18)
            menu.addAction(review, self.tr("When you look at it again…")).triggered.connect(self._ask_review)
        if scene.may_edit:
            menu.addSeparator()
            self._add_people(menu, scene)
            menu.addSeparator()
            remove = menu.addAction(icon("trash-2", "bad", 18), self.tr("Remove this plan"))
            remove.triggered.connect(self._remove)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _add_people(self, menu: QMenu, scene: Scene) -> None:
        whole = (EVERYBODY, self.tr("For the whole family"))
        own = tuple((p, self.tr("For {name} alone").format(name=name)) for p, name in scene.grown())
        for person, label in (whole, *own):
            ink = "primary" if person == scene.plan.for_person_id else "raised"
            action = menu.addAction(look().icon("check", ink, 18), label.replace("&", "&&"))
            action.triggered.connect(partial(self._take_for, person))

    def _ask_review(self) -> None:
        if self._scene is not None:
            ReviewSheet(self, self._scene)

    def _take_for(self, person: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        if self._scene is not None:
            hand = self._scene.hand
            hand.run(partial(hand.verbs.edit_plan, self._scene.plan.plan_id, {"for_person_id": person}))

    def _remove(self) -> None:
        scene = self._scene
        if scene is not None and scene.plan.status == PlanStatus.DRAFT:
            scene.hand.remove("plan", scene.plan.plan_id, self.tr("Plan removed; the history keeps it."))
