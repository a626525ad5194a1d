"""Toolkits: what engagement means here, its three elements, each tool and the rules, to read and to search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.toolkits import ReadGuide
from engage_desktop.views.kit.bus import Bus, Refresh
from engage_desktop.views.kit.inputs import SearchField
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook
from engage_desktop.views.toolkits.reader import Reader
from engage_desktop.views.toolkits.topics import TopicLine, topic_list
from engage_domain.toolkits import Guide, Topic, TopicGroup

SIDE, ROOM_FOR_BOTH = 392, 1000
LIST, NOTHING = 0, 1


class ToolkitsView(Page):
    """The practice guide. `tool_wanted` carries the parts of a family's workspace a tool may live in."""

    tool_wanted = Signal(object)

    def __init__(self, services: ReadGuide, lanes: Lanes, bus: Bus, words: Wordbook, topic: str = "") -> None:
        super().__init__(self.tr("Toolkits"))
        self._read, self._lanes, self._words = services, lanes, words
        self._guide = Guide(())
        self._wanted = {"topic": topic} if topic else {}
        self._reading, self._alone = False, True
        self.search = SearchField(
            self.tr("Search the guide"), self.tr("A word, in English or Spanish"), "Ctrl+F"
        )
        self.list = topic_list(self.tr("Topics"))
        self.reader = Reader(words)
        self.reader.open_wanted.connect(self.tool_wanted)
        self.reader.back_wanted.connect(self.show_list)
        nothing = EmptyState(
            "search",
            self.tr("The guide does not speak of that"),
            self.tr("Try a shorter word, or another one."),
        )
        nothing.add_verb(self.tr("Show all topics"), "x").clicked.connect(self.search.clear)
        self._found = QStackedWidget()
        for piece in (self.list, Scroll(nothing, self.tr("Topics"))):
            self._found.addWidget(piece)
        self._left = group(column(self.search, (self._found, 1), gap=6))
        self._halves = _Both(self._left, self.reader)
        self._halves.resized.connect(self._arrange)
        self.set_body(LoadingState())
        self._shown = False
        self.list.opened.connect(self._on_opened)
        self.search.typed.connect(self._on_typed)
        self.search.edit.installEventFilter(self)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)
        self.state.set_work(self.tr("The guide is on this laptop; it needs no connection"), "book-open")
        self.set_first(self.search.edit)
        self._refresh = Refresh(bus, self, frozenset({"agency"}), self.reload)
        self._refresh.now()

    def reload(self) -> None:
        """Read the guide again."""
        self._lanes.read(self, self._read, self._show, self._on_failed)

    def open_topic(self, key: str) -> None:
        """Show a topic."""
        topic = self._guide.topic(key)
        if topic is None:
            return
        self.reader.show_topic(topic, self._guide)
        self._reading = True
        self._list_topics()
        self._arrange()

    def show_list(self) -> None:
        """Go back to the topics, where there is room for one only."""
        self._reading = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> dict[str, str]:
        """Return the topic, the search and how far one has read."""
        scroll = self.reader.scrolled()
        found = {
            "topic": self.reader.key if self._reading else "",
            "search": self.search.text(),
            "scroll": str(scroll) if scroll else "",
        }
        return {key: value for key, value in (found | self._wanted).items() if value}

    def restore(self, place: dict[str, str]) -> None:
        """Go back there."""
        self._wanted = dict(place)
        self._go_where_wanted()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return this page's keys."""
        return (
            ("Ctrl+F", self.tr("search the guide")),
            ("↓", self.tr("from the search to the topics")),
            (self.tr("Enter"), self.tr("read a topic")),
            ("Tab, Page Down", self.tr("into the topic, and through it")),
        )

    def restyle(self) -> None:
        """Decide again whether both fit side by side."""
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow lead from the search to the topics, and Enter open the first."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._topics():
                self.open_topic(self._topics()[0].key)
                return True
        return super().eventFilter(watched, event)

    @property
    def one_at_a_time(self) -> bool:
        """Say whether there is room for the topics or for one of them only."""
        return look().large or self._halves.width() < look().px(ROOM_FOR_BOTH)

    def _show(self, guide: Guide) -> None:
        self._guide = guide
        if not self._shown:
            self._shown = True
            self.set_body(self._halves, scroll=False)
        self._list_topics()
        self._go_where_wanted()
        topic = guide.topic(self.reader.key) or guide.topics[0]
        self.reader.show_topic(topic, guide)
        self._list_topics()
        self._arrange()

    def _go_where_wanted(self) -> None:
        if not self._guide.topics:
            return
        wanted, self._wanted = self._wanted, {}
        if wanted.get("search"):
            self.search.edit.setText(wanted["search"])
        if wanted.get("topic"):
            self.open_topic(wanted["topic"])
        if wanted.get("scroll", "").isdecimal():
            self.reader.scroll_to(int(wanted["scroll"]))

    def _on_failed(self, _error: EngageError) -> None:
        error = ErrorState(self.tr("The guide cannot be shown just now"))
        error.retry_wanted.connect(self.reload)
        self._shown = False
        self.set_body(error)

    def _on_typed(self, _query: str) -> None:
        self._reading = self._reading and not self.one_at_a_time
        self._list_topics()
        self._arrange()

    def _on_find(self) -> None:
        self.show_list()
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _on_opened(self, line: TopicLine) -> None:
        self.open_topic(line.key)
        if self.one_at_a_time:
            self.reader.all_topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def _topics(self) -> tuple[Topic, ...]:
        return self._guide.find(self.search.text())

    def _list_topics(self) -> None:
        found, lines, last = self._topics(), [], None
        searching = bool(self.search.text())
        for topic in found:
            told = topic.telling(self._words.language)
            heading = "" if searching or topic.group is last else self._group(topic.group)
            here = topic.key == self.reader.key and not self.one_at_a_time
            lines.append(TopicLine(topic.key, topic.icon, told.title, told.summary, heading, here))
            last = topic.group
        self.list.show_rows(lines)
        self._found.setCurrentIndex(LIST if lines else NOTHING)

    def _group(self, which: TopicGroup) -> str:
        return {
            TopicGroup.GROUND: self.tr("What we stand on"),
            TopicGroup.TOOLS: self.tr("Tools"),
            TopicGroup.RULES: self.tr("Rules that keep people safe"),
        }[which]

    def _arrange(self) -> None:
        alone = self.one_at_a_time
        if alone is not self._alone:
            self._alone = alone
            self._list_topics()
        self._left.setVisible(not (alone and self._reading))
        self.reader.setVisible(not alone or self._reading)
        self.reader.show_back(alone)
        self._left.setMinimumWidth(0 if alone else look().px(SIDE))
        self._left.setMaximumWidth(16_777_215 if alone else look().px(SIDE))


class _Both(QWidget):
    """The topics and one of them. `resized` rings when the room changed."""

    resized = Signal()

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self.setLayout(row(left, (right, 1), gap=16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it."""
        super().resizeEvent(event)
        self.resized.emit()
