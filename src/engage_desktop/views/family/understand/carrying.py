"""Strengths and needs, part of life by part of life: whose words each is, how pressing, and the goal it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.family.understand.abreast import Abreast
from engage_desktop.views.family.understand.columns import KIND_ICONS, KIND_TONES, NARROWEST, Pile
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import column, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Chip, Icon
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_domain.understanding import Source, Statement, StatementKind, Understanding, by_domain

PRESSING = 3


class CarryLine(QWidget):
    """One strength or need, with everything one has to know about it. `opened` says that it is to be changed."""

    opened = Signal()

    def __init__(self, ground: Ground, folk: Folk, one: Statement) -> None:
        super().__init__()
        words = ground.words.quoted(one.words) if one.exact_words else one.words
        who = folk.sorted(one.said_by)
        faces = row(*(Avatar(folk.face(p), tone_of(p), 26, folk.name(p)) for p in who[:3]), gap=2)
        if not who:
            faces.addWidget(Icon("briefcase" if one.source == Source.WORKER else "users", "sand", 20))
        parts = [folk.names(who) or ground.words.word("statement_source", one.source)]
        parts.append(self.tr("exact words") if one.exact_words else self.tr("summed up"))
        if one.said_on is not None:
            parts.append(ground.words.day_near(one.said_on, ground.today()))
        if one.about:
            parts.append(self.tr("about {who}").format(who=folk.names(one.about)))
        said = column(Text(words, size=16, weight=600, lines=0, leading=1.1), gap=1)
        said.addWidget(meta(" · ".join(part for part in parts if part), lines=0))
        if one.goal:
            said.addWidget(meta(self.tr("In the plan: {goal}").format(goal=one.goal), lines=0, ink="info"))
        self.change_button = IconButton("pencil", self.tr("Change"))
        self.change_button.setAccessibleName(self.tr("Change: {what}").format(what=one.words))
        self.change_button.clicked.connect(self.opened)
        chips: list[QWidget] = []
        if one.priority >= PRESSING:
            chips.append(Chip(self.tr("First"), "clay", "flag"))
        self.setLayout(
            row(group(faces), (group(said), 1), *chips, self.change_button, gap=10, pad=(4, 4, 0, 4))
        )


class CarryPile(Pile):
    """Strengths or needs under their parts of life; the one being written stands where it was."""

    def _pieces(self, statements: tuple[Statement, ...]) -> Iterator[QWidget]:
        domains = [code for code, _ in self._ground.words.options("statement_domain")]
        for domain, held in by_domain(statements, domains):
            name = self._ground.words.word("statement_domain", domain) or self.tr("Not sorted yet")
            yield Text(name, size=13, weight=700, ink="muted", inset=True)
            yield from super()._pieces(tuple(held))

    def _card(self, one: Statement) -> QWidget:
        line = CarryLine(self._ground, self._folk, one)
        line.change_button.setEnabled(self._can_write)
        line.opened.connect(lambda: self.open_statement(one.statement_id))
        return line


class CarryPanel(Card):
    """All strengths, or all needs."""

    step_wanted = Signal(object)

    def __init__(self, ground: Ground, folk: Folk, kind: StatementKind, title: str, none: str) -> None:
        super().__init__()
        self.kind = kind
        tone = KIND_TONES[kind]
        self.pile = CarryPile(ground, folk, kind, title)
        self.done_pile = CarryPile(ground, folk, kind, title)
        self.done_pile.hide()
        self._none = Text(none, ink="muted", lines=0, leading=1.2, inset=True)
        self.add_button = Button(self.tr("Add"), "plus", "soft")
        self.add_button.setAccessibleName(f"{title}: {self.tr('Add')}")
        self.add_button.clicked.connect(self.pile.add)
        self.done_button = Button("", kind="quiet", tone="sand", after="chevron-down")
        self.done_button.clicked.connect(lambda: self.done_pile.setVisible(self.done_pile.isHidden()))
        head = row(Icon(KIND_ICONS[kind], tone, 24), (panel_title(title), 1), gap=8, pad=(4, 0, 0, 0))
        self.setLayout(
            column(
                head, self._none, self.pile, self.add_button, self.done_button, self.done_pile, None,
                gap=8, pad=(16, 16, 12, 12),
            )
        )  # fmt: skip
        self._title = title
        for pile in (self.pile, self.done_pile):
            pile.step_wanted.connect(self.step_wanted)

    def show_found(self, found: Understanding, *, has_plan: bool) -> None:
        """Show what there is."""
        current, done = found.of_kind(self.kind), found.of_kind(self.kind, done=True)
        for pile, statements in ((self.pile, current), (self.done_pile, done)):
            pile.has_plan = has_plan
            pile.show_statements(statements)
        self._none.setVisible(not current and not self.pile.is_writing)
        self.done_button.setVisible(bool(done))
        self.done_button.say(self.tr("Done with: {n}").format(n=len(done)))
        self.done_button.setAccessibleName(f"{self._title}: {self.done_button.text()}")

    @property
    def is_writing(self) -> bool:
        """Whether something is being written here."""
        return self.pile.is_writing or self.done_pile.is_writing

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self.add_button.setEnabled(not read_only)
        for pile in (self.pile, self.done_pile):
            pile.set_read_only(read_only)

    def settle(self) -> None:
        """Hand on what is typed."""
        for pile in (self.pile, self.done_pile):
            pile.settle()


class CarryPage(Abreast):
    """Strengths beside needs, below each other when there is no room."""

    step_wanted = Signal(object)

    def __init__(self, ground: Ground, folk: Folk) -> None:
        self.strengths = CarryPanel(
            ground, folk, StatementKind.STRENGTH, self.tr("Strengths"),
            self.tr("What they are good at, what they have come through, who is there for them: in their words."),
        )  # fmt: skip
        self.needs = CarryPanel(
            ground, folk, StatementKind.NEED, self.tr("Needs"),
            self.tr("What they say they need. A need is not a service: services come later, when they ask for them."),
        )  # fmt: skip
        self.panels = (self.strengths, self.needs)
        super().__init__(3 * NARROWEST, *self.panels)
        for panel in self.panels:
            panel.step_wanted.connect(self.step_wanted)

    def show_found(self, found: Understanding, *, has_plan: bool) -> None:
        """Show what there is."""
        for panel in self.panels:
            panel.show_found(found, has_plan=has_plan)

    def settle(self) -> None:
        """Hand on what is typed."""
        for panel in self.panels:
            panel.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        for panel in self.panels:
            panel.set_read_only(read_only)
