"""A brief: one page about a family for the minutes before a visit; and all briefs of a day, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.layout import column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Chip, Icon, Rule
from engage_desktop.views.kit.text import Text, panel_title
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook, capital, clock
from engage_desktop.views.today.seeing import chips, tone_of
from engage_domain.today import Alert, AlertKind, Brief, Household, LastContact, PromiseLine, SeeKind, Stop

WIDE = 820
ALERT_ICONS = {
    AlertKind.CHILD_DUE: ("circle-dashed", "warn"),
    AlertKind.COURT_SOON: ("scale", "info"),
    AlertKind.SEARCH_OPEN: ("search", "info"),
    AlertKind.TWO_VERSIONS: ("git-compare", "info"),
    AlertKind.NOTE_UNFINISHED: ("pen-line", "clay"),
}
VISITS = frozenset({"home_visit", "coached_visit"})


class BriefPane(QWidget):
    """Everything worth knowing before going in, and nothing that is kept under Safety."""

    def __init__(self, brief: Brief, words: Wordbook, today: date) -> None:
        super().__init__()
        self._brief, self._words, self._today = brief, words, today
        self.setAccessibleName(self.tr("Brief for {family}").format(family=brief.family))
        parts = [
            self._head(),
            self._see(),
            self._alerts(),
            self._homes(),
            self._contacts(),
            self._said(),
            self._promises(),
        ]
        shown = [part for part in parts if part is not None]
        box = column(gap=16, pad=(4, 0, 4, 0))
        for place, part in enumerate(shown):
            if place > 1:
                box.addWidget(Rule())
            box.addWidget(part)
        self.setLayout(box)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _head(self) -> QWidget:
        brief, stop = self._brief, self._brief.stop
        line = self._when(stop) if stop else ""
        about = [Text(line, ink="muted", lines=0)] if line else []
        names = column(Text(brief.family, size=21, weight=700, lines=0), *about, gap=2)
        signs: list[QWidget] = []
        if brief.has_protected:
            signs.append(Chip(self.tr("Check Safety before sharing"), "sand", "shield"))
        if brief.language:
            signs.append(Chip(self._words.word("language", brief.language), "info", "languages"))
        for name, need in brief.interpreters:
            label = self.tr("Interpreter for {name}: {language}").format(name=name, language=need)
            signs.append(Chip(label, "info", "languages"))
        head = row(Avatar(brief.initials, tone_of(brief.family_id), 48), (names, 1), gap=14)
        return group(column(head, flow(*signs, gap=8, line_gap=6), gap=10)) if signs else group(head)

    def _when(self, stop: Stop) -> str:
        kind = self._words.word("appointment_kind", stop.kind)
        parts = [clock(stop.starts_at.time()), kind, stop.place, stop.purpose]
        return " · ".join(part for part in parts if part)

    def _see(self) -> QWidget | None:
        see = [one for one in self._brief.see if one.kind is not SeeKind.LANGUAGE]
        if not see:
            return None
        label = Text(self.tr("See today"), size=14, weight=600, ink="muted")
        return flow(label, *chips(see, self._words, 14), gap=8, line_gap=6)

    def _alerts(self) -> QWidget | None:
        if not self._brief.alerts:
            return None
        lines = [self._alert(alert) for alert in self._brief.alerts]
        return self._part(self.tr("Worth knowing"), lines)

    def _alert(self, alert: Alert) -> QWidget:
        icon, tone = ALERT_ICONS[alert.kind]
        return group(row(Icon(icon, tone, 18), (Text(capital(self._alert_words(alert)), lines=0), 1), gap=10))

    def _alert_words(self, alert: Alert) -> str:
        match alert.kind:
            case AlertKind.CHILD_DUE:
                return self.tr("{name} has not been seen this month").format(name=alert.words)
            case AlertKind.COURT_SOON:
                assert alert.on is not None
                return self.tr("Court {when}").format(when=self._words.day_near(alert.on, self._today))
            case AlertKind.SEARCH_OPEN:
                return self.tr("Still looking for {name}").format(name=alert.words)
            case AlertKind.TWO_VERSIONS:
                return self.tr("Two versions of the same words wait to be looked at")
            case AlertKind.NOTE_UNFINISHED:
                return self.tr("{notes} not finished").format(notes=self._words.count("note", alert.count))

    def _homes(self) -> QWidget:
        lines = [self._home(home) for home in self._brief.homes]
        lines += [
            self._pair(name, self._placed(kind, with_whom)) for name, kind, with_whom in self._brief.elsewhere
        ]
        return self._part(
            self.tr("Who lives there"), lines or [self._nothing(self.tr("Not written down yet"))]
        )

    def _home(self, home: Household) -> QWidget:
        people = [f"{one.name} {one.age}" if one.age is not None else one.name for one in home.people]
        return self._pair(home.name or self.tr("At home"), ", ".join(people))

    def _placed(self, kind: str, with_whom: str) -> str:
        where = self._words.word("placement_kind", kind)
        return self.tr("{where}, with {whom}").format(where=where, whom=with_whom) if with_whom else where

    def _contacts(self) -> QWidget:
        lines = [self._contact(one) for one in self._brief.contacts]
        return self._part(
            self.tr("Last contact"), lines or [self._nothing(self.tr("Nobody is written down yet"))]
        )

    def _contact(self, one: LastContact) -> QWidget:
        name = f"{one.name} {one.age}" if one.month is not None and one.age is not None else one.name
        if one.on is None:
            return self._pair(name, self._never(one), ink="warn")
        parts = (self._words.days_ago(one.on, self._today), *self._how(one), one.note)
        late = one.month is not None and not one.month.was_seen
        return self._pair(name, " · ".join(part for part in parts if part), ink="warn" if late else "text")

    def _never(self, one: LastContact) -> str:
        words = self.tr("not seen yet") if one.month is not None else self.tr("not reached yet")
        far = one.whereabouts not in {"", "known"}
        tail = one.note or (self._words.word("whereabouts", one.whereabouts) if far else "")
        return f"{words} · {tail}" if tail else words

    def _how(self, one: LastContact) -> tuple[str, ...]:
        if one.month is None:
            return (self._words.word("contact_method", one.method).lower(),)
        alone = {"yes": self.tr("alone"), "no": self.tr("not alone")}.get(one.alone, "")
        return self._words.word("contact_location", one.location).lower(), alone

    def _said(self) -> QWidget | None:
        if not self._brief.said:
            return None
        lines: list[QWidget] = []
        for quote in self._brief.said:
            by = f"{quote.speaker}, {self._words.day_near(quote.on, self._today)}" if quote.speaker else ""
            words = column(
                Text(self._words.quoted(quote.words), weight=500, lines=0, leading=1.2),
                Text(by, size=14, ink="muted"),
                gap=1,
            )
            lines.append(
                group(row(column(2, Icon("message-square-quote", "plum", 18), None), (words, 1), gap=10))
            )
        return self._part(self.tr("What they said last"), lines)

    def _promises(self) -> QWidget | None:
        if not self._brief.promises:
            return None
        ours = [one for one in self._brief.promises if one.side == "agency"]
        theirs = [one for one in self._brief.promises if one.side != "agency"]
        columns = [
            group(
                column(Text(title, size=14, weight=600, ink="muted"), *map(self._promise, some), None, gap=8)
            )
            for title, some in ((self.tr("We promised"), ours), (self.tr("They promised"), theirs))
            if some
        ]
        side_by_side = len(columns) == 2 and not look().large
        both = row(*((one, 1) for one in columns), gap=20) if side_by_side else column(*columns, gap=12)
        return self._part(self.tr("Promises"), [group(both)])

    def _promise(self, one: PromiseLine) -> QWidget:
        late = one.is_late(self._today)
        when = self._words.day_near(one.by_when, self._today) if one.by_when else self.tr("no day set")
        by = " · ".join(
            part
            for part in (one.who, self.tr("by {when}").format(when=when) if one.by_when else when)
            if part
        )
        words = column(
            Text(one.what, lines=0), Text(by, size=14, ink="warn" if late else "muted", lines=0), gap=1
        )
        return group(row(column(2, Icon("handshake", "info", 18), None), (words, 1), gap=10))

    @staticmethod
    def _part(title: str, lines: Sequence[QWidget]) -> QWidget:
        return group(column(panel_title(title), *lines, gap=7))

    @staticmethod
    def _pair(name: str, words: str, ink: str = "text") -> QWidget:
        first = Text(name, weight=600, lines=0)
        if look().large:
            return group(column(first, Text(words, ink=ink, lines=0), gap=1))
        first.setFixedWidth(look().px(170))
        return group(row(first, (Text(words, ink=ink, lines=0), 1), gap=12))

    @staticmethod
    def _nothing(words: str) -> QWidget:
        return Text(words, ink="muted", lines=0)


class BriefSheet(Sheet):
    """The brief of one stop. `family_wanted` and `visit_wanted` carry the brief."""

    family_wanted = Signal(object)
    visit_wanted = Signal(object)

    def __init__(self, parent: QWidget, brief: Brief, words: Wordbook, today: date) -> None:
        super().__init__(parent, self.tr("Before you go"), width=WIDE)
        self._brief = brief
        self.add(BriefPane(brief, words, today))
        self.add_answer(self.tr("Close"))
        self.add_answer(self.tr("Open the family"), "users").clicked.connect(self._on_family)
        if brief.stop is not None and brief.stop.kind in VISITS:
            self.add_answer(self.tr("Start visit"), "house", main=True).clicked.connect(self._on_visit)

    def _on_family(self) -> None:
        self.family_wanted.emit(self._brief)

    def _on_visit(self) -> None:
        self.visit_wanted.emit(self._brief)


class DayPlanSheet(Sheet):
    """All briefs of the day, in order."""

    def __init__(self, parent: QWidget, briefs: Sequence[Brief], words: Wordbook, today: date) -> None:
        super().__init__(parent, self.tr("Your day"), width=WIDE + 40)
        for brief in briefs:
            self.add(Card(column(BriefPane(brief, words, today), pad=(22, 18, 20, 20))))
        if not briefs:
            self.add(Text(self.tr("Nothing is in the calendar today."), size=16, ink="muted", lines=0))
        self.add_answer(self.tr("Close")).setFocus()
