"""The story of a family with 5,000 entries of every kind: opening, filtering and scrolling it, in a real window.

    .venv/bin/python -m bench.story

*Open* is from the tap on the part to its first entries drawn; *scroll* is one Page Down, read and drawn.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection
from tests.fakes import FrozenClock
from tests.support import families
from tests.support.desk import ME, PASSPHRASE, desk_over

from bench.measure import Row, median, percentile, timed
from engage_desktop.app.family_bundles import family_services
from engage_desktop.services.desk import Desk
from engage_desktop.services.story import StoryKeys, StoryPage
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.lane import WriteLane
from engage_desktop.store.tables import records
from engage_desktop.store.vault import Vault
from engage_desktop.views.family.story import StoryPart
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.kit.words import wordbook
from engage_domain.story import PAGE, StoryFilter
from engage_wire.clock import instant
from engage_wire.registry import Value

ENTRIES, TIMES, PAGES = 5_000, 12, 40
PATIENCE = 5.0
START = datetime(2019, 1, 1, 12, tzinfo=UTC)
WORDS = "The kitchen was warm, homework on the table. Marisol reads with Luz and Sam every night. " * 6
Values = dict[str, Value]


def run() -> list[Row]:
    """Measure and return a line for each."""
    with tempfile.TemporaryDirectory(prefix="engage-bench-") as folder:
        clock = FrozenClock()
        vault = Vault.create(Path(folder) / "vault", PASSPHRASE, clock, Kdf())
        try:
            desk = desk_over(vault, clock, ME)
            families.plant_all(desk)
            with vault.applying() as conn:
                fill(conn)
            return [*_below(desk), *_window(desk)]
        finally:
            vault.close()


def fill(conn: Connection) -> None:
    """Write entries of every kind, a few hours apart."""
    rows: dict[str, list[Values]] = {}
    for number in range(ENTRIES):
        at = START + timedelta(hours=13 * number)
        entity, values = _entry(number, at)
        whole: Values = {
            "id": f"{number:032x}", "family_id": families.OKAFOR, "created_by": families.DANA, "created_at": instant(at),
        }  # fmt: skip
        rows.setdefault(entity, []).append({**whole, **values})
        if entity == "contact":
            body: Values = {"id": f"b{number:031x}", "contact_id": f"{number:032x}", "saw": WORDS}
            rows.setdefault("contact_body", []).append({**whole, **body})
    for entity in sorted(rows, key=lambda name: name == "contact_body"):
        conn.execute(records[entity].insert(), rows[entity])


def _entry(number: int, at: datetime) -> tuple[str, Values]:
    day = at.date().isoformat()
    made: tuple[tuple[str, Values], ...] = (
        (
            "contact",
            {"event_start": instant(at), "status": "final", "types": '["home_visit"]', "elements": "[]"},
        ),
        ("statement", {"kind": "worry", "text": "The stairs have no light.", "said_on": day}),
        ("contact", {"event_start": instant(at), "status": "final", "types": '["court"]', "elements": "[]"}),
        ("service_referral", {"what": "Childcare", "asked_on": day, "status": "asked"}),
        ("plan", {"kind": "service", "status": "offered", "offered_at": instant(at), "number": 1}),
        ("attachment", {"kind": "photo", "taken_on": day, "note": "The new beds"}),
        ("action_step", {"what": "Ask the school", "side": "agency", "status": "done"}),
        ("appointment", {"kind": "home_visit", "starts_at": instant(at), "status": "held"}),
    )
    return made[number % len(made)]


def _below(desk: Desk) -> list[Row]:
    every = StoryFilter()
    keys = StoryKeys(desk)(families.OKAFOR, every)
    places = timed(partial(StoryKeys(desk), families.OKAFOR, every), TIMES)
    pages = [
        taken
        for first in range(0, len(keys), PAGE)
        for taken in timed(partial(StoryPage(desk), families.OKAFOR, keys[first : first + PAGE]), 1)
    ]
    return [
        *_rows(f"story: where {len(keys):,} entries stand", places, 100.0),
        *_rows(f"story: read a page of {PAGE}", pages, 50.0),
    ]


def _window(desk: Desk) -> list[Row]:
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    Theme().apply(app)
    lane = WriteLane()
    lanes = Lanes(submit=lane.people)
    opened, scrolled, filtered = [], [], []
    for turn in range(TIMES):
        page = FamilyView(
            families.OKAFOR, family_services(desk), lanes, Bus(), wordbook("en"), desk.clock, desk.zone
        )
        page.resize(1366, 728)
        page.show()
        _rest(lanes)
        began = time.perf_counter()
        part = page.show_part("story")
        assert isinstance(part, StoryPart)
        _until(lanes, partial(_is_there, part))
        page.grab()
        opened.append(time.perf_counter() - began)
        if turn == 0:
            scrolled = _scrolled(part, lanes)
            filtered = [
                _filtered(part, lanes, kind) for kind in ("plans", "", "contacts", "", "papers", "") * 3
            ]
        page.close()
        shiboken6.delete(page)
    lanes.close()
    lane.close()
    return [
        *_rows("story: open 5,000 entries, to the first ones drawn", opened, 250.0),
        *_rows("story: another kind, to the first ones drawn", filtered, 250.0),
        *_rows("story: scroll one page down, read and drawn", scrolled, 100.0),
    ]


def _scrolled(part: StoryPart, lanes: Lanes) -> list[float]:
    part.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part.list, Qt.Key.Key_Home)
    taken = []
    for _ in range(PAGES):
        began = time.perf_counter()
        QTest.keyClick(part.list, Qt.Key.Key_PageDown)
        _until(lanes, partial(_is_there, part))
        part.list.viewport().grab()
        taken.append(time.perf_counter() - began)
    return taken


def _filtered(part: StoryPart, lanes: Lanes, kind: str) -> float:
    began = time.perf_counter()
    part.kind.choose(kind)
    part._on_kind(kind)  # noqa: SLF001 - the menu's own slot, without the menu
    QApplication.processEvents()
    _until(lanes, partial(_is_there, part))
    part.list.viewport().grab()
    return time.perf_counter() - began


def _is_there(part: StoryPart) -> bool:
    """Say whether the entry at the top of the list has been read."""
    part.list.viewport().repaint()
    top = part.list.indexAt(part.list.viewport().rect().center()).row()
    return part.model.rowCount() > 0 and part.model.is_read(max(0, top))


def _until(lanes: Lanes, there: Callable[[], bool]) -> None:
    QApplication.processEvents()
    patience = time.perf_counter() + PATIENCE
    while (lanes.busy() or not there()) and time.perf_counter() < patience:
        QApplication.processEvents()


def _rest(lanes: Lanes) -> None:
    _until(lanes, lambda: True)
    QApplication.processEvents()


def _rows(what: str, seconds: list[float], limit: float) -> list[Row]:
    return [
        Row(f"{what}, {name}", 1000 * value, limit, "ms", f"limit of {limit:.0f} ms")
        for name, value in (("p50", median(seconds)), ("p99", percentile(seconds, 0.99)))
    ]


if __name__ == "__main__":
    from bench.measure import tell

    tell(run())
