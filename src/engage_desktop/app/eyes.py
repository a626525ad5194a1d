"""The tour's eyes: the controls, rows and signs a person could see and reach now, found by what they are called."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from engage_desktop.app.twins import spellings, spellings_of_part
from engage_desktop.views.kit.canvas.view import Canvas


def top_window() -> QWidget:
    """Return the window a person would be looking at."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    shown = [
        w
        for w in QApplication.topLevelWidgets()
        if w.isVisible() and w.isWindow() and w.windowType() == Qt.WindowType.Window
    ]
    if not shown:
        raise LookupError("no window is open")
    return max(shown, key=lambda w: w.width() * w.height())


def _names(widget: QWidget) -> set[str]:
    names = {widget.accessibleName(), widget.objectName()}
    if isinstance(widget, (QAbstractButton, QLabel)):
        names.add(widget.text())
    if isinstance(widget, QTabBar):
        names |= {widget.tabText(n) for n in range(widget.count())}
    return names - {""}


def _is_called(widget: QWidget, name: str) -> bool:
    """Say whether a widget has this English name; `~` before it means that the name only begins so."""
    known = _names(widget)
    if name.startswith("~"):
        return any(one.startswith(spelt) for one in known for spelt in spellings(name[1:]))
    return not known.isdisjoint(spellings(name))


def reachable() -> list[QWidget]:
    """Return the windows that take input now: an open sheet alone, else all."""
    modal = QApplication.activeModalWidget()
    return [modal] if modal is not None else [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def find(name: str, nth: int = 0, under: str = "", *, writable: bool = False) -> QWidget:
    """Return the `nth` visible, enabled control called `name`, labels last; LookupError when there is none."""
    roots = [find(under)] if under else reachable()
    hits = [
        w
        for root in roots
        for w in [root, *root.findChildren(QWidget)]
        if w.isVisible() and w.isEnabled() and _is_called(w, name)
    ]
    if writable:
        hits = [hit for hit in hits if isinstance(hit, (QLineEdit, QPlainTextEdit))]
    hits.sort(key=lambda w: isinstance(w, QLabel))
    if nth >= len(hits):
        raise LookupError(f"no control called {name}")
    return hits[nth]


def find_item(text: str) -> tuple[QAbstractItemView, QModelIndex]:
    """Return the list and the first row in it whose spoken text holds `text`; LookupError when there is none."""
    for view in (w for root in reachable() for w in root.findChildren(QAbstractItemView) if w.isVisible()):
        model = view.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            spoken = (
                index.data(Qt.ItemDataRole.AccessibleTextRole)
                or index.data(Qt.ItemDataRole.DisplayRole)
                or ""
            )
            if text in str(spoken):
                return view, index
    raise LookupError(f"no row says {text}")


def find_entry(text: str) -> tuple[QMenu, QPoint]:
    """Return the open menu and the middle of its entry called `text`; LookupError when there is none."""
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        for action in menu.actions():
            if action.text() in spellings(text) and action.isEnabled():
                return menu, menu.actionGeometry(action).center()
    raise LookupError(f"no menu offers {text}")


def _canvases() -> list[Canvas]:
    return [w for root in reachable() for w in root.findChildren(Canvas) if w.isVisible()]


def count_signs() -> int:
    """Return how many signs stand in the drawings one sees."""
    return sum(len(canvas.picture.nodes) for canvas in _canvases())


def find_sign(says: str) -> tuple[Canvas, str]:
    """Return the drawing and the key of the sign that begins with `says`, else of one that says it; else LookupError."""
    nodes = [(canvas, node) for canvas in _canvases() for node in canvas.picture.nodes]
    spelt = spellings_of_part(says)
    for canvas, node in sorted(nodes, key=lambda one: not one[1].says.startswith(tuple(spelt))):
        if any(words in node.says for words in spelt):
            return canvas, node.key
    raise LookupError(f"no sign says {says}")


def visible_texts() -> list[str]:
    """Return every text a person could read now, in no particular order."""
    found: list[str] = []
    for widget in (
        w
        for root in QApplication.topLevelWidgets()
        if root.isVisible()
        for w in [root, *root.findChildren(QWidget)]
    ):
        if not widget.isVisible():
            continue
        found.extend(_names(widget))
        if isinstance(widget, QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found.extend(_item_texts(widget))
        elif isinstance(widget, Canvas):
            found.extend(node.says for node in widget.picture.nodes)
    return [text for text in found if text]


def _item_texts(view: QAbstractItemView) -> list[str]:
    model = view.model()
    rows = [model.index(row, 0) for row in range(min(model.rowCount(), 200))]
    return [
        str(i.data(Qt.ItemDataRole.AccessibleTextRole) or i.data(Qt.ItemDataRole.DisplayRole) or "")
        for i in rows
    ]
