"""What programs are answered beside what a reader sees: the same finding, and a feed of the same words."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from typer.testing import CliRunner

from components.cli.commands import app
from positions.reading.dossier import load_dossier
from tests.browser.conftest import ROOT, SERVE, Open, _opener, started

_ATOM = "{http://www.w3.org/2005/Atom}"
_FETCHED = "async path => { const got = await fetch(path); return [got.status, await got.text()] }"
_JSON = "async path => (await fetch(path)).json()"
_VIEW = "dossier=training-strait"


def test_a_program_is_told_what_the_reader_sees(browser: Any) -> None:
    """Of one address the JSON has the title and the measure line of the page.

    The feed is linked on the page of movement, and tells of statements that were said between its two days.
    """
    with started([*SERVE, "--api"], ROOT) as place:
        for opened in _opener(browser, place):
            seen = opened(f"movement?{_VIEW}")
            told = seen.page.evaluate(_JSON, f"/api/view?{_VIEW}")
            link = seen.page.get_by_role("link", name="as a feed (Atom)").get_attribute("href")
            status, feed = seen.page.evaluate(_FETCHED, link)
            entries = ElementTree.fromstring(feed).findall(f"{_ATOM}entry")
            said = {one.id: one for one in load_dossier("training-strait").statements}

            assert told["movement_finding"] == seen.page.locator("h1").inner_text()
            assert told["movement_measure"] in seen.page.locator("[data-testid=stMain]").inner_text()
            assert status == 200
            assert _VIEW in link
            assert entries
            for entry in entries:
                statement = said[str(entry.findtext(f"{_ATOM}id")).split(":")[3]]
                assert told["since"] < str(statement.said_on) <= told["as_of"]
                assert entry.findtext(f"{_ATOM}summary")


def test_a_downloaded_report_can_be_checked(opened: Open, tmp_path: Path) -> None:
    """The manifest beside it says that it is as it was made, and after one more byte that it is not."""
    seen = opened(f"briefing?{_VIEW}&report=matrix&day=2031-06-12")
    with seen.page.expect_download() as arriving:
        seen.page.get_by_role("button", name="Pictures (PNG)").click()
    with zipfile.ZipFile(arriving.value.path()) as packed:
        packed.extractall(tmp_path)
    picture, *_ = sorted(tmp_path.glob("*.png"))
    (beside,) = tmp_path.glob("*.manifest.json")
    unchanged = CliRunner().invoke(app, ["check", str(picture)])
    picture.write_bytes(picture.read_bytes() + b" ")
    changed = CliRunner().invoke(app, ["check", str(picture)])

    assert picture.name in beside.read_text(encoding="utf-8")
    assert (unchanged.exit_code, changed.exit_code) == (0, 1)
    assert "File: unchanged." in unchanged.output
    assert "day=2031-06-12" in unchanged.output.replace("\n", "")
    assert "File: changed since it was made." in changed.output
