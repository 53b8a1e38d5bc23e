"""Movement in a real browser: the two days, the record, the earlier day, a click on a mark."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Open, Opened

_TEXTS = """const found = []
  const walk = (root) => {
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) walk(one.shadowRoot)
    found.push(...root.querySelectorAll('.svg-figure text'))
  }
  walk(document)
  const boxes = found.map(text => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.width)"""
_OVERLAPPING = f"""() => {{ {_TEXTS}
  return boxes.flatMap(([name, a], place) => boxes.slice(place + 1).filter(([, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4).map(([other]) => name + ' | ' + other))
}}"""
_CUT = f"""() => {{ {_TEXTS}
  return boxes.filter(([, box]) => box.left < 0 || box.right > innerWidth).map(([name]) => name)
}}"""
_EVERYBODY = (
    "movement?parties=russia,turkey,ukraine,west&unfolded=west&issues=neutrality,ceasefire,leaders_meeting"
)
_LONG = "movement?dossier=ukraine-2014-2026"
_SIZES = [(1280, 720), (1600, 900), (768, 1024), (390, 844)]


def drawn(seen: Opened) -> Opened:
    """The page once its figures are there."""
    seen.page.locator(".svg-figure text:visible").first.wait_for()
    seen.page.wait_for_timeout(300)
    return seen


def part(seen: Opened, key: str) -> Any:
    """The two days ("arrows") or the record over time, as the page's width shows them."""
    return seen.page.locator(f".st-key-{key} .layout:visible")


def record(seen: Opened) -> Any:
    """The record over time."""
    return part(seen, "record")


@pytest.mark.parametrize("path", ["movement", _EVERYBODY, _LONG])
@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_no_label_is_cut_or_covers_another(opened: Open, path: str, width: int, height: int) -> None:
    """Every text lies inside its figure and off every other, on a desk and on a phone."""
    seen = drawn(opened(path, width=width, height=height))

    assert seen.page.evaluate(_CUT) == []
    assert seen.page.evaluate(_OVERLAPPING) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.errors == []


@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_each_drawing_is_shown_once(opened: Open, width: int, height: int) -> None:
    """Of the wide and the narrow record the one that fits is seen, and the other is not."""
    seen = drawn(opened("movement", width=width, height=height))

    kinds = {"wide", "narrow"}
    for key in ("arrows", "record"):
        seen_kinds = [set(one.get_attribute("class").split()) & kinds for one in part(seen, key).all()]
        assert len(seen_kinds) > 2
        assert all(one == seen_kinds[0] for one in seen_kinds)


@pytest.mark.parametrize("path", ["movement", _LONG])
def test_the_two_days_are_in_sight_at_first(opened: Open, path: str) -> None:
    """On a small desk both dates and the rows of whoever moved first stand on the first screen."""
    seen = drawn(opened(path, width=1280, height=720))
    moved = part(seen, "arrows").locator("[data-name=moved]").first.bounding_box()
    days = part(seen, "arrows").locator("[data-name=days]").first.bounding_box()

    assert moved is not None
    assert days is not None
    assert 0 < days["y"] < moved["y"] < moved["y"] + moved["height"] < 720


def test_the_axis_stays_in_sight_while_the_record_is_read(opened: Open) -> None:
    """Scrolled to its last issue, the record still shows the days."""
    seen = drawn(opened(_LONG, width=1280, height=720))
    record(seen).last.scroll_into_view_if_needed()
    seen.page.wait_for_timeout(200)
    day = record(seen).first.locator("text", has_text="24 Jun 2026").last.bounding_box()

    assert day is not None
    assert 0 <= day["y"] < 720


def test_pointing_at_a_party_fades_the_others(opened: Open) -> None:
    """The lines of whoever is pointed at stay, and all come back when the pointer leaves."""
    seen = drawn(opened("movement?issues=ceasefire", height=1200))
    name = record(seen).locator("[data-column=russia][data-name=name]")
    name.hover()

    assert record(seen).locator("[data-column=ukraine].faded").count() > 0
    assert record(seen).locator("[data-column=russia].faded").count() == 0

    seen.page.get_by_role("heading", level=1).hover()

    assert record(seen).locator(".faded").count() == 0


def test_the_sheet_names_every_line_that_has_not_ended(opened: Open) -> None:
    """Parties are named at their lines, members with their grouping, the silent below."""
    texts = " ".join(record(drawn(opened("movement"))).locator("text").all_text_contents())

    assert "Ukraine" in texts
    assert "France (West)" in texts
    assert "Not stated: West" in texts


def test_another_earlier_day_changes_title_table_and_address(opened: Open) -> None:
    """The earlier day is part of the view: choosing it tells another story, and a reload keeps it."""
    seen = drawn(opened("movement"))
    first = seen.page.get_by_role("heading", level=1).inner_text()

    seen.page.get_by_label("Compared with").click()
    seen.page.get_by_role("option", name="29 Mar 2022").click()
    seen.page.wait_for_url("**since=2022-03-29**")
    seen.settle()
    second = seen.page.get_by_role("heading", level=1).inner_text()

    assert first == "Russia moved 1 step on the ceasefire"
    assert second == "No firm move; first on record: Russia on Crimea, and 2 more"
    assert part(seen, "arrows").locator("text", has_text="covers other steps").first.is_visible()

    seen.page.reload()
    drawn(seen)

    assert seen.page.get_by_role("heading", level=1).inner_text() == second
    assert part(seen, "arrows").locator("text", has_text="covers other steps").first.is_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_a_click_on_a_mark_opens_its_evidence_as_of_that_day(opened: Open, width: int, height: int) -> None:
    """The drawer shows what was known on the day of the mark; the same mark opens it twice."""
    seen = drawn(opened("movement?issues=ceasefire&parties=russia", width=width, height=height))

    for _ in range(2):
        record(seen).locator(".reach.opens").first.click()
        drawer = seen.page.get_by_role("dialog")
        drawer.get_by_text("What sets the cell").wait_for()

        assert "As of 3 Mar 2022" in drawer.inner_text()
        assert "cell=russia.ceasefire" in seen.page.url

        seen.page.keyboard.press("Escape")
        drawer.wait_for(state="hidden")
        seen.page.wait_for_url(lambda url: "cell=" not in url)
        drawn(seen).settle()


def test_hover_tells_who_day_step_and_words(opened: Open) -> None:
    """Pointing at a mark shows who said it, when, the step in words and the phrase."""
    seen = drawn(opened("movement?issues=crimea&parties=ukraine", height=1400))

    record(seen).locator(".reach.opens").first.hover()
    words = seen.page.locator(".tip.shown").text_content()

    assert "29 Mar 2022" in words
    assert "Deferred; no force" in words
    assert "“" in words


def test_other_words_of_one_side_open_with_both_phrases(opened: Open) -> None:
    """A reader opens the list below the changes; each pair has both phrases, and the days can be chosen."""
    seen = drawn(opened("movement", width=390, height=844))
    seen.unfold("Same side, other words")
    seen.page.get_by_text("3 pairs of statements within 90 days").wait_for()
    text = seen.page.inner_text("body")

    assert "“a potential temporary ceasefire”, in Second-round report" in text
    assert "“will complete the special military operation task in any case”" in text
    assert "on the same day; holds in 2 of 2 codings that place both. One: " in text
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert seen.errors == []


def test_marks_that_would_lie_on_each_other_are_one_with_their_number(opened: Open) -> None:
    """Dense years: the number stands at the mark, which says what each of them is, and opens the last."""
    seen = drawn(opened("movement?dossier=ukraine-2014-2026&day=2026-06-24"))
    count = record(seen).locator("[data-name=count]").first
    count.scroll_into_view_if_needed()
    marks = int(count.text_content())
    place = count.bounding_box()
    points = record(seen).nth(1).locator(".reach.opens")
    boxes = [one.bounding_box() for one in points.all()]
    middle = place["x"] + place["width"] / 2
    near = [at for at, box in enumerate(boxes) if box and abs(box["x"] + box["width"] / 2 - middle) < 1]
    told = []
    for at in near:
        points.nth(at).hover(force=True)
        told.append(seen.page.locator(".tip.shown").text_content())

    assert marks > 1
    assert any(words.startswith(f"{marks} marks") for words in told)
    assert seen.errors == []


def test_a_figure_is_drawn_for_the_width_at_hand_and_statements_stand_below_their_heads(
    opened: Open,
) -> None:
    """What only a phone shows is drawn when the page is as narrow; kinds of change are heads of columns."""
    seen = drawn(opened("movement"))
    narrow = seen.page.locator(".st-key-record .layout.narrow text")
    columns = seen.page.locator(".columns:has(> div + div)").first.locator("> div")
    beside = [one.bounding_box() for one in columns.all()]
    before = narrow.count()
    seen.page.set_viewport_size({"width": 390, "height": 844})
    narrow.first.wait_for()
    below = [one.bounding_box() for one in columns.all()]

    assert before == 0
    assert seen.page.get_by_role("heading", name="First on record · 7 positions", level=3).is_visible()
    assert seen.page.locator(".part h4").count() > 5
    assert beside[0]["y"] == beside[1]["y"]
    assert beside[0]["x"] < beside[1]["x"]
    assert below[0]["y"] < below[1]["y"]
    assert below[0]["x"] == below[1]["x"]
