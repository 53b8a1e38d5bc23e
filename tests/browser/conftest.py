"""Starts the app once and a browser once, and opens pages that have come to rest."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SERVE = [sys.executable, "-c", "from components.cli.entry import main; main()", "serve"]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
]
_FOCUSED = """() => {
  let found = document.activeElement
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement
  return found?.getAttribute('data-id') ?? null
}"""
_CUT_LABELS = """() => [...document.querySelectorAll('.js-plotly-plot, .svg-figure .layout')]
  .flatMap(plot => {
  const frame = plot.getBoundingClientRect()
  return [...plot.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect()
    return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
  }).map(text => text.textContent)
})"""
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"
# Before its first run the app counts as not running too, and an element whose code is still on its way has
# a placeholder for 0.3 s at least; at rest is a page with something drawn and no placeholder, which stays so.
_AT_REST = """settled => new Promise((rested, failed) => {
  const drawn = () => document.querySelector(settled)
    && document.querySelector('[data-testid=stMain] [data-testid=stElementContainer]')
    && !document.querySelector('[data-testid=stSkeleton]')
  let quiet
  const wait = () => {
    clearTimeout(quiet)
    quiet = setTimeout(() => drawn() ? end(rested) : wait(), 350)
  }
  const watch = new MutationObserver(wait)
  const late = setTimeout(() => end(() => failed(new Error('no rest within 20 s'))), 20000)
  const end = then => { watch.disconnect(); clearTimeout(quiet); clearTimeout(late); then() }
  watch.observe(document.body, {subtree: true, childList: true, characterData: true})
  wait()
})"""


def browser_program() -> str | None:
    """The browser that BROWSER_PATH names, or the first one on the search path."""
    named = os.environ.get("BROWSER_PATH")
    return named or next((found for name in _NAMES if (found := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Opened:
    """A page at rest, with every request it made and every error it threw."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until the script has run and the page has been drawn and stays as it is."""
        self.page.evaluate("document.fonts.ready")
        self.page.evaluate(_AT_REST, SETTLED)

    def unfold(self, words: str) -> None:
        """Open the fold whose head has these words, and wait until it is open and has stopped moving."""
        fold = self.page.locator("details").filter(has=self.page.locator("summary", has_text=words))
        fold.locator("summary").first.click()
        fold.and_(self.page.locator("[open]")).wait_for()
        self.settle()

    def cell(self, name: str) -> Any:
        """The matrix cell whose label begins so: "Ukraine, Crimea"."""
        return self.page.get_by_role("button", name=name)

    def cut_labels(self) -> list[str]:
        """Texts of charts that stand out of their figure."""
        return list(self.page.evaluate(_CUT_LABELS))

    def focused(self) -> str | None:
        """The id of the cell that has the focus, also inside a component; None for anything else."""
        return self.page.evaluate(_FOCUSED)  # type: ignore[no-any-return]

    def matrix(self) -> str:
        """All text of the matrix."""
        self.page.locator("table button.cell").first.wait_for()
        return str(self.page.locator("table").first.inner_text())


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def program() -> str:
    """The browser to drive; skips, with the reason, when there is none and none is required."""
    found = browser_program()
    if found:
        return found
    reason = "no Chromium or Chrome on this machine and BROWSER_PATH is not set"
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(program: str) -> Iterator[Any]:
    """One browser for the whole run; its pages share a cache, each is a session of its own."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        context = running.new_context(locale="en-GB", timezone_id="UTC")
        context.set_default_timeout(20_000)
        yield context
        running.close()


@pytest.fixture(scope="session")
def address(program: str) -> Iterator[str]:
    """Where the app listens, started as its README says, on a free port."""
    with started(SERVE, ROOT) as place:
        yield place


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Open]:
    """A function that opens a path of the app: `opened("gaps?day=2022-03-29", width=390)`."""
    yield from _opener(browser, address)


@pytest.fixture
def opened_small(browser: Any, small_folder: Path) -> Iterator[Open]:
    """The same for the small fictional dossier, with the texts that belong to it."""
    with started([*SERVE, str(small_folder)], ROOT) as place:
        yield from _opener(browser, place)


def _opener(browser: Any, address: str) -> Iterator[Open]:
    pages = []

    def open_path(path: str = "", *, width: int = 1280, height: int = 720, scheme: str = "light") -> Opened:
        made = Opened(browser.new_page())
        pages.append(made.page)
        made.page.set_viewport_size({"width": width, "height": height})
        made.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        made.page.on("request", lambda request: made.requests.append(request.url))
        made.page.on("pageerror", lambda error: made.errors.append(str(error)))
        made.page.goto(f"{address}/{path}")
        made.settle()
        return made

    yield open_path
    for page in pages:
        page.close()


class started:  # noqa: N801 - reads as a word: `with started(command, folder) as address`
    """A server process that listens on a free port, ended with all its children at the end."""

    def __init__(self, command: list[str], folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.command = [*command, f"--port={self.port}"]
        self.folder = folder

    def __enter__(self) -> str:
        self.process = subprocess.Popen(
            self.command,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        address = f"http://127.0.0.1:{self.port}"
        for _ in range(150):
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                    return address
            except OSError:
                time.sleep(0.2)
        self.__exit__()
        raise TimeoutError(f"{' '.join(self.command)} did not answer within 30 s")

    def __exit__(self, *_: object) -> None:
        os.killpg(self.process.pid, 15)
        self.process.wait(timeout=15)
