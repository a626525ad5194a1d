"""Gather every sentence of the screens into `resources/i18n/es.ts`: `python tools/update_ts.py`.

Sentences no longer in the code are dropped; what has been translated stays. Prints how many still wait.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET  # noqa: S405 - the file is our own
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VIEWS = ROOT / "src/engage_desktop"
TARGETS = (ROOT / "resources/i18n/es.ts",)


def lupdate() -> str:
    beside = Path(sys.executable).parent / "pyside6-lupdate"
    return str(beside) if beside.exists() else (shutil.which("pyside6-lupdate") or "pyside6-lupdate")


def waiting(ts: Path) -> list[str]:
    """Return the sentences of a file that nobody has translated yet."""
    tree = ET.parse(ts)  # noqa: S314 - the file is our own
    found = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            found.append(message.findtext("source") or "")
    return found


def main() -> int:
    skipped = {"_forms", "_resources", "__pycache__"}
    sources = [str(p) for p in sorted(VIEWS.rglob("*.py")) if not skipped & set(p.parts)]
    sources += [str(p) for p in sorted((ROOT / "ui").glob("*.ui"))]
    for ts in TARGETS:
        ts.parent.mkdir(parents=True, exist_ok=True)
        asked = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", ts.stem]
        subprocess.run([lupdate(), *asked, *sources, "-ts", str(ts)], check=True, stdout=subprocess.DEVNULL)
        left = waiting(ts)
        print(f"{ts.relative_to(ROOT)}: {len(left)} to translate")
        if "--list" in sys.argv:
            print("\n".join(f"  {text}" for text in left))
    return 0


if __name__ == "__main__":
    sys.exit(main())
