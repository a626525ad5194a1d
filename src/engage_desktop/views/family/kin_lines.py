"""Small panels of people: who is who, both parents near or far, and each child's month."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import Told, face_of, tone_of
from engage_desktop.views.kit.face import Button, Face
from engage_desktop.views.kit.layout import Flow, clear, column, group, row
from engage_desktop.views.kit.marks import Avatar, Card, MonthTile, Rule
from engage_desktop.views.kit.paint import Sketch, TileShape, text_width
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_BUTTON, RING
from engage_domain.families import ChildOnCard
from engage_domain.month import Tile
from engage_domain.persons import PersonCard
from engage_domain.workspace import ParentLine

SHAPES = {
    Tile.SEEN: TileShape.SEEN,
    Tile.AWAY: TileShape.AWAY,
    Tile.DUE: TileShape.DUE,
    Tile.MISSED: TileShape.MISSED,
}


class PersonFace(Face):
    """Somebody of the family: initials, name, role and age. Pressing it opens the person."""

    radius = RADIUS_BUTTON

    def __init__(self, card: PersonCard, about: str) -> None:
        super().__init__(card.short_name, "")
        self.person_id = card.person_id
        self._card, self._about = card, about
        self.setAccessibleName(f"{card.full_name}, {about}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the sign and the longer line."""
        words = max(text_width(self._card.short_name, 15, 600), text_width(self._about, 13, 500))
        wide = look().px(12 + 36 + 10 + 16) + round(words) + 2 * RING
        return QSize(wide, max(look().px(56), look().tall(56)) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nobody's name is cut."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the sign, the name and what the person is to the family."""
        px = look().px
        fill = look().mix("surface", "muted_soft", 0.6) if self.hot else None
        sketch.panel(rect, fill or "surface", "line", radius=RADIUS_BUTTON)
        side = px(36)
        spot = QRectF(rect.left() + px(12), rect.center().y() - side / 2, side, side)
        sketch.avatar(spot, face_of(self._card.full_name), tone_of(self.person_id))
        left = spot.right() + px(10)
        half = px(20)
        top = rect.center().y() - half
        sketch.words(
            QRectF(left, top, rect.right() - left, half),
            self._card.short_name,
            size=15,
            weight=600,
            middle=True,
        )
        below = QRectF(left, top + half, rect.right() - left, half)
        sketch.words(below, self._about, "muted", 13, 500, middle=True)


class WhoPanel(QWidget):
    """Who is who. `opened` carries a person."""

    opened = Signal(str)

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told
        self._flow = Flow(gap=4, line_gap=4)
        self.all_button = Button(self.tr("All people"), kind="quiet", after="chevron-right")
        head = row((panel_title(self.tr("Who is who")), 1), self.all_button, gap=8, pad=(4, 0, 0, 0))
        self.setLayout(column(head, group(self._flow), gap=6))
        self.all_button.clicked.connect(lambda: self.opened.emit(""))

    def show_people(self, cards: tuple[PersonCard, ...]) -> None:
        """Show those who belong to the family today."""
        clear(self._flow)
        for card in cards:
            if card.to_on is not None:
                continue
            face = PersonFace(card, self._told.person(card))
            face.clicked.connect(partial(self._on_face, card.person_id))
            self._flow.addWidget(face)

    def _on_face(self, person_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.opened.emit(person_id)


class ChildrenPanel(QWidget):
    """Each child's month, by shape and in words."""

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        self._ground, self._told = ground, told
        self._title = panel_title("")
        self._lines = column(gap=8)
        self._card = Card(column(self._title, self._lines, gap=10, pad=(20, 16, 16, 16)))
        self.setLayout(column(self._card, gap=0))

    def show_children(self, children: tuple[ChildOnCard, ...]) -> None:
        """Show the tiles."""
        month = self._ground.words.month(self._ground.today())
        self._title.setText(self.tr("The children in {month}").format(month=month))
        clear(self._lines)
        for child in children:
            self._lines.addWidget(self._line(child))
        self.setVisible(bool(children))

    def _line(self, child: ChildOnCard) -> QWidget:
        how = self._how(child)
        name = ", ".join(part for part in (child.name, self._told.age_of(child.person_id)) if part)
        tile = MonthTile(SHAPES[child.month.tile], f"{child.name}: {how}", 36)
        ink = "warn" if child.month.tile is Tile.DUE else "muted"
        words = column(Text(name, weight=600), meta(how, lines=0, ink=ink), gap=0)
        return group(row(tile, (words, 1), gap=12))

    def _how(self, child: ChildOnCard) -> str:
        words, month = self._ground.words, child.month
        parts = [words.word("month_tile", month.tile.value)]
        if month.tile is Tile.MISSED:
            parts = [self.tr("missed"), words.word("missed_reason", month.reason), month.reason_note]
        elif month.tile is Tile.AWAY:
            parts = [month.location_note or words.word("contact_location", month.location) or parts[0]]
        if month.on is not None:
            parts.append(self._told.day(month.on))
        return " · ".join(part for part in parts if part)


class ParentsPanel(QWidget):
    """Both parents, even when one is far. `arrange_wanted` carries the parent to meet."""

    arrange_wanted = Signal(str)
    opened = Signal(str)

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told
        self._lines = column(gap=8)
        self._none = Text(
            self.tr("No parent is written down yet. Both belong here, also one who is far."),
            ink="muted",
            lines=0,
        )
        self.add_button = Button(self.tr("Add a parent"), "user-plus", "quiet")
        self.add_button.clicked.connect(lambda: self.opened.emit(""))
        title = panel_title(self.tr("Both parents"))
        self.setLayout(
            column(
                Card(column(title, self._none, self.add_button, self._lines, gap=10, pad=(20, 16, 12, 14))),
                gap=0,
            )
        )

    def show_parents(self, parents: tuple[ParentLine, ...]) -> None:
        """Show every parent."""
        clear(self._lines)
        self._none.setVisible(not parents)
        self.add_button.setVisible(len(parents) < 2)
        for number, parent in enumerate(parents):
            if number:
                self._lines.addWidget(Rule())
            self._lines.addWidget(self._line(parent))

    def _line(self, parent: ParentLine) -> QWidget:
        told = self._told
        far = parent.last_contact is None and not parent.not_applicable
        pieces: list[QWidget] = [
            Text(f"{parent.name} · {told.role(parent.role)}", weight=600, lines=0),
            Text(told.parent_now(parent), size=14, weight=500, ink="info" if far else "text", lines=0),
        ]
        pieces.extend(
            meta(words, lines=0) for words in (told.parent_more(parent), told.parent_next(parent)) if words
        )
        verbs: list[QWidget] = []
        if parent.next_on is None and not parent.not_applicable and not parent.rests:
            arrange = Button(self.tr("Arrange"), kind="quiet")
            arrange.setAccessibleName(self.tr("Arrange something with {name}").format(name=parent.name))
            arrange.clicked.connect(partial(self._on_arrange, parent.person_id))
            verbs.append(arrange)
        avatar = Avatar(told.face(parent.person_id, parent.name), tone_of(parent.person_id), 38)
        return group(row(avatar, (column(*pieces, gap=1), 1), *verbs, gap=12))

    def _on_arrange(self, person_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.arrange_wanted.emit(person_id)
