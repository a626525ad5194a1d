"""The practice guide: whole in both languages, found by any word of either, with the agency's own definition."""

from __future__ import annotations

import json
import re

import pytest
from tests.support import families

from engage_desktop.app.finding import FamilyFinder, topic_hits
from engage_desktop.app.palette import Finder
from engage_desktop.services.desk import Desk
from engage_desktop.services.families import FamilyCards
from engage_desktop.services.palette import FindAnything
from engage_desktop.services.toolkits import ReadGuide, packaged_guide
from engage_desktop.store import records
from engage_desktop.store.policy import built_in
from engage_desktop.views.kit.assets import icon_names
from engage_domain.toolkits import DEFINITION, Chapter, Guide, TopicGroup

GUIDE = packaged_guide()
TOOLS = {
    "genogram", "supports", "areas", "map", "timeline", "search", "strengths", "safety_plan", "family_plan", "ideas",
    "meeting", "coached_visit",
}  # fmt: skip
MARKS = re.compile(r"signs of safety|safety house|three houses|family group decision making", re.IGNORECASE)


def keys(query: str, guide: Guide = GUIDE) -> list[str]:
    return [topic.key for topic in guide.find(query)]


def test_every_tool_says_when_how_pitfalls_children_and_violence_in_both_languages() -> None:
    tools = {topic.key: topic for topic in GUIDE.topics if topic.group is TopicGroup.TOOLS}
    assert set(tools) == TOOLS
    for topic in tools.values():
        for telling in topic.told.values():
            assert [chapter for chapter, _lines in telling.chapters] == list(Chapter)
            assert telling.verb
        assert topic.opens
        assert topic.elements


def test_both_languages_tell_the_same_things() -> None:
    for topic in GUIDE.topics:
        english, spanish = topic.told["en"], topic.told["es"]
        assert [(c, len(lines)) for c, lines in english.chapters] == [
            (c, len(lines)) for c, lines in spanish.chapters
        ]
        assert english.title != spanish.title
        assert english.text != spanish.text


def test_the_rules_about_children_interpreters_reports_and_violence_are_there() -> None:
    rules = {topic.key for topic in GUIDE.topics if topic.group is TopicGroup.RULES}
    assert rules == {"violence", "children", "interpreters", "reporting"}
    telling = GUIDE.topic("interpreters")
    assert telling is not None
    assert "eighteen" in telling.told["en"].text
    assert "emergency" in telling.told["en"].text


def test_no_registered_tool_is_named_as_ours() -> None:
    for topic in GUIDE.topics:
        for telling in topic.told.values():
            shown = telling.text.removeprefix(f"{telling.title} {telling.summary} {telling.also}")
            assert not MARKS.search(f"{telling.title} {telling.summary} {shown}")


def test_every_topic_has_a_sign() -> None:
    assert {topic.icon for topic in GUIDE.topics} <= icon_names()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("genogram", "genogram"),
        ("genograma", "genogram"),
        ("GENOGRÁMA", "genogram"),
        ("interprete", "interpreters"),
        ("ecomap", "supports"),
        ("three houses", "areas"),
        ("línea de tiempo", "timeline"),
    ],
)
def test_a_topic_is_found_in_any_spelling_of_either_language(query: str, first: str) -> None:
    assert keys(query)[0] == first


def test_every_word_has_to_be_there_and_none_means_all() -> None:
    assert keys("  ") == [topic.key for topic in GUIDE.topics]
    assert keys("genogram zebra") == []
    assert "genogram" in keys("aunt family")


def test_the_definition_is_the_agencys_own(desk: Desk) -> None:
    before = ReadGuide(desk)()
    assert before.defined("es")
    assert before.defined("en") != before.defined("es")
    policy = json.loads(_document())
    policy["policy.toml"]["engagement"] = {
        "definition_by": "Harbor County",
        "definition_en": "We listen.\n\nThen we listen again, like a lighthouse.",
    }
    with desk.vault.applying() as conn:
        records.update(conn, "agency", families.AGENCY_ID, {"name": "Harbor", "policy": json.dumps(policy)})
    guide = ReadGuide(desk)()
    assert guide.defined("en") == ("We listen.", "Then we listen again, like a lighthouse.")
    assert guide.defined("es") == guide.defined("en")
    assert guide.agency == "Harbor County"
    assert keys("lighthouse", guide) == [DEFINITION]


def test_a_policy_without_a_definition_leaves_ours_standing(desk: Desk) -> None:
    policy = json.loads(_document())
    del policy["policy.toml"]["engagement"]
    with desk.vault.applying() as conn:
        records.update(conn, "agency", families.AGENCY_ID, {"name": "Harbor", "policy": json.dumps(policy)})
    guide = ReadGuide(desk)()
    assert guide.defined("en")
    assert guide.agency == "Harbor"


def test_the_palette_finds_topics_in_both_languages_but_only_when_asked(desk: Desk) -> None:
    finder = Finder(FindAnything(desk), (), topic_hits("en"))
    assert finder("") == ()
    assert "toolkits:genogram" in [hit.route for hit in finder("genogr")]
    assert "toolkits:safety_plan" in [hit.route for hit in finder("plan de seguridad")]


def test_the_family_worked_with_last_is_offered_first(desk: Desk) -> None:
    find = FamilyFinder(FamilyCards(desk), FindAnything(desk), families.OKAFOR)
    every = find("")
    assert every[0].route == f"family:{families.OKAFOR}"
    assert len(every) > 3
    assert find("alvarez")[0].route == f"family:{families.ALVAREZ}"


def _document() -> str:
    from importlib.resources import files

    from engage_wire.policy import FILES, document

    assert built_in().name
    folder = files("engage_desktop").joinpath("_resources", "policy")
    return document({name: folder.joinpath(name).read_bytes() for name in FILES})
