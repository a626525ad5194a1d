"""The day as a thread with a knot for each stop; the next one is the only large card."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Box, clear, column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card, Chip, Icon, Sign
from engage_desktop.views.kit.paint import END, Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook, clock
from engage_desktop.views.today.seeing import children_said, chips, icon_of, tone_of
from engage_domain.today import Day, SeeKind, Span, Stop

KNOT_WIDE, KNOT_AT, DISC = 104, 82, 21
BETWEEN = 18


class Knot(Sign):
    """The time of a stop and its knot on the thread; without a stop, the thread between two."""

    def __init__(self, at: str, icon: str, *, now: bool, first: bool, last: bool) -> None:
        super().__init__(at)
        self._at, self._icon, self._now, self._first, self._last = at, icon, now, first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return room for the time and the disc."""
        return QSize(look().px(KNOT_WIDE), look().px(2 * DISC + 8))

    def minimumSizeHint(self) -> QSize:
        """Return the width; the card beside it gives the height."""
        return QSize(look().px(KNOT_WIDE), look().px(4))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw thread, time and disc."""
        px = look().px
        x = rect.left() + px(KNOT_AT)
        y = rect.top() + px(44) if self._now else rect.center().y()
        top = y if self._first else rect.top()
        bottom = y if self._last else rect.bottom() + 1
        pen = QPen(look().mix("line", "edge", 0.35), 2)
        sketch.painter.setPen(pen)
        spot = sketch.placed(QRectF(x, top, 0, bottom - top))
        sketch.painter.drawLine(spot.topLeft(), spot.bottomLeft())
        if not self._at:
            return
        words = QRectF(rect.left(), y - px(16), px(56), px(32))
        sketch.words(words, self._at, "text", 20, 700, align=END, digits=True, middle=True)
        self._disc(sketch, QPointF(x, y))

    def _disc(self, sketch: Sketch, at: QPointF) -> None:
        px, painter = look().px, sketch.painter
        middle = sketch.placed(QRectF(at.x(), at.y(), 0, 0)).topLeft()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("bg"))
        painter.drawEllipse(middle, px(DISC + 4), px(DISC + 4))
        painter.setBrush(look().color("primary" if self._now else "surface"))
        if not self._now:
            painter.setPen(QPen(look().mix("line", "edge", 0.45), 1.5))
        painter.drawEllipse(middle, px(DISC), px(DISC))
        side = px(20)
        spot = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        sketch.icon(self._icon, "onprimary" if self._now else "muted", spot)


class StopCard(Card):
    """One stop of the day. `brief_wanted` and `go_on_wanted` carry the stop."""

    brief_wanted = Signal(object)
    go_on_wanted = Signal(object)

    def __init__(self, stop: Stop, words: Wordbook, now: datetime, *, large: bool) -> None:
        super().__init__(line="primary" if large else "line")
        self.stop, self._words = stop, words
        self._soon = Chip("", "primary", "clock", 14 if large else 13)
        self.setAccessibleName(f"{clock(stop.starts_at.time())} {stop.family}, {self._what()}")
        self.setLayout(self._large() if large else self._small())
        self.show_now(now)

    def show_now(self, now: datetime) -> None:
        """Say again how soon it is."""
        span = self.stop.span(now)
        minutes = self.stop.minutes_until(now)
        soon = span is Span.LATER and minutes <= 90
        label = {
            Span.NOW: self.tr("now"),
            Span.LATER: self._words.minutes_away(minutes) if soon else "",
            Span.EARLIER: self.tr("done") if self.stop.status == "held" else self.tr("earlier"),
        }[span]
        tone, icon = ("sand", "check") if span is Span.EARLIER else ("primary", "clock")
        self._soon.show_chip(label, tone, icon)
        self._soon.setVisible(bool(label))

    def _large(self) -> Box:
        stop = self.stop
        names = column(
            Text(stop.family, size=21, weight=700, lines=2),
            Text(self._about(), ink="muted", lines=0),
            gap=2,
        )
        head = row(
            Avatar(stop.initials, tone_of(stop.family_id), 48),
            (names, 1),
            *self._shield(),
            self._soon,
            gap=14,
        )
        pieces: list[QWidget | Box] = [head]
        if stop.see:
            label = Text(self.tr("See today"), size=14, weight=600, ink="muted")
            pieces.append(flow(label, *chips(stop.see, self._words, 14), gap=8, line_gap=6))
        pieces.append(row((self._said(), 1), self._go_on(), self._brief("soft"), gap=10))
        return column(*pieces, gap=11, pad=(20, 17, 16, 16))

    def _small(self) -> Box:
        stop = self.stop
        names = column(
            None,
            Text(stop.family, size=17, weight=600, lines=2),
            Text(self._about(), size=14, ink="muted", lines=0),
            None,
            gap=2,
        )
        avatar = Avatar(stop.initials, tone_of(stop.family_id), 44)
        language = [one for one in stop.see if one.kind is SeeKind.LANGUAGE]
        signs = [*chips(language, self._words), self._soon]
        head = row(avatar, (names, 1), gap=14)
        if look().large:
            foot = row(*signs, None, *self._shield(), self._go_on(), self._brief("quiet"), gap=8)
            return column(head, foot, gap=8, pad=(20, 15, 14, 15))
        verbs = (self._go_on(), self._brief("quiet"))
        return row((head, 1), *self._shield(), *signs, *verbs, gap=12, pad=(20, 15, 14, 18))

    def _what(self) -> str:
        stop = self.stop
        kind = self._words.word("appointment_kind", stop.kind)
        return f"{kind}, {stop.place}" if stop.place else kind

    def _about(self) -> str:
        stop = self.stop
        told = stop.kind == "coached_visit" and stop.purpose
        parts = [stop.purpose if told else self._what()]
        if stop.kind == "family_meeting" and stop.guests:
            parts.append(self._words.count("person", stop.guests))
        elif stop.children:
            parts.append(children_said(stop.children))
        return " · ".join(parts)

    def _said(self) -> QWidget:
        quote = self.stop.quote
        if quote is None:
            return Text(self.stop.purpose, size=15, ink="muted", lines=2)
        said = self._words.quoted(quote.words)
        who = (
            self.tr("{who}, {when}").format(who=quote.speaker, when=self._when(quote.on))
            if quote.speaker
            else self._when(quote.on)
        )
        words = Text(said, weight=500, lines=3, leading=1.15)
        by = Text(who, size=14, ink="muted")
        icon = Icon("message-square-quote", "plum", 20)
        lines = column(None, words, by, None, gap=1)
        return group(row(icon, (lines, 1), gap=10))

    def _when(self, on: date) -> str:
        return self._words.day_near(on, self.stop.starts_at.date())

    def _shield(self) -> list[QWidget]:
        if not self.stop.has_protected:
            return []
        words = self.tr("Check Safety before sharing")
        icon = Icon("shield", "muted", 20, words)
        icon.setToolTip(words)
        return [icon]

    def _brief(self, kind: str) -> Button:
        button = Button(self.tr("Brief"), "", "soft" if kind == "soft" else "quiet", after="chevron-right")
        button.setAccessibleName(self.tr("Brief for {family}").format(family=self.stop.family))
        button.clicked.connect(self._on_brief)
        return button

    def _go_on(self) -> QWidget:
        button = Button(self.tr("Go on"), "door-open", "soft")
        button.setAccessibleName(self.tr("Go on with {family}").format(family=self.stop.family))
        button.setVisible(False)
        button.clicked.connect(self._on_go_on)
        if self.stop.contact_id and self.stop.status != "held":
            button.setVisible(True)
        return button

    def _on_brief(self) -> None:
        self.brief_wanted.emit(self.stop)

    def _on_go_on(self) -> None:
        self.go_on_wanted.emit(self.stop)


class DayThread(QWidget):
    """All stops of the day, in order."""

    brief_wanted = Signal(object)
    go_on_wanted = Signal(object)

    def __init__(self, words: Wordbook) -> None:
        super().__init__()
        self._words = words
        self._day: Day | None = None
        self._seen_at: datetime | None = None
        self._large_text = look().large
        self._cards: list[StopCard] = []
        self._next = ""
        self._box = column(gap=0)
        self.setLayout(self._box)

    def show_day(self, day: Day, now: datetime) -> None:
        """Show the stops; the one going on, or the next, is large."""
        ahead = day.next_stop(now)
        self._seen_at = now
        self._day, self._next = day, ahead.appointment_id if ahead else ""
        self._large_text = look().large
        clear(self._box)
        self._cards = []
        last = len(day.stops) - 1
        for place, stop in enumerate(day.stops):
            self._add(stop, now, first=place == 0, last=place == last)
        self._box.addStretch(1)

    def show_now(self, now: datetime) -> None:
        """Say again how soon everything is; a new next stop changes the cards."""
        if self._day is None:
            return
        self._seen_at = now
        ahead = self._day.next_stop(now)
        if (ahead.appointment_id if ahead else "") != self._next:
            self.show_day(self._day, now)
            return
        for card in self._cards:
            card.show_now(now)

    def restyle(self) -> None:
        """Lay the cards out anew when the large-text layout comes or goes."""
        if self._day is not None and look().large != self._large_text:
            self._large_text = look().large
            QTimer.singleShot(0, self, self._lay_again)

    def _lay_again(self) -> None:
        if self._day is not None and self._seen_at is not None:
            self.show_day(self._day, self._seen_at)

    def _add(self, stop: Stop, now: datetime, *, first: bool, last: bool) -> None:
        is_next = stop.appointment_id == self._next
        card = StopCard(stop, self._words, now, large=is_next)
        card.brief_wanted.connect(self.brief_wanted)
        card.go_on_wanted.connect(self.go_on_wanted)
        knot = Knot(clock(stop.starts_at.time()), icon_of(stop.kind), now=is_next, first=first, last=last)
        self._cards.append(card)
        self._box.addWidget(group(row(knot, (card, 1), gap=6)))
        if not last:
            thread = Knot("", "", now=False, first=False, last=False)
            thread.setFixedHeight(look().px(BETWEEN))
            self._box.addWidget(group(row(thread, None, gap=0)))
