"""Making one text out of two: both stay in view, the words typed are kept at once."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import Field, LineEdit, TextArea
from engage_desktop.views.kit.layout import column, flow
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import Text, card_title
from engage_desktop.views.sync_centre.ground import Ground
from engage_desktop.views.sync_centre.told import Told
from engage_domain.conflicts import Conflict, ConflictKind, FieldPair, added_words
from engage_domain.revisions import blend
from engage_wire.registry import Doc, Kind

KEEP_MS = 500
ADDENDUM = "text"


class Combine(Card):
    """The editor. `decided` carries what the fields shall hold; `left` closes it, the words stay kept."""

    decided = Signal(object)
    left = Signal()

    def __init__(self, ground: Ground, told: Told, conflict: Conflict, kept: str) -> None:
        self._box = column(gap=8, pad=(20, 16, 16, 14))
        super().__init__(self._box)
        self._ground, self._conflict = ground, conflict
        self._editors: dict[str, LineEdit | TextArea] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_MS)
        self._soon.timeout.connect(self.keep)
        is_addendum = conflict.kind is ConflictKind.IMMUTABLE
        title = self.tr("Add it to the note") if is_addendum else self.tr("One text out of both")
        hint = (
            self.tr("It stands beside the note under your name, with the time you wrote it.")
            if is_addendum
            else self.tr(
                "Both versions stay in view above. Read it once aloud: does it say what you both meant?"
            )
        )
        self._box.put(card_title(title), Text(hint, size=14, ink="muted", lines=0))
        self._fill_editors(told, is_addendum, _read(kept))
        self._box.addWidget(self._verbs(is_addendum))
        for editor in list(self._editors.values())[:1]:
            self.setFocusProxy(editor)

    def texts(self) -> Doc:
        """Return what is written."""
        return {name: _text(editor) for name, editor in self._editors.items()}

    def keep(self) -> None:
        """Keep what is typed, on this laptop."""
        self._soon.stop()
        job = partial(
            self._ground.services.keep_combining, self._conflict.conflict_id, json.dumps(self.texts())
        )
        self._ground.lanes.write(self, job, _nothing)

    def settle(self) -> None:
        """Hand on what is typed, if something is."""
        if self._soon.isActive():
            self.keep()

    def _fill_editors(self, told: Told, is_addendum: bool, kept: dict[str, str]) -> None:  # noqa: FBT001 - which of both
        if is_addendum:
            start = "\n".join(
                added_words(str(f.theirs or ""), str(f.mine or "")) or str(f.mine or "")
                for f in self._conflict.fields
            )
            self._add(ADDENDUM, self.tr("What to add"), kept.get(ADDENDUM, start), long=True)
            return
        for pair in self._conflict.fields:
            name = told.field(pair) or self.tr("The text")
            long = pair.kind is Kind.LONG or pair.is_narrative
            self._add(pair.name, name, kept.get(pair.name, self._start(pair)), long=long)

    def _add(self, key: str, name: str, text: str, *, long: bool) -> None:
        editor: LineEdit | TextArea = TextArea(name, least_lines=3, grows=True) if long else LineEdit(name)
        if isinstance(editor, TextArea):
            editor.setPlainText(text)
        else:
            editor.setText(text)
        editor.textChanged.connect(self._on_typed)
        self._editors[key] = editor
        self._box.addWidget(Field(name, editor))

    def _start(self, pair: FieldPair) -> str:
        joined = self._conflict.merged.get(pair.name)
        return str(joined) if joined else blend(str(pair.theirs or ""), str(pair.mine or ""))

    def _verbs(self, is_addendum: bool) -> QWidget:  # noqa: FBT001 - which of both
        yes = Button(
            self.tr("Add as an addendum") if is_addendum else self.tr("Keep this text"),
            "file-plus" if is_addendum else "git-merge",
            "primary",
        )
        no = Button(self.tr("Not now"), kind="quiet")
        yes.clicked.connect(self._on_yes)
        no.clicked.connect(self._on_no)
        self._yes = yes
        if is_addendum:
            return flow(yes, no, gap=4)
        theirs = Button(self.tr("Start from theirs"), kind="quiet")
        mine = Button(self.tr("Start from mine"), kind="quiet")
        theirs.clicked.connect(partial(self._start_from, "theirs"))
        mine.clicked.connect(partial(self._start_from, "mine"))
        return flow(yes, theirs, mine, no, gap=4)

    def _start_from(self, side: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        for pair in self._conflict.fields:
            editor = self._editors.get(pair.name)
            text = str(getattr(pair, side) or "")
            if isinstance(editor, TextArea):
                editor.selectAll()
                editor.insertPlainText(text)
            elif editor is not None:
                editor.setText(text)

    def _on_typed(self, _text: str = "") -> None:
        self._yes.setEnabled(any(str(text).strip() for text in self.texts().values()))
        self._soon.start()

    def _on_yes(self) -> None:
        self._soon.stop()
        self.decided.emit(self.texts())

    def _on_no(self) -> None:
        self.settle()
        self.left.emit()


def _read(kept: str) -> dict[str, str]:
    try:
        doc = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in doc.items()} if isinstance(doc, dict) else {}


def _text(editor: LineEdit | TextArea) -> str:
    return editor.toPlainText() if isinstance(editor, TextArea) else editor.text()


def _nothing(_result: object) -> None:
    """Take note of nothing: the editor shows it already."""
