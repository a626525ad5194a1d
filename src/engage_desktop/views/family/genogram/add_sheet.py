"""Adding somebody in the drawing: what they are to whom, who they are; all ties are written with them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from engage_desktop.services.genogram import Drawn, NewKin
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.pair import Pair
from engage_desktop.views.family.told import read_day
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Check, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit
from engage_desktop.views.kit.layout import Flow, clear, group
from engage_domain.genogram.adding import (
    EVEN_TYPES,
    LOOSE_TYPES,
    Joining,
    Place,
    other_parents,
    parents_of,
    role_for,
    siblings_of,
)
from engage_domain.genogram.kinship import Tie
from engage_domain.genogram.model import Kind

NOBODY = "-"
PARENT_ORDER = (
    "birth", "adoptive", "step", "foster", "guardian", "putative", "acknowledged", "adjudicated",
)  # fmt: skip
PARTNER_ORDER = ("married", "partners", "separated", "divorced")
BEFORE_BIRTH = frozenset({Place.CHILD, Place.SIBLING, Place.TWIN})


class AddKinSheet(Sheet):
    """Asks who is added. `anchor` is whom they are added to; the most likely answers stand there already."""

    def __init__(
        self, owner: QWidget, ground: Ground, drawn: Drawn, names: Mapping[str, str], anchor: str = ""
    ) -> None:
        super().__init__(owner.window(), width=700)
        self._ground, self._drawn, self._names = ground, drawn, dict(names)
        self._roles = drawn.chart.roles
        self._role_was_chosen = False
        self.set_question(self.tr("Who belongs to the family?"))
        self._make(anchor)
        self._lay()
        self.add_answer(self.tr("Not now"))
        self._yes = self.add_answer(self.tr("Add"), "user-plus", main=True)
        self._connect()
        self._on_place()
        self.first.setFocus()

    @property
    def _ties(self) -> tuple[Tie, ...]:
        return self._drawn.chart.family.ties

    def person(self) -> NewKin:
        """Return who is to be added."""
        kind = self._kind()
        is_person = kind is Kind.PERSON
        return NewKin(
            family_id=self._ground.family_id,
            first_name=self.first.text(),
            last_name=self.last.text(),
            sex=self.sex.here(),
            kind=kind,
            birth=self.born.value(),
            is_deceased=is_person and self.died.isChecked(),
            role=self.role.here() if is_person else "",
            joining=self._joining(),
            is_identical=self._place() is Place.TWIN and self.identical.isChecked(),
        )

    def _make(self, anchor: str) -> None:
        words, choose = self._ground.words, self.tr("Choose")
        people = tuple(self._names.items())
        self.anchor = ChoiceButton(self.tr("Of whom"), people, anchor, empty=choose)
        self.place = ChoiceButton(self.tr("They are the"), self._places(), self._likely(anchor), empty=choose)
        self.kind = ChoiceButton(self.tr("Born or not"), words.options("person_kind"), Kind.PERSON.value)
        self.first, self.last = LineEdit(self.tr("First name")), LineEdit(self.tr("Family name"))
        self.sex = ChoiceButton(self.tr("Sex"), words.options("sex"), empty=self.tr("Not said"))
        today = self._ground.today
        self.born = DateField(self.tr("Day of birth"), read_day, lambda day: words.day(day, today()), today)
        self.way = ChoiceButton(self.tr("In which way"), (("", choose),), empty=choose)
        self.other_parent = ChoiceButton(self.tr("The other parent"), (), empty=choose)
        self._also = Flow(gap=4, line_gap=4)
        self.identical = Check(self.tr("Identical twins"))
        self.died = Check(self.tr("Has died"))
        self.role = ChoiceButton(
            self.tr("To the family"), words.options("member_role"), empty=self.tr("Choose")
        )

    def _lay(self) -> None:
        self._way_field = Field(self.tr("In which way"), self.way)
        self._other_field = Field(self.tr("The other parent"), self.other_parent)
        self._also_field = Field(self.tr("Also the parent of"), group(self._also))
        self._kind_field = Field(self.tr("Born or not"), self.kind)
        self._born_field = Field(self.tr("Day of birth"), self.born)
        self._role_field = Field(self.tr("What they are to the family"), self.role)
        tied = Pair(Field(self.tr("They are the"), self.place), Field(self.tr("Of whom"), self.anchor))
        for piece in (
            tied,
            Pair(self._way_field, self._other_field),
            self._also_field,
            Pair(Field(self.tr("First name"), self.first), Field(self.tr("Family name"), self.last)),
            Pair(Field(self.tr("Sex"), self.sex), self._kind_field),
            self._born_field,
            self.identical,
            self.died,
            self._role_field,
        ):
            self.add(piece)
        tied.setVisible(bool(self._names))

    def _connect(self) -> None:
        self.place.chosen.connect(self._on_place)
        self.anchor.chosen.connect(self._on_place)
        self.kind.chosen.connect(self._judge)
        self.way.chosen.connect(self._judge)
        self.sex.chosen.connect(self._judge)
        self.role.chosen.connect(self._on_role)
        self.born.changed.connect(self._judge)
        self.first.textChanged.connect(self._judge)
        self.last.textChanged.connect(self._judge)

    def _places(self) -> tuple[tuple[str, str], ...]:
        return (
            (Place.CHILD.value, self.tr("child")),
            (Place.PARENT.value, self.tr("parent")),
            (Place.PARTNER.value, self.tr("partner")),
            (Place.SIBLING.value, self.tr("brother or sister")),
            (Place.TWIN.value, self.tr("twin")),
            (Place.OTHER.value, self.tr("other tie")),
            (NOBODY, self.tr("not tied to anybody yet")),
        )

    def _likely(self, anchor: str) -> str:
        if not anchor:
            return NOBODY
        if self._roles.get(anchor) == "child":
            return (Place.PARENT if len(parents_of(anchor, self._ties)) < 2 else Place.SIBLING).value
        return Place.CHILD.value

    def _place(self) -> Place | None:
        here = self.place.here()
        return Place(here) if here and here != NOBODY and self.anchor.here() else None

    def _kind(self) -> Kind:
        return Kind(self.kind.here()) if self._place() in BEFORE_BIRTH else Kind.PERSON

    def _joining(self) -> Joining | None:
        place = self._place()
        if place is None:
            return None
        code, _, turned = self.way.here().partition("/")
        other = self.other_parent.here()
        return Joining(
            self.anchor.here(),
            place,
            code,
            other_parent="" if other == NOBODY or place is not Place.CHILD else other,
            also=self._chosen_also() if place is Place.PARENT else (),
            is_elder=turned != "younger",
        )

    def _on_role(self, _role: str) -> None:
        self._role_was_chosen = True

    def _on_place(self, _key: str = "") -> None:
        """Ask what belongs to this way of joining."""
        place, anchor = self._place(), self.anchor.here()
        self.anchor.setEnabled(self.place.here() != NOBODY)
        self._way_field.setVisible(place in {Place.CHILD, Place.PARENT, Place.PARTNER, Place.OTHER})
        self._other_field.setVisible(place is Place.CHILD)
        self._kind_field.setVisible(place in BEFORE_BIRTH)
        self.identical.setVisible(place is Place.TWIN)
        ways = self._ways(place)
        self.way.set_options(ways, ways[0][0] if ways else "")
        self._offer_parents(anchor)
        self._offer_also(anchor if place is Place.PARENT else "")
        self._judge()

    def _ways(self, place: Place | None) -> tuple[tuple[str, str], ...]:
        words = self._ground.words
        if place is Place.PARTNER:
            return words.options("relationship_type", PARTNER_ORDER)
        if place in {Place.CHILD, Place.PARENT}:
            return words.options("relationship_type", PARENT_ORDER)
        if place is not Place.OTHER:
            return ()
        found: list[tuple[str, str]] = []
        for code, word in words.options("relationship_type", LOOSE_TYPES):
            if code in EVEN_TYPES:
                found.append((code, word))
            else:
                found.append((code, self.tr("{kind}: the new person is the elder").format(kind=word)))
                younger = self.tr("{kind}: the new person is the younger").format(kind=word)
                found.append((f"{code}/younger", younger))
        return tuple(found)

    def _offer_parents(self, anchor: str) -> None:
        likely = [one for one in other_parents(anchor, self._ties) if one in self._names]
        rest = [one for one in self._names if one != anchor and one not in likely]
        options = (
            (NOBODY, self.tr("Not known, or nobody")),
            *((o, self._names[o]) for o in (*likely, *rest)),
        )
        self.other_parent.set_options(options, likely[0] if likely else NOBODY)

    def _offer_also(self, anchor: str) -> None:
        clear(self._also)
        others = [one for one in siblings_of(anchor, self._ties) if one in self._names] if anchor else []
        for one in others:
            toggle = Toggle(self._names[one], high=44, radius=22)
            toggle.setProperty("person", one)
            self._also.addWidget(toggle)
        self._also_field.setVisible(bool(others))

    def _chosen_also(self) -> tuple[str, ...]:
        widgets = [item.widget() for n in range(self._also.count()) if (item := self._also.itemAt(n))]
        return tuple(str(w.property("person")) for w in widgets if isinstance(w, Toggle) and w.isChecked())

    def _judge(self, _text: object = "") -> None:
        kind, joining = self._kind(), self._joining()
        is_person = kind is Kind.PERSON
        self.died.setVisible(is_person)
        self._role_field.setVisible(is_person)
        if not self._role_was_chosen:
            self.role.choose(role_for(joining, self.sex.here(), self._roles) if joining else "")
        self._born_field.set_label(self._born_label(kind))
        self.born.edit.setAccessibleName(self._born_label(kind))
        has_name = bool(self.first.text().strip() or self.last.text().strip())
        is_tied = self.place.here() == NOBODY or joining is not None
        late = self._is_late(kind)
        self._born_field.set_wrong(self._late_words(kind) if late else "")
        self._yes.setEnabled(
            (has_name or not is_person) and is_tied and not late and not self.born.is_wrong()
        )

    def _born_label(self, kind: Kind) -> str:
        if kind is Kind.PREGNANCY:
            return self.tr("Due date, if known")
        return self.tr("Day of birth") if kind is Kind.PERSON else self.tr("Day, if known")

    def _is_late(self, kind: Kind) -> bool:
        day = self.born.value()
        wait = 300 if kind is Kind.PREGNANCY else 0
        return day is not None and (day - self._ground.today()).days > wait

    def _late_words(self, kind: Kind) -> str:
        if kind is Kind.PREGNANCY:
            return self.tr("A child is due within ten months. Please look at the year.")
        return self.tr("That day is still to come.")
