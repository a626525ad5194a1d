"""Pictures of papers in memory: decoded from what this program made itself, and the thumbnails that are looked at."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.papers.services import PaperServices

MOST_KEPT = 300
STARTS = ((b"\xff\xd8\xff", b"jpg"), (b"\x89PNG", b"png"))


def decoded(data: bytes) -> QImage:
    """Return a picture that this program made itself; anything else is an empty picture."""
    kind = next((kind for start, kind in STARTS if data.startswith(start)), b"")
    if not kind:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setDecideFormatFromContent(False)
    return reader.read()


class ThumbShelf(QObject):
    """Keeps decrypted thumbnails in memory while they are looked at. `arrived` says that some came."""

    arrived = Signal()

    def __init__(self, lanes: Lanes, services: PaperServices, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes, self._services = lanes, services
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()

    def get(self, address: str) -> QPixmap | None:
        """Return a thumbnail, or nothing while it is not here."""
        if address in self._kept:
            self._kept.move_to_end(address)
        return self._kept.get(address)

    def want(self, addresses: tuple[str, ...]) -> None:
        """Fetch those that are missing."""
        missing = tuple(a for a in addresses if a and a not in self._kept and a not in self._asked)
        for start in range(0, len(missing), 12):
            some = missing[start : start + 12]
            self._asked |= set(some)
            self._lanes.read(self, partial(self._services.thumbs, some), partial(self._take, some))

    def _take(self, asked: tuple[str, ...], found: dict[str, bytes]) -> None:
        self._asked -= set(asked)
        for address, data in found.items():
            image = decoded(data)
            if not image.isNull():
                self._kept[address] = QPixmap.fromImage(image)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()
