"""Logs carry codes, ids and counts. Exceptions are written as type and place: their texts may quote data."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType


class Scrubbed(logging.Formatter):
    """Writes one line for each event, and of an exception only what it was and where it came from."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Return the exception's type and its innermost places."""
        kind, _error, trace = ei
        places = " < ".join(f"{f.name}:{f.lineno}" for f in reversed(traceback.extract_tb(trace)[-4:]))
        return f"{kind.__name__ if kind else None} at {places}"


def set_up_logs(*, quiet: bool) -> None:
    """Write the server's log to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Scrubbed("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING if quiet else logging.INFO, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("uvicorn.access").disabled = True
