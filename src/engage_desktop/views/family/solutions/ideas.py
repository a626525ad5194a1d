"""The family's own ideas, before anything the agency offers: written as they are said, and made into steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from engage_desktop.services.plan_book import PlanBook
from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.solutions.adding import Adding, Kind
from engage_desktop.views.family.told import Told, tone_of
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card
from engage_desktop.views.kit.text import Text, panel_title
from engage_domain.plan_hints import Said
from engage_domain.plans import current


class IdeaCard(Card):
    """One idea with its two verbs."""

    def __init__(self, panel: IdeasPanel, idea: Said, book: PlanBook) -> None:
        self._panel, self._idea, self._book = panel, idea, book
        words = panel.hand.ground.words
        tone = tone_of(idea.person_id)
        who: list[QWidget] = []
        if idea.name:
            who = [
                Avatar(panel.faces.face(idea.person_id, idea.name), tone, 26),
                Text(idea.name, weight=500, ink=tone),
            ]
        step = Button(self.tr("Make it a step"), "footprints", "soft")
        step.setAccessibleName(self.tr("Make it a step: {what}").format(what=idea.words))
        aside = Button(self.tr("Leave it"), kind="quiet", tone="muted")
        aside.setAccessibleName(self.tr("Leave it aside: {what}").format(what=idea.words))
        said = Text(words.quoted(idea.words), size=17, weight=600, lines=0, leading=1.1)
        head = [group(row(*who, None, gap=8))] if who else []
        super().__init__(
            column(said, *head, flow(step, aside, gap=4), gap=6, pad=(20, 14, 12, 10)),
            fill="quote",
            line="quoteline",
        )
        step.clicked.connect(partial(self._on_step, step))
        aside.clicked.connect(self._on_aside)

    def _on_aside(self) -> None:
        hand, row_id = self._panel.hand, self._idea.row_id
        put = hand.verbs.set_idea_aside
        hand.run_saying(partial(put, row_id), self.tr("Left aside."), partial(put, row_id, "current"))

    def _on_step(self, button: QWidget) -> None:
        plans = [plan for plan in current(self._book.plans) if plan.is_draft]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Where it belongs"))
        told = self._panel.hand.told
        for plan in plans:
            if plan.is_safety:
                action = menu.addAction(told.plan(plan).replace("&", "&&"))
                action.triggered.connect(partial(self._take, plan.plan_id, ""))
            for goal in plan.goals:
                if goal.is_open and goal.title:
                    action = menu.addAction(told.goal_title(goal)[:60].replace("&", "&&"))
                    action.triggered.connect(partial(self._take, plan.plan_id, goal.goal_id))
        if menu.isEmpty():
            menu.addAction(self.tr("First write a goal under Plan…")).triggered.connect(
                self._panel.plan_wanted
            )
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _take(self, plan_id: str, goal_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        hand, idea = self._panel.hand, self._idea
        job = partial(hand.verbs.add_step, plan_id, goal_id, idea.words, idea.person_id, idea.row_id)
        hand.run(job, lambda _made: hand.ground.say(self._panel.kept_words(), "", None))


class IdeasPanel(QWidget):
    """All ideas nobody took up yet, and a line for the next one."""

    def __init__(self, hand: Hand, faces: Told) -> None:
        super().__init__()
        self.hand, self.faces = hand, faces
        self._list = column(gap=2)
        verbs, family_id = hand.verbs, hand.ground.family_id
        kind = Kind(
            "statement",
            "text",
            lambda text, who: partial(verbs.add_idea, family_id, text, who),
            lambda row_id, who: partial(verbs.set_idea_aside.whose, row_id, who),
        )
        self.adding = Adding(
            hand,
            kind,
            self.tr("What would they do themselves?"),
            self.tr("What would help, as they say it"),
            self.tr("Keep the idea"),
        )
        title = panel_title(self.tr("Their own ideas first"))
        line = Card(column(self.adding, pad=(18, 12, 14, 10)))
        self.setLayout(column(row(title, pad=(4, 0, 0, 0)), line, self._list, gap=6))

    def plan_wanted(self) -> None:
        """Say where a goal is written."""
        self.hand.ground.say(
            self.tr("Write a goal under Plan first; then an idea can become its step."), "", None
        )

    def kept_words(self) -> str:
        """Return what is said when an idea became a step."""
        return self.tr("It is a step now. You find it under Plan.")

    def show_ideas(
        self, ideas: tuple[Said, ...], book: PlanBook, people: tuple[tuple[str, str], ...]
    ) -> None:
        """Show them."""
        clear(self._list)
        self.adding.show_people(people)
        for idea in ideas:
            self._list.addWidget(IdeaCard(self, idea, book))
