"""Where the command line begins: one command alone, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

from components.cli.opening import open_dashboard, plain_options
from components.cli.terminal import prepare_terminal, refuse_blank


def main() -> None:
    """Run the command line and end the process with its exit code.

    The dashboard is opened without what the other commands need, and where it is asked for as plainly as
    most do, without what reads and explains options: both take a third of the time in which it opens.
    """
    prepare_terminal()
    refuse_blank(sys.argv[1:])
    if sys.argv[1:2] != ["serve"]:
        import_module("components.cli.commands").app()
    elif (options := plain_options(sys.argv[2:])) is not None:
        open_dashboard(**options)
    else:
        import_module("components.cli.serve").serve_alone(sys.argv[2:])
