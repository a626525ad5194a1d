"""How things are timed and told: medians, percentiles, and always as a ratio to something."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: what, ours, the other's, their ratio, and the target if there is one."""

    what: str
    ours: float
    other: float
    unit: str
    against: str
    target: str = ""

    @property
    def ratio(self) -> float:
        """Ours over the other's; nan when there is nothing to compare with."""
        return self.ours / self.other if self.other else float("nan")


def timed(job: Callable[[], object], times: int) -> list[float]:
    """Return the seconds of each of `times` runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        job()
        taken.append(time.perf_counter() - start)
    return taken


def median(values: list[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def tell(rows: list[Row]) -> None:
    """Print the report as a table."""
    print(f"{'measure':58} {'ours':>11} {'other':>11} {'ratio':>7}  against, target")
    for row in rows:
        print(
            f"{row.what:58} {row.ours:9.3f}{row.unit:>2} {row.other:9.3f}{row.unit:>2} {row.ratio:7.2f}  {row.against}{'; ' + row.target if row.target else ''}"
        )


def keep(rows: list[Row], path: Path) -> None:
    """Write the report beside the pictures."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps([{**asdict(row), "ratio": row.ratio} for row in rows], indent=1), encoding="utf-8"
    )
