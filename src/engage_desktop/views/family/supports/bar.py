"""What stands above the supports: adding, who is in the middle, how they are shown, as of which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.supports.drawing import MAP, RINGS
from engage_desktop.views.family.told import read_day
from engage_desktop.views.kit.canvas.tools import CanvasTools
from engage_desktop.views.kit.canvas.view import Canvas
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.face import Button, IconButton, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Segmented
from engage_desktop.views.kit.layout import Flow
from engage_domain.supports import Supports

LIST = "list"


class SupportBar(QWidget):
    """`changed` says that something else is to be shown, `anew_wanted` that nothing shall stand where it was dragged."""

    changed = Signal()
    add_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, ground: Ground, canvas: Canvas) -> None:
        super().__init__()
        self._read_only = False
        self._day: date | None = None
        self.add_button = Button(self.tr("Add a support"), "plus")
        self.middle = ChoiceButton(
            self.tr("In the middle"), (("", self.tr("The whole family")),), "", icon="users"
        )
        ways = ((MAP, self.tr("Map")), (RINGS, self.tr("Circles")), (LIST, self.tr("List")))
        self.ways = Segmented(self.tr("Show supports as"), ways, MAP)
        words = ground.words
        self.as_of = DateField(
            self.tr("As of a day"), read_day, lambda day: words.day(day, ground.today()), ground.today
        )
        self.as_of.edit.setPlaceholderText(self.tr("today"))
        self.past = Toggle(self.tr("As of a day"), "calendar-clock", high=44, radius=12)
        self.tools = CanvasTools(canvas)
        self.anew = IconButton("rotate-ccw", self.tr("Put everything back where it belongs"))
        box = Flow(gap=8, line_gap=4)
        for piece in (self.add_button, self.middle, self.ways, self.past, self.tools, self.anew, self.as_of):
            box.addWidget(piece)
        self.setLayout(box)
        self.as_of.hide()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add_button.clicked.connect(self.add_wanted)
        self.anew.clicked.connect(self.anew_wanted)
        self.middle.chosen.connect(self._on_changed)
        self.ways.chosen.connect(self._on_changed)
        self.as_of.changed.connect(self._on_day)
        self.past.toggled.connect(self._on_past)
        self.past.clicked.connect(self._on_past_pressed)
        self.set_state(any_dragged=False, any_supports=False)

    @property
    def about(self) -> str:
        """Return the child in the middle, or nobody for the whole family."""
        return self.middle.here()

    @property
    def way(self) -> str:
        """Return how supports are shown."""
        return self.ways.here()

    @property
    def is_list(self) -> bool:
        """Say whether the list shows."""
        return self.way == LIST

    @property
    def day(self) -> date | None:
        """Return the day one looks at, or None for today."""
        return self._day if self.past.isChecked() else None

    def know(self, supports: Supports) -> None:
        """Offer the family and each child as the middle."""
        children = tuple((p.person_id, p.name) for p in supports.people if p.is_child)
        here = self.middle.here() if self.middle.here() in dict(children) else ""
        self.middle.set_options((("", self.tr("The whole family")), *children), here)

    def open_middle(self) -> None:
        """Ask who is to be in the middle."""
        self.middle.open_menu()

    def set_state(self, *, any_dragged: bool, any_supports: bool) -> None:
        """Offer only what can be done."""
        self.ways.setVisible(any_supports)
        self.past.setVisible(any_supports)
        self.as_of.setVisible(any_supports and self.past.isChecked())
        self.add_button.setVisible(any_supports)
        self.tools.setVisible(any_supports or self.tools.undo.isEnabled() or self.tools.redo.isEnabled())
        self.anew.setVisible(any_supports and self.way == MAP)
        self.anew.setEnabled(any_dragged and not self._read_only)
        for button in (self.tools.nearer, self.tools.further, self.tools.fit):
            button.setVisible(any_supports and not self.is_list)

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Offer to undo and redo what there is."""
        self.tools.set_history(can_undo=can_undo, can_redo=can_redo)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be looked at and nothing be changed."""
        self._read_only = read_only
        self.add_button.setEnabled(not read_only)

    def place(self) -> dict[str, str]:
        """Return what is chosen here."""
        day = self.day.isoformat() if self.day is not None else ""
        return {"as": self.way, "about": self.about, "day": day}

    def restore(self, place: dict[str, str]) -> None:
        """Choose as before; a child that is not known yet is chosen as soon as it is."""
        if place.get("as"):
            self.ways.choose(place["as"])
        about = place.get("about", "")
        if about:
            self.middle.set_options(((about, self.tr("In the middle")),), about)
        day = place.get("day", "")
        if day:
            self._day = read_day(day)
            self.as_of.set_value(self._day)
            self.past.setChecked(True)

    def _on_day(self, day: date | None) -> None:
        if not self.as_of.is_wrong():
            self._day = day
            self.changed.emit()

    def _on_changed(self, _what: object = None) -> None:
        self.changed.emit()

    def _on_past(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's own
        self.as_of.setVisible(wanted)
        self.changed.emit()

    def _on_past_pressed(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's own
        if wanted:
            self.as_of.edit.setFocus(Qt.FocusReason.OtherFocusReason)
