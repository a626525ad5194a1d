"""Whoever is chosen: who they are, their ties, where they live, how to reach them. All of it keeps itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.person_form import LanguageForm, RoleForm, WhoForm, forms_of
from engage_desktop.views.family.person_homes import HomesForm
from engage_desktop.views.family.person_life import LifeForm
from engage_desktop.views.family.person_reach import ReachForm
from engage_desktop.views.family.person_ties import TiesForm
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.roots_links import RootsLinks
from engage_desktop.views.family.told import Told, face_of, tone_of
from engage_desktop.views.kit.beside import Panel
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import Scroll, clear, column, group, row
from engage_desktop.views.kit.marks import Avatar
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.text import Text, meta
from engage_domain.persons import People, PersonFile


class PersonPanel(Panel):
    """One person. `closed` asks to show nobody, `gone` says that the person was removed."""

    closed = Signal()
    gone = Signal()
    road_wanted = Signal(str, str)

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        self._ground, self._told = ground, told
        self.person_id = ""
        self._people: People | None = None
        self._forms: tuple[WhoForm | RoleForm | LanguageForm, ...] = ()
        self._ties: TiesForm | None = None
        self._life: LifeForm | None = None
        self._homes: HomesForm | None = None
        self._reach: ReachForm | None = None
        self._links: RootsLinks | None = None
        self._avatar = Avatar("user", "p6", 52)
        self._name = Text("", size=20, weight=700, lines=2)
        self._about = meta("", lines=0)
        self.back_button = Button(self.tr("All people"), "arrow-left", "quiet")
        self.close_button = IconButton("x", self.tr("Close (Esc)"))
        self.back_button.clicked.connect(self.closed)
        self.close_button.clicked.connect(self.closed)
        self._shield = Notice(self.tr("Check Safety before sharing"), tone="sand", icon="shield")
        head = row(
            self._avatar,
            (column(None, self._name, self._about, None, gap=0), 1),
            self.close_button,
            gap=12,
            pad=(8, 0, 0, 0),
        )
        self._top = group(column(head, self._shield, gap=8))
        self._body = column(gap=8)
        self._content = group(self._body)
        self._inside = column(self._content, gap=8, pad=(0, 0, 4, 0))
        self._scroll = Scroll(group(self._inside), self.tr("About this person"))
        self._frame = column(row(self.back_button, None), self._top, (self._scroll, 1), gap=8)
        self._wanted: dict[str, str] = {}
        self.setLayout(self._frame)

    def set_alone(self, alone: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Offer the way back to the list when the list does not show; then the head scrolls along."""
        self.back_button.setVisible(alone)
        self.close_button.setVisible(not alone)
        where = self._inside if alone else self._frame
        if where.indexOf(self._top) < 0:
            where.insertWidget(0 if alone else 1, self._top)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._content.setEnabled(not read_only)

    def enter(self) -> None:
        """Let the keyboard be here, where it was before if that is known."""
        wanted, self._wanted = self._wanted, {}
        if wanted:
            QTimer.singleShot(0, self, lambda: self._go(wanted))
            return
        target = self.back_button if self.back_button.isVisible() else self.close_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_people(self, people: People) -> None:
        """Know everybody of the family, for ties and households."""
        self._people = people
        self._tell_people()

    def show_file(self, file: PersonFile) -> None:
        """Show somebody; the same person keeps the place one is at."""
        card = file.card
        if card.person_id != self.person_id or self._has_other_shape(file):
            self._build(file)
        self._avatar.show_face(face_of(card.full_name), tone_of(card.person_id))
        self._name.setText(self._told.called(card))
        self._about.setText(self._told.person(card))
        self._shield.setVisible(file.has_protected)
        for form in self._forms:
            form.show_card(card, dict(file.drafts))
        if self._links is not None:
            self._links.show_card(card)
        if self._ties is not None and self._homes and self._reach and self._life:
            self._ties.show_file(file)
            self._life.show_card(card, {})
            self._homes.show_file(file)
            self._reach.show_file(file)

    def clear(self) -> None:
        """Show nobody."""
        self.person_id = ""
        self._forms = ()
        self._ties = self._homes = self._reach = self._life = self._links = None
        clear(self._body)

    def place(self) -> dict[str, str]:
        """Return how far one has read, and the field and letter one is at."""
        found = {"scroll": str(self._scroll.verticalScrollBar().value())}
        line = self.focusWidget()
        if isinstance(line, QLineEdit) and line.hasFocus():
            found |= {"field": line.accessibleName(), "cursor": str(line.cursorPosition())}
        return found

    def restore(self, place: dict[str, str]) -> None:
        """Go there, once the person is shown."""
        self._wanted = place

    def settle(self) -> None:
        """Hand on what is typed."""
        for form in self._forms:
            form.settle()
        if self._life is not None:
            self._life.settle()

    def _go(self, wanted: dict[str, str]) -> None:
        self._scroll.verticalScrollBar().setValue(_number(wanted.get("scroll", "")))
        name = wanted.get("field", "")
        line = next((e for e in self.findChildren(QLineEdit) if name and e.accessibleName() == name), None)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            line.setCursorPosition(_number(wanted.get("cursor", "")))

    def _has_other_shape(self, file: PersonFile) -> bool:
        return bool(file.card.member_id) != (len(self._forms) == 3)

    def _build(self, file: PersonFile) -> None:
        self.settle()
        self.clear()
        ground, card = self._ground, file.card
        self.person_id = card.person_id
        self._forms = forms_of(ground, file)
        self._ties, self._homes = TiesForm(ground, self._told, card), HomesForm(ground, card)
        self._reach = ReachForm(ground, card)
        self._links = RootsLinks()
        self._links.wanted.connect(self.road_wanted)
        self._body.addWidget(self._links)
        who, *rest = self._forms
        self._life = LifeForm(ground, card)
        for form in (who, *rest[:-1], self._life, self._ties, self._homes, self._reach, *rest[-1:]):
            self._body.addWidget(form)
        removal = Removal(self, ground, self.gone.emit)
        remove = Button(self.tr("Remove from this family…"), "user-x", "quiet", tone="bad")
        title = self.tr("Remove this person from the family?")
        remove.clicked.connect(lambda: removal.ask("person", card.person_id, title, card.full_name))
        self._body.addWidget(group(row(remove, None)))
        self._body.addStretch(1)
        self._tell_people()

    def _tell_people(self) -> None:
        if self._people is None or self._ties is None or self._homes is None or self._life is None:
            return
        self._life.show_people(self._people.everybody)
        self._ties.show_people(self._people.everybody)
        self._homes.show_households(self._people.households)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
