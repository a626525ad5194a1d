from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocumentFragment
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.layout import column, group, row, scrolled
from engage_desktop.views.kit.text import Text, paragraph
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.wrap import wrapped

LONG = "Marisol wants the children home every school night, and her mother there on Thursdays. " * 3


def test_what_people_write_is_shown_as_they_wrote_it(qtbot: QtBot) -> None:
    words = Text("<b>bold</b> & <img src=file:///etc/passwd>")
    qtbot.addWidget(words)
    assert words.textFormat() is Qt.TextFormat.PlainText
    assert words.text().startswith("<b>")


def test_one_line_elides_and_offers_the_rest_as_a_tip(qtbot: QtBot) -> None:
    words = Text(LONG)
    qtbot.addWidget(words)
    words.resize(120, 30)
    words.show()
    assert words.is_cut()
    assert words.toolTip() == LONG


@pytest.mark.parametrize("said", ["<b>bold</b>", "<img src='file:///etc/passwd'> & Co", "a < b, Ana <3"])
def test_a_tip_reads_as_people_wrote_it(qtbot: QtBot, said: str) -> None:
    tip = plain_tip(said)
    shown = QTextDocumentFragment.fromHtml(tip).toPlainText() if Qt.mightBeRichText(tip) else tip
    assert shown == said
    words = Text(said * 40)
    qtbot.addWidget(words)
    words.resize(120, 30)
    words.show()
    assert words.toolTip() == plain_tip(said * 40)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [180, 320, 700])
def test_wrapped_words_never_lose_their_last_line(
    qtbot: QtBot, app: QApplication, dress: Dress, scale: float, width: int
) -> None:
    dress(scale=scale)
    words = paragraph(LONG)
    side = group(column(Text("Beside"), None))
    body = scrolled(column(row((words, 1), side), None), "Words")
    qtbot.addWidget(body)
    body.resize(width, 200)
    body.show()
    app.processEvents()
    assert not words.is_cut()
    assert words.height() >= words.heightForWidth(words.width())


def test_some_lines_and_no_more(qtbot: QtBot) -> None:
    font = look().font(15)
    two = wrapped(LONG, font, 200, lines=2)
    all_of_it = wrapped(LONG, font, 200)
    assert two.cut
    assert not all_of_it.cut
    assert two.layout.lineCount() == 2
    assert two.layout.text().endswith("…")


def test_new_words_take_their_room_at_once(qtbot: QtBot, app: QApplication) -> None:
    words = paragraph("Short.")
    body = scrolled(column(words, None), "Words")
    qtbot.addWidget(body)
    body.resize(300, 400)
    body.show()
    app.processEvents()
    words.setText(LONG)
    app.processEvents()
    assert not words.is_cut()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), width=st.integers(20, 600), lines=st.integers(0, 4))
def test_any_text_fits_the_lines_it_is_given(app: QApplication, text: str, width: int, lines: int) -> None:
    block = wrapped(text, look().font(15), width, lines=lines)
    assert block.height > 0
    if lines:
        assert block.layout.lineCount() <= lines
