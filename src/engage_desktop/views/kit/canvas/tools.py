"""The buttons beside a canvas: nearer, further, all of it, and back and forth in what was done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.canvas.view import Canvas
from engage_desktop.views.kit.face import IconButton
from engage_desktop.views.kit.layout import Flow


class CanvasTools(QWidget):
    """Zoom, fit, undo and redo for those who do not use keys."""

    def __init__(self, canvas: Canvas, *, history: bool = True) -> None:
        super().__init__()
        self._canvas = canvas
        self.undo = IconButton("undo-2", self.tr("Undo (Ctrl+Z)"))
        self.redo = IconButton("redo-2", self.tr("Redo (Ctrl+Shift+Z)"))
        self.further = IconButton("minus", self.tr("Further away (−)"))
        self.nearer = IconButton("plus", self.tr("Nearer (+)"))
        self.fit = IconButton("maximize", self.tr("Show all of it (0)"))
        self.undo.clicked.connect(canvas.undo_wanted)
        self.redo.clicked.connect(canvas.redo_wanted)
        self.further.clicked.connect(canvas.zoom_out)
        self.nearer.clicked.connect(canvas.zoom_in)
        self.fit.clicked.connect(canvas.fit)
        box = self._box = Flow(gap=0, line_gap=0)
        for button in (self.undo, self.redo, self.further, self.nearer, self.fit):
            box.addWidget(button)
        self.setLayout(box)
        self.undo.setVisible(history)
        self.redo.setVisible(history)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_history(can_undo=False, can_redo=False)

    def add(self, button: IconButton) -> None:
        """Take one more button of the drawing's own."""
        self._box.addWidget(button)

    def show_zoom(self, *, shown: bool) -> None:
        """Offer to zoom only where there is something to zoom."""
        for button in (self.further, self.nearer, self.fit):
            button.setVisible(shown)

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Offer to undo and redo what there is."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
