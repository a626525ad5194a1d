"""Freeze the application and the agency server into `dist/engage`, the same bytes for the same sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    shutil.rmtree(ROOT / "dist" / "engage", ignore_errors=True)
    env = {**os.environ, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    words = [
        "--noconfirm",
        "--log-level",
        "WARN",
        "--distpath",
        str(ROOT / "dist"),
        "--workpath",
        str(ROOT / "build"),
    ]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *words, str(ROOT / "installer" / "engage.spec")],
        check=True,
        env=env,
        cwd=ROOT,
    )
    files = [p for p in (ROOT / "dist" / "engage").rglob("*") if p.is_file() and not p.is_symlink()]
    print(f"dist/engage: {sum(p.stat().st_size for p in files) / 1e6:.0f} MB in {len(files)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
