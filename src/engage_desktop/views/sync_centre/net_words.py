"""How it stands with the agency, in one calm sentence, and what a person may have to do."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engage_desktop.views.sync_centre.ground import Ground
from engage_desktop.views.sync_centre.told import Told
from engage_domain.sync_lists import Net, NetState

ICONS = {
    Net.ALONE: "laptop",
    Net.OFFLINE: "wifi-off",
    Net.IDLE: "cloud-check",
    Net.SENDING: "cloud-upload",
    Net.FETCHING: "download",
    Net.FIRST: "download",
}
CLOCK_WORTH_TELLING_MS = 120_000


class NetWords(QObject):
    """Tells how it stands."""

    def __init__(self, ground: Ground, told: Told, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._told = ground, told

    def sentence(self, state: NetState) -> str:
        """Return the sentence at the foot."""
        since = self._told.moment(state.last_ok)
        last = self.tr("last with the agency {when}").format(when=since) if since else ""
        said = {
            Net.ALONE: self.tr("You work alone on this laptop; nothing waits for anybody"),
            Net.OFFLINE: self.tr("No way to the agency just now; that is fine"),
            Net.IDLE: self.tr("In touch with the agency"),
            Net.SENDING: self.tr("Sending your work to the agency"),
            Net.FETCHING: self.tr("Fetching what is new"),
            Net.FIRST: self.tr("Fetching your families: {done} of {total}").format(
                done=state.done, total=state.total
            ),
        }
        tells_since = state.net in {Net.OFFLINE, Net.IDLE} or state.net not in said
        return " · ".join(part for part in (said.get(state.net, ""), last if tells_since else "") if part)

    def icon(self, state: NetState) -> str:
        """Return the sign beside the sentence."""
        return ICONS.get(state.net, "cloud-alert")

    def problem(self, state: NetState) -> tuple[str, str] | None:
        """Return what is wrong and the way on; nothing when all is well."""
        problems = {
            Net.SIGN_IN: (
                self.tr("The agency asks you to sign in again"),
                self.tr("Your work is safe here and waits. Sign in again under Settings."),
            ),
            Net.LEASE: (
                self.tr("This laptop has been away too long"),
                self.tr("Your work is safe here. It opens again once this laptop has reached the agency."),
            ),
            Net.REVOKED: (
                self.tr("The agency has switched this laptop off"),
                self.tr("What you wrote is being handed over first. Call the agency’s help desk."),
            ),
            Net.UPGRADE: (
                self.tr("The agency uses a newer Engage"),
                self.tr("Your work still goes out. To see what others wrote, install the new version."),
            ),
            Net.TROUBLE: (
                self.tr("The agency’s answer was not understood"),
                self.tr(
                    "Your work is safe here and is tried again by itself. If it lasts, tell the help desk."
                ),
            ),
        }
        return problems.get(state.net)

    def wrong_clock(self, state: NetState) -> str:
        """Return a word about this laptop's clock, when it is worth telling."""
        if abs(state.clock_wrong_ms) < CLOCK_WORTH_TELLING_MS:
            return ""
        minutes = round(abs(state.clock_wrong_ms) / 60_000)
        span = self._ground.words.duration(minutes)
        return self.tr(
            "This laptop’s clock is off by {span}. Times are corrected; please set the clock."
        ).format(span=span)
