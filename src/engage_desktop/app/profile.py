"""Where one worker's files lie, and the few settings that must be known before the vault is open."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Look:
    """Language, colours and text size: nothing secret, needed by the unlock window."""

    locale: str = ""
    dark: bool = False
    scale: float = 1.0

    def checked(self) -> Look:
        """Return the look with impossible values replaced by the nearest possible."""
        return replace(
            self,
            scale=min(2.0, max(1.0, self.scale)),
            locale=self.locale if self.locale in {"", "en", "es"} else "",
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """One folder per worker: the vault, the trial server beside it, the look."""

    folder: Path

    @property
    def vault(self) -> Path:
        """Where the encrypted store lies."""
        return self.folder / "vault"

    @property
    def server(self) -> Path:
        """Where the embedded trial server keeps its encrypted database."""
        return self.folder / "server"

    def make(self) -> None:
        """Make the folder, readable by this person alone."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def look(self) -> Look:
        """Return the look kept here; a broken file means the default."""
        try:
            kept = json.loads((self.folder / "look.json").read_text(encoding="utf-8"))
            return Look(str(kept["locale"]), bool(kept["dark"]), float(kept["scale"])).checked()
        except (OSError, ValueError, KeyError, TypeError):
            return Look()

    def keep(self, look: Look) -> None:
        """Keep the look; a disk that refuses is no reason to stop."""
        try:
            self.make()
            (self.folder / "look.json").write_text(json.dumps(asdict(look)), encoding="utf-8")
        except OSError:
            return


def default_profile() -> Profile:
    """Return this person's profile folder by the custom of the operating system."""
    if named := os.environ.get("ENGAGE_PROFILE"):
        return Profile(Path(named))
    if sys.platform == "win32":
        return Profile(Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Engage")
    if sys.platform == "darwin":
        return Profile(Path.home() / "Library" / "Application Support" / "Engage")
    return Profile(Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "engage")
