"""Prove the frozen program: it unlocks a vault, syncs once with the server on loopback and quits cleanly, ten times.

And its spelling helper answers and ends with its input.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMES = 10
QUESTION = b'{"n": 1, "suggest": "recieve", "in": "en"}\n'


def main() -> int:
    program = ROOT / "dist" / "engage" / ("engage.exe" if sys.platform == "win32" else "engage")
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    if not (env.get("DISPLAY") or sys.platform in {"win32", "darwin"}):
        env["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="engage-smoke-") as folder:
        env["HOME"] = folder
        done = subprocess.run(
            [str(program), "smoke", "--out", folder, "--times", str(TIMES)], env=env, check=False
        )
        spelling = subprocess.run(
            [str(program), "spell-helper"],
            env=env,
            check=False,
            capture_output=True,
            input=QUESTION,
            timeout=120,
        )
    if b'"receive"' not in spelling.stdout or spelling.returncode:
        print(f"frozen program: its spelling helper ended with {spelling.returncode}")
        return 1
    print(
        "frozen program: proved" if done.returncode == 0 else f"frozen program: exit code {done.returncode}"
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
