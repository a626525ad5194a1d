from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.views.kit.bus import Bus, Refresh
from engage_wire.changed import Changed


def change(*entities: str, bucket: str = "f:1") -> Changed:
    return Changed.of(bucket, *entities)


def test_a_burst_of_changes_reloads_once(qtbot: QtBot, app: QApplication) -> None:
    bus, screen, loads = Bus(), QWidget(), []
    qtbot.addWidget(screen)
    screen.show()
    Refresh(bus, screen, {"contact"}, lambda: loads.append(1))
    for _ in range(5):
        bus.publish(change("contact"))
    bus.publish(change("goal"))
    assert loads == []
    app.processEvents()
    assert loads == [1]


def test_what_a_screen_does_not_show_does_not_reload_it(qtbot: QtBot, app: QApplication) -> None:
    bus, screen, loads = Bus(), QWidget(), []
    qtbot.addWidget(screen)
    screen.show()
    refresh = Refresh(bus, screen, {"contact"}, lambda: loads.append(1), {"f:1"})
    bus.publish(change("goal"))
    bus.publish(change("contact", bucket="f:2"))
    bus.publish(Changed())
    app.processEvents()
    assert loads == []
    refresh.watch({"f:2"})
    bus.publish(change("contact", bucket="f:2"))
    app.processEvents()
    assert loads == [1]


def test_a_hidden_screen_catches_up_when_it_is_looked_at(qtbot: QtBot, app: QApplication) -> None:
    bus, screen, loads = Bus(), QWidget(), []
    qtbot.addWidget(screen)
    Refresh(bus, screen, (), lambda: loads.append(1))
    bus.publish(change("contact"))
    app.processEvents()
    assert loads == []
    screen.show()
    app.processEvents()
    assert loads == [1]


def test_after_a_rebuild_everybody_looks_again() -> None:
    everything = Changed.everything()
    assert everything.concerns(frozenset({"contact"}), frozenset({"f:9"}))
    assert change("a").merge(change("b", bucket="f:2")) == Changed(frozenset("ab"), frozenset({"f:1", "f:2"}))
