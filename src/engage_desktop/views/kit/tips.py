"""Tips are plain text like all words of people; Qt would take some of them for markup, and fetch what it names."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Return a tip that reads exactly as the words."""
    return f"<p>{escape(words)}</p>" if Qt.mightBeRichText(words) else words
