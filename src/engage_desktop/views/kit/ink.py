"""A page to draw on with pen, finger, mouse or keys, and the tools beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.ink_paint import draw_ink, draw_stroke, page_in, paper
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.still import Still
from engage_desktop.views.kit.strokes import USUAL_PRESSURE, WIDE, Drawing, Spot, Stroke, packed, simplified
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING

PEN, FELT, BRUSH = 16, 34, 80
RUBBER = 90
_PRESS = (QEvent.Type.TabletPress, QEvent.Type.TouchBegin)
_MOVE = (QEvent.Type.TabletMove, QEvent.Type.TouchUpdate)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class InkPad(QWidget):
    """A page that takes ink.

    `changed` says that the drawing is another one; `filled` that the page can hold no more and the last stroke
    was not kept. With the keys: the arrows move a pen over the page, Space puts it down and lifts it.
    """

    changed = Signal()
    filled = Signal()

    def __init__(self, name: str, high: int = Drawing().high) -> None:
        super().__init__()
        self._drawing = Drawing(high=high)
        self._past: list[Drawing] = []
        self._future: list[Drawing] = []
        self._crayon, self._width, self._rubbing = "black", FELT, False
        self._spots: list[Spot] = []
        self._hand = ""
        self._before = self._drawing
        self._cross: tuple[int, int] | None = None
        self._sheet: QPixmap | None = None
        self._round_it = Still(self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    def drawing(self) -> Drawing:
        """Return what is on the page."""
        return self._drawing

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing; what was drawn before can no longer be taken back."""
        self._past, self._future, self._spots, self._hand = [], [], [], ""
        self._turn_to(drawing)

    def take(self, crayon: str, width: int | None = None) -> None:
        """Draw with a crayon from now on."""
        self._crayon, self._rubbing = crayon, False
        self._width = width or self._width

    def rub(self, on: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Take the rubber, or lay it down."""
        self._rubbing = on

    def can_undo(self) -> bool:
        """Say whether there is something to take back."""
        return bool(self._past)

    def can_redo(self) -> bool:
        """Say whether something taken back can return."""
        return bool(self._future)

    def undo(self) -> None:
        """Take the last stroke or rub back."""
        if self._past and not self._hand:
            self._future.append(self._drawing)
            self._turn_to(self._past.pop())
            self.changed.emit()

    def redo(self) -> None:
        """Bring back what was taken back."""
        if self._future and not self._hand:
            self._past.append(self._drawing)
            self._turn_to(self._future.pop())
            self.changed.emit()

    def empty(self) -> None:
        """Take a clean page; undo brings the drawing back."""
        self._keep(Drawing(high=self._drawing.high))

    def restyle(self) -> None:
        """Draw anew in the look that holds now."""
        self._sheet = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a page that a hand finds room on."""
        return QSize(560, self._high_at(560))

    def minimumSizeHint(self) -> QSize:
        """Return the least page that can still be drawn on."""
        return QSize(240, self._high_at(240))

    def _high_at(self, width: int) -> int:
        return round((width - 2 * RING) * self._drawing.high / WIDE) + 2 * RING

    def event(self, event: QEvent) -> bool:
        """Take pen and finger before anything else makes mouse clicks of them."""
        if isinstance(event, QTabletEvent):
            eraser = event.pointerType() is QPointingDevice.PointerType.Eraser
            self._pointed("eraser" if eraser else "pen", event, event.position(), event.pressure())
            event.accept()
            return True
        if isinstance(event, QTouchEvent):
            self._touched(event)
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin("mouse", event.position(), 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._go_on("mouse", event.position(), 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._end("mouse")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw with the keys, or take back."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pen_down_or_up()
        elif step is not None:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_cross(step, 16 if fine else 80)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the pen when the keys brought the focus here."""
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._cross = self._cross or (WIDE // 2, self._drawing.high // 2)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lift the pen that the keys hold."""
        self._end("keys")
        self._cross = None
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        self._sheet = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the page, what is on it, and the stroke that is being made."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._finished())
        page = self._page()
        if self._spots and not self._rubs():
            painter.setClipRect(page)
            draw_stroke(painter, self._stroke(tuple(self._spots)), page)
            painter.setClipping(False)
        if self._cross is not None and self.hasFocus():
            self._draw_cross(painter, page)
        if self.hasFocus() and self._cross is not None:
            Sketch.on(self, painter).ring(page.adjusted(-RING, -RING, RING, RING), RADIUS_CARD)
        painter.end()

    def _finished(self) -> QPixmap:
        """Return the page with every finished stroke, drawn once."""
        dpr = self.devicePixelRatioF()
        if self._sheet is None or self._sheet.devicePixelRatio() != dpr:
            sheet = QPixmap(self.size() * dpr)
            sheet.setDevicePixelRatio(dpr)
            sheet.fill(Qt.GlobalColor.transparent)
            painter = QPainter(sheet)
            page = self._page()
            Sketch(painter, QRectF(self.rect())).panel(page, paper(), "edge", radius=RADIUS_CARD)
            draw_ink(painter, self._drawing, page)
            painter.end()
            self._sheet = sheet
        return self._sheet

    def _draw_cross(self, painter: QPainter, page: QRectF) -> None:
        x, y = self._cross or (0, 0)
        at = QPointF(page.left() + x * page.width() / WIDE, page.top() + y * page.width() / WIDE)
        arm = look().px(10)
        painter.setPen(QPen(Qt.GlobalColor.black, 3 if self._hand == "keys" else 1.5))
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))

    def _page(self) -> QRectF:
        return page_in(QRectF(self.rect()).adjusted(RING, RING, -RING, -RING), self._drawing.high)

    def _spot(self, place: QPointF, pressure: float) -> Spot:
        page = self._page()
        scale = WIDE / max(1.0, page.width())
        x, y = (place.x() - page.left()) * scale, (place.y() - page.top()) * scale
        force = round(pressure * 100) if pressure > 0 else USUAL_PRESSURE
        high = self._drawing.high
        return round(min(max(x, 0), WIDE)), round(min(max(y, 0), high)), min(max(force, 1), 100)

    def _touched(self, event: QTouchEvent) -> None:
        if event.type() is QEvent.Type.TouchBegin:
            self._round_it.hold()
        points: list[QEventPoint] = list(event.points())
        if event.type() is QEvent.Type.TouchCancel:
            self._drop("finger")
        elif points:
            self._pointed("finger", event, points[0].position(), 0)
        if event.type() in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}:
            self._round_it.let_go()

    def _pointed(self, hand: str, event: QEvent, place: QPointF, pressure: float) -> None:
        if event.type() in _PRESS:
            self._begin(hand, place, pressure)
        elif event.type() in _MOVE:
            self._go_on(hand, place, pressure)
        else:
            self._end(hand)

    def _begin(self, hand: str, place: QPointF, pressure: float) -> None:
        # A palm often lands before the pen: the pen takes over what the finger began.
        if self._hand and not (hand in {"pen", "eraser"} and self._hand == "finger"):
            return
        self._drop(self._hand)
        self._hand, self._before = hand, self._drawing
        self._cross = None
        self._add(self._spot(place, pressure))

    def _go_on(self, hand: str, place: QPointF, pressure: float) -> None:
        if hand == self._hand:
            self._add(self._spot(place, pressure))

    def _add(self, spot: Spot) -> None:
        before = self._spots[-1] if self._spots else spot
        if self._rubs():
            self._rub_from(before, spot)
        if not self._spots or before[:2] != spot[:2]:
            self._spots.append(spot)
        self.update()

    def _rub_from(self, before: Spot, now: Spot) -> None:
        """Rub all the way between two points: a fast hand leaves no gaps."""
        dx, dy = now[0] - before[0], now[1] - before[1]
        pieces = max(1, round(max(abs(dx), abs(dy)) / RUBBER))
        rubbed = self._drawing
        for piece in range(pieces + 1):
            rubbed = rubbed.rubbed(before[0] + dx * piece / pieces, before[1] + dy * piece / pieces, RUBBER)
        if rubbed is not self._drawing:
            self._drawing, self._sheet = rubbed, None

    def _end(self, hand: str) -> None:
        if hand != self._hand or not hand:
            return
        rubbed, spots = self._rubs(), self._spots
        self._hand, self._spots = "", []
        if rubbed:
            after, self._drawing = self._drawing, self._before
            if after is not self._before:
                self._keep(after)
        elif spots:
            self._keep(self._drawing.plus(self._stroke(simplified(spots))))
        self.update()

    def _drop(self, hand: str) -> None:
        if hand and hand == self._hand:
            self._drawing, self._sheet = self._before, None
            self._hand, self._spots = "", []
            self.update()

    def _rubs(self) -> bool:
        return self._hand == "eraser" or self._rubbing

    def _stroke(self, spots: tuple[Spot, ...]) -> Stroke:
        return Stroke(self._crayon, self._width, spots)

    def _keep(self, drawing: Drawing) -> None:
        if packed(drawing) is None:
            self._turn_to(self._drawing)
            self.filled.emit()
            return
        self._past.append(self._drawing)
        self._future.clear()
        self._turn_to(drawing)
        self.changed.emit()

    def _turn_to(self, drawing: Drawing) -> None:
        self._drawing, self._sheet = drawing, None
        self._tell()
        self.update()

    def _pen_down_or_up(self) -> None:
        if self._hand == "keys":
            self._end("keys")
        elif not self._hand:
            x, y = self._cross = self._cross or (WIDE // 2, self._drawing.high // 2)
            self._hand, self._before = "keys", self._drawing
            self._add((x, y, USUAL_PRESSURE))
        self.update()

    def _move_cross(self, step: tuple[int, int], reach: int) -> None:
        x, y = self._cross or (WIDE // 2, self._drawing.high // 2)
        x = min(max(x + step[0] * reach, 0), WIDE)
        y = min(max(y + step[1] * reach, 0), self._drawing.high)
        self._cross = (x, y)
        if self._hand == "keys":
            self._add((x, y, USUAL_PRESSURE))
        self.update()

    def _tell(self) -> None:
        count = len(self._drawing.strokes)
        drawn = self.tr("Lines drawn: {n}.").format(n=count) if count else self.tr("Nothing is drawn yet.")
        how = self.tr("With the keys: the arrows move the pen, Space puts it down and lifts it.")
        self.setAccessibleDescription(f"{drawn} {how}")
