"""What a terminal gives and takes: words that are not blank, letters that it knows, a signal to end."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Sequence

from components.cli.output import warn


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
