"""One topic of the guide to read: plain words on a sheet that scrolls by wheel, finger and keys."""

from __future__ import annotations

from itertools import starmap

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Scroll, clear, column, flow, group, row
from engage_desktop.views.kit.marks import Card, Chip, Icon, IconPlate
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import MEASURE, RADIUS_CARD, RING
from engage_desktop.views.kit.words import Wordbook
from engage_domain.toolkits import DEFINITION, Chapter, Guide, Telling, Topic

SIGNS = {
    Chapter.WHEN: ("clock", "muted", "surface"),
    Chapter.HOW: ("list-checks", "primary", "surface"),
    Chapter.PITFALLS: ("triangle-alert", "clay", "surface"),
    Chapter.CHILDREN: ("baby", "plum", "plumsoft"),
    Chapter.VIOLENCE: ("shield", "text", "sandsoft"),
}
EDGES = 100


class Reader(QWidget):
    """Shows a topic. `open_wanted` carries the parts its tool may live in, `back_wanted` leads to the list."""

    open_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, words: Wordbook) -> None:
        super().__init__()
        self._words = words
        self.key = ""
        self.all_topics = Button(self.tr("All topics"), "arrow-left", "quiet")
        self.all_topics.clicked.connect(self.back_wanted)
        self._head = group(row(self.all_topics, None))
        self._box = column(gap=10, pad=(16, 14, 16, 20))
        self.room = ReadingRoom(group(self._box))
        self.setLayout(column(self._head, (self.room, 1), gap=4))
        self.tool: Button | None = None
        self._goal = 0
        self.room.pane.verticalScrollBar().rangeChanged.connect(self._on_room)
        self.restyle()

    def restyle(self) -> None:
        """Keep lines short enough to read."""
        body = self.room.pane.widget()
        if body is not None:
            body.setMaximumWidth(look().px(MEASURE + EDGES))

    def show_topic(self, topic: Topic, guide: Guide) -> None:
        """Show a topic from its beginning."""
        told = topic.telling(self._words.language)
        clear(self._box)
        self.tool = self._verb(topic, told)
        pieces: list[QWidget] = [self._title(topic, told)]
        if topic.key == DEFINITION:
            pieces.append(self._definition(guide))
        pieces += starmap(self._chapter, told.chapters)
        self._box.put(*pieces, None)
        self.room.pane.setAccessibleName(told.title)
        self.room.pane.setAccessibleDescription(told.text)
        if self.key != topic.key:
            self._goal = 0
            self.room.pane.verticalScrollBar().setValue(0)
        self.key = topic.key

    def scroll_to(self, place: int) -> None:
        """Go to a place one had read to, as soon as the words have taken their room."""
        self._goal = place
        self._on_room()

    def scrolled(self) -> int:
        """Return how far one has read."""
        return self._goal or self.room.pane.verticalScrollBar().value()

    def show_back(self, shown: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Offer the way to the list, where it is not beside."""
        self._head.setVisible(shown)

    def _on_room(self, *_range: int) -> None:
        bar = self.room.pane.verticalScrollBar()
        if self._goal and bar.maximum() >= self._goal:
            goal, self._goal = self._goal, 0
            bar.setValue(goal)

    def _title(self, topic: Topic, told: Telling) -> QWidget:
        name = Text(told.title, size=24, weight=700, lines=0, inset=True)
        about = Text(told.summary, size=16, ink="muted", lines=0, inset=True)
        names = column(name, about, gap=4)
        head = row(IconPlate(topic.icon, "primary"), (group(names), 1), gap=12)
        chips = [Chip(self._words.word("element", code), "sand", "compass") for code in topic.elements]
        under = [flow(*chips, gap=6)] if chips else []
        verb = [group(row(self.tool, None))] if self.tool is not None else []
        return group(column(head, *under, *verb, gap=8))

    def _verb(self, topic: Topic, told: Telling) -> Button | None:
        if not topic.opens or not told.verb:
            return None
        button = Button(told.verb, "", "primary", after="arrow-right", high=48)
        button.clicked.connect(lambda: self.open_wanted.emit(topic.opens))
        return button

    def _definition(self, guide: Guide) -> QWidget:
        lines = guide.defined(self._words.language)
        whose = guide.agency or self.tr("Your agency may put its own words here")
        said = [_paragraph(line, 17) for line in lines]
        card = Card(fill="primarysoft", line="")
        foot = Text(whose, size=14, weight=600, ink="muted", lines=0)
        card.setLayout(column(*said, foot, gap=10, pad=(20, 16, 20, 16)))
        return card

    def _chapter(self, chapter: Chapter, lines: tuple[str, ...]) -> QWidget:
        icon, ink, fill = SIGNS[chapter]
        heading = Text(self._heading(chapter), size=16, weight=700, ink=ink, lines=0)
        head = row(Icon(icon, ink, 20), (heading, 1), gap=9)
        body = [
            row(Text("•", size=16, ink="muted", top=True), (_paragraph(line), 1), gap=8) for line in lines
        ]
        if len(lines) == 1:
            body = [row((_paragraph(lines[0]), 1))]
        card = Card(fill=fill, line="line" if fill == "surface" else "")
        card.setLayout(column(head, *body, gap=8, pad=(20, 14, 20, 16)))
        return card

    def _heading(self, chapter: Chapter) -> str:
        return {
            Chapter.WHEN: self.tr("When"),
            Chapter.HOW: self.tr("How"),
            Chapter.PITFALLS: self.tr("Pitfalls"),
            Chapter.CHILDREN: self.tr("With children"),
            Chapter.VIOLENCE: self.tr("When one partner hurts the other"),
        }[chapter]


class ReadingRoom(QWidget):
    """A body that is read: it takes the keys too, and a ring shows when it has them."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.pane = Scroll(body, "")
        self.pane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pane.installEventFilter(self)
        self.setLayout(column((self.pane, 1), pad=(RING, RING, RING, RING)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring when the keys come or go."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        if self.pane.hasFocus():
            painter = QPainter(self)
            Sketch.on(self, painter).ring(QRectF(self.rect()), RADIUS_CARD)
            painter.end()


def _paragraph(line: str, size: float = 16) -> Text:
    return Text(line, size=size, lines=0, leading=1.28)
