"""What an eye may miss: controls without a name, targets too small, words cut off or tiny.

Every screen's tests run `audit` over the screen at several sizes; an empty list is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.tokens import TARGET

LEAST_TYPE = 12
ROLE = QAccessible.Role
NAMED_ROLES = frozenset(
    {
        ROLE.Button,
        ROLE.ButtonMenu,
        ROLE.CheckBox,
        ROLE.RadioButton,
        ROLE.EditableText,
        ROLE.ComboBox,
        ROLE.List,
        ROLE.PageTab,
        ROLE.SpinBox,
        ROLE.Table,
        ROLE.Tree,
        ROLE.Slider,
        ROLE.Graphic,
    }
)
INNER = ("qt_", "ScrollLeft", "ScrollRight")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `kind` is unnamed, small, cut, tiny, squeezed or unreachable."""

    kind: str
    where: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.where} {self.detail}".rstrip()


def audit(root: QWidget) -> list[Fault]:
    """Return everything wrong with what shows of a widget; it must be shown and laid out."""
    widgets = [w for w in (root, *root.findChildren(QWidget)) if w.isVisible() and isValid(w)]
    return [*_unnamed(root), *(fault for widget in widgets for fault in _faults(widget, root))]


def _faults(widget: QWidget, root: QWidget) -> Iterator[Fault]:
    yield from _small(widget)
    yield from _cut(widget)
    yield from _squeezed(widget, root)
    yield from _unreachable(widget)


def _small(widget: QWidget) -> Iterator[Fault]:
    if _is_control(widget) and (widget.width() < TARGET or widget.height() < TARGET):
        yield Fault("small", _name(widget), f"{widget.width()}x{widget.height()}")


def _cut(widget: QWidget) -> Iterator[Fault]:
    if isinstance(widget, QLabel) and widget.text():
        if _label_is_cut(widget):
            yield Fault("cut", _name(widget), f"{widget.width()}x{widget.height()}")
        if 0 < widget.fontInfo().pixelSize() < LEAST_TYPE:
            yield Fault("tiny", _name(widget), f"{widget.fontInfo().pixelSize()} px")
    elif isinstance(widget, QAbstractButton) and widget.text() and not _fits(widget):
        yield Fault("cut", _name(widget), f"{widget.width()} of {widget.minimumSizeHint().width()} px")
    elif isinstance(widget, Chip) and widget.width() < widget.sizeHint().width():
        yield Fault("cut", _name(widget), f"{widget.width()} of {widget.sizeHint().width()} px")


def _label_is_cut(label: QLabel) -> bool:
    if isinstance(label, Text):
        return label.is_cut()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 2
    return label.sizeHint().width() > label.width() + 1


def _fits(button: QAbstractButton) -> bool:
    least = button.minimumSizeHint()
    return button.width() >= least.width() - 1 and button.height() >= least.height() - 1


def _squeezed(widget: QWidget, root: QWidget) -> Iterator[Fault]:
    """Find controls and words that stick out of the page sideways, where nothing scrolls to them."""
    if widget is root or not (_is_control(widget) or isinstance(widget, (QLabel, Chip))):
        return
    parent = widget.parentWidget()
    area = _scroll_area(widget)
    frame = area.widget() if area is not None else root
    if parent is None or frame is None:
        return
    spot = QRect(widget.mapTo(frame, widget.rect().topLeft()), widget.size())
    if spot.left() < -1 or spot.right() > frame.width() + 1:
        yield Fault("squeezed", _name(widget), f"x {spot.left()} to {spot.right()} of {frame.width()}")


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return above if isinstance(above, QScrollArea) else None
        above = above.parentWidget()
    return None


def _unreachable(widget: QWidget) -> Iterator[Fault]:
    reachable = widget.focusPolicy().value & 1
    in_group = isinstance(widget, QAbstractButton) and (widget.group() is not None or widget.autoExclusive())
    inner = isinstance(widget, QLineEdit) and widget.isReadOnly()
    if _is_control(widget) and widget.isEnabled() and not reachable and not in_group and not inner:
        yield Fault("unreachable", _name(widget), "no keyboard way in")


def _is_control(widget: QWidget) -> bool:
    if widget.objectName().startswith(INNER):
        return False
    if isinstance(widget, QLineEdit) and widget.property("bare"):
        return False
    return isinstance(widget, (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit))


def _unnamed(root: QWidget) -> Iterator[Fault]:
    for item in _walk(QAccessible.queryAccessibleInterface(root)):
        if item.role() not in NAMED_ROLES or item.text(QAccessible.Text.Name):
            continue
        state = item.state()
        thing = item.object()
        if state.invisible or (isinstance(thing, QWidget) and not thing.isVisible()):
            continue
        yield Fault("unnamed", type(thing).__name__, item.role().name)


def _walk(item: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield item
    children: list[QAccessibleInterface | None] = [item.child(n) for n in range(item.childCount())]
    for child in children:
        if child is not None and child.isValid():
            yield from _walk(child)


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return f"{type(widget).__name__} {(widget.accessibleName() or text or widget.objectName())[:60]!r}"
