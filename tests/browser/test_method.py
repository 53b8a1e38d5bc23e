"""The Method page and the coverage maps in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from tests.browser.conftest import Open, Opened

_EXPANDER = "Where the evidence is thick and thin"
_OVERFLOW = """() => {
  const page = document.querySelector('[data-testid=stMain]')
  return [page.scrollWidth - page.clientWidth, document.documentElement.scrollWidth - innerWidth]
}"""


def coverage(opened: Open, **view: int) -> Opened:
    """The Evidence page with both coverage maps drawn."""
    seen = opened("evidence", **view)
    seen.page.get_by_text(_EXPANDER).click()
    seen.page.locator(".js-plotly-plot").nth(1).wait_for()
    seen.settle()
    return seen


def click(seen: Opened, chart: int, text: str) -> None:
    """Click the cell of a map whose number is that text; it must be the only one."""
    number = seen.page.locator(".js-plotly-plot").nth(chart).locator(".annotation", has_text=text)
    number.scroll_into_view_if_needed()
    box = number.bounding_box()
    assert box is not None
    place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen.page.mouse.move(place[0] - 3, place[1])
    seen.page.mouse.move(*place)
    seen.page.wait_for_timeout(150)  # a click without a hover before it is sometimes lost
    seen.page.mouse.click(*place)


def filters(seen: Opened) -> dict[str, list[str]]:
    """What the address says beside the dossier."""
    found = parse_qs(urlparse(seen.page.url).query)
    return {name: values for name, values in found.items() if name != "dossier"}


def test_the_method_page_shows_examples_and_agreement(opened: Open) -> None:
    """Worked example, filled-in formula and the coders' figures are on the page as text."""
    seen = opened("method")
    seen.page.get_by_role("heading", name="Licence and version").wait_for()
    seen.page.get_by_text("max(0, 3 − 1, 1 − 3)").first.wait_for()  # tables come after the text
    text = seen.page.get_by_test_id("stMain").inner_text()

    assert "Worked example: Russia on Ceasefire, 5 Apr 2022" in text
    assert "max(0, 3 − 1, 1 − 3)" in text
    assert "Krippendorff's alpha is .995: reliable." in text
    assert "87% of those that either found" in text
    assert "\\" not in text
    assert seen.errors == []


def test_a_link_of_the_contents_leads_to_its_section(opened: Open) -> None:
    """The heading comes to the top of the page, and the view in the address stays."""
    seen = opened("method?day=2022-03-29")
    heading = seen.page.get_by_role("heading", name="How a gap is computed")

    seen.page.get_by_role("link", name="How a gap is computed").click()
    seen.page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 500")

    box = heading.bounding_box()
    assert box is not None
    assert -60 < box["y"] < 120
    assert "day=2022-03-29" in seen.page.url
    assert seen.errors == []


def test_the_codebook_is_handed_out_as_a_file(opened: Open) -> None:
    """One click gives the codebook, named after dossier and version, as the command line prints it."""
    seen = opened("method")

    with seen.page.expect_download() as waiting:
        seen.page.get_by_role("button", name="Download the codebook").click()
    name, text = waiting.value.suggested_filename, Path(waiting.value.path()).read_text(encoding="utf-8")

    assert re.fullmatch(r"codebook_istanbul-2022_v[0-9a-f]{8}\.md", name)
    assert text.startswith("# Codebook: Russia, Ukraine and the West")
    assert "### Neutrality" in text


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_nothing_is_wider_than_the_page(opened: Open, width: int, height: int) -> None:
    """Neither page scrolls sideways, and no label of a map is cut."""
    method = opened("method", width=width, height=height)
    assert max(method.page.evaluate(_OVERFLOW)) <= 0

    maps = coverage(opened, width=width, height=height)
    assert max(maps.page.evaluate(_OVERFLOW)) <= 0
    assert maps.cut_labels() == []


def test_lines_of_text_are_easy_to_read(opened: Open) -> None:
    """No line of running text is much longer than seventy letters, however wide the screen."""
    seen = opened("method", width=1920, height=1080)

    widest = seen.page.evaluate(
        "Math.max(...[...document.querySelectorAll('.still-text > :is(p, ul, ol)')]"
        ".map(text => text.getBoundingClientRect().width / parseFloat(getComputedStyle(text).fontSize)))"
    )
    assert widest < 37  # a letter is about half as wide as the type is high


def test_a_click_on_an_issue_and_side_lists_its_statements(opened: Open) -> None:
    """The list and the address follow a cell; another cell takes its place."""
    seen = coverage(opened)

    click(seen, 0, "15 (16)")
    seen.page.wait_for_url("**topics=security_guarantees**")
    seen.settle()
    assert filters(seen) == {"sides": ["ukraine"], "topics": ["security_guarantees"]}
    assert seen.page.locator("article").count() >= 16

    click(seen, 0, "0 (42)")
    seen.page.wait_for_url("**topics=process**")
    seen.settle()
    assert filters(seen) == {"modes": ["commentary"], "topics": ["process"]}
    told = seen.page.get_by_test_id("stMain").inner_text()
    assert "42 statements match" in told
    assert "Said by 5 Apr 2022" in told


def test_a_click_on_a_source_and_side_lists_its_statements(opened: Open) -> None:
    """The map of sources filters by source."""
    seen = coverage(opened)

    click(seen, 1, "13 (17)")
    seen.page.wait_for_url("**sources=**")
    seen.settle()

    assert filters(seen) == {"sides": ["west"], "sources": ["002-considerable-progress"]}
    assert seen.page.locator("article").count() >= 17


def test_the_same_cell_can_be_clicked_again(opened: Open) -> None:
    """After the filters were taken away by hand, the same cell sets them again."""
    seen = coverage(opened)
    click(seen, 1, "13 (17)")
    seen.page.wait_for_url("**sources=**")
    seen.settle()

    seen.page.get_by_text("Filtered by side").click()
    seen.page.get_by_label("Clear all").first.click()
    seen.page.wait_for_function("!location.search.includes('sides')")
    seen.settle()
    click(seen, 1, "13 (17)")

    seen.page.wait_for_url("**sides=west**")
