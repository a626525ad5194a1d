"""About: the version, and the notices of everything this program stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from PySide6.QtWidgets import QDialog, QWidget

from engage_desktop.views._forms.about import Ui_AboutForm
from engage_desktop.views.kit.theme import look


def program_version() -> str:
    """Return the version of this program."""
    try:
        return version("engage-desktop")
    except PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """Shows the version and the notices, as plain text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form = Ui_AboutForm()
        form.setupUi(self)
        form.title.setFont(look().font(22, 700))
        form.version.setText(self.tr("Engage Desktop {0}").format(program_version()))
        notices = files("engage_desktop") / "_resources" / "notices" / "NOTICES.txt"
        form.notices.setPlainText(notices.read_text(encoding="utf-8"))
        form.close.clicked.connect(self.accept)
        self.resize(look().px(680), min(look().px(520), parent.window().height() - 40))
