"""Typing keeps itself: within half a second, when the field is left, when the editor goes, when the disk comes back."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.support.contacts import type_words

from engage_desktop.errors import DiskFull
from engage_desktop.views.kit import keeping
from engage_desktop.views.kit.inputs import LineEdit, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot
from engage_desktop.views.kit.lanes import Lanes
from engage_wire.changed import Changed

SPOT = Spot("contact_body", "c", "saw", "f")


class Store:
    """Remembers what it was given; refuses while its disk is full."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, str]] = []
        self.settled: list[str] = []
        self.published: list[Changed] = []
        self.full = False

    def keep(
        self, entity: str, row_id: str, field: str, family_id: str, text: str, base_text: str
    ) -> Changed:
        del entity, row_id
        if self.full:
            raise DiskFull("no room")
        self.kept.append((text, base_text))
        return Changed.of(f"f:{family_id}", field)

    def settle(self, entity: str, row_id: str, field: str) -> Changed:
        del entity, row_id
        self.settled.append(field)
        return Changed.of("f:f", field)

    def publish(self, changed: Changed) -> None:
        self.published.append(changed)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def lanes() -> Generator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def keeper(qtbot: QtBot, lanes: Lanes, store: Store, text: str = "", base: str = "") -> Keeper:
    area = TextArea("Words")
    qtbot.addWidget(area)
    area.show()
    made = Keeper(Keeping(lanes, store.keep, store.settle, store.publish), area, SPOT, text, base)
    area.setFocus()
    return made


def test_half_a_second_after_the_first_key_everything_so_far_is_kept(
    qtbot: QtBot, lanes: Lanes, store: Store
) -> None:
    made = keeper(qtbot, lanes, store)
    type_words(made._editor, "Hola")
    qtbot.waitUntil(lambda: store.kept == [("Hola", "")], timeout=1000)
    assert not store.settled


def test_leaving_the_field_keeps_at_once(qtbot: QtBot, lanes: Lanes, store: Store) -> None:
    made = keeper(qtbot, lanes, store)
    other = LineEdit("Other")
    qtbot.addWidget(other)
    type_words(made._editor, "Hola")
    made._leaving.left.emit()
    qtbot.waitUntil(lambda: store.kept == [("Hola", "")], timeout=400)


def test_settling_writes_once_and_begins_from_there(qtbot: QtBot, lanes: Lanes, store: Store) -> None:
    made = keeper(qtbot, lanes, store)
    type_words(made._editor, "One.")
    made.settle()
    made.settle()
    qtbot.waitUntil(lambda: store.settled == ["saw"] and not lanes.busy())
    type_words(made._editor, " Two.")
    made.flush()
    qtbot.waitUntil(lambda: store.kept[-1] == ("One. Two.", "One."))


def test_what_arrives_while_one_writes_does_not_touch_the_editor(
    qtbot: QtBot, lanes: Lanes, store: Store
) -> None:
    made = keeper(qtbot, lanes, store)
    type_words(made._editor, "Mine")
    made.show("Theirs", "Theirs")
    assert made.text == "Mine"
    made.settle()
    made.show("Theirs and mine", "Theirs and mine")
    assert made.text == "Theirs and mine"
    qtbot.waitUntil(lambda: not lanes.busy())


def test_words_are_kept_and_told_even_when_the_editor_goes(qtbot: QtBot, lanes: Lanes, store: Store) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    area = TextArea("Words")
    area.setParent(holder)
    made = Keeper(Keeping(lanes, store.keep, store.settle, store.publish), area, SPOT)
    type_words(area, "Last words")
    made.settle()
    area.setParent(None)
    area.deleteLater()
    qtbot.waitUntil(lambda: len(store.published) == 2)
    assert store.kept == [("Last words", "")]


def test_a_full_disk_is_said_and_tried_again(
    qtbot: QtBot, lanes: Lanes, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "RETRY_MS", 20)
    made = keeper(qtbot, lanes, store)
    store.full = True
    with qtbot.waitSignal(made.failed):
        type_words(made._editor, "Kept later")
        made.flush()
    assert made.text == "Kept later"
    store.full = False
    qtbot.waitUntil(lambda: store.kept == [("Kept later", "")])


def test_a_full_disk_keeps_trying_when_the_editor_is_gone(
    qtbot: QtBot, lanes: Lanes, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "RETRY_MS", 20)
    area = TextArea("Words")
    made = Keeper(Keeping(lanes, store.keep, store.settle, store.publish), area, SPOT)
    area.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    store.full = True
    type_words(area, "Not lost")
    made.flush()
    area.close()
    store.full = False
    qtbot.waitUntil(lambda: store.kept == [("Not lost", "")])
