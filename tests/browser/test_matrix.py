"""The matrix as a reader meets it: what fits, what stays in sight, keys, forced colours, words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Open

_LONG = "?dossier=ukraine-2014-2026"
_SIX = f"{_LONG}&parties=china,europe,russia,turkey,ukraine,us"
# The text nodes of the page in <font> elements, as browsers' translators leave them.
_TRANSLATE = """() => {
  const page = document.querySelector('[data-testid=stMain]')
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) if (walker.currentNode.nodeValue.trim()) texts.push(walker.currentNode)
  for (const text of texts) {
    const font = document.createElement('font')
    text.replaceWith(font)
    font.textContent = text.nodeValue
  }
  return texts.length
}"""


def style(cell: Any, *names: str) -> tuple[str, ...]:
    """Some computed styles of an element."""
    read = "(cell, names) => names.map(name => getComputedStyle(cell)[name])"
    return tuple(cell.evaluate(read, list(names)))


@pytest.mark.parametrize("path", ["", _LONG])
def test_the_landing_view_stands_on_one_screen(opened: Open, path: str) -> None:
    """Every row of it, six in the longer record, is seen whole at 1280 x 720 without scrolling."""
    seen = opened(path)
    seen.cell("Russia, Ceasefire").wait_for()
    rows = seen.page.locator("tbody tr")

    assert rows.count() == (6 if path else 5)
    for place in range(rows.count()):
        box = rows.nth(place).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 720


def test_a_doubt_is_told_in_every_cell_and_what_has_no_room_is_counted(opened: Open) -> None:
    """A range in doubt never stands without it; no row grows by an aside, and a wide screen has them all."""
    seen = opened(_LONG)
    seen.cell("Russia, Ceasefire").wait_for()
    doubted = seen.page.locator("button.cell", has=seen.page.locator(".strip [data-kind=doubt]"))
    cells = seen.page.locator("button.cell", has=seen.page.locator(".aside"))
    shown = [cells.nth(place).locator(".aside").first.is_visible() for place in range(cells.count())]
    counts = [cells.nth(place).locator(".untold").is_visible() for place in range(cells.count())]

    assert doubted.count() > 5
    for told in doubted.all_inner_texts():
        assert any(one in told for one in ("coder unsure", "in doubt", "low confidence")), told
    assert any(shown)
    assert not all(shown)
    assert counts == [not one for one in shown]

    wide = opened(_LONG, width=1900)
    wide.cell("Russia, Ceasefire").wait_for()
    asides = wide.page.locator(".aside")
    assert all(asides.nth(place).is_visible() for place in range(asides.count()))


@pytest.mark.parametrize("width", [1280, 1600])
def test_six_columns_and_the_gap_fit_the_page(opened: Open, width: int) -> None:
    """Up to six columns nothing scrolls sideways, no word leaves its cell and no gap is cut."""
    seen = opened(_SIX, width=width)
    seen.cell("Ukraine, Crimea").wait_for()
    gaps = seen.page.locator(".gap")

    assert seen.page.locator("thead th").count() == 8
    assert seen.page.locator(".scroll.wide").count() == 0
    for place in range(gaps.count()):
        box = gaps.nth(place).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
    cells = seen.page.locator("button.cell")
    assert (
        cells.evaluate_all("cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).length")
        == 0
    )


def test_issues_stay_in_sight_beside_many_columns(opened: Open) -> None:
    """Scrolled sideways and down, the issue column and the heads stay where they are in the frame."""
    seen = opened(f"{_LONG}&unfolded=europe")
    frame = seen.page.locator(".scroll")
    frame.evaluate("frame => { frame.scrollLeft = 700; frame.scrollTop = 300 }")
    edge = frame.bounding_box()
    issue = seen.page.locator("tbody th").last.bounding_box()
    head = seen.page.locator("thead th").nth(9).bounding_box()

    assert edge is not None
    assert issue is not None
    assert head is not None
    assert abs(issue["x"] - edge["x"]) < 8
    assert abs(head["y"] - edge["y"]) < 8


def test_the_first_cell_is_three_keys_away(opened: Open) -> None:
    """Skip link, Enter, Tab: the first cell has the focus; arrows reach issues and heads from there."""
    seen = opened()
    seen.cell("Russia, Neutrality").wait_for()

    for key in ("Tab", "Enter", "Tab"):
        seen.page.keyboard.press(key)
    assert seen.focused() == "russia.neutrality"

    seen.page.keyboard.press("ArrowLeft")
    assert seen.focused() == "only.neutrality"
    seen.page.keyboard.press("ArrowLeft")
    assert seen.focused() == "issue.neutrality"
    seen.page.keyboard.press("ArrowUp")
    assert seen.focused() == "words"
    seen.page.keyboard.press("End")
    assert seen.focused() == "sort"


def test_enter_opens_and_escape_leads_back_to_the_cell(opened: Open) -> None:
    """Who works by keys never loses the place."""
    seen = opened()
    seen.cell("Ukraine, Ceasefire").focus()
    seen.page.keyboard.press("Enter")
    drawer = seen.page.get_by_role("dialog")
    drawer.get_by_text("What sets the cell").wait_for()

    seen.page.keyboard.press("Escape")
    drawer.wait_for(state="hidden")
    seen.settle()

    assert seen.focused() == "ukraine.ceasefire"
    assert "cell=" not in seen.page.url


@pytest.mark.parametrize("forced", ["none", "active"])
def test_focus_and_the_open_cell_look_different(opened: Open, forced: str) -> None:
    """A ring around the cell is the focus, a frame inside it says that its evidence is open."""
    seen = opened("?cell=ukraine.crimea")
    seen.page.emulate_media(forced_colors=forced)
    names = ("outlineStyle", "outlineColor", "boxShadow")
    chosen, other = (
        seen.page.locator("[data-id='ukraine.crimea']"),
        seen.page.locator("[data-id='russia.crimea']"),
    )
    plain = style(other, *names)
    pressed = style(chosen, *names)
    seen.page.keyboard.press("Escape")
    seen.page.get_by_role("dialog").wait_for(state="hidden")
    seen.settle()
    seen.page.keyboard.press("ArrowLeft")

    assert seen.focused() == "russia.crimea"
    assert len({plain, pressed, style(other, *names)}) == 3


def test_forced_colours_keep_what_the_marks_say(opened: Open) -> None:
    """Filled and empty blocks differ, in strips and gaps, and so do chosen and unchosen parties."""
    seen = opened(_LONG)
    seen.cell("Russia, Ceasefire").wait_for()
    seen.page.emulate_media(forced_colors="active")
    strip, bar = seen.page.locator(".strip i"), seen.page.locator("td.gap .bar i")
    pills = seen.page.get_by_test_id("stSidebar").get_by_test_id("stButtonGroup").first.get_by_role("button")
    names = ("backgroundColor", "backgroundImage", "borderTopWidth")

    kinds = {str(one.get_attribute("data-kind")): style(one, *names) for one in strip.all()}
    assert len(kinds) >= 4
    assert len(set(kinds.values())) == len(kinds)
    assert style(bar.nth(0), *names) != style(bar.nth(3), *names)
    by_choice = {str(one.get_attribute("aria-pressed")): style(one, *names) for one in pills.all()}
    assert by_choice["true"] != by_choice["false"]


def test_one_issue_can_be_shown_alone(opened: Open) -> None:
    """A click leaves the others out and is in the address; another brings back the landing view's."""
    seen = opened()
    seen.page.get_by_role("button", name="Crimea: only this issue").click()
    seen.page.wait_for_url("**issues=crimea**")
    seen.settle()

    assert seen.page.locator("button.issue").all_inner_texts() == ["Crimea"]

    seen.page.get_by_role("button", name="Crimea: all issues").click()
    seen.page.wait_for_url(lambda url: "issues=" not in url)
    seen.settle()

    assert seen.page.locator("tbody tr").count() == 5


def test_all_words_of_the_cells_are_one_click_away(opened: Open) -> None:
    """A tight cell says how many lines it leaves out; a click on the head shows them, another hides them."""
    seen = opened("?parties=russia,turkey,ukraine,west")
    cell = seen.cell("Russia, Ceasefire")
    words = cell.inner_text().split("\n")

    assert words[-3:] == [
        "+1 line",
        "Reduced in places",
        "29 Mar 2022 · Delegation · 2 sources",
    ]

    seen.page.get_by_role("button", name="show all words").click()
    assert "before that, 3 Mar 2022 · Kremlin: On until aims are met" in cell.inner_text()

    seen.page.get_by_role("button", name="show fewer words").click()
    assert cell.inner_text().split("\n") == words


def test_a_phone_keeps_what_the_heads_do(opened: Open) -> None:
    """Cells stand one below the other with their party; all words and the order by gap are still offered."""
    seen = opened(width=390, height=844)
    cell = seen.cell("Russia, Ceasefire")
    assert cell.inner_text().startswith("Russia")

    seen.page.get_by_role("button", name="show all words").click()
    seen.page.get_by_role("button", name="Farthest apart").click()

    assert "Kremlin: On until aims are met" in cell.inner_text()
    assert seen.page.locator("button.issue").all_inner_texts()[:2] == ["Neutrality", "Ceasefire"]
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_cells_with_room_say_what_else_is_current(opened: Open) -> None:
    """Three columns have room for other words, each with its day and speaker."""
    words = opened().cell("Russia, Ceasefire").inner_text().split("\n")

    assert words == [
        "Reduced in places",
        "29 Mar 2022 · Delegation · 2 sources",
        "before that, 3 Mar 2022 · Kremlin: On until aims are met",
    ]


@pytest.mark.parametrize("path", ["", "issue?issue=ceasefire"])
def test_a_translated_heading_still_follows_the_day(opened: Open, path: str) -> None:
    """A translator takes the text nodes of the page away; the finding of another day replaces them all."""
    seen = opened(path)
    heading = seen.page.get_by_test_id("stMain").get_by_role("heading", level=1)
    old = heading.inner_text()

    assert seen.page.evaluate(_TRANSLATE) >= 3
    slider = seen.page.get_by_role("slider")
    slider.focus()
    for _ in range(7):
        slider.press("ArrowLeft")
        seen.settle()
    seen.page.wait_for_url("**day=2022-03-03**")
    seen.settle()

    fresh = (
        opened(seen.page.url.split("/", 3)[3]).page.get_by_test_id("stMain").get_by_role("heading", level=1)
    )
    assert heading.all_inner_texts() == fresh.all_inner_texts()
    assert heading.inner_text() != old
    assert seen.errors == []


def test_a_link_copied_beside_open_evidence_opens_it_again(opened: Open) -> None:
    """The link in the drawer holds the cell whose evidence is shown."""
    seen = opened()
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.cell("Ukraine, Crimea").click()
    drawer = seen.page.get_by_role("dialog")
    drawer.get_by_role("button", name="Copy link to this evidence").click()
    drawer.get_by_role("button", name="Copied").wait_for()

    copied = str(seen.page.evaluate("navigator.clipboard.readText()"))
    assert "cell=ukraine.crimea" in copied
    again = opened(copied.split("/", 3)[3])
    again.page.get_by_role("dialog").get_by_text("15-year consultation period").wait_for()


def test_the_drawer_says_why_a_statement_leads(opened: Open) -> None:
    """Opened on demand: the rule, then what leads and what lost, in the width of a phone too."""
    for width in (1280, 390):
        seen = opened("?cell=russia.ceasefire", width=width)
        drawer = seen.page.get_by_role("dialog")
        drawer.get_by_text("Why this step").click()
        drawer.get_by_text("Older than the words that lead").wait_for()

        assert drawer.get_by_text("Dissent: said by one who speaks for himself").first.is_visible()
        assert drawer.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
