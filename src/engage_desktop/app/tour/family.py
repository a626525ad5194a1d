"""Chapter `family`: a family drawn from nothing and understood, its plan written, its papers kept; all found again."""

from __future__ import annotations

import base64
import time

from engage_desktop.app.tour.agency import found_agency
from engage_desktop.app.tour.enrolling import enrol
from engage_desktop.app.tour.kinship import NINETEEN, close_person, draw_family
from engage_desktop.app.tour.leaks import scan
from engage_desktop.app.tour.run import Story
from engage_desktop.app.tour.stage import Laptop, wait_until

NAME = "Ríos–Hale"
WELL = "Lucía lee con Luz y Lola todas las noches."
WORRY = "On Thursdays nobody is home after school."
SCALE = "Because grandma answers the phone, always."
GOAL = "A house where everybody eats at one table."
AGENCY_WORDS = "Adults share meals with the children."
STEP = "reads with Luz and Lola"
KNOW = "Luz asks for the next chapter"
CONCERN = "Nobody is home on Thursdays"
ASKED = "A counselor who speaks Spanish"
SUPPORT = "Coach Bell"
SAID_BY_CHILD = "I want a door that only we can open."
PHOTO = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQ"
    "CgwSExIQEw8QEBD/wAALCAAIAAgBAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/"
    "AKgD/9k="
)


def family(story: Story) -> None:
    """Play the whole chapter on one laptop of a real agency."""
    with story.step("an agency, and a laptop that joins it"):
        agency = found_agency(story, 3)
    laptop = story.laptop("drawing")
    words = enrol(story, agency, agency.server.port, laptop, agency.worker)
    for play in (_begin, _draw, _understand, _supports, _plan, _solutions, _papers, _story):
        play(story, laptop)
    _found_again(story, laptop, words)
    with story.step("no word of the family stands in clear in any file"):
        roots = [path for path in story.scratch.iterdir() if path.name != agency.secrets.parent.name]
        pid = laptop.process.pid if laptop.process is not None else 0
        looked = scan(roots, [pid, agency.server.pid], [WELL, WORRY, GOAL, SUPPORT, SAID_BY_CHILD, ASKED])
        story.expect("nothing is found", true=not looked.found, note=str(looked.found[:3]))
        story.figures["files searched after the family was drawn"] = looked.files
    with story.step("the program ends cleanly"):
        code = laptop.quit()
        story.expect("it quits", true=code == 0, note=str(code))


def _part(laptop: Laptop, name: str) -> None:
    """Go to a part of the workspace: by its tab, or by its key where large text made a menu of the tabs."""
    laptop.key(f"Ctrl+{PARTS.index(name) + 1}")
    time.sleep(0.4)


PARTS = ("Overview", "People", "Story", "Understand", "Supports", "Plan", "Solutions", "Documents")


def _begin(story: Story, laptop: Laptop) -> None:
    with story.step("a new family has only its name, and a warm first step"):
        laptop.key("Alt+2")
        laptop.wait_for("3 families")
        laptop.click("New family")
        laptop.write("Family name", NAME)
        laptop.click("Open the family")
        laptop.wait_for("This is where their story begins")
        story.picture(laptop, "new-family")


def _draw(story: Story, laptop: Laptop) -> None:
    with story.step("a family of nineteen is drawn from nothing"):
        _part(laptop, "People")
        laptop.wait_for("Draw the family together")
        story.picture(laptop, "nothing-drawn-yet")
        start = time.perf_counter()
        draw_family(laptop, by_keys=story.options.text > 100)
        story.figures["seconds to draw nineteen people"] = round(time.perf_counter() - start, 1)
        signs = int(laptop.say("signs")["count"])
        story.expect("nineteen stand in the drawing", true=signs == len(NINETEEN), note=str(signs))
        story.picture(laptop, "family-drawn")
    with story.step("somebody is dragged, and the drawing is read as a list"):
        laptop.sign("Tomás", by=(-60, 30))
        time.sleep(0.8)
        story.picture(laptop, "family-dragged")
        laptop.key("Ctrl+Z")
        laptop.key("Ctrl+Shift+Z")
        laptop.sign("Mateo")
        laptop.wait_for("Who they are")
        story.picture(laptop, "somebody-chosen")
        close_person(laptop)


def _understand(story: Story, laptop: Laptop) -> None:
    with story.step("what works and what worries, in their words, in English and in Spanish"):
        _part(laptop, "Understand")
        laptop.wait_for("The family knows itself best")
        story.picture(laptop, "understand-empty")
        laptop.click("What is working well")
        time.sleep(0.5)
        laptop.say("type", text=WELL)
        laptop.click("Who said it: Lucía")
        laptop.click("Exact words")
        laptop.click("Keep it")
        laptop.wait_for(WELL)
        laptop.click("Worries: Add")
        time.sleep(0.5)
        laptop.say("type", text=WORRY)
        laptop.click("Who said it: Mateo")
        laptop.click("Keep it")
        laptop.wait_for(WORRY)
        story.picture(laptop, "understand-map")
    with story.step("each person's own number, from 0 to 10"):
        laptop.click("Ask for a number")
        laptop.wait_for("What is their own number?")
        laptop.click("Marisol")
        laptop.click("7")
        laptop.write("In their words", SCALE)
        story.picture(laptop, "their-own-number")
        laptop.click("Done")
        laptop.wait_for("Ask again")
        story.picture(laptop, "numbers-over-time")


def _supports(story: Story, laptop: Laptop) -> None:
    with story.step("who stands round the family"):
        _part(laptop, "Supports")
        laptop.wait_for("Add")
        story.picture(laptop, "supports-empty")
        laptop.click("~Add a support")
        laptop.write("What they call it", SUPPORT)
        laptop.choose("~What it is to them", "Sport and leisure")
        laptop.click("Add")
        laptop.wait_for(SUPPORT)
        story.picture(laptop, "supports")


def _plan(story: Story, laptop: Laptop) -> None:
    with story.step("a goal in the family's words, and a step as a sentence"):
        _part(laptop, "Plan")
        laptop.wait_for("What do they want to be different?")
        story.picture(laptop, "plan-empty")
        laptop.click("Begin the family plan")
        laptop.click("Another goal")
        laptop.write("In the family’s own words", GOAL)
        laptop.choose("~Whose words", "Marisol")
        laptop.write("What the agency would write", AGENCY_WORDS)
        laptop.click("Done writing")
        laptop.wait_for(GOAL)
        laptop.click("Add a step")
        laptop.choose("Who", "Lucía")
        laptop.write("What happens", STEP)
        laptop.write("How we will know", KNOW)
        laptop.click("Done writing")
        laptop.wait_for(STEP)
        story.picture(laptop, "plan")
    with story.step("the plan is read together"):
        laptop.click("Read it together")
        laptop.wait_for(GOAL)
        story.picture(laptop, "read-together")
        laptop.key("Esc")


def _solutions(story: Story, laptop: Laptop) -> None:
    with story.step("what the family asked for"):
        _part(laptop, "Solutions")
        time.sleep(0.5)
        story.picture(laptop, "solutions-empty")
        laptop.write("What did they ask for?", ASKED)
        laptop.click("Write it down")
        laptop.wait_for(ASKED)
        story.picture(laptop, "solutions")


def _papers(story: Story, laptop: Laptop) -> None:
    with story.step("a photo and an ink page are kept"):
        _part(laptop, "Documents")
        laptop.wait_for("Add papers…")
        story.picture(laptop, "documents-empty")
        photo = story.scratch / "tmp" / "kitchen.jpg"
        photo.write_bytes(PHOTO)
        laptop.patiently("drop", name="Add papers…", path=str(photo))
        laptop.wait_for("1 paper")  # until it is kept, the file is still being read
        photo.unlink()
        laptop.click("~Ink page")
        laptop.wait_for("The page")
        laptop.stroke("The page", [(0.2, 0.7), (0.35, 0.3), (0.5, 0.7), (0.65, 0.3), (0.8, 0.7)])
        story.picture(laptop, "ink-page")
        laptop.click("Keep the page")
        laptop.wait_for("2 papers")
        story.picture(laptop, "documents")


def _story(story: Story, laptop: Laptop) -> None:
    with story.step("the story tells all of it"):
        _part(laptop, "Story")
        laptop.wait_for(WELL)
        story.picture(laptop, "story-of-everything")
        _part(laptop, "Overview")
        time.sleep(0.6)
        story.picture(laptop, "overview-with-a-plan")


def _found_again(story: Story, laptop: Laptop, words: str) -> None:
    with story.step("after a restart everything is where it was"):
        _part(laptop, "People")
        time.sleep(0.8)
        laptop.quit()
        story.begin(laptop)
        laptop.write("Passphrase", words)
        laptop.key("Return")
        wait_until("the drawing", lambda: _signs(laptop) == len(NINETEEN), 30)
        story.figures["longest stall from the start to the drawing (ms)"] = laptop.deaf_ms()
        for part, said in (
            ("Understand", WORRY),
            ("Supports", SUPPORT),
            ("Plan", GOAL),
            ("Solutions", ASKED),
            ("Documents", "kitchen"),
        ):
            _part(laptop, part)
            laptop.wait_for(said)


def _signs(laptop: Laptop) -> int:
    try:
        return int(laptop.say("signs")["count"])
    except LookupError:
        return 0
