"""Several lines that keep themselves: a draft twice a second while somebody types, the record when they leave."""

from __future__ import annotations

from engage_desktop.services.drafts import KeepDraft, SettleDraft
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.kit.inputs import Field, Leaving, TextArea
from engage_desktop.views.kit.keeping import Keeper, Keeping, Spot


class KeptText(Field):
    """A field of several lines about one column of one record."""

    def __init__(
        self, ground: Ground, spot: tuple[str, str, str], label: str, hint: str = "", *, lines: int = 2
    ) -> None:
        self.area = TextArea(label, least_lines=lines, grows=True, size=15)
        super().__init__(label, self.area, hint)
        services = ground.services
        keep: KeepDraft = services.keep_draft
        settle: SettleDraft = services.roots.settle_draft
        entity, row_id, column = spot
        keeping = Keeping(ground.lanes, keep, settle, ground.bus.publish)
        self._keeper = Keeper(keeping, self.area, Spot(entity, row_id, column, ground.family_id))
        self._leaving = Leaving(self.area)
        self._leaving.left.connect(self.settle)

    def show_text(self, stored: str, draft: str | None) -> None:
        """Show what is stored, or what was being typed when the program ended."""
        self._keeper.show(stored if draft is None else draft, stored)

    def settle(self) -> None:
        """Write the words into the record."""
        self._keeper.settle()
