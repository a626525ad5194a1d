from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET  # noqa: S405 - the translations are our own
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "src/engage_desktop"
SPOKEN = (DESKTOP / "views", DESKTOP / "app")
FORMS = ROOT / "ui"
SPANISH = ROOT / "resources/i18n/es.ts"
SAID_TO_A_CHILD = frozenset({"LimitsPage", "ChoosePage", "AreaPage"})
UNCHANGED = {"Plan", "Engage Desktop {0}", "Engage {0}", "Engage", "PIN", "No", "no", "Tab", "Enter", "Esc"}
HOLE = re.compile(r"%\d|\{\w*\}")

Sentence = tuple[str, str]


def sentences_of(file: Path) -> Iterator[Sentence]:
    yield from below(ast.parse(file.read_text(encoding="utf-8")), "")


def below(node: ast.AST, speaker: str) -> Iterator[Sentence]:
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call):
            yield from spoken(inner, speaker)
        yield from below(inner, inner.name if isinstance(inner, ast.ClassDef) else speaker)


def spoken(call: ast.Call, speaker: str) -> Iterator[Sentence]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if name == "tr" and words:
        yield speaker, words[0]
    elif name == "translate" and len(words) == len(("context", "sentence")):
        yield words[0], words[1]


def sentences_of_form(file: Path) -> Iterator[Sentence]:
    root = ET.parse(file).getroot()  # noqa: S314 - the forms are our own
    for text in root.iter("string"):
        if text.text and text.get("notr") != "true":
            yield root.findtext("class", ""), text.text


def every_sentence() -> set[Sentence]:
    files = [file for part in SPOKEN for file in part.rglob("*.py") if "_forms" not in file.parts]
    said = {sentence for file in files for sentence in sentences_of(file)}
    return said | {sentence for file in FORMS.glob("*.ui") for sentence in sentences_of_form(file)}


def spanish() -> dict[Sentence, str]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): said.text or ""
        for context in ET.parse(SPANISH).iter("context")  # noqa: S314 - the translations are our own
        for message in context.iter("message")
        for said in message.iter("translation")
        if said.get("type") is None
    }


def test_every_sentence_of_the_screens_can_be_said_in_spanish() -> None:
    said = every_sentence()
    assert len(said) > 500, "the screens are read where they stand"
    missing = sorted(said - {sentence for sentence, words in spanish().items() if words})
    assert missing == [], "run tools/update_ts.py --list and translate in resources/i18n/es.ts"


def test_nothing_is_left_in_english() -> None:
    left = [
        source
        for (_, source), said in spanish().items()
        if said == source and source not in UNCHANGED and any(c.isalpha() for c in HOLE.sub("", source))
    ]
    assert left == []


def test_what_is_filled_in_stands_in_both_languages() -> None:
    lost = [
        source
        for (_, source), said in spanish().items()
        if sorted(HOLE.findall(source)) != sorted(HOLE.findall(said))
    ]
    assert lost == []


def test_one_sentence_of_one_screen_has_one_translation_only() -> None:
    seen = [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(SPANISH).iter("context")  # noqa: S314 - the translations are our own
        for message in context.iter("message")
    ]
    assert len(seen) == len(set(seen))


def test_the_house_speaks_to_the_worker_with_one_form_of_address() -> None:
    familiar = re.compile(r"\b(tú|tu|tus|contigo|vos|vosotros)\b", re.IGNORECASE)
    to_the_worker = [said for (screen, _), said in spanish().items() if screen not in SAID_TO_A_CHILD]
    assert [said for said in to_the_worker if familiar.search(said)] == []
