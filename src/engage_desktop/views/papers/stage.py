"""Where a picture is looked at: fitted, nearer, turned, moved about; by mouse, wheel, finger and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING

NEAREST, STEP = 8.0, 1.25
MOVES = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Stage(QWidget):
    """Shows one picture. `zoomed` carries how near it is, 1 being the whole picture; `stepped` asks for another paper."""

    zoomed = Signal(float)
    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._plain, self._shown = QImage(), QPixmap()
        self._turn, self._near = 0, 1.0
        self._middle = QPointF(0.5, 0.5)
        self._held: QPointF | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def show_picture(self, image: QImage, words: str) -> None:
        """Show another picture, whole and as it is; `words` say what it is for those who cannot see it."""
        self._plain, self._turn = image, 0
        self.setAccessibleDescription(words)
        self._lay()
        self.fit()

    def clear(self) -> None:
        """Show nothing, and keep nothing of what was shown."""
        self._plain, self._shown = QImage(), QPixmap()
        self.update()

    def is_empty(self) -> bool:
        """Say whether nothing shows."""
        return self._shown.isNull()

    @property
    def near(self) -> float:
        """How near it is; 1 is the whole picture."""
        return self._near

    @property
    def turn(self) -> int:
        """How far it is turned, in degrees."""
        return self._turn

    def fit(self) -> None:
        """Show all of it."""
        self._near, self._middle = 1.0, QPointF(0.5, 0.5)
        self._tell()

    def nearer(self) -> None:
        """Go nearer."""
        self._zoom(self._near * STEP)

    def farther(self) -> None:
        """Go farther."""
        self._zoom(self._near / STEP)

    def rotate(self) -> None:
        """Turn it a quarter to the right, for the eye only: the file stays as it is."""
        self._turn = (self._turn + 90) % 360
        self._lay()
        self.fit()

    def sizeHint(self) -> QSize:
        """Return room to see something."""
        return QSize(look().px(560), look().px(420))

    def minimumSizeHint(self) -> QSize:
        """Return the least."""
        return QSize(200, 120)

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._zoom(self._near * pinch.scaleFactor())
                return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom(self._near * (1 + event.value()))
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with the wheel, towards the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self._zoom(self._near * STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it about."""
        if self._held is not None:
            moved = event.position() - self._held
            self._held = event.position()
            self._move(moved)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._held = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Go near, or back to the whole picture."""
        self.fit() if self._near > 1 else self._zoom(2.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, turn and move; with all of it in view the arrows go to the next paper."""
        key = Qt.Key(event.key())
        verbs = {
            Qt.Key.Key_Plus: self.nearer,
            Qt.Key.Key_Equal: self.nearer,
            Qt.Key.Key_Minus: self.farther,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_R: self.rotate,
        }
        if key in verbs:
            verbs[key]()
        elif key in MOVES and self._near > 1:
            across, down = MOVES[key]
            self._move(QPointF(across, down) * look().px(60))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(1 if key is Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        room = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        sketch.panel(room, "sunk", "line", radius=RADIUS_CARD)
        if not self._shown.isNull():
            painter.setClipRect(room.adjusted(1, 1, -1, -1))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._place(), self._shown, QRectF(self._shown.rect()))
            painter.setClipping(False)
        if self.hasFocus():
            sketch.ring(QRectF(self.rect()), RADIUS_CARD)
        painter.end()

    def _place(self) -> QRectF:
        """Return where the picture lies, wherever it was moved."""
        room = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        size = self._shown.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        wide, high = size.width() * self._near, size.height() * self._near
        left = room.center().x() - wide * self._middle.x()
        top = room.center().y() - high * self._middle.y()
        return QRectF(left, top, wide, high)

    def _zoom(self, near: float, at: QPointF | None = None) -> None:
        if self._shown.isNull():
            return
        before, near = self._place(), min(max(near, 1.0), NEAREST)
        if at is not None and before.width() and before.height():
            spot = QPointF(
                (at.x() - before.left()) / before.width(), (at.y() - before.top()) / before.height()
            )
            share = 1 - self._near / near
            self._middle += (spot - self._middle) * share
        self._near = near
        if near <= 1.0:
            self._middle = QPointF(0.5, 0.5)
        self._hold_inside()
        self._tell()

    def _move(self, by: QPointF) -> None:
        place = self._place()
        if self._near > 1 and place.width() and place.height():
            self._middle -= QPointF(by.x() / place.width(), by.y() / place.height())
            self._hold_inside()
            self.update()

    def _hold_inside(self) -> None:
        self._middle = QPointF(min(max(self._middle.x(), 0), 1), min(max(self._middle.y(), 0), 1))

    def _lay(self) -> None:
        turned = self._plain.transformed(QTransform().rotate(self._turn)) if self._turn else self._plain
        self._shown = QPixmap.fromImage(turned)

    def _tell(self) -> None:
        self.zoomed.emit(self._near)
        self.update()
