"""A whole profile for tests that start the real application: the sample caseload in a vault of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.fakes import FrozenClock
from tests.support import families
from tests.support.desk import ME, PASSPHRASE, desk_over

from engage_desktop.app.profile import Profile
from engage_desktop.app.tour.stage import Laptop
from engage_desktop.services.identity import ALONE, BecomeMe
from engage_desktop.services.place import KeepPlace, Place
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.vault import Vault

ZONE = "America/New_York"


def sample_profile(folder: Path, place: Place | None = None) -> Profile:
    """Make a profile whose worker has the six sample families, optionally at a place."""
    profile = Profile(folder)
    profile.make()
    clock = FrozenClock()
    vault = Vault.create(profile.vault, PASSPHRASE, clock, Kdf())
    families.plant_all(desk_over(vault, clock))
    BecomeMe(vault)(ME, ZONE, ALONE)
    if place is not None:
        KeepPlace(vault)(place)
    vault.close()
    return profile


def laptop_of(folder: Path) -> Laptop:
    """Return a laptop that runs the application in a profile, offscreen, with a home of its own."""
    home = folder.parent / "home"
    for name in ("home", "tmp"):
        (folder.parent / name).mkdir(exist_ok=True)
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "TMPDIR": str(folder.parent / "tmp"),
    }
    return Laptop(folder.name, folder, env)


def copy_of(profile: Profile, folder: Path) -> Profile:
    """Return a copy of a closed profile."""
    shutil.copytree(profile.folder, folder)
    return Profile(folder)
