"""The conversation with the agency as a state machine: no thread, no clock, no network inside.

A round is always: push until nothing is left, then pull until nothing more comes. Whoever drives the engine asks for
the next request, carries it, and brings back what came of it. Every request may be lost, repeated or cut anywhere:
what counts is what both sides have stored, and each answer is believed only where the hashes agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from sqlalchemy import Connection

from engage_desktop.store import buckets, outbox, state, sweeping
from engage_desktop.store.outbox import MAX_OPS, Ack, Batch
from engage_desktop.store.state import Standing
from engage_desktop.sync import messages
from engage_desktop.sync.admission import Admission
from engage_desktop.sync.clocks import Offsets
from engage_desktop.sync.messages import JSON, LINES, Kind, Request
from engage_desktop.sync.pace import POLL, Pace
from engage_desktop.sync.ports import Chance, LeaseJudge, Signer, Store
from engage_desktop.sync.pulling import PullReader, promote_waiting, tidy
from engage_desktop.sync.recovery import INCARNATION_BITS, Memory, fork, recover
from engage_desktop.sync.status import Session
from engage_wire.changed import Changed
from engage_wire.clock import Clock, instant
from engage_wire.codec import Json, Malformed, dumps

VERIFY_EVERY_MS = 24 * 3600 * 1000
QUARTER, HOUR, DAY = 900.0, 3600.0, 86400.0
MANY_RECOVERIES = 3
MANY_GARBLED = 3
FIRST_OPS = 500


class _Phase(Enum):
    IDLE = auto()
    PUSH = auto()
    PULL = auto()
    VERIFY = auto()


@dataclass(slots=True)
class _Talk:
    """The request on its way, and what has come of it so far."""

    request: Request
    sent_ms: int
    batch: Batch | None = None
    reader: PullReader | None = None
    lines: list[Json] | None = None


class Engine:
    """Owns the order of things; one request at a time."""

    def __init__(
        self, store: Store, clock: Clock, chance: Chance, sign: Signer, lease_is_true: LeaseJudge
    ) -> None:
        self._store = store
        self._clock = clock
        self._chance = chance
        self._sign = sign
        self._admission = Admission(store, clock, sign, lease_is_true)
        self._offsets = Offsets(store, clock)
        self._pace = Pace(clock, chance)
        self._phase = _Phase.IDLE
        self._talk: _Talk | None = None
        self._ahead: Batch | None = None  # what to send when everything before it has arrived
        self._heard: Ack | None = None  # an acknowledgement to be kept once what comes next is on its way
        self._number = 0
        self._max_ops = MAX_OPS
        self._recoveries = 0
        self._garbled = 0
        self._outdated = ""  # why only sending is possible, as the agency says it
        self._changed = Changed()
        self._joined = True
        self.session = Session.IDLE
        self.error = ""

    # what a driver asks

    @property
    def token(self) -> str:
        """What lets this device in just now; empty while it is outside or a round is on."""
        return self._admission.token if self._admission.is_in and self._phase is _Phase.IDLE else ""

    def next_request(self) -> Request | None:
        """Return what to send now, or None when nothing is due; `due_in` says when to ask again."""
        if self._talk is not None or self._pace.is_resting:
            return None
        standing = self._store.read(state.standing)
        self._joined = standing.joined
        if not standing.joined:
            self.session = Session.SOLO
            return None
        if self._phase is _Phase.IDLE and not self._pace.is_due:
            return None
        if not self._admission.is_in:
            return self._send(Kind.TOKEN, self._admission.request(standing.device))
        if self._phase is _Phase.IDLE:
            promote_waiting(self._store, self._clock, self.touched)
            self._phase = _Phase.PUSH
            self._pace.begin()
        request = self._step(standing)
        if request is None and self._pace.is_due:
            return self.next_request()  # somebody wrote, or asked, while this round was on
        return request

    def due_in(self) -> float:
        """Return the seconds until `next_request` may have something to send."""
        if not self._joined:
            return POLL
        return self._pace.due_in(in_round=self._phase is not _Phase.IDLE)

    def wrote(self) -> None:
        """Note that somebody wrote something: a round begins three seconds from now at the latest."""
        self._pace.wish()

    def try_now(self) -> None:
        """Begin a round at once, whatever was waited for."""
        self._pace.hurry()

    def take_changed(self) -> Changed:
        """Return what pulls have changed since this was last asked."""
        changed, self._changed = self._changed, Changed()
        return changed

    def touched(self, changed: Changed) -> None:
        """Add to what has changed."""
        self._changed |= changed

    def while_waiting(self, request: Request) -> None:
        """Make ready what comes after a push, in the time the agency needs for it."""
        talk = self._current(request)
        if talk is not None and talk.batch is not None:
            self._ahead = self._next_batch(talk.batch)

    # what a driver brings back

    def receive(self, request: Request, lines: Iterable[Json]) -> None:
        """Take some lines of the answer. Raises Malformed when they are not of the described form."""
        talk = self._current(request)
        if talk is None:
            return
        if talk.reader is None:
            talk.lines = [*(talk.lines or []), *lines]
            return
        lines = list(lines)
        if lines and lines[0].get("t") == "hdr":
            self._offsets.measure(talk.sent_ms, lines[0].get("now"))
        talk.reader.feed(lines)

    def finish(self, request: Request) -> None:
        """Take note that the answer came to its end. Raises Malformed when it was cut."""
        talk = self._current(request)
        if talk is None:
            return
        finishers = {
            Kind.TOKEN: self._let_in,
            Kind.PUSH: self._pushed,
            Kind.PULL: self._pulled,
            Kind.VERIFY: self._verified,
        }
        if request.kind is not Kind.TOKEN:
            self._admission.went_well()
            self.error = self._outdated
        finishers[request.kind](talk)
        self._talk = None
        self._pace.went_well()

    def fail(self, request: Request, code: str) -> None:
        """Take note that no whole answer came; the same request will be safe to repeat."""
        talk = self._current(request)
        if talk is None:
            return
        if talk.reader is not None:
            talk.reader.settle()
        self._rest(code)

    def fail_any(self) -> None:
        """Give up whatever is on its way, as a process that starts anew has."""
        self._talk = self._ahead = self._heard = None
        self._phase = _Phase.IDLE

    def stumble(self, code: str) -> None:
        """Take note that this laptop's own store failed: whatever was on its way begins again later."""
        self._rest(code)

    def refuse(self, request: Request, status: int, problem: Json, retry_after: float | None = None) -> None:
        """Take note that the agency answered with an error document."""
        if self._current(request) is None:
            return
        code = str(problem.get("code") or status)
        if status == 409 and code in {"epoch", "gap", "fork"}:
            self._recover(code, problem)
        elif status in {401, 403}:
            self._shut_out(request, status, code, str(problem.get("nonce") or ""))
        else:
            self._turn_away(request, status, code, retry_after)

    # sending

    def _step(self, standing: Standing) -> Request | None:
        if self._phase is _Phase.PUSH:
            batch = (self._ahead or self._next_batch()) if self._pace.may_push else None
            self._ahead = None
            if batch:
                self.session = Session.PUSHING
                signature = self._sign(messages.signed_text(batch, standing))
                body = messages.push_body(batch, standing, self._offsets.corrected_ms(), signature)
                return self._send(Kind.PUSH, body, batch=batch)
            self._keep_heard()
            self._phase = _Phase.PULL
        if self._phase is _Phase.PULL:
            if self._pace.may_pull:
                return self._ask_pull(standing)
            self._phase = _Phase.VERIFY
        request = self._ask_verify()
        if request is None:
            self._end_round()
        return request

    def _next_batch(self, before: Batch | None = None) -> Batch | None:
        """Return what to send next; no more is sealed than that needs, the rest while the agency works.

        A little at first and twice as much each time, so that neither side waits long for the other.
        """
        self._keep_heard()
        after = before.last if before else 0
        max_ops = min(self._max_ops, max(FIRST_OPS, 2 * len(before.ops) if before else 0))
        while True:
            batch = self._store.read(partial(outbox.read_batch, max_ops=max_ops, after=after))
            is_full = batch is not None and len(batch.ops) >= max_ops
            if is_full or not self._store.read(outbox.unsealed):
                return batch
            batch = self._store.write(partial(outbox.seal, at_most=max_ops, after=after))
            if batch is not None:
                return batch

    def _ask_pull(self, standing: Standing) -> Request:
        self.session = Session.PULLING
        cursors, order = self._store.read(buckets.cursors), self._store.read(buckets.order)
        acked = 0 if order else self._store.read(partial(state.number, key=state.ACKED_SEQ))
        reader = PullReader(self._store, self._clock, self.touched)
        return self._send(Kind.PULL, messages.pull_body(standing, cursors, order, acked), reader=reader)

    def _ask_verify(self) -> Request | None:
        last = self._store.read(partial(state.number, key=state.VERIFIED_AT))
        if self.error or self._offsets.wall_ms() - last < VERIFY_EVERY_MS:
            return None
        return self._send(Kind.VERIFY, dumps(self._store.read(buckets.digests)))

    def _send(
        self, kind: Kind, body: bytes, batch: Batch | None = None, reader: PullReader | None = None
    ) -> Request:
        self._number += 1
        content = LINES if kind in {Kind.PUSH, Kind.PULL} else JSON
        cap = messages.CAP_PULL if kind is Kind.PULL else messages.CAP_SMALL
        request = Request(self._number, kind, body, content, self._admission.token, cap)
        self._talk = _Talk(request, self._offsets.wall_ms(), batch, reader)
        return request

    def _end_round(self) -> None:
        self._phase = _Phase.IDLE
        self._pace.end()
        self.session = Session.PUSH_ONLY if self._outdated else Session.IDLE

    # hearing

    def _current(self, request: Request) -> _Talk | None:
        """Return what is on its way, everything heard before it kept; None when the request is over."""
        self._keep_heard()
        talk = self._talk
        return talk if talk is not None and talk.request.number == request.number else None

    def _let_in(self, talk: _Talk) -> None:
        answer = (talk.lines or [{}])[0]
        self._admission.let_in(answer)
        self._offsets.measure(talk.sent_ms, answer.get("now"))
        if self.session in {Session.NEED_AUTH, Session.SUSPENDED, Session.REVOKED}:
            self.session, self.error = Session.IDLE, ""

    def _pushed(self, talk: _Talk) -> None:
        ack_line, *rest = [line for line in talk.lines or [] if line.get("t") in {"ack", "end"}] or [{}]
        if ack_line.get("t") != "ack" or not rest:
            raise Malformed("the acknowledgement is cut")
        ack = messages.read_ack(ack_line, talk.batch.last if talk.batch else 0)
        self._offsets.measure(talk.sent_ms, ack_line.get("now"))
        self._heard = ack
        fits = talk.batch is not None and (ack.acked, ack.hash) == (talk.batch.last, talk.batch.hash)
        if not (fits and self._ahead) and not self._keep_heard():
            return
        self._recoveries = self._garbled = 0
        if self._max_ops < MAX_OPS:
            self._max_ops, self._ahead = min(MAX_OPS, self._max_ops * 2), None
        if self._ahead is not None and self._ahead.previous != ack.hash:
            self._ahead = None  # the agency stands elsewhere than at the end of what was sent

    def _keep_heard(self) -> bool:
        """Keep an acknowledgement; False when it is not about what was written here.

        One that is as it was expected waits for this until the next push is on its way: the agency need not wait too.
        """
        ack, self._heard = self._heard, None
        if ack is None or self._store.write(partial(self._acknowledge, ack=ack)):
            return True
        self._ahead = None
        self.session = Session.FORKING
        self._count_recovery()
        return False

    def _acknowledge(self, conn: Connection, ack: Ack) -> bool:
        if outbox.acknowledge(conn, ack, self._clock.now()):
            state.put(conn, state.LAST_OK, instant(self._clock.now()))
            return True
        fork(conn, self._chance.getrandbits(INCARNATION_BITS))
        return False

    def _pulled(self, talk: _Talk) -> None:
        if talk.reader is None or not talk.reader.finished:
            raise Malformed("the pull is cut")
        self._outdated = self.error = ""
        if talk.reader.more:
            return
        if self._store.read(buckets.unheard):
            self._store.write(buckets.step_back)
            return
        if talk.reader.ahead:
            self._pace.hold_pull(HOUR)
            self.error = "epoch_suspect"
        tidy(self._store, self._clock, self.touched)
        self._phase = _Phase.VERIFY

    def _verified(self, talk: _Talk) -> None:
        differing = [str(name) for name in (talk.lines or [{}])[0].get("differ") or []]
        self._store.write(partial(_distrust_all, names=[*differing, *self._store.read(sweeping.dangling)]))
        self._store.write(partial(state.put, key=state.VERIFIED_AT, value=self._offsets.wall_ms()))

    # when it does not go well

    def _rest(self, code: str, at_least: float = 0.0) -> None:
        """Give up this request and wait; the round begins again with pushing."""
        self._talk = self._ahead = None
        self._phase = _Phase.IDLE
        self._pace.rest(at_least)
        self.error = code
        if self.session not in {Session.NEED_AUTH, Session.SUSPENDED, Session.REVOKED}:
            self.session = Session.BACKOFF

    def _recover(self, code: str, problem: Json) -> None:
        memory = Memory.of(problem)
        if memory is None:
            self._rest("malformed")
            return
        bits = self._chance.getrandbits(INCARNATION_BITS)
        self.session = self._store.write(partial(recover, code=code, memory=memory, new_incarnation=bits))
        self._talk = self._ahead = None
        self._count_recovery()

    def _count_recovery(self) -> None:
        self._phase = _Phase.PUSH
        self._recoveries += 1
        if self._recoveries > MANY_RECOVERIES:
            self._rest("recovering")

    def _shut_out(self, request: Request, status: int, code: str, nonce: str) -> None:
        again = self._admission.lose(nonce=nonce, asked=request.kind is Kind.TOKEN)
        if status == 401 and again:
            self._talk = self._ahead = None
            return
        sessions = {"device_suspended": Session.SUSPENDED, "device_revoked": Session.REVOKED}
        self.session = sessions.get(code, Session.NEED_AUTH)
        self._rest(code, QUARTER)

    def _turn_away(self, request: Request, status: int, code: str, retry_after: float | None) -> None:
        if status == 413 and request.kind is Kind.PUSH and self._halve():
            self._talk = self._ahead = None
        elif status in {400, 413, 422} and request.kind is Kind.PUSH and self._is_final(status, code):
            self._pace.hold_push(DAY)
            self._carry_on(code)
        elif code == "schema_ahead":
            self._pace.hold_push(QUARTER)
            self._pace.hold_pull(QUARTER)
            self._carry_on(code)
        elif status == 426:
            self._pace.hold_pull(HOUR)
            self._outdated = code
            self._carry_on(code)
            self.session = Session.PUSH_ONLY
        else:
            self._rest(code, retry_after or 0.0)

    def _is_final(self, status: int, code: str) -> bool:
        """Say whether a refusal of a push is about what was sent, not about how it arrived."""
        self._garbled += 1
        return code == "too_large" or status == 422 or self._garbled > MANY_GARBLED

    def _carry_on(self, code: str) -> None:
        """Leave out what was refused and do the rest of the round."""
        self._talk = self._ahead = None
        self.error = code

    def _halve(self) -> bool:
        batch = self._talk.batch if self._talk else None
        if batch is None or batch.transactions <= 1:
            return False
        self._max_ops = max(1, len(batch.ops) // 2)
        return True


def _distrust_all(conn: Connection, names: list[str]) -> None:
    for name in names:
        buckets.distrust(conn, name)
