"""Locking is a restart: Python cannot forget, so the process that knew the words is replaced by one that never did."""

from __future__ import annotations

import os
import subprocess
import sys


def command_line() -> list[str]:
    """Return how to start this very program again, with the same profile."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, "-m", "engage_desktop.app.main", *sys.argv[1:]]


def restart() -> None:
    """Replace this process by a fresh one that shows Unlock; does not return.

    A frozen program unpacks its environment anew. On Windows a process cannot be replaced: a new one is started,
    waits for the vault's lock, and this one ends.
    """
    command = command_line()
    env = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    if sys.platform == "win32":
        subprocess.Popen(command, env=env, close_fds=True)
        os._exit(0)
    os.execve(command[0], command, env)
