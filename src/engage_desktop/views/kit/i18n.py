"""The interface in another language: our own sentences and Qt's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engage_desktop.views.kit.assets import resource


class _Sentences(QTranslator):
    """Our sentences; Qt reads them in place, so the bytes must live as long."""

    def __init__(self, app: QCoreApplication, data: bytes) -> None:
        super().__init__(app)
        self._data = data
        self.load(self._data)


def install_translator(app: QCoreApplication, locale: str) -> list[QTranslator]:
    """Speak a language from now on; widgets made before keep their words. Returns what `remove` takes back.

    English needs none. `app` keeps the translators alive.
    """
    language = locale.partition("_")[0].partition("-")[0].lower()
    QLocale.setDefault(QLocale(locale))
    made: list[QTranslator] = []
    ours = resource("i18n", f"{language}.qm")
    if ours.is_file():
        sentences = _Sentences(app, ours.read_bytes())
        if not sentences.isEmpty():
            made.append(sentences)
    qt = QTranslator(app)
    if language != "en" and qt.load(
        f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        made.append(qt)
    for translator in made:
        app.installTranslator(translator)
    return made


def remove_translators(app: QCoreApplication, made: list[QTranslator]) -> None:
    """Speak English again."""
    for translator in made:
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en_US"))
