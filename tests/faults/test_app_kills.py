"""The application is killed without warning while somebody types and it syncs; nothing older than a second is lost."""

from __future__ import annotations

import random
import string
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import select
from tests.support.desk import PASSPHRASE

from engage_desktop.app.profile import Profile
from engage_desktop.app.tour.agency import Agency, found_agency
from engage_desktop.app.tour.run import Story, TourOptions
from engage_desktop.app.tour.stage import Laptop, wait_until
from engage_desktop.services.desk import Desk
from engage_desktop.services.joining import Join
from engage_desktop.services.place import KeepPlace, Place, Spot
from engage_desktop.services.plans import AddGoal, AddPlan, AddStep
from engage_desktop.services.visit_starts import Other, StartOther
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.lane import WriteLane
from engage_desktop.store.tables import records
from engage_desktop.store.vault import Vault
from engage_desktop.sync.runner import SyncRunner
from engage_domain.contact_codes import Method
from engage_domain.plans import PlanKind
from engage_wire.clock import SystemClock

LONGEST_LOSS = 1.0


class Writing(Protocol):
    """Something a worker writes, and where: the record, its screen, the way back into it after a kill."""

    entity: str
    field: str

    def begin(self, desk: Desk, family: str) -> tuple[str, Spot]:
        """Make it; return its id and where the worker is."""

    def go_on(self, laptop: Laptop) -> None:
        """Have the cursor where one writes, after what stands there."""


class NoteWriting:
    """The narrative of a note, which is open again by itself."""

    entity, field = "contact_body", "saw"

    def begin(self, desk: Desk, family: str) -> tuple[str, Spot]:
        contact = StartOther(desk)(family, Other(Method.PHONE)).made_id
        return contact, Spot(f"note:{contact}")

    def go_on(self, laptop: Laptop) -> None:
        laptop.patiently("focus", name="What we saw")


class GoalWriting:
    """A goal in the family's own words."""

    entity, field = "goal", "words"

    def begin(self, desk: Desk, family: str) -> tuple[str, Spot]:
        plan = AddPlan(desk)(family, PlanKind.SERVICE).made_id
        goal = AddGoal(desk)(plan, "We want one house.").made_id
        return goal, Spot(f"family:{family}", {"part": "plan", "plan.plan": plan, "plan.goal": goal})

    def go_on(self, laptop: Laptop) -> None:
        laptop.click("Change the words of this goal")
        laptop.patiently("focus", name="In the family’s own words")


class StepWriting:
    """How everybody will know that a step of the plan was taken."""

    entity, field = "action_step", "how_we_know"

    def begin(self, desk: Desk, family: str) -> tuple[str, Spot]:
        goal, spot = GoalWriting().begin(desk, family)
        step = AddStep(desk)(spot.details["plan.plan"], goal, "is at the house after school").made_id
        return step, spot

    def go_on(self, laptop: Laptop) -> None:
        laptop.click("~By when")
        laptop.patiently("focus", name="How we will know")


@dataclass(slots=True)
class Typist:
    """Types words and remembers when each was on the screen."""

    dice: random.Random
    typed: list[tuple[float, str]] = field(default_factory=list)
    number: int = 0

    def type_for(self, laptop: Laptop, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.number += 1
            word = f"w{self.number}{''.join(self.dice.choice(string.ascii_lowercase) for _ in range(4))}"
            laptop.say("type", text=word + " ")
            self.typed.append((time.monotonic(), word))

    def lost(self, killed: float, text: str) -> int:
        """Count the words that are gone and should not be; forget those that may be gone."""
        owed = [word for at, word in self.typed if at <= killed - LONGEST_LOSS]
        self.typed = [(at, word) for at, word in self.typed if word in text]
        return len([word for word in owed if word not in text])


def prepared(story: Story, agency: Agency, laptop: Laptop, writing: Writing) -> tuple[str, str]:
    """Join the agency, fetch the caseload, begin to write, and leave the worker at it; return the record and the place."""
    clock = SystemClock()
    vault = Vault.create(Profile(laptop.folder).vault, PASSPHRASE, clock, Kdf())
    identity = Join(vault)(agency.code(agency.worker, agency.server.port), *agency.worker)
    fetch(vault)
    with vault.read() as conn:
        family = str(conn.execute(select(records["family"].c.id)).scalar())
    row_id, spot = writing.begin(Desk(vault, clock, identity.me, identity.zone), family)
    KeepPlace(vault)(Place(spot))
    vault.close()
    return row_id, spot.route


def crashed(error: BaseException) -> None:
    raise error


def fetch(vault: Vault) -> None:
    """Sync until there is nothing left to do."""
    lane = WriteLane()
    runner = SyncRunner(vault, lane, SystemClock(), lambda _status, _changed: None, crashed)
    runner.start()
    runner.try_now()
    wait_until(
        "everything is fetched", lambda: bool(runner.status.last_ok) and runner.status.session == "idle", 60
    )
    runner.stop()
    lane.close()


def unlock(laptop: Laptop, route: str, writing: Writing) -> None:
    laptop.start()
    laptop.write("Passphrase", PASSPHRASE)
    laptop.key("Return")
    wait_until(
        "the desk is open", lambda: ":" in str(laptop.say("state")["place"]) or laptop.sees("Try again now")
    )
    if laptop.say("state")["place"] != route:
        laptop.click("Back (Alt+Left)")
    wait_until("the place is open again", lambda: laptop.say("state")["place"] == route)
    writing.go_on(laptop)
    laptop.key("Ctrl+End")


def kill_while_working(folder: Path, writing: Writing, times: int, seed: int) -> tuple[int, int]:
    """Kill the application `times` times; return how many words were kept and how many lost beyond a second."""
    story = Story(TourOptions(folder), folder)
    typist, lost = Typist(random.Random(seed)), 0
    try:
        agency = found_agency(story, families=2)
        laptop = story.laptop("laptop")
        row_id, route = prepared(story, agency, laptop, writing)
        unlock(laptop, route, writing)
        for _ in range(times):
            typist.type_for(laptop, typist.dice.uniform(0.2, 2.0))
            settled = typist.dice.random() < 0.5
            if settled:  # leaving settles the draft, and sync begins
                laptop.key("Alt+4")
                laptop.click("Try again now")
                time.sleep(typist.dice.uniform(0.0, 0.4))
            killed = time.monotonic()
            laptop.kill()
            unlock(laptop, route, writing)
            lost += typist.lost(killed, str(laptop.say("state")["text"]))
        laptop.key("Alt+4")
        laptop.click("Try again now")
        laptop.wait_for("the agency has all of it", 60)
        assert laptop.quit() == 0
        assert_second_laptop_agrees(story, agency, writing, row_id, typist)
    finally:
        story.end()
    return len(typist.typed), lost


def assert_second_laptop_agrees(
    story: Story, agency: Agency, writing: Writing, row_id: str, typist: Typist
) -> None:
    """What the agency holds after all kills is what stood on the killed laptop's screen."""
    vault = Vault.create(story.scratch / "second", PASSPHRASE, SystemClock(), Kdf())
    Join(vault)(agency.code(agency.supervisor, agency.server.port), *agency.supervisor)
    fetch(vault)
    table = records[writing.entity]
    with vault.read() as conn:
        text = str(conn.execute(select(table.c[writing.field]).where(table.c.id == row_id)).scalar())
    vault.close()
    missing = [word for _, word in typist.typed if word not in text]
    assert missing == []


def told(times: int, kept: int, lost: int) -> str:
    return f"\n{times} kills of the application: {kept} words kept and with the agency, {lost} older than a second lost"


@pytest.mark.timeout(600)
def test_twenty_kills_while_typing_and_syncing_lose_at_most_a_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    kept, lost = kill_while_working(tmp_path, NoteWriting(), 20, seed=20)
    with capsys.disabled():
        print(told(20, kept, lost))
    assert lost == 0
    assert kept > 0


@pytest.mark.parametrize("writing", [GoalWriting(), StepWriting()], ids=["goal", "step"])
@pytest.mark.timeout(600)
def test_kills_while_writing_a_plan_lose_at_most_a_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, writing: Writing
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    kept, lost = kill_while_working(tmp_path, writing, 6, seed=6)
    with capsys.disabled():
        print(told(6, kept, lost))
    assert lost == 0
    assert kept > 0


@pytest.mark.faults
@pytest.mark.timeout(5400)
def test_two_hundred_kills_while_typing_and_syncing_lose_at_most_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    kept, lost = kill_while_working(tmp_path, NoteWriting(), 200, seed=200)
    print(told(200, kept, lost))
    assert lost == 0
    assert kept > 0
