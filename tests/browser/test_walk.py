"""From the finding to the sentence in the source: one click for the evidence, one for the page."""

from __future__ import annotations

import re
from urllib.parse import unquote

from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.wording import issue_words
from positions.view import View
from tests.browser.conftest import Open
from tests.browser.test_sentence_links import page_of

_LONG = "ukraine-2014-2026"
_ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1|localhost)")
_IN_SIGHT = """words => new Promise(done => {
  const look = tries => {
    const line = [...document.querySelectorAll('p')].find(one => one.textContent.includes(words))
    const box = line?.getBoundingClientRect()
    const seen = Boolean(box) && scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight
    if (seen || tries === 0) done(seen); else setTimeout(look, 20, tries - 1)
  }
  look(50)
})"""


def test_two_clicks_lead_from_the_finding_to_the_sentence(opened: Open) -> None:
    """The side and the issue that the title names are a cell; its first link opens the page at the words.

    The page that answers stands in for the paper's: the phrase below more than two windows of nothing.
    """
    tables = Tables(load_dossier(_LONG), dossier_folder(_LONG))
    view = View(tables, default_selection(tables.dossier))
    farthest = view.farthest[0]
    side, issue = tables.names[farthest.pair[0]], tables.scales[farthest.issue]
    behind = view.cell(farthest.pair[0], farthest.issue).statements
    seen = opened(f"?dossier={_LONG}")
    assert side in seen.page.locator("h1").inner_text()
    assert issue_words(issue) in seen.page.locator("h1").inner_text()

    seen.cell(f"{side}, {issue.name}").click()  # one
    link = seen.page.get_by_role("dialog").locator("a[href*=':~:text=']").first
    address = str(link.get_attribute("href"))
    words = unquote(address.partition(":~:text=")[2])
    assert words in str(tables.by_id[behind[0]].phrase)
    context, paper = seen.page.context, page_of(f"Above.\n\n\n{words}\n\n\nBelow.").decode()
    context.route(_ELSEWHERE, lambda route: route.fulfill(body=paper, content_type="text/html"))
    try:
        with context.expect_page() as found:
            link.click()  # two
        page = found.value
        page.wait_for_load_state()
        assert page.evaluate(_IN_SIGHT, words)
        assert page.url.split("#")[0] == address.split("#", maxsplit=1)[0]
        page.close()
    finally:
        context.unroute(_ELSEWHERE)
