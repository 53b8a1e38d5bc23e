"""A folder that readers may change, in a browser: a disagreement decided, a party renamed, both saved."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from positions.reading.dossier import dossier_folder
from tests.browser.conftest import ROOT, SERVE, Opened, _opener, started


def renamed(seen: Opened) -> None:
    """Write another name into the first row of the table of parties, as a reader does: by keys."""
    table = seen.page.get_by_test_id("stDataFrameResizable").last
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    seen.page.mouse.click(box["x"] + 190, box["y"] + 52)
    seen.page.keyboard.press("Enter")
    field = seen.page.locator(".gdg-input")
    field.wait_for()
    field.fill("Northern Land")
    seen.page.keyboard.press("Enter")
    seen.settle()


def test_a_decision_and_a_table_are_saved(browser: Any, tmp_path: Path) -> None:
    """The page says what differs, and the folder has both with their reasons."""
    folder = Path(shutil.copytree(dossier_folder("training-strait"), tmp_path / "case"))
    with started([*SERVE, str(folder), "--edit"], ROOT) as place:
        pages = _opener(browser, place)
        seen = next(pages)("your-data")
        page = seen.page
        page.get_by_role("button", name="Edit this dossier").click()
        page.get_by_text("Reconcile two codings").click()
        page.get_by_text("as b", exact=True).click()
        page.get_by_label("Why this and not the other").fill("Reports are named.")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Keep this decision").click()
        page.get_by_text("3 disagreements of a and b still to be decided.").wait_for()
        page.get_by_text("Edit parties, speakers, issues and sources").click()
        seen.settle()
        renamed(seen)
        page.get_by_role("button", name="Check and keep").last.click()
        page.get_by_label("Why", exact=True).fill("its name in the papers")
        page.get_by_label("Who changed it").fill("AB")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Save to the folder").click()
        page.get_by_text("Nothing differs from the folder.").wait_for()

        log = (folder / "changes.csv").read_text(encoding="utf-8")
        assert ",AB,Parties: northland,name,Northland,Northern Land,its name in the papers" in log
        assert ",AB,courier-2,step_high,4,3,a: 3–4; b: 3. Reports are named." in log
        assert "    name: Northern Land\n" in (folder / "dossier.yaml").read_text(encoding="utf-8")
        assert not seen.errors
        next(pages, None)
