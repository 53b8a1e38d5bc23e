"""Where the command line begins: one command alone, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

import typer

from components.cli.serve import serve
from components.cli.terminal import prepare_terminal, refuse_blank


def main() -> None:
    """Run the command line and end the process with its exit code.

    The dashboard is opened without what the other commands need, which takes longer to read than it.
    """
    prepare_terminal()
    refuse_blank(sys.argv[1:])
    if sys.argv[1:2] == ["serve"]:
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command()(serve)
        alone(sys.argv[2:], prog_name="positions serve")
    else:
        import_module("components.cli.commands").app()
