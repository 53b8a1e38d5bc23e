"""One issue and one source in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.browser.conftest import ROOT, Open
from tests.browser.labels import touching_labels

TEXTS = ROOT / "positions/dossiers/training-strait/texts"


def test_an_issue_is_drawn_with_all_its_steps(opened: Open) -> None:
    """The scale shows every step in words, every side's lane and who claims what."""
    seen = opened("issue?issue=crimea")
    plot = seen.page.locator(".svg-figure .layout.wide").first
    plot.wait_for()
    texts = plot.inner_text()

    for words in ("Russian;", "Left", "Deferred;", "Ukrainian", "Full", "Russia", "Ukraine", "West"):
        assert words in texts
    assert "as Russia says" in " ".join(texts.split())
    assert "claimed by others" in texts
    assert "issue=crimea" in seen.page.url
    assert seen.errors == []


def test_arrows_change_the_issue_and_its_address(opened: Open) -> None:
    """Next goes on, the address follows, and back returns."""
    seen = opened("issue?issue=crimea")

    seen.page.get_by_role("button", name="→").click()
    seen.page.wait_for_url("**issue=donbas**")
    seen.settle()

    assert seen.page.get_by_text("Who holds Donetsk and Luhansk").first.is_visible()

    seen.page.go_back()
    seen.page.wait_for_url("**issue=crimea**")
    seen.settle()

    assert seen.page.get_by_text("Who holds Crimea").first.is_visible()


def test_an_issue_page_fits_a_phone(opened: Open) -> None:
    """Nothing stands out sideways at 390 pixels."""
    seen = opened("issue?issue=ceasefire", width=390, height=844)
    seen.page.locator(".svg-figure .layout:visible").first.wait_for()
    seen.page.wait_for_timeout(500)

    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.cut_labels() == []
    assert touching_labels(seen) == []


def test_a_source_without_its_text_says_how_to_add_it(opened: Open) -> None:
    """The list of statements with their offsets, and a field for the reader's own copy."""
    seen = opened("sources?source=001-second-round")

    assert seen.page.get_by_text("Not verified").first.is_visible()
    seen.page.get_by_text("Add your copy of this text").click()
    seen.page.get_by_text("Your copy of this text (.txt").wait_for()
    assert "characters" in seen.page.locator("article").first.inner_text()


def test_all_sources_stand_in_a_table_with_their_addresses(opened: Open) -> None:
    """Outlet, day, kind, statements and flag of every source, newest first, and a link to the page."""
    seen = opened("sources?dossier=ukraine-2014-2026")
    table = seen.page.get_by_role("table", name="Sources")
    days = [one.inner_text() for one in table.locator("tbody td.short:nth-child(2)").all()[:3]]

    assert table.get_by_role("row").count() == 585
    assert days == ["6 Jun 2026", "5 Jun 2026", "4 Jun 2026"]
    link = table.get_by_role("link", name="page").first
    assert str(link.get_attribute("href")).startswith("https://")
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_sources_are_sorted_searched_and_chosen(opened: Open) -> None:
    """A head sorts, words find, a row shows its statements below, and the address names it."""
    seen = opened("sources?dossier=ukraine-2014-2026")
    table = seen.page.get_by_role("table", name="Sources")

    table.get_by_role("button", name="Used / all").click()
    first = table.get_by_role("row").nth(1)
    assert table.get_by_role("columnheader", name="Used / all").get_attribute("aria-sort") == "descending"
    assert first.locator("td").nth(3).inner_text() == "6 / 12"

    seen.page.get_by_label("Find a source").fill("main statements kommersant")
    seen.page.get_by_text("1 of 584 sources").wait_for()
    table.locator("tbody tr:visible button").click()
    seen.page.wait_for_url("**source=**")
    seen.settle()

    title = "Lavrov at the General Assembly, main statements (Kommersant, 27 September 2025)"
    assert seen.page.get_by_role("heading", name=title).is_visible()
    assert seen.page.get_by_label("Find a source").input_value() == "main statements kommersant"
    assert table.locator("tr.now").count() == 1
    assert seen.errors == []


def test_arrow_keys_walk_the_sources(opened: Open) -> None:
    """One tab stop leads into the rows; arrows, End and Enter do the rest, and the focus stays."""
    seen = opened("sources")
    rows = seen.page.get_by_role("table", name="Sources").locator("tbody button")

    rows.first.focus()
    seen.page.keyboard.press("ArrowDown")
    second = seen.focused()
    seen.page.keyboard.press("End")
    last = seen.focused()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url(f"**source={last}**")
    seen.settle()

    assert len({second, last, None}) == 3
    assert seen.focused() == last
    assert [one for one in rows.all() if one.get_attribute("tabindex") == "0"] != []


def test_the_table_of_sources_fits_a_phone(opened: Open) -> None:
    """At 390 pixels a row is a block with its labels, and nothing stands out sideways."""
    seen = opened("sources?dossier=ukraine-2014-2026", width=390, height=844)
    seen.page.get_by_role("table", name="Sources").wait_for()

    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.page.locator("tbody tr").first.evaluate("row => row.scrollWidth <= row.clientWidth")


def test_a_statement_leads_to_its_page(opened: Open) -> None:
    """Where a source has an address, the card of each of its statements has it as a link."""
    seen = opened("sources?dossier=ukraine-2014-2026")

    link = seen.page.locator("article").first.get_by_role("link", name="page")
    assert str(link.get_attribute("href")).startswith("http")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_an_altered_text_is_refused(opened: Open, tmp_path: Path) -> None:
    """A text that is not the coded one is not shown as evidence, and it is said why."""
    wrong = tmp_path / "001-second-round.txt"
    wrong.write_text("Some other words.", encoding="utf-8")
    seen = opened("sources?source=001-second-round")

    seen.page.get_by_text("Add your copy of this text").click()
    seen.page.locator("input[type=file]").set_input_files(str(wrong))
    seen.page.get_by_text("is not the text that was coded").wait_for()

    assert seen.page.locator(".passage").count() == 0


def test_text_and_statements_lead_to_each_other(opened_small: Any) -> None:
    """A click on a passage shows its statement; "Show in the text" leads back."""
    seen = opened_small("sources")
    seen.page.locator(".passage").first.click()

    assert seen.page.locator("article.now").count() >= 1

    seen.page.get_by_role("button", name="Show in the text").last.click()

    assert seen.page.locator(".passage.now").count() >= 1
    assert seen.errors == []
