"""Searching for kin: who nobody can find, what was tried for them, and where nobody has looked yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.kin_search.ideas import IdeasPanel
from engage_desktop.views.family.kin_search.log import SearchLog
from engage_desktop.views.family.side_road import SideRoad
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.face import Toggle
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Flow, Scroll, SplitBody, clear, column, group, row
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.text import Text
from engage_domain.kin_search import Due, Search, Sought, due
from engage_wire.changed import Changed

SHOWS = ("search_effort", "person", "case_member", "contact", "timeline_entry", "user")
SIDE = 380


class SearchPage(SideRoad):
    """Everybody who is looked for, one at a time."""

    def __init__(self, ground: Ground, told: Told, person_id: str) -> None:
        super().__init__(ground, "")
        self.set_title(self.tr("Search for kin"))
        self.told, self.person_id = told, person_id
        self._search: Search | None = None
        self._goal = 0
        self._why = Text("", size=14, ink="muted", lines=0, inset=True)
        self.else_button = ChoiceButton(
            self.tr("Look for somebody else"), (), empty=self.tr("Look for somebody else")
        )
        self.else_button.chosen.connect(self.show_person)
        self.add_verbs(self.else_button)
        self._who = Flow(gap=4, line_gap=4)
        self.log, self.ideas = SearchLog(ground, told), IdeasPanel(ground)
        self.log.state_wanted.connect(self._on_state)
        self.log.review_wanted.connect(self._on_review)
        self.log.source_wanted.connect(self.add)
        self.log.person_wanted.connect(self.person_wanted)
        self.log.form_entered.connect(lambda: QTimer.singleShot(0, self, self._show_form))
        self.ideas.source_wanted.connect(self.add)
        self.ideas.years_wanted.connect(lambda child: self.road_wanted.emit("years", child))
        split = SplitBody(group(column(self.log, None, gap=8)), group(column(self.ideas, None)), SIDE)
        inside = column(group(self._who), split, None, gap=8)
        self.area = Scroll(group(inside), self.tr("Search for kin"))
        self.lay(self._why, body=self._states(), inside=inside)
        self._latest, self._people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))

    def reload(self) -> None:
        """Look again."""
        services, family_id = self.ground.services, self.ground.family_id
        self._people.read(partial(services.people, family_id), self.ideas.show_people, self._on_failed)
        self._latest.read(partial(services.roots.search, family_id), self._on_search, self._on_failed)

    def show_person(self, person_id: str) -> None:
        """Show what was tried for somebody."""
        self.log.settle()
        self.person_id = person_id
        if self._search is not None:
            self._show(self._search)

    def add(self, source: str) -> None:
        """Write down that somebody looked there today, and let the worker write on."""
        job = partial(self.ground.services.roots.add_effort, self.ground.family_id, self.person_id, source)
        self.ground.lanes.write(self, job, self._on_added, self.could_not)

    def place(self) -> dict[str, str]:
        """Return who is looked for, which search is being written, and how far one has read."""
        found = {"road_person": self.person_id, "effort": self.log.open_id}
        return found | {"road_scroll": str(self.area.verticalScrollBar().value())}

    def restore(self, place: dict[str, str]) -> None:
        """Go there, once it is read."""
        self.log.open_id = place.get("effort", "")
        at = place.get("road_scroll", "")
        self._goal = int(at) if at.isdecimal() and len(at) < 9 else 0

    def settle(self) -> None:
        """Hand on what is typed."""
        self.log.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        super().set_read_only(read_only)
        self.log.set_read_only(read_only)
        self.ideas.setEnabled(not read_only)
        self.else_button.setEnabled(not read_only)

    def _states(self) -> QWidget:
        empty = EmptyState(
            "search",
            self.tr("It is known where everybody is"),
            self.tr(
                "When a parent or relative cannot be found, say so under “Where to be found”. "
                "Or look for somebody else."
            ),
        )
        self.empty_else = ChoiceButton(
            self.tr("Look for somebody"), (), icon="user", kind="primary", empty=self.tr("Look for somebody")
        )
        self.empty_else.chosen.connect(self.show_person)
        self._error = ErrorState("")
        self._error.retry_wanted.connect(self.reload)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        name = self.tr("Search for kin")
        nobody = Scroll(group(column(empty, row(None, self.empty_else, None), None, gap=0)), name)
        for piece in (LoadingState(), self.area, nobody, Scroll(self._error, name)):
            self._stack.addWidget(piece)
        return holder

    def _on_search(self, search: Search) -> None:
        self._search = search
        self._show(search)

    def _show(self, search: Search) -> None:
        days = self.ground.words.count("day", search.repeat_days)
        self._why.setText(
            self.tr("Until somebody is found, look again at least every {days}.").format(days=days)
        )
        listed = {one.person_id for one in search.people}
        others = tuple(pair for pair in search.everybody if pair[0] not in listed)
        for button in (self.else_button, self.empty_else):
            button.set_options(others, "")
            button.setVisible(bool(others))
        sought = self._sought(search)
        self._stack.setCurrentIndex(1 if sought is not None else 2)
        self.let_head_scroll(inside=sought is not None)
        self._why.setVisible(sought is not None)
        if sought is None:
            self.else_button.hide()
            return
        self.person_id = sought.person_id
        self._show_who(search, sought)
        self.log.show_sought(sought, search.repeat_days)
        self.ideas.show_sought(sought)
        if self._goal:
            goal, self._goal = self._goal, 0
            QTimer.singleShot(0, self, lambda: self.area.verticalScrollBar().setValue(goal))

    def _sought(self, search: Search) -> Sought | None:
        """Return whoever is chosen; somebody nobody looked for yet has an empty log."""
        found = search.of(self.person_id)
        if found is not None:
            return found
        name = dict(search.everybody).get(self.person_id, "")
        if name:
            return Sought(self.person_id, "", name, "", "", "")
        return next(iter(search.people), None)

    def _show_who(self, search: Search, chosen: Sought) -> None:
        clear(self._who)
        people = search.people
        if all(one.person_id != chosen.person_id for one in people):
            people = (*people, chosen)
        for one in people:
            toggle = Toggle(f"{one.name} · {self._state(one, search.repeat_days)}", "user", high=44)
            toggle.setChecked(one.person_id == chosen.person_id)
            toggle.clicked.connect(partial(self._on_who, one.person_id))
            self._who.addWidget(toggle)

    def _state(self, one: Sought, repeat_days: int) -> str:
        today = self.ground.today()
        if not one.is_missing:
            return self.tr("known") if one.whereabouts else self.tr("not asked yet")
        why = due(one, today, repeat_days)
        if why is Due.NEVER:
            return self.tr("nobody looked yet")
        if why is Due.STALE:
            return self.tr("look again")
        if why is Due.NEXT_STEP:
            return self.tr("next step due")
        return self.tr("looked {ago}").format(ago=self.ground.words.days_ago(one.last_on, today))

    def _on_who(self, person_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.show_person(person_id)

    def _show_form(self) -> None:
        """Bring the search that is being written into view, once everything has its place."""
        now = self.focusWidget()
        if self.log.form is not None and now is not None:
            self.area.ensureWidgetVisible(now, 24, 48)

    def _on_added(self, made: Made) -> None:
        self.log.open_id = made.made_id
        self.log.wants_focus = True
        self.ground.bus.publish(made)
        undo = partial(self._undo, made.made_id)
        self.ground.say(self.tr("Written down for today."), self.tr("Undo"), undo)

    def _undo(self, effort_id: str) -> None:
        job = partial(self.ground.services.remove, "search_effort", effort_id, "taken_back")
        self.ground.lanes.write(self, job, self.ground.bus.publish, self.could_not)

    def _on_state(self, member_id: str, state: str) -> None:
        job = partial(self.ground.services.edit_member, member_id, {"whereabouts": state})
        self.ground.lanes.write(self, job, self._on_kept, self.could_not)

    def _on_review(self, state: str) -> None:
        job = partial(self.ground.services.roots.set_review, self.ground.family_id, self.person_id, state)
        self.ground.lanes.write(self, job, self._on_kept, self.could_not)

    def _on_kept(self, changed: Changed) -> None:
        self.ground.bus.publish(changed)

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The search cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(3)
        self.let_head_scroll(inside=False)
