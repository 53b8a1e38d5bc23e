"""The Method page and the coverage maps on the Evidence page, without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.pages.evidence import COVERAGE
from components.theme import LOOKS, look_words
from positions.cell import STATES
from tests.app.conftest import RunPage
from tests.app.still_text import tables, texts
from tests.conftest import Changed

HEADINGS = [
    "What the sources can and cannot tell",
    "Premises",
    "What a statement is",
    "How a position is computed",
    "How a gap is computed",
    "What counts as a change",
    "Groupings",
    "How cells look",
    "Fairness",
    "Sources and their outlets",
    "Names and how they were printed",
    "How far two coders agree",
    "Codebook",
    "Licence and version",
]


def told(app: AppTest) -> str:
    """All running text of the page."""
    return "\n".join(texts(app, "p", "li", "h3"))


def test_the_page_has_every_part_under_a_heading(run_page: RunPage) -> None:
    """A reader finds each question by its heading, and the contents lead to each; the limits come first."""
    app = run_page("method")

    assert texts(app, "h2") == HEADINGS
    assert texts(app, "a") == HEADINGS
    assert not app.exception


def test_both_examples_are_of_the_chosen_day(run_page: RunPage) -> None:
    """On another day the examples are other ones, computed from what was known then."""
    late, early = run_page("method"), run_page("method", day="2022-03-29")

    for app, day in ((late, "5 Apr 2022"), (early, "29 Mar 2022")):
        examples = [one for one in told(app).splitlines() if one.startswith("Worked example:")]
        assert len(examples) == 2
        assert all(one.endswith(day) for one in examples)
    assert told(late) != told(early)
    assert any("With the numbers" in table.columns for table in tables(late))


def test_without_any_position_the_page_says_so(run_page: RunPage) -> None:
    """On the first day there is nothing to show an example on."""
    app = run_page("method", day="2022-02-24")

    assert "nobody on screen stands on a step" in told(app)
    assert "no two columns on screen have a point each" in told(app)


def test_agreement_is_printed_with_how_far_to_trust_it(run_page: RunPage) -> None:
    """Figures, both marks, the upper bound and the disputed placements stand together."""
    words = told(run_page("method"))

    for part in ("alpha is .995: reliable", "From .800 upwards", ".667", "upper bound", "audit as the coder"):
        assert part in words, part
    assert "added after coding b was finished" in words
    assert "Of 11 positions on screen that coders coded none rests on words that a coder placed" in words
    assert "Of 67 placed statements in the dossier coder a lacks 2 and coder b lacks none" in words


def test_a_dossier_coded_once_says_that_agreement_is_unknown(run_page: RunPage, coded_once: Path) -> None:
    """The page works on any dossier and makes no figure up."""
    app = run_page("method", dossier=coded_once)

    assert not app.exception
    assert "No second coding is kept beside this dossier" in told(app)


def test_a_faulty_coding_takes_nothing_but_its_figures_with_it(run_page: RunPage, changed: Changed) -> None:
    """The page shows every other part, and says by file and row what to mend in the codings."""
    folder = changed(
        coding=[("gazette-1,gazette,30,151,northland,,norrin", "gazette-1,gazette,30,151,northland,,no")]
    )
    app = run_page("method", dossier=folder)

    assert not app.exception
    assert texts(app, "h2") == HEADINGS
    assert "cannot be compared until these faults are mended" in told(app)
    fault = "codings/a.csv: row 2 (gazette-1): speaker: 'no' is not one of"
    assert fault in "".join(one.value for one in app.main.text)


def test_another_dossier_that_is_not_here_takes_nothing_with_it(run_page: RunPage, changed: Changed) -> None:
    """A comparison with a dossier that was never installed is told as that."""
    folder = changed(dossier=[("window: 20", "window: 20\ncompared: {dossier: elsewhere, day: 2031-06-01}")])
    app = run_page("method", dossier=folder)

    assert not app.exception
    assert "elsewhere is not here" in told(app)


def test_the_scales_are_drawn_only_when_opened(run_page: RunPage) -> None:
    """The closed codebook costs nothing; open, each issue with its scale is there."""
    app = run_page("method")
    closed = len(tables(app))
    app.session_state["scales"] = True
    app.run()

    assert len(tables(app)) == closed + 6
    assert "Neutrality: What alignment may Ukraine have?" in told(app)


def test_every_state_of_a_cell_has_a_look_in_words(run_page: RunPage) -> None:
    """The page tells how each kind of cell looks, old ones and those told by name too."""
    app = run_page("method")
    words = told(app) + " ".join(texts(app, "td"))

    assert set(STATES) <= set(LOOKS)
    for state in (*STATES, "old", "by_name"):
        assert look_words(LOOKS[state]) in words


def test_text_from_a_dossier_is_text_on_the_page(run_page: RunPage, changed: Changed) -> None:
    """A title full of Markdown and HTML is printed as it stands."""
    folder = changed(dossier=[("The courier was read in translation.", "'*bold* <b>tag</b> [x](y)'")])
    app = run_page("method", dossier=folder)

    assert "*bold* <b>tag</b> [x](y)" in texts(app, "li")


def test_coverage_is_drawn_only_when_opened(run_page: RunPage) -> None:
    """The list of statements opens without the maps; the expander draws both with alt text and table."""
    assert len(run_page("evidence").get("plotly_chart")) == 0

    app = run_page("evidence", opened=(COVERAGE, "coverage_topics_table", "coverage_sources_table"))

    charts = app.get("plotly_chart")
    assert not app.exception
    assert len(charts) == len(tables(app)) == 2
    assert "Talks, Russia, with 43 statements, 34 can set a cell" in charts[0].proto.alt
    assert "the fullest cell is Opinion article, No side" in charts[1].proto.alt


@pytest.mark.parametrize("day", ["2022-02-24", "2022-03-03"])
def test_coverage_counts_what_was_known_on_the_day(run_page: RunPage, day: str) -> None:
    """Before anybody spoke both maps are all zeros."""
    app = run_page("evidence", day=day)
    app.session_state[COVERAGE] = True
    app.run()

    shades = json.loads(app.get("plotly_chart")[0].proto.spec)["data"][0]
    assert shades["type"] == "heatmap"
    alt = app.get("plotly_chart")[0].proto.alt
    assert ("no statement yet" in alt) == (day == "2022-02-24")
