"""Two versions side by side, and every way to decide between them. Nothing is lost by deciding."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Box, column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Chip, Icon
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.page import Folding
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_desktop.views.kit.theme import look
from engage_desktop.views.sync_centre.combine import ADDENDUM, Combine
from engage_desktop.views.sync_centre.ground import Ground
from engage_desktop.views.sync_centre.told import Told
from engage_desktop.views.sync_centre.words_flow import MINE, THEIRS, Swatch, WordsFlow
from engage_domain.conflicts import Choice, Conflict, ConflictKind, Version
from engage_domain.names import initials
from engage_domain.revisions import Run, compare


class VersionCard(Card):
    """One version: who, when, where, the words, and the verb that keeps it."""

    def __init__(
        self, told: Told, version: Version, runs: tuple[Run, ...], tone: str, side: str, verb: QWidget | None
    ) -> None:
        who = told.who(version)
        head = row(
            Avatar(initials(version.author) or "user", "sand", 34),
            (column(Text(who, weight=700, ink=tone), meta(told.from_where(version), lines=0), gap=0), 1),
            meta(side),
            gap=10,
        )
        self.flow = WordsFlow(f"{who}, {side}", runs, tone)
        self._box = column(head, self.flow, None, gap=8, pad=(20, 14, 16, 12))
        if verb is not None:
            self._box.addWidget(verb)
        super().__init__(self._box, fill="paper")


class Versions(Card):
    """One pair of versions. `decided` carries a choice and the words typed for it."""

    decided = Signal(object, object)
    undo_wanted = Signal()
    note_opened = Signal(str)
    back_wanted = Signal()
    combining = Signal(bool)

    def __init__(self, ground: Ground, told: Told, conflict: Conflict, kept: str, *, back: bool) -> None:
        self._body = column(gap=10, pad=(20, 14, 16, 14))
        super().__init__(self._body)
        self._ground, self._told, self._conflict, self._kept = ground, told, conflict, kept
        self._combine: Combine | None = None
        self._pair: Box | None = None
        self._body.addWidget(self._head(back=back))
        if conflict.piece.is_protected:
            self._cover = self._covered()
            self._body.addWidget(self._cover)
        else:
            self._uncover()
        self._body.addStretch(1)

    @property
    def conflict(self) -> Conflict:
        """Return the pair that is shown."""
        return self._conflict

    @property
    def combine(self) -> Combine | None:
        """Return the editor, when it is open."""
        return self._combine

    def restyle(self) -> None:
        """Stand below each other when text is large."""
        if self._pair is not None:
            way = self._pair.Direction
            self._pair.setDirection(way.TopToBottom if look().large else way.LeftToRight)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._combine is not None:
            self._combine.settle()

    def open_combine(self) -> Combine:
        """Open the editor below both versions."""
        if self._combine is None:
            self._combine = Combine(self._ground, self._told, self._conflict, self._kept)
            self._combine.decided.connect(self._on_combined)
            self._combine.left.connect(self._on_left)
            self._body.insertWidget(self._body.count() - 1, self._combine)
        self._combine.show()
        self._foot.hide()
        self.combining.emit(True)
        QTimer.singleShot(0, self, self._bring_into_view)
        return self._combine

    def _bring_into_view(self) -> None:
        around: QWidget | None = self
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self._combine is not None:
            around.ensureWidgetVisible(self._combine, 0, 0)

    def _head(self, *, back: bool) -> QWidget:
        told, conflict = self._told, self._conflict
        title = panel_title(told.title(conflict))
        title.setAccessibleDescription(told.piece_with_family(conflict.piece))
        pieces: list[QWidget] = [title]
        if conflict.piece.family and not conflict.piece.is_protected:
            pieces.append(Chip(conflict.piece.family, "info", "users"))
        if back:
            return_button = Button(self.tr("All of them"), "arrow-left", "quiet")
            return_button.clicked.connect(self.back_wanted)
            pieces.insert(0, return_button)
        about = Text(told.piece(conflict.piece), size=14, ink="muted", lines=0)
        left = group(column(flow(*pieces, gap=10), about, gap=2))
        if len(conflict.fields) and conflict.kind is not ConflictKind.SIGN_STALE:
            legend = row(
                Swatch(THEIRS),
                meta(self.tr("only theirs")),
                8,
                Swatch(MINE),
                meta(self.tr("only mine")),
                gap=6,
            )
            return Folding(left, group(legend))
        return left

    def _covered(self) -> QWidget:
        notice = Notice(
            self.tr("These words are kept under Safety"),
            self.tr("Look at them only where nobody else can see the screen."),
            tone="sand",
            icon="shield",
        )
        notice.add_verb(self.tr("I am alone: show them"), "eye").clicked.connect(self._on_alone)
        return notice

    def _on_alone(self) -> None:
        self._cover.hide()
        self._uncover()

    def _uncover(self) -> None:
        conflict = self._conflict
        rule = self._told.rule(conflict.rule)
        if rule:
            self._body.addWidget(
                Notice(rule, self.tr("Your words are kept. Write it again so that it can be taken."))
            )
        if conflict.fields and conflict.kind is not ConflictKind.SIGN_STALE:
            self._body.addWidget(self._sides())
            self._say_what_stands()
        else:
            why, what = self._told.parked(conflict.kind)
            self._body.addWidget(Notice(why, what, tone="info"))
        if conflict.decision is not None:
            self._body.addWidget(self._decided())
        self._foot = self._make_foot()
        self._body.addWidget(self._foot)
        self.restyle()

    def _sides(self) -> QWidget:
        conflict, told = self._conflict, self._told
        both = compare(told.text(conflict, "theirs"), told.text(conflict, "mine"))
        choices = conflict.choices()
        left, right = told.sides(conflict)
        keep = self.tr("Keep {side}")
        theirs = (
            self._verb(Choice.THEIRS, keep.format(side=left), "check") if Choice.THEIRS in choices else None
        )
        mine = self._verb(Choice.MINE, keep.format(side=right), "check") if Choice.MINE in choices else None
        self._pair = row(
            (VersionCard(told, conflict.theirs, both.theirs, THEIRS, left, theirs), 1),
            (VersionCard(told, conflict.mine, both.mine, MINE, right, mine), 1),
            gap=4,
        )
        return group(self._pair)

    def _say_what_stands(self) -> None:
        conflict = self._conflict
        now = self._told.text(conflict, "standing")
        if now in {self._told.text(conflict, "theirs"), self._told.text(conflict, "mine")}:
            return
        title = meta(self.tr("As it stands now"))
        words = Text(now or "–", lines=0, leading=1.2)
        self._body.addWidget(Card(column(title, words, gap=2, pad=(20, 12, 16, 12)), fill="paper"))

    def _verb(self, choice: Choice, label: str, icon: str) -> Button:
        button = Button(label, icon)
        button.clicked.connect(partial(self._on_choice, choice))
        return button

    def _make_foot(self) -> QWidget:
        words = self.tr(
            "Nothing is lost: the version you do not choose stays, and you can undo this for ever."
        )
        said = group(
            row(
                Icon("undo-2", "muted", 18),
                (Text(words, size=13, ink="muted", lines=0), 1),
                gap=8,
                pad=(4, 0, 0, 0),
            )
        )
        return Folding(said, flow(*self._foot_verbs(), gap=4))

    def _foot_verbs(self) -> list[QWidget]:
        choices, conflict = self._conflict.choices(), self._conflict
        verbs: list[QWidget] = []
        if conflict.contact_id:
            note = Button(self.tr("Open the note"), "notebook-text")
            note.clicked.connect(lambda: self.note_opened.emit(conflict.contact_id))
            verbs.append(note)
        if Choice.BOTH in choices:
            verbs.append(self._verb(Choice.BOTH, self.tr("Keep both, one after the other"), "notebook-pen"))
        if Choice.ACCEPTED in choices and conflict.decision is None:
            verbs.append(self._verb(Choice.ACCEPTED, self._accept_words(), "check"))
        opens = next((c for c in (Choice.COMBINED, Choice.ADDENDUM) if c in choices), None)
        if opens is not None:
            label = self.tr("Combine them") if opens is Choice.COMBINED else self.tr("Add as an addendum")
            open_ = Button(label, "git-merge" if opens is Choice.COMBINED else "file-plus", "primary")
            open_.clicked.connect(self._on_open)
            verbs.append(open_)
        return verbs

    def _accept_words(self) -> str:
        kind = self._conflict.kind
        if kind is ConflictKind.TEXT_MERGED:
            return self.tr("It reads well")
        return self.tr("Leave it out") if kind is ConflictKind.IMMUTABLE else self.tr("I have read this")

    def _decided(self) -> QWidget:
        decision = self._conflict.decision
        assert decision is not None  # asked only then
        who = self.tr("You") if decision.by_me else (decision.by or self.tr("Somebody"))
        when = self._told.moment(decision.at)
        title = self.tr("{who} decided: {what}").format(who=who, what=self._told.choice(decision.choice))
        words = self.tr("Not with the agency yet") if decision.is_sending else ""
        notice = Notice(", ".join(part for part in (title, when) if part), words, tone="good")
        if decision.choice is not Choice.UNDONE:
            notice.add_verb(self.tr("Undo"), "undo-2").clicked.connect(self.undo_wanted)
        return notice

    def _on_choice(self, choice: Choice, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.decided.emit(choice, None)

    def _on_open(self) -> None:
        self.open_combine().setFocus()

    def _on_combined(self, texts: dict[str, str]) -> None:
        choice = (
            Choice.ADDENDUM
            if ADDENDUM in texts and self._conflict.kind is ConflictKind.IMMUTABLE
            else Choice.COMBINED
        )
        self.decided.emit(choice, texts)

    def _on_left(self) -> None:
        if self._combine is not None:
            self._combine.hide()
        self._foot.show()
        self.combining.emit(False)
