"""What the family thought of, what it asked for, and what became of it: "you said, we did"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engage_domain.workspace import OURS, Promise


class ReferralStatus(StrEnum):
    """How far a service has come, from asking on."""

    ASKED = "asked"
    OFFERED = "offered"
    CONSIDERED = "considered"
    REFERRED = "referred"
    WAITLISTED = "waitlisted"
    ACTIVE = "active"
    COMPLETED = "completed"
    DECLINED = "declined"
    NOT_AVAILABLE = "not_available"
    UNSUITABLE = "unsuitable"


KEPT = frozenset({ReferralStatus.ACTIVE, ReferralStatus.COMPLETED})
COMING = frozenset({ReferralStatus.CONSIDERED, ReferralStatus.REFERRED, ReferralStatus.WAITLISTED})
NOT_YET = frozenset({ReferralStatus.NOT_AVAILABLE, ReferralStatus.UNSUITABLE})
ENDED = frozenset({ReferralStatus.COMPLETED, ReferralStatus.DECLINED, *NOT_YET})


@dataclass(frozen=True, slots=True)
class Referral:
    """A service somebody asked for, and what became of it."""

    referral_id: str
    what: str
    asked_by: str = ""
    asked_name: str = ""
    asked_on: date | None = None
    status: str = ReferralStatus.ASKED
    provider: str = ""
    answer: str = ""
    barrier: str = ""
    consent: bool | None = None
    referred_on: date | None = None
    started_on: date | None = None
    ended_on: date | None = None
    next_on: date | None = None
    statement_id: str = ""
    goal_id: str = ""

    def needs_consent(self) -> bool:
        """Say whether it went to somebody else while nobody wrote down that the family agreed to that."""
        sent = {ReferralStatus.REFERRED, ReferralStatus.WAITLISTED, *KEPT}
        return self.status in sent and not self.consent


class Answered(StrEnum):
    """What the agency did about something, seen by the family."""

    KEPT = "kept"
    COMING = "coming"
    NOT_YET = "not_yet"
    WAITING = "waiting"  # for our answer
    NO_THANKS = "no_thanks"


@dataclass(frozen=True, slots=True)
class SaidAndDone:
    """One thing asked for or promised, and what the agency brought."""

    row_id: str
    what: str
    who_id: str
    who: str
    answered: Answered
    words: str = ""
    on: date | None = None
    is_promise: bool = False
    is_mine: bool = False


def answered(referral: Referral) -> Answered:
    """Say what became of what was asked for."""
    status = referral.status
    if status in KEPT:
        return Answered.KEPT
    if status == ReferralStatus.DECLINED:
        return Answered.NO_THANKS
    if status in NOT_YET or (referral.barrier.strip() and status not in COMING):
        return Answered.NOT_YET
    if status in COMING or status == ReferralStatus.OFFERED:
        return Answered.COMING
    return Answered.WAITING


def said_and_done(referrals: Iterable[Referral], promises: Iterable[Promise]) -> tuple[SaidAndDone, ...]:
    """Return everything asked for and everything the agency promised, with what came of it, newest asks first."""
    asked = [_of_referral(one) for one in referrals]
    promised = [_of_promise(one) for one in promises if one.side == OURS]
    return (*asked, *promised)


def kept_of(entries: Iterable[SaidAndDone]) -> tuple[int, int]:
    """Return how many were kept, of how many; what the family turned down is counted for nobody."""
    counted = [e for e in entries if e.answered is not Answered.NO_THANKS]
    return sum(e.answered is Answered.KEPT for e in counted), len(counted)


def _of_referral(one: Referral) -> SaidAndDone:
    state = answered(one)
    words = " · ".join(w for w in (one.provider.strip(), one.answer.strip()) if w)
    if state is Answered.NOT_YET:
        words = one.barrier.strip() or words
    on = {
        Answered.KEPT: one.started_on,
        Answered.NOT_YET: one.next_on,
        Answered.COMING: one.next_on or one.referred_on,
    }.get(state, one.asked_on)
    return SaidAndDone(one.referral_id, one.what, one.asked_by, one.asked_name, state, words, on)


def _of_promise(one: Promise) -> SaidAndDone:
    if one.kept.status == "done":
        state = Answered.KEPT
    elif one.kept.status in {"dropped", "stuck"}:
        state = Answered.NOT_YET
    else:
        state = Answered.COMING
    on = one.kept.closed_on if state is Answered.KEPT else one.by_when
    return SaidAndDone(
        one.step_id, one.what, "", one.who, state, one.kept.note, on, is_promise=True, is_mine=one.is_mine
    )
