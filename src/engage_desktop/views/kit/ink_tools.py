"""The tools beside a page of ink: crayons, widths, the rubber, and a way back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from engage_desktop.views.kit.face import Face, IconButton
from engage_desktop.views.kit.ink import BRUSH, FELT, PEN, InkPad
from engage_desktop.views.kit.ink_paint import CRAYONS, crayon, paper
from engage_desktop.views.kit.layout import Flow
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TARGET

_RUBBER = "rubber"


class Tool(Face):
    """One thing to draw with; the one in the hand is ringed and ticked."""

    def __init__(self, name: str, key: str, width: int = 0) -> None:
        super().__init__("", name)
        self.setAccessibleName(name)
        self.key, self.width_drawn = key, width
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that a finger finds."""
        side = max(TARGET, look().tall(TARGET)) + 2 * RING
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw a blot of the colour, a line of the width, or the rubber."""
        chosen = self.isChecked()
        edge = "primary" if chosen or self.hot else "line"
        sketch.panel(rect, paper(), edge, width=2.5 if chosen else 1.0)
        middle, painter = rect.center(), sketch.painter
        if self.key == _RUBBER:
            wide, high = rect.width() * 0.52, rect.height() * 0.32
            body = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
            sketch.panel(body, crayon("pink"), crayon("black"), radius=4)
            sketch.panel(body.adjusted(0, 0, -wide * 0.6, 0), paper(), crayon("black"), radius=4)
        elif self.width_drawn:
            pen = QPen(crayon("black"), max(2.0, look().px(self.width_drawn / 6)))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            reach = rect.width() * 0.24
            painter.drawLine(middle + QPointF(-reach, reach / 2), middle + QPointF(reach, -reach / 2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(crayon(self.key))
            size = rect.width() * 0.3
            painter.drawEllipse(middle, size, size)
            if chosen:
                side = look().px(20)
                spot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
                sketch.icon("check", "rail" if self.key == "orange" else "onrail", spot)


class InkTools(QWidget):
    """The crayons and the rest, wired to one pad. They wrap when the room is narrow."""

    def __init__(self, pad: InkPad) -> None:
        super().__init__()
        self._pad = pad
        self.crayons = [Tool(name, key) for key, name in self._crayon_names()]
        self.widths = [
            Tool(self.tr("Thin"), "thin", PEN),
            Tool(self.tr("Medium"), "medium", FELT),
            Tool(self.tr("Thick"), "thick", BRUSH),
        ]
        self.rubber = Tool(self.tr("Rubber: wipe a line away"), _RUBBER)
        self.undo = IconButton("undo-2", self.tr("Take the last line back"), "plain")
        self.redo = IconButton("redo-2", self.tr("Bring the line back"), "plain")
        self.empty = IconButton("trash-2", self.tr("A clean page"), "plain")
        self._hand = QButtonGroup(self)
        for tool in (*self.crayons, self.rubber):
            self._hand.addButton(tool)
            tool.clicked.connect(self._on_hand)
        self._thickness = QButtonGroup(self)
        for tool in self.widths:
            self._thickness.addButton(tool)
            tool.clicked.connect(self._on_hand)
        self.crayons[0].setChecked(True)
        self.widths[1].setChecked(True)
        self.undo.clicked.connect(pad.undo)
        self.redo.clicked.connect(pad.redo)
        self.empty.clicked.connect(pad.empty)
        pad.changed.connect(self.refresh)
        layout = Flow(0, 0)
        for widget in (*self.crayons, *self.widths, self.rubber, self.undo, self.redo, self.empty):
            layout.addWidget(widget)
        self.setLayout(layout)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.refresh()

    def refresh(self) -> None:
        """Offer only the ways back that there are."""
        self.undo.setEnabled(self._pad.can_undo())
        self.redo.setEnabled(self._pad.can_redo())
        self.empty.setEnabled(not self._pad.drawing().is_empty)

    def _on_hand(self) -> None:
        tool, width = self._hand.checkedButton(), self._thickness.checkedButton()
        if tool is self.rubber:
            self._pad.rub(True)
        elif isinstance(tool, Tool) and isinstance(width, Tool):
            self._pad.take(tool.key, width.width_drawn)

    def _crayon_names(self) -> list[tuple[str, str]]:
        names = {
            "black": self.tr("Black"),
            "blue": self.tr("Blue"),
            "green": self.tr("Green"),
            "red": self.tr("Red"),
            "orange": self.tr("Orange"),
            "purple": self.tr("Purple"),
            "pink": self.tr("Pink"),
            "brown": self.tr("Brown"),
        }
        return [(key, names[key]) for key in CRAYONS]
