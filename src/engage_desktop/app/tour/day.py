"""Chapter `day`: a caseworker's day on two laptops and a real server, with the network cut and the power pulled."""

from __future__ import annotations

import contextlib
import random
import time
from pathlib import Path

from engage_desktop.app.tour.agency import Agency, found_agency
from engage_desktop.app.tour.enrolling import enrol
from engage_desktop.app.tour.leaks import scan
from engage_desktop.app.tour.run import Story
from engage_desktop.app.tour.stage import Cable, Laptop, wait_until

FAMILIES = 12
FAMILY = "Alvarez–Greene"
SAID = "We want a table where everybody fits."
PROMISE = "Ask the school about bus passes"
SAW = "Luz and Sam asleep in the back room, crib set up by the window. "
CUT_SHORT = "Elena did homework at the table and answered for Mateo twice; he let her."
SAFETY = "Elena says she feels safe at home and at school."
BOTH = "Marisol will wait at the orchard gate and asked for the meeting soon."
MINE = "Marisol will wait at the orchard gate and asked for the meeting on a Thursday."
THEIRS = "Marisol will wait at the orchard gate and asked for the meeting on a Friday evening."
LONGEST_LOSS = 1.0
CONTROL = "planted control: Marisol asked for the meeting"


def day(story: Story) -> None:
    """Play the whole day."""
    with story.step("the agency server starts with a sample caseload"):
        agency = found_agency(story, FAMILIES)
        cable = Cable(agency.server.port)
    worker, colleague = story.laptop("worker"), story.laptop("supervisor")
    words = {
        worker.name: enrol(story, agency, cable.port, worker, agency.worker, shown=True),
        colleague.name: enrol(story, agency, cable.port, colleague, agency.supervisor),
    }
    _morning(story, worker)
    with story.step("the network is cut"):
        cable.cut()
    _visit(story, worker)
    _killed(story, worker, words[worker.name])
    _finalise(story, worker)
    with story.step("the network is back and the agency has the note"):
        cable.plug()
        worker.key("Alt+4")
        worker.click("Try again now")
        worker.wait_for("the agency has all of it", 60)
        story.picture(worker, "sync-all-with-the-agency")
    _second_laptop(story, colleague)
    _two_versions(story, worker, colleague, cable)
    _lock_and_return(story, worker, words[worker.name])
    _search_the_disk(story, agency, (worker, colleague))
    with story.step("both programs end cleanly"):
        for laptop in (worker, colleague):
            code = laptop.quit()
            story.expect(f"{laptop.name} quits", true=code == 0, note=str(code))
    cable.close()


def _morning(story: Story, worker: Laptop) -> None:
    with story.step("Today shows the day, Families finds a word inside a note"):
        worker.key("Alt+1")
        worker.wait_for("Needs you")
        story.picture(worker, "today")
        worker.key("Alt+2")
        worker.wait_for("12 families")
        story.picture(worker, "families")
        worker.write("Search families, people, notes", "bus pas")
        worker.wait_for("In your notes")
        story.picture(worker, "families-search")
    with story.step("Ctrl+K finds the family by a misspelt name"):
        worker.key("Ctrl+K")
        worker.write("Family, person, place or topic", "albares")
        worker.wait_for(FAMILY)
        story.picture(worker, "find-anything")
        worker.key("Return")
        worker.wait_for("In the family’s words")
        story.picture(worker, "family-overview")
        worker.key("Ctrl+2")
        worker.wait_for("Elena")
        story.picture(worker, "family-people")
        worker.key("Ctrl+3")
        time.sleep(0.5)
        story.picture(worker, "family-story")
        worker.key("Ctrl+1")


def _visit(story: Story, worker: Laptop) -> None:
    with story.step("a home visit without a connection: taps become marks"):
        worker.click("Start visit")
        worker.wait_for("Who is here")
        worker.click("Marisol, Mother, not marked")
        worker.click("Elena, 12, not marked")
        worker.wait_for("Came in Elena")
        worker.click("Elena, seen alone: Yes")
        worker.click("Mateo, 8, not marked")
        for name in ("School", "Family time", "Understanding"):
            worker.click(name)
        worker.wait_for("We were mostly Understanding")
        story.picture(worker, "visit")
    with story.step("somebody's words and a promise are kept in two taps and a sentence"):
        worker.click("Said")
        worker.click("Elena")
        worker.wait_for("Elena said")
        story.picture(worker, "visit-said")
        _write_mark(worker, SAID)
        worker.click("Promise")
        worker.click("I did")
        worker.wait_for("You promised")
        _write_mark(worker, PROMISE)
        story.picture(worker, "visit-marks")
    with story.step("leaving turns into the debrief"):
        worker.click("Leave")
        worker.wait_for("After the visit")
        story.picture(worker, "debrief-where")


def _write_mark(worker: Laptop, text: str) -> None:
    worker.say("type", text=text)
    worker.click("Done")


def _debrief(worker: Laptop, to: str) -> None:
    """Go on through the steps until the one whose question is `to`."""
    for _ in range(8):
        if worker.sees(to):
            return
        worker.click("~Next: ")
        time.sleep(0.4)
    worker.wait_for(to)


def _killed(story: Story, worker: Laptop, words: str) -> None:
    """Pull the power in mid-sentence and see what is there again."""
    with story.step("killed in mid-sentence, the program comes back to the same place with the same words"):
        _debrief(worker, "What did you see and hear?")
        worker.patiently("focus", name="What we saw")
        worker.say("type", text=SAW)
        time.sleep(LONGEST_LOSS)
        sentence = CUT_SHORT[: random.Random(7).randrange(20, len(CUT_SHORT))]
        worker.say("type", text=sentence)
        worker.kill()
        story.begin(worker)
        story.picture(worker, "unlock")
        worker.write("Passphrase", words)
        start = time.perf_counter()
        worker.key("Return")
        worker.wait_for("What did you see and hear?")
        back = time.perf_counter() - start
        kept = str(worker.say("state")["text"])
        worker.patiently("focus", name="What we saw")
        kept = kept or str(worker.say("state")["text"])
        story.expect("every word older than a second is there", true=kept.startswith(SAW.rstrip()), note=kept)
        story.figures["letters typed within the last second before the kill"] = len(sentence)
        story.figures["of them kept"] = max(0, len(kept) - len(SAW))
        story.figures["seconds from Return to the same place"] = round(back, 2)
        story.picture(worker, "after-the-kill")


def _finalise(story: Story, worker: Laptop) -> None:
    with story.step("the debrief becomes a note"):
        worker.key("Ctrl+End")
        _debrief(worker, "Is everybody safe now?")
        worker.write("Safety now", SAFETY)
        story.picture(worker, "debrief-safety")
        _debrief(worker, "When do you meet again?")
        story.picture(worker, "debrief-next")
        worker.click("Lay out the note")
        worker.wait_for("Progress note")
        worker.wait_for(SAID)
        story.picture(worker, "note")
    with story.step("finalising asks what is open, then fixes the words"):
        worker.click("Finalise…")
        worker.wait_for("Was Mateo seen alone")
        story.picture(worker, "finalise-what-is-open")
        worker.click("Put right")
        worker.click("Mateo, seen alone: No")
        story.picture(worker, "put-right")
        worker.click("Done")
        worker.click("Finalise…")
        worker.wait_for("for good")
        story.picture(worker, "finalise")
        worker.click("Finalise")
        worker.wait_for("Add an addendum")
        story.picture(worker, "note-final")


def _second_laptop(story: Story, colleague: Laptop) -> None:
    with story.step("the supervisor's laptop shows the note"):
        _synced_search(colleague, "everybody fits")
        story.picture(colleague, "second-laptop-finds-the-note")


def _two_versions(story: Story, worker: Laptop, colleague: Laptop, cable: Cable) -> None:
    with story.step("a note of a telephone call reaches the second laptop"):
        _open_family(worker)
        worker.click("New note")
        worker.click("By phone")
        worker.click("Marisol")
        story.picture(worker, "what-kind-of-contact")
        worker.click("Write it down")
        worker.wait_for("Progress note")
        worker.write("What the family said", BOTH)
        _sync(worker)
        _synced_search(colleague, "orchard gate")
        colleague.pick("orchard gate")
        colleague.wait_for("Progress note")
    with story.step("without a connection, both change the same sentence"):
        cable.cut()
        _open_call(worker)
        for laptop, words in ((worker, MINE), (colleague, THEIRS)):
            laptop.patiently("focus", name="What the family said")
            laptop.key("Ctrl+A")
            laptop.say("type", text=words)
            laptop.key("Alt+4")
    with story.step("connected again, both versions stand side by side and nothing was lost"):
        cable.plug()
        _sync(colleague)
        wait_until("both versions are on the worker's laptop", lambda: _asked_again(worker, "Keep mine"), 90)
        story.expect("theirs is there", true=worker.sees("Friday"))
        story.expect("mine is there", true=worker.sees("Thursday"))
        story.picture(worker, "two-versions")
        worker.click("Keep mine")
        worker.wait_for("Undo")
        story.picture(worker, "two-versions-decided")
        _sync(worker)
        _sync(colleague)


def _open_family(laptop: Laptop) -> None:
    laptop.key("Ctrl+K")
    laptop.write("Family, person, place or topic", "alvarez")
    laptop.wait_for(FAMILY)
    time.sleep(0.6)
    laptop.key("Return")
    laptop.wait_for("In the family’s words")


def _open_call(laptop: Laptop) -> None:
    laptop.key("Alt+2")
    laptop.wait_for("Search families, people, notes")
    laptop.patiently("focus", name="Search families, people, notes")
    laptop.key("Ctrl+A")
    laptop.say("type", text="orchard gate")
    time.sleep(0.7)
    _show_hits(laptop)
    laptop.pick("orchard gate")
    laptop.wait_for("Progress note")


def _sync(laptop: Laptop) -> None:
    laptop.key("Alt+4")
    time.sleep(0.6)  # the pieces of work are counted a moment after they were written
    laptop.click("Try again now")
    laptop.wait_for("the agency has all of it", 60)


def _asked_again(laptop: Laptop, words: str) -> bool:
    """Say whether the words are there; if not, ask the agency again, as somebody who waits for news would."""
    if laptop.sees(words):
        return True
    with contextlib.suppress(LookupError):
        laptop.say("click", name="Try again now")
    time.sleep(1.0)
    return laptop.sees(words)


def _synced_search(laptop: Laptop, words: str) -> None:
    laptop.key("Alt+2")
    laptop.patiently("focus", name="Search families, people, notes")
    laptop.key("Ctrl+A")
    laptop.say("type", text=words)
    wait_until(f"{words} is found", lambda: _found(laptop, words), 60)


def _show_hits(laptop: Laptop) -> None:
    """Turn to the hits where large text shows them on a page of their own."""
    with contextlib.suppress(LookupError):
        laptop.say("click", name="In your notes")


def _found(laptop: Laptop, words: str) -> bool:
    _show_hits(laptop)
    if any(words in text and FAMILY in text for text in laptop.texts()):
        return True
    laptop.key("Alt+4")
    laptop.click("Try again now")
    time.sleep(1.5)
    laptop.key("Alt+2")
    time.sleep(0.7)
    _show_hits(laptop)
    time.sleep(0.3)
    return any(words in text and FAMILY in text for text in laptop.texts())


def _lock_and_return(story: Story, worker: Laptop, words: str) -> None:
    with story.step("hidden at once by F9, locked by Ctrl+L, and back at the same place"):
        before = str(worker.say("state")["place"])
        worker.key("F9")
        time.sleep(0.4)
        story.picture(worker, "hidden")
        worker.key("Space")
        worker.click("Lock and use the passphrase")
        worker.wait_for("Welcome back")
        worker.write("Passphrase", words)
        worker.key("Return")
        wait_until("the same place", lambda: str(worker.say("state")["place"]) == before)


def _search_the_disk(story: Story, agency: Agency, laptops: tuple[Laptop, ...]) -> None:
    """Search every file that anything wrote during the day for the day's words."""
    with story.step("no word of any case stands in clear in any file"):
        planted = story.scratch / "home" / "control.txt"
        planted.write_text(CONTROL, encoding="utf-8")
        words = [SAID, PROMISE, SAW, SAFETY, MINE, THEIRS]
        roots = [path for path in story.scratch.iterdir() if path.name != agency.secrets.parent.name]
        pids = [laptop.process.pid for laptop in laptops if laptop.process is not None]
        looked = scan(roots, [*pids, agency.server.pid], [*words, CONTROL])
        found = [f for f in looked.found if Path(f.path) != planted]
        story.figures["files searched for words in clear"] = looked.files
        story.figures["bytes searched"] = looked.bytes
        story.figures["words found in clear"] = len(found)
        story.expect("the planted control is found", true=len(looked.found) > len(found))
        story.expect("nothing else is found", true=not found, note=str(found[:3]))
        planted.unlink()
