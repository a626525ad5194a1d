"""Files such as people add them, made here: photos with a place in them, scans, documents, and hostile ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image, ImageDraw

DRAWING = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg"><script>alert("xss");</script><image href="file:///etc/hostname"/></svg>"""
PLACE = "QZPLACE Elm Street shelter"


def photo(text: str = "", size: tuple[int, int] = (640, 420), *, sideways: bool = False) -> bytes:
    """Return a JPEG with a place, a camera and a day in its metadata."""
    image = drawn(text, size)
    exif = Image.Exif()
    exif[0x010E] = PLACE
    exif[0x010F] = "QZCAMERA"
    if sideways:
        exif[0x0112] = 6
    exif.get_ifd(0x8769)[36867] = "2026:11:20 16:02:11"
    exif.get_ifd(0x8825)[2] = (42.0, 43.0, 17.0)
    into = io.BytesIO()
    image.save(into, "JPEG", exif=exif, comment=PLACE.encode())
    return into.getvalue()


def drawn(text: str, size: tuple[int, int]) -> Image.Image:
    """Return a little landscape, the left half unlike the right."""
    image = Image.new("RGB", size, "#cfe3ea")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, size[1] * 2 // 3, size[0], size[1]), fill="#86a873")
    pen.ellipse((20, 20, 110, 110), fill="#f2b84b")
    pen.rectangle((size[0] // 2, size[1] // 3, size[0] - 40, size[1] - 30), fill="#a65b46")
    pen.text((24, size[1] - 40), text, fill="#202020")
    return image


def png(size: tuple[int, int] = (300, 200)) -> bytes:
    """Return a PNG with words beside its pixels."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", PLACE)
    into = io.BytesIO()
    drawn("", size).save(into, "PNG", pnginfo=info)
    return into.getvalue()


def pdf(pages: int = 2) -> bytes:
    """Return a PDF of so many pages."""
    into = io.BytesIO()
    leaves = [drawn(f"page {n + 1}", (620, 877)) for n in range(pages)]
    leaves[0].save(into, "PDF", save_all=True, append_images=leaves[1:])
    return into.getvalue()


def wav() -> bytes:
    """Return a short silence."""
    body = bytes(800)
    return (
        b"RIFF"
        + struct.pack("<I", 36 + len(body))
        + b"WAVEfmt "
        + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
        + b"data"
        + struct.pack("<I", len(body))
        + body
    )


def packed(parts: dict[str, bytes]) -> bytes:
    """Return an archive."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return into.getvalue()


def docx(**more: bytes) -> bytes:
    """Return what a word processor writes, as far as its table of contents goes."""
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", **dict(more)})


def bomb_png(wide: int = 60_000, high: int = 60_000) -> bytes:
    """Return a small PNG that claims to be enormous."""

    def piece(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1 << 20), 9)
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", header) + piece(b"IDAT", pixels) + piece(b"IEND", b"")
