"""Chapter `arrival`: a large caseload arrives on a new laptop while its window stays awake."""

from __future__ import annotations

import time
from itertools import cycle
from pathlib import Path

from engage_desktop.app.profile import Profile
from engage_desktop.app.tour.agency import SEED, found_agency
from engage_desktop.app.tour.enrolling import begin_joining, sign_in
from engage_desktop.app.tour.run import Story
from engage_desktop.app.tour.stage import Laptop, TourFailed, wait_until
from engage_desktop.services.settings import CountRecords
from engage_desktop.store.vault import Vault
from engage_wire.clock import SystemClock

FAMILIES, NOTES = 200, 9500
LONGEST_FIRST_SYNC = 300.0


def arrival(story: Story) -> None:
    """Enrol a supervisor's laptop with more than 50,000 rows in its scope, and watch the window meanwhile."""
    with story.step("an agency with a large caseload"):
        agency = found_agency(story, FAMILIES, notes=NOTES, seed=SEED)
        agency.server.command("assign", agency.supervisor[0], "all")
    laptop = story.laptop("newcomer")
    with story.step("first sync of 50,000 rows while somebody looks around"):
        words = begin_joining(story, laptop)
        sign_in(laptop, agency, agency.server.port, agency.supervisor)
        laptop.click("Join")
        wait_until("Today", lambda: bool(laptop.say("state")["place"] == "today"), 60)
        laptop.deaf_ms()
        start = time.perf_counter()
        _look_around(story, laptop)
        seconds = time.perf_counter() - start
        deaf = laptop.deaf_ms()
        laptop.key("Alt+2")
        time.sleep(1.5)
        story.picture(laptop, "large-caseload")
        code = laptop.quit()
        story.expect("the newcomer's program ends cleanly", true=code == 0, note=str(code))
        here, there = _rows(laptop.folder, words), agency.records(agency.supervisor)
        story.expect("every row has arrived", true=here == there, note=f"{here} of {there}")
        story.figures["rows that arrived"] = here
        story.figures["seconds of the first sync of the large caseload"] = round(seconds, 1)
        story.figures["longest stall of the window meanwhile (ms)"] = deaf


def _look_around(story: Story, laptop: Laptop) -> None:
    """Go from page to page until everything is here."""
    laptop.key("Alt+4")
    time.sleep(0.7)
    story.picture(laptop, "arriving")
    end = time.monotonic() + LONGEST_FIRST_SYNC
    for keys in cycle(("Alt+1", "Alt+2", "Alt+4")):
        if laptop.say("state")["complete"]:
            return
        if time.monotonic() > end:
            raise TourFailed(f"not everything arrived within {LONGEST_FIRST_SYNC:.0f} s")
        laptop.key(keys)
        time.sleep(0.4)


def _rows(folder: Path, words: str) -> int:
    """Return how many records lie in the laptop's vault."""
    vault = Vault.unlock(Profile(folder).vault, words, SystemClock())
    try:
        return CountRecords(vault)()
    finally:
        vault.close()
