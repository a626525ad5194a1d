"""When the agency has not been reached for too long: the work is safe, and one contact opens it again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import column, flow
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.text import Text
from engage_desktop.views.unlock.setup import SetupPage


class LeasePage(SetupPage):
    """Offers to connect. `connect_wanted` begins; the program opens as soon as the agency has answered."""

    connect_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("It has been a while since the agency was reached"),
            self.tr(
                "Your work is on this laptop, whole and encrypted. One connection to your agency opens it again."
            ),
            back=False,
        )
        self._state = Text("", lines=0, ink="muted")
        self._go = Button(self.tr("Connect now"), "refresh-cw", "primary", high=52, size=16)
        self._go.clicked.connect(self._on_go)
        self.add(Card(column(self._state, flow(self._go), gap=12, pad=(22, 18, 22, 18))))
        self.show_state(trying=False)
        self.setFocusProxy(self._go)

    def show_state(self, *, trying: bool) -> None:
        """Show whether the agency is being called."""
        self._go.setEnabled(not trying)
        words = (
            self.tr("Calling the agency…")
            if trying
            else self.tr("The agency has not answered yet. Find a connection and try again.")
        )
        self._state.setText(words)

    def _on_go(self) -> None:
        self.show_state(trying=True)
        self.connect_wanted.emit()
