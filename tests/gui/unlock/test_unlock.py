"""The first pages anybody sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.errors import (
    Damaged,
    DiskFull,
    EngageError,
    OfflineError,
    ReadOnlyFolder,
    TooSoon,
    WrongPassphrase,
)
from engage_desktop.services.vaults import generated_words, judge_words
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.unlock.cover import Cover
from engage_desktop.views.unlock.doors import FirstRunPage
from engage_desktop.views.unlock.foot import LookFoot
from engage_desktop.views.unlock.setup import JoinPage, NamePage, PassphrasePage, PreparePage
from engage_desktop.views.unlock.unlock_page import UnlockPage

DEAF = "Keyboard event not accepted"  # what QTest says of a key for something that takes none now


class Drawer:
    """Opens for one passphrase, refuses others the way the vault does."""

    def __init__(self, right: str = "open sesame", refusal: EngageError | None = None, wait: int = 0) -> None:
        self.right, self.refusal, self.wait = right, refusal, wait

    def __call__(self, words: str) -> object:
        if self.refusal is not None:
            raise self.refusal
        if words != self.right:
            raise WrongPassphrase(self.wait)
        return "the open vault"

    def wait_seconds(self) -> int:
        return self.wait


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    del qapp
    made = Lanes()
    yield made
    made.close()


def moment() -> tuple[str, str]:
    return "08:41", "Monday 23 November"


def unlock_page(lanes: Lanes, drawer: Drawer) -> UnlockPage:
    return UnlockPage(drawer, lanes, moment, LookFoot("Español", "Nobody else can read this laptop"))


def type_and_enter(page: UnlockPage, words: str) -> None:
    QTest.keyClicks(page._secret.edit, words)
    QTest.keyClick(page._secret.edit, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_and_is_forgotten_by_the_field(qtbot: QtBot, lanes: Lanes) -> None:
    page = unlock_page(lanes, Drawer())
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.opened) as opened:
        type_and_enter(page, "open sesame")
    assert opened.args == ["the open vault"]
    assert not page._secret.text()


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (WrongPassphrase(0), "That is not the passphrase."),
        (TooSoon(5), "wait a moment"),
        (ReadOnlyFolder("no"), "Nothing was changed."),
    ],
)
def test_each_refusal_says_what_it_is(qtbot: QtBot, lanes: Lanes, refusal: EngageError, words: str) -> None:
    page = unlock_page(lanes, Drawer(refusal=refusal))
    qtbot.addWidget(page)
    type_and_enter(page, "something")
    qtbot.waitUntil(lambda: words in page._field._below.text())
    assert page._secret.text() == "something"


def test_damage_leads_to_the_page_that_can_help(qtbot: QtBot, lanes: Lanes) -> None:
    page = unlock_page(lanes, Drawer(refusal=Damaged("page 7")))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.damaged) as damaged:
        type_and_enter(page, "open sesame")
    assert damaged.args == ["open sesame"]


def test_while_waiting_the_button_counts_down_and_cannot_be_pressed(qtbot: QtBot, lanes: Lanes) -> None:
    page = unlock_page(lanes, Drawer(wait=15))
    qtbot.addWidget(page)
    assert not page._go.isEnabled()
    assert "15" in page._go.text()


def test_a_capital_without_shift_shows_that_caps_lock_is_on(qtbot: QtBot, lanes: Lanes) -> None:
    page = unlock_page(lanes, Drawer())
    qtbot.addWidget(page)
    page.show()
    QTest.keyClicks(page._secret.edit, "A", Qt.KeyboardModifier.NoModifier)
    assert page._caps.isVisible()
    QTest.keyClicks(page._secret.edit, "a", Qt.KeyboardModifier.NoModifier)
    assert not page._caps.isVisible()


def test_every_door_is_one_button_and_says_its_key(qtbot: QtBot) -> None:
    page = FirstRunPage(LookFoot("Español", "Nobody else can read this laptop"))
    qtbot.addWidget(page)
    seen: list[str] = []
    page.chosen.connect(seen.append)
    for door in page._doors:
        QTest.keyClick(door, Qt.Key.Key_Return)
    assert seen == ["try", "join", "alone"]


def test_generated_words_are_taken_once_they_are_written_down(qtbot: QtBot) -> None:
    page = PassphrasePage(generated_words, judge_words)
    qtbot.addWidget(page)
    assert not page._go.isEnabled()
    page._kept.click()
    with qtbot.waitSignal(page.chosen) as chosen:
        page._go.click()
    assert len(str(chosen.args[0]).split()) == 5


def test_a_weak_passphrase_of_ones_own_is_not_taken(qtbot: QtBot) -> None:
    page = PassphrasePage(generated_words, judge_words)
    qtbot.addWidget(page)
    page._on_own()
    page._kept.click()
    for weak in ("short", "aaaaaaaaaaaaaaaaaaaa", "passwordpassword"):
        page._own.edit.setText(weak)
        page._again.edit.setText(weak)
        assert not page._go.isEnabled()
    page._own.edit.setText("the kettle hums at nine on Tuesdays")
    page._again.edit.setText("the kettle hums at nine on Tuesday")
    assert not page._go.isEnabled()
    page._again.edit.setText("the kettle hums at nine on Tuesdays")
    assert page._go.isEnabled()


def test_joining_without_a_connection_keeps_what_was_typed(qtbot: QtBot, lanes: Lanes) -> None:
    def join(_code: str, _login: str, _password: str) -> object:
        raise OfflineError

    page = JoinPage(join, lanes)
    qtbot.addWidget(page)
    page.show()
    page._code.setPlainText("ABCD-EFGH")
    page._login.setText("dana")
    page._password.edit.setText("secret")
    page._go.click()
    qtbot.waitUntil(page._trouble.isVisible)
    assert page._code.toPlainText() == "ABCD-EFGH"
    assert page._password.text() == "secret"


@pytest.mark.qt_log_ignore(DEAF, extend=True)
def test_while_the_vault_is_made_nothing_can_be_pressed_and_afterwards_the_cursor_is_where_it_was(
    qtbot: QtBot,
) -> None:
    page = PassphrasePage(generated_words, judge_words)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page._kept.click()
    words, pressed = page._words.text(), list[str]()
    page.back_wanted.connect(lambda: pressed.append("back"))
    page._go.setFocus()
    QTest.mouseClick(page._go, Qt.MouseButton.LeftButton)
    for button in page.findChildren(QAbstractButton):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert not pressed
    assert page._words.text() == words
    page.failed(DiskFull())
    assert page._go.text() == "Continue"
    qtbot.waitUntil(page._go.hasFocus)


@pytest.mark.qt_log_ignore(DEAF, extend=True)
def test_a_name_is_taken_once_however_often_one_presses(qtbot: QtBot) -> None:
    page, taken = NamePage(), list[str]()
    qtbot.addWidget(page)
    page.chosen.connect(taken.append)
    page.show()
    QTest.keyClicks(page._name, "Dana")
    QTest.keyClick(page._name, Qt.Key.Key_Return)
    QTest.keyClick(page._name, Qt.Key.Key_Return)
    QTest.mouseClick(page._go, Qt.MouseButton.LeftButton)
    assert taken == ["Dana"]


@pytest.mark.qt_log_ignore(DEAF, extend=True)
def test_a_code_is_used_once_however_often_one_presses(qtbot: QtBot, lanes: Lanes) -> None:
    used = []

    def join(code: str, _login: str, _password: str) -> object:
        used.append(code)
        raise OfflineError

    page = JoinPage(join, lanes)
    qtbot.addWidget(page)
    page.show()
    page._code.setPlainText("ABCD-EFGH")
    page._login.setText("dana")
    page._password.edit.setText("secret")
    for _ in range(3):
        QTest.keyClick(page._password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(page._trouble.isVisible)
    assert used == ["ABCD-EFGH"]


def test_hidden_shows_a_clock_and_returns_with_the_pin(qtbot: QtBot, lanes: Lanes) -> None:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    cover = Cover(window, moment, lambda pin: pin == "482913", lanes)
    cover.cover(has_pin=True)
    assert cover.geometry() == window.rect()
    QTest.keyClick(cover, Qt.Key.Key_4)
    with qtbot.waitSignal(cover.wrong):
        QTest.keyClicks(cover._pin.edit, "11111")
    with qtbot.waitSignal(cover.returned):
        QTest.keyClicks(cover._pin.edit, "482913")
    assert not cover.isVisible()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_unnamed_too_small_or_cut_off(
    qtbot: QtBot, qapp: QApplication, lanes: Lanes, dark: bool, scale: float
) -> None:
    Theme(dark, scale).apply(qapp)
    foot = "Nobody else can read this laptop"
    pages: list[QWidget] = [
        unlock_page(lanes, Drawer()),
        FirstRunPage(LookFoot("Español", foot)),
        PassphrasePage(generated_words, judge_words),
        JoinPage(lambda *_words: None, lanes),
        NamePage(),
        PreparePage(),
    ]
    for page in pages:
        qtbot.addWidget(page)
        page.resize(1366, 728)
        page.show()
        qapp.processEvents()
        assert audit(page) == []
