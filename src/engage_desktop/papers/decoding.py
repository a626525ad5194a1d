"""Pixels out of untrusted files. Runs only in the child process, which has no keys, little memory and no files.

A picture is made anew from its pixels: what else was in the file (place, camera, names, a second file behind the
first) does not come along. Only the day it was taken is told, if the camera wrote it down.
"""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime
from typing import Any

from engage_desktop.papers.sniff import Refusal, Why

MOST_PIXELS = 60_000_000
LONGEST_EDGE = 3_600
THUMB_EDGE = 480
PAGE_EDGE = 2_400
MOST_PAGES = 2_000
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP")
LARGE_PNG = 6 << 20
EXIF_TAKEN, EXIF_IFD, EXIF_CHANGED = 36867, 0x8769, 306


def get_ready(*, pages: bool) -> None:
    """Load everything that decoding needs while files can still be opened."""
    from PIL import Image, ImageOps  # noqa: F401 - loaded for later

    Image.init()
    datetime.strptime("2026", "%Y")  # noqa: DTZ007 - the first call loads what reading a day needs
    if pages:
        import pypdfium2  # noqa: F401 - loaded for later


def picture(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Return what is known of a picture, and its pixels anew: the picture and its thumbnail."""
    from PIL import Image, ImageOps

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # more is an error as soon as the header is read
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            opened.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
            taken, was_png = _taken_on(opened), opened.format in {"PNG", "GIF"}
            pixels = ImageOps.exif_transpose(_shrunk(opened, LONGEST_EDGE))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refusal(Why.TOO_MANY_PIXELS) from None
    except Exception:  # noqa: BLE001 - whatever a broken picture does to the decoder, it is a broken picture
        raise Refusal(Why.BROKEN) from None
    mime, made = _encoded(pixels, lossless=was_png)
    about = {"mime": mime, "taken_on": taken, "wide": pixels.width, "high": pixels.height}
    return about, [made, thumbnail(pixels)]


def thumbnail(pixels: Any) -> bytes:
    """Return a small picture of a picture."""
    small = _plain(pixels).copy()
    small.thumbnail((THUMB_EDGE, THUMB_EDGE))
    return _jpeg(small, 80)


def pdf(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Return how many pages a PDF has, and a thumbnail of its first."""
    document = _document(data)
    count = len(document)
    if not 0 < count <= MOST_PAGES:
        raise Refusal(Why.BROKEN)
    return {"pages": count}, [thumbnail(_rendered(document, 0, THUMB_EDGE * 2))]


def page(data: bytes, number: int) -> tuple[dict[str, Any], list[bytes]]:
    """Return one page of a PDF as a picture. Its scripts and links do not run: there is nothing here to run them."""
    document = _document(data)
    if not 0 <= number < len(document):
        raise Refusal(Why.BROKEN)
    return {"pages": len(document)}, [_jpeg(_rendered(document, number, PAGE_EDGE), 88)]


def _document(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refusal(Why.LOCKED_PDF if "assword" in str(error) else Why.BROKEN) from None


def _rendered(document: Any, number: int, edge: int) -> Any:
    try:
        leaf = document[number]
        longest = max(leaf.get_size())
        return leaf.render(scale=min(edge / longest, 4.0) if longest > 0 else 1.0).to_pil().convert("RGB")
    except Exception:  # noqa: BLE001 - whatever a broken page does to the renderer, it is a broken page
        raise Refusal(Why.BROKEN) from None


def _shrunk(opened: Any, edge: int) -> Any:
    opened.load()
    pixels = opened if opened.mode in {"RGB", "L", "RGBA"} else opened.convert(_mode(opened))
    if max(pixels.size) > edge:
        pixels = pixels.copy()
        exif = opened.getexif()
        pixels.thumbnail((edge, edge))
        pixels.info = {"exif": exif.tobytes()} if exif else {}
    return pixels


def _mode(opened: Any) -> str:
    see_through = "transparency" in opened.info or opened.mode in {"LA", "PA", "RGBA"}
    return "RGBA" if see_through else "RGB"


def _plain(pixels: Any) -> Any:
    """Lay what can be seen through on white paper."""
    if pixels.mode != "RGBA":
        return pixels.convert("RGB")
    from PIL import Image

    paper = Image.new("RGB", pixels.size, "white")
    paper.paste(pixels, mask=pixels.getchannel("A"))
    return paper


def _encoded(pixels: Any, *, lossless: bool) -> tuple[str, bytes]:
    if lossless:
        into = io.BytesIO()
        _bare(_plain(pixels)).save(into, "PNG")
        if into.tell() <= LARGE_PNG:
            return "image/png", into.getvalue()
    return "image/jpeg", _jpeg(_plain(pixels), 88)


def _jpeg(pixels: Any, quality: int) -> bytes:
    into = io.BytesIO()
    _bare(pixels).save(into, "JPEG", quality=quality)
    return into.getvalue()


def _bare(pixels: Any) -> Any:
    """Return the pixels without anything that was said beside them."""
    bare = pixels.copy()
    bare.info = {}
    return bare


def _taken_on(opened: Any) -> str:
    """Return the day the camera wrote down, in ISO form, or nothing."""
    try:
        exif = opened.getexif()
        said = exif.get_ifd(EXIF_IFD).get(EXIF_TAKEN) or exif.get(EXIF_CHANGED) or ""
        found: date = datetime.strptime(str(said)[:10], "%Y:%m:%d").date()  # noqa: DTZ007 - a camera knows no zone
    except Exception:  # noqa: BLE001 - a camera may write anything
        return ""
    return found.isoformat() if found.year > 1990 else ""
