"""Everyone's answer: what a plan still lacks, where each person stands in their own words, and what follows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from engage_desktop.views.family.answers import FewWordsSheet
from engage_desktop.views.family.plan.scene import Scene
from engage_desktop.views.family.plan.stand_row import StandRow
from engage_desktop.views.family.plan.told import STATUS_CHIPS
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.layout import Piece, clear, column, flow, group, let_go, row
from engage_desktop.views.kit.marks import Card, Chip, Icon
from engage_desktop.views.kit.text import Text, panel_title
from engage_domain.plan_lacks import Missing, missing, missing_to_agree
from engage_domain.plans import PlanStatus


class AgreementPanel(Card):
    """How a plan comes from being written to being agreed. `wanted` carries the row something is missing in."""

    wanted = Signal(str)
    next_wanted = Signal()

    def __init__(self) -> None:
        self._head, self._lacks, self._verbs = column(gap=4), column(gap=4), column(gap=4)
        self._meanwhile = column(gap=4)
        self._rows = column(gap=4)
        self._stands: dict[str, StandRow] = {}
        self._more_people: set[str] = set()
        self._plan_id = ""
        self._other_box = column(gap=0)
        self._other = group(self._other_box)
        pieces = (self._head, self._meanwhile, self._lacks, self._rows, self._other, self._verbs)
        super().__init__(column(*pieces, gap=10, pad=(22, 16, 18, 16)))
        self._scene: Scene | None = None

    def show_plan(self, scene: Scene) -> None:
        """Show how far the plan has come."""
        if scene.plan.plan_id != self._plan_id:
            self._plan_id, self._more_people = scene.plan.plan_id, set()
            self._forget(tuple(self._stands))
        self._scene = scene
        offered = scene.plan.status == PlanStatus.OFFERED
        lacks: tuple[Missing, ...] = ()
        if scene.plan.is_draft:
            lacks = missing(scene.plan, scene.book.limits)
        elif offered:
            lacks = missing_to_agree(scene.plan, scene.book.limits)
        self._show_head()
        self._show_meanwhile(scene)
        self._show_lacks(lacks)
        self._show_stands(offered and scene.may_write)
        self._show_verbs(lacks)

    def settle(self) -> None:
        """Hand on what is typed."""
        for line in self._stands.values():
            line.settle()

    def _show_head(self) -> None:
        scene = self._scene
        if scene is None:
            return
        clear(self._head)
        tone, icon = STATUS_CHIPS.get(scene.plan.status, ("sand", "pen-line"))
        chip = Chip(scene.hand.told.status(scene.plan), tone, icon)
        self._head.put(row((panel_title(self.tr("Everyone’s answer")), 1), chip, gap=8))
        self._head.put(Text(self._way(), ink="muted", lines=0, leading=1.15))

    def _show_meanwhile(self, scene: Scene) -> None:
        """Show the words that were being written here while the plan was offered elsewhere: they are not part of it."""
        clear(self._meanwhile)
        if not scene.plan.meanwhile:
            return
        said = self.tr("Written on this laptop, but not in the plan that was offered:")
        self._meanwhile.put(group(row(Icon("pen-line", "warn", 20), (Text(said, lines=0), 1), gap=8)))
        for one in scene.plan.meanwhile:
            words = scene.hand.ground.words.quoted(one.words)
            self._meanwhile.put(
                Card(column(Text(words, lines=0), pad=(18, 10, 14, 10)), fill="sunk", line="")
            )
        ways = self.tr("Take the plan back to change it, or write the next version: these words come along.")
        self._meanwhile.put(Text(ways, size=14, ink="muted", lines=0))

    def _way(self) -> str:
        scene = self._scene
        if scene is None:
            return ""
        if scene.plan.closed_note:
            return scene.plan.closed_note
        return {
            "draft": self.tr(
                "When everything is there, read it together and offer it. Each person says where they stand."
            ),
            "offered": self.tr("Write down where each person stands, in their words. No is an answer too."),
            "agreed": self.tr(
                "This is what you agreed. To change it, write the next version; this one stays readable."
            ),
            "approved": self.tr(
                "This is what you agreed. To change it, write the next version; this one stays readable."
            ),
            "declined": self.tr("The family said no to this plan. Ask what would make it theirs."),
        }.get(scene.plan.status, self.tr("This version is over. It stays readable."))

    def _show_lacks(self, lacks: tuple[Missing, ...]) -> None:
        scene = self._scene
        clear(self._lacks)
        if scene is None:
            return
        for one in lacks:
            words = scene.hand.told.missing(one, scene.book.limits)
            line: list[Piece] = [Icon("circle-dashed", "warn", 20), (Text(words, lines=0), 1)]
            if one.row_id and one.row_id != scene.plan.for_person_id and scene.plan.is_draft:
                go = Button(self.tr("Go there"), kind="quiet")
                go.setAccessibleName(self.tr("Go there: {what}").format(what=words))
                go.clicked.connect(partial(self._go, one.row_id))
                line.append(go)
            self._lacks.put(group(row(*line, gap=8)))
        if scene.plan.is_draft and not lacks:
            self._lacks.put(
                group(
                    row(
                        Icon("circle-check", "good", 20),
                        (Text(self.tr("Everything is there."), lines=0), 1),
                        gap=8,
                    )
                )
            )

    def _go(self, row_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.wanted.emit(row_id)

    def _show_stands(self, may_answer: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        scene = self._scene
        if scene is None:
            return
        people = [] if scene.plan.is_draft else self._people(may_answer)
        self._forget(tuple(set(self._stands) - {person for person, _ in people}))
        known = {stand.person_id: stand for stand in scene.plan.stands}
        for number, (person, name) in enumerate(people):
            line = self._stands.get(person)
            if line is None:
                line = StandRow(scene, person, name)
                self._stands[person] = line
                self._rows.insertWidget(number, line)
            line.show_stand(scene, known.get(person), may_answer=may_answer)
        self._show_other(may_answer, {person for person, _ in people})

    def _people(self, may_answer: bool) -> list[tuple[str, str]]:  # noqa: FBT001 - a state, set like Qt's own
        scene = self._scene
        if scene is None:
            return []
        stood = {s.person_id for s in scene.plan.stands} | self._more_people
        if may_answer:
            only = scene.plan.for_person_id
            stood |= {person for person, _ in scene.grown() if not only or person == only}
        return [(person, name) for person, name in scene.family() if person in stood]

    def _show_other(self, may_answer: bool, shown: set[str]) -> None:  # noqa: FBT001 - a state, set like Qt's own
        box, scene = self._other_box, self._scene
        if scene is None:
            return
        clear(box)
        rest = [one for one in scene.family() if one[0] not in shown]
        self._other.setVisible(may_answer and bool(rest))
        if may_answer and rest:
            pick = ChoiceButton(
                self.tr("Somebody else"), rest, kind="quiet", icon="plus", empty=self.tr("Somebody else")
            )
            pick.chosen.connect(self._on_other)
            box.addLayout(row(pick, None))

    def _on_other(self, person: str) -> None:
        self._more_people.add(person)
        if self._scene is not None:
            self._show_stands(True)

    def _show_verbs(self, lacks: tuple[Missing, ...]) -> None:
        clear(self._verbs)
        scene = self._scene
        if scene is None or not scene.may_write:
            return
        hand, verbs, plan_id = scene.hand, scene.hand.verbs, scene.plan.plan_id
        if scene.plan.is_draft:
            offer = Button(self.tr("Offer it to the family"), "hand-heart", "primary")
            offer.setEnabled(not lacks)
            offer.clicked.connect(lambda: hand.turn(partial(verbs.offer, plan_id), self.tr("Offered.")))
            self._verbs.put(flow(offer))
        elif scene.plan.status == PlanStatus.OFFERED:
            agree = Button(self.tr("It is agreed"), "heart-handshake", "primary")
            agree.setEnabled(not lacks)
            agree.clicked.connect(lambda: hand.turn(partial(verbs.agree, plan_id), self.tr("Agreed.")))
            self._verbs.put(flow(agree, self._back_button(), self._end_button(PlanStatus.DECLINED)))
        elif scene.plan.status in {PlanStatus.AGREED, PlanStatus.APPROVED}:
            self._verbs.put(flow(self._next_button(), self._end_button(PlanStatus.CLOSED)))
        elif scene.plan.status == PlanStatus.DECLINED:
            self._verbs.put(flow(self._next_button(), self._back_button()))

    def _next_button(self) -> Button:
        button = Button(self.tr("Write the next version"), "pen-line", "soft")
        button.clicked.connect(self.next_wanted)
        return button

    def _back_button(self) -> Button:
        button = Button(self.tr("Take it back to change it"), "undo-2")
        button.clicked.connect(self._take_back)
        return button

    def _take_back(self) -> None:
        if self._scene is not None:
            hand, plan_id = self._scene.hand, self._scene.plan.plan_id
            words = self.tr("It can be changed again. Answers to the earlier words no longer count.")
            hand.turn(partial(hand.verbs.take_back, plan_id), words)

    def _end_button(self, status: PlanStatus) -> Button:
        label = self.tr("They said no…") if status is PlanStatus.DECLINED else self.tr("Close this plan…")
        button = Button(label, "hand" if status is PlanStatus.DECLINED else "archive")
        button.clicked.connect(partial(self._ask_end, status))
        return button

    def _ask_end(self, status: PlanStatus, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        scene = self._scene
        if scene is None:
            return
        declined = status is PlanStatus.DECLINED
        title = self.tr("What did they say?") if declined else self.tr("What became of it?")
        sheet, hand = FewWordsSheet(self, title), scene.hand
        end = partial(hand.verbs.end, scene.plan.plan_id, status)
        ended = partial(hand.offer_turn_back, self.tr("Kept."))
        sheet.takes(hand.kept(lambda: partial(end, sheet.words()), ended))
        sheet.open()

    def _forget(self, people: tuple[str, ...]) -> None:
        for person in people:
            line = self._stands.pop(person)
            line.settle()
            let_go(self._rows, line)
