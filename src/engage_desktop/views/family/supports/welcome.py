"""What is asked where nothing is drawn yet."""

from __future__ import annotations

from engage_desktop.views.kit.notices import EmptyState


class SupportWelcome(EmptyState):
    """The first question about supports: of the whole family, or of one of its children."""

    def __init__(self) -> None:
        super().__init__("heart-handshake", "", "")
        self.verb = self.add_verb(self.tr("Add a support"), "plus", primary=True)
        self.ask("")

    def ask(self, child: str) -> None:
        """Ask about a child by name, or about the family."""
        if child:
            title = self.tr("Who matters to {name}?").format(name=child)
            words = self.tr("Let {name} say who is near and who is far: people, places, even a pet.")
            self._say(title, words.format(name=child))
            return
        self._say(
            self.tr("Who stands by this family?"),
            self.tr(
                "Draw it together: grandparents, neighbours, school, church, the doctor. "
                "Ask who helps when it gets hard, and what costs strength."
            ),
        )
