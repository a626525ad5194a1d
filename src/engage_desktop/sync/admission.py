"""How this device is let in: it signs the agency's own word, gets a token for a few minutes, and renews its lease."""

from __future__ import annotations

from functools import partial

from engage_desktop.store import state
from engage_desktop.sync.messages import assertion_text, token_body
from engage_desktop.sync.ports import LeaseJudge, Signer, Store
from engage_wire.clock import Clock, to_ms
from engage_wire.codec import Json, Malformed, dumps

MARGIN, LEAST, USUAL = 30.0, 30.0, 600.0
REFUSALS = 3


class Admission:
    """The token in force, the word to be signed next, and how often in a row it was refused."""

    def __init__(self, store: Store, clock: Clock, sign: Signer, lease_is_true: LeaseJudge) -> None:
        self._store = store
        self._clock = clock
        self._sign = sign
        self._lease_is_true = lease_is_true
        self._until = 0.0
        self._nonce = ""
        self._refusals = 0
        self.token = ""

    @property
    def is_in(self) -> bool:
        """Whether there is a token that still counts."""
        return bool(self.token) and self._clock.monotonic() < self._until

    def request(self, device: str) -> bytes:
        """Return what to say to be let in."""
        at = to_ms(self._clock.now())
        return token_body(device, at, self._nonce, self._sign(assertion_text(device, at, self._nonce)))

    def let_in(self, answer: Json) -> None:
        """Take the token, the next word and the lease. Raises Malformed when there is no token."""
        if not isinstance(answer.get("access"), str):
            raise Malformed("no access in the answer")
        self.token = answer["access"]
        lasts = float(answer.get("expires_in") or USUAL)
        self._until = self._clock.monotonic() + max(LEAST, lasts - MARGIN)
        self._nonce = str(answer.get("nonce") or "")
        lease = answer.get("lease")
        if isinstance(lease, dict) and self._lease_is_true(lease):
            self._store.write(partial(state.put, key=state.LEASE, value=dumps(lease).decode()))

    def went_well(self) -> None:
        """Forget earlier refusals: the token was good for something."""
        self._refusals = 0

    def lose(self, *, nonce: str, asked: bool) -> bool:
        """Drop the token; say whether to try again at once: with the agency's new word, or when a token ran out.

        `asked` says that the refusal answered the request for a token itself.
        """
        self._refusals += 1
        self.token = ""
        self._nonce = nonce or self._nonce
        return self._refusals <= REFUSALS and (bool(nonce) or not asked)
