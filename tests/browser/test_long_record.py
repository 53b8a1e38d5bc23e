"""The long record in a real browser: thirty columns, twelve years, one switch."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open

LONG = "dossier=ukraine-2014-2026"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["", "issue", "gaps", "movement", "evidence", "sources", "method"])
def test_every_page_of_the_long_record_fits(opened: Open, path: str, width: int) -> None:
    """Nothing stands out sideways, no label of a chart is cut, nothing throws and nothing is fetched."""
    seen = opened(f"{path}?{LONG}", width=width)
    seen.page.wait_for_timeout(800)

    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.cut_labels() == []
    assert seen.errors == []
    assert [
        url for url in seen.requests if "127.0.0.1" not in url and not url.startswith(("data:", "blob:"))
    ] == []


def test_members_scroll_beside_the_issues(opened: Open) -> None:
    """With all members unfolded the matrix scrolls in its own frame and the issue stays in sight."""
    seen = opened(f"?{LONG}&unfolded=west")

    table = seen.page.locator(".scroll")
    table.evaluate("frame => { frame.scrollLeft = frame.scrollWidth }")
    head = seen.page.locator("tbody th").first.bounding_box()
    frame = table.bounding_box()

    assert head is not None
    assert frame is not None
    assert head["x"] >= frame["x"] - 1
    assert head["x"] < frame["x"] + 60
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    ("cell", "label", "day", "words"),
    [
        ("us.donbas", "United States, Donbas", "2025-12-01", "never in force"),
        ("russia.neutrality", "Russia, Neutrality", "2025-07-01", "state-owned or public outlet of Russia"),
    ],
)
def test_the_evidence_says_what_a_draft_and_whose_an_outlet_is(
    opened: Open, cell: str, label: str, day: str, words: str
) -> None:
    """The drawer names a draft as one, and an outlet of a state by the same words for every country."""
    side, _, issue = cell.partition(".")
    seen = opened(f"?{LONG}&parties={side}&issues={issue}&day={day}")

    seen.cell(label).click()
    found = seen.page.get_by_role("dialog").get_by_text(words).first
    found.wait_for()

    assert found.is_visible()


def test_the_axis_says_what_it_leaves_out(opened: Open) -> None:
    """The long silences before 2022 are cut out of the movement sheet, with marks and in words."""
    seen = opened(f"movement?{LONG}", width=1600, height=900)
    seen.page.locator(".st-key-record .layout:visible").first.wait_for()
    seen.page.locator(".st-key-movement_table").get_by_text("The same as a table").click()

    words = seen.page.get_by_text("Shortened on the axis").first
    words.wait_for()

    assert words.is_visible()


def test_where_coders_differ_is_seen_in_cell_evidence_and_figure(opened: Open) -> None:
    """The cell has the steps, its evidence each coder's step and note, the figure a line of its own.

    A row is not higher for it: on the first screen all issues of the record still begin.
    """
    seen = opened(f"?{LONG}&day=2026-06-24", width=1280, height=720)
    cell = seen.cell("Ukraine, Crimea")
    assert "coders: steps 3 or 3–4" in cell.inner_text()
    assert "coders differ in 4 of 22 positions they coded" in seen.page.locator("body").inner_text()
    assert seen.page.locator("tbody th").last.bounding_box()["y"] < 660

    cell.click()
    drawer = seen.page.get_by_role("dialog")
    drawer.get_by_text(
        "coders differ: ‘Ukrainian in law’ (3) or ‘Ukrainian in law’ to ‘Full return’"
    ).wait_for()
    drawer.get_by_text("How it is coded").first.click()
    for words in ("Coder a", "Coder b", "unsure between them · title claimed, no word on the way back"):
        assert drawer.get_by_text(words).first.is_visible()

    seen.page.goto(seen.page.url.split("?")[0] + f"gaps?{LONG}&day=2026-06-24")
    legend = seen.page.locator(".st-key-range_plot .layout.wide")
    legend.get_by_text("coders differ: from the lowest to the highest step in any coding").wait_for()
    assert "3 of 4 steps" in legend.inner_text()
    assert "(coders\u00a03–4)" in legend.inner_text()
    assert seen.errors == []
