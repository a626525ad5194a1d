"""What a page shows of its spelling: a button with the count, keys, a line at its foot, and the language."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING
from engage_desktop.views.kit.words import Wordbook
from engage_desktop.views.spelling.helper import SpellHelper
from engage_desktop.views.spelling.speller import OFF, Speller
from engage_domain.spelling import LANGUAGES, usual_language


class SpellTool(QObject):
    """Spelling of one page about one note; `button` and `few` go into its head."""

    def __init__(self, page: Page, helper: SpellHelper, words: Wordbook, note_id: str) -> None:
        super().__init__(page)
        self._page, self._helper, self._words, self._note = page, helper, words, note_id
        self.speller = Speller(helper, self, words.language, helper.choices.get(note_id, ""))
        self.speller.changed.connect(self.tell)
        self.speller.chosen.connect(self._on_chosen)
        self._offer = QTimer(self)
        self._offer.setSingleShot(True)
        self._offer.setInterval(0)
        self._offer.timeout.connect(self.speller.offer_here)
        self.button = Button(self.tr("Spelling"), "spell-check", high=46)
        self.few = IconButton("spell-check", self.tr("Spelling"), "plain", tone="text", high=46)
        self.button.clicked.connect(lambda: self.open_menu(self.button))
        self.few.clicked.connect(lambda: self.open_menu(self.few))
        for keys, slot in (
            ("F7", lambda: self.step(1)),
            ("Shift+F7", lambda: self.step(-1)),
            ("Ctrl+.", self.speller.offer_here),
        ):
            QShortcut(QKeySequence(keys), page).activated.connect(slot)

    def expect(self, *languages: str) -> None:
        """Expect the first of some languages that has a dictionary."""
        self.speller.be_usually(usual_language(*languages, self._words.language))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of spelling."""
        return (
            ("F7, Shift+F7", self.tr("the next misspelt word, the one before")),
            ("Ctrl+.", self.tr("what may be meant by the word one is in")),
        )

    def place(self) -> dict[str, str]:
        """Return the language that was chosen by hand."""
        return {"spelling": self.speller.choice} if self.speller.choice else {}

    def restore(self, place: dict[str, str]) -> None:
        """Take it again."""
        chosen = place.get("spelling", "")
        if chosen in {OFF, *LANGUAGES}:
            self._helper.choices[self._note] = chosen
            self.speller.restore(chosen)

    def step(self, by: int) -> None:
        """Go to another misspelt word; say so when there is none."""
        if not self.speller.step(by):
            self.tell()

    def counted(self) -> str:
        """Return how many words deserve a look, in words."""
        if not self.speller.works:
            return self.tr("Spelling cannot be looked at just now")
        if not self.speller.language:
            return self.tr("Spelling is not looked at")
        count = self.speller.count()
        if count == 1:
            return self.tr("one word to look at")
        return self.tr("{n} words to look at").format(n=count) if count else self.tr("No word to look at")

    def tell(self) -> None:
        """Show the count on the button and at the foot of the page."""
        words, count = self.counted(), self.speller.count()
        self.button.say(self.tr("Spelling: {n}").format(n=count) if count else self.tr("Spelling"))
        for button in (self.button, self.few):
            button.setAccessibleName(f"{self.tr('Spelling')}: {words}")
            button.setToolTip(words)
        self._page.state.set_net(f"{words} · F7" if count else words, "spell-check")

    def open_menu(self, under: Button) -> None:
        """Offer the way through the words, and the language."""
        self.speller.look()
        menu = QMenu(under)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Spelling"))
        head = menu.addAction(look().icon("info", "muted", 18), self.counted())
        head.setEnabled(False)
        some = bool(self.speller.count())
        for icon, label, by in (
            ("arrow-down", self.tr("Next word"), 1),
            ("arrow-up", self.tr("Word before"), -1),
        ):
            action = menu.addAction(
                look().icon(icon, "text", 18), f"{label}\t{'F7' if by > 0 else 'Shift+F7'}"
            )
            action.setEnabled(some)
            action.triggered.connect(lambda _on=False, way=by: self.step(way))
        word = self.speller.word_here()
        if word:
            label = self.tr("What may be meant by “{word}”").format(word=word)
            offer = menu.addAction(look().icon("spell-check", "text", 18), f"{label}\tCtrl+.")
            # One menu has to be gone before the next can come.
            offer.triggered.connect(lambda: menu.destroyed.connect(self._offer.start))
        menu.addSeparator()
        for code, label in self._languages():
            ink = "primary" if code == self.speller.choice else "raised"
            action = menu.addAction(look().icon("check", ink, 18), label)
            action.setCheckable(True)
            action.setChecked(code == self.speller.choice)
            action.triggered.connect(lambda _on=False, said=code: self.speller.choose(said))
        menu.popup(under.mapToGlobal(QPoint(RING, under.height())))

    def _languages(self) -> tuple[tuple[str, str], ...]:
        found = self.speller.language if not self.speller.choice else ""
        own = self.tr("Language by the words themselves")
        name = self._words.word("language", found) if found else ""
        return (
            ("", f"{own} ({name})" if name else own),
            *((code, self._words.word("language", code)) for code in LANGUAGES),
            (OFF, self.tr("Do not look at spelling here")),
        )

    def _on_chosen(self, language: str) -> None:
        self._helper.choices[self._note] = language
        self.tell()
