"""Where new papers come from: the file chooser, what is dropped on a page, and the clipboard."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSettings, QStandardPaths
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from engage_desktop.views.papers.words import PaperWords

RAW_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/bmp")
MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to be added: a file on this laptop, or bytes from the clipboard."""

    name: str
    path: Path | None = None
    data: bytes = field(default=b"", repr=False)


def of_files(paths: list[str]) -> tuple[Source, ...]:
    """Return files as things to be added."""
    return tuple(Source(Path(path).name, Path(path)) for path in paths[:MOST_AT_ONCE])


def of_mime(mime: QMimeData | None, name: str) -> tuple[Source, ...]:
    """Return what was dropped or copied: local files, else a picture; never what a web page offers beside it."""
    if mime is None:  # an empty clipboard
        return ()
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile() and not url.host()]
    if files:
        return of_files(files)
    for kind in RAW_PICTURES:
        data = mime.data(kind).data() if mime.hasFormat(kind) else b""
        if data:
            return (Source(name, data=bytes(data)),)
    if mime.hasImage():
        image = mime.imageData()
        data = png_of(image) if isinstance(image, QImage) else b""
        return (Source(name, data=data),) if data else ()
    return ()


def can_take(mime: QMimeData) -> bool:
    """Say whether something of it could be added."""
    local = any(url.isLocalFile() and not url.host() for url in mime.urls())
    return local or mime.hasImage() or any(mime.hasFormat(kind) for kind in RAW_PICTURES)


def png_of(image: QImage) -> bytes:
    """Return a picture as PNG, made in memory."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())


def chooser(owner: QWidget, title: str, words: PaperWords) -> QFileDialog:
    """Return a file chooser of our own, which leaves no trace in the system's list of recent files."""
    dialog = QFileDialog(owner.window(), title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(words.endings().split(";;"))
    dialog.setDirectory(_pictures())
    dialog.destroyed.connect(forget_places)
    return dialog


def saver(owner: QWidget, title: str, name: str) -> QFileDialog:
    """Return a dialog that asks where a copy is to be saved."""
    dialog = QFileDialog(owner.window(), title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDirectory(_pictures())
    dialog.selectFile(name)
    dialog.destroyed.connect(forget_places)
    return dialog


def forget_places() -> None:
    """Forget where somebody looked for files: Qt writes it down beside its own settings, in plain."""
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")


def _pictures() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
