"""What the server answers when it does not do what was asked: a status, a code a program can act on, and facts.

Nothing here speaks of content: an operation that may not be applied gets an outcome, never an error (`sync.md` A6).
"""

from __future__ import annotations

from engage_wire.codec import Json


class Refused(Exception):
    """The request is not carried out; becomes an RFC 9457 problem document on the wire."""

    def __init__(self, status: int, code: str, **facts: object) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.facts = facts

    def problem(self) -> Json:
        """Return the problem document."""
        return {
            "type": "about:blank",
            "title": self.code,
            "status": self.status,
            "code": self.code,
            **self.facts,
        }


class BadRequest(Refused):
    """The body is not of the form the protocol describes."""

    def __init__(self, why: str) -> None:
        super().__init__(400, "malformed", detail=why)


class ServerProblem(Exception):
    """An administrator's command cannot be carried out; the message says why."""
