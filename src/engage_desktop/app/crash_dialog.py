"""What a worker sees when the program met a bug: the work is safe, and here is what to pass on."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from engage_desktop.views._forms.crash import Ui_CrashForm
from engage_desktop.views.kit.theme import look


class CrashDialog(QDialog):
    """Shows one report. It holds places in the program and nobody's words."""

    def __init__(self, parent: QWidget, report: str) -> None:
        super().__init__(parent)
        form = Ui_CrashForm()
        form.setupUi(self)
        form.title.setFont(look().font(20, 700))
        form.report.setPlainText(report)
        form.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        form.goOn.clicked.connect(self.accept)
        self.resize(look().px(640), min(look().px(440), parent.window().height() - 40))
