"""Writing a statement where it stands: its words, whose they are, and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from engage_desktop.errors import EngageError
from engage_desktop.services.understanding import Begun, Given, Written
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import read_day
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.family.understand.folk import Folk, WhoPicker
from engage_desktop.views.kit.dates import DateField
from engage_desktop.views.kit.face import Button, Toggle
from engage_desktop.views.kit.inputs import ChoiceButton, Field, TextArea
from engage_desktop.views.kit.keeping import Insisting, Keeper, Keeping, Spot
from engage_desktop.views.kit.layout import column, flow, group
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import meta
from engage_desktop.views.kit.tokens import TEXT_LARGE
from engage_domain.understanding import Source, Statement, StatementKind, StatementStatus, source_of
from engage_wire.changed import Changed

PLAN = "plan"


class StatementEditor(Card):
    """A statement being written. Every key is kept; `left` says that it can close.

    `removal_wanted` asks whether it shall go, `step_wanted` that it shall become a step of the plan.
    """

    left = Signal()
    removal_wanted = Signal(object)
    step_wanted = Signal(object)

    def __init__(
        self,
        ground: Ground,
        folk: Folk,
        kind: str,
        statement: Statement | None = None,
        *,
        has_plan: bool = False,
    ) -> None:
        super().__init__(fill="surface", line="primary")
        self._ground, self._folk, self.kind = ground, folk, kind
        self._do = ground.services.understand
        self.statement = statement
        self.statement_id = statement.statement_id if statement else self._do.new_id()
        self._is_new, self._is_begun = statement is None, statement is not None
        self._is_leaving = False
        self._first_words = statement.words if statement else ""
        self._make_words(statement)
        self._make_whose(statement)
        self._make_more(statement)
        self._make_verbs(statement, has_plan=has_plan)
        self._lay()

    @property
    def is_begun(self) -> bool:
        """Whether there is a record of it already."""
        return self._is_begun

    def enter(self) -> None:
        """Begin to write."""
        self.words.setFocus()
        cursor = self.words.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.words.setTextCursor(cursor)

    def settle(self) -> None:
        """Hand everything typed here to the write lane."""
        self.keeper.settle()

    def show_statement(self, statement: Statement) -> None:
        """Show what came meanwhile, unless it is being written here."""
        self.statement = statement
        self.keeper.show(statement.words, statement.text)

    def leave(self) -> None:
        """Keep everything and close."""
        if self._is_leaving:
            return
        self._is_leaving = True
        self.keeper.stop()
        if not self._is_begun:
            self.left.emit()
            return
        # Whoever shows the words must hear of them, even when the editor is gone by then.
        before, now = self._first_words, self.keeper.text.strip()
        undo = None
        if before and now and before != now:
            undo = partial(self._do.edit, self.statement_id, {"text": before})
        done = partial(_on_kept, self._ground, self.tr("Kept."), self.tr("Undo"), undo)
        begun = self._begun() if self._is_new else None
        written = Written(self._ground.family_id, self.keeper.text, self.keeper.base, begun)
        job = partial(self._do.leave, self.statement_id, written)
        Insisting(self._ground.lanes, self._ground.bus.publish).write(
            job, partial(_on_not_kept, self._ground), done
        )
        self.left.emit()

    def _make_words(self, statement: Statement | None) -> None:
        name = self._ground.words.word("statement_kind", self.kind)
        self.words = TextArea(name, self._asks(), least_lines=2, grows=True, size=TEXT_LARGE)
        keeping = Keeping(
            self._ground.lanes, self._ground.services.keep_draft, self._do.settle, self._ground.bus.publish
        )
        spot = Spot("statement", self.statement_id, "text", self._ground.family_id)
        text, base = (statement.words, statement.text) if statement else ("", "")
        self.keeper = Keeper(keeping, self.words, spot, text, base)
        self.keeper.typed.connect(self._begin)

    def _make_whose(self, statement: Statement | None) -> None:
        self.who = WhoPicker(self._folk, self.tr("Who said it"), worker=self.tr("You, the worker"))
        is_worker = bool(statement and statement.source == Source.WORKER and not statement.said_by)
        self.who.choose(statement.said_by if statement else (), worker=is_worker)
        self.who.chosen.connect(self._on_who)
        self.exact = Toggle(self.tr("Exact words"), "quote", high=44, radius=22)
        self.exact.setChecked(bool(statement and statement.exact_words))
        self.exact.clicked.connect(lambda: self._edit({"exact_words": self.exact.isChecked()}))

    def _make_more(self, statement: Statement | None) -> None:
        words, ground = self._ground.words, self._ground
        unsaid = self.tr("Not said")
        self.domain = ChoiceButton(
            self.tr("Part of life"), (("", unsaid), *words.options("statement_domain")), empty=unsaid
        )
        self.domain.chosen.connect(lambda key: self._edit({"domain": key}))
        self.language = ChoiceButton(
            self.tr("Language"), (("", unsaid), *words.options("language")), empty=unsaid
        )
        self.language.chosen.connect(lambda key: self._edit({"language": key}))
        self.priority = ChoiceButton(self.tr("How pressing"), self._pressing(), empty=unsaid)
        self.priority.chosen.connect(lambda key: self._edit({"priority": int(key or 0)}))
        self.day = DateField(
            self.tr("Said on"), read_day, lambda day: words.day(day, ground.today()), ground.today
        )
        self.about = WhoPicker(self._folk, self.tr("About whom"))
        self.about.chosen.connect(lambda ids: self._edit({"about": ids}))
        if statement is not None:
            self.domain.choose(statement.domain)
            self.language.choose(statement.language)
            self.priority.choose(str(statement.priority or ""))
            self.about.choose(statement.about)
        self.day.set_value(statement.said_on if statement else ground.today())
        self.day.changed.connect(self._on_day)
        self._day_field = Field(self.tr("Said on"), self.day)
        self._more = group(
            column(
                Field(self.tr("About whom"), self.about),
                Field(self.tr("Part of life"), self.domain),
                Field(self.tr("How pressing"), self.priority),
                self._day_field,
                Field(self.tr("Language"), self.language),
                gap=6,
            )
        )
        self._more.hide()

    def _make_verbs(self, statement: Statement | None, *, has_plan: bool) -> None:
        self.more_button = Button(self.tr("More"), kind="quiet", after="chevron-down")
        self.more_button.setAccessibleName(self.tr("More about it: about whom, when, which part of life"))
        self.more_button.clicked.connect(self._on_more)
        self.done_button = Button(self.tr("Keep it"), "check", "soft")
        self.done_button.clicked.connect(self.leave)
        self.closed_button = Button(self.tr("Done with"), "badge-check", "quiet", tone="good")
        self.closed_button.clicked.connect(self._on_closed)
        if statement is not None and not statement.is_current:
            self.closed_button.say(self.tr("It is so again"))
        self.remove_button = Button(self.tr("Remove"), "trash-2", "quiet", tone="bad")
        self.remove_button.clicked.connect(lambda: self.removal_wanted.emit(self.statement))
        self.step_button = Button(self.tr("Make it a step"), "footprints", "quiet", tone="info")
        self.step_button.setAccessibleName(self.tr("Make it a step in the plan"))
        self.step_button.clicked.connect(lambda: self.step_wanted.emit(self.statement))
        plannable = self.kind in {StatementKind.NEXT, StatementKind.NEED} and has_plan
        wanted = {self.closed_button: True, self.remove_button: True, self.step_button: plannable}
        for verb, is_wanted in wanted.items():
            if statement is None or not is_wanted:
                verb.hide()

    def _lay(self) -> None:
        hint = meta(self.tr("Every key is kept as you write."), lines=0)
        if self.statement is not None:
            hint.hide()
        tail = flow(self.done_button, self.closed_button, self.step_button, self.remove_button, gap=2)
        self.setLayout(
            column(
                self.words, hint, Field(self.tr("Who said it"), self.who), flow(self.exact, self.more_button),
                self._more, tail, gap=6, pad=(12, 12, 12, 10),
            )
        )  # fmt: skip

    def _asks(self) -> str:
        return {
            StatementKind.WORRY: self.tr("What might happen, and to whom?"),
            StatementKind.WELL: self.tr("What keeps the children safe now?"),
            StatementKind.NEXT: self.tr("What has to happen?"),
            StatementKind.STRENGTH: self.tr("What are they good at, who is there for them?"),
            StatementKind.NEED: self.tr("What do they need, in their words?"),
        }.get(StatementKind(self.kind), "")

    def _pressing(self) -> tuple[tuple[str, str], ...]:
        return (
            ("", self.tr("Not said")),
            ("3", self.tr("First")),
            ("2", self.tr("Soon")),
            ("1", self.tr("Later")),
        )

    def _begin(self) -> None:
        """Make room for it in the record, at the first key."""
        if self._is_begun:
            return
        self._is_begun = True
        job = partial(self._do.begin, self._ground.family_id, self._begun())
        Insisting(self._ground.lanes, self._ground.bus.publish).write(
            job, partial(_on_not_kept, self._ground)
        )
        more: dict[str, Given] = {
            "domain": self.domain.here(),
            "about": self.about.here(),
            "priority": int(self.priority.here() or 0),
        }
        day = self.day.value()
        if day is not None and day != self._ground.today():
            more["said_on"] = day
        if any(more.values()):
            self._edit(more)

    def _begun(self) -> Begun:
        return Begun(
            self.statement_id,
            self.kind,
            self.who.here(),
            self._source(),
            self.language.here(),
            self.exact.isChecked(),
        )

    def _edit(self, given: Mapping[str, Given]) -> None:
        if not self._is_begun:
            return  # it goes along when the first word is written
        job = partial(self._do.edit, self.statement_id, given)
        self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def _source(self) -> str:
        if self.who.is_worker():
            return Source.WORKER
        here = self.who.here()
        return source_of(self._folk.role(here[0])) if here else ""

    def _on_who(self, ids: tuple[str, ...]) -> None:
        self._edit({"said_by": ids, "source": self._source()})

    def _on_day(self, day: date | None) -> None:
        late = day is not None and day > self._ground.today()
        self._day_field.set_wrong(self.tr("That day is still to come.") if late else "")
        if day is not None and not late:
            self._edit({"said_on": day})

    def _on_more(self) -> None:
        self._more.setVisible(self._more.isHidden())
        self.more_button.say(self.tr("Less") if not self._more.isHidden() else self.tr("More"))

    def _on_closed(self) -> None:
        one = self.statement
        if one is None:
            return
        now = StatementStatus.RESOLVED if one.is_current else StatementStatus.CURRENT
        before = (
            StatementStatus(one.status) if one.status in set(StatementStatus) else StatementStatus.CURRENT
        )
        self._ground.lanes.write(
            self,
            partial(self._do.close, self.statement_id, now),
            partial(self._on_status, before),
            self._on_failed,
        )

    def _on_status(self, before: StatementStatus, changed: Changed) -> None:
        undo = partial(self._do.close, self.statement_id, before)
        words = self.tr("Done with; it stays in then and now.") if before is StatementStatus.CURRENT else ""
        ground = self._ground
        ground.say(
            words or self.tr("It is on the map again."), self.tr("Undo"), partial(put_back, ground, undo)
        )
        self.leave()
        ground.bus.publish(changed)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)


def put_back(ground: Ground, job: Callable[[], Changed]) -> None:
    """Undo something, whether or not what did it is still on the screen."""
    ground.lanes.write(ground.lanes, job, ground.bus.publish)


def _on_kept(ground: Ground, words: str, verb: str, undo: partial[Changed] | None) -> None:
    if undo is not None:
        ground.say(words, verb, partial(put_back, ground, undo))


def _on_not_kept(ground: Ground, error: EngageError) -> None:
    ground.say(Trouble().of(error), "", None)
