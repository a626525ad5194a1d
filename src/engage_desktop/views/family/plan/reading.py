"""The plan to be read together: the laptop is turned, one goal at a time, large, in the family's words, nothing round it.

It is made from what the plan part shows, so nothing that is kept under Safety can stand on it. The words round the
family's are in the language the plan is written in.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import Flow, Scroll, clear, column, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Icon
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import wordbook
from engage_domain.plans import Goal, Step
from engage_domain.reading_level import language_of
from engage_domain.workspace import OURS

PAGE = "plan_page"
MEASURE = 1080


class ReadingPage(QWidget):
    """A calm page over the whole window. Escape, or the cross, gives the laptop back."""

    def __init__(self, owner: QWidget, scene: Scene) -> None:
        super().__init__(owner.window())
        self._owner, self._scene = owner, scene
        self._closing = False
        self._came_from = QApplication.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._book = wordbook(language_of(_all_words(scene)))
        self._goals = tuple(g for g in scene.plan.goals if g.is_open and g.title)
        self._at = 0
        self._page = column(gap=18, pad=(8, 8, 8, 24))
        inner = group(self._page)
        inner.setMaximumWidth(look().px(MEASURE))
        self._scroll = Scroll(group(row(None, (inner, 50), None)), self._say("title"))
        self._ways = group(Flow(gap=8, line_gap=4))
        close = IconButton("x", self.tr("Close, and turn the laptop back (Esc)"))
        close.clicked.connect(self.close_page)
        self._head = Text("", size=18, weight=600, ink="primary", lines=0)
        head = row((self._head, 1), close, gap=12)
        self.setLayout(column(head, (self._scroll, 1), self._ways, gap=12, pad=(64, 28, 40, 24)))
        self.setAccessibleName(self._say("title"))
        owner.installEventFilter(self)
        owner.window().installEventFilter(self)
        self.setGeometry(owner.window().rect())
        self._show_page()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        """Give the laptop back to the worker."""
        if self._closing:
            return
        self._closing = True
        self._owner.removeEventFilter(self)
        self._owner.window().removeEventFilter(self)
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and go when the page below goes."""
        if watched is self._owner and event.type() is QEvent.Type.Hide:
            self.close_page()
        elif event.type() is QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self._owner.window().rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page with the arrows, leave with Escape."""
        turns = {Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_page()
        elif key in turns:
            self.turn_to(self._at + turns[key])
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Keep the focus on this page: what lies below belongs to the worker."""
        if self._closing:
            return super().focusNextPrevChild(forward)
        stops = [
            w
            for w in self.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        here = self.focusWidget()
        if not stops:
            return False
        place = stops.index(here) if here in stops else (-1 if forward else 0)
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def turn_to(self, number: int) -> None:
        """Show another goal."""
        if 0 <= number < max(1, len(self._goals)) and number != self._at:
            self._at = number
            self._show_page()
            self._scroll.verticalScrollBar().setValue(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        painter = QPainter(self)
        Sketch.on(self, painter).panel(QRectF(self.rect()), "paper", radius=0)
        painter.end()

    def _show_page(self) -> None:
        clear(self._page)
        plan = self._scene.plan
        self._head.setText(self._title())
        if plan.is_safety:
            self._show_safety()
        elif self._goals:
            self._show_goal(self._goals[self._at])
        else:
            self._page.put(Text(self._say("nothing_yet"), size=30, weight=700, lines=0))
        self._page.addStretch(1)
        self._show_ways()

    def _title(self) -> str:
        plan = self._scene.plan
        parts = [self._book.word("plan_kind", plan.kind)]
        if plan.for_name:
            parts.append(plan.for_name)
        if plan.end_on is not None:
            parts.append(self._say("until").format(day=self._book.day(plan.end_on)))
        if plan.review_on is not None:
            parts.append(self._say("look_again").format(day=self._book.day(plan.review_on)))
        return " · ".join(parts)

    def _show_goal(self, goal: Goal) -> None:
        words = self._book.quoted(goal.words.strip()) if goal.words.strip() else goal.agency_words.strip()
        self._page.put(Text(words, size=38, weight=700, lines=0, leading=1.05))
        if goal.by_name and goal.words.strip():
            self._page.put(Text(f"– {goal.by_name}", size=20, ink="muted", lines=0))
        elif not goal.words.strip():
            self._page.put(Text(self._say("agency_asks"), size=20, ink="muted", lines=0))
        self._show_steps(goal.steps)

    def _show_safety(self) -> None:
        plan = self._scene.plan
        self._page.put(Text(self._say("worry"), size=18, weight=600, ink="muted", lines=0))
        self._page.put(Text(plan.concern.strip() or "–", size=32, weight=700, lines=0, leading=1.05))
        if plan.adults:
            names = self._book.listed([name for _, name in plan.adults])
            self._page.put(Text(self._say("safe_with").format(names=names), size=24, weight=600, lines=0))
        self._show_steps(plan.steps)

    def _show_steps(self, steps: tuple[Step, ...]) -> None:
        shown = [s for s in steps if s.what.strip() and s.kept.status != "dropped"]
        for title, ours in (("we_do", False), ("agency_brings", True)):
            own = [s for s in shown if (s.side == OURS) is ours]
            if own and ours:
                self._page.put(Text(self._say(title), size=18, weight=600, ink="clay", lines=0))
            for step in own:
                self._page.put(self._step(step))

    def _step(self, step: Step) -> QWidget:
        face, tone = self._scene.face(step)
        when = step.when_words.strip()
        if not when and step.by_when is not None:
            when = self._say("by").format(
                day=self._book.day_near(step.by_when, self._scene.hand.ground.today())
            )
        said = " ".join(part for part in (step.who, step.what.strip(), when) if part)
        lines = column(Text(said, size=24, weight=600, lines=0, leading=1.1), gap=6)
        for icon, ink, name, words in (
            ("eye", "primary", "we_know", step.how_we_know.strip()),
            ("life-buoy", "warn", "if_hard", step.plan_b.strip()),
        ):
            if words:
                more = Text(self._say(name).format(what=words), size=20, ink="muted", lines=0, leading=1.1)
                lines.addLayout(row(Icon(icon, ink, 24), (more, 1), gap=12))
        who = Avatar(face, tone, 48)
        body = row(column(who, None), (lines, 1), gap=18, pad=(24, 18, 24, 18))
        if step.kept.status == "done":
            body.addWidget(Icon("circle-check", "good", 30, self._book.word("step_status", "done")))
        return Card(body)

    def _show_ways(self) -> None:
        box = self._ways.layout()
        if box is None:
            return
        clear(box)
        self._ways.setVisible(len(self._goals) > 1 and not self._scene.plan.is_safety)
        for number, goal in enumerate(self._goals):
            name = self._say("goal").format(n=number + 1)
            here = number == self._at
            button = Button(name, "circle-dot" if here else "circle", "soft" if here else "quiet", size=17)
            button.setAccessibleName(f"{name}: {goal.title}")
            button.clicked.connect(lambda _=False, number=number: self.turn_to(number))
            box.addWidget(button)

    def _say(self, name: str) -> str:
        return self._book.word(PAGE, name)


def _all_words(scene: Scene) -> str:
    plan = scene.plan
    said = [
        plan.concern,
        *(g.words for g in plan.goals),
        *(f"{s.what} {s.how_we_know}" for s in plan.all_steps()),
    ]
    return "\n".join(said)
