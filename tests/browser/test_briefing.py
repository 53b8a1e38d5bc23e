"""Briefings in a real browser: the handed-out HTML file, the page that hands out, a view alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from pptx import Presentation
from pypdf import PdfReader

from components.report.content import Briefing
from components.report.html.page import html
from positions.address import VIEWS as ALONE
from tests.browser.conftest import Open
from tests.components.report.handed_out import istanbul_briefing, small_briefing, wide_briefing

_BRIEFINGS: dict[str, Callable[[], Briefing]] = {
    "istanbul": istanbul_briefing,
    "small": small_briefing,
    "wide": wide_briefing,
}
_OUTSIDE = """() => [...document.querySelectorAll(
    'figure text, figcaption, h1, .cell b, .cell span, footer p')]
  .filter(one => { const box = one.getBoundingClientRect()
    return box.width && !one.closest('.scroll') && (box.left < -1 || box.right > innerWidth + 1) })
  .map(one => one.textContent)"""

_SIDEWAYS = """() => Math.max(0, ...[...document.querySelectorAll('html, [data-testid=stMain]')]
  .map(one => one.scrollWidth - one.clientWidth))"""
_BEYOND = """() => [...document.querySelectorAll('body *')].filter(one => {
  const box = one.getBoundingClientRect(), look = getComputedStyle(one)
  return one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && box.width > 1 && box.height > 1 && look.clipPath === 'none' && (one.tagName === 'IMG' || one.innerText)
    && (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerWidth * 9 / 16 + 1)
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A tab that remembers what it asked for."""
    made = browser.new_page()
    made.asked = []
    made.on("request", lambda request: made.asked.append(request.url))
    yield made
    made.close()


def shown(page: Any, name: str, folder: Path, width: int) -> Any:
    """The page with the briefing opened from a file at a width."""
    path = folder / f"{name}.html"
    path.write_bytes(html(_BRIEFINGS[name]()))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", _BRIEFINGS)
def test_no_barrier_and_nothing_fetched(page: Any, name: str, width: int, tmp_path: Path) -> None:
    """axe finds no fault of any weight, and the file asks for nothing but itself."""
    faults = Axe().run(shown(page, name, tmp_path, width)).response["violations"]

    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in faults] == []
    assert len(page.asked) == 1


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", _BRIEFINGS)
def test_nothing_runs_over_the_edge(page: Any, name: str, width: int, tmp_path: Path) -> None:
    """The page does not scroll sideways, and no text of a drawing is cut."""
    opened = shown(page, name, tmp_path, width)

    assert opened.evaluate("document.documentElement.scrollWidth") == width
    assert opened.evaluate(_OUTSIDE) == []


def test_a_note_is_one_key_away_and_leads_back(page: Any, tmp_path: Path) -> None:
    """Enter on the number of a note shows the statement, and its link the cell again."""
    opened = shown(page, "istanbul", tmp_path, 1280)
    opened.locator(".refs a").first.press("Enter")
    assert opened.locator(".notes li:target").count() == 1

    opened.locator(".notes li:target a").last.press("Enter")
    assert opened.locator("td:target").count() == 1


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_page_comes_to_rest(opened: Open, address: str, width: int, height: int) -> None:
    """No fault in the console, nothing asked of another machine, no sideways scroll, the sheet uncut."""
    seen = opened("briefing", width=width, height=height)
    picture = seen.page.locator(".st-key-sheet img")
    picture.wait_for()
    box, size = picture.bounding_box(), picture.evaluate("one => [one.naturalWidth, one.naturalHeight]")

    assert seen.errors == []
    assert [one for one in seen.requests if not one.startswith((address, "data:", "blob:"))] == []
    assert seen.page.evaluate(_SIDEWAYS) == 0
    assert size == [1920, 1080]
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.01)


def test_the_whole_sheet_is_in_sight(opened: Open) -> None:
    """A portrait page is shown whole, not cut by the window."""
    seen = opened("briefing", height=900)
    seen.page.get_by_role("combobox", name="Size").click()
    seen.page.get_by_role("option", name="A4 portrait").click()
    seen.settle()
    picture = seen.page.locator(".st-key-sheet img")
    picture.wait_for()
    seen.page.wait_for_function("document.querySelector('.st-key-sheet img').naturalHeight === 3508")

    assert picture.bounding_box()["height"] <= 900


def count(content: io.BytesIO, suffix: str) -> int:
    """How many pages, slides or pictures a file holds."""
    if suffix == ".pdf":
        return len(PdfReader(content).pages)
    if suffix == ".pptx":
        return len(Presentation(content).slides)
    if suffix == ".png.zip":
        *pictures, beside = zipfile.ZipFile(content).namelist()
        return len(pictures) if beside.endswith(".manifest.json") else 0
    return int(content.getvalue().startswith(b"\x89PNG"))


@pytest.mark.parametrize(
    ("report", "button", "suffix", "pages"),
    [
        ("page", "To print (PDF)", ".pdf", [1]),
        ("page", "Pictures (PNG)", ".png", [1]),
        ("slides", "Slides (PPTX)", ".pptx", [6]),
        ("slides", "Pictures (PNG)", ".png.zip", [6]),
        ("full", "To print (PDF)", ".pdf", range(8, 40)),
    ],
)
def test_one_click_brings_a_file_that_opens(
    opened: Open, report: str, button: str, suffix: str, pages: Sequence[int]
) -> None:
    """The file arrives under its own name, with the pages of the report that was chosen."""
    seen = opened(f"briefing?report={report}")
    with seen.page.expect_download() as arriving:
        seen.page.get_by_role("button", name=button).click()
    arrived = arriving.value

    assert arrived.suggested_filename.startswith("positions_istanbul-2022_")
    assert arrived.suggested_filename.endswith(suffix)
    assert count(io.BytesIO(Path(arrived.path()).read_bytes()), suffix) in pages
    assert seen.errors == []


@pytest.mark.parametrize("view", ALONE)
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720)])
def test_a_view_alone_fills_sixteen_to_nine(opened: Open, view: str, width: int, height: int) -> None:
    """No sidebar, header or button; the picture is the window to the pixel, and nothing stands outside."""
    seen = opened(f"?view={view}&unfolded=west&embed=true", width=width, height=height)
    picture = seen.page.locator(".st-key-still img")
    picture.wait_for()

    assert picture.bounding_box() == {"x": 0, "y": 0, "width": width, "height": height}
    assert seen.page.get_by_role("button").count() == 0
    assert not seen.page.get_by_test_id("stSidebar").is_visible()
    assert not seen.page.get_by_test_id("stHeader").is_visible()
    assert seen.page.evaluate(_BEYOND) == []
    assert picture.get_attribute("alt")
    assert f"view={view}" in seen.page.url
    assert "unfolded=west" in seen.page.url
    assert seen.errors == []


def test_a_view_alone_works_in_a_frame(opened: Open, address: str) -> None:
    """Another page can show the view in an iframe of its own size."""
    seen = opened("method")
    seen.page.set_content(
        f"<iframe src='{address}/?view=gaps' width='800' height='450' title='Gaps'></iframe>"
    )
    picture = seen.page.frame_locator("iframe").locator(".st-key-still img")
    picture.wait_for()

    assert picture.evaluate("one => one.getBoundingClientRect().toJSON()")["height"] == 450


_COPIED = """async () => {
  const [copied] = await navigator.clipboard.read()
  const text = async kind => (await copied.getType(kind)).text()
  return [await text('text/html'), await text('text/plain')]
}"""


def test_a_passage_is_copied_as_rich_text_and_as_markdown(opened: Open) -> None:
    """One click serves Word, which finds footnotes, and a wiki, which finds them in its own way."""
    seen = opened("briefing?day=2022-04-05")
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    seen.page.get_by_role("button", name="Copy with footnotes").click()
    seen.page.get_by_role("button", name="Copied").wait_for()
    html, text = seen.page.evaluate(_COPIED)

    assert "mso-footnote-id:ftn1" in html
    assert 'name="sdfootnote1anc"' in html
    assert text.startswith("## What each side says, as of 5 Apr 2022")
    assert "[^1]: Putin says that Ukraine's neutrality" in text
    assert not seen.errors


@pytest.mark.parametrize("width", [1280, 390])
def test_a_number_leads_to_its_note(opened: Open, width: int) -> None:
    """The list opens, and the note has the focus, also for the keyboard."""
    seen = opened("briefing?day=2022-04-05", width=width)
    number = seen.page.get_by_role("button", name="Note 2", exact=True)

    number.press("Enter")
    note = seen.page.locator("li#note-2")
    note.wait_for()

    assert note.evaluate("one => one.getRootNode().activeElement === one")
    assert "Medinsky says" in note.inner_text()
    assert seen.page.evaluate(_SIDEWAYS) == 0
