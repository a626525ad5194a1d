"""Places to write: one line or several, in plain text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import MEASURE, RING, TEXT_LARGE, TEXT_READING


def repolish(widget: QWidget) -> None:
    """Have Qt look up a widget's rules again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class LineEdit(QLineEdit):
    """One line to write. `name` is what it is for; it need not show."""

    def __init__(self, name: str, placeholder: str = "", *, size: float = TEXT_LARGE) -> None:
        super().__init__()
        self._size = size
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.restyle()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that what is written cannot be taken."""
        if bool(self.property("wrong")) is not wrong:
            self.setProperty("wrong", wrong)
            repolish(self)

    def set_bare(self) -> None:
        """Do without a border of its own, inside something that has one."""
        self.setProperty("bare", True)
        repolish(self)

    def restyle(self) -> None:
        """Take the font of the theme."""
        self.setFont(look().font(self._size))
        self.updateGeometry()


class TextArea(QPlainTextEdit):
    """Several lines to write, in plain text. Lines stay short enough to read; Tab leaves the field.

    With `grows` it is as high as its text, from `least_lines` on, and its page scrolls instead.
    """

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        least_lines: int = 4,
        grows: bool = False,
        size: float = TEXT_READING,
        measure: float = MEASURE,
    ) -> None:
        super().__init__()
        self._least_lines, self._grows, self._size, self._measure = least_lines, grows, size, measure
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.restyle()

    def set_bare(self) -> None:
        """Do without a border of its own, inside something that has one."""
        self.setProperty("bare", True)
        repolish(self)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Show that what is written cannot be taken."""
        if bool(self.property("wrong")) is not wrong:
            self.setProperty("wrong", wrong)
            repolish(self)

    def restyle(self) -> None:
        """Take the font of the theme and cap the line again."""
        self.setFont(look().font(self._size))
        self._cap()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cap the line at a width that reads well."""
        super().resizeEvent(event)
        self._cap()

    def sizeHint(self) -> QSize:
        """Return room for the lines promised, or for all of them."""
        words = self._least_lines * self.fontMetrics().lineSpacing()
        if self._grows:
            words = max(words, self._words_high())
        margin = 2 * round(self.document().documentMargin())
        return QSize(look().px(360), words + margin + self._frame_high())

    def minimumSizeHint(self) -> QSize:
        """Return room for the least lines."""
        if self._grows:
            return QSize(look().px(160), self.sizeHint().height())
        high = min(2, self._least_lines) * self.fontMetrics().lineSpacing() + look().px(28) + 2 * RING
        return QSize(look().px(160), high)

    def _words_high(self) -> int:
        layout, block, high = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        return int(high + 0.999)

    def _frame_high(self) -> int:
        self.ensurePolished()
        return max(0, self.height() - self.contentsRect().height()) + 2

    def _on_size(self) -> None:
        self.updateGeometry()

    def _cap(self) -> None:
        spare = max(0, self.contentsRect().width() - look().px(self._measure))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(spare if rtl else 0, 0, 0 if rtl else spare, 0)


class Leaving(QObject):
    """Tells when a field loses the focus: the moment to settle what was written."""

    left = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for the focus going elsewhere, not into a menu of the field."""
        gone = isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut
        if gone and isinstance(event, QFocusEvent) and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
        return super().eventFilter(watched, event)
