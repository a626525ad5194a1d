"""What stands over everything while the worker hides: a clock and, when asked, a field for the PIN."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Field, SecretField
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import column, row
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.unlock.morning import Morning


class Cover(QWidget):
    """An opaque sheet over the whole window. `returned` when the PIN was right, `wrong` when not, `lock_wanted`."""

    returned = Signal()
    wrong = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        over: QWidget,
        moment: Callable[[], tuple[str, str]],
        check_pin: Callable[[str], bool],
        lanes: Lanes,
    ) -> None:
        super().__init__(over)
        self._over = over
        self._check_pin, self._lanes = check_pin, lanes
        self._has_pin = False
        self._checking = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._view = Morning(moment)
        self._view.setParent(self)
        self._pin = SecretField(self.tr("PIN"))
        self._pin.edit.setMaxLength(6)
        self._field = Field(self.tr("Six digits"), self._pin)
        self._lock = Button(self.tr("Lock and use the passphrase"), "lock", "quiet")
        self._words = Text(self.tr("Hidden"), size=20, weight=700)
        self._panel = Card(column(self._words, self._field, self._lock, gap=10, pad=(24, 18, 24, 18)))
        self._panel.setParent(self)
        self._panel.hide()
        self.setLayout(column(None, row(None, self._panel, None), 60, gap=0))
        self._view.lower()
        self._pin.edit.textEdited.connect(self._on_typed)
        self._lock.clicked.connect(self.lock_wanted)
        over.installEventFilter(self)
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        """Let the way back be as wide as its words are large."""
        self._panel.setMaximumWidth(look().px(420))

    def cover(self, *, has_pin: bool) -> None:
        """Hide everything, now."""
        self._has_pin = has_pin
        self._field.setVisible(has_pin)
        self._panel.hide()
        self._pin.clear()
        self._field.set_wrong("")
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.repaint()

    def tries_left(self, left: int) -> None:
        """Say how often the PIN may still be tried."""
        self._field.set_wrong(self.tr("That is not the PIN. {0} more before it locks.").format(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: object) -> None:
        """Let the view fill the sheet."""
        del event
        self._view.setGeometry(self.rect())

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Offer the way back."""
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the way back; a digit is already the first of the PIN."""
        self._offer()
        if self._has_pin and event.text().isdigit():
            self._pin.edit.setText(event.text())

    def _offer(self) -> None:
        self._panel.show()
        focus = self._pin.edit if self._has_pin else self._lock
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, text: str) -> None:
        if len(text) == 6 and not self._checking:
            self._checking = True
            self._lanes.read(self, partial(self._check_pin, text), self._on_checked, self._on_failed)

    def _on_checked(self, right: bool) -> None:  # noqa: FBT001 - the answer of the check
        self._checking = False
        self._pin.clear()
        if right:
            self.hide()
            self.returned.emit()
        else:
            self.wrong.emit()

    def _on_failed(self, _error: EngageError) -> None:
        self._checking = False
        self.lock_wanted.emit()
