from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import column, group
from engage_desktop.views.kit.marks import Avatar, Card
from engage_desktop.views.kit.text import PageTitle, Text
from engage_desktop.views.kit.theme import Theme, look


def test_the_bundled_font_has_its_four_weights(app: QApplication) -> None:
    assert "Inter" in QFontDatabase.families()
    for weight in (400, 500, 600, 700):
        assert QFontInfo(look().font(15, weight)).weight() == QFont.Weight(weight)


def test_a_window_already_open_grows_with_the_text(qtbot: QtBot, dress: Dress) -> None:
    words, button = Text("Elena"), Button("Finish", "pen-line")
    window = group(column(words, button, gap=8, pad=(10, 10, 10, 10)))
    qtbot.addWidget(window)
    window.show()
    small = (words.sizeHint().height(), button.sizeHint().width())
    dress(scale=2.0)
    assert words.sizeHint().height() > 1.8 * small[0]
    assert button.sizeHint().width() > 1.6 * small[1]
    inner = window.layout()
    assert inner is not None
    assert inner.contentsMargins().left() > 10


def test_a_window_already_open_turns_dark(qtbot: QtBot, app: QApplication, dress: Dress) -> None:
    card = Card(column(Text("Words"), pad=(20, 20, 20, 20)))
    qtbot.addWidget(card)
    card.resize(200, 100)
    card.show()

    def middle() -> int:
        app.processEvents()
        image: QImage = card.grab().toImage()
        return image.pixelColor(180, 80).lightness()

    light = middle()
    dress(dark=True)
    assert middle() < light - 150


def test_targets_grow_only_by_half_again_and_spaces_by_a_quarter() -> None:
    theme = Theme(scale=2.0)
    assert (theme.px(44), theme.tall(44), theme.gap(20)) == (88, 66, 25)
    assert theme.large
    assert not Theme(scale=1.1).large


def test_a_page_title_grows_a_little_less_than_other_words(qtbot: QtBot, dress: Dress) -> None:
    title = PageTitle("Families")
    qtbot.addWidget(title)
    dress(scale=2.0)
    assert title.font().pixelSize() == round(28 * 0.8 * 2)


def test_signs_keep_their_shape_at_every_size(qtbot: QtBot, dress: Dress) -> None:
    avatar = Avatar("AG", "clay", 44, "Alvarez–Greene")
    qtbot.addWidget(avatar)
    for scale in (1.0, 1.5, 2.0):
        dress(scale=scale)
        assert avatar.sizeHint().toTuple() == (round(44 * scale), round(44 * scale))
