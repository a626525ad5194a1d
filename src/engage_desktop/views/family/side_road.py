"""A side road of People: a page that lies over the people until one comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Box, Flow, column, group, row
from engage_desktop.views.kit.page import Folding
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import TEXT_PANEL


class SideRoad(QWidget):
    """What every side road has: a way back, a title, and what the people ask of it.

    `person_wanted` asks to show somebody among the people, `road_wanted` to go on to another road about somebody.
    """

    closed = Signal()
    person_wanted = Signal(str)
    road_wanted = Signal(str, str)

    def __init__(self, ground: Ground, title: str) -> None:
        super().__init__()
        self.ground = ground
        self.read_only = self._is_inside = False
        self.back_button = Button(self.tr("All people"), "arrow-left", "quiet")
        self.back_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.back_button.clicked.connect(self.closed)
        self._title = Text(title, size=TEXT_PANEL + 2, weight=700, lines=2)
        self._verbs = Flow(gap=4, line_gap=4, end=True)
        self._head = Folding(group(row(self.back_button, (self._title, 1), gap=8)), group(self._verbs), gap=8)

    def lay(self, *pieces: QWidget, body: QWidget, inside: Box | None = None) -> None:
        """Lay the page out: head, some lines, and a body that takes the rest.

        With large text the head scrolls along at the top of `inside`, as long as that shows.
        """
        self._top = group(column(self._head, *pieces, gap=8))
        self._frame = column(self._top, (body, 1), gap=8)
        self._inside = inside
        self.setLayout(self._frame)

    def let_head_scroll(self, *, inside: bool) -> None:
        """Say whether what scrolls shows, so that the head may scroll along."""
        self._is_inside = inside
        where = self._inside if inside and look().large and self._inside is not None else self._frame
        if where.indexOf(self._top) < 0:
            had = next((one for one in self._top.findChildren(QWidget) if one.hasFocus()), None)
            where.insertWidget(0, self._top)
            if had is not None:
                had.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Decide again where the head is."""
        self.let_head_scroll(inside=self._is_inside)

    def add_verbs(self, *verbs: QWidget) -> None:
        """Offer what can be done here, at the end of the head."""
        for verb in verbs:
            self._verbs.addWidget(verb)

    def set_title(self, title: str) -> None:
        """Name the page."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def enter(self) -> None:
        """Let the keyboard be here."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Look again."""

    @property
    def may_leave(self) -> bool:
        """Say whether nothing here is under way that has to be waited for."""
        return True

    def place(self) -> dict[str, str]:
        """Return where one is on this road."""
        return {}

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says."""

    def settle(self) -> None:
        """Hand on what is typed."""

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self.read_only = read_only

    def could_not(self, error: EngageError) -> None:
        """Say what went wrong."""
        self.ground.say(Trouble(self).of(error), "", None)
