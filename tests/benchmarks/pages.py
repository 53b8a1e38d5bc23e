"""Seconds and nodes of every page in a browser: `python -m tests.benchmarks.pages 38 38`.

Measured for a made-up table of so many parties and issues, once it was opened for the first time; beside
it the same for the bundled dossier.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from components.pages import PAGES
from tests.benchmarks.synthetic import write_square
from tests.browser.conftest import FLAGS, ROOT, SERVE, SETTLED, browser_program, started

_QUIET = 500  # milliseconds without a change of the page
NODES = """() => {
  const count = (root) => [...root.querySelectorAll('*')].reduce(
    (sum, one) => sum + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0), 0)
  return count(document)
}"""
_STILL = """quiet => new Promise(done => {
  let timer = setTimeout(done, quiet)
  new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, quiet) })
    .observe(document.body, { childList: true, subtree: true })
})"""


def main() -> None:
    """Measure the pages of a table of that size, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parties", type=int)
    parser.add_argument("issues", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        write_square(Path(made), parties=options.parties, issues=options.issues)
        with started([*SERVE, made], ROOT) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_program(), args=FLAGS)
            for dossier in ("synthetic", "istanbul-2022"):
                for page in PAGES:
                    query = f"{address}/{page.path if page is not PAGES[0] else ''}?dossier={dossier}"
                    seconds, nodes = settled(browser.new_page(), query)
                    sys.stdout.write(f"{dossier:14} {page.path:10} {seconds:6.1f} s {nodes:7} nodes\n")
                    sys.stdout.flush()


def settled(page: Any, address: str) -> tuple[float, int]:
    """Seconds until an address has run and nothing of it changes any more, and the nodes it then has."""
    page.set_default_timeout(120_000)
    page.set_viewport_size({"width": 1280, "height": 720})
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(SETTLED)
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
    page.evaluate(_STILL, _QUIET)
    seconds = time.perf_counter() - begun - _QUIET / 1000
    nodes = int(page.evaluate(NODES))
    page.close()
    return seconds, nodes


if __name__ == "__main__":
    main()
