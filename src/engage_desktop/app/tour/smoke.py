"""The proof of a frozen program: unlock a vault, sync once with the server on loopback, quit cleanly, again and again."""

from __future__ import annotations

import time
from pathlib import Path

from engage_desktop.app.profile import Profile
from engage_desktop.app.tour.agency import found_agency
from engage_desktop.app.tour.run import Story, TourOptions
from engage_desktop.app.tour.stage import TourFailed
from engage_desktop.services.joining import Join
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.vault import Vault
from engage_wire.clock import SystemClock

FIVE_WORDS = "harbour violet lantern meadow seven"


def run_smoke(out: Path, times: int) -> int:
    """Prove it `times` times; return 0 when every one came out clean."""
    story = Story(TourOptions(out), out / "smoke")
    story.scratch.mkdir(parents=True, exist_ok=True)
    try:
        agency = found_agency(story, families=3)
        laptop = story.laptop("laptop")
        vault = Vault.create(Profile(laptop.folder).vault, FIVE_WORDS, SystemClock(), Kdf())
        Join(vault)(agency.code(agency.worker, agency.server.port), *agency.worker)
        vault.close()
        for number in range(1, times + 1):
            start = time.perf_counter()
            story.begin(laptop)
            laptop.write("Passphrase", FIVE_WORDS)
            laptop.key("Return")
            laptop.wait_for("All with the agency", 60)
            code = laptop.quit()
            print(
                f"{number}: unlocked, synced, quit with {code} in {time.perf_counter() - start:.2f} s",
                flush=True,
            )
            if code != 0:
                return 1
    except (TourFailed, LookupError) as error:
        print(f"failed: {error}")
        return 1
    finally:
        story.end()
    return 0
