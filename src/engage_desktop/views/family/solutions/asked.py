"""Services asked for, and what became of each: from the asking to the end, with what stood in the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.pair import Pair
from engage_desktop.views.family.plan.hand import Hand
from engage_desktop.views.family.plan.rows import DayLine
from engage_desktop.views.family.solutions.adding import Adding, Kind
from engage_desktop.views.family.told import Told, tone_of
from engage_desktop.views.kit.face import Check, IconButton
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit, TextArea
from engage_desktop.views.kit.keeping import Keeper
from engage_desktop.views.kit.layout import clear, column, flow, group, let_go, row
from engage_desktop.views.kit.marks import Avatar, Card, Icon
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_domain.solutions import Answered, Referral, ReferralStatus, answered

STATES = {
    Answered.KEPT: "good",
    Answered.COMING: "info",
    Answered.NOT_YET: "warn",
    Answered.WAITING: "clay",
    Answered.NO_THANKS: "sand",
}
DAYS = ("asked_on", "referred_on", "started_on", "ended_on", "next_on")


class ServiceForm(QWidget):
    """The fields of one service. Every letter is kept."""

    def __init__(self, hand: Hand, one: Referral, people: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._hand, self._id = hand, one.referral_id
        self._editors: dict[str, LineEdit | TextArea] = {
            "what": LineEdit(self.tr("What they asked for")),
            "provider": LineEdit(self.tr("Who provides it")),
            "answer": LineEdit(self.tr("What we answered")),
            "barrier": TextArea(self.tr("What stands in the way"), least_lines=1, grows=True),
        }
        texts = self._texts(one)
        self._keepers: dict[str, Keeper] = {
            field: hand.keeper(editor, "service_referral", self._id, field, texts[field])
            for field, editor in self._editors.items()
        }
        self._by = ChoiceButton(
            self.tr("Who asked"), (("", self.tr("Nobody in particular")), *people), one.asked_by
        )
        self._by.chosen.connect(lambda person: self._edit({"asked_by": person}))
        names = {
            "asked_on": self.tr("Asked on"),
            "referred_on": self.tr("Referred on"),
            "started_on": self.tr("Started on"),
            "ended_on": self.tr("Ended on"),
            "next_on": self.tr("We ask again on"),
        }
        edit = hand.verbs.edit_service
        self._days = {field: DayLine(hand, names[field], edit, self._id, field) for field in DAYS}
        self._consent = Check(self.tr("The family agreed that we pass on their name"))
        self._consent.clicked.connect(lambda: self._edit({"consent": self._consent.isChecked()}))
        self.show_service(one)
        fields = {field: Field(e.accessibleName(), e) for field, e in self._editors.items()}
        days = self._days
        self.setLayout(
            column(
                fields["what"],
                Pair(Field(self.tr("Who asked"), self._by), fields["provider"]),
                fields["answer"],
                fields["barrier"],
                row(self._consent, None),
                Pair(days["asked_on"], days["referred_on"]),
                Pair(days["started_on"], days["ended_on"]),
                days["next_on"],
                gap=8,
            )
        )

    def show_service(self, one: Referral) -> None:
        """Show what is stored; what is being typed stays."""
        for field, text in self._texts(one).items():
            self._keepers[field].show(text, text)
        stored = (one.asked_on, one.referred_on, one.started_on, one.ended_on, one.next_on)
        for line, day in zip(self._days.values(), stored, strict=True):
            line.show_day(day)
        self._by.choose(one.asked_by)
        self._consent.setChecked(bool(one.consent))

    def enter(self) -> None:
        """Put the hand on what they asked for."""
        self._editors["what"].setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Hand on what is typed."""
        for keeper in self._keepers.values():
            keeper.settle()
        for day in self._days.values():
            day.settle()

    def _edit(self, given: dict[str, str | bool]) -> None:
        self._hand.run(partial(self._hand.verbs.edit_service, self._id, dict(given)))

    @staticmethod
    def _texts(one: Referral) -> dict[str, str]:
        return {"what": one.what, "provider": one.provider, "answer": one.answer, "barrier": one.barrier}


class ServiceCard(Card):
    """One service: what was asked for, by whom, how it stands, and its fields when they are wanted."""

    def __init__(self, panel: AskedPanel, one: Referral) -> None:
        self._panel, self._one = panel, one
        self._head_box = column(gap=4)
        self._head = group(self._head_box)
        self._form: ServiceForm | None = None
        self._box = column(self._head, gap=6, pad=(20, 14, 14, 12))
        super().__init__(self._box)
        self._show_head()

    def show_service(self, one: Referral) -> None:
        """Show it as it stands; what is being typed stays."""
        if one != self._one:
            self._one = one
            self._show_head()
        if self._form is not None:
            self._form.show_service(one)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self._form is not None:
            self._form.settle()

    def write(self) -> None:
        """Open the fields, and put the hand there."""
        if self._form is None:
            self._form = ServiceForm(self._panel.hand, self._one, self._panel.people)
            self._box.addWidget(self._form)
            self._show_head()
        # Only when it is laid out does its page know how far to scroll.
        QTimer.singleShot(0, self._form, self._form.enter)

    def toggle(self) -> None:
        """Open the fields, or close them."""
        if self._form is None:
            self.write()
        else:
            form, self._form = self._form, None
            form.settle()
            let_go(self._box, form)
            self._show_head()

    def _show_head(self) -> None:
        box, one, words = self._head_box, self._one, self._panel.hand.ground.words
        clear(box)
        open_it = IconButton(
            "chevron-up" if self._form is not None else "pencil",
            (self.tr("Close: {what}") if self._form is not None else self.tr("More about: {what}")).format(
                what=one.what
            ),
        )
        open_it.clicked.connect(self.toggle)
        remove = IconButton("trash-2", self.tr("Remove: {what}").format(what=one.what))
        remove.clicked.connect(self._on_remove)
        what = Text(one.what, size=17, weight=600, lines=0)
        box.addLayout(row((what, 1), *((open_it, remove) if self._form is not None else (open_it,)), gap=4))
        status = ChoiceButton(
            self.tr("How it stands with: {what}").format(what=one.what),
            words.options("referral_status"),
            one.status,
            kind="soft",
        )
        status.set_kind("soft", STATES[answered(one)])
        status.chosen.connect(self._say)
        who: list[QWidget] = []
        if one.asked_name:
            tone = tone_of(one.asked_by)
            who = [
                Avatar(self._panel.faces.face(one.asked_by, one.asked_name), tone, 26),
                Text(one.asked_name, weight=500, ink=tone),
            ]
        box.addWidget(flow(*who, meta(self._asked()), status, gap=8))
        for icon, ink, said in self._lines():
            box.addLayout(row(Icon(icon, ink, 18), (Text(said, size=14, ink="muted", lines=0), 1), gap=8))

    def _asked(self) -> str:
        day = self._one.asked_on
        return self.tr("asked {day}").format(day=self._panel.hand.told.day(day)) if day else ""

    def _lines(self) -> list[tuple[str, str, str]]:
        one, day = self._one, self._panel.hand.told.day
        found = []
        if one.provider or one.answer:
            found.append(("hand-heart", "primary", " · ".join(w for w in (one.provider, one.answer) if w)))
        if one.started_on:
            found.append(("calendar-check", "good", self.tr("since {day}").format(day=day(one.started_on))))
        if one.barrier:
            found.append(("circle-alert", "warn", one.barrier))
        if one.next_on and answered(one) is not Answered.KEPT:
            found.append(("clock", "info", self.tr("we ask again {day}").format(day=day(one.next_on))))
        if one.needs_consent():
            ask = self.tr("Nobody wrote down yet that the family agreed to our passing on their name.")
            found.append(("lightbulb", "warn", ask))
        return found

    def _say(self, code: str) -> None:
        hand, before = self._panel.hand, self._one
        edit = partial(hand.verbs.edit_service, before.referral_id)
        back = {
            "status": before.status,
            "referred_on": before.referred_on,
            "started_on": before.started_on,
            "ended_on": before.ended_on,
        }
        hand.run_saying(
            partial(edit, {"status": str(ReferralStatus(code))}), self.tr("Kept."), partial(edit, back)
        )

    def _on_remove(self) -> None:
        self._panel.hand.remove(
            "service_referral", self._one.referral_id, self.tr("Removed; the history keeps it.")
        )


class AskedPanel(QWidget):
    """Every service asked for, and a line for the next one."""

    def __init__(self, hand: Hand, faces: Told) -> None:
        super().__init__()
        self.hand, self.faces = hand, faces
        self.people: tuple[tuple[str, str], ...] = ()
        self._cards: dict[str, ServiceCard] = {}
        self._list = column(gap=2)
        verbs, family_id = hand.verbs, hand.ground.family_id
        kind = Kind(
            "service_referral",
            "what",
            lambda text, who: partial(verbs.ask_service, family_id, text, who),
            lambda row_id, who: partial(verbs.edit_service, row_id, {"asked_by": who}),
        )
        self.adding = Adding(
            hand,
            kind,
            self.tr("What did they ask for?"),
            self.tr("A counselor who speaks Spanish, bus passes, a bigger home…"),
            self.tr("Write it down"),
        )
        title = panel_title(self.tr("What they asked for"))
        line = Card(column(self.adding, pad=(18, 12, 14, 10)))
        self.setLayout(column(row(title, pad=(4, 0, 0, 0)), line, self._list, gap=6))

    def show_services(self, services: tuple[Referral, ...], people: tuple[tuple[str, str], ...]) -> None:
        """Show them; those being written stay as they are."""
        self.people = people
        self.adding.show_people(people)
        for gone in set(self._cards) - {one.referral_id for one in services}:
            card = self._cards.pop(gone)
            card.settle()
            let_go(self._list, card)
        for number, one in enumerate(services):
            if one.referral_id in self._cards:
                self._cards[one.referral_id].show_service(one)
            else:
                card = self._cards[one.referral_id] = ServiceCard(self, one)
                self._list.insertWidget(number, card)

    def settle(self) -> None:
        """Hand on what is typed."""
        self.adding.settle()
        for card in self._cards.values():
            card.settle()

    def open_service(self, referral_id: str) -> bool:
        """Open the fields of one service."""
        card = self._cards.get(referral_id)
        if card is not None:
            card.write()
        return card is not None
