"""Each child: seen or not, alone or not, and how. Nothing is answered for anybody."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engage_desktop.views.kit.inputs import LineEdit, Segmented
from engage_desktop.views.kit.keeping import Keeper, Spot
from engage_desktop.views.kit.layout import clear, column, flow, group
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import Text
from engage_desktop.views.note.services import Hand
from engage_domain.contact_codes import Alone, Presence
from engage_domain.visit import Attendee, Contact

SEEN = {
    Presence.PRESENT: "present",
    Presence.LEFT: "present",
    Presence.ABSENT: "absent",
    Presence.REFUSED: "refused",
}


class ChildRow(Card):
    """One child with the three questions."""

    def __init__(self, hand: Hand, child: Attendee, family_id: str) -> None:
        super().__init__()
        self._hand, self._family_id = hand, family_id
        self.child = child
        book = hand.words.book
        asked = self.tr("%1, seen or not").replace("%1", child.name)
        seen = (
            (Presence.PRESENT, self.tr("Seen")),
            (Presence.ABSENT, self.tr("Not seen")),
            (Presence.REFUSED, self.tr("Did not want to")),
        )
        self.seen = Segmented(asked, seen, solid=True)
        alone = self.tr("%1, seen alone").replace("%1", child.name)
        self.alone = Segmented(alone, book.options("seen_alone", [a.value for a in Alone]), solid=True)
        how = self.tr("%1, how").replace("%1", child.name)
        self.how = LineEdit(how, self.tr("How, in your words: asleep, at the table…"))
        self.keeper: Keeper | None = None
        self._alone_part = group(
            column(Text(self.tr("Alone?"), size=13, ink="muted", inset=True), self.alone, gap=0)
        )
        name = Text(self._name(child), size=17, weight=700, lines=0, inset=True)
        seen_part = group(column(Text(self.tr("Seen?"), size=13, ink="muted", inset=True), self.seen, gap=0))
        self.setLayout(
            column(
                name,
                flow(seen_part, self._alone_part, gap=14, line_gap=4),
                self.how,
                gap=4,
                pad=(18, 12, 16, 14),
            )
        )
        self.seen.chosen.connect(self._on_seen)
        self.alone.chosen.connect(self._on_alone)
        self.show_child(child)

    def show_child(self, child: Attendee) -> None:
        """Show the answers as they were kept."""
        self.child = child
        self.seen.choose(SEEN.get(Presence(child.presence), "") if child.presence else "")
        self.seen.set_wanted(not child.presence)
        self.alone.choose(child.seen_alone)
        self.alone.setEnabled(child.took_part)
        self.alone.set_wanted(child.unanswered)
        self.how.setEnabled(bool(child.participant_id))
        self._watch(child)

    def settle(self) -> None:
        """Write what is being typed."""
        if self.keeper is not None:
            self.keeper.settle()

    def _watch(self, child: Attendee) -> None:
        spot = Spot("contact_participant", child.participant_id, "seen_how", self._family_id)
        if not child.participant_id:
            return
        if self.keeper is not None and self.keeper.spot == spot:
            self.keeper.show(child.seen_how, child.seen_how)
            return
        if self.keeper is not None:
            self.keeper.stop()
        self.keeper = Keeper(self._hand.keeping, self.how, spot, child.seen_how, child.seen_how)

    def _on_seen(self, answer: str) -> None:
        self._hand.write(self._hand.services.presence, self.child.person_id, Presence(answer))

    def _on_alone(self, answer: str) -> None:
        self._hand.write(self._hand.services.alone, self.child.person_id, Alone(answer))

    def _name(self, child: Attendee) -> str:
        age = self._hand.words.short(child) if child.age is not None else ""
        return ", ".join(filter(None, (child.name, age)))


class ChildrenPicker(QWidget):
    """All children of the family."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.rows: dict[str, ChildRow] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)

    def show_contact(self, contact: Contact) -> None:
        """Show each child's answers."""
        children = {c.person_id: c for c in contact.children}
        if list(children) != list(self.rows) or not self._box.count():
            self._build(contact)
        for key, child in children.items():
            self.rows[key].show_child(child)

    def settle(self) -> None:
        """Write what is being typed."""
        for one in self.rows.values():
            one.settle()

    def _build(self, contact: Contact) -> None:
        clear(self._box)
        self.rows = {c.person_id: ChildRow(self._hand, c, contact.family_id) for c in contact.children}
        for one in self.rows.values():
            self._box.addWidget(one)
        if not self.rows:
            self._box.addWidget(
                Text(self.tr("No child of this family is written down yet."), ink="muted", lines=0)
            )
