"""The command that opens the dashboard: read plainly where it is plain, and by the whole reader where not."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import Any

import pytest

from components.cli import entry, opening, serve

ORDERS = (
    "",
    "istanbul-2022",
    "./a-folder/of.mine",
    "--port 8600",
    "istanbul-2022 --port 8600",
    "--port 8600 istanbul-2022",
    "--port=8600",
    "--api",
    "istanbul-2022 --address 0.0.0.0 --processes 2",
)


def opened_by(monkeypatch: pytest.MonkeyPatch, words: list[str], *, plain: bool) -> dict[str, Any]:
    """What an order opens, read plainly where it can be, or by the reader of all options."""
    found: list[dict[str, Any]] = []
    usual = {"port": opening.PORT, "address": opening.ADDRESS, "processes": 1, "edit": False, "api": False}

    def keep(dossier: str = "", **options: Any) -> None:
        found.append({"dossier": dossier, **usual, **options})

    monkeypatch.setattr(sys, "argv", ["positions", "serve", *words])
    monkeypatch.setattr(entry, "open_dashboard", keep)
    monkeypatch.setattr(serve, "open_dashboard", keep)
    if not plain:
        monkeypatch.setattr(entry, "plain_options", lambda _: None)
    # The reader of all options ends the process; nothing is found where it ends it too early.
    with suppress(SystemExit):
        entry.main()
    return found[0]


@pytest.mark.parametrize("order", ORDERS)
def test_a_plain_order_is_read_as_any_other(monkeypatch: pytest.MonkeyPatch, order: str) -> None:
    """Whichever way an order is read, it opens the same dossier at the same address."""
    ways = [opened_by(monkeypatch, order.split(), plain=plain) for plain in (True, False)]

    assert ways[0] == ways[1]


@pytest.mark.parametrize(
    "order", ["--help", "--port", "--port 0", "--port 70000", "--port x", "a b", "--port ²"]
)
def test_what_is_not_plain_is_left_to_the_reader_of_all_options(order: str) -> None:
    """Help and faults are told by one reader alone."""
    assert opening.plain_options(order.split()) is None


def test_the_dashboard_is_opened_without_what_describes_commands() -> None:
    """Neither the reader of options nor what draws tables in a terminal is read for a plain order."""
    script = (
        "import sys; sys.argv = ['positions', 'serve', '--port', '8600']\n"
        "from components.cli import entry\n"
        "entry.open_dashboard = lambda **_: print(sorted({'typer', 'rich', 'pandas'} & set(sys.modules)))\n"
        "entry.main()"
    )
    read = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert read.stdout.strip() == "[]"
