"""Everything known about one paper: its name, note, day and people keep themselves; a copy can be saved out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.papers import Given
from engage_desktop.views.family.documents.grid import PaperTold
from engage_desktop.views.family.fields import FieldKeeper
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import read_day
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import Field, Leaving, LineEdit, Segmented, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot
from engage_desktop.views.kit.layout import Scroll, clear, column, flow, group
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import Text, card_title, meta
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.papers.words import PaperWords
from engage_domain.papers import Paper, PaperKind
from engage_wire.changed import Changed

KINDS = {
    "image/jpeg": (PaperKind.PHOTO, PaperKind.SCAN),
    "image/png": (PaperKind.PHOTO, PaperKind.SCAN),
    "application/pdf": (PaperKind.SCAN, PaperKind.DOCUMENT),
}
People = tuple[tuple[str, str], ...]


class Details(QWidget):
    """One paper's details. `contact_opened` carries the visit it is from; `copy_wanted` and `removal_wanted` ask."""

    contact_opened = Signal(str)
    copy_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, ground: Ground, services: PaperServices) -> None:
        super().__init__()
        self._ground, self._services = ground, services
        self._told, self._words = PaperTold(ground, self), PaperWords(self)
        self.paper: Paper | None = None
        self._people: People = ()
        self._keeping = Keeping(ground.lanes, services.keep_draft, services.settle_draft, ground.bus.publish)
        self._keeper: Keeper | None = None
        self._name_keeper: FieldKeeper | None = None
        self.whose: dict[str, Toggle] = {}
        self._body = column(gap=10, pad=(20, 16, 16, 16))
        self._card = Card(self._body)
        inside = column(self._card, None, gap=8, pad=(0, 0, 4, 0))
        self.setLayout(column((Scroll(group(inside), self.tr("About this paper")), 1), gap=0))

    def show_people(self, people: People) -> None:
        """Know everybody of the family."""
        if people != self._people:
            self._people = people
            if self.paper is not None:
                self._build(self.paper)
                self._show(self.paper)

    def show_paper(self, paper: Paper) -> None:
        """Show a paper; the same one keeps what is being written."""
        other = self.paper is None or paper.paper_id != self.paper.paper_id
        before, self.paper = self.paper, paper
        if other or before is None or before.mime != paper.mime:
            self._build(paper)
        self._show(paper)

    def clear(self) -> None:
        """Show nothing."""
        self.settle()
        self.paper, self._keeper, self._name_keeper = None, None, None
        clear(self._body)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._keeper is not None:
            self._keeper.settle()
        if self._name_keeper is not None:
            self._name_keeper.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._card.setEnabled(not read_only)

    def _build(self, paper: Paper) -> None:
        self.settle()
        clear(self._body)
        self._body.addWidget(card_title(self.tr("About this paper")))
        self._add_name(paper)
        self._add_note(paper)
        self._add_day()
        self._add_kind(paper)
        self._add_people()
        self._add_facts(paper)
        self._add_verbs()

    def _add_name(self, paper: Paper) -> None:
        self.name = LineEdit(self.tr("Name"))
        field = Field(self.tr("Name"), self.name)
        write: Callable[[str], Callable[[], Changed]] = partial(_naming, self._services.edit, paper.paper_id)
        self._name_keeper = FieldKeeper(self._ground, field, self.name, None, write)
        self._body.addWidget(field)

    def _add_note(self, paper: Paper) -> None:
        self.note = TextArea(
            self.tr("What it shows"), self.tr("Who, where, what matters about it"), least_lines=3, grows=True
        )
        spot = Spot("attachment", paper.paper_id, "note", self._ground.family_id)
        text = paper.note if paper.typed is None else paper.typed
        self._keeper = Keeper(self._keeping, self.note, spot, text, paper.note)
        self._keeper.failed.connect(self._on_failed)
        self._body.addWidget(Field(self.tr("What it shows"), self.note))

    def _add_day(self) -> None:
        words, today = self._ground.words, self._ground.today
        self.day = DateField(
            self.tr("Day"), read_day, lambda day: words.day(day, self._ground.today()), today
        )
        self.day_field = Field(self.tr("When it was taken or written"), self.day)
        Leaving(self.day.edit).left.connect(self._on_day)
        self.day.edit.stepped.connect(lambda _steps: self._on_day())
        self._body.addWidget(self.day_field)

    def _add_kind(self, paper: Paper) -> None:
        self.kind: Segmented | None = None
        kinds = KINDS.get(paper.mime)
        if kinds:
            options = self._ground.words.options("attachment_kind", [str(kind) for kind in kinds])
            self.kind = Segmented(self.tr("What it is"), options)
            self.kind.chosen.connect(lambda kind: self._edit({"kind": kind}))
            self._body.addWidget(Field(self.tr("What it is"), self.kind))

    def _add_people(self) -> None:
        self.whose = {}
        for person_id, name in self._people:
            toggle = Toggle(name, high=44, radius=22)
            toggle.clicked.connect(self._on_people)
            self.whose[person_id] = toggle
        if self.whose:
            self._body.addWidget(Text(self.tr("Whom it is about"), size=14, weight=600, inset=True, lines=0))
            self._body.addWidget(flow(*self.whose.values(), gap=2, line_gap=0))

    def _add_facts(self, paper: Paper) -> None:
        self._where = Text("", size=14, weight=600, lines=0, inset=True)
        self._facts = meta("", lines=0)
        self._body.addWidget(group(column(self._where, self._facts, gap=2)))
        self.visit_button: Button | None = None
        if paper.contact_id:
            self.visit_button = Button(self.tr("The visit it is from"), "notebook-text", "quiet")
            self.visit_button.clicked.connect(self._on_visit)
            self._body.addWidget(flow(self.visit_button))

    def _add_verbs(self) -> None:
        self.copy_button = Button(self.tr("Save a copy…"), "download")
        self.remove_button = Button(self.tr("Remove…"), "trash-2", "quiet", tone="bad")
        self.copy_button.clicked.connect(self.copy_wanted)
        self.remove_button.clicked.connect(self.removal_wanted)
        self._body.addWidget(flow(self.copy_button, self.remove_button, gap=6))

    def _show(self, paper: Paper) -> None:
        if self._name_keeper is not None:
            self._name_keeper.show(paper.name)
        if self._keeper is not None:
            self._keeper.show(paper.note if paper.typed is None else paper.typed, paper.note)
        if not self.day.edit.hasFocus() and not self.day.is_wrong():
            self.day.set_value(paper.taken_on)
        if self.kind is not None:
            self.kind.choose(paper.kind)
        for person_id, toggle in self.whose.items():
            toggle.setChecked(person_id in paper.person_ids)
        self._where.setText(self._words.whereabouts(paper))
        self._facts.setText(self._added(paper))
        self.copy_button.setEnabled(paper.is_here)

    def _added(self, paper: Paper) -> str:
        words = self._ground.words
        when = (
            words.day(self._ground.local(paper.added_at).date(), self._ground.today())
            if paper.added_at
            else ""
        )
        by = self.tr("Added by {who}, {when}").format(who=paper.added_by, when=when)
        return f"{by if paper.added_by else when} · {self._words.size(paper.size)}"

    def _edit(self, given: dict[str, Given]) -> None:
        if self.paper is not None:
            job = partial(self._services.edit, self.paper.paper_id, given)
            self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def _on_day(self) -> None:
        if self.day.is_wrong():
            self.day_field.set_wrong(self.tr("That is not a day. Write it like 3/14/2026 or 14 March 2026."))
            return
        self.day_field.set_wrong()
        value: date | None = self.day.value()
        if self.paper is not None and value != self.paper.taken_on:
            self._edit({"taken_on": value})

    def _on_people(self) -> None:
        chosen = tuple(person_id for person_id, toggle in self.whose.items() if toggle.isChecked())
        self._edit({"person_ids": chosen})

    def _on_visit(self) -> None:
        if self.paper is not None:
            self.contact_opened.emit(self.paper.contact_id)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)


def _naming(
    edit: Callable[[str, dict[str, Given]], Changed], paper_id: str, name: str
) -> Callable[[], Changed]:
    return partial(edit, paper_id, {"name": name})
