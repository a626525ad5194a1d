"""The people whose words these are: their names, faces and colours, and choosing among them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import Told, tone_of
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.layout import Flow, column, group
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.text import meta
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.tokens import RING, TARGET
from engage_domain.persons import PersonCard


class Folk(QObject):
    """Knows everybody of the family."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self.told = Told(ground, self)
        self._words = ground.words
        self.cards: tuple[PersonCard, ...] = ()
        self._names: dict[str, str] = {}

    def know(self, cards: tuple[PersonCard, ...]) -> None:
        """Know these people from now on."""
        self.cards = cards
        self._names = {card.person_id: card.short_name for card in cards}
        self.told.know(cards)

    def name(self, person_id: str, otherwise: str = "") -> str:
        """Return the name people say."""
        return self._names.get(person_id) or otherwise or self.tr("Somebody")

    def names(self, ids: Iterable[str]) -> str:
        """Return several names as people say them, in the family's order."""
        return self._words.listed([self.name(one) for one in self.sorted(ids)])

    def face(self, person_id: str) -> str:
        """Return somebody's initials."""
        return self.told.face(person_id, self.name(person_id))

    def sorted(self, ids: Iterable[str]) -> list[str]:
        """Return people in the family's order; those no longer known come last."""
        place = {card.person_id: at for at, card in enumerate(self.cards)}
        return sorted(ids, key=lambda one: (place.get(one, len(place)), one))

    def role(self, person_id: str) -> str:
        """Return what somebody is to the family."""
        return next((card.role for card in self.cards if card.person_id == person_id), "")

    def children_of(self) -> tuple[PersonCard, ...]:
        """Return the children of the family."""
        return tuple(card for card in self.cards if card.is_child and card.deceased_on is None)


class FaceToggle(Face):
    """Somebody to choose, by initials and colour; a tick in the corner says chosen."""

    def __init__(self, face: str, tone: str, name: str) -> None:
        super().__init__("", name)
        self.setAccessibleName(name)
        self._face, self._tone = face, tone
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that a finger finds."""
        side = max(TARGET, look().tall(TARGET)) + 2 * RING
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the initials, and the tick when chosen."""
        chosen = self.isChecked()
        edge = look().color(self._tone) if chosen or self.hot else look().mix("line", "edge", 0.4)
        sketch.panel(rect, f"{self._tone}soft" if chosen else "surface", edge, width=2 if chosen else 1)
        inner = rect.adjusted(5, 5, -5, -5)
        if len(self._face) > 2 and self._face.islower():
            sketch.icon(self._face, self._tone, inner.adjusted(6, 6, -6, -6))
        else:
            size = min(14, rect.width() * 0.32 / look().scale)
            sketch.words(inner, self._face, self._tone, size, 700, align=CENTER, middle=True)
        if chosen:
            side = look().px(16)
            spot = QRectF(rect.right() - side + 2, rect.top() - 2, side, side)
            sketch.panel(spot, self._tone, radius=8)
            sketch.icon("check", f"{self._tone}soft", spot.adjusted(2, 2, -2, -2))


class WhoPicker(QWidget):
    """Several people to choose, with who is chosen in words below. `chosen` carries their ids."""

    chosen = Signal(object)

    def __init__(self, folk: Folk, name: str, *, worker: str = "") -> None:
        super().__init__()
        self._folk, self._worker_words = folk, worker
        self.setAccessibleName(name)
        self._name = name
        self._faces: dict[str, FaceToggle] = {}
        self.worker = FaceToggle("briefcase", "sand", f"{name}: {worker}") if worker else None
        self._flow = Flow(0, 0)
        self._said = meta("", lines=0)
        self.setLayout(column(group(self._flow), self._said, gap=0))
        self._fill()

    def here(self) -> tuple[str, ...]:
        """Return who is chosen."""
        return tuple(key for key, face in self._faces.items() if face.isChecked())

    def choose(self, ids: Iterable[str], *, worker: bool = False) -> None:
        """Take these, without telling anybody."""
        wanted = set(ids)
        for key in wanted - set(self._faces):
            self._add(key)
        for key, face in self._faces.items():
            face.setChecked(key in wanted)
        if self.worker is not None:
            self.worker.setChecked(worker)
        self._say()

    def is_worker(self) -> bool:
        """Say whether the worker is the one who says it."""
        return self.worker is not None and self.worker.isChecked()

    def _fill(self) -> None:
        for card in self._folk.cards:
            if card.to_on is None and card.deceased_on is None:
                self._add(card.person_id)
        if self.worker is not None:
            self._flow.addWidget(self.worker)
            self.worker.clicked.connect(self._on_worker)
        self._say()

    def _add(self, person_id: str) -> None:
        face = FaceToggle(
            self._folk.face(person_id), tone_of(person_id), f"{self._name}: {self._folk.name(person_id)}"
        )
        face.setToolTip(plain_tip(self._folk.name(person_id)))
        face.clicked.connect(self._on_face)
        self._faces[person_id] = face
        self._flow.addWidget(face)

    def _on_face(self) -> None:
        if self.worker is not None and self.here():
            self.worker.setChecked(False)
        self._tell()

    def _on_worker(self) -> None:
        if self.is_worker():
            for face in self._faces.values():
                face.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.chosen.emit(self.here())

    def _say(self) -> None:
        words = self._worker_words if self.is_worker() else self._folk.names(self.here())
        self._said.setText(words or self.tr("Nobody chosen yet"))
