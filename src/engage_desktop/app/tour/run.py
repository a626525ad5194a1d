"""The coordinator of the tour: chapters in turn, pictures numbered, everything checked told in `tour.json`."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from engage_desktop.app.profile import Look, Profile
from engage_desktop.app.tour.stage import AgencyServer, Laptop, TourFailed

LONGEST = 8


@dataclass(frozen=True, slots=True)
class TourOptions:
    """What the tour was asked for."""

    out: Path
    chapters: tuple[str, ...] = ()
    dark: bool = False
    text: int = 100
    locale: str = "en"
    size: tuple[int, int] = (1366, 728)


@dataclass(slots=True)
class Check:
    """One thing that was looked at, how it came out, how long it took, and how long a window was deaf meanwhile."""

    chapter: str
    what: str
    fine: bool
    seconds: float
    note: str = ""
    deaf_ms: int = 0


@dataclass(slots=True)
class Story:
    """What a chapter works with: a scratch folder, laptops, pictures and checks."""

    options: TourOptions
    scratch: Path
    checks: list[Check] = field(default_factory=list)
    figures: dict[str, object] = field(default_factory=dict)
    laptops: list[Laptop] = field(default_factory=list)
    servers: list[AgencyServer] = field(default_factory=list)
    chapter: str = ""
    pictures: int = 0

    def env(self) -> dict[str, str]:
        """Return the surroundings of every process: a home and a place for temporary files inside the scratch."""
        places = {name: self.scratch / name for name in ("home", "tmp")}
        for place in places.values():
            place.mkdir(parents=True, exist_ok=True)
        env = {
            **os.environ,
            "HOME": str(places["home"]),
            "TMPDIR": str(places["tmp"]),
            "XDG_DATA_HOME": str(places["home"] / "data"),
        }
        if sys.platform.startswith("linux") and not (env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")):
            env["QT_QPA_PLATFORM"] = "offscreen"
        return env

    def laptop(self, name: str) -> Laptop:
        """Return a laptop of its own, with the look the tour was asked for."""
        laptop = Laptop(name, self.scratch / name, self.env())
        Profile(laptop.folder).keep(Look(self.options.locale, self.options.dark, self.options.text / 100))
        self.laptops.append(laptop)
        return laptop

    def server(self) -> AgencyServer:
        """Return an agency server of its own."""
        server = AgencyServer(self.scratch / f"agency-{self.chapter}", self.env())
        self.servers.append(server)
        return server

    def begin(self, laptop: Laptop) -> None:
        """Start a laptop at the size the tour was asked for."""
        laptop.start()
        laptop.say("resize", width=self.options.size[0], height=self.options.size[1])

    def picture(self, laptop: Laptop, name: str) -> None:
        """Take a numbered picture of a laptop's window."""
        self.pictures += 1
        time.sleep(0.25)
        laptop.say("shot", path=str(self.options.out.resolve() / f"{self.pictures:02d}-{name}.png"))

    @contextmanager
    def step(self, what: str) -> Generator[None]:
        """Do one step and keep how it came out."""
        print(f"  {what}", flush=True)
        start = time.perf_counter()
        try:
            yield
        except Exception as error:
            self.checks.append(
                Check(self.chapter, what, False, time.perf_counter() - start, str(error)[:2000])
            )
            raise
        seconds = time.perf_counter() - start
        deaf = max((laptop.deaf_ms() for laptop in self.laptops if laptop.is_running), default=0)
        self.checks.append(Check(self.chapter, what, True, seconds, deaf_ms=deaf))

    def expect(self, what: str, *, true: bool, note: str = "") -> None:
        """Keep one check; the tour ends when it does not hold."""
        self.checks.append(Check(self.chapter, what, true, 0.0, note))
        if not true:
            raise TourFailed(f"{what}: {note}" if note else what)

    def end(self) -> None:
        """End every process that was started."""
        for laptop in self.laptops:
            laptop.quit()
        for server in self.servers:
            server.stop()
        self.laptops, self.servers = [], []


def _chapters() -> dict[str, Callable[[Story], None]]:
    from engage_desktop.app.tour.arrival import arrival
    from engage_desktop.app.tour.day import day
    from engage_desktop.app.tour.family import family

    return {"day": day, "family": family, "arrival": arrival}


def run_tour(options: TourOptions) -> int:
    """Play the chapters asked for, or all; return 0 when every step came out as it must."""
    options.out.mkdir(parents=True, exist_ok=True)
    for old in (*options.out.glob("[0-9][0-9]-*.png"), options.out / "tour.json"):
        old.unlink(missing_ok=True)
    chapters = _chapters()
    scratch = Path(tempfile.mkdtemp(prefix="engage-tour-"))
    story = Story(options, scratch)
    fine = True
    try:
        for name in options.chapters or tuple(chapters):
            print(f"chapter {name}", flush=True)
            story.chapter = name
            fine = _play(story, chapters[name]) and fine
    finally:
        story.end()
        _write(story, fine=fine)
        shutil.rmtree(scratch, ignore_errors=True)
    print(
        f"{len(story.checks)} checks, {sum(not c.fine for c in story.checks)} failed; {story.pictures} pictures and tour.json in {options.out}"
    )
    for name, figure in story.figures.items():
        print(f"  {name}: {figure}")
    print("  longest stalls of a window:")
    for check in sorted(story.checks, key=lambda c: -c.deaf_ms)[:LONGEST]:
        print(f"    {check.deaf_ms} ms: {check.chapter}, {check.what}")
    return 0 if fine else 1


def _play(story: Story, chapter: Callable[[Story], None]) -> bool:
    try:
        chapter(story)
        story.end()
    except (TourFailed, LookupError, OSError) as error:
        print(f"  failed: {error}", flush=True)
        for laptop in story.laptops:
            _last_picture(story, laptop)
        story.end()
        return False
    except Exception:  # noqa: BLE001 - whatever went wrong, the report and the pictures so far must be written
        traceback.print_exc()
        story.checks.append(
            Check(story.chapter, "no bug in the tour itself", False, 0.0, traceback.format_exc()[-1000:])
        )
        return False
    return True


def _last_picture(story: Story, laptop: Laptop) -> None:
    try:
        story.picture(laptop, f"failed-{laptop.name}")
    except (TourFailed, LookupError, OSError, AssertionError):
        return


def _write(story: Story, *, fine: bool) -> None:
    told = {
        "fine": fine,
        "options": {**asdict(story.options), "out": str(story.options.out)},
        "figures": story.figures,
        "checks": [asdict(check) for check in story.checks],
        "pictures": sorted(p.name for p in story.options.out.glob("[0-9][0-9]-*.png")),
    }
    (story.options.out / "tour.json").write_text(
        json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8"
    )
