"""The Solutions part: their own ideas, what they asked for and what came of it, and the promises of both sides."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.plan_book import PlanBook
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part, scrolled_to
from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.promises import PromisesPanel
from engage_desktop.views.family.solutions.asked import AskedPanel
from engage_desktop.views.family.solutions.ideas import IdeasPanel
from engage_desktop.views.family.solutions.said_did import SaidDidPanel
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, SplitBody, column, group
from engage_desktop.views.kit.notices import ErrorState, LoadingState
from engage_desktop.views.kit.text import Text
from engage_domain.persons import People
from engage_domain.solutions import said_and_done

SHOWS = ("statement", "service_referral", "action_step", "person", "case_member", "plan", "goal", "user")


class SolutionsPart(Part):
    """What the family thought of and asked for, and what became of it."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.hand, self._faces = Hand(ground, self), Told(ground, self)
        self.ideas, self.asked = IdeasPanel(self.hand, self._faces), AskedPanel(self.hand, self._faces)
        self.promises, self.said_did = (
            PromisesPanel(ground, self._faces, most=None),
            SaidDidPanel(with_door=False),
        )
        self._welcome = Text(
            self.tr(
                "Begin with what they would do themselves. Then write down what they ask for, and what came of it."
            ),
            size=16,
            ink="muted",
            lines=0,
            leading=1.2,
            inset=True,
        )
        main = group(column(self._welcome, self.ideas, self.asked, self.promises, None, gap=16))
        side = group(column(self.said_did, None, gap=0))
        self._loading, self._error = LoadingState(), ErrorState("")
        self._body = Scroll(SplitBody(main, side, 360, gap=10), self.tr("Solutions"))
        self._stack = QStackedWidget()
        for piece in (self._loading, self._body, self._error):
            self._stack.addWidget(piece)
        self.setLayout(column(self._stack))
        self._error.retry_wanted.connect(self.reload)
        self._wanted, self._goal = "", 0
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))
        self.hand.settle_all()

    def reload(self) -> None:
        """Look again."""
        family_id = self.ground.family_id
        self._latest_people.read(
            partial(self.ground.services.people, family_id), self._on_people, self._on_failed
        )
        self._latest.read(partial(self.hand.verbs.plans, family_id), self._on_book, self._on_failed)

    def open_row(self, row_id: str) -> None:
        """Open a service."""
        self._wanted = "" if self.asked.open_service(row_id) else row_id

    def place(self) -> dict[str, str]:
        """Return how far one has read."""
        return {"scroll": str(self._body.verticalScrollBar().value())}

    def restore(self, place: dict[str, str]) -> None:
        """Go there, once everything is shown."""
        self._goal = scrolled_to(place)

    def settle(self) -> None:
        """Hand everything typed here to the write lane."""
        self.ideas.adding.settle()
        self.asked.settle()
        self.hand.settle_all()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        for panel in (self.ideas, self.asked, self.promises):
            panel.setEnabled(not read_only)

    def _on_people(self, people: People) -> None:
        self._faces.know(people.cards)

    def _on_book(self, book: PlanBook) -> None:
        people = tuple((person, name) for person, name, _ in book.people)
        self._welcome.setVisible(not (book.ideas or book.referrals or book.promises))
        self.ideas.show_ideas(book.ideas, book, people)
        self.asked.show_services(book.referrals, people)
        self.promises.setVisible(bool(book.promises))
        self.promises.show_all(book.promises)
        self.said_did.show_entries(self.hand, self._faces, said_and_done(book.referrals, book.promises))
        self._stack.setCurrentIndex(1)
        if self._wanted:
            self.open_row(self._wanted)
        if self._goal:
            goal, self._goal = self._goal, 0
            QTimer.singleShot(0, self, lambda: self._body.verticalScrollBar().setValue(goal))

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("This cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(2)
