"""Two laptops describe the same paper while both are offline: nothing either of them said is lost."""

from __future__ import annotations

import pytest
from tests.sync.pair import Pair


@pytest.fixture
def pair() -> Pair:
    made = Pair.make()
    made.sync()
    return made


def a_paper(pair: Pair, family: str) -> str:
    row_id = pair.insert(
        "attachment",
        family_id=family,
        sha256="ab" * 32,
        size=77,
        mime="image/jpeg",
        kind="photo",
        name="room.jpg",
        note="The bed is missing. The window is new. The school called.",
        person_ids='["elena"]',
    )
    pair.sync()
    return row_id


def here(pair: Pair, row_id: str, column: str) -> object:
    return pair.rows(f"SELECT {column} FROM attachment WHERE id = ?", row_id)[0][0]


def there(pair: Pair, row_id: str, column: str) -> object:
    return pair.there(f"SELECT {column} FROM attachment WHERE id = ?", row_id)[0][0]


def test_both_notes_and_everybody_named_are_kept(pair: Pair) -> None:
    family = pair.family()
    paper = a_paper(pair, family)
    pair.elsewhere(
        "attachment",
        paper,
        family,
        note="The bed is missing. The window is new. The school called on Friday.",
    )
    pair.elsewhere("attachment", paper, family, person_ids='["elena","mateo"]')
    pair.change(
        "attachment",
        paper,
        note="The bed is still missing. The window is new. The school called.",
        person_ids='["elena","luz"]',
    )
    pair.sync()
    for look in (here, there):
        assert (
            look(pair, paper, "note")
            == "The bed is still missing. The window is new. The school called on Friday."
        )
        assert look(pair, paper, "person_ids") == '["elena","luz","mateo"]'


def test_a_paper_removed_elsewhere_while_it_is_described_here_stays_and_is_shown_for_review(
    pair: Pair,
) -> None:
    family = pair.family()
    paper = a_paper(pair, family)
    gone = {"deleted_at": "2026-11-23T14:00:00.000Z", "void_reason": "mistake"}
    pair.elsewhere("attachment", paper, family, **gone)
    pair.change("attachment", paper, name="The room.jpg")
    pair.sync()
    for look in (here, there):
        assert look(pair, paper, "name") == "The room.jpg"
        assert look(pair, paper, "deleted_at") is None
    found = pair.there("SELECT kind, state FROM conflict WHERE row_id = ?", paper)
    assert found == [("edit_delete", "review")]


def test_what_file_it_is_never_changes_and_only_the_agency_says_that_it_has_it(pair: Pair) -> None:
    family = pair.family()
    paper = a_paper(pair, family)
    pair.change("attachment", paper, sha256="cd" * 32, blob_state="stored")
    pair.sync()
    assert there(pair, paper, "sha256") == "ab" * 32
    assert there(pair, paper, "blob_state") is None
