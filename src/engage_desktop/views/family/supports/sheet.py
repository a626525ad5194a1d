"""Writing down somebody or something that stands round the family."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engage_desktop.services.supports import Given
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit
from engage_domain.supports import Supports


class AddSupportSheet(Sheet):
    """Asks what it is called, or who of the family it is; all else can wait."""

    def __init__(self, owner: QWidget, ground: Ground, supports: Supports, about: str) -> None:
        super().__init__(owner.window())
        name = supports.name_of(about) if about else ""
        self.set_question(
            self.tr("Who or what stands by {name}?").format(name=name)
            if name
            else self.tr("Who or what stands round the family?"),
            self.tr(
                "Ask who helps when it gets hard, and what costs strength. Use the family’s own name for it."
            ),
        )
        self._about = about
        self.name = LineEdit(self.tr("What they call it"))
        people = tuple((p.person_id, p.full_name) for p in supports.people if p.person_id != about)
        nobody = (("", self.tr("Nobody of the family")), *people)
        self.person = ChoiceButton(self.tr("Or somebody of the family"), nobody, empty=self.tr("Choose"))
        self.kind = ChoiceButton(
            self.tr("What it is to them"), ground.words.options("support_kind"), empty=self.tr("Choose")
        )
        self.add(
            Field(self.tr("What they call it"), self.name, self.tr("“Abuela”, “the soccer club”, “Mr. Bell”"))
        )
        if people:
            self.add(Field(self.tr("Or somebody of the family"), self.person))
        self.add(Field(self.tr("What it is to them"), self.kind))
        self.add_answer(self.tr("Not now"))
        self._yes = self.add_answer(self.tr("Add"), "plus", main=True)
        self.name.textChanged.connect(self._judge)
        self.person.chosen.connect(self._judge)
        self._judge()
        self.name.setFocus()

    def given(self) -> dict[str, Given]:
        """Return what was said."""
        person = self.person.here()
        said = {
            "about_id": self._about,
            "person_id": person,
            "kind": self.kind.here() or ("kin" if person else ""),
        }
        return {name: value for name, value in said.items() if value}

    def _judge(self, _text: str = "") -> None:
        self._yes.setEnabled(bool(self.name.text().strip() or self.person.here()))
