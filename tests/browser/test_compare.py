"""The matrix in a real browser: click, keyboard, day, address, widths, print, dark."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1600, 900), (390, 844)])
def test_the_landing_page_fits_any_width(opened: Open, width: int, height: int) -> None:
    """Nothing stands out of the page sideways, nothing throws, and every cell can be read."""
    seen = opened(width=width, height=height)

    seen.cell("Ukraine, Crimea").wait_for()
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    overflowing = seen.page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')].flatMap(e => e.shadowRoot
             ? [...e.shadowRoot.querySelectorAll('button.cell')].filter(b => b.scrollWidth > b.clientWidth + 1
                 || b.scrollHeight > b.clientHeight + 1).map(b => b.innerText) : [])"""
    )
    assert overflowing == []
    assert seen.errors == []


def test_a_click_on_a_cell_opens_its_evidence(opened: Open) -> None:
    """One click leads to phrase, speaker, source and condition; Escape leads back."""
    seen = opened()

    seen.cell("Ukraine, Crimea").click()
    drawer = seen.page.get_by_role("dialog")
    drawer.get_by_text("15-year consultation period").wait_for()

    assert drawer.get_by_text("Condition").first.is_visible()
    assert drawer.get_by_text("Opinion article").first.is_visible()
    assert "cell=ukraine.crimea" in seen.page.url

    seen.page.keyboard.press("Escape")
    drawer.wait_for(state="hidden")
    seen.settle()

    assert "cell=" not in seen.page.url
    assert seen.focused() == "ukraine.crimea"


def test_the_focus_goes_back_when_a_link_opened_the_evidence(opened: Open) -> None:
    """Who came by a link to a cell stands on that cell when its evidence is closed."""
    seen = opened("?cell=ukraine.crimea")
    drawer = seen.page.get_by_role("dialog")
    drawer.get_by_text("15-year consultation period").wait_for()

    seen.page.keyboard.press("Escape")
    drawer.wait_for(state="hidden")
    seen.settle()

    assert seen.focused() == "ukraine.crimea"


def test_the_same_cell_opens_twice(opened: Open) -> None:
    """Closing the evidence of a cell does not lock it."""
    seen = opened()

    for _ in range(2):
        seen.cell("Russia, Donbas").click()
        drawer = seen.page.get_by_role("dialog")
        drawer.get_by_text("What sets the cell").wait_for()
        seen.page.keyboard.press("Escape")
        drawer.wait_for(state="hidden")
        seen.page.wait_for_url(lambda url: "cell=" not in url)
        seen.settle()

    assert "cell=" not in seen.page.url


def test_the_matrix_works_without_a_mouse(opened: Open) -> None:
    """One tab stop, arrows inside, Enter opens the evidence."""
    seen = opened()

    seen.cell("Russia, Neutrality").focus()
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("ArrowRight")

    assert seen.focused() == "ukraine.crimea"
    assert seen.page.locator("button.cell[tabindex='0']").count() == 1

    seen.page.keyboard.press("Enter")

    seen.page.get_by_role("dialog").get_by_text("15-year consultation period").wait_for()


def test_another_day_shows_another_matrix(opened: Open) -> None:
    """Stepping the day back changes what is known, and the address with it."""
    seen = opened()
    before = seen.matrix()

    slider = seen.page.get_by_role("slider")
    slider.focus()
    for _ in range(6):
        slider.press("ArrowLeft")
    seen.page.wait_for_url("**day=**")
    seen.settle()

    assert seen.matrix() != before
    assert "as of" in seen.page.get_by_role("slider").get_attribute("aria-label").lower()


def test_a_link_shows_the_same_view_again(opened: Open) -> None:
    """Reloading the address, or opening it elsewhere, gives the same matrix."""
    seen = opened("?day=2022-03-29&parties=russia,turkey,ukraine&issues=crimea,leaders_meeting")
    first = seen.matrix()

    seen.page.reload()
    seen.settle()

    assert seen.matrix() == first
    assert opened(seen.page.url.rsplit("/", 1)[1]).matrix() == first
    assert "Turkey" in first
    assert "Neutrality" not in first


def test_a_chosen_party_is_in_the_address_and_back_takes_it_out(opened: Open) -> None:
    """Choosing changes matrix and address; the back button undoes both."""
    seen = opened()
    seen.matrix()

    seen.page.get_by_test_id("stSidebar").get_by_text("Turkey", exact=True).click()
    seen.page.wait_for_url("**parties=**")
    seen.settle()

    assert "Turkey" in seen.matrix()

    seen.page.go_back()
    seen.settle()
    seen.page.wait_for_timeout(500)

    assert "Turkey" not in seen.matrix()


def test_a_grouping_unfolds_into_its_members(opened: Open) -> None:
    """One click shows the members that spoke and names those that did not."""
    seen = opened()

    seen.page.get_by_role("button", name="show 8 members").click()
    seen.page.get_by_role("button", name="fold members").wait_for()

    assert seen.cell("France, Ceasefire").is_visible()
    assert "unfolded=west" in seen.page.url


def test_the_view_stays_when_the_page_changes(opened: Open) -> None:
    """Day and parties go along from page to page."""
    seen = opened("?day=2022-03-29&parties=russia,ukraine")

    seen.page.get_by_test_id("stSidebar").get_by_role("link", name="Gaps").click()
    seen.page.wait_for_url("**/gaps?**")
    seen.settle()

    assert "day=2022-03-29" in seen.page.url
    assert "parties=russia%2Cukraine" in seen.page.url.replace(",", "%2C")
    assert "29 Mar 2022" in seen.page.get_by_test_id("stMain").inner_text()


def test_print_shows_the_matrix_and_no_furniture(opened: Open) -> None:
    """On paper there are title, matrix and footer, without sidebar and buttons."""
    seen = opened()

    seen.page.emulate_media(media="print")

    seen.cell("West, Ceasefire").wait_for()  # laid out again for paper, which takes a moment
    seen.page.get_by_role("heading", level=1).wait_for()
    seen.page.locator(".st-key-source_line").get_by_text("As of 5 Apr 2022").wait_for()
    assert not seen.page.get_by_test_id("stSidebar").is_visible()
    assert not seen.page.get_by_role("button", name="show 8 members").is_visible()


def test_heads_stay_in_sight_when_the_page_is_scrolled(opened: Open) -> None:
    """Whoever reads the last issue still sees whose column is whose, and the size of the gap."""
    seen = opened("?dossier=ukraine-2014-2026", height=440)
    seen.cell("Russia, Withdrawal of forces").scroll_into_view_if_needed()
    heads = seen.page.locator("thead th")

    for place in range(heads.count()):
        box = heads.nth(place).bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 5
        assert box["x"] + box["width"] <= 1280


def test_the_gaps_stay_in_sight_beside_many_columns(opened: Open) -> None:
    """With all members unfolded the matrix scrolls in its own frame; issue and gap are never cut."""
    seen = opened("?dossier=ukraine-2014-2026&unfolded=europe")
    frame = seen.page.locator(".scroll")
    frame.evaluate("frame => { frame.scrollLeft = 400 }")
    edge = frame.bounding_box()
    gaps = seen.page.locator("td.gap")

    assert edge is not None
    for place in range(gaps.count()):
        box = gaps.nth(place).bounding_box()
        assert box is not None
        assert edge["x"] < box["x"]
        assert box["x"] + box["width"] <= edge["x"] + edge["width"] + 1


def test_the_issues_sort_by_their_gap_and_back(opened: Open) -> None:
    """A click on the head of the gaps puts the widest first, another one the order of the issues."""
    seen = opened()
    seen.cell("Russia, Ceasefire").wait_for()
    names = seen.page.locator("button.issue")
    before = names.all_inner_texts()

    seen.page.get_by_role("button", name="Farthest apart").click()
    assert names.all_inner_texts() == ["Neutrality", "Ceasefire", "Crimea", "Donbas", "Security guarantees"]
    assert seen.page.locator("th[aria-sort=descending]").count() == 1

    seen.page.get_by_role("button", name="Farthest apart").click()
    assert names.all_inner_texts() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_look_differs_without_colour(opened: Open, scheme: str) -> None:
    """Edge, side, fill and type of a cell tell its look in grey print; two looks never coincide."""
    seen = opened("?dossier=ukraine-2014-2026&unfolded=europe&day=2025-12-01", scheme=scheme)
    seen.cell("Russia, Ceasefire").wait_for()
    drawn = seen.page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')].flatMap(host => host.shadowRoot
             ? [...host.shadowRoot.querySelectorAll('button.cell')].map(cell => {
               const box = getComputedStyle(cell), title = getComputedStyle(cell.querySelector('.title'))
               return [[cell.dataset.edge, cell.dataset.left, cell.dataset.fill, cell.className].join(),
                 [box.borderTopStyle, box.borderLeftStyle, box.borderLeftWidth, box.backgroundImage,
                  box.backgroundColor, title.fontWeight, title.fontStyle, title.color].join()]
             }) : [])"""
    )
    by_look: dict[str, set[str]] = {}
    for look, style in drawn:
        by_look.setdefault(look, set()).add(style)

    assert len(by_look) >= 6
    assert all(len(styles) == 1 for styles in by_look.values())
    assert len({style for styles in by_look.values() for style in styles}) == len(by_look)


def test_nothing_is_fetched_from_elsewhere(opened: Open, address: str) -> None:
    """The pages work without a network: every request goes to the app itself."""
    urls = [url for path in ("", "gaps", "evidence") for url in opened(path).requests]

    outside = [
        url for url in urls if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))
    ]
    assert outside == []


def test_an_issue_opens_from_its_row(opened: Open) -> None:
    """A click on the name of an issue leads to everything about it, on the same day."""
    seen = opened("?day=2022-03-29")

    seen.page.get_by_role("button", name="Crimea: all about this issue").click()
    seen.page.wait_for_url("**/issue?**")
    seen.settle()

    assert seen.page.get_by_test_id("stMain").get_by_text("Who holds Crimea").first.is_visible()
    assert "issue=crimea" in seen.page.url
    assert "day=2022-03-29" in seen.page.url


def test_the_link_to_the_view_can_be_copied(opened: Open) -> None:
    """One click puts the address of exactly this view on the clipboard."""
    seen = opened("?day=2022-03-29")
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    seen.page.get_by_role("button", name="Copy link to this view").click()
    seen.page.get_by_role("button", name="Copied").wait_for()

    assert seen.page.evaluate("navigator.clipboard.readText()") == seen.page.url


def test_members_unfold_on_every_page_that_compares(opened: Open) -> None:
    """The switch beside the parties unfolds a grouping on the page about an issue, too."""
    seen = opened("issue?issue=ceasefire")
    seen.page.locator(".svg-figure").first.wait_for()

    seen.page.get_by_test_id("stSidebar").get_by_text("Members of West").click()
    seen.page.wait_for_url("**unfolded=west**")

    seen.page.locator(".svg-figure .layout.wide").get_by_text("Germany").first.wait_for()
    assert "issue=ceasefire" in seen.page.url


def test_a_position_can_be_copied_from_its_drawer(opened: Open) -> None:
    """A cell leaves as one attributed sentence with its condition."""
    seen = opened("?cell=ukraine.crimea")
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    seen.page.get_by_role("button", name="Copy position as sentence").click()
    seen.page.get_by_role("button", name="Copied").wait_for()

    assert "only once there is a complete ceasefire" in seen.page.evaluate("navigator.clipboard.readText()")


def test_a_change_goes_along_to_the_next_page_at_once(opened: Open) -> None:
    """What was chosen last is not lost when the next click leads to another page."""
    seen = opened()
    seen.page.get_by_test_id("stSidebar").get_by_text("Turkey", exact=True).click()
    seen.page.wait_for_url("**parties=**")
    seen.settle()

    seen.page.get_by_test_id("stSidebar").get_by_role("link", name="Gaps").click()
    seen.page.wait_for_url("**/gaps?**")
    seen.settle()

    assert "turkey" in seen.page.url
    seen.page.locator(".svg-figure .layout.wide").get_by_text("Turkey").first.wait_for()
