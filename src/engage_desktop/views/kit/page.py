"""The page: title row, what is safe to be seen, tabs, a body that scrolls, and the state of the work at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from engage_desktop.views.kit.face import IconButton
from engage_desktop.views.kit.layout import Fitting, Flow, Scroll, clear, column, group, row
from engage_desktop.views.kit.marks import Icon
from engage_desktop.views.kit.text import PageTitle, Text
from engage_desktop.views.kit.tokens import FOOT, TEXT_LEAST


class Folding(Fitting):
    """Two parts at both ends of a line; the second goes below when they do not fit."""

    def __init__(self, first: QWidget, second: QWidget, gap: float = 16) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._box = row((first, 1), second, gap=gap)
        self.setLayout(self._box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        """Decide again when a part changes its size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit_room()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return the wider of the two: folding is always possible."""
        first, second = self._first.minimumSizeHint(), self._second.minimumSizeHint()
        hint = super().minimumSizeHint()
        return QSize(max(first.width(), second.width()), hint.height())

    def fit_room(self) -> None:
        """Decide whether both fit in one line."""
        empty = self._second.sizeHint().width() <= 1 or self._second.isHidden()
        needed = self._first.sizeHint().width() + self._second.sizeHint().width() + self._box.spacing()
        folded = not empty and self.width() > 1 and needed > self.width()
        direction = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if self._box.direction() is not direction:
            self._box.setDirection(direction)
            self._box.setStretch(0, 0 if folded else 1)
            self.updateGeometry()


class StateLine(Folding):
    """The foot of a page: where the work is, and quietly what the network does."""

    def __init__(self) -> None:
        self._icon, self._words = (
            Icon("laptop", "good", 18),
            Text("", size=TEXT_LEAST, weight=500, ink="muted", lines=0),
        )
        self._net_icon, self._net = (
            Icon("wifi-off", "muted", 16),
            Text("", size=TEXT_LEAST, weight=500, ink="muted"),
        )
        self._net_part = group(row(self._net_icon, self._net, gap=8))
        super().__init__(group(row(self._icon, (self._words, 1), gap=8)), self._net_part, gap=8)
        self.setObjectName(FOOT)
        self.set_work("")
        self.set_net("")

    def set_work(self, words: str, icon: str = "laptop", ink: str = "good") -> None:
        """Say where the work is."""
        self._words.setText(words)
        self._icon.show_icon(icon, ink)
        self._icon.setVisible(bool(words))

    def set_net(self, words: str, icon: str = "wifi-off") -> None:
        """Say what the network does; it never alarms."""
        self._net.setText(words)
        self._net_icon.show_icon(icon, "muted")
        self._net_part.setVisible(bool(words))


class Chips(QWidget):
    """Chips that go on in the next line before they push the verbs beside them away."""

    def __init__(self, chips: Flow) -> None:
        super().__init__()
        self.setLayout(row(group(chips), pad=(4, 0, 0, 0)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return room for the widest one."""
        return self.minimumSizeHint()


class Page(QWidget):
    """A room of the house. `with_rail=False` for rooms one does not browse from, like a visit."""

    menu_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self, title: str = "", subtitle: str = "", *, back: bool = False, with_rail: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Engage")
        self.with_rail = with_rail
        self.first: QWidget | None = None
        self.state = StateLine()
        self._title = PageTitle(title)
        self._subtitle = Text(subtitle, ink="muted", inset=True, lines=0)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chips, self._actions = Flow(), Flow()
        self._chip_line = Chips(self._chips)
        self._make_doors(back)
        self._tabs: QWidget | None = None
        self._body: QWidget | None = None
        self._box = column(self._head(), gap=10, pad=(20, 18, 20, 12))
        self._box.put(group(row(self.state, pad=(4, 0, 4, 0))))
        self.setLayout(self._box)
        self.set_title(title, subtitle)
        self.set_chips()
        self.set_actions()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Name the page. Only what may be seen over a shoulder."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_chips(self, *chips: QWidget) -> None:
        """Show chips under the title."""
        self._fill(self._chips, self._chip_line, chips)

    def set_actions(self, *actions: QWidget) -> None:
        """Show verbs beside the title; the primary one comes last."""
        owner = self._actions.parentWidget()
        self._fill(self._actions, owner, actions)

    def set_tabs(self, tabs: QWidget) -> None:
        """Show the parts of this page."""
        if self._tabs is not None:
            self._box.removeWidget(self._tabs)
            self._tabs.deleteLater()
        self._tabs = tabs
        self._box.insertWidget(1, tabs)

    def set_body(self, body: QWidget, *, scroll: bool = True, name: str = "") -> None:
        """Show the content. With `scroll` it scrolls when it does not fit; lists scroll by themselves."""
        if self._body is not None:
            self._box.removeWidget(self._body)
            self._body.deleteLater()
        self._body = Scroll(body, name or self._title.text() or self.tr("Content")) if scroll else body
        self._box.insertWidget(self._box.count() - 1, self._body, 1)

    def set_first(self, widget: QWidget) -> None:
        """Name what has the focus when the page is shown."""
        self.first = widget

    def show_menu(self, shown: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Offer the menu button, when there is no rail."""
        self.menu_button.setVisible(shown)

    def place(self) -> dict[str, str]:
        """Return where one is in this page: the open part, the search, the cursor."""
        return {}

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says, as far as it is still there."""

    def settle(self) -> None:
        """Hand everything typed here to the write lane, now."""

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return this page's own keys with what they do."""
        return ()

    def minimumSizeHint(self) -> QSize:
        """Return a size that every page can live with."""
        return QSize(320, 240)

    def _head(self) -> QWidget:
        names = group(column(self._title, self._subtitle, self._chip_line, gap=4))
        left = group(row(self.menu_button, self.back_button, (names, 1), gap=8))
        return Folding(left, group(self._actions))

    def _make_doors(self, back: bool) -> None:  # noqa: FBT001 - handed on from the constructor
        self.menu_button = IconButton("menu", self.tr("Menu"), "plain", tone="text", high=46)
        self.menu_button.clicked.connect(self.menu_wanted)
        self.menu_button.hide()
        self.back_button = IconButton("arrow-left", self.tr("Back (Alt+Left)"), "plain", tone="text", high=46)
        self.back_button.clicked.connect(self.back_wanted)
        if not back:
            self.back_button.hide()
        if back:
            keys = QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self)
            keys.activated.connect(self.back_wanted)

    @staticmethod
    def _fill(flow: Flow, owner: QWidget | None, pieces: tuple[QWidget, ...]) -> None:
        clear(flow)
        for piece in pieces:
            flow.addWidget(piece)
        if owner is not None:
            owner.setVisible(bool(pieces))
