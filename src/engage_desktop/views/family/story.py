"""Story: everything that happened with a family in one line, by person, kind and element."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part
from engage_desktop.views.family.story_leads import NOTE, PERSON, SEARCH, YEARS, lead_of
from engage_desktop.views.family.story_list import StoryList
from engage_desktop.views.family.story_model import StoryModel
from engage_desktop.views.family.story_words import StoryWords
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.face import Toggle
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, flow
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.text import meta
from engage_desktop.views.kit.theme import look
from engage_domain.persons import People
from engage_domain.story import StoryEntry, StoryFilter, StoryGroup, StoryKey, groups_of

SHOWS = (
    "contact", "contact_body", "contact_participant", "addendum", "appointment", "action_step", "placement", "mark",
    "person", "case_period", "plan", "plan_position", "goal", "service_referral", "statement", "scale_answer",
    "timeline_entry", "search_effort", "attachment",
)  # fmt: skip
GAP = 4


class StoryPart(Part):
    """The timeline of a family."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._ground = ground
        words = StoryWords(ground, self)
        self.model = StoryModel(words.speech)
        self.model.page_wanted.connect(self._on_page_wanted)
        self._names: dict[str, str] = {}
        self.list = StoryList(self.tr("Story"), words, self.verb)
        self.list.setModel(self.model)
        self.list.entry_led.connect(self._on_led)
        self.who = ChoiceButton(self.tr("Who"), (), icon="user", empty=self.tr("Everybody"))
        self.element = ChoiceButton(
            self.tr("Element"), self._elements(), icon="compass", empty=self.tr("All elements")
        )
        self.kinds = {kind: Toggle(words, high=44, radius=22) for kind, words in self._kinds()}
        self._count = meta("")
        self._there: frozenset[StoryGroup] = frozenset()
        self.kind = ChoiceButton(self.tr("Kind"), (), icon="filter", empty=self.tr("All kinds"))
        self.kind.chosen.connect(self._on_kind)
        for button in (self.who, self.element):
            button.chosen.connect(self._on_filter)
        for toggle in self.kinds.values():
            toggle.toggled.connect(self._on_filter)
        bar = flow(self.who, self.element, self.kind, *self.kinds.values(), self._count, gap=4, line_gap=2)
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._goal = self._wanted_who = ""
        self._shown: StoryFilter | None = None
        self.setLayout(column(bar, (self._make_stack(), 1), gap=8))
        self.restyle()
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))

    def restyle(self) -> None:
        """Offer the kinds there are: side by side where one line holds them, else as one menu."""
        shown = [toggle for group, toggle in self.kinds.items() if group in self._there or toggle.isChecked()]
        some = len(self._there) > 1
        wide = sum(piece.sizeHint().width() + look().px(GAP) for piece in (self.who, self.element, *shown))
        folded = look().large or wide > self.width()
        self.kind.setHidden(not (folded and some))
        for toggle in self.kinds.values():
            toggle.setHidden(folded or not some or toggle not in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again."""
        super().resizeEvent(event)
        self.restyle()

    def wanted(self) -> StoryFilter:
        """Return what is looked for."""
        kinds = frozenset(kind for group in self.groups() for kind in group.kinds)
        return StoryFilter(self._wanted_who or self.who.here(), kinds, self.element.here())

    def groups(self) -> tuple[StoryGroup, ...]:
        """Return the kinds that are looked for; none means all."""
        return tuple(group for group, toggle in self.kinds.items() if toggle.isChecked())

    def know_parts(self, names: dict[str, str]) -> None:
        """Know which parts an entry may lead to."""
        self._names = names

    def verb(self, entry: StoryEntry) -> str:
        """Return where an entry leads, in words; nothing when it leads nowhere."""
        lead = lead_of(entry, self._names)
        if lead is None:
            return ""
        own = {
            NOTE: self.tr("Open the note"),
            PERSON: self.tr("Show the person"),
            YEARS: self.tr("Show these years"),
            SEARCH: self.tr("Show the search"),
        }
        part = self._names.get(lead.to, "")
        return own.get(lead.to) or self.tr("Show in “{part}”").format(part=part)

    def reload(self) -> None:
        """Look again."""
        services, family_id = self._ground.services, self._ground.family_id
        self._latest_people.read(partial(services.people, family_id), self._on_people, self._on_failed)
        self._latest.read(
            partial(services.story_keys, family_id, self.wanted()), self._on_keys, self._on_failed
        )

    def place(self) -> dict[str, str]:
        """Return the filter, the entry at the top and the one that is chosen."""
        here = self.model.key_at(self.list.currentIndex().row())
        wanted = self.wanted()
        return {
            "who": wanted.person_id,
            "element": wanted.element,
            "kinds": ",".join(self.groups()),
            "top": self.list.top()[0],
            "here": here.place if here else "",
            "open": self.list.expanded,
        }

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says, once the entries are there."""
        kinds = set(place.get("kinds", "").split(","))
        for group, toggle in self.kinds.items():
            toggle.setChecked(group.value in kinds)
        self._wanted_who = place.get("who", "")
        self.element.choose(place.get("element", ""))
        self.kind.choose(next(iter(kinds), "") if len(kinds) == 1 else "")
        self.list.expanded = place.get("open", "")
        self._goal = place.get("here", "") or place.get("top", "")
        self.reload()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this part."""
        return (
            (self.tr("Enter"), self.tr("open this entry; once more, go to where it comes from")),
            (self.tr("Esc"), self.tr("close it")),
            (self.tr("Home, End"), self.tr("newest, oldest")),
        )

    def _make_stack(self) -> QWidget:
        nothing = EmptyState(
            "notebook-text",
            self.tr("The story begins with the first contact"),
            self.tr(
                "Every visit, promise and plan, what they said and where they lived: all of it will stand here."
            ),
        )
        filtered = EmptyState(
            "filter", self.tr("Nothing like that in this story"), self.tr("Look for less, or for everything.")
        )
        filtered.add_verb(self.tr("Show everything"), "x").clicked.connect(self.show_everything)
        self._error = ErrorState("")
        self._error.retry_wanted.connect(self.reload)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        calm = [Scroll(state, self.tr("Story")) for state in (nothing, filtered, self._error)]
        for piece in (LoadingState(), self.list, *calm):
            self._stack.addWidget(piece)
        return holder

    def show_everything(self) -> None:
        """Take every filter away."""
        self.who.choose("")
        self.element.choose("")
        self.kind.choose("")
        for toggle in self.kinds.values():
            toggle.setChecked(False)
        self._on_filter()

    def _elements(self) -> tuple[tuple[str, str], ...]:
        return (("", self.tr("All elements")), *self._ground.words.options("element"))

    def _kinds(self) -> tuple[tuple[StoryGroup, str], ...]:
        return (
            (StoryGroup.CONTACTS, self.tr("Contacts")),
            (StoryGroup.DATES, self.tr("Appointments")),
            (StoryGroup.WORDS, self.tr("Their words")),
            (StoryGroup.PLANS, self.tr("Plans")),
            (StoryGroup.PROMISES, self.tr("Promises")),
            (StoryGroup.SERVICES, self.tr("Services")),
            (StoryGroup.HOMES, self.tr("Homes")),
            (StoryGroup.SEARCHES, self.tr("Searches")),
            (StoryGroup.PAPERS, self.tr("Papers")),
        )

    def _on_kind(self, wanted: str) -> None:
        for kind, toggle in self.kinds.items():
            toggle.setChecked(kind.value == wanted)
        self._on_filter()

    def _on_filter(self, _value: object = None) -> None:
        self._wanted_who = ""
        self.list.expanded = ""
        self.reload()

    def _on_people(self, people: People) -> None:
        options = (("", self.tr("Everybody")), *((c.person_id, c.short_name) for c in people.cards))
        asked, self._wanted_who = self.wanted().person_id, ""
        self.who.set_options(options, asked)
        if self.who.here() != asked:
            self.reload()

    def _on_keys(self, keys: tuple[StoryKey, ...]) -> None:
        wanted, before = self.wanted(), self._shown
        self._shown = wanted
        here, top = self.model.key_at(self.list.currentIndex().row()), self.list.top()
        self.model.show(keys)
        if wanted.is_open:
            self._offer(groups_of(keys))
        self._count.setText("" if wanted.is_open else self._counted(len(keys)))
        self._count.setVisible(bool(self._count.text()))
        which = 1 if keys else (2 if wanted.is_open else 3)
        self._stack.setCurrentIndex(which)
        goal, self._goal = self._goal, ""
        current = self.model.place_of(goal or (here.place if here else ""))
        if current >= 0:
            self.list.setCurrentIndex(self.model.index(current))
        if goal:
            self.list.show_top(goal)
        elif wanted == before:
            self.list.show_top(*top)

    def _offer(self, there: frozenset[StoryGroup]) -> None:
        if there != self._there:
            self._there = there
            kinds = ((group.value, words) for group, words in self._kinds() if group in there)
            here = self.groups()
            self.kind.set_options(
                (("", self.tr("All kinds")), *kinds), here[0].value if len(here) == 1 else ""
            )
            self.restyle()

    def _counted(self, number: int) -> str:
        if number == 1:
            return self.tr("one entry")
        return self.tr("{n} entries").format(n=number) if number else ""

    def _on_page_wanted(self, page: int) -> None:
        keys = self.model.page(page)
        job = partial(self._ground.services.story_page, self._ground.family_id, keys)
        self._ground.lanes.read(self, job, partial(self._on_page, page, keys), self._on_failed)

    def _on_page(self, page: int, keys: tuple[StoryKey, ...], entries: tuple[StoryEntry, ...]) -> None:
        self.model.put(page, keys, entries)
        if self.list.expanded and any(key.place == self.list.expanded for key in keys):
            self.list.restyle()

    def _on_led(self, entry: StoryEntry) -> None:
        lead = lead_of(entry, self._names)
        if lead is None:
            return
        if lead.to == NOTE:
            self.note_opened.emit(lead.row_id)
        elif lead.to == PERSON:
            self.person_opened.emit(lead.row_id)
        else:
            self.part_wanted.emit(f"{lead.to}:{lead.row_id}")

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The story cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(4)
