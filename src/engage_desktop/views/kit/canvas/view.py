"""The canvas: a picture to look at from near and far, whose signs are reached by mouse, finger and keys alike."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QPinchGesture, QSizePolicy

from engage_desktop.views.kit.canvas.hand import Hand
from engage_desktop.views.kit.canvas.keys import Keys, is_history
from engage_desktop.views.kit.canvas.looking import STEP, Look, Looking
from engage_desktop.views.kit.canvas.shapes import Picture
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look


class Canvas(Looking):
    """A picture of signs and lines.

    `opened` carries the sign that was pressed, `stroke_opened` a line with a key. `dragging` follows a sign under
    way, `moved` tells where it was put down: the owner keeps the place and shows the picture again. Undo and redo are
    the owner's too. Tab comes and goes; inside, arrows lead from sign to sign and letters find a name.
    """

    opened = Signal(str)
    stroke_opened = Signal(str)
    focused = Signal(str)
    dragging = Signal(str, float, float)
    moved = Signal(str, float, float)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._says = ""
        self._by_pointer = False
        self._movable = True
        self._hand, self._keys = Hand(self), Keys(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.restyle()

    @property
    def picture(self) -> Picture:
        """Return what is drawn."""
        return self.board.picture

    def show_picture(self, picture: Picture) -> None:
        """Draw this; where one is looking stays, the first time all of it shows."""
        self.board.show_picture(picture)
        self._says = picture.says
        if self.hasFocus():
            self._begin()
        self._widen()
        self._tell()
        if picture.nodes and not self._arrived:
            self._arrived = self._wants_arrival = True
            self._arrive()
        elif not self._hand.is_dragging and self._look in {Look.AUTO, Look.WHOLE}:
            self._look_again()
        self.viewport().update()

    def choose(self, key: str) -> None:
        """Show one sign as chosen, or none."""
        self.board.choose(key)

    def set_movable(self, movable: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let signs be moved or not."""
        self._movable = movable

    def may_move(self, key: str) -> bool:
        """Say whether a sign may be moved."""
        return self._movable and self.board.node(key).movable

    def go_to(self, key: str) -> None:
        """Let the keyboard be at a sign, and bring it into view."""
        if not self.board.has(key):
            return
        self.board.focus_key = key
        self._by_pointer = False
        self.bring_into_view(key)
        self._tell()
        self.viewport().update()
        self.focused.emit(key)
        if self.hasFocus():
            said = QAccessibleAnnouncementEvent(self, self.board.node(key).says)
            QAccessible.updateAccessibility(said)

    def touch(self, key: str) -> None:
        """Let the keyboard be where the finger pressed."""
        self.go_to(key)
        self._by_pointer = True
        self.viewport().update()

    def restyle(self) -> None:
        """Take the colours and sizes of the theme."""
        self.setBackgroundBrush(look().color("surface"))
        self.board.restyle()

    def sizeHint(self) -> QSize:
        """Return a place large enough for a small family."""
        return QSize(look().px(560), look().px(400))

    def minimumSizeHint(self) -> QSize:
        """Return the least: a few signs."""
        return QSize(look().px(160), min(look().px(160), 190))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of it in view while nobody zoomed."""
        super().resizeEvent(event)
        self._widen()
        if self._wants_arrival or (self._look is not Look.HELD and self.isVisible()):
            self._look_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else pan."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
            return
        self.hold()
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom with two fingers."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._hand.let_go()
                around = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom_by(pinch.scaleFactor(), QPointF(around))
                event.accept(pinch)
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a sign, or of the paper."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._hand.press(event.position())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; light up what is pointed at."""
        self._hand.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is held."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._hand.release(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat two presses as two presses."""
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self.board.point_at("")
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep undo and redo for the drawing while the keyboard is in it; all other shortcuts are the page's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # A scene would take every key for itself.
            event.setAccepted(is_history(event))
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the chosen sign, else at the first."""
        super().focusInEvent(event)
        self._by_pointer = event.reason() is Qt.FocusReason.MouseFocusReason
        self._begin()
        if self.focus_key and not self._by_pointer:
            self.go_to(self.focus_key)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from sign to sign, press, zoom, pan, move, undo."""
        if self._keys.take(event):
            event.accept()
        else:
            event.ignore()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the ring round the sign the keyboard is at, always as thick; with no sign, round the canvas."""
        super().drawForeground(painter, rect)
        if not self.hasFocus() or self._by_pointer:
            return
        painter.save()
        painter.resetTransform()
        if self.board.has(self.focus_key):
            seen = QRectF(self.mapFromScene(self.board.rect_of(self.focus_key)).boundingRect())
            ring = seen.adjusted(-12, -12, 12, 12)
        else:
            ring = QRectF(self.viewport().rect())
        Sketch(painter, QRectF(self.viewport().rect())).ring(ring, 14)
        painter.restore()

    def _begin(self) -> None:
        """Let the keyboard be at a sign: the chosen one, else the first."""
        nodes = self.board.picture.nodes
        if nodes and not self._by_pointer and not self.board.has(self.focus_key):
            chosen = self.board.chosen_key
            self.board.focus_key = chosen if self.board.has(chosen) else nodes[0].key

    def _tell(self) -> None:
        """Tell a screen reader where one is, then the whole drawing."""
        nodes = self.board.picture.nodes
        here = next((n for n, node in enumerate(nodes, 1) if node.key == self.focus_key), 0)
        parts = [self._says]
        if here:
            place = self.tr("{number} of {count}").format(number=here, count=len(nodes))
            parts.insert(0, f"{nodes[here - 1].says}. {place}.")
        self.setAccessibleDescription("\n".join(part for part in parts if part))
