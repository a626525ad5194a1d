"""The note: facts on top, the worker's words in the middle, what is not yet used at the side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from engage_desktop.errors import EngageError
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.notices import ErrorState, LoadingState
from engage_desktop.views.kit.page import Page
from engage_desktop.views.note.body import NoteBody
from engage_desktop.views.note.fact_sheets import FactSheet
from engage_desktop.views.note.facts import FactName, FactsCard, fact_values
from engage_desktop.views.note.final_view import FinalView
from engage_desktop.views.note.finalise_sheet import FinaliseSheet
from engage_desktop.views.note.moving import scroll_to, take_mark_out, use_mark
from engage_desktop.views.note.papers_card import PapersCard
from engage_desktop.views.note.room import where_in
from engage_desktop.views.note.saying import kept_words, saved_words, trouble_words
from engage_desktop.views.note.second_look import SecondLooker
from engage_desktop.views.note.sections import Sections
from engage_desktop.views.note.services import Around, Hand, NoteServices
from engage_desktop.views.note.side import UnusedCard
from engage_desktop.views.spelling.tool import SpellTool
from engage_domain.note import Finding, Note, missing
from engage_wire.changed import Changed

INTEREST = ("contact", "contact_body", "contact_participant", "mark", "action_step", "addendum", "person")


class NotePage(Page):
    """A progress note, from draft to final. Every keystroke is kept; there is no Save button."""

    debrief_opened = Signal(str)

    def __init__(self, contact_id: str, services: NoteServices, around: Around) -> None:
        super().__init__(self_title(), back=True)
        self._id, self._services, self._around, self._words = contact_id, services, around, around.words
        self.hand = Hand(contact_id, services, around, self)
        self.hand.saved.connect(self._on_saved)
        self.hand.failed.connect(self._on_trouble)
        self._note: Note | None = None
        self._wanted: dict[str, str] = {}
        self._sheet: FactSheet | None = None
        self.sections: Sections | None = None
        self.final: FinalView | None = None
        self.spell = SpellTool(self, around.spelling, around.words.book, contact_id)
        self._make_actions()
        self.set_body(LoadingState())
        self.state.set_work(kept_words())
        self._looker = SecondLooker(services.look, around.lanes, self)
        self._looker.due.connect(self.look_again)
        self._looker.found.connect(self._show_findings)
        self._refresh = Refresh(around.bus, self, INTEREST, self.reload)
        self._refresh.now()

    # what the window asks

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page and what they do."""
        return (
            (self.tr("Ctrl+Down, Ctrl+Up"), self.tr("the next section, the one before")),
            ("Ctrl+Z, Ctrl+Shift+Z", self.tr("undo and redo")),
            *self.spell.keys(),
            ("Tab", self.tr("facts, words, marks, in this order")),
            (self.tr("Enter on a fact"), self.tr("put it right")),
        )

    def place(self) -> dict[str, str]:
        """Return the section, the cursor and how far the page is scrolled."""
        place = {"contact": self._id, **self.spell.place()}
        if self.sections is not None:
            name = self.sections.last
            cursor = self.sections.areas[name].textCursor()
            scroll = self.sections.room.verticalScrollBar().value()
            place |= {"section": name, "cursor": where_in(cursor), "scroll": str(scroll)}
        elif self.final is not None:
            place["scroll"] = str(self.final.room.verticalScrollBar().value())
        return place

    def restore(self, place: dict[str, str]) -> None:
        """Go back to the section, the cursor and the scroll."""
        self._wanted = dict(place)
        self.spell.restore(place)
        if self._note is not None:
            self._go_where_wanted()

    def settle(self) -> None:
        """Write everything typed here into the records."""
        if self.sections is not None:
            self.sections.settle()
        if self.final is not None:
            self.final.settle()
        if self._note is not None and not self._note.contact.is_final:
            job = partial(self._services.settle_all, self._id)
            self._around.lanes.write(self, job, self._around.bus.publish)

    # showing

    def reload(self) -> None:
        """Look at the note again."""
        self._around.lanes.read(self, partial(self._services.read, self._id), self._show, self._on_gone)

    def _show(self, note: Note) -> None:
        first = self._note is None
        turned = self._note is not None and self._note.contact.is_final != note.contact.is_final
        grown = self._note is not None and self._note.addenda != note.addenda
        self._note = note
        if first:
            self._build(note)
        elif turned or (grown and note.contact.is_final):
            self._hold(note)
        if self.sections is not None:
            self.sections.show_note(note)
        self.body.show_contact(note.contact, self._words)
        self.spell.expect(note.contact.language, *note.contact.family_languages)
        if self._sheet is not None:
            self._sheet.show_contact(note.contact)
        self._name_actions()
        self._looker.soon.start()
        if first:
            self._go_where_wanted()

    def _build(self, note: Note) -> None:
        self.body = NoteBody(self._words, UnusedCard(self.hand), PapersCard(self.hand))
        body = self.body
        body.facts.opened.connect(lambda name: self.open_fact(FactName(name)))
        body.sentence.wanted.connect(self.open_facts)
        body.unused.use_wanted.connect(self.use)
        body.unused.back_wanted.connect(self.take_out)
        body.look.look_wanted.connect(self.look)
        body.look.fine.connect(self._looker.leave)
        body.finalise.wanted.connect(self.ask_to_finalise)
        body.arranged.connect(self._name_actions)
        names = partial(self._services.names, note.contact.family_id)
        self._around.lanes.read(self, names, self.spell.speller.know)
        self._hold(note)
        self.set_body(body, scroll=False)

    def _hold(self, note: Note) -> None:
        if note.contact.is_final:
            self.sections = None
            self.final = FinalView(self.hand, note)
            self.final.add_wanted.connect(self._add)
            self.spell.speller.attach(self.final.area)
            self.body.hold(self.final)
            return
        self.final = None
        self.sections = Sections(self.hand, note)
        self.sections.typed.connect(self._looker.soon.start)
        self.sections.both_wanted.connect(self._put_both_in)
        self.sections.mine_wanted.connect(self._keep_mine)
        for area in self.sections.areas.values():
            self.spell.speller.attach(area)
        self.body.hold(self.sections)

    def _on_gone(self, _error: EngageError) -> None:
        gone = ErrorState(self.tr("This note is not on this laptop any more"))
        gone.retry_wanted.connect(self.reload)
        self._note, self.sections, self.final = None, None, None
        self.set_body(gone)

    def _go_where_wanted(self) -> None:
        wanted, self._wanted = self._wanted, {}
        if self.final is not None:
            scroll_to(self.final.room, wanted)
        if self.sections is None or self._note is None:
            return
        written = next((s.name for s in self._note.sections if s.being_written), "")
        name = wanted.get("section") or written or next(iter(self.sections.areas))
        size = len(self.sections.keepers[name].text) if name in self.sections.keepers else 0
        at = wanted.get("cursor", "")
        self.sections.go(name, int(at) if at.isdecimal() else size)
        scroll_to(self.sections.room, wanted)

    # actions of the page

    def _make_actions(self) -> None:
        self.steps = Button(self.tr("Seven steps"), "list-checks", high=46)
        self.few_steps = IconButton("list-checks", self.tr("Seven steps"), "plain", tone="text", high=46)
        self.few_steps.clicked.connect(self.steps.click)
        self.shield = IconButton(
            "shield", self.tr("Some words may belong under Safety"), "plain", tone="text", high=46
        )
        self.marks = Button("", "quote", "soft", tone="plum", high=46)
        self.finalise = Button(self.tr("Finalise…"), kind="primary", high=46)
        self.steps.clicked.connect(lambda: self.debrief_opened.emit(self._id))
        self.shield.clicked.connect(self.look)
        self.marks.clicked.connect(self.open_marks)
        self.finalise.clicked.connect(self.ask_to_finalise)
        spelling = (self.spell.button, self.spell.few)
        actions = (self.steps, self.few_steps, *spelling, self.shield, self.marks, self.finalise)
        self.set_actions(*actions)
        for action in actions:
            action.hide()

    def _name_actions(self) -> None:
        note = self._note
        if note is None:
            return
        folded, open_ = self.body.folded, not note.contact.is_final
        count = self.body.unused.count()
        stepped = open_ and note.contact.happened
        self.steps.setVisible(stepped and not folded)
        self.few_steps.setVisible(stepped and folded)
        self.spell.button.setVisible(open_ and not folded)
        self.spell.few.setVisible(open_ and folded)
        self.set_title(self_title(), "" if folded else self._subtitle_of(note))
        self.shield.setVisible(folded and bool(self._looker.findings))
        self.marks.setVisible(folded and open_ and bool(count))
        self.marks.say(self._words.book.count("mark", count))
        self.finalise.setVisible(folded and open_)

    def _subtitle_of(self, note: Note) -> str:
        status = self._words.book.word("contact_status", note.contact.status)
        return " · ".join(filter(None, (note.contact.family, self._words.kind(note.contact), status)))

    # facts

    def open_fact(self, name: FactName) -> None:
        """Open one fact to put it right, or to read it whole when the note is final."""
        if self._note is None:
            return
        contact = self._note.contact
        if contact.is_final:
            fact = self.body.facts.facts[name]
            sheet = Sheet(self, fact.label, fact_values(self._words, contact)[name])
            sheet.add_answer(self.tr("Done"), "check", main=True)
            sheet.open()
            return
        self._sheet = FactSheet(self, self.hand, name, contact)
        self._sheet.finished.connect(self._on_sheet_closed)
        self._sheet.open()

    def open_facts(self) -> None:
        """Open all facts, where there is no room for them on the page."""
        if self._note is None:
            return
        sheet = Sheet(self, self.tr("Facts"), width=720)
        card = FactsCard(self._words)
        card.show_contact(self._note.contact)
        card.opened.connect(lambda name: self._from(sheet, FactName(name)))
        sheet.add(card)
        sheet.add_answer(self.tr("Done"), "check", main=True)
        sheet.open()

    def _from(self, sheet: Sheet, name: FactName) -> None:
        sheet.reject()
        self.open_fact(name)

    def _on_sheet_closed(self) -> None:
        self._sheet = None
        self._refresh.now()

    # marks

    def open_marks(self) -> None:
        """Open the marks not used yet, where there is no room for them on the page."""
        if self._note is None:
            return
        sheet = Sheet(self, self.tr("Marks of this contact"), width=640)
        card = UnusedCard(self.hand)
        card.show_contact(self._note.contact)
        for wanted, act in ((card.use_wanted, self.use), (card.back_wanted, self.take_out)):
            wanted.connect(sheet.accept)
            wanted.connect(act)
        sheet.add(card)
        sheet.add_answer(self.tr("Done"), "check", main=True)
        sheet.open()

    def use(self, mark_id: str) -> None:
        """Put a mark's words into the section where they belong; it can be undone."""
        if self._note is not None and self.sections is not None:
            use_mark(self.hand, self.sections, self._note.contact, mark_id)

    def take_out(self, mark_id: str) -> None:
        """Take a mark's words out of the note; words that were rewritten since stay."""
        if self._note is not None and self.sections is not None:
            take_mark_out(self.hand, self.sections, self._note.contact, mark_id)

    # two versions

    def _put_both_in(self, section: str) -> None:
        if self.sections is not None:
            self.sections.flush()
            self.hand.write(self._services.keep_both, section, then=lambda _: self._take(section))

    def _take(self, section: str) -> None:
        job = partial(self._services.read, self._id)
        self._around.lanes.read(self, job, partial(self._taken, section))

    def _taken(self, section: str, note: Note) -> None:
        if self.sections is not None:
            self.sections.take(note, section)

    def _keep_mine(self, section: str) -> None:
        if self.sections is not None:
            self.sections.keepers[section].settle()

    # words that may belong under Safety

    def look_again(self) -> None:
        """Look through the words as they stand now."""
        if self._note is not None:
            texts = self.sections.texts if self.sections is not None else self._note.texts
            self._looker.read(texts, self._note.contact)

    def look(self) -> None:
        """Show the next place that deserves a second look."""
        found = self._looker.next()
        if found is not None and self.sections is not None:
            self.sections.go(found.section, found.start, found.length)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.body.look.show_findings(findings)
        self.shield.setToolTip(self.body.look.words())
        self.shield.setAccessibleName(self.body.look.words())
        self._name_actions()

    # for good

    def ask_to_finalise(self) -> None:
        """Keep what was typed, then ask, saying what is missing."""
        if self.sections is None:
            return
        self.sections.flush()
        self._around.lanes.write(self, partial(self._services.read, self._id), self._ask)

    def _ask(self, note: Note) -> None:
        gaps = missing(note, self._words.now())
        sheet = FinaliseSheet(self, note, gaps, self._words)
        sheet.fix_wanted.connect(lambda name: self.open_fact(FactName(name)))
        sheet.section_wanted.connect(self._go_to)
        sheet.accepted.connect(self._finalise)
        sheet.open()

    def _go_to(self, section: str) -> None:
        if self.sections is not None:
            self.sections.go(section)

    def _finalise(self) -> None:
        self.hand.write(self._services.finalise)

    def _add(self, words: str) -> None:
        self.hand.write(self._services.addendum, words, then=self._on_added)

    def _on_added(self, _changed: Changed) -> None:
        self._refresh.now()

    # saying

    def _on_saved(self) -> None:
        self.state.set_work(saved_words(self._words))

    def _on_trouble(self, error: EngageError) -> None:
        self.state.set_work(trouble_words(error), "triangle-alert", "bad")


def self_title() -> str:
    """Return what the page is called."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("NotePage", "Progress note")
