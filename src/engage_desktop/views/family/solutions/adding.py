"""A line for the next thing somebody says: kept from its first words on, and cleared for the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from engage_desktop.views.family.plan.hand import Hand, Job
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Leaving, LineEdit
from engage_desktop.views.kit.keeping import KEEP_MS, Keeper
from engage_desktop.views.kit.layout import column, flow, row


@dataclass(frozen=True, slots=True)
class Kind:
    """What a line makes: the record and its field, how it is written, and how it is said whose words it holds."""

    entity: str
    field: str
    add: Callable[[str, str], Job]
    whose: Callable[[str, str], Job]


class Adding(QWidget):
    """One line to write and whose words they are. Enter, or leaving it, is ready for the next."""

    def __init__(self, hand: Hand, kind: Kind, name: str, placeholder: str, verb: str) -> None:
        super().__init__()
        self._hand, self._kind = hand, kind
        self.line = LineEdit(name, placeholder)
        self.who = ChoiceButton(
            self.tr("Who said it"), (), kind="quiet", icon="user", empty=self.tr("Who said it")
        )
        self.verb = Button(verb, "plus", "soft")
        self._row = self._sent = ""
        self._final: str | None = None
        self._busy = False
        self._keeper: Keeper | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_MS)
        self._soon.timeout.connect(self._begin)
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self.settle)
        self.verb.clicked.connect(self._on_verb)
        self.who.chosen.connect(self._on_who)
        Leaving(self.line).left.connect(self.settle)
        self.setLayout(column(flow(self.who, gap=6), row((self.line, 1), self.verb, gap=6), gap=2))

    def show_people(self, people: tuple[tuple[str, str], ...]) -> None:
        """Offer the family."""
        self.who.set_options((("", self.tr("Nobody in particular")), *people), self.who.here())

    def _on_verb(self) -> None:
        """Keep it, and be ready for the next; the verb is never taken away under the hand that presses it."""
        self.settle()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep what stands here, and be ready for the next one."""
        self._soon.stop()
        text = self.line.text()
        if self._row:
            self._finish(text)
        elif self._busy:
            self._final = text
        elif text.strip():
            self._hand.run(self._kind.add(text, self.who.here()), None, partial(self._put_back, text))
        self.line.clear()

    def _on_text(self, text: str) -> None:
        if text.strip() and not self._row and not self._busy and not self._soon.isActive():
            self._soon.start()

    def _begin(self) -> None:
        text = self.line.text()
        if text.strip() and not self._row and not self._busy:
            self._busy, self._sent, self._final = True, text, None
            self._hand.run(self._kind.add(text, self.who.here()), self._on_made, self._on_not_made)

    def _on_not_made(self) -> None:
        final, self._final, self._busy = self._final, None, False
        if final is not None:
            self._put_back(final)

    def _put_back(self, text: str) -> None:
        """Let words that could not be written stand in the line again, unless the next ones stand there."""
        if isValid(self.line) and not self.line.text():
            self.line.setText(text)

    def _on_made(self, row_id: str) -> None:
        self._busy, self._row = False, row_id
        if self._final is not None:
            final, self._final = self._final, None
            self._rewrite(row_id, final)
            return
        text = self.line.text()
        self._keeper = self._hand.keeper(self.line, self._kind.entity, row_id, self._kind.field, self._sent)
        self.line.setText(text)

    def _rewrite(self, row_id: str, final: str) -> None:
        """Write what the line said in the end, when it was left before its record was there."""
        self._row, kind, hand = "", self._kind, self._hand
        if final == self._sent:
            return
        keep = hand.ground.services.keep_draft
        hand.run(partial(keep, kind.entity, row_id, kind.field, hand.ground.family_id, final, self._sent))
        hand.run(partial(hand.verbs.settle, kind.entity, row_id, kind.field))

    def _finish(self, text: str) -> None:
        keeper, self._keeper = self._keeper, None
        row_id, self._row = self._row, ""
        if keeper is not None:
            keeper.settle()
            keeper.stop()
            keeper.deleteLater()
        if not text.strip():
            remove = self._hand.ground.services.remove
            self._hand.run(partial(remove, self._kind.entity, row_id, "empty"))

    def _on_who(self, person: str) -> None:
        if self._row:
            self._hand.run(self._kind.whose(self._row, person))
