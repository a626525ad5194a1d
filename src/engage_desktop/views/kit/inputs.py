"""Places to write and to choose: each has a name, a keyboard way in and 44 pixels. This is their one door."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.choices import ChoiceButton, Options, Segment, Segmented
from engage_desktop.views.kit.frames import PAUSE_MS, Framed, SearchField, SecretField
from engage_desktop.views.kit.layout import column
from engage_desktop.views.kit.lines import Leaving, LineEdit, TextArea
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.tokens import TEXT_LEAST, TEXT_SMALL

__all__ = [
    "PAUSE_MS", "ChoiceButton", "Field", "Framed", "Leaving", "LineEdit", "Options", "SearchField", "SecretField",
    "Segment", "Segmented", "TextArea",
]  # fmt: skip


class Field(QWidget):
    """A label, something to write or choose in, and below it a hint or what is wrong."""

    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._label = Text(label, size=TEXT_SMALL, weight=600, inset=True, lines=0)
        self._label.setBuddy(editor)
        self._hint = hint
        self._below = Text(hint, size=TEXT_LEAST, weight=500, ink="muted", lines=0, inset=True)
        if not hint:
            self._below.hide()
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self.setLayout(column(self._label, editor, self._below, gap=2))
        self.setFocusProxy(editor)

    def set_label(self, label: str) -> None:
        """Ask for something else in the same place."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def set_wrong(self, words: str = "") -> None:
        """Say what is wrong, or nothing when all is well."""
        self._below.setText(words or self._hint)
        self._below.set_ink("bad" if words else "muted")
        self._below.setVisible(bool(words or self._hint))
        self.editor.setAccessibleDescription(words or self._hint)
        mark = getattr(self.editor, "set_wrong", None)
        if callable(mark):
            mark(bool(words))
