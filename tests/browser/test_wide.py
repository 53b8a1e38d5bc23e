"""38 parties by 38 issues in a real browser: light, quick, and read without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from components.pages import PAGES
from tests.benchmarks.pages import settled
from tests.benchmarks.synthetic import write_square
from tests.browser.conftest import ROOT, SERVE, Open, _opener, started

WIDE, SMALL = "dossier=synthetic", "dossier=training-strait"
MOST_NODES = 10_000
EVERYTHING = "&".join(
    f"{things}={','.join(f'{letter}{one}' for one in range(38))}"
    for things, letter in (("parties", "p"), ("issues", "i"))
)


@pytest.fixture(scope="module")
def place(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server listens that offers the wide dossier beside the small one; it has one source for all."""
    folder = tmp_path_factory.mktemp("wide")
    write_square(folder, parties=38, issues=38, sources=1)
    with started([*SERVE, str(folder)], ROOT) as address:
        yield address


@pytest.fixture
def opened_wide(browser: Any, place: str) -> Iterator[Open]:
    """A function that opens a path of that server."""
    yield from _opener(browser, place)


@pytest.mark.parametrize("page", [page.path for page in PAGES])
def test_every_page_is_light_and_as_quick_as_that_of_a_small_dossier(
    browser: Any, place: str, page: str
) -> None:
    """At most 10,000 nodes, and at most three times the seconds of a small dossier."""
    path = "" if page == PAGES[0].path else page
    seconds = {SMALL: float("inf"), WIDE: float("inf")}
    # Up to four times, for what is computed once for all readers, and for a machine that is busy with others.
    for _ in range(4):
        for query, best in seconds.items():
            spent, nodes = settled(browser.new_page(), f"{place}/{path}?{query}")
            seconds[query] = min(best, spent)

            assert nodes <= MOST_NODES
        if seconds[WIDE] <= 3 * seconds[SMALL]:
            break

    assert seconds[WIDE] <= 3 * seconds[SMALL]


@pytest.mark.parametrize("page", [page.path for page in PAGES if page.columns])
def test_a_page_is_light_with_all_parties_and_issues_chosen(browser: Any, place: str, page: str) -> None:
    """What has no room is on further sheets: at most 10,000 nodes."""
    path = "" if page == PAGES[0].path else page

    assert settled(browser.new_page(), f"{place}/{path}?{WIDE}&{EVERYTHING}")[1] <= MOST_NODES


@pytest.mark.parametrize("width", [1280, 390])
def test_the_overview_fits_and_is_walked_by_keys(opened_wide: Open, width: int) -> None:
    """It scrolls in its own frame; arrows move through it, and each cell says party, issue and words."""
    seen = opened_wide(f"?{WIDE}", width=width)
    grid = seen.page.get_by_role("grid", name="All parties and issues at a glance")
    grid.get_by_role("columnheader").first.get_by_role("button").focus()
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("ArrowDown")
    here = seen.page.evaluate(
        "() => { let one = document.activeElement; while (one.shadowRoot) one = one.shadowRoot.activeElement;"
        " return one.getAttribute('aria-label') }"
    )

    assert here.startswith("Party 1, Issue 1: ")
    assert here in grid.locator("xpath=../..").inner_text()
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.errors == []


def test_a_click_on_a_party_puts_the_nearest_to_it_first(opened_wide: Open) -> None:
    """The party stands first, the address keeps it, and a second click brings the order of names back."""
    seen = opened_wide(f"?{WIDE}")
    grid = seen.page.get_by_role("grid", name="All parties and issues at a glance")
    first = grid.get_by_role("rowheader").first
    grid.get_by_role("button", name="Party 30: ").click()
    first.get_by_role("button", name="Party 30: ").wait_for()

    seen.page.get_by_text("Nearest to Party 30: ").wait_for()
    assert "near=p30" in seen.page.url

    grid.get_by_role("button", name="Party 30: ").click()
    first.get_by_role("button", name="Party 0: ").wait_for()

    seen.page.wait_for_url(lambda url: "near=" not in url)


def test_a_click_on_a_cell_opens_its_evidence_and_on_an_issue_its_page(opened_wide: Open) -> None:
    """The overview leads to what is behind it."""
    seen = opened_wide(f"?{WIDE}")
    grid = seen.page.get_by_role("grid", name="All parties and issues at a glance")
    grid.get_by_role("gridcell", name="Party 30, Issue 20: ").click()
    seen.page.get_by_role("dialog").wait_for()

    assert "Party 30" in seen.page.get_by_role("dialog").inner_text()

    seen.page.keyboard.press("Escape")
    seen.settle()
    grid.get_by_role("button", name="Issue 20: ").click()
    seen.page.wait_for_url("**/issue?**")

    assert "issue=i20" in seen.page.url


def test_all_weights_are_a_click_away(opened_wide: Open) -> None:
    """The table has a row for each, and is not there before."""
    weights = ",".join(f"i{place}:{place + 2}" for place in range(7))
    seen = opened_wide(f"gaps?{WIDE}&weights={weights}")
    table = seen.page.get_by_role("table", name="Weights of issues, for all parties or for one")

    assert not table.count()

    seen.page.get_by_text("All 7 weights").click()
    table.wait_for()

    assert table.get_by_role("row").count() == 8
    assert seen.errors == []
