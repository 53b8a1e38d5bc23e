"""What commands print: results that can be piped, and sentences that are no result."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from rich.console import Console


@cache
def terminal(*, errors: bool = False) -> Console:
    """Where results are printed, or what is no result. Imported late: to open the dashboard needs neither."""
    from rich.console import Console  # noqa: PLC0415

    return Console(stderr=errors)


def wrong_usage(message: str) -> NoReturn:
    """Tell what is wrong with the command and end it with exit code 2."""
    warn(message)
    raise SystemExit(2)


def refused(message: str) -> NoReturn:
    """Tell why something could not be done and end the command with exit code 1."""
    warn(message)
    raise SystemExit(1)


def warn(sentence: str) -> None:
    """Print a sentence that is no result, apart from what is piped."""
    terminal(errors=True).print(sentence, markup=False, highlight=False, soft_wrap=True)


def say(text: str, end: str = "\n") -> None:
    """Print plain text: no markup, no colours, no wrapping, so that it can be piped."""
    with printable():
        terminal().print(text, markup=False, highlight=False, soft_wrap=True, end=end)


@contextmanager
def printable() -> Iterator[None]:
    """A full disk behind a pipe ends the command with 1 and one sentence."""
    try:
        yield
    except OSError as error:
        with suppress(
            OSError, ValueError
        ):  # what is still to be written goes nowhere, so that it is told once
            os.dup2(os.open(os.devnull, os.O_WRONLY), terminal().file.fileno())
        refused(f"The output could not be written: {error.strerror or type(error).__name__}.")
