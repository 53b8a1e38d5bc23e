"""The pages about one issue and one source run in every view and keep claims and positions apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from positions.loading import load_dossier
from tests.app.conftest import RunPage

DOSSIER = load_dossier("istanbul-2022")


def drawn(app: AppTest, key: str) -> Any:
    """What a component of ours was given to draw."""
    return json.loads(app.get_by_key(key).proto.json)


@pytest.mark.parametrize("issue", [issue.id for issue in DOSSIER.issues])
def test_every_issue_has_its_page(run_page: RunPage, issue: str) -> None:
    """The question is the heading, and every party has its column."""
    app = run_page("issue", issue=issue, parties="russia,turkey,ukraine,west")

    asked = next(one.question for one in DOSSIER.issues if one.id == issue)
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == asked
    assert [one.value for one in app.subheader] == ["Russia", "Turkey", "Ukraine", "West"]


def test_claims_stand_beside_what_the_side_itself_said(run_page: RunPage) -> None:
    """What Russia says of Ukraine on Crimea is shown next to Ukraine's own words."""
    app = run_page("issue", issue="crimea")

    said_of, itself = drawn(app, "claims_ukraine")["groups"][0], drawn(app, "own_ukraine")["groups"][0]
    assert said_of["title"] == "Said of Ukraine"
    assert all(card["side"] == "Russia" for card in said_of["cards"])
    assert itself["note"] == "Status deferred, to be negotiated without force"
    assert all(card["side"] == "Ukraine" for card in itself["cards"])


def test_arrows_lead_to_the_neighbouring_issue(run_page: RunPage) -> None:
    """Next leads on, and the first issue has no previous one."""
    app = run_page("issue", issue="neutrality")

    assert app.button(key="go_Previous").disabled
    app.button(key="go_Next").click().run()
    assert app.title[0].value.startswith("Who holds Crimea")


def test_every_pair_is_told_in_words(run_page: RunPage) -> None:
    """The gap table says steps, interval and the two ends in words."""
    app = run_page("issue", issue="crimea")

    words = app.table[-1].value.to_string().replace("\\", "")
    assert "two steps: from “Russian; closed” to “Deferred; no force”" in words


@pytest.mark.parametrize("source", [source.id for source in DOSSIER.sources])
def test_every_source_has_its_page_without_its_text(run_page: RunPage, source: str) -> None:
    """Without a copy of the text all its statements are listed, and it is said how to add one."""
    app = run_page("sources", source=source)

    coded = [one.id for one in DOSSIER.statements if one.source == source]
    shown = drawn(app, "reader")
    assert shown["pieces"] == []
    assert sorted(card["id"] for card in shown["cards"]) == sorted(coded)
    assert app.info[0].value.startswith("Not verified")


def test_a_text_in_the_folder_is_shown_with_its_passages(
    run_page: RunPage, small_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the user's copy the whole text is there and every verified passage is marked."""
    monkeypatch.setenv("POSITIONS_TEXTS", str(small_folder / "texts"))
    app = run_page("sources", dossier=small_folder)

    pieces = drawn(app, "reader")["pieces"]
    first = next((small_folder / "texts").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in (small_folder / "texts").glob("*.txt")]
    assert first.exists()
    assert "".join(piece["text"] for piece in pieces) in texts
    assert any(piece["ids"] for piece in pieces)


def test_a_text_altered_by_one_word_is_not_shown(
    run_page: RunPage, small_folder: Path, tmp_path: Path
) -> None:
    """Another text than the coded one is "not verified", and none of it stands as evidence."""
    for path in (small_folder / "texts").glob("*.txt"):
        altered = path.read_text(encoding="utf-8") + " Perhaps."
        (tmp_path / path.name).write_text(altered, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POSITIONS_TEXTS", str(tmp_path))
        app = run_page("sources", dossier=small_folder)

    assert "another sha256" in app.info[0].value.replace("\\", "")
    assert drawn(app, "reader")["pieces"] == []
    assert all(card["passage"] is None for card in drawn(app, "reader")["cards"])


def test_the_search_looks_into_texts_that_are_at_hand(
    run_page: RunPage, small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words of a passage beyond the coded phrase are found with the text, and not without it."""
    with_text = run_page("evidence", dossier=small_folder, text="assembly")
    monkeypatch.setenv("POSITIONS_TEXTS", str(tmp_path))
    without = run_page("evidence", dossier=small_folder, text="assembly")

    assert len(drawn(with_text, "statements")["groups"][0]["cards"]) == 1
    assert without.info[0].value.startswith("No statement matches")
