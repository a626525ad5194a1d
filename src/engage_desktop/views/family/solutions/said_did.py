"""You said, we did: what was asked for, and what the agency brought, with how much of it was kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.told import Told, tone_of
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Icon
from engage_desktop.views.kit.text import Text, meta
from engage_domain.solutions import Answered, SaidAndDone, kept_of

SIGNS = {
    Answered.KEPT: ("circle-check", "good"),
    Answered.COMING: ("clock", "info"),
    Answered.NOT_YET: ("circle-dashed", "warn"),
    Answered.WAITING: ("circle-help", "clay"),
    Answered.NO_THANKS: ("minus", "sand"),
}
SHOWN = 6


class SaidDidTold(QObject):
    """Turns what became of something into words."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self._ground = hand.ground

    def title(self, entry: SaidAndDone) -> str:
        """Return what became of it."""
        if entry.answered is Answered.KEPT and entry.words and not entry.is_promise:
            return entry.words
        return {
            Answered.KEPT: self.tr("Kept"),
            Answered.COMING: self.tr("On the way"),
            Answered.NOT_YET: self.tr("Not yet, and why"),
            Answered.WAITING: self.tr("They wait for our answer"),
            Answered.NO_THANKS: self.tr("They said no, thank you"),
        }[entry.answered]

    def more(self, entry: SaidAndDone) -> str:
        """Return the words for it and the day."""
        parts = [] if entry.words == self.title(entry) else [entry.words]
        if entry.on is not None:
            parts.append(
                self._day(entry).format(day=self._ground.words.day_near(entry.on, self._ground.today()))
            )
        if entry.is_promise:
            parts.append(self.tr("promised by you") if entry.is_mine else self._by(entry))
        return " · ".join(part for part in parts if part)

    def _by(self, entry: SaidAndDone) -> str:
        return self.tr("promised by {who}").format(who=entry.who) if entry.who else ""

    def _day(self, entry: SaidAndDone) -> str:
        if entry.answered is Answered.KEPT:
            return self.tr("since {day}") if not entry.is_promise else "{day}"
        if entry.answered is Answered.WAITING:
            return self.tr("asked {day}")
        if entry.answered is Answered.NOT_YET:
            return self.tr("we ask again {day}")
        return self.tr("by {day}")


class Entry(Card):
    """One thing: what was said above, what was done below."""

    def __init__(self, told: SaidDidTold, faces: Told, entry: SaidAndDone) -> None:
        said = column(Text(entry.what, weight=600, lines=0), gap=4)
        if entry.who_id:
            tone = tone_of(entry.who_id)
            face = Avatar(faces.face(entry.who_id, entry.who), tone, 24)
            said.addLayout(row(face, (Text(entry.who, size=14, weight=500, ink=tone, lines=0), 1), gap=8))
        icon, ink = SIGNS[entry.answered]
        title = told.title(entry)
        done = column(Text(title, weight=600, ink=ink, lines=0), gap=2)
        more = told.more(entry)
        if more:
            done.addWidget(meta(more, lines=0))
        sign = "quote" if not entry.is_promise else "handshake"
        ask = Card(
            row(column(Icon(sign, "quoteink", 18), None), (group(said), 1), gap=8, pad=(14, 10, 12, 8)),
            fill="quote",
            line="quote",
        )
        answer = group(row(column(Icon(icon, ink, 20), None), (group(done), 1), gap=8, pad=(14, 2, 12, 12)))
        super().__init__(column(ask, answer, gap=4))
        self.setAccessibleName(" · ".join(p for p in (entry.what, entry.who, title, more) if p))


class SaidDidPanel(Card):
    """The two halves side by side, and how many were kept. `more_wanted` leads to all of it."""

    more_wanted = Signal()

    def __init__(self, *, with_door: bool = True) -> None:
        self._count = meta("")
        self._list = column(gap=2)
        self._none = Text(
            self.tr("Nothing asked for yet. When somebody asks for something, it stands here until it came."),
            ink="muted",
            lines=0,
            leading=1.15,
        )
        self._more = Button(self.tr("They asked for something"), "plus")
        if not with_door:
            self._more.hide()
        title = row(
            Text(self.tr("You said"), size=18, weight=700, ink="quoteink"),
            Text("/", size=18, ink="muted"),
            Text(self.tr("we did"), size=18, weight=700, ink="good"),
            None,
            gap=6,
        )
        super().__init__(
            column(title, self._count, self._list, self._none, self._more, gap=8, pad=(14, 16, 14, 14))
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._more.clicked.connect(self.more_wanted)
        self._told: SaidDidTold | None = None

    def show_entries(self, hand: Hand, faces: Told, entries: tuple[SaidAndDone, ...]) -> None:
        """Show them; what waits stands before what was kept."""
        if self._told is None:
            self._told = SaidDidTold(hand)
        clear(self._list)
        order = {
            Answered.WAITING: 0,
            Answered.NOT_YET: 1,
            Answered.COMING: 2,
            Answered.KEPT: 3,
            Answered.NO_THANKS: 4,
        }
        for entry in sorted(entries, key=lambda e: order[e.answered])[:SHOWN]:
            self._list.addWidget(Entry(self._told, faces, entry))
        kept, of = kept_of(entries)
        self._count.setText(self.tr("{kept} of {of} kept").format(kept=kept, of=of) if of else "")
        self._count.setVisible(of > 0)
        self._none.setVisible(not entries)
