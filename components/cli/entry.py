"""Where the command line begins: one command alone, or all of them, in a terminal made ready for it."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from components.cli.opening import open_dashboard, plain_options
from components.cli.output import warn


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


def refuse_blank(words: Sequence[str]) -> None:
    """End the process with 2 if a word is blank, as a variable that was never set leaves one."""
    for before, word in zip(("", *words), words, strict=False):
        option, given, value = word.partition("=")
        if not word.strip() or (given and option.startswith("--") and not value.strip()):
            place = option if given else before
            warn(f"A blank word{f' after {place}' if place else ''}: give it a value, or leave it out.")
            sys.exit(2)


def prepare_terminal() -> None:
    """Print a question mark for a letter that the terminal has not, and end tidily when told to end."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # As Ctrl+C does: what is half written is taken away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
