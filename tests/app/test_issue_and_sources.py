"""The pages about one issue, gaps and one source run in every view and keep claims and positions apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import view_of
from tests.app.conftest import RunPage, drawn
from tests.app.still_text import tables

DOSSIER = load_dossier("istanbul-2022")
TABLES = Tables(DOSSIER, dossier_folder("istanbul-2022"))


@pytest.mark.parametrize("issue", [issue.id for issue in DOSSIER.issues])
def test_every_issue_has_its_page(run_page: RunPage, issue: str) -> None:
    """The finding of the issue alone is the heading, its question stands above; every party has a column."""
    app = run_page("issue", issue=issue, parties="russia,turkey,ukraine,west")

    selection = replace(
        default_selection(DOSSIER), parties=("russia", "turkey", "ukraine", "west"), issues=(issue,)
    )
    alone = view_of(TABLES, selection)
    captions = [one.value.replace("\\", "") for one in app.main.caption]
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == alone.finding
    assert captions[0].endswith(TABLES.scales[issue].question)
    assert alone.measure in captions
    assert captions[-1] == alone.source_line
    assert [one.value for one in app.subheader] == ["Russia", "Turkey", "Ukraine", "West"]
    if TABLES.scales[issue].scale:
        assert [one["id"] for one in drawn(app, "issue_scale")["layouts"]] == ["wide", "narrow"]


def test_claims_stand_beside_what_the_side_itself_said(run_page: RunPage) -> None:
    """What Russia says of Ukraine on Crimea is shown next to Ukraine's own words."""
    app = run_page("issue", issue="crimea")

    said_of, itself = drawn(app, "claims_ukraine")["groups"][0], drawn(app, "own_ukraine")["groups"][0]
    assert said_of["title"] == "Said of Ukraine"
    assert all(card["side"] == "Russia" for card in said_of["cards"])
    assert itself["note"] == "Deferred; no force"
    assert all(card["side"] == "Ukraine" for card in itself["cards"])


def test_arrows_lead_to_the_neighbouring_issue(run_page: RunPage) -> None:
    """Next leads on, and the first issue has no previous one."""
    app = run_page("issue", issue="neutrality")

    assert app.button(key="go_Previous").disabled
    app.button(key="go_Next").click().run()
    assert "Who holds Crimea" in app.main.caption[0].value


def test_every_pair_is_told_in_words(run_page: RunPage) -> None:
    """The table of pairs says steps, what they rest on and both ends in words, or who stands on no step."""
    app = run_page("issue", issue="crimea")

    rows = tables(app)[-1].to_numpy().tolist()
    weak = "2 of 4 steps: from Russian; closed to Deferred; no force; rests on low confidence"
    assert rows[0] == ["Russia – Ukraine", "2 of 4 steps", "rests on low confidence", weak]
    assert rows[1] == ["Russia – West", "not compared", "", "West: no step"]


def test_what_the_cell_shows_is_open_and_the_rest_is_folded(run_page: RunPage) -> None:
    """The statements that set a position stand under it; older ones are a click away, none is lost."""
    app = run_page("issue", issue="neutrality")

    titles = [group["title"] for group in drawn(app, "side_ukraine")["groups"]]
    folded = drawn(app, "more_cards_ukraine")["groups"]
    count = sum(len(group["cards"]) for group in folded)
    assert titles[0] == "What sets the cell"
    assert f"{count} more statements of this side" in [one.label for one in app.expander]


def test_pairs_are_listed_with_the_statements_that_set_their_points(run_page: RunPage) -> None:
    """Same step, near and apart: each pair with its gap in words and the two statements behind it."""
    app = run_page("gaps")

    apart = drawn(app, "relation_apart")["groups"]
    assert [one.value for one in app.subheader] == ["Same step", "Near", "Apart"]
    assert apart[0]["title"] == "Neutrality: Russia – Ukraine"
    assert apart[0]["note"] == "2 of 4 steps: from Neutral and demilitarised to Neutral for guarantees"
    assert [card["side"] for card in apart[0]["cards"]] == ["Russia", "Ukraine"]


def test_weak_and_split_pairs_are_in_none_of_the_three_lists(run_page: RunPage) -> None:
    """What rests on low confidence stands apart, a split grouping with its nearest and farthest member."""
    weak = run_page("gaps")
    titles = [group["title"] for group in drawn(weak, "relation_weak")["groups"]]
    assert titles == ["Crimea: Russia – Ukraine", "Donbas: Russia – Ukraine"]
    listed = [
        group["title"]
        for key in ("same", "near", "apart")
        for group in drawn(weak, f"relation_{key}")["groups"]
    ]
    assert not set(titles) & set(listed)

    split = run_page("gaps", dossier="ukraine-2014-2026")
    groups = drawn(split, "relation_split")["groups"]
    assert "Split groupings" in [one.value for one in split.header]
    assert all(
        "nearest" in group["note"] and "farthest" in group["note"] for group in groups if group["title"]
    )


def test_gaps_without_a_scale_say_so(run_page: RunPage) -> None:
    """A choice of issues without steps has a sentence in the place of figures."""
    app = run_page("gaps", issues="sanctions")

    assert not app.exception
    assert "None of the chosen issues has a scale" in app.info[0].value


@pytest.mark.parametrize("source", [source.id for source in DOSSIER.sources])
def test_every_source_has_its_page_without_its_text(run_page: RunPage, source: str) -> None:
    """Without a copy of the text all its statements are listed, and it is said how to add one."""
    app = run_page("sources", source=source)

    coded = [one.id for one in DOSSIER.statements if one.source == source]
    shown = drawn(app, "reader")
    assert shown["pieces"] == []
    assert sorted(card["id"] for card in shown["cards"]) == sorted(coded)
    assert any(one.value.startswith("Not verified") for one in app.caption)


@pytest.mark.parametrize("dossier", ["istanbul-2022", "ukraine-2014-2026"])
def test_every_source_is_a_row_with_what_the_view_uses_of_it(run_page: RunPage, dossier: str) -> None:
    """The numbers of all rows add up to the statements of the view and of the dossier; the title counts."""
    app = run_page("sources", dossier=dossier)

    table = drawn(app, "source_table")
    tables = Tables(load_dossier(dossier), dossier_folder(dossier))
    place = [column["label"] for column in table["columns"]].index("Used / all")
    counts = [[int(part) for part in row["values"][place]["text"].split(" / ")] for row in table["rows"]]
    view = view_of(tables, default_selection(tables.dossier))
    used = sum(1 for one, _ in counts if one)
    assert [row["id"] for row in table["rows"]] == [one.id for one in tables.dossier.sources]
    assert sum(one for one, _ in counts) == len(set(view.statements))
    assert sum(every for _, every in counts) == len(tables.dossier.statements)
    assert app.title[0].value == f"{used} of {len(counts)} sources stand behind this view"


def test_a_column_that_no_source_fills_is_left_out_and_named(run_page: RunPage) -> None:
    """No address is printed in the short dossier, and a word says so; the long one has something in each."""
    short, long = run_page("sources"), run_page("sources", dossier="ukraine-2014-2026")

    assert "Link" not in [one["label"] for one in drawn(short, "source_table")["columns"]]
    assert "addresses not recorded" in short.main.caption[0].value
    assert {"Language", "Link"} <= {one["label"] for one in drawn(long, "source_table")["columns"]}
    assert "not recorded" not in long.main.caption[0].value


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

    assert any("another sha256" in one.value.replace("\\", "") for one in app.caption)
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
