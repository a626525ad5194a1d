from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engage_desktop.views.kit.i18n import install_translator, remove_translators
from engage_desktop.views.kit.notices import ErrorState
from engage_desktop.views.kit.rail import Rail
from engage_desktop.views.kit.words import wordbook

ROOT = Path(__file__).resolve().parents[3]


def test_a_screen_speaks_spanish_when_asked(qtbot: QtBot, app: QApplication) -> None:
    made = install_translator(app, "es_US")
    try:
        rail, error = Rail(()), ErrorState("x")
        qtbot.addWidget(rail)
        qtbot.addWidget(error)
        words = [label.text() for label in error.findChildren(QLabel)]
    finally:
        remove_translators(app, made)
    assert "Todo lo que escribió está guardado en esta computadora." in words
    assert rail.accessibleName() == "Menú principal"


def test_english_needs_no_translator(app: QApplication) -> None:
    assert install_translator(app, "en_US") == []


def test_the_words_are_found_from_inside_the_package() -> None:
    assert wordbook("es").word("topic", "money") == "Dinero"
    assert wordbook("en") is wordbook("en")


def test_nothing_the_house_forbids_is_in_forms_or_screens() -> None:
    told = subprocess.run(
        [sys.executable, str(ROOT / "tools/check_forms.py")], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout
