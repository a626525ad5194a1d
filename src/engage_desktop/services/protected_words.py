"""The words that deserve a second look in a general note, from the policy files."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from engage_domain.note import ProtectedWords


def packaged_protected_words() -> ProtectedWords:
    """Return the words and shapes that came with the program."""
    source = files("engage_desktop").joinpath("_resources", "policy", "protected_words.toml")
    return read_protected_words(source.read_text(encoding="utf-8"))


def read_protected_words(toml: str) -> ProtectedWords:
    """Read the policy file: `[terms]` by language, `[shapes]` as patterns; a broken pattern is left out."""
    doc = tomllib.loads(toml)
    terms = [str(t) for group in doc.get("terms", {}).values() for t in group]
    shapes = [str(s) for group in doc.get("shapes", {}).values() for s in group if _is_pattern(str(s))]
    return ProtectedWords(tuple(dict.fromkeys(terms)), tuple(shapes))


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True
