"""Every widget of the kit as pictures: `python -m tests.gui.kit.gallery FOLDER [name …]`.

Each scene is drawn light and dark, at 100, 150 and 200 %, and checked for words cut off, small targets and
controls without a name; what is found is printed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from engage_desktop.views.kit import theme
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.dates import DateField, TimeField
from engage_desktop.views.kit.days import day_reader
from engage_desktop.views.kit.face import BigTile, Button, Check, IconButton, Toggle
from engage_desktop.views.kit.inputs import (
    ChoiceButton,
    Field,
    LineEdit,
    SearchField,
    SecretField,
    Segmented,
    TextArea,
)
from engage_desktop.views.kit.layout import SplitBody, column, flow, group, row
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.marks import Avatar, Badge, Card, Chip, IconPlate, MonthTile, legend
from engage_desktop.views.kit.notices import EmptyState, ErrorState, Notice, ProgressPanel, Toast
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.paint import END, Sketch, TileShape, text_height
from engage_desktop.views.kit.rail import Place, Rail, SyncMark
from engage_desktop.views.kit.shell import Shell
from engage_desktop.views.kit.tabs import Tabs
from engage_desktop.views.kit.text import Text, meta, panel_title, paragraph
from engage_desktop.views.kit.tokens import TONES
from engage_desktop.views.kit.words import wordbook

WORDS = wordbook("en")
PLACES = (
    Place("today", "Today", "sunrise"),
    Place("families", "Families", "users"),
    Place("review", "Review", "inbox"),
)


def monday() -> date:
    return date(2026, 11, 23)


def shell(page: Page, key: str = "today") -> Shell:
    rail = Rail(PLACES)
    rail.set_sync(SyncMark.HERE_ONLY, 3, "Only on this laptop: 3 notes")
    frame = Shell(rail)
    frame.show_page(page, key)
    page.state.set_work("Saved 08:41:07 on this laptop · 3 notes not yet with the agency")
    page.state.set_net("No internet; that is fine")
    return frame


def need(icon: str, tone: str, title: str, words: str, verb: str) -> QWidget:
    said = column(
        None, Text(title, weight=600, lines=0), Text(words, size=14, ink="muted", lines=0), None, gap=2
    )
    return group(row(IconPlate(icon, tone), (said, 1), Button(verb, kind="soft", tone=tone), gap=12))


def stop(name: str, words: str, tone: str, chip: Chip) -> QWidget:
    names = column(None, Text(name, size=18, weight=600), Text(words, size=14, ink="muted"), None, gap=2)
    brief = Button("Brief", kind="quiet", after="chevron-right")
    return Card(row(Avatar(name[0], tone), (names, 1), chip, brief, gap=12, pad=(20, 14, 12, 14)))


def today() -> QWidget:
    page = Page("Monday 23 November", "Four families today. No school this week, so the children are home.")
    page.set_actions(
        Button("Plan my day", "printer", high=48),
        Button("Start visit", "house", "primary", after="chevron-down", high=48, size=16),
    )
    chips = flow(
        meta("See today"),
        Chip("Mateo, alone", "warn", "eye"),
        Chip("Luz’s new crib", "sand", "house"),
        Chip("Bus pass", "sand", "ticket"),
        Chip("Spanish", "info", "languages"),
    )
    names = column(
        Text("Alvarez–Greene", size=22, weight=700),
        Text("Home visit · Elena 12, Mateo 8", ink="muted"),
        gap=2,
    )
    quote = Text("“We want one house where nobody whispers.”", weight=500, lines=0)
    first = Card(
        column(
            row(Avatar("AG", "clay", 48), (names, 1), Chip("in 19 minutes", "primary", "clock"), gap=14),
            chips,
            row(
                IconPlate("message-square-quote", "plum", 36),
                (quote, 1),
                Button("Brief", kind="soft", after="chevron-right"),
                gap=10,
            ),
            gap=12,
            pad=(20, 18, 18, 18),
        ),
        line="primary",
    )
    stops = column(
        first,
        stop(
            "Baptiste",
            "Court, room 4 · Noé 3 · Haitian Creole",
            "plum",
            Chip("Report printed", "good", "check"),
        ),
        stop(
            "Chen",
            "Coached visit with Mr Chen · Lily 6, Jun 2",
            "info",
            Chip("Mandarin", "info", "languages"),
        ),
        stop(
            "Dobbs",
            "Family meeting, St. Mark’s hall · 11 people",
            "good",
            Chip("2 to prepare", "warn", "list-checks"),
        ),
        None,
        gap=12,
    )
    needs = Card(
        column(
            row((panel_title("Needs you"), 1), meta("worst first")),
            need(
                "circle-dashed",
                "warn",
                "Noé, not seen yet this month",
                "Baptiste · seven days left",
                "Plan visit",
            ),
            need("pen-line", "clay", "Friday’s note is unfinished", "Chen · 4 marks not yet used", "Finish"),
            need("git-compare", "info", "Two versions of one goal", "Yours and Priya’s, both kept", "Look"),
            need("ticket", "plum", "You promised Ida a bus pass", "Due today", "Done"),
            gap=8,
            pad=(22, 18, 18, 18),
        )
    )
    shapes = [TileShape.SEEN] * 8 + [TileShape.AWAY] * 3 + [TileShape.DUE] * 2 + [TileShape.MISSED]
    month = Card(
        column(
            row((panel_title("November"), 1), meta("14 children")),
            flow(*(MonthTile(s, f"child {n}: {s}", 42) for n, s in enumerate(shapes)), gap=14, line_gap=14),
            flow(
                legend(TileShape.SEEN, "seen at home"),
                legend(TileShape.AWAY, "seen elsewhere"),
                legend(TileShape.DUE, "not seen yet"),
                legend(TileShape.MISSED, "missed, reason kept"),
                gap=20,
            ),
            gap=14,
            pad=(22, 18, 18, 18),
        )
    )
    page.set_body(SplitBody(group(stops), group(column(needs, month, None, gap=12)), 440), name="The day")
    return shell(page)


def buttons() -> QWidget:
    page = Page("Buttons and signs", back=True, with_rail=False)
    page.set_chips(Chip("since 09:04", "good", "clock"), meta("17 minutes"))
    page.set_actions(
        Button("Show family screen", "monitor", high=50), Button("Leave", "log-out", "primary", high=50)
    )
    page.set_tabs(
        Tabs(
            "Parts",
            tuple(
                (p.lower(), p)
                for p in (
                    "Overview",
                    "People",
                    "Story",
                    "Understand",
                    "Plan",
                    "Solutions",
                    "Meetings",
                    "Safety",
                )
            ),
            "people",
        )
    )
    kinds = flow(
        Button("Primary", "check", "primary"),
        Button("Plain", "printer"),
        Button("Quiet", "undo-2", "quiet"),
        Button("Stop for safety", "octagon-x", "danger"),
        *(Button(t.title(), kind="soft", tone=t) for t in TONES),
        IconButton("menu", "Menu", "plain", tone="text"),
        IconButton("x", "Close"),
    )
    off = Button("Not now", "lock", "primary")
    off.setEnabled(False)
    health, school = Toggle("Health", "stethoscope"), Toggle("School", "graduation-cap")
    school.setChecked(True)
    ticked = Check("Read aloud done")
    ticked.setChecked(True)
    toggles = flow(off, health, school, Toggle("Substance use", "leaf"), ticked, Check("I read it"))
    wanted = Segmented("Seen alone", (("yes", "Yes"), ("no", "No"), ("na", "n/a")), solid=True)
    wanted.set_wanted(True)
    chosen = Segmented("Seen alone", (("yes", "Yes"), ("no", "No"), ("na", "n/a")), "yes", solid=True)
    tools = Segmented("Sort", (("need", "By need"), ("name", "Name"), ("next", "Next visit")), "need")
    said, promise = BigTile("Said", "quote", "plum"), BigTile("Promise", "handshake", "info")
    said.set_count(2)
    tiles = row(
        (said, 1), (promise, 1), (BigTile("Strength", "sparkles", "good"), 1), (BigTile("Worry", "circle-alert", "warn"), 1),
        (BigTile("Photo, scan", "camera", "sand"), 1), gap=4,
    )  # fmt: skip
    signs = flow(
        *(Chip(t.title(), t, "clock") for t in TONES),
        *(Avatar(f"{t[0].upper()}G", t) for t in (*TONES, "p0", "p1", "p2", "p3", "p4", "p5", "p6")),
        *(MonthTile(s, s) for s in TileShape),
        Badge(2),
        Badge(12, "info"),
        Badge(128, "warn"),
        IconPlate("ticket", "plum"),
    )
    body = column(kinds, toggles, flow(wanted, chosen, tools, gap=16), tiles, signs, None, gap=14)
    page.set_body(group(body), name="Buttons")
    page.state.set_work("Every tap is kept on this laptop as you make it · 09:21:36")
    return page


def forms() -> QWidget:
    page = Page("Places to write", "Everything has a name, a hint and a keyboard way in")
    wrong = Field("Case number", LineEdit("Case number"), "As on the letter")
    wrong.set_wrong("That number is already used by another family.")
    area = TextArea("What they want", "A sentence or two is enough", least_lines=5)
    area.setPlainText(
        "Marisol wants the children home every school night, and her mother there on Thursdays. Mateo wants to keep "
        "soccer. Elena asked for a door that closes."
    )
    secret = SecretField("Passphrase")
    secret.edit.setText("quiet river lamp")
    left = column(
        SearchField("Search families", "Search names and notes", "Ctrl+F"),
        Field("First name", LineEdit("First name", "As the family says it")),
        wrong,
        Field("Passphrase", secret),
        Field("In a sentence or two, what do they want?", area),
        None,
        gap=10,
    )
    day = DateField("Next visit", day_reader(WORDS, monday), WORDS.day, monday, WORDS.day_written)
    day.set_value(date(2026, 11, 27))
    at = TimeField("From", lambda: time(9, 4))
    at.set_value(time(15, 32))
    right = column(
        Field("Language at home", ChoiceButton("Language", (("es", "Spanish"), ("en", "English"), ("ht", "Haitian Creole")), "es")),
        Field("Next visit", day, "“Friday”, “tomorrow” or 27/11"),
        Field("From", at),
        Notice("Two words may belong under Safety", "Nobody is stopping you; it is worth a look before others read this.", tone="sand"),
        ProgressPanel("Fetching three families"),
        None,
        gap=10,
    )  # fmt: skip
    page.set_body(SplitBody(group(left), group(right), 400), name="Fields")
    return shell(page, "families")


def states() -> QWidget:
    page = Page("Nothing, trouble, waiting")
    empty = EmptyState(
        "users", "No families yet", "This is where your families live. Start with one you will see today."
    )
    empty.add_verb("New family", "plus", primary=True)
    error = ErrorState("This page could not be read")
    notice = Notice("Caps Lock is on", tone="warn", closable=True)
    verb = Notice(
        "When you finalise",
        "These words, times and names stay as they are, for good. Later thoughts go in an addendum beside them.",
        tone="primary",
        icon="lock",
    )
    verb.add_verb("Look")
    verb.add_verb("Fine as it is")
    progress = ProgressPanel("Writing the encrypted copy")
    progress.show_progress(3, 7, "3 of 7 parts")
    cards = flow(
        *(
            Card(row(Text(t.title(), ink=t, weight=600), pad=(20, 16, 20, 16)), fill=f"{t}soft", line="")
            for t in TONES
        )
    )
    body = column(
        row((empty, 1), (error, 1)), row((notice, 1), (verb, 1), (progress, 1), gap=10), cards,
        paragraph("Reading text wraps and has air between its lines. " * 5), None, gap=12,
    )  # fmt: skip
    page.set_body(group(body), name="States")
    page.set_first(verb.findChildren(Button)[0])
    frame = shell(page, "review")
    frame.resize(1366, 740)
    Toast(frame).say("The promise is kept as done.", "Undo")
    return frame


@dataclass(frozen=True)
class Hit:
    name: str
    when: str
    words: str
    mark: tuple[int, int]


class HitDelegate(CardDelegate[Hit]):
    def height(self, row: Hit, width: float) -> float:
        return theme.look().px(34) + text_height(row.words, width, leading=1.3, lines=2)

    def draw(self, sketch: Sketch, rect: QRectF, row: Hit, _state: CardState) -> None:
        px = theme.look().px
        sketch.avatar(QRectF(rect.left(), rect.top(), px(28), px(28)), row.name[0], "info")
        sketch.words(
            QRectF(rect.left() + px(40), rect.top(), rect.width() - px(140), px(28)),
            row.name,
            weight=600,
            middle=True,
        )
        date = QRectF(rect.right() - px(140), rect.top(), px(140), px(28))
        sketch.words(date, row.when, "muted", 13, 500, align=END, middle=True)
        words = QRectF(rect.left(), rect.top() + px(34), rect.width(), rect.height() - px(34))
        sketch.words(words, row.words, lines=2, leading=1.3, marks=(row.mark,))


def lists() -> QWidget:
    page = Page("Families")
    page.set_actions(Button("New family", "plus", "primary", high=48))
    view = CardListView("Notes that speak of it", columns_from=1400)
    model = FrozenListModel[Hit](
        key=lambda h: (h.name, h.when), speech=lambda h: f"{h.name}, {h.when}: {h.words}"
    )
    said = "…Ida keeps the little ones on clinic days if she has a bus pass. Promised by the 23rd, and again in front of everybody at the table…"
    model.show([Hit(f"Family {n}", f"{n} November", said, (said.index("bus pass"), 8)) for n in range(1, 40)])
    view.setModel(model)
    view.setItemDelegate(HitDelegate(view))
    body = group(column(SearchField("Search", "Search names and notes", "Ctrl+F"), (view, 1), gap=6))
    page.set_body(body, scroll=False)
    page.set_first(view)
    return shell(page, "families")


SCENES: dict[str, Callable[[], QWidget]] = {f.__name__: f for f in (today, buttons, forms, states, lists)}


def shoot(
    app: QApplication, name: str, folder: Path, *, dark: bool, scale: float, rtl: bool = False
) -> list[str]:
    theme.Theme(dark=dark, scale=scale).apply(app)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    scene = SCENES[name]()
    scene.resize(1366, 740)
    scene.show()
    scene.activateWindow()
    for _ in range(4):
        app.processEvents()
    label = f"{name}-{'dark' if dark else 'light'}-{round(scale * 100)}{'-rtl' if rtl else ''}"
    scene.grab().save(str(folder / f"{label}.png"))
    least = scene.minimumSizeHint()
    found = (
        [f"needs {least.width()}x{least.height()}"] if least.width() > 1366 or least.height() > 740 else []
    )
    found += [str(fault) for fault in audit(scene)]
    scene.close()
    scene.deleteLater()
    app.processEvents()
    return [f"{label}: {fault}" for fault in found]


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/gallery")
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[2:] or list(SCENES)
    app = QApplication(sys.argv[:1])
    found: list[str] = []
    for name in wanted:
        for dark in (False, True):
            for scale in (1.0, 1.5, 2.0):
                found += shoot(app, name, folder, dark=dark, scale=scale)
        found += shoot(app, name, folder, dark=False, scale=1.0, rtl=True)
    print("\n".join(found) or "no faults")
    return 0


if __name__ == "__main__":
    sys.exit(main())
