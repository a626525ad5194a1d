"""Chapter `arrival`: a large caseload arrives on a new laptop while its window stays awake."""

from __future__ import annotations

import time

from engage_desktop.app.tour.agency import SEED, found_agency
from engage_desktop.app.tour.run import Story
from engage_desktop.app.tour.stage import Laptop, wait_until

FAMILIES, NOTES = 200, 8500


def arrival(story: Story) -> None:
    """Enrol a supervisor's laptop with about 50,000 rows in its scope, and watch the window meanwhile."""
    with story.step("an agency with a large caseload"):
        agency = found_agency(story, FAMILIES, notes=NOTES, seed=SEED)
    laptop = story.laptop("newcomer")
    with story.step("first sync of about 50,000 rows while somebody looks around"):
        story.begin(laptop)
        laptop.click("Join my agency")
        laptop.wait_for("Five words")
        laptop.click("I have written them down and keep them away from the laptop")
        laptop.click("Continue")
        laptop.write("Code for this laptop", agency.code(agency.supervisor, agency.server.port))
        laptop.write("Name for signing in", agency.supervisor[0])
        laptop.write("Password at the agency", agency.supervisor[1])
        laptop.click("Join")
        wait_until("Today", lambda: bool(laptop.say("state")["place"] == "today"), 60)
        laptop.say("stall")
        start = time.perf_counter()
        _look_around(story, laptop)
        laptop.wait_for("the agency has all of it", 180)
        story.figures["seconds of the first sync of the large caseload"] = round(
            time.perf_counter() - start, 1
        )
        story.figures["longest stall of the window meanwhile (ms)"] = round(
            1000 * float(laptop.say("stall")["seconds"])
        )
        laptop.key("Alt+2")
        time.sleep(1.5)
        story.figures["rows that arrived"] = _rows(laptop)
        story.picture(laptop, "large-caseload")


def _look_around(story: Story, laptop: Laptop) -> None:
    laptop.key("Alt+3")
    time.sleep(0.7)
    story.picture(laptop, "arriving")
    for keys in ("Alt+1", "Alt+2", "Alt+3") * 4:
        laptop.key(keys)
        time.sleep(0.4)


def _rows(laptop: Laptop) -> str:
    return next((text for text in laptop.texts() if text.endswith(" families")), "")
