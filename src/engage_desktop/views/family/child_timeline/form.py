"""One moment being written, or shown where it is written elsewhere; and the people along the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.child_timeline.words import MomentWords
from engage_desktop.views.family.fields import FieldKeeper, Spot
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.kept_text import KeptText
from engage_desktop.views.family.person_form import Form
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.told import face_of, tone_of
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit
from engage_desktop.views.kit.layout import Flow, clear, column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card
from engage_desktop.views.kit.text import Text, card_title, meta
from engage_domain.child_timeline import ENTRY, AlongTheWay, Moment
from engage_domain.kin_search import is_unknown


class MomentForm(Form):
    """An entry of the timeline. Every field keeps itself; `closed` says that the writing is over."""

    closed = Signal()

    def __init__(
        self, ground: Ground, words: MomentWords, moment: Moment, everybody: tuple[tuple[str, str], ...]
    ) -> None:
        super().__init__(ground, self.tr("What it was"))
        self.row_id, self._words, self._moment = moment.row_id, words, moment
        self._edit = edit = partial(ground.services.roots.edit_moment, moment.row_id)
        spot = partial(Spot, ENTRY, moment.row_id)
        self.kind = ChoiceButton(self.tr("Kind"), ground.words.options("timeline_kind"), moment.kind)
        self.kind.chosen.connect(lambda key: self.write(partial(edit, {"kind": key})))
        self._fields["kind"] = Field(self.tr("Kind"), self.kind)
        self.what = self.line(
            spot("what"), self.tr("What"), edit, self.tr("Lincoln Elementary, Grandma’s home")
        )
        self.place = self.line(spot("place"), self.tr("Where"), edit)
        self.start = self._rough(
            "from_on", self.tr("From"), self.tr("3/14/2020, March 2020, summer 2021, 2019")
        )
        self.end = self._rough("to_on", self.tr("Until"), self.tr("Empty while it goes on"))
        self.whom = self.line(
            spot("with_whom"), self.tr("Who else was there"), edit, self.tr("Names, parted by commas")
        )
        self.words = KeptText(
            ground, (ENTRY, moment.row_id, "words"), self.tr("In the child’s words"), lines=2
        )
        self._faces: dict[str, Toggle] = {}
        self.lay("kind", "what", ("from_on", "to_on"), "place")
        if everybody:
            self.put(Field(self.tr("Who of the family was there"), self._people(everybody)))
        self.lay("with_whom")
        self.put(self.words)
        self._removal = Removal(self, ground, self.closed.emit)
        remove = Button(self.tr("Remove…"), "trash-2", "quiet", tone="bad")
        self.done_button = Button(self.tr("Done"), "check", "soft")
        remove.clicked.connect(self._on_remove)
        self.done_button.clicked.connect(self._on_done)
        self.put(flow(remove, self.done_button, gap=4))
        self.show_moment(moment)

    def show_moment(self, moment: Moment) -> None:
        """Show what is stored."""
        self._moment = moment
        drafts = dict(moment.drafts)
        self.kind.choose(moment.kind)
        self.what.show(moment.what, drafts.get("what"))
        self.place.show(moment.place, drafts.get("place"))
        self.whom.show(moment.with_whom, drafts.get("with_whom"))
        self.words.show_text(moment.words, drafts.get("words"))
        for keeper, day in ((self.start, moment.from_on), (self.end, moment.to_on)):
            keeper.show(self._words.day(day, roughly=moment.roughly) if day else "")
        for person_id, face in self._faces.items():
            face.setChecked(person_id in moment.with_ids)

    def enter(self) -> None:
        """Let the keyboard be where the writing begins."""
        self._fields["what"].setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Hand on what is typed."""
        super().settle()
        self.words.settle()

    def _rough(self, column_: str, label: str, hint: str) -> FieldKeeper:
        edit = LineEdit(label)
        field = Field(label, edit, hint)
        keeper = FieldKeeper(
            self.ground, field, edit, None, lambda text: partial(self._edit, {column_: text})
        )
        self.lines.append(keeper)
        self._fields[column_] = field
        return keeper

    def _people(self, everybody: tuple[tuple[str, str], ...]) -> QWidget:
        faces = Flow(gap=2, line_gap=2)
        for person_id, name in everybody:
            face = Toggle(name, high=44, size=14)
            face.clicked.connect(self._on_person)
            self._faces[person_id] = face
            faces.addWidget(face)
        return group(faces)

    def _on_person(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        chosen = tuple(person_id for person_id, face in self._faces.items() if face.isChecked())
        self.write(partial(self._edit, {"with_ids": chosen}))

    def _on_done(self) -> None:
        self.settle()
        self.closed.emit()

    def _on_remove(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        title = self.tr("Remove this from the timeline?")
        self._removal.ask(ENTRY, self.row_id, title, self._words.title(self._moment))


class MomentCard(Card):
    """A moment that is written elsewhere. `open_wanted` asks to go there."""

    open_wanted = Signal()
    closed = Signal()

    def __init__(self, words: MomentWords, moment: Moment) -> None:
        self.open_button = Button("", "arrow-right", "soft")
        self.close_button = Button("", "x", "quiet")
        said = [Text(words.title(moment), weight=600, lines=0), meta(words.span(moment), lines=0)]
        about = words.about(moment)
        if about:
            said.append(Text(about, lines=0))
        said.append(Text(words.source(moment), size=14, ink="muted", lines=0))
        verbs = flow(self.open_button, self.close_button, gap=4)
        super().__init__(column(*said, verbs, gap=6, pad=(20, 16, 16, 12)))
        self.open_button.say(self.tr("Open it there"))
        self.close_button.say(self.tr("Close"))
        self.open_button.clicked.connect(self.open_wanted)
        self.close_button.clicked.connect(self.closed)


class PeopleAlong(Card):
    """Everybody named in a life. Whoever is only a name can be written down as kin, or looked for."""

    open_wanted = Signal(str)
    search_wanted = Signal(str)
    add_wanted = Signal(str, bool)

    def __init__(self, words: MomentWords) -> None:
        self._words = words
        self._people: tuple[AlongTheWay, ...] = ()
        self._read_only = False
        self._lines = column(gap=8)
        self._none = Text("", ink="muted", lines=0)
        self._title = card_title("")
        super().__init__(column(self._title, self._none, self._lines, gap=8, pad=(20, 16, 14, 14)))
        self._title.setText(self.tr("People along the way"))
        self._none.setText(
            self.tr("Nobody is named yet. Write with whom the child lived, and who mattered at school.")
        )

    def show_people(self, people: tuple[AlongTheWay, ...]) -> None:
        """Show them in the order in which they came, those only named first."""
        self._people = people
        clear(self._lines)
        self._none.setVisible(not people)
        for one in sorted(people, key=lambda one: bool(one.person_id)):
            self._lines.addWidget(self._met(one))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Lead to everybody, and write nobody down."""
        self._read_only = read_only
        self.show_people(self._people)

    def _met(self, one: AlongTheWay) -> QWidget:
        name, told = one.name, self._words.met(one)
        tone = tone_of(one.person_id) if one.person_id else "sand"
        said = [Text(name, weight=600, lines=0)]
        if told:
            said.append(meta(told, lines=0))
        verbs: list[Button] = []
        if one.person_id:
            verbs.append(self._verb(self.tr("Open"), self.tr("Open {name}"), name, ""))
            verbs[-1].clicked.connect(lambda: self.open_wanted.emit(one.person_id))
            if is_unknown(one.whereabouts):
                verbs.append(self._verb(self.tr("Search"), self.tr("Search for {name}"), name, "search"))
                verbs[-1].clicked.connect(lambda: self.search_wanted.emit(one.person_id))
        elif not self._read_only:
            verbs.append(self._verb(self.tr("Add as kin"), self.tr("Add {name} as kin"), name, "user-plus"))
            verbs[-1].clicked.connect(lambda: self.add_wanted.emit(name, False))
            verbs.append(self._verb(self.tr("Look for them"), self.tr("Look for {name}"), name, "search"))
            verbs[-1].clicked.connect(lambda: self.add_wanted.emit(name, True))
        avatar = Avatar(face_of(name), tone, 36)
        return group(column(row(avatar, (column(*said, gap=0), 1), gap=10), flow(*verbs, gap=2), gap=0))

    @staticmethod
    def _verb(label: str, spoken: str, name: str, icon: str) -> Button:
        button = Button(label, icon, "quiet")
        button.setAccessibleName(spoken.format(name=name))
        return button
