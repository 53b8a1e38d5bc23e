"""Gaps in a real browser: every word of its charts can be read, on a phone too."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.labels import touching_labels

RECORD = "gaps?dossier=ukraine-2014-2026&day=2026-06-24"
PATHS = [
    "gaps?day=2022-03-29",
    "gaps?day=2022-04-05&since=2022-03-10",
    RECORD,
    f"{RECORD}&parties=russia,ukraine,west&unfolded=west",
    f"{RECORD}&parties=minsk-ii,russia,ukraine,us",
]


def test_the_gap_chart_is_drawn_and_named(opened: Open) -> None:
    """Each issue has its scale with all steps in words, and the parties named at their marks."""
    seen = opened("gaps", width=1600, height=900)

    plot = seen.page.locator(".st-key-range_plot .layout.wide")
    plot.get_by_text("Ceasefire").first.wait_for()
    texts = plot.inner_text()

    for words in ("Ceasefire", "2 of 4 steps", "Russia – Ukraine", "Reduced in", "France and Germany (West)"):
        assert words in texts
    assert "West: not stated" in texts
    assert "the earlier day" not in texts
    assert seen.errors == []


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1600, 900), (390, 844)])
@pytest.mark.parametrize("path", PATHS)
def test_no_label_of_a_chart_is_cut_or_covered(opened: Open, path: str, width: int, height: int) -> None:
    """Every text of the charts lies inside its figure and on no other text; nothing stands out sideways."""
    seen = opened(path, width=width, height=height)
    seen.page.locator(".svg-figure text:visible").first.wait_for()
    seen.page.wait_for_timeout(800)

    assert seen.cut_labels() == []
    assert touching_labels(seen) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_chart_has_its_table(opened: Open) -> None:
    """What is drawn can be read as a table below."""
    seen = opened("gaps")

    seen.page.get_by_text("The same in words and as a table").first.click()
    cell = seen.page.get_by_role("cell", name="Ceasefire").first
    cell.wait_for()

    assert cell.is_visible()


def test_arrows_are_drawn_from_the_chosen_day(opened: Open) -> None:
    """The address names the earlier day, the control shows it, and the legend says what small marks are."""
    seen = opened("gaps?since=2022-03-10")

    plot = seen.page.locator(".st-key-range_plot .layout.wide")
    plot.get_by_text("the earlier day").first.wait_for()

    assert "since=2022-03-10" in seen.page.url
    assert seen.page.locator(".st-key-arrows input").input_value() == "10 Mar 2022"


def test_the_figure_of_gaps_is_sent_once_and_shown_as_the_page_is_wide(opened: Open) -> None:
    """One message holds both layouts; one is shown, and another when the page is made narrower; no Plotly."""
    seen = opened("gaps")
    shown = seen.page.locator(".st-key-range_plot .layout:visible")
    shown.first.wait_for()
    wide = [shown.count(), "wide" in shown.first.get_attribute("class")]
    seen.page.set_viewport_size({"width": 390, "height": 844})
    seen.page.locator(".st-key-range_plot .layout.narrow").wait_for()

    assert wide == [1, True]
    assert shown.count() == 1
    assert not any("plotly" in address.lower() for address in seen.requests)


def test_a_mark_of_the_figure_says_whose_it_is_under_the_pointer(opened: Open) -> None:
    """Name and step in words stand beside the mark while the pointer is on it."""
    seen = opened("gaps")
    seen.page.locator(".st-key-range_plot .layout.wide .reach").last.hover()
    told = seen.page.locator(".st-key-range_plot .tip.shown")
    told.wait_for()

    assert ": " in told.inner_text()


def test_gaps_keep_their_colour_where_the_system_forces_its_own(opened: Open) -> None:
    """Shapes and words of the figure stay as they are, on their own paper."""
    seen = opened("gaps")
    seen.page.locator(".st-key-range_plot .layout.wide text").first.wait_for()
    seen.page.emulate_media(forced_colors="active")
    adjusted = seen.page.locator(".st-key-range_plot .layout.wide svg").first.evaluate(
        "svg => [svg, ...svg.querySelectorAll('path, text, rect')]"
        ".map(one => getComputedStyle(one).forcedColorAdjust).filter(one => one !== 'none')"
    )

    assert adjusted == []


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_every_variant_is_drawn_where_it_can_be_read(opened: Open, width: int, height: int) -> None:
    """The counts stand on the page; the curve opens below them, whole and without words on words."""
    seen = opened("gaps", width=width, height=height)
    seen.page.get_by_role("heading", name="How far this finding depends on choices").wait_for()

    seen.unfold("All 48 variants")
    layout = "wide" if width > 640 else "narrow"
    curve = seen.page.locator(f".st-key-variant_curve .layout.{layout}")
    curve.get_by_text("kept coding").first.wait_for()

    assert "of 48 variants, the whole sentence in 19 · " in seen.page.inner_text("body")
    assert seen.cut_labels() == []
    assert touching_labels(seen) == []
    assert seen.errors == []


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_what_would_have_to_move_opens_whole(opened: Open, width: int, height: int) -> None:
    """The rule is on the page; the whole and the pairs of an issue open below it, and nothing stands out."""
    seen = opened("gaps", width=width, height=height)
    seen.page.get_by_role("heading", name="What would have to move").wait_for()
    seen.unfold("All issues, if every stated condition held")
    seen.unfold("Ceasefire: 3 pairs")
    seen.page.get_by_text("Ukraine alone to ‘Reduced in places’").first.wait_for()
    text = seen.page.inner_text("body")

    assert "A stated position is not a reservation point" in text
    assert "unknown on 1 issue: security guarantees (no step of Russia)" in text
    assert "; near on 1: security guarantees (of the West only France); unknown on " in text
    assert "Ceasefire, Russia – Ukraine: 2 of 4 steps: " in text
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.errors == []


def test_closed_folds_stand_beside_each_other_and_an_open_one_has_its_own_row(opened: Open) -> None:
    """A list of moves is a line or two while it is closed; what is opened is as wide as the page."""
    seen = opened("gaps")
    names = ("Crimea: 1 pair", "Donbas: 1 pair")
    folds = [seen.page.locator("details").filter(has_text=name) for name in names]
    crimea, donbas = (fold.bounding_box() for fold in folds)
    assert crimea is not None
    assert donbas is not None
    assert crimea["y"] == donbas["y"]

    seen.unfold("Crimea: 1 pair")
    # Both at one moment, once the fold has grown to its height.
    seen.page.wait_for_function(
        "([above, below]) => below.getBoundingClientRect().top >= above.getBoundingClientRect().bottom",
        arg=[fold.element_handle() for fold in folds],
    )
    opened_fold = folds[0].bounding_box()
    assert opened_fold is not None
    assert opened_fold["width"] > 900
