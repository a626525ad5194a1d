"""`python -m bench [name …]`: measure everything, or what is named, and print one table of ratios.

`--full` adds what takes minutes.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from bench.measure import Row, keep, tell

ALL = ("store", "start", "search", "layout", "story", "spelling", "sync")


def main() -> int:
    rows: list[Row] = []
    for name in [said for said in sys.argv[1:] if not said.startswith("-")] or ALL:
        print(f"measuring {name} …", flush=True)
        rows += importlib.import_module(f"bench.{name}").run()
    tell(rows)
    keep(rows, Path("out/bench.json"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
