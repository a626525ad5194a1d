"""What a file holds, before any of it is written: people to decide on, what stays behind, what was noticed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from engage_desktop.views.family.family_tree.lines import LineList, WhoSheet
from engage_desktop.views.family.family_tree.words import TreeWords
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.layout import Flow, Scroll, clear, column, group
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.theme import look
from engage_domain.gedcom import intake as trees
from engage_domain.gedcom.intake import Choice, Intake, Take, TreeLine

ALL, WAITING, KNOWN, NEW, OUT, BEHIND, NOTICED = "all", "waiting", "known", "new", "out", "behind", "noticed"
LEAST_LIST = 170


class SaidDelegate(CardDelegate[str]):
    """Draws one sentence."""

    framed = False

    def pad(self) -> float:
        """Return little room between sentences."""
        return look().px(4)

    def height(self, row: str, width: float) -> float:
        """Return the height of the words."""
        return max(look().px(26), text_height(row, width, 15))

    def draw(self, sketch: Sketch, rect: QRectF, row: str, _state: CardState) -> None:
        """Draw the words."""
        sketch.words(rect, row, "text", 15, lines=0, middle=True)


class Preview(QWidget):
    """The people of a file with what is to become of each. `bring_button` stands in the page's head."""

    def __init__(self, ground: Ground, words: TreeWords) -> None:
        super().__init__()
        self._ground, self._words = ground, words
        self._read_only = False
        self.intake: Intake | None = None
        self.choices: dict[str, Choice] = {}
        self.bring_button = Button(self.tr("Bring in"), "download", "primary")
        self._chips = Flow(gap=6, line_gap=4)
        self.waiting = Notice("", "", tone="warn", icon="circle-help")
        self.take_all = self.waiting.add_verb(self.tr("Take them all as proposed"), "check")
        self.look_first = self.waiting.add_verb(self.tr("Look at them"), "eye")
        self.take_all.clicked.connect(self._on_take_all)
        self.look_first.clicked.connect(lambda: self.show_which(WAITING))
        self.which = ChoiceButton(self.tr("Show"), ((ALL, ""),), ALL, icon="filter")
        self.which.chosen.connect(self.show_which)
        self.list = LineList(words, self.tr("People in the file"))
        self.list.opened.connect(self._on_line)
        self.said = CardListView(self.tr("What was noticed"), gap=0)
        self._sentences = FrozenListModel[str](key=lambda said: said, speech=lambda said: said)
        self.said.setModel(self._sentences)
        self.said.setItemDelegate(SaidDelegate(self.said))
        self._both = QStackedWidget()
        for view in (self.list, self.said):
            self._both.addWidget(view)
        tools = Flow(gap=8, line_gap=4)
        tools.addWidget(self.which)
        chips = group(self._chips)
        tools.addWidget(chips)
        self.inside = column(group(tools), self.waiting, (self._both, 1), gap=6)
        self.setLayout(column(Scroll(group(self.inside), self.tr("People in the file")), gap=0))
        self.restyle()

    @property
    def is_ready(self) -> bool:
        """Whether everybody was decided on, and anything is to be written and may be."""
        if self._read_only:
            return False
        counts = trees.counts(self.choices)
        return not trees.unsure(self.choices) and bool(counts[Take.NEW] or counts[Take.SAME])

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be looked at and nothing be brought in."""
        self._read_only = read_only
        self.bring_button.setEnabled(self.is_ready)

    def restyle(self) -> None:
        """Keep room for some people; the rest of the page scrolls when there is no more."""
        self._both.setMinimumHeight(look().px(LEAST_LIST))

    def show_intake(self, intake: Intake) -> None:
        """Show a file."""
        self.intake = intake
        self.choices = trees.first_choices(intake)
        self.list.know(intake.known)
        clear(self._chips)
        count = self._ground.words.count
        version = f"GEDCOM {intake.version}".strip()
        told = (
            (count("person", len(intake.lines)), "good", "users"),
            (count("tie", len(trees.plan(intake, self.choices, ()).ties)), "info", "git-fork"),
            (f"{intake.name} · {version}", "sand", "file-text"),
        )
        for label, tone, icon in told:
            self._chips.addWidget(Chip(label, tone, icon))
        self.which.choose(ALL)
        self._decide()

    def show_which(self, which: str) -> None:
        """Show some of the people, or what was noticed."""
        self.which.choose(which)
        self._show_lines()

    def decide(self, key: str, choice: Choice) -> None:
        """Take what is to become of one person."""
        self.choices[key] = choice
        self._decide()

    def ask(self, line: TreeLine) -> WhoSheet:
        """Ask who somebody is."""
        known = self.intake.known if self.intake is not None else ()
        sheet = WhoSheet(self, self._words, line, self.list.choice(line), known)
        sheet.accepted.connect(lambda: self.decide(line.key, sheet.given()))
        sheet.open()
        return sheet

    def enter(self) -> None:
        """Let the keyboard be in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self) -> None:
        waiting = trees.unsure(self.choices)
        self.waiting.setVisible(bool(waiting))
        if waiting:
            self.waiting.say(
                self.tr("Perhaps known already: {who}").format(
                    who=self._ground.words.count("person", waiting)
                ),
                self.tr("Name and year are near. Look at each, or take them all as proposed."),
            )
        counts = trees.counts(self.choices)
        people = self._ground.words.count("person", counts[Take.NEW])
        self.bring_button.say(self.tr("Bring in {people}").format(people=people))
        self.bring_button.setEnabled(self.is_ready)
        self.which.set_options(self._options(counts, waiting), self.which.here() or ALL)
        self._show_lines()

    def _options(self, counts: dict[Take, int], waiting: int) -> tuple[tuple[str, str], ...]:
        intake = self.intake
        if intake is None:
            return ()
        behind, noticed = len(intake.left_out), len(intake.told)
        found = (
            (ALL, self.tr("Everybody · {n}").format(n=len(intake.lines)), 1),
            (WAITING, self.tr("To look at · {n}").format(n=waiting), waiting),
            (KNOWN, self.tr("Known already · {n}").format(n=counts[Take.SAME]), counts[Take.SAME]),
            (NEW, self.tr("New · {n}").format(n=counts[Take.NEW]), counts[Take.NEW]),
            (OUT, self.tr("Left out · {n}").format(n=counts[Take.OUT]), counts[Take.OUT]),
            (BEHIND, self.tr("Has no place here · {n}").format(n=behind), behind),
            (NOTICED, self.tr("Noticed in the file · {n}").format(n=noticed), noticed),
        )
        return tuple((key, label) for key, label, number in found if number)

    def _show_lines(self) -> None:
        intake, which = self.intake, self.which.here() or ALL
        if intake is None:
            return
        if which in {BEHIND, NOTICED}:
            self.said.show_rows(self._behind(intake) if which == BEHIND else self._noticed(intake))
            self._both.setCurrentIndex(1)
            return
        self.list.set_choices(self.choices)
        self.list.show_rows([line for line in intake.lines if self._is_shown(line, which)])
        self._both.setCurrentIndex(0)

    def _is_shown(self, line: TreeLine, which: str) -> bool:
        choice = self.choices[line.key]
        wanted = {KNOWN: Take.SAME, NEW: Take.NEW, OUT: Take.OUT}
        if which == WAITING:
            return not choice.is_sure
        return which not in wanted or choice.take is wanted[which]

    def _behind(self, intake: Intake) -> tuple[str, ...]:
        names = {line.key: self._words.name(line) for line in intake.lines}
        said = (
            " · ".join(
                part for part in (names.get(one.key, ""), self._words.left(one.what), one.text) if part
            )
            for one in intake.left_out
        )
        return tuple(dict.fromkeys(said))

    def _noticed(self, intake: Intake) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._words.notice(notice) for notice in intake.told))

    def _on_line(self, line: object) -> None:
        if isinstance(line, TreeLine):
            self.ask(line)

    def _on_take_all(self) -> None:
        self.choices = trees.all_sure(self.choices)
        self.which.choose(ALL)
        self._decide()
