"""A room for one child and the worker: nothing else of the family is on the screen while they are in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.family.understand.child_area_page import AreaPage
from engage_desktop.views.family.understand.child_pages import ChoosePage, LimitsPage
from engage_desktop.views.family.understand.child_read_page import ReadPage
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.page import Folding
from engage_desktop.views.kit.text import PageTitle
from engage_domain.child_areas import Areas, ChildArea, Share, is_decided, taken
from engage_wire.changed import Changed

LIMITS, CHOOSE, AREA, READ = range(4)


class ChildRoom(QWidget):
    """Lies over a page and hides everything else of it. `closed` says that the page may come back."""

    closed = Signal()

    def __init__(self, over: QWidget, ground: Ground, folk: Folk) -> None:
        super().__init__(over)
        self.setObjectName("room")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ground, self._folk, self._do = ground, folk, ground.services.understand
        self._over = over
        self._removal = Removal(self, ground)
        self._hidden: list[QWidget] = []
        self.areas_id, self.child_id = "", ""
        self._areas: Areas | None = None
        self._can_write, self._goal = True, LIMITS
        self._latest = Latest(ground.lanes, self)
        self._title, self._lock = PageTitle(""), Chip("", "clay", "lock")
        self.close_button = Button(self.tr("Close"), "x")
        self.close_button.clicked.connect(self.leave)
        self._limits = LimitsPage()
        self._choose = ChoosePage(ground.words)
        self._area = AreaPage(ground)
        self._read = ReadPage(ground, folk)
        body = QWidget()
        self._stack = QStackedLayout(body)
        for page, name in (
            (self._limits, self.tr("Before you begin")),
            (self._choose, self.tr("The three areas")),
            (self._area, self.tr("One area")),
            (self._read, self.tr("Reading it back")),
        ):
            self._stack.addWidget(Scroll(page, name))
        head = Folding(
            group(column(self._title, row(self._lock, None, pad=(4, 0, 0, 0)), gap=4)), self.close_button
        )
        self.setLayout(column(head, (body, 1), gap=10, pad=(20, 18, 20, 16)))
        self._wire()
        over.installEventFilter(self)
        self.hide()

    @property
    def step(self) -> int:
        """Return which page shows."""
        return self._stack.currentIndex()

    def open_areas(self, areas_id: str) -> None:
        """Open a talk there was."""
        self.areas_id = areas_id
        self._enter()
        self._load(CHOOSE)

    def begin(self, child_id: str) -> None:
        """Begin with a child: first what can stay between them and what cannot (I-26)."""
        self.areas_id, self.child_id, self._areas = "", child_id, None
        self._name()
        self._limits.show_child(self._folk.name(child_id))
        self._enter()
        self._show(LIMITS)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._can_write = not read_only
        self._limits.go_button.setEnabled(not read_only)
        self._area.set_read_only(read_only)
        self._read.set_read_only(read_only)

    def settle(self) -> None:
        """Hand everything said and drawn to the write lane."""
        self._flush()
        if self.areas_id and self.isVisible():
            self._write(partial(self._do.settle_areas, self.areas_id))

    def leave(self) -> None:
        """Keep everything and let the page come back."""
        self._latest.cancel()
        self._flush()
        if self.areas_id:
            self._write(partial(self._do.leave_areas, self.areas_id))
        self.areas_id = ""
        self.hide()
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        self._limits.agreed.connect(self._on_agreed)
        self._limits.left.connect(self.leave)
        self._choose.chosen.connect(self._on_chosen)
        self._choose.read_wanted.connect(partial(self._load, READ))
        self._area.done.connect(partial(self._load, CHOOSE))
        self._area.failed.connect(self._on_failed)
        self._read.back_wanted.connect(partial(self._load, CHOOSE))
        self._read.read_back.connect(self._on_read_back)
        self._read.decided.connect(self._on_decided)
        self._read.removal_wanted.connect(self._on_removal)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_escape)

    def _enter(self) -> None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        others = self._over.findChildren(QWidget, options=direct)
        if not self._hidden:
            self._hidden = [w for w in others if w is not self and not w.isWindow() and w.isVisible()]
            for widget in self._hidden:
                widget.hide()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def _name(self) -> None:
        name = self._folk.name(self.child_id)
        self._title.setText(self.tr("{name}’s three areas").format(name=name))
        share = self._areas.share if self._areas else ""
        if is_decided(share):
            said = self.tr("{name} decided: {share}").format(
                name=name, share=self._ground.words.word("share_decision", share)
            )
            self._lock.show_chip(said, "sand", "lock-open" if share == "everyone" else "lock")
        else:
            self._lock.show_chip(
                self.tr("Locked: {name} decides who sees this").format(name=name), "clay", "lock"
            )

    def _flush(self) -> None:
        self._area.flush()
        if self.step == READ:
            self._read.flush()

    def _load(self, step: int) -> None:
        self._area.flush()
        self._goal = step
        job = partial(self._do.areas, self.areas_id)
        self._latest.read(job, partial(self._on_areas, step), self._on_failed)

    def _on_areas(self, step: int, areas: Areas) -> None:
        self._areas, self.child_id = areas, areas.child_id
        self._name()
        if step == CHOOSE:
            self._choose.show_areas(areas)
        elif step == READ:
            self._read.show_areas(areas)
        self._show(step)

    def _show(self, step: int) -> None:
        self._goal = step
        self._stack.setCurrentIndex(step)
        page = (self._limits, self._choose, self._area, self._read)[step]
        page.enter()
        # The focus may stand far down; a page is read from its top.
        body = self._stack.currentWidget()
        if isinstance(body, Scroll):
            body.verticalScrollBar().setValue(0)

    def _on_agreed(self) -> None:
        job = partial(self._do.begin_areas, self._ground.family_id, self.child_id)
        self._ground.lanes.write(self, job, self._on_begun, self._on_failed)

    def _on_begun(self, made: Made) -> None:
        self.areas_id = made.made_id
        self._load(CHOOSE)

    def _on_chosen(self, area: str) -> None:
        areas = self._areas
        if areas is None:
            return
        if self._can_write and area not in areas.order:
            given = {"order": taken(areas.order, area)}
            self._write(partial(self._do.edit_areas, self.areas_id, given))
        piece = areas.piece(area)
        if piece is not None:
            self._area.show_piece(ChildArea(area), piece)
            self._show(AREA)

    def _on_read_back(self, read_back: bool) -> None:  # noqa: FBT001 - what the tick says
        self._write(partial(self._do.edit_areas, self.areas_id, {"read_back": read_back}), self._on_written)

    def _on_decided(self, share: Share, with_whom: tuple[str, ...], words: str) -> None:
        if self.areas_id:
            self._write(partial(self._do.decide, self.areas_id, share, with_whom, words), self._on_written)

    def _on_removal(self) -> None:
        sheet = self._removal.ask(
            "child_areas", self.areas_id, self.tr("Remove this talk?"), self.tr("It stays in the history.")
        )
        sheet.accepted.connect(self.leave)

    def _on_escape(self) -> None:
        if self.step in {AREA, READ}:
            self._load(CHOOSE)
        else:
            self.leave()

    def _write(self, job: partial[Changed], done: Callable[[Changed], object] | None = None) -> None:
        lanes = self._ground.lanes
        lanes.write(self if done else lanes, job, done or self._ground.bus.publish, self._on_failed)

    def _on_written(self, changed: Changed) -> None:
        """Show what was decided, unless the child has gone on meanwhile."""
        self._ground.bus.publish(changed)
        if self.areas_id and self._goal == READ:
            self._load(READ)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble().of(error), "", None)
