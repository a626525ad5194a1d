"""When what may happen: rounds each minute or soon after a change, pauses after failures, parts left out for a while."""

from __future__ import annotations

from engage_desktop.sync.backoff import Backoff
from engage_desktop.sync.ports import Chance
from engage_wire.clock import Clock

POLL, AFTER_WRITE = 60.0, 3.0
NEVER = float("inf")


class Pace:
    """The engine's sense of time, in seconds of a clock that never runs backwards."""

    def __init__(self, clock: Clock, chance: Chance) -> None:
        self._clock = clock
        self._backoff = Backoff(chance)
        self._next_round = 0.0
        self._wanted = NEVER
        self._not_before = 0.0
        self._push_from = 0.0
        self._pull_from = 0.0

    def now(self) -> float:
        """Return the time."""
        return self._clock.monotonic()

    @property
    def is_resting(self) -> bool:
        """Whether a failure is being waited out."""
        return self.now() < self._not_before

    @property
    def is_due(self) -> bool:
        """Whether a round may begin."""
        return self.now() >= self._next_round

    @property
    def may_push(self) -> bool:
        """Whether sending is not held back."""
        return self.now() >= self._push_from

    @property
    def may_pull(self) -> bool:
        """Whether fetching is not held back."""
        return self.now() >= self._pull_from

    def due_in(self, *, in_round: bool) -> float:
        """Return the seconds until something may be due."""
        start = self.now() if in_round else self._next_round
        return max(0.0, max(start, self._not_before) - self.now())

    def wish(self) -> None:
        """Let a round begin three seconds from now at the latest, also when one is on now."""
        self._wanted = min(self._wanted, self.now() + AFTER_WRITE)
        self._next_round = min(self._next_round, self._wanted)

    def hurry(self) -> None:
        """Let a round begin at once, whatever was waited for."""
        self._wanted = self._next_round = self._not_before = self._push_from = self._pull_from = 0.0
        self._backoff.clear()

    def begin(self) -> None:
        """Begin a round: what was wished for until now is in it."""
        self._wanted = NEVER

    def end(self) -> None:
        """End a round: the next is a minute away, or as soon as somebody wished meanwhile."""
        self._next_round = min(self.now() + POLL, self._wanted)

    def went_well(self) -> None:
        """Forget earlier failures."""
        self._backoff.clear()

    def rest(self, at_least: float = 0.0) -> None:
        """Wait after a failure, longer after each; the round begins anew afterwards."""
        self._next_round = 0.0
        self._not_before = self.now() + max(at_least, self._backoff.wait())

    def hold_push(self, seconds: float) -> None:
        """Leave sending out for a while."""
        self._push_from = self.now() + seconds

    def hold_pull(self, seconds: float) -> None:
        """Leave fetching out for a while."""
        self._pull_from = self.now() + seconds
