"""What would hurt if forgotten, worst first, each with one verb."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Box, clear, column, group, row
from engage_desktop.views.kit.marks import Card, IconPlate
from engage_desktop.views.kit.text import Text, panel_title
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook
from engage_domain.kin_search import STOPPING
from engage_domain.today import Need, NeedKind

AT_FIRST = 5
SIGNS = {
    NeedKind.CHILD_DUE: ("circle-dashed", "warn"),
    NeedKind.NOTE_UNFINISHED: ("pen-line", "clay"),
    NeedKind.TWO_VERSIONS: ("git-compare", "info"),
    NeedKind.PROMISE_DUE: ("handshake", "plum"),
    NeedKind.TASK_DUE: ("clipboard-list", "sand"),
    NeedKind.POSSIBLE_DUPLICATE: ("users", "info"),
    NeedKind.SEARCH_DUE: ("search", "info"),
    NeedKind.PLAN_DUE: ("calendar-clock", "primary"),
}


class NeedRow(QWidget):
    """One need with its verb. `wanted` carries the need."""

    wanted = Signal(object)

    def __init__(self, need: Need, words: Wordbook, today: date) -> None:
        super().__init__()
        self.need, self._words, self._today = need, words, today
        icon, tone = SIGNS[need.kind]
        title, below = self._title(), self._below()
        said = column(
            None, Text(title, weight=600, lines=0), Text(below, size=14, ink="muted", lines=0), None, gap=2
        )
        self.verb = Button(self._verb(), "", "soft", tone=tone)
        self.verb.setAccessibleName(f"{self._verb()}: {title}")
        self.verb.clicked.connect(self._on_verb)
        self.setLayout(row(IconPlate(icon, tone), (group(said), 1), self.verb, gap=12))
        self.setSizePolicy(group(row()).sizePolicy())
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """Keep all verbs equally wide."""
        self.verb.setMinimumWidth(look().px(104) + 8)

    def _verb(self) -> str:
        verbs = {
            NeedKind.CHILD_DUE: self.tr("Plan visit"),
            NeedKind.NOTE_UNFINISHED: self.tr("Finish"),
            NeedKind.TWO_VERSIONS: self.tr("Look"),
            NeedKind.PROMISE_DUE: self.tr("Done") if self.need.code == "agency" else self.tr("Kept"),
            NeedKind.TASK_DUE: self.tr("Done"),
            NeedKind.POSSIBLE_DUPLICATE: self.tr("Look"),
            NeedKind.SEARCH_DUE: self.tr("Search"),
            NeedKind.PLAN_DUE: self.tr("Look at it"),
        }
        return verbs[self.need.kind]

    def _title(self) -> str:
        need = self.need
        if need.kind is NeedKind.CHILD_DUE:
            return self.tr("{name}, not seen yet this month").format(name=need.subject)
        if need.kind is NeedKind.NOTE_UNFINISHED:
            return self.tr("A note is unfinished")
        if need.kind is NeedKind.TWO_VERSIONS:
            return self.tr("Two versions to look at")
        longer = {
            NeedKind.PROMISE_DUE: self._promise_title,
            NeedKind.SEARCH_DUE: self._search_title,
            NeedKind.PLAN_DUE: self._plan_title,
        }
        if need.kind in longer:
            return longer[need.kind]()
        return need.subject or self._words.word("task_kind", need.code)

    def _promise_title(self) -> str:
        if self.need.code == "agency":
            return self.tr("You promised: {what}").format(what=self.need.subject)
        who = self.need.who or self.need.family
        return self.tr("{who} promised: {what}").format(who=who, what=self.need.subject)

    def _search_title(self) -> str:
        need = self.need
        if need.code == "next_step" and need.who:
            return self.tr("Searching for {name}: {what}").format(name=need.subject, what=need.who)
        if need.code == "never":
            return self.tr("Nobody has looked for {name} yet").format(name=need.subject)
        return self.tr("Look for {name} again").format(name=need.subject)

    def _plan_title(self) -> str:
        name = self._words.word("plan_kind", self.need.subject)
        said = {
            "review_soon": self.tr("{what}: look at it again together"),
            "review_past": self.tr("{what}: nobody looked at it again yet"),
            "end_soon": self.tr("{what}: it ends soon"),
            "end_past": self.tr("{what}: it has ended"),
        }
        return said.get(self.need.code, "{what}").format(what=name)

    def _below(self) -> str:
        need = self.need
        parts = [need.family]
        if need.kind is NeedKind.PLAN_DUE and need.due is not None:
            parts.append(self._words.day_near(need.due, self._today))
            return " · ".join(parts)
        if need.kind is NeedKind.CHILD_DUE and need.due is not None:
            days = self._words.count("day", (need.due - self._today).days, spelled=True)
            parts.append(self.tr("{days} left").format(days=days))
        elif need.kind is NeedKind.NOTE_UNFINISHED:
            parts.extend(self._note())
        elif need.kind is NeedKind.TWO_VERSIONS and need.subject:
            parts.append(self.tr("yours and {who}’s").format(who=need.subject.split()[0]))
        elif need.due is not None:
            parts.append(self._due(need.due))
        if need.kind is NeedKind.SEARCH_DUE and need.status in STOPPING:
            parts.append(self.tr("notices, letters and visits rest"))
        return " · ".join(parts)

    def _note(self) -> list[str]:
        need, words = self.need, self._words
        parts = [words.day_near(need.at.date(), self._today)] if need.at else []
        if need.count:
            parts.append(words.count("mark", need.count))
        return parts

    def _due(self, due: date) -> str:
        if due == self._today:
            return self.tr("due today")
        if due > self._today:
            return self.tr("due {when}").format(when=self._words.day_near(due, self._today))
        return self.tr("was due {when}").format(when=self._words.day_near(due, self._today))

    def _on_verb(self) -> None:
        self.wanted.emit(self.need)


class NeedsPanel(Card):
    """All needs; the worst few at first. `wanted` carries the need whose verb was pressed."""

    wanted = Signal(object)

    def __init__(self, words: Wordbook) -> None:
        super().__init__()
        self._words = words
        self._needs: tuple[Need, ...] = ()
        self._today = date.min
        self._shows_all = False
        self._rows: Box = column(gap=8)
        self._order = Text(self.tr("worst first"), size=14, ink="muted")
        self._more = Button("", "chevron-down", "quiet")
        self._more.clicked.connect(self._on_more)
        self.setLayout(
            column(
                row((panel_title(self.tr("Needs you")), 1), self._order),
                self._rows,
                row(self._more, None),
                gap=8,
                pad=(20, 16, 14, 16),
            )
        )

    @property
    def shows_all(self) -> bool:
        """Say whether all needs show."""
        return self._shows_all

    def show_all(self, shown: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show all needs, or the worst few."""
        self._shows_all = shown
        self._show_rows()

    def show_needs(self, needs: tuple[Need, ...], today: date) -> None:
        """Show what needs the worker."""
        self._needs, self._today = needs, today
        self._show_rows()

    def _show_rows(self) -> None:
        had = self._focused()
        clear(self._rows)
        shown = self._needs if self._shows_all else self._needs[:AT_FIRST]
        for need in shown:
            line = NeedRow(need, self._words, self._today)
            line.wanted.connect(self.wanted)
            self._rows.addWidget(line)
            if need.row_id == had:
                line.verb.setFocus()
        if not self._needs:
            calm = Text(self.tr("Nothing is waiting. Well done."), size=16, ink="muted", lines=0)
            self._rows.addWidget(calm)
        rest = len(self._needs) - AT_FIRST
        self._more.setVisible(rest > 0)
        self._more.set_icon("chevron-up" if self._shows_all else "chevron-down")
        self._more.say(self.tr("Show fewer") if self._shows_all else self.tr("Show {n} more").format(n=rest))
        self._order.setVisible(len(self._needs) > 1)

    def _focused(self) -> str:
        for place in range(self._rows.count()):
            item = self._rows.itemAt(place)
            line = item.widget() if item is not None else None
            if isinstance(line, NeedRow) and line.verb.hasFocus():
                return line.need.row_id
        return ""

    def _on_more(self) -> None:
        self.show_all(not self._shows_all)
