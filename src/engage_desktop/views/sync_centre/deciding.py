"""One list of pairs of versions, and the pair that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from engage_desktop.errors import BadInput, EngageError, NotFound
from engage_desktop.services.conflicts import TwoVersions
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.marks import Card, IconPlate
from engage_desktop.views.kit.notices import EmptyState, Notice
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.sync_centre.ground import Ground
from engage_desktop.views.sync_centre.told import Told
from engage_desktop.views.sync_centre.versions import Versions
from engage_domain.conflicts import Choice, Conflict, ConflictKind, Parked
from engage_wire.changed import Changed
from engage_wire.registry import Doc

NOW = "now"
SHOWN = 60
Say = Callable[[str, str, Callable[[], object] | None], None]


class Deciding(QWidget):
    """Shows what waits (or was settled, or decided), one of them opened. A single one that waits opens by itself."""

    note_opened = Signal(str)
    combining = Signal(bool)

    def __init__(self, ground: Ground, told: Told, key: str, say: Say) -> None:
        super().__init__()
        self._ground, self._told, self._key, self._say = ground, told, key, say
        self._conflicts: tuple[Conflict, ...] = ()
        self._parked: tuple[Parked, ...] = ()
        self._versions: Versions | None = None
        self._latest = Latest(ground.lanes, self)
        self._empty = self._nothing()
        self._lines = column(gap=4)
        self._list = group(self._lines)
        self._box = column(self._empty, self._list, None, gap=6)
        self.setLayout(self._box)
        self._empty.hide()
        self.shown_id = ""

    def show_all(self, conflicts: tuple[Conflict, ...], parked: tuple[Parked, ...] = ()) -> None:
        """Show these."""
        self._conflicts, self._parked = conflicts, parked
        self._empty.setVisible(not conflicts and not parked and not self.shown_id)
        self._fill()
        alone = self._key == NOW and len(conflicts) == 1 and not parked
        if self.shown_id:
            self._read(self.shown_id)
        elif alone:
            self.open(conflicts[0].conflict_id)

    def open(self, conflict_id: str) -> None:
        """Show one pair."""
        self.settle()
        self.shown_id = conflict_id
        self._read(conflict_id)

    def close_one(self) -> None:
        """Go back to the list."""
        self.settle()
        self.shown_id = ""
        self._drop()
        self._list.show()
        self._empty.setVisible(not self._conflicts and not self._parked)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._versions is not None:
            self._versions.settle()

    def _nothing(self) -> QWidget:
        words = {
            NOW: (
                self.tr("Nothing needs you here"),
                self.tr(
                    "When somebody else writes in the same place as you, both versions will stand here side by side."
                ),
            ),
            "by_time": (
                self.tr("Nothing was settled by time"),
                self.tr(
                    "Small things that two people changed at once are settled by the later time, and listed here."
                ),
            ),
            "decided": (
                self.tr("Nothing decided yet"),
                self.tr("Every decision stays here and can be undone, for ever."),
            ),
        }[self._key]
        return EmptyState("circle-check", *words)

    def _fill(self) -> None:
        clear(self._lines)
        for one in self._parked[:SHOWN]:
            self._lines.addWidget(self._parked_line(one))
        for conflict in self._conflicts[:SHOWN]:
            self._lines.addWidget(self._line(conflict))
        more = len(self._conflicts) - SHOWN
        if more > 0:
            self._lines.addWidget(meta(self.tr("and {n} older ones").format(n=more)))

    def _line(self, conflict: Conflict) -> QWidget:
        title = self._told.title(conflict)
        about = self._told.piece_with_family(conflict.piece)
        who = " · ".join(
            f"{self._told.who(v)} {self._told.when(v.at)}" for v in (conflict.theirs, conflict.mine) if v.at
        )
        decision = conflict.decision
        if decision is not None:
            who = " · ".join((self._told.choice(decision.choice), self._told.moment(decision.at)))
        look_at = Button(self.tr("Look"), kind="soft")
        look_at.setAccessibleName(self.tr("Look: {title}, {about}").format(title=title, about=about))
        look_at.clicked.connect(partial(self._on_look, conflict.conflict_id))
        words = column(Text(f"{title} · {about}", weight=600, lines=0), meta(who, lines=0), gap=1)
        plate = IconPlate(
            "shield" if conflict.piece.is_protected else "git-merge",
            "warn" if self._key == NOW else "sand",
            40,
        )
        return Card(row(plate, (words, 1), look_at, gap=12, pad=(18, 12, 12, 12)))

    def _parked_line(self, one: Parked) -> QWidget:
        why, what = self._told.parked(one.why, one.rule)
        about = self._told.piece_with_family(one.piece)
        when = self._told.moment(one.written_at)
        notice = Notice(why, " ".join(part for part in (f"{about}, {when}.", what) if part), tone="warn")
        opens = one.why in {ConflictKind.IMMUTABLE, ConflictKind.SIGN_STALE} and one.contact_id
        if opens:
            verb = notice.add_verb(self.tr("Open the note"), "notebook-text")
            verb.clicked.connect(lambda: self.note_opened.emit(one.contact_id))
        understood = notice.add_verb(self.tr("I have read this"), "check")
        understood.clicked.connect(partial(self._on_understood, one.op_uid))
        return notice

    def _on_look(self, conflict_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.open(conflict_id)

    def _on_understood(self, op_uid: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        job = partial(self._ground.services.understood, op_uid)
        self._ground.lanes.write(self, job, self._ground.bus.publish)

    def _read(self, conflict_id: str) -> None:
        job = partial(self._ground.services.conflict, conflict_id)
        self._latest.read(job, self._on_read, self._on_gone)

    def _on_read(self, found: TwoVersions) -> None:
        if found.conflict.conflict_id != self.shown_id:
            return
        shown = self._versions
        if shown is not None and shown.conflict == found.conflict:
            return
        editing = shown is not None and shown.combine is not None and shown.combine.isVisible()
        if (
            editing
            and shown is not None
            and shown.conflict.conflict_id == self.shown_id
            and not found.conflict.decision
        ):
            return
        self._drop()
        more = len(self._conflicts) + len(self._parked) > 1 or self._key != NOW
        versions = Versions(self._ground, self._told, found.conflict, found.combining, back=more)
        versions.decided.connect(self._on_decided)
        versions.undo_wanted.connect(self._on_undo)
        versions.note_opened.connect(self.note_opened)
        versions.back_wanted.connect(self.close_one)
        versions.combining.connect(self.combining)
        self._versions = versions
        self._list.hide()
        self._empty.hide()
        self._box.insertWidget(2, versions, 1)
        if found.combining and found.conflict.decision is None and not found.conflict.piece.is_protected:
            versions.open_combine()

    def _on_gone(self, error: EngageError) -> None:
        if isinstance(error, NotFound):
            self._say(self.tr("That is decided already, or not on this laptop any more."), "", None)
        self.close_one()

    def _on_decided(self, choice: Choice, typed: Doc | None) -> None:
        conflict_id = self.shown_id
        job = partial(self._ground.services.decide, conflict_id, choice, typed)
        self._ground.lanes.write(self, job, partial(self._on_written, conflict_id), self._on_refused)

    def _on_written(self, conflict_id: str, changed: Changed) -> None:
        if self._key == NOW:
            self.close_one()
        self._ground.bus.publish(changed)
        self._say(
            self.tr("Decided. You can undo it for ever."), self.tr("Undo"), partial(self._undo, conflict_id)
        )

    def _on_undo(self) -> None:
        self._undo(self.shown_id)

    def _undo(self, conflict_id: str) -> None:
        job = partial(self._ground.services.undo, conflict_id)
        self._ground.lanes.write(self, job, self._on_undone, self._on_refused)

    def _on_undone(self, changed: Changed) -> None:
        self._ground.bus.publish(changed)
        self._say(self.tr("Undone. What stood before stands again."), "", None)

    def _on_refused(self, error: EngageError) -> None:
        words = self.tr("That did not work just now. Both versions are kept; try again.")
        if isinstance(error, BadInput):
            words = self.tr("Write something first; an empty text helps nobody.")
        self._say(words, "", None)

    def _drop(self) -> None:
        if self._versions is not None:
            here = QApplication.focusWidget()
            if here is not None and self._versions.isAncestorOf(here):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._box.removeWidget(self._versions)
            self._versions.hide()
            self._versions.deleteLater()
            self._versions = None
            self.combining.emit(False)
