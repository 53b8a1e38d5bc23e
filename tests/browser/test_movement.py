"""Movement in a real browser: the sheet, its labels, the earlier day, a click on a mark."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open, Opened

_OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll('.annotation-text, .xtick text')]
    .map(text => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width)
  return boxes.flatMap(([name, a], place) => boxes.slice(place + 1).filter(([, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4).map(([other]) => name + ' | ' + other))
}"""
_EVERYBODY = (
    "movement?parties=russia,turkey,ukraine,west&unfolded=west&issues=neutrality,ceasefire,leaders_meeting"
)


def drawn(seen: Opened) -> Opened:
    """The page once its sheet is there."""
    seen.page.locator(".js-plotly-plot .annotation-text").first.wait_for()
    seen.page.wait_for_timeout(400)
    return seen


@pytest.mark.parametrize("path", ["movement", _EVERYBODY])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_no_label_is_cut_or_covers_another(opened: Open, path: str, width: int, height: int) -> None:
    """Every text lies inside the figure and off every other, on a desk and on a phone."""
    seen = drawn(opened(path, width=width, height=height))

    assert seen.cut_labels() == []
    assert seen.page.evaluate(_OVERLAPPING) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.errors == []


def test_the_sheet_names_every_side_at_its_line(opened: Open) -> None:
    """Parties are named beside their lines, a grouping with how many of its members count."""
    texts = drawn(opened("movement")).page.locator(".js-plotly-plot").inner_text()

    assert "Ukraine" in texts
    assert "West (2 of 8)" in texts
    assert "Not stated: West (0 of 8)" in texts


def test_another_earlier_day_changes_title_table_and_address(opened: Open) -> None:
    """The earlier day is part of the view: choosing it tells another story, and a reload keeps it."""
    seen = drawn(opened("movement"))
    first = seen.page.get_by_role("heading", level=1).inner_text()

    seen.page.get_by_label("Compared with").click()
    seen.page.get_by_role("option", name="29 Mar 2022").click()
    seen.page.wait_for_url("**since=2022-03-29**")
    seen.settle()
    second = seen.page.get_by_role("heading", level=1).inner_text()

    assert first.startswith("Between 3 Mar and 5 Apr 2022")
    assert second.startswith("Between 29 Mar and 5 Apr 2022")
    assert seen.page.get_by_role("cell", name="moved by 0.5 steps").is_visible()

    seen.page.reload()
    drawn(seen)

    assert seen.page.get_by_role("heading", level=1).inner_text() == second
    assert seen.page.get_by_role("cell", name="moved by 0.5 steps").is_visible()


def test_a_click_on_a_mark_opens_its_evidence_as_of_that_day(opened: Open) -> None:
    """The drawer shows what was known on the day of the mark; the same mark opens it twice."""
    seen = drawn(opened("movement?issues=ceasefire&parties=russia", height=900))

    for _ in range(2):
        seen.page.locator(".js-plotly-plot .scatterlayer .point").first.click(force=True)
        drawer = seen.page.get_by_role("dialog")
        drawer.get_by_text("What the position rests on").wait_for()

        assert "As of 3 Mar 2022" in drawer.inner_text()
        assert "cell=russia.ceasefire" in seen.page.url

        seen.page.keyboard.press("Escape")
        drawer.wait_for(state="hidden")
        seen.page.wait_for_url(lambda url: "cell=" not in url)
        drawn(seen).settle()


def test_hover_tells_who_day_step_and_words(opened: Open) -> None:
    """Pointing at a mark shows who said it, when, the step in words and the phrase."""
    seen = drawn(opened("movement?issues=crimea&parties=ukraine", height=900))

    box = seen.page.locator(".js-plotly-plot .scatterlayer .point").first.bounding_box()
    seen.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    hover = seen.page.locator(".hoverlayer .hovertext")
    hover.wait_for()

    words = hover.text_content()
    assert "29 Mar 2022" in words
    assert "Step 2: Status deferred" in words
    assert "“" in words
