"""Who is here: one tap each, big enough to hit without looking down for long, and under a child, seen alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.even import Even
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.inputs import Segmented
from engage_desktop.views.kit.layout import clear
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING
from engage_domain.contact_codes import Alone, Presence
from engage_domain.visit import Attendee

HIGH = 76
FACE = 42


class PersonTile(Face):
    """One person: a tap says that they are here, with the time; a second takes it back."""

    radius = RADIUS_CARD
    left_wanted = Signal()

    def __init__(self, person: Attendee, words: ContactWords) -> None:
        super().__init__(person.name)
        self.person, self._words = person, words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_person(person)

    def show_person(self, person: Attendee) -> None:
        """Show how they stand."""
        self.person = person
        self.setText(person.name)
        self.setChecked(person.here)
        told = self._words.standing(person)
        asked = "" if person.presence else self.tr("not marked")
        self.setAccessibleName(", ".join(filter(None, (person.name, told, asked))))
        self.update()

    def nextCheckState(self) -> None:
        """Wait for the store: what shows is what was kept."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the letter L say that somebody left."""
        if event.key() == Qt.Key.Key_L and self.person.participant_id and self.person.took_part:
            self.left_wanted.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a tile for a thumb."""
        return QSize(look().px(160) + 2 * RING, look().tall(HIGH) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return room for the face and a short name."""
        return QSize(look().px(132) + 2 * RING, self.sizeHint().height())

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the disc, the name and how they stand."""
        px, here, gone = look().px, self.person.here, self.person.presence == Presence.LEFT
        line = look().color("primary") if here or self.hot else look().mix("line", "edge", 0.6)
        fill = "primarysoft" if here else ("sunk" if gone else "surface")
        sketch.panel(rect, fill, line, width=2 if here else 1.2, radius=self.radius)
        side = px(FACE)
        disc = QRectF(rect.left() + px(12), rect.center().y() - side / 2, side, side)
        sketch.panel(disc, "primary" if here else "sunk", radius=FACE / 2)
        inner = disc.adjusted(px(9), px(9), -px(9), -px(9))
        sketch.icon(self._icon(), "onprimary" if here else "muted", inner)
        left = disc.right() + px(10)
        wide = rect.right() - left - px(6)
        name = QRectF(left, rect.center().y() - px(24), wide, px(26))
        sketch.words(name, self.person.name, "text", 17, 700, middle=True)
        under = QRectF(left, rect.center().y() + px(2), wide, px(20))
        sketch.words(
            under, self._words.standing(self.person), "primary" if here else "muted", 14, 500, middle=True
        )

    def _icon(self) -> str:
        if self.person.here:
            return "check"
        return "door-open" if self.person.presence == Presence.LEFT else "user"


class PersonCell(QWidget):
    """A person's tile, and under a child the question that is never answered for anybody."""

    tapped = Signal(str)
    left_wanted = Signal(str)
    answered = Signal(str, str)

    def __init__(self, person: Attendee, words: ContactWords) -> None:
        super().__init__()
        self._words = words
        self.tile = PersonTile(person, words)
        self.alone = self._question(person) if person.child else None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tile)
        if self.alone is not None:
            box.addWidget(self.alone)
            box.setAlignment(self.alone, Qt.AlignmentFlag.AlignTop)
        box.addStretch(1)
        self.tile.clicked.connect(
            lambda: self.tapped.emit(self.person.person_id or self.person.participant_id)
        )
        self.tile.left_wanted.connect(lambda: self.left_wanted.emit(self.person.participant_id))
        self.show_person(person)

    @property
    def person(self) -> Attendee:
        """Who it is."""
        return self.tile.person

    def show_person(self, person: Attendee) -> None:
        """Show how they stand."""
        self.tile.show_person(person)
        if self.alone is not None:
            self.alone.choose(person.seen_alone)
            self.alone.setEnabled(person.took_part)
            self.alone.set_wanted(person.unanswered)

    def _question(self, person: Attendee) -> Segmented:
        book = self._words.book
        name = self.tr("%1, seen alone").replace("%1", person.name)
        asked = Segmented(name, book.options("seen_alone", [a.value for a in Alone]), solid=True)
        asked.chosen.connect(lambda answer: self.answered.emit(self.person.person_id, answer))
        return asked


class SomebodyTile(Face):
    """A narrow tile with an icon: somebody else came, or somebody left."""

    radius = RADIUS_CARD

    def __init__(self, icon: str, tip: str, high: float = HIGH) -> None:
        super().__init__("", tip)
        self._icon, self._high = icon, high
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square for a thumb."""
        return QSize(look().px(60) + 2 * RING, look().tall(self._high) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the icon."""
        line = look().color("primary") if self.hot else look().mix("line", "edge", 0.6)
        sketch.panel(rect, "surface", line, width=1.2, radius=self.radius)
        side = look().px(22)
        sketch.icon(
            self._icon, "text", QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        )


class PeopleBoard(QWidget):
    """All tiles of people, in as many rows as the width asks for."""

    tapped = Signal(str)
    left_wanted = Signal(str)
    answered = Signal(str, str)

    def __init__(self, words: ContactWords) -> None:
        super().__init__()
        self._words = words
        self._cells: dict[str, PersonCell] = {}
        self._flow = Even(150, 6, gap=4, line_gap=2)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_people(self, people: tuple[Attendee, ...]) -> None:
        """Show these people; tiles of those already there stay where they are."""
        wanted = {p.person_id or p.participant_id: p for p in people}
        if list(wanted) != list(self._cells):
            self._build(wanted)
        for key, person in wanted.items():
            self._cells[key].show_person(person)

    def cell(self, key: str) -> PersonCell | None:
        """Return one person's cell."""
        return self._cells.get(key)

    def _build(self, wanted: dict[str, Attendee]) -> None:
        focused = next((key for key, cell in self._cells.items() if cell.tile.hasFocus()), "")
        clear(self._flow)
        self._cells = {key: self._made(person) for key, person in wanted.items()}
        if not self._cells:
            self._flow.addWidget(
                Text(self.tr("Nobody of this family is written down yet."), ink="muted", lines=0)
            )
        for cell in self._cells.values():
            self._flow.addWidget(cell)
        if focused in self._cells:
            self._cells[focused].tile.setFocus()
        self.updateGeometry()

    def _made(self, person: Attendee) -> PersonCell:
        cell = PersonCell(person, self._words)
        cell.tapped.connect(self.tapped)
        cell.left_wanted.connect(self.left_wanted)
        cell.answered.connect(self.answered)
        return cell
