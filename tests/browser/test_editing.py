"""A folder that readers may change, in a browser: written, left, found again, and saved beside another."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from positions.reading.dossier import dossier_folder
from tests.browser.conftest import ROOT, SERVE, Opened, _opener, started

ASKED = """() => {
  const leaving = new Event('beforeunload', {cancelable: true})
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}"""

UNCHANGED = re.compile(r"^Read again at \d\d:\d\d: nothing has changed in the folder since \d\d:\d\d\.$")

# The table takes over what is written a frame after the letter, sooner than a hand reaches Enter.
TWO_FRAMES = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
# What the table draws is told beside it for those who hear it: a cell is chosen when it says so there.
FIRST_NAME = "[data-testid='glide-cell-3-0']"


def renamed(seen: Opened, name: str) -> None:
    """Write another name into the first row of the table of parties, as a reader does: by keys."""
    table = seen.page.get_by_test_id("stDataFrameResizable").last
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    seen.page.mouse.click(box["x"] + 230, box["y"] + 52)
    table.locator(f"{FIRST_NAME}[aria-selected='true']").wait_for(state="attached")
    seen.page.keyboard.press("Enter")
    field = seen.page.locator(".gdg-input")
    field.wait_for()
    field.fill(name)
    seen.page.evaluate(TWO_FRAMES)
    seen.page.keyboard.press("Enter")
    table.locator(f"{FIRST_NAME}:text-is('{name}')").wait_for(state="attached")
    seen.settle()


def left_and_back(seen: Opened) -> None:
    """Go to another page and come back."""
    for page in ("Sources", "Your data"):
        seen.page.get_by_role("link", name=page, exact=True).click()
        seen.settle()


def test_a_decision_and_a_table_are_saved(browser: Any, tmp_path: Path) -> None:
    """A fault is told at the table, the draft stays, and of two versions the folder has the one chosen.

    Reading the folder again says in one line that nothing has changed.
    """
    folder = Path(shutil.copytree(dossier_folder("training-strait"), tmp_path / "case"))
    described = folder / "dossier.yaml"
    with started([*SERVE, str(folder), "--edit"], ROOT) as place:
        pages = _opener(browser, place)
        seen = next(pages)("your-data")
        page = seen.page
        page.get_by_role("button", name="Edit this dossier").click()
        page.get_by_text("Reconcile two codings").click()
        page.get_by_text("as b", exact=True).click()
        page.get_by_text("Still to be given: why this and not the other.").wait_for()
        page.get_by_label("Why this and not the other").fill("Reports are named.")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Keep this decision").click()
        page.get_by_text("3 disagreements of a and b still to be decided.").wait_for()
        seen.unfold("Edit parties, speakers, issues and sources")
        renamed(seen, "")
        page.get_by_text("1 fault; nothing is kept yet.").wait_for()
        left_and_back(seen)
        page.get_by_text("Written and not kept yet: Parties.").wait_for()
        assert page.evaluate(ASKED)
        renamed(seen, "Northern Land")
        page.get_by_role("button", name="Keep these changes").click()
        page.get_by_label("Why", exact=True).fill("its name in the papers")
        page.keyboard.press("Tab")
        page.get_by_text("Still to be given: who changed it.").wait_for()
        page.get_by_label("Who changed it").fill("AB")
        page.keyboard.press("Tab")
        old = described.read_text(encoding="utf-8")
        described.write_text(old.replace("name: Northland\n", "name: Norland\n", 1), encoding="utf-8")
        page.get_by_role("button", name="Save to the folder").click()
        page.get_by_text("keep what another saved: Norland").wait_for()
        page.get_by_role("button", name="Read the folder again").click()
        page.get_by_text(UNCHANGED).wait_for()
        page.get_by_text("keep yours: Northern Land").click()
        page.get_by_role("button", name="Save to the folder").click()
        page.get_by_text("Nothing differs from the folder.").wait_for()
        seen.settle()

        assert not page.evaluate(ASKED)
        log = (folder / "changes.csv").read_text(encoding="utf-8")
        told = "kept over what another had saved meanwhile; its name in the papers"
        assert f",AB,Parties: northland,name,Norland,Northern Land,{told}" in log
        assert ",AB,courier-2,step_high,4,3,a: 3–4; b: 3. Reports are named." in log
        assert "    name: Northern Land\n" in described.read_text(encoding="utf-8")
        assert not seen.errors
        next(pages, None)
