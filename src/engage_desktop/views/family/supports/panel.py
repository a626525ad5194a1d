"""One support, to read and to write: every field keeps itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal

from engage_desktop.services.supports import Given
from engage_desktop.views.family.fields import Spot
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.person_form import Form
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.supports.told import SupportTold, icon_of
from engage_desktop.views.kit import keeping
from engage_desktop.views.kit.beside import Panel
from engage_desktop.views.kit.face import Button, IconButton, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Field, Leaving, Options, TextArea
from engage_desktop.views.kit.layout import Flow, Scroll, clear, column, group, row
from engage_desktop.views.kit.marks import IconPlate
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.words import capital
from engage_domain.supports import Somebody, Support, Supports

OWN, SERVICE = "own", "service"
FAMILY = "family"


class SupportForm(Form):
    """What it is, how it is with it, and whose words these are."""

    def __init__(self, ground: Ground, told: SupportTold, support: Support, supports: Supports) -> None:
        super().__init__(ground, self.tr("What it is"))
        self._id, self._supports, self._told = support.support_id, supports, told
        self._edit = edit = partial(ground.services.supports.edit, support.support_id)
        self._name = self.line(Spot("support", self._id, "name"), self.tr("What they call it"), edit)
        self._kind = self.choice("support_kind", "kind", self.tr("What it is to them"), edit)
        self._formal = self._one_of(
            "formal",
            self.tr("Own people, or a service"),
            ((OWN, capital(told.own())), (SERVICE, capital(told.service()))),
        )
        self._strength = self.choice("support_strength", "strength", self.tr("How strong the tie is"), edit)
        self._flow = self.choice("support_flow", "flow", self.tr("What flows"), edit)
        circles = tuple((str(number) if number else "", words) for number, words in told.circles())
        self._circle = self._one_of("circle", self.tr("How close"), circles)
        maps = ((FAMILY, told.family()), *((p.person_id, p.name) for p in supports.people if p.is_child))
        self._about = self._one_of("about_id", self.tr("On whose map"), maps)
        self._stress = Toggle(self.tr("Brings stress"), "cloud-rain", high=44, radius=12)
        self._stress.clicked.connect(self._on_stress)
        self._from = self.day("from_on", self.tr("Since"), edit)
        self._to = self.day("to_on", self.tr("Until"), edit)
        self._people = Flow(gap=4, line_gap=4)
        self._said: dict[str, Toggle] = {}
        self.lay("name", "kind", "formal", "circle", ("strength", "flow"))
        self.put(group(row(self._stress, None)))
        self.put(Field(self.tr("Who said so"), group(self._people)))
        self._note = self._make_note(support)
        self.lay("from_on", "to_on", "about_id")

    def show_support(self, support: Support, supports: Supports) -> None:
        """Show what is stored, unless somebody is writing there."""
        self._supports = supports
        typing = partial(supports.draft, support.support_id)
        self._name.show(support.name, typing("name"))
        self._kind.choose(support.kind)
        self._formal.choose(SERVICE if support.is_formal else OWN)
        self._strength.choose(support.strength)
        self._flow.choose(support.flow)
        self._circle.choose(str(support.circle or ""))
        self._about.choose(support.about_id or FAMILY)
        self._stress.setChecked(bool(support.stressful))
        self._from.show(support.from_on)
        self._to.show(support.to_on)
        note = typing("note")
        self._note.show(support.note if note is None else note, support.note)
        self._show_people(support)

    def settle(self) -> None:
        """Hand on what is typed."""
        super().settle()
        self._note.settle()

    def _one_of(self, name: str, label: str, options: Options) -> ChoiceButton:
        button = ChoiceButton(label, options)
        button.chosen.connect(partial(self._on_chosen, name))
        self._fields[name] = Field(label, button)
        return button

    def _make_note(self, support: Support) -> keeping.Keeper:
        area = TextArea(self.tr("More about it, in their words"), least_lines=2, grows=True, size=16)
        self.put(Field(self.tr("More about it, in their words"), area))
        services = self.ground.services
        kept = keeping.Keeping(
            self.ground.lanes, services.keep_draft, services.supports.settle, self.ground.bus.publish
        )
        spot = keeping.Spot("support", support.support_id, "note", self.ground.family_id)
        keeper = keeping.Keeper(kept, area, spot, support.note, support.note)
        Leaving(area).left.connect(keeper.settle)
        keeper.failed.connect(self._on_failed)
        return keeper

    def _on_chosen(self, name: str, key: str) -> None:
        values: dict[str, Given] = {name: key}
        if name == "formal":
            values = {name: key == SERVICE}
        elif name == "circle":
            values = {name: int(key) if key else None}
        elif key == FAMILY:
            values = {name: ""}
        self.write(partial(self._edit, values))

    def _on_stress(self) -> None:
        self.write(partial(self._edit, {"stressful": self._stress.isChecked()}))

    def _show_people(self, support: Support) -> None:
        people = {person.person_id: person for person in self._supports.people}
        if list(people) != list(self._said):
            clear(self._people)
            self._said = {person_id: self._face_of(person) for person_id, person in people.items()}
        for person_id, face in self._said.items():
            face.say(people[person_id].name)
            face.setAccessibleName(self.tr("{name} said so").format(name=people[person_id].full_name))
            face.setChecked(person_id in support.said_by)

    def _face_of(self, person: Somebody) -> Toggle:
        face = Toggle(person.name, high=44, radius=12)
        face.clicked.connect(self._on_said)
        self._people.addWidget(face)
        return face

    def _on_said(self) -> None:
        chosen = tuple(person_id for person_id, face in self._said.items() if face.isChecked())
        self.write(partial(self._edit, {"said_by": chosen}))


class SupportPanel(Panel):
    """One support beside the drawing, or in its place. `closed` asks to show none.

    `person_wanted` carries who of the family this support is.
    """

    closed = Signal()
    person_wanted = Signal(str)

    def __init__(self, ground: Ground, told: SupportTold) -> None:
        super().__init__()
        self._ground, self._told = ground, told
        self.support_id = ""
        self._form: SupportForm | None = None
        self._plate = IconPlate("heart-handshake", "sand", 48)
        self._name = Text("", size=20, weight=700, lines=0)
        self._meta = meta("", lines=0)
        self.back_button = Button(self.tr("All supports"), "arrow-left", "quiet")
        self.close_button = IconButton("x", self.tr("Close (Esc)"))
        self.back_button.clicked.connect(self.closed)
        self.close_button.clicked.connect(self.closed)
        words = column(None, self._name, self._meta, None, gap=0)
        self._top = group(row(self._plate, (words, 1), self.close_button, gap=12, pad=(8, 0, 0, 0)))
        self._body = column(gap=8)
        self._content = group(self._body)
        self._inside = column(self._content, gap=8, pad=(0, 0, 4, 0))
        self._scroll = Scroll(group(self._inside), self.tr("About this support"))
        self._frame = column(row(self.back_button, None), self._top, (self._scroll, 1), gap=8)
        self.setLayout(self._frame)

    def set_alone(self, alone: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Offer the way back when the drawing does not show; then the head scrolls along."""
        self.back_button.setVisible(alone)
        self.close_button.setVisible(not alone)
        where = self._inside if alone else self._frame
        if where.indexOf(self._top) < 0:
            where.insertWidget(0 if alone else 1, self._top)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._content.setEnabled(not read_only)

    def enter(self) -> None:
        """Let the keyboard be here."""
        target = self.back_button if self.back_button.isVisible() else self.close_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_support(self, support: Support, supports: Supports) -> None:
        """Show one; the same one keeps the place one is at."""
        if support.support_id != self.support_id or self._form is None:
            self._build(support, supports)
        self._plate.show_icon(icon_of(support))
        self._name.setText(support.name)
        self._meta.setText(self._told.meta(support))
        if self._form is not None:
            self._form.show_support(support, supports)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._form is not None:
            self._form.settle()

    def clear(self) -> None:
        """Show none."""
        self.support_id, self._form = "", None
        clear(self._body)

    def _build(self, support: Support, supports: Supports) -> None:
        self.settle()
        self.clear()
        self.support_id = support.support_id
        self._form = SupportForm(self._ground, self._told, support, supports)
        self._body.addWidget(self._form)
        removal = Removal(self, self._ground, self.closed.emit)
        remove = Button(self.tr("Remove this support…"), "trash-2", "quiet", tone="bad")
        title = self.tr("Remove this support?")
        remove.clicked.connect(lambda: removal.ask("support", support.support_id, title, self._name.text()))
        if support.person_id:
            person = Button(self.tr("Open in People"), "user", "quiet")
            person.clicked.connect(partial(self.person_wanted.emit, support.person_id))
            self._body.addWidget(group(row(person, None)))
        self._body.addWidget(group(row(remove, None)))
        self._body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)
