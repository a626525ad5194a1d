"""The family workspace: one family, laid out in parts. Only parts that work are there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import starmap
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.documents.part import DocumentsPart
from engage_desktop.views.family.ground import FamilyServices, Ground
from engage_desktop.views.family.overview import OverviewPart
from engage_desktop.views.family.part import Part, PartKind
from engage_desktop.views.family.people import PeoplePart
from engage_desktop.views.family.plan.part import PlanPart
from engage_desktop.views.family.solutions.part import SolutionsPart
from engage_desktop.views.family.story import StoryPart
from engage_desktop.views.family.supports.part import SupportsPart
from engage_desktop.views.family.understand.part import UnderstandPart
from engage_desktop.views.kit.bus import Bus, Refresh
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import column, group
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.notices import Notice, Toast
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.tabs import Tabs
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook, clock
from engage_domain.workspace import FamilyHeader
from engage_wire.changed import Changed
from engage_wire.clock import Clock

OVERVIEW, PEOPLE, STORY = "overview", "people", "story"
SUPPORTS = "supports"
UNDERSTAND = "understand"
SHOWS = ("family", "case_period", "contact_point", "relationship", "contact", "person")


class FamilyView(Page):
    """One family. `family_id` stays the same for the life of the page."""

    visit_started = Signal(str, str)
    note_wanted = Signal(str)
    note_opened = Signal(str)

    def __init__(
        self,
        family_id: str,
        services: FamilyServices,
        lanes: Lanes,
        bus: Bus,
        words: Wordbook,
        clock_: Clock,
        zone: ZoneInfo,
    ) -> None:
        super().__init__("", back=True)
        self.family_id = family_id
        self._toast = Toast(self)
        self._undo: Callable[[], object] | None = None
        self._toast.acted.connect(self._on_undo)
        self._ground = Ground(family_id, services, lanes, bus, words, clock_, zone, self._say)
        self._parts: dict[str, Part] = {}
        self._kinds = {kind.key: kind for kind in self._part_kinds()}
        self._stack = QStackedWidget()
        names = tuple((kind.key, kind.name) for kind in self._kinds.values())
        self._parts_bar = Tabs(self.tr("Parts of the family’s workspace"), names, OVERVIEW)
        self._parts_bar.chosen.connect(self.show_part)
        self.set_tabs(self._parts_bar)
        self._read_only = False
        self._header: FamilyHeader | None = None
        self._moving = Notice(
            self.tr("This family is moving to a colleague"),
            self.tr("You can still read it here. What you wrote is handed over first."),
            tone="warn",
        )
        self._moving.hide()
        self.set_body(group(column(self._moving, (self._stack, 1), gap=6)), scroll=False)
        self._make_actions()
        keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        keys.activated.connect(self._on_visit)
        self.state.set_work(self.tr("Everything here is kept on this laptop"))
        for number, key in enumerate(self._kinds, 1):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(partial(self.show_part, key))
        bus.changed.connect(self._on_changed)
        self._refresh = Refresh(bus, self, SHOWS, self._load_header, (f"f:{family_id}",))
        self._load_header()
        self.show_part(OVERVIEW)

    @property
    def part(self) -> str:
        """Return the key of the part that shows."""
        return self._parts_bar.here()

    def show_part(self, key: str) -> Part:
        """Show a part; it is made on the first visit."""
        self.settle()
        if key not in self._parts:
            self._parts[key] = self._make_part(key)
            self._stack.addWidget(self._parts[key])
            self._set_read_only(self._read_only)
        self._parts_bar.show_part(key)
        self._stack.setCurrentWidget(self._parts[key])
        return self._parts[key]

    def open_person(self, person_id: str) -> None:
        """Show somebody in People; with nobody, ask who is to be added or show the list."""
        part = self.show_part(PEOPLE)
        if person_id:
            part.open_row(person_id)

    def lead_to(self, wanted: str) -> bool:
        """Show a part, one thing in it as in "plan:<row>", or a side road as in "people.years:<person>".

        A part that is not there leads nowhere; say whether it is there.
        """
        key, _, row_id = wanted.partition(":")
        key, _, road = key.partition(".")
        if key not in self._kinds:
            return False
        part = self.show_part(key)
        if road:
            part.restore({"road": road, "road_person": row_id})
        elif row_id:
            part.open_row(row_id)
        return True

    def lead_to_first(self, parts: tuple[str, ...]) -> None:
        """Show the first of some parts that is there."""
        any(self.lead_to(part) for part in parts)

    def place(self) -> dict[str, str]:
        """Return where one is: the part, the person, the filter, the scroll."""
        found = {"part": self.part}
        for key, part in self._parts.items():
            found |= {f"{key}.{name}": value for name, value in part.place().items()}
        return {key: value for key, value in found.items() if value}

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says."""
        wanted = place.get("part", OVERVIEW)
        key = wanted if wanted in self._kinds else OVERVIEW
        start = f"{key}."
        inside = {k.removeprefix(start): v for k, v in place.items() if k.startswith(start)}
        self.show_part(key).restore(inside)

    def settle(self) -> None:
        """Hand everything typed here to the write lane."""
        for part in self._parts.values():
            part.settle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return this page's keys."""
        own = [(f"Ctrl+{n}", kind.name) for n, kind in enumerate(self._kinds.values(), 1)]
        own += self._parts[self.part].keys()
        return (*own, ("Ctrl+Return", self.tr("start a visit")), (self.tr("Alt+Left"), self.tr("back")))

    def _part_kinds(self) -> tuple[PartKind, ...]:
        return (
            PartKind(OVERVIEW, self.tr("Overview"), OverviewPart),
            PartKind(PEOPLE, self.tr("People"), PeoplePart),
            PartKind(STORY, self.tr("Story"), StoryPart),
            PartKind(UNDERSTAND, self.tr("Understand"), UnderstandPart),
            PartKind(SUPPORTS, self.tr("Supports"), SupportsPart),
            PartKind("plan", self.tr("Plan"), PlanPart),
            PartKind("solutions", self.tr("Solutions"), SolutionsPart),
            PartKind("documents", self.tr("Documents"), DocumentsPart),
        )

    def restyle(self) -> None:
        """Show the head as large as the text allows."""
        self._make_actions()
        if self._header is not None:
            self._on_header(self._header)

    def _make_actions(self) -> None:
        """Offer the two verbs of the page; with large text by their signs, so that the part keeps the room."""
        note, visit = self.tr("New note"), self.tr("Start visit")
        self.note_button: Button
        self.visit_button: Button
        if look().large:
            self.note_button = IconButton("notebook-pen", note, "plain", tone="text", high=46)
            self.visit_button = IconButton("house", visit, "primary", high=46)
        else:
            self.note_button = Button(note, "notebook-pen", high=46)
            self.visit_button = Button(visit, "house", "primary", high=46)
        self.note_button.clicked.connect(lambda: self.note_wanted.emit(self.family_id))
        self.visit_button.clicked.connect(self._on_visit)
        self.set_actions(self.note_button, self.visit_button)

    def _make_part(self, key: str) -> Part:
        part = self._kinds[key].make(self._ground)
        part.note_opened.connect(self.note_opened)
        part.person_opened.connect(self.open_person)
        part.part_wanted.connect(self.lead_to)
        part.visit_started.connect(lambda appointment: self.visit_started.emit(self.family_id, appointment))
        part.visit_wanted.connect(self._on_visit)
        part.know_parts({kind.key: kind.name for kind in self._kinds.values()})
        part.reload()
        return part

    def _load_header(self) -> None:
        job = partial(self._ground.services.header, self.family_id)
        self._ground.lanes.read(self, job, self._on_header, self._on_header_failed)

    def _on_header(self, header: FamilyHeader) -> None:
        self._header = header
        facts, shield = self._facts(header), [Chip(self.tr("Check Safety before sharing"), "sand", "shield")]
        if look().large:
            self.set_title(header.name, " · ".join(words for words, _tone, _icon in facts))
            self.set_chips()
            self._parts_bar.set_beside(*shield * header.shield)
        else:
            self.set_title(header.name)
            self.set_chips(*starmap(Chip, facts), *shield * header.shield)
            self._parts_bar.set_beside()
        self._set_read_only(header.is_read_only)

    def _facts(self, header: FamilyHeader) -> list[tuple[str, str, str]]:
        """Return what may be seen over a shoulder: words, tone, sign."""
        words, facts = self._ground.words, []
        if header.language:
            facts.append((words.word("language", header.language), "info", "languages"))
        if header.interpreter:
            said = self.tr("Interpreter: {what}").format(what=header.interpreter)
            facts.append((said, "info", "volume-2"))
        if header.program:
            facts.append((words.word("program", header.program), "sand", "folder-open"))
        return facts

    def _set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written while a family moves to somebody else."""
        self._read_only = read_only
        self._moving.setVisible(read_only)
        self.visit_button.setEnabled(not read_only)
        self.note_button.setEnabled(not read_only)
        for part in self._parts.values():
            part.set_read_only(read_only)

    def _on_header_failed(self, _error: EngageError) -> None:
        self.set_title(self.tr("This family"))
        self.visit_button.setEnabled(False)
        self.note_button.setEnabled(False)

    def _on_visit(self) -> None:
        self.visit_started.emit(self.family_id, "")

    def _on_changed(self, changed: Changed) -> None:
        if changed.concerns(frozenset(), frozenset({f"f:{self.family_id}"})):
            now: datetime = self._ground.now()
            self.state.set_work(
                self.tr("Saved {time} on this laptop").format(time=f"{clock(now.time())}:{now:%S}")
            )

    def _say(self, words: str, verb: str, undo: Callable[[], object] | None) -> None:
        self._undo = undo
        self._toast.say(words, verb)

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
