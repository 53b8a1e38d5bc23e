"""What programs are answered beside what a reader sees: the same finding, and a feed of the same words."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from positions.reading.dossier import load_dossier
from tests.browser.conftest import ROOT, SERVE, _opener, started

_ATOM = "{http://www.w3.org/2005/Atom}"
_FETCHED = "async path => { const got = await fetch(path); return [got.status, await got.text()] }"
_JSON = "async path => (await fetch(path)).json()"
_VIEW = "dossier=training-strait"


def test_a_program_is_told_what_the_reader_sees(browser: Any) -> None:
    """Of one address the JSON has the title and the measure line of the page.

    The feed tells of statements that were said between the two days of the page of movement.
    """
    with started([*SERVE, "--api"], ROOT) as place:
        for opened in _opener(browser, place):
            seen = opened(f"movement?{_VIEW}")
            told = seen.page.evaluate(_JSON, f"/api/view?{_VIEW}")
            status, feed = seen.page.evaluate(_FETCHED, f"/api/feed.atom?{_VIEW}")
            entries = ElementTree.fromstring(feed).findall(f"{_ATOM}entry")
            said = {one.id: one for one in load_dossier("training-strait").statements}

            assert told["movement_finding"] == seen.page.locator("h1").inner_text()
            assert told["movement_measure"] in seen.page.locator("[data-testid=stMain]").inner_text()
            assert status == 200
            assert entries
            for entry in entries:
                statement = said[str(entry.findtext(f"{_ATOM}id")).split(":")[3]]
                assert told["since"] < str(statement.said_on) <= told["as_of"]
                assert entry.findtext(f"{_ATOM}summary")
