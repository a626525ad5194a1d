"""What happens when the program meets a bug: a report with types, lines and counts, and never anybody's words."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from engage_wire.clock import Clock, instant

REPORT = "last-crash.txt"


def report(error: BaseException, clock: Clock) -> str:
    """Return where a bug happened: exception type and the lines of our own code, no message and no values."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return (
        "\n".join([f"at {instant(clock.now())}", f"{type(error).__module__}.{type(error).__name__}", *lines])
        + "\n"
    )


class CrashKeeper:
    """Keeps the report of the last bug beside the vault and tells the window, once."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self.tell: Callable[[str], None] = lambda _text: None

    def install(self) -> None:
        """Take charge of every exception that nobody expected."""
        sys.excepthook = self._on_exception

    def crashed(self, error: BaseException) -> None:
        """Keep a report of a bug and tell the window."""
        text = report(error, self._clock)
        with contextlib.suppress(OSError):
            (self._folder / REPORT).write_text(text, encoding="utf-8")
        if sys.stderr is not None:  # a windowed program on Windows has none
            sys.stderr.write(text)
        self.tell(text)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.crashed(error.with_traceback(trace))
